//! A document as lines with their places: what every format is turned into, and what the desk shows as the source.

pub(super) mod block;
pub(super) mod doubt;
pub(super) mod error;

use block::{Block, trim};

/// A document with more lines than this is no report.
pub(super) const MAX_LINES: usize = 1 << 20;
/// A line with more fields than this is no row of a table.
pub(super) const MAX_FIELDS: usize = 256;
/// No archive may unpack to more bytes than this.
pub(super) const MAX_UNPACKED: u64 = 256 << 20;

/// More pictures than this are not counted.
const MAX_PICTURES: usize = 256;

/// A document, read but not yet understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The format's name: `text`, `html`, `docx`, ….
    pub(crate) format: &'static str,
    /// The encoding of its text, where the format leaves one open.
    pub(crate) encoding: Option<String>,
    /// How many characters could not be decoded and stand as U+FFFD.
    pub damaged: usize,
    /// The titles that it has outside of its text: in the head of a page, in the properties of a file.
    pub(crate) titles: Vec<String>,
    /// Its lines in reading order.
    pub lines: Vec<Line>,
    /// Pictures between them, which may be what is missing.
    pub(crate) pictures: Vec<Picture>,
    /// Pages of which something was not looked at or could not be read.
    pub(crate) partly: Vec<Partly>,
}

/// A page of which a part is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Partly {
    /// The page, from 1.
    pub(crate) page: u32,
    pub(crate) why: Why,
}

/// Why a part of a page is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum Why {
    /// There is more drawn on it than is looked at.
    Drawing,
    /// Its text is in a font that cannot be read.
    Font,
}

/// A picture in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The number of the line before it; 0 if it comes first.
    pub(crate) line: u32,
    /// The page, from 1, where it is known.
    pub(crate) page: Option<u32>,
}

/// One line of text, or one row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its number, from 1: the line of a text file; in other formats the position in [`Document::lines`].
    pub(crate) number: u32,
    /// The page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// One field for a paragraph; a table row has one for each column of its grid, blank where a merged cell goes on.
    pub fields: Vec<Field>,
    /// Is there an empty line before it, or the edge of a table?
    pub(crate) after_gap: bool,
}

/// One cell of a row, or the whole text of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    /// What stands there; no line breaks and no tabs.
    pub text: String,
    /// Its place where the format names one: `Sheet1!B5`.
    pub(crate) place: Option<Box<str>>,
    /// What is doubtful about it by its look.
    pub(crate) mark: Option<Mark>,
}

/// What makes the text of a field doubtful, whatever it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum Mark {
    /// It is struck out, and nothing stands for it.
    Struck,
    /// It is raised, or something raised beside it was left out that may be part of it.
    Raised,
    /// It can hardly be seen, or something that cannot was left out.
    Faint,
    /// Its digits stand apart and were taken as one number.
    Spread,
    /// A picture stands there.
    Picture,
    /// Something was painted over it.
    Covered,
}

impl Document {
    /// Adds a line with the next number.
    pub(super) fn push(&mut self, page: Option<u32>, fields: Vec<Field>, after_gap: bool) {
        let number = u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX);
        self.lines.push(Line { number, page, fields, after_gap });
    }

    /// A picture stands behind the last line.
    pub(super) fn add_picture(&mut self, page: Option<u32>) {
        if self.pictures.len() < MAX_PICTURES {
            let line = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
            self.pictures.push(Picture { line, page });
        }
    }

    /// Its lines as the recogniser takes them: without the empty ones.
    pub(super) fn blocks(&self) -> Vec<Block<'_>> {
        let mut gap = false;
        let mut blocks = Vec::new();
        for line in &self.lines {
            if line.fields.is_empty() {
                gap = true;
                continue;
            }
            let fields = line.fields.iter().map(|field| trim(&field.text)).collect();
            let named = line.fields.iter().any(|field| field.place.is_some());
            let places = line.fields.iter().filter(|_| named).map(|field| field.place.as_deref()).collect();
            let is_marked = line.fields.iter().any(|field| field.mark.is_some());
            let marks = line.fields.iter().filter(|_| is_marked).map(|field| field.mark).collect();
            let after_gap = std::mem::take(&mut gap) || line.after_gap;
            blocks.push(Block { line: line.number, column: 0, page: line.page, fields, places, marks, after_gap });
        }
        blocks
    }
}

impl Field {
    /// The same text with a doubt about it.
    #[must_use]
    pub(crate) fn marked(self, mark: Option<Mark>) -> Self {
        Self { mark, ..self }
    }

    /// A text without a place of its own.
    #[must_use]
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), place: None, mark: None }
    }
}
