//! Lines through text and below it: no ruling lines. What is struck out is not read.

use kurbo::Rect;

use super::rules::merge;
use super::traces::{Lost, Trace};
use super::{Glyph, Ink, Rule};

/// A page with more lines than this is a drawing.
const MAX_RULES: usize = 4000;
/// How many steps are made on a page.
const MAX_STEPS: usize = 20_000_000;
/// How far a line may go on beside the text that it strikes out exactly, in sizes of the print.
const TIGHT: f64 = 0.45;
/// The same for a line drawn by hand, which touches no other.
const LOOSE: f64 = 2.0;
/// Characters of one text are not farther apart.
const GAP: f64 = 1.3;
/// How high above the baseline a line through digits runs, in sizes of the print.
const THROUGH: (f64, f64) = (0.12, 0.62);
/// The same for a line below them.
const BELOW: (f64, f64) = (-0.45, 0.12);

/// Takes away struck characters, and the lines through and below text.
pub(in crate::read::format::pdf) fn strike(ink: &mut Ink) {
    let (across, down) = (merge(&ink.across, 0.0), merge(&ink.down, 0.0));
    if ink.glyphs.is_empty() {
        return;
    }
    if across.len() > MAX_RULES || down.len() > MAX_RULES {
        ink.is_cut = true;
        return;
    }
    let mut order: Vec<usize> = (0..ink.glyphs.len()).collect();
    let y = |at: &usize| ink.glyphs.get(*at).map_or(0.0, |glyph| glyph.y);
    order.sort_by(|a, b| y(a).total_cmp(&y(b)));
    let mut finder = Finder { glyphs: &ink.glyphs, order, steps: MAX_STEPS };
    let mut struck: Vec<usize> = Vec::new();
    let mut lines: Vec<Rule> = Vec::new();
    for rule in &across {
        let own = finder.along(rule, THROUGH);
        if is_of_text(&ink.glyphs, &own, rule, &down, &across) {
            struck.extend(own);
            lines.push(*rule);
            continue;
        }
        let own = finder.along(rule, BELOW);
        if is_of_text(&ink.glyphs, &own, rule, &down, &[]) {
            lines.push(*rule);
        }
    }
    for slant in ink.slants.iter().take(MAX_RULES) {
        struck.extend(finder.across(slant));
    }
    ink.is_cut |= finder.steps == 0 || ink.slants.len() > MAX_RULES;
    // They stand in the order of their heights.
    let is_line = |rule: &Rule| {
        let from = lines.partition_point(|line| line.at < rule.at - 2.0);
        let near = lines.get(from..).unwrap_or_default();
        near.iter()
            .take_while(|line| line.at <= rule.at + 2.0)
            .any(|line| (line.at - rule.at).abs() <= 1.0 && rule.from >= line.from - 0.1 && rule.to <= line.to + 0.1)
    };
    if !lines.is_empty() {
        ink.across.retain(|rule| !is_line(rule));
    }
    let mut is_struck = vec![false; ink.glyphs.len()];
    for at in struck {
        if let Some(slot) = is_struck.get_mut(at) {
            *slot = true;
        }
    }
    let mut flags = is_struck.into_iter();
    let traces = &mut ink.traces;
    ink.glyphs.retain(|glyph| {
        let goes = flags.next().unwrap_or(false);
        if goes {
            traces.push(Trace::glyph(glyph, Lost::Struck));
        }
        !goes
    });
}

/// The characters of a page by their heights.
struct Finder<'g> {
    glyphs: &'g [Glyph],
    order: Vec<usize>,
    steps: usize,
}

impl Finder<'_> {
    /// The characters through or above which a line runs, from left to right.
    fn along(&mut self, rule: &Rule, (low, high): (f64, f64)) -> Vec<usize> {
        let is_on = |glyph: &Glyph| {
            let height = (glyph.y - rule.at) / glyph.size;
            let covered = glyph.right().min(rule.to) - glyph.x.max(rule.from);
            glyph.turn == 0 && height > low && height <= high && covered >= glyph.width * 0.5 && covered > 0.0
        };
        self.find((rule.at - 40.0, rule.at + 60.0), is_on)
    }

    /// The characters that a slanting line strikes out.
    fn across(&mut self, slant: &Rect) -> Vec<usize> {
        let middle = (slant.y0 + slant.y1) / 2.0;
        let is_on = |glyph: &Glyph| {
            let (x, y) = glyph.center();
            glyph.turn == 0
                && (slant.x0 - glyph.width * 0.3..=slant.x1 + glyph.width * 0.3).contains(&x)
                && (y - middle).abs() <= glyph.size * 0.35
                && slant.height() <= glyph.size * 1.7
        };
        let own = self.find((slant.y0 - 40.0, slant.y1 + 60.0), is_on);
        let rule = Rule { at: middle, from: slant.x0, to: slant.x1 };
        if fits(self.glyphs, &own, &rule, LOOSE * 0.75) { own } else { Vec::new() }
    }

    fn find(&mut self, (top, bottom): (f64, f64), test: impl Fn(&Glyph) -> bool) -> Vec<usize> {
        let y = |at: usize| self.glyphs.get(at).map_or(0.0, |glyph| glyph.y);
        let from = self.order.partition_point(|&at| y(at) < top);
        let near = self.order.get(from..).unwrap_or_default().iter().copied().take_while(|&at| y(at) <= bottom);
        let mut found = Vec::new();
        for at in near {
            // None left: the page says so.
            let Some(left) = self.steps.checked_sub(1) else { return Vec::new() };
            self.steps = left;
            if self.glyphs.get(at).is_some_and(&test) {
                found.push(at);
            }
        }
        let x = |at: &usize| self.glyphs.get(*at).map_or(0.0, |glyph| glyph.x);
        found.sort_by(|a, b| x(a).total_cmp(&x(b)));
        found
    }
}

/// Does a line go with a text and not with a table?
fn is_of_text(glyphs: &[Glyph], own: &[usize], rule: &Rule, down: &[Rule], across: &[Rule]) -> bool {
    if !fits(glyphs, own, rule, LOOSE) {
        return false;
    }
    let touches = |place: f64| {
        down.iter().any(|line| (line.at - place).abs() <= 1.2 && (line.from - 1.0..=line.to + 1.0).contains(&rule.at))
    };
    let ends = usize::from(touches(rule.from)) + usize::from(touches(rule.to));
    if fits(glyphs, own, rule, TIGHT) {
        return ends < 2;
    }
    // Of text in its row alone: a ruling line goes on in the next cell.
    let beside = across.iter().any(|other| {
        let apart = (other.from - rule.to).max(rule.from - other.to);
        (other.at - rule.at).abs() <= 0.6 && (0.0..12.0).contains(&apart)
    });
    ends == 0 && !beside && !across.is_empty()
}

/// Does a line begin and end with a text, as far as `slack` times the size of its print?
fn fits(glyphs: &[Glyph], own: &[usize], rule: &Rule, slack: f64) -> bool {
    let text: Vec<&Glyph> = own.iter().filter_map(|&at| glyphs.get(at)).collect();
    let (Some(first), Some(last)) = (text.first(), text.last()) else { return false };
    let size = text.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    let is_one = text.windows(2).all(|pair| matches!(pair, [a, b] if b.x - a.right() <= size * GAP));
    is_one && first.x - rule.from <= size * slack && rule.to - last.right() <= size * slack
}
