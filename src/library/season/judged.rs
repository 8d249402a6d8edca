//! A report with what reviewers have said of it.

use jiff::civil::Date;

use crate::check::{Finding, Whose};
use crate::journal::{Act, ActKind, Audience, Comparison, Decision, Note, ReportReview, Seen, Target};
use crate::library::batch::Checked;
use crate::library::seen;
use crate::report::{Lean, SafeText};

/// A report with how each of its findings was judged, and the notes on it.
pub(crate) struct Judged {
    pub(crate) checked: Checked,
    /// One for each finding, in their order.
    judgements: Vec<Judgement>,
    /// All notes on the report, oldest first; those on what it does not have any more too.
    pub(crate) notes: Vec<NoteOn>,
    /// Findings that were returned and are not there any more.
    pub(crate) gone: usize,
    /// Cells that a reviewer has compared with the document and found read rightly.
    confirmed: Vec<SafeText>,
}

/// How a finding was judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Judgement {
    /// What was decided last, if anything was.
    pub(crate) decision: Option<Decision>,
    /// Why; words of the office alone.
    pub(crate) reason: SafeText,
    /// Who decided.
    pub(crate) by: Option<SafeText>,
    /// Was it decided on other numbers than stand there now?
    pub(crate) is_stale: bool,
    /// Do reviewers disagree?
    pub(crate) is_disputed: bool,
}

/// A note on a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoteOn {
    pub(crate) target: Target,
    pub(crate) text: SafeText,
    /// Who wrote the words in effect, and when.
    pub(crate) by: SafeText,
    pub(crate) on: Date,
    pub(crate) audience: Audience,
    /// Did it go out with a return, and are there other numbers since?
    pub(crate) is_answered: bool,
    /// Was nothing recorded of what stood there? Then nothing tells whether it was answered.
    pub(crate) saw_nothing: bool,
}

impl Judged {
    pub(super) fn of(checked: Checked, review: Option<ReportReview<'_>>) -> Self {
        let lean = &checked.lean;
        let judgements = checked.outcome.findings.iter().map(|finding| Judgement::of(finding, lean, review)).collect();
        let notes = review.into_iter().flat_map(|review| {
            let checked = &checked;
            review.notes().map(move |note| NoteOn::of(note, checked, &review)).collect::<Vec<_>>()
        });
        let notes: Vec<NoteOn> = notes.collect();
        let is_there = |name: &str| checked.outcome.findings.iter().any(|it| it.fingerprint.to_string() == name);
        let verdicts = review.iter().flat_map(|review| review.verdicts());
        let returned =
            |act: &Act| matches!(&act.kind, ActKind::Verdict(verdict) if verdict.decision == Decision::Return);
        let gone = verdicts.filter(|(name, act)| returned(act) && !is_there(name)).count();
        let readings = review.into_iter().flat_map(|review| review.readings());
        let confirmed = readings.filter(|act| act.kind == ActKind::Reading(Comparison::Confirmed));
        let confirmed = confirmed.filter_map(|act| match &act.target {
            Target::Cell(id) => Some(id.clone()),
            Target::Report | Target::Section(_) | Target::Finding(_) => None,
        });
        Self { judgements, notes, gone, confirmed: confirmed.collect(), checked }
    }

    /// Why each was decided so.
    pub(super) fn reasons_mut(&mut self) -> impl Iterator<Item = &mut SafeText> {
        self.judgements.iter_mut().map(|judgement| &mut judgement.reason)
    }

    /// Takes over what was put aside later, on the numbers that this report has: nobody is held to it any more.
    pub(super) fn put_aside(&mut self, review: Option<ReportReview<'_>>) {
        let Checked { outcome, lean, .. } = &self.checked;
        for (finding, judgement) in outcome.findings.iter().zip(&mut self.judgements) {
            let later = Judgement::of(finding, lean, review);
            if later.is_dismissed() {
                *judgement = later;
            }
        }
    }

    /// The findings with how each was judged.
    pub(crate) fn findings(&self) -> impl Iterator<Item = (&Finding, &Judgement)> {
        self.checked.outcome.findings.iter().zip(&self.judgements)
    }

    /// The notes on a finding or on one of its cells.
    pub(crate) fn notes_on<'a>(&'a self, finding: &'a Finding) -> impl Iterator<Item = &'a NoteOn> {
        let name = finding.fingerprint.to_string();
        let form = self.checked.lean.form;
        self.notes.iter().filter(move |note| match &note.target {
            Target::Finding(print) => **print == name,
            Target::Cell(id) => finding.cells.iter().any(|&cell| form.id(cell) == id.as_str()),
            Target::Report | Target::Section(_) => false,
        })
    }

    /// Does it rest on what was read with a doubt that nobody has looked up?
    #[must_use]
    pub(crate) fn is_doubtful(&self, finding: &Finding) -> bool {
        finding.doubts.iter().any(|doubted| {
            let is_confirmed = |id: &str| self.confirmed.iter().any(|known| known.as_str() == id);
            !(doubted.whose == Whose::Own && doubted.cells.iter().all(|&cell| is_confirmed(doubted.form.id(cell))))
        })
    }
}

impl NoteOn {
    fn of(note: Note<'_>, checked: &Checked, review: &ReportReview<'_>) -> Self {
        let (act, target) = (note.latest(), note.target());
        let is_stale = note.seen().is_some_and(|seen| now(target, checked).as_ref() != Some(seen));
        Self {
            target: target.clone(),
            text: act.text.clone(),
            by: act.by.clone(),
            on: act.at.date(),
            audience: note.audience(),
            is_answered: is_stale && review.was_returned_since(act),
            saw_nothing: note.seen().is_none(),
        }
    }

    /// Do its words go out with the next notice?
    #[must_use]
    pub(crate) fn goes_out(&self) -> bool {
        self.audience == Audience::Agency && !self.is_answered
    }
}

/// What there is to see of it now.
fn now(target: &Target, checked: &Checked) -> Option<Seen> {
    match target {
        Target::Report => seen::of_report(&checked.lean),
        Target::Section(_) => None,
        Target::Cell(id) => seen::of_id(id, &checked.lean),
        Target::Finding(name) => {
            let mut findings = checked.outcome.findings.iter();
            let finding = findings.find(|finding| finding.fingerprint.to_string() == **name)?;
            seen::of_finding(finding, &checked.lean)
        }
    }
}

impl Judgement {
    /// How reviewers have judged a finding of a report with these numbers.
    pub(in crate::library) fn of(finding: &Finding, lean: &Lean, review: Option<ReportReview<'_>>) -> Self {
        let name = finding.fingerprint.to_string();
        let Some((review, act)) = review.and_then(|review| Some((review, review.verdict_act(&name)?))) else {
            return Self::default();
        };
        let ActKind::Verdict(verdict) = &act.kind else { return Self::default() };
        Self {
            decision: Some(verdict.decision),
            reason: verdict.reason.clone(),
            by: Some(act.by.clone()),
            is_stale: is_stale(act, finding, lean),
            is_disputed: review.is_disputed(&name),
        }
    }

    /// Was it put aside, on the numbers that stand there?
    #[must_use]
    pub(crate) fn is_dismissed(&self) -> bool {
        !self.is_stale && matches!(self.decision, Some(Decision::Accept | Decision::NotAProblem))
    }

    /// Must the agency correct it, as a reviewer has decided, whatever numbers it was then?
    #[must_use]
    pub(crate) fn is_returned(&self) -> bool {
        self.decision == Some(Decision::Return)
    }

    /// Is it a reviewer's question?
    #[must_use]
    pub(crate) fn is_asked(&self) -> bool {
        self.decision == Some(Decision::ToVerify)
    }
}

fn is_stale(act: &Act, finding: &Finding, lean: &Lean) -> bool {
    act.seen.as_ref().is_some_and(|seen| seen::of_finding(finding, lean).as_ref() != Some(seen))
}
