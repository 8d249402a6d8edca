//! The dossier: everything about a review on one page.

texts! {
    /// The dossier.
    DossierWords
    title(years) { zh: "{years}年政府信息公开工作年度报告审核档案", en: "Dossier: the annual reports on government disclosure for {years}" }
    as_of(date) { zh: "截至 {date}", en: "as of {date}" }
    filters(filters) { zh: "筛选：{filters}", en: "filters: {filters}" }
    no_script {
        zh: "浏览器没有运行脚本：下面是全部机关的清单；各机关的表格、问题和批注要运行脚本才能看到。",
        en: "this browser runs no scripts: below is the list of all agencies; tables, findings and notes of each need scripts",
    }
    overview { zh: "总览", en: "Overview" }
    list { zh: "机关清单", en: "Agencies" }
    reports { zh: "年报", en: "Reports" }
    settled { zh: "已了结", en: "Settled" }
    by_status { zh: "按审核状态", en: "By status" }
    by_rule { zh: "按问题种类", en: "By rule" }
    by_region { zh: "按地区", en: "By region" }
    over_time { zh: "按日期", en: "Over time" }
    over_time_about { zh: "退回、通过各是哪天作的（按作出时计，后来撤销的不计）", en: "when reports were returned and accepted; what was taken back is not counted" }
    day { zh: "日期", en: "Day" }
    week { zh: "周（起始日）", en: "Week from" }
    month { zh: "月", en: "Month" }
    others(count) { zh: "其余 {count} 项", en: ["{count} {others}"; others(count)] }
    findings { zh: "问题", en: "Findings" }
    progress { zh: "进度明细", en: "Progress in detail" }
    unread { zh: "不能读取的文件", en: "Unreadable files" }
    search { zh: "查找：机关、地区、规则、问题和批注中的字词（/）", en: "find: agencies, regions, rules, words of findings and notes (/)" }
    any_year { zh: "各年度", en: "any year" }
    any_region { zh: "各地区", en: "any region" }
    any_status { zh: "各状态", en: "any status" }
    any_rule { zh: "各类问题", en: "any rule" }
    any_findings { zh: "有无问题", en: "with or without findings" }
    any_reviewer { zh: "各审核人", en: "any reviewer" }
    has_error { zh: "有错误", en: "with errors" }
    has_warning { zh: "有警告", en: "with warnings" }
    has_open { zh: "有未作处理的", en: "with undecided findings" }
    has_none { zh: "没有问题", en: "without findings" }
    has_notes { zh: "有批注", en: "with notes" }
    has_overdue { zh: "逾期未重报", en: "overdue" }
    sort_order { zh: "按名册次序", en: "in order of the roster" }
    sort_errors { zh: "错误多的在前", en: "most errors first" }
    sort_score { zh: "得分高的在前", en: "highest score first" }
    sort_name { zh: "按名称", en: "by name" }
    clear { zh: "清除条件", en: "clear" }
    shown(all, shown) { zh: "共 {all} 项，符合 {shown} 项", en: "{shown} of {all}" }
    more(count) { zh: "再显示一些（还有 {count} 项）", en: "show more ({count} left)" }
    nothing { zh: "没有符合条件的机关", en: "nothing fits" }
    pages(count) { zh: "逐个机关排好以便打印（{count} 份）", en: "all pages of these, for printing ({count})" }
    pages_bound(most) { zh: "一次最多排 {most} 份，这里是前 {most} 份；缩小范围后再排其余的。", en: "at most {most} at once: these are the first {most}; narrow the list for the others." }
    print { zh: "打印", en: "Print" }
    back { zh: "返回清单", en: "Back to the list" }
    before { zh: "上一个", en: "Previous" }
    after { zh: "下一个", en: "Next" }
    no_page { zh: "没有收到这个机关的年报。", en: "No report of this agency was received." }
    gone { zh: "这份档案里没有这个机关", en: "no such agency in this dossier" }
    texts { zh: "正文", en: "Text" }
    tables { zh: "表格", en: "Tables" }
    marks {
        zh: "〈 〉是等式左边，［ ］是右边，（ ）是其他有关的格；小字是问题的序号。点一条问题，表里只标它一条。",
        en: "〈 〉 is the left side of an equation, ［ ］ the right, （ ） a cell otherwise concerned; the small number is that of the finding. Choose a finding to see its cells alone.",
    }
    doubtful { zh: "读取有疑点", en: "read with a doubt" }
    blank { zh: "空白", en: "blank" }
    missing { zh: "未填报", en: "not reported" }
    no_cell { zh: "表上没有这一格", en: "the form has no such cell" }
    no_findings { zh: "没有发现问题。", en: "Nothing was found." }
    stale { zh: "处理意见是对另外的数据作的", en: "decided on other numbers" }
    disputed { zh: "审核人意见不一", en: "reviewers disagree" }
    reason { zh: "理由", en: "Reason" }
    repairs { zh: "哪一格可能错了", en: "Which cells may be wrong" }
    doubts { zh: "读取疑点", en: "Reading doubts" }
    gaps { zh: "没有查的", en: "What was not checked" }
    history { zh: "审核经过", en: "Steps of the review" }
    round(round) { zh: "第{round}轮", en: "round {round}" }
    by_when(due) { zh: "限 {due} 前重报", en: "due {due}" }
    versions { zh: "各次报送", en: "Versions" }
    version(number) { zh: "第{number}次报送", en: "Version {number}" }
    version_now(number) { zh: "第{number}次报送（现行）", en: "Version {number} (in force)" }
    changed(count) { zh: "比前一次改动 {count} 格", en: ["{count} {cells} changed since the version before"; cells(count)] }
    changed_nothing { zh: "各格与前一次相同", en: "all cells as in the version before" }
    other_form { zh: "两次报送的表式不同，不逐格比较", en: "the two follow different forms: cells are not compared" }
    counts(errors, warnings) { zh: "错误 {errors}，警告 {warnings}", en: ["{errors} {of_errors}, {warnings} {of_warnings}"; of_errors(errors): "error" / "errors", of_warnings(warnings): "warning" / "warnings"] }
    solved { zh: "比前一次少了的问题", en: "Findings that are gone" }
    arisen { zh: "比前一次多出的问题", en: "New findings" }
    unasked { zh: "没有要求而改动的", en: "changed without being asked" }
    source { zh: "文件", en: "File" }
    assignee { zh: "负责人", en: "Assigned to" }
    notes { zh: "批注", en: "Notes" }
    keys {
        zh: "/ 查找，j k 上下，Enter 打开，Esc 返回，] [ 下一个、上一个机关，p 打印",
        en: "/ find, j k down and up, Enter open, Esc back, ] [ next and previous agency, p print",
    }
}
