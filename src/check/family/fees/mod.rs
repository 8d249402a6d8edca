//! Section six and the 信息处理费 (FEE).
//!
//! The fee of 国办函〔2020〕109号 is in yuan and in the text only; the 行政事业性收费 of table 2 is another, in 万元.

mod amounts;
mod paid;
mod stated;

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::Facts;
use crate::check::facts::claims::{Claims, evidence};
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::{Evidence, WhyUnchecked};
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::{Number, Report};

use stated::Stated;

/// The section that reports the fee.
const SECTION: u8 = 6;

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, numbers) = (facts.report(), facts.claims());
    let Some(section) = report.narrative.sections.iter().find(|section| section.number == SECTION) else {
        for id in [id::FEE_01, id::FEE_02] {
            found.unchecked(id, WhyUnchecked::NoSection(SECTION));
        }
        return;
    };
    let mut fee = stated::clauses(&section.text, found.profile);
    if fee.is_empty() {
        fee = stated::denials(&section.text, found.profile);
    }
    let administrative = section.text.contains("行政事业性收费");
    if fee.is_empty() {
        if found.in_force(id::FEE_01) {
            missing(report, &section.text, found);
        }
        if administrative {
            let at = passage(report, &section.text, "行政事业性收费");
            found.say(id::FEE_03, "instead", "section", Say::default().at(at));
        }
        return;
    }
    let stated = Stated::of(numbers);
    if found.in_force(id::FEE_02) {
        elements(report, &fee, &stated, found);
    }
    years(report, &fee, found);
    amounts::check(report, &fee, &stated, found);
    unpaid(report, &stated, found);
    denied(report, &fee, &stated, found);
    if !stated.charges() {
        charged(report, numbers, &fee, found);
    }
    paid::check(facts, &stated, found);
    amounts::each(report, facts.counted(), found);
}

/// N-16: the sixth section says that there were no fees, and another tells of some.
fn charged(report: &Report, numbers: &Claims, fee: &[stated::Clause<'_>], found: &mut Collector<'_>) {
    let is_of_some = |text: &str| has_any(text, &["本级", "本机关", "局机关", "县政府及", "区政府及", "市政府及"]);
    let Some(denial) = fee.iter().find(|clause| is_denial(clause.text) && !is_of_some(clause.text)) else { return };
    let others = numbers.sentences.iter().filter(|said| said.section != SECTION).flat_map(|said| &said.items);
    let charged = others.map(|item| &item.claim).find(|claim| {
        let scope = claim.scope;
        let of_some = scope.other_time || scope.subset || scope.own || scope.region;
        let is_money = claim.metric.is_some_and(|metric| matches!(&*metric.id, "fee.collected" | "fee.notified"));
        let is_named = || has_any(&claim.around(report), &["信息处理费", "收费通知", "信息公开收费"]);
        is_money && !of_some && claim.value > Number::ZERO && is_named()
    });
    let Some(claim) = charged else { return };
    let say = Say::default()
        .with("all", denial.text)
        .with("some", claim.around(report))
        .at(evidence(report, SECTION, denial.start, denial.end))
        .at(claim.evidence(report));
    found.say(id::N_16, "overdue", "fees", say);
}

/// N-16: fees were charged, and another section says that there were none.
fn denied(report: &Report, fee: &[stated::Clause<'_>], stated: &Stated, found: &mut Collector<'_>) {
    let Some(charged) = fee.first().filter(|_| stated.charges()) else { return };
    let others = report.narrative.sections.iter().filter(|section| section.number != SECTION);
    let denial = others.into_iter().find_map(|section| {
        let mut clauses = stated::clauses(&section.text, found.profile).into_iter();
        Some((section.number, clauses.find(|clause| is_denial(clause.text))?))
    });
    let Some((section, clause)) = denial else { return };
    let say = Say::default()
        .with("all", clause.text)
        .with("some", charged.text)
        .at(evidence(report, section, clause.start, clause.end))
        .at(evidence(report, SECTION, charged.start, charged.end));
    found.say(id::N_16, "overdue", "fees", say);
}

/// 办理中未发出收费通知: of all of them, not of some who have not paid.
fn is_denial(text: &str) -> bool {
    const NONE: [&str; 8] = ["未收取", "没有收取", "未发出", "没有发出", "未产生", "没有产生", "未收费", "没有收费"];
    const OF_SOME: [&str; 7] = ["申请人", "逾期", "未缴", "其中", "上年", "其余", "另"];
    // 未向申请人收取: of whom it was not collected.
    let text = &replace_each(text, &[("向申请人", ""), ("对申请人", ""), ("向任何申请人", ""), ("向任何人", "")]);
    let of_fee = text.contains("处理费") || text.contains("收费通知");
    of_fee && has_any(text, &NONE) && !has_any(text, &OF_SOME)
}

/// FEE-01.
fn missing(report: &Report, text: &str, found: &mut Collector<'_>) {
    let elsewhere = report.narrative.sections.iter().filter(|section| section.number != SECTION).find_map(|section| {
        // Only a plain statement counts: the words also stand in plans and in tables.
        let fee = stated::clauses(&section.text, found.profile);
        let plain = fee.into_iter().find(|clause| clause.text.contains("处理费") || clause.text.contains("收费通知"));
        plain.map(|clause| evidence(report, section.number, clause.start, clause.end))
    });
    if let Some(evidence) = elsewhere {
        found.say(id::FEE_01, "elsewhere", "section", Say::default().with("quote", &evidence.text).at(evidence));
        return;
    }
    let bare = text.trim().trim_end_matches(['。', '.', '；']);
    let length = text.chars().count();
    if found.profile.words(id::FEE_01, "bare").iter().any(|word| **word == *bare) {
        let say = Say::default().with("quote", bare);
        let say = if length > 0 { say.at(evidence(report, SECTION, 0, length)) } else { say };
        found.say(id::FEE_01, "bare", "section", say);
    } else {
        // The beginning is enough to know the section by.
        let say = Say::default();
        let say = if length > 0 { say.at(evidence(report, SECTION, 0, length.min(40))) } else { say };
        found.say(id::FEE_01, "missing", "section", say);
    }
}

/// FEE-02.
fn elements(report: &Report, fee: &[stated::Clause<'_>], stated: &Stated, found: &mut Collector<'_>) {
    let whole = told(report, fee);
    let collected_words = [
        "实际收取总金额",
        "实际收取金额",
        "实收总金额",
        "实收金额",
        "实际收费总金额",
        "实际收费金额",
        "实际收取的总金额",
    ];
    let plain = collected_words.iter().fold(whole.clone(), |text, word| text.replace(word, "实际收取"));
    let has = |list: &str, text: &str| has_any(text, found.profile.words(id::FEE_02, list));
    let notices = stated.notices.is_some() || has("notices", &plain);
    // Where no notice was sent there is no amount.
    let amount = stated.none_sent() || stated.notified.is_some() || has("amount", &plain);
    let collected = stated.collected.is_some() || has("collected", &plain.replace("通知收取", ""));
    let parts = [
        (notices, "发出收费通知件数", "notices sent"),
        (amount, "通知总金额", "amount notified"),
        (collected, "实际收取总金额", "amount collected"),
    ];
    let lacking: Vec<&(bool, &str, &str)> = parts.iter().filter(|(stated, _, _)| !stated).collect();
    let (Some(first), Some(last)) = (fee.first(), fee.last()) else { return };
    if lacking.is_empty() {
        return;
    }
    let zh: Vec<&str> = lacking.iter().map(|(_, zh, _)| *zh).collect();
    let en: Vec<&str> = lacking.iter().map(|(_, _, en)| *en).collect();
    let say = Say::default().with("missing", zh.join("、")).with("missing_en", en.join(", ")).at(evidence(
        report,
        SECTION,
        first.start,
        last.end,
    ));
    // Where nothing was charged the elements are all nothing.
    let is_nothing = !stated.charges() && stated::denies(&whole, "fee", found.profile);
    found.say(id::FEE_02, if is_nothing { "nothing" } else { "missing" }, "elements", say);
}

/// The statements on the fee, with what their lines say behind them: 发出收费通知3件。其中2件已缴，共640元.
fn told(report: &Report, fee: &[stated::Clause<'_>]) -> String {
    let section = report.narrative.sections.iter().find(|section| section.number == SECTION);
    let text = section.map_or("", |section| section.text.as_str());
    let begins = |clause: &stated::Clause<'_>| text.char_indices().nth(clause.start).map(|(at, _)| at);
    let Some((first, last)) = fee.first().and_then(begins).zip(fee.last().and_then(begins)) else {
        return String::new();
    };
    let end = text.get(last..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| last + length);
    text.get(first..end).unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect()
}

/// FEE-08: the year of a statement, not that of a document it names.
fn years(report: &Report, fee: &[stated::Clause<'_>], found: &mut Collector<'_>) {
    let year = report.lean.head.year;
    let all: Vec<(u16, usize, usize)> = fee.iter().flat_map(stated::Clause::years).collect();
    if all.iter().any(|(known, _, _)| *known == year) {
        return;
    }
    if let Some(&(other, start, end)) = all.first() {
        let say = Say::default()
            .with("text", other)
            .with("year", year)
            .sides(Number::int(i64::from(other)), Number::int(i64::from(year)))
            .at(evidence(report, SECTION, start, end));
        found.say(id::FEE_08, "year", "year", say);
    }
}

/// FEE-05.
fn unpaid(report: &Report, stated: &Stated, found: &mut Collector<'_>) {
    let Some(cell) = report.lean.form.cell("requests/closed.fee_unpaid/total") else { return };
    let Some(table) = report.lean.cells.get(cell).number().filter(|number| *number > Number::ZERO) else { return };
    let Some(notices) = &stated.notices else { return };
    if notices.value >= table {
        return;
    }
    let case = if notices.value.is_zero() { "none" } else { "fewer" };
    let say = Say::default()
        .with("table", table)
        .with("text", notices.value)
        .sides(notices.value, table)
        .cells([cell])
        .at(notices.evidence(report));
    found.say(id::FEE_05, case, "notices", say);
}

/// Where a word stands in section six.
fn passage(report: &Report, text: &str, word: &str) -> Evidence {
    let start = text.split(word).next().map_or(0, |before| before.chars().count());
    evidence(report, SECTION, start, start + word.chars().count())
}

/// The three figures, in yuan where they are amounts, as far as they are stated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Fees([Option<Number>; 3]);

impl Fees {
    /// Nothing is known to be charged.
    const NONE: Self = Self([Some(Number::ZERO); 3]);

    /// What a text states.
    pub(in crate::check) fn of(numbers: &Claims) -> Self {
        let stated = Stated::of(numbers);
        Self(ELEMENTS.map(|(_, _, element)| element(&stated).map(|(value, _)| value)))
    }

    /// The three figures.
    pub(in crate::check) fn figures(&self) -> [Option<Number>; 3] {
        self.0
    }

    /// Of three figures.
    pub(in crate::check) fn of_figures(figures: [Option<Number>; 3]) -> Self {
        Self(figures)
    }

    /// All of them together: a figure that one of them does not state is left open.
    pub(in crate::check) fn sum<'a>(all: impl IntoIterator<Item = &'a Self>) -> Self {
        all.into_iter().fold(Self::NONE, |mut sum, part| {
            for (sum, part) in sum.0.iter_mut().zip(part.0) {
                *sum = sum.zip(part).and_then(|(sum, part)| sum.checked_add(part));
            }
            sum
        })
    }

    /// Those of the sums that the figures of a summary stand against. Where units are missing the sum is no more than
    /// the least that it can be.
    pub(in crate::check) fn against(&self, sums: &Self, is_complete: bool) -> Self {
        let mut open = Self::default();
        for ((own, sum), open) in self.0.iter().zip(sums.0).zip(&mut open.0) {
            *open = own.zip(sum).filter(|(own, sum)| own < sum || (is_complete && own != sum)).map(|(_, sum)| sum);
        }
        open
    }

    /// Is no figure known?
    pub(in crate::check) fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Is every figure known?
    pub(in crate::check) fn is_whole(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }
}

/// One of the three figures, in yuan where it is an amount.
type Element = fn(&Stated) -> Option<(Number, &crate::check::facts::claims::Claim)>;

/// How they are called, and where they stand.
const ELEMENTS: [(&str, &str, Element); 3] = [
    ("收费通知件数", "notices", |stated| stated.notices.as_ref().map(|claim| (claim.value, claim))),
    ("通知总金额", "amount notified", Stated::notified_yuan),
    ("实际收取总金额", "amount collected", Stated::collected_yuan),
];

/// FEE-07: the fees that a summary states against those of the reports that it sums up.
pub(in crate::check) fn roll_up(summary: &Report, numbers: &Claims, sums: &Fees, found: &mut Collector<'_>) {
    let whole = Stated::of(numbers);
    for ((zh, en, element), sum) in ELEMENTS.into_iter().zip(sums.0) {
        let (Some((text, claim)), Some(sum)) = (element(&whole), sum) else { continue };
        if text == sum {
            continue;
        }
        let say = Say::default().with("element", zh).with("element_en", en).with("text", text).with("sum", sum);
        found.say(id::FEE_07, "differs", en, say.sides(text, sum).at(claim.evidence(summary)));
    }
}

/// The cell of the administrative fees.
fn administrative_cell(report: &Report) -> Option<(Cell, Number)> {
    let cell = report.lean.form.cell("disclosure/fees/amount")?;
    Some((cell, report.lean.cells.get(cell).number()?))
}

#[cfg(test)]
mod tests;
