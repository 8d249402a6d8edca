//! The document's own lines, with the value of the cell last looked at marked; below, the line under the cursor whole.

use ratatui::layout::{Position, Rect};

use crate::report::{Narrative, SourceLine};
use crate::terminal::glyphs::SAFE;
use crate::terminal::width::Measure;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, NarrativeState, Opened};
use crate::tui::screen::doubts;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, Piece, column, number, run};

use super::origins::{self, OfField};
use super::state::{ShownDocument, Text};

/// Draws the lines from the first one shown on: only those are looked at, however long the document is.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    let words = &model.words().desk;
    let source = &opened.open.source;
    let document = match &source.text {
        Text::Ready(document) => document,
        Text::Failed(why) => {
            say(canvas, regions.body, why);
            return None;
        }
        Text::Unasked | Text::Pending => {
            canvas.line(regions.body, 0, words.source_pending(), theme::DIM);
            return None;
        }
    };
    head(canvas, regions.head, model, document);
    if document.lines.is_empty() {
        canvas.line(regions.body, 0, words.source_empty(), theme::DIM);
    }
    let width = document.lines.last().map_or(0, |line| line.number.to_string().len()).max(3);
    let mut cursor = None;
    let mut before = None;
    let shown = document.lines.iter().enumerate().skip(source.window.offset);
    for (row, (index, line)) in (0..regions.body.height).zip(shown) {
        let here = index == source.window.cursor;
        if here {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
        let base = if here { theme::CURSOR } else { theme::PLAIN };
        let mut pieces = vec![
            column(if here { SAFE.marker } else { "" }, 2, base),
            number(line.number.to_string(), width, theme::DIM),
            run(format!(" {} ", sign(&opened, line)), theme::WARNING),
        ];
        if let Some(page) = line.page.filter(|_| before != Some(line.page)) {
            pieces.push(run(format!("{} ", words.page(page)), theme::HEADING));
        }
        before = Some(line.page);
        let room = usize::from(regions.body.width);
        let text = characters(&opened, line, room);
        pieces.extend(groups(text.into_iter().take(room), base));
        canvas.hit(regions.body, row, Hit::Line(index));
        canvas.pieces(regions.body, row, pieces);
    }
    panel(canvas, regions.panel, model, &opened);
    cursor
}

/// A text that may be longer than the screen is wide.
fn say(canvas: &mut Canvas<'_>, area: Rect, text: &str) {
    let lines = canvas.measure.wrap(text, usize::from(area.width));
    for (row, line) in (0..area.height).zip(lines) {
        canvas.line(area, row, &line, theme::DIM);
    }
}

fn head(canvas: &mut Canvas<'_>, area: Rect, model: &Model, document: &ShownDocument) {
    let words = &model.words().desk;
    let count = document.lines.len();
    let mut pieces = vec![run(words.source_head(&document.name, count), theme::HEADING)];
    if document.changed {
        pieces.push(run(format!("  {}", words.source_changed()), theme::BAD));
    }
    canvas.pieces(area, 0, pieces);
}

/// Is the reading of this line in doubt?
fn sign(opened: &Opened<'_>, line: &SourceLine) -> &'static str {
    let doubtful = narrative(opened).is_some_and(|said| said.remarks.iter().any(|it| it.line == Some(line.number)));
    if doubtful { doubts::OPEN } else { " " }
}

fn narrative<'a>(opened: &Opened<'a>) -> Option<&'a Narrative> {
    match &opened.open.narrative {
        NarrativeState::Ready(narrative) => Some(narrative),
        _ => None,
    }
}

/// The characters of a line, its fields parted, each with whether it is of the marked value; no more of each field than
/// there is room for, and the value of it in any case.
fn characters(opened: &Opened<'_>, line: &SourceLine, room: usize) -> Vec<(char, bool)> {
    let marked = opened.open.source.cell.zip(narrative(opened));
    let parts = marked.map(|(cell, said)| origins::parts(line, said, opened.form, cell)).unwrap_or_default();
    let mut characters = Vec::new();
    for (field, text) in line.fields.iter().enumerate() {
        if field > 0 {
            characters.extend(format!(" {} ", SAFE.down).chars().map(|c| (c, false)));
        }
        let of_field = |part: &&OfField| part.field == field;
        let last = parts.iter().filter(of_field).map(|part| part.chars.end).max().unwrap_or(0);
        let is_marked = |place: usize| parts.iter().filter(of_field).any(|part| part.chars.contains(&place));
        characters.extend(text.chars().take(room.max(last)).enumerate().map(|(place, c)| (c, is_marked(place))));
        if parts.is_empty() && characters.len() > room {
            break;
        }
    }
    characters
}

/// Neighbouring characters of one kind as one piece.
fn groups(characters: impl Iterator<Item = (char, bool)>, base: ratatui::style::Style) -> Vec<Piece> {
    let mut groups: Vec<(String, bool)> = Vec::new();
    for (c, marked) in characters {
        match groups.last_mut().filter(|(_, last)| *last == marked) {
            Some((text, _)) => text.push(c),
            None => groups.push((c.to_string(), marked)),
        }
    }
    let style = |marked| if marked { base.patch(theme::PASSAGE) } else { base };
    groups.into_iter().map(|(text, marked)| run(text, style(marked))).collect()
}

/// The line under the cursor, as much of it as there is room for: from its beginning, or from shortly before the value.
fn panel(canvas: &mut Canvas<'_>, area: Rect, model: &Model, opened: &Opened<'_>) {
    let area = canvas.part(area);
    let (Some(line), false) = (opened.open.source.line(), area.height == 0) else { return };
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let remarks = narrative(opened).map(|said| said.remarks.as_slice()).unwrap_or_default();
    let remark = remarks.iter().find(|remark| remark.line == Some(line.number));
    let text = characters(opened, line, width * height);
    let value = text.iter().position(|(_, marked)| *marked).unwrap_or(0);
    let begin = if value > width * height / 2 { value - width / 2 } else { 0 };
    let mut rows = broken(canvas.measure, text.into_iter().skip(begin), width, height);
    if let Some(remark) = remark {
        let text = format!("{} {}", model.words().output.remark(), remark.text(model.words()));
        rows.truncate(height.saturating_sub(1));
        canvas.line(area, u16::try_from(rows.len()).unwrap_or(u16::MAX), &text, theme::WARNING);
    }
    for (row, characters) in (0..area.height).zip(rows) {
        canvas.pieces(area, row, groups(characters.into_iter(), theme::PLAIN));
    }
}

/// Characters in rows of a width, at most so many rows.
fn broken(
    measure: Measure,
    characters: impl Iterator<Item = (char, bool)>,
    width: usize,
    height: usize,
) -> Vec<Vec<(char, bool)>> {
    let mut rows: Vec<Vec<(char, bool)>> = vec![Vec::new()];
    let mut used = 0;
    for (c, marked) in characters {
        let cells = measure.cells(c.encode_utf8(&mut [0; 4]));
        if used + cells > width {
            if rows.len() >= height {
                break;
            }
            rows.push(Vec::new());
            used = 0;
        }
        used += cells;
        if let Some(row) = rows.last_mut() {
            row.push((c, marked));
        }
    }
    rows
}
