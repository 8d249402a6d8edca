//! What the reviewer is writing, for whoever keeps it from being lost.

use uuid::Uuid;

use crate::journal::{Audience, Comparison, Decision, Target, Verdict};
use crate::report::SafeText;
use crate::tui::act::begun;
use crate::tui::model::{ItemId, Model, Overlay, Subject};
use crate::tui::msg::{Intent, What};

use super::bulk::BulkDeed;
use super::due::{DueOf, DuePrompt};
use super::editor::{Editor, Purpose, subject};

/// The field that is open, or below a list of templates.
fn editor(model: &Model) -> Option<&Editor> {
    let open = model.overlay.as_ref().and_then(Overlay::editor);
    open.or(model.work.beneath.as_deref())
}

/// A return that is being written.
fn returning(model: &Model) -> Option<&DuePrompt> {
    if let Some(Overlay::Due(prompt)) = &model.overlay { Some(prompt) } else { None }
}

#[must_use]
pub(crate) fn is_writing(model: &Model) -> bool {
    editor(model).is_some() || returning(model).is_some()
}

/// The words that would be lost if the desk ended now: typed, and on their way nowhere.
#[must_use]
pub(crate) fn words_at_risk(model: &Model) -> Option<String> {
    let text = match model.overlay.as_ref().and_then(Overlay::bulk) {
        Some(bulk) => match &bulk.deed {
            BulkDeed::Note(text, _) => text.clone(),
            BulkDeed::Verdict(_, verdict) => verdict.reason.to_string(),
            BulkDeed::Return(_, reason) => reason.clone(),
            BulkDeed::Accept => return None,
        },
        None => {
            if let Some(prompt) = returning(model) {
                return Some(prompt.reason.clone()).filter(|reason| !reason.trim().is_empty());
            }
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
pub(crate) fn draft_in_hand(model: &Model) -> Option<Uuid> {
    let Purpose::Draft(act) = &editor(model)?.purpose else { return None };
    Some(act.id)
}

/// What the reviewer is writing, as the act it would be; `None` if nothing would be lost.
#[must_use]
pub(crate) fn unfinished(model: &Model) -> Option<Intent> {
    let text = words_at_risk(model)?;
    if let Some(bulk) = model.overlay.as_ref().and_then(Overlay::bulk) {
        let line = bulk.lines.iter().find(|line| !line.is_left_out())?;
        let items: Vec<ItemId> = bulk.lines.iter().filter(|line| !line.is_left_out()).map(|line| line.item).collect();
        let of_deed = if let BulkDeed::Note(_, audience) = &bulk.deed { *audience } else { Audience::Internal };
        let audience = audience_of(&items, of_deed);
        let text = for_all(model, items, text);
        let what = match &bulk.deed {
            BulkDeed::Verdict(_, verdict) => {
                What::Verdict(Verdict { reason: SafeText::line(&text), decision: verdict.decision })
            }
            // What was to be said with a return is kept as words; nothing is returned by the next start.
            BulkDeed::Note(..) | BulkDeed::Return(..) => What::Note(text, audience),
            BulkDeed::Accept => return None,
        };
        let subject = model.subject(Some(line.item))?;
        return Some(begun::intent_on(model, subject, line.targets.first()?.clone(), what));
    }
    if let Some(prompt) = returning(model) {
        let items: Vec<ItemId> = prompt.of.one().map_or_else(|| model.selection.iter().collect(), |item| vec![item]);
        let subject = match &prompt.of {
            DueOf::One(begun) => begun.subject.clone(),
            DueOf::Marked | DueOf::Change(_) => model.subject(items.first().copied())?,
        };
        let what = What::Note(for_all(model, items, text), Audience::Internal);
        return Some(begun::intent_on(model, subject, Target::Report, what));
    }
    let editor = editor(model)?;
    let (item, subject) = (editor.item, subject::subject(model, editor));
    let reason = |text: &str| What::Verdict(Verdict { decision: Decision::Accept, reason: SafeText::line(text) });
    match &editor.purpose {
        Purpose::Note(target) => {
            Some(begun::intent_on(model, subject?, target.clone(), What::Note(text, editor.audience)))
        }
        Purpose::NoteAll => {
            let subject = model.subject(model.selection.iter().next()).or(subject)?;
            let items: Vec<ItemId> = model.selection.iter().collect();
            let audience = audience_of(&items, editor.audience);
            let what = What::Note(for_all(model, items, text), audience);
            Some(begun::intent_on(model, subject, Target::Report, what))
        }
        Purpose::Reading { target, seen } => {
            let what = What::Reading(Comparison::Corrected, text);
            let Subject { item, report } = subject?;
            Some(Intent::About { item, report, target: target.clone(), what, seen: seen.clone() })
        }
        Purpose::Edit(of) => {
            let seen = begun::seen_by(model, item, of);
            Some(Intent::Edit { of: of.clone(), text, audience: editor.audience, seen })
        }
        Purpose::Draft(of) => Some(Intent::Draft { of: Box::new((**of).clone().read_by(editor.audience)), text }),
        Purpose::Reason(fingerprint) => {
            let target = Target::Finding(SafeText::line(&fingerprint.to_string()));
            Some(begun::intent_on(model, subject?, target, reason(&text)))
        }
        // Of all findings of the rule the one under the cursor stands for them.
        Purpose::ReasonAll(_) => {
            let fingerprint = model.open.as_ref()?.finding()?.fingerprint;
            let target = Target::Finding(SafeText::line(&fingerprint.to_string()));
            Some(begun::intent_on(model, subject?, target, reason(&text)))
        }
    }
}

/// These are on their way to the journal: the draft of their words.
#[must_use]
pub(crate) fn draft_of(model: &Model, intents: &[Intent]) -> Option<Intent> {
    let mut draft = intents.iter().find(|intent| intent.words().is_some())?.clone();
    let items = intents.iter().filter_map(|intent| match intent {
        Intent::About { item, .. } => Some(*item),
        Intent::Edit { .. } | Intent::Draft { .. } | Intent::Retract { .. } => None,
    });
    let items: Vec<ItemId> = items.collect();
    let Intent::About { what, .. } = &mut draft else { return Some(draft) };
    match what {
        What::Note(text, audience) => {
            *audience = audience_of(&items, *audience);
            *text = for_all(model, items, std::mem::take(text));
        }
        What::Verdict(verdict) => {
            verdict.reason = SafeText::line(&for_all(model, items, verdict.reason.to_string()));
        }
        What::Status(_, _, reason) => {
            *what = What::Note(for_all(model, items, std::mem::take(reason)), Audience::Internal);
        }
        // None of these is done to several reports with words of the reviewer.
        What::Reading(..) | What::Assign(_) | What::Name(_) => {}
    }
    Some(draft)
}

/// So many names are enough to know what was meant.
const NAMES: usize = 20;

/// The draft of words for several reports names them all: no agency is to read of the others.
fn audience_of(items: &[ItemId], audience: Audience) -> Audience {
    if items.len() > 1 { Audience::Internal } else { audience }
}

/// A draft is about one report. Of words that were meant for several it says so itself, and for which.
fn for_all(model: &Model, mut items: Vec<ItemId>, text: String) -> String {
    items.dedup();
    if items.len() < 2 {
        return text;
    }
    let words = model.words();
    let names = items.iter().take(NAMES).filter_map(|item| model.library.get(*item)).map(|item| item.name().name());
    let names = names.collect::<Vec<_>>().join(words.check.separator());
    words.act.draft_for_all(items.len(), &names, &text)
}
