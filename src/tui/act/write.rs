//! Writing a decision, a note or a status.

use jiff::civil::Date;

use crate::check::Fingerprint;
use crate::journal::{Audience, Status, Verdict};
use crate::tui::model::{Begun, Deed, ItemId, Model, Tone};
use crate::tui::msg::{Effect, What};

use super::{advance, begun};

/// Writes the decision and moves on to the next finding without one.
pub(crate) fn write_verdict(
    model: &mut Model,
    begun: Option<Begun>,
    fingerprint: Fingerprint,
    verdict: Verdict,
) -> Vec<Effect> {
    let item = begun.as_ref().map(|begun| begun.subject.item);
    model.work.last = Some(Deed::Verdict(verdict.clone()));
    let decision = verdict.decision;
    let effects = begun::act(model, begun, What::Verdict(verdict));
    if model.current_item() == item {
        advance(model, decision, &|finding| finding.fingerprint == fingerprint);
    }
    effects
}

pub(crate) fn write_note(model: &mut Model, begun: Option<Begun>, text: String, audience: Audience) -> Vec<Effect> {
    model.work.last = Some(Deed::Note(text.clone(), audience));
    begun::act(model, begun, What::Note(text, audience))
}

/// Says so where a report has the status already.
pub(crate) fn is_already(model: &mut Model, item: ItemId, status: Status) -> bool {
    let already = model.journal.marks.get(item).is_some_and(|mark| mark.status == status);
    if already {
        let words = model.words();
        model.say(Tone::Plain, words.desk.already(status.label(words)));
    }
    already
}

/// Writes another status, unless the report has it; of a return with its date and reason.
pub(crate) fn set_status(
    model: &mut Model,
    begun: Option<Begun>,
    status: Status,
    due: Option<Date>,
    reason: String,
) -> Vec<Effect> {
    let is_already = begun.as_ref().is_some_and(|begun| is_already(model, begun.subject.item, status));
    if is_already { Vec::new() } else { write_status(model, begun, status, due, reason) }
}

/// The same, whether or not it has the status already.
pub(crate) fn write_status(
    model: &mut Model,
    begun: Option<Begun>,
    status: Status,
    due: Option<Date>,
    reason: String,
) -> Vec<Effect> {
    remember_status(model, status, due, &reason);
    begun::act(model, begun, What::Status(status, due, reason))
}

/// For doing it again.
pub(crate) fn remember_status(model: &mut Model, status: Status, due: Option<Date>, reason: &str) {
    model.work.last = Some(Deed::Status(status, due, reason.to_owned()));
}
