//! What is doubtful about a cell by what is not read of it: one that seems blank, or whose number seems whole, may not be.

use crate::read::document::Mark;
use crate::read::document::block::trim;
use crate::read::format::pdf::ink::Glyph;
use crate::read::format::pdf::ink::traces::{Lost, Trace};

use super::cell_text;

/// Parts of one number are not farther apart, in sizes of the print.
const NEAR: f64 = 0.6;
/// Something drawn beside a number belongs to it up to this distance.
const BESIDE: f64 = 1.2;
/// The number of a note has no more digits than this.
const NOTE_DIGITS: usize = 2;

/// What a cell says whose characters are `glyphs`, and what is doubtful about it by what is not read of it.
pub(in crate::read::format::pdf) fn judge(text: String, glyphs: &[Glyph], traces: &[Trace]) -> (String, Option<Mark>) {
    if traces.is_empty() {
        return (text, None);
    }
    if trim(&text).is_empty() {
        return blank(traces);
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        let is_struck = |trace: &Trace| trace.lost == Lost::Struck && trace.is_digit();
        let mark = traces.iter().any(is_struck).then_some(Mark::Struck);
        return (text, mark);
    }
    let raised = traces.iter().filter(|trace| trace.lost == Lost::Raised && trace.is_digit()).count();
    let mark = traces.iter().find_map(|trace| doubt(trace, glyphs));
    (text, mark.or((raised > NOTE_DIGITS).then_some(Mark::Raised)))
}

/// A cell in which nothing is read.
fn blank(traces: &[Trace]) -> (String, Option<Mark>) {
    let of = |wanted: &[Lost]| -> Option<String> {
        let glyphs: Vec<Glyph> =
            traces.iter().filter(|trace| wanted.contains(&trace.lost)).filter_map(|trace| trace.glyph).collect();
        Some(cell_text(&glyphs)).filter(|text| !text.is_empty())
    };
    if let Some(text) = of(&[Lost::Struck]) {
        return (text, Some(Mark::Struck));
    }
    if traces.iter().any(|trace| trace.lost == Lost::Drawn) {
        return (String::new(), Some(Mark::Picture));
    }
    if traces.iter().any(|trace| matches!(trace.lost, Lost::Covered(_))) {
        return (String::new(), Some(Mark::Covered));
    }
    match of(&[Lost::Faint, Lost::Cut, Lost::Raised, Lost::Lifted]) {
        Some(text) => (text, Some(Mark::Faint)),
        None => (String::new(), None),
    }
}

/// Why something that is not read may be part of a number beside it.
fn doubt(trace: &Trace, glyphs: &[Glyph]) -> Option<Mark> {
    let digits = || glyphs.iter().filter(|glyph| glyph.c.is_ascii_digit());
    let gap = |glyph: &Glyph| (glyph.x - trace.area.x1).max(trace.area.x0 - glyph.right());
    let is_level = |glyph: &Glyph| (glyph.center().1 - trace.area.center().y).abs() <= glyph.size * 0.4;
    let beside = |reach: f64| digits().filter(move |glyph| is_level(glyph) && gap(glyph) <= glyph.size * reach);
    match trace.lost {
        Lost::Struck if trace.is_digit() => {
            let is_before = beside(NEAR).any(|glyph| glyph.x < trace.area.x0);
            let is_after = beside(NEAR).any(|glyph| glyph.x >= trace.area.x0);
            (is_before && is_after && beside(NEAR).all(|glyph| gap(glyph) > -glyph.width * 0.5)).then_some(Mark::Struck)
        }
        // What was written before the cover came is the rest of what it hides.
        Lost::Covered(order) if trace.is_digit() => {
            beside(NEAR).any(|glyph| glyph.order < order).then_some(Mark::Covered)
        }
        Lost::Faint | Lost::Cut if trace.is_digit() => beside(NEAR).next().map(|_| Mark::Faint),
        Lost::Lifted if trace.is_digit() => Some(Mark::Raised),
        Lost::Drawn => {
            let is_over = glyphs.iter().any(|glyph| is_level(glyph) && gap(glyph) < -glyph.width * 0.3);
            (!is_over && beside(BESIDE).next().is_some()).then_some(Mark::Picture)
        }
        _ => None,
    }
}
