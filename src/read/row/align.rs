//! Which place in a table's text is the label of which row.
//!
//! Exact wordings first, in the order of the form; then, for the rows still missing, texts that are nearly the
//! label and stand where it should be.

use crate::form::{Form, Table};
use crate::read::label::chain::{Find, MAX_FINDS, chain};
use crate::read::label::{Lexeme, Lexicon, Meaning, wordings};
use crate::read::spelling::normalise::{distance, is_ordinal, key};

use super::stream::{Kind, Stream, Token};

/// A label at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) owner: Owner,
    /// Does it have the form's own wording?
    pub(crate) official: bool,
}

/// Whose label it is, and so whose values follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Owner {
    Row(usize),
    /// A row whose label stands elsewhere too.
    Copy(usize),
    /// A heading over rows.
    Group(usize),
    /// A row of another table.
    Foreign,
}

/// All that was recognised in a table's text.
pub(in crate::read) struct Aligned {
    /// In the order of their places.
    pub(crate) spans: Vec<Span>,
    /// Rows that stand out of the form's order.
    pub(crate) displaced: Vec<usize>,
    /// For each column: its header, and whether it has the form's own wording.
    pub(crate) columns: Vec<Option<Span>>,
    /// Every header of a column, in the order of their places.
    pub(crate) headers: Vec<(usize, Span)>,
    /// For each character: does it belong to a label?
    pub(crate) covered: Vec<bool>,
    /// Were there too many finds to look at all?
    pub(crate) cut: bool,
}

/// A gap between labels longer than this holds no altered label.
const MAX_GAP: usize = 800;

/// Finds the labels of a table.
pub(in crate::read) fn align(form: &Form, index: usize, lexicon: &Lexicon, stream: &Stream<'_>) -> Aligned {
    let Some(table) = form.tables.get(index) else {
        return Aligned {
            spans: Vec::new(),
            displaced: Vec::new(),
            columns: Vec::new(),
            headers: Vec::new(),
            covered: Vec::new(),
            cut: false,
        };
    };
    let lexemes = lexicon.find(&stream.chars);
    let edges = Edges::new(stream, &lexemes);
    let finds = finds(table, index, &lexemes, &edges);
    let chosen: Vec<Find> = chain(&finds).into_iter().filter_map(|at| finds.get(at).copied()).collect();
    let mut aligned = Aligned {
        spans: chosen.iter().map(|find| span(find, Owner::Row(find.order))).collect(),
        displaced: Vec::new(),
        columns: vec![None; table.columns.len()],
        headers: Vec::new(),
        covered: vec![false; stream.chars.len()],
        cut: finds.len() > MAX_FINDS,
    };
    aligned.add_other_rows(&finds);
    aligned.add_lexemes(index, &lexemes, &edges);
    aligned.cover();
    let values: Vec<usize> = values(stream);
    aligned.add_altered_rows(table, stream, &values);
    aligned.add_altered_columns(table, stream);
    aligned.cover();
    aligned.set_wordings(table, stream);
    aligned.headers.sort_by_key(|(_, span)| span.start);
    aligned
}

fn span(find: &Find, owner: Owner) -> Span {
    Span { start: find.start, end: find.end, owner, official: true }
}

/// Before which characters values stand.
fn values(stream: &Stream<'_>) -> Vec<usize> {
    stream.tokens.iter().filter(|token| token.kind != Kind::Text).map(|token| token.start).collect()
}

/// Where tokens and labels begin and end.
struct Edges {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Edges {
    fn new(stream: &Stream<'_>, lexemes: &[Lexeme<'_>]) -> Self {
        let texts = || stream.tokens.iter().filter(|token| token.kind == Kind::Text && token.start < token.end);
        let mut starts: Vec<usize> = texts().map(|token| token.start).chain(lexemes.iter().map(|l| l.end)).collect();
        // A label may have a wrong ordinal before it: then it begins, as it were, with the ordinal.
        for at in texts().map(|token| token.start) {
            let digits = stream.chars.get(at..).unwrap_or_default().iter().take(2);
            let ordinals = digits.take_while(|&&c| is_ordinal(c)).count();
            starts.extend(at + 1..=at + ordinals);
        }
        starts.sort_unstable();
        let mut ends: Vec<usize> = texts().map(|token| token.end).chain(lexemes.iter().map(|l| l.start)).collect();
        ends.sort_unstable();
        Self { starts, ends }
    }

    fn begins(&self, at: usize) -> bool {
        self.starts.binary_search(&at).is_ok()
    }

    fn is_whole(&self, lexeme: &Lexeme<'_>) -> bool {
        self.begins(lexeme.start) && self.ends.binary_search(&lexeme.end).is_ok()
    }
}

/// Where each row's label may stand. A wording with its ordinal at the beginning of a cell is nearly sure; one
/// that may as well be a column, or that stands inside other words, is only taken where the order asks for it.
fn finds(table: &Table, index: usize, lexemes: &[Lexeme<'_>], edges: &Edges) -> Vec<Find> {
    let mut finds = Vec::new();
    for lexeme in lexemes {
        let is_column = lexeme.senses(index).any(|sense| matches!(sense.meaning, Meaning::Column(_)));
        for sense in lexeme.senses(index) {
            let Meaning::Row(row) = sense.meaning else { continue };
            let has_ordinal = table.rows.get(row).is_some_and(|row| !row.ordinal.is_empty());
            let weight = match (edges.begins(lexeme.start), sense.with_ordinal || !has_ordinal) {
                (false, _) => 1,
                (true, _) if is_column && !sense.with_ordinal => 2,
                (true, false) => 8,
                (true, true) => 12,
            };
            finds.push(Find { order: row, start: lexeme.start, end: lexeme.end, weight });
        }
    }
    finds
}

impl Aligned {
    /// Rows that the chain has left out, and second labels of rows that it has.
    fn add_other_rows(&mut self, finds: &[Find]) {
        let mut known: Vec<usize> = self.rows().map(|(row, _)| row).collect();
        let taken: Vec<usize> = self.spans.iter().map(|span| span.start).collect();
        for find in finds.iter().take(MAX_FINDS).filter(|find| find.weight >= 8) {
            if taken.binary_search(&find.start).is_ok() {
                continue;
            }
            if known.contains(&find.order) {
                self.spans.push(span(find, Owner::Copy(find.order)));
            } else {
                known.push(find.order);
                self.displaced.push(find.order);
                self.spans.push(span(find, Owner::Row(find.order)));
            }
        }
        self.spans.sort_by_key(|span| span.start);
    }

    /// Headings, columns, other printed texts and rows of other tables.
    fn add_lexemes(&mut self, table: usize, lexemes: &[Lexeme<'_>], edges: &Edges) {
        let first_row = self.spans.first().map_or(usize::MAX, |span| span.start);
        let taken: Vec<usize> = self.spans.iter().map(|span| span.start).collect();
        for lexeme in lexemes.iter().filter(|lexeme| taken.binary_search(&lexeme.start).is_err()) {
            if self.spans.len() > 2 * MAX_FINDS {
                self.cut = true;
                break;
            }
            let here = Span { start: lexeme.start, end: lexeme.end, owner: Owner::Foreign, official: true };
            if lexeme.is_foreign_row(table) && edges.begins(lexeme.start) {
                self.spans.push(here);
            }
            for sense in lexeme.senses(table) {
                match sense.meaning {
                    Meaning::Group(group) if edges.begins(lexeme.start) => {
                        self.spans.push(Span { owner: Owner::Group(group), ..here });
                    }
                    Meaning::Column(column) => {
                        let sure = here.end - here.start >= 4 || here.start < first_row || edges.is_whole(lexeme);
                        if let Some(slot) = self.columns.get_mut(column).filter(|slot| sure && slot.is_none()) {
                            *slot = Some(Span { official: sense.official, ..here });
                        }
                        self.headers.extend(sure.then_some((column, here)));
                        self.cover_if(sure, here);
                    }
                    Meaning::Printed => self.cover_if(true, here),
                    _ => {}
                }
            }
        }
        self.spans.sort_by_key(|span| span.start);
    }

    fn cover_if(&mut self, sure: bool, span: Span) {
        if let Some(slice) = self.covered.get_mut(span.start..span.end).filter(|_| sure) {
            slice.fill(true);
        }
    }

    fn cover(&mut self) {
        for at in 0..self.spans.len() {
            if let Some(&span) = self.spans.get(at) {
                self.cover_if(true, span);
            }
        }
    }

    /// The rows found, each with its label's place.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.spans.iter().filter_map(|span| match span.owner {
            Owner::Row(row) => Some((row, *span)),
            _ => None,
        })
    }

    fn add_altered_rows(&mut self, table: &Table, stream: &Stream<'_>, values: &[usize]) {
        let mut rows: Vec<(usize, Span)> = self.rows().filter(|(row, _)| !self.displaced.contains(row)).collect();
        rows.sort_by_key(|(row, _)| *row);
        let mut found = Vec::new();
        let mut from = (0, 0);
        let ends = rows.iter().map(|&(row, span)| (row, span.start, span.end));
        for (row, start, end) in ends.chain([(table.rows.len(), stream.chars.len(), stream.chars.len())]) {
            let missing: Vec<usize> = (from.0..row).filter(|row| !self.displaced.contains(row)).collect();
            // Before the first and after the last row there may be anything: look near the table only.
            let gap = match (from.1 == 0, start == stream.chars.len()) {
                (true, _) => (start.saturating_sub(MAX_GAP), start),
                (_, true) => (from.1, start.min(from.1 + MAX_GAP)),
                _ => (from.1, start),
            };
            if !missing.is_empty() && !rows.is_empty() && gap.1.saturating_sub(gap.0) <= MAX_GAP {
                found.extend(altered(table, &missing, &self.stretches(gap, values), stream));
            }
            from = (row + 1, end);
        }
        self.spans.extend(found);
        self.spans.sort_by_key(|span| span.start);
    }

    /// The texts of a gap that belong to no label, split where values stand.
    fn stretches(&self, gap: (usize, usize), values: &[usize]) -> Vec<(usize, usize)> {
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for at in gap.0..gap.1 {
            if self.covered.get(at).copied().unwrap_or(true) {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if last.1 == at && values.binary_search(&at).is_err() => last.1 = at + 1,
                _ => stretches.push((at, at + 1)),
            }
        }
        stretches
    }

    /// Headers of columns that are nearly what they should be.
    fn add_altered_columns(&mut self, table: &Table, stream: &Stream<'_>) {
        let missing: Vec<usize> = (0..table.columns.len()).filter(|&c| self.columns.get(c) == Some(&None)).collect();
        let last = self.spans.last().map_or(0, |span| span.end);
        if missing.is_empty() || self.spans.is_empty() {
            return;
        }
        let first = self.spans.first().map_or(0, |span| span.start).saturating_sub(MAX_GAP);
        let texts = stream.tokens.iter().filter(|token| token.kind == Kind::Text && token.start >= first);
        for token in texts.take_while(|token| token.start < last).take(600) {
            if !self.is_uncovered(token) {
                continue;
            }
            let text = stream.chars.get(token.start..token.end).unwrap_or_default();
            let near = |column: &usize| {
                let column = table.columns.get(*column)?;
                nearness(text, wordings(&column.label.zh, &column.aliases))
            };
            let all = (0..table.columns.len()).filter_map(|c| near(&c)).min();
            let Some(column) = missing.iter().copied().find(|c| near(c).is_some() && near(c) == all) else { continue };
            if let Some(slot) = self.columns.get_mut(column).filter(|slot| slot.is_none()) {
                let span = Span { start: token.start, end: token.end, owner: Owner::Foreign, official: false };
                *slot = Some(span);
                self.headers.push((column, span));
                if let Some(slice) = self.covered.get_mut(span.start..span.end) {
                    slice.fill(true);
                }
            }
        }
    }

    /// Is no character of a token part of a label?
    pub(crate) fn is_uncovered(&self, token: &Token<'_>) -> bool {
        self.covered.get(token.start..token.end).is_none_or(|slice| !slice.contains(&true))
    }

    /// A row's label is official if it is the form's wording and nothing more stands in its cell.
    fn set_wordings(&mut self, table: &Table, stream: &Stream<'_>) {
        for at in 0..self.spans.len() {
            let Some(span) = self.spans.get(at).copied() else { continue };
            let label = match span.owner {
                Owner::Row(row) => table.rows.get(row).map(|row| (&*row.ordinal, &row.label)),
                Owner::Group(group) => table.groups.get(group).map(|group| ("", &group.label)),
                _ => None,
            };
            let Some((ordinal, label)) = label else { continue };
            let text = stream.chars.get(span.start..span.end).unwrap_or_default();
            let core = key(&label.zh);
            let official = text == core || text == [key(ordinal), core].concat();
            let alone = tokens_of(stream, span)
                .iter()
                .all(|token| self.covered.get(token.start..token.end).is_none_or(|slice| !slice.contains(&false)));
            if let Some(span) = self.spans.get_mut(at) {
                span.official = official && alone;
            }
        }
    }
}

/// The text tokens that a label stands in.
pub(in crate::read) fn tokens_of<'s, 'a>(stream: &'s Stream<'a>, span: Span) -> &'s [Token<'a>] {
    let from = stream.tokens.partition_point(|token| token.end <= span.start);
    let to = stream.tokens.partition_point(|token| token.start < span.end);
    stream.tokens.get(from..to).unwrap_or_default()
}

/// Texts among `stretches` that are nearly the labels of `missing` rows, in order.
fn altered(table: &Table, missing: &[usize], stretches: &[(usize, usize)], stream: &Stream<'_>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut next = 0;
    for &row in missing {
        let mut best: Option<(usize, Span)> = None;
        for (index, &(start, _)) in stretches.iter().enumerate().skip(next).take(60) {
            for (joined, &(_, end)) in stretches.iter().enumerate().skip(index).take(3) {
                let text = stream.chars.get(start..end).unwrap_or_default();
                let Some(cost) = row_nearness(table, row, text) else { continue };
                let rival = (0..table.rows.len()).filter(|&other| other != row);
                if rival.filter_map(|other| row_nearness(table, other, text)).any(|other| other <= cost) {
                    continue;
                }
                if best.as_ref().is_none_or(|(known, _)| cost < *known) {
                    best = Some((cost, Span { start, end, owner: Owner::Row(row), official: false }));
                    next = joined + 1;
                }
            }
        }
        found.extend(best.map(|(_, span)| span));
    }
    found
}

fn row_nearness(table: &Table, row: usize, text: &[char]) -> Option<usize> {
    let row = table.rows.get(row)?;
    let ordinals = if row.ordinal.is_empty() { 0 } else { text.iter().take(2).take_while(|&&c| is_ordinal(c)).count() };
    let core = text.get(ordinals..).unwrap_or_default();
    nearness(core, wordings(&row.label.zh, &row.aliases))
}

/// How far a text is from the nearest of some wordings; `None` if it is not near. The shortest labels have no
/// near texts: with two characters, everything is near everything.
fn nearness<'a>(text: &[char], wordings: impl Iterator<Item = (bool, &'a str)>) -> Option<usize> {
    wordings
        .filter_map(|(_, wording)| {
            let wording = key(wording);
            let limit = if wording.len() < 3 { return None } else { (wording.len() / 4).max(1) };
            distance(text, &wording, limit)
        })
        .min()
}
