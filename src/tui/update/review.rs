//! Review acts: notes, decisions on findings, the status of a report, undo.

use jiff::civil::Date;

use crate::check::localise::{self, note_text};
use crate::check::{Fingerprint, Rule, Severity};
use crate::form::Cell;
use crate::journal::{Act, Decision, Reading, Seen, Status, Target, Verdict};
use crate::report::SafeText;
use crate::tui::layout;
use crate::tui::model::causes;
use crate::tui::model::{Begun, Deed, ItemId, Model, Open, Overlay, Screen, Sheet, Subject, Tone, seen};
use crate::tui::msg::{Effect, Intent, What};
use crate::tui::overlay::bulk::BulkDeed;
use crate::tui::overlay::due::DueOf;
use crate::tui::overlay::editor::{Editor, Purpose};
use crate::tui::overlay::question::{Answer, Question};
use crate::tui::overlay::verdict::{self, Reason, VerdictMenu};
use crate::tui::why_not::{Able, need, saved, writable};
use crate::tui::{notes, prose};

use super::{again, begun, bulk, doubts, due, source, versions, writing, years};

/// Is there a finding before the reviewer's eyes to decide on?
pub(crate) fn can_decide(model: &Model) -> Able {
    writable(model)?;
    need(model.open.as_ref().is_some_and(|open| on_screen(model, open)), model.words().desk.no_finding_here())
}

/// Is the finding that a verdict would be on before the reviewer's eyes?
fn on_screen(model: &Model, open: &Open) -> bool {
    let form = model.opened().map(|opened| opened.form);
    match model.screen() {
        Screen::Table => open.marked_finding().is_some(),
        Screen::Text => open.marked && open.finding().is_some(),
        Screen::Cell => open.marked_finding().is_some_and(|finding| {
            form.and_then(|form| open.current_cell(form)).is_some_and(|cell| finding.cells.contains(&cell))
        }),
        Screen::Agencies
        | Screen::Findings
        | Screen::Notes
        | Screen::Source
        | Screen::Doubts
        | Screen::Years
        | Screen::Versions => open.finding().is_some(),
    }
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
    let about = Box::new(begun::begin(model, model.current_item(), target_of(fingerprint))?);
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
    let reading = causes::previewed(opened.open).or_else(|| block.readings.first())?;
    let target = match reading.cells.as_slice() {
        [change] => Target::Cell(SafeText::line(opened.form.id(change.cell))),
        _ => Target::Finding(SafeText::line(&opened.open.finding()?.fingerprint.to_string())),
    };
    let mut text = note_text(opened.form, reading, model.lang);
    if block.status != localise::Status::Located {
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
    record(model, acts.into_iter().map(|act| Intent::Retract { of: Box::new(act) }).collect())
}

/// The words of an editor are done.
pub(super) fn written(model: &mut Model, editor: Editor) -> Vec<Effect> {
    let text = editor.text().trim_end().to_owned();
    if text.trim().is_empty() {
        model.say(Tone::Plain, model.words().desk.nothing_written());
        return Vec::new();
    }
    let subject = writing::subject(model, &editor);
    match editor.purpose {
        Purpose::Note(target) => {
            let begun = subject.map(|subject| begun::about(model, subject, target));
            write_note(model, begun, text)
        }
        Purpose::NoteAll => {
            bulk::preview(model, BulkDeed::Note(text));
            Vec::new()
        }
        Purpose::ReasonAll(rule) => {
            let verdict = Verdict { decision: Decision::Accept, reason: SafeText::line(&text) };
            bulk::decide(model, rule, verdict);
            Vec::new()
        }
        Purpose::Draft(of) => record(model, vec![Intent::Draft { of, text }]),
        Purpose::Edit(of) => {
            let seen = begun::seen_by(model, editor.item, &of);
            record(model, vec![Intent::Edit { of, text, seen }])
        }
        Purpose::Reading { target, seen } => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            doubts::say(model, subject.map(|subject| Begun { subject, target, seen }), Reading::Corrected, text)
        }
        Purpose::Reason(fingerprint) => {
            let verdict = Verdict { decision: Decision::Accept, reason: SafeText::line(&text) };
            let begun = subject.map(|subject| begun::about(model, subject, target_of(fingerprint)));
            write_verdict(model, begun, fingerprint, verdict)
        }
    }
}

/// A line of the menu of decisions was chosen.
pub(super) fn chosen(model: &mut Model, menu: &VerdictMenu) -> Vec<Effect> {
    let Some(&choice) = verdict::choices(model).get(menu.cursor) else { return Vec::new() };
    // What is decided on for all of a rule is shown before it is done.
    if menu.all.is_none() && begun::has_moved(model, &menu.about.subject) {
        return Vec::new();
    }
    let reason = match choice.reason {
        Reason::Written => {
            let purpose = menu.all.map_or(Purpose::Reason(menu.fingerprint), Purpose::ReasonAll);
            let editor = Editor::new(None, purpose, "").about(Some(menu.about.subject.clone()));
            model.overlay = Some(Overlay::Editor(Box::new(editor)));
            return Vec::new();
        }
        Reason::None => "",
        Reason::Listed(number) => verdict::reason(model, number),
    };
    let verdict = Verdict { decision: choice.decision, reason: SafeText::line(reason) };
    match menu.all {
        Some(rule) => {
            bulk::decide(model, rule, verdict);
            Vec::new()
        }
        None => write_verdict(model, Some((*menu.about).clone()), menu.fingerprint, verdict),
    }
}

/// Writes the decision and moves on to the next finding without one.
pub(super) fn write_verdict(
    model: &mut Model,
    begun: Option<Begun>,
    fingerprint: Fingerprint,
    verdict: Verdict,
) -> Vec<Effect> {
    let item = begun.as_ref().map(|begun| begun.subject.item);
    model.work.last = Some(Deed::Verdict(verdict.clone()));
    let effects = begun::act(model, begun, What::Verdict(verdict));
    if model.current_item() == item {
        again::advance(model, &|finding| finding.fingerprint == fingerprint);
    }
    effects
}

/// Writes a note.
pub(super) fn write_note(model: &mut Model, begun: Option<Begun>, text: String) -> Vec<Effect> {
    model.work.last = Some(Deed::Note(text.clone()));
    begun::act(model, begun, What::Note(text))
}

fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(begun) = begun::begin(model, model.current_item(), Target::Report) else { return Vec::new() };
    let open = model.current_sheet().map_or(0, |sheet| open_errors(model, sheet));
    if open == 0 {
        return set_status(model, Some(begun), Status::Accepted, None);
    }
    let text = model.words().desk.accept_anyway(open);
    model.overlay = Some(Overlay::Question(Question { text, about: Box::new(begun), yes: Answer::Accept }));
    Vec::new()
}

/// A question was answered with yes.
pub(super) fn confirmed(model: &mut Model, Question { about, yes, .. }: Question) -> Vec<Effect> {
    if begun::has_moved(model, &about.subject) {
        return Vec::new();
    }
    match yes {
        Answer::Accept => set_status(model, Some(*about), Status::Accepted, None),
        Answer::Return => {
            due::ask(model, DueOf::One(about));
            Vec::new()
        }
    }
}

/// Errors of a report that nobody has accepted: undecided ones, those to be returned or to be verified.
pub(super) fn open_errors(model: &Model, sheet: &Sheet) -> usize {
    let review = model.review_of(&sheet.lean);
    let errors = sheet.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let settled = |decision| matches!(decision, Decision::Accept | Decision::NotAProblem);
    errors
        .filter(|finding| {
            let verdict = review.and_then(|review| review.verdict(&finding.fingerprint.to_string()));
            verdict.is_none_or(|verdict| !settled(verdict.decision))
        })
        .count()
}

/// A report in which nothing was found and on which nothing was written is hardly ever meant to be returned.
fn give_back(model: &mut Model) {
    let Some(begun) = begun::begin(model, model.current_item(), Target::Report) else { return };
    let item = begun.subject.item;
    if is_already(model, item, Status::Returned) {
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

/// Says so where a report has the status already.
fn is_already(model: &mut Model, item: ItemId, status: Status) -> bool {
    let already = model.marks.get(item).is_some_and(|mark| mark.status == status);
    if already {
        let words = model.words();
        model.say(Tone::Plain, words.desk.already(status.label(words)));
    }
    already
}

/// Writes another status; of a return with its date.
pub(super) fn set_status(model: &mut Model, begun: Option<Begun>, status: Status, due: Option<Date>) -> Vec<Effect> {
    let is_already = begun.as_ref().is_some_and(|begun| is_already(model, begun.subject.item, status));
    if is_already { Vec::new() } else { write_status(model, begun, status, due) }
}

/// The same, whether or not it has the status already.
pub(super) fn write_status(model: &mut Model, begun: Option<Begun>, status: Status, due: Option<Date>) -> Vec<Effect> {
    model.work.last = Some(Deed::Status(status, due));
    begun::act(model, begun, What::Status(status, due))
}

/// A finding as a target.
pub(super) fn target_of(fingerprint: Fingerprint) -> Target {
    Target::Finding(SafeText::line(&fingerprint.to_string()))
}

/// What a note written now is about.
pub(super) fn target(model: &Model) -> Target {
    let Some(opened) = model.opened() else { return Target::Report };
    match model.screen() {
        Screen::Agencies => Target::Report,
        Screen::Findings => opened
            .open
            .finding()
            .map_or(Target::Report, |finding| Target::Finding(SafeText::line(&finding.fingerprint.to_string()))),
        Screen::Table | Screen::Cell => match opened.open.current_cell(opened.form) {
            Some(cell) => Target::Cell(SafeText::line(opened.form.id(cell))),
            None => Target::Report,
        },
        Screen::Text => current_section(model).map_or(Target::Report, Target::Section),
        Screen::Source => match opened.open.source.cell.filter(|cell| source::cells_here(model).contains(cell)) {
            Some(cell) => Target::Cell(SafeText::line(opened.form.id(cell))),
            None => Target::Report,
        },
        Screen::Doubts => crate::tui::doubts::current(model).map_or(Target::Report, crate::tui::doubts::target),
        Screen::Years => years::cell_of_report(model)
            .map_or(Target::Report, |cell| Target::Cell(SafeText::line(opened.form.id(cell)))),
        Screen::Versions => versions::target(model),
        Screen::Notes => notes::current(model).map_or(Target::Report, |entry| entry.act.target.clone()),
    }
}

/// The section that the line under the cursor belongs to.
pub(super) fn current_section(model: &Model) -> Option<u32> {
    let cursor = model.open.as_ref()?.text.cursor;
    let width = usize::from(layout::regions(model).body.width);
    prose::lines(model, width).get(cursor).map(|line| u32::from(line.section))
}

/// What the reviewer has before their eyes of a target.
pub(super) fn seen_of(model: &Model, item: Option<ItemId>, target: &Target) -> Option<Seen> {
    let sheet = model.library.sheet(item?)?;
    let lean = &*sheet.lean;
    match target {
        Target::Report => seen::of_report(lean),
        Target::Section(_) => None,
        Target::Cell(id) => {
            let cell: Cell = lean.form.cell(id)?;
            seen::of_cell(cell, lean)
        }
        Target::Finding(fingerprint) => {
            let open = model.open.as_ref().filter(|open| Some(open.item) == item);
            let mut findings = open.into_iter().flat_map(|open| &open.outcome.findings);
            match findings.find(|finding| finding.fingerprint.to_string() == **fingerprint) {
                Some(finding) => seen::of_finding(finding, lean),
                None => seen::of_named(fingerprint, sheet),
            }
        }
    }
}

/// The intent, with what the reviewer has before their eyes: nothing, where the item is another report by now.
pub(super) fn intent(model: &Model, subject: Subject, target: Target, what: What) -> Intent {
    begun::intent(model, begun::about(model, subject, target), what)
}

/// What was to be acted on is no report any more.
pub(super) fn nothing_there(model: &mut Model) -> Vec<Effect> {
    model.say(Tone::Bad, model.words().desk.no_report());
    Vec::new()
}

pub(super) fn record(model: &mut Model, intents: Vec<Intent>) -> Vec<Effect> {
    model.journal.saving += 1;
    model.say(Tone::Plain, model.words().desk.saving());
    vec![Effect::Record(intents)]
}
