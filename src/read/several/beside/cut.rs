//! Cutting the rows of one section: which of their fields are whose.

use std::ops::Range;

use crate::form::{Form, PrintLayout};
use crate::read::document::block::{Block, trim};
use crate::read::label::{Lexicon, Meaning};
use crate::read::spelling::normalise::key;
use crate::read::spelling::years::Year;

use super::counted::Rows;
use super::fields::{Pick, Share, Side, is_filled, is_of_table, is_value, parts, taken};
use super::heads::{Heads, of_row};

/// What the blocks of a document are cut by.
pub(super) struct Cutter<'f, 'b, 'a> {
    pub(super) form: &'f Form,
    pub(super) lexicon: &'f Lexicon,
    pub(super) blocks: &'b [Block<'a>],
    /// The two years, the same in all tables.
    pub(crate) years: Option<[Year; 2]>,
    /// The rows of the form that were cut.
    pub(crate) rows: Rows,
    /// The sections whose tables may stand where is cut now.
    sections: Range<u8>,
}

/// So many rows of heads stand above the years, at most.
const ABOVE: usize = 8;

impl<'f, 'b, 'a> Cutter<'f, 'b, 'a> {
    pub(crate) fn new(form: &'f Form, lexicon: &'f Lexicon, blocks: &'b [Block<'a>]) -> Self {
        Self { form, lexicon, blocks, years: None, rows: Rows::default(), sections: 0..0 }
    }

    /// The shares of one stretch's blocks, where the tables of these sections may stand; `None` where they cannot be told
    /// apart. Where no table of the form belongs, nothing is cut.
    pub(crate) fn region(&mut self, region: Range<usize>, sections: Range<u8>) -> Option<Vec<Share<'a>>> {
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
    pub(super) fn lines(&self) -> Vec<usize> {
        self.wide().map(|(_, width)| width).collect()
    }

    /// The tables whose rows stand side by side, and how many values a line of each has.
    pub(super) fn wide(&self) -> impl Iterator<Item = (usize, usize)> {
        let tables = self.form.tables.iter().enumerate().filter(|(_, table)| table.layout == PrintLayout::SideBySide);
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

    pub(super) fn rows_of(&self, table: usize) -> usize {
        self.form.tables.get(table).map_or(0, |table| table.rows.len())
    }

    pub(super) fn cells(&self, (table, row): (usize, usize)) -> usize {
        self.form.tables.get(table).map_or(0, |table| table.cells_in_row(row).count())
    }

    fn of_row(&self, block: &Block<'_>) -> Option<(usize, Year)> {
        of_row(block, &|text| self.width(text).is_some())
    }

    pub(super) fn width(&self, text: &str) -> Option<usize> {
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
    pub(super) fn is_head(&self, block: &Block<'_>) -> bool {
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
}

/// The row of a table that may stand in these sections whose label a text is, perhaps with the heading of its group before
/// it: table and row.
fn row(form: &Form, lexicon: &Lexicon, sections: &Range<u8>, text: &str) -> Option<(usize, usize)> {
    let chars = key(text);
    let found = lexicon.find(&chars);
    let (last, before) = found.split_last()?;
    let begin = before.iter().try_fold(0, |end, lexeme| (lexeme.start == end).then_some(lexeme.end))?;
    if last.start != begin || last.end != chars.len() {
        return None;
    }
    last.all().find_map(|sense| match sense.meaning {
        Meaning::Row(row) => {
            let table = form.tables.get(sense.table)?;
            sections.contains(&table.section).then_some((sense.table, row))
        }
        _ => None,
    })
}
