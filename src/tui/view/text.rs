//! The text of the report's sections.

use std::ops::Range;

use ratatui::layout::Position;
use ratatui::style::Style;

use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, Open, Story};
use crate::tui::prose::ProseLine;
use crate::tui::{prose, theme};

use super::paint::{Canvas, column, run};
use super::{beside, equation};

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
        let pieces = line.pieces(&marks(open, &line)).into_iter().map(|(text, mark)| match mark {
            Some(mark) => run(text, style.patch(mark)),
            None => run(text, style),
        });
        canvas.hit(regions.body, row, Hit::Line(index));
        canvas.pieces(regions.body, row, std::iter::once(marker).chain(pieces));
    }
    if let Some(opened) = model.opened() {
        match open.copied() {
            Some(finding) => beside::panel(canvas, regions.panel, model, &opened, finding),
            None => equation::panel(canvas, regions.panel, model, &opened, open.finding().filter(|_| open.marked)),
        }
    }
    cursor
}

/// What is marked of a line: the passages of the current finding, then the numbers that the tables say too.
fn marks(open: &Open, line: &ProseLine) -> Vec<(Range<usize>, Style)> {
    let Some((section, span)) = line.span() else { return Vec::new() };
    let here = open.passages().filter(|passage| passage.section == section);
    let passages = here.map(|passage| (passage.start..passage.end, theme::PASSAGE));
    let ties = open.ties_in(section, &span).map(|tie| (tie.claim.start..tie.claim.end, theme::CLAIM));
    passages.chain(ties).collect()
}
