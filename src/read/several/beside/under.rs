//! Blocks under the heads of two years: field by field, in a run, or line by line.

use crate::read::document::block::{Block, trim};
use crate::read::spelling::normalise::key;

use super::cut::Cutter;
use super::fields::{Pick, Share, Side, deal, head, is_value, parts, taken, twice};
use super::heads::Heads;

impl<'a> Cutter<'_, '_, 'a> {
    /// A block under the years, or a label and the lines of its values: their shares, and how many they are.
    pub(super) fn cut(
        &mut self,
        at: usize,
        end: usize,
        heads: &Heads<'a>,
        is_sure: bool,
    ) -> Option<(Vec<Share<'a>>, usize)> {
        let block = self.blocks.get(at)?;
        if let Some(columns) = self.fit(block, heads) {
            if self.is_head(block) {
                return Some((vec![Share::Cut(head(block, heads.first, columns))], 1));
            }
            let own = |half: usize| {
                let common = (0..heads.first).chain(
                    columns
                        .iter()
                        .enumerate()
                        .filter(|(_, side)| **side == Side::Half(half))
                        .map(|(at, _)| at + heads.first),
                );
                Some(taken(block, common.filter_map(|at| Some((Some(at), *block.fields.get(at)?))).collect()))
            };
            return Some((vec![Share::Cut([own(0), own(1)])], 1));
        }
        if block.is_row() {
            // Where others stand under the heads, this one is torn.
            if is_sure && self.is_valued(block) {
                return None;
            }
            return Some((vec![self.run(block, heads.alternate)?], 1));
        }
        let Some(text) = block.filled().next() else { return Some((vec![Share::Both], 1)) };
        if is_value(text) && text.contains(|c: char| c.is_ascii_digit()) || self.width(text).is_some() {
            return self.lines_of(at, end, heads.alternate);
        }
        Some((vec![self.line(block, text, heads.alternate)?], 1))
    }

    /// Whose the fields of a row are that stands under these heads.
    pub(super) fn fit<'h>(&self, block: &Block<'a>, heads: &'h Heads<'a>) -> Option<&'h [Side]> {
        // Heads that begin at the first field stand over labels of each year, or over none.
        let label = |half| {
            let own = heads.columns.iter().zip(&block.fields).filter(move |(side, _)| **side == Side::Half(half));
            own.map(|(_, text)| *text).any(|text| self.width(text).is_some())
        };
        let is_shifted = heads.first == 0 && label(0) != label(1);
        // A field more among the values of a row, and they stand under the heads of others.
        let own = heads.columns.iter().zip(block.fields.get(heads.first..).unwrap_or_default());
        let mut own = own.filter(|(side, _)| **side != Side::Neither).map(|(_, text)| *text);
        let is_torn = heads.first > 0 && self.is_valued(block) && !own.all(is_value);
        heads.fit(block).filter(|_| !is_shifted && !is_torn)
    }

    fn is_valued(&self, block: &Block<'_>) -> bool {
        block.filled().any(is_value)
    }

    /// A row whose fields do not stand under the heads: its label, and twice as many values as it has cells.
    fn run(&mut self, block: &Block<'a>, alternate: bool) -> Option<Share<'a>> {
        let fields: Vec<Pick<'a>> = block.fields.iter().enumerate().map(|(at, text)| (Some(at), trim(text))).collect();
        // Rows that stand side by side have their labels over their values.
        let has_values = fields.iter().any(|(_, text)| is_value(text) && !text.is_empty());
        let label = fields.iter().rposition(|(_, text)| self.width(text).is_some()).filter(|_| has_values);
        let Some(label) = label else {
            let is_whole = fields.iter().all(|(_, text)| is_value(text))
                && self.lines().iter().any(|width| width * 2 == fields.len());
            if is_whole {
                return Some(deal(block, &[], &fields, alternate));
            }
            // Words over columns that stand twice.
            return (!has_values).then(|| twice(block, &fields));
        };
        let width = self.width(fields.get(label)?.1)?;
        let (labels, values) = fields.split_at_checked(label + 1)?;
        let is_torn = labels.iter().any(|(_, text)| is_value(text) && !text.is_empty());
        if is_torn || values.len() != width * 2 || !values.iter().all(|(_, text)| is_value(text)) {
            return None;
        }
        Some(deal(block, labels, values, alternate))
    }

    /// A line with a label and its values behind it.
    fn line(&mut self, block: &Block<'a>, text: &'a str, alternate: bool) -> Option<Share<'a>> {
        let (label, values) = parts(text);
        let words: Vec<Pick<'a>> = values.into_iter().map(|value| (None, value)).collect();
        let width = if label.is_empty() {
            self.lines().into_iter().find(|width| width * 2 == words.len())
        } else {
            self.width(label)
        };
        if words.is_empty() || width.is_none() && !self.has_label(text) {
            return Some(Share::Both);
        }
        if words.len() != width? * 2 {
            return None;
        }
        Some(deal(block, &[(None, label)], &words, alternate))
    }

    fn has_label(&self, text: &str) -> bool {
        let chars = key(text);
        self.lexicon.coverage(&chars) * 2 > chars.len()
    }

    /// A label, and each of its values on a line of its own.
    fn lines_of(&mut self, at: usize, end: usize, alternate: bool) -> Option<(Vec<Share<'a>>, usize)> {
        let text = |at: usize| {
            self.blocks
                .get(at)
                .filter(|block| at < end && !block.is_row())
                .map(|block| block.filled().next().unwrap_or_default())
        };
        let first = text(at)?;
        let label = usize::from(!is_value(first));
        let count = (at + label..end.min(at + 64)).take_while(|at| text(*at).is_some_and(is_value)).count();
        let mut shares: Vec<Share<'a>> = Vec::new();
        shares.extend((0..label).map(|_| Share::Both));
        if count == 0 {
            return Some((shares, label));
        }
        // A total's header may stand right over a line of values.
        let own = (label == 1).then(|| self.width(first)).flatten();
        let width = own.into_iter().chain(self.lines()).find(|width| width * 2 == count)?;
        for value in 0..count {
            let block = self.blocks.get(at + label + value).cloned();
            let is_first = if alternate { value % 2 == 0 } else { value < width };
            shares.push(Share::Cut(if is_first { [block, None] } else { [None, block] }));
        }
        Some((shares, label + count))
    }
}
