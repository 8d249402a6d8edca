//! What can be said of a doubtful reading, drawn and said.

use ratatui::layout::Position;

use crate::terminal::glyphs::SAFE;
use crate::tui::model::Model;
use crate::tui::screen::notes::target_name;
use crate::tui::view::paint::Canvas;
use crate::tui::view::popup::menu;

use super::Compare;

pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, compare: &Compare) -> Option<Position> {
    let words = &model.words().desk;
    let lines = (1..).zip(words.compare_choices()).map(|(number, choice)| format!("{number} {choice}")).collect();
    let target = model.opened().map(|opened| target_name(model, &opened, &compare.about.target)).unwrap_or_default();
    menu(canvas, &format!("{} {} {target}", words.compare_title(), SAFE.marker), lines, compare.cursor);
    None
}

/// The same in lines.
pub(crate) fn said(model: &Model, compare: &Compare) -> Vec<String> {
    let words = &model.words().desk;
    let choices = words.compare_choices().iter().enumerate().map(|(index, choice)| {
        let marker = if index == compare.cursor { ">" } else { " " };
        format!("{marker} {} {choice}", index + 1)
    });
    std::iter::once(words.compare_title().to_owned()).chain(choices).collect()
}
