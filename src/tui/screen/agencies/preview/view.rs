//! The report under the cursor of the list, in brief: who, how far, what was last said, what was found.

use std::borrow::Cow;
use std::cmp::Reverse;

use ratatui::layout::Rect;

use crate::check::{self, Listed, Severity};
use crate::journal::{ReportReview, Status, describe_kind};
use crate::report::{Head, Lean, Number, SafeText};
use crate::terminal::width::Measure;
use crate::tui::model::{Item, ItemId, Model, Sheet};
use crate::tui::screen::notes;
use crate::tui::screen::table::{Marks, TableGlance};
use crate::tui::screen::years::FIGURES;
use crate::tui::view::paint::{Canvas, Piece, column, number, run};
use crate::tui::view::signs::sign_of;
use crate::tui::{rounds, theme, together};

/// How many of the last acts are shown.
const ACTS: usize = 3;
/// The position of 表三 in the form.
const REQUESTS: usize = 1;
const SEVERITY: usize = 3;
const RULE: usize = 8;
const FIGURE: usize = 9;

pub(crate) fn draw(canvas: &mut Canvas<'_>, panel: Rect, model: &Model) {
    let area = canvas.part(panel);
    let Some(item) = model.list.current() else { return };
    let Some(entry) = model.library.get(item) else { return };
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let lines = match entry.sheet() {
        Some(sheet) => report(model, item, entry, sheet, (width, height)),
        None => unreadable(model, item, entry, width),
    };
    for (row, line) in (0..area.height).zip(lines) {
        canvas.pieces(area, row, line);
    }
}

/// The table that the first of its findings speaks of, with the cells of all of them marked; else 表三.
pub(crate) fn draw_table(canvas: &mut Canvas<'_>, panel: Rect, model: &Model) {
    let area = canvas.part(panel);
    let sheet = model.list.current().and_then(|item| Some((item, model.library.sheet(item)?)));
    let Some((item, sheet)) = sheet else { return };
    let findings = &model.preview.findings;
    let worst =
        findings.iter().filter(|finding| finding.table.is_some()).min_by_key(|finding| Reverse(finding.severity));
    let marks = Marks::in_brief(&sheet.lean, model.review_of(item), findings, worst);
    let table = worst.and_then(|finding| finding.table).unwrap_or(REQUESTS);
    let cell = worst.and_then(|finding| finding.cells.first().copied());
    TableGlance { lean: &sheet.lean, table, marks, cell }.draw(canvas, area, model);
}

fn unreadable(model: &Model, item: ItemId, entry: &Item, width: usize) -> Vec<Vec<Piece>> {
    let absent = model.library.absent(item);
    let name = absent.map_or_else(|| entry.id.to_string(), Head::name);
    let state = if absent.is_some() { model.words().desk.missing() } else { model.words().desk.unreadable() };
    let mut lines = vec![vec![run(name, theme::HEADING)], vec![run(state, theme::BAD)]];
    let why = entry.body.as_ref().err().map(SafeText::as_str).unwrap_or_default();
    lines.extend(wrapped(model.display.measure, why, width));
    if let Some(mark) = model.journal.marks.get(item).filter(|mark| mark.status != Status::Unreviewed) {
        let status = rounds::long_status_text(model.words(), mark, model.journal.marks.today);
        lines.push(vec![run(status, theme::status(mark.status))]);
    }
    lines.extend(acts(model, item));
    lines
}

fn wrapped(measure: Measure, text: &str, width: usize) -> impl Iterator<Item = Vec<Piece>> {
    measure.wrap(text, width).into_iter().map(|line| vec![run(line, theme::PLAIN)])
}

fn report(
    model: &Model,
    item: ItemId,
    entry: &Item,
    sheet: &Sheet,
    (width, height): (usize, usize),
) -> Vec<Vec<Piece>> {
    let mut lines = vec![vec![run(sheet.lean.head.name(), theme::HEADING)]];
    lines.extend(wrapped(model.display.measure, &identity(model, &sheet.lean), width));
    lines.push(vec![run(entry.id.as_str(), theme::DIM)]);
    lines.push(standing(model, item, sheet));
    lines.extend(acts(model, item));
    lines.push(Vec::new());
    if sheet.findings.is_empty() {
        lines.push(vec![run(model.words().desk.no_findings_here(), theme::GOOD)]);
    } else {
        lines.push(vec![run(model.words().see.preview_findings(), theme::HEADING)]);
        let room = height.saturating_sub(lines.len());
        lines.extend(findings(model, sheet, width, room));
    }
    lines.push(Vec::new());
    lines.extend(figures(model, &sheet.lean));
    lines
}

/// The main figures, and what they were the year before: the last, for they may be cut off.
fn figures(model: &Model, lean: &Lean) -> Vec<Vec<Piece>> {
    let words = &model.words().see;
    let before = model.year_before(lean);
    let before = before.lean();
    let measure = model.display.measure;
    let widest = FIGURES.iter().map(|figure| measure.cells((figure.name)(*words))).max().unwrap_or(0);
    let last = before.map(|before| before.head.year.to_string()).unwrap_or_default();
    let mut lines = vec![vec![
        column(words.preview_figures(), widest, theme::HEADING),
        number(lean.head.year.to_string(), FIGURE, theme::DIM),
        number(last, FIGURE, theme::DIM),
    ]];
    let text = |value: Option<Number>| match value {
        Some(value) => value.to_string(),
        None => model.words().desk.short_missing().to_owned(),
    };
    lines.extend(FIGURES.iter().map(|figure| {
        vec![
            column((figure.name)(*words), widest, theme::PLAIN),
            number(text(figure.of(lean)), FIGURE, theme::PLAIN),
            number(before.map(|before| text(figure.of(before))).unwrap_or_default(), FIGURE, theme::DIM),
        ]
    }));
    lines
}

/// `骐昌市 松溪县  县级部门  表式 2021  v2`.
fn identity(model: &Model, lean: &Lean) -> String {
    let agency = &lean.head.agency;
    let region: Vec<Cow<'_, str>> = agency.region.iter().map(SafeText::name).collect();
    let form = model.words().see.preview_form(&lean.form.edition);
    let version = lean.head.version.map(|version| format!("v{version}"));
    // What is no known level is free text, and stays as it was written.
    let level = agency.level.as_ref().map(|level| {
        let known = model.words().see.levels().iter().find(|(id, _)| *id == level.as_str());
        known.map_or(level.as_str(), |(_, name)| name).to_owned()
    });
    let read_as = agency.read_as.as_ref();
    let read_as = read_as.map(|read| model.words().naming.read_as(&read.name));
    let parts = [read_as, Some(region.join(" ")), level, Some(form), version];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

/// Status, counts, and how many findings have a verdict.
fn standing(model: &Model, item: ItemId, sheet: &Sheet) -> Vec<Piece> {
    let (words, severity) = (model.words(), &model.words().severity);
    let mark = model.journal.marks.get(item).unwrap_or_default();
    let status = rounds::long_status_text(words, mark, model.journal.marks.today);
    let mut pieces = vec![run(status, theme::status(mark.status))];
    if mark.stale {
        pieces.push(run(words.desk.stale(), theme::WARNING));
    }
    let counts = [
        (severity.error_mark(), sheet.counts.error, theme::BAD),
        (severity.warning_mark(), sheet.counts.warning, theme::WARNING),
        (severity.info_mark(), sheet.counts.info, theme::PLAIN),
        (severity.remark_mark(), sheet.lean.remarks, theme::PLAIN),
        (words.desk.note_mark(), mark.notes, theme::PLAIN),
    ];
    let counts = counts.into_iter().filter(|(_, count, _)| *count > 0);
    pieces.extend(counts.map(|(sign, count, style)| run(format!("  {sign}{count}"), style)));
    let all = sheet.counts.to_decide();
    if all > 0 {
        pieces.push(run(format!("  {}", words.see.preview_decided(mark.decided, all)), theme::DIM));
    }
    pieces
}

/// The last acts, newest first.
fn acts(model: &Model, item: ItemId) -> Vec<Vec<Piece>> {
    let entries = notes::entries_of(model, item);
    if entries.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Vec::new(), vec![run(model.words().see.preview_acts(), theme::HEADING)]];
    lines.extend(entries.iter().rev().take(ACTS).map(|entry| {
        let stale = if entry.stale { model.words().desk.stale() } else { "" };
        vec![
            run(format!("{} {}  ", entry.act.at.local(), entry.act.by), theme::DIM),
            run(format!("{}  ", describe_kind(&entry.act.kind, model.words())), theme::PLAIN),
            run(stale, theme::WARNING),
            run(entry.text().lines().next().unwrap_or_default(), theme::PLAIN),
        ]
    }));
    lines
}

/// The findings, worst first, as many as there are lines for; the last line says how many more there are.
fn findings(model: &Model, sheet: &Sheet, width: usize, room: usize) -> Vec<Vec<Piece>> {
    let review = model.list.current().and_then(|item| model.review_of(item));
    let hints = model.list.wanted.takes_hints();
    let mut findings: Vec<&Listed> =
        sheet.findings.iter().filter(|listed| hints || listed.severity != Severity::Info).collect();
    findings.sort_by_key(|listed| Reverse(listed.severity));
    let mut lines = Vec::new();
    for (index, listed) in findings.iter().enumerate() {
        let own = finding(model, sheet, review, listed, width);
        let is_last = index + 1 == findings.len();
        if lines.len() + own.len() + usize::from(!is_last) > room {
            let more = model.words().see.preview_more(findings.len() - index);
            lines.push(vec![run(more, theme::DIM)]);
            break;
        }
        lines.extend(own);
    }
    lines
}

/// Sign, rule and verdict, and the words: the finding's where they are known, else the rule's name.
fn finding(
    model: &Model,
    sheet: &Sheet,
    review: Option<ReportReview<'_>>,
    listed: &Listed,
    width: usize,
) -> Vec<Vec<Piece>> {
    let verdict = together::standing_text(review, &listed.fingerprint.to_string(), model.words());
    let verdict = verdict.map(|verdict| format!("({verdict}) "));
    let known = model.preview.findings.iter().find(|finding| finding.fingerprint == listed.fingerprint);
    let text = match known {
        Some(finding) => check::message(sheet.lean.form, finding, &sheet.lean.cells, model.given.lang),
        None => listed.rule.name(model.given.lang).to_owned(),
    };
    let verdict = verdict.unwrap_or_default();
    let indent = SEVERITY + RULE;
    // Several reviewers' words may take more than a line: the finding goes on where they end.
    let lines = model.display.measure.wrap(&format!("{verdict}{text}"), width.saturating_sub(indent).max(8));
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    let (said, rest) = match first.strip_prefix(&verdict) {
        Some(rest) => (verdict, rest.to_owned()),
        None => (first, String::new()),
    };
    let first = vec![
        column(sign_of(listed.severity, model.given.lang), SEVERITY, theme::severity(listed.severity)),
        column(&*listed.rule.id, RULE, theme::PLAIN),
        run(said, theme::GOOD),
        run(rest, theme::PLAIN),
    ];
    let rest = lines.map(|line| vec![column("", indent, theme::PLAIN), run(line, theme::PLAIN)]);
    std::iter::once(first).chain(rest).collect()
}
