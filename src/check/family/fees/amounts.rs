//! The amounts: the tariff (FEE-04), sums (FEE-06), and the other fee (FEE-03).

use crate::base::glance::has_any;
use crate::check::facts::claims::{Claim, Range, evidence};
use crate::check::facts::counts::{Count, Counted};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::{Number, Report};

use super::stated::{Clause, Stated, yuan};
use super::{SECTION, administrative_cell};

/// Applies these rules.
pub(super) fn check(report: &Report, fee: &[Clause<'_>], stated: &Stated, found: &mut Collector<'_>) {
    tariff(report, fee, stated, found);
    collected(report, fee, stated, found);
    confusion(report, stated, found);
    parts(report, stated, found);
}

fn is_money(claim: &Claim) -> bool {
    claim.metric.is_some_and(|metric| matches!(&*metric.id, "fee.notified" | "fee.collected"))
}

/// FEE-04.
fn tariff(report: &Report, fee: &[Clause<'_>], stated: &Stated, found: &mut Collector<'_>) {
    // Which tariff applies is only known where the text names one of them.
    let names = |word: &str| fee.iter().any(|clause| clause.text.contains(word));
    let by_item = names("按件") && !names("按量") && !names("按页");
    let step = found.profile.threshold(id::FEE_04, if by_item { "item_step_yuan" } else { "step_yuan" });
    for claim in stated.all.iter().filter(|claim| is_money(claim) && claim.range == Range::Exact) {
        let Some(amount) = yuan(claim) else { continue };
        if !is_multiple(amount, step) {
            let say = Say::default()
                .with("text", format!("{}{}", claim.value, claim.unit))
                .with("step", step)
                .at(claim.evidence(report));
            found.say(id::FEE_04, "step", &claim.place(), say);
            return;
        }
    }
    let (Some(notices), Some((amount, claim))) = (&stated.notices, stated.notified_yuan()) else { return };
    let Some(count) = notices.value.as_int() else { return };
    let least = found.profile.threshold(id::FEE_04, "step_yuan").checked_mul(count).map(Number::int);
    let say = Say::default().with("notices", notices.value).with("amount", amount).at(evidence(
        report,
        SECTION,
        notices.start.min(claim.start),
        notices.end.max(claim.end),
    ));
    if count == 0 && amount > Number::ZERO {
        found.say(id::FEE_04, "no_notice", "notices", say);
    } else if count > 0 && least.is_some_and(|least| amount < least) {
        found.say(id::FEE_04, "too_small", "notices", say);
    }
}

/// More was collected than was notified, and the text does not say that some of it was due before.
fn collected(report: &Report, fee: &[Clause<'_>], stated: &Stated, found: &mut Collector<'_>) {
    let (Some((amount, _)), Some((paid, claim))) = (stated.notified_yuan(), stated.collected_yuan()) else { return };
    let before =
        found.profile.words(id::FEE_04, "before").iter().any(|word| fee.iter().any(|c| c.text.contains(&**word)));
    let exact = stated.all.iter().filter(|claim| is_money(claim)).all(|claim| claim.range == Range::Exact);
    if paid > amount && exact && !before {
        let say = Say::default().with("collected", paid).with("amount", amount).sides(paid, amount);
        found.say(id::FEE_04, "collected", "collected", say.at(claim.evidence(report)));
    }
}

/// A whole number of yuan that the step divides.
fn is_multiple(amount: Number, step: i64) -> bool {
    let text = amount.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole: Option<i64> = whole.parse().ok();
    step == 0 || (fraction.bytes().all(|digit| digit == b'0') && whole.is_some_and(|whole| whole % step == 0))
}

/// FEE-03.
fn confusion(report: &Report, stated: &Stated, found: &mut Collector<'_>) {
    let Some((amount, claim)) = stated.collected_yuan().filter(|(amount, _)| *amount > Number::ZERO) else { return };
    let say = Say::default().with("text", format!("{}{}", claim.value, claim.unit)).at(claim.evidence(report));
    let large = Number::int(found.profile.threshold(id::FEE_03, "large_yuan"));
    match administrative_cell(report) {
        // The same digits, in whatever unit they stand there.
        Some((cell, table))
            if table > Number::ZERO && (table == claim.value || Some(amount) == ten_thousand(table)) =>
        {
            let say = say.with("table", table).sides(claim.value, table).cells([cell]);
            found.say(id::FEE_03, "same", "amount", say);
        }
        // That table 2 has no fees says nothing: they are other ones.
        _ if amount > large => found.say(id::FEE_03, "large", "amount", say),
        _ => {}
    }
}

fn ten_thousand(value: Number) -> Option<Number> {
    let claim =
        |value| (0..4).try_fold(value, |value: Number, _| (1..10).try_fold(value, |sum, _| sum.checked_add(value)));
    claim(value)
}

/// FEE-06: `3件，其中甲局2件、乙局1件`.
fn parts(report: &Report, stated: &Stated, found: &mut Collector<'_>) {
    for (id, case) in [("fee.notices", "notices"), ("fee.notified", "amount"), ("fee.collected", "amount")] {
        let same: Vec<&Claim> = stated
            .all
            .iter()
            .filter(|claim| claim.metric.is_some_and(|metric| &*metric.id == id) && !claim.is_nothing)
            .collect();
        let Some((total, parts)) = same.split_first() else { continue };
        let alike = parts.iter().all(|part| part.unit == total.unit && part.sentence == total.sentence);
        // The text must say that these are parts, and name whose.
        let said = alike && parts.len() >= 2 && total.range == Range::Exact && names_parts(report, total, parts);
        let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.checked_add(part.value));
        let Some(sum) = sum.filter(|sum| said && *sum != total.value) else { continue };
        let list: Vec<String> = parts.iter().map(|part| part.value.to_string()).collect();
        let end = parts.last().map_or(total.end, |part| part.end);
        let say = Say::default()
            .with("total", total.value)
            .with("parts", list.join("＋"))
            .with("sum", sum)
            .sides(total.value, sum)
            .at(evidence(report, SECTION, total.start, end));
        found.say(id::FEE_06, case, id, say);
    }
}

/// FEE-06: `通知2件，总金额1240元，其中一件680元、另一件460元`: as many amounts as there are notices.
pub(super) fn each(report: &Report, text: &[Counted], found: &mut Collector<'_>) {
    for said in text.iter().filter(|said| said.section == SECTION) {
        let Some((total, parts)) = one_by_one(&said.counts) else { continue };
        let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.checked_add(part.value));
        let (Some(sum), Some(last)) = (sum.filter(|sum| *sum != total.value), parts.last()) else { continue };
        let list: Vec<String> = parts.iter().map(|part| part.value.to_string()).collect();
        let say = Say::default()
            .with("total", total.value)
            .with("parts", list.join("＋"))
            .with("sum", sum)
            .sides(total.value, sum)
            .at(said.evidence(report, total, last));
        found.say(id::FEE_06, "amount", "fee.each", say);
        return;
    }
}

/// The amount of all notices, and that of each of them.
fn one_by_one(counts: &[Count]) -> Option<(&Count, Vec<&Count>)> {
    const WHOLE: [&str; 6] = ["总金额", "通知金额", "总额", "合计", "共计", "金额共"];
    // 另一件 is no number of its own.
    const ONE: [&str; 3] = ["一件", "一份", "一笔"];
    const PAID: [&str; 5] = ["实际", "实收", "已缴", "缴纳", "收到"];
    let place = counts.iter().position(|count| count.unit == "元" && has_any(&count.label, &WHOLE))?;
    let (before, behind) = counts.split_at_checked(place)?;
    let (total, behind) = behind.split_first()?;
    let notices = before.iter().rev().find(|count| count.unit == "件" && count.label.contains("通知"))?;
    let is_one = |count: &Count| count.unit == "件" && count.value == Number::int(1);
    let mut parts: Vec<&Count> = Vec::new();
    let mut last = total;
    for count in behind {
        if has_any(&count.label, &PAID) {
            break;
        }
        let listed = count.label.starts_with("分别") || (count.label.is_empty() && count.stop == Some('、'));
        if count.unit == "元" && (is_one(last) || listed || ONE.iter().any(|one| count.label.ends_with(one))) {
            parts.push(count);
        }
        last = count;
    }
    let exact = total.exact && parts.iter().all(|part| part.exact);
    let are_all = Number::int(i64::try_from(parts.len()).ok()?) == notices.value;
    (exact && are_all && parts.len() > 1).then_some((total, parts))
}

fn names_parts(report: &Report, total: &Claim, parts: &[&Claim]) -> bool {
    let between = |start: usize, end: usize| evidence(report, SECTION, start, end).text;
    let mut before = total.end;
    parts.iter().enumerate().all(|(index, part)| {
        let text = between(before, part.start);
        before = part.end;
        let named = [
            "第",
            "申请人",
            "公司",
            "企业",
            "局",
            "委",
            "办",
            "镇",
            "乡",
            "街道",
            "中心",
            "政府",
            "区",
            "县",
            "市",
            "院",
            "队",
        ]
        .iter()
        .any(|word| text.contains(word));
        named && (index > 0 || text.contains("其中") || text.contains("分别"))
    })
}
