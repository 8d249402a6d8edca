//! What a command is: one value, with everything about it but its words.

use crate::tui::keymap::{Binding, Group};
use crate::tui::model::{Model, Screen};
use crate::tui::msg::Effect;
use crate::tui::why_not::Able;
use crate::words::CommandId;

/// Something that a reviewer can do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Command {
    /// Its name; its words are those of the name.
    pub(crate) id: CommandId,
    /// Its keys until the reviewer sets others, as text: several after one another with blanks between them, with the
    /// name of a place and a colon before them where they are for this place only; the first is the one shown.
    pub(crate) keys: &'static [&'static str],
    /// Its group in the help.
    pub(crate) group: Group,
    pub(crate) places: &'static [Screen],
    /// Does it work just now?
    pub(crate) can: fn(&Model) -> Able,
    pub(crate) run: Run,
    /// Its rank in the footer, 1 first; 0: not there.
    pub(crate) footer: u8,
    /// Would it take telling in the footer just now?
    pub(crate) is_hint: fn(&Model) -> bool,
    /// Without it a reviewer could be lost: it always has a key.
    pub(crate) is_essential: bool,
}

/// What a command does.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Run {
    /// It changes what is shown or remembered, and nothing outside.
    Changes(fn(&mut Model)),
    /// It has something done outside.
    Effects(fn(&mut Model) -> Vec<Effect>),
    /// It must be told a letter, the last of its keys.
    Letter(fn(&mut Model, char) -> Vec<Effect>),
}

pub(super) const EVERYWHERE: &[Screen] = &Screen::ALL;

impl Command {
    pub(super) const fn new(
        id: CommandId,
        keys: &'static [&'static str],
        group: Group,
        places: &'static [Screen],
        can: fn(&Model) -> Able,
        run: Run,
    ) -> Self {
        Self { id, keys, group, places, can, run, footer: 0, is_hint: |_| true, is_essential: false }
    }

    /// It stands in the footer where it works.
    pub(super) const fn footer(self, rank: u8) -> Self {
        Self { footer: rank, ..self }
    }

    /// It stands in the footer only where it works and takes telling.
    pub(super) const fn footer_if(self, rank: u8, is_hint: fn(&Model) -> bool) -> Self {
        Self { footer: rank, is_hint, ..self }
    }

    /// It cannot be left without a key.
    pub(super) const fn essential(self) -> Self {
        Self { is_essential: true, ..self }
    }

    #[must_use]
    pub(crate) fn works_at(&self, place: Screen) -> bool {
        self.places.contains(&place)
    }

    /// Must it be told a letter?
    #[must_use]
    pub(crate) fn takes_letter(&self) -> bool {
        matches!(self.run, Run::Letter(_))
    }

    /// The command as far as keys care.
    #[must_use]
    pub(crate) fn binding(&self) -> Binding {
        let Self { id: command, keys, group, places, is_essential, .. } = *self;
        Binding { command, keys, group, places, is_essential, takes_letter: self.takes_letter() }
    }

    /// Carries it out; one that must be told a letter does nothing without.
    pub(crate) fn run(&self, model: &mut Model, letter: Option<char>) -> Vec<Effect> {
        match self.run {
            Run::Changes(change) => {
                change(model);
                Vec::new()
            }
            Run::Effects(act) => act(model),
            Run::Letter(act) => letter.map_or_else(Vec::new, |letter| act(model, letter)),
        }
    }
}
