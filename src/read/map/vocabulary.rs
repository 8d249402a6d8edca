//! The words that names of other programs are made of, and what they mean in a form: the form's own labels and ids, and
//! `vocabulary.toml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::form::{Form, Table};
use crate::read::spelling::normalise::key;
use crate::words::Lang;

use pinyin::ToPinyin;

/// What a word may mean. Numbers are positions in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing about the cell.
    Noise,
    Table(u8),
    Group(u8, u8),
    Row(u8, u8),
    Column(u8, u8),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    noise: Vec<String>,
    elsewhere: Vec<String>,
    tables: BTreeMap<String, Words>,
    groups: BTreeMap<String, Vec<String>>,
    columns: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    rows: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<String>,
}

static FILE: LazyLock<Option<File>> = LazyLock::new(|| toml::from_str(include_str!("vocabulary.toml")).ok());

/// A word, its letters folded.
pub(super) struct Word {
    pub(crate) chars: Box<[char]>,
    pub(crate) senses: Vec<Sense>,
    /// May it begin and end within a run of letters? Chinese words may, and long Latin ones.
    pub(crate) is_loose: bool,
}

/// All words of a form.
pub(super) struct Vocabulary {
    /// By their first two letters; the second of a word of one is a blank.
    words: HashMap<(char, char), Vec<Word>>,
    elsewhere: Vec<Vec<char>>,
}

/// So many Latin letters are no accident within a run of letters.
const LOOSE: usize = 5;

impl Vocabulary {
    pub(crate) fn of(form: &Form) -> Self {
        let mut collector = Collector::default();
        for (number, table) in (0_u8..).zip(&form.tables) {
            collector.table(number, table);
        }
        if let Some(file) = &*FILE {
            collector.file(form, file);
        }
        let mut words: HashMap<(char, char), Vec<Word>> = HashMap::new();
        for (chars, senses) in collector.words {
            let Some(first) = start(&chars) else { continue };
            let is_loose = !chars.iter().all(char::is_ascii) || chars.len() >= LOOSE;
            words.entry(first).or_default().push(Word { chars, senses, is_loose });
        }
        let elsewhere = FILE.iter().flat_map(|file| &file.elsewhere).map(|word| key(word)).collect();
        Self { words, elsewhere }
    }

    /// The words that a text may begin with.
    pub(crate) fn beginning(&self, text: &[char]) -> impl Iterator<Item = &Word> {
        let first = start(text);
        let alone = first.filter(|_| text.len() > 1).map(|(first, _)| (first, ' '));
        first.into_iter().chain(alone).filter_map(|first| self.words.get(&first)).flatten()
    }

    /// What a text as a whole may mean.
    pub(crate) fn senses(&self, chars: &[char]) -> &[Sense] {
        self.beginning(chars).find(|word| &*word.chars == chars).map_or(&[], |word| &word.senses)
    }

    /// Does a part of a name say that its numbers are of another year, or no counts?
    pub(crate) fn speaks_of_else(&self, part: &[char]) -> bool {
        let is_in = |word: &[char]| part.windows(word.len().max(1)).any(|window| window == word);
        let digits = part.split(|c| !c.is_ascii_digit()).any(|run| run.len() == 4);
        digits || self.elsewhere.iter().any(|word| is_in(word))
    }
}

fn start(chars: &[char]) -> Option<(char, char)> {
    Some((*chars.first()?, chars.get(1).copied().unwrap_or(' ')))
}

#[derive(Default)]
struct Collector {
    words: HashMap<Box<[char]>, Vec<Sense>>,
}

impl Collector {
    fn table(&mut self, number: u8, table: &Table) {
        for text in [&table.label.zh, &table.label.short, &table.label.en, &table.id] {
            self.add(text, Sense::Table(number));
        }
        self.add(&table.name(Lang::Zh), Sense::Table(number));
        self.add(&table.name(Lang::En), Sense::Table(number));
        for (at, group) in (0_u8..).zip(&table.groups) {
            let sense = Sense::Group(number, at);
            for text in
                [&group.label.zh, &group.label.short, &group.label.en, &group.id].into_iter().chain(&group.aliases)
            {
                self.add(text, sense);
            }
            // `（三）不予公开` without its ordinal.
            self.add(group.label.zh.split_once(['）', '、']).map_or("", |(_, rest)| rest), sense);
        }
        for (at, column) in (0_u8..).zip(&table.columns) {
            let label = &column.label;
            for text in
                [&label.zh, &label.short, &label.en, &label.short_en, &column.id].into_iter().chain(&column.aliases)
            {
                self.add(text, Sense::Column(number, at));
            }
        }
        for (at, row) in (0_u8..).zip(&table.rows) {
            let sense = Sense::Row(number, at);
            let label = &row.label;
            for text in [&label.zh, &label.short, &label.en, &row.id].into_iter().chain(&row.aliases) {
                self.add(text, sense);
                if !row.ordinal.is_empty() {
                    self.add(&format!("{}{text}", row.ordinal), sense);
                }
            }
            self.add(&table.row_name(usize::from(at), Lang::Zh), sense);
            self.add(&table.row_full_name(usize::from(at), Lang::Zh), sense);
            // A part of a longer id, where it stands alone: `denied.secret` as `denied/secret` is read with its group.
            self.add(row.id.rsplit_once('.').map_or("", |(_, last)| last), sense);
        }
    }

    fn file(&mut self, form: &Form, file: &File) {
        for word in &file.noise {
            self.add(word, Sense::Noise);
        }
        for (number, table) in (0_u8..).zip(&form.tables) {
            for word in file.tables.get(&*table.id).iter().flat_map(|words| &words.words) {
                self.add(word, Sense::Table(number));
            }
            for (at, group) in (0_u8..).zip(&table.groups) {
                for word in file.groups.get(&*group.id).into_iter().flatten() {
                    self.add(word, Sense::Group(number, at));
                }
            }
            let (rows, columns) = (file.rows.get(&*table.id), file.columns.get(&*table.id));
            for (at, row) in (0_u8..).zip(&table.rows) {
                for word in rows.and_then(|rows| rows.get(&*row.id)).into_iter().flatten() {
                    self.add(word, Sense::Row(number, at));
                }
            }
            for (at, column) in (0_u8..).zip(&table.columns) {
                for word in columns.and_then(|columns| columns.get(&*column.id)).into_iter().flatten() {
                    self.add(word, Sense::Column(number, at));
                }
            }
        }
    }

    fn add(&mut self, text: &str, sense: Sense) {
        let chars = key(text);
        if sense != Sense::Noise && chars.iter().filter(|c| !c.is_ascii()).count() >= 2 {
            for sound in sounds(&chars) {
                self.put(sound, sense);
            }
        }
        self.put(chars, sense);
    }

    fn put(&mut self, chars: Vec<char>, sense: Sense) {
        // A digit or a letter alone is an ordinal, and Chinese single characters only say nothing.
        if chars.is_empty() || (chars.len() == 1 && sense != Sense::Noise) {
            return;
        }
        let senses = self.words.entry(chars.into()).or_default();
        if !senses.contains(&sense) {
            senses.push(sense);
        }
    }
}

/// A Chinese word by its pinyin: whole, and its first letters.
fn sounds(chars: &[char]) -> [Vec<char>; 2] {
    let (mut whole, mut initials) = (Vec::new(), Vec::new());
    for c in chars {
        let sound = c.to_pinyin().map(|sound| sound.plain());
        match sound {
            Some(sound) => {
                whole.extend(sound.chars());
                initials.extend(sound.chars().take(1));
            }
            None => {
                whole.push(*c);
                initials.push(*c);
            }
        }
    }
    [whole, initials]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole_and_names_parts_of_a_form() {
        let file: File = toml::from_str(include_str!("vocabulary.toml")).unwrap();
        let forms = crate::form::editions();
        let table =
            |id: &str| forms.iter().filter_map(|form| form.table(id)).map(|(_, table)| table).collect::<Vec<_>>();
        for id in file.tables.keys().chain(file.rows.keys()).chain(file.columns.keys()) {
            assert!(!table(id).is_empty(), "{id}");
        }
        for (id, rows) in &file.rows {
            for row in rows.keys() {
                assert!(table(id).iter().any(|table| table.row(row).is_some()), "{id}/{row}");
            }
        }
        for (id, columns) in &file.columns {
            for column in columns.keys() {
                assert!(table(id).iter().any(|table| table.column(column).is_some()), "{id}//{column}");
            }
        }
        for group in file.groups.keys() {
            assert!(
                forms.iter().flat_map(|form| &form.tables).any(|t| t.groups.iter().any(|g| &*g.id == group)),
                "{group}"
            );
        }
    }
}
