//! The sample data.

texts! {
    /// The sample data.
    SampleWords
    written(count, faulty, faults) {
        zh: "已写出 {count} 份年报，其中 {faulty} 份含有差错，共 {faults} 处",
        en: ["{count} {reports} written, {faulty} of them with faults, {faults} {of_faults} in all"; reports(count), of_faults(faults): "fault" / "faults"],
    }
    /// What there is to try the commands on.
    to_practise(path) {
        zh: "已写出示例：{path} 内有 reports（年报）、documents（文档）、roster.csv（名册）、journal.jsonl（审核日志）、profiles（口径文件）",
        en: "written to {path}: reports, documents, roster.csv, journal.jsonl and profiles",
    }
    /// The directory has something in it.
    not_empty(path) { zh: "{path} 不是空目录，未写入任何内容", en: "{path} is not empty; nothing was written" }
    cannot_write(path, detail) { zh: "无法写入 {path}：{detail}", en: "cannot write {path}: {detail}" }
}
