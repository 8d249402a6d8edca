//! Collecting the findings of one report: levels and wordings by the profile, fingerprints by the report.

use std::fmt::Display;

use crate::check::Outcome;
use crate::check::finding::doubted::{Doubted, Doubts, Whose};
use crate::check::finding::{Evidence, Filling, Finding, Fingerprint, Unchecked, Violation, WhyUnchecked, Worded};
use crate::check::profile::Profile;
use crate::check::rule::{Rule, RuleId, Severity};
use crate::form::{Cell, Form};
use crate::report::{Head, Lean, Number, Remark, SafeText};

/// What one finding in the rule's own wording consists of.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Say {
    values: Vec<(&'static str, Filling)>,
    sides: Option<(Number, Number)>,
    evidence: Vec<Evidence>,
    cells: Vec<Cell>,
    doubts: Doubts,
    most: Option<Severity>,
}

impl Say {
    /// It is no worse than this, whatever the rule's level.
    pub(crate) fn at_most(mut self, severity: Severity) -> Self {
        self.most = Some(severity);
        self
    }

    /// What a placeholder of the wording stands for.
    pub(crate) fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.values.push((name, Filling::Plain(SafeText::line(&value.to_string()))));
        self
    }

    /// What the reader says of its doubt: `message` in the wording.
    pub(crate) fn doubt(mut self, remark: &Remark) -> Self {
        self.values.push(("message", Filling::Doubt(Box::new(remark.clone()))));
        self
    }

    /// The number on the left (the text's) and on the right (the table's).
    pub(crate) fn sides(mut self, left: Number, right: Number) -> Self {
        self.sides = Some((left, right));
        self
    }

    /// A passage that shows it.
    pub(crate) fn at(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }

    /// Cells that it speaks of.
    pub(crate) fn cells(mut self, cells: impl IntoIterator<Item = Cell>) -> Self {
        self.cells.extend(cells);
        self
    }

    /// Cells that it rests on beside those that it speaks of, in this report or in another: where one was read with a
    /// doubt, the finding says so. Of the cells that it speaks of that is known without saying.
    pub(crate) fn rests_on(mut self, whose: Whose, lean: &Lean, cells: impl IntoIterator<Item = Cell>) -> Self {
        if let Some(doubted) = Doubted::of(whose, lean, cells) {
            self.doubts.add(doubted);
        }
        self
    }
}

/// The findings about one report so far.
pub(in crate::check) struct Collector<'a> {
    head: &'a Head,
    /// What the office has set.
    pub(crate) profile: &'a Profile,
    /// What was found.
    pub(crate) outcome: Outcome,
}

impl<'a> Collector<'a> {
    pub(crate) fn new(head: &'a Head, profile: &'a Profile) -> Self {
        Self { head, profile, outcome: Outcome::default() }
    }

    /// Adds a finding of rule `id` in its wording `case`, unless the profile has switched it off. `place` tells it from
    /// the rule's other findings in the report, and never holds values.
    pub(crate) fn say(&mut self, id: RuleId, case: &str, place: &str, say: Say) {
        // That every case that is said stands in the rules is proved by the tests of the rules, each of which says it.
        self.say_rule(id.rule(), case, place, say);
    }

    /// The same for a rule that need not be of the catalogue.
    pub(crate) fn say_rule(&mut self, rule: &'static Rule, case: &str, place: &str, say: Say) {
        let Some(wording) = self.profile.wording(rule, case) else { return };
        let Some(severity) = self.profile.level_of(rule, wording) else { return };
        let Say { values, sides, evidence, cells, doubts, most } = say;
        let severity = most.map_or(severity, |most| severity.min(most));
        // What cannot be right is only to be confirmed where it rests on what was read with a doubt.
        let severity = if doubts.is_empty() { severity } else { severity.min(Severity::Warning) };
        self.outcome.findings.push(Finding {
            rule,
            severity,
            table: None,
            cells,
            what: Violation::Said(Worded { wording, values, sides, evidence }),
            doubts,
            fingerprint: Fingerprint::new(self.head, &rule.id, place),
        });
    }

    /// Has one of these rules spoken of the passage, or of a part of it?
    pub(crate) fn has_said(&self, rules: &[RuleId], passage: &Evidence) -> bool {
        let overlaps = |known: &Evidence| {
            known.section == passage.section && known.start < passage.end && passage.start < known.end
        };
        let speaks = |rule: &str| rules.iter().any(|id| id.as_str() == rule);
        let findings = self.outcome.findings.iter().filter(|finding| speaks(&finding.rule.id));
        findings.flat_map(|finding| finding.evidence()).any(overlaps)
    }

    /// What was found; a finding that speaks of cells belongs to the table of the first.
    pub(crate) fn finish(mut self, form: &Form) -> Outcome {
        for finding in &mut self.outcome.findings {
            finding.table = finding.cells.first().and_then(|&cell| form.spec(cell)).map(|spec| spec.table);
        }
        self.outcome
    }

    /// Is what a rule rests on in force in the year of the report? Says so where it is not yet.
    pub(crate) fn in_force(&mut self, id: RuleId) -> bool {
        let from = self.profile.threshold(id, "from");
        let is = i64::from(self.head.year) >= from;
        if !is {
            self.unchecked(id, WhyUnchecked::NotYet(u16::try_from(from).unwrap_or(u16::MAX)));
        }
        is
    }

    /// Says that a rule could not be applied, unless the profile has switched it off.
    pub(crate) fn unchecked(&mut self, id: RuleId, reason: WhyUnchecked) {
        self.unchecked_rule(id.rule(), reason);
    }

    /// The same for a rule that need not be of the catalogue.
    pub(crate) fn unchecked_rule(&mut self, rule: &'static Rule, reason: WhyUnchecked) {
        if self.profile.level(rule, None).is_some() {
            self.outcome.unchecked.push(Unchecked { rule, place: None, reason });
        }
    }
}
