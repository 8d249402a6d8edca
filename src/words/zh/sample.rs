//! 示例数据。

use crate::words::texts::*;

pub(super) const SAMPLE: SampleWords = SampleWords {
    written: "已写出 {count} 份年报，其中 {faulty} 份含有差错，共 {faults} 处",
    not_empty: "{path} 不是空目录，未写入任何内容",
    cannot_write: "无法写入 {path}：{detail}",
};
