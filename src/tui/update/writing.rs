//! What the reviewer is writing, for whoever keeps it from being lost.

use uuid::Uuid;

use crate::journal::{Decision, Reading, Target, Verdict};
use crate::report::SafeText;
use crate::tui::model::{BulkDeed, Editor, ItemId, Model, Overlay, Purpose};
use crate::tui::msg::{Intent, What};

use super::review;

/// The field that is open, or below a list of templates.
fn editor(model: &Model) -> Option<&Editor> {
    match model.overlay.as_ref() {
        Some(Overlay::Editor(editor)) => Some(editor),
        _ => model.work.beneath.as_deref(),
    }
}

/// Is a field open?
#[must_use]
pub fn is_writing(model: &Model) -> bool {
    editor(model).is_some()
}

/// The words that would be lost if the desk ended now: typed, and on their way nowhere.
#[must_use]
pub fn words_at_risk(model: &Model) -> Option<String> {
    let text = match model.overlay.as_ref() {
        Some(Overlay::Bulk(bulk)) => match &bulk.deed {
            BulkDeed::Note(text) => text.clone(),
            BulkDeed::Verdict(_, verdict) => verdict.reason.to_string(),
            BulkDeed::Return(_) | BulkDeed::Accept => return None,
        },
        _ => {
            let editor = editor(model)?;
            let text = editor.text();
            if text == editor.original {
                return None;
            }
            text
        }
    };
    (!text.trim().is_empty()).then_some(text)
}

/// The draft of an earlier session whose words are in the field.
#[must_use]
pub fn draft_in_hand(model: &Model) -> Option<Uuid> {
    match &editor(model)?.purpose {
        Purpose::Draft(act) => Some(act.id),
        _ => None,
    }
}

/// What the reviewer is writing, as the act it would be; `None` if nothing would be lost.
#[must_use]
pub fn unfinished(model: &Model) -> Option<Intent> {
    let text = words_at_risk(model)?;
    if let Some(Overlay::Bulk(bulk)) = model.overlay.as_ref() {
        let line = bulk.lines.iter().find(|line| !line.is_left_out())?;
        let what = match &bulk.deed {
            BulkDeed::Verdict(_, verdict) => What::Verdict(verdict.clone()),
            _ => What::Note(text),
        };
        return Some(about(model, line.item, line.targets.first()?.clone(), what));
    }
    let editor = editor(model)?;
    let item = editor.item;
    let reason = |text: &str| What::Verdict(Verdict { decision: Decision::Accept, reason: SafeText::line(text) });
    match &editor.purpose {
        Purpose::Note(target) => Some(about(model, item?, target.clone(), What::Note(text))),
        Purpose::NoteAll => {
            let item = model.selection.iter().next().or(item)?;
            Some(about(model, item, Target::Report, What::Note(text)))
        }
        Purpose::Reading { target, seen } => {
            let what = What::Reading(Reading::Corrected, text);
            Some(Intent::About { item: item?, target: target.clone(), what, seen: seen.clone() })
        }
        Purpose::Edit(of) => {
            let seen = review::seen_of(model, item, &of.target);
            Some(Intent::Edit { of: of.clone(), text, seen })
        }
        Purpose::Draft(of) => Some(Intent::Draft { of: of.clone(), text }),
        Purpose::Reason(fingerprint) => {
            let target = Target::Finding(SafeText::line(&fingerprint.to_string()));
            Some(about(model, item?, target, reason(&text)))
        }
        // Of all findings of the rule the one under the cursor stands for them.
        Purpose::ReasonAll(_) => {
            let fingerprint = model.open.as_ref()?.finding()?.fingerprint;
            let target = Target::Finding(SafeText::line(&fingerprint.to_string()));
            Some(about(model, item?, target, reason(&text)))
        }
    }
}

fn about(model: &Model, item: ItemId, target: Target, what: What) -> Intent {
    let seen = review::seen_of(model, Some(item), &target);
    Intent::About { item, target, what, seen }
}
