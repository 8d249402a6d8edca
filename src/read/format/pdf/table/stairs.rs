//! Numbers of one row that stand at several heights: lines so near that they cannot be two rows, and beside one another.

use crate::read::format::pdf::ink::Glyph;
use crate::read::format::pdf::lines::Line;
use crate::read::format::pdf::lines::values::is_value;

/// Rows are farther apart than this, in sizes of the print.
const ROW: f64 = 0.85;

/// The lines of a page, those of one row as one. Labels are left as they are: their lines belong to rows in other ways.
pub(in crate::read::format::pdf) fn level(lines: &[Line]) -> Vec<Line> {
    let mut levelled: Vec<Line> = Vec::with_capacity(lines.len());
    // Where the first line of a row stands.
    let mut top = f64::NEG_INFINITY;
    for line in lines {
        let kind = values(line);
        let open = levelled.last_mut().filter(|last| {
            line.y - top <= ROW * last.size.max(line.size)
                && kind != Values::None
                && match (values(last), kind) {
                    (Values::None, _) | (_, Values::None) | (Values::Some, Values::Some) => false,
                    _ => are_beside(last, line),
                }
        });
        match open {
            Some(last) => {
                // The height of what has more.
                if line.glyphs.len() > last.glyphs.len() {
                    last.y = line.y;
                }
                last.size = last.size.max(line.size);
                last.glyphs.extend(line.glyphs.iter().copied());
                last.glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
            }
            None => {
                top = line.y;
                levelled.push(line.clone());
            }
        }
    }
    levelled
}

/// Are there numbers at the end of a line?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Values {
    None,
    Some,
    /// And nothing else.
    All,
}

fn values(line: &Line) -> Values {
    let ends = |glyph: Option<&Glyph>| glyph.is_some_and(|glyph| glyph.c.is_ascii_digit());
    if !ends(line.glyphs.last()) {
        return Values::None;
    }
    if line.cells().iter().all(|run| is_value(&run.text)) { Values::All } else { Values::Some }
}

/// Is no character of one above one of the other?
fn are_beside(a: &Line, b: &Line) -> bool {
    let (mut left, mut right) = (a.glyphs.iter().peekable(), b.glyphs.iter().peekable());
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        if one.x < other.right() && other.x < one.right() {
            return false;
        }
        if one.right() <= other.x {
            left.next()
        } else {
            right.next()
        };
    }
    true
}
