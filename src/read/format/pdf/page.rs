//! One page: its tables, and the lines outside of them.

use super::grid::{self, Row};
use super::ink::{Glyph, Ink, Rule};
use super::lines::{Line, lines};
use super::rules::{Frame, frames, merge};

/// Shorter lines across divide no labels, in points.
const LEAST: f64 = 20.0;
/// So many lines across are looked at.
const MAX_RULES: usize = 2000;

/// A page, taken apart.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// From top to bottom.
    pub tables: Vec<Table>,
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// The ruling lines across it, from top to bottom.
    pub rules: Vec<Rule>,
    pub width: f64,
    pub height: f64,
}

/// A table's part on one page.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub frame: Frame,
    pub glyphs: Vec<Glyph>,
    /// Filled when the frames of a table that goes over several pages are known.
    pub rows: Vec<Row>,
    /// Does it begin on a page before?
    pub goes_on: bool,
}

impl Page {
    /// Takes a page apart.
    pub fn new(ink: Ink) -> Self {
        let frames = frames(&ink);
        let mut rules = merge(&ink.across, LEAST);
        rules.truncate(MAX_RULES);
        let mut tables: Vec<Table> = frames.into_iter().map(|frame| Table { frame, ..Table::default() }).collect();
        let mut outside = Vec::new();
        for glyph in ink.glyphs {
            let area = |frame: &Frame| (frame.right() - frame.left()) * (frame.bottom() - frame.top());
            let inside = tables.iter_mut().filter(|table| table.frame.contains(glyph.center()));
            match inside.min_by(|a, b| area(&a.frame).total_cmp(&area(&b.frame))) {
                Some(table) => table.glyphs.push(glyph),
                None => outside.push(glyph),
            }
        }
        // A box around one text is no table.
        for table in &mut tables {
            let rows = grid::rows(&table.frame, table.glyphs.clone());
            let filled = rows.iter().flat_map(|row| &row.fields).filter(|field| !field.is_empty()).count();
            if filled <= 1 {
                outside.append(&mut table.glyphs);
            }
        }
        tables.retain(|table| !table.glyphs.is_empty());
        Self { tables, lines: lines(outside), rules, width: ink.width, height: ink.height }
    }
}
