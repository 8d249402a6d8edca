//! Tables that are written out of a review.

texts! {
    /// Tables that are written out of a review.
    ExportWords
    title(year) { zh: "{year}年政府信息公开工作年度报告审核台账", en: "Review of the annual reports on government disclosure for {year}" }
    sheet_progress { zh: "进度", en: "Progress" }
    sheet_ledger { zh: "台账", en: "Ledger" }
    sheet_reports { zh: "年报", en: "Reports" }
    sheet_data { zh: "数据", en: "Data" }
    /// The cells of an older edition of the form.
    sheet_data_of(edition) { zh: "数据_{edition}年表式", en: "Data of form {edition}" }
    sheet_long { zh: "数据_逐格", en: "Data cell by cell" }
    sheet_notes { zh: "批注", en: "Notes" }
    sheet_missing { zh: "未报", en: "Missing" }
    sheet_about { zh: "说明", en: "About" }
    year { zh: "年度", en: "Year" }
    group { zh: "范围", en: "Of" }
    group_all { zh: "全部", en: "all" }
    group_region { zh: "地区", en: "region" }
    group_reviewer { zh: "审核人", en: "reviewer" }
    no_region { zh: "（地区不详）", en: "(no region)" }
    nobody { zh: "（无人）", en: "(nobody)" }
    name { zh: "名称", en: "Name" }
    expected { zh: "应报", en: "Expected" }
    received { zh: "已报", en: "Received" }
    beside { zh: "其中名册外或归属待核对", en: "of these not on the roster, or unclear whose" }
    missing { zh: "未报", en: "Missing" }
    unclear { zh: "应报而归属待核对", en: "Expected, unclear which report" }
    round(round) { zh: "退回第{round}轮", en: "Returned, round {round}" }
    later_rounds { zh: "退回第3轮及以上", en: "Returned, round 3 and later" }
    overdue { zh: "逾期未重报", en: "Overdue" }
    agency { zh: "机关", en: "Agency" }
    region { zh: "地区", en: "Region" }
    status { zh: "审核状态", en: "Status" }
    rounds { zh: "轮次", en: "Round" }
    due { zh: "期限", en: "Due" }
    assignee { zh: "负责人", en: "Assigned to" }
    reviewers { zh: "审核人", en: "Reviewer" }
    number { zh: "序号", en: "No." }
    problem { zh: "问题", en: "Problem" }
    level { zh: "级别", en: "Level" }
    verdict { zh: "处理意见", en: "Verdict" }
    state { zh: "办理情况", en: "State" }
    state_open { zh: "待处理", en: "open" }
    state_correct { zh: "须更正", en: "to be corrected" }
    state_explain { zh: "须说明", en: "to be explained" }
    state_settled { zh: "已了结", en: "settled" }
    state_again { zh: "数据已变，须重看", en: "numbers have changed, look again" }
    state_solved { zh: "已更正", en: "corrected" }
    indicator { zh: "指标", en: "Indicator" }
    rule { zh: "规则", en: "Rule" }
    mark { zh: "标识", en: "Id" }
    errors { zh: "错误", en: "Errors" }
    warnings { zh: "警告", en: "Warnings" }
    undecided { zh: "未作处理", en: "Undecided" }
    unchecked { zh: "未查", en: "Unchecked" }
    doubts { zh: "读取疑点", en: "Reading doubts" }
    notes { zh: "批注", en: "Notes" }
    file { zh: "文件", en: "File" }
    table { zh: "表", en: "Table" }
    row { zh: "行", en: "Row" }
    column { zh: "列", en: "Column" }
    value { zh: "值", en: "Value" }
    kind { zh: "填报", en: "Reported" }
    cell { zh: "单元格", en: "Cell" }
    kind_number { zh: "数字", en: "number" }
    kind_blank { zh: "空白", en: "blank" }
    kind_text { zh: "文字", en: "text" }
    kind_missing { zh: "未填报", en: "not reported" }
    doubtful { zh: "读取有疑点", en: "read with a doubt" }
    place { zh: "位置", en: "Place" }
    note { zh: "内容", en: "Text" }
    by { zh: "批注人", en: "By" }
    audience { zh: "对象", en: "For" }
    audience_agency { zh: "告机关", en: "the agency" }
    audience_office { zh: "内部", en: "the office" }
    is_answered { zh: "退回后已变", en: "changed since it was returned" }
    situation { zh: "情况", en: "Situation" }
    not_received { zh: "未收到", en: "not received" }
    unreadable(why) { zh: "文件不能读取：{why}", en: "the file cannot be read: {why}" }
    yes { zh: "是", en: "yes" }
    about_date { zh: "截至日期", en: "As of" }
    about_years { zh: "年度", en: "Years" }
    about_reports { zh: "年报份数", en: "Reports" }
    about_filter { zh: "筛选条件", en: "Filters" }
    about_missing { zh: "未报机关", en: "Missing agencies" }
    about_missing_unknown {
        zh: "没有名册、年报尚在陆续报送，或按审核情况筛选：不知道谁未报，应报、未报两栏留空",
        en: "without a roster, at the beginning of a year or with filters on the review, who is missing is not known: left empty",
    }
    about_reviewer {
        zh: "按审核人统计时，一份年报计入每个经手或负责的人，各人之和可能大于总数",
        en: "by reviewer, a report counts for everybody who has acted on it or was given it: the sum may exceed the total",
    }
    about_agencies { zh: "可发机关的版本：没有内部批注、审核人和不告机关的问题", en: "for agencies: without internal notes, reviewers, and findings that stay in the office" }
    about_internal { zh: "内部使用：含内部批注和审核人", en: "internal: with internal notes and reviewers" }
    about_unread { zh: "不能读取的文件", en: "Unreadable files" }
    /// What was done.
    written(path, reports, findings) {
        zh: "已写到 {path}：{reports} 份年报，{findings} 条问题",
        en: ["written to {path}: {reports} {of_reports}, {findings} {of_findings}"; of_reports(reports): "report" / "reports", of_findings(findings): "finding" / "findings"],
    }
    rows_written(path, rows) { zh: "已写到 {path}：{rows} 行", en: ["written to {path}: {rows} {of_rows}"; of_rows(rows): "row" / "rows"] }
    divided(name, sheets) {
        zh: "“{name}”超过一张工作表的 1048576 行，分在 {sheets} 张工作表上",
        en: ["\"{name}\" has more than the 1048576 rows of a sheet and stands on {sheets} {of_sheets}"; of_sheets(sheets): "sheet" / "sheets"],
    }
    ending(path) { zh: "{path}：只能写成 xlsx、html、csv、jsonl 或 parquet", en: "{path}: it can be xlsx, html, csv, jsonl or parquet" }
    what_in_a_workbook {
        zh: "xlsx 和 html 各表都有，不用 --what；--what 用于 csv、jsonl 和 parquet",
        en: "a workbook and a page have all tables: --what is for csv, jsonl and parquet",
    }
}
