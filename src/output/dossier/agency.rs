//! The page of an agency: its tables, what was found in them, what reviewers made of it.

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::check::{self, Mask, Severity, Unchecked, localise};
use crate::form::Cell;
use crate::journal::Audience;
use crate::library::season::NoteOn;
use crate::output::export::{LedgerEntry, note_place};
use crate::output::notice::places;
use crate::output::sheet::OutTone;
use crate::report::{Lean, Value};

use super::changes::{StepData, VersionData, steps, versions};
use super::gather::{FiledReport, Gathered};
use super::text::{TextData, texts};

/// Everything about one report.
#[derive(Serialize)]
pub(super) struct AgencyPage<'a> {
    /// Where its form stands among those of the page.
    form: usize,
    /// A number or a blank for each cell of the form; a text where it is no number; `false` where it is not reported.
    cells: Vec<Json>,
    /// For the office alone: cells that were read with a doubt.
    doubtful: Vec<usize>,
    findings: Vec<FindingData<'a>>,
    notes: Vec<NoteData<'a>>,
    texts: Vec<TextData>,
    steps: Vec<StepData<'a>>,
    versions: Vec<VersionData>,
    /// For the office alone: which cells may be wrong, what the reader was in doubt of, what was not checked.
    repairs: Vec<String>,
    remarks: Vec<String>,
    gaps: Vec<String>,
    source: &'a str,
}

/// A finding.
#[derive(Serialize)]
struct FindingData<'a> {
    rule: usize,
    level: &'static str,
    place: String,
    filed: Vec<String>,
    text: String,
    ask: String,
    state: &'static str,
    tone: &'static str,
    /// Cells on the left and on the right of an equation; else all that it is about.
    left: Vec<usize>,
    right: Vec<usize>,
    cells: Vec<usize>,
    /// Is it of a version before, and gone?
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    solved: bool,
    /// Does nobody have to act on it any more?
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    verdict: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    by: &'a str,
    /// What is taken off for it, or why nothing is.
    #[serde(skip_serializing_if = "String::is_empty")]
    points: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    stale: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disputed: bool,
    /// Notes on it or on its cells, by their place among those of the page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<usize>,
}

/// A note.
#[derive(Serialize)]
struct NoteData<'a> {
    place: String,
    text: String,
    by: &'a str,
    on: String,
    /// For the agency?
    out: bool,
    answered: bool,
}

impl<'a> AgencyPage<'a> {
    pub(super) fn of(all: &'a Gathered<'a>, report: &'a FiledReport<'a>) -> Self {
        let (export, submission) = (all.export, report.submission);
        let (lang, internal) = (export.lang, !export.for_agencies);
        let checked = &submission.now.checked;
        let lean = &*checked.lean;
        let mask = submission.mask();
        let told: Vec<&NoteOn> = submission.now.notes.iter().filter(|note| export.tells(note)).collect();
        let own = |entry: &&Unchecked| !entry.reason.is_of_all();
        let gaps: Vec<Unchecked> = checked.outcome.unchecked.iter().filter(own).cloned().collect();
        let doubtful = lean.form.cells().filter(|cell| lean.cells.is_doubtful(*cell));
        let repairs = checked.localisation.iter().map(|block| localise::block_text(lean.form, block, lang));
        let remarks = checked.remarks.iter().filter(|remark| !remark.again).map(|it| mask.hide(&it.text(lang.words())));
        Self {
            form: all.forms.iter().position(|form| std::ptr::eq(*form, lean.form)).unwrap_or_default(),
            cells: lean.form.cells().map(|cell| cell_json(lean, cell, &mask)).collect(),
            doubtful: doubtful.filter(|_| internal).map(Cell::index).collect(),
            findings: report.entries.iter().map(|entry| FindingData::of(all, report, entry, &told)).collect(),
            notes: told
                .iter()
                .map(|note| NoteData {
                    place: note_place(export, submission, note),
                    text: mask.hide(&note.text),
                    by: if export.shows_reviewers() { note.by.as_str() } else { "" },
                    on: note.on.to_string(),
                    out: note.audience == Audience::Agency,
                    answered: internal && note.is_answered,
                })
                .collect(),
            texts: texts(report, &mask),
            steps: steps(export, submission, &mask),
            versions: versions(export, submission),
            repairs: repairs.filter(|_| internal).collect(),
            remarks: remarks.filter(|_| internal).collect(),
            gaps: if internal { check::gaps_by_reason(lean.form, &gaps, lang) } else { Vec::new() },
            source: if internal { checked.id.as_str() } else { "" },
        }
    }
}

fn cell_json(lean: &Lean, cell: Cell, mask: &Mask) -> Json {
    match lean.cells.get(cell) {
        // As a text: a script would round what is large.
        Value::Number(number) => json!(number.to_string()),
        Value::Raw(text) => json!({ "text": mask.hide(text) }),
        Value::Blank => Json::Null,
        Value::Missing => json!(false),
    }
}

impl<'a> FindingData<'a> {
    fn of(all: &'a Gathered<'a>, report: &FiledReport<'a>, entry: &LedgerEntry<'a>, told: &[&NoteOn]) -> Self {
        let (export, lang) = (all.export, all.export.lang);
        let (finding, judgement) = (entry.finding, entry.judgement);
        let checked = &entry.judged.checked;
        let lean = &checked.lean;
        let mask = report.submission.mask();
        let internal = !export.for_agencies;
        let message = if internal { check::message } else { check::letter_message };
        let (state, tone) = entry.state(export);
        let indices = |cells: &[Cell]| cells.iter().map(|cell| cell.index()).collect::<Vec<usize>>();
        let equation = finding.broken().map(|broken| broken.equation);
        let score = report.score.and_then(|score| score.line(finding.fingerprint, entry.is_solved));
        let on_it: Vec<&NoteOn> = entry.judged.notes_on(finding).collect();
        let is_on_it = |note: &NoteOn| on_it.iter().any(|other| std::ptr::eq(*other, note));
        Self {
            rule: all.rule(finding.rule),
            level: level(finding.severity),
            place: places::of_finding(lean.form, finding, lang),
            filed: places::filed(lean.form, finding, &lean.cells, &mask, lang),
            text: mask.hide(&message(lean.form, finding, &lean.cells, lang)),
            ask: finding.ask(lang).to_owned(),
            state,
            tone: tone_name(tone),
            left: equation.map(|it| indices(&it.left)).unwrap_or_default(),
            right: equation.map(|it| indices(&it.right)).unwrap_or_default(),
            cells: if equation.is_none() { indices(&finding.cells) } else { Vec::new() },
            solved: entry.is_solved,
            settled: judgement.is_dismissed(),
            verdict: judgement.decision.filter(|_| internal).map_or("", |it| it.label(lang.words())),
            reason: if internal { mask.hide(&judgement.reason) } else { String::new() },
            by: judgement.by.as_deref().filter(|_| export.shows_reviewers()).unwrap_or_default(),
            points: score.map(|line| line.why(lang)).unwrap_or_default(),
            stale: internal && judgement.is_stale,
            disputed: internal && judgement.is_disputed,
            notes: (0..).zip(told).filter(|(_, note)| is_on_it(note)).map(|(at, _)| at).collect(),
        }
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn tone_name(tone: OutTone) -> &'static str {
    match tone {
        OutTone::Bad => "bad",
        OutTone::Ask => "ask",
        OutTone::Good => "good",
        OutTone::Faint => "faint",
        OutTone::Plain | OutTone::Strong => "",
    }
}
