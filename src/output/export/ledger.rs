//! The ledger of problems (问题台账): a row for each finding.

use crate::check::{Finding, Severity, letter_message, plain_message};
use crate::journal::{Decision, Status};
use crate::library::season::{Judged, Judgement, Submission};
use crate::output::notice::{Fate, fate, places};
use crate::output::score::ReportScore;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone};

use super::subject::Export;

/// Findings of all reports. Hints are in it where somebody has acted on them.
pub(super) fn sheet<'a>(export: &'a Export<'a>) -> OutSheet<'a> {
    let words = export.words();
    let rows = move |sink: &mut crate::output::sheet::RowSink<'_>| {
        let mut number = 0;
        for (at, submission) in export.season.submissions.iter().enumerate() {
            let score = export.scores().and_then(|scores| scores.reports.get(at));
            for entry in entries(export, submission) {
                number += 1;
                sink(&row(export, submission, &entry, score, number))?;
            }
        }
        Ok(())
    };
    OutSheet { name: words.sheet_ledger().to_owned(), columns: columns(export), fixed: 4, rows: Box::new(rows) }
}

fn columns(export: &Export<'_>) -> Vec<OutColumn> {
    let (words, notice) = (export.words(), export.lang.words().notice);
    let mut columns = vec![OutColumn::new("no", words.number(), 6).counts()];
    columns.extend(export.whose_columns());
    columns.extend([
        OutColumn::new("status", words.status(), 9),
        OutColumn::new("round", words.rounds(), 6).counts(),
        OutColumn::new("due", words.due(), 11).days(),
        OutColumn::new("place", notice.label_place(), 30),
        OutColumn::new("filed", notice.label_filed(), 18),
        OutColumn::new("problem", words.problem(), 46),
        OutColumn::new("basis", notice.label_basis(), 28),
        OutColumn::new("ask", notice.label_ask(), 30),
        OutColumn::new("level", words.level(), 7),
        OutColumn::new("state", words.state(), 12),
    ]);
    if !export.for_agencies {
        columns.push(OutColumn::new("verdict", words.verdict(), 14));
    }
    if export.shows_reviewers() {
        columns.push(OutColumn::new("reviewer", words.reviewers(), 12));
    }
    columns.push(OutColumn::new("indicator", words.indicator(), 16));
    if export.scores().is_some() {
        let words = export.lang.words().score;
        columns.extend([
            OutColumn::new("points", words.points(), 7).exact(),
            OutColumn::new("deducted", words.deducted(), 7).exact(),
            OutColumn::new("reason", words.reasons(), 34),
        ]);
    }
    columns.extend([
        OutColumn::new("correction", notice.label_correction(), 30),
        OutColumn::new("rule", words.rule(), 9),
        OutColumn::new("fingerprint", words.mark(), 18),
    ]);
    columns
}

/// A finding of the report that stands, or of the version before: then it is gone.
pub(in crate::output) struct LedgerEntry<'a> {
    pub(in crate::output) judged: &'a Judged,
    pub(in crate::output) finding: &'a Finding,
    pub(in crate::output) judgement: &'a Judgement,
    pub(in crate::output) is_solved: bool,
}

/// What the ledger has of a report: what is found in it, then what was asked for and is gone.
pub(in crate::output) fn entries<'a>(export: &Export<'_>, submission: &'a Submission) -> Vec<LedgerEntry<'a>> {
    let of = |judged: &'a Judged, is_solved| {
        judged.findings().map(move |(finding, judgement)| LedgerEntry { judged, finding, judgement, is_solved })
    };
    // Who was accepted is asked for nothing.
    let is_quiet = export.for_agencies && submission.review.status == Status::Accepted;
    let now = of(&submission.now, false).filter(move |entry| !is_quiet && entry.is_told(export));
    let solved = submission.since.iter().flat_map(|since| {
        // What nobody was asked for was no problem of the agency's.
        let is_gone = |entry: &LedgerEntry<'_>| {
            since.fixed.contains(&entry.finding.fingerprint)
                && fate(entry.judged, entry.finding, entry.judgement) != Fate::Out
        };
        of(&since.before, true).filter(is_gone)
    });
    now.chain(solved).collect()
}

impl LedgerEntry<'_> {
    fn fate(&self) -> Fate {
        fate(self.judged, self.finding, self.judgement)
    }

    fn is_told(&self, export: &Export<'_>) -> bool {
        if export.for_agencies {
            return self.fate() != Fate::Out;
        }
        self.finding.severity != Severity::Info
            || self.judgement.decision.is_some()
            || self.judged.notes_on(self.finding).next().is_some()
    }

    /// How far it is dealt with.
    pub(in crate::output) fn state(&self, export: &Export<'_>) -> (&'static str, OutTone) {
        let words = export.words();
        if self.is_solved {
            return (words.state_solved(), OutTone::Good);
        }
        if self.judgement.is_dismissed() {
            return (words.state_settled(), OutTone::Good);
        }
        match (self.judgement.decision, self.fate()) {
            (Some(Decision::Return), _) => (words.state_correct(), OutTone::Bad),
            (Some(Decision::ToVerify), _) => (words.state_explain(), OutTone::Ask),
            (Some(Decision::Accept | Decision::NotAProblem), _) if !export.for_agencies => {
                (words.state_again(), OutTone::Ask)
            }
            (_, Fate::Correct) if export.for_agencies => (words.state_correct(), OutTone::Bad),
            (_, Fate::Explain) if export.for_agencies => (words.state_explain(), OutTone::Ask),
            _ => (words.state_open(), OutTone::Plain),
        }
    }
}

fn row(
    export: &Export<'_>,
    submission: &Submission,
    entry: &LedgerEntry<'_>,
    score: Option<&ReportScore<'_>>,
    number: usize,
) -> Vec<OutField> {
    let (lang, words) = (export.lang, export.lang.words());
    let checked = &entry.judged.checked;
    let (lean, finding, judgement) = (&checked.lean, entry.finding, entry.judgement);
    let mask = submission.mask();
    let review = &submission.review;
    let filed = places::filed(lean.form, finding, &lean.cells, &mask, lang);
    let level = match finding.severity {
        Severity::Error => OutField::text(words.severity.error()).tone(OutTone::Bad),
        Severity::Warning => OutField::text(words.severity.warning()).tone(OutTone::Ask),
        Severity::Info => OutField::text(words.severity.info()).tone(OutTone::Faint),
    };
    let message = if export.for_agencies { letter_message } else { plain_message };
    let (state, tone) = entry.state(export);
    let mut row = vec![OutField::count(number)];
    row.extend(export.whose(submission));
    row.extend([
        OutField::text(review.status.label(words)),
        OutField::count(usize::try_from(review.round).unwrap_or(usize::MAX)),
        export.due(submission),
        OutField::text(places::of_finding(lean.form, finding, lang)),
        OutField::text(filed.join(words.notice.sentence_separator())),
        OutField::text(mask.hide(&message(lean.form, finding, &lean.cells, lang))),
        OutField::text(finding.rule.basis.text(lang)),
        OutField::text(finding.ask(lang)),
        level,
        OutField::text(state).tone(tone),
    ]);
    if !export.for_agencies {
        row.push(OutField::text(judgement.decision.map_or("", |decision| decision.label(words))));
    }
    if export.shows_reviewers() {
        row.push(OutField::text(judgement.by.as_deref().unwrap_or_default()));
    }
    row.extend(scored(export, entry, score));
    row.extend([
        OutField::empty(),
        OutField::text(finding.rule.id.as_ref()),
        OutField::text(finding.fingerprint.to_string()),
    ]);
    row
}

/// The aspect (指标) and, where the office scores, its points, what is taken off for the finding, and why.
fn scored(export: &Export<'_>, entry: &LedgerEntry<'_>, score: Option<&ReportScore<'_>>) -> Vec<OutField> {
    let lang = export.lang;
    let Some(scheme) = export.scores().map(|scores| scores.scheme) else {
        return vec![OutField::text(entry.finding.rule.name(lang))];
    };
    let Some(line) = score.and_then(|score| score.line(entry.finding.fingerprint, entry.is_solved)) else {
        // What was corrected costs nothing here.
        let name = OutField::text(entry.finding.rule.name(lang));
        return vec![name, OutField::empty(), OutField::count(0), OutField::empty()];
    };
    vec![
        OutField::text(line.aspect_name(scheme, lang)),
        line.aspect_points(scheme).map_or_else(OutField::empty, |points| OutField::number(points.number())),
        OutField::number(line.taken.number()),
        OutField::text(line.why(lang)),
    ]
}
