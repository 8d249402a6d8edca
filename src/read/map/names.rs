//! Which cell of the form a name means: ids, labels, and what other programs make of them.
//!
//! A name is taken apart into words of the vocabulary without a rest. It means a cell if its words say one row and one
//! column of one table (tables, groups and words that say nothing may stand beside them); the reading of the fewest words
//! counts. `其他总计` may be the total of the row 其他 or 其他 of the row 总计: which of the two a file has is seen from its
//! other names.

use std::sync::LazyLock;

use crate::form::{self, Cell, Form, Table};
use crate::read::spelling::normalise::key;

use super::near::near;
use super::records::Records;
use super::vocabulary::{Sense, Vocabulary};

/// Nobody writes longer names than this.
const LONGEST: usize = 600;
/// So much of a name is compared with the form's.
const LONGEST_COMPARED: usize = 60;
/// A name with more readings than this at once says nothing.
const MAX_STATES: usize = 64;

/// All names of all cells of a form.
pub(super) struct Names {
    form: &'static Form,
    vocabulary: Vocabulary,
}

/// What a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// Its row stands before its column.
    pub(crate) by_row: Option<Cell>,
    /// Its column stands before its row.
    pub(crate) by_column: Option<Cell>,
    /// The table, if the name says both a row and a column.
    table: Option<usize>,
}

/// The cells that several names of one file mean.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    pub(crate) cells: Vec<Option<Cell>>,
    /// Names that are only near to one of the form's.
    pub(crate) are_near: Vec<bool>,
}

static NAMES: LazyLock<Vec<Names>> =
    LazyLock::new(|| form::editions().iter().map(|form| Names { form, vocabulary: Vocabulary::of(form) }).collect());

impl Names {
    /// Those of every edition, the newest first.
    pub(crate) fn all() -> &'static [Self] {
        &NAMES
    }

    pub(crate) fn of(form: &Form) -> Option<&'static Self> {
        NAMES.iter().find(|names| names.form.edition == form.edition)
    }

    pub(crate) fn form(&self) -> &'static Form {
        self.form
    }

    /// The cells that the names of a file mean, each by its levels; with `guessing` also names that are only near.
    pub(crate) fn resolve<'n>(&self, names: impl IntoIterator<Item = Vec<&'n str>>, guessing: bool) -> Resolved {
        let mut readings = Vec::new();
        let mut resolved = Resolved::default();
        let mut votes = vec![(0_usize, 0_usize); self.form.tables.len()];
        for levels in names {
            let strict = self.read(&levels);
            let reading = if strict.is_none() && guessing { self.read_near(&levels) } else { strict };
            resolved.are_near.push(reading.is_some() && strict.is_none());
            if let Some(Reading { by_row, by_column, table: Some(table) }) = reading
                && let Some(votes) = votes.get_mut(table)
            {
                votes.0 += usize::from(by_column.is_none());
                votes.1 += usize::from(by_row.is_none());
            }
            readings.push(reading);
        }
        resolved.cells = readings
            .into_iter()
            .map(|reading| {
                let Reading { by_row, by_column, table } = reading?;
                let votes = table.and_then(|table| votes.get(table)).copied().unwrap_or_default();
                match (by_row, by_column) {
                    (Some(row), Some(column)) if row != column => match votes {
                        (_, 0) => Some(row),
                        (0, _) => Some(column),
                        _ => None,
                    },
                    (row, column) => row.or(column),
                }
            })
            .collect();
        resolved
    }

    /// The names of records, each by its levels: a path by its parts, and without the name of a sheet that is no table's.
    pub(crate) fn levels<'n>(&self, records: &'n Records) -> Vec<Vec<&'n str>> {
        let is_table = |sense: &Sense| matches!(sense, Sense::Table(_));
        let sheet = records.sheet.as_ref().map(|sheet| self.vocabulary.senses(&key(sheet)).iter().any(is_table));
        let skipped = usize::from(sheet == Some(false));
        let parts = |level: &'n String| {
            let is_path = level.starts_with('/') || level.starts_with("^/");
            level.split(move |c| is_path && c == '/').filter(|part| !part.is_empty())
        };
        let names = records.names.iter().enumerate().map(|(at, levels)| {
            let mut levels: Vec<&String> = levels.iter().collect();
            if let Some(&at) = records.doubled.get(&at).filter(|&&at| at <= levels.len())
                && let Some(&again) = at.checked_sub(1).and_then(|before| levels.get(before))
            {
                levels.insert(at, again);
            }
            levels.into_iter().skip(skipped).flat_map(parts).collect()
        });
        names.collect()
    }

    /// What a name of several levels may mean: all of them, or the inner ones if the outer say nothing of another year.
    fn read(&self, levels: &[&str]) -> Option<Reading> {
        let id = levels.concat();
        if let Some(cell) = self.form.cell(id.trim()) {
            return Some(Reading { by_row: Some(cell), ..Reading::default() });
        }
        for from in 0..levels.len() {
            if let Some(reading) = self.split(levels.get(from..)?) {
                return Some(reading);
            }
            if levels.get(from).is_some_and(|level| self.vocabulary.speaks_of_else(&key(level))) {
                return None;
            }
        }
        None
    }

    /// The same with parts that are near to one label put in its place.
    fn read_near(&self, levels: &[&str]) -> Option<Reading> {
        if levels.iter().map(|level| level.len()).sum::<usize>() > LONGEST {
            return None;
        }
        let levels: Vec<String> = levels.iter().map(|level| near(self.form, &self.vocabulary, level)).collect();
        self.read(&levels.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The cells whose names are most like a name, for somebody to choose from.
    pub(crate) fn nearest(&self, levels: &[&str], most: usize) -> Vec<Cell> {
        let name: String = levels.concat().chars().take(LONGEST_COMPARED).collect();
        let name: String = key(&name).into_iter().collect();
        let mut ranked: Vec<(f64, Cell)> = self
            .form
            .cells()
            .filter_map(|cell| {
                let spec = self.form.spec(cell)?;
                let table = self.form.tables.get(spec.table)?;
                let (row, column) = (table.rows.get(spec.row)?, table.columns.get(spec.column)?);
                let texts = [
                    format!("{}{}", row.label.zh, column.label.zh),
                    format!("{}{}", row.label.short, column.label.short),
                    spec.id.to_string(),
                ];
                let best = texts.iter().map(|text| strsim::normalized_levenshtein(&name, text)).fold(0.0, f64::max);
                (best >= 0.5).then_some((best, cell))
            })
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        ranked.into_iter().take(most).map(|(_, cell)| cell).collect()
    }

    /// Does a text name a part of the form, such as a row or a table?
    pub(crate) fn is_part(&self, text: &str) -> bool {
        let says = |state: &State| state.table.is_some();
        self.form.cell(text.trim()).is_some() || self.states(&[text]).is_some_and(|states| states.iter().any(says))
    }

    pub(crate) fn is_column(&self, text: &str) -> bool {
        let says = |state: &State| state.column.is_some() && state.row.is_none();
        self.states(&[text]).is_some_and(|states| states.iter().any(says))
    }

    fn split(&self, levels: &[&str]) -> Option<Reading> {
        self.settle(&self.states(levels)?)
    }

    /// What the words of a name say, in every way that leaves no rest.
    fn states(&self, levels: &[&str]) -> Option<Vec<State>> {
        let text = Letters::of(levels)?;
        let mut at: Vec<Vec<State>> = vec![Vec::new(); text.chars.len() + 1];
        at.first_mut()?.push(State::default());
        for start in 0..text.chars.len() {
            let states = std::mem::take(at.get_mut(start)?);
            if states.is_empty() {
                continue;
            }
            for (end, senses) in self.words_at(&text, start) {
                let there = at.get_mut(end)?;
                for (state, sense) in states.iter().flat_map(|state| senses.iter().map(move |sense| (state, sense))) {
                    if let Some(next) = state.and(*sense) {
                        next.join(there);
                    }
                }
                if there.len() > MAX_STATES {
                    return None;
                }
            }
        }
        at.pop()
    }

    /// The words that a text has at a place, and where each ends.
    fn words_at<'v>(&'v self, text: &Letters, start: usize) -> Vec<(usize, &'v [Sense])> {
        let Some(rest) = text.chars.get(start..) else { return Vec::new() };
        let mut found = Vec::new();
        let is_edge = |at: usize| text.edges.get(at).copied().unwrap_or_default();
        for word in self.vocabulary.beginning(rest) {
            let end = start + word.chars.len();
            // A word over an edge is a whole part of the name: `其他 处理 总计` has no 处理总计 in it by chance.
            let is_loose = || word.is_loose && !(start + 1..end).any(is_edge);
            if rest.starts_with(&word.chars) && ((is_edge(start) && is_edge(end)) || is_loose()) {
                found.push((end, word.senses.as_slice()));
            }
        }
        // An ordinal between separators: `（三）1.`
        for length in 1..=2 {
            let is_ordinal = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c);
            let ordinal = rest.get(..length).is_some_and(|text| text.iter().all(is_ordinal));
            if ordinal && is_edge(start) && is_edge(start + length) {
                found.push((start + length, &[Sense::Noise]));
            }
        }
        found
    }

    /// The cells that whole readings of the fewest words say.
    fn settle(&self, states: &[State]) -> Option<Reading> {
        let whole = states.iter().filter_map(|state| Some((state, self.cell(state)?)));
        let whole: Vec<(&State, Cell)> = whole.collect();
        let least = whole.iter().map(|(state, _)| state.cost).min()?;
        let mut reading = Reading::default();
        for (state, cell) in whole.into_iter().filter(|(state, _)| state.cost == least) {
            let slot = if state.is_column_first { &mut reading.by_column } else { &mut reading.by_row };
            if slot.is_some_and(|known| known != cell) {
                return None;
            }
            *slot = Some(cell);
            reading.table = state.column.and(state.table).map(usize::from);
        }
        Some(reading)
    }

    fn cell(&self, state: &State) -> Option<Cell> {
        let table = self.form.tables.get(usize::from(state.table?))?;
        let row = usize::from(state.row?);
        let column = match state.column {
            Some(column) => usize::from(column),
            None => {
                let mut columns = (0..table.columns.len()).filter(|&column| table.at(row, column).is_some());
                let only = columns.next()?;
                columns.next().is_none().then_some(only)?
            }
        };
        let cell = table.at(row, column)?;
        let above = above(table, table.rows.get(row)?.group) | above(table, table.columns.get(column)?.group);
        (state.groups & !above == 0).then_some(cell)
    }
}

/// A group and those it belongs to, as bits.
fn above(table: &Table, mut group: Option<usize>) -> u32 {
    let mut bits = 0;
    while let Some(at) = group.filter(|&at| at < 32 && bits & (1 << at) == 0) {
        bits |= 1 << at;
        group = table.groups.get(at).and_then(|group| group.parent);
    }
    bits
}

/// What the words up to a place have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct State {
    table: Option<u8>,
    groups: u32,
    row: Option<u8>,
    column: Option<u8>,
    is_column_first: bool,
    cost: u16,
}

impl State {
    /// With one word more, if it does not say otherwise.
    fn and(mut self, sense: Sense) -> Option<Self> {
        self.cost = self.cost.saturating_add(1);
        let (table, slot, value) = match sense {
            Sense::Noise => return Some(self),
            Sense::Table(table) => (table, None, 0),
            Sense::Group(table, group) => {
                self.groups |= 1_u32.checked_shl(group.into())?;
                (table, None, 0)
            }
            Sense::Row(table, row) => {
                self.is_column_first |= self.row.is_none() && self.column.is_some();
                (table, Some(&mut self.row), row)
            }
            Sense::Column(table, column) => (table, Some(&mut self.column), column),
        };
        if slot.is_some_and(|slot| *slot.get_or_insert(value) != value) || *self.table.get_or_insert(table) != table {
            return None;
        }
        Some(self)
    }

    /// Among the others, unless one is the same in fewer words.
    fn join(self, states: &mut Vec<Self>) {
        match states.iter_mut().find(|state| Self { cost: self.cost, ..**state } == self) {
            Some(known) => known.cost = known.cost.min(self.cost),
            None => states.push(self),
        }
    }
}

/// The letters of a name, and where words begin and end in it: at separators, capitals, digits and other scripts.
struct Letters {
    chars: Vec<char>,
    edges: Vec<bool>,
}

impl Letters {
    fn of(levels: &[&str]) -> Option<Self> {
        if levels.iter().map(|level| level.len()).sum::<usize>() > LONGEST {
            return None;
        }
        let mut letters = Self { chars: Vec::new(), edges: vec![true] };
        for level in levels {
            let mut before = Kind::Other;
            let mut after = level.chars().skip(1).map(Kind::of);
            for c in level.chars() {
                let (kind, next) = (Kind::of(c), after.next().unwrap_or(Kind::Other));
                let is_within = match (before, kind) {
                    (Kind::Upper, Kind::Upper) => next != Kind::Lower,
                    (Kind::Upper, Kind::Lower) => true,
                    (before, kind) => before == kind,
                };
                if let Some(edge) = letters.edges.last_mut().filter(|_| !is_within || kind == Kind::Other) {
                    *edge = true;
                }
                let folded = key(c.encode_utf8(&mut [0; 4]));
                letters.edges.extend(folded.iter().map(|_| false));
                letters.chars.extend(folded);
                before = kind;
            }
            if let Some(edge) = letters.edges.last_mut() {
                *edge = true;
            }
        }
        Some(letters)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Upper,
    Lower,
    Digit,
    Letter,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            'A'..='Z' => Self::Upper,
            'a'..='z' => Self::Lower,
            _ if c.is_numeric() && !"一二三四五六七八九十".contains(c) => Self::Digit,
            _ if c.is_alphanumeric() => Self::Letter,
            _ => Self::Other,
        }
    }
}
