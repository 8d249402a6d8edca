//! The parsed report.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::value::RawValue;

use crate::base::text::SafeText;
use crate::form::Form;

use super::cells::Cells;
use super::nature::Nature;

/// Who reports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agency {
    /// The full name; empty where the reader of a document found none, see [`Agency::call_unnamed`].
    pub name: SafeText,
    /// Province, city, county, as far as known; thousands of reports share one.
    pub region: Arc<[SafeText]>,
    /// For instance `county-department`; free text of the program that wrote the report.
    pub level: Option<SafeText>,
    /// Who it was read as, where a reviewer has named it: what they wrote before they did is kept by that, see
    /// [`Agency::key`].
    pub read_as: Option<Box<Agency>>,
}

/// Which report it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Who reports.
    pub agency: Agency,
    /// The year reported on.
    pub year: u16,
    /// Which submission for that year, where the writer numbers them.
    pub version: Option<u32>,
}

#[cfg(test)]
impl Head {
    /// Of an agency of this name, in a region of these parts.
    pub(crate) fn of(name: &str, region: &[&str], year: u16) -> Self {
        let region = region.iter().map(|part| SafeText::line(part)).collect();
        Self { agency: Agency { name: SafeText::line(name), region, ..Agency::default() }, year, version: None }
    }
}

/// Head and cells: what is kept in memory for every report of a directory.
#[derive(Debug, Clone)]
pub struct Lean {
    /// Which report it is.
    pub head: Head,
    /// The edition its tables follow.
    pub form: &'static Form,
    /// The numbers.
    pub cells: Cells,
    /// How many reading doubts it carries.
    pub remarks: u32,
}

/// A whole report.
#[derive(Debug, Clone)]
pub struct Report {
    /// Head and cells.
    pub lean: Lean,
    /// Everything that is looked at only when somebody looks.
    pub narrative: Narrative,
}

impl Report {
    /// What the document is like that it was read from; of a report that names no format nothing is known.
    #[must_use]
    pub fn nature(&self) -> Nature {
        let format = self.narrative.source.as_ref().and_then(|source| source.format.as_deref());
        Nature::of(format.unwrap_or_default())
    }
}

/// The parts of a report that stay on disk until somebody looks.
#[derive(Debug, Clone, Default)]
pub struct Narrative {
    /// The title as it stands in the document.
    pub title: Option<SafeText>,
    /// What stands between the title and the first section: why and by whom the report was made.
    pub preface: Option<SafeText>,
    /// The six sections, as far as they were found.
    pub sections: Vec<Section>,
    /// The document it was read from.
    pub source: Option<Source>,
    /// Where each value stood, by cell id.
    pub origins: BTreeMap<Box<str>, Origin>,
    /// What the reader could not settle.
    pub remarks: Vec<Remark>,
    /// Keys of other programs, kept as they are: the path (`agency.code`) and the JSON text.
    pub unknown: Vec<(Box<str>, Box<RawValue>)>,
}

/// One section with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// 1 to 6.
    pub number: u8,
    /// The heading as it stands: `一、总体情况`.
    pub heading: SafeText,
    /// The text below it, without the tables. Offsets into it count Unicode scalar values.
    pub text: SafeText,
}

/// The document a report was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Its file name.
    pub(crate) file: Option<SafeText>,
    /// The SHA-256 of its bytes, in hex.
    pub(crate) sha256: Option<SafeText>,
    /// `text`, `pdf`, ….
    pub format: Option<SafeText>,
    /// `utf-8`, `gb18030`, ….
    pub encoding: Option<SafeText>,
}

/// Where a value stood in its document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The page, from 1.
    pub(crate) page: Option<u32>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The place as its format names it: `Sheet1!B5`.
    pub place: Option<SafeText>,
    /// The text as it stood there.
    pub text: Option<SafeText>,
}

/// What the reader could not settle while reading a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remark {
    /// The cell it is about, by id.
    pub cell: Option<SafeText>,
    /// For instance `extra-value`.
    pub kind: SafeText,
    /// What it is about, by name: what is said of it is made of this, see [`Remark::text`]. Remarks of one cause share it.
    pub(crate) values: Option<Arc<BTreeMap<SafeText, SafeText>>>,
    /// In the words of whoever wrote it, where these are all there is: its kind is unknown, or it has no values.
    pub(crate) message: SafeText,
    /// The wording that it is about, where it is about one.
    pub(crate) label: Option<WordedLabel>,
    /// The page, from 1.
    pub(crate) page: Option<u32>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// Does it say what the remark before it says, of another cell? All of them are one.
    pub again: bool,
}

/// A wording on the form beside what stands in the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct WordedLabel {
    /// The table, by id, where it takes saying.
    pub(crate) table: Option<SafeText>,
    /// As it is on the form.
    pub(crate) official: Option<SafeText>,
    /// As it stands in the document.
    pub(crate) text: Option<SafeText>,
}

impl Head {
    /// Agency and year in one line, for messages.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.agency.name, self.year)
    }
}
