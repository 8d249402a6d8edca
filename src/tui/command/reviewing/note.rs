//! Notes: on what is under the cursor, on all that is marked, or asking the agency to check a cell.

use crate::check::localise::{self, note_text};
use crate::journal::Target;
use crate::report::SafeText;
use crate::tui::model::{Model, Overlay};
use crate::tui::overlay::editor::{Editor, Purpose};
use crate::tui::screen::findings::causes;
use crate::tui::screen::{self, notes};

/// Opens a note on what is under the cursor, or on all that is marked.
pub(super) fn note(model: &mut Model) {
    let item = model.current_item();
    let editor = if model.acts_on_many() {
        Editor::new(item, Purpose::NoteAll, "")
    } else {
        Editor::new(item, Purpose::Note(target(model)), "").about(model.subject(item))
    };
    model.overlay = Some(Overlay::Editor(Box::new(editor)));
}

/// Opens the words of the note under the cursor.
pub(super) fn edit_note(model: &mut Model) {
    let item = model.current_item();
    model.overlay = notes::current(model).map(|entry| {
        let purpose = Purpose::Edit(Box::new(entry.act.clone()));
        Overlay::Editor(Box::new(Editor::new(item, purpose, entry.text())))
    });
}

/// Opens a note that asks the agency to check what a reading would change.
pub(super) fn correction(model: &mut Model) {
    model.overlay = asking(model);
}

/// The note asks about the previewed reading, or else the best one.
fn asking(model: &Model) -> Option<Overlay> {
    let item = model.current_item();
    let opened = model.opened()?;
    let block = causes::current(opened.open)?;
    let reading = causes::previewed(opened.open).or_else(|| block.repairs.first())?;
    let target = match reading.cells.as_slice() {
        [change] => Target::Cell(SafeText::line(opened.form.id(change.cell))),
        _ => Target::Finding(SafeText::line(&opened.open.finding()?.fingerprint.to_string())),
    };
    let mut text = note_text(opened.form, reading, model.lang);
    if block.status != localise::BlockStatus::Located {
        // The agency must not read as certain what is one of several possibilities.
        text += model.words().desk.one_of_several();
    }
    let mut editor = Editor::new(item, Purpose::Note(target), &text).about(model.subject(item));
    // Nothing of it is saved yet: leaving must ask.
    editor.original.clear();
    Some(Overlay::Editor(Box::new(editor)))
}

/// What a note written now is about.
pub(super) fn target(model: &Model) -> Target {
    screen::of(model.screen()).target(model)
}
