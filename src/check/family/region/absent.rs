//! Who is on the roster and has not reported (DOC-10).

use crate::check::finding::collect::Say;
use crate::check::rule::id;
use crate::report::roster::Roster;
use crate::report::{Agency, Head};

use super::batch::Batch;
use super::units::Index;

/// For the newest year of the batch.
pub(super) fn check(current: &[usize], index: &Index, roster: &Roster, batch: &mut Batch<'_>) {
    let Some(year) = current.iter().filter_map(|&member| Some(batch.lean(member)?.head.year)).max() else { return };
    let missing: Vec<Agency> = roster
        .entries()
        .iter()
        .filter(|entry| index.member_of(entry, year, batch).is_none())
        .map(|entry| Agency {
            name: entry.name.clone(),
            region: entry.region.clone().into(),
            level: entry.level.clone(),
            read_as: None,
        })
        .collect();
    for agency in missing {
        let say = Say::default().with("agency", &agency.name).with("year", year);
        batch.say_absent(Head { agency, year, version: None }, id::DOC_10, "missing", say);
    }
}
