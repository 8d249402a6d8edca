//! What checking one report gives: findings, and what could not be checked.

#![warn(missing_docs)]

pub(in crate::check) mod area;
pub(in crate::check) mod collect;
pub(in crate::check) mod doubted;
pub(in crate::check) mod explain;
pub(in crate::check) mod gaps;
pub(in crate::check) mod listed;
pub(crate) mod named;
pub(in crate::check) mod outcome;
pub(in crate::check) mod spare;
pub(crate) mod versions;

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::check::finding::doubted::{Doubted, Doubts};
use crate::check::finding::listed::Listed;
use crate::check::rule::{Fault, Need, Rule, Severity, Wording};
use crate::form::{Cell, Equation};
use crate::report::{Head, Number, Remark, SafeText};
use crate::words::{Lang, Words};

/// One violated rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad it is: the rule's level, or that of the fault.
    pub severity: Severity,
    /// Position of the table in the form, where it is about one.
    pub(crate) table: Option<usize>,
    /// All cells involved: of an equation the left side, then the right.
    pub cells: Vec<Cell>,
    /// What is wrong.
    pub(crate) what: Violation,
    /// Cells that it rests on and that were read with a doubt: then it accuses nobody, and says so.
    pub(crate) doubts: Doubts,
    /// Names the finding across runs and resubmissions.
    pub fingerprint: Fingerprint,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Violation {
    /// An equation does not hold.
    Broken(Broken),
    /// A single cell has a fault.
    Faulty(Fault),
    /// Something that the rule's own wording says.
    Said(Worded),
}

/// A fault in the wording of its rule, with what fills it and the passages that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Worded {
    /// The wording.
    pub(crate) wording: &'static Wording,
    /// What its placeholders stand for.
    pub(crate) values: Vec<(&'static str, Filling)>,
    /// What is said on one side (of a narrative: by the text) and on the other (by the table), where both are numbers.
    pub(crate) sides: Option<(Number, Number)>,
    /// Where it is said; the first passage is in the report itself.
    pub(crate) evidence: Vec<Evidence>,
}

/// What a placeholder stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filling {
    /// The same in every language.
    Plain(SafeText),
    /// What the reader of the document says of its doubt.
    Doubt(Box<Remark>),
}

impl Filling {
    /// In the words of a language.
    #[must_use]
    pub(crate) fn text(&self, words: &Words) -> String {
        match self {
            Self::Plain(text) => text.to_string(),
            Self::Doubt(remark) => remark.text(words),
        }
    }
}

/// A passage of a report's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The id of the report, if it is another one.
    pub(crate) report: Option<SafeText>,
    /// The section's number; 0 for the title.
    pub section: u8,
    /// Its first character in the section's text, counted in Unicode scalar values.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// The passage.
    pub text: SafeText,
}

/// An equation that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The equation.
    pub(crate) equation: &'static Equation,
    /// The sum of its left cells.
    pub(crate) left: Number,
    /// The sum of its right cells.
    pub(crate) right: Number,
    /// `left − right`.
    pub(crate) difference: Number,
}

impl Finding {
    /// The broken equation, if it is about one.
    #[must_use]
    pub(crate) fn broken(&self) -> Option<&Broken> {
        match &self.what {
            Violation::Broken(broken) => Some(broken),
            Violation::Faulty(_) | Violation::Said(_) => None,
        }
    }

    /// The finding in the rule's own wording, if it is one.
    #[must_use]
    pub(crate) fn said(&self) -> Option<&Worded> {
        match &self.what {
            Violation::Said(said) => Some(said),
            Violation::Faulty(_) | Violation::Broken(_) => None,
        }
    }

    /// What the agency is asked to do.
    #[must_use]
    pub(crate) fn ask(&self, lang: Lang) -> &str {
        self.said().and_then(|said| said.wording.ask.as_ref()).unwrap_or(&self.rule.ask).text(lang)
    }

    /// It rests on these too, which were read with a doubt: what cannot be right is then only to be confirmed.
    pub(in crate::check) fn doubt(&mut self, doubted: Doubted) {
        self.severity = self.severity.min(Severity::Warning);
        self.doubts.add(doubted);
    }

    /// Both sides, where there are two numbers: of the equation, or text and table.
    #[must_use]
    pub(crate) fn sides(&self) -> Option<(Number, Number)> {
        match &self.what {
            Violation::Broken(broken) => Some((broken.left, broken.right)),
            Violation::Said(said) => said.sides,
            Violation::Faulty(_) => None,
        }
    }

    /// The passage of the report itself that shows it.
    #[must_use]
    pub(crate) fn passage(&self) -> Option<&Evidence> {
        self.evidence().iter().find(|evidence| evidence.report.is_none())
    }

    /// The passages that show it.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        self.said().map_or(&[], |said| &said.evidence)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl PartialEq for Equation {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule && self.place == other.place
    }
}

impl Eq for Equation {}

/// The stable name of a finding: agency, year, rule and place, but no values and no file names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Of the finding of `rule` at `place` (a row, a column or a cell id) in the report with this head.
    #[must_use]
    pub(crate) fn new(head: &Head, rule: &str, place: &str) -> Self {
        let mut hash = Sha256::new();
        let year = head.year.to_string();
        // A verdict that was given before the reviewer named the agency still stands.
        let agency = head.agency.key();
        let region = agency.region.iter().map(|part| part.as_str());
        for part in region.chain([agency.name.as_str(), &year, rule, place]) {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let digest = hash.finalize();
        Self(digest.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Fingerprint {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A rule that could not be applied somewhere: silence is never "correct".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unchecked {
    /// The rule.
    pub(crate) rule: &'static Rule,
    /// The equation or row it is about; `None` for the whole table.
    pub(crate) place: Option<Box<str>>,
    /// Why.
    pub(crate) reason: WhyUnchecked,
}

/// Why a rule could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WhyUnchecked {
    /// The report has nothing of the table; its position in the form.
    NoTable(usize),
    /// These cells are not in the report.
    Missing(Vec<Cell>),
    /// These cells hold no number.
    NoNumber(Vec<Cell>),
    /// These cells were read with a doubt: what is odd about them may be our reading.
    Doubtful(Vec<Cell>),
    /// The numbers are too large to add exactly.
    Overflow,
    /// An input beside the report is not there.
    Needs(Need),
    /// The check was stopped before.
    Stopped,
    /// The report came in after the others were compared, and is about to be compared with them.
    NotComparedYet,
    /// The input was given, and does not say anything of this report, or not surely.
    NotListed(Need),
    /// The input was given, and has no columns of this table; its position in the form.
    NoColumns(Need, usize),
    /// The input was given, and is still being read.
    NotReadYet(Need),
    /// The published report has no text.
    NoPublishedText,
    /// The date is not one of the year after that of the report.
    OtherYear(SafeText),
    /// The report has no such section.
    NoSection(u8),
    /// The rule is for another edition of the form, or for a change of editions.
    OtherEdition,
    /// What the rule rests on is in force from this year on.
    NotYet(u16),
    /// The report has tables, and no text.
    NoText,
    /// The text says nothing that the rule could hold against anything.
    NothingSaid,
    /// The report has no title.
    NoTitle,
    /// The text of this section is so long that only its beginning was looked at.
    TooLong(u8),
    /// The level of the agency is not known.
    NoLevel,
    /// A government's report that is no sum of its units.
    NoSum,
    /// Units that are expected have not reported.
    UnitsMissing,
}

impl WhyUnchecked {
    /// The input for want of which it was: one that somebody could have given to the check, and nobody has.
    #[must_use]
    pub(crate) fn not_given(&self) -> Option<Need> {
        if let Self::Needs(need) = self { Some(*need).filter(|need| need.option().is_some()) } else { None }
    }

    /// Is it so of every report?
    #[must_use]
    pub(crate) fn is_of_all(&self) -> bool {
        self.not_given().is_some() || matches!(self, Self::NoColumns(..))
    }
}

/// How many findings of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct FindingCounts {
    /// Cannot be right.
    pub(crate) error: u32,
    /// To be confirmed or explained.
    pub(crate) warning: u32,
    /// For the reviewer only.
    pub(crate) info: u32,
}

impl FindingCounts {
    /// Of one severity.
    #[must_use]
    pub(crate) fn of(self, severity: Severity) -> u32 {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Info => self.info,
        }
    }

    /// What a reviewer has to decide on: all but hints.
    #[must_use]
    pub(crate) fn to_decide(self) -> u32 {
        self.error + self.warning
    }

    /// Counts findings.
    #[must_use]
    pub(crate) fn count<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        Self::count_severities(findings.into_iter().map(|finding| finding.severity))
    }

    /// Counts findings known in brief.
    #[must_use]
    pub(crate) fn of_listed(findings: &[Listed]) -> Self {
        Self::count_severities(findings.iter().map(|finding| finding.severity))
    }

    fn count_severities(severities: impl Iterator<Item = Severity>) -> Self {
        let mut counts = Self::default();
        for severity in severities {
            match severity {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Info => counts.info += 1,
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_depends_on_agency_region_year_rule_and_place_only() {
        let base = Fingerprint::new(&Head::of("教育局", &["甲县"], 2023), "T3-01", "requests/total");
        let mut second = Head::of("教育局", &["甲县"], 2023);
        second.version = Some(2);
        second.agency.level = Some(SafeText::line("县直"));
        assert_eq!(Fingerprint::new(&second, "T3-01", "requests/total"), base);
        for (head, rule, place) in [
            (Head::of("教育局", &["乙县"], 2023), "T3-01", "requests/total"),
            (Head::of("公安局", &["甲县"], 2023), "T3-01", "requests/total"),
            (Head::of("教育局", &["甲县"], 2024), "T3-01", "requests/total"),
            (Head::of("教育局", &["甲县"], 2023), "T3-02", "requests/total"),
            (Head::of("教育局", &["甲县"], 2023), "T3-01", "requests/natural"),
        ] {
            assert_ne!(Fingerprint::new(&head, rule, place), base);
        }
    }

    /// Verdicts in journals refer to it: it must never change.
    #[test]
    fn a_fingerprint_is_the_same_in_every_version_of_the_program() {
        let fingerprint = Fingerprint::new(&Head::of("教育局", &["甲县"], 2023), "T3-01", "requests/total");
        assert_eq!(fingerprint.to_string(), "c6dd603f07bfa6d5");
        assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
    }
}
