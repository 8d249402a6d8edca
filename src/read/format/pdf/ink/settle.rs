//! What of a page's ink is text that a reader sees.

use std::collections::HashMap;

use super::{Ink, most_common_turn};
use super::{notes, paint, strike};

impl Ink {
    /// Takes away what is not seen, turns a page whose lines run along its side, and takes away what is drawn twice
    /// and what is struck out.
    pub(crate) fn settle(&mut self) {
        paint::uncover(self);
        let turn = most_common_turn(&self.glyphs);
        if turn != 0 {
            self.turn(turn);
        }
        self.drop_doubles();
        strike::strike(self);
        notes::clear(self);
    }

    /// Bold print is often the same character drawn twice or more, a hair's breadth apart.
    fn drop_doubles(&mut self) {
        const CELL: f64 = 3.0;
        let mut seen: HashMap<(char, i64, i64), Vec<(f64, f64)>> = HashMap::new();
        let bucket = |value: f64| (value / CELL) as i64;
        self.glyphs.retain(|glyph| {
            let (column, line) = (bucket(glyph.x), bucket(glyph.y));
            let near = (glyph.size * 0.15).min(CELL);
            let is_near = |&(x, y): &(f64, f64)| (x - glyph.x).abs() < near && (y - glyph.y).abs() < near;
            // Most stand far enough from the edges of their own square to have no neighbour in another.
            let (columns, lines) =
                (bucket(glyph.x - near)..=bucket(glyph.x + near), bucket(glyph.y - near)..=bucket(glyph.y + near));
            let mut around = columns.flat_map(|column| lines.clone().map(move |line| (glyph.c, column, line)));
            let twice = around.any(|square| seen.get(&square).is_some_and(|known| known.iter().any(is_near)));
            if !twice {
                seen.entry((glyph.c, column, line)).or_default().push((glyph.x, glyph.y));
            }
            !twice
        });
    }
}
