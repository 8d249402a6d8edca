//! Which keys do what, and where: the command table with the reviewer's own keys in it.
//!
//! Owns: the file of keys (`docs/keys.md`). What a key does, what the footer, the help and the list of commands say of
//! keys is all asked of one [`Keymap`].

mod names;
mod own;
mod problem;
mod show;

use super::command::{COMMANDS, Command, Spec};
use super::keys::Key;
use super::model::Screen;
use super::sequence::Sequence;
use crate::words::Words;

pub use problem::{Clash, Problem, Trouble, place_names};
pub use show::Shown;

/// The keys of all commands at all places.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<Row>,
}

/// The keys of one command.
#[derive(Debug, Clone)]
struct Row {
    spec: &'static Spec,
    /// For each of its places, the one shown first.
    at: Vec<(Screen, Vec<Sequence>)>,
}

/// What the keys pressed so far mean.
#[derive(Debug, Clone, Copy)]
pub enum Lookup {
    /// A command.
    Command(&'static Spec),
    /// The beginning of one.
    Begun,
    /// Nothing.
    Nothing,
}

/// A key that can follow those pressed so far.
#[derive(Debug, Clone, Copy)]
pub struct Following<'a> {
    /// The command it leads to.
    pub spec: &'static Spec,
    /// All its keys.
    pub sequence: &'a Sequence,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::standard()
    }
}

impl Keymap {
    /// The keys of the command table.
    #[must_use]
    pub fn standard() -> Self {
        Self { rows: COMMANDS.iter().map(Row::standard).collect() }
    }

    /// The keys of the command table with those of a file of keys instead, where it names any.
    ///
    /// # Errors
    /// Everything in the file that cannot be done, in the order of its lines.
    pub fn with_own(text: &str) -> Result<Self, Vec<Problem>> {
        own::read(text)
    }

    /// The command of keys at a place.
    #[must_use]
    pub fn lookup(&self, keys: &[Key], place: Screen) -> Lookup {
        let mut begun = false;
        for (spec, sequence) in self.at(place) {
            if sequence.is(keys) {
                return Lookup::Command(spec);
            }
            begun |= sequence.starts_with(keys);
        }
        if begun { Lookup::Begun } else { Lookup::Nothing }
    }

    /// Are the keys those of a command elsewhere?
    #[must_use]
    pub fn elsewhere(&self, keys: &[Key]) -> Option<&'static Spec> {
        let has = |row: &&Row| row.at.iter().flat_map(|(_, known)| known).any(|known| known.is(keys));
        self.rows.iter().find(has).map(|row| row.spec)
    }

    /// What can follow keys at a place.
    pub fn following(&self, keys: &[Key], place: Screen) -> impl Iterator<Item = Following<'_>> {
        let begun = self.at(place).filter(move |(_, sequence)| sequence.starts_with(keys));
        begun.map(|(spec, sequence)| Following { spec, sequence })
    }

    /// The keys of a command at a place; the first is the one to show.
    #[must_use]
    pub fn keys_at(&self, command: Command, place: Screen) -> &[Sequence] {
        let row = self.rows.iter().find(|row| row.spec.command == command);
        row.and_then(|row| row.at.iter().find(|(known, _)| *known == place)).map_or(&[], |(_, keys)| keys)
    }

    /// The key of a command at a place as a text names it; the command itself where it has none.
    #[must_use]
    pub fn key_text(&self, command: Command, place: Screen, words: &Words) -> String {
        let name = || Spec::of(command).map_or_else(String::new, |spec| (spec.text)(words.command).short.to_owned());
        self.keys_at(command, place).first().map_or_else(name, ToString::to_string)
    }

    /// All keys of a command: those that it has everywhere, then those of single places with the place's name.
    #[must_use]
    pub fn all_keys(&self, command: Command, words: &Words) -> Vec<String> {
        self.rows.iter().find(|row| row.spec.command == command).map_or_else(Vec::new, |row| row.all_keys(words))
    }

    fn at(&self, place: Screen) -> impl Iterator<Item = (&'static Spec, &Sequence)> {
        self.rows.iter().flat_map(move |row| {
            let here = row.at.iter().filter(move |(known, _)| *known == place);
            here.flat_map(|(_, keys)| keys).map(|keys| (row.spec, keys))
        })
    }

    fn row_mut(&mut self, command: Command) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.spec.command == command)
    }
}

impl Row {
    fn standard(spec: &'static Spec) -> Self {
        let mut row = Self { spec, at: spec.places.iter().map(|place| (*place, Vec::new())).collect() };
        for (only, sequence) in spec.defaults() {
            for (place, keys) in &mut row.at {
                if only.is_none_or(|only| only == *place) {
                    keys.push(sequence.clone());
                }
            }
        }
        row
    }

    /// Sets its keys at one place, or at all.
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
