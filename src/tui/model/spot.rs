//! One place on the desk, by report id, and how the file of a session has it.

use serde::{Deserialize, Deserializer, Serialize};

use crate::form::{Cell, Form};
use crate::report::SafeText;

use super::screen::{Screen, Tab};

/// A place on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Spot {
    /// The id of the report that is open, or under the cursor of the list; empty where there is none.
    #[serde(deserialize_with = "line")]
    pub(crate) report: SafeText,
    /// Where in the report; `None`: on the list.
    pub(crate) part: Option<PlaceInReport>,
}

/// A place in a report. What there is no longer is left out when one goes there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub(crate) struct PlaceInReport {
    /// The screen on which it is shown.
    pub(crate) screen: Screen,
    /// The table shown there, by its position in the form.
    pub(crate) table: Option<usize>,
    /// The line under the cursor: of a list its position, of the document its number.
    pub(crate) row: usize,
    /// The column under the cursor of a table.
    pub(crate) column: usize,
    /// In the text: a section and the first character of the line, however wide the lines are.
    pub(crate) passage: Option<(u8, usize)>,
    /// The current finding, by its fingerprint; empty for none.
    pub(crate) finding: SafeText,
    /// Is it marked in the table or text?
    pub(crate) marked: bool,
}

/// The same as a file has it.
#[derive(Serialize, Deserialize)]
struct Kept {
    tab: KeptTab,
    #[serde(default)]
    cell: bool,
    #[serde(default)]
    row: usize,
    #[serde(default)]
    column: usize,
    #[serde(default)]
    passage: Option<(u8, usize)>,
    #[serde(default, deserialize_with = "line")]
    finding: SafeText,
    #[serde(default)]
    marked: bool,
}

/// What the files call a screen of a report: a table with its position, and a cell is one of a table.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KeptTab {
    Table(usize),
    #[serde(untagged)]
    Own(OwnTab),
}

/// A screen with a tab of its own, by its name.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct OwnTab(Screen);

impl TryFrom<String> for OwnTab {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Screen::of_tab(&name).map(Self).ok_or("no tab of this name")
    }
}

impl From<OwnTab> for String {
    fn from(tab: OwnTab) -> Self {
        tab.0.id().to_owned()
    }
}

/// A file may hold anything.
fn line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SafeText, D::Error> {
    Ok(SafeText::line(&String::deserialize(deserializer)?))
}

impl PlaceInReport {
    /// The cell, on a screen of a table.
    #[must_use]
    pub(crate) fn cell(&self, form: &Form) -> Option<Cell> {
        form.tables.get(self.table?)?.at(self.row, self.column)
    }
}

impl Spot {
    /// Is the other one another place, even if nobody jumped there?
    #[must_use]
    pub(crate) fn is_away_from(&self, other: &Self) -> bool {
        match (&self.part, &other.part) {
            (None, None) => false,
            (Some(part), Some(there)) => {
                self.report != other.report || part.screen != there.screen || part.table != there.table
            }
            _ => true,
        }
    }
}

impl From<Kept> for PlaceInReport {
    fn from(kept: Kept) -> Self {
        let (screen, table) = match kept.tab {
            KeptTab::Table(table) if kept.cell => (Screen::Cell, Some(table)),
            KeptTab::Table(table) => (Screen::Table, Some(table)),
            KeptTab::Own(OwnTab(screen)) => (screen, None),
        };
        let Kept { row, column, passage, finding, marked, .. } = kept;
        Self { screen, table, row, column, passage, finding, marked }
    }
}

impl From<PlaceInReport> for Kept {
    fn from(part: PlaceInReport) -> Self {
        let tab = match part.screen.tab() {
            Tab::OfTable | Tab::OfCell => KeptTab::Table(part.table.unwrap_or_default()),
            Tab::Own(_) => KeptTab::Own(OwnTab(part.screen)),
            // The list is no place in a report.
            Tab::Outside => KeptTab::Own(OwnTab(Screen::Findings)),
        };
        let cell = part.screen == Screen::Cell;
        let PlaceInReport { row, column, passage, finding, marked, .. } = part;
        Self { tab, cell, row, column, passage, finding, marked }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_as_it_always_was() {
        let part = |screen, table| PlaceInReport {
            screen,
            table,
            row: 3,
            column: 2,
            passage: Some((1, 7)),
            finding: SafeText::line("0a"),
            marked: true,
        };
        let rest = r#""row":3,"column":2,"passage":[1,7],"finding":"0a","marked":true"#;
        for (part, tab) in [
            (part(Screen::Cell, Some(1)), r#""tab":{"table":1},"cell":true"#),
            (part(Screen::Table, Some(2)), r#""tab":{"table":2},"cell":false"#),
            (part(Screen::Versions, None), r#""tab":"versions","cell":false"#),
        ] {
            let text = format!("{{{tab},{rest}}}");
            assert_eq!(serde_json::to_string(&part).unwrap(), text);
            assert_eq!(serde_json::from_str::<PlaceInReport>(&text).unwrap(), part);
        }
        for screen in Screen::ALL.into_iter().filter(|screen| screen.is_in_report()) {
            let part = part(screen, screen.is_of_table().then_some(0));
            let text = serde_json::to_string(&part).unwrap();
            assert_eq!(serde_json::from_str::<PlaceInReport>(&text).unwrap(), part);
        }
        for odd in [r#"{"tab":"agencies"}"#, r#"{"tab":"table"}"#, r#"{"tab":"elsewhere"}"#, r#"{"tab":{"text":1}}"#] {
            assert!(serde_json::from_str::<PlaceInReport>(odd).is_err(), "{odd}");
        }
        let of_text: PlaceInReport = serde_json::from_str(r#"{"tab":"text","cell":true}"#).unwrap();
        assert_eq!((of_text.screen, of_text.table), (Screen::Text, None), "a cell is one of a table");
    }
}
