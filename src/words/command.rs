//! The commands of the desk: what there is, by name, and what each is called.
//!
//! Everything else about a command is its value, in `tui::command`.

/// A command in words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CommandText {
    /// In the footer, after a key.
    pub(crate) short: &'static str,
    /// In the help.
    pub(crate) help: &'static str,
}

texts! {
    /// The groups of the commands.
    CommandWords
    group_move { zh: "移动", en: "Moving" }
    group_jump { zh: "跳转", en: "Jumping" }
    group_find { zh: "查找", en: "Finding" }
    group_review { zh: "审核", en: "Reviewing" }
    group_program { zh: "程序", en: "Program" }
}

/// The names of the commands, each with what a file of keys calls it and its texts.
macro_rules! commands {
    ($(
        $command:ident $id:literal {
            zh: ($zh:literal, $zh_help:literal), en: ($en:literal, $en_help:literal) $(,)?
        }
    )+) => {
        /// The name of a command. What the command does is a value of the desk.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum CommandId {
            $(#[doc = $en_help] $command,)+
        }

        impl CommandId {
            /// All of them, in the order of the help.
            pub(crate) const ALL: [Self; [$($id),+].len()] = [$(Self::$command),+];

            /// Its name in a file of keys: `next-finding`. Files out there have it: it stays.
            #[must_use]
            pub(crate) const fn id(self) -> &'static str {
                match self {
                    $(Self::$command => $id,)+
                }
            }

            /// What it is called.
            #[must_use]
            pub(crate) const fn text(self, lang: super::Lang) -> CommandText {
                const {
                    $(assert!(!($zh.is_empty() || $zh_help.is_empty() || $en.is_empty() || $en_help.is_empty()), "an empty text");)+
                }
                match (self, lang) {
                    $(
                        (Self::$command, super::Lang::Zh) => CommandText { short: $zh, help: $zh_help },
                        (Self::$command, super::Lang::En) => CommandText { short: $en, help: $en_help },
                    )+
                }
            }
        }
    };
}

// In the order of the help, of the list of commands and of what can follow a key.
commands! {
    Enter "enter" { zh: ("进入", "查看光标处"), en: ("open", "open what is under the cursor") }
    Back "back" { zh: ("返回", "返回上一级"), en: ("back", "go back one level") }
    Down "down" { zh: ("下", "下移一行"), en: ("down", "one line down") }
    Up "up" { zh: ("上", "上移一行"), en: ("up", "one line up") }
    Left "left" { zh: ("左", "左移一列"), en: ("left", "one column left") }
    Right "right" { zh: ("右", "右移一列"), en: ("right", "one column right") }
    First "first" { zh: ("首", "到最前"), en: ("first", "to the beginning") }
    Last "last" { zh: ("末", "到最后"), en: ("last", "to the end") }
    PageDown "page-down" { zh: ("下页", "下翻一页"), en: ("page down", "one page down") }
    PageUp "page-up" { zh: ("上页", "上翻一页"), en: ("page up", "one page up") }
    NextFinding "next-finding" {
        zh: ("下一问题", "下一个问题，跨表、跨年报"),
        en: ("next finding", "next finding, across tables and reports"),
    }
    PreviousFinding "previous-finding" {
        zh: ("上一问题", "上一个问题，跨表、跨年报"),
        en: ("previous finding", "previous finding, across tables and reports"),
    }
    NextDoubt "next-doubt" {
        zh: ("下一疑点", "下一个读取疑点，跨年报"),
        en: ("next doubt", "next reading doubt, across reports"),
    }
    PreviousDoubt "previous-doubt" {
        zh: ("上一疑点", "上一个读取疑点，跨年报"),
        en: ("previous doubt", "previous reading doubt, across reports"),
    }
    ToSource "to-source" {
        zh: ("原文", "到光标处的数在原文的那一行，enter 回来"),
        en: ("source", "to the line of the document; enter comes back"),
    }
    OtherSide "other-side" {
        zh: ("文↔表", "在问题所说的原文和单元格之间来回"),
        en: ("text/table", "between the passage and the cells of a finding"),
    }
    OtherReport "other-report" {
        zh: ("另一份", "打开问题所说的另一份年报；esc 回来"),
        en: ("other report", "opens the other report that the finding speaks of; esc comes back"),
    }
    PanelDown "panel-down" {
        zh: ("下翻对照", "下翻雷同文字的对照"),
        en: ("passages on", "further down in the copied passages"),
    }
    PanelUp "panel-up" {
        zh: ("上翻对照", "上翻雷同文字的对照"),
        en: ("passages back", "further up in the copied passages"),
    }
    NextReport "next-report" {
        zh: ("下一份", "列表中的下一份年报"),
        en: ("next report", "next report of the list"),
    }
    PreviousReport "previous-report" {
        zh: ("上一份", "列表中的上一份年报"),
        en: ("previous report", "previous report of the list"),
    }
    NextBySeverity "next-by-severity" {
        zh: ("下一错误", "按轻重的下一个问题：先各份的错误，再警告"),
        en: ("next error", "next finding: all errors, then all warnings"),
    }
    PreviousBySeverity "previous-by-severity" {
        zh: ("上一错误", "按轻重的上一个问题"),
        en: ("previous error", "previous finding by severity"),
    }
    NextUnreviewed "next-unreviewed" {
        zh: ("下一未审", "下一个未审的机关"),
        en: ("next unreviewed", "next unreviewed agency"),
    }
    PreviousUnreviewed "previous-unreviewed" {
        zh: ("上一未审", "上一个未审的机关"),
        en: ("previous unreviewed", "previous unreviewed agency"),
    }
    TabFindings "tab-findings" { zh: ("问题", "查看问题清单"), en: ("findings", "the list of findings") }
    TabDisclosure "tab-disclosure" { zh: ("表二", "查看表二"), en: ("table 2", "table 2") }
    TabRequests "tab-requests" { zh: ("表三", "查看表三"), en: ("table 3", "table 3") }
    TabDisputes "tab-disputes" { zh: ("表四", "查看表四"), en: ("table 4", "table 4") }
    TabText "tab-text" { zh: ("正文", "查看六个章节的正文"), en: ("text", "the text of the six sections") }
    TabNotes "tab-notes" { zh: ("记录", "查看批注和处理记录"), en: ("acts", "notes and other review acts") }
    TabSource "tab-source" { zh: ("原文", "查看原文件的各行"), en: ("source", "the lines of the document itself") }
    TabDoubts "tab-doubts" { zh: ("疑点", "查看读取疑点"), en: ("doubts", "what was doubtful in reading") }
    TabYears "tab-years" {
        zh: ("历年", "查看本机关历年的主要数据"),
        en: ("years", "the main figures of this agency over the years"),
    }
    TabVersions "tab-versions" {
        zh: ("版本", "与上一版本比较"),
        en: ("versions", "what changed since the version before"),
    }
    AllNotes "all-notes" {
        zh: ("全部批注", "查找全部批注，前往其所在位置"),
        en: ("all notes", "search all notes and go to one"),
    }
    Filter "filter" { zh: ("查找", "按名称查找"), en: ("find", "find by name") }
    Find "find" {
        zh: ("找", "在这里查找，汉字、拼音、首字母、数字都可以"),
        en: ("find", "find here: words, pinyin, initials, numbers"),
    }
    FindNext "find-next" { zh: ("下一处", "所查找的下一处"), en: ("next place", "next place of what was found") }
    FindBefore "find-previous" {
        zh: ("上一处", "所查找的上一处"),
        en: ("place before", "the place before of what was found"),
    }
    FindHere "find-here" {
        zh: ("找此", "查找光标处的数或词"),
        en: ("find this", "find what is under the cursor"),
    }
    SameCell "same-cell" {
        zh: ("同格", "同年度各机关这一格填了多少，哪些机关这样填"),
        en: ("same cell", "what all agencies of the year say in this cell, and who"),
    }
    Narrow "narrow" {
        zh: ("缩小", "按条件缩小列表：状态、轻重、规则、部位、地区等"),
        en: ("narrow", "narrow by status, severity, rule, part, who"),
    }
    Absent "absent" {
        zh: ("未报", "名册中没有年报的机关"),
        en: ("absent", "agencies of the roster without a report"),
    }
    Alike "alike" {
        zh: ("同类", "只看同一规则（或同一地区）的机关"),
        en: ("alike", "only agencies with a finding of the same rule (or of the same region)"),
    }
    Sort "sort" { zh: ("排序", "换一种排序"), en: ("sort", "change the order") }
    Year "year" { zh: ("年度", "换一个年度"), en: ("year", "show another year") }
    Preview "preview" {
        zh: ("预览", "显示或隐藏光标处年报的预览"),
        en: ("preview", "shows or hides the preview of the report under the cursor"),
    }
    Overview "overview" {
        zh: ("总览", "按规则、地区、状态看全部年报"),
        en: ("overview", "all reports by rule, region and status"),
    }
    OrderBy "order-by" {
        zh: ("多列排序", "按几列排序，各列升序或降序"),
        en: ("order by", "order by several columns, each up or down"),
    }
    Reverse "reverse" { zh: ("倒序", "把现在的排序倒过来"), en: ("reverse", "turn the order around") }
    Columns "columns" {
        zh: ("列", "选择列表显示哪些列、先后次序"),
        en: ("columns", "which columns the list has, and in which order"),
    }
    SaveFilter "save-filter" {
        zh: ("存筛选", "把现在的筛选、查找、排序、年度存下来"),
        en: ("save filter", "save chips, search, order and year under a name"),
    }
    Filters "filters" { zh: ("取筛选", "取用已存的筛选"), en: ("filters", "apply a saved filter") }
    NextRepair "next-reading" { zh: ("订正", "预览下一种订正建议"), en: ("repair", "preview the next repair") }
    PreviousRepair "previous-reading" {
        zh: ("上一订正", "预览上一种订正建议"),
        en: ("repair before", "preview the repair before"),
    }
    Correction "correction" {
        zh: ("请核对", "用订正建议写一条请单位核对的批注"),
        en: ("ask", "a note that asks the agency to check what the repair would change"),
    }
    Note "note" { zh: ("批注", "给光标处写批注"), en: ("note", "write a note on what is under the cursor") }
    EditNote "edit-note" { zh: ("修改", "修改光标处的批注"), en: ("edit", "edit the note under the cursor") }
    RetractNote "retract-note" {
        zh: ("撤回", "撤回光标处的批注或意见"),
        en: ("retract", "retract the act under the cursor"),
    }
    Verdict "verdict" { zh: ("处理", "对当前问题写处理意见"), en: ("verdict", "decide on the current finding") }
    MustCorrect "must-correct" {
        zh: ("须更正", "当前的属实，须更正"),
        en: ("must correct", "what is found must be corrected"),
    }
    AcceptFinding "accept-finding" {
        zh: ("认可", "认可当前的，不附理由；要附理由用处理意见"),
        en: ("accept it", "what is found is accepted, without a reason"),
    }
    NotAProblem "not-a-problem" {
        zh: ("不是问题", "当前的不是问题"),
        en: ("no problem", "what is found is no problem"),
    }
    ToVerify "to-verify" {
        zh: ("待核实", "当前的待核实"),
        en: ("verify", "what is found is to be verified"),
    }
    Compare "compare" {
        zh: ("核对", "对照原文，记下读取是否无误，不改文件"),
        en: ("compare", "say what the document shows; changes no file"),
    }
    SpreadDoubts "spread-doubts" {
        zh: ("各格", "同一原因的疑点各格分列，或并成一行"),
        en: ("each cell", "a line for each cell of a doubt, or one for all of a cause"),
    }
    Return "return" { zh: ("退回", "退回这份年报"), en: ("return", "return this report to its agency") }
    Accept "accept" { zh: ("通过", "通过这份年报"), en: ("accept", "accept this report") }
    AcceptShown "accept-shown" {
        zh: ("全部通过", "通过列表中（有选择时为所选）的全部年报，先列出再确认"),
        en: ("accept all", "accept all reports shown (or marked), after a list of them and a question"),
    }
    Undo "undo" { zh: ("撤销", "撤销自己的上一个审核动作"), en: ("undo", "undo your last review act") }
    Redo "redo" { zh: ("重做", "恢复刚撤销的审核动作"), en: ("redo", "restore what was just undone") }
    OlderPlace "older-place" { zh: ("后退", "回到前一个位置"), en: ("back to", "go back to the place before") }
    NewerPlace "newer-place" { zh: ("前进", "再到后一个位置"), en: ("forward", "go forward again") }
    SetMark "set-mark" { zh: ("标记", "给此处做标记，一个字母"), en: ("mark", "mark this place with a letter") }
    ToMark "to-mark" { zh: ("到标记", "到这个字母的标记"), en: ("to mark", "go to the mark of this letter") }
    ListMarks "list-marks" { zh: ("各标记", "列出标记，选一个前往"), en: ("marks", "list the marks and go to one") }
    Palette "palette" {
        zh: ("命令", "列出全部命令，输入文字查找"),
        en: ("commands", "list all commands and search them"),
    }
    ListNotices "list-notices" { zh: ("提示记录", "列出说过的提示"), en: ("notices", "list what was said") }
    Assign "assign" { zh: ("指派", "把年报指派给审核人"), en: ("assign", "assign the report to a reviewer") }
    Name "name" {
        zh: ("命名", "为未读出名称的机关命名；可撤销"),
        en: ("name", "name an agency whose name was left open; can be undone"),
    }
    Mine "mine" {
        zh: ("我的", "只看指派给本人的年报，再按一次看全部"),
        en: ("mine", "only reports assigned to you; again: all"),
    }
    Hints "hints" {
        zh: ("提示", "显示或不显示提示（只关文字和排版的问题）"),
        en: ("hints", "show the hints (matters of style), or hide them"),
    }
    WhoIsHere "who-is-here" {
        zh: ("在场", "列出谁正在审核、在看哪份年报"),
        en: ("who", "who is reviewing now, and which report"),
    }
    Reload "reload" {
        zh: ("刷新", "看目录里有没有新增、变更的年报"),
        en: ("reload", "look for new and changed reports in the directory"),
    }
    Repeat "repeat" {
        zh: ("重复", "在光标处重复上一个审核动作"),
        en: ("again", "repeat the last review act on what is under the cursor"),
    }
    VerdictAll "verdict-all" {
        zh: ("同类处理", "对所选（否则列表中全部）年报的同一规则问题写同一处理意见"),
        en: ("all alike", "the same decision on all findings of the rule: in the marked reports, else in all shown"),
    }
    Due "due" { zh: ("期限", "改退回期限"), en: ("due", "change until when a returned report is due") }
    Select "select" {
        zh: ("选择", "选择或取消光标处的机关，下移一行"),
        en: ("mark", "mark or unmark the agency under the cursor, and go down"),
    }
    SelectRange "select-range" {
        zh: ("选一段", "列表：从上次选择的选到光标处；表格：从这一格选起，用来复制"),
        en: ("mark range", "list: mark from the one marked last to the cursor; tables: cells from here on, to be copied"),
    }
    SelectAll "select-all" {
        zh: ("全选", "选择列表中的全部机关，已有选择时全部取消"),
        en: ("mark all", "mark all agencies shown; unmark all if any is marked"),
    }
    Still "still" {
        zh: ("存屏", "把现在的屏幕存成 SVG 图和文本"),
        en: ("keep screen", "write the screen as it is, as SVG and text"),
    }
    Copy "copy" { zh: ("复制", "复制光标处的内容"), en: ("copy", "copy what is under the cursor") }
    CopyView "copy-view" {
        zh: ("复制整页", "把这里的全部各行复制成表格（TSV）"),
        en: ("copy view", "copy all lines here as a table (TSV)"),
    }
    CopyText "copy-text" {
        zh: ("复制文本", "把这里的全部各行复制成对齐的文本"),
        en: ("copy text", "copy all lines here as aligned text"),
    }
    WriteOut "write-out" {
        zh: ("写出", "写通知书、台账、进度、通报到文件"),
        en: ("write out", "write notices, ledger, progress or circular into files"),
    }
    Help "help" { zh: ("帮助", "全部命令"), en: ("help", "all commands") }
    Program "program" {
        zh: ("外部程序", "用自己的程序打开光标处的年报或单元格，一个字母"),
        en: ("program", "run a program of your own on what is under the cursor, by its letter"),
    }
    Theme "theme" { zh: ("配色", "换一种配色"), en: ("theme", "another colour theme") }
    Redraw "redraw" { zh: ("重画", "重画屏幕"), en: ("redraw", "redraw the screen") }
    Suspend "suspend" {
        zh: ("挂起", "挂起程序，fg 恢复"),
        en: ("suspend", "suspend the program; fg brings it back"),
    }
    Quit "quit" { zh: ("退出", "退出"), en: ("quit", "quit") }
}
