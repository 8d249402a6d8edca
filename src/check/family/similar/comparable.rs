//! A report made ready to be compared: its sections masked once, however many others it is compared with.
//!
//! In both texts of a pair the names of both agencies are masked. Where none of the other's names stands in a text, that is
//! how it is masked by itself; the others are masked anew.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::report::{Head, Report, SafeText};

use super::mask::{Masked, Masker, narrow};
use super::names::Names;
use super::packed::{Packed, PackedText};
use super::sketch::mix;

/// The sections that are compared: 总体情况, and the problems and improvements.
pub const SECTIONS: [u8; 2] = [1, 5];

/// What is compared of a report, with the id by which findings refer to it.
#[derive(Debug)]
pub struct Comparable {
    pub(super) id: SafeText,
    pub(super) head: Head,
    names: Names,
    sections: [Section; 2],
}

#[derive(Debug)]
struct Section {
    packed: PackedText,
    /// As it is written, for what is found in it.
    text: OnceLock<SafeText>,
    /// Which two characters stand next to each other in it.
    neighbours: OnceLock<Neighbours>,
    /// Its agency's own names masked.
    masked: OnceLock<Masked>,
}

impl Comparable {
    pub(super) fn new(report: &Report, id: &str, masker: &Masker) -> Self {
        let texts = SECTIONS.map(|number| PackedText::of(text(report, number).map_or("", |text| text)));
        Self::of(&report.lean.head, texts, id, masker)
    }

    /// The same of texts that were packed.
    pub(super) fn unpacked(head: &Head, packed: &Packed, id: &str, masker: &Masker) -> Self {
        Self::of(head, packed.texts().clone(), id, masker)
    }

    fn of(head: &Head, texts: [PackedText; 2], id: &str, masker: &Masker) -> Self {
        let names = Names::of([head], masker.endings());
        let section =
            |packed| Section { packed, text: OnceLock::new(), neighbours: OnceLock::new(), masked: OnceLock::new() };
        Self { id: SafeText::line(id), head: head.clone(), names, sections: texts.map(section) }
    }

    /// How long its texts are, as they are kept.
    #[must_use]
    pub(crate) fn bytes(&self) -> usize {
        self.sections.iter().map(|section| section.packed.bytes()).sum()
    }

    /// The text of a section, as it is written.
    pub(super) fn text(&self, section: u8) -> &str {
        self.section(section).map_or("", |section| section.text.get_or_init(|| section.packed.text()))
    }

    /// The masked text of a section, names of both agencies aside.
    pub(super) fn masked(&self, other: &Self, section: u8, masker: &Masker) -> Cow<'_, Masked> {
        let Some(section) = self.section(section) else { return Cow::Owned(Masked::default()) };
        match self.names.added_by(&other.names) {
            Some(added) if !added.iter().any(|word| section.has(word)) => {
                Cow::Borrowed(section.masked.get_or_init(|| masker.mask(section.packed.chars(), &self.names)))
            }
            _ => {
                let names = Names::of([&self.head, &other.head], masker.endings());
                Cow::Owned(masker.mask(section.packed.chars(), &names))
            }
        }
    }

    fn section(&self, number: u8) -> Option<&Section> {
        SECTIONS.iter().zip(&self.sections).find(|(own, _)| **own == number).map(|(_, section)| section)
    }
}

impl Section {
    /// Does a name stand in it?
    fn has(&self, name: &[char]) -> bool {
        let neighbours = self.neighbours.get_or_init(|| Neighbours::of(self.packed.chars().map(narrow)));
        neighbours.may_have(name) && {
            let text: String = self.packed.chars().map(narrow).collect();
            text.contains(&*name.iter().collect::<String>())
        }
    }
}

/// Which two characters stand next to each other in a text: most names are seen at once not to stand in it.
#[derive(Debug)]
struct Neighbours(Box<[u64; Neighbours::WORDS]>);

impl Neighbours {
    const WORDS: usize = 128;

    fn of(mut text: impl Iterator<Item = char>) -> Self {
        let mut known = Box::new([0; Self::WORDS]);
        let Some(mut one) = text.next() else { return Self(known) };
        for next in text {
            let (word, bit) = Self::place(one, next);
            if let Some(word) = known.get_mut(word) {
                *word |= bit;
            }
            one = next;
        }
        Self(known)
    }

    fn may_have(&self, word: &[char]) -> bool {
        word.array_windows().all(|&[one, next]| {
            let (word, bit) = Self::place(one, next);
            self.0.get(word).is_some_and(|word| word & bit != 0)
        })
    }

    fn place(one: char, next: char) -> (usize, u64) {
        let hash = mix(u64::from(u32::from(one)) << 32 | u64::from(u32::from(next)));
        ((hash >> 6) as usize % Self::WORDS, 1 << (hash & 63))
    }
}

/// The text of a section, where the report has one.
pub(super) fn text(report: &Report, number: u8) -> Option<&SafeText> {
    let section = report.narrative.sections.iter().find(|section| section.number == number);
    section.map(|section| &section.text)
}
