//! The tab of the document: asking for it, going to a place in it and from a line back to a cell.

use crate::form::Cell;
use crate::tui::model::{ItemId, Model, Screen, Story, Tone};
use crate::tui::msg::Effect;
use crate::tui::screen::source::{Document, Sought, Text};
use crate::tui::{doubts, origins};

/// Asks for the document once its tab is shown; its name is known only when the report's narrative is there.
pub(super) fn wish(model: &mut Model) -> Option<Effect> {
    let open = model.open.as_mut().filter(|open| open.screen == Screen::Source)?;
    if !matches!(open.source.text, Text::Unasked) || matches!(open.story, Story::Pending) {
        return None;
    }
    open.source.text = Text::Pending;
    Some(Effect::OpenSource(open.item))
}

/// The document was read, or not.
pub(super) fn arrived(model: &mut Model, item: ItemId, result: Result<Box<Document>, Box<str>>) {
    if let Some(open) = model.open.as_mut().filter(|open| open.item == item) {
        open.source.text = match result {
            Ok(document) => Text::Ready(document),
            Err(why) => Text::Failed(why),
        };
    }
}

/// What going to the document from here would look for; `None` where nothing says where that is.
pub(crate) fn sought(model: &Model) -> Option<Sought> {
    let opened = model.opened()?;
    let known = |cell: &Cell| match &opened.open.story {
        Story::Ready(narrative) => origins::is_known(narrative, opened.form, *cell),
        // It may be known in a moment.
        Story::Pending => true,
        Story::Failed(_) => false,
    };
    match opened.open.screen {
        Screen::Table | Screen::Cell => opened.open.current_cell(opened.form).filter(known).map(Sought::Cell),
        Screen::Doubts => {
            let remark = doubts::current(model)?;
            let cell = || doubts::cell(remark, &opened).filter(known).map(Sought::Cell);
            remark.line.map(Sought::Line).or_else(cell).or(remark.page.map(Sought::Page))
        }
        Screen::Agencies
        | Screen::Findings
        | Screen::Text
        | Screen::Notes
        | Screen::Source
        | Screen::Years
        | Screen::Versions => None,
    }
}

/// Goes to the document.
pub(crate) fn show(model: &mut Model) {
    let sought = sought(model);
    let cell = model.opened().and_then(|opened| doubts::cell(doubts::current(model)?, &opened));
    let Some(open) = model.open.as_mut() else { return };
    open.source.sought = sought;
    open.source.cell = cell.or(open.source.cell);
    open.screen = Screen::Source;
}

/// The cells whose values stood on the line under the cursor.
pub(super) fn cells_here(model: &Model) -> Vec<Cell> {
    let Some(opened) = model.opened() else { return Vec::new() };
    let (Story::Ready(narrative), Some(line)) = (&opened.open.story, opened.open.source.line()) else {
        return Vec::new();
    };
    origins::cells_of(line, narrative, opened.form)
}

/// Goes from the line to its cell: to the marked one, else the first; having come back from that one, to the next.
pub(super) fn enter(model: &mut Model) {
    let cells = cells_here(model);
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    let here = open.source.cell.and_then(|cell| cells.iter().position(|known| *known == cell));
    let next = match here {
        Some(here) if open.source.entered == open.source.cell => (here + 1) % cells.len(),
        Some(here) => here,
        None => 0,
    };
    let Some(&cell) = cells.get(next) else { return };
    open.source.entered = Some(cell);
    open.show_cell(form, cell);
}

/// Brings what is sought under the cursor, and keeps the cursor on the screen.
pub(super) fn settle(model: &mut Model, height: usize) {
    let found = model.opened().and_then(|opened| {
        let lines = opened.open.source.lines();
        let Story::Ready(narrative) = &opened.open.story else { return None };
        match opened.open.source.sought? {
            _ if lines.is_empty() => None,
            Sought::Cell(cell) => origins::line_of(lines, narrative, opened.form, cell),
            Sought::Line(number) => origins::numbered(lines, number),
            Sought::Page(page) => lines.iter().position(|line| line.page == Some(page)),
        }
    });
    let Some(open) = model.open.as_mut() else { return };
    let source = &mut open.source;
    let len = source.lines().len();
    let sought = if len > 0 { source.sought.take() } else { None };
    source.window.cursor = found.unwrap_or(source.window.cursor);
    source.window.settle(len, height);
    if sought.is_some() && found.is_none() {
        model.say(Tone::Plain, model.words().desk.no_origin());
    }
}
