//! The place of the last session: restored piece by piece as what it speaks of arrives, until the reviewer moves.
//!
//! Reports, narratives, documents and the journal all come later than the first frame. So the place is put in effect
//! anew whenever something has come, and given up at the first key that leads elsewhere.

use crate::tui::model::session::{OpenAt, Session};
use crate::tui::model::{ItemId, Model, Open, Screen};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;
use crate::tui::screen::source::Sought as SoughtLine;

/// Begins where the last session was: the list is set at once, the rest follows.
pub(crate) fn restore(model: &mut Model, session: Session) {
    model.list.set(session.setting.clone());
    model.places.marks = session.marks.clone();
    model.stale.list = true;
    model.places.session = Some(Box::new(session));
}

/// Where the reviewer is, to be kept; `None` where the last place is not restored yet, and stays kept as it is.
#[must_use]
pub(crate) fn place(model: &Model) -> Option<Session> {
    if model.places.session.is_some() {
        return None;
    }
    let id = |item: ItemId| model.library.get(item).map(|item| item.id.clone());
    let window = model.list.window;
    Some(Session {
        setting: model.list.setting(),
        cursor: model.list.current().and_then(id),
        line: window.cursor.saturating_sub(window.offset),
        open: model.open.as_ref().and_then(|open| Some(open_at(open, id(open.item)?))),
        marks: model.places.marks.clone(),
    })
}

fn open_at(open: &Open, report: crate::report::SafeText) -> OpenAt {
    OpenAt {
        report,
        screen: open.screen,
        table: open.table(),
        finding: open.finding().map(|finding| finding.fingerprint),
        findings: open.findings.window,
        marked: open.findings.marked,
        cursors: open.tables.cursors.clone(),
        offsets: open.tables.offsets.clone(),
        text: open.text.window,
        passage: open.text.line.as_ref().map(|(section, span)| (*section, span.start)),
        notes: open.notes,
        doubts: open.doubts,
        source: open.source.window,
        source_line: open.source.line().map(|line| line.number),
    }
}

/// Reports have arrived, from this one on: the one that was open is opened again.
pub(super) fn arrived(model: &mut Model, first: ItemId) -> Vec<Effect> {
    let Some(wanted) = model.places.session.as_ref().and_then(|session| session.open.as_ref()) else {
        return Vec::new();
    };
    if model.open.is_some() {
        return Vec::new();
    }
    let is_wanted = |item: &ItemId| model.library.get(*item).is_some_and(|found| found.id == wanted.report);
    let found = model.library.items_from(first).find(is_wanted);
    found.map(|item| opening::open(model, item)).unwrap_or_default()
}

/// All reports are there: the one that was opened while loading may lack what the year before shows.
pub(super) fn all_arrived(model: &mut Model) -> Vec<Effect> {
    let opened = model.opened().filter(|_| model.places.session.is_some());
    let again = opened.filter(|opened| model.year_before(opened.lean).lean().is_some()).map(|opened| opened.open.item);
    again.map(|item| opening::open(model, item)).unwrap_or_default()
}

/// Puts the place in effect as far as it is there; `relisted` if the list may have others lines than before.
pub(super) fn settle(model: &mut Model, relisted: bool) {
    let Some(session) = model.places.session.take() else { return };
    if relisted
        && let Some(item) = session.cursor.as_ref().and_then(|id| model.library.find(id))
        && model.list.select(item)
    {
        model.list.window.offset = model.list.window.cursor.saturating_sub(session.line);
    }
    let form = model.opened().filter(|opened| session.open.as_ref().is_some_and(|at| at.report == opened.item.id));
    let form = form.map(|opened| opened.form);
    if let (Some(form), Some(open), Some(at)) = (form, model.open.as_mut(), &session.open) {
        put(open, at, form);
    }
    model.places.session = Some(session);
}

/// Everything is clamped to what there is when the windows are settled.
fn put(open: &mut Open, at: &OpenAt, form: &crate::form::Form) {
    let is_there = at.table.is_none_or(|table| table < form.tables.len());
    open.screen = if is_there { at.screen } else { Screen::Findings };
    open.tables.shown = at.table.filter(|_| is_there).unwrap_or(open.tables.shown);
    open.findings.window = at.findings;
    at.finding.map(|name| open.put_on(name));
    open.findings.marked = at.marked;
    for ((cursor, wanted), table) in open.tables.cursors.iter_mut().zip(&at.cursors).zip(&form.tables) {
        if table.at(wanted.0, wanted.1).is_some() {
            *cursor = *wanted;
        }
    }
    for (offset, wanted) in open.tables.offsets.iter_mut().zip(&at.offsets) {
        *offset = *wanted;
    }
    (open.text.window, open.notes, open.doubts, open.source.window) = (at.text, at.notes, at.doubts, at.source);
    // In lines of another width, or in a document with other lines, it is the words that count.
    (open.text.passage, open.source.sought) = (at.passage, at.source_line.map(SoughtLine::Line));
}

/// All that a reviewer moves.
#[derive(PartialEq)]
pub(super) struct Whereabouts {
    list: (usize, bool, bool),
    report: Option<(ItemId, Screen, Option<usize>)>,
    windows: [usize; 5],
    tables: Vec<(usize, usize)>,
}

/// Where the reviewer is before a key; `None` where nothing is to be restored.
pub(super) fn whereabouts(model: &Model) -> Option<Whereabouts> {
    model.places.session.as_ref()?;
    let list = (model.list.window.cursor, model.list.typing, model.stale.list);
    let Some(open) = model.open.as_ref() else {
        return Some(Whereabouts { list, report: None, windows: [0; 5], tables: Vec::new() });
    };
    let windows = [open.findings.window, open.text.window, open.notes, open.doubts, open.source.window];
    Some(Whereabouts {
        list,
        report: Some((open.item, open.screen, open.table())),
        windows: windows.map(|window| window.cursor),
        tables: open.tables.cursors.clone(),
    })
}

/// After a key: a reviewer who has moved stays where they are.
pub(super) fn stay(model: &mut Model, before: &Whereabouts) {
    if whereabouts(model).is_some_and(|now| now != *before) {
        model.places.session = None;
        if let Some(open) = model.open.as_mut() {
            (open.text.passage, open.source.sought) = (open.text.passage.filter(|_| open.screen == Screen::Text), None);
        }
    }
}
