//! What the desk asks of the review of one report. Every question is answered from what replay keeps at hand.

use std::collections::BTreeSet;

use crate::base::text::SafeText;
use crate::report::is_unnamed;
use jiff::civil::Date;
use uuid::Uuid;

#[cfg(test)]
use super::act::Decision;
use super::act::{Act, ActKind, Audience, ReportKey, Status, Target, Verdict};
use super::replay::{Entry, ReportState, Review};
use super::seen::Seen;

/// The review of one report, as it stands.
#[derive(Debug, Clone, Copy)]
pub struct ReportReview<'a> {
    pub(super) review: &'a Review,
    pub(super) state: &'a ReportState,
}

/// How much was done on one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReviewCounts {
    /// Notes in effect.
    pub notes: usize,
    /// Findings with a verdict, whether the rule still finds them or not.
    pub verdicts: usize,
}

impl<'a> ReportReview<'a> {
    /// Which report.
    #[must_use]
    pub fn key(&self) -> &'a ReportKey {
        &self.state.key
    }

    /// The status as it was last set; [`Status::Unreviewed`] if it never was. Whether "accepted" still holds for the
    /// cells of today is for the caller to say, see [`ReportReview::status_act`].
    #[must_use]
    pub fn status(&self) -> Status {
        let set =
            self.status_act().and_then(|act| if let ActKind::Status(status) = act.kind { Some(status) } else { None });
        set.unwrap_or_default()
    }

    /// All acts on it, taken back or not, in file order.
    pub(crate) fn acts(&self) -> impl Iterator<Item = &'a Act> + use<'a> {
        let review = self.review;
        self.state.acts.iter().filter_map(|&place| review.entries.get(place)).map(|entry| &entry.act)
    }

    /// The act that set the status: by whom, when, and what was seen.
    #[must_use]
    pub(crate) fn status_act(&self) -> Option<&'a Act> {
        self.last(&self.state.statuses)
    }

    /// The acts in effect that set its status, oldest first.
    pub(crate) fn statuses(&self) -> impl DoubleEndedIterator<Item = &'a Act> + use<'a> {
        let review = self.review;
        self.state.statuses.iter().filter_map(|&place| review.entries.get(place)).map(|entry| &entry.act)
    }

    /// The acts in effect that returned it, oldest first.
    pub(crate) fn returns(&self) -> impl DoubleEndedIterator<Item = &'a Act> + use<'a> {
        self.statuses().filter(|act| act.kind == ActKind::Status(Status::Returned))
    }

    /// Was it returned after this act?
    #[must_use]
    pub(crate) fn was_returned_since(&self, act: &Act) -> bool {
        let Some(position) = self.review.position(&act.id) else { return false };
        let later = self.state.statuses.range(position..).filter_map(|&place| self.review.entries.get(place));
        later.into_iter().any(|entry| entry.act.kind == ActKind::Status(Status::Returned))
    }

    /// The review of this report when this act had just been done: what was decided, written or taken back later is not
    /// in it.
    #[must_use]
    pub(crate) fn as_of(&self, act: &Act) -> Review {
        let last = self.review.position(&act.id);
        let places = self.state.acts.iter().take_while(|&&place| Some(place) <= last);
        Review::new(places.filter_map(|&place| self.review.entries.get(place)).map(|entry| entry.act.clone()))
    }

    /// Was the act done after the status was set?
    #[must_use]
    pub(crate) fn is_after_status(&self, act: &Act) -> bool {
        let place = |act: &Act| self.review.position(&act.id);
        place(act) > self.status_act().and_then(place)
    }

    /// How many times it was returned. A return of the same numbers again only sets another date.
    #[must_use]
    pub(crate) fn round(&self) -> u32 {
        let mut before = None;
        let mut round = 0_u32;
        for act in self.statuses() {
            let returned = act.kind == ActKind::Status(Status::Returned);
            if returned && before.is_none_or(|before: &Act| before.kind != act.kind || before.seen != act.seen) {
                round = round.saturating_add(1);
            }
            before = Some(act);
        }
        round
    }

    /// Until when the agency is to report anew, while the report is returned.
    #[must_use]
    pub(crate) fn due(&self) -> Option<Date> {
        self.status_act().filter(|act| act.kind == ActKind::Status(Status::Returned))?.due
    }

    /// The verdict on a finding that is in effect.
    #[must_use]
    pub(crate) fn verdict(&self, fingerprint: &str) -> Option<&'a Verdict> {
        let ActKind::Verdict(verdict) = &self.verdict_act(fingerprint)?.kind else { return None };
        Some(verdict)
    }

    /// The act that gave the verdict: by whom, when, and what was seen.
    #[must_use]
    pub(crate) fn verdict_act(&self, fingerprint: &str) -> Option<&'a Act> {
        self.last(self.state.verdicts.get(fingerprint)?)
    }

    /// All verdicts in effect by fingerprint, in no order.
    pub(crate) fn verdicts(&self) -> impl Iterator<Item = (&'a str, &'a Act)> {
        let this = *self;
        self.state.verdicts.iter().filter_map(move |(print, places)| Some((&**print, this.last(places)?)))
    }

    /// How many findings have this decision.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn decided(&self, decision: Decision) -> usize {
        self.verdicts().filter(|(_, act)| matches!(&act.kind, ActKind::Verdict(v) if v.decision == decision)).count()
    }

    /// The comparison of a doubtful reading with its document that is in effect. Of a cell it is the last one; of the
    /// report, the last one on the doubt that was `seen`, for a report can have several.
    #[must_use]
    pub(crate) fn reading_act(&self, target: &Target, seen: Option<&Seen>) -> Option<&'a Act> {
        let places = self.state.readings.get(target)?;
        if *target != Target::Report {
            return self.last(places);
        }
        let mut acts = places.iter().rev().filter_map(|&place| self.review.entries.get(place)).map(|entry| &entry.act);
        acts.find(|act| act.seen.as_ref() == seen)
    }

    /// All comparisons of doubtful readings in effect, in no order.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &'a Act> + use<'a> {
        let review = self.review;
        let places = self.state.readings.values().flatten();
        places.filter_map(|&place| review.entries.get(place)).map(|entry| &entry.act)
    }

    /// The notes in effect, oldest first.
    pub fn notes(&self) -> impl Iterator<Item = Note<'a>> + use<'a> {
        let review = self.review;
        self.state.notes.iter().filter_map(|&place| review.entries.get(place)).map(|entry| Note { review, entry })
    }

    /// By whom the acts in effect are: one name for each act, in no order.
    pub(crate) fn reviewers(&self) -> impl Iterator<Item = &'a SafeText> + use<'a> {
        let (review, state) = (self.review, self.state);
        let edits = self.notes().flat_map(|note| note.entry.edits.iter());
        let verdicts = state.verdicts.values().chain(state.readings.values()).flatten();
        let places = state.notes.iter().chain(edits).chain(&state.statuses).chain(&state.names).chain(verdicts);
        let entries = places.filter_map(|&place| review.entries.get(place));
        entries.filter(|entry| entry.is_effective()).map(|entry| &entry.act.by)
    }

    /// The act that gave the report to somebody, or took it from them.
    #[must_use]
    pub(crate) fn assignment_act(&self) -> Option<&'a Act> {
        self.last(&self.state.assignments)
    }

    /// Whose report it is to look at.
    #[must_use]
    pub(crate) fn assignee(&self) -> Option<&'a SafeText> {
        let ActKind::Assign(to) = &self.assignment_act()?.kind else { return None };
        to.as_ref()
    }

    /// The act that named the agency of the report, or took its name back; the last one in the file.
    #[must_use]
    pub(crate) fn name_act(&self) -> Option<&'a Act> {
        self.last(&self.state.names)
    }

    /// The name that a reviewer gave the agency of the report. Only one whose name was left open can be given: it belongs
    /// to one file, wherever that lies.
    #[must_use]
    pub(crate) fn given_name(&self) -> Option<&'a SafeText> {
        let act = self.name_act().filter(|_| is_unnamed(&self.state.key.agency))?;
        let ActKind::Name(name) = &act.kind else { return None };
        name.as_ref()
    }

    /// How much was done.
    #[must_use]
    pub fn counts(&self) -> ReviewCounts {
        ReviewCounts { notes: self.state.notes.len(), verdicts: self.state.verdicts.len() }
    }

    pub(super) fn last(&self, places: &BTreeSet<usize>) -> Option<&'a Act> {
        places.last().and_then(|&place| self.review.entries.get(place)).map(|entry| &entry.act)
    }
}

impl Review {
    /// A note in effect, by the id of the act that wrote it first.
    #[must_use]
    pub(crate) fn note(&self, id: &Uuid) -> Option<Note<'_>> {
        let entry = self.entries.get(self.position(id)?)?;
        (entry.is_effective() && entry.act.kind == ActKind::Note).then_some(Note { review: self, entry })
    }
}

/// A note with its edits.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    review: &'a Review,
    entry: &'a Entry,
}

impl<'a> Note<'a> {
    /// The act that wrote it: its id, who wrote it first and when. To edit or to take back the note, speak of this.
    #[must_use]
    pub fn act(&self) -> &'a Act {
        &self.entry.act
    }

    /// The act whose words are in effect: the last effective edit, or the note itself.
    #[must_use]
    pub(crate) fn latest(&self) -> &'a Act {
        self.edits().next_back().unwrap_or(&self.entry.act)
    }

    /// The words in effect.
    #[must_use]
    pub fn text(&self) -> &'a str {
        &self.latest().text
    }

    /// For whom the words in effect are.
    #[must_use]
    pub(crate) fn audience(&self) -> Audience {
        self.latest().audience
    }

    /// What it is on.
    #[must_use]
    pub(crate) fn target(&self) -> &'a Target {
        &self.entry.act.target
    }

    /// What was seen when the words were written last.
    #[must_use]
    pub(crate) fn seen(&self) -> Option<&'a Seen> {
        self.latest().seen.as_ref().or(self.entry.act.seen.as_ref())
    }

    /// Was something else seen than what is there now? `false` if nothing was recorded.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn is_stale(&self, now: &Seen) -> bool {
        self.seen().is_some_and(|seen| seen != now)
    }

    /// Its effective edits, oldest first.
    pub(crate) fn edits(&self) -> impl DoubleEndedIterator<Item = &'a Act> {
        let entries = self.entry.edits.iter().filter_map(|&place| self.review.entries.get(place));
        entries.filter(|entry| entry.is_effective()).map(|entry| &entry.act)
    }
}
