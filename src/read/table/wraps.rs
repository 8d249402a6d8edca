//! Labels that a narrow column has wrapped, with words of other columns between their parts: whole all the same.

use crate::form::Table;
use crate::read::label::wordings;
use crate::read::row::align::{Aligned, tokens_of};
use crate::read::row::slots::Slots;
use crate::read::row::stream::{Kind, Stream, Token};
use crate::read::spelling::normalise::key;

use super::tables::Tables;

/// The next part of a label stands so many blocks further down at most.
const NEAR: usize = 4;
/// So many parts a label may have.
const MAX_PARTS: usize = 6;
/// So many words that belong to nothing are looked at.
const MAX_STRAYS: usize = 200;

/// A word that belongs to nothing yet: its block and its key.
struct Stray {
    block: usize,
    text: Vec<char>,
    used: bool,
}

impl Tables<'_> {
    /// Takes the parts of wrapped labels out of the words that belong to nothing. A label that is whole with its parts is
    /// worded as on the form.
    pub(super) fn join_wrapped(
        &self,
        table: &Table,
        aligned: &mut Aligned,
        stream: &Stream<'_>,
        slots: &mut Slots<'_>,
    ) {
        let part = |stray: &Token<'_>| Stray { block: stray.block, text: key(stray.text), used: false };
        let mut parts: Vec<Stray> = slots.strays.iter().take(MAX_STRAYS).map(part).collect();
        if parts.is_empty() {
            return;
        }
        let labels = labels(table);
        let columns = aligned.columns.iter_mut().flatten();
        for span in aligned.spans.iter_mut().chain(columns).filter(|span| !span.official) {
            let words = tokens_of(stream, *span).iter().filter(|token| token.kind == Kind::Text);
            let head: Vec<char> = words.clone().flat_map(|token| key(token.text)).collect();
            let Some(block) = words.clone().next_back().map(|token| token.block) else { continue };
            span.official = labels.iter().any(|label| complete(label, &head, block, None, &mut parts));
        }
        for at in 0..parts.len() {
            let Some(Stray { block, text, used: false }) = parts.get(at) else { continue };
            let (block, head) = (*block, text.clone());
            let whole = labels.iter().any(|label| complete(label, &head, block, Some(at), &mut parts));
            if let Some(part) = parts.get_mut(at).filter(|_| whole) {
                part.used = true;
            }
        }
        let mut parts = parts.into_iter();
        slots.strays.retain(|_| parts.next().is_none_or(|part| !part.used));
    }
}

/// Is a label whole with parts that stand below its beginning? Then they are used.
fn complete(label: &[char], head: &[char], block: usize, own: Option<usize>, parts: &mut [Stray]) -> bool {
    let Some(mut rest) = label.strip_prefix(head).filter(|rest| !rest.is_empty() && !head.is_empty()) else {
        return false;
    };
    let (mut below, mut found) = (block, Vec::new());
    while !rest.is_empty() {
        let is_next = |(at, part): &(usize, &Stray)| {
            let near = part.block > below && part.block - below <= NEAR && Some(*at) != own;
            near && !part.used && !found.contains(at) && !part.text.is_empty() && rest.starts_with(&part.text)
        };
        let Some((at, part)) = parts.iter().enumerate().find(is_next).filter(|_| found.len() < MAX_PARTS) else {
            return false;
        };
        rest = rest.get(part.text.len()..).unwrap_or_default();
        below = part.block;
        found.push(at);
    }
    for at in found {
        if let Some(part) = parts.get_mut(at) {
            part.used = true;
        }
    }
    true
}

/// Every wording of the table's labels, with and without ordinals.
fn labels(table: &Table) -> Vec<Vec<char>> {
    let mut all = Vec::new();
    for row in &table.rows {
        for (_, text) in wordings(&row.label.zh, &row.aliases) {
            all.push([key(&row.ordinal), key(text)].concat());
            all.push(key(text));
        }
    }
    let groups = table.groups.iter().flat_map(|group| wordings(&group.label.zh, &group.aliases));
    let columns = table.columns.iter().flat_map(|column| wordings(&column.label.zh, &column.aliases));
    all.extend(groups.chain(columns).map(|(_, text)| key(text)));
    all.extend(table.printed.iter().map(|text| key(text)));
    all
}
