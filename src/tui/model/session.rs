//! Where the reviewer was: what is kept at the end, and restored at the next start.

use crate::check::Fingerprint;
use crate::report::SafeText;

use super::places::PlaceMarks;
use super::screen::Screen;
use super::setting::Setting;
use super::window::Window;

/// Where the reviewer was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Session {
    /// What the list was set to.
    pub setting: Setting,
    /// The id under its cursor.
    pub cursor: Option<SafeText>,
    /// On which line of the screen's list that was.
    pub line: usize,
    /// Where in a report, if one was open.
    pub open: Option<OpenAt>,
    /// The places marked with a letter.
    pub marks: PlaceMarks,
}

/// A place in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAt {
    pub report: SafeText,
    /// The screen on which it was shown.
    pub screen: Screen,
    /// The table shown there, by its position in the form.
    pub table: Option<usize>,
    /// The current finding.
    pub finding: Option<Fingerprint>,
    /// The cursor in the findings, which may be on what could not be checked.
    pub findings: Window,
    /// Was the current finding marked in the tables?
    pub marked: bool,
    /// The cursors in the tables.
    pub cursors: Vec<(usize, usize)>,
    /// The first row shown in each table.
    pub offsets: Vec<usize>,
    /// The cursor in the text, as wide as the screen was.
    pub text: Window,
    /// Section and first character of the line under the cursor of the text.
    pub passage: Option<(u8, usize)>,
    /// The cursor in the notes.
    pub notes: Window,
    /// The cursor in the reading doubts.
    pub doubts: Window,
    /// The cursor in the document.
    pub source: Window,
    /// The number of the line under it.
    pub source_line: Option<u32>,
}
