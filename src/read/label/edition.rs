//! Which edition of the form a document follows: told by the labels that only one edition has, never by the year.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::form::{self, Form};
use crate::read::document::block::Block;
use crate::read::spelling::normalise::key;

use super::{Lexicon, Meaning, wordings};

/// The edition a document follows.
pub(in crate::read) struct Edition {
    pub(crate) form: &'static Form,
    pub(crate) lexicon: &'static Lexicon,
    /// Labels of another edition that stand in the document too, and that edition's name.
    pub(crate) mixed: Option<(&'static str, Vec<String>)>,
    /// Is there any label of a row in the document?
    pub(crate) any_row: bool,
}

/// What an edition's labels are, made once for all documents.
struct Known {
    form: &'static Form,
    lexicon: Lexicon,
    /// Every wording, without ordinals.
    wordings: FxHashSet<Vec<char>>,
}

/// One for each edition, the newest first.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |form| Known { form, lexicon: Lexicon::new(form), wordings: all_wordings(form) };
    form::editions().iter().map(known).collect()
});

/// The words of an edition.
#[expect(clippy::expect_used, reason = "every form is one of the embedded editions, and there is one entry for each")]
fn lexicon(form: &Form) -> &'static Lexicon {
    let known = KNOWN.iter().find(|known| known.form.edition == form.edition);
    &known.expect("an embedded edition").lexicon
}

/// Shorter wordings stand in prose as well.
const LEAST: usize = 5;
/// Lines without fields that are longer than this are prose.
const LONG: usize = 60;

/// The edition of which most labels of its own stand in the document; the newest where several do as well.
pub(in crate::read) fn choose(blocks: &[Block<'_>]) -> Edition {
    let mut table_text = Vec::new();
    for block in blocks.iter().filter(|block| block.is_row() || is_short(block)) {
        table_text.extend(block.filled().flat_map(key));
    }
    let mut own = own_labels(&table_text);
    let mut any_row = has_row(&table_text);
    if !any_row || own.iter().all(BTreeSet::is_empty) {
        // All of it may be one line.
        let text: Vec<char> = blocks.iter().flat_map(Block::filled).flat_map(key).collect();
        own = own_labels(&text);
        any_row |= has_row(&text);
    }
    let most = own.iter().map(BTreeSet::len).max().unwrap_or(0);
    let best = own.iter().position(|labels| labels.len() == most).unwrap_or(0);
    let mut others = KNOWN.iter().zip(&own).enumerate().filter(|(at, (_, labels))| *at != best && !labels.is_empty());
    let mixed = others.next().map(|(_, (known, labels))| (&*known.form.edition, labels.iter().cloned().collect()));
    let form = KNOWN.get(best).map_or_else(form::newest, |known| known.form);
    Edition { form, lexicon: lexicon(form), mixed, any_row }
}

fn is_short(block: &Block<'_>) -> bool {
    block.filled().all(|text| text.chars().take(LONG).count() < LONG && !text.contains('。'))
}

fn has_row(text: &[char]) -> bool {
    let is_row = |meaning: Meaning| matches!(meaning, Meaning::Row(_));
    KNOWN.iter().any(|known| known.lexicon.find(text).iter().any(|lexeme| lexeme.all().any(|s| is_row(s.meaning))))
}

/// For each edition, the labels of rows and columns in the text that no other edition has.
fn own_labels(text: &[char]) -> Vec<BTreeSet<String>> {
    let mut own = Vec::new();
    for (at, Known { form, lexicon, .. }) in KNOWN.iter().enumerate() {
        let mut labels = BTreeSet::new();
        for lexeme in lexicon.find(text) {
            let chars = text.get(lexeme.start..lexeme.end).unwrap_or_default();
            let elsewhere = || KNOWN.iter().enumerate().any(|(other, known)| other != at && known.has(chars));
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

impl Known {
    /// Is a text one of the wordings, perhaps with an ordinal before it?
    fn has(&self, text: &[char]) -> bool {
        let without = text.split_first().map(|(_, rest)| rest);
        self.wordings.contains(text) || without.is_some_and(|rest| self.wordings.contains(rest))
    }
}

fn all_wordings(form: &Form) -> FxHashSet<Vec<char>> {
    let mut all = FxHashSet::default();
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
