//! Where the reviewer was: what is kept at the end, and restored at the next start.

use crate::check::Fingerprint;
use crate::report::SafeText;

use super::places::PlaceMarks;
use super::screen::Screen;
use super::setting::Setting;
use super::window::Window;

/// Where the reviewer was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Session {
    /// What the list was set to.
    pub(crate) setting: Setting,
    /// The id under its cursor.
    pub(crate) cursor: Option<SafeText>,
    /// On which line of the screen's list that was.
    pub(crate) line: usize,
    /// Where in a report, if one was open.
    pub(crate) open: Option<OpenAt>,
    /// The places marked with a letter.
    pub(crate) marks: PlaceMarks,
}

/// A place in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenAt {
    pub(crate) report: SafeText,
    /// The screen on which it was shown.
    pub(crate) screen: Screen,
    /// The table shown there, by its position in the form.
    pub(crate) table: Option<usize>,
    /// The current finding.
    pub(crate) finding: Option<Fingerprint>,
    /// The cursor in the findings, which may be on what could not be checked.
    pub(crate) findings: Window,
    /// Was the current finding marked in the tables?
    pub(crate) marked: bool,
    /// The cursors in the tables.
    pub(crate) cursors: Vec<(usize, usize)>,
    /// The first row shown in each table.
    pub(crate) offsets: Vec<usize>,
    /// The cursor in the text, as wide as the screen was.
    pub(crate) text: Window,
    /// Section and first character of the line under the cursor of the text.
    pub(crate) passage: Option<(u8, usize)>,
    /// The cursor in the notes.
    pub(crate) notes: Window,
    /// The cursor in the reading doubts.
    pub(crate) doubts: Window,
    /// The cursor in the document.
    pub(crate) source: Window,
    /// The number of the line under it.
    pub(crate) source_line: Option<u32>,
}
