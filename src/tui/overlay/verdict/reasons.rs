//! The reasons for accepting a finding that can be chosen: the office's own, else those that ship.

use crate::tui::model::Model;

use super::state::{self, Choice};

/// The menu of decisions, with the reasons that the office knows.
#[must_use]
pub(crate) fn choices(model: &Model) -> Vec<Choice> {
    let own = model.given.basis.profile.reasons().len();
    state::choices(if own > 0 { own } else { model.words().desk.reasons().len() })
}

/// The listed reason of this number.
#[must_use]
pub(crate) fn reason(model: &Model, number: usize) -> &'static str {
    let shipped = || model.words().desk.reasons().get(number).copied();
    let own = model.given.basis.profile.reasons();
    if own.is_empty() { shipped().unwrap_or_default() } else { own.get(number).map_or("", |reason| reason.as_str()) }
}
