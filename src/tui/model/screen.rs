//! The screens of the desk: where the reviewer is, and what each screen is.

use crate::words::{CommandId, Words};

/// The tab under which a screen is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    /// None: it is of no report.
    Outside,
    /// One of its own, shown by this command and called as that is.
    Own(CommandId),
    /// That of the table shown: each table of the form has one.
    OfTable,
    /// That of the table which the cell is in.
    OfCell,
}

/// What the keys for the next and the one before go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Finding,
    Doubt,
}

/// All that a screen must say of itself besides what it shows and does.
struct Traits {
    /// Its name in the file of keys; that of a tab of its own is its name in the file of a session too. Files out there
    /// have it: it stays.
    id: &'static str,
    tab: Tab,
    /// Has it lines to move along?
    lines: bool,
    /// Has it columns?
    columns: bool,
    /// Does a heading stand above its lines?
    heading: bool,
    next: Next,
}

/// The screens, each with what it is. What it shows and does is in its folder, [`crate::tui::screen`].
macro_rules! screens {
    ($($(#[$doc:meta])+ $screen:ident { $($what:ident: $value:expr),+ $(,)? })+) => {
        /// A screen of the desk.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum Screen {
            $($(#[$doc])+ $screen,)+
        }

        impl Screen {
            /// All of them, in the order of their tabs.
            pub(crate) const ALL: [Self; [$(stringify!($screen)),+].len()] = [$(Self::$screen),+];

            const fn traits(self) -> &'static Traits {
                match self {
                    $(Self::$screen => &Traits { $($what: $value),+ },)+
                }
            }
        }
    };
}

screens! {
    /// The list of agencies.
    Agencies {
        id: "agencies", tab: Tab::Outside,
        lines: true, columns: false, heading: true, next: Next::Finding,
    }
    /// The findings of a report.
    Findings {
        id: "findings", tab: Tab::Own(CommandId::TabFindings),
        lines: true, columns: false, heading: false, next: Next::Finding,
    }
    /// One of the tables of a report.
    Table {
        id: "table", tab: Tab::OfTable,
        lines: true, columns: true, heading: true, next: Next::Finding,
    }
    /// The text of a report.
    Text {
        id: "text", tab: Tab::Own(CommandId::TabText),
        lines: true, columns: false, heading: false, next: Next::Finding,
    }
    /// The notes of a report, and other review acts.
    Notes {
        id: "notes", tab: Tab::Own(CommandId::TabNotes),
        lines: true, columns: false, heading: false, next: Next::Finding,
    }
    /// The document that a report was read from.
    Source {
        id: "source", tab: Tab::Own(CommandId::TabSource),
        lines: true, columns: false, heading: true, next: Next::Finding,
    }
    /// What was doubtful in reading a report.
    Doubts {
        id: "doubts", tab: Tab::Own(CommandId::TabDoubts),
        lines: true, columns: false, heading: false, next: Next::Doubt,
    }
    /// One cell of a table by itself.
    Cell {
        id: "cell", tab: Tab::OfCell,
        lines: false, columns: false, heading: false, next: Next::Finding,
    }
    /// The years of an agency.
    Years {
        id: "years", tab: Tab::Own(CommandId::TabYears),
        lines: true, columns: true, heading: true, next: Next::Finding,
    }
    /// What changed since the version before.
    Versions {
        id: "versions", tab: Tab::Own(CommandId::TabVersions),
        lines: true, columns: false, heading: true, next: Next::Finding,
    }
}

/// The screens of which something is so, in the order of all: `those!(has_lines)`.
macro_rules! those {
    ($is:ident) => {{
        #[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which refuses what is out of bounds")]
        const FOUND: ([$crate::tui::model::Screen; $crate::tui::model::Screen::ALL.len()], usize) = {
            use $crate::tui::model::Screen;

            let mut found = Screen::ALL;
            let (mut number, mut count) = (0, 0);
            while number < found.len() {
                if Screen::ALL[number].$is() {
                    found[count] = Screen::ALL[number];
                    count += 1;
                }
                number += 1;
            }
            (found, count)
        };
        const ROOM: &[$crate::tui::model::Screen] = &FOUND.0;
        ROOM.split_at(FOUND.1).0
    }};
}
pub(crate) use those;

impl Screen {
    /// Its name in the file of keys.
    #[must_use]
    pub(crate) const fn id(self) -> &'static str {
        self.traits().id
    }

    /// The screen of this name.
    #[must_use]
    pub(crate) fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.id() == id)
    }

    /// The tab under which it is reached.
    #[must_use]
    pub(crate) const fn tab(self) -> Tab {
        self.traits().tab
    }

    /// The screen with a tab of its own that the files call so.
    #[must_use]
    pub(crate) fn of_tab(name: &str) -> Option<Self> {
        Self::parse(name).filter(|screen| matches!(screen.tab(), Tab::Own(_)))
    }

    /// Its name for people.
    #[must_use]
    pub(crate) fn name(self, words: &Words) -> &'static str {
        match self.tab() {
            Tab::Outside => words.keys.place_agencies(),
            Tab::Own(command) => command.text(words.lang).short,
            Tab::OfTable => words.keys.place_table(),
            Tab::OfCell => words.keys.place_cell(),
        }
    }

    /// Is it one of a report?
    #[must_use]
    pub(crate) const fn is_in_report(self) -> bool {
        !matches!(self.tab(), Tab::Outside)
    }

    /// Are there lines to move along?
    #[must_use]
    pub(crate) const fn has_lines(self) -> bool {
        self.traits().lines
    }

    /// Are there columns to move along?
    #[must_use]
    pub(crate) const fn has_columns(self) -> bool {
        self.traits().columns
    }

    /// Does a heading stand above its lines?
    #[must_use]
    pub(crate) const fn has_heading(self) -> bool {
        self.traits().heading
    }

    /// Is the next one there a finding?
    #[must_use]
    pub(crate) const fn goes_to_findings(self) -> bool {
        matches!(self.traits().next, Next::Finding)
    }

    /// Is the next one there a reading doubt?
    #[must_use]
    pub(crate) const fn goes_to_doubts(self) -> bool {
        matches!(self.traits().next, Next::Doubt)
    }

    /// Does it show a table of the form, or a cell of one?
    #[must_use]
    pub(crate) fn is_of_table(self) -> bool {
        matches!(self.tab(), Tab::OfTable | Tab::OfCell)
    }

    /// The screen that another report is shown on after this one: never one cell by itself.
    #[must_use]
    pub(crate) fn without_cell(self) -> Self {
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
