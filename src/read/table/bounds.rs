//! Where a table without a heading of its own begins and ends, and what a program wrote into it twice.

use std::ops::Range;

use super::super::block::Block;
use super::super::normalise::key;
use super::super::stream::{Token, serial};
use super::Tables;

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
    pub fn without_others(&self, table: usize, region: Range<usize>) -> Range<usize> {
        let Some(own) = self.labelled(table, &region) else { return region };
        let others = (0..self.form.tables.len()).filter(|&other| other != table);
        others.filter_map(|other| self.labelled(other, &region)).fold(region.clone(), |clipped, other| {
            if other.end <= own.start {
                clipped.start.max(other.end)..clipped.end
            } else if own.end <= other.start {
                clipped.start..clipped.end.min(other.start)
            } else {
                clipped
            }
        })
    }

    /// From the first to the last block of a region where a field is the label of a row that only this table has.
    fn labelled(&self, table: usize, region: &Range<usize>) -> Option<Range<usize>> {
        let is_label = |field: &str| {
            let chars = key(field);
            matches!(self.lexicon.find(&chars).as_slice(), [one] if one.end - one.start == chars.len() && one.is_row_of(table))
        };
        let is_own = |at: &usize| self.blocks.get(*at).is_some_and(|block| block.filled().any(is_label));
        let mut own = region.clone().filter(is_own);
        let first = own.next()?;
        Some(first..own.next_back().unwrap_or(first) + 1)
    }
}
