//! Numbers of neighbouring columns that touch one another: each is drawn by itself, and stands where the numbers of other
//! lines stand, at their left, their right or their middle.

use std::collections::{HashMap, HashSet};

use crate::read::format::pdf::ink::Glyph;

use super::{Line, is_apart};

/// So many numbers that stand apart make a place known.
const KNOWN: usize = 3;

/// The strokes of the pen that begin a number of their own, though it touches what stands before it.
#[derive(Debug, Default)]
pub(in crate::read::format::pdf) struct Edges(HashSet<u32>);

/// What one stroke of the pen wrote in a line.
struct Stroke {
    order: u32,
    left: f64,
    right: f64,
    is_number: bool,
    /// Do the characters before it, and those behind it, stand apart from it?
    apart: (bool, bool),
}

impl Stroke {
    fn middle(&self) -> f64 {
        (self.left + self.right) / 2.0
    }
}

impl Edges {
    pub(crate) fn new(lines: &[Line]) -> Self {
        let lines: Vec<Vec<Stroke>> = lines.iter().map(strokes).collect();
        let mut known: [HashMap<i64, usize>; 3] = Default::default();
        let [lefts, middles, rights] = &mut known;
        for stroke in lines.iter().flatten().filter(|stroke| stroke.is_number) {
            if stroke.apart.0 {
                *lefts.entry(place(stroke.left)).or_default() += 1;
            }
            if stroke.apart.0 && stroke.apart.1 {
                *middles.entry(place(stroke.middle())).or_default() += 1;
            }
            if stroke.apart.1 {
                *rights.entry(place(stroke.right)).or_default() += 1;
            }
        }
        let is_at = |known: &HashMap<i64, usize>, x: f64| {
            (-1..=1).filter_map(|step| known.get(&(place(x) + step))).sum::<usize>() >= KNOWN
        };
        let [lefts, middles, rights] = &known;
        let is_known = |stroke: &Stroke| {
            is_at(lefts, stroke.left) || is_at(middles, stroke.middle()) || is_at(rights, stroke.right)
        };
        let mut begins = HashSet::new();
        for pair in lines.iter().flat_map(|strokes| strokes.windows(2)) {
            if let [before, after] = pair
                && after.is_number
                && !after.apart.0
                && is_known(after)
                && (!before.is_number || is_known(before))
            {
                begins.insert(after.order);
            }
        }
        Self(begins)
    }

    /// Does a character begin a number of its own, if another stroke wrote the one before it?
    pub(crate) fn begins(&self, glyph: &Glyph) -> bool {
        self.0.contains(&glyph.order)
    }
}

fn strokes(line: &Line) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    let mut last: Option<&Glyph> = None;
    for glyph in &line.glyphs {
        let before = last.replace(glyph);
        let gap = |before: &Glyph| (glyph.x - before.right()) / before.size.max(glyph.size).max(1.0);
        let apart = before.is_none_or(|before| is_apart(before.c, glyph.c, gap(before)));
        let is_digit = glyph.c.is_ascii_digit();
        match strokes.last_mut().filter(|stroke| stroke.order == glyph.order && !apart) {
            Some(stroke) => {
                stroke.right = stroke.right.max(glyph.right());
                stroke.is_number &= is_digit;
            }
            None => {
                if let Some(stroke) = strokes.last_mut() {
                    stroke.apart.1 = apart;
                }
                let (order, left, right) = (glyph.order, glyph.x, glyph.right());
                strokes.push(Stroke { order, left, right, is_number: is_digit, apart: (apart, true) });
            }
        }
    }
    strokes
}

/// A place as one of many, half a point wide.
fn place(x: f64) -> i64 {
    (x * 2.0).round() as i64
}
