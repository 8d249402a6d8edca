//! Several reviewers at once: whose report it is.

use crate::journal::{ActKind, Update};
use crate::report::SafeText;
use crate::tui::model::chip::Chip;
use crate::tui::model::{Model, Tone};

/// What is on disk now.
pub(super) fn saved_text(model: &Model, to: Option<&SafeText>) -> String {
    let words = &model.words().together;
    match to {
        Some(name) => words.saved_assignment(name),
        None => words.saved_nobody().to_owned(),
    }
}

/// Shows only what is the reviewer's own, or all again.
pub(crate) fn mine(model: &mut Model) {
    let chip = Chip::Assignee(Some(model.reviewer.clone()));
    let words = &model.words().together;
    let text = if model.list.chips.contains(&chip) { words.all_shown() } else { words.mine_shown() };
    model.list.chips.toggle(chip);
    model.stale.list = true;
    model.say(Tone::Plain, text);
}

/// Is the list narrowed by whose a report is, and was any given to somebody?
pub(super) fn moves_the_list(model: &Model, update: &Update) -> bool {
    let narrowed = model.list.chips.iter().any(|chip| matches!(chip, Chip::Assignee(_)));
    // What is taken back may be an assignment too.
    narrowed && update.acts.iter().any(|act| matches!(act.kind, ActKind::Assign(_) | ActKind::Retract { .. }))
}
