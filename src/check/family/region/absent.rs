//! Who is on the roster and has not reported (DOC-10), for every year that is there.

use std::collections::BTreeMap;

use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Say;
use crate::check::rule::{Need, id};
use crate::report::{Agency, Head, SafeText};

use super::batch::Batch;
use super::due::Due;
use super::units::Index;

/// Of the agencies that are expected for a year before the last, at least one in so many has reported: less is no
/// collection of that year's reports, but some that are kept.
const COLLECTED: usize = 2;
/// Fewer than one in so many reports of the year before are early ones.
const EARLY: usize = 20;

pub(super) fn check(current: &[usize], index: &Index, batch: &mut Batch<'_>) {
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for &member in current {
        if let Some(lean) = batch.lean(member) {
            years.entry(lean.head.year).or_default().push(member);
        }
    }
    unlisted(current, index, batch);
    let newest = years.last_key_value().map(|(year, _)| *year);
    let count = |year: u16| years.get(&year).map_or(0, Vec::len);
    for (&year, members) in &years {
        let is_last = newest == Some(year);
        let before = year.checked_sub(1).map_or(0, count);
        if is_last && is_early(members.len(), before) {
            early(year, members, batch);
            continue;
        }
        let due: Vec<(usize, &Due)> = index.due.iter().enumerate().filter(|(_, due)| due.is_in(year)).collect();
        let has_none = |(_, due): &(usize, &Due)| index.member_of(&due.entry, year, batch).is_none();
        let missing: Vec<(usize, &Due)> = due.iter().copied().filter(has_none).collect();
        if !is_last && (due.len() - missing.len()) * COLLECTED < due.len() {
            members.iter().for_each(|&one| batch.unchecked(one, id::DOC_10, WhyUnchecked::Needs(Need::Batch)));
            continue;
        }
        missing.into_iter().for_each(|(position, due)| say(position, due, year, index, batch));
    }
}

/// Are these the first reports of a year that is not collected yet, when so many came for the year before?
#[must_use]
pub(crate) fn is_early(count: usize, before: usize) -> bool {
    count <= before / EARLY
}

fn say(position: usize, due: &Due, year: u16, index: &Index, batch: &mut Batch<'_>) {
    let entry = &due.entry;
    let agency = Agency {
        name: entry.name.clone(),
        region: entry.region.clone().into(),
        level: entry.level.clone(),
        read_as: None,
    };
    let say = Say::default().with("agency", &agency.name).with("year", year);
    let (case, say) = match (index.unclear.report_of(position, year), index.of_that_name(entry, year, batch)) {
        (Some(member), _) => ("either", say.with("report", batch.id(member)).with("named", batch.name(member))),
        (None, Some(member)) => {
            let parts = batch.lean(member).map_or(&[][..], |lean| &lean.head.agency.region);
            let region = parts.iter().map(SafeText::as_str).collect::<Vec<_>>().join("/");
            ("elsewhere", say.with("report", batch.id(member)).with("region", region))
        }
        (None, None) => ("missing", say),
    };
    batch.say_absent(Head { agency, year, version: None }, id::DOC_10, case, say);
}

/// The first reports of a year that is not collected yet.
fn early(year: u16, members: &[usize], batch: &mut Batch<'_>) {
    for &member in members {
        let say = Say::default().with("year", year).with("count", members.len());
        batch.say(member, id::DOC_10, "early", "early", say);
    }
}

/// Reports of agencies that the roster does not have, or of which nobody knows which of its agencies they are.
fn unlisted(current: &[usize], index: &Index, batch: &mut Batch<'_>) {
    index.unclear.say(index, batch);
    for &member in current.iter().filter(|member| !index.is_listed(**member) && !index.unclear.is(**member)) {
        let say = Say::default().with("agency", batch.name(member));
        batch.say(member, id::DOC_10, "unlisted", "unlisted", say);
    }
}
