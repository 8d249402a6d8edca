//! What there is to be written out just now, and why something is not.

use crate::journal::{ReportKey, Status};
use crate::tui::model::{ItemId, Model};
use crate::tui::outgoing::Outgoing;

/// One line of the menu.
pub(super) struct Entry {
    /// The key that chooses it.
    pub(super) key: char,
    pub(super) text: String,
    /// What it is, or in words why there is none.
    pub(super) what: Result<Outgoing, &'static str>,
}

/// All of them, whether or not they can be written now.
pub(super) fn entries(model: &Model) -> Vec<Entry> {
    let words = &model.words().outgoing;
    let entry = |key, text: &str, what| Entry { key, text: text.to_owned(), what };
    let marked: Vec<ReportKey> = keys(model, model.selection.iter());
    let returned = keys(model, model.list.base().iter().copied().filter(|&item| is_returned(model, item)));
    let some = |keys: Vec<ReportKey>, none| if keys.is_empty() { Err(none) } else { Ok(Outgoing::Notices(keys)) };
    let missing =
        if model.missing().next().is_some() { Ok(Outgoing::Reminders(Vec::new())) } else { Err(words.none_missing()) };
    let here = match reminder(model) {
        Some((name, what)) => Entry { key: 'n', text: words.reminder_of(name), what: Ok(what) },
        None => {
            let name = model.current_sheet().map(|sheet| sheet.lean.head.name()).unwrap_or_default();
            let what = some(keys(model, model.current_item()), model.words().desk.no_report());
            Entry { key: 'n', text: words.notice_of(name), what }
        }
    };
    vec![
        here,
        Entry { key: 'm', text: words.notices_marked(marked.len()), what: some(marked, words.none_marked()) },
        entry('r', words.notices_returned(), some(returned, words.none_returned())),
        entry('u', words.reminders(), missing),
        entry('l', words.ledger(), Ok(Outgoing::Ledger)),
        entry('p', words.progress(), Ok(Outgoing::Progress)),
        entry('c', words.circular(), Ok(Outgoing::Circular)),
        entry('h', words.dossier(), Ok(Outgoing::Dossier)),
    ]
}

/// The reminder to the agency under the cursor, which has not reported.
pub(super) fn reminder(model: &Model) -> Option<(String, Outgoing)> {
    let name = model.absent_here()?.name();
    let key = model.reference(model.current_item()?)?.key();
    Some((name, Outgoing::Reminders(vec![key])))
}

fn is_returned(model: &Model, item: ItemId) -> bool {
    model.journal.marks.get(item).is_some_and(|mark| mark.status == Status::Returned)
}

/// The reports among these, as acts name them.
fn keys(model: &Model, items: impl IntoIterator<Item = ItemId>) -> Vec<ReportKey> {
    let is_report = |item: &ItemId| model.library.sheet(*item).is_some();
    let items = items.into_iter().filter(is_report);
    items.filter_map(|item| Some(model.reference(item)?.key())).collect()
}
