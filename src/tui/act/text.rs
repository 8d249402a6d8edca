//! A review act in a few words, whatever it is on.

use crate::journal::{ActKind, describe_kind};
use crate::tui::model::Deed;
use crate::words::Words;

/// A review act in a few words: `退回（口径调整）`, `批注：请核对`.
#[must_use]
pub(crate) fn deed_text(words: &Words, deed: &Deed) -> String {
    match deed {
        Deed::Verdict(verdict) => {
            let reason = &verdict.reason;
            let reason = if reason.is_empty() { String::new() } else { words.journal.reason(reason) };
            format!("{}{reason}", verdict.decision.label(words))
        }
        Deed::Note(text, _) => format!("{} {}", describe_kind(&ActKind::Note, words), first_line(text)),
        Deed::Status(status, due, _) => {
            let due = due.map(|due| words.journal.due(due)).unwrap_or_default();
            format!("{}{due}", status.label(words))
        }
    }
}

/// How a text begins.
#[must_use]
pub(crate) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
