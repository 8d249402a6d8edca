//! Review acts: notes, decisions on findings, the status of a report, undo.

use crate::check::Rule;
use crate::check::localise::{self, note_text};
use crate::journal::{Act, Status, Target};
use crate::report::SafeText;
use crate::tui::act::{self, begun};
use crate::tui::model::{Model, Open, Overlay, causes};
use crate::tui::msg::{Effect, Intent};
use crate::tui::overlay::bulk::{self, BulkDeed};
use crate::tui::overlay::due::{self, DueOf};
use crate::tui::overlay::editor::{Editor, Purpose};
use crate::tui::overlay::question::{Answer, Question};
use crate::tui::overlay::verdict::VerdictMenu;
use crate::tui::screen::{self, notes};
use crate::tui::why_not::{Able, need, saved, writable};

/// Is there a finding before the reviewer's eyes to decide on?
pub(crate) fn can_decide(model: &Model) -> Able {
    writable(model)?;
    need(screen::of(model.screen()).shows_finding(model), model.words().desk.no_finding_here())
}

/// Can the status of a report be set? That of now must be known.
pub(crate) fn can_close(model: &Model) -> Able {
    writable(model)?;
    saved(model)
}

/// Opens a note on what is under the cursor, or on all that is marked.
pub(crate) fn note(model: &mut Model) {
    let item = model.current_item();
    let editor = if model.acts_on_many() {
        Editor::new(item, Purpose::NoteAll, "")
    } else {
        Editor::new(item, Purpose::Note(target(model)), "").about(model.subject(item))
    };
    model.overlay = Some(Overlay::Editor(Box::new(editor)));
}

/// Opens the words of the note under the cursor.
pub(crate) fn edit_note(model: &mut Model) {
    let item = model.current_item();
    model.overlay = notes::current(model).map(|entry| {
        let purpose = Purpose::Edit(Box::new(entry.act.clone()));
        Overlay::Editor(Box::new(Editor::new(item, purpose, entry.text())))
    });
}

/// Opens the menu of decisions on the finding under the cursor.
pub(crate) fn decide(model: &mut Model) {
    model.overlay = menu(model, None);
}

/// The same for all findings of its rule.
pub(crate) fn decide_all(model: &mut Model) {
    let rule = model.open.as_ref().and_then(Open::finding).map(|finding| finding.rule);
    model.overlay = menu(model, rule);
}

fn menu(model: &Model, all: Option<&'static Rule>) -> Option<Overlay> {
    let fingerprint = model.open.as_ref()?.finding()?.fingerprint;
    let about = Box::new(begun::begin(model, model.current_item(), act::target_of(fingerprint))?);
    Some(Overlay::Verdict(VerdictMenu { about, fingerprint, all, cursor: 0 }))
}

/// Opens a note that asks the agency to check what a reading would change.
pub(crate) fn correction(model: &mut Model) {
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

/// Returns the report, or all that are marked.
pub(crate) fn return_report(model: &mut Model) {
    if model.acts_on_many() {
        due::ask(model, DueOf::Marked);
    } else {
        give_back(model);
    }
}

/// Accepts the report, or all that are marked.
pub(crate) fn accept_report(model: &mut Model) -> Vec<Effect> {
    if !model.acts_on_many() {
        return accept(model);
    }
    bulk::preview(model, BulkDeed::Accept);
    Vec::new()
}

/// Takes back what the reviewer did last.
pub(crate) fn undo(model: &mut Model) -> Vec<Effect> {
    retract(model, cloned(model.review.undoable(&model.reviewer)))
}

/// Taking back a retraction restores what it took back.
pub(crate) fn redo(model: &mut Model) -> Vec<Effect> {
    retract(model, cloned(model.review.redoable(&model.reviewer)))
}

/// Takes back the act under the cursor.
pub(crate) fn retract_note(model: &mut Model) -> Vec<Effect> {
    retract(model, cloned(notes::current(model).map(|entry| entry.act)))
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

fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(begun) = begun::begin(model, model.current_item(), Target::Report) else { return Vec::new() };
    let open = model.current_sheet().map_or(0, |sheet| act::open_errors(model, sheet));
    if open == 0 {
        return act::set_status(model, Some(begun), Status::Accepted, None);
    }
    let text = model.words().desk.accept_anyway(open);
    model.overlay = Some(Overlay::Question(Question { text, about: Box::new(begun), yes: Answer::Accept }));
    Vec::new()
}

/// A report in which nothing was found and on which nothing was written is hardly ever meant to be returned.
fn give_back(model: &mut Model) {
    let Some(begun) = begun::begin(model, model.current_item(), Target::Report) else { return };
    let item = begun.subject.item;
    if act::is_already(model, item, Status::Returned) {
        return;
    }
    let noted = model.marks.get(item).is_some_and(|mark| mark.notes > 0);
    if noted || model.current_sheet().is_some_and(|sheet| sheet.counts.total() > 0) {
        due::ask(model, DueOf::One(Box::new(begun)));
        return;
    }
    let text = model.words().desk.return_anyway().to_owned();
    model.overlay = Some(Overlay::Question(Question { text, about: Box::new(begun), yes: Answer::Return }));
}

/// What a note written now is about.
pub(super) fn target(model: &Model) -> Target {
    screen::of(model.screen()).target(model)
}
