//! Administrative fees in the text against table 2: N-08, N-11.

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::claims::{Class, Item, Range, Topic};
use crate::check::facts::figures::Figures;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Number;
use crate::words::Lang;

const CELL: &str = "disclosure/fees/amount";
/// What was not charged by the agency, or not as a fee of its own.
const OTHERWISE: [&str; 17] = [
    "减轻", "节约", "返还", "优惠", "减免", "免征", "免收", "取消", "降低", "退还", "代收", "代征", "下属", "所属",
    "学校", "医院", "上年",
];

/// Applies the rules to the first amount that is named by the form's own words.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    let figures = Figures::new(&report.lean);
    let Some(table) = figures.number(CELL) else { return };
    if !table.is_zero() && denied(facts, table, found) {
        return;
    }
    let items = facts.claims().sentences.iter().flat_map(|said| &said.items);
    let amounts: Vec<&Item> = items.filter(|item| item.class == Class::Money).collect();
    // It is named in some way, whatever else is.
    if amounts.iter().any(|item| holds(item, table)) {
        return;
    }
    let plain = amounts.iter().find(|item| is_plain(item, 0));
    // 征收水资源费等行政事业性收费: whatever is named before it, where the table has none, or its digits in another order.
    let charged = |item: &&&Item| has_any(&item.claim.around(report), &["收取", "征收", "收缴", "执收"]);
    let more = || {
        let near = amounts.iter().filter(|item| is_plain(item, MOST_UNKNOWN)).filter(charged);
        near.into_iter().find(|item| table.is_zero() || is_swapped(item.claim.value, table))
    };
    let Some(item) = plain.or_else(more).copied() else { return };
    let claim = &item.claim;
    if has_any(&claim.around(report), &OTHERWISE) {
        return;
    }
    let Some(metric) = claim.metric else { return };
    let say = Say::default()
        .with("metric", metric.name(Lang::Zh))
        .with("metric_en", metric.name(Lang::En))
        .with("text", format!("{}{}", claim.value, claim.unit))
        .with("table", format!("{table}万元"))
        .cells(figures.cells(&[CELL]))
        .at(claim.evidence(report));
    if table.is_zero() {
        found.say(id::N_08, "some_scope", "fees", say);
    } else {
        found.say(id::N_11, "differs", "fees", say);
    }
}

/// `没有行政事业性收费`, and table 2 has some.
fn denied(facts: &Facts<'_>, table: Number, found: &mut Collector<'_>) -> bool {
    const NONE: [&str; 7] = ["没有", "无", "未收取", "没有收取", "不收取", "未发生", "不涉及"];
    const FEES: [&str; 4] = ["行政事业性收费", "行政事业性收费项目", "行政事业性收费事项", "行政事业性收费情况"];
    let ends = |c: char| matches!(c, '，' | '；' | '。' | '、' | '\n' | ',');
    let is_denial = |text: &str| {
        let before = FEES.iter().find_map(|fee| text.strip_suffix(fee));
        let none = before.is_some_and(|before| NONE.iter().any(|none| before.ends_with(none)));
        const OF_SOME: [&str; 12] =
            ["本级", "机关", "新增", "之外", "以外", "申请", "信息公开", "企业", "对", "下属", "所属", "其他"];
        none && !has_any(text, &OF_SOME) && !has_any(text, &OTHERWISE)
    };
    for part in facts.prose().parts.iter().filter(|part| part.section > 0) {
        let mut start = 0;
        for clause in part.text.split_inclusive(ends) {
            let place = start..start + clause.trim_end_matches(ends).len();
            start += clause.len();
            let text = part.get(&place);
            if !is_denial(text) {
                continue;
            }
            let say = Say::default()
                .with("quote", text)
                .with("metric", "行政事业性收费")
                .with("metric_en", "administrative fees")
                .with("table", format!("{table}万元"))
                .cells(Figures::new(&facts.report().lean).cells(&[CELL]))
                .at(part.evidence(&place));
            found.say(id::N_08, "none", "fees", say);
            return true;
        }
    }
    false
}

/// So many characters before it may say what was charged.
const MOST_UNKNOWN: usize = 16;

/// 421.6 for 412.6.
fn is_swapped(one: Number, other: Number) -> bool {
    let sorted = |number: Number| {
        let mut digits = digits(number).into_bytes();
        digits.sort_unstable();
        digits
    };
    one != other && sorted(one).len() > 2 && sorted(one) == sorted(other) && magnitude(one) == magnitude(other)
}

/// `收取行政事业性收费36.8万元`, of the agency and of this year.
fn is_plain(item: &Item, most_unknown: usize) -> bool {
    let (scope, near) = (item.claim.scope, &item.around.near);
    let of_some = scope.region
        || scope.own
        || scope.subset
        || scope.other_time
        || scope.unknown > most_unknown
        || item.around.bracketed;
    let is_named =
        near.topics.as_slice() == [Topic::Fees] && item.claim.metric.is_some_and(|metric| &*metric.id == "fees");
    is_named && !of_some && item.claim.range == Range::Exact && item.claim.value > Number::ZERO
}

/// The same amount, in whatever unit it stands there, rounded or cut off in the text.
fn holds(item: &Item, table: Number) -> bool {
    // 4126万元 for 412.6万元: no other unit, and no rounding.
    let places = (magnitude(item.claim.value) + tens(item.claim.unit)).abs_diff(magnitude(table) + tens("万元"));
    if (1..=3).contains(&places) {
        return false;
    }
    let (text, table) = (digits(item.claim.value), digits(table));
    let length = text.len().min(table.len()).max(1);
    // The last digit may have been rounded.
    let known = length.saturating_sub(1).max(2);
    !table.is_empty() && text.get(..known.min(text.len())) == table.get(..known.min(table.len()))
}

/// How many places its first digit stands before the point.
fn magnitude(number: Number) -> i32 {
    let text = number.to_string();
    let point = text.find('.').unwrap_or(text.len());
    let first = text.find(|c: char| c.is_ascii_digit() && c != '0').unwrap_or(point);
    let places = |at: usize| i32::try_from(at).unwrap_or(i32::MAX / 4);
    if first < point { places(point) - places(first) } else { places(point) - places(first) + 1 }
}

fn tens(unit: &str) -> i32 {
    match unit {
        "亿元" => 8,
        "万元" => 4,
        _ => 0,
    }
}

/// The digits of a number without its point and the zeros around it: 6730.50 and 67305000 are alike.
fn digits(number: Number) -> String {
    number.to_string().replace('.', "").trim_matches('0').to_owned()
}
