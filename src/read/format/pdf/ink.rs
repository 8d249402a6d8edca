//! What a page draws, as far as it can be read: characters with their places, and straight lines.

use std::collections::HashMap;

use super::fonts::Fonts;
use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};

/// A filled area or stroke that is not thicker is a line, in points.
const MAX_THICK: f64 = 4.0;
/// Characters of one glyph, at most: a ligature has two or three.
const MAX_CHARS: usize = 8;

/// One character at its place. Lengths are in points; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub c: char,
    /// Where it begins, on its baseline.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    pub width: f64,
    /// The size of its font.
    pub size: f64,
    /// In which direction its line runs: quarter turns clockwise from left-to-right.
    pub turn: u8,
    /// Does its font write from top to bottom?
    pub vertical: bool,
}

/// A straight line, along one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// Its place on the other axis.
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// How much may still be collected.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub glyphs: usize,
    pub rules: usize,
}

/// A page's characters and lines.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub glyphs: Vec<Glyph>,
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
    /// How many characters have no meaning.
    pub damaged: usize,
    pub width: f64,
    pub height: f64,
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

    /// Its middle.
    pub fn center(&self) -> (f64, f64) {
        let ((along, down), (up_x, up_y)) = self.axes();
        let (half, rise) = (self.width / 2.0, self.size * 0.35);
        (self.x + along * half + up_x * rise, self.y + down * half + up_y * rise)
    }

    /// The same in a plane that was turned so that lines of `turn` run from left to right.
    pub fn turned(self, turn: u8) -> Self {
        let (x, y) = turn_point(self.x, self.y, turn);
        Self { x, y, turn: (self.turn + 4 - turn % 4) % 4, ..self }
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }
}

fn turn_point(x: f64, y: f64, turn: u8) -> (f64, f64) {
    match turn {
        1 => (y, -x),
        2 => (-x, -y),
        3 => (-y, x),
        _ => (x, y),
    }
}

impl Ink {
    /// Turns a page whose lines run along its side, and takes away what is drawn twice.
    pub fn settle(&mut self) {
        let turn = most_common_turn(&self.glyphs);
        if turn != 0 {
            self.turn(turn);
        }
        self.drop_doubles();
    }

    fn turn(&mut self, turn: u8) {
        for glyph in &mut self.glyphs {
            *glyph = glyph.turned(turn);
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
                let [(x0, y0), (x1, y1)] = ends(rule).map(|(x, y)| turn_point(x, y, turn));
                let stays = is_across == (turn == 2);
                if stays {
                    Rule { at: y0, from: x0.min(x1), to: x0.max(x1) }
                } else {
                    Rule { at: x0, from: y0.min(y1), to: y0.max(y1) }
                }
            };
            rules.iter().map(rule).collect()
        };
        let (across, down) = (turned(&self.across, true), turned(&self.down, false));
        (self.across, self.down) = if turn == 2 { (across, down) } else { (down, across) };
        if turn != 2 {
            (self.width, self.height) = (self.height, self.width);
        }
    }

    /// Bold print is often the same character drawn twice or more, a hair's breadth apart.
    fn drop_doubles(&mut self) {
        const CELL: f64 = 3.0;
        let mut seen: HashMap<(char, i64, i64), Vec<(f64, f64)>> = HashMap::new();
        let bucket = |value: f64| (value / CELL) as i64;
        self.glyphs.retain(|glyph| {
            let (column, line) = (bucket(glyph.x), bucket(glyph.y));
            let near = (glyph.size * 0.15).min(CELL);
            let is_near = |&(x, y): &(f64, f64)| (x - glyph.x).abs() < near && (y - glyph.y).abs() < near;
            let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (column + dx, line + dy)));
            let twice = around
                .into_iter()
                .any(|(x, y)| seen.get(&(glyph.c, x, y)).is_some_and(|known| known.iter().any(is_near)));
            if !twice {
                seen.entry((glyph.c, column, line)).or_default().push((glyph.x, glyph.y));
            }
            !twice
        });
    }
}

/// In which direction most characters run.
pub(super) fn most_common_turn(glyphs: &[Glyph]) -> u8 {
    let count = |turn: u8| glyphs.iter().filter(|glyph| glyph.turn == turn).count();
    (0..4).rev().max_by_key(|&turn| count(turn)).unwrap_or(0)
}

/// Takes down what a page draws.
pub(super) struct Pen<'b> {
    pub ink: Ink,
    fonts: &'b Fonts<'b>,
    budget: &'b mut Budget,
    clips: Vec<Rect>,
}

impl<'b> Pen<'b> {
    /// For a page of this size.
    pub fn new(width: f64, height: f64, fonts: &'b Fonts<'b>, budget: &'b mut Budget) -> Self {
        Self {
            ink: Ink { width, height, ..Ink::default() },
            fonts,
            budget,
            clips: vec![Rect::new(0.0, 0.0, width, height)],
        }
    }

    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or_default()
    }

    /// A filled shape, or the shape of a stroke: a line if it is thin.
    fn shape(&mut self, shape: Rect) {
        let clip = self.clip();
        // Not `intersect`: a line without thickness is still a line.
        let (x0, x1) = (shape.x0.max(clip.x0), shape.x1.min(clip.x1));
        let (y0, y1) = (shape.y0.max(clip.y0), shape.y1.min(clip.y1));
        if !(x0 <= x1 && y0 <= y1) || self.budget.rules == 0 {
            return;
        }
        let (width, height) = (x1 - x0, y1 - y0);
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

    fn fill(&mut self, path: &BezPath, transform: Affine) {
        let mut part = BezPath::new();
        let mut parts = Vec::new();
        for element in path.elements() {
            if matches!(element, PathEl::MoveTo(_)) {
                parts.push(std::mem::take(&mut part));
            }
            part.push(*element);
        }
        parts.push(part);
        let is_straight = |part: &&BezPath| {
            let elements = part.elements();
            !elements.is_empty() && !elements.iter().any(|e| matches!(e, PathEl::QuadTo(..) | PathEl::CurveTo(..)))
        };
        let boxes: Vec<Rect> = parts.iter().filter(is_straight).map(|part| (transform * part).bounding_box()).collect();
        for &shape in &boxes {
            self.shape(shape);
        }
        for pair in boxes.windows(2) {
            if let [a, b] = *pair {
                self.border(a, b);
            }
        }
    }

    /// A box with a hole that leaves only its border.
    fn border(&mut self, a: Rect, b: Rect) {
        let sides = [a.x0 - b.x0, a.y0 - b.y0, b.x1 - a.x1, b.y1 - a.y1];
        let inside = sides.iter().all(|&side| (0.01..=MAX_THICK).contains(&side));
        let outside = sides.iter().all(|&side| (0.01..=MAX_THICK).contains(&-side));
        if inside || outside {
            let (x0, y0, x1, y1) = (a.x0.min(b.x0), a.y0.min(b.y0), a.x1.max(b.x1), a.y1.max(b.y1));
            for (from, to) in [((x0, y0), (x1, y0)), ((x0, y1), (x1, y1)), ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1))] {
                self.shape(Rect::from_points(from, to));
            }
        }
    }

    fn stroke(&mut self, path: &BezPath, transform: Affine, width: f64) {
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
                continue;
            }
            let grown = if wide >= high { rect.inflate(0.0, half) } else { rect.inflate(half, 0.0) };
            self.shape(grown);
        }
    }

    fn glyph(&mut self, glyph: &Drawn<'_>, transform: Affine, vertical: bool) {
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
        let one = |c: char, index: usize, count: usize| {
            let part = width / count.max(1) as f64;
            let step = part * index as f64 / along.hypot().max(f64::MIN_POSITIVE);
            let at = origin + along * step;
            Glyph { c, x: at.x, y: at.y, width: part, size, turn, vertical }
        };
        match text {
            None => self.add(one('\u{FFFD}', 0, 1)),
            Some(BfString::Char(c)) => self.add(one(c, 0, 1)),
            Some(BfString::String(text)) => {
                let count = text.chars().count().min(MAX_CHARS);
                for (index, c) in text.chars().take(count).enumerate() {
                    self.add(one(c, index, count));
                }
            }
        }
    }

    fn add(&mut self, mut glyph: Glyph) {
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
        self.ink.glyphs.push(glyph);
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

impl<'a> Device<'a> for Pen<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        match mode {
            DrawMode::Fill(_) => self.fill(path, props.transform),
            DrawMode::Stroke(stroke) => self.stroke(path, props.transform, f64::from(stroke.line_width)),
            DrawMode::FillAndStroke(_, stroke) => {
                self.fill(path, props.transform);
                self.stroke(path, props.transform, f64::from(stroke.line_width));
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

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        if self.budget.glyphs == 0 {
            return;
        }
        let vertical = run.writing_mode() == WritingMode::Vertical;
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform(), vertical);
        }
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn pop_transparency_group(&mut self) {}
}
