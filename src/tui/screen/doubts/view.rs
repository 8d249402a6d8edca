//! The reading doubts of a report, with what reviewers found; below, the one under the cursor whole.

use ratatui::layout::Position;

use crate::check;
use crate::journal::ReportReview;
use crate::report::Remark;
use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, NarrativeState, Opened};
use crate::tui::screen::cell::value;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, Piece, column, run};

use super::{folded, remarks as doubts};

pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    let review = model.review_of(opened.open.item);
    let remarks = doubts::remarks(model);
    if remarks.is_empty() {
        let words = &model.words().desk;
        let text = match &opened.open.narrative {
            NarrativeState::Pending => words.text_pending(),
            NarrativeState::Failed(why) => why,
            NarrativeState::Ready(_) => words.no_doubts(),
        };
        canvas.line(regions.body, 0, text, theme::DIM);
    }
    let window = opened.open.doubts;
    let mut cursor = None;
    let shown = folded::shown(model).into_iter().filter(|at| *at >= window.offset);
    let shown = shown.filter_map(|at| Some((at, remarks.get(at)?)));
    for (row, (index, remark)) in (0..regions.body.height).zip(shown) {
        let here = index == window.cursor;
        if here {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
        canvas.hit(regions.body, row, Hit::Line(index));
        canvas.pieces(regions.body, row, line(model, &opened, review, remark, here));
    }
    let panel = canvas.part(regions.panel);
    for (row, text) in (0..panel.height).zip(details_here(model, usize::from(panel.width))) {
        canvas.line(panel, row, &text, theme::PLAIN);
    }
    cursor
}

fn line(
    model: &Model,
    opened: &Opened<'_>,
    review: Option<ReportReview<'_>>,
    remark: &Remark,
    here: bool,
) -> Vec<Piece> {
    let base = if here { theme::CURSOR } else { theme::PLAIN };
    let said = doubts::said(remark, opened, review);
    let sign = said.map_or(doubts::OPEN, |said| said.sign());
    let style = if said.is_some_and(|said| !said.stale) { theme::GOOD } else { theme::WARNING };
    let mut pieces = vec![column(if here { SAFE.marker } else { "" }, 2, base), column(sign, 2, style)];
    if let Some(said) = said {
        pieces.push(run(format!("{}  ", said.text(model.words())), style));
    }
    pieces.push(run(place(model, remark), theme::DIM));
    if let Some(name) = name(model, opened, remark) {
        pieces.push(run(format!("{name}  "), base));
    }
    if remark.again {
        // The cause is said above, of the first cell; here is another one, or another place.
        pieces.insert(2, column("", 2, base));
        pieces.extend(remark.cell.is_none().then(|| run(remark.text(model.words()), base)));
        return pieces;
    }
    if let Some(cells) = doubts::cells_of(model, remark).filter(|cells| *cells > 1) {
        let words = &model.words().desk;
        let said = match doubts::compared_of(model, opened, remark) {
            0 => words.doubt_cells(cells),
            compared => words.doubt_cells_compared(cells, compared),
        };
        pieces.push(run(format!("{said}  "), theme::DIM));
    }
    pieces.push(run(remark.text(model.words()), base));
    pieces
}

/// Where the document leaves the doubt: `第 97 行：`.
fn place(model: &Model, remark: &Remark) -> String {
    let words = &model.words().desk;
    let page = remark.page.map(|page| format!("{} ", words.page(page)));
    let line = remark.line.map(|line| words.remark_line(line));
    format!("{}{}", page.unwrap_or_default(), line.unwrap_or_default())
}

/// The cell's name; its id where the form has no such cell.
fn name(model: &Model, opened: &Opened<'_>, remark: &Remark) -> Option<String> {
    let id = remark.cell.as_ref()?;
    let name = doubts::cell(remark, opened).map(|cell| check::cell_name(opened.form, cell, model.given.lang));
    Some(name.unwrap_or_else(|| id.to_string()))
}

fn details(model: &Model, opened: &Opened<'_>, review: Option<ReportReview<'_>>, remark: &Remark) -> Vec<String> {
    let mut lines = vec![format!("{}{}", place(model, remark), remark.text(model.words()))];
    if let Some(cell) = doubts::cell(remark, opened) {
        let value = value::value_text(opened.lean.cells.get(cell), model);
        lines.push(format!("{}  {value}", value::full_name(opened.form, cell, model.given.lang)));
        if let NarrativeState::Ready(narrative) = &opened.open.narrative {
            lines.extend(value::origin_text(narrative, opened.form.id(cell), model));
        }
    }
    lines.extend(doubts::said(remark, opened, review).map(|said| said.text(model.words())));
    lines
}

/// What is to be said of the doubt under the cursor, in lines.
pub(super) fn details_here(model: &Model, width: usize) -> Vec<String> {
    let (Some(opened), Some(remark)) = (model.opened(), doubts::current(model)) else { return Vec::new() };
    let lines = details(model, &opened, model.review_of(opened.open.item), remark);
    lines.iter().flat_map(|line| model.display.measure.wrap(line, width)).collect()
}
