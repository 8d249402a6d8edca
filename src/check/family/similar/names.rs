//! The names under which an agency may appear in its own text.

use crate::base::glance::Few;
use crate::base::han::is_alphanumeric;
use crate::report::Head;

/// Longer names than this are not names.
const MAX_NAME: usize = 60;
/// Parts of one agency's name that are looked for.
const MAX_PARTS: usize = 24;
/// What a region's name ends in.
const REGION_ENDS: [char; 8] = ['省', '市', '县', '区', '州', '旗', '镇', '乡'];

/// Words that are masked as names, the longest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    words: Vec<Vec<char>>,
    firsts: Firsts,
}

/// What names, numbers and laws may begin with.
pub(super) type Firsts = Few<32>;

impl Names {
    pub(crate) fn new(mut words: Vec<Vec<char>>) -> Self {
        words.retain(|word| (2..=MAX_NAME).contains(&word.len()));
        words.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        words.dedup();
        words.truncate(MAX_PARTS);
        let mut firsts = Firsts::default();
        words.iter().filter_map(|word| word.first()).for_each(|&first| firsts.add(first));
        Self { words, firsts }
    }

    /// All names of these agencies: whole, by parts, and what the agency does (教育 of 教育局).
    pub(crate) fn of<'a>(heads: impl IntoIterator<Item = &'a Head>, endings: &[Vec<char>]) -> Self {
        let mut words = Vec::new();
        for head in heads {
            let regions: Vec<Vec<char>> = head.agency.region.iter().map(|part| part.chars().collect()).collect();
            let name: Vec<char> = head.agency.name.chars().take(MAX_NAME).collect();
            words.push(name.clone());
            words.extend(regions.iter().map(|region| bare(region).to_vec()));
            for part in parts(&name, &regions) {
                if let Some(stem) = stem(&part, endings) {
                    words.push(stem.to_vec());
                }
                words.push(part);
            }
            words.extend(regions);
        }
        Self::new(words)
    }

    /// What a name may begin with.
    pub(crate) fn firsts(&self) -> &Firsts {
        &self.firsts
    }

    /// What the names of another agency add to these, where together they are few enough to be all looked for.
    pub(crate) fn added_by<'o>(&self, other: &'o Self) -> Option<Vec<&'o [char]>> {
        let is_whole = |names: &Self| names.words.len() < MAX_PARTS;
        let added: Vec<&[char]> =
            other.words.iter().filter(|word| !self.words.contains(word)).map(Vec::as_slice).collect();
        let is_whole = is_whole(self) && is_whole(other) && self.words.len() + added.len() <= MAX_PARTS;
        is_whole.then_some(added)
    }

    /// The length of the name that a text begins with.
    pub(crate) fn length_at(&self, text: &[char]) -> Option<usize> {
        let first = text.first().filter(|first| self.firsts.may_have(**first))?;
        self.words.iter().find(|word| word.first() == Some(first) && text.starts_with(word)).map(Vec::len)
    }
}

/// 三门峡 of 三门峡市.
fn bare(region: &[char]) -> &[char] {
    match region.split_last() {
        Some((last, rest)) if rest.len() >= 2 && REGION_ENDS.contains(last) => rest,
        _ => region,
    }
}

/// The regions in a name, and what is left of it.
fn parts(name: &[char], regions: &[Vec<char>]) -> Vec<Vec<char>> {
    let mut parts = Vec::new();
    for chunk in name.split(|&c| !is_alphanumeric(c)) {
        let mut part: Vec<char> = Vec::new();
        for &c in chunk {
            part.push(c);
            if REGION_ENDS.contains(&c) && (part.len() > 2 || regions.contains(&part)) {
                parts.push(bare(&part).to_vec());
                parts.push(std::mem::take(&mut part));
            }
        }
        // Two characters are more often a word than a name.
        if part.len() > 2 {
            parts.push(part);
        }
    }
    parts
}

fn stem<'a>(part: &'a [char], endings: &[Vec<char>]) -> Option<&'a [char]> {
    endings.iter().find_map(|ending| part.strip_suffix(&**ending)).filter(|stem| stem.len() >= 2)
}
