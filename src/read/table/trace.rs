//! Rows that were not found: does anything stand in the document that may be one of them?
//!
//! A row of numbers under a label that nobody knows is said as such, wherever in the table's section it stands: between
//! the rows it is a stray text already, but behind the last row and before the first one nothing tells it from what
//! stands beside a table. That a document has no trace of a row is told only where all of the section was understood.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::Range;

use crate::form::Table;
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, quote};
use crate::read::document::{Mark, Picture};
use crate::read::row::align::{Aligned, Owner};
use crate::read::row::slots::{Slot, Slots};
use crate::read::row::stream::{Kind, Stream, Token};
use crate::read::spelling::normalise::{is_caption, is_note, is_page_number, key};

use super::tables::Tables;

/// More rows than these are not named.
const MAX_ROWS: usize = 40;
/// So far behind the next heading a page break may have left the end of a table.
const MAX_BEHIND: usize = 40;
/// A line that is longer, in characters, is no mere caption.
const MAX_CAPTION: usize = 24;

/// Where a table stands, and what was recognised of it.
pub(super) struct Place<'p, 'a> {
    pub(crate) region: &'p Range<usize>,
    /// The section behind it.
    pub(crate) next: Option<&'p Range<usize>>,
    /// The blocks that are its own.
    pub(crate) used: &'p Range<usize>,
    pub(crate) stream: &'p Stream<'a>,
    pub(crate) aligned: &'p Aligned,
}

impl Tables<'_> {
    /// Rows with values under a label that is unknown, as far as they are not said yet.
    pub(super) fn remark_unknown_rows(&mut self, table: &Table, place: &Place<'_, '_>, slots: &Slots<'_>) {
        let items = slots.slots.iter().flat_map(|slot| &slot.items).filter(|item| item.is_filled());
        let known: BTreeSet<usize> =
            items.map(|item| item.block).chain(slots.strays.iter().map(|stray| stray.block)).collect();
        let is_unknown = |token: &&Token<'_>| {
            token.kind == Kind::Text && token.start < token.end && place.aligned.is_uncovered(token)
        };
        let blocks = place.stream.tokens.chunk_by(|a, b| a.block == b.block);
        let rows = blocks.filter_map(|tokens| {
            let block = tokens.first()?.block;
            let has_value = tokens.iter().any(|token| matches!(token.kind, Kind::Number | Kind::Mark));
            let is_row = has_value && !known.contains(&block) && self.blocks.get(block).is_some_and(Block::is_row);
            let label = tokens.iter().find(is_unknown).filter(|_| is_row)?;
            Some((block, quote(label.text)))
        });
        for (block, text) in rows.take(MAX_ROWS).collect::<Vec<_>>() {
            let values: [(&str, &dyn Display); 2] = [("text", &text), ("table_id", &table.id)];
            self.doubts.add(Doubt::UnknownText, "", self.line(block), &values);
        }
    }

    /// Is there nothing in a table's section but the table, and nothing in the table that was not understood? `slots` as
    /// they stand in the document.
    pub(super) fn is_all_understood(&self, place: &Place<'_, '_>, slots: &Slots<'_>) -> bool {
        let is_covered = |token: &Token<'_>| {
            let covered = place.aligned.covered.get(token.start..token.end).unwrap_or_default();
            token.kind != Kind::Text || covered.iter().all(|&covered| covered)
        };
        let is_of_row = |slot: &Slot| slot.filled() == 0 || matches!(slot.owner, Owner::Row(_));
        let mut read = place.stream.tokens.iter().map(|token| token.block).peekable();
        let mut is_plain = |(at, block): (usize, &Block<'_>)| {
            let is_read = std::iter::from_fn(|| read.next_if(|&block| block <= at)).last() == Some(at);
            let text = block.text();
            let is_drawn = block.marks.iter().any(|mark| matches!(mark, Some(Mark::Picture | Mark::Covered)));
            let values = place.used.contains(&at) || !text.chars().any(char::is_numeric) || is_page_number(&text);
            !is_drawn && if is_read { values } else { self.is_beside_rows(&text) }
        };
        let region = self.blocks.iter().enumerate().take(place.region.end).skip(place.region.start);
        place.stream.tokens.iter().all(is_covered)
            && slots.slots.iter().all(is_of_row)
            && slots.lead.filled() == 0
            && region.into_iter().all(&mut is_plain)
            && !self.has_picture(place)
            && !self.goes_on(place)
    }

    /// Does a picture stand between the lines of the section? Its rows may be on it.
    fn has_picture(&self, place: &Place<'_, '_>) -> bool {
        // It stands behind the line that it names: the first one may be that of the heading.
        let all = place.region.start.saturating_sub(1)..place.region.end;
        let lines = || self.blocks.get(all.clone()).unwrap_or_default().iter().map(|block| block.line);
        let span = lines().min().zip(lines().max());
        let is_inside = |picture: &Picture| span.is_none_or(|(first, last)| (first..=last).contains(&picture.line));
        self.pictures.iter().any(is_inside)
    }

    /// A line that holds no row, whatever it says: blank, a page's number or header, a table's number or unit.
    fn is_beside_rows(&self, text: &str) -> bool {
        let is_short = || text.chars().count() <= MAX_CAPTION && !is_note(text);
        key(text).is_empty() || is_page_number(text) || self.is_header(text) || is_caption(text) && is_short()
    }

    /// Do rows of numbers under unknown labels stand right behind the next heading? A page break may have put them there.
    fn goes_on(&self, place: &Place<'_, '_>) -> bool {
        let behind = place.next.cloned().unwrap_or(0..0);
        let blocks = self.blocks.get(behind).unwrap_or_default().iter().take(MAX_BEHIND);
        let is_known = |block: &Block<'_>| {
            let text = key(&block.text());
            block.is_row() && self.lexicon.coverage(&text) * 2 > text.len()
        };
        let mut rows = blocks.take_while(|block| !is_known(block)).filter(|block| block.is_row());
        rows.any(|block| block.filled().any(|field| field.contains(char::is_numeric)))
    }
}
