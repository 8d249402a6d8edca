//! What the columns of a ledger, or of a list of dates, hold: by their headings, or by the ids of cells.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::form;
use crate::report::roster;

/// The columns that a list may have beside those that are known: what they are called, and what they hold.
pub(crate) type ColumnNames = [(Box<str>, Box<str>)];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    names: HashMap<Box<str>, Vec<Box<str>>>,
    cells: HashMap<Box<str>, Vec<Box<str>>>,
}

static COLUMNS: LazyLock<Option<Columns>> = LazyLock::new(|| {
    // That the embedded file loads is proved by the test `the_known_columns_are_sound`.
    toml::from_str(include_str!("columns.toml")).ok()
});

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Region,
    Year,
    Received,
    Published,
    /// A cell, by its id.
    Cell(&'static str),
}

impl Column {
    /// By what it is called in mappings: `name`, `year`, the id of a cell.
    fn of(what: &str) -> Option<Self> {
        Some(match what {
            "name" => Self::Name,
            "region" => Self::Region,
            "year" => Self::Year,
            "received" => Self::Received,
            "published" => Self::Published,
            cell => Self::Cell(form::cell_id(cell)?),
        })
    }

    /// By its heading.
    pub(super) fn headed(heading: &str, own: &ColumnNames) -> Option<Self> {
        let heading = heading.trim();
        if let Some((_, what)) = own.iter().find(|(name, _)| **name == *heading) {
            return Self::of(what);
        }
        let known = COLUMNS.iter().flat_map(|columns| columns.names.iter().chain(&columns.cells));
        let mut known = known.filter(|(_, names)| names.iter().any(|name| **name == *heading));
        let known = known.next().and_then(|(what, _)| Self::of(what));
        known.or_else(|| Self::of_roster(heading)).or_else(|| Self::of(heading))
    }

    /// What a roster calls so, a list does too.
    fn of_roster(heading: &str) -> Option<Self> {
        match roster::Column::headed(heading)? {
            roster::Column::Name => Some(Self::Name),
            roster::Column::Region => Some(Self::Region),
            roster::Column::Received => Some(Self::Received),
            roster::Column::Published => Some(Self::Published),
            roster::Column::Aliases
            | roster::Column::Level
            | roster::Column::Kind
            | roster::Column::Parent
            | roster::Column::Predecessors
            | roster::Column::From
            | roster::Column::Until => None,
        }
    }

    /// Does it tell whose line it is, and of which year?
    pub(super) fn is_whose(&self) -> bool {
        matches!(self, Self::Name | Self::Region | Self::Year)
    }
}

/// Can a column hold this? For profiles that name what a column holds.
#[must_use]
pub(crate) fn is_column(what: &str) -> bool {
    Column::of(what).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_columns_are_sound() {
        let columns = COLUMNS.as_ref().unwrap();
        for what in columns.names.keys().chain(columns.cells.keys()) {
            assert!(is_column(what), "{what}");
        }
        for name in columns.names.values().flatten() {
            assert_eq!(Column::of_roster(name), None, "{name} is known from the roster");
        }
        let mut all: Vec<&str> =
            columns.names.values().chain(columns.cells.values()).flatten().map(|name| &**name).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "a name means one column");
    }
}
