//! Rows of a table that stand in another section than their table: programs print the text of a page first and its
//! tables after it, so that a table follows the headings of the sections behind it.
//!
//! They are put where they belong, unless the section has these rows already: then it is another table.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::form::Form;
use crate::read::document::block::Block;
use crate::read::label::{Lexeme, Lexicon, Meaning};
use crate::read::section::Sections;
use crate::read::spelling::normalise::{key, number};

/// Rows of one table, one after the other.
struct TableRows {
    table: usize,
    blocks: Range<usize>,
    rows: BTreeSet<usize>,
}

/// The blocks in the order in which a report has them; `None` where they stand so.
pub(in crate::read) fn gather<'a>(
    form: &Form,
    lexicon: &Lexicon,
    blocks: &[Block<'a>],
    sections: &Sections<'_>,
) -> Option<Vec<Block<'a>>> {
    // What has pages has been put in order by its own reader.
    if blocks.iter().any(|block| block.page.is_some()) {
        return None;
    }
    let end = sections.second.unwrap_or(blocks.len());
    let parts = parts(form, lexicon, blocks, end);
    let section_of = |at: usize| sections.found.iter().rfind(|found| found.at <= at).map(|found| found.section);
    let own = |table: usize| {
        let number = form.tables.get(table)?.section;
        form.sections.iter().position(|section| section.number == number)
    };
    let is_home = |part: &TableRows| section_of(part.blocks.start) == own(part.table);
    let mut known: BTreeSet<(usize, usize)> = BTreeSet::new();
    for part in parts.iter().filter(|part| is_home(part)) {
        known.extend(part.rows.iter().map(|&row| (part.table, row)));
    }
    // Where a section ends, and what goes there.
    let mut moved: Vec<(usize, Range<usize>)> = Vec::new();
    for part in parts.iter().filter(|part| !is_home(part)) {
        let home = own(part.table).and_then(|own| sections.found.iter().find(|found| found.section == own));
        let Some(home) = home.filter(|_| !part.rows.is_empty()) else { continue };
        if part.rows.iter().any(|&row| known.contains(&(part.table, row))) {
            continue;
        }
        known.extend(part.rows.iter().map(|&row| (part.table, row)));
        moved.push((home.body.end, part.blocks.clone()));
    }
    if moved.is_empty() {
        return None;
    }
    let mut order: Vec<usize> = Vec::with_capacity(blocks.len());
    let away: BTreeSet<usize> = moved.iter().flat_map(|(_, part)| part.clone()).collect();
    for at in 0..=blocks.len() {
        order.extend(moved.iter().filter(|(to, _)| *to == at).flat_map(|(_, part)| part.clone()));
        order.extend((at < blocks.len() && !away.contains(&at)).then_some(at));
    }
    Some(order.into_iter().filter_map(|at| blocks.get(at).cloned()).collect())
}

/// The tables' rows up to a block.
fn parts(form: &Form, lexicon: &Lexicon, blocks: &[Block<'_>], end: usize) -> Vec<TableRows> {
    let mut parts: Vec<TableRows> = Vec::new();
    let mut at = 0;
    while at < end {
        let rows = blocks.get(at..end).unwrap_or_default().iter().take_while(|block| block.fields.len() > 1).count();
        if rows > 0 {
            parts.extend(split(form, lexicon, blocks, at..at + rows));
        }
        at += rows.max(1);
    }
    parts
}

/// The parts of a run of rows: rows of words alone belong to the table below them, others to the one above.
fn split(form: &Form, lexicon: &Lexicon, blocks: &[Block<'_>], run: Range<usize>) -> Vec<TableRows> {
    let mut parts: Vec<TableRows> = Vec::new();
    let mut heads = run.start;
    for at in run.clone() {
        let Some(block) = blocks.get(at) else { continue };
        let named = named(form, lexicon, block);
        let numbers = block.filled().any(|field| number(field).is_some());
        match (named, parts.last_mut()) {
            (Some((table, rows)), Some(last)) if last.table == table => {
                last.rows.extend(rows);
                last.blocks.end = at + 1;
                heads = at + 1;
            }
            (Some((table, rows)), _) => {
                parts.push(TableRows { table, blocks: heads..at + 1, rows });
                heads = at + 1;
            }
            (None, Some(last)) if numbers => {
                last.blocks.end = at + 1;
                heads = at + 1;
            }
            _ => {}
        }
    }
    if let Some(last) = parts.last_mut() {
        last.blocks.end = run.end;
    }
    parts
}

/// The table whose rows a block names, and which.
fn named(form: &Form, lexicon: &Lexicon, block: &Block<'_>) -> Option<(usize, BTreeSet<usize>)> {
    let texts: Vec<Vec<char>> = block.filled().filter(|field| number(field).is_none()).map(key).collect();
    let found: Vec<Vec<Lexeme<'_>>> = texts.iter().map(|text| lexicon.find(text)).collect();
    for table in 0..form.tables.len() {
        let mut rows = BTreeSet::new();
        for (text, lexemes) in texts.iter().zip(&found) {
            for lexeme in lexemes.iter().filter(|lexeme| lexeme.is_row_of(table)) {
                let row = lexeme.senses(table).find_map(|sense| match sense.meaning {
                    Meaning::Row(row) => Some(row),
                    _ => None,
                });
                // A label is nearly all that its cell holds; a sentence may name one, too.
                rows.extend(row.filter(|_| (lexeme.end - lexeme.start) * 2 >= text.len()));
            }
        }
        if !rows.is_empty() {
            return Some((table, rows));
        }
    }
    None
}
