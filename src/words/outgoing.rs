//! What goes out of the desk.

texts! {
    /// What goes out of the desk.
    OutgoingWords
    title { zh: "写出", en: "write out" }
    /// A line of the menu: what is written, as what kind of file.
    notice_of(report) { zh: "{report} 的通知书", en: "notice to {report}" }
    /// The same where the cursor is on no report.
    notice_here { zh: "光标处年报的通知书", en: "notice to the agency under the cursor" }
    reminder_of(agency) { zh: "{agency} 的催报通知", en: "reminder to {agency}" }
    notices_marked(count) { zh: "所选 {count} 份的通知书", en: "notices of the {count} marked" }
    notices_returned { zh: "全部退回年报的通知书", en: "notices of all that are returned" }
    reminders { zh: "未报机关的催报通知", en: "reminders to those who have not reported" }
    ledger { zh: "台账（工作簿：进度、台账、数据、批注、未报）", en: "ledger (workbook: progress, problems, data, notes, missing)" }
    progress { zh: "进度表", en: "progress sheet" }
    circular { zh: "共性问题通报", en: "circular on common problems" }
    dossier { zh: "审核档案（一个网页，浏览器打开）", en: "dossier (one page for a browser)" }
    view { zh: "当前视图（文本）", en: "this view as text" }
    overview { zh: "总览（文本）", en: "the overview as text" }
    hint { zh: "按字母或 Enter 写出  j k 上下  Esc 关闭", en: "a letter or Enter writes  j k move  Esc closes" }
    /// Where it goes.
    to_place(path) { zh: "写到 {path}", en: "into {path}" }
    preview_title(count) { zh: "预览：通知 {count} 份", en: ["preview: {count} {letters}"; letters(count)] }
    preview_hint { zh: "Enter 写出  j k 翻看  Esc 不写", en: "Enter writes  j k scroll  Esc leaves it" }
    preview_more(count) { zh: "（其余 {count} 份从略）", en: ["({count} more {are} not shown)"; are(count): "is" / "are"] }
    waiting { zh: "正在核对年报和审核日志", en: "checking the reports and the journal" }
    waiting_count(done, all) { zh: "{done}/{all}", en: "{done}/{all}" }
    waiting_hint { zh: "Esc 转到后台  x 取消", en: "Esc goes on behind  x cancels" }
    leaving { zh: "正在写出，写完即退出", en: "still writing; the desk is left when it is done" }
    leaving_hint { zh: "x 取消写出并退出  Esc 不退出", en: "x cancels it and leaves  Esc stays" }
    behind(key) { zh: "在后台继续；{key} 看进度", en: "goes on behind; {key} shows how far it is" }
    cancelled { zh: "已取消，没有写出", en: "cancelled: nothing was written" }
    cancelled_some(detail) { zh: "已取消：{detail}", en: "cancelled: {detail}" }
    written(what, path) { zh: "已写出{what}：{path}", en: "{what} written: {path}" }
    copied { zh: "（路径已复制）", en: " (path copied)" }
    what_notices(count) { zh: "通知 {count} 份", en: ["{count} {letters}"; letters(count)] }
    what_ledger { zh: "台账", en: "ledger" }
    what_progress { zh: "进度表", en: "progress sheet" }
    what_circular { zh: "通报", en: "circular" }
    what_dossier { zh: "审核档案", en: "dossier" }
    what_view { zh: "文本", en: "text" }
    /// Names of files, before years and date.
    file_ledger { zh: "台账", en: "ledger" }
    file_progress { zh: "进度", en: "progress" }
    file_circular { zh: "共性问题通报", en: "circular" }
    file_dossier { zh: "审核档案", en: "dossier" }
    folder_notices { zh: "通知书", en: "notices" }
    /// What is asked for and there is not.
    none_of_report { zh: "这份年报没有可写的通知：列表可能已变，按 , l 刷新", en: "there is no notice to write: look for changes with , l" }
    showing_hint { zh: "Esc 取消", en: "Esc cancels" }
    none_returned { zh: "没有退回的年报；先用 R 退回", en: "no report is returned; R returns one" }
    none_missing { zh: "没有未报的机关，或没有名册（--roster）", en: "nobody is missing, or there is no roster (--roster)" }
    none_marked { zh: "还没有选择年报；空格选择", en: "no report is marked; space marks one" }
    no_place { zh: "找不到用户的文档目录：请在设置中写 output", en: "there is no documents directory: set output in the settings" }
    /// Behind a return that is on disk.
    offer(key) { zh: "{key} 写通知书", en: "{key} writes the notice" }
    busy(key) { zh: "上一次写出还没有完成，{key} 看进度", en: "still writing; {key} shows how far it is" }
}
