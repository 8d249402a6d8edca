//! A command as far as keys care: what a keymap is made from.

use crate::tui::model::Screen;
use crate::words::{CommandId, CommandWords};

use super::sequence::Sequence;

/// Groups of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Move,
    Jump,
    Find,
    Review,
    Program,
}

impl Group {
    /// In the order of the help.
    pub(crate) const ALL: [Self; 5] = [Self::Move, Self::Jump, Self::Find, Self::Review, Self::Program];

    #[must_use]
    pub(crate) fn name(self, words: CommandWords) -> &'static str {
        match self {
            Self::Move => words.group_move(),
            Self::Jump => words.group_jump(),
            Self::Find => words.group_find(),
            Self::Review => words.group_review(),
            Self::Program => words.group_program(),
        }
    }
}

/// The keys of a command until the reviewer sets others, and what others there can be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Binding {
    pub(crate) command: CommandId,
    /// Its keys as text, see [`Binding::defaults`].
    pub(crate) keys: &'static [&'static str],
    /// Its group in the help.
    pub(crate) group: Group,
    pub(crate) places: &'static [Screen],
    /// Would a reviewer be lost without it? It always has a key then.
    pub(crate) is_essential: bool,
    /// Must it be told a letter?
    pub(crate) takes_letter: bool,
}

impl Binding {
    /// Its keys, each with the place that it is for, if it is for one only.
    pub(crate) fn defaults(&self) -> impl Iterator<Item = (Option<Screen>, Sequence)> {
        self.keys.iter().filter_map(|text| {
            let there = text.split_once(':').and_then(|(place, keys)| Some((Screen::parse(place)?, keys)));
            let (place, keys) = there.map_or((None, *text), |(place, keys)| (Some(place), keys));
            Some((place, Sequence::parse(keys)?))
        })
    }
}
