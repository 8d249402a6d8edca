//! Growth as stated, and as the numbers give it: N-13. Integers only.

use serde::{Deserialize, Serialize};

use crate::check::facts::Facts;
use crate::check::facts::claims::metrics;
use crate::check::facts::claims::{Claim, Class, Item, Mark, Metric, Range, SentenceClaims, Sum, Who};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::doubted::Whose;
use crate::check::rule::{Need, id};
use crate::report::{Lean, Number, Report};

/// A statement of growth, and the number that grew.
struct Growth<'a> {
    stated: &'a Item,
    grown: &'a Item,
    /// The number that it grew from, where the text gives it.
    before: Option<&'a Item>,
    /// By how many, where the text gives that too: 增加3件，增长50%.
    by: Option<&'a Item>,
}

/// A number that is said to have grown since last year, of which last year's report alone says from what: known without
/// its text.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Grown {
    metric: &'static Metric,
    who: Option<Who>,
    change: Change,
}

/// By how much a number is said to have grown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) up: bool,
    pub(super) is_rate: bool,
    pub(super) stated: Number,
    pub(super) now: Number,
}

impl Growth<'_> {
    fn change(&self) -> Change {
        Change {
            up: self.stated.around.near.marks.has(Mark::Up),
            is_rate: self.stated.class == Class::Percent,
            stated: self.stated.claim.value,
            now: self.grown.claim.value,
        }
    }

    /// Where last year's report says from what it grew.
    fn since_last_year(&self) -> Option<Grown> {
        let metric = self.grown.claim.metric.filter(|metric| self.start().is_none() && metric.is_in_tables())?;
        Some(Grown { metric, who: self.grown.claim.who, change: self.change() })
    }

    /// The number that it grew from, as the text gives it.
    fn start(&self) -> Option<Number> {
        let before = self.before.map(|before| before.claim.value);
        before.or_else(|| {
            let (by, now) = (self.by?, self.grown.claim.value);
            let up = by.around.near.marks.has(Mark::Up);
            if up { now.checked_sub(by.claim.value) } else { now.checked_add(by.claim.value) }
        })
    }
}

/// Applies the rule where the text gives both numbers; says that it could not where last year's report is needed.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    let mut lacks = false;
    let mut done = Vec::new();
    for growth in text.sentences.iter().flat_map(statements) {
        match growth.start() {
            Some(before) => judge(report, &growth, before, Say::default(), &mut done, found),
            None => lacks |= growth.grown.claim.metric.is_some_and(|metric| metric.is_in_tables()),
        }
    }
    if lacks {
        found.unchecked(id::N_13, WhyUnchecked::Needs(Need::LastYear));
    }
}

/// Applies the rule where the number to start from is in last year's report.
pub(super) fn check_before(facts: &Facts<'_>, before: Option<&Lean>, found: &mut Collector<'_>) {
    let mut done = Vec::new();
    for growth in facts.claims().sentences.iter().flat_map(statements) {
        let Some(grown) = growth.since_last_year() else { continue };
        let Some(before) = before else {
            found.unchecked(id::N_13, WhyUnchecked::Needs(Need::LastYear));
            return;
        };
        if let Some(old) = grown.contradicted(before) {
            let say = Say::default().rests_on(Whose::LastYear, before, old.cells.iter().copied());
            judge(facts.report(), &growth, old.value, say, &mut done, found);
        }
    }
}

/// What the text says that grew, and from which number of the year before: `45件，比上年的41件增长9.8%`.
pub(in crate::check) fn compared<'f>(facts: &'f Facts<'_>, year: u16) -> Vec<(&'f Claim, &'f Claim)> {
    let of_year = |old: &&Item| {
        let (near, marks) = (&old.around.near, old.around.near.marks.with(old.around.far.marks));
        let named = near.years.last().or(old.around.far.years.last());
        let is_last =
            named.map_or(marks.has(Mark::LastYear) || marks.has(Mark::Versus), |named| *named == i64::from(year));
        is_last && !marks.has(Mark::Period)
    };
    let all = facts.claims().sentences.iter().flat_map(statements);
    all.filter_map(|growth| Some((&growth.grown.claim, &growth.before.filter(of_year)?.claim))).collect()
}

/// [`Grown`] as data.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::check) struct GrownWire {
    /// The metric, by its name.
    metric: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    who: Option<Who>,
    up: bool,
    rate: bool,
    stated: String,
    now: String,
}

impl GrownWire {
    pub(in crate::check) fn of(grown: &Grown) -> Self {
        let Change { up, is_rate, stated, now } = grown.change;
        let metric = grown.metric.id.to_string();
        Self { metric, who: grown.who, up, rate: is_rate, stated: stated.to_string(), now: now.to_string() }
    }

    /// The same again; `None` where this program does not know it.
    pub(in crate::check) fn read(&self) -> Option<Grown> {
        let metric = metrics().iter().find(|metric| *metric.id == *self.metric)?;
        let (stated, now) = (Number::exact(&self.stated)?, Number::exact(&self.now)?);
        Some(Grown { metric, who: self.who, change: Change { up: self.up, is_rate: self.rate, stated, now } })
    }
}

impl Grown {
    /// All of a report.
    pub(crate) fn of(facts: &Facts<'_>) -> Box<[Self]> {
        let growths = facts.claims().sentences.iter().flat_map(statements);
        growths.filter_map(|growth| growth.since_last_year()).collect()
    }

    /// What last year's report has, where none of it fits what is said.
    fn contradicted(&self, before: &Lean) -> Option<Sum> {
        let sums = self.metric.sums(before.form, &before.cells, self.who).ok()?;
        let fits = |sum: &Sum| difference(self.change, sum.value).is_none_or(|actual| actual.holds);
        if sums.iter().any(fits) { None } else { sums.into_iter().next() }
    }
}

/// The same of a text that is not at hand, of which this is known: does all of it hold? Where it does not, the text is
/// needed to say so.
pub(super) fn hold(grown: &[Grown], before: Option<&Lean>, found: &mut Collector<'_>) -> bool {
    let Some(before) = before else {
        if !grown.is_empty() {
            found.unchecked(id::N_13, WhyUnchecked::Needs(Need::LastYear));
        }
        return true;
    };
    grown.iter().all(|grown| grown.contradicted(before).is_none())
}

/// `5件，较上年（3件）增长66.7%`.
fn statements(said: &SentenceClaims) -> Vec<Growth<'_>> {
    let items = &said.items;
    let mut found = Vec::new();
    for (index, stated) in items.iter().enumerate() {
        let near = stated.around.near.marks;
        let is_change = near.has(Mark::Up) != near.has(Mark::Down);
        let by = by(items, index);
        let compared =
            stated.marks.has(Mark::Versus) || stated.marks.has(Mark::LastYear) || by.is_some_and(is_compared);
        let plain = stated.claim.range == Range::Exact && matches!(stated.class, Class::Percent | Class::Count);
        // 增长到 and 增长了一倍 are something else.
        if !is_change || !plain || stated.around.near.unknown > 2 {
            continue;
        }
        let before_it = items.get(..index).unwrap_or_default();
        let counts = |item: &&Item| item.class == Class::Count && item.claim.range == Range::Exact && !is_growth(item);
        let counted: Vec<&Item> = before_it.iter().rev().filter(counts).collect();
        let old = counted.iter().take(2).find(|item| is_old(item)).copied();
        let is_grown = |item: &&&Item| item.claim.metric.is_some() && !is_old(item);
        // 4件，其中机构1件，较上年的2件增加2件: whichever of them it follows from.
        let follows = |item: &&&Item| is_grown(item) && old.is_some_and(|old| grows_to(stated, old, item));
        let grown = counted.iter().find(follows).or_else(|| counted.iter().find(is_grown)).copied();
        // Something else was counted between: it may be what grew.
        let nearest = counted.first().map(|item| item.claim.start);
        let Some(grown) = grown else { continue };
        let touching = nearest == Some(grown.claim.start) || nearest == old.map(|item| item.claim.start);
        // 较2023年的3607件增长: what it is compared with stands just before.
        let compared = compared || (old.is_some() && stated.around.touches);
        if compared && touching && !grown.claim.is_joined && !stated.around.starts {
            let unit_fits = old.is_none_or(|old| old.claim.unit == grown.claim.unit);
            let by = by.filter(|by| by.claim.unit == grown.claim.unit && by.claim.start > grown.claim.end);
            found.push(Growth { stated, grown, before: old.filter(|_| unit_fits), by });
        }
    }
    found
}

/// `增加3件，增长50%`: the number just before a rate, by how many it grew.
fn by(items: &[Item], index: usize) -> Option<&Item> {
    let (stated, by) = (items.get(index)?, items.get(index.checked_sub(1)?)?);
    let (near, before) = (stated.around.near.marks, by.around.near.marks);
    let alike = near.has(Mark::Up) == before.has(Mark::Up) && near.has(Mark::Down) == before.has(Mark::Down);
    let counts = by.class == Class::Count && by.claim.range == Range::Exact && is_growth(by);
    (stated.class == Class::Percent && counts && alike && !stated.around.starts).then_some(by)
}

/// Does what is stated lead from the one number to the other?
fn grows_to(stated: &Item, old: &Item, now: &Item) -> bool {
    let change = Change {
        up: stated.around.near.marks.has(Mark::Up),
        is_rate: stated.class == Class::Percent,
        stated: stated.claim.value,
        now: now.claim.value,
    };
    old.claim.unit == now.claim.unit && difference(change, old.claim.value).is_some_and(|actual| actual.holds)
}

fn is_compared(item: &Item) -> bool {
    item.marks.has(Mark::Versus) || item.marks.has(Mark::LastYear)
}

fn is_growth(item: &Item) -> bool {
    item.around.near.marks.has(Mark::Up) || item.around.near.marks.has(Mark::Down)
}

/// Of the year before: 2023年3607件, 上年3607件.
fn is_old(item: &Item) -> bool {
    item.claim.scope.other_time && !is_growth(item)
}

/// How the stated growth compares.
pub(super) struct Actual {
    pub(super) holds: bool,
    /// What it is, as text: a rate with two places, or a number; with a sign where it went the other way.
    pub(super) text: String,
}

fn judge(
    report: &Report,
    growth: &Growth<'_>,
    old: Number,
    say: Say,
    done: &mut Vec<String>,
    found: &mut Collector<'_>,
) {
    let change = growth.change();
    let Some(actual) = difference(change, old).filter(|actual| !actual.holds) else { return };
    // Once for each metric.
    let place = growth.grown.claim.place();
    if done.contains(&place) {
        return;
    }
    let case = if change.is_rate { "rate" } else { "amount" };
    let say = say
        .with("direction", if change.up { "增长" } else { "减少" })
        .with("direction_en", if change.up { "up" } else { "down" })
        .with("stated", change.stated)
        .with("before", old)
        .with("now", change.now)
        .with("actual", actual.text)
        .at(growth.stated.claim.evidence(report))
        .at(growth.grown.claim.evidence(report));
    found.say(id::N_13, case, &place, say);
    done.push(place);
}

/// `None` where nothing can be said: no start, numbers too large.
pub(super) fn difference(Change { up, is_rate, stated, now }: Change, old: Number) -> Option<Actual> {
    let (old, now) = (i128::from(old.as_int()?), i128::from(now.as_int()?));
    let change = if up { now - old } else { old - now };
    if !is_rate {
        let holds = stated.as_int().is_some_and(|stated| i128::from(stated) == change);
        return Some(Actual { holds, text: change.to_string() });
    }
    if old <= 0 {
        return None;
    }
    let scale = 10_i128.checked_pow(u32::from(stated.decimals()))?;
    let digits: i128 = stated.to_string().replace('.', "").parse().ok()?;
    // Rounded or cut off: less than one unit of the last place away.
    let away = digits.checked_mul(old)?.checked_sub(change.checked_mul(100)?.checked_mul(scale)?)?;
    let hundredths = change.checked_mul(10_000)?.checked_add(old / 2)?.div_euclid(old);
    let sign = if hundredths < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100);
    Some(Actual { holds: away.abs() < old, text })
}
