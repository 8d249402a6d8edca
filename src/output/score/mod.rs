//! What the reports come to in points (评分), and why.
//!
//! ```text
//! Season + ScoreScheme ──Scores──▶ a line for each finding: what it costs, or why it costs nothing ──▶ sheets, ledger
//! ```
//!
//! Owns: what counts as evidence. Points are taken off for findings alone, once for each cause, and never for what could not
//! be checked, for hints, for doubts of our own reading, nor for what a reviewer has put aside.

mod evidence;
mod lines;
mod rank;
mod sheets;

use crate::check::{Fingerprint, Points, ScoreScheme};
use crate::journal::Status;
use crate::library::season::{AbsentAgency, Season, Submission};

pub(crate) use lines::ScoreLine;
pub(crate) use sheets::{ScoreBook, book, ranking};

/// All reports of a season, scored.
pub(crate) struct Scores<'a> {
    pub(crate) scheme: &'a ScoreScheme,
    /// One for each report, in the order of the season.
    pub(crate) reports: Vec<ReportScore<'a>>,
    /// Who has not reported, where it is known that they should have.
    pub(crate) absent: Vec<AbsentScore<'a>>,
}

/// What a report comes to.
pub(crate) struct ReportScore<'a> {
    pub(crate) submission: &'a Submission,
    /// One for each finding, in the order of the report.
    pub(crate) lines: Vec<ScoreLine<'a>>,
    /// All that is taken off.
    pub(crate) off: Points,
    pub(crate) bonus: Points,
    pub(crate) total: Points,
    /// From 1, among the reports for its year, and those of its region.
    pub(crate) rank: usize,
    pub(crate) rank_in_region: usize,
}

/// An agency that has not reported.
pub(crate) struct AbsentScore<'a> {
    pub(crate) absent: &'a AbsentAgency,
    /// Nothing where the office has not said what it costs.
    pub(crate) total: Option<Points>,
}

impl<'a> Scores<'a> {
    #[must_use]
    pub(crate) fn of(season: &'a Season, scheme: &'a ScoreScheme) -> Self {
        let mut reports: Vec<ReportScore<'a>> =
            season.submissions.iter().map(|submission| ReportScore::of(submission, scheme)).collect();
        rank::rank(&mut reports);
        let is_missing = |absent: &&AbsentAgency| !absent.is_elsewhere() && season.knows_absent(absent.year);
        let absent = season.absent.iter().filter(is_missing).map(|absent| {
            let total = scheme.missing.map(|points| scheme.full.less(points).max(scheme.least));
            AbsentScore { absent, total }
        });
        Self { scheme, reports, absent: absent.collect() }
    }
}

impl<'a> ReportScore<'a> {
    fn of(submission: &'a Submission, scheme: &'a ScoreScheme) -> Self {
        let lines = lines::of(submission, scheme);
        let off = lines.iter().fold(Points::NONE, |sum, line| sum.plus(line.taken));
        let mut bonus = Points::NONE;
        if submission.review.status == Status::Accepted {
            let is_first = submission.review.round == 0;
            bonus = bonus.plus(if off == Points::NONE { scheme.bonus.clean } else { Points::NONE });
            bonus = bonus.plus(if is_first { scheme.bonus.first } else { Points::NONE });
        }
        let total = scheme.full.plus(bonus).less(off).max(scheme.least);
        Self { submission, lines, off, bonus, total, rank: 0, rank_in_region: 0 }
    }

    /// What is taken off under an aspect; under none of them where there is no number.
    pub(crate) fn off_under(&self, aspect: Option<usize>) -> Points {
        let own = self.lines.iter().filter(|line| line.aspect == aspect);
        own.fold(Points::NONE, |sum, line| sum.plus(line.taken))
    }

    /// The line of a finding that stands, or of one that was corrected.
    #[must_use]
    pub(crate) fn line(&self, finding: Fingerprint, is_solved: bool) -> Option<&ScoreLine<'a>> {
        self.lines.iter().find(|line| line.is_solved == is_solved && line.finding.fingerprint == finding)
    }
}
