//! What changed since the version before: group by group, with how many each has; below, the line under the cursor whole.

use ratatui::layout::Position;

use crate::terminal::glyphs::SAFE;
use crate::tui::layout::Regions;
use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, column, run};

use super::changes::{self as versions, Group};

pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    canvas.line(regions.head, 0, &versions::heading(model), theme::HEADER);
    let groups = versions::groups(model);
    let here = opened.open.versions.window.cursor;
    let mut lines: Vec<(Option<usize>, String)> = Vec::new();
    let mut number = 0;
    for (group, entries) in &groups {
        lines.push((None, heading(model, *group, entries.len())));
        lines.extend((number..).zip(entries).map(|(number, entry)| (Some(number), versions::text(model, entry))));
        number += entries.len();
    }
    // The line under the cursor is the last one shown, until the list fits.
    let last = lines.iter().position(|(number, _)| *number == Some(here)).unwrap_or(0) + 1;
    let first = last.saturating_sub(usize::from(regions.body.height));
    let mut cursor = None;
    for (row, (number, text)) in (0..regions.body.height).zip(lines.iter().skip(first)) {
        let under_cursor = *number == Some(here);
        let style = match number {
            None => theme::HEADING,
            Some(_) if under_cursor => theme::CURSOR,
            Some(_) => theme::PLAIN,
        };
        let marker = if under_cursor { SAFE.marker } else { "" };
        let indent = number.map(|_| column(marker, 2, style));
        canvas.pieces(regions.body, row, indent.into_iter().chain([run(text.as_str(), style)]));
        if under_cursor {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
    }
    canvas.rule(regions.panel, theme::DIM);
    let current = lines.iter().find(|(number, _)| *number == Some(here)).map(|(_, text)| text.as_str());
    let whole = canvas.measure.wrap(current.unwrap_or_default(), usize::from(regions.panel.width));
    for (row, line) in (1..regions.panel.height).zip(whole) {
        canvas.line(regions.panel, row, &line, theme::PLAIN);
    }
    cursor
}

fn heading(model: &Model, group: Group, count: usize) -> String {
    let words = model.words();
    words.act.group(group.name(words), count)
}
