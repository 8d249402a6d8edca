//! What a page draws, as far as it can be read: characters with their places, and straight lines.

pub(super) mod annotations;
pub(super) mod fonts;
mod notes;
mod paint;
pub(super) mod pen;
pub(super) mod rules;
mod settle;
mod strike;
pub(super) mod traces;
mod writing;

use kurbo::{Point, Rect};

use traces::Trace;

/// One character at its place. Lengths are in points; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(crate) c: char,
    /// Where it begins, on its baseline.
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    /// The size of its font.
    pub(crate) size: f64,
    /// In which direction its line runs: quarter turns clockwise from left-to-right.
    pub(crate) turn: u8,
    /// Does its font write from top to bottom?
    pub(crate) vertical: bool,
    /// Is it seen, and after how many strokes of the pen was it drawn?
    pub(crate) sight: Sight,
    pub(crate) order: u32,
    /// How far it stands below the cell that shows it: lines of a label that its row has no room for.
    pub(crate) sunk: f64,
}

/// Does a character leave a mark on its page?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sight {
    #[default]
    Seen,
    /// Written without ink, as the recognised text of a scan is.
    Ghost,
    /// In the colour of what lies below it.
    Faint,
    /// Lighter than print is.
    Pale,
}

/// A colour.
pub(super) type Rgb = [u8; 3];

/// A filled area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Layer {
    pub(crate) area: Rect,
    pub(crate) order: u32,
    /// Its colour, where it is one.
    pub(crate) color: Option<Rgb>,
    /// Is nothing seen through it?
    pub(crate) opaque: bool,
    pub(crate) is_picture: bool,
}

/// A straight line, along one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// Its place on the other axis.
    pub(crate) at: f64,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// How much may still be collected.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub(crate) glyphs: usize,
    pub(crate) rules: usize,
}

/// A page's characters and lines.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) across: Vec<Rule>,
    pub(crate) down: Vec<Rule>,
    /// What may lie over characters, in the order in which it was drawn.
    pub(crate) layers: Vec<Layer>,
    /// Lines that run aslant, by the box that they cross.
    pub(crate) slants: Vec<Rect>,
    /// What is not read: small pictures, drawn shapes, and characters that are struck out, covered or not seen.
    pub(crate) traces: Vec<Trace>,
    pub(crate) pictures: Vec<Rect>,
    /// Was there more on the page than is looked at?
    pub(crate) is_cut: bool,
    /// How many characters have no meaning.
    pub(crate) damaged: usize,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Glyph {
    /// The direction of its line and of its top.
    fn axes(&self) -> ((f64, f64), (f64, f64)) {
        match self.turn {
            1 => ((0.0, 1.0), (1.0, 0.0)),
            2 => ((-1.0, 0.0), (0.0, 1.0)),
            3 => ((0.0, -1.0), (-1.0, 0.0)),
            _ => ((1.0, 0.0), (0.0, -1.0)),
        }
    }

    pub(crate) fn center(&self) -> (f64, f64) {
        let ((along, down), (up_x, up_y)) = self.axes();
        let (half, rise) = (self.width / 2.0, self.size * 0.35);
        (self.x + along * half + up_x * rise, self.y + down * half + up_y * rise - self.sunk)
    }

    /// The same in a plane that was turned so that lines of `turn` run from left to right.
    pub(crate) fn turned(self, turn: u8) -> Self {
        let (x, y) = turn_point(self.x, self.y, turn);
        let sunk = if turn == 0 { self.sunk } else { 0.0 };
        Self { x, y, turn: (self.turn + 4 - turn % 4) % 4, sunk, ..self }
    }

    /// The same at another place.
    pub(crate) fn moved(self, right: f64, down: f64) -> Self {
        Self { x: self.x + right, y: self.y + down, ..self }
    }

    pub(crate) fn right(&self) -> f64 {
        self.x + self.width
    }
}

pub(super) fn turn_point(x: f64, y: f64, turn: u8) -> (f64, f64) {
    match turn {
        1 => (y, -x),
        2 => (-x, -y),
        3 => (-y, x),
        _ => (x, y),
    }
}

impl Ink {
    /// The page turned so that its lines of `turn` run from left to right.
    pub(crate) fn turn(&mut self, turn: u8) {
        // The page's corner stays where it is.
        let (right, down) = match turn {
            1 => (0.0, self.width),
            2 => (self.width, self.height),
            _ => (self.height, 0.0),
        };
        let turn_point = |x: f64, y: f64| {
            let (x, y) = turn_point(x, y, turn);
            (x + right, y + down)
        };
        for glyph in &mut self.glyphs {
            *glyph = glyph.turned(turn).moved(right, down);
        }
        let turned = |rules: &[Rule], is_across: bool| -> Vec<Rule> {
            let ends = |rule: &Rule| {
                if is_across {
                    [(rule.from, rule.at), (rule.to, rule.at)]
                } else {
                    [(rule.at, rule.from), (rule.at, rule.to)]
                }
            };
            let rule = |rule: &Rule| {
                let [(x0, y0), (x1, y1)] = ends(rule).map(|(x, y)| turn_point(x, y));
                let stays = is_across == (turn == 2);
                if stays {
                    Rule { at: y0, from: x0.min(x1), to: x0.max(x1) }
                } else {
                    Rule { at: x0, from: y0.min(y1), to: y0.max(y1) }
                }
            };
            rules.iter().map(rule).collect()
        };
        for trace in &mut self.traces {
            *trace = trace.turned(turn).moved(right, down);
        }
        for picture in &mut self.pictures {
            let [a, b] = [(picture.x0, picture.y0), (picture.x1, picture.y1)].map(|(x, y)| turn_point(x, y));
            *picture = Rect::from_points(Point::from(a), Point::from(b));
        }
        for slant in &mut self.slants {
            let [a, b] = [(slant.x0, slant.y0), (slant.x1, slant.y1)].map(|(x, y)| turn_point(x, y));
            *slant = Rect::from_points(Point::from(a), Point::from(b));
        }
        let (across, down) = (turned(&self.across, true), turned(&self.down, false));
        (self.across, self.down) = if turn == 2 { (across, down) } else { (down, across) };
        if turn != 2 {
            (self.width, self.height) = (self.height, self.width);
        }
    }
}

/// In which direction most characters run.
pub(super) fn most_common_turn(glyphs: &[Glyph]) -> u8 {
    let count = |turn: u8| glyphs.iter().filter(|glyph| glyph.turn == turn).count();
    (0..4).rev().max_by_key(|&turn| count(turn)).unwrap_or(0)
}
