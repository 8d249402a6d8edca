//! Heads of columns, rows and tables that name two years.

use crate::read::document::MAX_FIELDS;
use crate::read::document::block::{Block, trim};
use crate::read::spelling::years::{Tag, Year};

use super::fields::{Side, is_value};

/// Heads of columns that compare the two.
const CHANGES: [&str; 9] = ["增减", "增长", "变化", "变动", "同比", "差额", "差值", "对比", "比较"];

/// Heads of columns that name two years.
#[derive(Debug, Clone)]
pub(super) struct Heads<'a> {
    /// The first block behind them.
    pub(crate) end: usize,
    pub(crate) years: [Year; 2],
    /// Where the columns begin that are one year's, and whose each of them is. Empty where the heads do not stand in
    /// fields.
    pub(crate) first: usize,
    pub(crate) columns: Vec<Side>,
    /// What each of these fields says beside the year.
    pub(crate) rests: Vec<&'a str>,
    /// Do the years take turns?
    pub(crate) alternate: bool,
}

impl<'a> Heads<'a> {
    /// The heads that begin at a block; `is_label` tells labels of rows.
    pub(crate) fn at(blocks: &[Block<'a>], at: usize, is_label: &dyn Fn(&str) -> bool) -> Option<Self> {
        let block = blocks.get(at)?;
        if block.is_row() {
            return Self::in_row(block, at, is_label);
        }
        let text = block.filled().next()?;
        let words: Vec<&str> = text.split_whitespace().take(128).collect();
        let found = |tags: &[Tag<'_>], end| {
            let (years, sides) = sides(tags.iter().map(|tag| Some(tag.year)))?;
            let alternate = is_alternate(&sides);
            Some(Self { end, years, first: 0, columns: Vec::new(), rests: Vec::new(), alternate })
        };
        if words.len() > 1 {
            let named = words.iter().skip_while(|word| Tag::alone(word).is_none());
            let tags: Vec<Tag<'_>> = named.map(|word| Tag::alone(word)).collect::<Option<_>>()?;
            return found(&tags, at + 1);
        }
        let lines = blocks.get(at..).unwrap_or_default().iter().take(128);
        let lone = lines.map_while(|block| Some(block.filled().next()?).filter(|_| !block.is_row()));
        let tags: Vec<Tag<'_>> = lone.map_while(Tag::alone).collect();
        found(&tags, at + tags.len())
    }

    fn in_row(block: &Block<'a>, at: usize, is_label: &dyn Fn(&str) -> bool) -> Option<Self> {
        let fields: Vec<&'a str> = block.fields.iter().map(|field| trim(field)).collect();
        let first = fields.iter().position(|field| Tag::of(field).is_some())?;
        let (before, own) = fields.split_at_checked(first)?;
        if before.iter().any(|field| is_value(field) && !field.is_empty() || is_label(field)) {
            return None;
        }
        let mut tags: Vec<Option<Tag<'a>>> = Vec::new();
        for field in own.iter().filter(|field| !field.is_empty()) {
            match Tag::of(field) {
                Some(tag) => tags.push(Some(tag)),
                None if is_change(field) => tags.push(None),
                None => return None,
            }
        }
        let named = || tags.iter().flatten();
        let alike = named().all(Tag::is_alone) || named().all(|tag| !tag.is_alone());
        let bare = named().filter(|tag| tag.is_bare).count();
        if !alike || bare > 0 && bare < named().count() {
            return None;
        }
        let (years, found) = sides(tags.iter().map(|tag| tag.map(|tag| tag.year)))?;
        let mut columns = Vec::with_capacity(own.len());
        let mut known = found.iter();
        for field in own {
            let side = if field.is_empty() { columns.last().copied() } else { known.next().copied() };
            columns.push(side?);
        }
        let rests = own.iter().map(|field| Tag::of(field).map_or("", |tag| tag.rest)).collect();
        let alternate = is_alternate(&found);
        // Nothing says where the last head ends: one year is as broad as the other.
        let last = own.iter().rposition(|field| !field.is_empty())?;
        let side = columns.get(last).copied()?;
        let broad = columns.iter().position(|side| *side == Side::Half(1))?;
        let end = if alternate || side == Side::Neither { last + 1 } else { broad * 2 };
        columns.resize(end.min(MAX_FIELDS), side);
        Some(Self { end: at + 1, years, first, columns, rests, alternate })
    }

    /// Whose the columns of a row are, if it has the same columns.
    pub(crate) fn fit(&self, block: &Block<'_>) -> Option<&[Side]> {
        let end = self.first + self.columns.len();
        let beyond = block.fields.get(end..).filter(|_| !self.columns.is_empty())?;
        let count = |half| self.columns.iter().filter(|side| **side == Side::Half(half)).count();
        // What compares the two has as many columns as one of them, and a head over the first.
        let open = if self.columns.last() == Some(&Side::Neither) { count(0).saturating_sub(1) } else { 0 };
        let is_blank = |fields: &[&str]| fields.iter().all(|field| trim(field).is_empty());
        let is_whole = count(0) == count(1) && beyond.get(open..).is_none_or(is_blank);
        is_whole.then_some(&*self.columns)
    }

    /// Does a head say more than its year?
    pub(crate) fn has_names(&self) -> bool {
        self.rests.iter().any(|rest| !rest.is_empty())
    }
}

fn is_change(text: &str) -> bool {
    text.chars().count() <= 12 && CHANGES.iter().any(|word| text.contains(word))
}

fn is_alternate(sides: &[Side]) -> bool {
    let halves: Vec<&Side> = sides.iter().filter(|side| **side != Side::Neither).collect();
    halves.len() > 2 && halves.windows(2).all(|pair| pair.first() != pair.last())
}

/// The two years of these, and whose each is; as many of the one as of the other.
fn sides(years: impl Iterator<Item = Option<Year>>) -> Option<([Year; 2], Vec<Side>)> {
    let mut known: Vec<Year> = Vec::new();
    let mut found = Vec::new();
    for year in years {
        let Some(year) = year else {
            found.push(Side::Neither);
            continue;
        };
        let at = known.iter().position(|other| *other == year).unwrap_or_else(|| {
            known.push(year);
            known.len() - 1
        });
        found.push(Side::Half(at));
    }
    let [one, other] = *known else { return None };
    let count = |half| found.iter().filter(|side| **side == Side::Half(half)).count();
    (count(0) == count(1)).then_some(([one, other], found))
}

/// The year before the values of a row, which may be blank behind the label of one: its field, and which it is.
pub(super) fn of_row(block: &Block<'_>, is_label: &dyn Fn(&str) -> bool) -> Option<(usize, Year)> {
    if !block.is_row() {
        return None;
    }
    let (at, tag) = block.fields.iter().enumerate().find_map(|(at, field)| Some((at, Tag::alone(trim(field))?)))?;
    let (before, behind) = (block.fields.get(..at)?, block.fields.get(at + 1..)?);
    let has_values = behind.iter().any(|field| !trim(field).is_empty());
    let is_row = has_values || before.iter().any(|field| is_label(field));
    (!tag.is_bare && is_row && behind.iter().all(|field| is_value(field))).then_some((at, tag.year))
}
