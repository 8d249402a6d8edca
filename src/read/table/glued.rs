//! Rows whose numbers stand without a gap between them, all of them or some: `数量710000071`, `20 0 0 0 02`.
//!
//! Digits that leave one way to take them apart are read as they stand, whatever the arithmetic says: a wrong sum is
//! the agency's. Where there are several, the equations may choose: the row's own, then those that go through all such
//! rows together. Each cell that it took more than the digits for gets a remark, and each that stays open.

use crate::form::{Cell, Equation, Table};
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, quote};
use crate::read::row::settle::{Settled, Shape, is_balanced};
use crate::read::row::slots::Item;

use super::consistent::{self, Choice};
use super::split::{self, Way};
use super::tables::{Row, Tables, put, shown};

/// More ways than this are no readings of a row.
const MAX_READINGS: usize = 200;
/// Values missing from a row's cells, up to which blanks may be the reason instead.
const MAX_HOLES: usize = 2;

/// A row whose numbers are glued, and how it may be taken apart.
struct Glued {
    row: usize,
    /// All that the digits allow; `None` if that is too much to look at.
    all: Option<Vec<Way>>,
    /// What the equations have left of them.
    choice: Choice,
}

/// Is there a row whose numbers are glued for certain?
#[derive(Clone, Copy)]
struct Proven {
    here: bool,
    /// Anywhere in the document: who wrote it may have left out the gaps of every table.
    anywhere: bool,
}

impl Proven {
    fn new(here: bool, blocks: &[Block<'_>]) -> Self {
        let is_glued = |text: &str| {
            let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
            let label = text.strip_suffix(digits).unwrap_or_default();
            // A number of one or two digits may be that of an annex, or a day.
            digits.len() >= LEAST_GLUED
                && digits.starts_with('0')
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && label.chars().next_back().is_some_and(char::is_alphabetic)
        };
        Self { here, anywhere: here || blocks.iter().filter_map(|block| block.filled().next()).any(is_glued) }
    }
}

/// So many digits behind a label, the first of them a zero, are no number.
const LEAST_GLUED: usize = 3;

impl Tables<'_> {
    /// Takes the rows apart whose numbers are glued, or says that it cannot be done.
    pub(super) fn take_apart(&mut self, table: &Table, rows: &mut [Row]) {
        let is_proof = |row: &Row| {
            row.cells.len() > 1 && split::groups(&row.items).is_some_and(|groups| groups.iter().any(split::is_glued))
        };
        let proven = Proven::new(rows.iter().any(is_proof), self.blocks);
        let glued = rows.iter().enumerate().filter_map(|(at, row)| self.glued(at, row, proven));
        let mut glued: Vec<Glued> = glued.collect();
        if glued.is_empty() {
            return;
        }
        doubt_torn(rows);
        for glued in &glued {
            if let Some(row) = rows.get_mut(glued.row) {
                row.settled.shape = Shape::Glued;
                row.settled.readings.clear();
            }
        }
        let mut known = self.cells.clone();
        for row in rows.iter().filter(|row| row.settled.is_settled()) {
            put(self.form, &mut known, row);
        }
        let mut choices: Vec<Choice> = glued.iter_mut().map(|glued| std::mem::take(&mut glued.choice)).collect();
        consistent::narrow(&self.form.equations, &mut choices, &known);
        for (glued, choice) in glued.iter_mut().zip(choices) {
            glued.choice = choice;
            self.leave_plausible(&mut glued.choice);
        }
        self.take_ways(table, rows, &glued);
    }

    /// A row with its ways, if it is one whose numbers are glued.
    fn glued(&self, at: usize, row: &Row, proven: Proven) -> Option<Glued> {
        let width = row.cells.len();
        let groups = split::groups(&row.items).filter(|groups| !groups.is_empty())?;
        // Beside a row that is glued for certain, one number with digits for all cells is glued, too.
        let is_proven = groups.iter().any(split::is_glued) || proven.here && groups.len() == 1;
        let fits = groups.len() < width && split::digits(&groups) >= width;
        if width < 2 {
            return None;
        }
        // A field of a table holds one number, if not a whole row of them.
        let in_fields = row.items.iter().filter(|item| item.is_filled()).any(|item| item.field > 0);
        // What is glued to the label itself is no field of its own: nothing is certain then.
        let own = |item: &Item| (item.block, item.field) == row.label;
        let is_torn = in_fields
            && split::groups_of(&groups, &row.items)
                .any(|(group, item)| own(item) && (split::is_glued(group) || proven.anywhere && group.is_long()));
        if !(groups.iter().any(split::is_glued) || fits || is_torn) {
            return None;
        }
        if in_fields && groups.len() > 1 {
            let choice = Choice { cells: row.cells.clone(), ways: Vec::new() };
            return is_torn.then_some(Glued { row: at, all: None, choice });
        }
        let inside: Vec<&Equation> =
            self.form.equations.iter().filter(|e| e.cells().all(|cell| row.cells.contains(&cell))).collect();
        // A number on another line may be no part of the row at all, even where it leaves one way.
        let mut blocks = row.items.iter().filter(|item| item.is_filled()).map(|item| item.block);
        let on_one_line = blocks.next().is_none_or(|first| blocks.all(|block| block == first));
        let all = split::ways(&groups, &row.cells, &[]).filter(|_| on_one_line);
        let balanced = if inside.is_empty() { None } else { split::ways(&groups, &row.cells, &inside) };
        if !is_proven && width - groups.len() <= MAX_HOLES {
            return self.unproven(at, row, all, balanced.unwrap_or_default());
        }
        let ways = match (&all, balanced) {
            (Some(all), _) if all.len() == 1 => all.clone(),
            (_, Some(balanced)) if !balanced.is_empty() => balanced,
            (Some(all), _) if all.len() <= MAX_READINGS => all.clone(),
            _ => Vec::new(),
        };
        Some(Glued { row: at, all, choice: Choice { cells: row.cells.clone(), ways } })
    }

    /// A row with a value or two too few: some may be glued, or some cells blank. Only the arithmetic tells.
    fn unproven(&self, at: usize, row: &Row, all: Option<Vec<Way>>, ways: Vec<Way>) -> Option<Glued> {
        let mut choice = Choice { cells: row.cells.clone(), ways };
        if choice.ways.is_empty() {
            return None;
        }
        if row.settled.candidates.iter().any(|reading| is_balanced(self.form, &row.cells, &row.settled, reading)) {
            choice.ways.clear();
        }
        Some(Glued { row: at, all: all.filter(|all| all.len() > 1), choice })
    }

    /// Where no equation tells: as many documents are in force as were made in the year, at least.
    fn leave_plausible(&self, choice: &mut Choice) {
        let at = |column: &str| choice.cells.iter().position(|cell| self.form.id(*cell).ends_with(column));
        let Some((issued, in_force)) = at("/issued").zip(at("/in_force")) else { return };
        let is_plausible = |way: &&Way| {
            let number = |at: usize| way.get(at).and_then(|part| part.number.as_int());
            number(issued).zip(number(in_force)).is_some_and(|(issued, in_force)| issued <= in_force)
        };
        let plausible: Vec<Way> = choice.ways.iter().filter(is_plausible).cloned().collect();
        if plausible.len() == 1 {
            choice.ways = plausible;
        }
    }

    /// Puts what is left into the rows, with one remark for all cells that were chosen and one for all left open.
    fn take_ways(&mut self, table: &Table, rows: &mut [Row], glued: &[Glued]) {
        let (mut chosen, mut open) = (Marked::default(), Marked::default());
        for glued in glued {
            let Some(row) = rows.get_mut(glued.row) else { continue };
            let text = shown(&row.items);
            let of_choice = differing(&glued.choice.ways, row.cells.len());
            let in_doubt = match &glued.all {
                Some(all) => differing(all, row.cells.len()),
                None => vec![true; row.cells.len()],
            };
            let is_open = |at: usize| glued.choice.ways.is_empty() || of_choice.get(at) == Some(&true);
            let cell = |at: usize| row.cells.get(at).copied();
            open.add(row, &text, (0..row.cells.len()).filter(|&at| is_open(at)).filter_map(cell));
            let is_chosen = |at: &usize| !is_open(*at) && in_doubt.get(*at) == Some(&true);
            chosen.add(row, &text, (0..row.cells.len()).filter(is_chosen).filter_map(cell));
            take(row, &glued.choice.ways);
        }
        for (kind, marked) in [(Doubt::ChosenSplit, chosen), (Doubt::GluedValues, open)] {
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("table", &table.numeral), ("count", &marked.rows), ("text", &quote(&marked.text))];
            let ids = marked.cells.iter().map(|(cell, line)| (self.form.id(*cell), *line));
            self.doubts.add_cells(kind, ids, &values);
        }
    }
}

/// Cells that one remark is about.
#[derive(Default)]
struct Marked {
    cells: Vec<(Cell, u32)>,
    rows: usize,
    /// The first row's values as they stand.
    text: String,
}

impl Marked {
    fn add(&mut self, row: &Row, text: &str, cells: impl Iterator<Item = Cell>) {
        let before = self.cells.len();
        self.cells.extend(cells.map(|cell| (cell, row.line)));
        if self.cells.len() > before {
            self.rows += 1;
            if self.text.is_empty() {
                text.clone_into(&mut self.text);
            }
        }
    }
}

/// For each cell: do the ways give it different numbers?
fn differing(ways: &[Way], width: usize) -> Vec<bool> {
    let text = |way: &Way, at: usize| way.get(at).map(|part| part.text.clone());
    let first = |at: usize| ways.first().and_then(|way| text(way, at));
    (0..width).map(|at| ways.iter().any(|way| text(way, at) != first(at))).collect()
}

/// Gives a row the readings that ways are; what they agree on is certain.
fn take(row: &mut Row, ways: &[Way]) {
    let mut items: Vec<Item> = Vec::new();
    let mut readings = Vec::new();
    for way in ways.iter().take(MAX_READINGS) {
        let reading: Vec<Option<usize>> = way
            .iter()
            .map(|part| {
                items.push(split::item(part, &row.items)?);
                Some(items.len() - 1)
            })
            .collect();
        readings.push(reading);
    }
    if ways.len() > MAX_READINGS {
        readings.clear();
    }
    row.settled = Settled { shape: Shape::TakenApart, candidates: readings.clone(), readings, items };
}

/// Where some rows are glued, a row whose values stand on several lines, or of which only some are glued to the label,
/// may be a glued one and something else.
fn doubt_torn(rows: &mut [Row]) {
    for row in rows.iter_mut().filter(|row| row.cells.len() > 1 && row.settled.is_settled()) {
        let mut places = row.items.iter().filter(|item| item.is_filled()).map(|item| (item.block, item.field));
        let Some(first) = places.next() else { continue };
        if places.any(|place| place.0 != first.0) {
            row.settled.shape = Shape::Glued;
            row.settled.readings.clear();
        }
    }
}
