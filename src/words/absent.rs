//! Agencies of the roster without a report.

texts! {
    /// Texts of their list.
    AbsentWords
    notice(count, key) {
        zh: "名册中有 {count} 家机关没有年报（{key} 列出）",
        en: ["{count} {agencies} of the roster {have} no report ({key} lists {them})"; agencies(count): "agency" / "agencies", have(count): "has" / "have", them(count): "it" / "them"],
    }
    title { zh: "没有年报的机关", en: "agencies without a report" }
    hint { zh: "输入文字查找 · Enter 复制名称 · Esc 关闭", en: "type to search · Enter copy the name · Esc close" }
    year(year) { zh: "{year} 年", en: "{year}" }
    no_roster {
        zh: "没有名册（--roster），不知道谁没有报",
        en: "there is no roster (--roster): nobody knows who is absent",
    }
    not_yet { zh: "还在检查，稍后再看", en: "still checking: try again in a moment" }
    nobody { zh: "名册中的机关都有年报", en: "all agencies of the roster have a report" }
}
