//! Characters to lines, and lines to texts.

use super::ink::{Glyph, most_common_turn};
use crate::read::format::html::is_wide;

/// Characters on one line, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub glyphs: Vec<Glyph>,
    /// Its baseline.
    pub y: f64,
    /// The size of its largest character.
    pub size: f64,
}

/// A stretch of a line without a wide gap in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub left: f64,
    pub right: f64,
    pub text: String,
}

impl Line {
    pub fn left(&self) -> f64 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.x)
    }

    pub fn right(&self) -> f64 {
        self.glyphs.iter().map(Glyph::right).fold(0.0, f64::max)
    }

    /// Its whole text.
    pub fn text(&self) -> String {
        self.runs(f64::INFINITY).into_iter().map(|run| run.text).collect()
    }

    /// Its texts, split at gaps wider than `gap` times the size of the characters beside them.
    pub fn runs(&self, gap: f64) -> Vec<Run> {
        self.split(|_, _, space| space > gap)
    }

    /// Its texts as the cells of a table without lines: numbers stand close together in narrow columns.
    pub fn cells(&self) -> Vec<Run> {
        self.split(|before, after, space| space > if is_wide(before) || is_wide(after) { 0.38 } else { 0.28 })
    }

    fn split(&self, parts: impl Fn(char, char, f64) -> bool) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut last: Option<Glyph> = None;
        for &glyph in &self.glyphs {
            let before = last.replace(glyph);
            let space = before.map_or(0.0, |before| (glyph.x - before.right()) / before.size.max(glyph.size));
            match runs.last_mut().zip(before).filter(|(_, before)| !parts(before.c, glyph.c, space)) {
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
    }
    lines
}

/// The text of a cell, whichever way it is written.
pub(super) fn cell_text(glyphs: &[Glyph]) -> String {
    let upright = upright(glyphs);
    join(&lines(upright))
}

/// Lines as one text.
pub(super) fn join(lines: &[Line]) -> String {
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    crate::read::format::html::join(texts.iter().map(String::as_str))
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
