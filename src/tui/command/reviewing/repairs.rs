//! Walking through the repairs of the current finding: the table previews one after the other, then none.

use crate::tui::model::{Model, Screen};
use crate::tui::screen::findings::causes;

/// To the next repair, or the one before it.
pub(super) fn step(model: &mut Model, step: isize) {
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    let count = causes::current(open).map_or(0, |block| block.repairs.len());
    // Position 0 is no preview, position n the n-th repair.
    let here = open.findings.preview.map_or(0, |repair| repair + 1);
    let next = here.checked_add_signed(step).unwrap_or(count) % (count + 1);
    let preview = next.checked_sub(1);
    if open.screen == Screen::Findings || !open.findings.marked {
        // What is previewed must be on the screen.
        open.show_finding(form);
    }
    open.findings.preview = preview;
    let first =
        causes::previewed(open).and_then(|repair| repair.cells.first()).and_then(|change| form.spec(change.cell));
    if let Some(spec) = first {
        open.tables.show(spec);
        open.screen = Screen::Table;
    }
}
