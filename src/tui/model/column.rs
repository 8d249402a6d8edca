//! The columns of the list of agencies behind status and name: which there are, and in which order.

use crate::words::Words;

use super::order::SortKey;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListColumn {
    Year,
    Errors,
    Warnings,
    Hints,
    /// How many findings have a verdict.
    Progress,
    Doubts,
    Notes,
    /// Until when it is to be reported anew.
    Due,
    /// Whose it is to look at.
    Assignee,
    Region,
    File,
}

impl ListColumn {
    /// In the order of the menu.
    pub(crate) const ALL: [Self; 11] = [
        Self::Year,
        Self::Errors,
        Self::Warnings,
        Self::Hints,
        Self::Progress,
        Self::Doubts,
        Self::Notes,
        Self::Due,
        Self::Assignee,
        Self::Region,
        Self::File,
    ];

    /// As in files.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        self.sorts().id()
    }

    #[must_use]
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.id() == id)
    }

    /// What the list is put into order by, when it is by this column.
    #[must_use]
    pub(crate) fn sorts(self) -> SortKey {
        match self {
            Self::Year => SortKey::Year,
            Self::Errors => SortKey::Errors,
            Self::Warnings => SortKey::Warnings,
            Self::Hints => SortKey::Hints,
            Self::Progress => SortKey::Progress,
            Self::Doubts => SortKey::Doubts,
            Self::Notes => SortKey::Notes,
            Self::Due => SortKey::Due,
            Self::Assignee => SortKey::Assignee,
            Self::Region => SortKey::Region,
            Self::File => SortKey::File,
        }
    }

    /// Its head.
    #[must_use]
    pub(crate) fn head(self, words: &Words) -> &'static str {
        Self::ALL.iter().zip(words.find.heads()).find(|(column, _)| **column == self).map_or("", |(_, head)| head)
    }

    /// How wide it is.
    #[must_use]
    pub(crate) fn width(self) -> usize {
        match self {
            Self::Year | Self::Errors | Self::Warnings | Self::Hints | Self::Notes => 6,
            Self::Doubts => 7,
            Self::Progress => 9,
            Self::Due | Self::Assignee => 12,
            Self::Region => 26,
            Self::File => 30,
        }
    }

    /// Are its texts words, which begin at the left?
    #[must_use]
    pub(crate) fn is_text(self) -> bool {
        matches!(self, Self::Due | Self::Assignee | Self::Region | Self::File)
    }
}

/// Those that are shown, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns(Vec<ListColumn>);

impl Default for Columns {
    fn default() -> Self {
        use ListColumn::{Doubts, Errors, Notes, Progress, Region, Warnings, Year};
        Self(vec![Year, Errors, Warnings, Progress, Doubts, Notes, Region])
    }
}

impl FromIterator<ListColumn> for Columns {
    fn from_iter<I: IntoIterator<Item = ListColumn>>(columns: I) -> Self {
        let mut shown = Self(Vec::new());
        for column in columns {
            if shown.place(column).is_none() {
                shown.0.push(column);
            }
        }
        shown
    }
}

impl Columns {
    pub(crate) fn iter(&self) -> impl Iterator<Item = ListColumn> + '_ {
        self.0.iter().copied()
    }

    #[must_use]
    pub(crate) fn place(&self, column: ListColumn) -> Option<usize> {
        self.0.iter().position(|known| *known == column)
    }

    /// Shows a column, as the last one, or no more.
    pub(crate) fn toggle(&mut self, column: ListColumn) {
        match self.place(column) {
            Some(place) => drop(self.0.remove(place)),
            None => self.0.push(column),
        }
    }

    /// Takes the last one away; with `all`, back to the usual ones.
    pub(crate) fn take_back(&mut self, all: bool) {
        if all {
            *self = Self::default();
        } else {
            self.0.pop();
        }
    }

    /// Those shown now: hints have a column as soon as they are asked for.
    #[must_use]
    pub(crate) fn shown(&self, hints: bool) -> Vec<ListColumn> {
        let mut shown = self.0.clone();
        if hints && self.place(ListColumn::Hints).is_none() {
            let after = self.place(ListColumn::Warnings).map_or(shown.len(), |place| place + 1);
            shown.insert(after, ListColumn::Hints);
        }
        shown
    }
}
