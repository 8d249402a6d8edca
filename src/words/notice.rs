//! What goes out to agencies: notices and circulars.

texts! {
    /// What goes out to agencies.
    NoticeWords
    title_return(year) { zh: "关于退回{year}年政府信息公开工作年度报告的通知", en: "Return of the annual report on government disclosure for {year}" }
    title_findings(year) { zh: "{year}年政府信息公开工作年度报告审核意见", en: "Review of the annual report on government disclosure for {year}" }
    title_reminder(year) { zh: "关于报送{year}年政府信息公开工作年度报告的催报通知", en: "Reminder: annual report on government disclosure for {year}" }
    salutation(agency) { zh: "{agency}：", en: "To: {agency}" }
    /// Of a return; what was found in it.
    result_return(year, round, what) {
        zh: "你单位报送的{year}年政府信息公开工作年度报告，经第{round}轮审核，{what}，现予退回。",
        en: "Round {round} of the review of your annual report for {year} found {what}. The report is returned.",
    }
    count_must(count) { zh: "须更正{count}处", en: "{count} to be corrected" }
    count_explain(count) { zh: "请核对说明{count}处", en: "{count} to be checked and explained" }
    colon { zh: "：", en: ": " }
    comma { zh: "，", en: ", " }
    /// Of a return that names no item.
    result_return_plain(year, round) {
        zh: "你单位报送的{year}年政府信息公开工作年度报告，经第{round}轮审核，现予退回。",
        en: "After round {round} of the review, your annual report for {year} is returned.",
    }
    /// What was found in a report that is not returned.
    result_findings(year, what) {
        zh: "你单位报送的{year}年政府信息公开工作年度报告，经审核，{what}。",
        en: "The review of your annual report for {year} found {what}.",
    }
    /// Nothing that the agency would have to do, as far as it is known: nobody has accepted the report.
    result_clean(year) {
        zh: "你单位报送的{year}年政府信息公开工作年度报告，正在审核，目前没有须更正或说明的问题。",
        en: "Your annual report for {year} is under review; so far there is nothing to be corrected or explained.",
    }
    result_accepted(year) {
        zh: "你单位报送的{year}年政府信息公开工作年度报告，已审核通过。",
        en: "Your annual report for {year} is accepted.",
    }
    result_reminder(year, date) {
        zh: "截至{date}，尚未收到你单位{year}年政府信息公开工作年度报告，请尽快报送。",
        en: "As of {date}, your annual report for {year} has not been received. Please submit it.",
    }
    label_must { zh: "须更正的问题", en: "To be corrected" }
    label_explain { zh: "请核对并说明的事项", en: "To be checked and explained" }
    label_words { zh: "审核意见", en: "From the reviewer" }
    label_solved { zh: "上一轮指出、已经更正的问题", en: "Corrected since the last round" }
    label_unasked { zh: "未要求改动而有变化的数据，请一并说明", en: "Changed though nobody asked; please explain" }
    label_no { zh: "序号", en: "No." }
    label_place { zh: "位置", en: "Place" }
    label_filed { zh: "填报", en: "Reported" }
    label_wrong { zh: "不符之处", en: "What does not agree" }
    label_basis { zh: "依据", en: "Basis" }
    label_ask { zh: "要求", en: "What is asked" }
    label_correction { zh: "整改情况", en: "Correction" }
    label_before { zh: "上一版", en: "Before" }
    label_now { zh: "本版", en: "Now" }
    label_still_open { zh: "（上一轮已指出，仍未更正）", en: "(named in the last round, still open)" }
    label_rules { zh: "对应的检查规则", en: "Rules behind the items" }
    label_reviewer { zh: "审核人", en: "Reviewer" }
    due_line(date) { zh: "请于{date}前更正并重新报送。", en: "Please correct the report and submit it again by {date}." }
    due_line_reminder(date) { zh: "请于{date}前报送。", en: "Please submit it by {date}." }
    contact_line(contact) { zh: "联系方式：{contact}", en: "Contact: {contact}" }
    solved(count, places) { zh: "{count}处：{places}。", en: "{count}: {places}." }
    /// No earlier version is there to name them.
    solved_count(count) { zh: "上一轮指出的问题中，{count}处已不再出现。", en: ["{count} of the findings named before {are} gone."; are(count): "is" / "are"] }
    /// A cell: table, row and column in the words of the form.
    cell(table, row, column) { zh: "{table}“{row}”行“{column}”列", en: "{table}, row \"{row}\", column \"{column}\"" }
    /// Another cell of the same row.
    other_column(column) { zh: "“{column}”列", en: "column \"{column}\"" }
    row(table, row) { zh: "{table}“{row}”行", en: "{table}, row \"{row}\"" }
    column(table, column) { zh: "{table}“{column}”列", en: "{table}, column \"{column}\"" }
    /// A part of a table whose rows stand side by side.
    part(table, row, column) { zh: "{table}“{row}”栏“{column}”列", en: "{table}, \"{row}\", column \"{column}\"" }
    whole_part(table, row) { zh: "{table}“{row}”栏", en: "{table}, \"{row}\"" }
    section(numeral, heading) { zh: "第{numeral}部分“{heading}”", en: "section {numeral} \"{heading}\"" }
    report_title { zh: "标题", en: "title" }
    whole_report { zh: "年度报告", en: "the report" }
    quoted(text) { zh: "“{text}”", en: "\"{text}\"" }
    blank { zh: "空白", en: "blank" }
    missing { zh: "未填报", en: "not reported" }
    and_more(list, count) { zh: "{list}等{count}处", en: "{list} and others, {count} in all" }
    separator { zh: "、", en: ", " }
    sentence_separator { zh: "；", en: "; " }
    named_value(name, value) { zh: "{name}：{value}", en: "{name}: {value}" }
    /// There is one explanation only.
    ask_should(cell, to, from) { zh: "{cell}应为{to}，现填{from}，请核实后更正", en: "{cell} should be {to} instead of {from}: please verify and correct it" }
    ask_should_blank(cell, to) { zh: "{cell}应为{to}，请核实后填写", en: "{cell} should be {to}: please verify and fill it in" }
    /// Several are as good.
    ask_which(places) { zh: "以下各处都可能有误，请对照原始记录核对是哪一处，据实更正：{places}", en: "Any of these may be wrong; please check which one against your records and correct it: {places}" }
    /// One is likely, others cannot be excluded.
    ask_first(places) { zh: "请对照原始记录核对并更正，先看{places}", en: "Please check against your records and correct it, beginning with {places}" }
    choice(number, places) { zh: "（{number}）{places}", en: "({number}) {places}" }
    cover_title(year) { zh: "{year}年年报审核通知目录", en: "Notices on the annual reports for {year}" }
    cover_name { zh: "00_目录", en: "00_contents" }
    round_name(round) { zh: "第{round}轮", en: "round {round}" }
    file_round(year, round) { zh: "{year}_第{round}轮", en: "{year}_round{round}" }
    file_reminder(year) { zh: "{year}_催报", en: "{year}_reminder" }
    kind_return { zh: "退回", en: "return" }
    kind_findings { zh: "审核意见", en: "findings" }
    kind_clean { zh: "暂无问题", en: "clean so far" }
    kind_accepted { zh: "通过", en: "accepted" }
    kind_reminder { zh: "催报", en: "reminder" }
    label_agency { zh: "机关", en: "Agency" }
    label_kind { zh: "类别", en: "Kind" }
    label_round { zh: "轮次", en: "Round" }
    label_due { zh: "期限", en: "Due" }
    label_file { zh: "文件", en: "File" }
    label_must_short { zh: "须更正", en: "Correct" }
    label_explain_short { zh: "须说明", en: "Explain" }
    label_total { zh: "合计", en: "Total" }
    circular_title(year) { zh: "关于{year}年政府信息公开工作年度报告共性问题的通报", en: "Common problems in the annual reports on government disclosure for {year}" }
    circular_summary(reports, troubled, findings) {
        zh: "本次共审核年度报告{reports}份，其中{troubled}份存在须更正或说明的问题，共{findings}处。现将共性问题通报如下，请对照检查。",
        en: ["{reports} annual {reports_were} reviewed; {troubled} of them {have} problems to be corrected or explained, {findings} in all. Please check your own report for the following."; reports_were(reports): "report was" / "reports were", have(troubled): "has" / "have"],
    }
    /// The same where a roster says who has not reported.
    circular_summary_absent(reports, troubled, findings, absent) {
        zh: "本次共审核年度报告{reports}份，其中{troubled}份存在须更正或说明的问题，共{findings}处；未报{absent}家。现将共性问题通报如下，请对照检查。",
        en: ["{reports} annual {reports_were} reviewed; {troubled} of them {have} problems to be corrected or explained, {findings} in all; {absent} {agencies_have} not reported. Please check your own report for the following."; reports_were(reports): "report was" / "reports were", have(troubled): "has" / "have", agencies_have(absent): "agency has" / "agencies have"],
    }
    /// Whose report an example is of, where agencies are not named.
    some_agency { zh: "某单位", en: "one agency" }
    label_kind_of_problem { zh: "问题类型", en: "Kind of problem" }
    label_agencies { zh: "涉及单位（家）", en: "Agencies" }
    label_share { zh: "占比", en: "Share" }
    label_findings { zh: "问题（处）", en: "Findings" }
    label_examples { zh: "示例", en: "Examples" }
    label_attend { zh: "填报时请注意", en: "What to look out for" }
    label_overview { zh: "总体情况", en: "Overview" }
    label_kinds { zh: "主要问题", en: "The problems" }
    circular_written(path, kinds, reports) {
        zh: "通报已写到 {path}：{reports} 份年报，{kinds} 类问题",
        en: ["written to {path}: {reports} {of_reports}, {kinds} {of_kinds} of problems"; of_reports(reports): "report" / "reports", of_kinds(kinds): "kind" / "kinds"],
    }
    circular_ending(path) {
        zh: "{path}：通报只能写成 docx、md、html 或 txt",
        en: "{path}: a circular can be docx, md, html or txt",
    }
    /// What was done, for whoever ran the command.
    written(notices, reminders, path, year) {
        zh: "{year} 年：写出通知 {notices} 份、催报 {reminders} 份，在 {path}",
        en: ["{year}: {notices} {of_notices} and {reminders} {of_reminders} written to {path}"; of_notices(notices): "notice" / "notices", of_reminders(reminders): "reminder" / "reminders"],
    }
    due_is_over(due, date) {
        zh: "重报期限 {due} 早于通知日期 {date}",
        en: "the due date {due} is before the date of the notices, {date}",
    }
    nothing(year, what) { zh: "{year} 年没有可写的通知（{what}）", en: "{year}: there is no notice to write ({what})" }
    only_returned { zh: "没有符合条件的退回的年报", en: "no report that fits is returned" }
    only_errors { zh: "没有符合条件的有错误的年报", en: "no report that fits has errors" }
    only_all { zh: "没有符合条件的年报", en: "no report fits" }
    only_missing { zh: "名册中没有符合条件的未报机关", en: "no agency of the roster that fits is missing" }
    no_roster {
        zh: "没有名册（--roster），不知道谁没有报送",
        en: "without a roster (--roster), who has not reported is not known",
    }
    returned_elsewhere(years) {
        zh: "其他年度也有退回的年报，用 --year 写出：{years}",
        en: "reports of other years are returned too; --year writes their notices: {years}",
    }
    unread(count) {
        zh: "有 {count} 个文件不能读取，不知道属于哪个机关，没有通知",
        en: ["{count} {files} could not be read; nobody knows whose, and no notice was written"; files(count)],
    }
    template_unread(why) { zh: "模板不能读取：{why}", en: "the template cannot be read: {why}" }
    template_ending(path) {
        zh: "模板 {path} 不是 docx、md、html 或 txt",
        en: "the template {path} is none of docx, md, html, txt",
    }
    template_other_format(format) { zh: "模板是 {format}，与 --format 不同", en: "the template is {format}, which --format is not" }
    /// Of a circular, whose format its name says.
    /// The template of the list and the notices are of different formats.
    cover_other_format(format) {
        zh: "目录的模板格式应与通知相同（{format}）",
        en: "the template of the list must be of the format of the notices ({format})",
    }
    template_other_than_to(format) {
        zh: "模板的格式与 --to（{format}）不同",
        en: "the template is of another format than --to ({format})",
    }
    template_not_text { zh: "模板不是 UTF-8 文本", en: "the template is not UTF-8 text" }
    template_not_docx { zh: "不是 docx 文档", en: "it is no docx document" }
    template_bomb { zh: "解压后过大，未使用", en: "it unpacks to far too much and was not used" }
    template_broken(part) { zh: "{part} 不是完整的 XML", en: "{part} is not whole XML" }
    template_paragraph(text) { zh: "“{text}”", en: "\"{text}\"" }
    template_torn {
        zh: "条件或重复的开头与结尾不在同一层（同一段、同一表格行），填出的文档会损坏",
        en: "a condition or repetition begins and ends on different levels (paragraph, table row): what comes out would be no document",
    }
    template_line(line) { zh: "第 {line} 行", en: "line {line}" }
    /// A passage of a template.
    template_at(place, what) { zh: "模板（{place}）：{what}", en: "template ({place}): {what}" }
    template_no_name(name) { zh: "没有占位符 {name}", en: "there is no placeholder {name}" }
    template_syntax { zh: "占位符或条件写得不对", en: "a placeholder or condition is not written rightly" }
    template_endless { zh: "重复太多，没有完成", en: "it repeats too much and was not finished" }
    template_no_value {
        zh: "此处的值不能这样用（多项的要用 {% for … %} 逐项写出）",
        en: "the value here cannot be used so (of a list each is written by {% for … %})",
    }
    template_alike {
        zh: "其中没有占位符，每份通知都会一样；占位符用半角花括号写，如 {{ agency }}",
        en: "it has no placeholder: every notice would be the same; a placeholder is written {{ agency }}",
    }
    stdout_is_terminal {
        zh: "docx 不能输出到终端，请转到文件：gouji notice --print-template > 模板.docx",
        en: "a docx cannot be shown on a terminal; send it to a file: gouji notice --print-template > template.docx",
    }
}
