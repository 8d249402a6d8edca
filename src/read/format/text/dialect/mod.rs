//! Tables as people and programs draw them in a text, and the lines between them.
//!
//! Owns: which lines of a text are a table, whatever the dialect: a grid of `+---+` or of box drawing (`grid`), columns
//! below a ruler of dashes (`ruled`), cells between bars (`bars`), and the dialects that mark a table's begin and end
//! (`marked`). A cell that is wrapped over lines is one field; a merged cell's other fields are blank. What is written
//! inside of a cell is told by `inline`; that a program wrote a merged cell's text into each of its fields, by
//! `merged`.

mod bars;
mod commas;
mod grid;
mod inline;
mod marked;
mod merged;
mod raw;
mod ruled;
#[cfg(test)]
mod tests;

pub(in crate::read::format) use merged::{unmerge, unmerge_lines};

use crate::read::document::block::{self, MAX_BLOCKS};
use crate::read::document::error::ReadError;
use crate::read::document::{Field, Line};

use bars::Bars;
use raw::raw;

/// The lines of a text, the first of which has this number.
pub(in crate::read::format) fn lines(text: &str, first: u32) -> Result<Vec<Line>, ReadError> {
    let raw = raw(text, first)?;
    let mut out = Out::default();
    let mut bars = Bars::default();
    let mut at = 0;
    while let Some(line) = raw.get(at).copied() {
        if line.is_gap() {
            out.gap = true;
            at += 1;
            continue;
        }
        let drawn = grid::table(&raw, at).or_else(|| marked::table(&raw, at)).or_else(|| ruled::table(&raw, at));
        if let Some(drawn) = drawn {
            out.table(drawn.rows)?;
            at = drawn.next.max(at + 1);
            continue;
        }
        match bars.read(&raw, at) {
            bars::Read::Nothing => {}
            bars::Read::Row(fields) => out.row(line.number, fields)?,
            bars::Read::Cells(cells) => {
                for cell in cells {
                    out.push(line.number, vec![inline::cell(cell)])?;
                }
            }
            bars::Read::Line(text) => match commas::row(text) {
                Some(fields) => out.row(line.number, fields)?,
                None => out.text(line.number, text)?,
            },
        }
        at += 1;
    }
    Ok(out.lines)
}

/// The lines read so far.
#[derive(Default)]
struct Out {
    lines: Vec<Line>,
    gap: bool,
}

impl Out {
    fn push(&mut self, number: u32, fields: Vec<String>) -> Result<(), ReadError> {
        if self.lines.len() >= MAX_BLOCKS {
            return Err(ReadError::TooLarge);
        }
        let after_gap = std::mem::take(&mut self.gap);
        let fields = fields.into_iter().map(Field::new).collect();
        self.lines.push(Line { number, page: None, fields, after_gap });
        Ok(())
    }

    /// The rows of a drawn table: its edges are gaps.
    fn table(&mut self, rows: Vec<(u32, Vec<String>)>) -> Result<(), ReadError> {
        self.gap = true;
        for (number, fields) in rows {
            self.row(number, fields)?;
        }
        self.gap = true;
        Ok(())
    }

    /// A row, if anything is left of it without what no one wrote.
    fn row(&mut self, number: u32, fields: Vec<String>) -> Result<(), ReadError> {
        match inline::row(fields) {
            Some(fields) => self.push(number, fields),
            None => Ok(()),
        }
    }

    /// A line without bars: fields between tabs, or a paragraph.
    fn text(&mut self, number: u32, text: &str) -> Result<(), ReadError> {
        let in_table =
            self.lines.last().is_some_and(|line| line.fields.iter().filter(|f| !f.text.is_empty()).count() > 1);
        let fields = block::fields(text, in_table);
        if fields.iter().filter(|field| !field.is_empty()).count() > 1 {
            return self.row(number, fields.into_iter().map(str::to_owned).collect());
        }
        let is_blank = fields.iter().all(|field| field.is_empty());
        let texts: Vec<String> = fields.into_iter().map(inline::paragraph).collect();
        if !is_blank && texts.iter().all(|text| text.is_empty() || inline::is_fence(text)) {
            // Tags alone.
            self.gap = true;
            return Ok(());
        }
        self.push(number, texts)
    }
}
