//! The tab of the document: asking for it, going to a place in it and from a line back to a cell.

use crate::form::Cell;
use crate::report::SourceLine;
use crate::tui::model::{ItemId, Model, NarrativeState, Opened, Screen, Tone};
use crate::tui::msg::Effect;

use super::origins;
use super::state::{ShownDocument, Sought, Text};

/// Asks for the document once its tab is shown; its name is known only when the report's narrative is there.
pub(crate) fn wish(model: &mut Model) -> Option<Effect> {
    let open = model.open.as_mut().filter(|open| open.screen == Screen::Source)?;
    if !matches!(open.source.text, Text::Unasked) || matches!(open.narrative, NarrativeState::Pending) {
        return None;
    }
    open.source.text = Text::Pending;
    Some(Effect::OpenSource(open.item))
}

/// The document was read, or not.
pub(crate) fn arrived(model: &mut Model, item: ItemId, result: Result<Box<ShownDocument>, Box<str>>) {
    if let Some(open) = model.open.as_mut().filter(|open| open.item == item) {
        open.source.text = match result {
            Ok(document) => Text::Ready(document),
            Err(why) => Text::Failed(why),
        };
    }
}

/// The cells whose values stood on the line under the cursor.
pub(crate) fn cells_here(model: &Model) -> Vec<Cell> {
    let Some(opened) = model.opened() else { return Vec::new() };
    let (NarrativeState::Ready(narrative), Some(line)) = (&opened.open.narrative, opened.open.source.line()) else {
        return Vec::new();
    };
    origins::cells_of(line, narrative, opened.form)
}

/// Goes from the line to its cell: to the marked one, else the first; having come back from that one, to the next.
pub(crate) fn enter(model: &mut Model) {
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
pub(crate) fn settle(model: &mut Model, height: usize) {
    let found = model.opened().and_then(|opened| {
        let lines = opened.open.source.lines();
        let NarrativeState::Ready(narrative) = &opened.open.narrative else { return None };
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

/// The line under the cursor, or why there is none.
pub(crate) fn lines(model: &Model) -> Vec<String> {
    let Some(open) = model.open.as_ref() else { return Vec::new() };
    match &open.source.text {
        Text::Ready(_) => open.source.line().map(said).into_iter().collect(),
        Text::Failed(why) => vec![why.to_string()],
        Text::Unasked | Text::Pending => vec![model.words().desk.source_pending().to_owned()],
    }
}

/// Number and fields of a line of the document.
fn said(line: &SourceLine) -> String {
    let fields: Vec<&str> = line.fields.iter().map(|field| field.as_str()).collect();
    format!("{} {}", line.number, fields.join(" | "))
}

/// Does the value of a cell stand on the line under the cursor?
pub(crate) fn is_under_cursor(opened: &Opened<'_>, cell: Cell) -> bool {
    match (&opened.open.narrative, opened.open.source.line()) {
        (NarrativeState::Ready(narrative), Some(line)) => origins::is_on(line, narrative, opened.form, cell),
        _ => false,
    }
}
