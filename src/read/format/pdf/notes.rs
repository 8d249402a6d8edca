//! Small print that is no part of what it stands at: raised digits that point to notes, and pale large print behind
//! the text.

use super::ink::{Glyph, Ink};
use super::paint::Sight;
use super::traces::{Lost, Trace};

/// A raised character is not larger, measured by its neighbour.
const SMALL: f64 = 0.78;
/// It stands at least so far above its neighbour's baseline, in sizes of the neighbour.
const RAISED: (f64, f64) = (0.12, 0.9);
/// And not farther beside it.
const BESIDE: f64 = 0.45;
/// Pale print is a watermark if it is so much larger than the text.
const LARGE: f64 = 1.6;
/// How many steps are made on a page.
const MAX_STEPS: usize = 5_000_000;

/// Takes away watermarks and the signs of notes.
pub(super) fn clear(ink: &mut Ink) {
    let print = ink.glyphs.iter().filter(|glyph| glyph.sight != Sight::Pale);
    let mut sizes: Vec<f64> = print.map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(f64::INFINITY);
    ink.glyphs.retain(|glyph| glyph.sight != Sight::Pale || glyph.size < usual * LARGE);
    drop_raised(ink);
}

fn drop_raised(ink: &mut Ink) {
    let glyphs = &mut ink.glyphs;
    let mut order: Vec<usize> = (0..glyphs.len()).collect();
    let y = |at: &usize| glyphs.get(*at).map_or(0.0, |glyph| glyph.y);
    order.sort_by(|a, b| y(a).total_cmp(&y(b)));
    let mut steps = MAX_STEPS;
    // A note may have two digits: the second stands at the first.
    let raised: Vec<bool> = glyphs
        .iter()
        .map(|glyph| {
            if !is_sign(glyph.c) || glyph.turn != 0 {
                return false;
            }
            let from = order.partition_point(|at| y(at) < glyph.y + glyph.size * RAISED.0);
            let below = order.get(from..).unwrap_or_default().iter();
            for other in below.filter_map(|&at| glyphs.get(at)) {
                if other.y > glyph.y + glyph.size * 3.0 || steps == 0 {
                    return false;
                }
                steps -= 1;
                if points(glyph, other) {
                    return true;
                }
            }
            false
        })
        .collect();
    let mut flags = raised.into_iter();
    let traces = &mut ink.traces;
    glyphs.retain(|glyph| {
        let goes = flags.next().unwrap_or(false);
        if goes {
            traces.push(Trace::glyph(glyph, Lost::Raised));
        }
        !goes
    });
    ink.is_cut |= steps == 0;
}

fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '①'..='⑳' | '*' | '※' | '[' | ']' | '(' | ')')
}

/// Is a character the sign of a note at another one?
fn points(sign: &Glyph, at: &Glyph) -> bool {
    let rise = (at.y - sign.y) / at.size;
    let apart = (sign.x - at.right()).max(at.x - sign.right());
    let is_number = at.c.is_ascii_digit() || at.c > '\u{2E7F}';
    is_number
        && at.turn == 0
        && sign.size <= at.size * SMALL
        && (RAISED.0..=RAISED.1).contains(&rise)
        && apart <= at.size * BESIDE
        && apart >= -at.width
}
