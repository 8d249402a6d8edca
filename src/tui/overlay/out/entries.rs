//! What there is to be written out just now, and why something is not.

use crate::journal::{ReportKey, Status};
use crate::tui::model::{ItemId, Model};
use crate::tui::outgoing::Outgoing;
use crate::tui::screen;

use super::texts;

/// One line of the menu.
pub(super) struct Entry {
    /// The key that chooses it.
    pub(super) key: char,
    pub(super) text: String,
    /// What it is, or in words why there is none.
    pub(super) what: Result<Choice, &'static str>,
}

/// What is chosen. Which reports that is, is looked for then: the menu is drawn again and again, and the list is long.
#[derive(Debug, Clone, Copy)]
pub(super) enum Choice {
    /// The notice of the report under the cursor, or the reminder to its agency.
    Here,
    Marked,
    Returned,
    Missing,
    Ledger,
    Progress,
    Circular,
    Dossier,
    /// What is on the screen as a text, and all reports at a glance.
    View,
    Overview,
}

impl Choice {
    pub(super) fn outgoing(self, model: &Model) -> Outgoing {
        match self {
            Self::Here => match reminder(model) {
                Some((_, what)) => what,
                None => Outgoing::Notices(keys(model, model.current_item())),
            },
            Self::Marked => Outgoing::Notices(keys(model, model.selection.iter())),
            Self::Returned => Outgoing::Notices(keys(model, returned(model))),
            Self::Missing => Outgoing::Reminders(Vec::new()),
            Self::Ledger => Outgoing::Ledger,
            Self::Progress => Outgoing::Progress,
            Self::Circular => Outgoing::Circular,
            Self::Dossier => Outgoing::Dossier,
            Self::View => Outgoing::Text(texts::view(model)),
            Self::Overview => Outgoing::Text(texts::overview(model)),
        }
    }
}

/// All of them, whether or not they can be written now.
pub(super) fn entries(model: &Model) -> Vec<Entry> {
    let words = &model.words().outgoing;
    let entry = |key, text: &str, what| Entry { key, text: text.to_owned(), what };
    let is_report = |item: ItemId| model.library.sheet(item).is_some();
    let marked = model.selection.iter().filter(|&item| is_report(item)).count();
    let some = |there: bool, choice, none| if there { Ok(choice) } else { Err(none) };
    let here = match reminder(model) {
        Some((name, _)) => Entry { key: 'n', text: words.reminder_of(name), what: Ok(Choice::Here) },
        None => {
            let name = model.current_sheet().map(|sheet| sheet.lean.head.name()).unwrap_or_default();
            let there = model.current_item().is_some_and(is_report);
            let what = some(there, Choice::Here, model.words().desk.no_report());
            let text = if name.is_empty() { words.notice_here().to_owned() } else { words.notice_of(name) };
            Entry { key: 'n', text, what }
        }
    };
    let of_marked = some(marked > 0, Choice::Marked, words.none_marked());
    let of_returned = some(returned(model).any(is_report), Choice::Returned, words.none_returned());
    let lines = some(screen::of(model.screen()).has_lines(model), Choice::View, model.words().desk.nothing_to_copy());
    let overview = some(!model.library.is_empty(), Choice::Overview, model.words().desk.nothing_shown());
    let missing = some(model.missing().next().is_some(), Choice::Missing, words.none_missing());
    vec![
        here,
        Entry { key: 'm', text: words.notices_marked(marked), what: of_marked },
        entry('r', words.notices_returned(), of_returned),
        entry('u', words.reminders(), missing),
        entry('l', words.ledger(), Ok(Choice::Ledger)),
        entry('p', words.progress(), Ok(Choice::Progress)),
        entry('c', words.circular(), Ok(Choice::Circular)),
        entry('h', words.dossier(), Ok(Choice::Dossier)),
        entry('v', words.view(), lines),
        entry('o', words.overview(), overview),
    ]
}

/// The reminder to the agency under the cursor, which has not reported.
pub(super) fn reminder(model: &Model) -> Option<(String, Outgoing)> {
    let name = model.absent_here()?.name();
    let key = model.reference(model.current_item()?)?.key();
    Some((name, Outgoing::Reminders(vec![key])))
}

fn returned(model: &Model) -> impl Iterator<Item = ItemId> {
    let is_returned = |item| model.journal.marks.get(item).is_some_and(|mark| mark.status == Status::Returned);
    model.list.base().iter().copied().filter(move |&item| is_returned(item))
}

/// The reports among these, as acts name them.
fn keys(model: &Model, items: impl IntoIterator<Item = ItemId>) -> Vec<ReportKey> {
    let is_report = |item: &ItemId| model.library.sheet(*item).is_some();
    let items = items.into_iter().filter(is_report);
    items.filter_map(|item| Some(model.reference(item)?.key())).collect()
}
