//! What the words of the field are about.

use crate::tui::act::begun;
use crate::tui::model::{Model, Subject};

use super::{Editor, Purpose};

/// The item of the field is not the report any more that the words were begun on: says so.
pub(crate) fn moved(model: &Model, editor: &Editor) -> Option<String> {
    if !matches!(editor.purpose, Purpose::Note(_) | Purpose::Reason(_) | Purpose::Reading { .. }) {
        return None;
    }
    let subject = Subject { item: editor.item?, report: editor.report.clone()? };
    let words = &model.words().desk;
    let (report, now) = begun::moved(model, &subject)?;
    Some(match now {
        Some(now) => words.report_is_another(report, now),
        None => words.report_is_gone(report),
    })
}

/// What the words of the field are about: the report that they were begun on.
pub(crate) fn subject(model: &Model, editor: &Editor) -> Option<Subject> {
    match (moved(model, editor), editor.item, &editor.report) {
        (Some(_), Some(item), Some(report)) => Some(Subject { item, report: report.clone() }),
        _ => model.subject(editor.item),
    }
}
