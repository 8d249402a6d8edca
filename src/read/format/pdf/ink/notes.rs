//! Small print that is no part of what it stands at: raised digits that point to notes, and pale large print behind
//! the text.

use super::traces::{Lost, Trace};
use super::{Glyph, Ink, Sight};

/// A raised character is not larger, measured by its neighbour.
const SMALL: f64 = 0.78;
/// One that is hardly smaller, or as large, stands directly at its neighbour, and clearly above its baseline.
const LARGER: f64 = 0.94;
const CLEARLY: (f64, f64) = (0.3, 0.75);
const DIRECTLY: f64 = 0.15;
/// It stands at least so far above its neighbour's baseline, in sizes of the neighbour.
const RAISED: (f64, f64) = (0.12, 0.9);
/// And not farther beside it.
const BESIDE: f64 = 0.45;
/// Pale print is a watermark if it is so much larger than the text.
const LARGE: f64 = 1.6;
/// How many steps are made on a page.
const MAX_STEPS: usize = 5_000_000;

/// Takes away watermarks and the signs of notes.
pub(in crate::read::format::pdf) fn clear(ink: &mut Ink) {
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
    let mut raised: Vec<Option<Lost>> = glyphs
        .iter()
        .map(|glyph| {
            if !is_sign(glyph.c) || glyph.turn != 0 {
                return None;
            }
            let from = order.partition_point(|at| y(at) < glyph.y + glyph.size * RAISED.0);
            let below = order.get(from..).unwrap_or_default().iter();
            for other in below.filter_map(|&at| glyphs.get(at)) {
                if other.y > glyph.y + glyph.size * 3.0 || steps == 0 {
                    return None;
                }
                steps -= 1;
                if let Some(lost) = points(glyph, other) {
                    return Some(lost);
                }
            }
            None
        })
        .collect();
    for _ in 0..2 {
        keep_numbers(glyphs, &order, &mut raised, &mut steps);
    }
    let mut flags = raised.into_iter();
    let traces = &mut ink.traces;
    glyphs.retain(|glyph| {
        let lost = flags.next().flatten();
        traces.extend(lost.map(|lost| Trace::glyph(glyph, lost)));
        lost.is_none()
    });
    ink.is_cut |= steps == 0;
}

/// A number beside larger words, as in the next cell, is no note at them: its other digits stand apart from them.
fn keep_numbers(glyphs: &[Glyph], order: &[usize], raised: &mut [Option<Lost>], steps: &mut usize) {
    let y = |at: &usize| glyphs.get(*at).map_or(0.0, |glyph| glyph.y);
    let signs: Vec<usize> = (0..raised.len()).filter(|&at| raised.get(at).is_some_and(Option::is_some)).collect();
    for at in signs {
        let Some(sign) = glyphs.get(at) else { continue };
        let slack = sign.size * 0.06;
        let from = order.partition_point(|other| y(other) < sign.y - slack);
        let level = order.get(from..).unwrap_or_default().iter().take_while(|other| y(other) <= sign.y + slack);
        let goes_on = level.filter(|other| raised.get(**other).is_some_and(Option::is_none)).any(|other| {
            *steps = steps.saturating_sub(1);
            glyphs.get(*other).filter(|_| *steps > 0).is_some_and(|other| is_next(sign, other))
        });
        if goes_on && let Some(slot) = raised.get_mut(at) {
            *slot = None;
        }
    }
}

/// Is a character the next one of a number?
fn is_next(digit: &Glyph, next: &Glyph) -> bool {
    let gap = (next.x - digit.right()) / digit.size;
    digit.c.is_ascii_digit()
        && (next.c.is_ascii_digit() || next.c == '.')
        && (next.size - digit.size).abs() <= digit.size * 0.02
        && (-0.1..=0.3).contains(&gap)
}

fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '①'..='⑳' | '*' | '※' | '[' | ']' | '(' | ')')
}

/// Is a character the sign of a note at another one? As large as that, it may also be a part of it.
fn points(sign: &Glyph, at: &Glyph) -> Option<Lost> {
    let rise = (at.y - sign.y) / at.size;
    let apart = (sign.x - at.right()).max(at.x - sign.right());
    let is_number = at.c.is_ascii_digit() || at.c > '\u{2E7F}';
    let is_small = sign.size <= at.size * SMALL;
    let (rises, reach) = if is_small { (RAISED, BESIDE) } else { (CLEARLY, DIRECTLY) };
    let is_raised = is_number
        && at.turn == 0
        && sign.size <= at.size * 1.02
        && (rises.0..=rises.1).contains(&rise)
        && apart <= at.size * reach
        && apart >= -at.width;
    is_raised.then_some(if sign.size <= at.size * LARGER { Lost::Raised } else { Lost::Lifted })
}
