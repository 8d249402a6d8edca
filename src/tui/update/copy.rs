//! What copying takes: the thing under the cursor, in words that can be pasted into a letter.

use crate::check;
use crate::tui::model::{Model, Screen, Story};
use crate::tui::{doubts, notes, versions};

use super::years;

/// The text of what is under the cursor; `None` where there is nothing.
pub(crate) fn copy(model: &Model) -> Option<String> {
    let Some(opened) = model.opened() else {
        let item = model.library.get(model.list.current()?)?;
        return Some(format!("{}\t{}\t{}", item.name(), item.year(), item.id));
    };
    let (form, cells) = (opened.form, &opened.lean.cells);
    match model.screen() {
        Screen::Agencies => None,
        Screen::Findings => Some(check::message(form, opened.open.finding()?, cells, model.lang)),
        Screen::Table | Screen::Cell => {
            let cell = opened.open.current_cell(form)?;
            let value = cells.get(cell).number().map(|number| number.to_string());
            Some(format!("{}\t{}", check::cell_name(form, cell, model.lang), value.unwrap_or_default()))
        }
        Screen::Text => {
            let Story::Ready(narrative) = &opened.open.story else { return None };
            let number = super::review::current_section(model)?;
            let section = narrative.sections.iter().find(|section| u32::from(section.number) == number)?;
            Some(format!("{}\n{}", section.heading, section.text))
        }
        Screen::Source => {
            let fields: Vec<&str> = opened.open.source.line()?.fields.iter().map(|field| field.as_str()).collect();
            Some(fields.join("\t"))
        }
        Screen::Doubts => doubts::current(model).map(|remark| remark.text(model.words())),
        Screen::Years => years::row_text(model),
        Screen::Versions => versions::current(model).map(|entry| versions::text(model, &entry)),
        Screen::Notes => notes::current(model).map(|entry| entry.text().to_owned()),
    }
}
