//! The lines of a document as they come, within bounds.

use crate::read::document::error::ReadError;
use crate::read::document::{Document, Field, MAX_FIELDS, MAX_LINES};

/// All lines of a document together have no more fields than this.
const MAX_CELLS: usize = 1 << 20;

/// A document on the way.
pub(in crate::read::format) struct Lines {
    document: Document,
    fields: usize,
    is_gap: bool,
}

impl Lines {
    /// None yet, of a document in this format.
    pub(crate) fn new(format: &'static str) -> Self {
        Self { document: Document { format, ..Document::default() }, fields: 0, is_gap: false }
    }

    /// An empty line, or the edge of a table.
    pub(crate) fn gap(&mut self) {
        self.is_gap = true;
    }

    /// A picture stands behind the last line.
    pub(crate) fn picture(&mut self, page: Option<u32>) {
        self.document.add_picture(page);
    }

    /// Adds a line with the next number. Fields beyond [`MAX_FIELDS`] are no part of any table and left out.
    ///
    /// # Errors
    /// If there are more lines, or fields in them, than any report has.
    pub(crate) fn push(&mut self, page: Option<u32>, fields: Vec<Field>) -> Result<(), ReadError> {
        self.add(page, fields)
    }

    /// Adds a line with a number of its own.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub(crate) fn push_numbered(&mut self, number: u32, fields: Vec<Field>) -> Result<(), ReadError> {
        self.add(None, fields)?;
        if let Some(line) = self.document.lines.last_mut() {
            line.number = number;
        }
        Ok(())
    }

    fn add(&mut self, page: Option<u32>, mut fields: Vec<Field>) -> Result<(), ReadError> {
        if fields.len() > MAX_FIELDS {
            fields.truncate(MAX_FIELDS);
            fields.shrink_to_fit();
        }
        self.fields += fields.len();
        if self.document.lines.len() >= MAX_LINES || self.fields > MAX_CELLS {
            return Err(ReadError::TooLarge);
        }
        let after_gap = std::mem::take(&mut self.is_gap);
        self.document.push(page, fields, after_gap);
        Ok(())
    }

    pub(crate) fn finish(self) -> Document {
        self.document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masses_are_refused() {
        let mut lines = Lines::new("csv");
        let row = || vec![Field::default(); MAX_FIELDS];
        for _ in 0..MAX_CELLS / MAX_FIELDS {
            lines.push(None, row()).unwrap();
        }
        assert_eq!(lines.push(None, row()), Err(ReadError::TooLarge));
    }
}
