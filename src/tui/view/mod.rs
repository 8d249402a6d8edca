//! From a state to a screen. Pure: changes nothing, asks nothing.

mod agencies;
mod beside;
mod cell;
mod chrome;
mod doubts;
mod equation;
mod findings;
mod grid;
mod notes;
pub(super) mod paint;
mod pending;
pub(super) mod popup;
mod preview;
mod signs;
mod source;
mod table;
mod tabs;
mod text;
mod versions;
mod years;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::hit::Hit;
use super::layout::{self, SMALLEST};
use super::model::{Model, Screen};
use super::{overlay, theme};
use paint::Canvas;

pub use cell::{jump_name, short_value};
pub use chrome::cell_line;

/// Draws the desk; returns where the terminal's own cursor belongs.
pub fn draw(buffer: &mut Buffer, model: &Model) -> Option<Position> {
    let cursor = paint(&mut Canvas::new(buffer, model.display.measure), model);
    theme::dress(buffer, &model.display);
    cursor
}

/// What a mouse points at: the screen is drawn once more, where nobody sees it.
#[must_use]
pub fn hit(model: &Model, place: Position) -> Option<Hit> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, model.size.width, model.size.height));
    let mut canvas = Canvas::new(&mut buffer, model.display.measure);
    paint(&mut canvas, model);
    canvas.hit_at(place)
}

fn paint(canvas: &mut Canvas<'_>, model: &Model) -> Option<Position> {
    if model.size.width < SMALLEST.width || model.size.height < SMALLEST.height {
        return too_small(canvas, model);
    }
    let regions = layout::regions(model);
    chrome::top(canvas, regions.top, model);
    chrome::tabs(canvas, regions.tabs, model);
    let cursor = match model.open.as_ref() {
        None => agencies::draw(canvas, &regions, model),
        Some(open) => match open.screen {
            Screen::Agencies => None,
            Screen::Cell => cell::draw(canvas, &regions, model),
            Screen::Findings => findings::draw(canvas, &regions, model),
            Screen::Table => table::draw(canvas, &regions, model, open.tables.shown),
            Screen::Text => text::draw(canvas, &regions, model),
            Screen::Notes => notes::draw(canvas, &regions, model),
            Screen::Source => source::draw(canvas, &regions, model),
            Screen::Doubts => doubts::draw(canvas, &regions, model),
            Screen::Years => years::draw(canvas, &regions, model),
            Screen::Versions => versions::draw(canvas, &regions, model),
        },
    };
    chrome::footer(canvas, regions.footer, model);
    let prompt = chrome::peek(canvas, regions.peek, model);
    pending::draw(canvas, &regions, model);
    overlay::draw(canvas, model).or(prompt).or(cursor)
}

fn too_small(canvas: &mut Canvas<'_>, model: &Model) -> Option<Position> {
    let size = model.size;
    let text = model.words().desk.too_small(size.width, size.height, SMALLEST.width, SMALLEST.height);
    let area = canvas.area();
    for (row, line) in (0_u16..).zip(canvas.measure.wrap(&text, usize::from(area.width))) {
        canvas.line(area, row, &line, theme::PLAIN);
    }
    None
}

#[cfg(test)]
mod tests;
