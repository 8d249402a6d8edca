//! Naming the agency of a report.

texts! {
    /// Naming the agency of a report.
    NamingWords
    title { zh: "机关名称", en: "Name of the agency" }
    hint { zh: "输入查找或新写 · Enter 命名 · Esc 关闭", en: "type to search or write anew · Enter names · Esc closes" }
    /// The line that takes a given name back. `{name}`: the one that was read.
    read_again(name) { zh: "恢复读出的名称（{name}）", en: "as it was read ({name})" }
    by_earlier { zh: "文件变化前的命名", en: "before the file changed" }
    by_folder { zh: "文件夹", en: "folder" }
    by_file { zh: "文件名", en: "file name" }
    by_text { zh: "正文", en: "text" }
    by_missing { zh: "名册，未报", en: "roster, no report yet" }
    by_roster { zh: "名册", en: "roster" }
    by_other { zh: "其他年度", en: "another year" }
    by_written { zh: "新写", en: "new" }
    saved(name) { zh: "已命名为 {name}", en: "named {name}" }
    /// It is on disk that a name was taken back.
    saved_as_read { zh: "已恢复读出的名称", en: "named as it was read" }
    already { zh: "已经是这个名称", en: "that is its name already" }
    first_by_chance(name) {
        zh: "《{name}》只是名单上的第一个：确是它请再按一次 Enter，不是请输入查找",
        en: "{name} is only the first of the list: Enter again if that is it, else type to search",
    }
    /// The first name offered is that of before the file changed.
    first_is_earlier(name) {
        zh: "《{name}》是文件变化前的命名，现在可能是另一份年报：确是它请再按一次 Enter",
        en: "{name} was the name before the file changed, and this may be another report: Enter again if it is the same",
    }
    left_behind(was, now, what) {
        zh: "{was} 的文件变了，现为 {now}：此前的{what}仍记在原名下",
        en: "the file of {was} has changed and is {now} now: what was done before stays with the former: {what}",
    }
    /// Where notes that were left behind are.
    left_at(key) { zh: "（{key}）", en: " ({key})" }
    left_status(status) { zh: "状态（{status}）", en: "status ({status})" }
    left_name { zh: "命名", en: "name" }
    left_verdicts(count) { zh: "{count} 条处理意见", en: "verdicts: {count}" }
    left_notes(count) { zh: "{count} 条批注", en: "notes: {count}" }
    left_other { zh: "其他记录", en: "other records" }
    /// Files have changed since they were written about.
    all_left_behind(count, notes, name) {
        zh: "{count} 份未具名年报的文件变了：此前的批注见 {notes}，此前的命名可用 {name} 重新给出",
        en: ["the {files} of {count} unnamed {reports_have} changed: what was noted before is in {notes}, names can be given again by {name}"; files(count), reports_have(count): "report has" / "reports have"],
    }
    only_unnamed {
        zh: "只有未读出机关名称的年报可以命名，读错的写批注",
        en: "only where no agency was read; else write a note",
    }
    read_as(name) { zh: "读出名称 {name}", en: "read as {name}" }
}
