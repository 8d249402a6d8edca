//! Takes down what a page draws, in the order in which it is drawn.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::WritingMode;
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask, StrokeProps,
};
use kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};

use super::fonts::Fonts;
use super::paint::{background, is_alike};
use super::traces::Trace;
use super::{Budget, Ink, Layer, Rgb, Rule};

/// A filled area or stroke that is not thicker is a line, in points.
const MAX_THICK: f64 = 4.0;
/// A drawn shape of this size may be a character: its least and its greatest height, in points.
const DRAWN: (f64, f64) = (4.0, 24.0);
/// So much of its box a filled shape has to fill to hide what lies below.
const FULL: f64 = 0.7;
/// What is less opaque leaves no mark; what is more hides what lies below.
const OPACITY: (f32, f32) = (0.05, 0.95);

/// Takes down what a page draws.
pub(in crate::read::format::pdf) struct Pen<'b> {
    pub(in crate::read::format::pdf) ink: Ink,
    pub(in crate::read::format::pdf) fonts: &'b Fonts<'b>,
    pub(in crate::read::format::pdf) budget: &'b mut Budget,
    clips: Vec<Rect>,
    /// For each transparency group: do its drawings hide what lies below?
    groups: Vec<Sheer>,
    pub(in crate::read::format::pdf) order: u32,
    /// How often it may still be asked what lies below something.
    pub(in crate::read::format::pdf) steps: usize,
}

/// How much is seen through something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read::format::pdf) enum Sheer {
    Opaque,
    Half,
    Clear,
}

/// The colour of a stroke or of a filled area, where it is one, and how much is seen through it.
#[derive(Clone, Copy)]
pub(in crate::read::format::pdf) struct Tint {
    pub(crate) color: Option<Rgb>,
    pub(crate) sheer: Sheer,
}

impl<'b> Pen<'b> {
    /// For a page of this size.
    pub(crate) fn new(width: f64, height: f64, fonts: &'b Fonts<'b>, budget: &'b mut Budget) -> Self {
        Self {
            ink: Ink { width, height, ..Ink::default() },
            fonts,
            budget,
            clips: vec![Rect::new(0.0, 0.0, width, height)],
            groups: Vec::new(),
            order: 0,
            steps: 5_000_000,
        }
    }

    /// What was taken down.
    pub(crate) fn finish(mut self) -> Ink {
        self.ink.is_cut |= self.steps == 0 || self.budget.rules == 0;
        self.ink
    }

    fn tint(&self, props: &DrawProps<'_>) -> Tint {
        let group = self.groups.last().copied().unwrap_or(Sheer::Opaque);
        let veiled = props.soft_mask.is_some() || props.blend_mode != BlendMode::Normal;
        let group = if veiled { group.max(Sheer::Half) } else { group };
        match &props.paint {
            Paint::Color(color) => {
                let [r, g, b, alpha] = color.to_rgba().components();
                // Between 0 and 1, so that it fits.
                let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
                Tint { color: Some([byte(r), byte(g), byte(b)]), sheer: group.max(sheer(alpha)) }
            }
            Paint::Pattern(_) => Tint { color: None, sheer: group.max(Sheer::Half) },
        }
    }

    /// Is something of this colour seen at a place?
    pub(in crate::read::format::pdf) fn is_seen(&mut self, tint: Tint, place: Point) -> bool {
        if tint.sheer == Sheer::Clear {
            return false;
        }
        let Some(color) = tint.color else { return true };
        let is_light = color.iter().all(|&part| part > 150);
        if self.ink.layers.is_empty() && !is_light {
            return true;
        }
        background(&self.ink.layers, place, &mut self.steps).is_none_or(|below| !is_alike(below, color))
    }

    /// Something that may lie over characters drawn before it, and that characters drawn after it may lie on.
    fn layer(&mut self, area: Rect, tint: Tint, fills: bool, is_picture: bool) {
        let area = area.intersect(self.clip());
        if tint.sheer == Sheer::Clear || area.width() <= 0.0 || area.height() <= 0.0 || self.budget.rules == 0 {
            return;
        }
        self.budget.rules -= 1;
        let opaque = fills && tint.sheer == Sheer::Opaque;
        self.ink.layers.push(Layer { area, order: self.order, color: tint.color, opaque, is_picture });
    }

    pub(in crate::read::format::pdf) fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or_default()
    }

    /// A filled shape, or the shape of a stroke: a line if it is thin.
    fn shape(&mut self, shape: Rect, tint: Tint) {
        let clip = self.clip();
        // Not `intersect`: a line without thickness is still a line.
        let (x0, x1) = (shape.x0.max(clip.x0), shape.x1.min(clip.x1));
        let (y0, y1) = (shape.y0.max(clip.y0), shape.y1.min(clip.y1));
        if !(x0 <= x1 && y0 <= y1) || self.budget.rules == 0 {
            return;
        }
        let (width, height) = (x1 - x0, y1 - y0);
        if width.min(height) > MAX_THICK || !self.is_seen(tint, Point::new((x0 + x1) / 2.0, (y0 + y1) / 2.0)) {
            return;
        }
        let rules = if height <= MAX_THICK && height <= width {
            Some((&mut self.ink.across, Rule { at: (y0 + y1) / 2.0, from: x0, to: x1 }))
        } else if width <= MAX_THICK {
            Some((&mut self.ink.down, Rule { at: (x0 + x1) / 2.0, from: y0, to: y1 }))
        } else {
            None
        };
        if let Some((rules, rule)) = rules {
            rules.push(rule);
            self.budget.rules -= 1;
        }
    }

    fn fill(&mut self, path: &BezPath, transform: Affine, tint: Tint) {
        let mut part = BezPath::new();
        let mut parts = Vec::new();
        for element in path.elements() {
            if matches!(element, PathEl::MoveTo(_)) {
                parts.push(std::mem::take(&mut part));
            }
            part.push(*element);
        }
        parts.push(part);
        parts.retain(|part| !part.elements().is_empty());
        let is_straight =
            |part: &&BezPath| !part.elements().iter().any(|e| matches!(e, PathEl::QuadTo(..) | PathEl::CurveTo(..)));
        let boxes: Vec<Rect> = parts.iter().filter(is_straight).map(|part| (transform * part).bounding_box()).collect();
        for &shape in &boxes {
            self.shape(shape, tint);
        }
        for pair in boxes.windows(2) {
            if let [a, b] = *pair {
                self.border(a, b, tint);
            }
        }
        self.areas(parts.iter().map(|part| transform * part).collect(), tint);
    }

    /// The areas that a shape fills: what they may lie over, or the one character that they may be.
    fn areas(&mut self, parts: Vec<BezPath>, tint: Tint) {
        let sizes: Vec<Rect> = parts.iter().map(Shape::bounding_box).collect();
        let Some(all) = sizes.iter().copied().reduce(|a, b| a.union(b)).filter(Rect::is_finite) else { return };
        let filled: f64 = parts.iter().map(Shape::area).sum();
        // Characters drawn as shapes leave much of their box empty.
        let may_be_drawn =
            (DRAWN.0..=DRAWN.1).contains(&all.height()) && all.width() <= DRAWN.1 && filled.abs() < all.area() * 0.95;
        if may_be_drawn && self.budget.rules > 0 && self.is_in_clip(all.center()) && self.is_seen(tint, all.center()) {
            self.budget.rules -= 1;
            self.ink.traces.push(Trace::drawn(all));
        }
        for (at, (part, &area)) in parts.iter().zip(&sizes).enumerate() {
            // Shapes in one another leave holes.
            let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
            let is_alone = beside.filter_map(|other| sizes.get(other)).all(|other| other.intersect(area).area() <= 0.0);
            if is_alone && area.width().min(area.height()) > MAX_THICK {
                self.layer(area, tint, part.area().abs() >= area.area() * FULL, false);
            }
        }
    }

    fn is_in_clip(&self, place: Point) -> bool {
        self.clip().contains(place)
    }

    /// A box with a hole that leaves only its border.
    fn border(&mut self, a: Rect, b: Rect, tint: Tint) {
        let sides = [a.x0 - b.x0, a.y0 - b.y0, b.x1 - a.x1, b.y1 - a.y1];
        let inside = sides.iter().all(|&side| (0.01..=MAX_THICK).contains(&side));
        let outside = sides.iter().all(|&side| (0.01..=MAX_THICK).contains(&-side));
        if inside || outside {
            let (x0, y0, x1, y1) = (a.x0.min(b.x0), a.y0.min(b.y0), a.x1.max(b.x1), a.y1.max(b.y1));
            for (from, to) in [((x0, y0), (x1, y0)), ((x0, y1), (x1, y1)), ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1))] {
                self.shape(Rect::from_points(from, to), tint);
            }
        }
    }

    fn stroke(&mut self, path: &BezPath, transform: Affine, stroke: &StrokeProps, tint: Tint) {
        let width = f64::from(stroke.line_width);
        let scale = transform.determinant().abs().sqrt();
        let half = (width * scale / 2.0).clamp(0.0, 1000.0);
        let (mut first, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            let (from, to) = match *element {
                PathEl::MoveTo(point) => {
                    (first, last) = (point, point);
                    continue;
                }
                PathEl::LineTo(point) => (std::mem::replace(&mut last, point), point),
                PathEl::ClosePath => (std::mem::replace(&mut last, first), first),
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                    last = point;
                    continue;
                }
            };
            let (from, to) = (transform * from, transform * to);
            let rect = Rect::from_points(from, to);
            let (wide, high) = (rect.width(), rect.height());
            if wide > 1.0 && high > 1.0 {
                self.slant(rect, tint);
                continue;
            }
            let grown = if wide >= high { rect.inflate(0.0, half) } else { rect.inflate(half, 0.0) };
            self.shape(grown, tint);
        }
    }

    fn slant(&mut self, area: Rect, tint: Tint) {
        if self.budget.rules > 0 && self.is_in_clip(area.center()) && self.is_seen(tint, area.center()) {
            self.budget.rules -= 1;
            self.ink.slants.push(area);
        }
    }
}

fn sheer(opacity: f32) -> Sheer {
    match opacity {
        _ if opacity >= OPACITY.1 => Sheer::Opaque,
        _ if opacity >= OPACITY.0 => Sheer::Half,
        _ => Sheer::Clear,
    }
}

impl<'a> Device<'a> for Pen<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.order = self.order.saturating_add(1);
        let tint = self.tint(&props);
        match mode {
            DrawMode::Fill(_) => self.fill(path, props.transform, tint),
            DrawMode::Stroke(stroke) => self.stroke(path, props.transform, stroke, tint),
            DrawMode::FillAndStroke(_, stroke) => {
                self.fill(path, props.transform, tint);
                self.stroke(path, props.transform, stroke, tint);
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let all = self.clip();
        self.clips.push(clip.path.bounding_box().intersect(all));
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        let all = self.clip();
        self.clips.push(rect.intersect(all));
    }

    fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if self.budget.glyphs == 0 {
            return;
        }
        self.order = self.order.saturating_add(1);
        let tint = if matches!(mode, DrawMode::Invisible) { None } else { Some(self.tint(&props)) };
        let vertical = run.writing_mode() == WritingMode::Vertical;
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform(), vertical, tint);
        }
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        let all = self.groups.last().copied().unwrap_or(Sheer::Opaque);
        let veiled = if mask.is_some() || blend != BlendMode::Normal { Sheer::Half } else { Sheer::Opaque };
        self.groups.push(all.max(veiled).max(sheer(opacity)));
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.order = self.order.saturating_add(1);
        let area = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = (props.transform * area.to_path(0.1)).bounding_box();
        let stream = match &image {
            Image::Stencil(_) => None,
            Image::Raster(image) => Some(image.stream()),
        };
        let fills = stream.is_some_and(|stream| {
            let dict = stream.dict();
            ![&b"SMask"[..], b"Mask", b"SMaskInData"].iter().any(|&key| dict.contains_key(key))
        });
        let veiled = props.soft_mask.is_some() || props.blend_mode != BlendMode::Normal;
        let group = self.groups.last().copied().unwrap_or(Sheer::Opaque);
        let sheer = if veiled { group.max(Sheer::Half) } else { group };
        if area.is_finite() {
            self.layer(area, Tint { color: None, sheer }, fills, true);
        }
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }
}
