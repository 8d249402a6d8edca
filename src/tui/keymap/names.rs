//! What commands and places are called in the file of keys, and places for people.

use crate::tui::command::{Command, EVERYWHERE, Place};
use crate::words::Words;

impl Command {
    /// Its name in the file of keys: `next-finding`.
    #[must_use]
    pub fn id(self) -> String {
        let mut id = String::new();
        for c in format!("{self:?}").chars() {
            if c.is_ascii_uppercase() && !id.is_empty() {
                id.push('-');
            }
            id.push(c.to_ascii_lowercase());
        }
        id
    }
}

impl Place {
    /// Its name in the file of keys.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Agencies => "agencies",
            Self::Findings => "findings",
            Self::Table => "table",
            Self::Text => "text",
            Self::Notes => "notes",
            Self::Source => "source",
            Self::Doubts => "doubts",
            Self::Cell => "cell",
            Self::Years => "years",
            Self::Versions => "versions",
        }
    }

    /// The place of this name.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        EVERYWHERE.iter().copied().find(|place| place.id() == id)
    }

    /// Its name for people.
    #[must_use]
    pub fn name(self, words: &Words) -> &'static str {
        let texts = &words.keys;
        match self {
            Self::Agencies => texts.place_agencies(),
            Self::Findings => words.command.tab_findings().short,
            Self::Table => texts.place_table(),
            Self::Text => words.command.tab_text().short,
            Self::Notes => words.command.tab_notes().short,
            Self::Source => words.command.tab_source().short,
            Self::Doubts => words.command.tab_doubts().short,
            Self::Cell => texts.place_cell(),
            Self::Years => words.command.tab_years().short,
            Self::Versions => words.command.tab_versions().short,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_with_dashes() {
        assert_eq!(Command::NextFinding.id(), "next-finding");
        assert_eq!(Command::Quit.id(), "quit");
        assert!(EVERYWHERE.iter().all(|place| Place::parse(place.id()) == Some(*place)));
    }
}
