//! The sums of a region.

texts! {
    /// The sums of a region.
    SummaryWords
    title(year) { zh: "{year}年政府信息公开工作年度报告数据汇总", en: "Sums of the annual reports on government disclosure for {year}" }
    sheet_text { zh: "文字", en: "Text" }
    sheet_completeness { zh: "完整性", en: "Completeness" }
    sheet_differences { zh: "差异", en: "Differences" }
    sheet_documents { zh: "规范性文件口径", en: "Documents" }
    sheet_sums { zh: "汇总", en: "Sums" }
    sheet_vertical { zh: "垂直管理单位", en: "Bodies reporting upwards" }
    sheet_matrix { zh: "矩阵", en: "Matrix" }
    sheet_matrix_of(edition) { zh: "矩阵_{edition}年表式", en: "Matrix of form {edition}" }
    text { zh: "文字", en: "Text" }
    place { zh: "位置", en: "Place" }
    sum { zh: "合计", en: "Sum" }
    counted { zh: "计入家数", en: "Units counted" }
    without { zh: "未填或非数字", en: "Without a number" }
    missing { zh: "缺报家数", en: "Missing" }
    own { zh: "本地区年报", en: "Region's own report" }
    own_report { zh: "本地区年报", en: "Region's own report" }
    no_own { zh: "没有", en: "none" }
    difference { zh: "差额", en: "Difference" }
    causes { zh: "差额原因", en: "What it comes of" }
    no_cause { zh: "原因没有找到，请逐家核对", en: "no cause was found: please check unit by unit" }
    units { zh: "计入家数", en: "Units counted" }
    missing_names { zh: "缺报单位", en: "Missing units" }
    no_roster { zh: "没有名册，不知道缺谁", en: "without a roster nobody knows who is missing" }
    gaps { zh: "有空缺的家数", en: "Units with gaps" }
    vertical { zh: "垂直管理家数", en: "Reporting upwards" }
    vertical_names { zh: "垂直管理单位（不计入）", en: "Bodies reporting upwards (not counted)" }
    unlisted_names { zh: "名册外（不计入）", en: "Not on the roster (not counted)" }
    unsummed { zh: "没有政府年报的下级地区（不计入）", en: "Regions below without a report of their government (not counted)" }
    remarks { zh: "说明", en: "Remarks" }
    and_more(list, count) { zh: "{list}等{count}家", en: "{list} and others, {count} in all" }
    sum_of_all { zh: "全部单位之和", en: "Sum of all units" }
    office_alone { zh: "政府办公室本级", en: "Office alone" }
    way { zh: "本地区年报用的口径", en: "How its own report counts" }
    way_none { zh: "没有本地区年报的数据", en: "no number of its own" }
    way_both { zh: "两种口径相同", en: "both ways give the same" }
    way_sum { zh: "全部单位之和", en: "sum of all units" }
    way_office { zh: "政府办公室本级", en: "office alone" }
    way_neither { zh: "两种口径都不是", en: "neither" }
    part { zh: "归属", en: "Part" }
    part_unit { zh: "计入", en: "counted" }
    part_unlisted { zh: "名册外", en: "not on the roster" }
    part_vertical { zh: "垂直管理", en: "reports upwards" }
    part_own { zh: "本地区年报", en: "own report" }
    says_units(year, region, units) { zh: "{year}年，{region}汇总{units}家单位的年度报告", en: ["For {year}, the annual {reports} of {units} {of_units} of {region} {are} added up"; reports(units), of_units(units): "unit" / "units", are(units): "is" / "are"] }
    says_all { zh: "，应报单位全部计入。", en: ", all that were expected." }
    says_assumed(count) { zh: "，应报单位全部计入，其中{count}家的起止年份名册没有写，是推定的。", en: [", all that were expected; since or until when {count} of them {report} is an assumption."; report(count): "reports" / "report"] }
    says_no_roster { zh: "；没有名册，是否齐全不知道。", en: "; without a roster, whether these are all is not known." }
    says_missing(count, names) { zh: "；另有{count}家未报，没有计入：{names}。", en: ["; {count} {have} not reported and {are} not counted: {names}."; have(count): "has" / "have", are(count): "is" / "are"] }
    says_unsummed(names) { zh: "下级地区没有政府年报、没有计入的：{names}。", en: " Regions below without a report of their government are not counted: {names}." }
    says_vertical(count) { zh: "垂直管理单位{count}家另计。", en: [" {count} {bodies_that_report} upwards {stand} apart."; bodies_that_report(count): "body that reports" / "bodies that report", stand(count): "stands" / "stand"] }
    says_gaps(count) { zh: "其中{count}家有未填报或不是数字的数据，合计不含这些数据。", en: [" {count} of them {have} cells that are blank or no numbers; the sums are without these."; have(count): "has" / "have"] }
    says_requests(new, natural, bodies, carried) {
        zh: "新收政府信息公开申请{new}件，其中自然人{natural}件，法人或其他组织{bodies}件；上年结转{carried}件。",
        en: ["{new} new {requests}, {natural} by natural persons and {bodies} by organisations; {carried} carried over from the year before."; requests(new)],
    }
    says_more(before, more, share) { zh: "新收申请比上年（{before}件）增加{more}件，增长{share}。", en: ["{more} more new {requests} than the year before ({before}), up by {share}."; requests(more)] }
    says_less(before, less, share) { zh: "新收申请比上年（{before}件）减少{less}件，下降{share}。", en: ["{less} fewer new {requests} than the year before ({before}), down by {share}."; requests(less)] }
    says_same(before) { zh: "新收申请与上年（{before}件）持平。", en: "As many new requests as the year before ({before})." }
    says_from_none(more) { zh: "上年没有新收申请，本年新收{more}件。", en: "No new request the year before, {more} this year." }
    says_other_units { zh: "上年汇总的单位与本年不同或不齐，新收申请不与上年比较。", en: "Other units, or not all, were added up for the year before: it is not compared." }
    says_handled(handled, parts, out) { zh: "办理{handled}件：{parts}；结转下年度{out}件。", en: ["{handled} {were} handled: {parts}; {out} {are} carried over."; were(handled): "was" / "were", are(out): "is" / "are"] }
    says_parts(total, parts) {
        zh: "【各项之和{parts}与总计{total}不符：有单位年报的勾稽关系不成立，请先更正】",
        en: " [The parts come to {parts}, not to {total}: reports of units do not add up, correct these first.]",
    }
    granted { zh: "予以公开", en: "granted" }
    partial { zh: "部分公开", en: "granted in part" }
    denied { zh: "不予公开", en: "denied" }
    unavailable { zh: "无法提供", en: "not available" }
    declined { zh: "不予处理", en: "declined" }
    closed { zh: "其他处理", en: "closed otherwise" }
    part_of(name, count, share) { zh: "{name}{count}件（占{share}）", en: "{name} {count} ({share})" }
    part_of_none(name, count) { zh: "{name}{count}件", en: "{name} {count}" }
    comma { zh: "，", en: ", " }
    says_largest(list) { zh: "新收申请最多的单位：{list}。", en: "Most new requests: {list}." }
    results(upheld, corrected, other, pending) { zh: "结果维持{upheld}件，结果纠正{corrected}件，其他结果{other}件，尚未审结{pending}件", en: "upheld {upheld}, corrected {corrected}, otherwise {other}, pending {pending}" }
    says_disputes(all, results, sued, direct, after, sued_results) {
        zh: "行政复议{all}件（{results}）；行政诉讼{sued}件，其中未经复议直接起诉{direct}件、复议后起诉{after}件（{sued_results}）。",
        en: ["{all} {reconsiderations} ({results}); {sued} {lawsuits}, {direct} direct and {after} after reconsideration ({sued_results})."; reconsiderations(all), lawsuits(sued)],
    }
    says_disclosure(regulations, normative, licensing, penalties, coercion, fees) {
        zh: "按全部单位之和，制发规章{regulations}件、行政规范性文件{normative}件；行政许可{licensing}件，行政处罚{penalties}件，行政强制{coercion}件；行政事业性收费{fees}万元。",
        en: ["As sums of all units: {regulations} {of_regulations} and {normative} normative {documents} issued; {licensing} {licences}, {penalties} {of_penalties}, {coercion} coercive {measures}; fees of {fees} × 10 000 yuan."; of_regulations(regulations): "regulation" / "regulations", documents(normative), licences(licensing), of_penalties(penalties): "penalty" / "penalties", measures(coercion)],
    }
    says_agrees(compared) { zh: "本地区年报可比的{compared}个数据与合计全部相符。", en: "All {compared} numbers of the region's own report that can be compared are the sums." }
    says_differs(compared, count, causes) { zh: "本地区年报可比的{compared}个数据中，{count}个与合计不符：{causes}。", en: ["{count} of {compared} numbers of the region's own report {are_not_the_sums}: {causes}."; are_not_the_sums(count): "is not the sum" / "are not the sums"] }
    says_not_compared { zh: "本地区年报没有可以与合计比较的数据。", en: "No number of the region's own report can be compared." }
    nothing(year) { zh: "{year} 年没有可以汇总的地区", en: "{year}: there is no region to add up" }
    filters { zh: "汇总只能按地区、年度筛选：按状态、规则、审核人筛出的年报加不成一个地区", en: "sums can be filtered by region and year only: reports of a status, rule or reviewer are no region" }
    ending(path) { zh: "{path}：只能写成 xlsx、csv、md、html 或 json", en: "{path}: it can be xlsx, csv, md, html or json" }
    same_file { zh: "--to 与 --freeze 是同一个文件", en: "--to and --freeze are one file" }
    written(path, regions) { zh: "已写到 {path}：{regions} 个地区", en: ["written to {path}: {regions} {of_regions}"; of_regions(regions): "region" / "regions"] }
    frozen(path, reports) { zh: "定稿数据已写到 {path}：{reports} 份年报", en: ["frozen in {path}: {reports} {of_reports}"; of_reports(reports): "report" / "reports"] }
}
