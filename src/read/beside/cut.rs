//! Cutting the rows of one section: which of their fields are whose.

use std::ops::Range;

use crate::form::{Form, Layout};

use super::super::block::{Block, trim};
use super::super::labels::Lexicon;
use super::counted::Rows;
use super::fields::{Pick, deal, head, is_filled, is_of_table, parts, taken, twice};
use super::tags::{Heads, Side, Year, of_row};
use super::{Share, is_value, row};

/// What the blocks of a document are cut by.
pub(super) struct Cutter<'f, 'b, 'a> {
    form: &'f Form,
    lexicon: &'f Lexicon,
    pub(super) blocks: &'b [Block<'a>],
    /// The two years, the same in all tables.
    pub years: Option<[Year; 2]>,
    /// The rows of the form that were cut.
    pub rows: Rows,
    /// The sections whose tables may stand where is cut now.
    sections: Range<u8>,
}

/// So many rows of heads stand above the years, at most.
const ABOVE: usize = 8;
impl<'f, 'b, 'a> Cutter<'f, 'b, 'a> {
    pub fn new(form: &'f Form, lexicon: &'f Lexicon, blocks: &'b [Block<'a>]) -> Self {
        Self { form, lexicon, blocks, years: None, rows: Rows::default(), sections: 0..0 }
    }

    /// The shares of one stretch's blocks, where the tables of these sections may stand; `None` where they cannot be told
    /// apart. Where no table of the form belongs, nothing is cut.
    pub fn region(&mut self, region: Range<usize>, sections: Range<u8>) -> Option<Vec<Share<'a>>> {
        if !self.form.tables.iter().any(|table| sections.contains(&table.section)) {
            return Some(region.map(|_| Share::Both).collect());
        }
        self.sections = sections;
        let shares = self.shares(region.clone())?;
        let mut rows = std::mem::take(&mut self.rows);
        let is_once = rows.add(self, self.blocks.get(region)?, &shares);
        self.rows = rows;
        is_once.then_some(shares)
    }

    fn shares(&mut self, region: Range<usize>) -> Option<Vec<Share<'a>>> {
        let (form, lexicon, of) = (self.form, self.lexicon, self.sections.clone());
        let is_label = |text: &str| row(form, lexicon, &of, text).is_some();
        let has_label = |block: &Block<'_>| block.filled().any(|field| is_label(parts(field).0));
        if !self.blocks.get(region.clone())?.iter().any(has_label) && !self.has_line(&region) {
            return Some(region.map(|_| Share::Both).collect());
        }
        if let Some(shares) = self.by_captions(&region) {
            return Some(shares);
        }
        let mut heads: Vec<(usize, Heads<'a>)> = Vec::new();
        let mut at = region.start;
        while at < region.end {
            match Heads::at(self.blocks, at, &is_label) {
                Some(found) => {
                    let end = found.end;
                    heads.push((at, found));
                    at = end;
                }
                None => at += 1,
            }
        }
        // Do rows stand under these heads, field by field?
        let ends: Vec<usize> = heads.iter().skip(1).map(|(at, _)| *at).chain([region.end]).collect();
        let stands =
            |block: &Block<'a>, heads: &Heads<'a>| block.filled().any(is_label) && self.fit(block, heads).is_some();
        let sure = |heads: &Heads<'a>, end: usize| {
            self.blocks.get(heads.end..end).unwrap_or_default().iter().any(|block| stands(block, heads))
        };
        let heads: Vec<(usize, Heads<'a>, bool)> = heads
            .into_iter()
            .zip(ends)
            .map(|((at, heads), end)| {
                let is_sure = sure(&heads, end);
                (at, heads, is_sure)
            })
            .collect();
        let tagged = region.clone().any(|at| self.blocks.get(at).and_then(|block| of_row(block, &is_label)).is_some());
        if heads.is_empty() && !tagged {
            // All of the table, but not its prose, is the first year's.
            let is_row = |at: usize| self.blocks.get(at).is_some_and(|block| is_of_table(block) || has_label(block));
            return Some(region.map(|at| if is_row(at) { Share::First } else { Share::Both }).collect());
        }
        self.by_heads(region, &heads)
    }

    /// Are there values of rows that stand side by side, which need no label?
    fn has_line(&self, region: &Range<usize>) -> bool {
        let widths = self.lines();
        let count = |at| {
            self.blocks
                .get(at)
                .map_or(0, |block: &Block<'_>| block.fields.iter().filter(|field| is_value(field)).count())
        };
        region.clone().any(|at| widths.iter().any(|width| count(at) >= *width))
    }

    /// How many values a line has in tables whose rows stand side by side.
    fn lines(&self) -> Vec<usize> {
        self.wide().map(|(_, width)| width).collect()
    }

    /// The tables whose rows stand side by side, and how many values a line of each has.
    pub(super) fn wide(&self) -> impl Iterator<Item = (usize, usize)> {
        let tables = self.form.tables.iter().enumerate().filter(|(_, table)| table.layout == Layout::SideBySide);
        let tables = tables.filter(|(_, table)| self.sections.contains(&table.section));
        tables.map(|(at, table)| {
            let cells = (0..table.rows.len()).map(|row| table.cells_in_row(row).count());
            (at, cells.sum())
        })
    }

    /// The row that a text is the label of: its table and its place there.
    pub(super) fn row(&self, text: &str) -> Option<(usize, usize)> {
        row(self.form, self.lexicon, &self.sections, text)
    }

    /// How many rows a table has.
    pub(super) fn rows_of(&self, table: usize) -> usize {
        self.form.tables.get(table).map_or(0, |table| table.rows.len())
    }

    /// How many cells a row has.
    pub(super) fn cells(&self, (table, row): (usize, usize)) -> usize {
        self.form.tables.get(table).map_or(0, |table| table.cells_in_row(row).count())
    }

    fn of_row(&self, block: &Block<'_>) -> Option<(usize, Year)> {
        of_row(block, &|text| self.width(text).is_some())
    }

    fn width(&self, text: &str) -> Option<usize> {
        Some(self.cells(self.row(text)?))
    }

    /// Whose the years are: the same two everywhere.
    pub(super) fn halves(&mut self, years: [Year; 2]) -> Option<[usize; 2]> {
        let known = *self.years.get_or_insert(years);
        let at = |year| known.iter().position(|other| *other == year);
        Some([at(years[0])?, at(years[1])?])
    }

    /// Columns under their years, and rows behind theirs.
    fn by_heads(&mut self, region: Range<usize>, heads: &[(usize, Heads<'a>, bool)]) -> Option<Vec<Share<'a>>> {
        let mut shares = Vec::with_capacity(region.len());
        let mut at = region.start;
        // The row before this one that had a year before its values.
        let mut last: Option<(usize, usize, Year)> = None;
        while at < region.end {
            let block = self.blocks.get(at)?;
            if let Some((field, year)) = self.of_row(block) {
                let (share, half) = self.tagged_row(at, field, year, last)?;
                shares.push(share);
                last = Some((at, half, year));
                at += 1;
                continue;
            }
            let is_head = |at: usize| self.blocks.get(at).is_some_and(|block| self.is_head(block));
            // Heads stand above the years, too.
            let behind = heads.partition_point(|(from, ..)| *from <= at);
            let near = |(from, ..): &&(usize, Heads<'a>, bool)| from - at <= ABOVE && (at..*from).all(is_head);
            let last = behind.checked_sub(1).and_then(|last| heads.get(last));
            let here = last.filter(|(_, heads, _)| heads.end > at);
            let own = here.or_else(|| heads.get(behind).filter(near)).or(last);
            let Some((from, own, is_sure)) = own.map(|(from, heads, is_sure)| (from, heads, *is_sure)) else {
                shares.push(self.without_years(block)?);
                at += 1;
                continue;
            };
            let halves = self.halves(own.years)?;
            let turn = |cut: [Option<Block<'a>>; 2]| {
                if halves[0] == 0 {
                    cut
                } else {
                    let [a, b] = cut;
                    [b, a]
                }
            };
            if (*from..own.end).contains(&at) {
                shares.push(Share::Cut(turn(self.year_heads(block, own))));
                at += 1;
                continue;
            }
            let (found, length) = self.cut(at, region.end, own, is_sure)?;
            shares.extend(found.into_iter().map(|share| match share {
                Share::Cut(cut) => Share::Cut(turn(cut)),
                share => share,
            }));
            at += length;
        }
        Some(shares)
    }

    /// A row that no year stands over or before: it must have no values of the form.
    fn without_years(&self, block: &Block<'a>) -> Option<Share<'a>> {
        let has_label = block.filled().any(|field| self.width(field).is_some());
        let values = block.filled().filter(|field| is_value(field)).count();
        let is_line = self.lines().contains(&values);
        (!is_line && (!has_label || !block.is_row() || values == 0)).then_some(Share::Both)
    }

    /// A row with a year before its values. A label may stand once for both.
    fn tagged_row(
        &mut self,
        at: usize,
        field: usize,
        year: Year,
        last: Option<(usize, usize, Year)>,
    ) -> Option<(Share<'a>, usize)> {
        let block = self.blocks.get(at)?;
        let half = match (self.years, last) {
            (Some(known), _) => known.iter().position(|other| *other == year)?,
            (None, None) => {
                // The other one follows.
                let next = self
                    .blocks
                    .get(at + 1)
                    .and_then(|next| self.of_row(next))
                    .map(|(_, other)| other)
                    .filter(|other| *other != year)?;
                self.years = Some([year, next]);
                0
            }
            (None, Some(_)) => return None,
        };
        let above = last
            .filter(|(above, _, other)| above + 1 == at && *other != year)
            .and_then(|(above, ..)| self.blocks.get(above));
        let labels: Vec<&'a str> = match above.and_then(|above| Some((self.of_row(above)?.0, above))) {
            Some((count, above)) => {
                let own = block.fields.get(..field)?;
                let shown = above.fields.get(..count)?;
                let shared =
                    |at: usize, text: &'a str| own.get(at).copied().filter(|own| !trim(own).is_empty()).unwrap_or(text);
                if own.iter().any(|text| self.width(text).is_some()) {
                    own.to_vec()
                } else {
                    shown.iter().enumerate().map(|(at, text)| shared(at, text)).collect()
                }
            }
            None => block.fields.get(..field)?.to_vec(),
        };
        let is_own = labels.len() == field;
        let picks: Vec<Pick<'a>> = labels
            .iter()
            .enumerate()
            .map(|(at, text)| (Some(at).filter(|_| is_own), *text))
            .chain(block.fields.iter().enumerate().skip(field + 1).map(|(at, text)| (Some(at), *text)))
            .collect();
        let own = Some(taken(block, picks));
        Some((Share::Cut(if half == 0 { [own, None] } else { [None, own] }), half))
    }

    /// Words over columns and nothing else.
    fn is_head(&self, block: &Block<'_>) -> bool {
        block.is_row() && block.filled().all(|field| !is_value(field) && self.width(field).is_none())
            || !block.is_row()
                && block.fields.len() > 1
                && block.filled().all(|field| !is_value(field) && self.width(field).is_none())
    }

    /// The row of the years itself: what its heads say beside the year is the columns' names.
    fn year_heads(&self, block: &Block<'a>, heads: &Heads<'a>) -> [Option<Block<'a>>; 2] {
        if !heads.has_names() {
            let common: Vec<Pick<'a>> =
                block.fields.iter().enumerate().take(heads.first).map(|(at, text)| (Some(at), *text)).collect();
            let own = Some(taken(block, common)).filter(is_filled);
            return [own.clone(), own];
        }
        [0, 1].map(|half| {
            let common = block.fields.iter().enumerate().take(heads.first).map(|(at, text)| (Some(at), *text));
            let own =
                heads.columns.iter().zip(&heads.rests).enumerate().filter(|(_, (side, _))| **side == Side::Half(half));
            let own = own.map(|(at, (_, rest))| (Some(at + heads.first), *rest));
            let mut picks: Vec<Pick<'a>> = common.chain(own).collect();
            // Blanks behind the last head would be values.
            picks.truncate(picks.iter().rposition(|(_, text)| !trim(text).is_empty()).map_or(0, |last| last + 1));
            Some(taken(block, picks))
        })
    }

    /// A block under the years, or a label and the lines of its values: their shares, and how many they are.
    fn cut(&mut self, at: usize, end: usize, heads: &Heads<'a>, is_sure: bool) -> Option<(Vec<Share<'a>>, usize)> {
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
    fn fit<'h>(&self, block: &Block<'a>, heads: &'h Heads<'a>) -> Option<&'h [Side]> {
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
        let chars = super::super::normalise::key(text);
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
