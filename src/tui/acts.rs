//! What acting on many reports, again, or by a date says in words: for the screen and for the lines of the plain desk.

use crate::journal::{Kind, describe_kind};
use crate::terminal::glyphs::SAFE;
use crate::words::Words;

use super::model::{Deed, Model};
use super::overlay::bulk::{Bulk, BulkDeed};
use super::overlay::due::{DueOf, DuePrompt};
use super::overlay::verdict::{self, Choice, Reason, VerdictMenu};

/// How many lines of a preview the plain desk says at once.
const SAID: usize = 10;

/// What is about to be done, to how many.
#[must_use]
pub fn bulk_title(words: &Words, bulk: &Bulk) -> String {
    let act = &words.act;
    let count = bulk.reports();
    let title = match &bulk.deed {
        BulkDeed::Return(Some(due)) => act.bulk_return(count, due),
        BulkDeed::Return(None) => act.bulk_return_undated(count),
        BulkDeed::Accept => act.bulk_accept(count),
        BulkDeed::Note(text) => act.bulk_note(count, first_line(text)),
        BulkDeed::Verdict(rule, verdict) => {
            let decision = deed_text(words, &Deed::Verdict(verdict.clone()));
            act.bulk_verdict(&rule.id, bulk.acts(), count, decision)
        }
    };
    match bulk.lines.len() - count {
        0 => title,
        skipped => title + &act.bulk_skipped(skipped),
    }
}

/// The preview of the plain desk: what is to be done, and the lines from the first one shown.
#[must_use]
pub fn bulk_lines(words: &Words, bulk: &Bulk) -> Vec<String> {
    let lines =
        bulk.lines.iter().skip(bulk.offset).take(SAID).map(|line| format!("{} {}", line.name, line.note(words)));
    [bulk_title(words, bulk), words.act.bulk_hint().to_owned()].into_iter().chain(lines).collect()
}

/// What a date is being asked for, and what can be written.
#[must_use]
pub fn due_lines(words: &Words, prompt: &DuePrompt, marked: usize) -> [String; 3] {
    let act = &words.act;
    let title = match &prompt.of {
        DueOf::Marked => act.due_title_all(marked),
        DueOf::One(_) | DueOf::Change(_) => act.due_title().to_owned(),
    };
    let usual = match prompt.usual {
        Some(date) => act.due_default(date),
        None => act.due_default_none().to_owned(),
    };
    [title, usual, act.due_hint().to_owned()]
}

/// A review act in a few words: `退回（口径调整）`, `批注：请核对`.
#[must_use]
pub fn deed_text(words: &Words, deed: &Deed) -> String {
    match deed {
        Deed::Verdict(verdict) => {
            let reason = &verdict.reason;
            let reason = if reason.is_empty() { String::new() } else { words.journal.reason(reason) };
            format!("{}{reason}", verdict.decision.label(words))
        }
        Deed::Note(text) => format!("{} {}", describe_kind(&Kind::Note, words), first_line(text)),
        Deed::Status(status, due) => {
            let due = due.map(|due| words.journal.due(due)).unwrap_or_default();
            format!("{}{due}", status.label(words))
        }
    }
}

/// What a decision is asked for: one finding, or all of its rule.
#[must_use]
pub fn verdict_title(model: &Model, menu: &VerdictMenu) -> String {
    let words = model.words();
    let finding = || model.opened().and_then(|opened| opened.open.finding().map(|finding| finding.rule));
    let (title, rule) = match menu.all {
        Some(rule) => (words.act.verdict_all_title(), Some(rule)),
        None => (words.desk.verdict_title(), finding()),
    };
    rule.map_or_else(|| title.to_owned(), |rule| format!("{title} {} {}", SAFE.marker, rule.id))
}

/// The decisions to choose from, each with its number and its reason.
#[must_use]
pub fn verdict_lines(model: &Model) -> Vec<String> {
    let words = model.words();
    let with = |reason: &str| words.journal.reason(reason);
    let line = |(number, choice): (usize, Choice)| {
        let Choice { decision, reason } = choice;
        let reason = match reason {
            Reason::None => String::new(),
            Reason::Listed(index) => with(verdict::reason(model, index)),
            Reason::Written => with(words.desk.reason_written()),
        };
        format!("{number} {}{reason}", decision.label(words))
    };
    (1..).zip(verdict::choices(model)).map(line).collect()
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
