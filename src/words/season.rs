//! What is written out of a review: what is asked for, where it goes, and what becomes of it.

use std::fmt::Display;

texts! {
    /// What is written out of a review.
    SeasonWords
    /// No status of this name, and those that there are.
    no_status(name, known) { zh: "没有审核状态 {name}，可用：{known}", en: "there is no status {name}; known: {known}" }
    no_rule(name) { zh: "没有规则 {name}（全部规则见 gouji rules）", en: "there is no rule {name}; gouji rules lists them" }
    no_region(name) { zh: "没有地区 {name} 的年报", en: "no report is of the region {name}" }
    no_reviewer(name) { zh: "审核日志中没有审核人 {name}", en: "the journal has no reviewer {name}" }
    no_year(year, known) { zh: "没有 {year} 年的年报，有：{known}", en: "no report is for {year}; there are: {known}" }
    separator { zh: "、", en: ", " }
    /// Where nothing may be written: in the directory that is reviewed.
    in_reports(path, reports) {
        zh: "不能写入 {path}：它在年报目录 {reports} 之内，年报目录从不写入",
        en: "cannot write {path}: it lies in {reports}, and nothing is ever written among the reports",
    }
    /// A directory is expected, and this is none.
    not_a_directory(path) { zh: "{path} 不是目录", en: "{path} is not a directory" }
    /// More than one file is there already.
    exist(path, more) {
        zh: "{path} 等 {more} 个文件已存在，不覆盖，一个也没有写；需要时加 --force",
        en: ["{path} and others, {more} {files} in all, exist and are not overwritten; nothing was written; --force does"; files(more)],
    }
    /// The journal was asked for and says nothing.
    no_journal(path) {
        zh: "没有审核日志 {path}：各份年报都算未审",
        en: "there is no journal {path}: every report counts as unreviewed",
    }
    /// It was stopped before anything was written.
    stopped_before { zh: "已中断，没有写出任何文件", en: "stopped: nothing was written" }
    stopped(written, all) { zh: "已中断：{all} 个文件写出 {written} 个", en: ["stopped: {written} of {all} {files_are} written"; files_are(written): "file is" / "files are"] }
    disputed(agency, year, count) {
        zh: "{agency} {year}：{count} 处问题审核人意见不一，按最后的意见写出",
        en: ["{agency} {year}: reviewers disagree on {count} {findings}; the last verdict counts"; findings(count)],
    }
    /// Names in the words of reviewers; what stands in their place.
    people_hidden(count, instead) {
        zh: "审核人写的文字中有 {count} 处审核人姓名，已改为“{instead}”，请核对",
        en: ["in {count} {places} the words of reviewers name one: “{instead}” stands there instead; look at {them}"; places(count), them(count): "it" / "them"],
    }
    /// Words for an agency that are no words on a number.
    repeated(agency, year, count) {
        zh: "{agency} {year}：{count} 条给机关的批注上一轮已发出，不知道是否已改，仍再写出；已改的请撤回批注",
        en: ["{agency} {year}: {count} {notes} for the agency went out with the return before and {go} out again; take back what was done"; notes(count), go(count): "goes" / "go"],
    }
}

impl SeasonWords {
    /// Several of a kind, one after the other.
    #[must_use]
    pub(crate) fn list(self, items: impl IntoIterator<Item = impl Display>) -> String {
        items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(self.separator())
    }
}
