//! 单位设置。

use crate::words::texts::*;

pub(super) const PROFILE: ProfileWords = ProfileWords {
    place: "{path} 第 {line} 行，{key}：{what}",
    unreadable: "不能读取口径文件 {path}：{detail}",
    more: "{first}（另有 {count} 处）",
    unknown_rule: "没有这条规则",
    unknown_name: "这条规则没有这一项",
    bad_level: "级别应为 error、warning、info 或 off",
    bad_date: "日期应写成 月-日，例如 01-31",
    bad_term: "应为 表/行/列、整数或小数，前面可加 -、3*、last:、sum:",
    unknown_cell: "表式中没有这个单元格",
    bad_relation: "关系应为 =、>= 或 <=",
    bad_scope: "范围应为 report、years 或 region",
    bad_id: "编号只能用字母、数字和 -，至多 24 个字符",
    taken_id: "编号已被另一条规则使用",
    bad_placeholder: "此处没有占位符 {name}",
    wrong_source: "last: 只用于 scope = \"years\"，sum: 只用于 scope = \"region\"",
    empty_side: "两边都要有项",
    no_cells: "至少要有一个本年报的单元格",
    bad_section: "章节为 1 至 6",
    no_words: "any 和 all 至少写一项",
    bad_days: "天数为 1 至 365",
    no_text: "不能为空",
    own_broken: "{name}：应有 左 {relation} 右，现左 {left}，右 {right}，差 {difference}",
    own_missing: "{name}：第{section}部分没有写到 {words}",
};
