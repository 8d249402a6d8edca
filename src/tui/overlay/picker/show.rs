//! Laying a list over the screen.

use crate::tui::model::{Model, Overlay};

use super::{Pick, PickLine, Picker};

/// Lays a list over the screen.
pub(crate) fn show(model: &mut Model, pick: Pick, lines: Vec<PickLine>) {
    model.overlay = Some(Overlay::Picker(Box::new(Picker::new(pick, lines))));
}
