//! Taking back what was done, and restoring it.

use crate::journal::Act;
use crate::tui::act;
use crate::tui::model::Model;
use crate::tui::msg::{Effect, Intent};
use crate::tui::screen::notes;

/// Takes back what the reviewer did last.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    let acts = cloned(model.journal.review.undoable(&model.given.reviewer));
    take_back(model, acts)
}

/// Taking back a retraction restores what it took back.
pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    retract(model, cloned(model.journal.review.redoable(&model.given.reviewer)))
}

/// Takes back the act under the cursor.
pub(super) fn retract_note(model: &mut Model) -> Vec<Effect> {
    let acts = cloned(notes::current(model).map(|entry| entry.act));
    take_back(model, acts)
}

/// What was just taken back is not to be done again by a slip of the finger.
fn take_back(model: &mut Model, acts: Vec<Act>) -> Vec<Effect> {
    model.work.last = None;
    retract(model, acts)
}

fn cloned<'a>(acts: impl IntoIterator<Item = &'a Act>) -> Vec<Act> {
    acts.into_iter().cloned().collect()
}

/// What was done as one is taken back as one.
fn retract(model: &mut Model, acts: Vec<Act>) -> Vec<Effect> {
    if acts.is_empty() {
        return Vec::new();
    }
    act::record(model, acts.into_iter().map(|act| Intent::Retract { of: Box::new(act) }).collect())
}
