//! Several reviewers at once: whose report it is.

use crate::journal::{ActKind, Update};
use crate::report::SafeText;
use crate::tui::model::Model;
use crate::tui::model::chip::Chip;

/// What is on disk now.
pub(super) fn saved_text(model: &Model, to: Option<&SafeText>) -> String {
    let words = &model.words().together;
    match to {
        Some(name) => words.saved_assignment(name),
        None => words.saved_nobody().to_owned(),
    }
}

/// Is the list narrowed by whose a report is, and was any given to somebody?
pub(super) fn moves_the_list(model: &Model, update: &Update) -> bool {
    let narrowed = model.list.chips.iter().any(|chip| matches!(chip, Chip::Assignee(_)));
    // What is taken back may be an assignment too.
    narrowed && update.acts.iter().any(|act| matches!(act.kind, ActKind::Assign(_) | ActKind::Retract { .. }))
}
