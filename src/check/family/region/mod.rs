//! Several agencies: who is there twice or not at all, and whether a summary is the sum of its units (R, DOC-09, DOC-10).
//!
//! Owns: what takes a whole batch to see. Cost grows with the number of reports: everything is found in hash maps.

mod absent;
mod batch;
mod causes;
mod due;
mod duplicates;
mod kinds;
mod of_name;
mod peers;
mod rollup;
mod search;
mod sums;
mod unclear;
mod units;

use crate::check::finding::WhyUnchecked;
use crate::check::profile::basis::Basis;
use crate::check::rule::{Need, id};

use batch::Batch;

pub(crate) use crate::report::roster::Roster;
#[cfg(test)]
pub(crate) use crate::report::roster::RosterEntry;
pub(crate) use absent::is_early;
pub use batch::BatchReport;
pub(crate) use batch::Regional;
pub(crate) use kinds::kind;
pub(crate) use peers::median;
pub(crate) use rollup::{RegionUnits, regions};

/// Applies the rules that take several agencies. The same members give the same findings in the same order.
#[must_use]
pub fn check_region(members: &[BatchReport<'_>], roster: Option<&Roster>, basis: &Basis<'_>) -> Regional {
    let result = Regional::default();
    let mut batch = Batch { members, profile: basis.profile, result, others: units::others(members) };
    duplicates::submissions(&mut batch);
    let current = units::current(members);
    duplicates::tables(&current, &mut batch);
    let index = units::Index::new(members, &current, roster);
    match roster {
        Some(_) => absent::check(&current, &index, &mut batch),
        None => {
            current.iter().for_each(|&member| batch.unchecked(member, id::DOC_10, WhyUnchecked::Needs(Need::Roster)))
        }
    }
    for &summary in &index.summaries {
        sums::check(summary, &index, roster, &mut batch);
    }
    peers::check(&current, roster, &mut batch);
    batch.result.findings.sort_by_key(|(member, _)| *member);
    batch.result
}

#[cfg(test)]
mod tests;
