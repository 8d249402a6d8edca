//! Keys of the table that give way to those of the reviewer's file: a file written before a command was there goes on
//! working when the command comes, and the reviewer is told what has no key now.

use crate::tui::model::Screen;
use crate::words::{CommandId, Words};

use super::own::Entry;
use super::{Keymap, Sequence};

/// A command of the table that lost keys at one place or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenWay {
    /// The reviewer's keys, and what they are for.
    keys: String,
    own: CommandId,
    /// What had them before.
    lost: CommandId,
}

/// Takes the keys from the commands that the file does not name; what cannot be without a key keeps it, and clashes.
pub(super) fn give_way(keymap: &mut Keymap, entries: &[Entry]) -> Vec<GivenWay> {
    let mut given = Vec::new();
    for place in Screen::ALL {
        let named = |command: CommandId| entries.iter().any(|entry| entry.is_of(command, place));
        let own: Vec<(CommandId, Sequence)> = keymap
            .at(place)
            .filter(|(command, _)| named(*command))
            .map(|(command, keys)| (command, keys.clone()))
            .collect();
        let rows = keymap.rows.iter_mut().filter(|row| !named(row.binding.command));
        for row in rows {
            let (lost, is_essential) = (row.binding.command, row.binding.is_essential);
            let Some((_, known)) = row.at.iter_mut().find(|(at, _)| *at == place) else { continue };
            let taken = |keys: &Sequence| own.iter().find(|(_, own)| own.clashes(keys));
            if is_essential && known.iter().all(|keys| taken(keys).is_some()) {
                continue;
            }
            for (own, keys) in known.iter().filter_map(taken) {
                let way = GivenWay { keys: keys.to_string(), own: *own, lost };
                if !given.contains(&way) {
                    given.push(way);
                }
            }
            known.retain(|keys| taken(keys).is_none());
        }
    }
    given
}

impl Keymap {
    /// What is to be said of the keys of the table that gave way, if any: one line for each of the reviewer's.
    #[must_use]
    pub(crate) fn given_way(&self, words: &Words) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        let mut seen: Vec<&GivenWay> = Vec::new();
        for way in &self.given_way {
            if seen.iter().any(|known| (known.own, &known.keys) == (way.own, &way.keys)) {
                continue;
            }
            seen.push(way);
            let alike = self.given_way.iter().filter(|other| (other.own, &other.keys) == (way.own, &way.keys));
            let name = |command: CommandId| command.text(words.lang).short;
            said.push(match alike.count() {
                1 => words.keys.gives_way(&way.keys, name(way.own), name(way.lost), way.lost.id()),
                count => words.keys.give_way(&way.keys, name(way.own), name(way.lost), count),
            });
        }
        said
    }
}
