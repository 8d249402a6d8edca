//! The box in which a return is written, drawn and said.

use ratatui::layout::{Position, Rect};

use crate::terminal::glyphs::SAFE;
use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, Piece, column, run};
use crate::tui::view::popup::{cells, popup};
use crate::tui::view::signs::sign_of;

use super::update::written;
use super::{DueField, DueOf, DuePrompt, Going};

/// So many findings are shown at once.
const LIST: usize = 8;

/// As wide as a sentence wants to be.
const WIDTH: u16 = 72;

/// Draws it; returns the cursor of the line that is being written.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, prompt: &DuePrompt) -> Option<Position> {
    let lines = lines(model, prompt);
    let room = canvas.area().width.saturating_sub(4);
    let wanted = lines.iter().map(|line| cells(canvas, &line.text)).max().unwrap_or(0) + 12;
    let width = if prompt.fields().len() > 1 { WIDTH.max(wanted) } else { wanted }.min(room);
    let list = prompt.going.len().min(LIST).min(usize::from(canvas.area().height).saturating_sub(lines.len() + 4));
    let height = u16::try_from(lines.len() + list).unwrap_or(u16::MAX);
    let inner = popup(canvas, width, height, &title(model, prompt));
    let mut cursor = None;
    let (above, hint) = lines.split_at(lines.len().saturating_sub(1));
    for (row, line) in (0..inner.height).zip(above) {
        // Of a long sentence the end is what is being written.
        let text = end(canvas, &line.text, inner.width.saturating_sub(1));
        canvas.line(inner, row, text, line.style);
        if line.field == Some(prompt.field) {
            cursor = Some(Position { x: inner.x + cells(canvas, text), y: inner.y + row });
        }
    }
    let top = u16::try_from(above.len()).unwrap_or(0).min(inner.height);
    let list = u16::try_from(list).unwrap_or(0).min(inner.height.saturating_sub(top));
    let first = (prompt.cursor + 1).saturating_sub(usize::from(list));
    for (row, (index, going)) in (0..list).zip(prompt.going.iter().enumerate().skip(first)) {
        let here = prompt.field == DueField::Findings && index == prompt.cursor;
        if here {
            cursor = Some(Position { x: inner.x, y: inner.y + top + row });
        }
        canvas.pieces(Rect { y: inner.y + top, height: list, ..inner }, row, finding(model, going, here));
    }
    let below = Rect { y: inner.y + top + list, height: inner.height.saturating_sub(top + list), ..inner };
    if let Some(line) = hint.first() {
        canvas.line(below, 0, &line.text, line.style);
    }
    cursor
}

/// The end of a text that fits there.
fn end<'a>(canvas: &Canvas<'_>, text: &'a str, room: u16) -> &'a str {
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let mut ends = starts.filter_map(|at| text.get(at..));
    ends.find(|end| cells(canvas, end) <= room).unwrap_or_default()
}

/// The same in lines; what is typed is said as it is typed.
pub(crate) fn said(model: &Model, prompt: &DuePrompt) -> Vec<String> {
    let lines = lines(model, prompt);
    let lines = lines.into_iter().filter(|line| line.field.is_none()).map(|line| line.text);
    let usual = usual(model, prompt);
    let going = prompt.going.iter().map(|going| format!("{} {}", tick(going), going.text));
    [title(model, prompt), usual].into_iter().chain(lines).chain(going).collect()
}

/// What has been typed into the line that is being written.
pub(crate) fn typed(prompt: &DuePrompt) -> String {
    match prompt.field {
        DueField::Date => prompt.text.clone(),
        DueField::Reason => prompt.reason.clone(),
        DueField::Findings => String::new(),
    }
}

struct Line {
    text: String,
    style: ratatui::style::Style,
    /// What is written in it.
    field: Option<DueField>,
}

/// What can be written, what goes with it, and the keys: the last.
fn lines(model: &Model, prompt: &DuePrompt) -> Vec<Line> {
    let act = &model.words().act;
    let line = |text, style, field| Line { text, style, field };
    let mut lines =
        vec![line(format!("{}: {}", usual(model, prompt), prompt.text), theme::PLAIN, Some(DueField::Date))];
    lines.extend(read(model, prompt).map(|(text, style)| line(text, style, None)));
    if prompt.fields().contains(&DueField::Reason) {
        lines.push(line(format!("{}: {}", act.due_reason(), prompt.reason), theme::PLAIN, Some(DueField::Reason)));
    }
    if !prompt.going.is_empty() {
        lines.push(line(act.due_going(prompt.ticked(), prompt.going.len()), theme::HEADING, None));
    }
    let hint = match (prompt.field, prompt.fields().len()) {
        (DueField::Findings, _) => act.due_hint_findings(),
        (DueField::Reason, _) => act.due_hint_reason(),
        (DueField::Date, 1) => act.due_hint(),
        (DueField::Date, _) => act.due_hint_date(),
    };
    lines.push(line(hint.to_owned(), theme::DIM, None));
    lines
}

/// Which day was meant by what is written, and whether it could be worked out.
fn read(model: &Model, prompt: &DuePrompt) -> Option<(String, ratatui::style::Style)> {
    let act = &model.words().act;
    if prompt.text.trim().is_empty() {
        return None;
    }
    let written = written(prompt, model.journal.marks.today)?;
    let date = written.date?;
    let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).ok();
    let weekday = weekday.and_then(|day| act.weekdays().get(day).copied()).unwrap_or_default();
    Some(match written.unknown {
        Some(year) => (act.due_read_unsure(date, weekday, year), theme::WARNING),
        None => (act.due_read(date, weekday), theme::DIM),
    })
}

fn tick(going: &Going) -> &'static str {
    if going.is_ticked { SAFE.yes } else { " " }
}

fn finding(model: &Model, going: &Going, here: bool) -> Vec<Piece> {
    let words = model.words();
    let base = if here { theme::CURSOR } else { theme::PLAIN };
    let decided = going.verdict().map(|(_, verdict)| verdict.decision).or(going.decided);
    let decided = decided.map(|decision| format!("({}) ", decision.label(words))).unwrap_or_default();
    vec![
        column(tick(going), 2, base),
        column(sign_of(going.severity, model.given.lang), 3, theme::severity(going.severity)),
        run(decided, theme::GOOD),
        run(going.text.as_str(), base),
    ]
}

/// What is asked, and of what.
fn title(model: &Model, prompt: &DuePrompt) -> String {
    let act = &model.words().act;
    match &prompt.of {
        DueOf::Marked => act.due_title_all(model.selection.len()),
        DueOf::One(begun) => act.due_title_of(crate::tui::about::report_name(model, &begun.subject.report)),
        DueOf::Change(_) => act.due_title().to_owned(),
    }
}

fn usual(model: &Model, prompt: &DuePrompt) -> String {
    let act = &model.words().act;
    match prompt.usual {
        Some(date) => act.due_default(date),
        None => act.due_default_none().to_owned(),
    }
}
