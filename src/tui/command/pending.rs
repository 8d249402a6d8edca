//! What can follow the keys pressed so far, when they begin more than one command.

use crate::tui::keymap::pressed_text;
use crate::tui::model::Model;
use crate::words::CommandId;

use super::places;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The keys still to be pressed.
    pub(crate) keys: String,
    pub(crate) text: String,
    /// Why that does not work now.
    pub(crate) why_not: Option<&'static str>,
}

/// The keys pressed, and how to give them up.
#[must_use]
pub(crate) fn title(model: &Model) -> String {
    model.words().keys.pending(pressed_text(&model.keys.pending))
}

/// All ways on, in the order of the command table; of marks, those that are set.
#[must_use]
pub(crate) fn choices(model: &Model) -> Vec<Choice> {
    let pressed = &model.keys.pending;
    if pressed.is_empty() || model.overlay.is_some() {
        return Vec::new();
    }
    let mut choices = Vec::new();
    for way in model.given.keymap.following(pressed, model.screen()) {
        let command = super::of(way.command);
        let text = command.id.text(model.given.lang).short.to_owned();
        let why_not = (command.can)(model).err();
        choices.push(Choice { keys: way.sequence.rest(pressed.len()), text, why_not });
        if command.takes_letter() && way.sequence.steps().len() == pressed.len() + 1 {
            match way.command {
                CommandId::Program => choices.extend(programs(model)),
                _ => choices.extend(marks(model)),
            }
        }
    }
    choices
}

fn programs(model: &Model) -> impl Iterator<Item = Choice> {
    let programs = model.given.programs.iter();
    programs.map(|it| Choice { keys: it.letter.to_string(), text: it.name.clone(), why_not: None })
}

fn marks(model: &Model) -> impl Iterator<Item = Choice> {
    let mark =
        |(letter, spot): (char, _)| Choice { keys: letter.to_string(), text: places::name(model, spot), why_not: None };
    model.places.marks.iter().map(mark)
}
