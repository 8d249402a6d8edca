//! The sample data.

texts! {
    /// The sample data.
    SampleWords
    written(count, faulty, faults) {
        zh: "已写出 {count} 份年报，其中 {faulty} 份含有差错，共 {faults} 处",
        en: "{count} reports written, {faulty} of them with faults, {faults} faults in all",
    }
    /// The directory has something in it.
    not_empty(path) { zh: "{path} 不是空目录，未写入任何内容", en: "{path} is not empty; nothing was written" }
    cannot_write(path, detail) { zh: "无法写入 {path}：{detail}", en: "cannot write {path}: {detail}" }
}
