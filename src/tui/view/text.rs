//! The text of the report's sections.

use ratatui::layout::Position;

use crate::terminal::glyphs::SAFE;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, Story};
use crate::tui::{prose, theme};

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
        canvas.pieces(regions.body, row, [marker, run(line.text, style)]);
    }
    cursor
}
