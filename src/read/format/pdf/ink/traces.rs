//! What stands on a page and is not read as text: struck, covered, faint or cut off characters, pictures, drawn
//! shapes.

use kurbo::{Point, Rect, Vec2};

use super::{Glyph, turn_point};

/// Why something is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::format::pdf) enum Lost {
    /// Struck out.
    Struck,
    /// Painted over; after how many strokes of the pen that happened.
    Covered(u32),
    /// Not to be seen on its ground.
    Faint,
    /// Cut off at the edge of its cell.
    Cut,
    /// Raised as the number of a note is.
    Raised,
    /// Raised, and as large as the number beside it.
    Lifted,
    /// No character, but a small picture or a drawn shape.
    Drawn,
}

/// Something that is not read.
#[derive(Debug, Clone, Copy)]
pub(in crate::read::format::pdf) struct Trace {
    pub(crate) lost: Lost,
    pub(crate) area: Rect,
    /// In which place it counts.
    pub(crate) place: (f64, f64),
    pub(crate) glyph: Option<Glyph>,
}

impl Trace {
    /// A character that is not read.
    pub(crate) fn glyph(glyph: &Glyph, lost: Lost) -> Self {
        let place = glyph.center();
        let (half, rise) = (glyph.width / 2.0, glyph.size * 0.4);
        let area = Rect::new(place.0 - half, place.1 - rise, place.0 + half, place.1 + rise);
        Self { lost, area, place, glyph: Some(*glyph) }
    }

    /// A picture or a shape.
    pub(crate) fn drawn(area: Rect) -> Self {
        let center = area.center();
        Self { lost: Lost::Drawn, area, place: (center.x, center.y), glyph: None }
    }

    /// The same on a page that was turned.
    pub(crate) fn turned(self, turn: u8) -> Self {
        let corner = |x, y| Point::from(turn_point(x, y, turn));
        let area = Rect::from_points(corner(self.area.x0, self.area.y0), corner(self.area.x1, self.area.y1));
        let place = turn_point(self.place.0, self.place.1, turn);
        Self { area, place, glyph: self.glyph.map(|glyph| glyph.turned(turn)), ..self }
    }

    /// The same at another place.
    pub(crate) fn moved(self, right: f64, down: f64) -> Self {
        let (area, place) = (self.area + Vec2::new(right, down), (self.place.0 + right, self.place.1 + down));
        Self { area, place, glyph: self.glyph.map(|glyph| glyph.moved(right, down)), ..self }
    }

    pub(crate) fn is_digit(&self) -> bool {
        self.glyph.is_some_and(|glyph| glyph.c.is_ascii_digit())
    }
}
