//! For whom the text speaks: N-17.

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::agency;
use crate::check::facts::claims::{Claim, Claims, evidence};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::{Agency, Report, Section};

use super::tables;

/// The own report of a town, a street or a zone speaks for all of it.
fn speaks_for_itself(agency: &Agency) -> bool {
    let is_zone = ["镇", "乡", "管委会", "管理委员会"].iter().any(|end| agency.name.ends_with(end));
    agency::is_town(agency) || is_zone
}

/// Applies the rule.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    let agency = &report.lean.head.agency;
    if agency::sums_up_a_place(agency) {
        if !speaks_for_itself(agency) {
            voice(facts, "office", "office", found);
        }
        return;
    }
    if speaks_for_itself(agency) {
        return;
    }
    let of_region = |claim: &&Claim| {
        let counted = claim.metric.is_some_and(crate::check::facts::claims::Metric::is_in_tables);
        claim.scope.region && !claim.scope.other_time && counted && !claim.is_nothing
    };
    let agrees = |claim: &Claim| {
        let sums = claim.metric.and_then(|metric| metric.sums(report.lean.form, &report.lean.cells, claim.who).ok());
        sums.is_some_and(|sums| !claim.value.is_zero() && tables::agrees(claim, &sums))
    };
    // A report for the whole region, whoever made it; or one that tells its own numbers from those of the region.
    let speaks_for_it = tables::sums_up(report, text);
    let told_apart = |region: &Claim| {
        text.claims()
            .any(|own| own.metric == region.metric && !own.scope.region && !own.scope.other_time && agrees(own))
            || names_own_part(report, text, region)
    };
    let mixed = |claim: &&Claim| of_region(claim) && !speaks_for_it && !told_apart(claim);
    if speaks_for_it {
        return;
    }
    match text.claims().find(mixed) {
        // The office of a government reports for it.
        Some(_) if agency::is_government_office(agency) => {}
        Some(claim) => {
            let passage = evidence(report, claim.section, claim.sentence.0, claim.end);
            let say = Say::default().with("quote", &passage.text).at(passage);
            found.say(id::N_17, "region", "numbers", say);
        }
        None => voice(facts, "voice", "voice", found),
    }
}

/// `全省作出行政许可6742件，其中厅本级318件`: the number of the table stands beside that of the region.
fn names_own_part(report: &Report, text: &Claims, region: &Claim) -> bool {
    let sums = region.metric.and_then(|metric| metric.sums(report.lean.form, &report.lean.cells, region.who).ok());
    let is_own = |part: &Claim| sums.iter().flatten().any(|sum| !sum.value.is_zero() && sum.value == part.value);
    let sentence = text.sentences.iter().filter(|said| said.section == region.section).flat_map(|said| &said.items);
    let beside = sentence.map(|item| &item.claim).filter(|part| part.sentence == region.sentence);
    beside.into_iter().any(|part| part.unit == region.unit && part.value < region.value && is_own(part))
}

/// The first sentence on disclosure that speaks for somebody else.
fn voice(facts: &Facts<'_>, list: &str, case: &str, found: &mut Collector<'_>) {
    let report = facts.report();
    // Most reports have none of these words.
    let [words, about] = [list, "about"].map(|list| facts.prose().left(found.profile.words(id::N_17, list)));
    if words.is_empty() || about.is_empty() {
        return;
    }
    let first = report.narrative.sections.iter().find_map(|section| spoken(section, &words, &about));
    if let Some((section, start, end)) = first {
        let passage = evidence(report, section, start, end);
        let say = Say::default().with("quote", &passage.text).at(passage);
        found.say(id::N_17, case, "voice", say);
    }
}

/// Section and characters of the first clause with such a word.
fn spoken(section: &Section, words: &[&str], about: &[&str]) -> Option<(u8, usize, usize)> {
    let holds = |text: &str, list: &[&str]| has_any(text, list);
    // Most sections have none of these words.
    if !holds(&section.text, words) || !holds(&section.text, about) {
        return None;
    }
    let is_end = |c: char| matches!(c, '，' | '。' | '；' | '\n' | ',' | ';');
    let mut at = 0;
    let clause = section.text.split_inclusive(is_end).find(|clause| {
        let found = holds(clause, words) && holds(clause, about);
        at += if found { 0 } else { clause.len() };
        found
    })?;
    let start = section.text.get(..at)?.chars().count();
    Some((section.number, start, start + clause.trim_end_matches(is_end).chars().count()))
}
