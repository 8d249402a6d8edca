//! One cell by itself: its full label, value, where it stood, the equations it takes part in, and its notes.

use ratatui::layout::Position;

use crate::check::{self, Jump, Jumps};
use crate::form::{Cell, Form};
use crate::journal::Target;
use crate::report::{Narrative, Value};
use crate::terminal::glyphs::SAFE;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, Opened, Story};
use crate::tui::{doubts, theme, together};
use crate::words::{Lang, SeeWords};

use super::paint::{Canvas, Piece, column, run};

/// Draws the cell under the cursor.
pub fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    let cell = opened.open.current_cell(opened.form)?;
    let lines = lines(model, &opened, cell, usize::from(regions.body.width));
    for (row, line) in (0..regions.body.height).zip(lines) {
        canvas.pieces(regions.body, row, line);
    }
    Some(Position { x: regions.body.x, y: regions.body.y })
}

pub fn lines(model: &Model, opened: &Opened<'_>, cell: Cell, width: usize) -> Vec<Vec<Piece>> {
    let words = &model.words().desk;
    let form = opened.form;
    let mut lines = vec![
        vec![run(full_name(form, cell, model.lang), theme::HEADING)],
        vec![run(form.id(cell), theme::DIM)],
        vec![run(value_text(opened.lean.cells.get(cell), model), theme::PLAIN)],
    ];
    lines.extend(last_year(model, opened, cell).map(|text| vec![run(text, theme::PLAIN)]));
    if let Story::Ready(narrative) = &opened.open.story {
        lines.extend(origin_text(narrative, form.id(cell), model).map(|text| vec![run(text, theme::PLAIN)]));
        let remarks = narrative.remarks.iter().filter(|remark| remark.cell.as_deref() == Some(form.id(cell)));
        lines.extend(remarks.map(|remark| vec![run(remark.text(model.words()), theme::WARNING)]));
    }
    let said = doubts::said_of_cell(cell, opened, model.review_of(opened.lean));
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
                (SAFE.no, check::message(opened.form, finding, &opened.lean.cells, model.lang), theme::BAD)
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
    let review = model.review_of(opened.lean);
    let findings = opened.open.outcome.findings.iter().filter(|finding| finding.cells.contains(&cell));
    let said = findings.filter_map(|finding| {
        let text = together::conflict_text(review, &finding.fingerprint.to_string(), model.words())?;
        Some(format!("{} {text}", finding.rule.id))
    });
    said.collect()
}

fn notes(model: &Model, opened: &Opened<'_>, cell: Cell) -> Vec<String> {
    let id = opened.form.id(cell);
    let notes = model.review_of(opened.lean).into_iter().flat_map(|review| review.notes());
    let here = notes.filter(|note| matches!(note.target(), Target::Cell(target) if **target == *id));
    here.map(|note| format!("{} {}: {}", note.act().at.local(), note.act().by, note.text())).collect()
}

/// The official wording: table, row with its ordinal, column.
pub fn full_name(form: &Form, cell: Cell, lang: Lang) -> String {
    let Some(spec) = form.spec(cell) else { return String::new() };
    let Some(table) = form.tables.get(spec.table) else { return String::new() };
    let row = table.rows.get(spec.row).map(|row| match lang {
        Lang::Zh => format!("{}{}", row.ordinal, row.label.zh),
        Lang::En => row.label.en.to_string(),
    });
    let group = table.rows.get(spec.row).and_then(|row| table.groups.get(row.group?));
    let group = group.map(|group| format!("{} ", lang.pick(&group.label.zh, &group.label.en)));
    let column = table.columns.get(spec.column).map(|column| lang.pick(&column.label.zh, &column.label.en));
    format!(
        "{} {}{} / {}",
        table.name(lang),
        group.unwrap_or_default(),
        row.unwrap_or_default(),
        column.unwrap_or_default()
    )
}

/// What stands in the cell, in words where it is no number.
pub fn value_text(value: Value<'_>, model: &Model) -> String {
    let words = &model.words().desk;
    match value {
        Value::Number(number) => words.value_number(number),
        Value::Raw(text) => words.value_raw(text),
        Value::Blank => words.value_blank().to_owned(),
        Value::Missing => words.value_missing().to_owned(),
    }
}

/// Last year's value of the cell, how much it has changed, and whether that is sudden; `None` where it is not known.
pub fn last_year(model: &Model, opened: &Opened<'_>, cell: Cell) -> Option<String> {
    let before = model.year_before(opened.lean);
    let before = before.lean()?;
    let last = before.cells.get(before.form.cell(opened.form.id(cell))?).number()?;
    let change = opened.lean.cells.get(cell).number()?.checked_sub(last)?;
    let words = &model.words().see;
    let change = match change.is_zero() {
        true => words.unchanged().to_owned(),
        false if change.is_negative() => change.to_string(),
        false => format!("+{change}"),
    };
    let text = words.year_cell(before.head.year, last, change);
    let jump = Jumps::of(model.profile).of_cell(opened.lean, before, cell);
    Some(match jump {
        Some(jump) => format!("{text} {}", jump_name(jump, words)),
        None => text,
    })
}

/// A sudden change in words.
pub fn jump_name(jump: Jump, words: &SeeWords) -> &'static str {
    match jump {
        Jump::More => words.jump_more(),
        Jump::Less => words.jump_less(),
        Jump::Gone => words.jump_gone(),
    }
}

/// What stands in the cell, for the grid. The four kinds look different.
pub fn short_value(value: Value<'_>, model: &Model) -> String {
    let words = &model.words().desk;
    match value {
        Value::Number(number) => number.to_string(),
        Value::Raw(text) => format!("\"{text}\""),
        Value::Blank => words.short_blank().to_owned(),
        Value::Missing => words.short_missing().to_owned(),
    }
}

/// Where the value stood in its document.
pub fn origin_text(narrative: &Narrative, id: &str, model: &Model) -> Option<String> {
    let origin = narrative.origins.get(id)?;
    let text = origin.text.as_deref().unwrap_or_default();
    Some(model.words().desk.origin(origin.line.unwrap_or(0), text))
}
