//! Numbers in the text: what each of them says, and of what.
//!
//! Owns: finding the numbers of a report's sections, and what they are about. Knows forms and reports; knows no rule:
//! `narrative` and `fees` judge, this module only reads. Words and metrics are data (`words.toml`, `metrics.toml`).
//!
//! A number is a claim about a metric only where the words around it leave one reading. Years, dates, articles, phone
//! numbers and what belongs to other work (热线, 信访, 培训) are no claims about one; see `docs/claims.md`.

mod bag;
mod claim;
mod every;
mod lexicon;
mod metric;
mod numeral;
mod resolve;
mod text;
mod tokens;
mod topic;
mod unit;
mod zero;

use crate::check::facts::agency::sums_up_a_place;
use crate::form::Cell;
use crate::report::{Number, Report};

use resolve::{Before, Speaker};

pub(crate) use claim::Claim;
pub(crate) use lexicon::Who;
pub(crate) use metric::{Metric, Obstacle, Sum, metrics};
pub(crate) use numeral::Range;

pub(in crate::check::facts) use numeral::read as figure_at;
pub(in crate::check::facts) use text::Sentences;
pub(in crate::check::facts) use unit::is_thing;

pub(in crate::check) use bag::Around;
pub(in crate::check) use claim::evidence;
pub(in crate::check) use lexicon::{Mark, Topic};
pub(in crate::check) use numeral::Class;
pub(in crate::check) use resolve::Item;

/// The numbers of one sentence.
#[derive(Debug, Clone)]
pub(in crate::check) struct SentenceClaims {
    pub(crate) section: u8,
    /// Counts the paragraphs of the report.
    pub(crate) paragraph: usize,
    /// It begins with 其中, or 按内容分: its numbers are parts of those before.
    pub(crate) continues: bool,
    /// Its numbers, in order.
    pub(crate) items: Vec<Item>,
    /// Its statements that nothing happened.
    pub(crate) nothing: Vec<Claim>,
    /// What it says of all of them, with their number: 7件，全部予以公开.
    pub(crate) every: Vec<Claim>,
}

/// The numbers of a report, sentence by sentence: only sentences that have any.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Claims {
    pub(crate) sentences: Vec<SentenceClaims>,
    /// Sections that have more numbers than are read.
    pub(crate) cut: Vec<u8>,
}

/// Of one report so many numbers are read, all sections together; a province's has some five hundred.
const MAX_ITEMS: usize = 50_000;

impl Claims {
    /// Reads the sentences of a report.
    pub(in crate::check::facts) fn of(report: &Report, text: &Sentences) -> Self {
        let mut sentences = Vec::new();
        let mut cut: Vec<u8> = Vec::new();
        let (mut count, mut paragraph) = (0, 0);
        let speaker = speaker(report);
        let name = report.lean.head.agency.name.as_str();
        let (year, wholes) = (i64::from(report.lean.head.year), wholes(report));
        let mut topic = None;
        for sentence in text.iter() {
            if count >= MAX_ITEMS {
                if !cut.contains(&sentence.section) {
                    cut.push(sentence.section);
                }
                continue;
            }
            if sentence.is_first {
                paragraph += 1;
                topic = None;
            }
            let tokens = tokens::tokens(&sentence);
            let before = Before { topic, year, speaker, name, wholes: &wholes };
            let mut last = None;
            let items = resolve::items(&sentence, &tokens, before, &mut last);
            let mut nothing = zero::statements(&sentence, &tokens, before);
            let (every, settled) = every::statements(&sentence, &tokens, &items);
            nothing.extend(settled);
            topic = last.or_else(|| topic::spoken_of(&tokens, topic)).or(topic);
            let continues = !sentence.is_first && tokens::continues(&sentence, &tokens);
            count += items.len() + nothing.len();
            if !items.is_empty() || !nothing.is_empty() {
                let section = sentence.section;
                sentences.push(SentenceClaims { section, paragraph, continues, items, nothing, every });
            }
        }
        Self { sentences, cut }
    }

    /// All claims, in the order of the text.
    pub(crate) fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.sentences.iter().flat_map(|said| said.items.iter().map(|item| &item.claim).chain(&said.nothing))
    }
}

/// How many requests there were, and were dealt with, by the table.
fn wholes(report: &Report) -> Vec<Number> {
    let (form, cells) = (report.lean.form, &report.lean.cells);
    let of_all = metrics().iter().filter(|metric| matches!(&*metric.id, "received" | "handled"));
    let sums = of_all.filter_map(|metric| metric.sums(form, cells, None).ok()).flatten();
    sums.map(|sum| sum.value).filter(|value| !value.is_zero()).collect()
}

/// Whose report it is, by its name.
fn speaker(report: &Report) -> Speaker {
    let (agency, name) = (&report.lean.head.agency, &report.lean.head.agency.name);
    if sums_up_a_place(agency) {
        Speaker::Government
    } else if ["政府办公室", "政府办公厅", "政府办", "党政办公室", "党政办"].iter().any(|end| name.ends_with(end))
    {
        Speaker::Office
    } else {
        Speaker::Department
    }
}

/// Every number of a report's text that counts something, and every statement that there was nothing.
#[must_use]
pub fn claims(report: &Report) -> Vec<Claim> {
    let text = Claims::of(report, &Sentences::of(report));
    let mut all: Vec<Claim> = Vec::new();
    for said in &text.sentences {
        for item in &said.items {
            all.push(item.claim.clone());
            all.extend(item.also.iter().map(|metric| Claim { metric: Some(metric), ..item.claim.clone() }));
        }
        all.extend(said.nothing.iter().cloned());
    }
    all.sort_by_key(|claim| (claim.section, claim.start));
    all
}

/// Values that cells should have by what the text says plainly, for [`crate::check::localise::KnownCells`].
///
/// A cell about which the text says two things is left out.
pub(in crate::check) fn known(facts: &super::Facts<'_>) -> Vec<(Cell, i64)> {
    let (report, text) = (facts.report(), facts.claims());
    let carried = text.claims().any(|claim| claim.metric.is_some_and(|metric| &*metric.id == "carried_in"));
    let mut known: Vec<(Cell, i64)> = Vec::new();
    let mut doubtful: Vec<Cell> = Vec::new();
    for claim in text.claims() {
        let Some((cell, value)) = fact(report, claim, carried) else { continue };
        match known.iter().find(|(known, _)| *known == cell) {
            Some((_, known)) if *known == value => {}
            Some(_) => doubtful.push(cell),
            None => known.push((cell, value)),
        }
    }
    known.retain(|(cell, _)| !doubtful.contains(cell));
    known
}

fn fact(report: &Report, claim: &Claim, carried: bool) -> Option<(Cell, i64)> {
    let metric = claim.metric?;
    let scope = claim.scope;
    let plain = claim.range == Range::Exact
        && !claim.is_joined
        && !(scope.region || scope.own || scope.subset || scope.filed || scope.including || scope.other_time)
        && !scope.concluded
        && scope.unknown <= 2;
    // 收到 may include what was carried over, unless that is stated apart.
    let id: &str = &metric.id;
    let may_include =
        matches!(id, "received" | "applicants") && !scope.fresh && !carried && !is_zero(report, "carried_in");
    let vague = matches!(id, "processed" | "answered" | "closed" | "applicants")
        || id.starts_with("litigation") && !id.contains("_");
    if !plain || may_include || vague {
        return None;
    }
    Some((metric.cell(report.lean.form, claim.who)?, claim.value.as_int()?))
}

/// Is the total of a row of the requests zero?
fn is_zero(report: &Report, row: &str) -> bool {
    let cell = report.lean.form.cell(&format!("requests/{row}/total"));
    cell.and_then(|cell| report.lean.cells.get(cell).number()).is_some_and(Number::is_zero)
}
