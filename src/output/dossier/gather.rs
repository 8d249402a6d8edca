//! What a dossier is made of: the reports with what is told of each, and the rules and forms that they refer to.

use std::collections::BTreeMap;

use crate::base::digest::Sha256Sum;
use crate::check::{Rule, Severity};
use crate::form::{Form, editions};
use crate::library::season::Submission;
use crate::output::export::{Export, LedgerEntry, entries};
use crate::output::score::ReportScore;
use crate::report::Agency;

/// Everything that the page tells.
pub(crate) struct Gathered<'a> {
    pub(super) export: &'a Export<'a>,
    pub(super) reports: Vec<FiledReport<'a>>,
    /// The rules of all findings, by id.
    pub(super) rules: Vec<&'static Rule>,
    /// The editions that reports follow, the newest first.
    pub(super) forms: Vec<&'static Form>,
}

/// A report with what is told of it.
pub(super) struct FiledReport<'a> {
    /// What its page is called by: the same in every dossier.
    pub(super) key: String,
    pub(super) submission: &'a Submission,
    /// As in the ledger: those that are gone come last.
    pub(super) entries: Vec<LedgerEntry<'a>>,
    /// What it comes to in points, where the office scores and this stays there.
    pub(super) score: Option<&'a ReportScore<'a>>,
}

impl<'a> Gathered<'a> {
    #[must_use]
    pub(crate) fn of(export: &'a Export<'a>) -> Self {
        let report = |(at, submission): (usize, &'a Submission)| FiledReport {
            key: page_key(submission.agency(), submission.year()),
            submission,
            entries: entries(export, submission),
            score: export.scores().and_then(|scores| scores.reports.get(at)),
        };
        let reports: Vec<FiledReport<'_>> = export.season.submissions.iter().enumerate().map(report).collect();
        let rules: BTreeMap<&str, &'static Rule> =
            reports.iter().flat_map(|it| &it.entries).map(|it| (&*it.finding.rule.id, it.finding.rule)).collect();
        let is_used = |form: &&Form| reports.iter().any(|it| std::ptr::eq(it.form(), *form));
        let forms = editions().iter().filter(is_used).collect();
        Self { export, rules: rules.into_values().collect(), forms, reports }
    }

    /// Where a rule stands among those of the page.
    pub(super) fn rule(&self, rule: &Rule) -> usize {
        self.rules.binary_search_by(|known| known.id.cmp(&rule.id)).unwrap_or_default()
    }

    /// How many findings are told, those that are gone aside.
    #[must_use]
    pub(crate) fn findings(&self) -> usize {
        self.reports.iter().map(|report| report.found().count()).sum()
    }
}

impl<'a> FiledReport<'a> {
    pub(super) fn form(&self) -> &'static Form {
        self.submission.now.checked.lean.form
    }

    /// The findings of the report that stands.
    pub(super) fn found(&self) -> impl Iterator<Item = &LedgerEntry<'a>> {
        self.entries.iter().filter(|entry| !entry.is_solved)
    }

    pub(super) fn count(&self, severity: Severity) -> usize {
        self.found().filter(|entry| entry.finding.severity == severity).count()
    }

    /// Errors and warnings on which nobody has decided.
    pub(super) fn undecided(&self) -> usize {
        let is_open =
            |entry: &&LedgerEntry<'_>| entry.finding.severity != Severity::Info && entry.judgement.decision.is_none();
        self.found().filter(is_open).count()
    }
}

/// The name of an agency's page: nobody else's, and no foreign text.
pub(super) fn page_key(agency: &Agency, year: u16) -> String {
    // No name has the character between them.
    let parts: Vec<&str> = agency.region.iter().map(|part| part.as_str()).chain([agency.name.as_str()]).collect();
    Sha256Sum::of(format!("{}\0{year}", parts.join("\0")).as_bytes()).short(6)
}
