//! Ruling lines to frames: which lines of a page belong to one table, and where its rows and columns are divided.

use crate::read::document::MAX_FIELDS;

use super::{Ink, Rule};

/// Ends of lines that are nearer than this touch, in points.
const TOUCH: f64 = 3.0;
/// Shorter lines are no ruling lines, in points.
const LEAST: f64 = 6.0;
/// A page with more lines than this in one direction is a drawing.
const MAX_RULES: usize = 2000;
/// A table on one page has no more fields than this.
const MAX_CELLS: usize = 20_000;

/// The lines of one table on one page.
#[derive(Debug, Clone, Default)]
pub(in crate::read::format::pdf) struct Frame {
    pub(crate) across: Vec<Rule>,
    pub(crate) down: Vec<Rule>,
    /// Where its columns are divided, from its left edge to its right edge.
    pub(crate) xs: Vec<f64>,
    /// Where its rows are divided, from its top to its bottom.
    pub(crate) ys: Vec<f64>,
}

impl Frame {
    pub(crate) fn left(&self) -> f64 {
        self.xs.first().copied().unwrap_or(0.0)
    }

    pub(crate) fn right(&self) -> f64 {
        self.xs.last().copied().unwrap_or(0.0)
    }

    pub(crate) fn top(&self) -> f64 {
        self.ys.first().copied().unwrap_or(0.0)
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.ys.last().copied().unwrap_or(0.0)
    }

    /// Does a point lie in it?
    pub(crate) fn contains(&self, (x, y): (f64, f64)) -> bool {
        (self.left()..=self.right()).contains(&x) && (self.top()..=self.bottom()).contains(&y)
    }

    /// How many cells there are if none are merged.
    fn cells(&self) -> usize {
        self.xs.len().saturating_sub(1) * self.ys.len().saturating_sub(1)
    }

    fn holds(&self, other: &Self) -> bool {
        self.contains((other.left() + TOUCH, other.top() + TOUCH))
            && self.contains((other.right() - TOUCH, other.bottom() - TOUCH))
            && self.left() + TOUCH < other.left()
            && other.right() + TOUCH < self.right()
    }
}

/// Lines across and lines down that touch one another.
type Group = (Vec<Rule>, Vec<Rule>);

/// The frames of a page, from top to bottom, and whether it is too much of a drawing to have any.
pub(in crate::read::format::pdf) fn frames(ink: &Ink) -> (Vec<Frame>, bool) {
    let (across, down) = (merge(&ink.across, LEAST), merge(&ink.down, LEAST));
    if across.len() > MAX_RULES || down.len() > MAX_RULES {
        return (Vec::new(), true);
    }
    let mut groups = groups(across, down);
    attach_lone(&mut groups);
    let mut frames: Vec<Frame> = groups
        .into_iter()
        .map(|(across, down)| {
            let rough = frame(across, down, TOUCH);
            // Rows and columns are wider than half a character.
            let tolerance = (em(ink, &rough) * 0.5).max(TOUCH);
            frame(rough.across, rough.down, tolerance)
        })
        .collect();
    frames.retain(|frame| (2..=MAX_CELLS).contains(&frame.cells()) && frame.xs.len() <= MAX_FIELDS);
    // A border around everything is no table.
    let inner: Vec<Frame> = frames.iter().filter(|frame| frame.cells() > 3).cloned().collect();
    frames.retain(|frame| !inner.iter().any(|other| frame.holds(other)));
    frames.sort_by(|a, b| a.top().total_cmp(&b.top()).then(a.left().total_cmp(&b.left())));
    (frames, false)
}

/// Lines made of pieces, as one: each cell often draws its own border. Those shorter than `least` are left out.
pub(in crate::read::format::pdf) fn merge(rules: &[Rule], least: f64) -> Vec<Rule> {
    let mut rules: Vec<Rule> = rules.to_vec();
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut merged: Vec<Rule> = Vec::new();
    let mut rest = rules.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|rule| rule.at - first.at <= 1.0).count();
        let (level, after) = rest.split_at(count);
        rest = after;
        let mut level = level.to_vec();
        level.sort_by(|a, b| a.from.total_cmp(&b.from));
        let begin = merged.len();
        for rule in level {
            match merged.get_mut(begin..).and_then(<[Rule]>::last_mut) {
                Some(last) if rule.from - last.to <= 2.5 => last.to = last.to.max(rule.to),
                _ => merged.push(rule),
            }
        }
    }
    merged.retain(|rule| rule.to - rule.from >= least);
    merged
}

/// The lines that touch one another, directly or by others.
fn groups(across: Vec<Rule>, down: Vec<Rule>) -> Vec<Group> {
    let mut leaders = Leaders::new(across.len() + down.len());
    for (i, a) in across.iter().enumerate() {
        for (j, d) in down.iter().enumerate() {
            let reaches = |place: f64, rule: &Rule| place >= rule.from - TOUCH && place <= rule.to + TOUCH;
            if reaches(d.at, a) && reaches(a.at, d) {
                leaders.unite(i, across.len() + j);
            }
        }
    }
    let mut groups: Vec<(usize, Group)> = Vec::new();
    let count = across.len();
    let all = across.into_iter().map(|rule| (rule, true)).chain(down.into_iter().map(|rule| (rule, false)));
    let mut places = std::collections::HashMap::new();
    for (index, (rule, is_across)) in all.enumerate().take(count.saturating_add(MAX_RULES)) {
        let leader = leaders.find(index);
        let place = *places.entry(leader).or_insert(groups.len());
        if place == groups.len() {
            groups.push((leader, Default::default()));
        }
        if let Some((_, (across, down))) = groups.get_mut(place) {
            if is_across { across.push(rule) } else { down.push(rule) }
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|(_, down)| !down.is_empty()).collect()
}

/// The outer line of a merged cell that goes on over the end of the page touches no other line: it belongs to the
/// table beside it that is as high.
fn attach_lone(groups: &mut Vec<Group>) {
    let (lone, mut tables): (Vec<_>, Vec<_>) = groups.drain(..).partition(|(across, _)| across.is_empty());
    let height = |rules: &[Rule]| {
        let top = rules.iter().map(|rule| rule.from).fold(f64::INFINITY, f64::min);
        (top, rules.iter().map(|rule| rule.to).fold(f64::NEG_INFINITY, f64::max))
    };
    for rule in lone.into_iter().flat_map(|(_, down)| down).take(64) {
        let distance =
            |down: &[Rule]| down.iter().map(|other| (other.at - rule.at).abs()).fold(f64::INFINITY, f64::min);
        let as_high = |down: &[Rule]| {
            let (top, bottom) = height(down);
            (top - rule.from).abs() <= 2.0 * TOUCH && (bottom - rule.to).abs() <= 2.0 * TOUCH
        };
        let beside = tables.iter_mut().filter(|(_, down)| as_high(down) && distance(down) <= 120.0);
        if let Some((_, down)) = beside.min_by(|a, b| distance(&a.1).total_cmp(&distance(&b.1))) {
            down.push(rule);
        }
    }
    *groups = tables;
}

/// The size of the print in a frame: that of the character in the middle of all sizes.
fn em(ink: &Ink, frame: &Frame) -> f64 {
    let inside = ink.glyphs.iter().filter(|glyph| frame.contains(glyph.center()));
    let mut sizes: Vec<f64> = inside.map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

fn frame(across: Vec<Rule>, down: Vec<Rule>, tolerance: f64) -> Frame {
    let edges = |own: &[Rule], other: &[Rule]| -> Vec<f64> {
        let mut places: Vec<f64> = own.iter().map(|rule| rule.at).collect();
        // A table that is open at a side, as at the end of a page, ends where its lines end.
        let ends = |place: f64, places: &[f64]| places.iter().all(|known| (known - place).abs() > tolerance);
        let first = other.iter().map(|rule| rule.from).fold(f64::INFINITY, f64::min);
        let last = other.iter().map(|rule| rule.to).fold(f64::NEG_INFINITY, f64::max);
        for place in [first, last] {
            if ends(place, &places) {
                places.push(place);
            }
        }
        cluster(places, tolerance)
    };
    let (xs, ys) = (edges(&down, &across), edges(&across, &down));
    Frame { across, down, xs, ys }
}

/// Places that are nearly the same, as one.
pub(in crate::read::format::pdf) fn cluster(mut places: Vec<f64>, tolerance: f64) -> Vec<f64> {
    places.sort_by(f64::total_cmp);
    let mut clusters: Vec<(f64, f64, usize)> = Vec::new();
    for place in places {
        match clusters.last_mut() {
            Some((first, sum, count)) if place - *first <= tolerance => {
                *sum += place;
                *count += 1;
            }
            _ => clusters.push((place, place, 1)),
        }
    }
    clusters.into_iter().map(|(_, sum, count)| sum / count as f64).collect()
}

/// Which of many things belong together.
pub(in crate::read::format::pdf) struct Leaders(Vec<usize>);

impl Leaders {
    pub(crate) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The one that stands for all that belong together.
    pub(crate) fn find(&mut self, index: usize) -> usize {
        let mut at = index;
        while let Some(&next) = self.0.get(at).filter(|&&next| next != at) {
            let after = self.0.get(next).copied().unwrap_or(next);
            if let Some(slot) = self.0.get_mut(at) {
                *slot = after;
            }
            at = next;
        }
        at
    }

    /// Brings two together; the smaller one stands for both.
    pub(crate) fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
