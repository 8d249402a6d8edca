//! Everything that a text counts, in whatever unit: numbers with the words that they stand among.
//!
//! Knows no metrics and no tables: `claims` reads the same numbers as numbers of the tables. Here what is counted is
//! what the words say, so that a text can be held against itself.

mod count;
mod list;

use crate::check::finding::Evidence;
use crate::report::Report;

use super::claims::{Sentences, evidence};

pub(in crate::check) use count::{Count, clause};
pub(in crate::check) use list::{List, Opening, lists};

/// Of one report so many numbers are read, all sections together; a province's has some five hundred.
const MAX_COUNTS: usize = 4_000;

/// The numbers of one sentence.
#[derive(Debug)]
pub(in crate::check) struct Counted {
    pub(crate) section: u8,
    /// Counts the paragraphs of the report.
    pub(crate) paragraph: usize,
    pub(crate) counts: Vec<Count>,
}

impl Counted {
    /// From the first character of one number to the last of another, with the words before the first.
    pub(crate) fn evidence(&self, report: &Report, first: &Count, last: &Count) -> Evidence {
        evidence(report, self.section, first.place.start, last.place.end)
    }
}

/// The sentences of a text that count anything, in order.
pub(in crate::check::facts) fn counted(text: &Sentences) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    let (mut paragraph, mut read) = (0, 0);
    for sentence in text.iter() {
        paragraph += usize::from(sentence.is_first);
        if read >= MAX_COUNTS {
            break;
        }
        let counts = count::counts(sentence.chars, |start, end| sentence.span(start, end));
        read += counts.len();
        if !counts.is_empty() {
            found.push(Counted { section: sentence.section, paragraph, counts });
        }
    }
    found
}
