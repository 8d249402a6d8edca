//! What lies over what: characters under a filled box or a picture are not seen, and characters without ink stand
//! for the picture of a page that they lie over.

use kurbo::{Point, Rect};

use super::traces::{Lost, Trace};
use super::{Glyph, Ink, Layer, Rgb, Sight};

/// The paper.
const PAPER: Rgb = [255; 3];
/// Colours that differ less are one to the eye.
const CONTRAST: u16 = 30;
/// A picture of a page's text has at least this share of the page, together with its other pictures.
const SCAN: f64 = 0.35;
/// A larger picture is no number.
const MAX_OBJECT: (f64, f64) = (130.0, 45.0);
/// A picture that is seen through is no part of the text if it has more than this share of the page.
const BEHIND: f64 = 0.5;
/// A smaller picture is a piece of a line, in points.
const LEAST: f64 = 2.0;
/// How many steps are made on a page to find out what lies over what.
const MAX_STEPS: usize = 20_000_000;

/// Are two colours one to the eye?
pub(in crate::read::format::pdf) fn is_alike(a: Rgb, b: Rgb) -> bool {
    let difference: u16 = a.iter().zip(b).map(|(&a, b)| u16::from(a.abs_diff(b))).max().unwrap_or(0);
    difference < CONTRAST
}

/// The colour of what lies on top at a place so far; `None` where that is not one colour.
pub(in crate::read::format::pdf) fn background(layers: &[Layer], place: Point, steps: &mut usize) -> Option<Rgb> {
    for layer in layers.iter().rev() {
        if *steps == 0 {
            return None;
        }
        *steps -= 1;
        if layer.area.contains(place) {
            return layer.color.filter(|_| layer.opaque);
        }
    }
    Some(PAPER)
}

/// Takes away the characters that are not seen. Of those painted over, the places stay.
pub(in crate::read::format::pdf) fn uncover(ink: &mut Ink) {
    let scan = Scan::new(ink);
    let ghosts = ink.glyphs.iter().filter(|glyph| glyph.sight == Sight::Ghost).count();
    let are_text = ghosts * 2 > ink.glyphs.len();
    let mut steps = MAX_STEPS;
    let covers: Vec<Layer> =
        ink.layers.iter().filter(|layer| layer.opaque && !(scan.is_one && layer.is_picture)).copied().collect();
    let mut hiding = vec![false; covers.len()];
    let traces = &mut ink.traces;
    ink.glyphs.retain_mut(|glyph| {
        let under = scan.over(glyph, &mut steps);
        match (glyph.sight, under) {
            (_, Some(order)) => glyph.order = glyph.order.max(order),
            (Sight::Seen | Sight::Pale, None) => {}
            (Sight::Ghost, None) if are_text => {}
            _ => {
                traces.push(Trace::glyph(glyph, Lost::Faint));
                return false;
            }
        }
        match cover(&covers, glyph, &mut steps) {
            None => true,
            Some(at) => {
                if let Some(hiding) = hiding.get_mut(at) {
                    *hiding = true;
                }
                let order = covers.get(at).map_or(0, |cover| cover.order);
                traces.push(Trace::glyph(glyph, Lost::Covered(order)));
                false
            }
        }
    });
    let boxes: Vec<Rect> = covers.iter().zip(hiding).filter(|(_, hides)| *hides).map(|(cover, _)| cover.area).collect();
    drop_edges(ink, &boxes);
    ink.is_cut |= steps == 0;
    pictures(ink);
}

/// Small pictures may be numbers, larger ones whole tables.
fn pictures(ink: &mut Ink) {
    let is_small = |area: &Rect| area.width() <= MAX_OBJECT.0 && area.height() <= MAX_OBJECT.1;
    // What is seen through, on most of the page, is a watermark.
    let page = ink.width * ink.height;
    let is_behind = |layer: &&Layer| !layer.opaque && layer.area.area() > page * BEHIND;
    let areas = ink.layers.iter().filter(|layer| layer.is_picture && !is_behind(layer)).map(|layer| layer.area);
    let (small, large): (Vec<Rect>, Vec<Rect>) = areas.partition(is_small);
    ink.traces.extend(small.into_iter().filter(|area| area.width().min(area.height()) > LEAST).map(Trace::drawn));
    ink.pictures.extend(large);
}

/// The last of the layers above a character.
fn cover(covers: &[Layer], glyph: &Glyph, steps: &mut usize) -> Option<usize> {
    let (x, y) = glyph.center();
    for (at, layer) in covers.iter().enumerate().rev() {
        if layer.order <= glyph.order || *steps == 0 {
            return None;
        }
        *steps -= 1;
        if layer.area.contains(Point::new(x, y)) {
            return Some(at);
        }
    }
    None
}

/// No more boxes over numbers than this are looked at.
const MAX_BOXES: usize = 1000;

/// The edges of a box that was laid over a number are no ruling lines.
fn drop_edges(ink: &mut Ink, boxes: &[Rect]) {
    let near = |a: f64, b: f64| (a - b).abs() <= 1.5;
    ink.is_cut |= boxes.len() > MAX_BOXES;
    for area in boxes.iter().take(MAX_BOXES) {
        let within = |from: f64, to: f64, low: f64, high: f64| from >= low - 2.0 && to <= high + 2.0;
        ink.across.retain(|rule| {
            !((near(rule.at, area.y0) || near(rule.at, area.y1)) && within(rule.from, rule.to, area.x0, area.x1))
        });
        ink.down.retain(|rule| {
            !((near(rule.at, area.x0) || near(rule.at, area.x1)) && within(rule.from, rule.to, area.y0, area.y1))
        });
    }
}

/// The pictures of a page that show its text.
struct Scan {
    pieces: Vec<Layer>,
    is_one: bool,
}

impl Scan {
    fn new(ink: &Ink) -> Self {
        let pictures = ink.layers.iter().filter(|layer| layer.is_picture);
        let share: f64 =
            pictures.clone().map(|layer| layer.area.area()).sum::<f64>() / (ink.width * ink.height).max(1.0);
        let is_one = share >= SCAN;
        Self { pieces: pictures.filter(|_| is_one).copied().collect(), is_one }
    }

    /// Which piece a character lies over or under.
    fn over(&self, glyph: &Glyph, steps: &mut usize) -> Option<u32> {
        let (x, y) = glyph.center();
        for piece in self.pieces.iter().rev() {
            *steps = steps.checked_sub(1)?;
            if piece.area.contains(Point::new(x, y)) {
                return Some(piece.order);
            }
        }
        None
    }
}
