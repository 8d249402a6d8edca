//! One cell by itself: its full label, value, where it stood, the equations it takes part in, and its notes.

use ratatui::layout::Position;

use crate::check;
use crate::form::Cell;
use crate::journal::Target;
use crate::terminal::glyphs::SAFE;
use crate::tui::about::rule_name;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, NarrativeState, Opened};
use crate::tui::screen::cell::value::{full_name, last_year, origin_text, value_text};
use crate::tui::screen::doubts;
use crate::tui::view::paint::{Canvas, Piece, column, run};
use crate::tui::{theme, together};

/// Draws the cell under the cursor.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    let cell = opened.open.current_cell(opened.form)?;
    let lines = lines(model, &opened, cell, usize::from(regions.body.width));
    for (row, line) in (0..regions.body.height).zip(lines) {
        canvas.pieces(regions.body, row, line);
    }
    Some(Position { x: regions.body.x, y: regions.body.y })
}

pub(crate) fn lines(model: &Model, opened: &Opened<'_>, cell: Cell, width: usize) -> Vec<Vec<Piece>> {
    let words = &model.words().desk;
    let form = opened.form;
    let mut lines = vec![
        vec![run(full_name(form, cell, model.given.lang), theme::HEADING)],
        vec![run(value_text(opened.lean.cells.get(cell), model), theme::PLAIN)],
    ];
    lines.extend(last_year(model, opened, cell).map(|text| vec![run(text, theme::PLAIN)]));
    if let NarrativeState::Ready(narrative) = &opened.open.narrative {
        lines.extend(origin_text(narrative, form.id(cell), model).map(|text| vec![run(text, theme::PLAIN)]));
        let remarks = narrative.remarks.iter().filter(|remark| remark.cell.as_deref() == Some(form.id(cell)));
        lines.extend(remarks.map(|remark| vec![run(remark.text(model.words()), theme::WARNING)]));
    }
    let said = doubts::said_of_cell(cell, opened, model.review_of(opened.open.item));
    lines.extend(said.map(|said| vec![run(said.text(model.words()), theme::GOOD)]));
    lines.push(Vec::new());
    lines.push(vec![run(words.equations_of_cell(), theme::HEADING)]);
    lines.extend(equations(model, opened, cell, width));
    let notes = notes(model, opened, cell);
    lines.extend(conflicts(model, opened, cell).into_iter().map(|text| vec![run(text, theme::WARNING)]));
    if !notes.is_empty() {
        lines.push(Vec::new());
        lines.push(vec![run(words.notes_of_cell(), theme::HEADING)]);
        let wrapped = notes.iter().flat_map(|note| model.display.measure.wrap(note, width));
        lines.extend(wrapped.map(|text| vec![run(text, theme::PLAIN)]));
    }
    lines
}

fn equations(model: &Model, opened: &Opened<'_>, cell: Cell, width: usize) -> Vec<Vec<Piece>> {
    let words = &model.words().desk;
    let outcome = &opened.open.outcome;
    let mut lines = Vec::new();
    for equation in opened.form.equations_of(cell) {
        let finding = outcome.findings.iter().find(|finding| {
            finding
                .broken()
                .is_some_and(|broken| broken.equation.place == equation.place && finding.rule.id == equation.rule)
        });
        let unchecked = outcome.unchecked.iter().any(|entry| {
            entry.rule.id == equation.rule && entry.place.as_ref().is_none_or(|place| *place == equation.place)
        });
        let (sign, text, style) = match finding {
            Some(finding) => {
                (SAFE.no, check::message(opened.form, finding, &opened.lean.cells, model.given.lang), theme::BAD)
            }
            None if unchecked => ("?", words.equation_unchecked().to_owned(), theme::WARNING),
            None => (SAFE.yes, words.equation_holds().to_owned(), theme::GOOD),
        };
        let head = format!("{sign} {} ", equation.rule);
        let indent = model.display.measure.cells(&head);
        let wrapped = model.display.measure.wrap(&text, width.saturating_sub(indent).max(8));
        lines.extend(wrapped.into_iter().enumerate().map(|(index, text)| {
            let before = if index == 0 { run(head.as_str(), style) } else { column("", indent, style) };
            vec![before, run(text, theme::PLAIN)]
        }));
    }
    if lines.is_empty() {
        lines.push(vec![run(words.no_equations(), theme::DIM)]);
    }
    lines
}

/// Where reviewers disagree on a finding about the cell.
fn conflicts(model: &Model, opened: &Opened<'_>, cell: Cell) -> Vec<String> {
    let review = model.review_of(opened.open.item);
    let findings = opened.open.outcome.findings.iter().filter(|finding| finding.cells.contains(&cell));
    let said = findings.filter_map(|finding| {
        let text = together::conflict_text(review, &finding.fingerprint.to_string(), model.words())?;
        Some(format!("{} {text}", rule_name(model, finding.rule)))
    });
    said.collect()
}

fn notes(model: &Model, opened: &Opened<'_>, cell: Cell) -> Vec<String> {
    let id = opened.form.id(cell);
    let notes = model.review_of(opened.open.item).into_iter().flat_map(|review| review.notes());
    let here = notes.filter(|note| matches!(note.target(), Target::Cell(target) if **target == *id));
    here.map(|note| format!("{} {}: {}", note.act().at.local(), note.act().by, note.text())).collect()
}
