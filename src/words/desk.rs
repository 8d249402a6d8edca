//! The desk.

texts! {
    /// The desk.
    DeskWords
    /// The name of the program on the first line.
    program { zh: "勾稽", en: "gouji" }
    /// A key that has a meaning elsewhere.
    not_here(key, what, places) { zh: "{key}（{what}）在这里不起作用，用于：{places}", en: "{key} ({what}) does nothing here, it is for: {places}" }
    unknown_key(key, help) { zh: "{key} 没有定义，按 {help} 看帮助", en: "{key} has no meaning; {help} shows the help" }
    journal_read_only { zh: "审核日志只读，不能记录；可用 --journal 另指一份", en: "the journal is read-only: nothing can be recorded; --journal names another" }
    /// There is no report under the cursor.
    no_report { zh: "光标处没有可审核的年报，请移到一份年报上", en: "there is no report under the cursor: move to one" }
    /// The line under the cursor leads nowhere.
    no_finding_on_line {
        zh: "光标处不是问题，没有相应的单元格或原文，请移到一条问题上",
        en: "the cursor is on no finding, so there is no cell or text to go to: move to one",
    }
    no_findings { zh: "列表中的年报都没有问题", en: "no report of the list has a finding" }
    no_finding_here { zh: "此处没有问题可处理，请移到一条问题上", en: "no finding here to decide on: move to one" }
    /// Why `Command::OtherSide` does not work.
    no_other_side { zh: "这里没有同时涉及正文和表格的问题，请移到另一条", en: "no finding here speaks of both text and cells: move to another" }
    /// The finding speaks of no other report, or of one that is not there.
    no_other_report { zh: "这里没有涉及另一份年报的问题，请移到另一条", en: "no finding here speaks of another report: move to another" }
    /// Another report is looked at: `report` is the one that one has come from.
    visiting(report) { zh: "对照查看；esc 回到 {report}", en: "for comparison; esc goes back to {report}" }
    /// Above a passage of the open report: `section`.
    passage_here(section) { zh: "本份年报 第 {section} 部分", en: "this report, section {section}" }
    /// Above a passage of another report: `report`, `section`.
    passage_there(report, section) { zh: "{report} 第 {section} 部分", en: "{report}, section {section}" }
    /// A number of the text and the cells that say the same: `metric`, `text`, `cells`, `table`.
    tie_agrees(metric, text, cells, table) {
        zh: "{metric} {text} ＝ {cells} {table}，相符",
        en: "{metric} {text} = {cells} {table}, they agree",
    }
    tie_differs(metric, text, cells, table) {
        zh: "{metric} {text} ≠ {cells} {table}，不符",
        en: "{metric} {text} ≠ {cells} {table}, they differ",
    }
    tie_apart(metric, text, cells, table) {
        zh: "{metric} {text}，表中 {cells} {table}，口径不同，不比对",
        en: "{metric} {text}, in the table {cells} {table}: not the same thing, not compared",
    }
    tie_no_number(metric, text, cells) {
        zh: "{metric} {text}，表中 {cells} 不是数字",
        en: "{metric} {text}, in the table {cells} holds no number",
    }
    /// No number on the line is one of the tables'.
    no_claim_here { zh: "这一行没有与表格对应的数字", en: "no number on this line is one of the tables'" }
    /// Nothing under the cursor of the notes.
    no_note_here { zh: "光标处没有批注，请移到一条批注上", en: "there is no note under the cursor: move to one" }
    not_a_note { zh: "只有批注可以修改文字；意见请撤回后另写", en: "only the words of a note can be edited: take the act back and do it anew" }
    not_yours { zh: "这是别人写的，不能改动，可另写一条批注", en: "somebody else wrote this: write a note of your own" }
    still_saving { zh: "正在保存，请稍候", en: "still saving, please wait" }
    nothing_to_undo { zh: "没有可以撤销的动作（只撤销本人的）", en: "there is nothing to undo (only your own acts can be)" }
    /// What a note speaks of is no longer there.
    target_gone { zh: "批注所指的内容已不存在", en: "what the note speaks of is no longer there" }
    wrapped_to_first { zh: "已到末尾，回到第一个", en: "past the end, back at the first" }
    /// The search went past the beginning.
    wrapped_to_last { zh: "已到开头，转到最后一个", en: "past the beginning, now at the last" }
    sort_file { zh: "文件", en: "file" }
    sort_findings { zh: "问题", en: "findings" }
    sort_due { zh: "期限", en: "due" }
    sort_status { zh: "状态", en: "status" }
    sort_name { zh: "名称", en: "name" }
    sorted(order) { zh: "排序：{order}", en: "sorted by {order}" }
    year_shown(year) { zh: "只看 {year} 年", en: "reports of {year}" }
    latest_shown { zh: "各单位的最新年度", en: "the latest year of each agency" }
    year_latest { zh: "最新", en: "latest" }
    chip_year(year) { zh: "年度 {year}", en: "year {year}" }
    chip_sort(order) { zh: "排序 {order}", en: "by {order}" }
    chip_filter(filter) { zh: "查找 {filter}", en: "find {filter}" }
    /// The title of the menu of what the list can be narrowed to.
    narrow_title { zh: "缩小范围", en: "narrow the list" }
    narrow_hint {
        zh: "输入文字查找  Enter 选定  Tab 多选  Ctrl-U 全部取消  Esc 关闭",
        en: "type to find  Enter choose  Tab several  Ctrl-U none  Esc close",
    }
    narrowed_to(chip) { zh: "列表只显示：{chip}", en: "the list shows only: {chip}" }
    /// Why `Command::Alike` does not work.
    nothing_alike { zh: "没有问题也没有地区可比照", en: "there is no finding and no region to go by" }
    count_reports(count) { zh: "{count} 份", en: "{count}" }
    flag_clean { zh: "没有问题和疑点", en: "no findings, no doubts" }
    flag_undecided { zh: "有未处理的问题", en: "undecided findings" }
    flag_noted { zh: "有批注", en: "notes" }
    flag_stale { zh: "批注已过时", en: "stale acts" }
    flag_doubtful { zh: "有读取疑点", en: "reading doubts" }
    totals(shown, returned, accepted) {
        zh: "{shown} 家，退回 {returned}，通过 {accepted}",
        en: ["{shown} {agencies}, {returned} returned, {accepted} accepted"; agencies(shown): "agency" / "agencies"],
    }
    report_is_another(report, now) {
        zh: "《{report}》在书写期间变成了《{now}》：再按一次 Enter 仍记在《{report}》名下",
        en: "{report} has become {now} while this was written: Enter again saves it on {report}",
    }
    report_is_gone(report) {
        zh: "《{report}》的文件在书写期间不在了或无法读取：再按一次 Enter 仍记在《{report}》名下",
        en: "the file of {report} has gone or cannot be read since this was begun: Enter again saves it on {report}",
    }
    /// Said at the last key of an act without words: {report}, {now}
    acted_on_another(report, now) {
        zh: "《{report}》已经变成《{now}》：没有保存，请看过再处理",
        en: "{report} has become {now}: nothing was saved, look at it first",
    }
    /// Said at the last key of an act without words: {report}
    acted_on_gone(report) {
        zh: "《{report}》的文件不在了或无法读取：没有保存",
        en: "the file of {report} has gone or cannot be read: nothing was saved",
    }
    nothing_written { zh: "没有写字，未保存；Esc 关闭", en: "nothing written, nothing saved; esc closes" }
    already(status) { zh: "已经是：{status}", en: "already: {status}" }
    accept_anyway(against) {
        zh: "{against}。仍然通过？",
        en: "{against}. Accept the report all the same?",
    }
    yes_or_no { zh: "y 是  n 否", en: "y yes  n no" }
    saving { zh: "正在保存", en: "saving" }
    saved_note { zh: "已保存批注", en: "note saved" }
    saved_edit { zh: "已保存修改", en: "edit saved" }
    saved_retraction { zh: "已撤销", en: "undone" }
    saved_verdict(decision) { zh: "已保存处理意见：{decision}", en: "verdict saved: {decision}" }
    saved_status(status) { zh: "已保存状态：{status}", en: "status saved: {status}" }
    others_acted(count) { zh: "其他审核人新增 {count} 条记录", en: ["{count} new {acts} by other reviewers"; acts(count)] }
    /// The directory holds nothing to review.
    nothing_found(path) {
        zh: "{path}：没有可审核的年报（需要 .json 或文本文件）",
        en: "{path}: nothing to review (reports as .json, or text documents)",
    }
    loaded_with_trouble(count, unreadable) {
        zh: "已读 {count} 份，其中 {unreadable} 份无法读取，见列表",
        en: ["{count} {files}, {unreadable} could not be read: see the list"; files(count)],
    }
    loading(read, found) { zh: "正在读取 {read}/{found}", en: "reading {read}/{found}" }
    checking(checked, all) { zh: "正在核对正文 {checked}/{all}", en: "checking texts {checked}/{all}" }
    still_loading { zh: "正在读取……", en: "reading ..." }
    nothing_shown { zh: "没有符合条件的机关，请放宽条件", en: "no agency fits: ask for less" }
    /// Text came that no key types, where keys are commands.
    burst_ignored {
        zh: "像是粘贴的文字，未当作按键执行；要粘贴，先打开批注或查找",
        en: "this looks like pasted text, none of it was taken for keys: begin a note or a search first",
    }
    ime_on { zh: "中文输入法开着，请切换到英文", en: "a Chinese input method is on: switch to English" }
    paste_ignored { zh: "这里不能粘贴：先打开批注或查找", en: "there is nothing to paste into: begin a note or a search first" }
    discarded { zh: "已放弃", en: "discarded" }
    discard_question {
        zh: "放弃修改？ y 放弃，其他键继续编辑",
        en: "discard the changes? y discards, any other key goes on",
    }
    editor_hint {
        zh: "Enter 保存  Ctrl-J 换行  Esc 取消  Ctrl-T 模板  Ctrl-O 编辑器",
        en: "Enter saves  Ctrl-J new line  Esc cancels  Ctrl-T template  Ctrl-O editor",
    }
    /// Before it, of a note: who may read it, and the key that says otherwise.
    editor_internal { zh: "[内部] Tab 告机关  ", en: "[internal] Tab: agency  " }
    editor_for_agency { zh: "[告机关] Tab 内部  ", en: "[for the agency] Tab: internal  " }
    /// What stands behind it, in less room.
    editor_note_hint {
        zh: "Enter 保存  Ctrl-J 换行  Esc 取消  Ctrl-T 模板",
        en: "Enter saves  Ctrl-J new line  Esc cancels",
    }
    editor_note { zh: "批注", en: "note" }
    editor_edit { zh: "修改批注", en: "edit note" }
    editor_reason { zh: "认可的理由", en: "reason for accepting" }
    editor_failed(detail) { zh: "外部编辑器出错：{detail}", en: "the editor failed: {detail}" }
    draft_kept(path) { zh: "未保存的文字另存在 {path}", en: "the unsaved words are kept in {path}" }
    drafts_found(count) {
        zh: "有 {count} 条上次未保存的文字，存入审核日志？",
        en: ["{count} {texts} of an earlier session {were} not saved. Save {them} to the journal?"; texts(count), were(count): "was" / "were", them(count): "it" / "them"],
    }
    drafts_hint {
        zh: "Enter 先修改  y 全部存入  n 全部放弃  Esc 以后再说",
        en: "Enter edits one first  y saves all  n throws all away  Esc asks again later",
    }
    /// Above such words while they are edited.
    editor_draft { zh: "上次未保存的文字", en: "unsaved words of an earlier session" }
    journal_problems(count) {
        zh: "审核日志有 {count} 行有问题，用 gouji journal verify 查看",
        en: ["{count} {lines} of the journal {have} problems: see gouji journal verify"; lines(count), have(count): "has" / "have"],
    }
    /// The journal has lines of a newer version.
    journal_newer(count) {
        zh: "审核日志有 {count} 行来自更新的版本，已保留但不显示",
        en: ["{count} {lines} of the journal {are} from a newer version: kept, not shown"; lines(count), are(count): "is" / "are"],
    }
    help_title {
        zh: "帮助（j k 上下，Enter 执行，/ 查找，Esc 关闭）",
        en: "help (j k move, enter runs, / searches, esc closes)",
    }
    help_editor { zh: "写批注时", en: "While writing" }
    help_marks { zh: "标记", en: "Marks" }
    verdict_title { zh: "处理意见", en: "verdict" }
    reason_written { zh: "其他理由……", en: "another reason ..." }
    decided(decision, reason, by) { zh: "{decision} {reason}（{by}）", en: "{decision} {reason} ({by})" }
    difference(place, difference) {
        zh: "{place}：两边差 {difference}",
        en: "{place}: the sides differ by {difference}",
    }
    zeros_left_out(count) { zh: "（另有 {count} 项为 0）", en: ["({count} more {terms_are} 0)"; terms_are(count): "term is" / "terms are"] }
    left { zh: "左", en: "left" }
    right { zh: "右", en: "right" }
    /// How many equations could not be checked.
    unchecked(count) { zh: "未查 {count}", en: "{count} unchecked" }
    /// Below a finding: what the agency is asked to do, and what the rule rests on.
    asked(ask, basis) { zh: "{ask}（依据：{basis}）", en: "{ask} (basis: {basis})" }
    hints_shown { zh: "显示提示", en: "hints are shown" }
    hints_not_shown { zh: "不显示提示", en: "hints are not shown" }
    /// Below the findings: `count` hints are not among them; a key shows them.
    hints_aside(count, key) { zh: "另有 {count} 条提示未列出（{key} 显示）", en: ["{count} {hints} not listed ({key} shows {them})"; hints(count), them(count): "it" / "them"] }
    no_findings_here { zh: "没有发现问题", en: "no findings" }
    too_small(width, height, columns, rows) {
        zh: "窗口太小 {width}×{height}，至少要 {columns}×{rows}",
        en: "window too small {width}×{height}: at least {columns}×{rows}",
    }
    /// Behind the name of an agency that others have, too, where no region tells them apart.
    in_folder(folder) { zh: "（{folder}）", en: " ({folder})" }
    column_status { zh: "状态", en: "status" }
    column_agency { zh: "机关", en: "agency" }
    note_mark { zh: "批", en: "n" }
    /// The status of a file that could not be read.
    unreadable { zh: "无法读取", en: "unreadable" }
    /// The status of an agency of the roster that has not reported.
    missing { zh: "未报", en: "missing" }
    /// The same where it was reminded.
    reminded { zh: "已催", en: "reminded" }
    missing_why { zh: "名册中有，没有年报（R 写催报通知）", en: "on the roster, has not reported (R writes a reminder)" }
    /// Why it cannot be accepted.
    missing_not_accepted {
        zh: "没有年报，不能通过；可以催报（R）、批注、指派",
        en: "there is no report to accept: remind it (R), note it, assign it",
    }
    /// The note that a reminder leaves.
    reminder_written(date) { zh: "{date} 已写催报通知", en: "reminder written on {date}" }
    equations_of_cell { zh: "参与的勾稽关系", en: "equations of this cell" }
    notes_of_cell { zh: "批注", en: "notes" }
    equation_holds { zh: "成立", en: "holds" }
    equation_unchecked { zh: "未能检查", en: "could not be checked" }
    in_equations(count) { zh: "参与 {count} 条勾稽关系", en: ["in {count} {equations}"; equations(count)] }
    no_equations { zh: "不参与勾稽关系", en: "in no equation" }
    value_number(value) { zh: "填报 {value}", en: "value {value}" }
    value_raw(value) { zh: "填报“{value}”，不是数字", en: "\"{value}\", not a number" }
    value_blank { zh: "空白", en: "blank" }
    value_missing { zh: "报告中没有这一格", en: "not in the report" }
    short_blank { zh: "空", en: "blank" }
    short_missing { zh: "缺", en: "none" }
    origin(line, text) { zh: "原文第 {line} 行“{text}”", en: "line {line}: \"{text}\"" }
    text_pending { zh: "正在读取正文", en: "reading the text" }
    no_text { zh: "没有正文", en: "no text" }
    no_notes(key) { zh: "没有批注，按 {key} 写一条", en: "no notes; {key} writes one" }
    stale { zh: "（数字已变）", en: "(values changed)" }
    /// A finding that is no longer there.
    settled_finding { zh: "已消除的问题", en: "a finding that is gone" }
    /// There is no shell to come back from.
    suspend_failed {
        zh: "没有可以恢复本程序的终端，不能挂起",
        en: "no shell could bring the program back: not suspended",
    }
    crashed(path) {
        zh: "程序出错退出，审核日志完好。错误报告：{path}",
        en: "the program broke down; the journal is whole. Crash report: {path}",
    }
    /// The program broke down and could not say why in a file.
    crashed_unwritten { zh: "程序出错退出，审核日志完好。", en: "the program broke down; the journal is whole." }
    no_terminal {
        zh: "标准输入或输出不是终端，无法打开审核台；请用 gouji check",
        en: "standard input or output is no terminal: use gouji check",
    }
    /// The reasons for accepting a finding, in the order of the menu.
    reasons -> [&'static str; 3] {
        zh: ["口径调整", "机构改革", "上年更正"],
        en: ["other counting rules", "reorganisation", "last year corrected"],
    }
    /// The keys of the editor, for the help.
    editor_keys [
        "enter" { zh: "保存", en: "save" }
        "alt-enter ctrl-j" { zh: "换行", en: "new line" }
        "esc" { zh: "取消，有改动时先问", en: "cancel; asks first if anything was written" }
        "ctrl-t" { zh: "插入模板", en: "insert a template" }
        "ctrl-o" { zh: "用 $EDITOR 编辑", en: "write in $EDITOR" }
        "tab" { zh: "批注是给机关看的还是内部的：告机关的随通知书发出", en: "is the note for the agency (it goes out with the notice) or internal" }
    ]
    /// The marks of the tables, for the help.
    marks [
        "<5>" { zh: "当前问题等式的左边", en: "left side of the current equation" }
        "[5]" { zh: "当前问题等式的右边", en: "right side of the current equation" }
        "5>6" { zh: "预览的订正值，不改年报；带 ? 的并非各种订正建议共有", en: "a value previewed, nothing is changed; with ? not every repair has it" }
        "◦" { zh: "未了的问题涉及的格", en: "named by a finding that is open" }
        "!" { zh: "这一格本身有问题，或各种订正都要改它", en: "a fault of this very cell, or every repair changes it" }
        "审核中! reviewing!" { zh: "状态后的 !：有批注或意见所见的数字已变", en: "! behind a status: a note or verdict speaks of values that have changed" }
        "▴ ▾" { zh: "比上年突增、突减", en: "suddenly more, or less, than the year before" }
        "?" { zh: "读取有疑点", en: "doubtful reading" }
        "✓ ✗" { zh: "对照原文：读取无误、读取有误", en: "compared with the document: read rightly, wrongly" }
        "*" { zh: "有批注", en: "has notes" }
        "\"…\"" { zh: "不是数字", en: "not a number" }
    ]
    /// A side of an equation whose terms are all zero.
    all_zero { zh: "各项均为 0", en: "all terms are 0" }
    copied_terminal { zh: "已复制到终端剪贴板（OSC 52）", en: "copied to the terminal clipboard (OSC 52)" }
    copied_both { zh: "已复制到终端剪贴板和 tmux 缓冲区", en: "copied to the terminal clipboard and the tmux buffer" }
    copied_tmux { zh: "已复制到 tmux 缓冲区", en: "copied to the tmux buffer" }
    copied_file(path) { zh: "内容过长，已存到 {path}", en: "too long for the clipboard: written to {path}" }
    copy_failed(detail) { zh: "不能复制：{detail}", en: "not copied: {detail}" }
    no_repairs { zh: "此处没有可用的订正建议", en: "no repair here" }
    /// Before the repair that is previewed.
    preview(number, count, kind, certainty) {
        zh: "预览 {number}/{count}（{kind}，{certainty}）：",
        en: "preview {number}/{count} ({kind}, {certainty}): ",
    }
    /// The journal ends with a line that is not whole.
    journal_unfinished(bytes) {
        zh: "审核日志末尾有一行不完整（{bytes} 字节），已保留，不影响继续记录",
        en: ["the journal ends with a torn line ({bytes} {of_bytes}): kept, and nothing else is affected"; of_bytes(bytes): "byte" / "bytes"],
    }
    help_limits { zh: "勾稽关系查不出的", en: "What the equations cannot show" }
    outermost { zh: "已在最外层", en: "this is the outermost level" }
    nothing_to_redo { zh: "没有可以重做的动作：只有刚撤销的可以", en: "there is nothing to redo: only what was just undone" }
    nothing_to_copy { zh: "光标处没有可复制的内容", en: "there is nothing to copy here" }
    restored { zh: "已恢复", en: "restored" }
    undone(what, report, target, kind, text) {
        zh: "{what}：{report} {target} {kind} {text}",
        en: "{what}: {report} {target} {kind} {text}",
    }
    /// Returning a report without findings.
    return_anyway {
        zh: "这份年报没有发现问题，仍然退回？",
        en: "nothing was found in this report. Return it all the same?",
    }
    /// Behind a note about one of several repairs.
    one_of_several {
        zh: "（这是几种可能之一，请一并核对有关数据）",
        en: " (this is one of several possibilities; please check the figures around it too)",
    }
    /// Words of an earlier session are in the journal now.
    drafts_saved(count) {
        zh: "已补存 {count} 条上次未保存的文字",
        en: ["{count} unsaved {texts} of an earlier session {are} saved now"; texts(count), are(count): "is" / "are"],
    }
    /// There is no place for the journal.
    journal_cannot_be_made(path, detail) {
        zh: "审核日志 {path} 无法建立，不能记录：{detail}",
        en: "the journal {path} cannot be made, nothing can be recorded: {detail}",
    }
    reading_confirmed(by) { zh: "读取无误（{by}）", en: "read rightly ({by})" }
    /// Who has found a reading wrong, and what is right.
    reading_corrected(value, by) { zh: "已更正：应为 {value}（{by}）", en: "corrected: should be {value} ({by})" }
    /// What was found of a reading is on disk.
    saved_reading(reading) { zh: "已保存：{reading}", en: "saved: {reading}" }
    /// What the document says is being written.
    editor_reading { zh: "原文应为", en: "the document says" }
    /// Title of the menu of what the document shows.
    compare_title { zh: "对照原文", en: "compared with the document" }
    compare_choices -> [&'static str; 2] {
        zh: ["读取无误", "读取有误，应为……"],
        en: ["read rightly", "read wrongly, should be ..."],
    }
    no_doubts { zh: "没有读取疑点", en: "no reading doubts" }
    no_equal_doubts { zh: "没有同一原因的多处疑点", en: "no doubts here have one cause" }
    no_doubts_anywhere { zh: "列表中的年报都没有读取疑点", en: "no report on the list has reading doubts" }
    no_cell_on_line { zh: "这一行没有读出表中的数", en: "no figure of a table was read from this line" }
    no_cell_of_doubt { zh: "这个疑点不在某一格上，请看原文", en: "this doubt is about no cell: see the document" }
    /// Nobody knows where in the document it stood.
    no_origin { zh: "没有记下它在原文中的位置", en: "where it stood in the document was not recorded" }
    page(page) { zh: "第 {page} 页", en: "page {page}" }
    source_pending { zh: "正在读取原文", en: "reading the document" }
    source_empty { zh: "原文没有内容", en: "the document is empty" }
    /// Heading of the document: `{file}`, `{count}` lines.
    source_head(file, count) { zh: "{file}  共 {count} 行", en: ["{file}  {count} {lines}"; lines(count)] }
    source_changed {
        zh: "文件在读取之后改动过，行号可能对不上",
        en: "the file has changed since it was read: lines may not fit",
    }
    /// The report does not name its document.
    source_not_named {
        zh: "这份年报没有记下原文件的名称，看不到原文",
        en: "the report does not say which document it was read from",
    }
    /// The document `{file}` is not there.
    source_not_beside(file) {
        zh: "原文件 {file} 不在年报所在的目录中，看不到原文",
        en: "the document {file} is not beside the report",
    }
    /// The same of several: of the first, and how many there are.
    remark_lines(line, count) { zh: "第 {line} 行等 {count} 处：", en: "line {line} and others, {count} in all: " }
    remark_times(count) { zh: "{count} 处：", en: ["{count} {times}: "; times(count)] }
    remark_line(line) { zh: "第 {line} 行：", en: "line {line}: " }
    doubt_cells_compared(count, compared) { zh: "（共 {count} 格，已对照 {compared}）", en: ["({compared} of {count} {cells} compared)"; cells(count)] }
    doubt_cells(count) { zh: "（共 {count} 格）", en: ["({count} {cells})"; cells(count)] }
}
