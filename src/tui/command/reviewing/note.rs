//! Notes: on what is under the cursor, on all that is marked, or asking the agency to check a cell.

use crate::check::localise::{self, note_text};
use crate::journal::{Audience, Target};
use crate::report::SafeText;
use crate::tui::model::Model;
use crate::tui::overlay::editor::{self, Editor, Purpose};
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
    editor::open(model, editor);
}

/// Opens the words of the note under the cursor.
pub(super) fn edit_note(model: &mut Model) {
    let item = model.current_item();
    let editor = notes::current(model).map(|entry| {
        Editor::new(item, Purpose::Edit(Box::new(entry.act.clone())), entry.text()).read_by(entry.audience())
    });
    if let Some(editor) = editor {
        editor::open(model, editor);
    }
}

/// Opens a note that asks the agency to check what a repair would change.
pub(super) fn correction(model: &mut Model) {
    if let Some(editor) = asking(model) {
        editor::open(model, editor);
    }
}

/// The note asks about the previewed repair, or else the best one.
fn asking(model: &Model) -> Option<Editor> {
    let item = model.current_item();
    let opened = model.opened()?;
    let block = causes::current(opened.open)?;
    let repair = causes::previewed(opened.open).or_else(|| block.repairs.first())?;
    let target = match repair.cells.as_slice() {
        [change] => Target::Cell(SafeText::line(opened.form.id(change.cell))),
        _ => Target::Finding(SafeText::line(&opened.open.finding()?.fingerprint.to_string())),
    };
    let mut text = note_text(opened.form, repair, model.given.lang);
    if block.status != localise::BlockStatus::Located {
        // The agency must not read as certain what is one of several possibilities.
        text += model.words().desk.one_of_several();
    }
    Some(Editor::new(item, Purpose::Note(target), &text).about(model.subject(item)).read_by(Audience::Agency))
}

/// What a note written now is about.
pub(super) fn target(model: &Model) -> Target {
    screen::of(model.screen()).target(model)
}
