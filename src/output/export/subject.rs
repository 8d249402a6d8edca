//! What is written out, for whom, and what every table says alike.

use jiff::civil::Date;

use crate::library::season::{NoteOn, Season, Submission};
use crate::output::notice::region_of;
use crate::output::score::Scores;
use crate::output::sheet::{OutColumn, OutField, OutTone};
use crate::report::Agency;
use crate::words::{ExportWords, Lang};

/// What is written out, for whom, and as of when.
pub(crate) struct Export<'a> {
    pub(crate) season: &'a Season,
    pub(crate) lang: Lang,
    pub(crate) date: Date,
    /// The years it is about, as text.
    pub(crate) years: String,
    /// What was asked for, in the words of the command line; empty where all was.
    pub(crate) filter: String,
    /// Does it leave the office?
    pub(crate) for_agencies: bool,
    pub(crate) names_reviewers: bool,
    /// What its reports come to in points, where the office scores them; one for each report of the season.
    pub(crate) scores: Option<&'a Scores<'a>>,
}

impl Export<'_> {
    /// The title of the whole.
    #[must_use]
    pub(crate) fn title(&self) -> String {
        self.words().title(&self.years)
    }

    /// The same where it is one page.
    #[must_use]
    pub(crate) fn title_of_dossier(&self) -> String {
        self.lang.words().dossier.title(&self.years)
    }

    pub(in crate::output) fn words(&self) -> ExportWords {
        self.lang.words().export
    }

    pub(in crate::output) fn shows_reviewers(&self) -> bool {
        self.names_reviewers && !self.for_agencies
    }

    /// What the reports come to in points: a matter of the office.
    pub(in crate::output) fn scores(&self) -> Option<&Scores<'_>> {
        self.scores.filter(|_| !self.for_agencies)
    }

    /// Is a note told? What is not for the agency never leaves the office.
    pub(in crate::output) fn tells(&self, note: &NoteOn) -> bool {
        !self.for_agencies || note.goes_out()
    }

    /// Columns that say whose row it is.
    pub(super) fn whose_columns(&self) -> Vec<OutColumn> {
        let words = self.words();
        vec![
            OutColumn::new("year", words.year(), 7).counts(),
            OutColumn::new("region", words.region(), 22),
            OutColumn::new("agency", words.agency(), 30),
        ]
    }

    pub(super) fn whose(&self, submission: &Submission) -> Vec<OutField> {
        whose(submission.agency(), submission.year())
    }

    /// Until when it is due; what is overdue stands out.
    pub(super) fn due(&self, submission: &Submission) -> OutField {
        let field = OutField::day(submission.review.due);
        if self.is_overdue(submission) { field.tone(OutTone::Bad) } else { field }
    }

    /// Is it returned, and has its day passed?
    pub(in crate::output) fn is_overdue(&self, submission: &Submission) -> bool {
        submission.review.due.is_some_and(|due| due < self.date)
    }

    /// Is it known of all years who is missing?
    pub(in crate::output) fn all_years_known(&self) -> bool {
        let years = self.season.submissions.iter().map(Submission::year);
        let absent = self.season.absent.iter().map(|absent| absent.year);
        years.chain(absent).all(|year| self.season.knows_absent(year))
    }
}

/// Whose row it is.
pub(super) fn whose(agency: &Agency, year: u16) -> Vec<OutField> {
    let region = region_of(&agency.region);
    vec![OutField::count(usize::from(year)), OutField::text(region), OutField::text(agency.name.as_str())]
}
