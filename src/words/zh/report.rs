//! 读取年报与名册。

use crate::words::texts::*;

pub(super) const REPORT_ERROR: ReportErrorWords = ReportErrorWords {
    line: "第 {line} 行，",
    key: "键 `{key}`：",
    not_utf8: "不是 UTF-8 文本",
    too_large: "文件超过 {limit} MiB，未读取：请核对是否选错文件",
    truncated: "文件不完整（JSON 中途截断）",
    not_json: "自第 {column} 列起不是有效的 JSON",
    missing_key: "缺少这个必需的键",
    wrong_type: "应为{expected}，实为{found}",
    key_twice: "这个键出现两次",
    expected_object: "对象 {…}",
    expected_keys: "至多 {most} 个键的对象",
    expected_list: "至多 {most} 项的列表",
    expected_text: "至多 {most} 个字符的文本",
    expected_year: "年份（如 2024）",
    expected_section: "章节序号（1 至 {most}）",
    expected_count: "整数（0 或以上）",
    expected_depth: "至多 {most} 层嵌套",
    found_text: "文本“{text}”",
    found_number: " {number}",
    found_null: " null（空）",
    found_list: "列表 […]",
    found_object: "对象 {…}",
    found_length: " {count}",
    found_other: "其他内容",
    not_a_cell: "应为整数、十进制数字串、null 或 {\"raw\": …}，实为 {found}",
    unknown_schema: "不认识的 schema \"{found}\"；本版本读取 {known}",
    unknown_form: "不认识的表式 \"{found}\"；本版本认识：{known}",
    empty: "不能为空",
};

pub(super) const LOAD: LoadWords = LoadWords {
    unreadable: "无法打开：{detail}",
    not_a_file: "无法打开：不是普通文件",
    stuck: "无法读取：磁盘没有响应",
    unsupported: "暂不能读取 {format} 格式，请先转换为文本",
    no_such_directory: "{path}：目录或文件不存在",
    nothing_to_check: "{path}：没有可审核的年报（需要 .json 或文本文件）",
    nothing_readable: "{path}：{count} 个文件都无法读取",
    is_a_panic: "读取时程序出错，请报告此文件",
};

pub(super) const ROSTER: RosterWords = RosterWords {
    line: "第 {line} 行",
    column: "第 {column} 列",
    after_place: "：",
    not_text: "不能读取：文字编码既不是 UTF-8 也不是 GB18030",
    long_region: "地区至多 {most} 级",
    no_workbook: "不是完整的 .xlsx 工作簿",
    too_large: "内容过多，不是名册",
    no_header: "没有名为“名称”（或 name）的列",
    column_twice: "列“{name}”出现两次",
    no_name: "没有名称",
    twice: "与第 {first} 行是同一机关",
};
