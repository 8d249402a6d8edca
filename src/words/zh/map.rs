//! 其他程序的数据：映射文件。

use crate::words::texts::*;

pub(super) const MAP: MapWords = MapWords {
    place: "第 {line} 行，{key}：{what}",
    nearest: "{what}，是不是 {nearest}？",
    no_cell: "表式中没有这个单元格",
    no_form: "没有这个版本的表式，应为 2021 或 2019",
    no_section: "章节为 1 至 6",
    no_shape: "shape 应为 wide（一行一份年报）、long（一行一个单元格）或 json（一个对象一份年报）",
    no_name: "文件中没有这个列名或路径",
    no_sheet: "工作簿中没有这张表",
    missing: "shape = \"long\" 需要 [long]，写明 cell 和 value",
    no_header: "header 应为列名所在的行，例如 2 或 [1, 2]，至多 8 行",
    bad_year: "年度应为 2000 至 2099，或年度所在的列名",
    no_json: "不是完整的 JSON：{detail}",
    unreadable: "不能读取映射文件 {path}：{detail}",
    at: "{path}：{what}",
    row: "第 {row} 条：{what}",
    row_no_agency: "没有机关名称，未读取",
    row_no_year: "年度“{text}”不是年份，未读取",
    row_unknown: "“{name}”不是表式中的单元格，未读取",
    row_twice: "{cell} 有两个不同的值，保留前一个",
    unused: "{count} 个列名或路径没有用到：{names}",
    guess_head: "gouji read --map 的映射文件：左边是表式的单元格，右边是文件中的列名或路径；# 开头的行不起作用，请核对",
    guess_open: "请填写机关名称所在的列名或路径",
    guess_year: "请填写年度所在的列名或路径，或写成 year = 2025",
    guess_long: "一行一个单元格：能按表式名称认出的不必写；其余写成 \"requests/new/total\" = \"文件中的名称\"",
    guess_left: "没有认出的 {count} 个列名或路径：",
    written: "已写入 {path}，请核对后用 --map 读取",
    read: "{path}：{count} 份年报，{notes} 处提示",
};
