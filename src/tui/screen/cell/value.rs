//! The value of a cell in words and signs, and what is known of it.

use crate::check::{self, Jump, Jumps};
use crate::form::{Cell, Form};
use crate::report::{Narrative, Value};
use crate::terminal::glyphs::SAFE;
use crate::tui::model::{Model, NarrativeState, Opened};
use crate::tui::screen::doubts;
use crate::words::{Lang, SeeWords};

/// The official wording: table, row with its ordinal, column.
#[must_use]
pub(crate) fn full_name(form: &Form, cell: Cell, lang: Lang) -> String {
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
#[must_use]
pub(crate) fn value_text(value: Value<'_>, model: &Model) -> String {
    let words = &model.words().desk;
    match value {
        Value::Number(number) => words.value_number(number),
        Value::Raw(text) => words.value_raw(text),
        Value::Blank => words.value_blank().to_owned(),
        Value::Missing => words.value_missing().to_owned(),
    }
}

/// Last year's value of the cell, how much it has changed, and whether that is sudden; `None` where it is not known.
#[must_use]
pub(crate) fn last_year(model: &Model, opened: &Opened<'_>, cell: Cell) -> Option<String> {
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
    let jump = Jumps::of(model.given.basis.profile).of_cell(opened.lean, before, cell);
    Some(match jump {
        Some(jump) => format!("{text} {}", jump_name(jump, words)),
        None => text,
    })
}

/// A sudden change in words.
#[must_use]
pub(crate) fn jump_name(jump: Jump, words: &SeeWords) -> &'static str {
    match jump {
        Jump::More => words.jump_more(),
        Jump::Less => words.jump_less(),
        Jump::Gone => words.jump_gone(),
    }
}

/// What stands in the cell, for the grid. The four kinds look different.
#[must_use]
pub(crate) fn short_value(value: Value<'_>, model: &Model) -> String {
    let words = &model.words().desk;
    match value {
        Value::Number(number) => number.to_string(),
        Value::Raw(text) => format!("\"{text}\""),
        Value::Blank => words.short_blank().to_owned(),
        Value::Missing => words.short_missing().to_owned(),
    }
}

/// Where the value stood in its document.
#[must_use]
pub(crate) fn origin_text(narrative: &Narrative, id: &str, model: &Model) -> Option<String> {
    let origin = narrative.origins.get(id)?;
    let text = origin.text.as_deref().unwrap_or_default();
    Some(model.words().desk.origin(origin.line.unwrap_or(0), text))
}

/// The sign of a jump, behind its value.
#[must_use]
pub(crate) fn jump_sign(jump: Jump) -> &'static str {
    match jump {
        Jump::More => SAFE.more,
        Jump::Less | Jump::Gone => SAFE.less,
    }
}

/// Label, value, original text and number of equations of a cell in one line.
#[must_use]
pub(crate) fn line(model: &Model, opened: &Opened<'_>, cell: Cell) -> String {
    format!("{}  {}", full_name(opened.form, cell, model.given.lang), facts(model, opened, cell))
}

/// The same without the label.
fn facts(model: &Model, opened: &Opened<'_>, cell: Cell) -> String {
    let mut parts = vec![value_text(opened.lean.cells.get(cell), model)];
    parts.extend(last_year(model, opened, cell));
    let said = doubts::said_of_cell(cell, opened, model.review_of(opened.open.item));
    parts.extend(said.map(|said| said.text(model.words())));
    if let NarrativeState::Ready(narrative) = &opened.open.narrative {
        parts.extend(origin_text(narrative, opened.form.id(cell), model));
    }
    let equations = opened.form.equations_of(cell).count();
    parts.extend((equations > 0).then(|| model.words().desk.in_equations(equations)));
    parts.join("  ")
}

/// The same in so many terminal cells: the official wording is long, and where it pushes anything out, the cell has its
/// short name.
#[must_use]
pub(crate) fn peek(model: &Model, opened: &Opened<'_>, cell: Cell, room: usize) -> String {
    let whole = line(model, opened, cell);
    if model.display.measure.cells(&whole) <= room {
        return whole;
    }
    format!("{}  {}", check::cell_name(opened.form, cell, model.given.lang), facts(model, opened, cell))
}
