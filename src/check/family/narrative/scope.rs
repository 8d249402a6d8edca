//! For whom the text speaks: N-17.

use crate::check::facts::Facts;
use crate::check::facts::agency;
use crate::check::facts::claims::{Claim, evidence};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::{Report, Section};

use super::tables;

/// Is it the report of a people's government, which sums up those below it?
pub(super) fn is_government(report: &Report) -> bool {
    let name = &report.lean.head.agency.name;
    name.ends_with("人民政府") || name.ends_with(['省', '市', '县', '区', '州', '旗', '盟'])
}

/// A town's or a street's own report speaks for the town.
fn is_town(report: &Report) -> bool {
    let name = &report.lean.head.agency.name;
    let ends = |ending: &&str| name.trim_end_matches("人民政府").ends_with(ending);
    ["镇", "乡", "街道", "街道办事处", "管委会", "管理委员会"].iter().any(ends)
}

/// Applies the rule.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    if is_government(report) {
        if !is_town(report) {
            voice(report, "office", "office", found);
        }
        return;
    }
    if is_town(report) {
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
    };
    let mixed = |claim: &&Claim| of_region(claim) && !speaks_for_it && !told_apart(claim);
    if speaks_for_it {
        return;
    }
    match text.claims().find(mixed) {
        // The office of a government reports for it.
        Some(_) if agency::is_government_office(&report.lean.head.agency) => {}
        Some(claim) => {
            let passage = evidence(report, claim.section, claim.sentence.0, claim.end);
            let say = Say::default().with("quote", &passage.text).at(passage);
            found.say(id::N_17, "region", "numbers", say);
        }
        None => voice(report, "voice", "voice", found),
    }
}

/// The first sentence on disclosure that speaks for somebody else.
fn voice(report: &Report, list: &str, case: &str, found: &mut Collector<'_>) {
    let (words, about) = (found.profile.words(id::N_17, list), found.profile.words(id::N_17, "about"));
    let first = report.narrative.sections.iter().find_map(|section| spoken(section, words, about));
    if let Some((section, start, end)) = first {
        let passage = evidence(report, section, start, end);
        let say = Say::default().with("quote", &passage.text).at(passage);
        found.say(id::N_17, case, "voice", say);
    }
}

/// Section and characters of the first clause with such a word.
fn spoken(section: &Section, words: &[Box<str>], about: &[Box<str>]) -> Option<(u8, usize, usize)> {
    let holds = |text: &str, list: &[Box<str>]| list.iter().any(|word| text.contains(&**word));
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
