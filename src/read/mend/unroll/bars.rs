//! Lines of cells with bars or tabs between them that hold a whole table, or a whole report.

use crate::form::PrintLayout;
use crate::read::document::block::{Block, trim};
use crate::read::label::{Meaning, Sense};
use crate::read::spelling::normalise::{is_mark, key, number};

use super::{Counted, Unroller, part};

/// With fewer cells, a line is a row.
const LEAST_CELLS: usize = 16;
/// A cell with more characters is a paragraph.
const LONG: usize = 60;

/// The cells of a line that is longer than a row; `None` if it is none.
pub(super) fn cells<'a>(block: &Block<'a>) -> Option<Vec<&'a str>> {
    if block.fields.len() >= LEAST_CELLS {
        return Some(block.fields.clone());
    }
    let [text] = *block.fields else { return None };
    let count = |bar: char| text.matches(bar).take(LEAST_CELLS).count() + 1;
    let bar = ['|', '\t'].into_iter().find(|bar| count(*bar) >= LEAST_CELLS)?;
    let inner = text.strip_prefix('|').unwrap_or(text);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    Some(inner.split(bar).map(trim).collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A heading of a section.
    Heading,
    /// A label of a row or a group.
    Label,
    /// A header of a column.
    Column,
    Prose,
    /// Anything else: a value, or an altered label.
    Other,
}

impl Unroller<'_> {
    /// The lines that cells make; `None` if they make one.
    pub(super) fn lines_of_cells<'a>(&self, block: &Block<'a>, cells: &[&'a str]) -> Option<Vec<Block<'a>>> {
        let mut side = false;
        let kinds: Vec<Kind> = cells.iter().map(|cell| self.kind(cell, &mut side)).collect();
        let count = |kind: Kind| kinds.iter().filter(|known| **known == kind).count();
        if count(Kind::Label) < 3 && count(Kind::Heading) < 2 {
            return None;
        }
        let mut lines: Vec<(usize, Vec<&'a str>)> = Vec::new();
        let mut last = Kind::Heading;
        let whole = block.fields.first().copied().filter(|_| block.fields.len() == 1).unwrap_or_default();
        let mut offset = 0;
        for (cell, &kind) in cells.iter().zip(&kinds) {
            offset += whole.get(offset..).and_then(|rest| rest.find(cell)).unwrap_or(0);
            let again = lines.last().is_some_and(|(_, line)| line.last() == Some(cell));
            let is_value = number(cell).is_some() || is_mark(cell);
            let begins = match kind {
                Kind::Heading | Kind::Prose => true,
                Kind::Label => !again,
                Kind::Column => false,
                Kind::Other => last == Kind::Column && is_value,
            };
            if begins || matches!(last, Kind::Heading | Kind::Prose) || lines.is_empty() {
                lines.push((offset, Vec::new()));
            }
            if let Some((_, line)) = lines.last_mut().filter(|_| kind != Kind::Label || !again) {
                line.push(cell);
            }
            last = kind;
            offset += cell.len();
        }
        let mut pieces = Vec::with_capacity(lines.len());
        let mut counted = Counted::default();
        for (at, fields) in lines {
            if fields.iter().any(|field| !field.is_empty()) {
                pieces.push(part(block, fields, counted.column(whole, at), pieces.is_empty()));
            }
        }
        Some(pieces)
    }

    fn kind(&self, cell: &str, side: &mut bool) -> Kind {
        if cell.is_empty() || number(cell).is_some() {
            return Kind::Other;
        }
        if cell.contains('。') || cell.chars().take(LONG + 1).count() > LONG {
            return Kind::Prose;
        }
        let chars = key(cell);
        if self.headings.at(&chars).is_some_and(|heading| heading.length == chars.len()) {
            return Kind::Heading;
        }
        let lexemes = self.lexicon.find(&chars);
        let [one] = *lexemes.as_slice() else { return Kind::Other };
        if one.end - one.start != chars.len() {
            return Kind::Other;
        }
        let is_side = |sense: &&Sense| {
            self.form.tables.get(sense.table).is_some_and(|table| table.layout == PrintLayout::SideBySide)
        };
        let is = |wanted: fn(Meaning) -> bool| one.all().any(|sense| wanted(sense.meaning));
        let only_side = one.all().all(|sense| is_side(&sense));
        if only_side && chars.len() >= 4 {
            *side = true;
        } else if one.all().all(|sense| !is_side(&sense)) {
            *side = false;
        }
        if is(|meaning| matches!(meaning, Meaning::Column(_)))
            && (*side || chars.len() > 2 || !one.all().any(|sense| sense.with_ordinal))
        {
            return Kind::Column;
        }
        if is(|meaning| matches!(meaning, Meaning::Row(_) | Meaning::Group(_))) { Kind::Label } else { Kind::Other }
    }
}
