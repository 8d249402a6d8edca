//! Which edition of the form a document follows: told by the labels that only one edition has, never by the year.

use std::collections::{BTreeMap, BTreeSet};
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

/// The edition of which most labels stand in the document; the newest where several have as many.
pub(in crate::read) fn choose(blocks: &[Block<'_>]) -> Edition {
    let mut table_text = Vec::new();
    for block in blocks.iter().filter(|block| block.is_row() || is_short(block)) {
        table_text.extend(block.filled().flat_map(key));
    }
    let mut found = Found::of(&table_text);
    let mut any_row = has_row(&table_text);
    if !any_row || !found.tells_apart() {
        // All of it may be one line.
        let text: Vec<char> = blocks.iter().flat_map(Block::filled).flat_map(key).collect();
        found = Found::of(&text);
        any_row |= has_row(&text);
    }
    let best = (1..KNOWN.len()).fold(0, |best, next| if found.is_nearer(next, best) { next } else { best });
    let others = (0..KNOWN.len()).map(|other| (other, found.beside(other, best)));
    let mixed = others.filter(|(_, labels)| !labels.is_empty()).find_map(|(other, labels)| {
        let edition = &*KNOWN.get(other)?.form.edition;
        Some((edition, labels.into_iter().map(str::to_owned).collect()))
    });
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

/// For each edition, the wordings of its rows and columns that stand in a text, with the labels that they are of.
struct Found(Vec<BTreeMap<Vec<char>, &'static str>>);

impl Found {
    fn of(text: &[char]) -> Self {
        let of = |known: &'static Known| {
            let mut found = BTreeMap::new();
            for lexeme in known.lexicon.find(text) {
                let chars = text.get(lexeme.start..lexeme.end).unwrap_or_default();
                let everywhere = || KNOWN.iter().all(|known| known.has(chars));
                if chars.len() < LEAST || everywhere() {
                    continue;
                }
                let label = lexeme.all().find_map(|sense| {
                    let table = known.form.tables.get(sense.table)?;
                    match sense.meaning {
                        Meaning::Row(row) => Some(&*table.rows.get(row)?.label.zh),
                        Meaning::Column(column) => Some(&*table.columns.get(column)?.label.zh),
                        _ => None,
                    }
                });
                found.extend(label.map(|label| (chars.to_vec(), label)));
            }
            found
        };
        Self(KNOWN.iter().map(of).collect())
    }

    /// The labels of an edition in the text that another does not have.
    fn beside(&self, one: usize, other: usize) -> BTreeSet<&'static str> {
        let (Some(found), Some(other)) = (self.0.get(one), KNOWN.get(other)) else { return BTreeSet::new() };
        found.iter().filter(|(text, _)| !other.has(text)).map(|(_, label)| *label).collect()
    }

    /// Is there any label that tells one edition from another?
    fn tells_apart(&self) -> bool {
        let all = 0..self.0.len();
        all.clone().any(|one| all.clone().any(|other| !self.beside(one, other).is_empty()))
    }

    /// Does the text follow the older edition `next` rather than `best`? Where nothing says so, it does if all that
    /// the newer one has beyond it is not there.
    fn is_nearer(&self, next: usize, best: usize) -> bool {
        let (of_next, of_best) = (self.beside(next, best).len(), self.beside(best, next).len());
        let is_extended = || KNOWN.get(next).zip(KNOWN.get(best)).is_some_and(|(next, best)| best.extends(next));
        of_next > of_best || (of_next == of_best && of_best == 0 && is_extended())
    }
}

impl Known {
    /// Does it have every wording of another edition?
    fn extends(&self, other: &Self) -> bool {
        other.wordings.iter().all(|text| self.has(text))
    }

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
