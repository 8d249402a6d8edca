//! Reviewing: notes, decisions on findings and doubts, the status of reports, names; and taking back what was done.

mod again;
mod close;
mod decide;
mod note;
mod repairs;
mod undo;

use crate::journal::{Decision, Status};
use crate::tui::keymap::Group::Review;
use crate::tui::model::Screen::{Agencies, Cell, Doubts, Findings, Notes, Table, Text};
use crate::tui::model::{Model, Screen};
use crate::tui::overlay::picker::{assign, naming};
use crate::tui::overlay::{compare, due};
use crate::tui::screen::agencies::selection;
use crate::tui::screen::doubts as remarks;
use crate::tui::screen::findings::causes;
use crate::tui::screen::notes;
use crate::tui::why_not::{Able, journal, listed, need, saved, writable};
use crate::words::CommandId as Id;

use super::value::{Command, EVERYWHERE, Run};

/// Where there is a finding to decide on.
const ON_FINDINGS: &[Screen] = &[Findings, Table, Text, Cell];
const EXPLAINED: &[Screen] = &[Findings, Table];

pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        Id::NextRepair,
        &["tab"],
        Review,
        EXPLAINED,
        has_repairs,
        Run::Changes(|model| repairs::step(model, 1)),
    )
    .footer(6),
    Command::new(
        Id::PreviousRepair,
        &["backtab"],
        Review,
        EXPLAINED,
        has_repairs,
        Run::Changes(|model| repairs::step(model, -1)),
    ),
    Command::new(Id::Correction, &["c"], Review, EXPLAINED, can_correct, Run::Changes(note::correction)).footer(7),
    Command::new(Id::Note, &["a"], Review, EVERYWHERE, writable, Run::Changes(note::note)).footer(5),
    Command::new(Id::EditNote, &["e"], Review, &[Notes], can_edit, Run::Changes(note::edit_note)).footer(8),
    Command::new(Id::RetractNote, &["d"], Review, &[Notes], can_retract, Run::Effects(undo::retract_note)).footer(9),
    Command::new(Id::Verdict, &["v"], Review, ON_FINDINGS, decide::can_decide, Run::Changes(decide::decide)).footer(4),
    Command::new(
        Id::MustCorrect,
        &["t"],
        Review,
        ON_FINDINGS,
        decide::can_decide_at_once,
        Run::Effects(|model| decide::at_once(model, Decision::Return)),
    ),
    Command::new(
        Id::AcceptFinding,
        &["i"],
        Review,
        ON_FINDINGS,
        decide::can_decide_at_once,
        Run::Effects(|model| decide::at_once(model, Decision::Accept)),
    ),
    Command::new(
        Id::NotAProblem,
        &["b"],
        Review,
        ON_FINDINGS,
        decide::can_decide_at_once,
        Run::Effects(|model| decide::at_once(model, Decision::NotAProblem)),
    ),
    Command::new(
        Id::ToVerify,
        &["D"],
        Review,
        ON_FINDINGS,
        decide::can_decide_at_once,
        Run::Effects(|model| decide::at_once(model, Decision::ToVerify)),
    ),
    Command::new(Id::Compare, &["v"], Review, &[Doubts], can_compare, Run::Changes(compare::open)).footer(4),
    Command::new(Id::SpreadDoubts, &["tab"], Review, &[Doubts], has_equal_doubts, Run::Changes(remarks::spread))
        .footer_if(6, |model| has_equal_doubts(model).is_ok()),
    Command::new(Id::Return, &["R"], Review, EVERYWHERE, close::can_close, Run::Effects(close::return_report))
        .footer(9),
    Command::new(Id::Accept, &["A"], Review, EVERYWHERE, close::can_close, Run::Effects(close::accept_report))
        .footer(10),
    Command::new(Id::AcceptShown, &["C"], Review, &[Agencies], can_accept_shown, Run::Changes(close::accept_shown)),
    Command::new(Id::Undo, &["u"], Review, EVERYWHERE, can_undo, Run::Effects(undo::undo)).footer(11),
    Command::new(Id::Redo, &["ctrl-r"], Review, EVERYWHERE, can_redo, Run::Effects(undo::redo)),
    Command::new(Id::Assign, &[", a"], Review, EVERYWHERE, writable, Run::Changes(assign::open)),
    // A name that was given can be replaced; it takes telling where there is none.
    Command::new(Id::Name, &[", r"], Review, EVERYWHERE, can_name, Run::Changes(naming::open)).footer_if(3, is_unnamed),
    Command::new(Id::Repeat, &["."], Review, EVERYWHERE, again::can, Run::Effects(again::repeat)),
    Command::new(Id::VerdictAll, &["V"], Review, ON_FINDINGS, decide::can_decide, Run::Changes(decide::decide_all)),
    Command::new(Id::Due, &[", d"], Review, EVERYWHERE, can_change_due, Run::Changes(due::change)),
    Command::new(Id::Select, &["space"], Review, &[Agencies], listed, Run::Changes(selection::toggle)),
    Command::new(
        Id::SelectRange,
        &["agencies:V", "table:, v"],
        Review,
        &[Agencies, Table],
        can_range,
        Run::Changes(selection::range),
    ),
    Command::new(Id::SelectAll, &["*"], Review, &[Agencies], listed, Run::Changes(selection::toggle_all)),
];

fn has_equal_doubts(model: &Model) -> Able {
    need(remarks::remarks(model).iter().any(|remark| remark.again), model.words().desk.no_equal_doubts())
}

fn can_accept_shown(model: &Model) -> Able {
    listed(model)?;
    close::can_close(model)
}

/// Tables have cells always.
fn can_range(model: &Model) -> Able {
    if model.open.is_some() { Ok(()) } else { listed(model) }
}

fn has_repairs(model: &Model) -> Able {
    let block = model.open.as_ref().and_then(causes::current);
    need(block.is_some_and(|block| !block.repairs.is_empty()), model.words().desk.no_repairs())
}

fn can_correct(model: &Model) -> Able {
    writable(model)?;
    has_repairs(model)
}

fn can_edit(model: &Model) -> Able {
    writable(model)?;
    let words = &model.words().desk;
    let entry = notes::current(model).ok_or(words.no_note_here())?;
    need(entry.is_note(), words.not_a_note())?;
    is_by_oneself(model, &entry)
}

fn can_retract(model: &Model) -> Able {
    writable(model)?;
    is_by_oneself(model, &notes::current(model).ok_or(model.words().desk.no_note_here())?)
}

/// Only one's own acts are changed.
fn is_by_oneself(model: &Model, entry: &notes::NoteLine<'_>) -> Able {
    need(entry.act.by == model.given.reviewer, model.words().desk.not_yours())
}

fn can_compare(model: &Model) -> Able {
    writable(model)?;
    need(remarks::current(model).is_some(), model.words().desk.no_doubts())
}

fn can_undo(model: &Model) -> Able {
    journal(model)?;
    saved(model)?;
    need(model.journal.review.last_undoable(&model.given.reviewer).is_some(), model.words().desk.nothing_to_undo())
}

fn can_redo(model: &Model) -> Able {
    journal(model)?;
    saved(model)?;
    need(model.journal.review.last_redoable(&model.given.reviewer).is_some(), model.words().desk.nothing_to_redo())
}

fn can_name(model: &Model) -> Able {
    writable(model)?;
    let sheet = model.current_sheet().ok_or(model.words().desk.no_report())?;
    need(sheet.lean.head.agency.key().is_unnamed(), model.words().naming.only_unnamed())?;
    saved(model)
}

fn is_unnamed(model: &Model) -> bool {
    model.current_sheet().is_some_and(|sheet| sheet.lean.head.agency.is_unnamed())
}

fn can_change_due(model: &Model) -> Able {
    writable(model)?;
    saved(model)?;
    let mark = model.current_item().and_then(|item| model.journal.marks.get(item)).unwrap_or_default();
    need(mark.status == Status::Returned, model.words().act.not_returned())
}
