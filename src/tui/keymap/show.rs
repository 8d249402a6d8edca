//! The keymap in words: a list to read, a file of keys, JSON.

use serde_json::{Map, Value, json};

use crate::tui::model::Screen;
use crate::words::Words;

use super::problem::place_names;
use super::{Group, Keymap, Row, Sequence};

/// One command of the list to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) group: &'static str,
    pub(crate) id: &'static str,
    pub(crate) keys: Vec<String>,
    pub(crate) places: String,
    pub(crate) help: &'static str,
}

impl Keymap {
    /// All commands, group by group in the order of the help.
    pub(crate) fn shown(&self, words: &Words) -> impl Iterator<Item = Shown> {
        self.by_group().map(|row| Shown {
            group: row.binding.group.name(words.command),
            id: row.binding.command.id(),
            keys: row.all_keys(words),
            places: place_names(row.binding.places, words),
            help: row.binding.command.text(words.lang).help,
        })
    }

    /// A file of keys that says all there is, to begin one's own from.
    #[must_use]
    pub(crate) fn to_toml(&self, words: &Words) -> String {
        let mut text = format!("# {}\n", words.keys.file_heading());
        let mut group = None;
        for row in self.by_group() {
            if group != Some(row.binding.group) {
                group = Some(row.binding.group);
                text += &format!("\n# {}\n", row.binding.group.name(words.command));
            }
            text += &line(row, &row.usual(), words);
        }
        for place in Screen::ALL {
            let lines: String = self.by_group().filter_map(|row| Some(line(row, row.special(place)?, words))).collect();
            if !lines.is_empty() {
                let heading = words.keys.file_place(place.name(words));
                text += &format!("\n# {heading}\n[{}]\n{lines}", place.id());
            }
        }
        text
    }

    /// All commands with their keys, for programs.
    #[must_use]
    pub(crate) fn to_json(&self, words: &Words) -> Value {
        let object = |row: &Row| {
            let keys: Map<String, Value> =
                row.at.iter().map(|(place, keys)| (place.id().to_owned(), list(keys))).collect();
            let text = row.binding.command.text(words.lang);
            json!({
                "command": row.binding.command.id(),
                "group": row.binding.group.name(words.command),
                "keys": list(&row.usual()),
                "places": keys,
                "short": text.short,
                "help": text.help,
            })
        };
        self.by_group().map(object).collect()
    }

    fn by_group(&self) -> impl Iterator<Item = &Row> {
        Group::ALL.into_iter().flat_map(|group| self.rows.iter().filter(move |row| row.binding.group == group))
    }
}

impl Row {
    /// The keys that it has at most of its places.
    fn usual(&self) -> Vec<Sequence> {
        let like = |keys: &Vec<Sequence>| self.at.iter().filter(|(_, known)| known == keys).count();
        // The first of those that are equally frequent.
        let most = self.at.iter().rev().max_by_key(|(_, keys)| like(keys));
        most.map(|(_, keys)| keys.clone()).unwrap_or_default()
    }

    /// Its keys at a place where they are not the usual ones.
    fn special(&self, place: Screen) -> Option<&[Sequence]> {
        let (_, keys) = self.at.iter().find(|(known, _)| *known == place)?;
        (*keys != self.usual()).then_some(keys)
    }
}

fn list(keys: &[Sequence]) -> Value {
    keys.iter().map(ToString::to_string).collect()
}

/// `next-finding = "n" # 下一个问题`. Strings of JSON are strings of TOML.
fn line(row: &Row, keys: &[Sequence], words: &Words) -> String {
    let texts: Vec<String> = keys.iter().map(|keys| json!(keys.to_string()).to_string()).collect();
    let value = match texts.as_slice() {
        [one] => one.clone(),
        several => format!("[{}]", several.join(", ")),
    };
    format!("{} = {value}  # {}\n", row.binding.command.id(), row.binding.command.text(words.lang).help)
}
