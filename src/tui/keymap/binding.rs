//! A command as far as keys care: what a keymap is made from.

use crate::tui::model::Screen;
use crate::words::{CommandId, CommandWords};

use super::sequence::Sequence;

/// Groups of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Move,
    Jump,
    Find,
    Review,
    Program,
}

impl Group {
    /// In the order of the help.
    pub const ALL: [Self; 5] = [Self::Move, Self::Jump, Self::Find, Self::Review, Self::Program];

    #[must_use]
    pub fn name(self, words: CommandWords) -> &'static str {
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
pub struct Binding {
    pub command: CommandId,
    /// Its keys as text, see [`Binding::defaults`].
    pub keys: &'static [&'static str],
    /// Its group in the help.
    pub group: Group,
    pub places: &'static [Screen],
    /// Would a reviewer be lost without it? It always has a key then.
    pub is_essential: bool,
    /// Must it be told a letter?
    pub takes_letter: bool,
}

impl Binding {
    /// Its keys, each with the place that it is for, if it is for one only.
    pub fn defaults(&self) -> impl Iterator<Item = (Option<Screen>, Sequence)> {
        self.keys.iter().filter_map(|text| {
            let there = text.split_once(':').and_then(|(place, keys)| Some((Screen::parse(place)?, keys)));
            let (place, keys) = there.map_or((None, *text), |(place, keys)| (Some(place), keys));
            Some((place, Sequence::parse(keys)?))
        })
    }
}
