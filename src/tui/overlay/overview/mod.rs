//! All reports at a glance: how many of which status, severity, rule and region, and how far the review is.

mod state;
#[cfg(test)]
mod tests;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::{Bar, BarKind, Group, Overview, Progress};
pub(crate) use update::{open, settle};
