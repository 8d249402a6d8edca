//! All reports at a glance: how many of which status, severity, rule and region, and how far the review is.

mod counts;
mod state;
#[cfg(test)]
mod tests;
mod text;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::{Bar, BarKind, Group, Overview, Progress, RosterTally};
pub(crate) use text::text;
pub(crate) use update::{open, settle};
