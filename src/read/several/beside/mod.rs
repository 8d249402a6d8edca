//! Two years of one report side by side: the years head columns, rows or tables, and each has its own numbers.
//!
//! Each block is given to one of them, to both, or cut: what comes after reads each half as if it were alone. Where a row
//! of the form cannot be told apart safely, nothing is cut, and the rows have twice as many values as cells. A table that
//! compares a few numbers is no second report: most rows of a table of the form must stand in its own section, for both.

mod captions;
mod counted;
mod cut;
mod fields;
mod heads;
mod under;

use std::ops::Range;

use crate::form::Form;
use crate::read::document::block::Block;
use crate::read::label::Lexicon;
use crate::read::section::{self, Sections};
use crate::read::spelling::years::{Tag, Year};

use cut::Cutter;
use fields::Share;

/// The blocks of two years.
pub(in crate::read) struct Halves<'a> {
    /// That of the report's own year comes first.
    pub(crate) halves: [Half<'a>; 2],
}

/// The blocks of one of them.
pub(in crate::read) struct Half<'a> {
    pub(crate) year: u16,
    pub(crate) blocks: Vec<Block<'a>>,
}

/// The two halves of a document; `None` where there are not two, or they cannot be told apart. `told` is the year of the
/// report, as far as anything says it.
pub(in crate::read) fn halves<'a>(
    form: &Form,
    lexicon: &Lexicon,
    blocks: &[Block<'a>],
    told: impl FnOnce(&Sections<'a>) -> Option<u16>,
) -> Option<Halves<'a>> {
    let is_named = |block: &Block<'_>| block.filled().take(64).any(is_worth_a_look);
    if !blocks.iter().any(is_named) {
        return None;
    }
    let sections = section::find(form, blocks);
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
