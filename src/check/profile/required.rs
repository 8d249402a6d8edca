//! Words that an office wants to read in a section.

use crate::check::collect::{Collector, Say};
use crate::check::finding::Reason;
use crate::check::rule::Rule;
use crate::report::Report;

/// One demand.
#[derive(Debug)]
pub(super) struct Required {
    pub rule: &'static Rule,
    pub section: u8,
    /// One of these must stand there, if there are any.
    pub any: Vec<Box<str>>,
    /// All of these must.
    pub all: Vec<Box<str>>,
}

impl Required {
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    pub fn check(&self, report: &Report, found: &mut Collector<'_>) {
        let section = report.narrative.sections.iter().find(|section| section.number == self.section);
        let Some(section) = section else {
            return found.unchecked_rule(self.rule, Reason::NoSection(self.section));
        };
        let has = |word: &str| section.text.contains(word);
        let mut missing: Vec<&str> = self.all.iter().map(|word| &**word).filter(|word| !has(word)).collect();
        let any = self.any.join("／");
        if !self.any.is_empty() && !self.any.iter().any(|word| has(word)) {
            missing.push(&any);
        }
        if !missing.is_empty() {
            let say = Say::default().with("section", self.section).with("words", missing.join("、"));
            found.say_rule(self.rule, "missing", &format!("section/{}", self.section), say);
        }
    }
}
