//! The units that numbers have, and what each makes of its number.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::numeral::Class;

/// Units of things that reports count; the longest first where one begins another.
const COUNTED: [&str; 26] = [
    "件次", "件", "条次", "条", "份次", "份", "篇次", "篇", "宗", "起", "例", "个", "项次", "项", "次", "部", "封",
    "批次", "批", "期", "则", "桩", "人次", "个次", "幅", "笔",
];
/// What stands behind a number that is no count of such things.
const OTHER: [&str; 28] = [
    "个工作日",
    "工作日",
    "个月",
    "个自然日",
    "个小时",
    "个方面",
    "个环节",
    "个部分",
    "个百分点",
    "月",
    "日",
    "号",
    "天",
    "时",
    "小时",
    "分",
    "秒",
    "周",
    "岁",
    "级",
    "届",
    "层",
    "楼",
    "期间",
    "年",
    "条第",
    "号令",
    "项（",
];
/// Other things that can be counted: never a cell, but a number all the same.
const THINGS: [&str; 38] = [
    "册",
    "家次",
    "场次",
    "所次",
    "余人",
    "人",
    "名",
    "位",
    "家",
    "处",
    "场",
    "台",
    "套",
    "类",
    "种",
    "通",
    "页",
    "张",
    "块",
    "所",
    "座",
    "字",
    "轮",
    "幅图",
    "户",
    "亩",
    "公里",
    "平方米",
    "倍",
    "万人",
    "亿元",
    "亿",
    "枚",
    "支",
    "版",
    "季",
    "届次",
    "辆",
];

/// Can things be counted in this unit, though no cell of a table is?
pub(in crate::check::facts) fn is_thing(unit: &str) -> bool {
    THINGS.contains(&unit) && !matches!(unit, "倍" | "季" | "字" | "版" | "届次")
}

/// A unit as characters, as text, and what it makes of a number.
type Unit = (Vec<char>, &'static str, Class);

/// All units by their first character, each list with the longest first; of two as long the first named counts.
static UNITS: LazyLock<FxHashMap<char, Vec<Unit>>> = LazyLock::new(|| {
    let named = [
        (&["元", "万元"][..], Class::Money),
        (&OTHER, Class::Other),
        (&COUNTED, Class::Count),
        (&THINGS, Class::Other),
    ];
    let mut all: FxHashMap<char, Vec<Unit>> = FxHashMap::default();
    for (unit, class) in named.iter().flat_map(|(units, class)| units.iter().map(move |unit| (*unit, *class))) {
        let chars: Vec<char> = unit.chars().collect();
        if let Some(first) = chars.first() {
            all.entry(*first).or_default().push((chars, unit, class));
        }
    }
    for units in all.values_mut() {
        units.sort_by_key(|(chars, _, _)| std::cmp::Reverse(chars.len()));
    }
    all
});

/// The unit that begins at `at`; an empty one where none does.
pub(super) fn unit_at(chars: &[char], at: usize) -> (&'static str, Class) {
    let rest = chars.get(at..).unwrap_or_default();
    let known = rest.first().and_then(|first| UNITS.get(first));
    let unit = known.and_then(|units| units.iter().find(|(unit, _, _)| rest.starts_with(unit)));
    unit.map_or(("", Class::Bare), |(_, unit, class)| (*unit, *class))
}
