//! From a state to a screen. Pure: changes nothing, asks nothing.

mod chrome;
pub(super) mod equation;
mod found;
pub(super) mod grid;
pub(super) mod paint;
mod pending;
pub(super) mod popup;
pub(super) mod signs;
mod tabs;

use paint::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::hit::Hit;
use super::layout::{self, SMALLEST};
use super::model::Model;
use super::{overlay, screen, theme};

/// Draws the desk; returns where the terminal's own cursor belongs.
pub(crate) fn draw(buffer: &mut Buffer, model: &Model) -> Option<Position> {
    let cursor = paint(&mut Canvas::new(buffer, model.display.measure), model);
    theme::dress(buffer, &model.display);
    cursor
}

/// What a mouse points at: the screen is drawn once more, where nobody sees it.
#[must_use]
pub(crate) fn hit(model: &Model, place: Position) -> Option<Hit> {
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
    let cursor = screen::of(model.screen()).draw(canvas, &regions, model);
    found::mark(canvas, regions.body, model);
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
