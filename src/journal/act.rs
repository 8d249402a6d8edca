//! One act of a reviewer: what was done, to which report, by whom and when.
//!
//! Owns: the model. Texts are [`SafeText`] already, whoever wrote them, so that a view cannot forget to make them
//! safe. Knows ids (of reports, cells, findings) as text and nothing of what stands behind them.

use jiff::civil::Date;
use uuid::Uuid;

use crate::base::text::SafeText;

use super::aside::Aside;
pub use super::reference::ReportKey;
pub use super::reference::ReportRef;
pub(crate) use super::said::{Audience, Comparison};
pub use super::said::{Decision, Status, Verdict};
use super::seen::Seen;
use super::when::When;

/// One line of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// UUID v7: acts written by one program sort by it.
    pub(crate) id: Uuid,
    /// When, in the reviewer's own zone.
    pub(crate) at: When,
    /// The reviewer's name.
    pub by: SafeText,
    /// What was done.
    pub(crate) kind: ActKind,
    /// To which report.
    pub(crate) report: ReportRef,
    /// To what in the report. For an edit or a retraction: what the act spoken of was about.
    pub(crate) target: Target,
    /// The reviewer's words; several lines; may be empty except for notes and edits.
    pub text: SafeText,
    /// What the reviewer had before their eyes.
    pub(crate) seen: Option<Seen>,
    /// For whom the words are: those of a note, an edit or a return.
    pub(crate) audience: Audience,
    /// Of a return: until when the agency is to report anew.
    pub(crate) due: Option<Date>,
    /// What acts that were done as one have in common: they are taken back as one.
    pub(crate) batch: Option<Uuid>,
    /// For whoever reads the journal: nothing rests on it.
    pub(crate) aside: Aside,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ActKind {
    /// A note was written.
    Note,
    /// The words of a note were replaced.
    Edit {
        /// The note, or an earlier edit of it.
        of: Uuid,
    },
    /// An act was taken back. Taking back a retraction restores what it took back.
    Retract {
        /// The act taken back.
        of: Uuid,
    },
    /// A decision on a finding.
    Verdict(Verdict),
    /// The report got another status.
    Status(Status),
    /// A doubtful reading was compared with the document. The file that was read stays as it is.
    Reading(Comparison),
    /// The report was given to a reviewer, or to nobody.
    Assign(Option<SafeText>),
    /// The agency, whose name was left open, got one; without one, it is open again. The key of the report stays.
    Name(Option<SafeText>),
}

/// What in the report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The report itself.
    Report,
    /// A section, by its number.
    Section(u32),
    /// A cell, by its id.
    Cell(SafeText),
    /// A finding, by its fingerprint.
    Finding(SafeText),
}

impl Act {
    /// A note.
    #[must_use]
    pub fn note(by: &str, report: ReportRef, target: Target, text: &str, seen: Option<Seen>) -> Self {
        Self { text: SafeText::lines(text), seen, ..Self::now(by, report, target, ActKind::Note) }
    }

    /// Other words for a note, for whom it was; `of` is the note or an earlier edit of it.
    #[must_use]
    pub(crate) fn edit(by: &str, of: &Self, text: &str, seen: Option<Seen>) -> Self {
        let act = Self::now(by, of.report.clone(), of.target.clone(), ActKind::Edit { of: of.id });
        let aside = of.aside.clone();
        Self { text: SafeText::lines(text), seen, audience: of.audience, aside, ..act }
    }

    /// Takes an act back. Of a retraction: restores what it took back.
    #[must_use]
    pub(crate) fn retract(by: &str, of: &Self) -> Self {
        let act = Self::now(by, of.report.clone(), of.target.clone(), ActKind::Retract { of: of.id });
        act.with_aside(of.aside.clone())
    }

    /// A decision on the finding with this fingerprint.
    #[must_use]
    pub fn verdict(by: &str, report: ReportRef, fingerprint: &str, verdict: Verdict, seen: Option<Seen>) -> Self {
        let target = Target::Finding(SafeText::line(fingerprint));
        Self { seen, ..Self::now(by, report, target, ActKind::Verdict(verdict)) }
    }

    /// Another status, with the reviewer's words if there are any.
    #[must_use]
    pub fn status(by: &str, report: ReportRef, status: Status, text: &str, seen: Option<Seen>) -> Self {
        let act = Self::now(by, report, Target::Report, ActKind::Status(status));
        Self { text: SafeText::lines(text), seen, ..act }
    }

    /// A doubtful reading was compared with the document: of a cell, or of the report where the doubt is about no cell.
    /// `text` is what the document says, for [`Comparison::Corrected`]; one line.
    #[must_use]
    pub(crate) fn reading(
        by: &str,
        report: ReportRef,
        target: Target,
        reading: Comparison,
        text: &str,
        seen: Option<Seen>,
    ) -> Self {
        let act = Self::now(by, report, target, ActKind::Reading(reading));
        Self { text: SafeText::line(text), seen, ..act }
    }

    /// The report is this reviewer's to look at; with `None`, nobody's.
    #[must_use]
    pub(crate) fn assign(by: &str, report: ReportRef, to: Option<&str>) -> Self {
        let to = to.map(|name| SafeText::line(name.trim())).filter(|name| !name.is_empty());
        Self::now(by, report, Target::Report, ActKind::Assign(to))
    }

    /// The agency of the report, whose name was left open, goes by this one; with `None`, it is open again.
    #[must_use]
    pub(crate) fn name(by: &str, report: ReportRef, name: Option<&str>) -> Self {
        let name = name.map(|name| SafeText::line(name.trim())).filter(|name| !name.is_empty());
        Self::now(by, report, Target::Report, ActKind::Name(name))
    }

    fn now(by: &str, report: ReportRef, target: Target, kind: ActKind) -> Self {
        Self {
            id: Uuid::now_v7(),
            at: When::now(),
            by: SafeText::line(by),
            kind,
            report,
            target,
            text: SafeText::default(),
            seen: None,
            audience: Audience::Internal,
            due: None,
            batch: None,
            aside: Aside::default(),
        }
    }

    /// The same with words that go to the agency.
    #[must_use]
    pub fn for_agency(self) -> Self {
        Self { audience: Audience::Agency, ..self }
    }

    /// The same with words for these readers.
    #[must_use]
    pub(crate) fn read_by(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// With what it says beside.
    #[must_use]
    pub(crate) fn with_aside(self, aside: Aside) -> Self {
        Self { aside, ..self }
    }

    /// With a date until when the agency is to report anew.
    #[must_use]
    pub fn with_due(self, due: Option<Date>) -> Self {
        Self { due, ..self }
    }

    /// Several acts done as one: undo takes them back together. One act alone stays as it is.
    pub(crate) fn unite(acts: &mut [Self]) {
        if acts.len() > 1 {
            let batch = Some(Uuid::now_v7());
            acts.iter_mut().for_each(|act| act.batch = batch);
        }
    }

    /// What the reviewer wrote; of a decision its reason.
    #[must_use]
    pub(crate) fn words(&self) -> &str {
        match &self.kind {
            ActKind::Verdict(verdict) => &verdict.reason,
            ActKind::Note
            | ActKind::Edit { .. }
            | ActKind::Retract { .. }
            | ActKind::Status(_)
            | ActKind::Reading(_)
            | ActKind::Assign(_)
            | ActKind::Name(_) => &self.text,
        }
    }

    /// The same act with other words.
    #[must_use]
    pub(crate) fn with_words(mut self, words: &str) -> Self {
        match &mut self.kind {
            ActKind::Verdict(verdict) => verdict.reason = SafeText::line(words),
            ActKind::Reading(_) => self.text = SafeText::line(words),
            ActKind::Note
            | ActKind::Edit { .. }
            | ActKind::Retract { .. }
            | ActKind::Status(_)
            | ActKind::Assign(_)
            | ActKind::Name(_) => self.text = SafeText::lines(words),
        }
        self
    }

    /// The act that an edit or a retraction speaks of.
    #[must_use]
    pub(crate) fn of(&self) -> Option<Uuid> {
        match self.kind {
            ActKind::Edit { of } | ActKind::Retract { of } => Some(of),
            ActKind::Note
            | ActKind::Verdict(_)
            | ActKind::Status(_)
            | ActKind::Reading(_)
            | ActKind::Assign(_)
            | ActKind::Name(_) => None,
        }
    }

    /// Is it a retraction?
    #[must_use]
    pub(crate) fn is_retraction(&self) -> bool {
        matches!(self.kind, ActKind::Retract { .. })
    }
}
