//! What commands and places are called in the file of keys, and places for people.

use crate::tui::command::Command;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_with_dashes() {
        assert_eq!(Command::NextFinding.id(), "next-finding");
        assert_eq!(Command::Quit.id(), "quit");
    }
}
