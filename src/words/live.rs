//! A directory that changes while it is reviewed.

texts! {
    /// A directory that changes while it is reviewed.
    LiveWords
    arrived(count) { zh: "新增 {count}", en: "{count} new" }
    changed(count) { zh: "变更 {count}", en: "{count} changed" }
    /// Files that are not there any more.
    gone(count) { zh: "删除 {count}", en: "{count} gone" }
    /// Of these, how many cannot be read.
    unreadable(count) { zh: "其中 {count} 份无法读取", en: "{count} of them cannot be read" }
    separator { zh: "、", en: ", " }
    /// What happened in the reviewed directory.
    told(what) { zh: "年报目录：{what}", en: "Reports: {what}" }
    open_changed(report) { zh: "{report} 已更新，按新内容重新打开", en: "{report} has changed and was read anew" }
    /// The file of the open report is not there any more.
    open_gone(report) { zh: "{report} 的文件已不在目录中", en: "the file of {report} is gone" }
    is_gone { zh: "文件已不在", en: "file gone" }
    reloading { zh: "正在查看目录有无变化……", en: "looking for changes…" }
    /// The reviewer asked to look, and nothing was found.
    nothing { zh: "年报目录没有变化", en: "nothing has changed" }
    /// It is still being read for the first time.
    not_yet { zh: "目录还没有读完、核对完", en: "the directory is still being read and checked" }
    /// Of the reports as they were published.
    nothing_published { zh: "公开版的目录中没有可读的年报", en: "the directory of the published reports has none that can be read" }
    one_published_unread(path, why) {
        zh: "公开版 {path} 不能读取，没有比较：{why}",
        en: "{path} of the published reports cannot be read and is not compared: {why}",
    }
    /// The first of several, in whole.
    published_unread(count, first) {
        zh: "公开版有 {count} 个文件不能读取，没有比较，都在提示记录中。{first}",
        en: ["{count} {files} of the published reports cannot be read, all are among the notices. {first}"; files(count)],
    }
    /// The directory cannot be watched and is looked at instead.
    trouble(detail, seconds) {
        zh: "不能自动发现目录变化（{detail}），改为每 {seconds} 秒查看一次",
        en: "changes do not show by themselves ({detail}); looking every {seconds} s",
    }
}
