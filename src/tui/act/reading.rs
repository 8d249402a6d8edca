//! Writing what the document says of a doubtful reading, and going on to the next doubt.

use crate::journal::Comparison;
use crate::report::Remark;
use crate::tui::model::{Begun, Model};
use crate::tui::msg::{Effect, What};
use crate::tui::screen::doubts;

use super::begun;

/// Writes what was found and moves on to the next doubt of which nobody has said anything.
pub(crate) fn write_reading(model: &mut Model, begun: Option<Begun>, reading: Comparison, text: String) -> Vec<Effect> {
    let item = begun.as_ref().map(|begun| begun.subject.item);
    let effects = begun::act(model, begun, What::Reading(reading, text));
    if item.is_some() && model.current_item() == item {
        advance(model);
    }
    effects
}

fn advance(model: &mut Model) {
    let Some(opened) = model.opened() else { return };
    let Some(now) = doubts::current(model) else { return };
    let (here, target) = (opened.open.doubts.cursor, doubts::target(now));
    let (review, remarks) = (model.review_of(opened.open.item), doubts::remarks(model));
    // What was just said holds for every doubt about the same cell.
    let just_said = |remark: &Remark| remark == now || (remark.cell.is_some() && doubts::target(remark) == target);
    let is_open = |index: &usize| {
        remarks.get(*index).is_some_and(|remark| !just_said(remark) && doubts::said(remark, &opened, review).is_none())
    };
    let next = (here + 1..remarks.len()).chain(0..here).find(is_open);
    if let (Some(next), Some(open)) = (next, model.open.as_mut()) {
        open.doubts.cursor = next;
    }
}
