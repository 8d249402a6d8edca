//! Where a table without a heading of its own begins and ends, and what a program wrote into it twice.

use std::ops::Range;

use crate::read::document::block::Block;
use crate::read::row::stream::{Token, serial};
use crate::read::spelling::normalise::key;

use super::tables::Tables;

impl Tables<'_> {
    /// Does the cell above say the same? Some programs write what stands in a merged cell into each of its rows.
    pub(super) fn is_filled_down(&self, stray: &Token<'_>) -> bool {
        let above = stray.block.checked_sub(1).and_then(|above| self.blocks.get(above));
        let same = above.and_then(|above| above.fields.get(stray.field)).is_some_and(|text| *text == stray.text);
        same && self.blocks.get(stray.block).is_some_and(Block::is_row)
    }

    /// Do the rows of a region have numbers before their labels, one after the other?
    pub(super) fn is_numbered(&self, region: &Range<usize>) -> bool {
        let blocks = self.blocks.get(region.clone()).unwrap_or_default();
        let serials: Vec<u32> = blocks.iter().filter_map(serial).collect();
        serials.len() >= 5 && serials.windows(2).all(|pair| matches!(pair, [a, b] if a.checked_add(1) == Some(*b)))
    }

    /// A region without what lies beyond the tables before and after this one, as far as these lie apart from it.
    pub(crate) fn without_others(&self, table: usize, region: Range<usize>) -> Range<usize> {
        let mut labelled = self.labelled(&region);
        let Some(own) = labelled.get_mut(table).and_then(Option::take) else { return region };
        labelled.into_iter().flatten().fold(region, |clipped, other| {
            if other.end <= own.start {
                clipped.start.max(other.end)..clipped.end
            } else if own.end <= other.start {
                clipped.start..clipped.end.min(other.start)
            } else {
                clipped
            }
        })
    }

    /// For each table, from the first to the last block of a region where a field is the label of a row that only this
    /// table has.
    fn labelled(&self, region: &Range<usize>) -> Vec<Option<Range<usize>>> {
        let mut labelled: Vec<Option<Range<usize>>> = vec![None; self.form.tables.len()];
        for at in region.clone() {
            for field in self.blocks.get(at).into_iter().flat_map(Block::filled) {
                if let Some(range) = self.table_of(field).and_then(|table| labelled.get_mut(table)) {
                    range.get_or_insert(at..at).end = at + 1;
                }
            }
        }
        labelled
    }

    /// The table that a field is the label of a row of, where only one has it.
    fn table_of(&self, field: &str) -> Option<usize> {
        let chars = key(field);
        match self.lexicon.find(&chars).as_slice() {
            [one] if one.end - one.start == chars.len() => one.table_of_row(),
            _ => None,
        }
    }
}
