//! A line of a page: one text, or the fields of a row.

use crate::read::document::block::trim;
use crate::read::document::{Field, Mark};
use crate::read::format::shared::looks;

/// One line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read::format) struct Piece {
    /// One text, or the fields of a table's row; none for a picture that stands in no cell of its own.
    pub(crate) fields: Vec<String>,
    /// The line of the source that it begins on, from 1.
    pub(crate) line: u64,
    /// Is there an empty paragraph before it, or the edge of a table?
    pub(crate) after_gap: bool,
    /// What is doubtful about the fields by their look; none where nothing is.
    pub(crate) marks: Vec<(usize, Mark)>,
}

impl Piece {
    /// A picture.
    pub(crate) fn picture(line: u64) -> Self {
        Self { fields: Vec::new(), line, after_gap: false, marks: Vec::new() }
    }

    /// Is it one?
    pub(crate) fn is_picture(&self) -> bool {
        self.fields.is_empty()
    }

    /// Takes what is struck out and raised for what it is.
    pub(crate) fn settle_looks(&mut self) {
        match self.fields.as_mut_slice() {
            [text] => *text = trim(&looks::prose(text)).to_owned(),
            fields => {
                for (at, field) in fields.iter_mut().enumerate() {
                    let (text, mark) = looks::cell(field);
                    *field = text;
                    self.marks.extend(mark.map(|mark| (at, mark)));
                }
            }
        }
    }

    /// Its fields with what is doubtful about them.
    pub(crate) fn into_fields(self) -> Vec<Field> {
        let mut fields: Vec<Field> = self.fields.into_iter().map(Field::new).collect();
        for (at, mark) in self.marks {
            if let Some(field) = fields.get_mut(at) {
                field.mark = Some(mark);
            }
        }
        fields
    }
}
