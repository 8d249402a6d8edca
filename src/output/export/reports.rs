//! A row for each report: how far its review is, and how much was found.

use crate::check::Severity;
use crate::journal::Status;
use crate::library::season::Submission;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};

use super::subject::Export;

pub(super) fn sheet<'a>(export: &'a Export<'a>) -> OutSheet<'a> {
    let rows = move |sink: &mut RowSink<'_>| {
        export.season.submissions.iter().try_for_each(|submission| sink(&row(export, submission)))
    };
    let name = export.words().sheet_reports().to_owned();
    OutSheet { name, columns: columns(export), fixed: 3, rows: Box::new(rows) }
}

fn columns(export: &Export<'_>) -> Vec<OutColumn> {
    let words = export.words();
    let mut columns = export.whose_columns();
    columns.extend([
        OutColumn::new("status", words.status(), 9),
        OutColumn::new("round", words.rounds(), 6).counts(),
        OutColumn::new("due", words.due(), 11).days(),
    ]);
    if export.shows_reviewers() {
        columns.push(OutColumn::new("assignee", words.assignee(), 12));
        columns.push(OutColumn::new("reviewers", words.reviewers(), 16));
    }
    columns.extend([
        OutColumn::new("errors", words.errors(), 7).counts(),
        OutColumn::new("warnings", words.warnings(), 7).counts(),
    ]);
    if !export.for_agencies {
        columns.extend([
            OutColumn::new("undecided", words.undecided(), 9).counts(),
            OutColumn::new("notes", words.notes(), 7).counts(),
            OutColumn::new("unchecked", words.unchecked(), 7).counts(),
            OutColumn::new("doubts", words.doubts(), 9).counts(),
            OutColumn::new("report", words.file(), 40),
        ]);
    }
    columns
}

fn row(export: &Export<'_>, submission: &Submission) -> Vec<OutField> {
    let words = export.lang.words();
    let (review, judged) = (&submission.review, &submission.now);
    let counts = judged.checked.outcome.counts();
    let undecided =
        judged.findings().filter(|(finding, it)| finding.severity != Severity::Info && it.decision.is_none()).count();
    let amount = |count: u32| OutField::count(usize::try_from(count).unwrap_or(usize::MAX));
    let tone = match review.status {
        Status::Returned => OutTone::Bad,
        Status::Resubmitted => OutTone::Ask,
        Status::Accepted => OutTone::Good,
        Status::Unreviewed | Status::Reviewing => OutTone::Plain,
    };
    let mut row = export.whose(submission);
    row.extend([OutField::text(review.status.label(words)).tone(tone), amount(review.round), export.due(submission)]);
    if export.shows_reviewers() {
        let reviewers: Vec<&str> = review.reviewers.iter().map(|name| name.as_str()).collect();
        row.push(OutField::text(review.assignee.as_deref().unwrap_or_default()));
        row.push(OutField::text(reviewers.join(words.season.separator())));
    }
    row.extend([amount(counts.error), amount(counts.warning)]);
    if !export.for_agencies {
        row.extend([
            OutField::count(undecided),
            OutField::count(judged.notes.len()),
            OutField::count(judged.checked.outcome.unchecked.len()),
            OutField::count(judged.checked.remarks.len()),
            OutField::text(judged.checked.id.as_str()),
        ]);
    }
    row
}
