//! Acts to review state. Pure: touches no file, knows no clock.
//!
//! Acts count in file order. An edit or a retraction can only speak of an earlier act; one that does not is counted
//! in [`Review::unresolved`] and has no effect. An act is effective unless an effective retraction speaks of it, so
//! taking back a retraction restores. State is kept up to date act by act, never computed anew.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher as _, Hash as _, Hasher as _, RandomState};

use uuid::Uuid;

use crate::base::text::SafeText;
use crate::report::places;

use super::act::{Act, ActKind, ReportKey, Target};
use super::file::Update;
use super::folders::Folders;
use super::review::ReportReview;

/// A longer chain of retractions of retractions is no reviewer's work; it would make replay quadratic.
const MAX_DEPTH: u8 = 64;

/// The state of the review: what all acts together amount to.
#[derive(Debug, Default)]
pub struct Review {
    pub(super) entries: Vec<Entry>,
    by_id: HashMap<Uuid, usize>,
    pub(super) reports: Vec<ReportState>,
    /// The same of each folder, for agencies that say no region.
    folders: Folders,
    /// Places in `reports` by a hash of the key, so that a look-up needs no key of its own.
    by_key: HashMap<u64, Vec<usize>>,
    hasher: RandomState,
    reviewers: HashMap<Box<str>, Reviewer>,
    /// The places of acts that were done as one.
    batches: HashMap<Uuid, Vec<usize>>,
    unresolved: u64,
}

/// One act in the replay.
#[derive(Debug)]
pub(super) struct Entry {
    pub(crate) act: Act,
    /// Its report's place.
    report: usize,
    /// The place of what was written about the files of its folder.
    folder: Option<usize>,
    /// What it speaks of: of an edit the note itself.
    of: Option<usize>,
    /// How many effective retractions speak of it.
    retractions: u32,
    depth: u8,
    /// Of a note: its edits, in file order, effective or not.
    pub(crate) edits: Vec<usize>,
}

impl Entry {
    pub(crate) fn is_effective(&self) -> bool {
        self.retractions == 0
    }
}

/// The acts on one report, by their places; of each kind those that are effective.
#[derive(Debug, Default)]
pub(super) struct ReportState {
    pub(crate) key: ReportKey,
    /// All of them, taken back or not, in file order.
    pub(crate) acts: Vec<usize>,
    pub(crate) notes: BTreeSet<usize>,
    pub(crate) verdicts: HashMap<Box<str>, BTreeSet<usize>>,
    pub(crate) statuses: BTreeSet<usize>,
    /// Readings compared with the document, by what they are about.
    pub(crate) readings: HashMap<Target, BTreeSet<usize>>,
    pub(crate) assignments: BTreeSet<usize>,
    /// Names given to the agency of the report, or taken from it.
    pub(crate) names: BTreeSet<usize>,
}

impl ReportState {
    /// Enters an act into what is looked up, or takes it out.
    fn set(&mut self, act: &Act, place: usize, effective: bool) {
        let set = |places: &mut BTreeSet<usize>| if effective { places.insert(place) } else { places.remove(&place) };
        match (&act.kind, &act.target) {
            (ActKind::Note, _) => _ = set(&mut self.notes),
            (ActKind::Status(_), _) => _ = set(&mut self.statuses),
            (ActKind::Assign(_), _) => _ = set(&mut self.assignments),
            (ActKind::Name(_), _) => _ = set(&mut self.names),
            (ActKind::Verdict(_), Target::Finding(print)) => {
                let places = self.verdicts.entry(print.as_str().into()).or_default();
                set(places);
                if places.is_empty() {
                    self.verdicts.remove(print.as_str());
                }
            }
            (ActKind::Reading(_), target) => {
                let places = self.readings.entry(target.clone()).or_default();
                set(places);
                if places.is_empty() {
                    self.readings.remove(target);
                }
            }
            (ActKind::Retract { .. } | ActKind::Edit { .. } | ActKind::Verdict(_), _) => {}
        }
    }
}

/// The effective acts of one reviewer, by their places.
#[derive(Debug, Default)]
struct Reviewer {
    /// All but retractions.
    done: BTreeSet<usize>,
    /// Retractions of such acts.
    undone: BTreeSet<usize>,
}

impl Review {
    /// The state after these acts.
    #[must_use]
    pub fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        let mut review = Self::default();
        review.apply(acts);
        review
    }

    /// Takes over what [`super::Journal::poll`] or [`super::Journal::append`] returned.
    pub(crate) fn update(&mut self, update: Update) {
        if update.reloaded {
            *self = Self::default();
        }
        self.apply(update.acts);
    }

    /// Goes on with further acts, in file order. An act that is known already is passed over.
    pub(crate) fn apply(&mut self, acts: impl IntoIterator<Item = Act>) {
        for act in acts {
            self.apply_one(act);
        }
    }

    fn apply_one(&mut self, act: Act) {
        if self.by_id.contains_key(&act.id) {
            return;
        }
        let Some((of, depth)) = self.resolve(&act) else {
            self.unresolved += 1;
            return;
        };
        let place = self.entries.len();
        let (report, folder) = match of.and_then(|of| self.entries.get(of)) {
            Some(spoken_of) => (spoken_of.report, spoken_of.folder),
            None => {
                let report = self.report_place(&act);
                (report, self.folders.place(report, &act.report))
            }
        };
        self.by_id.insert(act.id, place);
        if let Some(batch) = act.batch {
            self.batches.entry(batch).or_default().push(place);
        }
        self.entries.push(Entry { act, report, folder, of, retractions: 0, depth, edits: Vec::new() });
        let states = [self.reports.get_mut(report), folder.and_then(|folder| self.folders.get_mut(folder))];
        states.into_iter().flatten().for_each(|state| state.acts.push(place));
        self.set_effective(place, true);
        match (of, self.entries.get(place).is_some_and(|entry| entry.act.is_retraction())) {
            (Some(of), true) => self.retract(of),
            (Some(note), false) => {
                if let Some(note) = self.entries.get_mut(note) {
                    note.edits.push(place);
                }
            }
            (None, _) => {}
        }
    }

    /// What the act speaks of, and how deep in retractions it is; `None` if it speaks of nothing it may speak of.
    fn resolve(&self, act: &Act) -> Option<(Option<usize>, u8)> {
        let Some(id) = act.of() else { return Some((None, 0)) };
        let place = *self.by_id.get(&id)?;
        let spoken_of = self.entries.get(place)?;
        match (&act.kind, &spoken_of.act.kind) {
            (ActKind::Edit { .. }, ActKind::Note) => Some((Some(place), 0)),
            (ActKind::Edit { .. }, ActKind::Edit { .. }) => Some((spoken_of.of, 0)),
            (ActKind::Retract { .. }, _) if spoken_of.depth < MAX_DEPTH => Some((Some(place), spoken_of.depth + 1)),
            _ => None,
        }
    }

    /// A retraction of the act at `place` has become effective. What that retracted comes back, and so on.
    fn retract(&mut self, mut place: usize) {
        let mut retracting = true;
        loop {
            let Some(entry) = self.entries.get_mut(place) else { return };
            let before = entry.is_effective();
            entry.retractions =
                if retracting { entry.retractions.saturating_add(1) } else { entry.retractions.saturating_sub(1) };
            let now = entry.is_effective();
            let next = entry.of.filter(|_| entry.act.is_retraction());
            if before == now {
                return;
            }
            self.set_effective(place, now);
            let Some(next) = next else { return };
            (place, retracting) = (next, now);
        }
    }

    /// Enters the act into what is looked up, or takes it out.
    fn set_effective(&mut self, place: usize, effective: bool) {
        let Some(entry) = self.entries.get(place) else { return };
        let Some(report) = self.reports.get_mut(entry.report) else { return };
        report.set(&entry.act, place, effective);
        if let Some(folder) = entry.folder.and_then(|folder| self.folders.get_mut(folder)) {
            folder.set(&entry.act, place, effective);
        }
        let is_undoing = entry.act.is_retraction();
        if is_undoing {
            let spoken_of = entry.of.and_then(|of| self.entries.get(of));
            if spoken_of.is_none_or(|spoken_of| spoken_of.act.is_retraction()) {
                return;
            }
        }
        let set = |places: &mut BTreeSet<usize>| if effective { places.insert(place) } else { places.remove(&place) };
        let reviewer = self.reviewers.entry(entry.act.by.as_str().into()).or_default();
        set(if is_undoing { &mut reviewer.undone } else { &mut reviewer.done });
    }

    fn hash(&self, region: &[SafeText], agency: &str, year: u16) -> u64 {
        let mut hasher = self.hasher.build_hasher();
        for part in telling(region, agency) {
            part.hash(&mut hasher);
        }
        agency.hash(&mut hasher);
        year.hash(&mut hasher);
        hasher.finish()
    }

    fn place_of(&self, region: &[SafeText], agency: &str, year: u16) -> Option<usize> {
        let places = self.by_key.get(&self.hash(region, agency, year))?;
        places.iter().copied().find(|&place| {
            self.reports.get(place).is_some_and(|report| {
                let key = &report.key;
                key.year == year && key.agency.as_str() == agency && is_same(&key.region, region, agency)
            })
        })
    }

    fn report_place(&mut self, act: &Act) -> usize {
        let report = &act.report;
        if let Some(place) = self.place_of(&report.region, &report.agency, report.year) {
            return place;
        }
        let place = self.reports.len();
        let hash = self.hash(&report.region, &report.agency, report.year);
        self.by_key.entry(hash).or_default().push(place);
        self.reports.push(ReportState { key: report.key(), ..ReportState::default() });
        place
    }

    /// The review of one report; `None` if nobody ever acted on it. A region that no line names is empty.
    #[must_use]
    pub(crate) fn report(&self, region: &[SafeText], agency: &str, year: u16) -> Option<ReportReview<'_>> {
        let place = self.place_of(region, agency, year)?;
        Some(ReportReview { review: self, state: self.reports.get(place)? })
    }

    /// The review of a report of an agency that says no region, as far as it is about the files of this folder.
    #[must_use]
    pub(crate) fn report_in(&self, folder: &str, agency: &str, year: u16) -> Option<ReportReview<'_>> {
        let place = self.place_of(&[], agency, year)?;
        Some(ReportReview { review: self, state: self.folders.find(place, folder)? })
    }

    /// Every report that somebody acted on, in the order of the first act.
    pub fn reports(&self) -> impl Iterator<Item = ReportReview<'_>> {
        self.reports.iter().map(|state| ReportReview { review: self, state })
    }

    /// All acts in effect that name an agency, oldest first of each report.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Act> {
        let places = self.reports.iter().flat_map(|state| &state.names);
        places.filter_map(|&place| self.entries.get(place)).map(|entry| &entry.act)
    }

    /// Every act that counts, in file order, and whether it is effective (not taken back).
    pub fn acts(&self) -> impl Iterator<Item = (&Act, bool)> {
        self.entries.iter().map(|entry| (&entry.act, entry.is_effective()))
    }

    /// Everybody who has ever written into the journal, by name.
    #[must_use]
    pub(crate) fn reviewers(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.reviewers.keys().map(|name| &**name).collect();
        names.sort_unstable();
        names
    }

    /// An act by its id.
    #[must_use]
    pub(crate) fn act(&self, id: &Uuid) -> Option<&Act> {
        self.by_id.get(id).and_then(|&place| self.entries.get(place)).map(|entry| &entry.act)
    }

    /// The place of an act in the order of the file: what came first is shown first, whatever the clocks said.
    #[must_use]
    pub(crate) fn position(&self, id: &Uuid) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// How many edits and retractions speak of no act they could speak of. They have no effect.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn unresolved(&self) -> u64 {
        self.unresolved
    }

    /// The last of what this reviewer's next undo takes back: their last effective act that is not a retraction, see
    /// [`Review::undoable`]. `by` is the name as acts carry it, a [`SafeText`] line.
    #[must_use]
    pub(crate) fn last_undoable(&self, by: &str) -> Option<&Act> {
        let places = self.reviewers.get(by)?.done.iter().rev();
        // An edit of a note that was taken back shows nowhere; taking it back would look like doing nothing.
        let shows = |entry: &&Entry| {
            let note = entry.of.and_then(|of| self.entries.get(of));
            note.is_none_or(Entry::is_effective)
        };
        places.filter_map(|&place| self.entries.get(place)).find(shows).map(|entry| &entry.act)
    }

    /// The last of what this reviewer's next redo restores: the last retraction they made after all of their effective
    /// acts, see [`Review::redoable`].
    #[must_use]
    pub(crate) fn last_redoable(&self, by: &str) -> Option<&Act> {
        let reviewer = self.reviewers.get(by)?;
        let last = reviewer.undone.last().filter(|last| reviewer.done.last() < Some(last))?;
        self.entries.get(*last).map(|entry| &entry.act)
    }

    /// What this reviewer's next undo takes back: [`Review::last_undoable`] with all that was done as one with it,
    /// oldest first. Append [`Act::retract`] of each.
    #[must_use]
    pub(crate) fn undoable(&self, by: &str) -> Vec<&Act> {
        self.last_undoable(by).map(|act| self.done_as_one(act)).unwrap_or_default()
    }

    /// What this reviewer's next redo restores, as for [`Review::undoable`].
    #[must_use]
    pub(crate) fn redoable(&self, by: &str) -> Vec<&Act> {
        self.last_redoable(by).map(|act| self.done_as_one(act)).unwrap_or_default()
    }

    /// The effective acts that were done as one with this one, itself among them.
    fn done_as_one<'a>(&'a self, act: &'a Act) -> Vec<&'a Act> {
        let Some(places) = act.batch.and_then(|batch| self.batches.get(&batch)) else { return vec![act] };
        let entries = places.iter().filter_map(|&place| self.entries.get(place));
        // Whoever writes the file could give the acts of others, or of another kind, the same batch.
        let alike = |other: &Act| other.by == act.by && other.is_retraction() == act.is_retraction();
        entries.filter(|entry| entry.is_effective() && alike(&entry.act)).map(|entry| &entry.act).collect()
    }
}

/// What a region tells beside the agency's name, written out as far as the list of divisions has it. Another version of
/// the reader may have read more or less of a region out of a name: it is the same agency.
fn telling<'a>(region: &'a [SafeText], agency: &'a str) -> impl Iterator<Item = &'a str> {
    let said = |part: &str| agency.contains(part);
    // A name with a place that there is once only tells all of its region.
    let last = region.last().filter(|last| said(last)).and_then(|last| places::whole(std::slice::from_ref(last)));
    let region = if last.is_some() { &[] } else { region };
    let whole = places::whole(region);
    let given = region.iter().map(SafeText::as_str).filter(|_| whole.is_none()).collect::<Vec<_>>();
    whole.into_iter().flatten().chain(given).filter(move |part| !said(part))
}

fn is_same(one: &[SafeText], other: &[SafeText], agency: &str) -> bool {
    one == other || telling(one, agency).eq(telling(other, agency))
}
