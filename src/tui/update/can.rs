//! Whether a command works just now, and if not, why: for the footer and for whoever presses the key all the same.

use crate::journal::Status;
use crate::tui::command::Command;
use crate::tui::model::places::Travel;
use crate::tui::model::{Model, Open, Screen, causes};
use crate::tui::{doubts, layout, notes};

use super::{absent, again, all_notes, copy, source, versions, visit, years};

/// `Err` says in the reviewer's language why the command does not work now.
///
/// # Errors
/// The reason.
pub fn can(model: &Model, command: Command) -> Result<(), &'static str> {
    let words = &model.words().desk;
    let need = |fine: bool, why: &'static str| if fine { Ok(()) } else { Err(why) };
    let has_report = model.current_sheet().is_some();
    let writable = || {
        need(!model.journal.read_only, words.journal_read_only())?;
        need(has_report || model.acts_on_many(), words.no_report())
    };
    match command {
        Command::Enter if model.screen() == Screen::Agencies => need(has_report, words.no_report()),
        Command::Enter if model.screen() == Screen::Findings => {
            need(model.open.as_ref().is_some_and(|open| open.finding().is_some()), words.no_finding_on_line())
        }
        Command::Enter if model.screen() == Screen::Notes => {
            need(notes::current(model).is_some(), words.no_note_here())
        }
        Command::Enter if model.screen() == Screen::Text => {
            need(model.open.as_ref().is_some_and(|open| open.ties_here().next().is_some()), words.no_claim_here())
        }
        Command::Enter if model.screen() == Screen::Source => {
            need(!source::cells_here(model).is_empty(), words.no_cell_on_line())
        }
        Command::Enter if model.screen() == Screen::Doubts => {
            let opened = model.opened();
            let cell = opened.and_then(|opened| doubts::cell(doubts::current(model)?, &opened));
            need(cell.is_some(), words.no_cell_of_doubt())
        }
        Command::Enter if model.screen() == Screen::Years => years::target(model).map(|_| ()),
        Command::Preview => need(layout::has_room_for_preview(model.size), model.words().see.preview_no_room()),
        Command::Overview => need(!model.library.is_empty(), words.nothing_shown()),
        Command::ToSource => need(source::sought(model).is_some(), words.no_origin()),
        Command::NextDoubt | Command::PreviousDoubt => need(any_doubts(model), words.no_doubts_anywhere()),
        Command::Compare => {
            writable()?;
            need(doubts::current(model).is_some(), words.no_doubts())
        }
        Command::Back if model.screen() == Screen::Agencies => {
            let narrowed = !model.list.filter.is_empty() || !model.list.chips.is_empty();
            need(narrowed || !model.selection.is_empty(), words.outermost())
        }
        Command::Redo => {
            need(!model.journal.read_only, words.journal_read_only())?;
            need(model.journal.saving == 0, words.still_saving())?;
            need(model.review.last_redoable(&model.reviewer).is_some(), words.nothing_to_redo())
        }
        Command::Absent => need(model.missing().next().is_some(), absent::why_none(model)),
        Command::OlderPlace => need(model.places.has(Travel::Older), model.words().keys.no_place()),
        Command::NewerPlace => need(model.places.has(Travel::Newer), model.words().keys.no_place()),
        Command::SetMark => need(model.current_item().is_some(), words.nothing_shown()),
        Command::ToMark | Command::ListMarks => need(!model.places.marks.is_empty(), model.words().keys.no_marks()),
        Command::ListNotices => need(model.notices.newest().next().is_some(), model.words().keys.no_notices()),
        Command::Copy => need(copy::copy(model).is_some(), words.nothing_to_copy()),
        Command::NextFinding | Command::PreviousFinding | Command::NextBySeverity | Command::PreviousBySeverity => {
            need(!model.list.visible.is_empty() || model.open.is_some(), words.nothing_shown())?;
            need(any_findings(model), words.no_findings())?;
            need(any_wanted(model), model.words().find.none_wanted())
        }
        Command::NextUnreviewed | Command::PreviousUnreviewed => {
            need(!model.list.visible.is_empty(), words.nothing_shown())
        }
        Command::Note | Command::Assign => writable(),
        Command::Name => {
            writable()?;
            let sheet = model.current_sheet().ok_or(words.no_report())?;
            need(sheet.lean.head.agency.key().is_unnamed(), model.words().naming.only_unnamed())?;
            need(model.journal.saving == 0, words.still_saving())
        }
        Command::Mine => Ok(()),
        Command::WhoIsHere => need(!model.here.is_empty(), model.words().together.nobody_here()),
        Command::Reload => need(model.loading.checked_all, model.words().live.not_yet()),
        Command::Return | Command::Accept => {
            writable()?;
            need(model.journal.saving == 0, words.still_saving())
        }
        Command::Select | Command::SelectAll => need(!model.list.visible.is_empty(), words.nothing_shown()),
        Command::Repeat => again::can(model),
        Command::Due => {
            writable()?;
            need(model.journal.saving == 0, words.still_saving())?;
            let mark = model.current_item().and_then(|item| model.marks.get(item)).unwrap_or_default();
            need(mark.status == Status::Returned, model.words().act.not_returned())
        }
        Command::AllNotes => need(all_notes::any(model), model.words().act.no_notes_anywhere()),
        Command::Enter if model.screen() == Screen::Versions => versions::can_enter(model),
        Command::Verdict | Command::VerdictAll => {
            writable()?;
            need(model.open.as_ref().is_some_and(|open| on_screen(model, open)), words.no_finding_here())
        }
        Command::Alike => {
            let finding = model.open.as_ref().is_some_and(|open| open.finding().is_some());
            let region = model.current_sheet().is_some_and(|sheet| !sheet.lean.head.agency.region.is_empty());
            need(finding || region, words.nothing_alike())
        }
        Command::OtherSide => {
            let finding = model.open.as_ref().and_then(Open::finding);
            let two = finding.is_some_and(|finding| finding.passage().is_some() && finding.table.is_some());
            need(two, words.no_other_side())
        }
        Command::OtherReport => need(visit::other(model).is_some(), words.no_other_report()),
        Command::PanelDown | Command::PanelUp => {
            need(model.open.as_ref().is_some_and(|open| open.copied().is_some()), words.no_other_report())
        }
        Command::NextReading | Command::PreviousReading => need(has_readings(model), words.no_readings()),
        Command::Correction => {
            writable()?;
            need(has_readings(model), words.no_readings())
        }
        Command::EditNote => {
            writable()?;
            let entry = notes::current(model).ok_or(words.no_note_here())?;
            need(entry.is_note(), words.not_a_note())?;
            need(entry.act.by == model.reviewer, words.not_yours())
        }
        Command::RetractNote => {
            writable()?;
            let entry = notes::current(model).ok_or(words.no_note_here())?;
            need(entry.act.by == model.reviewer, words.not_yours())
        }
        Command::Undo => {
            need(!model.journal.read_only, words.journal_read_only())?;
            need(model.journal.saving == 0, words.still_saving())?;
            need(model.review.last_undoable(&model.reviewer).is_some(), words.nothing_to_undo())
        }
        _ => Ok(()),
    }
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
        _ => open.finding().is_some(),
    }
}

fn has_readings(model: &Model) -> bool {
    let block = model.open.as_ref().and_then(causes::current);
    block.is_some_and(|block| !block.readings.is_empty())
}

fn any_findings(model: &Model) -> bool {
    let items = model.list.visible.iter().copied().chain(model.open.as_ref().map(|open| open.item));
    items.filter_map(|item| model.library.sheet(item)).any(|sheet| sheet.counts.total() > 0)
}

/// Is any finding one of those that are gone through? The list knows it of its reports.
fn any_wanted(model: &Model) -> bool {
    let wanted = &model.list.wanted;
    let here = model.open.as_ref().map(|open| &open.outcome.findings).into_iter().flatten();
    wanted.is_all() || model.list.any_wanted || here.into_iter().any(|f| wanted.fits(f.rule, f.severity))
}

fn any_doubts(model: &Model) -> bool {
    let items = model.list.visible.iter().copied().chain(model.open.as_ref().map(|open| open.item));
    items.filter_map(|item| model.library.sheet(item)).any(|sheet| sheet.lean.remarks > 0)
}
