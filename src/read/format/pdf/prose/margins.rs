//! What is printed on every page: page numbers and running heads.

use std::collections::HashSet;

use crate::read::format::pdf::lines::Line;
use crate::read::format::pdf::lines::values::is_value;
use crate::read::format::pdf::page::Page;
use crate::read::spelling::normalise::is_page_number;

use super::feet;

/// What a line outside the tables is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::format::pdf) enum Kind {
    Body,
    /// A page number, as it stands or alone.
    Number,
    /// A head or foot that stands on an earlier page too.
    Repeated,
    /// A head or foot for the first time.
    Running,
    /// Of a note at the foot of its page.
    Note,
}

/// How much of a page's height is its upper or lower margin.
const MARGIN: f64 = 0.14;

/// For each page, the kinds of its lines.
pub(in crate::read::format::pdf) fn kinds(pages: &[Page]) -> Vec<Vec<Kind>> {
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
            let values = line.cells().iter().filter(|cell| is_value(&cell.text)).count();
            edges.push(Edge { page: at, number: page.number, line: index, y: line.y, text, key, is_row: values > 2 });
        }
    }
    // A line inside of others that are repeated is in the margin too.
    let repeated: Vec<bool> = edges.iter().map(|edge| edge.is_repeated(&edges)).collect();
    let mut margins: Vec<HashSet<usize>> = vec![HashSet::new(); pages.len()];
    for (edge, repeated) in edges.iter().zip(repeated) {
        if repeated && let Some(lines) = margins.get_mut(edge.page) {
            lines.insert(edge.line);
        }
    }
    for edge in &edges {
        let page = pages.get(edge.page).zip(margins.get(edge.page));
        let kind = edge.kind(&edges, page);
        if let Some(slot) = kinds.get_mut(edge.page).and_then(|page| page.get_mut(edge.line)) {
            *slot = kind;
        }
    }
    for (page, kinds) in pages.iter().zip(&mut kinds) {
        feet::notes(page, kinds);
    }
    kinds
}

/// A line in the margin of its page.
struct Edge {
    /// The position of its page, and the number of it.
    page: usize,
    number: u32,
    line: usize,
    y: f64,
    text: String,
    /// Its text without its numbers.
    key: String,
    /// Is it a row of a table?
    is_row: bool,
}

impl Edge {
    fn kind(&self, all: &[Self], page: Option<(&Page, &HashSet<usize>)>) -> Kind {
        if is_page_number(&self.text) {
            return Kind::Number;
        }
        let is_outermost = page.is_some_and(|(page, margins)| {
            let is_upper = self.y * 2.0 < page.height;
            let outer = |line: &Line| if is_upper { line.y < self.y - 1.0 } else { line.y > self.y + 1.0 };
            let beyond = page.lines.iter().enumerate().any(|(at, line)| outer(line) && !margins.contains(&at));
            !beyond && !page.tables.iter().any(|table| table.frame.bottom() > self.y && !is_upper)
        });
        if let Some(number) = bare(&self.text) {
            let step = |other: &Self| bare(&other.text).map(|other_number| (other_number - number, other.number));
            let counts = self
                .alike(all)
                .filter_map(step)
                .any(|(difference, page)| difference != 0 && difference == i64::from(page) - i64::from(self.number));
            return if is_outermost && counts { Kind::Number } else { Kind::Body };
        }
        match self.alike(all).next() {
            _ if !is_outermost || !self.is_repeated(all) => Kind::Body,
            Some(first) if first.page < self.page => Kind::Repeated,
            _ => Kind::Running,
        }
    }

    /// The lines at the same place of their pages that differ in numbers at most.
    fn alike<'e>(&'e self, all: &'e [Self]) -> impl Iterator<Item = &'e Self> + 'e {
        all.iter().filter(|other| other.key == self.key && (other.y - self.y).abs() <= 6.0)
    }

    /// Does it stand on another page too, but for a counter in it?
    fn is_repeated(&self, all: &[Self]) -> bool {
        let counter = self.key.chars().any(char::is_alphabetic) && !self.is_row;
        if is_page_number(&self.text) || bare(&self.text).is_some() {
            return true;
        }
        self.alike(all).any(|other| other.number != self.number && (counter || other.text == self.text))
    }
}

/// The number that a text is.
fn bare(text: &str) -> Option<i64> {
    (text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
