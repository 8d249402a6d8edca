//! Text with tables of HTML between the lines, as Markdown has them. What is no HTML is read by `dialect`.

use std::ops::Range;

use crate::base::lines::LineStarts;
use crate::read::document::error::ReadError;
use crate::read::document::{Field, Line, MAX_LINES};
use crate::read::format::html;

use super::dialect;

/// The lines of a text; its tables of HTML are read as such.
pub(in crate::read::format) fn lines(text: &str) -> Result<Vec<Line>, ReadError> {
    let (mut lines, mut done) = (Vec::new(), 0);
    let starts = LineStarts::of(text);
    let line_at = |at: usize| u32::try_from(starts.line(at)).unwrap_or(u32::MAX);
    for table in tables(text) {
        lines.extend(dialect::lines(text.get(done..table.start).unwrap_or_default(), line_at(done))?);
        let first = line_at(table.start);
        let pieces = html::pieces(text.get(table.clone()).unwrap_or_default())?;
        for piece in pieces.into_iter().filter(|piece| !piece.is_picture()) {
            let number = u32::try_from(piece.line).unwrap_or(1).saturating_sub(1).saturating_add(first);
            let fields = piece.fields.into_iter().map(Field::new).collect();
            lines.push(Line { number, page: None, fields, after_gap: piece.after_gap });
        }
        done = table.end;
    }
    lines.extend(dialect::lines(text.get(done..).unwrap_or_default(), line_at(done))?);
    if lines.len() > MAX_LINES { Err(ReadError::TooLarge) } else { Ok(lines) }
}

/// Where tables of HTML stand: from the first `<table` to the last `</table>` of each, tables in tables included.
fn tables(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut marks: Vec<(usize, bool)> = lower.match_indices("<table").map(|(at, _)| (at, true)).collect();
    marks.extend(lower.match_indices("</table>").map(|(at, mark)| (at + mark.len(), false)));
    marks.sort_unstable();
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, opens) in marks {
        match (opens, depth) {
            (true, 0) => (start, depth) = (at, 1),
            (true, _) => depth += 1,
            (false, 0) => {}
            (false, 1) => {
                found.push(start..at);
                depth = 0;
            }
            (false, _) => depth -= 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Vec<(u32, Vec<String>)> {
        let fields = |line: Line| (line.number, line.fields.into_iter().map(|field| field.text).collect());
        lines(text).unwrap().into_iter().map(fields).collect()
    }

    fn row(fields: &[&str]) -> Vec<String> {
        fields.iter().map(|field| (*field).to_owned()).collect()
    }

    #[test]
    fn marks_inside_of_cells_are_taken_away() {
        assert_eq!(
            shape("| **总计** | 1<br>2 | 规章&nbsp;名 | a\\|b | 甲<br/>乙 |"),
            [(1, row(&["总计", "1 2", "规章 名", "a|b", "甲乙"]))]
        );
        assert_eq!(shape("**甲** 乙"), [(1, row(&["**甲** 乙"]))]);
    }

    #[test]
    fn headers_that_nobody_wrote_are_left_out() {
        assert_eq!(
            shape("| 数据1 | 数据2 | 数据3 |\n|---|---|---|\n| 规章 | 1 | 0 |"),
            [(3, row(&["规章", "1", "0"]))]
        );
        assert_eq!(shape("| 信息内容 | 列1 | 列2 |"), [(1, row(&["信息内容", "", ""]))]);
        assert_eq!(shape("| 列1 | 5 |"), [(1, row(&["列1", "5"]))]);
    }

    #[test]
    fn tables_of_html_keep_their_lines() {
        let text =
            "甲\n<table>\n<tr><td>规章</td>\n<td>1</td></tr>\n<tr><td>乙</td><td>2</td></tr></table>\n丙\n<table><tr>";
        assert_eq!(
            shape(text),
            [
                (1, row(&["甲"])),
                (3, row(&["规章", "1"])),
                (5, row(&["乙", "2"])),
                (6, row(&["丙"])),
                (7, row(&["<table><tr>"]))
            ]
        );
    }
}
