//! 手写文件中的错误。

use crate::words::texts::*;

pub(super) const PARSER: ParserWords = ParserWords {
    separator: "、",
    too_large: "文件过大，未读取：请核对是否选错文件",
    no_toml: "不是有效的 TOML",
    no_json: "不是有效的 JSON",
    no_json_from: "自第 {line} 行第 {column} 列起不是有效的 JSON",
    missing: "缺少键 `{key}`",
    twice: "键 `{key}` 出现两次",
    a_key_twice: "同一个键出现两次",
    unknown_key: "没有键 `{key}`",
    unknown_key_of: "没有键 `{key}`，可用：{known}",
    unknown_value: "不能写 {key}，可用：{known}",
    wrong_type: "值的类型不对",
    not_this: "此处不能是{found}",
    only: "应为{expected}",
    nearest: "{what}，是不是 {nearest}？",
    line: "第 {line} 行，",
    text: "文本",
    number: "整数",
    truth: " true 或 false",
    list: "列表",
    table: "表或对象",
    one_or_two: " 1 或 2",
    id: " UUID",
    time: "带时区的时间（如 2026-01-20T09:31:07+08:00）",
    date: "日期（如 2026-01-31）",
};
