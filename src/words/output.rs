//! Listings.

texts! {
    /// Listings.
    OutputWords
    report(agency, year, id) { zh: "{agency} {year} 年（{id}）", en: "{agency} {year} ({id})" }
    remark { zh: "疑点", en: "doubt" }
    totals(reports, troubled, errors, warnings, infos, unchecked) {
        zh: "共 {reports} 份年报：{troubled} 份有错误；错误 {errors}，警告 {warnings}，提示 {infos}，未查 {unchecked}",
        en: ["{reports} {of_reports}, {troubled} with errors: {errors} {of_errors}, {warnings} {of_warnings}, {infos} {of_infos}, {unchecked} unchecked"; of_reports(reports): "report" / "reports", of_errors(errors): "error" / "errors", of_warnings(warnings): "warning" / "warnings", of_infos(infos): "info" / "infos"],
    }
    /// A file that could not be read, and why.
    unread(id, why) { zh: "未读 {id}：{why}", en: "unreadable {id}: {why}" }
    /// Before the totals.
    unread_total(count) { zh: "有 {count} 个文件不能读取，没有检查", en: ["{count} {files} could not be read and {were} not checked"; files(count), were(count): "was" / "were"] }
    /// Before the totals, which count them: so many hints are not listed.
    hints_aside(count) {
        zh: "有 {count} 条提示没有列出，加 --hints 列出",
        en: ["{count} {infos_are_hints_that_are} not listed; --hints lists {them}"; infos_are_hints_that_are(count): "info is a hint that is" / "infos are hints that are", them(count): "it" / "them"],
    }
    scope_cell { zh: "单元格", en: "cell" }
    scope_table { zh: "表", en: "table" }
    scope_report { zh: "年报", en: "report" }
    scope_cross_year { zh: "跨年", en: "cross-year" }
    scope_cross_agency { zh: "跨机关", en: "cross-agency" }
    equations(count) { zh: "（{count} 条关系）", en: [" ({count} {equations})"; equations(count)] }
    /// What a rule needs beside the report.
    rule_needs(needs) { zh: "需要：{needs}", en: "needs: {needs}" }
    rule_awaits(needs) { zh: "待接入：{needs}", en: "not yet: {needs}" }
}
