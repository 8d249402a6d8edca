//! A report made ready to be compared: its sections masked once, however many others it is compared with.
//!
//! In both texts of a pair the names of both agencies are masked. Where none of the other's names stands in a text, that is
//! how it is masked by itself; the others are masked anew.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::report::{Head, Report, SafeText};

use super::mask::{Masked, Masker, narrow};
use super::names::Names;

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
    text: SafeText,
    /// As names are looked for in it.
    narrow: OnceLock<String>,
    /// Its agency's own names masked.
    masked: OnceLock<Masked>,
}

impl Comparable {
    pub(super) fn new(report: &Report, id: &str, masker: &Masker) -> Self {
        let head = report.lean.head.clone();
        let section = |number| Section {
            text: text(report, number).cloned().unwrap_or_default(),
            narrow: OnceLock::new(),
            masked: OnceLock::new(),
        };
        let names = Names::of([&head], masker.endings());
        Self { id: SafeText::line(id), head, names, sections: SECTIONS.map(section) }
    }

    /// How long its texts are.
    #[must_use]
    pub(crate) fn bytes(&self) -> usize {
        self.sections.iter().map(|section| section.text.len()).sum()
    }

    /// The text of a section, as it is written.
    pub(super) fn text(&self, section: u8) -> &str {
        self.section(section).map_or("", |section| &section.text)
    }

    /// The masked text of a section, names of both agencies aside.
    pub(super) fn masked(&self, other: &Self, section: u8, masker: &Masker) -> Cow<'_, Masked> {
        let Some(section) = self.section(section) else { return Cow::Owned(Masked::default()) };
        let narrow = section.narrow.get_or_init(|| section.text.chars().map(narrow).collect());
        let is_there = |word: &[char]| narrow.contains(&*word.iter().collect::<String>());
        match self.names.added_by(&other.names) {
            Some(added) if !added.iter().any(|word| is_there(word)) => {
                Cow::Borrowed(section.masked.get_or_init(|| masker.mask(&section.text, &self.names)))
            }
            _ => {
                let names = Names::of([&self.head, &other.head], masker.endings());
                Cow::Owned(masker.mask(&section.text, &names))
            }
        }
    }

    fn section(&self, number: u8) -> Option<&Section> {
        SECTIONS.iter().zip(&self.sections).find(|(own, _)| **own == number).map(|(_, section)| section)
    }
}

/// The text of a section, where the report has one.
pub(super) fn text(report: &Report, number: u8) -> Option<&SafeText> {
    let section = report.narrative.sections.iter().find(|section| section.number == number);
    section.map(|section| &section.text)
}
