//! The characters that a page writes: where each stands, and whether it is seen.

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use kurbo::{Affine, Point, Rect};

use super::pen::{Pen, Sheer, Tint};
use super::traces::{Lost, Trace};
use super::{Glyph, Sight};

/// Characters of one glyph, at most: a ligature has two or three.
const MAX_CHARS: usize = 8;
/// A colour all of whose parts are greater is pale.
const PALE: u8 = 140;
/// What cuts off no more than this is a cell: in points, and in sizes of the print.
const CELL: (f64, f64) = (260.0, 8.0);

/// So many characters are looked at to find those of a field.
const LAST: usize = 4000;

impl Pen<'_> {
    pub(in crate::read::format::pdf) fn glyph(
        &mut self,
        glyph: &Drawn<'_>,
        transform: Affine,
        vertical: bool,
        tint: Option<Tint>,
    ) {
        let origin = transform * Point::ZERO;
        let along = transform * Point::new(1000.0, 0.0) - origin;
        let up = transform * Point::new(0.0, 1000.0) - origin;
        let size = up.hypot();
        if !(size.is_finite() && along.hypot().is_finite() && (0.5..=2000.0).contains(&size)) {
            return;
        }
        let Some(turn) = turn_of(along.x, along.y) else { return };
        let advance = match glyph {
            Drawn::Outline(glyph) => glyph.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let share = if vertical { 1.0 } else { f64::from(advance.unwrap_or(500.0)) / 1000.0 };
        let width = (share * along.hypot()).clamp(0.0, size * 4.0);
        let text = glyph.as_unicode().or_else(|| self.fonts.character(glyph).map(BfString::Char));
        let order = self.order;
        let one = |c: char, index: usize, count: usize| {
            let part = width / count.max(1) as f64;
            let step = part * index as f64 / along.hypot().max(f64::MIN_POSITIVE);
            let at = origin + along * step;
            Glyph { c, x: at.x, y: at.y, width: part, size, turn, vertical, sight: Sight::Seen, order, sunk: 0.0 }
        };
        match text {
            None => self.add(one('\u{FFFD}', 0, 1), tint),
            Some(BfString::Char(c)) => self.add(one(c, 0, 1), tint),
            Some(BfString::String(text)) => {
                let count = text.chars().count().min(MAX_CHARS);
                for (index, c) in text.chars().take(count).enumerate() {
                    self.add(one(c, index, count), tint);
                }
            }
        }
    }

    /// Writes a character that no font is named for.
    pub(in crate::read::format::pdf) fn write(&mut self, c: char, (x, y): (f64, f64), width: f64, size: f64) {
        let (sight, order) = (Sight::Seen, self.order);
        let glyph = Glyph { c, x, y, width, size, turn: 0, vertical: false, sight, order, sunk: 0.0 };
        self.add(glyph, Some(Tint { color: Some([0; 3]), sheer: Sheer::Opaque }));
    }

    /// Is anything written in an area?
    pub(in crate::read::format::pdf) fn has_text(&self, area: Rect) -> bool {
        // What annotations draw comes last.
        self.ink.glyphs.iter().rev().take(LAST).any(|glyph| {
            let (x, y) = glyph.center();
            area.contains(Point::new(x, y))
        })
    }

    /// Adds a character; without a tint it was written without ink.
    pub(in crate::read::format::pdf) fn add(&mut self, mut glyph: Glyph, tint: Option<Tint>) {
        let (x, y) = glyph.center();
        let is_on_page = (0.0..=self.ink.width).contains(&x) && (0.0..=self.ink.height).contains(&y);
        if !is_on_page || self.budget.glyphs == 0 {
            return;
        }
        self.budget.glyphs -= 1;
        // Soft hyphens and controls are nothing to be read; a space is told by the gap that it makes.
        if glyph.c.is_whitespace() || glyph.c.is_control() && glyph.c != '\0' || glyph.c == '\u{AD}' {
            return;
        }
        if matches!(glyph.c, '\0' | '\u{FFFD}') {
            glyph.c = '\u{FFFD}';
            self.ink.damaged += 1;
        }
        glyph.c = plain(glyph.c);
        let clip = self.clip();
        if !clip.contains(Point::new(x, y)) {
            // What is cut off is not read, but the lines of a label that is higher than its row.
            let is_in_column = (clip.x0..=clip.x1).contains(&x) && clip.height() <= glyph.size * 4.0;
            if !is_in_column || !glyph.c.is_alphabetic() || glyph.turn != 0 {
                return self.cut_off(&glyph, tint);
            }
            glyph.sunk = y - y.clamp(clip.y0 + 0.5, (clip.y1 - 0.5).max(clip.y0 + 0.5));
        }
        glyph.sight = match tint {
            None => Sight::Ghost,
            Some(tint) if tint.sheer == Sheer::Clear => Sight::Ghost,
            Some(tint) if self.is_seen(tint, Point::new(x, y)) => {
                let is_light = tint.color.is_some_and(|color| color.iter().all(|&part| part > PALE));
                if is_light || tint.sheer == Sheer::Half { Sight::Pale } else { Sight::Seen }
            }
            Some(_) => Sight::Faint,
        };
        self.ink.glyphs.push(glyph);
    }

    /// What is cut off belongs to the cell that cuts it off.
    fn cut_off(&mut self, glyph: &Glyph, tint: Option<Tint>) {
        let clip = self.clip();
        let is_ink = tint.is_some_and(|tint| tint.sheer != Sheer::Clear);
        let is_cell =
            clip.width() > 0.0 && clip.width() <= CELL.0 && (0.0..=glyph.size * CELL.1).contains(&clip.height());
        if is_ink && is_cell {
            let mut trace = Trace::glyph(glyph, Lost::Cut);
            let (x, y) = trace.place;
            trace.place = (x.clamp(clip.x0, clip.x1), y.clamp(clip.y0, clip.y1));
            self.ink.traces.push(trace);
        }
    }
}

/// Radicals and compatibility forms that fonts name instead of the characters they show.
fn plain(c: char) -> char {
    use unicode_normalization::UnicodeNormalization;
    if matches!(c, '\u{2F00}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}') { c.nfkc().next().unwrap_or(c) } else { c }
}

/// The quarter turn of a direction; `None` for a slanting one, as watermarks have it.
fn turn_of(x: f64, y: f64) -> Option<u8> {
    let near = 0.2;
    if y.abs() <= x.abs() * near {
        Some(if x >= 0.0 { 0 } else { 2 })
    } else if x.abs() <= y.abs() * near {
        Some(if y > 0.0 { 1 } else { 3 })
    } else {
        None
    }
}
