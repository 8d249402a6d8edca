//! Lines of print to paragraphs.

mod feet;
pub(super) mod margins;

use super::lines::Line;
use super::page::Page;
use margins::Kind;

/// From where to where the lines of a page's prose go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    pub(crate) left: f64,
    pub(crate) right: f64,
}

/// A line has prose in it if it has as many characters as this.
const PROSE: usize = 10;

/// The measure of each page; a page with little prose has that of the page before, or else of the first that has
/// one.
pub(super) fn measures(pages: &[Page], kinds: &[Vec<Kind>]) -> Vec<Option<Measure>> {
    let own = |page: &Page, kinds: &Vec<Kind>| {
        let body =
            page.lines.iter().zip(kinds).filter(|(line, kind)| **kind == Kind::Body && line.glyphs.len() >= PROSE);
        let lines: Vec<&Line> = body.map(|(line, _)| line).collect();
        let left = lines.iter().map(|line| line.left()).fold(f64::INFINITY, f64::min);
        let right = lines.iter().map(|line| line.right()).fold(f64::NEG_INFINITY, f64::max);
        let full = lines.iter().filter(|line| is_full(line, Measure { left, right })).count();
        (full >= 2).then_some(Measure { left, right })
    };
    let mut measures: Vec<Option<Measure>> = pages.iter().zip(kinds).map(|(page, kinds)| own(page, kinds)).collect();
    let mut last = measures.iter().flatten().next().copied();
    for measure in &mut measures {
        *measure = measure.or(last);
        last = *measure;
    }
    measures
}

/// Does a line reach the right edge, as far as its next character would have let it?
fn is_full(line: &Line, measure: Measure) -> bool {
    line.right() + line.size * 1.6 > measure.right
}

/// A line of prose as the next line has to know it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printed {
    left: f64,
    y: f64,
    size: f64,
    page: usize,
    /// Does it reach the right edge?
    full: bool,
    /// Does it end with the end of a sentence?
    ends: bool,
    measure: Measure,
}

impl Printed {
    pub(crate) fn new(line: &Line, text: &str, page: usize, measure: Measure) -> Self {
        let ends = text.trim_end().ends_with(['。', '；', '：', '！', '？', ';', '!', '?']);
        Self { left: line.left(), y: line.y, size: line.size, page, full: is_full(line, measure), ends, measure }
    }

    /// Does the paragraph go on with the next line?
    pub(crate) fn goes_on(&self, next: &Self, text: &str) -> bool {
        let near = (self.size - next.size).abs() <= self.size * 0.12
            && (next.page == self.page + 1 || next.page == self.page && next.y - self.y <= self.size * 3.0);
        let indent = |line: &Self| (line.left - line.measure.left) / line.size;
        let at_edge = indent(next) < 0.6;
        let below = (indent(next) - indent(self)).abs() < 0.3 && !(1.5..=2.5).contains(&indent(self));
        self.full && near && (at_edge || below) && !(self.ends && is_heading(text))
    }
}

/// `一、` or `（一）`, as headings and items begin.
pub(super) fn is_heading(text: &str) -> bool {
    let text = text.trim_start_matches(['（', '(']);
    let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.len() < text.len() && rest.starts_with(['、', '）', ')', '．', '.'])
}
