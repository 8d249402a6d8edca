//! What a review has come to: one entry for each agency and year, for whatever is written out of it.
//!
//! ```text
//! Batch + Review + Roster ──Season::of──▶ submissions (reports, judged), absent agencies, unread files ──▶ output
//! ```
//!
//! Owns: which version stands for an agency, how each of its findings was judged, what changed since it was returned, in
//! which order agencies stand, and what a filter keeps of them. Knows no format. Nothing is worked out here that checking,
//! the journal, or [`Agencies`] could say.

mod due;
mod filter;
mod history;
mod judged;
mod order;
mod people;
mod since;

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Finding, Mask};
use crate::journal::{Audience, ReportReview, Review, Status};
use crate::report::roster::Roster;
use crate::report::{Agency, Lean, SafeText};

use super::agencies::{Agencies, Shelf};
use super::batch::{Batch, Checked, Taken, UnreadFile};
use super::seen;

pub(crate) use due::OnRoster;
pub(crate) use filter::SeasonFilter;
pub(crate) use history::{EarlierVersion, Milestone};
pub(crate) use judged::{Judged, Judgement, NoteOn};
pub(crate) use since::Since;

use since::Told;

/// All that is known of the reports for some years, in the order in which they are written out.
#[derive(Default)]
pub(crate) struct Season {
    pub(crate) submissions: Vec<Submission>,
    /// Agencies of the roster that have not reported.
    pub(crate) absent: Vec<AbsentAgency>,
    /// Files that could not be read: whose they are is not known.
    pub(crate) unread: Vec<UnreadFile>,
    /// The years of which it is known who is missing.
    complete: Vec<u16>,
}

/// What one agency has reported for one year, and how far its review is.
pub(crate) struct Submission {
    /// The version that stands, with how its findings were judged.
    pub(crate) now: Judged,
    pub(crate) review: ReviewStanding,
    /// The version that was returned before, and what became of it; `None` where there is none.
    pub(crate) since: Option<Since>,
    /// The versions before, oldest first.
    pub(crate) earlier: Vec<EarlierVersion>,
    /// What tells the agency from all others: its name, and its region where others are called so too.
    pub(crate) label: SafeText,
    rank: SeasonRank,
}

/// An agency that is expected to report and has not.
pub(crate) struct AbsentAgency {
    pub(crate) agency: Agency,
    pub(crate) year: u16,
    /// What says so.
    pub(crate) finding: Finding,
    pub(crate) label: SafeText,
    rank: SeasonRank,
}

/// How far the review of a report is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ReviewStanding {
    pub(crate) status: Status,
    /// How many times it was returned.
    pub(crate) round: u32,
    /// While it is returned: until when the agency is to report anew.
    pub(crate) due: Option<Date>,
    /// While it is returned: who did, when, and in which words as far as these are for the agency.
    pub(crate) returned: Option<Returned>,
    /// Whose it is to look at.
    pub(crate) assignee: Option<SafeText>,
    /// Who has acted on it, by name.
    pub(crate) reviewers: Vec<SafeText>,
    /// How it came to be there, oldest first.
    pub(crate) history: Vec<Milestone>,
}

/// The return of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Returned {
    pub(crate) by: SafeText,
    pub(crate) on: Date,
    /// What the reviewer wrote to the agency; may be empty.
    pub(crate) words: SafeText,
}

impl ReviewStanding {
    /// Of a report with these numbers.
    fn of(lean: &Lean, review: Option<ReportReview<'_>>) -> Self {
        let Some(review) = review else { return Self::default() };
        let status = seen::status_now(lean, &review);
        let is_out = status == Status::Returned;
        let returned = review.status_act().filter(|_| is_out).map(|act| Returned {
            by: act.by.clone(),
            on: act.at.date(),
            words: if act.audience == Audience::Agency { act.text.clone() } else { SafeText::default() },
        });
        let mut reviewers: Vec<SafeText> = review.reviewers().cloned().collect();
        reviewers.sort_unstable();
        reviewers.dedup();
        Self {
            status,
            round: review.round(),
            due: review.due().filter(|_| is_out),
            returned,
            assignee: review.assignee().cloned(),
            reviewers,
            history: review.statuses().filter_map(Milestone::of).collect(),
        }
    }

    /// The round that a notice written now belongs to: that of the return, or of the one that would be next.
    #[must_use]
    pub(crate) fn notice_round(&self) -> u32 {
        let is_out = self.status == Status::Returned;
        if is_out { self.round.max(1) } else { self.round.saturating_add(1) }
    }
}

/// Where an agency stands: as in the roster, then by region and name; the year last.
pub(crate) type SeasonRank = (usize, Vec<SafeText>, SafeText, u16);

fn rank(agency: &Agency, year: u16, positions: &order::Positions<'_>) -> SeasonRank {
    (positions.of_agency(agency), agency.region.to_vec(), agency.name.clone(), year)
}

/// What was checked, known by its number.
struct Reports(Vec<Checked>);

impl Shelf for Reports {
    fn lean(&self, number: u32) -> Option<&Arc<Lean>> {
        self.get(number).map(|checked| &checked.lean)
    }

    fn id(&self, number: u32) -> Option<&SafeText> {
        self.get(number).map(|checked| &checked.id)
    }
}

impl Reports {
    fn get(&self, number: u32) -> Option<&Checked> {
        self.0.get(usize::try_from(number).ok()?)
    }
}

impl Season {
    /// The reports of these years, checked with all others of the batch. `checked` is told of each. What the batch says of
    /// itself where it was stopped: then nothing is to be made of it.
    pub(crate) fn of(
        mut batch: Batch<'_>,
        review: &Review,
        roster: Option<&Roster>,
        years: &[u16],
        checked: &(dyn Fn() + Sync),
    ) -> (Self, Taken) {
        let unread = batch.take_unread();
        let (mut reports, mut absent) = (Reports(Vec::new()), Vec::new());
        let ready = |report: Checked| {
            checked();
            years.contains(&report.lean.head.year).then_some(report)
        };
        let Ok::<_, Infallible>(taken) = batch.each(&ready, &mut |report| {
            match report {
                Some(report) if report.is_there() => reports.0.push(report),
                Some(report) => absent.push(report),
                None => {}
            }
            Ok(())
        });
        let positions = order::Positions::of(roster);
        let submissions = submissions(reports, review, &positions);
        let absent = absent.into_iter().filter_map(|report| AbsentAgency::of(report, &positions)).collect();
        let mut season = Self { submissions, absent, unread, complete: Vec::new() };
        season.complete = if roster.is_some() { season.years_with_all(years) } else { Vec::new() };
        season.submissions.sort_by(|one, other| one.rank.cmp(&other.rank));
        season.absent.sort_by(|one, other| one.rank.cmp(&other.rank));
        season.tell_namesakes_apart();
        (season, taken)
    }

    /// Puts the reports in the order of their places, whatever a roster says: by region, agency and year.
    pub(crate) fn sort_by_place(&mut self) {
        self.submissions.sort_by_cached_key(|it| (it.agency().region.clone(), it.agency().name.to_string(), it.year()));
    }

    /// Agencies of one name in different regions are told apart by these, whatever is filtered later.
    fn tell_namesakes_apart(&mut self) {
        let mut regions: HashMap<SafeText, Vec<Arc<[SafeText]>>> = HashMap::new();
        let absent = self.absent.iter().map(|absent| &absent.agency);
        for agency in self.submissions.iter().map(Submission::agency).chain(absent) {
            let known = regions.entry(agency.name.clone()).or_default();
            if !known.contains(&agency.region) {
                known.push(agency.region.clone());
            }
        }
        let label = |agency: &Agency| {
            let is_alone = regions.get(&agency.name).is_none_or(|regions| regions.len() < 2);
            let region: String = agency.region.iter().map(SafeText::as_str).collect();
            if is_alone { agency.name.clone() } else { SafeText::line(&format!("{region}{}", agency.name)) }
        };
        for submission in &mut self.submissions {
            submission.label = label(submission.agency());
        }
        for absent in &mut self.absent {
            absent.label = label(&absent.agency);
        }
    }
}

/// One for each agency and year: the version that stands, held against the one before.
fn submissions(reports: Reports, review: &Review, positions: &order::Positions<'_>) -> Vec<Submission> {
    let mut agencies = Agencies::default();
    (0..).zip(&reports.0).for_each(|(number, report)| agencies.enter(number, Some(&report.lean.head)));
    let mut plans = Vec::new();
    for (number, report) in (0..).zip(&reports.0) {
        let head = &report.lean.head;
        if agencies.latest(&head.agency.region, &head.agency.name, head.year, &reports) == Some(number) {
            let key = head.agency.key();
            let review = review.report(&key.region, &key.name, head.year);
            let standing = ReviewStanding::of(&report.lean, review);
            let told = Told::of(number, &agencies, &reports, review, &standing);
            let earlier = history::earlier(number, &agencies, &reports);
            plans.push(Plan { number, told, standing, review, earlier });
        }
    }
    let mut reports: Vec<Option<Checked>> = reports.0.into_iter().map(Some).collect();
    let mut take = |number: u32| reports.get_mut(usize::try_from(number).ok()?)?.take();
    let submission = |plan: Plan<'_>| {
        let Plan { number, told, standing, review, earlier } = plan;
        let now = Judged::of(take(number)?, review);
        let since = told.and_then(|told| {
            let before = take(told.number)?;
            Some(Since::of(before, &now.checked, &told.review, review))
        });
        let head = &now.checked.lean.head;
        let rank = rank(&head.agency, head.year, positions);
        Some(Submission { now, review: standing, since, earlier, label: SafeText::default(), rank })
    };
    plans.into_iter().filter_map(submission).collect()
}

/// What a submission is made of, once the reports can be taken.
struct Plan<'a> {
    number: u32,
    told: Option<Told>,
    standing: ReviewStanding,
    review: Option<ReportReview<'a>>,
    earlier: Vec<EarlierVersion>,
}

impl Submission {
    /// Hides the personal data of all its versions: words that were written on one stay when another stands.
    #[must_use]
    pub(crate) fn mask(&self) -> Mask {
        let before = self.since.iter().map(|since| &since.before.checked.outcome.findings);
        let others = self.earlier.iter().map(|version| &version.findings).chain(before);
        others.fold(Mask::of(&self.now.checked.outcome.findings), |mask, findings| mask.with(Mask::of(findings)))
    }

    #[must_use]
    pub(crate) fn agency(&self) -> &Agency {
        &self.now.checked.lean.head.agency
    }

    /// How many words for the agency went out with the return before and go out again, since nothing tells whether they were
    /// answered: those on sections.
    #[must_use]
    pub(crate) fn repeated(&self) -> usize {
        let told = self.since.as_ref().map_or(&[][..], |since| &since.before.notes);
        let was_told =
            |note: &NoteOn| told.iter().any(|it| it.goes_out() && it.target == note.target && it.text == note.text);
        self.now.notes.iter().filter(|note| note.saw_nothing && note.goes_out() && was_told(note)).count()
    }

    /// Where it stands among all.
    #[must_use]
    pub(crate) fn rank(&self) -> &SeasonRank {
        &self.rank
    }

    #[must_use]
    pub(crate) fn year(&self) -> u16 {
        self.now.checked.lean.head.year
    }
}

impl AbsentAgency {
    /// Where it stands among all.
    #[must_use]
    pub(crate) fn rank(&self) -> &SeasonRank {
        &self.rank
    }

    /// Is there a report of that name, under another region? Then it is asked which it is, and nobody is reminded.
    #[must_use]
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.report().is_some()
    }

    fn of(report: Checked, positions: &order::Positions<'_>) -> Option<Self> {
        let head = &report.lean.head;
        let (agency, year) = (head.agency.clone(), head.year);
        let rank = rank(&agency, year, positions);
        let finding = report.outcome.findings.into_iter().next()?;
        Some(Self { agency, year, finding, label: SafeText::default(), rank })
    }
}

#[cfg(test)]
mod tests;
