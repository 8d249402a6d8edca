//! Two columns of text on one page, and two pages on one sheet: each half is read by itself, one after the other.
//!
//! Between them is a strip without print from top to bottom, and both sides have texts of their own. A table without
//! ruling lines has such strips too: there one side has numbers only.

use kurbo::Rect;

use crate::read::format::pdf::ink::traces::Trace;
use crate::read::format::pdf::ink::{Glyph, Ink, Rule};
use crate::read::format::pdf::lines::lines;
use crate::read::format::pdf::lines::values::is_label;
use crate::read::format::pdf::prose::is_heading;
use crate::read::format::shared::words::is_wide;

/// The strip lies in this part of a page's width, and is so wide at least, in points.
const MIDDLE: (f64, f64) = (0.32, 0.68);
const STRIP: f64 = 7.0;
/// The parts of a page's height that are tried: a title may stand over both columns, a page number below them.
const ZONES: [(f64, f64); 4] = [(0.1, 0.9), (0.25, 0.9), (0.1, 0.75), (0.3, 0.75)];
/// A side has texts of its own if it has so many labels, or so many lines of prose of so many characters.
const LABELS: usize = 4;
const PROSE: (usize, usize) = (6, 10);

/// A page as its columns, from left to right; most have one.
pub(in crate::read::format::pdf) fn split(ink: Ink) -> Vec<Ink> {
    match ZONES.iter().find_map(|zone| strip(&ink, *zone)) {
        Some(cut) => parts(ink, &cut),
        None => vec![ink],
    }
}

/// Where the strip runs, and from where to where it is free.
struct Cut {
    at: f64,
    top: f64,
    bottom: f64,
}

impl Cut {
    /// Is a place on the left side? What stands above both goes before them, what stands below behind.
    fn is_left(&self, (x, y): (f64, f64)) -> bool {
        y < self.top || y <= self.bottom && x < self.at
    }
}

fn strip(ink: &Ink, zone: (f64, f64)) -> Option<Cut> {
    let (from, to) = (ink.height * zone.0, ink.height * zone.1);
    let glyphs = || ink.glyphs.iter().map(|glyph| (glyph.x, glyph.right(), glyph.y));
    let all = || glyphs().chain(ink.across.iter().map(|rule| (rule.from, rule.to, rule.at)));
    let mut spans: Vec<(f64, f64)> =
        all().filter(|(_, _, y)| (from..=to).contains(y)).map(|(left, right, _)| (left, right)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut end = spans.first()?.1;
    let mut gaps: Vec<(f64, f64)> = Vec::new();
    for (left, right) in spans {
        if left - end >= STRIP {
            gaps.push((end, left));
        }
        end = end.max(right);
    }
    let (low, high) = (ink.width * MIDDLE.0, ink.width * MIDDLE.1);
    let inside = gaps.into_iter().map(|(a, b)| (a.max(low), b.min(high))).filter(|(a, b)| b - a >= STRIP);
    let (left, right) = inside.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
    let at = (left + right) / 2.0;
    let crossing = || all().filter(|(a, b, _)| *a < at && *b > at).map(|(_, _, y)| y);
    let top = crossing().filter(|y| *y < from).fold(0.0, f64::max);
    let bottom = crossing().filter(|y| *y > to).fold(ink.height, f64::min);
    let cut = Cut { at, top: if top > 0.0 { top + 1.0 } else { 0.0 }, bottom: bottom - 1.0 };
    let side = |is_left: bool| {
        let is_own = |glyph: &&Glyph| {
            let (x, y) = glyph.center();
            glyph.y > cut.top && glyph.y < cut.bottom && (x < at) == is_left && cut.bottom > y
        };
        has_texts(ink.glyphs.iter().filter(is_own).copied().collect())
    };
    // Beside a table's labels stand its numbers: the side without texts is mostly the right one.
    (side(false) && side(true)).then_some(cut)
}

/// Are there labels or prose?
fn has_texts(glyphs: Vec<Glyph>) -> bool {
    let (mut labels, mut prose) = (0, 0);
    for line in lines(glyphs) {
        let text = line.text();
        let begins = text.contains(is_wide) && (is_label(&text) || is_heading(&text));
        labels += usize::from(begins);
        prose += usize::from(text.chars().filter(|c| is_wide(*c)).count() >= PROSE.1);
    }
    labels >= LABELS || prose >= PROSE.0
}

fn parts(ink: Ink, cut: &Cut) -> Vec<Ink> {
    let Ink { glyphs, across, down, traces, pictures, is_cut, damaged, width, height, .. } = ink;
    let empty = || Ink { is_cut, width, height, ..Ink::default() };
    let (mut left, mut right) = (Ink { damaged, ..empty() }, empty());
    let side = |is_left: bool| -> usize { usize::from(!is_left) };
    let mut halves = [&mut left, &mut right];
    let mut put = |is_left: bool, add: &mut dyn FnMut(&mut Ink)| {
        if let Some(half) = halves.get_mut(side(is_left)) {
            add(half);
        }
    };
    for glyph in glyphs {
        put(cut.is_left(glyph.center()), &mut |half| half.glyphs.push(glyph));
    }
    for rule in across {
        put(cut.is_left(((rule.from + rule.to) / 2.0, rule.at)), &mut |half| half.across.push(rule));
    }
    for rule in down {
        put(cut.is_left((rule.at, (rule.from + rule.to) / 2.0)), &mut |half| half.down.push(rule));
    }
    for trace in traces {
        put(cut.is_left(trace.place), &mut |half| half.traces.push(trace));
    }
    for picture in pictures {
        let center = picture.center();
        put(cut.is_left((center.x, center.y)), &mut |half| half.pictures.push(picture));
    }
    // Both at one place, so that what goes on from one to the other is seen to.
    let shift = edge(&left) - edge(&right);
    if shift.is_finite() {
        move_right(&mut right, shift);
    }
    vec![left, right]
}

/// Where the print of a half begins.
fn edge(ink: &Ink) -> f64 {
    let glyphs = ink.glyphs.iter().map(|glyph| glyph.x);
    glyphs.chain(ink.across.iter().map(|rule| rule.from)).fold(f64::INFINITY, f64::min)
}

fn move_right(ink: &mut Ink, shift: f64) {
    let moved = |rule: &Rule| Rule { from: rule.from + shift, to: rule.to + shift, ..*rule };
    ink.across = ink.across.iter().map(moved).collect();
    ink.down.iter_mut().for_each(|rule| rule.at += shift);
    ink.glyphs.iter_mut().for_each(|glyph| *glyph = glyph.moved(shift, 0.0));
    let traces: Vec<Trace> = ink.traces.iter().map(|trace| trace.moved(shift, 0.0)).collect();
    ink.traces = traces;
    ink.pictures.iter_mut().for_each(|area| *area = Rect { x0: area.x0 + shift, x1: area.x1 + shift, ..*area });
}
