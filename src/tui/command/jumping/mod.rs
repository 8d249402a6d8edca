//! Jumping: to the next finding, doubt or report, to a part of the report, to where one was or has left a mark.

mod doubt;
mod finding;
pub(crate) mod places;
mod severity;
mod unreviewed;
pub(super) mod visit;

use crate::tui::keymap::Group::Jump;
use crate::tui::layout;
use crate::tui::model::Screen::{Cell, Doubts, Findings, Notes, Source, Table, Text, Versions, Years};
use crate::tui::model::places::Travel;
use crate::tui::model::{ItemId, Model, Open, Screen, Sheet, those};
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::{here, notes};
use crate::tui::screen::opening;
use crate::tui::screen::walk::Direction;
use crate::tui::screen::{self, doubts};
use crate::tui::why_not::{Able, always, listed, need};
use crate::words::CommandId as Id;

use super::value::{Command, EVERYWHERE, Run};

const IN_REPORT: &[Screen] = those!(is_in_report);
/// Where the next of the kind is a finding.
const OF_FINDINGS: &[Screen] = those!(goes_to_findings);
/// Where it is a reading doubt.
const OF_DOUBTS: &[Screen] = those!(goes_to_doubts);

pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        Id::NextFinding,
        &["n"],
        Jump,
        OF_FINDINGS,
        has_findings,
        Run::Effects(|model| finding::finding(model, Direction::Forward)),
    )
    .footer(3),
    Command::new(
        Id::PreviousFinding,
        &["N"],
        Jump,
        OF_FINDINGS,
        has_findings,
        Run::Effects(|model| finding::finding(model, Direction::Backward)),
    ),
    Command::new(
        Id::NextDoubt,
        &["n"],
        Jump,
        OF_DOUBTS,
        has_doubts,
        Run::Effects(|model| doubt::jump(model, Direction::Forward)),
    )
    .footer(3),
    Command::new(
        Id::PreviousDoubt,
        &["N"],
        Jump,
        OF_DOUBTS,
        has_doubts,
        Run::Effects(|model| doubt::jump(model, Direction::Backward)),
    ),
    Command::new(Id::ToSource, &["o"], Jump, &[Table, Cell, Doubts], has_origin, Run::Changes(to_source)).footer(8),
    Command::new(Id::OtherSide, &["x"], Jump, &[Findings, Table, Text], has_other_side, Run::Changes(other_side))
        .footer(7),
    Command::new(Id::OtherReport, &["X"], Jump, &[Findings, Text], names_another, Run::Effects(visit::go)).footer(8),
    Command::new(Id::PanelDown, &["tab"], Jump, &[Text], is_copied, Run::Changes(|model| turn_panel(model, 1)))
        .footer(6),
    Command::new(Id::PanelUp, &["backtab"], Jump, &[Text], is_copied, Run::Changes(|model| turn_panel(model, -1))),
    Command::new(
        Id::NextReport,
        &["J"],
        Jump,
        IN_REPORT,
        always,
        Run::Effects(|model| finding::report(model, Direction::Forward)),
    )
    .footer(12),
    Command::new(
        Id::PreviousReport,
        &["K"],
        Jump,
        IN_REPORT,
        always,
        Run::Effects(|model| finding::report(model, Direction::Backward)),
    ),
    Command::new(
        Id::NextBySeverity,
        &["]"],
        Jump,
        OF_FINDINGS,
        has_findings,
        Run::Effects(|model| severity::finding(model, Direction::Forward)),
    ),
    Command::new(
        Id::PreviousBySeverity,
        &["["],
        Jump,
        OF_FINDINGS,
        has_findings,
        Run::Effects(|model| severity::finding(model, Direction::Backward)),
    ),
    Command::new(
        Id::NextUnreviewed,
        &["}", "agencies:tab"],
        Jump,
        EVERYWHERE,
        listed,
        Run::Effects(|model| unreviewed::go(model, Direction::Forward)),
    ),
    Command::new(
        Id::PreviousUnreviewed,
        &["{"],
        Jump,
        EVERYWHERE,
        listed,
        Run::Effects(|model| unreviewed::go(model, Direction::Backward)),
    ),
    tab(Id::TabFindings, &["1"], |model| opening::show(model, Findings)),
    tab(Id::TabDisclosure, &["2"], |model| opening::show_table(model, 0)),
    tab(Id::TabRequests, &["3"], |model| opening::show_table(model, 1)),
    tab(Id::TabDisputes, &["4"], |model| opening::show_table(model, 2)),
    tab(Id::TabText, &["5"], |model| opening::show(model, Text)),
    tab(Id::TabNotes, &["6"], |model| opening::show(model, Notes)),
    tab(Id::TabSource, &["7"], |model| opening::show(model, Source)),
    tab(Id::TabDoubts, &["8"], |model| opening::show(model, Doubts)),
    tab(Id::TabYears, &["9"], |model| opening::show(model, Years)),
    tab(Id::TabVersions, &["0"], |model| opening::show(model, Versions)),
    Command::new(Id::AllNotes, &[", n"], Jump, EVERYWHERE, has_notes, Run::Changes(notes::open)),
    Command::new(
        Id::OlderPlace,
        &["<"],
        Jump,
        EVERYWHERE,
        |model| need(model.places.has(Travel::Older), model.words().keys.no_place()),
        Run::Effects(|model| places::travel(model, Travel::Older)),
    ),
    Command::new(
        Id::NewerPlace,
        &[">"],
        Jump,
        EVERYWHERE,
        |model| need(model.places.has(Travel::Newer), model.words().keys.no_place()),
        Run::Effects(|model| places::travel(model, Travel::Newer)),
    ),
    Command::new(Id::SetMark, &["m a-z"], Jump, EVERYWHERE, can_mark, Run::Letter(set_mark)),
    Command::new(Id::ToMark, &["' a-z"], Jump, EVERYWHERE, has_marks, Run::Letter(places::to_mark)),
    Command::new(Id::ListMarks, &[", m"], Jump, EVERYWHERE, has_marks, Run::Changes(places::list_marks)),
    Command::new(Id::WhoIsHere, &[", w"], Jump, EVERYWHERE, has_others, Run::Changes(here::open)),
];

/// A part of the report that is shown by a key of its own.
const fn tab(id: Id, keys: &'static [&'static str], show: fn(&mut Model)) -> Command {
    Command::new(id, keys, Jump, IN_REPORT, always, Run::Changes(show))
}

/// The reports of the list, and the open one, which may not be on it.
fn in_reach(model: &Model) -> impl Iterator<Item = &Sheet> {
    let open = model.open.as_ref().map(|open| open.item);
    let items = model.list.visible.iter().copied().chain(open);
    items.filter_map(|item: ItemId| model.library.sheet(item))
}

fn has_findings(model: &Model) -> Able {
    let words = &model.words().desk;
    need(!model.list.visible.is_empty() || model.open.is_some(), words.nothing_shown())?;
    let count = |sheet: &Sheet| match model.list.wanted.takes_hints() {
        true => sheet.counts.to_decide() + sheet.counts.info,
        false => sheet.counts.to_decide(),
    };
    need(in_reach(model).any(|sheet| count(sheet) > 0), words.no_findings())?;
    need(has_wanted(model), model.words().find.none_wanted())
}

/// Is any finding one of those that are gone through? The list knows it of its reports.
fn has_wanted(model: &Model) -> bool {
    let wanted = &model.list.wanted;
    let here = model.open.as_ref().map(|open| &open.outcome.findings).into_iter().flatten();
    wanted.is_all() || model.list.any_wanted || here.into_iter().any(|f| wanted.fits(f.rule, f.severity))
}

fn has_doubts(model: &Model) -> Able {
    need(in_reach(model).any(|sheet| sheet.lean.remarks > 0), model.words().desk.no_doubts_anywhere())
}

fn has_origin(model: &Model) -> Able {
    need(screen::of(model.screen()).sought(model).is_some(), model.words().desk.no_origin())
}

fn has_other_side(model: &Model) -> Able {
    let finding = model.open.as_ref().and_then(Open::finding);
    let two = finding.is_some_and(|finding| finding.passage().is_some() && finding.table.is_some());
    need(two, model.words().desk.no_other_side())
}

fn other_side(model: &mut Model) {
    let form = model.opened().map(|opened| opened.form);
    if let (Some(form), Some(open)) = (form, model.open.as_mut()) {
        open.show_other_side(form);
    }
}

fn names_another(model: &Model) -> Able {
    need(visit::other(model).is_some(), model.words().desk.no_other_report())
}

fn is_copied(model: &Model) -> Able {
    let copied = model.open.as_ref().and_then(Open::copied);
    need(copied.is_some(), model.words().desk.no_other_report())
}

fn has_notes(model: &Model) -> Able {
    need(notes::any(model), model.words().act.no_notes_anywhere())
}

fn can_mark(model: &Model) -> Able {
    need(model.current_item().is_some(), model.words().desk.nothing_shown())
}

fn set_mark(model: &mut Model, letter: char) -> Vec<Effect> {
    places::set_mark(model, letter);
    Vec::new()
}

fn has_marks(model: &Model) -> Able {
    need(!model.places.marks.is_empty(), model.words().keys.no_marks())
}

fn has_others(model: &Model) -> Able {
    need(!model.journal.here.is_empty(), model.words().together.nobody_here())
}

/// Goes to the document.
fn to_source(model: &mut Model) {
    let sought = screen::of(model.screen()).sought(model);
    let cell = model.opened().and_then(|opened| doubts::cell(doubts::current(model)?, &opened));
    let Some(open) = model.open.as_mut() else { return };
    open.source.sought = sought;
    open.source.cell = cell.or(open.source.cell);
    open.screen = Source;
}

/// Copied passages are turned by the page; settling keeps to what there is.
fn turn_panel(model: &mut Model, pages: isize) {
    let page = isize::try_from(layout::regions(model).panel.height).unwrap_or(1).max(4) - 3;
    if let Some(open) = model.open.as_mut() {
        open.text.scroll = open.text.scroll.saturating_add_signed(pages * page);
    }
}
