//! The text of the report's sections.

use ratatui::layout::Position;

use crate::check::Finding;
use crate::terminal::glyphs::SAFE;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, Open, Story};
use crate::tui::prose::ProseLine;
use crate::tui::{prose, theme};

use super::equation;
use super::paint::{Canvas, column, run};

/// Draws the text from the first line shown on.
pub fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let open = model.open.as_ref()?;
    let lines = prose::lines(model, usize::from(regions.body.width));
    if lines.is_empty() {
        let words = &model.words().desk;
        let text = match &open.story {
            Story::Pending => words.text_pending,
            Story::Failed(why) => why,
            Story::Ready(_) => words.no_text,
        };
        canvas.line(regions.body, 0, text, theme::DIM);
    }
    let mut cursor = None;
    let shown = lines.into_iter().enumerate().skip(open.text.offset);
    for (row, (index, line)) in (0..regions.body.height).zip(shown) {
        let here = index == open.text.cursor;
        if here {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
        let style = if line.heading { theme::HEADING } else { theme::PLAIN };
        let marker = column(if here { SAFE.marker } else { "" }, 2, theme::CURSOR);
        let ranges = ranges(open, &line);
        let pieces = line.pieces(&ranges).into_iter().map(|(text, marked)| match marked {
            true => run(text, style.patch(theme::PASSAGE)),
            false => run(text, style),
        });
        canvas.pieces(regions.body, row, std::iter::once(marker).chain(pieces));
    }
    if let Some(opened) = model.opened() {
        equation::panel(canvas, regions.panel, model, &opened, open.finding().filter(|_| open.marked));
    }
    cursor
}

/// The passages of the current finding in the section of a line.
fn ranges(open: &Open, line: &ProseLine) -> Vec<(usize, usize)> {
    let evidence = open.finding().filter(|_| open.marked).map(Finding::evidence).unwrap_or_default();
    let here = evidence.iter().filter(|passage| passage.report.is_none() && passage.section == line.section);
    here.map(|passage| (passage.start, passage.end)).collect()
}
