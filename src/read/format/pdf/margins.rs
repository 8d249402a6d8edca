//! What is printed on every page: page numbers and running heads.

use super::lines::Line;
use super::page::Page;
use crate::read::normalise::is_page_number;

/// What a line outside the tables is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Body,
    /// A page number, as it stands or alone.
    Number,
    /// A head or foot that stands on an earlier page too.
    Repeated,
    /// A head or foot for the first time.
    Running,
}

/// How much of a page's height is its upper or lower margin.
const MARGIN: f64 = 0.14;

/// For each page, the kinds of its lines.
pub(super) fn kinds(pages: &[Page]) -> Vec<Vec<Kind>> {
    let mut kinds: Vec<Vec<Kind>> = pages.iter().map(|page| vec![Kind::Body; page.lines.len()]).collect();
    let mut edges: Vec<Edge> = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        for (index, line) in page.lines.iter().enumerate() {
            let share = line.y / page.height.max(1.0);
            if (MARGIN..1.0 - MARGIN).contains(&share) {
                continue;
            }
            let text: String = line.text().chars().filter(|c| !c.is_whitespace()).collect();
            let key = text.chars().map(|c| if c.is_numeric() { '#' } else { c }).collect();
            edges.push(Edge { page: at, line: index, y: line.y, text, key });
        }
    }
    for edge in &edges {
        let kind = edge.kind(&edges, pages.get(edge.page));
        if let Some(slot) = kinds.get_mut(edge.page).and_then(|page| page.get_mut(edge.line)) {
            *slot = kind;
        }
    }
    kinds
}

/// A line in the margin of its page.
struct Edge {
    page: usize,
    line: usize,
    y: f64,
    text: String,
    /// Its text without its numbers.
    key: String,
}

impl Edge {
    fn kind(&self, all: &[Self], page: Option<&Page>) -> Kind {
        if is_page_number(&self.text) {
            return Kind::Number;
        }
        let alike = || all.iter().filter(|other| other.key == self.key && (other.y - self.y).abs() <= 6.0);
        let is_outermost = page.is_some_and(|page| {
            let outer =
                |line: &Line| if self.y * 2.0 < page.height { line.y < self.y - 1.0 } else { line.y > self.y + 1.0 };
            !page.lines.iter().any(outer)
                && !page.tables.iter().any(|table| table.frame.bottom() > self.y && self.y * 2.0 > page.height)
        });
        if let Some(number) = bare(&self.text) {
            let step = |other: &Self| bare(&other.text).map(|other_number| (other_number - number, other.page));
            let counts = alike().filter_map(step).any(|(difference, page)| {
                difference != 0 && Some(difference) == signed(page).zip(signed(self.page)).map(|(a, b)| a - b)
            });
            return if is_outermost && counts { Kind::Number } else { Kind::Body };
        }
        let pages = alike().filter(|other| other.page != self.page && other.text == self.text).count();
        match alike().next() {
            _ if pages == 0 || !is_outermost => Kind::Body,
            Some(first) if first.page < self.page => Kind::Repeated,
            _ => Kind::Running,
        }
    }
}

/// The number that a text is.
fn bare(text: &str) -> Option<i64> {
    (text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn signed(page: usize) -> Option<i64> {
    i64::try_from(page).ok()
}
