//! Set phrases, found at any place of a text in one step.

use rustc_hash::FxHashMap;

/// Letters by which a phrase is found.
const PREFIX: usize = 3;
/// Bits of the filter before the table.
const FILTER: usize = 4096;

/// Phrases by how they begin.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// Which characters a phrase may begin with: most places of a text are settled here.
    firsts: Vec<bool>,
    /// Which beginnings are possible: most of the others are settled here.
    filter: Vec<bool>,
    /// The longest first.
    by_prefix: FxHashMap<[char; PREFIX], Vec<Vec<char>>>,
}

impl Phrases {
    /// Of these phrases, masked.
    pub(crate) fn new(phrases: impl Iterator<Item = Vec<char>>) -> Self {
        let (mut firsts, mut filter) = (vec![false; FILTER], vec![false; FILTER]);
        let mut by_prefix: FxHashMap<[char; PREFIX], Vec<Vec<char>>> = FxHashMap::default();
        for phrase in phrases {
            let Some(&prefix) = phrase.first_chunk::<PREFIX>() else { continue };
            let [first, ..] = prefix;
            for bit in [filter.get_mut(slot(prefix)), firsts.get_mut(place(first))].into_iter().flatten() {
                *bit = true;
            }
            by_prefix.entry(prefix).or_default().push(phrase);
        }
        for list in by_prefix.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        }
        Self { firsts, filter, by_prefix }
    }

    /// The length of the longest phrase that a text begins with.
    pub(crate) fn length_at(&self, text: &[char]) -> Option<usize> {
        let &first = text.first()?;
        if self.firsts.get(place(first)) != Some(&true) {
            return None;
        }
        let &prefix = text.first_chunk::<PREFIX>()?;
        if self.filter.get(slot(prefix)) != Some(&true) {
            return None;
        }
        self.by_prefix.get(&prefix)?.iter().find(|phrase| text.starts_with(phrase)).map(Vec::len)
    }
}

fn place(first: char) -> usize {
    u32::from(first) as usize % FILTER
}

fn slot(prefix: [char; PREFIX]) -> usize {
    prefix.iter().fold(0_u32, |sum, &c| sum.wrapping_mul(31).wrapping_add(u32::from(c))) as usize % FILTER
}
