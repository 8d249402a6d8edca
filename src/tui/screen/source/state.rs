//! The document a report was read from, line by line: read from disk when its tab is first shown, never changed.

use crate::form::Cell;
use crate::report::{SafeText, SourceLine};
use crate::tui::model::Window;

/// A document as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ShownDocument {
    pub(crate) name: SafeText,
    /// Its lines, by number.
    pub(crate) lines: Vec<SourceLine>,
    /// Is it another file than the one the report was read from? Then its lines need not be where the report says.
    pub(crate) changed: bool,
}

/// How far reading the document is.
#[derive(Debug, Default)]
pub(crate) enum Text {
    /// Nobody has looked yet.
    #[default]
    Unasked,
    Pending,
    Ready(Box<ShownDocument>),
    /// In words why not.
    Failed(Box<str>),
}

/// A place of the document that is to be under the cursor as soon as the document is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sought {
    /// Where the value of this cell stood.
    Cell(Cell),
    /// The line of this number.
    Line(u32),
    /// The first line of this page.
    Page(u32),
}

/// The tab of the document.
#[derive(Debug, Default)]
pub(crate) struct SourceTab {
    pub(crate) text: Text,
    /// The cursor in its lines.
    pub(crate) window: Window,
    /// The cell whose value is marked: the one under the cursor of the table last shown.
    pub(crate) cell: Option<Cell>,
    /// The cell that was gone to last from a line: going again from the same line takes the next one.
    pub(crate) entered: Option<Cell>,
    /// What is to be under the cursor.
    pub(crate) sought: Option<Sought>,
}

impl SourceTab {
    /// The document, once it is read.
    #[must_use]
    pub(crate) fn document(&self) -> Option<&ShownDocument> {
        match &self.text {
            Text::Ready(document) => Some(document),
            _ => None,
        }
    }

    /// All lines; none while the document is not there.
    #[must_use]
    pub(crate) fn lines(&self) -> &[SourceLine] {
        self.document().map_or(&[], |document| &document.lines)
    }

    /// The line under the cursor.
    #[must_use]
    pub(crate) fn line(&self) -> Option<&SourceLine> {
        self.lines().get(self.window.cursor)
    }
}
