//! A document as one stream of blocks: paragraphs and table rows, each with its place.
//!
//! Every format ends here; what comes after knows no format. A block is one line of text, or one row of a table
//! with its fields (a merged cell's other fields are blank).

use std::borrow::Cow;

use crate::report::SafeText;

use super::Mark;

/// A document with more lines than this is no report.
pub(in crate::read) const MAX_BLOCKS: usize = super::MAX_LINES;
/// A line with more fields than this is no row of a table.
const MAX_FIELDS: usize = super::MAX_FIELDS;

/// One line or table row.
#[derive(Clone)]
pub(in crate::read) struct Block<'a> {
    /// The line it stands on, from 1.
    pub(crate) line: u32,
    /// Where in its line it begins, in characters from 1; 0 if it is the whole line.
    pub(crate) column: u32,
    /// The page it stands on, where there are pages.
    pub(crate) page: Option<u32>,
    /// Its fields, [trimmed](trim): one for a paragraph.
    pub(crate) fields: Vec<&'a str>,
    /// The fields' places, where the format names them; empty where it does not.
    pub(crate) places: Vec<Option<&'a str>>,
    /// What is doubtful about the fields by their look; empty where nothing is.
    pub(crate) marks: Vec<Option<Mark>>,
    /// Is there an empty line before it?
    pub(crate) after_gap: bool,
}

impl<'a> Block<'a> {
    /// The fields that are not blank.
    pub(crate) fn filled(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.fields.iter().copied().filter(|field| !field.is_empty())
    }

    /// A row of a table: more than one field has something in it.
    pub(crate) fn is_row(&self) -> bool {
        self.filled().nth(1).is_some()
    }

    /// Where in a longer line it begins: `@345`, in characters from 1.
    pub(crate) fn place_in_line(&self) -> Option<SafeText> {
        (self.column > 0).then(|| SafeText::line(&format!("@{}", self.column)))
    }

    /// The text of all fields.
    pub(crate) fn text(&self) -> Cow<'a, str> {
        if self.is_row() {
            return Cow::Owned(self.filled().collect::<Vec<_>>().join(" "));
        }
        Cow::Borrowed(self.filled().next().unwrap_or_default())
    }
}

/// Without white space and invisible characters at both ends.
pub(in crate::read) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Characters that take no room: they may stand in a number without changing it.
pub(in crate::read) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{c}')
}

/// The blocks of a text with tabs and bars; `None` if there are too many.
#[cfg(test)]
pub(in crate::read) fn blocks(text: &str) -> Option<Vec<Block<'_>>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut after_gap = false;
    for (line, number) in text.split('\n').zip(1_u32..) {
        if is_ruler(trim(line)) {
            continue;
        }
        let in_table = blocks.last().is_some_and(Block::is_row);
        let fields = fields(line, in_table);
        if fields.is_empty() {
            after_gap = true;
            continue;
        }
        if blocks.len() == MAX_BLOCKS {
            return None;
        }
        blocks.push(Block {
            line: number,
            column: 0,
            page: None,
            fields,
            places: Vec::new(),
            marks: Vec::new(),
            after_gap: std::mem::take(&mut after_gap),
        });
    }
    Some(blocks)
}

/// The fields of a line: none for an empty one.
pub(in crate::read) fn fields(line: &str, in_table: bool) -> Vec<&str> {
    let tabs = line.bytes().filter(|&byte| byte == b'\t').count();
    let bare = trim(line);
    if bare.is_empty() {
        // White space with tabs is a row of blanks in a table, and a blank cell where each cell has its own line.
        return vec![
            "";
            if tabs == 0 {
                0
            } else if in_table {
                tabs.min(MAX_FIELDS) + 1
            } else {
                1
            }
        ];
    }
    if let Some(inner) = piped(bare) {
        return split_bars(inner);
    }
    if tabs == 0 || tabs > MAX_FIELDS { vec![bare] } else { line.split('\t').map(trim).collect() }
}

/// What stands between the outer bars of a Markdown table row.
fn piped(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('|')?;
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let bars = inner.bytes().take(MAX_FIELDS * 64).filter(|&byte| byte == b'|').count();
    (1..=MAX_FIELDS).contains(&bars).then_some(inner)
}

/// The cells between bars; a bar behind a backslash is part of its cell.
pub(in crate::read) fn split_bars(inner: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut begin = 0;
    for (at, _) in inner.match_indices('|').filter(|(at, _)| !inner.get(..*at).is_some_and(|cell| cell.ends_with('\\')))
    {
        cells.push(trim(inner.get(begin..at).unwrap_or_default()));
        begin = at + 1;
    }
    cells.push(trim(inner.get(begin..).unwrap_or_default()));
    cells
}

/// The line below a Markdown table's head, or a dummy row.
#[cfg(test)]
fn is_ruler(line: &str) -> bool {
    line.starts_with('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Vec<(u32, Vec<&str>, bool)> {
        blocks(text).unwrap().into_iter().map(|block| (block.line, block.fields, block.after_gap)).collect()
    }

    #[test]
    fn tabs_and_bars_make_fields_and_empty_lines_make_gaps() {
        assert_eq!(
            shape("甲乙\n\n丙\t\t5\r\n| 丁 | 0 |\n|---|---|\n \t \n"),
            [
                (1, vec!["甲乙"], false),
                (3, vec!["丙", "", "5"], true),
                (4, vec!["丁", "0"], false),
                (6, vec!["", ""], false),
            ]
        );
    }

    #[test]
    fn a_blank_cell_on_its_own_line_is_one_blank() {
        assert_eq!(
            shape("\t甲\n\t\t\n\t5"),
            [(1, vec!["", "甲"], false), (2, vec![""], false), (3, vec!["", "5"], false)]
        );
    }

    #[test]
    fn masses_are_bounded() {
        assert!(blocks(&"a\n".repeat(MAX_BLOCKS + 1)).is_none());
        assert_eq!(blocks(&"a\t".repeat(100_000)).unwrap()[0].fields.len(), 1);
        assert_eq!(blocks(&"\n".repeat(MAX_BLOCKS + 1)).unwrap().len(), 0);
    }
}
