//! What can follow the keys pressed so far: a box above the footer.

use ratatui::layout::Rect;

use crate::tui::command::pending::{Choice, choices, title};
use crate::tui::layout::Regions;
use crate::tui::model::Model;
use crate::tui::theme;

use super::paint::{Canvas, column};
use super::popup::boxed;

/// Between columns.
const GAP: usize = 2;

/// Draws it, if keys were pressed that begin a command.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) {
    let choices = choices(model);
    if choices.is_empty() {
        return;
    }
    let keys = choices.iter().map(|choice| canvas.measure.cells(&choice.keys)).max().unwrap_or(0);
    let texts: Vec<String> = choices.iter().map(text).collect();
    let widest = texts.iter().map(|text| canvas.measure.cells(text)).max().unwrap_or(0) + keys + 2 * GAP;
    let room = usize::from(canvas.area().width.saturating_sub(2));
    let columns = (room / widest).max(1);
    let rows = choices.len().div_ceil(columns);
    let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2).min(regions.footer.y);
    let area = Rect { x: 0, y: regions.footer.y - height, width: canvas.area().width, height };
    let inner = boxed(canvas, area, &title(model));
    for (number, (choice, text)) in choices.iter().zip(texts).enumerate() {
        let (Ok(row), Ok(left)) = (u16::try_from(number % rows), u16::try_from(number / rows * widest)) else { return };
        let part = Rect { x: inner.x + left.min(inner.width), width: inner.width.saturating_sub(left), ..inner };
        let (key, words) = match choice.why_not {
            Some(_) => (theme::DIM, theme::DIM),
            None => (theme::KEY, theme::PLAIN),
        };
        let room = widest.min(usize::from(part.width)).saturating_sub(keys + GAP);
        canvas.pieces(part, row, [column(choice.keys.as_str(), keys + GAP, key), column(text, room, words)]);
    }
}

/// What a way on does, and why it does not work now.
fn text(choice: &Choice) -> String {
    match choice.why_not {
        Some(why) => format!("{} ({why})", choice.text),
        None => choice.text.clone(),
    }
}
