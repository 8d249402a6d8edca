//! The help, drawn and said.

use ratatui::layout::{Position, Rect};

use crate::terminal::glyphs::SAFE;
use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, column, run};
use crate::tui::view::popup::{cells, popup};

use super::Help;
use super::lines::{self, HelpLine};

/// Draws the help; while something is searched for in it, what stays of it and the search on its last line.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, help: &Help) -> Option<Position> {
    let width = lines::width(model.size);
    let height = lines::height(model.size);
    let inner = popup(canvas, width, height, model.words().desk.help_title());
    let lines = lines::found(model, &help.query).into_iter().enumerate().skip(help.window.offset);
    for (row, (index, line)) in (0..inner.height).zip(lines) {
        let here = index == help.window.cursor && !help.typing;
        match line {
            HelpLine::Heading(text) => canvas.line(inner, row, text, theme::HEADING),
            HelpLine::Command(keys, text) => {
                let marker = column(if here { SAFE.marker } else { "" }, 2, theme::PLAIN);
                let style = if here { theme::CURSOR } else { theme::PLAIN };
                canvas.pieces(inner, row, [marker, column(keys, 22, theme::KEY), run(text, style)]);
            }
            HelpLine::Text(text) => canvas.line(inner, row, &text, theme::PLAIN),
            HelpLine::Space => {}
        }
    }
    if !help.typing && help.query.is_empty() {
        return None;
    }
    // On the lower border, so that no line is hidden.
    let search = Rect { x: inner.x, y: inner.bottom(), width: inner.width, height: 1 };
    let text = format!("/{}", help.query);
    canvas.line(search, 0, &format!("{text} "), theme::HEADING);
    let x = cells(canvas, &text).min(search.width.saturating_sub(1));
    help.typing.then_some(Position { x: search.x + x, y: search.y })
}

/// The same in lines.
pub(crate) fn said(model: &Model, help: &Help) -> Vec<String> {
    let line = |line| match line {
        HelpLine::Heading(text) => format!("# {text}"),
        HelpLine::Command(keys, text) => format!("{keys}: {text}"),
        HelpLine::Text(text) => text,
        HelpLine::Space => String::new(),
    };
    lines::found(model, &help.query).into_iter().map(line).collect()
}
