//! The place of a session: `sessions/….json`, one file for each directory that is reviewed.
//!
//! Keys that are not ours stay in the file: others may keep something there too.

use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::tui::model::places::PlaceMarks;
use crate::tui::model::session::{OpenAt, Session};
use crate::tui::model::{Screen, Tab, Window};

use super::{KeptTrouble, MAX_CHIPS, Rules, line, number, object, put_setting, setting, text_of};

const SCHEMA: &str = "gouji/session/1";

/// The tables of a report, as the file calls them, by their positions in the form; a cell is one of a table. Other
/// screens have the names of their tabs.
const TABLES: [&str; 3] = ["disclosure", "requests", "disputes"];

/// The file as it is: whatever else stands in it is written again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct File(Map<String, Value>);

impl File {
    /// Reads the file of a directory.
    ///
    /// # Errors
    /// If it is none of ours, or another directory's.
    pub(crate) fn parse(text: &str, directory: &str) -> Result<Self, KeptTrouble> {
        let file = object(text, SCHEMA)?;
        match file.get("directory").and_then(Value::as_str) == Some(directory) {
            true => Ok(Self(file)),
            false => Err(KeptTrouble::Elsewhere),
        }
    }

    /// Where the reviewer was; what is not as it should be is as it is at a fresh start.
    #[must_use]
    pub(crate) fn session(&self, rules: &Rules) -> Session {
        Session {
            setting: setting(&self.0, rules),
            cursor: id(self.0.get("cursor")),
            line: number(self.0.get("line")).unwrap_or(0),
            open: self.0.get("open").and_then(Value::as_object).and_then(open),
            marks: self.0.get("marks").and_then(|marks| PlaceMarks::deserialize(marks).ok()).unwrap_or_default(),
        }
    }

    /// The text of the file with this place in it.
    #[must_use]
    pub(crate) fn text(&self, session: &Session, directory: &str) -> String {
        let mut file = self.0.clone();
        let mut put = |key: &str, value: Value| drop(file.insert(key.to_owned(), value));
        put("schema", SCHEMA.into());
        put("directory", directory.into());
        put("cursor", session.cursor.as_ref().map_or(Value::Null, |id| id.as_str().into()));
        put("line", session.line.into());
        put("marks", serde_json::to_value(&session.marks).unwrap_or_default());
        put("open", session.open.as_ref().map_or(Value::Null, open_value));
        put_setting(&mut file, &session.setting);
        text_of(&file)
    }
}

/// Ids may be long paths.
fn id(value: Option<&Value>) -> Option<crate::report::SafeText> {
    value?.as_str().map(crate::report::SafeText::line)
}

fn open(object: &Map<String, Value>) -> Option<OpenAt> {
    let at = |key: &str| object.get(key).map(window).unwrap_or_default();
    let is = |key: &str| object.get(key).and_then(Value::as_bool).unwrap_or(false);
    let tab = line(object.get("tab")).unwrap_or_default();
    let (screen, table) = match TABLES.iter().position(|name| *name == &*tab) {
        Some(table) if is("cell") => (Screen::Cell, Some(table)),
        Some(table) => (Screen::Table, Some(table)),
        None => (Screen::of_tab(&tab).unwrap_or(Screen::Findings), None),
    };
    let list = |key: &str| object.get(key).and_then(Value::as_array).into_iter().flatten().take(MAX_CHIPS);
    Some(OpenAt {
        report: id(object.get("report"))?,
        screen,
        table,
        finding: object.get("finding").and_then(Value::as_str).and_then(|name| name.parse().ok()),
        findings: at("findings"),
        marked: is("marked"),
        cursors: list("cursors").map(|value| pair(value).unwrap_or_default()).collect(),
        offsets: list("offsets").map(|value| number(Some(value)).unwrap_or(0)).collect(),
        text: at("text"),
        passage: object
            .get("passage")
            .and_then(pair)
            .and_then(|(section, start)| Some((section.try_into().ok()?, start))),
        notes: at("notes"),
        doubts: at("doubts"),
        source: at("source"),
        source_line: number(object.get("source_line")).and_then(|line| line.try_into().ok()),
    })
}

fn pair(value: &Value) -> Option<(usize, usize)> {
    let pair = value.as_array().filter(|pair| pair.len() == 2)?;
    Some((number(pair.first())?, number(pair.get(1))?))
}

fn window(value: &Value) -> Window {
    pair(value).map(|(cursor, offset)| Window { cursor, offset }).unwrap_or_default()
}

fn open_value(at: &OpenAt) -> Value {
    let tab = match (at.screen.tab(), at.table) {
        (Tab::OfTable | Tab::OfCell, Some(table)) => TABLES.get(table).copied(),
        (Tab::Own(_), None) => Some(at.screen.id()),
        (Tab::OfTable | Tab::OfCell, None) | (Tab::Own(_), Some(_)) | (Tab::Outside, _) => None,
    };
    let pair = |(first, second): (usize, usize)| Value::from(vec![first, second]);
    let window = |window: Window| pair((window.cursor, window.offset));
    serde_json::json!({
        "report": at.report.as_str(),
        "tab": tab.unwrap_or(Screen::Findings.id()),
        "cell": at.screen == Screen::Cell,
        "finding": at.finding.map(|name| name.to_string()),
        "findings": window(at.findings),
        "marked": at.marked,
        "cursors": at.cursors.iter().copied().map(pair).collect::<Vec<_>>(),
        "passage": at.passage.map(|(section, start)| pair((section.into(), start))),
        "offsets": at.offsets,
        "text": window(at.text),
        "notes": window(at.notes),
        "doubts": window(at.doubts),
        "source": window(at.source),
        "source_line": at.source_line,
    })
}
