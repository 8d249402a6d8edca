//! What a text says about last year.

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::claims::Claim;
use crate::check::facts::figures::Figures;
use crate::check::facts::passage::{Sentence, leading_number};
use crate::check::family::narrative;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::doubted::Whose;
use crate::check::rule::id;
use crate::report::Number;

use super::quoted::Quoted;

/// Y-06: the text names last year's requests, and last year's report has another number; of one that took over from
/// others, the reports of all of them together have.
pub(super) fn check(facts: &Facts<'_>, before: Quoted<'_>, found: &mut Collector<'_>) {
    let whole = before.whole;
    let other = |said: i64, new: i64, evidence| {
        let say = Say::default().with("last_year", whole.head.year).with("said", said).with("before", new);
        let say = say.sides(Number::int(said), Number::int(new)).at(evidence);
        say.rests_on(Whose::LastYear, whole, Figures::new(whole).cells(&RECEIVED))
    };
    let is_of_all = |sentence: &str| !before.names_one(sentence);
    let mut here = said(facts, &is_of_all).map(|(said, clause)| (said, clause.evidence()));
    let report = facts.report();
    let compared = compared(facts).filter(|(_, old)| is_of_all(&old.around(report)));
    let mut compared = compared.map(|(said, old)| (said, old.evidence(report)));
    let wrong = |(said, evidence)| Some((said, contradicted(said, before)?, evidence));
    let Some((said, new, evidence)) = here.find_map(wrong).or_else(|| compared.find_map(wrong)) else { return };
    let say = other(said, new, evidence);
    match before.whose() {
        None => found.say(id::Y_06, "requests", "requests/new/total", say),
        Some(names) => found.say(id::Y_06, "together", "requests/new/total", say.with("from", names)),
    }
}

const RECEIVED: [&str; 2] = ["requests/new/total", "requests/carried_in/total"];

/// What was received by the reports, where that is another number. An agency's own is not wrong either beside the sum with
/// those whom it took over from; that of one of those alone is.
fn contradicted(said: i64, before: Quoted<'_>) -> Option<i64> {
    let received = |lean| {
        let figures = Figures::new(lean);
        let new = figures.int("requests/new/total")?;
        Some((new, said != new && Some(said) != figures.sum(&RECEIVED)))
    };
    let (new, is_other) = received(before.whole)?;
    // Where its own number is not known, that may be the one.
    let is_not_own = before.own.is_none_or(|own| received(own).is_some_and(|(_, is_other)| is_other));
    (is_other && is_not_own).then_some(new)
}

/// How many requests a text says there were last year, known without the text.
pub(in crate::check) fn requests(facts: &Facts<'_>) -> Box<[i64]> {
    said(facts, &|_| true).map(|(said, _)| said).chain(compared(facts).map(|(said, _)| said)).collect()
}

/// Does all that a text says hold? Where it does not, the text is needed to say so.
pub(super) fn hold(said: &[i64], before: Quoted<'_>) -> bool {
    said.iter().all(|&said| contradicted(said, before).is_none())
}

/// Where last year's requests are spoken of.
const SECTIONS: [u8; 2] = [1, 5];

/// How many requests there were last year, and where that is said, in sentences that are meant.
fn said<'s>(facts: &'s Facts<'_>, is_meant: &'s dyn Fn(&str) -> bool) -> impl Iterator<Item = (i64, Sentence<'s>)> {
    let profile = facts.basis().profile;
    let [object, last_year, other, received] =
        ["object", "last_year", "other", "received"].map(|name| profile.words(id::Y_06, name));
    let number = format!("{}年", facts.report().lean.head.year.saturating_sub(1));
    let speaks = move |text: &str| text.contains(&number) || has_any(text, last_year);
    // Few reports speak of last year at all.
    let mut sections = facts.report().narrative.sections.iter().filter(|section| SECTIONS.contains(&section.number));
    let object_if_any = if sections.any(|section| speaks(&section.text)) { object } else { &[] };
    let sentences = facts.speaking(&SECTIONS, object_if_any).filter(|sentence| is_meant(sentence.text));
    let clauses = sentences.flat_map(|sentence| clauses(&sentence));
    clauses.filter_map(move |clause| {
        let tells = speaks(clause.text) && !clause.has(other) && clause.has(object);
        let said = if tells { stated(clause.text, received) } else { None };
        said.map(|said| (said, clause))
    })
}

/// The same as what the number of this year is compared with: 比上年的41件增长.
fn compared<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = (i64, &'f Claim)> {
    let last_year = facts.report().lean.head.year.saturating_sub(1);
    narrative::compared(facts, last_year).into_iter().filter_map(|(grown, old)| {
        let (now, scope) = (grown.scope, old.scope);
        let is_of_some = now.subset || now.own || now.region || scope.subset || scope.own || scope.region;
        let is_received = grown.who.is_none() && grown.metric.is_some_and(|metric| &*metric.id == "received");
        Some((old.value.as_int().filter(|_| is_received && !is_of_some)?, old))
    })
}

/// The first number before 件 after one of these words.
fn stated(text: &str, words: &[Box<str>]) -> Option<i64> {
    let after = words.iter().filter(|word| !word.is_empty()).find_map(|word| Some(text.split_once(&**word)?.1))?;
    let from = after.find(|c: char| c.is_ascii_digit())?;
    let number = after.get(from..)?;
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    unit.starts_with('件').then(|| leading_number(number)).flatten()
}

/// The parts of a sentence between commas.
fn clauses<'a>(sentence: &Sentence<'a>) -> impl Iterator<Item = Sentence<'a>> + use<'a> {
    let (section, mut at) = (sentence.section, sentence.start);
    let is_end = |c: char| matches!(c, '，' | ',' | '：' | ':');
    sentence.text.split_inclusive(is_end).map(move |part| {
        let start = at;
        at += part.chars().count();
        let body = part.trim_end_matches(is_end).trim_end();
        let text = body.trim_start();
        Sentence { section, start: start + body.chars().count() - text.chars().count(), text }
    })
}
