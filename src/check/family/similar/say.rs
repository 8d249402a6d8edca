//! From two texts to findings.

use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::{RuleId, id};
use crate::check::{Evidence, Finding};
use crate::report::SafeText;

use super::groups::TemplateGroup;
use super::problems::repeated;
use super::tiles::{Passage, Similarity};
use super::{Comparable, Comparer, PairSide, SECTIONS};

/// All rules about two reports.
pub(super) fn pair(
    comparer: &Comparer<'_>,
    first: &Comparable,
    second: &Comparable,
    sections: [bool; 2],
) -> Vec<(PairSide, Finding)> {
    let (one, other) = (&first.head, &second.head);
    let chosen = || SECTIONS.into_iter().zip(sections).filter(|(_, chosen)| *chosen).map(|(section, _)| section);
    let mut found = Vec::new();
    let (side, now, before) =
        if one.year > other.year { (PairSide::First, first, second) } else { (PairSide::Second, second, first) };
    if (&one.agency.name, &one.agency.region) == (&other.agency.name, &other.agency.region)
        || comparer.took_over(&now.head, &before.head)
    {
        if now.head.year.checked_sub(1) == Some(before.head.year) {
            let mut collector = Collector::new(&now.head, comparer.profile);
            for section in chosen() {
                last_year(comparer, now, before, section, &mut collector);
            }
            found.extend(collector.outcome.findings.into_iter().map(|finding| (side, finding)));
        }
        return found;
    }
    for section in chosen() {
        let Some(similarity) = alike(comparer, first, second, section, comparer.settings.agencies) else { continue };
        if one.year >= other.year {
            found.extend(
                copied(comparer, first, second, section, &similarity).map(|finding| (PairSide::First, finding)),
            );
        }
        if other.year >= one.year {
            let finding = copied(comparer, second, first, section, &turned(similarity));
            found.extend(finding.map(|finding| (PairSide::Second, finding)));
        }
    }
    found.sort_by_key(|(side, _)| *side);
    found
}

/// SIM-02 for a member of a group.
pub(super) fn group(
    comparer: &Comparer<'_>,
    member: &Comparable,
    other: &Comparable,
    group: &TemplateGroup,
) -> Option<Finding> {
    let similarity = alike(comparer, member, other, group.section, comparer.settings.agencies)?;
    let say = about(id::SIM_02, comparer, member, other, group.section, &similarity);
    let mut collector = Collector::new(&member.head, comparer.profile);
    // Neither the size of the group nor its leader is part of the place: both change when a report comes in.
    let place = format!("{}/template", group.section);
    collector.say(id::SIM_02, "template", &place, say.with("count", group.agencies.saturating_sub(1)));
    collector.outcome.findings.pop()
}

fn last_year(
    comparer: &Comparer<'_>,
    now: &Comparable,
    before: &Comparable,
    section: u8,
    collector: &mut Collector<'_>,
) {
    if section == 5 {
        unanswered(comparer, now, before, collector);
    }
    if let Some(similarity) = alike(comparer, now, before, section, comparer.settings.years) {
        let say = about(id::SIM_01, comparer, now, before, section, &similarity);
        collector.say(id::SIM_01, "copied", &section.to_string(), say);
    }
}

/// Y-10: the problems of the year before, word for word.
fn unanswered(comparer: &Comparer<'_>, now: &Comparable, before: &Comparable, collector: &mut Collector<'_>) {
    let Some(markers) = comparer.markers.as_ref() else { return };
    let names = comparer.names([&now.head, &before.head]);
    let problems = |party: &Comparable| markers.problems(party.text(5), &comparer.masker, &names);
    let (these, those) = (problems(now), problems(before));
    let same = repeated(&these, &those);
    let number = |name: &str| usize::try_from(comparer.profile.threshold(id::Y_10, name)).unwrap_or(0);
    if same.is_empty() || same.len() * 100 < these.len() * number("share") {
        return;
    }
    let mut say = Say::default().with("year", before.head.year).with("repeated", same.len()).with("total", these.len());
    for problem in same.into_iter().take(number("passages")) {
        say = say.at(evidence(now, None, 5, problem.place.clone()));
        if let Some(last) = those.iter().find(|last| last.letters == problem.letters) {
            say = say.at(evidence(before, Some(&before.id), 5, last.place.clone()));
        }
    }
    collector.say(id::Y_10, "repeated", "5", say);
}

fn copied(
    comparer: &Comparer<'_>,
    own: &Comparable,
    other: &Comparable,
    section: u8,
    similarity: &Similarity,
) -> Option<Finding> {
    let mut collector = Collector::new(&own.head, comparer.profile);
    let say = about(id::SIM_02, comparer, own, other, section, similarity);
    let of = &other.head;
    let region: String = of.agency.region.iter().map(|part| format!("{part}/")).collect();
    collector.say(id::SIM_02, "copied", &format!("{section}/{region}{}/{}", of.agency.name, of.year), say);
    collector.outcome.findings.pop()
}

/// What every finding of these rules says: the section, how alike, the other report, the longest passages of both.
fn about(
    id: RuleId,
    comparer: &Comparer<'_>,
    own: &Comparable,
    other: &Comparable,
    section: u8,
    similarity: &Similarity,
) -> Say {
    let shown = comparer.profile.threshold(id, "passages");
    let mut longest: Vec<&Passage> = similarity.passages.iter().collect();
    longest.sort_by_key(|passage| (std::cmp::Reverse(passage.letters), passage.first.start));
    let mut say = Say::default()
        .with("section", if section == 1 { "一" } else { "五" })
        .with("percent", similarity.per_mille / 10)
        .with("agency", &other.head.agency.name)
        .with("year", other.head.year)
        .with("passages", similarity.passages.len());
    for passage in longest.into_iter().take(usize::try_from(shown).unwrap_or(0)) {
        say = say.at(evidence(own, None, section, passage.first.clone())).at(evidence(
            other,
            Some(&other.id),
            section,
            passage.second.clone(),
        ));
    }
    say
}

/// The comparison of a section, where it reaches the threshold.
fn alike(
    comparer: &Comparer<'_>,
    first: &Comparable,
    second: &Comparable,
    section: u8,
    thresholds: [usize; 2],
) -> Option<Similarity> {
    let threshold = SECTIONS.iter().zip(thresholds).find(|(number, _)| **number == section)?.1;
    comparer.similarity_from(first, second, section, threshold.saturating_mul(10))
}

/// Seen from the other side.
fn turned(mut similarity: Similarity) -> Similarity {
    for passage in &mut similarity.passages {
        std::mem::swap(&mut passage.first, &mut passage.second);
    }
    similarity.passages.sort_by_key(|passage| (passage.first.start, passage.second.start));
    similarity
}

fn evidence(of: &Comparable, id: Option<&SafeText>, section: u8, place: std::ops::Range<usize>) -> Evidence {
    let passage: String = of.text(section).chars().skip(place.start).take(place.len()).collect();
    Evidence { report: id.cloned(), section, start: place.start, end: place.end, text: SafeText::lines(&passage) }
}
