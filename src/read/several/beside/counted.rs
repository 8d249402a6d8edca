//! The rows of the form that stand in both halves: what makes two reports of one document.

use std::collections::BTreeSet;

use crate::form::Form;
use crate::read::document::block::{Block, trim};

use super::cut::Cutter;
use super::fields::{Share, is_value, parts};

/// The rows that each half has with their values: table and row.
#[derive(Debug, Default)]
pub(super) struct Rows([BTreeSet<(usize, usize)>; 2]);

/// A row's label, and how many lines with a value have come behind it.
#[derive(Default)]
struct Open {
    row: Option<(usize, usize)>,
    values: usize,
}

impl Rows {
    /// Notes the rows in one stretch. False where one of them stands twice in a half: one of the two compares something.
    pub(crate) fn add<'a>(&mut self, cutter: &Cutter<'_, '_, 'a>, blocks: &[Block<'a>], shares: &[Share<'a>]) -> bool {
        let mut is_once = true;
        for (half, seen) in self.0.iter_mut().enumerate() {
            let mut open = Open::default();
            for (block, share) in blocks.iter().zip(shares) {
                let own = match share {
                    Share::First => continue,
                    Share::Both => {
                        let label = block.filled().next().filter(|text| parts(text).1.is_empty());
                        open = Open { row: label.and_then(|text| cutter.row(text)), values: 0 };
                        continue;
                    }
                    Share::Cut(halves) => halves.get(half).and_then(Option::as_ref),
                };
                let found = own.map(|own| rows_in(cutter, own, &mut open)).unwrap_or_default();
                for row in found {
                    is_once &= seen.insert(row);
                }
            }
        }
        is_once
    }

    /// Does each half have most rows of one table?
    pub(crate) fn are_enough(&self, form: &Form) -> bool {
        let has_most = |table: usize, rows: usize| {
            self.0.iter().all(|seen| seen.iter().filter(|(of, _)| *of == table).count() * 2 > rows)
        };
        form.tables.iter().enumerate().any(|(at, table)| has_most(at, table.rows.len()))
    }
}

/// The rows whose values stand in a block, or end there.
fn rows_in(cutter: &Cutter<'_, '_, '_>, block: &Block<'_>, open: &mut Open) -> Vec<(usize, usize)> {
    if let [text] = &*block.fields
        && !block.is_row()
    {
        let (label, values) = parts(text);
        if is_value(text) {
            open.values += 1;
            let is_whole = open.row.map(|row| cutter.cells(row) == open.values);
            return match open.row.filter(|_| is_whole == Some(true)) {
                Some(row) => vec![row],
                None if is_whole.is_none() => line_of(cutter, open.values),
                None => Vec::new(),
            };
        }
        *open = Open { row: cutter.row(label).filter(|_| values.is_empty()), values: 0 };
        return match cutter.row(label) {
            Some(row) if !values.is_empty() && values.len() >= cutter.cells(row) => vec![row],
            _ if label.is_empty() => line_of(cutter, values.len()),
            _ => Vec::new(),
        };
    }
    *open = Open::default();
    let label = block.fields.iter().enumerate().rev().find_map(|(at, text)| Some((at, cutter.row(text)?)));
    let from = label.map_or(0, |(at, _)| at + 1);
    let behind = block.fields.get(from..).unwrap_or_default();
    if !behind.iter().any(|text| !trim(text).is_empty() && is_value(text)) {
        return Vec::new();
    }
    match label {
        Some((_, row)) if behind.len() >= cutter.cells(row) => vec![row],
        Some(_) => Vec::new(),
        None => line_of(cutter, behind.iter().filter(|text| !trim(text).is_empty() && is_value(text)).count()),
    }
}

/// All rows of a table whose line has so many values.
fn line_of(cutter: &Cutter<'_, '_, '_>, values: usize) -> Vec<(usize, usize)> {
    let tables = cutter.wide().filter(|(_, width)| *width == values);
    tables.flat_map(|(table, _)| (0..cutter.rows_of(table)).map(move |row| (table, row))).collect()
}
