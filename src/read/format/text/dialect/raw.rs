//! The lines of a text as they stand, how far their words reach on a screen, and a table that was drawn with them.

use unicode_width::UnicodeWidthChar as _;

use crate::read::document::block::{MAX_BLOCKS, trim};
use crate::read::document::error::ReadError;

/// A line of the text; several empty ones in a row are one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw<'t> {
    pub(crate) number: u32,
    /// Empty for a gap.
    pub(crate) text: &'t str,
}

impl Raw<'_> {
    pub(crate) fn is_gap(&self) -> bool {
        self.text.is_empty()
    }
}

/// A table that was drawn: its rows with the lines they begin on, and where the text goes on.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(crate) rows: Vec<(u32, Vec<String>)>,
    pub(crate) next: usize,
}

/// The lines as they stand, gaps run together.
pub(super) fn raw(text: &str, first: u32) -> Result<Vec<Raw<'_>>, ReadError> {
    let mut raw: Vec<Raw<'_>> = Vec::new();
    for (line, number) in text.split('\n').zip(first..) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        // White space with tabs is a row of blanks.
        let line = if trim(line).is_empty() && !line.contains('\t') { "" } else { line };
        if line.is_empty() && raw.last().is_none_or(Raw::is_gap) {
            continue;
        }
        if raw.len() > 2 * MAX_BLOCKS {
            return Err(ReadError::TooLarge);
        }
        raw.push(Raw { number, text: line });
    }
    Ok(raw)
}

/// A field about a number: where two of them stand on lines below each other, they belong to two rows.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
        && text.chars().count() <= 16
        && !text.contains(|c: char| c.is_alphabetic() && !"件元万条次份宗项个".contains(c))
        && !text.ends_with(['.', '、', '．'])
}

/// In place of the width of unclear characters: each of whatever kind has one column.
pub(super) const EACH_ONE: usize = 0;

/// How far a character reaches on a screen, where one of unclear width takes `unclear` columns.
pub(super) fn width(c: char, unclear: usize) -> usize {
    if unclear == EACH_ONE {
        return 1;
    }
    let narrow = c.width().unwrap_or(0);
    if narrow == 1 && c.width_cjk() == Some(2) { unclear } else { narrow }
}

/// The pieces of a line between runs of at least `gap` spaces: where each begins and ends on a screen, and its text.
pub(super) fn words(line: &str, gap: usize, unclear: usize) -> Vec<(usize, usize, &str)> {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    let (mut column, mut spaces) = (0, gap);
    let mut begin = None;
    let mut last = (0, 0);
    for (at, c) in line.char_indices() {
        let wide = width(c, unclear);
        if c == ' ' || c == '\u{a0}' || c == '\u{3000}' {
            spaces += 1;
        } else {
            if spaces >= gap
                && let Some((byte, from)) = begin.replace((at, column))
            {
                found.push((from, last.1, line.get(byte..last.0).unwrap_or_default()));
            }
            spaces = 0;
            last = (at + c.len_utf8(), column + wide);
        }
        column += wide;
    }
    if let Some((byte, from)) = begin {
        found.push((from, last.1, line.get(byte..last.0).unwrap_or_default()));
    }
    found
}
