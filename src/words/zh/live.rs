//! 年报目录的变化。

use crate::words::texts::*;

pub(super) const LIVE: LiveWords = LiveWords {
    arrived: "新增 {count}",
    changed: "变更 {count}",
    gone: "删除 {count}",
    unreadable: "其中 {count} 份无法读取",
    separator: "、",
    told: "年报目录：{what}",
    open_changed: "{report} 已更新，按新内容重新打开",
    open_gone: "{report} 的文件已不在目录中",
    is_gone: "文件已不在",
    reloading: "正在查看目录有无变化……",
    nothing: "年报目录没有变化",
    not_yet: "目录还没有读完、核对完",
    trouble: "不能自动发现目录变化（{detail}），改为每 {seconds} 秒查看一次",
};
