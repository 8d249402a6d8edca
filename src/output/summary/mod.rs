//! What a region reports of all its agencies: sums, what they are made of, and where its own report differs.
//!
//! ```text
//! RegionReports ──Rollup──▶ sums with completeness, differences with causes ──▶ sheets, JSON, sentences
//! ```
//!
//! Owns: adding up. Who belongs into the sums of which region, and what a difference comes of, says `check`. A sum never hides
//! what is not in it: how many units have no number, who is missing, what stands apart.

mod freeze;
mod json;
mod rollup;
mod sentences;
mod tables;
mod units;

use super::sheet::OutSheet;

pub(crate) use freeze::frozen;
pub(crate) use json::summary_json;
pub(crate) use rollup::RegionSums;

/// The sums alone.
#[must_use]
pub(crate) fn sums<'a>(summary: &'a RegionSums<'a>) -> OutSheet<'a> {
    tables::sums(summary)
}

/// What can be read in one go: sentences, completeness, differences, sums.
#[must_use]
pub(crate) fn text<'a>(summary: &'a RegionSums<'a>) -> Vec<OutSheet<'a>> {
    vec![
        sentences::sheet(summary),
        tables::completeness(summary),
        tables::differences(summary),
        tables::documents(summary),
        tables::sums(summary),
        tables::vertical(summary),
    ]
}

/// All tables, the numbers of each unit among them.
#[must_use]
pub(crate) fn book<'a>(summary: &'a RegionSums<'a>) -> Vec<OutSheet<'a>> {
    let mut sheets = text(summary);
    sheets.extend(units::sheets(summary));
    sheets
}
