//! A return as it is written: until when the agency is to report anew, why, and what goes with it.

use jiff::civil::Date;

use crate::check::{Fingerprint, Severity};
use crate::journal::{Decision, Target, Verdict};
use crate::report::SafeText;
use crate::tui::model::{Begun, ItemId};

/// A return being written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DuePrompt {
    pub(crate) of: DueOf,
    /// What has been typed of the date.
    pub(crate) text: String,
    /// What `Enter` takes when nothing has.
    pub(crate) usual: Option<Date>,
    /// Why it is returned, in a sentence; may be empty.
    pub(crate) reason: String,
    /// Where what is typed goes.
    pub(crate) field: DueField,
    /// The findings of the report, those that go with it ticked; none where many are returned.
    pub(crate) going: Vec<Going>,
    /// The one under the cursor.
    pub(crate) cursor: usize,
    /// Is its notice to be written with it?
    pub(crate) with_notice: bool,
}

/// The parts of the box, in the order of `Tab`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DueField {
    Date,
    Reason,
    Findings,
}

/// Which reports get a date.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DueOf {
    /// This one, which is returned with it.
    One(Box<Begun>),
    /// All that are marked, which are returned with it.
    Marked,
    /// This one, which is returned already.
    Change(Box<Begun>),
}

impl DueOf {
    /// The one report that is returned.
    #[must_use]
    pub(crate) fn one(&self) -> Option<ItemId> {
        if let Self::One(begun) = self { Some(begun.subject.item) } else { None }
    }
}

impl DuePrompt {
    /// The parts that there are.
    #[must_use]
    pub(crate) fn fields(&self) -> &'static [DueField] {
        match (&self.of, self.going.is_empty()) {
            (DueOf::Change(_), _) => &[DueField::Date],
            (DueOf::One(_), false) => &[DueField::Date, DueField::Reason, DueField::Findings],
            (DueOf::One(_) | DueOf::Marked, _) => &[DueField::Date, DueField::Reason],
        }
    }

    /// To the next part, or the one before it.
    pub(crate) fn step(&mut self, back: bool) {
        let fields = self.fields();
        let here = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        let step = if back { fields.len().saturating_sub(1) } else { 1 };
        self.field = fields.iter().copied().cycle().nth(here + step).unwrap_or(DueField::Date);
    }

    /// The line that is being written.
    pub(crate) fn line(&mut self) -> Option<&mut String> {
        match self.field {
            DueField::Date => Some(&mut self.text),
            DueField::Reason => Some(&mut self.reason),
            DueField::Findings => None,
        }
    }

    /// How many findings go with it.
    #[must_use]
    pub(crate) fn ticked(&self) -> usize {
        self.going.iter().filter(|going| going.is_ticked).count()
    }
}

/// A finding of a report that is returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Going {
    pub(crate) fingerprint: Fingerprint,
    pub(crate) severity: Severity,
    /// What it says.
    pub(crate) text: String,
    /// What was decided on it before.
    pub(crate) decided: Option<Decision>,
    pub(crate) is_ticked: bool,
}

/// Does it go with the report unless the reviewer says otherwise?
pub(super) fn goes(decided: Option<Decision>, severity: Severity) -> bool {
    matches!((decided, severity), (Some(Decision::Return), _) | (None, Severity::Error))
}

impl Going {
    /// Takes it along, or leaves it; `false` where somebody has said that it must be corrected.
    pub(crate) fn toggle(&mut self) -> bool {
        if self.decided == Some(Decision::Return) {
            return false;
        }
        self.is_ticked = !self.is_ticked;
        true
    }

    /// What is to be decided on it, since the reviewer has said otherwise.
    #[must_use]
    pub(crate) fn verdict(&self) -> Option<(Target, Verdict)> {
        if self.is_ticked == goes(self.decided, self.severity) {
            return None;
        }
        let decision = if self.is_ticked { Decision::Return } else { Decision::ToVerify };
        let target = Target::Finding(SafeText::line(&self.fingerprint.to_string()));
        Some((target, Verdict { decision, reason: SafeText::default() }))
    }

    /// Is it the same finding, decided on as before?
    #[must_use]
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        self.fingerprint == other.fingerprint && self.decided == other.decided
    }
}
