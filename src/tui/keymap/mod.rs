//! Which keys do what, and where: the keys of the commands with the reviewer's own in them.
//!
//! Owns: the file of keys (`docs/keys.md`). What a key does, what the footer, the help and the list of commands say of
//! keys is all asked of one [`Keymap`]. Knows the commands by name only: it is made from a [`Binding`] for each.

mod binding;
mod given_way;
mod own;
mod problem;
mod sequence;
mod show;

use super::keys::Key;
use super::model::Screen;
use crate::words::{CommandId, Words};

pub(crate) use binding::{Binding, Group};
pub(crate) use problem::{KeyProblem, KeyTrouble, place_names};
#[cfg(test)]
pub(crate) use sequence::Step;
pub(crate) use sequence::{Sequence, letter, pressed_text};

/// The keys of all commands at all places.
#[derive(Debug, Clone)]
pub(crate) struct Keymap {
    rows: Vec<Row>,
    /// What lost its keys to the reviewer's own.
    given_way: Vec<given_way::GivenWay>,
}

/// The keys of one command.
#[derive(Debug, Clone)]
struct Row {
    binding: Binding,
    /// For each of its places, the one shown first.
    at: Vec<(Screen, Vec<Sequence>)>,
}

/// What the keys pressed so far mean.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lookup {
    Command(CommandId),
    /// The beginning of one.
    Begun,
    Nothing,
}

/// A key that can follow those pressed so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Following<'a> {
    /// The command it leads to.
    pub(crate) command: CommandId,
    pub(crate) sequence: &'a Sequence,
}

impl Keymap {
    /// The keys of these commands, in this order.
    pub(crate) fn of(bindings: impl IntoIterator<Item = Binding>) -> Self {
        Self { rows: bindings.into_iter().map(Row::standard).collect(), given_way: Vec::new() }
    }

    /// The same with the keys of a file of keys instead, where it names any.
    ///
    /// # Errors
    /// Everything in the file that cannot be done, in the order of its lines.
    pub(crate) fn with_own(self, text: &str) -> Result<Self, Vec<KeyProblem>> {
        own::read(self, text)
    }

    /// The command of keys at a place.
    #[must_use]
    pub(crate) fn lookup(&self, keys: &[Key], place: Screen) -> Lookup {
        let mut begun = false;
        for (command, sequence) in self.at(place) {
            if sequence.is(keys) {
                return Lookup::Command(command);
            }
            begun |= sequence.starts_with(keys);
        }
        if begun { Lookup::Begun } else { Lookup::Nothing }
    }

    #[must_use]
    pub(crate) fn elsewhere(&self, keys: &[Key]) -> Option<CommandId> {
        let has = |row: &&Row| row.at.iter().flat_map(|(_, known)| known).any(|known| known.is(keys));
        self.rows.iter().find(has).map(|row| row.binding.command)
    }

    pub(crate) fn following(&self, keys: &[Key], place: Screen) -> impl Iterator<Item = Following<'_>> {
        let begun = self.at(place).filter(move |(_, sequence)| sequence.starts_with(keys));
        begun.map(|(command, sequence)| Following { command, sequence })
    }

    /// The keys of a command at a place; the first is the one to show.
    #[must_use]
    pub(crate) fn keys_at(&self, command: CommandId, place: Screen) -> &[Sequence] {
        let row = self.rows.iter().find(|row| row.binding.command == command);
        row.and_then(|row| row.at.iter().find(|(known, _)| *known == place)).map_or(&[], |(_, keys)| keys)
    }

    /// The key of a command at a place as a text names it; the command itself where it has none.
    #[must_use]
    pub(crate) fn key_text(&self, command: CommandId, place: Screen, words: &Words) -> String {
        let name = || command.text(words.lang).short.to_owned();
        self.keys_at(command, place).first().map_or_else(name, ToString::to_string)
    }

    /// The commands of a group, in the order of the help.
    pub(crate) fn of_group(&self, group: Group) -> impl Iterator<Item = CommandId> {
        self.rows.iter().map(|row| row.binding).filter(move |known| known.group == group).map(|known| known.command)
    }

    /// Where a command works.
    #[must_use]
    pub(crate) fn places(&self, command: CommandId) -> &'static [Screen] {
        self.rows.iter().find(|row| row.binding.command == command).map_or(&[], |row| row.binding.places)
    }

    /// All keys of a command: those that it has everywhere, then those of single places with the place's name.
    #[must_use]
    pub(crate) fn all_keys(&self, command: CommandId, words: &Words) -> Vec<String> {
        self.rows.iter().find(|row| row.binding.command == command).map_or_else(Vec::new, |row| row.all_keys(words))
    }

    fn at(&self, place: Screen) -> impl Iterator<Item = (CommandId, &Sequence)> {
        self.rows.iter().flat_map(move |row| {
            let here = row.at.iter().filter(move |(known, _)| *known == place);
            here.flat_map(|(_, keys)| keys).map(|keys| (row.binding.command, keys))
        })
    }

    fn row_mut(&mut self, command: CommandId) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.binding.command == command)
    }
}

impl Row {
    fn standard(binding: Binding) -> Self {
        let mut row = Self { binding, at: binding.places.iter().map(|place| (*place, Vec::new())).collect() };
        for (only, sequence) in binding.defaults() {
            for (place, keys) in &mut row.at {
                if only.is_none_or(|only| only == *place) {
                    keys.push(sequence.clone());
                }
            }
        }
        row
    }

    fn set(&mut self, place: Option<Screen>, keys: &[Sequence]) {
        for (_, known) in self.at.iter_mut().filter(|(known, _)| place.is_none_or(|place| place == *known)) {
            *known = keys.to_vec();
        }
    }

    /// The keys that it has at all its places.
    fn general(&self) -> Vec<&Sequence> {
        let Some((_, first)) = self.at.first() else { return Vec::new() };
        first.iter().filter(|keys| self.at.iter().all(|(_, known)| known.contains(keys))).collect()
    }

    fn all_keys(&self, words: &Words) -> Vec<String> {
        let general = self.general();
        let mut all: Vec<String> = general.iter().map(ToString::to_string).collect();
        for (place, keys) in &self.at {
            let special = keys.iter().filter(|keys| !general.contains(keys));
            all.extend(special.map(|keys| format!("{}:{keys}", place.name(words))));
        }
        all
    }
}

#[cfg(test)]
mod tests;
