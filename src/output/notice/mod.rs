//! What one agency is told of its report: plain data, for templates to lay out.
//!
//! ```text
//! Submission ──fate──▶ items (must be corrected, please explain) ──▶ AgencyNotice ──template──▶ a file
//! ```
//!
//! Owns: what stands in a notice, and what never does: doubts of our own reading that nobody confirmed, findings put aside,
//! words that are not for the agency, personal data. The names of the fields are what templates call: docs/notices.md.

mod causes;
mod cover;
mod fate;
mod items;
pub(crate) mod places;
mod sample;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Serialize;

use crate::journal::{Status, Target};
use crate::library::season::{AbsentAgency, Judged, NoteOn, Submission};
use crate::report::SafeText;
use crate::words::{Lang, NoticeWords};

pub(crate) use causes::by_cause;
pub(crate) use cover::{CoverLine, CoverList};
pub(crate) use fate::{Fate, fate};
pub(crate) use items::NoticeItem;
pub(crate) use sample::{bare, full};

/// What is said in every notice alike.
#[derive(Debug, Clone)]
pub(crate) struct Letterhead {
    pub(crate) lang: Lang,
    pub(crate) office: SafeText,
    pub(crate) contact: SafeText,
    /// How notices are numbered, with `{n}` and `{year}`; may be empty.
    pub(crate) number: SafeText,
    /// The day on which they are written.
    pub(crate) date: Date,
    /// Until when is asked for, whatever the journal says.
    pub(crate) due: Option<Date>,
    /// Are reviewers named?
    pub(crate) names_reviewers: bool,
}

/// Why an agency is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NoticeKind {
    Return,
    /// There is something to be done, and nobody has returned the report.
    Findings,
    Clean,
    Accepted,
    /// It has not reported.
    Reminder,
}

/// A notice.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AgencyNotice {
    pub(crate) lang: &'static str,
    pub(crate) kind: NoticeKind,
    pub(crate) is_reminder: bool,
    pub(crate) office: String,
    pub(crate) number: String,
    pub(crate) agency: String,
    pub(crate) region: String,
    pub(crate) year: u16,
    pub(crate) round: u32,
    pub(crate) date: String,
    pub(crate) title: String,
    pub(crate) salutation: String,
    /// One sentence.
    pub(crate) result: String,
    /// What reviewers wrote to the agency of the report as a whole.
    pub(crate) words: Vec<String>,
    pub(crate) must: Vec<NoticeItem>,
    pub(crate) explain: Vec<NoticeItem>,
    /// What was corrected since the last round, in one line; empty where there is none.
    pub(crate) solved: String,
    pub(crate) unasked: Vec<Unasked>,
    /// Until when; empty where there is no date.
    pub(crate) due: String,
    pub(crate) due_line: String,
    pub(crate) contact: String,
    pub(crate) contact_line: String,
    pub(crate) reviewer: String,
    /// The ids of the rules behind the items.
    pub(crate) rules: String,
    pub(crate) label: Labels,
}

/// A cell that holds something else although nobody asked for it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Unasked {
    pub(crate) place: String,
    pub(crate) before: String,
    pub(crate) now: String,
}

/// Headings, in the language of the notice.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Labels {
    colon: &'static str,
    must: &'static str,
    explain: &'static str,
    words: &'static str,
    solved: &'static str,
    unasked: &'static str,
    no: &'static str,
    place: &'static str,
    filed: &'static str,
    wrong: &'static str,
    basis: &'static str,
    ask: &'static str,
    correction: &'static str,
    before: &'static str,
    now: &'static str,
    still_open: &'static str,
    rules: &'static str,
    reviewer: &'static str,
}

impl Labels {
    fn of(words: NoticeWords) -> Self {
        Self {
            colon: words.colon(),
            must: words.label_must(),
            explain: words.label_explain(),
            words: words.label_words(),
            solved: words.label_solved(),
            unasked: words.label_unasked(),
            no: words.label_no(),
            place: words.label_place(),
            filed: words.label_filed(),
            wrong: words.label_wrong(),
            basis: words.label_basis(),
            ask: words.label_ask(),
            correction: words.label_correction(),
            before: words.label_before(),
            now: words.label_now(),
            still_open: words.label_still_open(),
            rules: words.label_rules(),
            reviewer: words.label_reviewer(),
        }
    }
}

/// A day as a letter has it: `2026年1月20日`.
#[must_use]
pub(crate) fn day(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Lang::En => date.to_string(),
    }
}

impl Letterhead {
    fn words(&self) -> NoticeWords {
        self.lang.words().notice
    }

    fn numbered(&self, number: usize, year: u16) -> String {
        crate::words::fill(&self.number, &[("n", &number), ("year", &year)])
    }
}

impl AgencyNotice {
    /// Of what an agency has reported; `number` is its place among those that are written.
    #[must_use]
    pub(crate) fn of(submission: &Submission, number: usize, head: &Letterhead) -> Self {
        let (words, review) = (head.words(), &submission.review);
        let items = items::Items::of(submission, head.lang);
        let (must, explain) = (items.must.len(), items.explain.len());
        let (year, round) = (submission.year(), review.notice_round());
        let kind = match review.status {
            Status::Returned => NoticeKind::Return,
            Status::Accepted if must + explain == 0 => NoticeKind::Accepted,
            Status::Unreviewed | Status::Reviewing | Status::Resubmitted | Status::Accepted if must + explain > 0 => {
                NoticeKind::Findings
            }
            Status::Unreviewed | Status::Reviewing | Status::Resubmitted | Status::Accepted => NoticeKind::Clean,
        };
        let (title, result) = match kind {
            NoticeKind::Return if must + explain == 0 => {
                (words.title_return(year), words.result_return_plain(year, round))
            }
            NoticeKind::Return => {
                (words.title_return(year), words.result_return(year, round, counted(must, explain, words)))
            }
            NoticeKind::Findings => {
                (words.title_findings(year), words.result_findings(year, counted(must, explain, words)))
            }
            NoticeKind::Accepted => (words.title_findings(year), words.result_accepted(year)),
            NoticeKind::Clean | NoticeKind::Reminder => (words.title_findings(year), words.result_clean(year)),
        };
        let due = match kind {
            NoticeKind::Return => head.due.or(review.due),
            NoticeKind::Findings => head.due,
            NoticeKind::Clean | NoticeKind::Accepted | NoticeKind::Reminder => None,
        };
        let due = due.map(|due| day(due, head.lang)).unwrap_or_default();
        let due_line = if due.is_empty() { String::new() } else { words.due_line(&due) };
        let reviewer =
            review.returned.as_ref().filter(|_| head.names_reviewers).map(|returned| returned.by.to_string());
        let region = region_of(&submission.agency().region);
        let bare = Self::empty(&submission.agency().name, region, year, number, head);
        Self {
            kind,
            round,
            title,
            result,
            words: whole_words(submission, head),
            must: items.must,
            explain: items.explain,
            solved: items.solved,
            unasked: items.unasked,
            due,
            due_line,
            reviewer: reviewer.unwrap_or_default(),
            rules: items.rules,
            ..bare
        }
    }

    /// Of an agency that has not reported.
    #[must_use]
    pub(crate) fn reminder(absent: &AbsentAgency, number: usize, head: &Letterhead) -> Self {
        let words = head.words();
        let due = head.due.map(|due| day(due, head.lang)).unwrap_or_default();
        let due_line = if due.is_empty() { String::new() } else { words.due_line_reminder(&due) };
        let bare = Self::empty(&absent.agency.name, region_of(&absent.agency.region), absent.year, number, head);
        Self {
            kind: NoticeKind::Reminder,
            is_reminder: true,
            title: words.title_reminder(absent.year),
            result: words.result_reminder(absent.year, day(head.date, head.lang)),
            due,
            due_line,
            ..bare
        }
    }

    /// With what every notice to an agency has.
    fn empty(agency: &SafeText, region: String, year: u16, number: usize, head: &Letterhead) -> Self {
        let words = head.words();
        let contact = head.contact.to_string();
        Self {
            lang: head.lang.pick("zh", "en"),
            kind: NoticeKind::Clean,
            is_reminder: false,
            office: head.office.to_string(),
            number: head.numbered(number, year),
            agency: agency.to_string(),
            region,
            year,
            round: 0,
            date: day(head.date, head.lang),
            title: String::new(),
            salutation: words.salutation(agency),
            result: String::new(),
            words: Vec::new(),
            must: Vec::new(),
            explain: Vec::new(),
            solved: String::new(),
            unasked: Vec::new(),
            due: String::new(),
            due_line: String::new(),
            contact_line: if contact.is_empty() { String::new() } else { words.contact_line(&contact) },
            contact,
            reviewer: String::new(),
            rules: String::new(),
            label: Labels::of(words),
        }
    }
}

/// How much there is to be done; what there is nothing of is not said.
fn counted(must: usize, explain: usize, words: NoticeWords) -> String {
    let must = (must > 0).then(|| words.count_must(must));
    let explain = (explain > 0).then(|| words.count_explain(explain));
    must.into_iter().chain(explain).collect::<Vec<_>>().join(words.comma())
}

/// The name of a region in one word.
pub(super) fn region_of(region: &[SafeText]) -> String {
    region.iter().map(SafeText::as_str).collect()
}

/// What reviewers wrote to the agency of the report or one of its sections.
fn whole_words(submission: &Submission, head: &Letterhead) -> Vec<String> {
    let Judged { checked, notes, .. } = &submission.now;
    let mask = submission.mask();
    let returned = submission.review.returned.iter().map(|returned| mask.hide(&returned.words));
    let notes = notes.iter().filter(|note| NoteOn::goes_out(note)).filter_map(|note| match note.target {
        Target::Report => Some(mask.hide(&note.text)),
        Target::Section(number) => {
            let section = u8::try_from(number).ok().map(|number| places::section(checked.lean.form, number, head.lang));
            Some(head.words().named_value(section.unwrap_or_default(), mask.hide(&note.text)))
        }
        // They stand with the finding, or with the cell.
        Target::Cell(_) | Target::Finding(_) => None,
    });
    returned.chain(notes).filter(|text| !text.is_empty()).collect()
}
