//! All word lists of the rules about texts together, so that a text is read once.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::glance::Pairs;
use crate::check::rule::{RuleId, id};

use super::confusion::{Confusion, confusions};
use super::sought::Sought;

/// The parts of the catalogue whose lists are looked for in texts, beside SIM-03.
const PARTS: [&str; 3] = ["DOC-", "SEC-", "TXT-"];
/// Lists that are not looked for in texts: rule and list, or all lists of the rule.
const OTHERS: [(RuleId, Option<&str>); 14] = [
    (id::DOC_02, None),
    (id::DOC_13, Some("filled")),
    (id::SEC_02, None),
    (id::SEC_14, None),
    (id::SIM_03, Some("county-cities")),
    (id::SIM_03, Some("endings")),
    (id::SIM_03, Some("visits")),
    (id::TXT_01, Some("own")),
    (id::TXT_01, Some("twice-right")),
    (id::TXT_01, Some("twice-begins")),
    (id::TXT_01, Some("split")),
    (id::TXT_03, Some("documents")),
    (id::TXT_05, Some("surnames")),
    (id::TXT_05, Some("behind-names")),
];
/// Between a word and what belongs to it.
pub(in crate::check) const PAIR: char = '→';

/// Word lists, ready to be looked for.
#[derive(Debug)]
pub(in crate::check) struct Lexicon {
    words: Sought,
    /// Which lists each word belongs to.
    owners: Vec<Vec<u16>>,
    /// Rule and name of each list.
    lists: Vec<(RuleId, &'static str)>,
    /// The confusion that a word is the wrong side of.
    confusions: FxHashMap<usize, Confusion>,
}

/// A word that stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Hit {
    /// Position of the part in the prose.
    pub(crate) part: usize,
    /// Where the word begins, in bytes of the part's squeezed text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) word: usize,
}

impl Lexicon {
    /// The lists of the rules, as `words_of` gives them.
    pub(crate) fn of<'p>(words_of: impl Fn(RuleId, &str) -> &'p [Box<str>]) -> Self {
        let mut lists = Vec::new();
        let mut words: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
        let of_texts = |id: RuleId| id == id::SIM_03 || PARTS.iter().any(|part| id.as_str().starts_with(part));
        for &id in RuleId::ALL.iter().filter(|&&id| of_texts(id)) {
            for name in id.rule().lists.keys().map(|name| &**name).filter(|name| is_sought(id, name)) {
                let Ok(list) = u16::try_from(lists.len()) else { break };
                lists.push((id, name));
                for entry in words_of(id, name) {
                    let word = entry.split(PAIR).next().unwrap_or_default();
                    if !word.is_empty() {
                        words.entry(word).or_default().push(list);
                    }
                }
            }
        }
        let all = confusions(words_of(id::TXT_01, "own"));
        for confusion in &all {
            words.entry(&confusion.wrong).or_default().extend(u16::try_from(lists.len()));
        }
        let position = |wrong: &str| words.keys().position(|word| *word == wrong);
        let confusions = all.iter().filter_map(|c| Some((position(&c.wrong)?, c.clone()))).collect();
        let sought = Sought::new(words.keys().copied());
        Self { words: sought, owners: words.into_values().collect(), lists, confusions }
    }

    /// Every word in a text, also those inside of others, by where they end, of those that end together the longest first.
    /// What stands side by side in the text is added to `pairs`.
    pub(crate) fn search(&self, text: &str, pairs: &mut Pairs) -> Vec<(usize, Range<usize>)> {
        self.words.search(text, pairs)
    }

    /// The lists that a word belongs to; of the wrong side of a confusion also what is behind the last of them.
    pub(crate) fn owners(&self, word: usize) -> &[u16] {
        self.owners.get(word).map_or(&[], Vec::as_slice)
    }

    /// The confusion that a word is the wrong side of.
    pub(crate) fn confusion(&self, word: usize) -> Option<&Confusion> {
        self.confusions.get(&word)
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> usize {
        self.lists.len()
    }

    pub(crate) fn list(&self, rule: RuleId, name: &str) -> Option<usize> {
        // They stand in the order of the rules.
        let first = self.lists.partition_point(|(known, _)| *known < rule);
        let of_rule = self.lists.get(first..)?.iter().take_while(|(known, _)| *known == rule);
        of_rule.zip(first..).find(|((_, known), _)| *known == name).map(|(_, list)| list)
    }
}

fn is_sought(rule: RuleId, list: &str) -> bool {
    !OTHERS.iter().any(|(other, name)| *other == rule && name.is_none_or(|name| name == list))
}

/// What belongs to a word in a list of pairs.
pub(in crate::check) fn partner<'p>(pairs: &'p [Box<str>], word: &str) -> Option<&'p str> {
    let mut pairs = pairs.iter().filter_map(|pair| pair.split_once(PAIR));
    pairs.find(|(first, _)| *first == word).map(|(_, second)| second)
}
