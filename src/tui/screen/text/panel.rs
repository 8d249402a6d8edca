//! Copied passages in the panel below the text, side by side.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::check::Finding;
use crate::terminal::glyphs::SAFE;
use crate::tui::model::{Model, Opened};
use crate::tui::theme;
use crate::tui::view::equation;
use crate::tui::view::paint::{Canvas, Piece, run};

use super::beside::{self, BesideRow, GAP, Role, Run};

/// Draws the finding, and its passages from the first line shown on.
pub(crate) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model, opened: &Opened<'_>, finding: &Finding) {
    let rows = beside::rows(model, opened, usize::from(area.width));
    canvas.rule(area, theme::DIM);
    canvas.pieces(area, 1, equation::heading(model, opened, finding));
    let height = usize::from(area.height.saturating_sub(2));
    let first = opened.open.text.scroll;
    let (left, right) = columns(area);
    for (row, line) in (2..area.height).zip(rows.iter().skip(first)) {
        match line {
            BesideRow::Whole(line) => canvas.pieces(area, row, pieces(line)),
            BesideRow::Pair(own, other) => {
                canvas.pieces(left, row, pieces(own));
                let between = Rect { x: left.right(), width: area.right().saturating_sub(left.right()), ..area };
                canvas.line(between, row, " | ", theme::DIM);
                canvas.pieces(right, row, pieces(other));
            }
        }
    }
    if first + height < rows.len() {
        // There is more below.
        canvas.right(area, area.height.saturating_sub(1), SAFE.cut, theme::KEY);
    }
}

fn columns(area: Rect) -> (Rect, Rect) {
    let Some(width) = beside::column(usize::from(area.width)) else { return (area, area) };
    let width = u16::try_from(width).unwrap_or(area.width);
    let gap = u16::try_from(GAP).unwrap_or_default();
    (Rect { width, ..area }, Rect { x: area.x + width + gap, width, ..area })
}

fn pieces(line: &[Run]) -> impl Iterator<Item = Piece> {
    line.iter().map(|(text, role)| run(text.as_str(), style(*role)))
}

fn style(role: Role) -> Style {
    match role {
        Role::Heading => theme::HEADING,
        Role::Plain => theme::PLAIN,
        Role::Shared => theme::PASSAGE,
    }
}
