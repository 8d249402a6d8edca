//! What is open while a page is read: paragraphs on their way, and tables that are not closed yet.

use crate::read::format::html::piece::Piece;
use crate::read::format::html::table::{Cell, Row};
use crate::read::format::shared::words::Words;

/// So many pictures of one paragraph count.
const MAX_PICTURES: usize = 2;

/// Paragraphs in order, and the one that is being read.
#[derive(Default)]
pub(super) struct Flow {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) words: Words,
    pub(crate) line: u64,
    pub(crate) gap: bool,
    /// Pictures among the words.
    pub(crate) pictures: usize,
}

impl Flow {
    /// Ends the paragraph, if one has begun.
    pub(crate) fn end(&mut self) {
        let text = self.words.take();
        if !text.is_empty() {
            let after_gap = std::mem::take(&mut self.gap);
            self.pieces.push(Piece { fields: vec![text], line: self.line, after_gap, marks: Vec::new() });
        }
        let pictures = std::mem::take(&mut self.pictures).min(MAX_PICTURES);
        self.pieces.extend(std::iter::repeat_n(Piece::picture(self.line), pictures));
    }

    /// Ends the paragraph; an empty one is a gap.
    pub(crate) fn break_line(&mut self) {
        self.gap |= self.words.len() == 0;
        self.end();
    }
}

/// A table that is not closed yet.
#[derive(Default)]
pub(super) struct Open {
    pub(crate) rows: Vec<Row>,
    pub(crate) row: Option<Row>,
    pub(crate) cell: Option<(Cell, Flow)>,
    /// Is the row that is being read not shown, is the cell?
    pub(crate) is_hidden: (bool, bool),
    /// Have the table, the row and the cell a ground of a colour?
    pub(crate) grounds: (bool, bool, bool),
    /// What stands in the table and in none of its cells; it is shown before it.
    pub(crate) outside: Flow,
}

impl Open {
    pub(crate) fn has_ground(&self) -> bool {
        self.grounds.0 || self.grounds.1 || self.grounds.2
    }
}
