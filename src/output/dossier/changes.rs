//! How a report came to be what it is: the steps of its review, and what changed from version to version.

use serde::Serialize;

use crate::check::versions::{Version, changes, comparable};
use crate::check::{Finding, FindingCounts, Mask, Severity};
use crate::form::Cell;
use crate::journal::Audience;
use crate::library::season::{Milestone, Submission};
use crate::output::export::Export;
use crate::output::notice::places;
use crate::report::Lean;

/// A step of the review.
#[derive(Serialize)]
pub(super) struct StepData<'a> {
    on: String,
    status: &'static str,
    by: &'a str,
    due: String,
    text: String,
}

/// A version, and what changed since the one before.
#[derive(Serialize)]
pub(super) struct VersionData {
    name: String,
    counts: String,
    /// In words, where there is one before.
    changed: String,
    cells: Vec<ChangedCell>,
    solved: Vec<String>,
    arisen: Vec<String>,
}

/// A cell that holds something else now.
#[derive(Serialize)]
struct ChangedCell {
    cell: usize,
    place: String,
    before: String,
    now: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unasked: bool,
}

/// Agencies hear the words that are for them.
pub(super) fn steps<'a>(export: &Export<'_>, submission: &'a Submission, mask: &Mask) -> Vec<StepData<'a>> {
    let step = |it: &'a Milestone| StepData {
        on: it.on.to_string(),
        status: it.status.id(),
        by: if export.shows_reviewers() { it.by.as_str() } else { "" },
        due: it.due.map(|due| due.to_string()).unwrap_or_default(),
        text: if export.for_agencies && it.audience != Audience::Agency { String::new() } else { mask.hide(&it.words) },
    };
    submission.review.history.iter().map(step).collect()
}

/// All versions, the newest first; none where there is one only.
pub(super) fn versions(export: &Export<'_>, submission: &Submission) -> Vec<VersionData> {
    let checked = &submission.now.checked;
    let Some(own) = checked.lean.head.version.filter(|_| !submission.earlier.is_empty()) else { return Vec::new() };
    let earlier = submission.earlier.iter().map(|it| (it.number, &*it.lean, &*it.findings));
    let all: Vec<(u32, &Lean, &[Finding])> =
        earlier.chain([(own, &*checked.lean, &*checked.outcome.findings)]).collect();
    let before = std::iter::once(None).chain(all.iter().map(Some));
    let told = Told { export, submission };
    let versions = all.iter().zip(before).map(|(&(number, lean, findings), before)| {
        let before = before.map(|&(_, lean, findings)| Version { report: lean, findings });
        told.version(number, before, Version { report: lean, findings }, number == own)
    });
    let mut versions: Vec<VersionData> = versions.collect();
    versions.reverse();
    versions
}

/// For whom it is told.
struct Told<'a> {
    export: &'a Export<'a>,
    submission: &'a Submission,
}

impl Told<'_> {
    fn version(&self, number: u32, before: Option<Version<'_>>, now: Version<'_>, stands: bool) -> VersionData {
        let (lang, internal) = (self.export.lang, !self.export.for_agencies);
        let words = lang.words().dossier;
        let counts = FindingCounts::count(now.findings);
        let mut data = VersionData {
            name: if stands { words.version_now(number) } else { words.version(number) },
            counts: if internal { words.counts(counts.error, counts.warning) } else { String::new() },
            changed: String::new(),
            cells: Vec::new(),
            solved: Vec::new(),
            arisen: Vec::new(),
        };
        let Some(before) = before else { return data };
        let found = changes(before, now, &|_| true);
        data.cells = found.asked.iter().map(|&cell| self.cell(before, now, cell, stands)).collect();
        data.changed = match (comparable(before.report, now.report), data.cells.len()) {
            (false, _) => words.other_form().to_owned(),
            (true, 0) => words.changed_nothing().to_owned(),
            (true, count) => words.changed(count),
        };
        // Which findings there were is not for whoever was not told of them.
        if internal {
            let counts = |finding: &&&Finding| finding.severity != Severity::Info;
            data.solved = found.fixed.iter().filter(counts).map(|it| named(before, it, self)).collect();
            data.arisen = found.new.iter().filter(counts).map(|it| named(now, it, self)).collect();
        }
        data
    }

    fn cell(&self, before: Version<'_>, now: Version<'_>, cell: Cell, stands: bool) -> ChangedCell {
        let lang = self.export.lang;
        let mask = self.submission.mask();
        let value = |lean: &Lean| places::value(lean.cells.get(cell), &mask, lang);
        let unasked = stands && self.submission.since.as_ref().is_some_and(|since| since.unasked.contains(&cell));
        let place = places::cell(now.report.form, cell, lang);
        ChangedCell { cell: cell.index(), place, before: value(before.report), now: value(now.report), unasked }
    }
}

/// A finding in a few words.
fn named(version: Version<'_>, finding: &Finding, told: &Told<'_>) -> String {
    let lang = told.export.lang;
    let place = places::of_finding(version.report.form, finding, lang);
    lang.words().notice.named_value(place, finding.rule.name(lang))
}
