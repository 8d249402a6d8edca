//! The commands of the desk.

/// A command in words.
#[derive(Debug, Clone, Copy)]
pub struct CommandText {
    /// In the footer, after a key.
    pub short: &'static str,
    /// In the help.
    pub help: &'static str,
}

texts! {
    /// The commands of the desk; which key does which is in the command table.
    CommandWords
    group_move { zh: "移动", en: "Moving" }
    group_jump { zh: "跳转", en: "Jumping" }
    group_find { zh: "查找", en: "Finding" }
    group_review { zh: "审核", en: "Reviewing" }
    group_program { zh: "程序", en: "Program" }
    enter { zh: ("进入", "查看光标处"), en: ("open", "open what is under the cursor") }
    back { zh: ("返回", "返回上一级"), en: ("back", "go back one level") }
    down { zh: ("下", "下移一行"), en: ("down", "one line down") }
    up { zh: ("上", "上移一行"), en: ("up", "one line up") }
    left { zh: ("左", "左移一列"), en: ("left", "one column left") }
    right { zh: ("右", "右移一列"), en: ("right", "one column right") }
    first { zh: ("首", "到最前"), en: ("first", "to the beginning") }
    last { zh: ("末", "到最后"), en: ("last", "to the end") }
    page_down { zh: ("下页", "下翻一页"), en: ("page down", "one page down") }
    page_up { zh: ("上页", "上翻一页"), en: ("page up", "one page up") }
    next_finding {
        zh: ("下一问题", "下一个问题，跨表、跨年报"),
        en: ("next finding", "next finding, across tables and reports"),
    }
    previous_finding {
        zh: ("上一问题", "上一个问题，跨表、跨年报"),
        en: ("previous finding", "previous finding, across tables and reports"),
    }
    next_report { zh: ("下一份", "列表中的下一份年报"), en: ("next report", "next report of the list") }
    other_side {
        zh: ("文↔表", "在问题所说的原文和单元格之间来回"),
        en: ("text/table", "between the passage and the cells of a finding"),
    }
    other_report {
        zh: ("另一份", "打开问题所说的另一份年报；esc 回来"),
        en: ("other report", "opens the other report that the finding speaks of; esc comes back"),
    }
    panel_down { zh: ("下翻对照", "下翻雷同文字的对照"), en: ("passages on", "further down in the copied passages") }
    panel_up { zh: ("上翻对照", "上翻雷同文字的对照"), en: ("passages back", "further up in the copied passages") }
    previous_report { zh: ("上一份", "列表中的上一份年报"), en: ("previous report", "previous report of the list") }
    tab_findings { zh: ("问题", "查看问题清单"), en: ("findings", "the list of findings") }
    tab_disclosure { zh: ("表二", "查看表二"), en: ("table 2", "table 2") }
    tab_requests { zh: ("表三", "查看表三"), en: ("table 3", "table 3") }
    tab_disputes { zh: ("表四", "查看表四"), en: ("table 4", "table 4") }
    tab_text { zh: ("正文", "查看六个章节的正文"), en: ("text", "the text of the six sections") }
    tab_notes { zh: ("记录", "查看批注和处理记录"), en: ("acts", "notes and other review acts") }
    tab_source { zh: ("原文", "查看原文件的各行"), en: ("source", "the lines of the document itself") }
    tab_doubts { zh: ("疑点", "查看读取疑点"), en: ("doubts", "what was doubtful in reading") }
    tab_years {
        zh: ("历年", "查看本机关历年的主要数据"),
        en: ("years", "the main figures of this agency over the years"),
    }
    to_source {
        zh: ("原文", "到光标处的数在原文的那一行，enter 回来"),
        en: ("source", "to the line of the document; enter comes back"),
    }
    next_doubt { zh: ("下一疑点", "下一个读取疑点，跨年报"), en: ("next doubt", "next reading doubt, across reports") }
    previous_doubt {
        zh: ("上一疑点", "上一个读取疑点，跨年报"),
        en: ("previous doubt", "previous reading doubt, across reports"),
    }
    compare {
        zh: ("核对", "对照原文，记下读取是否无误，不改文件"),
        en: ("compare", "say what the document shows; changes no file"),
    }
    filter { zh: ("查找", "按名称查找"), en: ("find", "find by name") }
    alike {
        zh: ("同类", "只看同一规则（或同一地区）的机关"),
        en: ("alike", "only agencies with a finding of the same rule (or of the same region)"),
    }
    narrow {
        zh: ("缩小", "按条件缩小列表：状态、轻重、规则、部位、地区等"),
        en: ("narrow", "narrow by status, severity, rule, part, who"),
    }
    absent { zh: ("未报", "名册中没有年报的机关"), en: ("absent", "agencies of the roster without a report") }
    sort { zh: ("排序", "换一种排序"), en: ("sort", "change the order") }
    year { zh: ("年度", "换一个年度"), en: ("year", "show another year") }
    next_reading { zh: ("读法", "预览下一种订正读法"), en: ("reading", "preview the next reading") }
    previous_reading { zh: ("上一读法", "预览上一种订正读法"), en: ("reading before", "preview the reading before") }
    correction {
        zh: ("请核对", "用订正读法写一条请单位核对的批注"),
        en: ("ask", "a note that asks the agency to check what the reading would change"),
    }
    note { zh: ("批注", "给光标处写批注"), en: ("note", "write a note on what is under the cursor") }
    edit_note { zh: ("修改", "修改光标处的批注"), en: ("edit", "edit the note under the cursor") }
    retract_note { zh: ("撤回", "撤回光标处的批注或意见"), en: ("retract", "retract the act under the cursor") }
    verdict { zh: ("处理", "对当前问题写处理意见"), en: ("verdict", "decide on the current finding") }
    return_report { zh: ("退回", "退回这份年报"), en: ("return", "return this report to its agency") }
    accept_report { zh: ("通过", "通过这份年报"), en: ("accept", "accept this report") }
    undo { zh: ("撤销", "撤销自己的上一个审核动作"), en: ("undo", "undo your last review act") }
    redo { zh: ("重做", "恢复刚撤销的审核动作"), en: ("redo", "restore what was just undone") }
    copy { zh: ("复制", "复制光标处的内容"), en: ("copy", "copy what is under the cursor") }
    palette { zh: ("命令", "列出全部命令，输入文字查找"), en: ("commands", "list all commands and search them") }
    list_notices { zh: ("提示记录", "列出说过的提示"), en: ("notices", "list what was said") }
    older_place { zh: ("后退", "回到前一个位置"), en: ("back to", "go back to the place before") }
    newer_place { zh: ("前进", "再到后一个位置"), en: ("forward", "go forward again") }
    set_mark { zh: ("标记", "给此处做标记，一个字母"), en: ("mark", "mark this place with a letter") }
    to_mark { zh: ("到标记", "到这个字母的标记"), en: ("to mark", "go to the mark of this letter") }
    list_marks { zh: ("各标记", "列出标记，选一个前往"), en: ("marks", "list the marks and go to one") }
    help { zh: ("帮助", "全部命令"), en: ("help", "all commands") }
    theme { zh: ("配色", "换一种配色"), en: ("theme", "another colour theme") }
    redraw { zh: ("重画", "重画屏幕"), en: ("redraw", "redraw the screen") }
    suspend { zh: ("挂起", "挂起程序，fg 恢复"), en: ("suspend", "suspend the program; fg brings it back") }
    quit { zh: ("退出", "退出"), en: ("quit", "quit") }
    preview {
        zh: ("预览", "显示或隐藏光标处年报的预览"),
        en: ("preview", "shows or hides the preview of the report under the cursor"),
    }
    overview {
        zh: ("总览", "按规则、地区、状态看全部年报"),
        en: ("overview", "all reports by rule, region and status"),
    }
    next_by_severity {
        zh: ("下一错误", "按轻重的下一个问题：先各份的错误，再警告"),
        en: ("next error", "next finding: all errors, then all warnings"),
    }
    previous_by_severity {
        zh: ("上一错误", "按轻重的上一个问题"),
        en: ("previous error", "previous finding by severity"),
    }
    next_unreviewed { zh: ("下一未审", "下一个未审的机关"), en: ("next unreviewed", "next unreviewed agency") }
    previous_unreviewed {
        zh: ("上一未审", "上一个未审的机关"),
        en: ("previous unreviewed", "previous unreviewed agency"),
    }
    order_by {
        zh: ("多列排序", "按几列排序，各列升序或降序"),
        en: ("order by", "order by several columns, each up or down"),
    }
    save_filter {
        zh: ("存筛选", "把现在的筛选、查找、排序、年度存下来"),
        en: ("save filter", "save chips, search, order and year under a name"),
    }
    filters { zh: ("取筛选", "取用已存的筛选"), en: ("filters", "apply a saved filter") }
    reload {
        zh: ("刷新", "看目录里有没有新增、变更的年报"),
        en: ("reload", "look for new and changed reports in the directory"),
    }
    who_is_here { zh: ("在场", "列出谁正在审核、在看哪份年报"), en: ("who", "who is reviewing now, and which report") }
    assign { zh: ("指派", "把年报指派给审核人"), en: ("assign", "assign the report to a reviewer") }
    name {
        zh: ("命名", "为未读出名称的机关命名；可撤销"),
        en: ("name", "name an agency whose name was left open; can be undone"),
    }
    mine {
        zh: ("我的", "只看指派给本人的年报，再按一次看全部"),
        en: ("mine", "only reports assigned to you; again: all"),
    }
    select {
        zh: ("选择", "选择或取消光标处的机关，下移一行"),
        en: ("mark", "mark or unmark the agency under the cursor, and go down"),
    }
    select_all {
        zh: ("全选", "选择列表中的全部机关，已有选择时全部取消"),
        en: ("mark all", "mark all agencies shown; unmark all if any is marked"),
    }
    verdict_all {
        zh: ("同类处理", "对所选（否则列表中全部）年报的同一规则问题写同一处理意见"),
        en: ("all alike", "the same decision on all findings of the rule: in the marked reports, else in all shown"),
    }
    repeat {
        zh: ("重复", "在光标处重复上一个审核动作"),
        en: ("again", "repeat the last review act on what is under the cursor"),
    }
    all_notes { zh: ("全部批注", "查找全部批注，前往其所在位置"), en: ("all notes", "search all notes and go to one") }
    due { zh: ("期限", "改退回期限"), en: ("due", "change until when a returned report is due") }
    tab_versions { zh: ("版本", "与上一版本比较"), en: ("versions", "what changed since the version before") }
}
