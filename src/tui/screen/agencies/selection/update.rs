//! Marking agencies on the list.

use crate::tui::model::{Model, Tone};
use crate::words::CommandId;

/// Marks the agency under the cursor, or takes its mark away, and goes down.
pub(crate) fn toggle(model: &mut Model) {
    let Some(item) = model.list.current() else { return };
    model.selection.toggle(item);
    let len = model.list.visible.len();
    model.list.window.step(1, len);
}

/// Marks all from the one that was marked last to the one under the cursor; without one, begins here.
pub(crate) fn range(model: &mut Model) {
    if model.open.is_some() {
        range_of_cells(model);
        return;
    }
    let Some(item) = model.list.current() else { return };
    let shown = &model.list.visible;
    let from = model.selection.last().and_then(|last| shown.iter().position(|&known| known == last));
    let Some(from) = from else {
        model.selection.begin(item);
        model.say(Tone::Plain, model.words().act.range_begun());
        return;
    };
    let here = model.list.window.cursor;
    let range = shown.get(from.min(here)..=from.max(here)).unwrap_or_default().to_vec();
    model.selection.extend(range);
    model.say(Tone::Plain, model.words().act.selected(model.selection.len()));
}

/// In a table: begins a range of cells, or gives it up.
fn range_of_cells(model: &mut Model) {
    let Some(open) = model.open.as_mut() else { return };
    open.tables.turn_range();
    let is_begun = open.tables.range.is_some();
    let (table, text) = (model.key_text(CommandId::Copy), model.key_text(CommandId::CopyText));
    let words = &model.words().look;
    let said = if is_begun { words.range_begun(table, text) } else { words.range_ended().to_owned() };
    model.say(Tone::Plain, said);
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
