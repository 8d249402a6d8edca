//! A list to choose from, drawn and said: a line to search in, and below it what was found.

use ratatui::layout::{Position, Rect};

use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, column, run};
use crate::tui::view::popup::{cells, popup};

use super::{PickLine, Picker};

/// Draws it; returns the cursor in what is searched for.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, picker: &Picker) -> Option<Position> {
    let (title, hint) = picker.pick.texts(model.words());
    let screen = canvas.area();
    // On a small screen it needs all the room there is.
    let room = |whole: u16, small: u16| whole.saturating_sub(if whole < small { 2 } else { 6 });
    let size = (room(screen.width, 60).min(96), room(screen.height, 12).min(28));
    let inner = popup(canvas, size.0, size.1, title);
    let query = format!("/{}", picker.query);
    canvas.line(inner, 0, &query, theme::PLAIN);
    let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
    let mut window = picker.window;
    let found = picker.found();
    window.settle(found.len(), usize::from(list.height));
    for (row, (index, (_, line))) in (0..list.height).zip(found.into_iter().enumerate().skip(window.offset)) {
        canvas.hit(list, row, Hit::Choice(index));
        pick_line(canvas, list, row, (line, index == window.cursor));
    }
    canvas.line(Rect { y: list.bottom(), height: inner.height.min(1), ..inner }, 0, hint, theme::DIM);
    let x = cells(canvas, &query).min(inner.width.saturating_sub(1));
    Some(Position { x: inner.x + x, y: inner.y })
}

fn pick_line(canvas: &mut Canvas<'_>, list: Rect, row: u16, (line, here): (&PickLine, bool)) {
    let style = match line.why_not {
        Some(_) => theme::DIM,
        None if here => theme::CURSOR,
        None => line.tone.map_or(theme::PLAIN, theme::tone),
    };
    // What cannot be chosen says why, and not by its colour alone.
    let text = match &line.why_not {
        Some(why) => format!("{}  ({why})", line.text),
        None => line.text.clone(),
    };
    let set = match line.set {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let taken = 2 + set.len() + canvas.measure.cells(&line.right) + 1;
    let room = usize::from(list.width).saturating_sub(taken);
    let marker = column(if here { SAFE.marker } else { "" }, 2, style);
    let right = run(format!(" {}", line.right), theme::DIM);
    canvas.pieces(list, row, [marker, run(set, style), column(text, room, style), right]);
}

/// The line under the cursor.
pub(crate) fn said(model: &Model, picker: &Picker) -> Vec<String> {
    let (title, _) = picker.pick.texts(model.words());
    let line = picker.current().map(|(_, line)| {
        let set = line.set.map_or("", |set| if set { "[x] " } else { "[ ] " });
        let why = line.why_not.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
        format!("> {set}{}{why} {}", line.text, line.right)
    });
    [Some(title.to_owned()), line].into_iter().flatten().collect()
}
