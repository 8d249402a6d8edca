//! Findings.

texts! {
    /// Findings.
    CheckWords
    /// Rules that could not be applied, for one reason: `reason`, `rules`.
    unchecked(reason, rules) { zh: "未查：{reason}（{rules}）", en: "unchecked: {reason} ({rules})" }
    /// Rules that could not be applied for want of inputs, each by `input`.
    not_given(inputs) { zh: "未查：没有提供{inputs}", en: "unchecked, for want of {inputs}" }
    input(name, option, rules) { zh: "{name} {option}（{rules}）", en: "{name} {option} ({rules})" }
    broken(place, left, right, difference) {
        zh: "{place}：{left} ≠ {right}，差 {difference}",
        en: "{place}: {left} ≠ {right}, difference {difference}",
    }
    plus { zh: " ＋ ", en: " + " }
    equals { zh: " ＝ ", en: " = " }
    all_zero { zh: "各项均为 0", en: "all terms are 0" }
    blank(cell, value) { zh: "{cell}：没有填数（{value}）", en: "{cell}: no number ({value})" }
    blanks(place, count, cell) {
        zh: "{place}：{count} 格没有填数（如 {cell}）",
        en: ["{place}: {count} {cells_have} no number (such as {cell})"; cells_have(count): "cell has" / "cells have"],
    }
    not_a_number(cell, value) { zh: "{cell}：“{value}”不是数字", en: "{cell}: \"{value}\" is not a number" }
    negative(cell, value) { zh: "{cell}：{value} 是负数", en: "{cell}: {value} is negative" }
    not_whole(cell, value) { zh: "{cell}：{value} 不是整数", en: "{cell}: {value} is not a whole number" }
    too_fine(cell, value) {
        zh: "{cell}：{value} 万元超过四位小数（不足一元）",
        en: "{cell}: {value} has more than four decimals (less than one yuan)",
    }
    empty { zh: "空", en: "blank" }
    no_table(table) { zh: "没有读到{table}", en: "{table} is not in the report" }
    missing(cells) { zh: "缺少单元格：{cells}", en: "cells missing: {cells}" }
    no_number(cells) { zh: "没有数字：{cells}", en: "no number: {cells}" }
    /// Cells that were read with a doubt.
    doubtful(cells) {
        zh: "读取有疑点，请先看原件：{cells}",
        en: "read with a doubt, please look at the document first: {cells}",
    }
    /// Behind a finding: cells that it rests on and that were read with a doubt.
    doubted(cells) {
        zh: "（读取有疑点，请先看原件：{cells}）",
        en: " (read with a doubt, please look at the document first: {cells})",
    }
    /// Of those, the ones of last year's report.
    doubted_last_year(cells) { zh: "上年{cells}", en: "last year's {cells}" }
    /// Of those, the ones of the report as it was published.
    doubted_published(cells) { zh: "公开版{cells}", en: "{cells} of the published version" }
    /// Of those, the ones of another agency's report.
    doubted_other(agency, cells) { zh: "{agency}{cells}", en: "{cells} of {agency}" }
    doubted_separator { zh: "；", en: "; " }
    doubted_more(list, count) { zh: "{list} 等 {count} 份年报", en: ["{list} and others, {count} {reports} in all"; reports(count)] }
    overflow { zh: "数字过大，无法精确求和", en: "the numbers are too large to add exactly" }
    no_section(section) { zh: "没有“{section}”一节", en: "there is no section “{section}”" }
    not_yet(from) { zh: "此项自{from}年度起适用", en: "the rule applies to reports on {from} and later" }
    other_edition { zh: "表式版本不同，此项不适用", en: "the form is of another edition: the rule does not apply" }
    no_text { zh: "年报数据中没有正文", en: "the report has no text" }
    /// Why: the narrative has nothing of what a rule holds against the tables.
    nothing_said { zh: "正文中没有读到此项可核对的内容", en: "the text says nothing that could be compared" }
    /// How many rules were applied, and of how many not, or not everywhere, by reason.
    coverage(checked, open, reasons) {
        zh: "查了 {checked} 条规则；没有查（全）的 {open} 条，缺：{reasons}",
        en: ["{checked} {rules} applied; {open} not, or not everywhere, for want of: {reasons}"; rules(checked)],
    }
    all_checked(checked) { zh: "查了 {checked} 条规则", en: ["{checked} {rules} applied"; rules(checked)] }
    kind_cells { zh: "可用的表格数据", en: "numbers in the tables" }
    kind_doubts { zh: "无疑点的读数", en: "values without a doubt" }
    kind_text { zh: "正文", en: "text" }
    kind_said { zh: "文中可核对的内容", en: "clear statements in the text" }
    kind_edition { zh: "适用的表式", en: "the edition of the form" }
    kind_level { zh: "机关层级", en: "the agency's level" }
    kind_sum { zh: "齐全的汇总", en: "a complete sum" }
    no_sum { zh: "这份政府年报不是下级之和，汇总不作核对", en: "the government's report is not the sum of its units" }
    units_missing { zh: "下级年报不齐，差额可能是缺报单位的数", en: "units are missing: what differs may be theirs" }
    /// Why: only the beginning of a very long section was looked at.
    too_long(section) {
        zh: "第 {section} 部分文字过长，只查了开头",
        en: "section {section} is too long: only its beginning was looked at",
    }
    no_title { zh: "年报数据中没有标题", en: "the report has no title" }
    /// Why: the agency's level is unknown.
    no_level { zh: "不知道机关的层级", en: "the level of the agency is not known" }
    /// Why: somebody has stopped the check.
    stopped { zh: "检查中途停止，没有与其他年报比较", en: "the check was stopped before it was compared with other reports" }
    /// The input does not have the agency, or several that it could be.
    not_listed(input) {
        zh: "{input}中没有该机关的数据，或不能确定是哪一个",
        en: "{input}: nothing about this agency, or not surely about this one",
    }
    /// The input has nothing of a whole table.
    no_columns(input, table) { zh: "{input}没有{table}的列", en: "{input}: no column has figures of {table}" }
    not_compared_yet { zh: "正在与其他年报比较", en: "it is being compared with the other reports" }
    not_read_yet(input) { zh: "{input}还在读取", en: "{input}: still being read" }
    no_published_text { zh: "公开版没有正文", en: "the published version has no text" }
    /// When it came in or was published, by a date that cannot be that.
    other_year(date) {
        zh: "日期“{date}”不在年报年度的次年，不能判断是否迟报",
        en: "the date “{date}” is not in the year after that of the report: whether it was late cannot be told",
    }
    /// Several cells of a table, of which one is named.
    cells_of(table, count, cell) { zh: "{table}的 {count} 格（如 {cell}）", en: ["{count} {cells} of {table} (such as {cell})"; cells(count)] }
    text_of(section) { zh: "第{section}部分的文字", en: "the text of section {section}" }
    needs_last_year { zh: "没有该机关上一年度的年报", en: "there is no report of the agency for the year before" }
    /// The profile in force, by what it calls itself.
    profile_in_force(name) { zh: "口径：{name}", en: "profile: {name}" }
    roster_in_force(count) { zh: "名册：{count} 家机关", en: ["roster: {count} {agencies}"; agencies(count): "agency" / "agencies"] }
    /// Behind one of them: the file, and the begin of its digest.
    given_file(name, digest) { zh: "（{name}，{digest}）", en: " ({name}, {digest})" }
    roster_doubts(count) { zh: "，{count} 处存疑", en: [", {count} {doubts}"; doubts(count)] }
    needs_roster { zh: "没有名册（--roster）", en: "there is no roster (--roster)" }
    needs_batch { zh: "没有其他机关的年报可比", en: "there are no reports of other agencies to compare with" }
    needs_ledger {
        zh: "没有外部台账（--ledger：司法行政、法院）",
        en: "there is no ledger (--ledger: judicial office, courts)",
    }
    needs_dates { zh: "没有报送或公开的日期（名册或 --received）", en: "the date of submission or publication is not known (roster or --received)" }
    needs_published_page { zh: "没有公开的网页可比（--published）", en: "there is no published page to compare with (--published)" }
    needs_paper_copy { zh: "没有纸质件", en: "there is no paper copy" }
    needs_frozen { zh: "没有已定稿的汇总可比（--frozen）", en: "there is no frozen roll-up to compare with (--frozen)" }
    /// Inputs by name, in the order of `Need`.
    need_names -> [&'static str; 8] {
        zh: ["上年年报", "名册", "成批年报", "外部台账", "报送日期", "公开网页", "纸质件", "已定稿汇总"],
        en: [
        "last year's report",
        "the roster",
        "other reports",
        "a ledger",
        "dates",
        "the published page",
        "the paper copy",
        "a frozen roll-up",
    ],
    }
    separator { zh: "、", en: ", " }
    and_more(list, count) { zh: "{list} 等 {count} 个", en: "{list} and others, {count} in all" }
}

texts! {
    /// How bad a finding is.
    SeverityWords
    error { zh: "错误", en: "error" }
    warning { zh: "警告", en: "warning" }
    info { zh: "提示", en: "info" }
    error_mark { zh: "错", en: "E" }
    warning_mark { zh: "警", en: "W" }
    info_mark { zh: "示", en: "I" }
    remark_mark { zh: "疑", en: "?" }
}
