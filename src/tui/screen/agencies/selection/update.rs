//! Marking agencies on the list.

use crate::tui::model::{Model, Tone};

/// Marks the agency under the cursor, or takes its mark away, and goes down.
pub(crate) fn toggle(model: &mut Model) {
    let Some(item) = model.list.current() else { return };
    model.selection.toggle(item);
    let len = model.list.visible.len();
    model.list.window.step(1, len);
}

/// Marks all that are shown; with marks already, takes all away.
pub(crate) fn toggle_all(model: &mut Model) {
    if model.selection.is_empty() {
        model.selection.extend(model.list.visible.iter().copied());
    } else {
        clear(model);
    }
}

/// Takes all marks away.
pub(crate) fn clear(model: &mut Model) {
    model.selection.clear();
    model.say(Tone::Plain, model.words().act.unselected());
}
