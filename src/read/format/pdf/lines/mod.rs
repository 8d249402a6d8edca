//! Characters to lines, and lines to texts.

pub(super) mod edges;
pub(super) mod judge;
pub(super) mod values;

use crate::read::format::shared::words::{self, is_wide};

use super::ink::{Glyph, most_common_turn};
use edges::Edges;

/// Characters on one line, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) y: f64,
    /// The size of its largest character.
    pub(crate) size: f64,
}

/// A stretch of a line without a wide gap in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) text: String,
}

impl Line {
    pub(crate) fn left(&self) -> f64 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.x)
    }

    pub(crate) fn right(&self) -> f64 {
        self.glyphs.iter().map(Glyph::right).fold(0.0, f64::max)
    }

    pub(crate) fn text(&self) -> String {
        self.runs(f64::INFINITY).into_iter().map(|run| run.text).collect()
    }

    /// Its texts, split at gaps wider than `gap` times the size of the characters beside them.
    pub(crate) fn runs(&self, gap: f64) -> Vec<Run> {
        self.split(|_, _, space| space > gap)
    }

    /// Its texts as the cells of a table without lines: numbers stand close together in narrow columns.
    pub(crate) fn cells(&self) -> Vec<Run> {
        self.split(|before, after, space| is_apart(before.c, after.c, space))
    }

    /// The same where numbers may touch one another: each is drawn by itself, and begins or ends where those of other
    /// lines do.
    pub(crate) fn cells_at(&self, edges: &Edges) -> Vec<Run> {
        self.split(|before, after, space| {
            is_apart(before.c, after.c, space) || before.order != after.order && edges.begins(after)
        })
    }

    fn split(&self, parts: impl Fn(&Glyph, &Glyph, f64) -> bool) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut last: Option<Glyph> = None;
        for &glyph in &self.glyphs {
            let before = last.replace(glyph);
            let space = before.map_or(0.0, |before| (glyph.x - before.right()) / before.size.max(glyph.size));
            match runs.last_mut().zip(before).filter(|(_, before)| !parts(before, &glyph, space)) {
                None => runs.push(Run { left: glyph.x, right: glyph.right(), text: glyph.c.to_string() }),
                Some((run, before)) => {
                    if is_space(before.c, glyph.c, space) {
                        run.text.push(' ');
                    }
                    run.text.push(glyph.c);
                    run.right = run.right.max(glyph.right());
                }
            }
        }
        runs
    }
}

/// Is a gap of so many times the font's size one between the cells of a table without lines?
pub(super) fn is_apart(before: char, after: char, gap: f64) -> bool {
    gap > if is_wide(before) || is_wide(after) { 0.38 } else { 0.28 }
}

/// Is a gap of so many times the font's size a space? Justified Chinese lines have gaps everywhere.
fn is_space(before: char, after: char, gap: f64) -> bool {
    gap > if is_wide(before) || is_wide(after) { 0.9 } else { 0.14 }
}

/// The lines of a page or of a cell, from top to bottom.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Line> = Vec::new();
    let mut top = 0.0;
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if glyph.y - top <= line.size.max(glyph.size) * 0.4 => {
                line.glyphs.push(glyph);
                line.size = line.size.max(glyph.size);
            }
            _ => {
                top = glyph.y;
                lines.push(Line { glyphs: vec![glyph], y: glyph.y, size: glyph.size });
            }
        }
    }
    for line in &mut lines {
        line.glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        // The baseline of the largest characters: notes above them stand higher.
        let large = line.glyphs.iter().filter(|glyph| glyph.size * 1.1 >= line.size);
        line.y = large.map(|glyph| glyph.y).fold(f64::MIN, f64::max);
        close_up(&mut line.glyphs);
    }
    lines
}

/// Digits of one number that stand apart, all by the same space, as letter spacing sets them.
const SPACED: (f64, f64) = (0.13, 0.85);
/// How much such spaces may differ, and how much wider the space beside the number is at least.
const EVEN: (f64, f64) = (0.1, 1.7);

/// Gives spread digits of one number the room between them.
fn close_up(glyphs: &mut [Glyph]) {
    let is_digit = |glyph: &Glyph| glyph.c.is_ascii_digit() || glyph.c == '.';
    let gap = |glyphs: &[Glyph], at: usize| match glyphs.get(at..at + 2) {
        Some([a, b]) => (b.x - a.right()) / a.size.max(b.size).max(1.0),
        _ => f64::INFINITY,
    };
    let mut from = 0;
    while from < glyphs.len() {
        let first = gap(glyphs, from);
        let goes_on = |at: usize| {
            glyphs.get(at..at + 2).is_some_and(|pair| pair.iter().all(is_digit))
                && (gap(glyphs, at) - first).abs() <= EVEN.0
                && (SPACED.0..=SPACED.1).contains(&gap(glyphs, at))
        };
        let end = (from..glyphs.len()).find(|&at| !goes_on(at)).unwrap_or(glyphs.len());
        let is_apart = |space: f64| space >= (first + EVEN.0) * EVEN.1;
        let before = from.checked_sub(1).map_or(f64::INFINITY, |before| gap(glyphs, before));
        // No number begins with a zero, but before its point.
        let is_number = glyphs.get(from).is_some_and(|glyph| glyph.c != '0')
            || glyphs.get(from + 1).is_some_and(|glyph| glyph.c == '.');
        if end > from && is_number && is_apart(before) && is_apart(gap(glyphs, end)) {
            for at in from..end {
                if let Some([a, b]) = glyphs.get_mut(at..at + 2) {
                    a.width = b.x - a.x;
                }
            }
        }
        from = end.max(from) + 1;
    }
}

/// The text of a cell, whichever way it is written.
pub(super) fn cell_text(glyphs: &[Glyph]) -> String {
    let upright = upright(glyphs);
    join(&lines(upright))
}

/// Lines as one text.
pub(super) fn join(lines: &[Line]) -> String {
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    words::join(texts.iter().map(String::as_str))
}

/// A cell's characters, turned so that its lines run from left to right and follow one another downwards.
pub(super) fn upright(glyphs: &[Glyph]) -> Vec<Glyph> {
    let vertical = glyphs.iter().filter(|glyph| glyph.vertical).count();
    if vertical * 2 > glyphs.len() {
        // Written from top to bottom, its lines from right to left: the mirror of what is wanted.
        return glyphs.iter().map(|glyph| Glyph { x: glyph.y, y: -glyph.x, width: glyph.size, ..*glyph }).collect();
    }
    let turn = most_common_turn(glyphs);
    glyphs.iter().map(|glyph| glyph.turned(turn)).collect()
}
