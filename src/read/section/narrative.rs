//! The prose of a section: its lines without the tables' lines, and with wrapped lines made whole.

use std::ops::Range;

use crate::read::document::block::Block;
use crate::read::spelling::normalise::{is_note, is_page_number};

use super::plain;

/// A document whose lines are longer than this is not wrapped.
const MAX_WRAPPED: usize = 60;

/// How long the lines of wrapped prose are; `None` where lines are whole paragraphs.
pub(in crate::read) fn wrap_width(blocks: &[Block<'_>]) -> Option<usize> {
    let prose = blocks.iter().filter(|block| !block.is_row());
    let lengths = || prose.clone().map(|block| block.text().chars().count());
    let longest = lengths().max()?;
    // A few full lines must be about as long as the longest: otherwise the lines just are as long as they are.
    let full = lengths().filter(|&length| length * 10 >= longest * 8).count();
    ((20..=MAX_WRAPPED).contains(&longest) && full >= 4).then_some(longest)
}

/// The text of some blocks, without those that belong to tables.
pub(in crate::read) fn text(
    blocks: &[Block<'_>],
    body: Range<usize>,
    tables: &[Range<usize>],
    rest: &str,
    width: Option<usize>,
) -> String {
    let mut text = without_bold(rest.trim_start_matches(['：', ':']).trim());
    let mut last_length = 0;
    for (at, block) in blocks.iter().enumerate().take(body.end).skip(body.start) {
        let line = block.text();
        let is_table = tables.iter().any(|range| range.contains(&at)) && !is_sentence(&line, block);
        if is_table || line.is_empty() || is_page_number(&line) {
            continue;
        }
        let line = without_bold(heading_free(&line));
        let is_full = width.is_some_and(|width| last_length * 10 >= width * 8);
        let goes_on = is_full && !text.ends_with(['。', '；', '：', '！', '？', ';', '!', '?']);
        if !text.is_empty() && !goes_on {
            text.push('\n');
        } else if goes_on && needs_space(&text, &line) {
            text.push(' ');
        }
        text += &line;
        last_length = line.chars().count();
    }
    text
}

/// The preface: what stands before the first section, from the first sentence on. Menus, metadata and the title stand
/// above it.
pub(in crate::read) fn preface(blocks: &[Block<'_>], before: usize, width: Option<usize>) -> Option<String> {
    let is_prose =
        |line: &str| line.chars().count() >= 12 && line.contains(['，', '。', '；']) && !is_page_number(line);
    let begins = |block: &Block<'_>| !block.is_row() && is_prose(&block.text());
    let first = blocks.iter().take(before).position(begins)?;
    let rows: Vec<Range<usize>> =
        (first..before).filter(|at| blocks.get(*at).is_some_and(Block::is_row)).map(|at| at..at + 1).collect();
    Some(text(blocks, first..before, &rows, "", width)).filter(|text| !text.is_empty())
}

/// A sentence between the rows of a table is prose, and so is a note to it.
fn is_sentence(line: &str, block: &Block<'_>) -> bool {
    !block.is_row() && (line.contains('。') && line.chars().count() >= 12 || is_note(line))
}

fn heading_free(line: &str) -> &str {
    if line.starts_with('#') { plain(line) } else { line }
}

fn without_bold(line: &str) -> String {
    line.replace("**", "")
}

/// Two words or numbers that a line break has kept apart.
fn needs_space(before: &str, after: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    before.chars().next_back().is_some_and(is_word) && after.chars().next().is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::document::block::blocks;

    #[test]
    fn wrapped_lines_are_joined_and_paragraphs_kept() {
        let line = "今年本机关认真落实各项工作要求并且及时公开有关信息和数据";
        let source = format!("{line}\n\n{line}\n完成 5 件。\n（一）问题\n{line}\n{line}\n尾");
        let all = blocks(&source).unwrap();
        let width = wrap_width(&all);
        assert!(width.is_some());
        let expected = format!("{line}{line}完成 5 件。\n（一）问题\n{line}{line}尾");
        assert_eq!(text(&all, 0..all.len(), &[], "", width), expected);
    }

    #[test]
    fn the_lines_of_tables_and_pages_are_left_out() {
        let all = blocks("甲\n规章\t0\n- 3 -\n**乙**丙\n## 丁").unwrap();
        let table = 1..2;
        assert_eq!(text(&all, 0..5, &[table], "", None), "甲\n乙丙\n丁");
        assert_eq!(wrap_width(&all), None);
    }
}
