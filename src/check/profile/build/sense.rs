//! Thresholds and word lists: only what can mean something.

use toml::Spanned;

use crate::base::nearest::nearest;
use crate::check::profile::error::{ListEntry, ProfileTrouble};
use crate::check::profile::file::{ByName, ListData, Text};
use crate::check::rule::{Rule, id};
use crate::form;
use crate::report::LEVELS;

use super::Builder;

/// More of anything is not counted.
const MOST: i64 = 1_000_000_000_000;

impl Builder {
    pub(super) fn numbers(&mut self, numbers: &ByName<ByName<Spanned<i64>>>) {
        for (id, numbers) in numbers {
            let key = format!("numbers.\"{}\"", id.as_ref());
            let Some(rule) = self.known(id, &key) else { continue };
            for (name, number) in numbers {
                if self.named(&rule.numbers, name, &key).is_none() {
                    continue;
                }
                let (least, most) = range(name.as_ref());
                if !(least..=most).contains(number.as_ref()) {
                    let key = format!("{key}.{}", name.as_ref());
                    self.problem(number, &key, ProfileTrouble::BadNumber(least, most), None);
                }
                self.profile.numbers.insert((rule.id.clone(), name.as_ref().as_str().into()), *number.as_ref());
            }
        }
    }

    pub(super) fn lists(&mut self, lists: ByName<ByName<ListData>>) {
        for (id, lists) in lists {
            let key = format!("lists.\"{}\"", id.as_ref());
            let Some(rule) = self.known(&id, &key) else { continue };
            for (name, data) in lists {
                let Some(shipped) = self.named(&rule.lists, &name, &key) else { continue };
                let key = format!("{key}.{}", name.as_ref());
                let words = self.list(rule, &name, data, shipped, &key);
                self.profile.lists.insert((rule.id.clone(), name.as_ref().as_str().into()), words);
            }
        }
    }

    /// The words that a list has here.
    fn list(&mut self, rule: &Rule, name: &Text, data: ListData, shipped: &[Box<str>], key: &str) -> Vec<Box<str>> {
        let entry = entry(rule, name.as_ref(), shipped);
        let at = data.replace.as_ref().map(|list| Spanned::new(list.span(), ()));
        let mut words = match data.replace {
            Some(list) => self.entries(list.into_inner(), entry, &format!("{key}.replace")),
            None => shipped.to_vec(),
        };
        let more = data.extend.map(Spanned::into_inner).unwrap_or_default();
        let is_empty = words.is_empty() && more.is_empty();
        words.extend(self.entries(more, entry, &format!("{key}.extend")));
        if let Some(at) = at.filter(|_| is_empty) {
            self.problem(&at, &format!("{key}.replace"), ProfileTrouble::EmptyList, None);
        }
        words
    }

    /// Words of which none may be empty.
    pub(super) fn words(&mut self, words: Vec<Text>, key: &str) -> Vec<Box<str>> {
        self.entries(words, ListEntry::Word, key)
    }

    fn entries(&mut self, words: Vec<Text>, entry: ListEntry, key: &str) -> Vec<Box<str>> {
        for word in &words {
            let text = word.as_ref();
            if !is_entry(entry, text) {
                let near = near(entry, text);
                self.problem(word, key, ProfileTrouble::BadEntry(entry, text.as_str().into()), near);
            }
        }
        words.into_iter().map(|word| word.into_inner().into()).collect()
    }

    /// A text that there is says something.
    pub(in crate::check::profile) fn not_empty(&mut self, text: Option<&Text>, key: &str) {
        if let Some(text) = text.filter(|text| text.as_ref().trim().is_empty()) {
            self.problem(text, key, ProfileTrouble::NoText, None);
        }
    }
}

/// What a threshold of this name can be.
pub(in crate::check::profile) fn range(name: &str) -> (i64, i64) {
    match name {
        "percent" | "share" | "section_1" | "section_5" => (1, 100),
        "from" | "since" => (1990, 2099),
        "wanted" => (0, 1),
        // None at all is a number of them.
        "few" | "town" | "shown" | "limit" | "blanks" | "least" | "base" => (0, MOST),
        _ => (1, MOST),
    }
}

/// What the entries of a list are: those that it ships with are.
fn entry(rule: &Rule, name: &str, shipped: &[Box<str>]) -> ListEntry {
    let all = |entry: ListEntry| !shipped.is_empty() && shipped.iter().all(|word| is_entry(entry, word));
    match name {
        // The office's own slips: none ship.
        "own" if rule.is(id::TXT_01) => ListEntry::Pair,
        _ if all(ListEntry::Cell) => ListEntry::Cell,
        _ if all(ListEntry::Level) => ListEntry::Level,
        _ if all(ListEntry::Year) => ListEntry::Year,
        _ if all(ListEntry::Pair) => ListEntry::Pair,
        _ => ListEntry::Word,
    }
}

fn is_entry(entry: ListEntry, text: &str) -> bool {
    let pair = || text.split_once('→').filter(|(before, after)| !before.trim().is_empty() && !after.trim().is_empty());
    match entry {
        ListEntry::Word => !text.trim().is_empty(),
        ListEntry::Cell => form::cell_id(text).is_some(),
        ListEntry::Level => LEVELS.contains(&text),
        ListEntry::Pair => pair().is_some(),
        ListEntry::Year => {
            pair().is_some_and(|(_, year)| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
        }
    }
}

fn near(entry: ListEntry, text: &str) -> Option<Box<str>> {
    match entry {
        ListEntry::Cell => {
            let ids = form::editions().iter().flat_map(|form| form.cells().map(move |cell| form.id(cell)));
            nearest(text, ids)
        }
        ListEntry::Level => nearest(text, LEVELS),
        ListEntry::Word | ListEntry::Pair | ListEntry::Year => None,
    }
}
