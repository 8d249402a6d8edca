//! The preview, the years, the overview.

texts! {
    /// The preview, the years and the overview.
    SeeWords
    /// A cell's value last year, and the change since.
    year_cell(year, before, change) { zh: "{year} 年 {before}（{change}）", en: "{year}: {before} ({change})" }
    unchanged { zh: "未变", en: "unchanged" }
    jump_more { zh: "突增", en: "sudden rise" }
    jump_less { zh: "突减", en: "sudden fall" }
    jump_gone { zh: "由有变零", en: "from some to none" }
    column_plot { zh: "走势", en: "trend" }
    /// A column of the years: what agencies of the same kind have in the year.
    column_median(year) { zh: "同类{year}", en: "peers {year}" }
    figure_new { zh: "本年新收申请", en: "new requests" }
    figure_carried_in { zh: "上年结转", en: "carried in" }
    figure_granted { zh: "公开（含部分公开）", en: "granted, at least in part" }
    figure_denied { zh: "不予公开", en: "denied" }
    figure_handled { zh: "办理总计", en: "handled" }
    figure_carried_out { zh: "结转下年度", en: "carried out" }
    figure_reconsideration { zh: "行政复议", en: "reconsiderations" }
    figure_litigation { zh: "行政诉讼", en: "lawsuits" }
    figure_corrected { zh: "结果纠正", en: "corrected" }
    figure_in_force { zh: "规范性文件现行有效", en: "normative documents in force" }
    figure_fees { zh: "行政事业性收费（万元）", en: "fees (10 000 yuan)" }
    /// The median of a year, and of how many agencies.
    median_of(median, count) { zh: "中位数 {median}（{count} 家）", en: "median {median} of {count}" }
    /// No agency of the same kind has reported.
    no_peers { zh: "没有同类机关的年报", en: "no peers reported" }
    peers_in(region) {
        zh: "同类：{region}内名称、层级相同的其他机关",
        en: "peers: the same kind and level in {region}",
    }
    peers_anywhere { zh: "同类：已读入的名称、层级相同的其他机关", en: "peers: the same kind and level" }
    /// A value known from the next year's report only.
    stated_later { zh: "（据下一年年报）", en: "(by the next year's report)" }
    no_report_of_year { zh: "没有这一年的年报", en: "there is no report for that year" }
    no_cell_of_figure { zh: "这一年的表式没有这一项", en: "the form of that year has no such cell" }
    visiting_year(report) { zh: "另一年度；esc 回到 {report}", en: "another year; esc goes back to {report}" }
    preview_form(form) { zh: "表式 {form}", en: "form {form}" }
    preview_decided(decided, all) { zh: "已处理 {decided}/{all}", en: "decided {decided}/{all}" }
    preview_acts { zh: "最近记录", en: "last acts" }
    preview_findings { zh: "问题", en: "findings" }
    preview_figures { zh: "主要数据", en: "main figures" }
    preview_more(count) { zh: "还有 {count} 条", en: "{count} more" }
    /// Heading of the cells that a finding is about.
    finding_cells { zh: "涉及的格", en: "cells" }
    /// Heading of the numbers of a section that the tables say too.
    text_numbers { zh: "本部分的数字与表格", en: "numbers of this section in the tables" }
    text_no_numbers { zh: "本部分没有与表格对应的数字", en: "no number of this section is one of the tables" }
    preview_on { zh: "显示预览", en: "preview shown" }
    preview_off { zh: "隐藏预览", en: "preview hidden" }
    preview_no_room {
        zh: "窗口不够大，放不下预览（宽 120 或高 40 起）",
        en: "no room for the preview: 120 columns or 40 lines are needed",
    }
    overview_title { zh: "总览", en: "overview" }
    overview_hint {
        zh: "j k 上下  h l 换组  / 查找  n 下一处  Enter 只看这些  Esc 关闭",
        en: "j k move  h l next group  / find  n next  Enter shows only these  Esc closes",
    }
    overview_reviewed(done, all, returned) {
        zh: "年报 {done}/{all} 份已通过，{returned} 份退回在外",
        en: ["{done} of {all} {reports} accepted, {returned} returned and out"; reports(all)],
    }
    /// What the roster says of a year.
    overview_expected(year, due, reported, missing) {
        zh: "{year} 年应报 {due} 家：已报 {reported}，未报 {missing}",
        en: ["{year}: {due} {agencies} should report, {reported} {have}, {missing} {of_have} not"; agencies(due): "agency" / "agencies", have(reported): "has" / "have", of_have(missing): "has" / "have"],
    }
    overview_unlisted(count) { zh: "，名册外 {count} 份", en: ["; {count} {reports} of others"; reports(count)] }
    /// Behind a reviewer: how many of their reports are accepted.
    bar_accepted(count) { zh: "通过 {count}", en: "{count} accepted" }
    overview_decided(done, all) { zh: "问题 {done}/{all} 条有处理意见", en: ["{done} of {all} {findings} decided"; findings(all)] }
    /// Not everything is read or checked yet.
    overview_loading { zh: "还在读取或核对，数字会变", en: "still reading or checking: the numbers will change" }
    group_status { zh: "审核状态", en: "status" }
    group_todo { zh: "待办", en: "to do" }
    group_due { zh: "退回期限", en: "due dates" }
    group_reviewer { zh: "审核人", en: "reviewers" }
    group_severity { zh: "轻重", en: "severity" }
    group_reading { zh: "读取", en: "reading" }
    group_rule { zh: "规则", en: "rules" }
    group_region { zh: "地区", en: "regions" }
    bar_head_reports { zh: "年报", en: "reports" }
    bar_head_findings { zh: "问题", en: "findings" }
    bar_reports(reports) { zh: "{reports} 份", en: ["{reports} {of_reports}"; of_reports(reports): "report" / "reports"] }
    /// How many reports, and findings in them.
    bar_findings(reports, findings) { zh: "{reports} 份 {findings} 条", en: ["{reports} {of_reports}, {findings} {of_findings}"; of_reports(reports): "report" / "reports", of_findings(findings): "finding" / "findings"] }
    /// Reports of the region itself, not of one below it.
    own_level { zh: "本级", en: "the region itself" }
    /// A bar that the list cannot be narrowed to.
    cannot_narrow { zh: "不能只看这一项，可选别的项", en: "the list cannot be narrowed to this: choose another line" }
    /// The levels of agencies that reports name, each with its name here.
    levels [
        "central" { zh: "中央机关", en: "body of the centre" }
        "province-government" { zh: "省级政府", en: "province government" }
        "city-government" { zh: "市级政府", en: "city government" }
        "county-government" { zh: "县级政府", en: "county government" }
        "township-government" { zh: "乡镇政府", en: "township government" }
        "town" { zh: "乡镇", en: "town" }
        "subdistrict" { zh: "街道", en: "subdistrict" }
        "province-department" { zh: "省级部门", en: "province department" }
        "city-department" { zh: "市级部门", en: "city department" }
        "county-department" { zh: "县级部门", en: "county department" }
    ]
}
