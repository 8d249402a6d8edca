//! One page: its tables, and the lines outside of them.

use kurbo::Rect;

use super::ink::rules::{Frame, frames, merge};
use super::ink::traces::Trace;
use super::ink::{Glyph, Ink, Rule};
use super::lines::{Line, lines};
use super::table::grid::{self, Row};

/// Shorter lines across divide no labels, in points.
const LEAST: f64 = 20.0;
/// So many lines across are looked at.
const MAX_RULES: usize = 2000;
/// So many pictures over a table are looked at.
const MAX_PICTURES: usize = 100;

/// A page, taken apart.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its number, from 1, and whether it is the second column of it.
    pub(crate) number: u32,
    pub(crate) is_second: bool,
    /// From top to bottom.
    pub(crate) tables: Vec<Table>,
    /// From top to bottom.
    pub(crate) lines: Vec<Line>,
    /// The ruling lines across it, from top to bottom.
    pub(crate) rules: Vec<Rule>,
    /// What is not read of what stands outside of the tables, from top to bottom.
    pub(crate) traces: Vec<Trace>,
    /// Its larger pictures.
    pub(crate) pictures: Vec<Rect>,
    /// Was there more on it than is looked at?
    pub(crate) is_cut: bool,
    /// Is there text on it in a font that cannot be read?
    pub(crate) is_mute: bool,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A table's part on one page.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(crate) frame: Frame,
    pub(crate) glyphs: Vec<Glyph>,
    /// What is not read of it.
    pub(crate) traces: Vec<Trace>,
    /// Pictures that lie over it.
    pub(crate) pictures: Vec<Rect>,
    /// Filled when the frames of a table that goes over several pages are known.
    pub(crate) rows: Vec<Row>,
    /// Does it begin on a page before?
    pub(crate) goes_on: bool,
}

impl Page {
    /// Takes a page apart.
    pub(crate) fn new(ink: Ink) -> Self {
        let (frames, is_drawing) = frames(&ink);
        let mut rules = merge(&ink.across, LEAST);
        rules.truncate(MAX_RULES);
        let mut tables: Vec<Table> = frames.into_iter().map(|frame| Table { frame, ..Table::default() }).collect();
        let mut outside = Vec::new();
        for glyph in ink.glyphs {
            match around(&mut tables, glyph.center()) {
                Some(table) => table.glyphs.push(glyph),
                None => outside.push(glyph),
            }
        }
        let mut traces = Vec::new();
        for trace in ink.traces {
            match around(&mut tables, trace.place) {
                Some(table) => table.traces.push(trace),
                None => traces.push(trace),
            }
        }
        // A box around one text is no table.
        for table in &mut tables {
            let frame = &table.frame;
            let box_of = Rect::new(frame.left(), frame.top(), frame.right(), frame.bottom());
            table.pictures =
                ink.pictures.iter().copied().filter(|area| area.overlaps(box_of)).take(MAX_PICTURES).collect();
            let rows = grid::rows(frame, table.glyphs.clone(), &[], &[]);
            let filled = rows.iter().flat_map(|row| &row.fields).filter(|field| !field.is_empty()).count();
            if filled <= 1 {
                outside.append(&mut table.glyphs);
                traces.append(&mut table.traces);
            }
        }
        tables.retain(|table| !table.glyphs.is_empty());
        traces.sort_by(|a, b| a.place.1.total_cmp(&b.place.1));
        let (width, height) = (ink.width, ink.height);
        let is_cut = ink.is_cut || is_drawing;
        Self {
            tables,
            lines: lines(outside),
            rules,
            traces,
            pictures: ink.pictures,
            is_cut,
            width,
            height,
            ..Self::default()
        }
    }
}

/// The smallest table around a place.
fn around(tables: &mut [Table], place: (f64, f64)) -> Option<&mut Table> {
    let area = |frame: &Frame| (frame.right() - frame.left()) * (frame.bottom() - frame.top());
    let inside = tables.iter_mut().filter(|table| table.frame.contains(place));
    inside.min_by(|a, b| area(&a.frame).total_cmp(&area(&b.frame)))
}
