//! Two years of one report side by side: the years head columns, rows or tables, and each has its own numbers.
//!
//! Each block is given to one of them, to both, or cut: what comes after reads each half as if it were alone. Where a row
//! of the form cannot be told apart safely, nothing is cut, and the rows have twice as many values as cells. A table that
//! compares a few numbers is no second report: most rows of a table of the form must stand in its own section, for both.

mod captions;
mod counted;
mod cut;
mod fields;
mod tags;

use std::ops::Range;

use crate::form::Form;

use super::block::Block;
use super::labels::{Lexicon, Meaning};
use super::normalise::{is_mark, is_word_for_nothing, is_written_blank, is_written_number, key, number};
use super::sections::{self, Sections};

use cut::Cutter;
use tags::{Tag, Year};

/// The blocks of two years.
pub(super) struct Halves<'a> {
    /// That of the report's own year comes first.
    pub halves: [Half<'a>; 2],
}

/// The blocks of one of them.
pub(super) struct Half<'a> {
    pub year: u16,
    pub blocks: Vec<Block<'a>>,
}

/// Whose a block is.
enum Share<'a> {
    Both,
    /// A table that has one year only: that of the report.
    First,
    Cut([Option<Block<'a>>; 2]),
}

/// The two halves of a document; `None` where there are not two, or they cannot be told apart. `told` is the year of the
/// report, as far as anything says it.
pub(super) fn halves<'a>(
    form: &Form,
    lexicon: &Lexicon,
    blocks: &[Block<'a>],
    told: impl FnOnce(&Sections<'a>) -> Option<u16>,
) -> Option<Halves<'a>> {
    let is_named = |block: &Block<'_>| block.filled().take(64).any(is_worth_a_look);
    if !blocks.iter().any(is_named) {
        return None;
    }
    let sections = sections::find(form, blocks);
    if sections.second.is_some() {
        return None;
    }
    let mut cutter = Cutter::new(form, lexicon, blocks);
    let mut shares = Vec::with_capacity(blocks.len());
    for (region, of) in regions(form, &sections, blocks.len()) {
        shares.extend(cutter.region(region, of)?);
    }
    let [one, other] = cutter.years?;
    if !cutter.rows.are_enough(form) {
        return None;
    }
    let told = told(&sections)?;
    let year = |year| match year {
        Year::Said(year) => year,
        Year::This => told,
        Year::Last => told.saturating_sub(1),
    };
    let years = [year(one), year(other)];
    let main = years.iter().position(|year| *year == told)?;
    let half =
        |at: usize| Half { year: years.get(at).copied().unwrap_or_default(), blocks: taken(blocks, &shares, at, main) };
    (years[0] != years[1]).then(|| Halves { halves: [half(main), half(1 - main)] })
}

/// The stretches of a document, and the numbers of the sections whose tables may stand there: its own, and those behind
/// it whose headings are missing.
fn regions(form: &Form, sections: &Sections<'_>, end: usize) -> Vec<(Range<usize>, Range<u8>)> {
    let number = |section: usize| form.sections.get(section).map_or(u8::MAX, |section| section.number);
    let found = sections.found.iter().map(|found| (found.at, number(found.section)));
    let starts: Vec<(usize, u8)> = std::iter::once((0, 0)).chain(found).collect();
    let ends = starts.iter().skip(1).copied().chain([(end, u8::MAX)]);
    starts.iter().zip(ends).map(|((from, own), (to, next))| (*from..to, *own..next)).collect()
}

/// Do texts that follow each other name two years: columns of one and the other?
pub(super) fn name_two_years<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let mut last = None;
    for text in texts {
        let year = Tag::alone(text).map(|tag| tag.year);
        if year.is_some() && last.is_some() && year != last {
            return true;
        }
        last = year.or(last.filter(|_| text.is_empty()));
    }
    false
}

/// The blocks of one half.
fn taken<'a>(blocks: &[Block<'a>], shares: &[Share<'a>], half: usize, main: usize) -> Vec<Block<'a>> {
    let own = blocks.iter().zip(shares).filter_map(|(block, share)| match share {
        Share::Both => Some(block.clone()),
        Share::First => (half == main).then(|| block.clone()),
        Share::Cut(halves) => halves.get(half)?.clone(),
    });
    own.collect()
}

fn is_worth_a_look(field: &str) -> bool {
    field.len() <= 4096
        && (field.contains('年') && Tag::of(field).is_some() || field.len() == 4 && Tag::of(field).is_some())
        || field.len() <= 4096
            && field.contains(' ')
            && field.split_whitespace().take(128).any(|word| Tag::alone(word).is_some())
}

/// Something that stands where a value does: a number, a mark, a blank.
fn is_value(text: &str) -> bool {
    let text = super::block::trim(text);
    text.is_empty()
        || number(text).is_some()
        || is_mark(text)
        || is_word_for_nothing(text)
        || is_written_number(text)
        || is_written_blank(text)
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
