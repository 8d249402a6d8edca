//! What a report says, worked out for all rules: sentences, words, claims, figures, names, and what was not read.
//!
//! Owns no rule: nothing here is right or wrong.

pub(in crate::check) mod agency;
pub(in crate::check) mod calendar;
pub mod claims;
pub(in crate::check) mod counts;
pub(in crate::check) mod figures;
pub(in crate::check) mod passage;
pub(in crate::check) mod places;
pub(in crate::check) mod prose;
pub(in crate::check) mod script;
mod squeeze;
pub(in crate::check) mod unread;

use std::cell::OnceCell;
use std::rc::Rc;

use crate::base::glance::has_any;
use crate::check::finding::collect::Collector;
use crate::check::finding::outcome::Outcome;
use crate::check::profile::basis::Basis;
use crate::report::Report;

use claims::{Claims, Sentences};
use counts::Counted;
use passage::Sentence;
use prose::Prose;
use unread::Unread;

/// What one report says, each part worked out once, when the first rule asks for it.
///
/// Whoever checks a report makes these and hands them to everything that looks at its text.
#[derive(Debug)]
pub struct Facts<'r> {
    /// As it is written: findings are named by this.
    pub(in crate::check) written: &'r Report,
    basis: &'r Basis<'r>,
    /// In the simplified script, where it is written in the other one.
    simplified: Option<Report>,
    sentences: OnceCell<Sentences>,
    claims: OnceCell<Claims>,
    counted: OnceCell<Vec<Counted>>,
    prose: OnceCell<Prose<'r>>,
    unread: OnceCell<Unread<'r>>,
}

/// A part by its name, and what asks for it.
type NamedFact<'r> = (&'static str, fn(&Facts<'r>));

impl<'r> Facts<'r> {
    /// Of a report, as the office has set it.
    #[must_use]
    pub fn of(report: &'r Report, basis: &'r Basis<'r>) -> Self {
        Self {
            written: report,
            basis,
            simplified: script::simplified_report(report),
            sentences: OnceCell::new(),
            claims: OnceCell::new(),
            counted: OnceCell::new(),
            prose: OnceCell::new(),
            unread: OnceCell::new(),
        }
    }

    /// Its parts by name, each worked out by asking for it: for measuring what each costs.
    pub const PARTS: [NamedFact<'r>; 4] = [
        ("numbers of the text", |facts| _ = facts.claims()),
        ("whatever the text counts", |facts| _ = facts.counted()),
        ("words of all lists", |facts| _ = facts.prose()),
        ("what was not read", |facts| _ = facts.unread()),
    ];

    /// The report as the rules look at it.
    pub(in crate::check) fn report(&self) -> &Report {
        self.simplified.as_ref().unwrap_or(self.written)
    }

    /// What is known beside it.
    pub(in crate::check) fn basis(&self) -> &'r Basis<'r> {
        self.basis
    }

    /// Its sentences, squeezed to what matters for their numbers.
    fn sentences(&self) -> &Sentences {
        self.sentences.get_or_init(|| Sentences::of(self.report()))
    }

    /// What its text says in numbers.
    pub(in crate::check) fn claims(&self) -> &Claims {
        self.claims.get_or_init(|| Claims::of(self.report(), self.sentences()))
    }

    /// Everything that its text counts, in whatever unit.
    pub(in crate::check) fn counted(&self) -> &[Counted] {
        self.counted.get_or_init(|| counts::counted(self.sentences()))
    }

    /// Its texts, with the words of all lists found.
    pub(in crate::check) fn prose(&self) -> &Prose<'r> {
        self.prose.get_or_init(|| Prose::of(self.report(), self.basis.lexicon()))
    }

    /// The sentences of the sections with these numbers in which one of these words stands, in order.
    pub(in crate::check) fn speaking<'s>(
        &'s self,
        numbers: &'s [u8],
        words: &'s [Box<str>],
    ) -> impl Iterator<Item = Sentence<'s>> {
        // Most words stand nowhere, which is seen at once.
        let here: Vec<&str> = self.prose().left(words).into_iter().filter(|word| !word.is_empty()).collect();
        let sections = self.report().narrative.sections.iter().filter(|section| numbers.contains(&section.number));
        let here: Option<Rc<[&str]>> = (!here.is_empty()).then(|| here.into());
        here.into_iter().flat_map(move |here| {
            let sections = sections.clone();
            sections.flat_map(move |section| {
                let here = Rc::clone(&here);
                passage::of_section(section, move |text| has_any(text, &here))
            })
        })
    }

    /// What of it was not understood.
    pub(in crate::check) fn unread(&self) -> &Unread<'r> {
        self.unread.get_or_init(|| Unread::of(self.written))
    }

    /// For what is found about it.
    pub(in crate::check) fn collector(&self) -> Collector<'r> {
        Collector::new(&self.written.lean.head, self.basis.profile)
    }

    /// What was found, shown as it is written.
    pub(in crate::check) fn found(&self, found: Collector<'_>) -> Outcome {
        let mut outcome = found.finish(self.written.lean.form);
        if self.simplified.is_some() {
            script::restore(self.written, &mut outcome);
        }
        outcome
    }
}
