//! 名册中没有年报的机关。

use crate::words::texts::*;

pub(super) const ABSENT: AbsentWords = AbsentWords {
    notice: "名册中有 {count} 家机关没有年报（{key} 列出）",
    title: "没有年报的机关",
    hint: "输入文字查找 · Enter 复制名称 · Esc 关闭",
    year: "{year} 年",
    no_roster: "没有名册（--roster），不知道谁没有报",
    not_yet: "还在检查，稍后再看",
    nobody: "名册中的机关都有年报",
};
