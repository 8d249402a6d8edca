//! A line for each agency, and what all pages refer to: read at once, so it is short.

use serde::Serialize;

use crate::check::{Severity, plain_message};
use crate::form;
use crate::journal::Status;
use crate::library::season::AbsentAgency;
use crate::report::Cells;
use crate::words::DossierWords;

use super::gather::{FiledReport, Gathered, page_key};
use super::shape::FormShape;
use super::words::{PageWords, page_words};

/// All that the page needs before an agency is opened.
#[derive(Serialize)]
pub(super) struct DossierList<'a> {
    words: PageWords,
    statuses: Vec<(&'static str, &'static str)>,
    rules: Vec<RuleLine<'a>>,
    forms: Vec<FormShape>,
    agencies: Vec<AgencyLine<'a>>,
    /// Does it name reviewers, and is it for the office alone?
    people: bool,
    internal: bool,
}

/// A rule that something was found by.
#[derive(Serialize)]
struct RuleLine<'a> {
    id: &'a str,
    name: &'a str,
    basis: &'a str,
}

/// What the list shows of an agency. The names are short: there are thousands of them.
#[derive(Serialize, Default)]
struct AgencyLine<'a> {
    key: String,
    name: &'a str,
    region: Vec<&'a str>,
    year: u16,
    status: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    due: String,
    #[serde(skip_serializing_if = "is_no")]
    overdue: bool,
    #[serde(skip_serializing_if = "is_none")]
    round: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    warnings: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<usize>,
    #[serde(skip_serializing_if = "String::is_empty")]
    score: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    assignee: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<&'a str>,
    /// Of an agency without a report: what is known of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    absent: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn is_no(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn is_none(value: &u32) -> bool {
    *value == 0
}

/// What stands for the status of an agency without a report.
pub(super) const ABSENT: &str = "missing";
/// What stands for the status of one whose report may be another's.
pub(super) const UNCLEAR: &str = "unclear";

impl<'a> DossierList<'a> {
    pub(super) fn of(all: &'a Gathered<'a>) -> Self {
        let (export, lang) = (all.export, all.export.lang);
        let rule = |rule: &&'static crate::check::Rule| RuleLine {
            id: &rule.id,
            name: rule.name(lang),
            basis: rule.basis.text(lang),
        };
        let mut statuses: Vec<_> = Status::ALL.iter().map(|it| (it.id(), it.label(lang.words()))).collect();
        statuses.extend([(ABSENT, export.words().missing()), (UNCLEAR, export.words().unclear())]);
        let reports = all.reports.iter().map(|report| AgencyLine::of(all, report));
        let absent = export.season.absent.iter().map(|absent| AgencyLine::absent(all, absent));
        Self {
            words: page_words(export),
            statuses,
            rules: all.rules.iter().map(rule).collect(),
            forms: all.forms.iter().map(|form| FormShape::of(form, lang)).collect(),
            agencies: reports.chain(absent).collect(),
            people: export.shows_reviewers(),
            internal: !export.for_agencies,
        }
    }
}

impl<'a> AgencyLine<'a> {
    fn of(all: &'a Gathered<'a>, report: &'a FiledReport<'a>) -> Self {
        let (export, submission) = (all.export, report.submission);
        let review = &submission.review;
        let mut rules: Vec<usize> = report.found().map(|entry| all.rule(entry.finding.rule)).collect();
        rules.sort_unstable();
        rules.dedup();
        let notes = submission.now.notes.iter().filter(|note| export.tells(note)).count();
        let internal = !export.for_agencies;
        let people = export.shows_reviewers();
        Self {
            key: report.key.clone(),
            name: submission.agency().name.as_str(),
            region: submission.agency().region.iter().map(|part| part.as_str()).collect(),
            year: submission.year(),
            status: review.status.id(),
            due: review.due.map(|due| due.to_string()).unwrap_or_default(),
            overdue: export.is_overdue(submission),
            round: review.round,
            errors: Some(report.count(Severity::Error)),
            warnings: Some(report.count(Severity::Warning)),
            open: internal.then(|| report.undecided()),
            notes: Some(notes),
            score: report.score.map(|score| score.total.to_string()).unwrap_or_default(),
            rules,
            assignee: review.assignee.as_deref().filter(|_| people).unwrap_or_default(),
            people: review.reviewers.iter().filter(|_| people).map(|name| name.as_str()).collect(),
            absent: String::new(),
        }
    }

    fn absent(all: &'a Gathered<'a>, absent: &'a AbsentAgency) -> Self {
        let (form, words) = (form::newest(), all.words());
        let (status, text) = match absent.is_elsewhere() {
            true => (UNCLEAR, plain_message(form, &absent.finding, &Cells::missing(form), all.export.lang)),
            false => (ABSENT, words.no_page().to_owned()),
        };
        Self {
            key: page_key(&absent.agency, absent.year),
            name: absent.agency.name.as_str(),
            region: absent.agency.region.iter().map(|part| part.as_str()).collect(),
            year: absent.year,
            status,
            absent: text,
            ..Self::default()
        }
    }
}

impl Gathered<'_> {
    pub(super) fn words(&self) -> DossierWords {
        self.export.lang.words().dossier
    }
}
