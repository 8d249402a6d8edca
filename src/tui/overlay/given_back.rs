//! Words that could not be saved go back to where they were written.

use crate::journal::{Audience, Target};
use crate::tui::about::item_of;
use crate::tui::model::{Model, Subject};
use crate::tui::msg::{Intent, What};

use super::due;
use super::editor::{self, Editor, Purpose};
use super::picker::naming;

/// Words that could not be saved go back to where they were written.
pub(crate) fn give_back(model: &mut Model, intents: Vec<Intent>) {
    if model.overlay.is_some() {
        return;
    }
    let many = intents.len() > 1;
    for intent in intents {
        if let Intent::About { item, report, what: What::Name(Some(name)), .. } = &intent {
            return naming::give_back(model, Subject { item: *item, report: report.clone() }, name);
        }
        if let Intent::About { item, report, what: What::Status(_, _, reason), .. } = &intent
            && !reason.is_empty()
        {
            let subject = Subject { item: *item, report: report.clone() };
            return due::give_back(model, subject, many && !model.selection.is_empty(), reason);
        }
        let Some(text) = intent.words().map(str::to_owned) else { continue };
        let audience = match &intent {
            Intent::About { what: What::Note(_, audience), .. } | Intent::Edit { audience, .. } => *audience,
            Intent::Draft { of, .. } => of.audience,
            Intent::About { .. } | Intent::Retract { .. } => Audience::Internal,
        };
        let (item, about, purpose) = match intent {
            Intent::About { item, report, target, what, seen } => {
                let purpose = match (what, target) {
                    (What::Note(..), _) if many => Purpose::NoteAll,
                    (What::Note(..), target) => Purpose::Note(target),
                    (What::Verdict(_), Target::Finding(name)) => match name.parse() {
                        Ok(fingerprint) => Purpose::Reason(fingerprint),
                        Err(_) => continue,
                    },
                    (What::Reading(..), target) => Purpose::Reading { target, seen },
                    (What::Verdict(_) | What::Status(..) | What::Assign(_) | What::Name(_), _) => continue,
                };
                (Some(item), Some(Subject { item, report }), purpose)
            }
            Intent::Edit { of, .. } => (item_of(model, &of), None, Purpose::Edit(of)),
            Intent::Draft { of, .. } => (item_of(model, &of), None, Purpose::Draft(of)),
            Intent::Retract { .. } => continue,
        };
        editor::open(model, Editor::new(item, purpose, &text).read_by(audience).about(about).unsaved());
        if many {
            return;
        }
    }
}
