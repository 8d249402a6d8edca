//! The screens of the desk: where the reviewer is.

use crate::words::{CommandId, Words};

/// A screen of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The list of agencies.
    Agencies,
    /// The findings of a report.
    Findings,
    /// One of the tables of a report.
    Table,
    /// The text of a report.
    Text,
    /// The notes of a report, and other review acts.
    Notes,
    /// The document that a report was read from.
    Source,
    /// What was doubtful in reading a report.
    Doubts,
    /// One cell of a table by itself.
    Cell,
    /// The years of an agency.
    Years,
    /// What changed since the version before.
    Versions,
}

impl Screen {
    /// All of them, in the order of the keys.
    pub const ALL: [Self; 10] = [
        Self::Agencies,
        Self::Findings,
        Self::Table,
        Self::Text,
        Self::Notes,
        Self::Source,
        Self::Doubts,
        Self::Cell,
        Self::Years,
        Self::Versions,
    ];

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

    /// The screen of this name.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.id() == id)
    }

    /// Its name for people.
    #[must_use]
    pub fn name(self, words: &Words) -> &'static str {
        let texts = &words.keys;
        match self {
            Self::Agencies => texts.place_agencies(),
            Self::Findings => CommandId::TabFindings.text(words.lang).short,
            Self::Table => texts.place_table(),
            Self::Text => CommandId::TabText.text(words.lang).short,
            Self::Notes => CommandId::TabNotes.text(words.lang).short,
            Self::Source => CommandId::TabSource.text(words.lang).short,
            Self::Doubts => CommandId::TabDoubts.text(words.lang).short,
            Self::Cell => texts.place_cell(),
            Self::Years => CommandId::TabYears.text(words.lang).short,
            Self::Versions => CommandId::TabVersions.text(words.lang).short,
        }
    }

    /// Does it show a table of the form, or a cell of one?
    #[must_use]
    pub fn is_of_table(self) -> bool {
        matches!(self, Self::Table | Self::Cell)
    }

    /// The screen that another report is shown on after this one: never one cell by itself.
    #[must_use]
    pub fn without_cell(self) -> Self {
        if self == Self::Cell { Self::Table } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_found_by_its_name() {
        assert!(Screen::ALL.into_iter().all(|screen| Screen::parse(screen.id()) == Some(screen)));
    }
}
