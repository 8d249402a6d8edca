//! The same review act again.

use crate::journal::{Status, Target};
use crate::tui::act::{self, begun};
use crate::tui::model::{Deed, Model, Open, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::due::{self, DueOf};
use crate::tui::why_not::{Able, writable};

use super::{close, decide, note};

/// Can the last act be done again here?
pub(super) fn can(model: &Model) -> Able {
    match &model.work.last {
        None => Err(model.words().act.nothing_to_repeat()),
        // Only a report has findings that could be decided on.
        Some(Deed::Verdict(_)) if model.open.is_none() => Err(model.words().desk.no_finding_here()),
        Some(Deed::Verdict(_)) => decide::can_decide(model),
        Some(Deed::Note(..)) => writable(model),
        Some(Deed::Status(..)) => close::can_close(model),
    }
}

/// Does the last act again on what is under the cursor.
pub(super) fn repeat(model: &mut Model) -> Vec<Effect> {
    let Some(last) = model.work.last.clone() else { return Vec::new() };
    let item = model.current_item();
    let text = model.words().act.repeated(act::deed_text(model.words(), &last));
    let effects = match last {
        Deed::Verdict(verdict) => {
            match model.open.as_ref().and_then(Open::finding).map(|finding| (finding.fingerprint, finding.rule)) {
                // No way around what the keys of the decisions refuse.
                Some((fingerprint, rule)) if decide::is_decided(model, fingerprint, rule) => return Vec::new(),
                Some((fingerprint, _)) => {
                    let begun = begun::begin(model, item, act::target_of(fingerprint));
                    act::write_verdict(model, begun, fingerprint, verdict)
                }
                None => Vec::new(),
            }
        }
        Deed::Note(note, audience) => {
            let begun = begun::begin(model, item, note::target(model));
            act::write_note(model, begun, note, audience)
        }
        // What has not come is not returned: its agency is reminded, as by the key itself.
        Deed::Status(Status::Returned, ..) if model.absent_here().is_some() => return close::return_here(model),
        Deed::Status(status, date, reason) => match begun::begin(model, item, Target::Report) {
            // A date that is over by now is asked for anew.
            Some(begun) if date.zip(model.journal.marks.today).is_some_and(|(date, today)| date < today) => {
                due::ask_again(model, DueOf::One(Box::new(begun)), reason);
                Vec::new()
            }
            // No way around what would be asked of the first one.
            Some(_) if status == Status::Accepted => close::accept(model),
            Some(begun) if status == Status::Returned && close::is_clean(model, begun.subject.item) => {
                close::return_here(model)
            }
            Some(begun) => act::set_status(model, Some(begun), status, date, reason),
            None => Vec::new(),
        },
    };
    if !effects.is_empty() {
        let then = model.work.then.take().map(|then| format!("  {then}")).unwrap_or_default();
        model.say(Tone::Plain, text.clone());
        model.work.then = Some(format!("{text}{then}"));
    }
    effects
}
