//! Templates for notes: the office's own and those that ship, with what can be filled in where the note is written.

use std::fmt::Display;

use crate::check::{self, Finding, PLACEHOLDERS};
use crate::form::Cell;
use crate::journal::Target;
use crate::tui::model::{ItemId, Model};
use crate::tui::overlay::due::date;
use crate::tui::overlay::picker::Ready;
use crate::tui::screen::cell::value;
use crate::words::fill;

use super::{Editor, Purpose};

/// All templates for a note on this: the office's own first.
#[must_use]
pub(crate) fn ready(model: &Model, item: Option<ItemId>, target: &Target) -> Vec<Ready> {
    let values = values(model, item, target);
    let own =
        model.given.basis.profile.templates().iter().map(|template| (template.name.as_str(), template.text.as_str()));
    let shipped = model.words().act.templates().iter().copied();
    own.chain(shipped).map(|(name, text)| filled(name, text, &values)).collect()
}

fn filled(name: &str, text: &str, values: &[(&'static str, String)]) -> Ready {
    let asks = |name: &&&str| text.contains(&format!("{{{name}}}"));
    let gap = PLACEHOLDERS.iter().filter(asks).find(|asked| !values.iter().any(|(known, _)| known == *asked)).copied();
    let values: Vec<(&str, &dyn Display)> = values.iter().map(|(name, value)| (*name, value as &dyn Display)).collect();
    Ready { name: name.to_owned(), text: fill(text, &values), gap }
}

/// What the note being written is on; `None` where no template can help.
#[must_use]
pub(crate) fn target_of(editor: &Editor) -> Option<Target> {
    match &editor.purpose {
        Purpose::Note(target) => Some(target.clone()),
        Purpose::Edit(of) | Purpose::Draft(of) => Some(of.target.clone()),
        Purpose::Reason(_) | Purpose::ReasonAll(_) | Purpose::NoteAll | Purpose::Reading { .. } => None,
    }
}

/// What is known where the note is written.
fn values(model: &Model, item: Option<ItemId>, target: &Target) -> Vec<(&'static str, String)> {
    let Some(sheet) = item.and_then(|item| model.library.sheet(item)) else { return Vec::new() };
    let lean = &sheet.lean;
    let mut values = vec![("agency", lean.head.agency.name.to_string()), ("year", lean.head.year.to_string())];
    let mark = item.and_then(|item| model.journal.marks.get(item)).unwrap_or_default();
    values.extend(mark.due.or_else(|| date::usual_due(model)).map(|due| ("due", due.to_string())));
    let open = model.open.as_ref().filter(|open| Some(open.item) == item);
    let cell = match target {
        Target::Cell(id) => lean.form.cell(id),
        _ => None,
    };
    let finding = open.and_then(|open| match target {
        Target::Finding(name) => open.all_findings().find(|finding| finding.fingerprint.to_string() == **name),
        _ => open.marked_finding().filter(|finding| cell.is_some_and(|cell| finding.cells.contains(&cell))),
    });
    if let Some(cell) = cell.or_else(|| finding.and_then(of_finding)) {
        values.push(("cell", check::cell_name(lean.form, cell, model.given.lang)));
        values.push(("value", value::short_value(lean.cells.get(cell), model)));
    }
    if let Some(finding) = finding {
        values.push(("rule", format!("{} {}", finding.rule.id, finding.rule.name(model.given.lang))));
        values.extend(finding.sides().map(|(left, _)| ("left", left.to_string())));
        values.extend(finding.sides().map(|(_, right)| ("right", right.to_string())));
        let difference = finding.sides().and_then(|(left, right)| left.checked_sub(right));
        values.extend(difference.map(|difference| ("difference", difference.to_string())));
    }
    values
}

/// The cell that stands for a finding: the first of its left side.
fn of_finding(finding: &Finding) -> Option<Cell> {
    finding.cells.first().copied()
}
