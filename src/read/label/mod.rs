//! The labels of a form, ready to be found in a text: every wording the form knows, longest first.

pub(super) mod chain;
pub(super) mod edition;

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use crate::form::Form;
use crate::read::spelling::normalise::key;

/// What a label names in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Position in `Table::rows`.
    Row(usize),
    /// Position in `Table::groups`.
    Group(usize),
    /// Position in `Table::columns`.
    Column(usize),
    /// A text that names none of them.
    Printed,
}

/// One thing that a wording can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sense {
    /// Position in `Form::tables`.
    pub(crate) table: usize,
    pub(crate) meaning: Meaning,
    /// Does the wording begin with the row's ordinal?
    pub(crate) with_ordinal: bool,
    /// Is it the form's own wording, not an alias?
    pub(crate) official: bool,
}

struct Pattern {
    chars: Box<[char]>,
    senses: Vec<Sense>,
}

/// A wording found in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexeme<'l> {
    /// Where it begins, in characters of the normalised text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    senses: &'l [Sense],
}

impl<'l> Lexeme<'l> {
    /// Everything it can mean.
    pub(crate) fn all(self) -> impl Iterator<Item = &'l Sense> {
        self.senses.iter()
    }

    /// What it can mean in a table.
    pub(crate) fn senses(self, table: usize) -> impl Iterator<Item = &'l Sense> {
        self.senses.iter().filter(move |sense| sense.table == table)
    }

    /// The row it names in another table, as far as it means nothing in this one.
    pub(crate) fn is_foreign_row(self, table: usize) -> bool {
        self.end - self.start >= 4
            && self.senses.iter().all(|sense| sense.table != table)
            && self.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Row(_)))
    }

    /// Does it name a row of this table, and nothing in any other?
    pub(crate) fn is_row_of(self, table: usize) -> bool {
        self.table_of_row() == Some(table)
    }

    /// The table that it names a row of, if it means nothing else.
    pub(crate) fn table_of_row(self) -> Option<usize> {
        let table = self.senses.first()?.table;
        let is_own = |sense: &Sense| sense.table == table && matches!(sense.meaning, Meaning::Row(_));
        (self.end - self.start >= 4 && self.senses.iter().all(is_own)).then_some(table)
    }
}

/// Every wording of a form.
pub(super) struct Lexicon {
    /// By first character; the longest pattern first.
    patterns: FxHashMap<char, Vec<Pattern>>,
}

impl Lexicon {
    /// All labels and aliases of a form.
    pub(crate) fn new(form: &Form) -> Self {
        let mut all: HashMap<Box<[char]>, Vec<Sense>> = HashMap::new();
        let mut add = |chars: Vec<char>, sense: Sense| {
            let senses = all.entry(chars.into()).or_default();
            if !senses.iter().any(|known| known.table == sense.table && known.meaning == sense.meaning) {
                senses.push(sense);
            }
        };
        for (table, spec) in form.tables.iter().enumerate() {
            let sense = |meaning, official| Sense { table, meaning, with_ordinal: false, official };
            for (index, row) in spec.rows.iter().enumerate() {
                let ordinal = key(&row.ordinal);
                for (official, text) in wordings(&row.label.zh, &row.aliases) {
                    let core = key(text);
                    let bare = sense(Meaning::Row(index), official);
                    if !ordinal.is_empty() {
                        add([&*ordinal, &core].concat(), Sense { with_ordinal: true, ..bare });
                    }
                    add(core, bare);
                }
            }
            for (index, group) in spec.groups.iter().enumerate() {
                for (official, text) in wordings(&group.label.zh, &group.aliases) {
                    add(key(text), sense(Meaning::Group(index), official));
                }
            }
            for (index, column) in spec.columns.iter().enumerate() {
                for (official, text) in wordings(&column.label.zh, &column.aliases) {
                    add(key(text), sense(Meaning::Column(index), official));
                }
            }
            for text in &spec.printed {
                add(key(text), sense(Meaning::Printed, true));
            }
        }
        let mut patterns: FxHashMap<char, Vec<Pattern>> = FxHashMap::default();
        for (chars, senses) in all {
            if let Some(&first) = chars.first() {
                patterns.entry(first).or_default().push(Pattern { chars, senses });
            }
        }
        for list in patterns.values_mut() {
            list.sort_by(|a, b| b.chars.len().cmp(&a.chars.len()).then_with(|| a.chars.cmp(&b.chars)));
        }
        Self { patterns }
    }

    /// The wordings in a normalised text, from left to right, the longest at each place, without overlap.
    pub(crate) fn find<'l>(&'l self, text: &[char]) -> Vec<Lexeme<'l>> {
        let mut found = Vec::new();
        let mut start = 0;
        while let Some((first, rest)) = text.get(start..).and_then(|rest| rest.first().map(|first| (first, rest))) {
            let here = self.patterns.get(first).into_iter().flatten().find(|pattern| rest.starts_with(&pattern.chars));
            match here {
                Some(pattern) => {
                    let end = start + pattern.chars.len();
                    found.push(Lexeme { start, end, senses: &pattern.senses });
                    start = end;
                }
                None => start += 1,
            }
        }
        found
    }

    /// How many characters of a text belong to labels.
    pub(crate) fn coverage(&self, text: &[char]) -> usize {
        self.find(text).iter().map(|lexeme| lexeme.end - lexeme.start).sum()
    }
}

pub(super) fn wordings<'a>(official: &'a str, aliases: &'a [Box<str>]) -> impl Iterator<Item = (bool, &'a str)> {
    std::iter::once((true, official)).chain(aliases.iter().map(|alias| (false, &**alias)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    fn rows(text: &str) -> Vec<String> {
        let form = form::newest();
        let lexicon = Lexicon::new(form);
        let mut ids = Vec::new();
        for lexeme in lexicon.find(&key(text)) {
            for (index, table) in form.tables.iter().enumerate() {
                for sense in lexeme.senses(index) {
                    if let Meaning::Row(row) = sense.meaning {
                        ids.push(format!("{}{}", table.rows[row].id, if sense.with_ordinal { "" } else { "?" }));
                    }
                }
            }
        }
        ids
    }

    #[test]
    fn the_longest_wording_wins_and_short_ones_stay_in_doubt() {
        assert_eq!(rows("2. 其他法律、行政法规禁止公开"), ["denied.prohibited"]);
        assert_eq!(rows("（六）其他处理 3.其他"), ["closed.other"]);
        assert_eq!(rows("其他 总计"), ["closed.other?", "handled?"]);
        assert_eq!(rows("行政规范性文件"), ["normative?"]);
        assert_eq!(rows("（七）总 计"), ["handled"]);
    }

    #[test]
    fn an_alias_that_differs_in_punctuation_only_is_official() {
        let lexicon = Lexicon::new(form::newest());
        let text = key("其他法律、行政法规禁止公开");
        let lexeme = lexicon.find(&text)[0];
        assert!(lexeme.senses(1).all(|sense| sense.official));
    }
}
