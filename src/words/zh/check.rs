//! 问题。

use crate::words::texts::*;

pub(super) const CHECK: CheckWords = CheckWords {
    unchecked: "未查：{reason}（{rules}）",
    broken: "{place}：{left} ≠ {right}，差 {difference}",
    plus: " ＋ ",
    equals: " ＝ ",
    all_zero: "各项均为 0",
    blank: "{cell}：没有填数（{value}）",
    not_a_number: "{cell}：“{value}”不是数字",
    negative: "{cell}：{value} 是负数",
    not_whole: "{cell}：{value} 不是整数",
    too_fine: "{cell}：{value} 万元超过四位小数（不足一元）",
    empty: "空",
    no_table: "没有读到{table}",
    missing: "缺少单元格：{cells}",
    no_number: "没有数字：{cells}",
    overflow: "数字过大，无法精确求和",
    no_section: "没有“{section}”一节",
    other_edition: "表式版本不同，此项不适用",
    no_text: "年报数据中没有正文",
    too_long: "第 {section} 部分文字过长，只查了开头",
    no_title: "年报数据中没有标题",
    no_level: "不知道机关的层级",
    unclear: "原文可有几种理解：{text}",
    needs_last_year: "没有该机关上一年度的年报",
    needs_roster: "没有名册（--roster）",
    needs_batch: "没有其他机关的年报可比",
    needs_register: "没有外部台账（司法行政、法院），本版不能读入",
    needs_dates: "没有报送或公开的日期",
    needs_published_page: "没有公开的网页可比",
    needs_paper_copy: "没有纸质件",
    needs_frozen: "没有已定稿的汇总可比",
    need_names: ["上年年报", "名册", "成批年报", "外部台账", "报送日期", "公开网页", "纸质件", "已定稿汇总"],
    separator: "、",
    and_more: "{list} 等 {count} 个",
};

pub(super) const SEVERITY: SeverityWords = SeverityWords {
    error: "错误",
    warning: "警告",
    info: "提示",
    error_mark: "错",
    warning_mark: "警",
    info_mark: "示",
    remark_mark: "疑",
};
