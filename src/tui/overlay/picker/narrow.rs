//! What the list of agencies can be narrowed to.

use crate::tui::model::Model;
use crate::tui::model::chip;

use super::choices::{self, Choice};
use super::{Pick, PickLine, show};

/// Opens the menu of what the list can be narrowed to.
pub(crate) fn open(model: &mut Model) {
    let choices = choices::choices(model.list.base(), &model.library, &model.journal.marks);
    let lines = lines(model, &choices);
    show(model, Pick::Narrow(choices), lines);
}

pub(crate) fn lines(model: &Model, choices: &[Choice]) -> Vec<PickLine> {
    let words = model.words();
    let line = |choice: &Choice| {
        PickLine::new(choice.chip.label(words, model.given.lang))
            .right(chip::count_text(words, choice.count))
            .set(model.list.chips.contains(&choice.chip))
    };
    choices.iter().map(line).collect()
}

/// Sets one of them, or takes it away.
pub(crate) fn toggle(model: &mut Model, choice: Option<&Choice>) {
    if let Some(choice) = choice {
        model.list.chips.toggle(choice.chip.clone());
        model.stale.list = true;
    }
}

/// Takes the last chip away, or all.
pub(crate) fn take_back(model: &mut Model, all: bool) {
    if all {
        model.list.chips.clear();
    } else {
        model.list.chips.pop();
    }
    model.stale.list = true;
}
