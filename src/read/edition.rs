//! Which edition of the form a document follows: told by the labels that only one edition has, never by the year.

use std::collections::BTreeSet;

use crate::form::{self, Form};

use super::block::Block;
use super::labels::{Lexicon, Meaning, wordings};
use super::normalise::key;

/// The edition a document follows.
pub(super) struct Edition {
    pub form: &'static Form,
    pub lexicon: Lexicon,
    /// Labels of another edition that stand in the document too, and that edition's name.
    pub mixed: Option<(&'static str, Vec<String>)>,
    /// Is there any label of a row in the document?
    pub any_row: bool,
}

/// Shorter wordings stand in prose as well.
const LEAST: usize = 5;
/// Lines without fields that are longer than this are prose.
const LONG: usize = 60;

/// The edition of which most labels of its own stand in the document; the newest where several do as well.
pub(super) fn choose(blocks: &[Block<'_>]) -> Edition {
    let mut table_text = Vec::new();
    for block in blocks.iter().filter(|block| block.is_row() || is_short(block)) {
        table_text.extend(block.filled().flat_map(key));
    }
    let forms = form::editions();
    let lexicons: Vec<Lexicon> = forms.iter().map(Lexicon::new).collect();
    let mut own = own_labels(forms, &lexicons, &table_text);
    let mut any_row = has_row(&lexicons, &table_text);
    if !any_row || own.iter().all(BTreeSet::is_empty) {
        // All of it may be one line.
        let text: Vec<char> = blocks.iter().flat_map(Block::filled).flat_map(key).collect();
        own = own_labels(forms, &lexicons, &text);
        any_row |= has_row(&lexicons, &text);
    }
    let most = own.iter().map(BTreeSet::len).max().unwrap_or(0);
    let best = own.iter().position(|labels| labels.len() == most).unwrap_or(0);
    let mut others = forms.iter().zip(&own).enumerate().filter(|(at, (_, labels))| *at != best && !labels.is_empty());
    let mixed = others.next().map(|(_, (form, labels))| (&*form.edition, labels.iter().cloned().collect()));
    let form = forms.get(best).unwrap_or_else(|| form::newest());
    let lexicon = lexicons.into_iter().nth(best).unwrap_or_else(|| Lexicon::new(form));
    Edition { form, lexicon, mixed, any_row }
}

fn is_short(block: &Block<'_>) -> bool {
    block.filled().all(|text| text.chars().take(LONG).count() < LONG && !text.contains('。'))
}

fn has_row(lexicons: &[Lexicon], text: &[char]) -> bool {
    let is_row = |meaning: Meaning| matches!(meaning, Meaning::Row(_));
    lexicons.iter().any(|lexicon| lexicon.find(text).iter().any(|lexeme| lexeme.all().any(|s| is_row(s.meaning))))
}

/// For each edition, the labels of rows and columns in the text that no other edition has.
fn own_labels(forms: &[Form], lexicons: &[Lexicon], text: &[char]) -> Vec<BTreeSet<String>> {
    let known: Vec<BTreeSet<Vec<char>>> = forms.iter().map(all_wordings).collect();
    let mut own = Vec::new();
    for (at, (form, lexicon)) in forms.iter().zip(lexicons).enumerate() {
        let mut labels = BTreeSet::new();
        for lexeme in lexicon.find(text) {
            let chars = text.get(lexeme.start..lexeme.end).unwrap_or_default();
            let elsewhere =
                || known.iter().enumerate().any(|(other, known)| other != at && known.iter().any(|w| ends(chars, w)));
            if chars.len() < LEAST || elsewhere() {
                continue;
            }
            let label = lexeme.all().find_map(|sense| {
                let table = form.tables.get(sense.table)?;
                match sense.meaning {
                    Meaning::Row(row) => Some(&table.rows.get(row)?.label.zh),
                    Meaning::Column(column) => Some(&table.columns.get(column)?.label.zh),
                    _ => None,
                }
            });
            labels.extend(label.map(|label| label.to_string()));
        }
        own.push(labels);
    }
    own
}

/// Is a text this wording, perhaps with an ordinal before it?
fn ends(text: &[char], wording: &[char]) -> bool {
    text.strip_suffix(wording).is_some_and(|ordinal| ordinal.len() <= 1)
}

/// Every wording of an edition, without ordinals.
fn all_wordings(form: &Form) -> BTreeSet<Vec<char>> {
    let mut all = BTreeSet::new();
    for table in &form.tables {
        for row in &table.rows {
            all.extend(wordings(&row.label.zh, &row.aliases).map(|(_, text)| key(text)));
        }
        for column in &table.columns {
            all.extend(wordings(&column.label.zh, &column.aliases).map(|(_, text)| key(text)));
        }
        for group in &table.groups {
            all.extend(wordings(&group.label.zh, &group.aliases).map(|(_, text)| key(text)));
        }
    }
    all
}
