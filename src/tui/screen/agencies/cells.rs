//! What the columns of the list say of a report. The head says what a number counts.

use std::borrow::Cow;

use crate::report::SafeText;
use crate::tui::lines::Lines;
use crate::tui::model::{ItemId, ListColumn, Model, Sheet};
use crate::tui::rounds;

/// The text of one column; nothing where there is nothing to count.
pub(super) fn text(model: &Model, item: ItemId, sheet: &Sheet, column: ListColumn) -> String {
    let mark = model.journal.marks.get(item).unwrap_or_default();
    let head = &sheet.lean.head;
    let count = |count: u32| if count > 0 { count.to_string() } else { String::new() };
    // `3/25` where some of all were dealt with.
    let of = |done: u32, all: u32| if all > 0 { format!("{done}/{all}") } else { String::new() };
    match column {
        ListColumn::Year => head.year.to_string(),
        ListColumn::Errors => count(sheet.counts.error),
        ListColumn::Warnings => count(sheet.counts.warning),
        ListColumn::Hints => count(sheet.counts.info),
        ListColumn::Progress => of(mark.decided, sheet.counts.to_decide()),
        ListColumn::Doubts if mark.compared > 0 => of(mark.compared.min(sheet.lean.remarks), sheet.lean.remarks),
        ListColumn::Doubts => count(sheet.lean.remarks),
        ListColumn::Notes => count(mark.notes),
        ListColumn::Due => mark.due.map(|due| due.to_string()).unwrap_or_default(),
        ListColumn::Assignee => {
            model.journal.marks.assignee(item).map(|name| name.name().to_string()).unwrap_or_default()
        }
        ListColumn::Region => {
            let region: Vec<Cow<'_, str>> = head.agency.region.iter().map(SafeText::name).collect();
            region.join(" ")
        }
        ListColumn::File => model.library.get(item).map(|item| item.id.name().to_string()).unwrap_or_default(),
    }
}

/// The lines of some agencies with the columns that are chosen; of a file that could not be read, why not.
pub(super) fn lines(model: &Model, items: impl Iterator<Item = ItemId>) -> Lines {
    let words = model.words();
    let columns = model.list.columns.shown(model.list.hints);
    let heads = columns.iter().map(|column| column.head(words).to_owned());
    let head = [words.desk.column_status(), words.desk.column_agency()].map(str::to_owned);
    let row = |item: ItemId| -> Option<Vec<String>> {
        let entry = model.library.get(item)?;
        let mark = model.journal.marks.get(item).unwrap_or_default();
        let status = rounds::status_text(words, mark, model.journal.marks.today);
        Some(match &entry.body {
            Ok(sheet) => {
                let cells = columns.iter().map(|column| text(model, item, sheet, *column));
                [status, sheet.lean.head.agency.name.name().to_string()].into_iter().chain(cells).collect()
            }
            Err(why) => vec![words.desk.unreadable().to_owned(), entry.id.to_string(), why.to_string()],
        })
    };
    Lines { head: head.into_iter().chain(heads).collect(), rows: items.filter_map(row).collect() }
}
