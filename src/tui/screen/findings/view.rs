//! The findings of a report: worst first, below them what could not be checked and what was doubtful in reading.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::check::localise::block_text;
use crate::check::{self, Finding};
use crate::form::Cell;
use crate::journal::ReportReview;
use crate::report::Value;
use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::model::PanelNeed;
use crate::tui::model::{Model, Opened};
use crate::tui::screen::cell::value;
use crate::tui::screen::findings::causes::{self, CauseRow};
use crate::tui::screen::table::{Marks, TableGlance};
use crate::tui::view::equation;
use crate::tui::view::paint::{Canvas, Piece, column, run};
use crate::tui::view::signs::sign_of;
use crate::tui::{theme, together};
use crate::words::CommandId;

use super::gaps;

const MARKER: usize = 2;
const SEVERITY: usize = 3;
const RULE: usize = 7;
/// A table of fewer lines, its name and head among them, says too little.
const LEAST_TABLE: u16 = 6;

/// Draws the list and the equation of the current finding.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    let review = model.review_of(opened.open.item);
    let rows = lines(model, &opened);
    let here = opened.open.findings.window.cursor;
    // The line under the cursor is the last one shown, until the list fits.
    let last = rows.iter().position(|row| row.number() == Some(here)).unwrap_or(0) + 1;
    let first = last.saturating_sub(usize::from(regions.body.height));
    let mut cursor = None;
    for (row, line) in (0..regions.body.height).zip(rows.iter().skip(first)) {
        let under_cursor = line.number() == Some(here);
        if under_cursor {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
        if let Some(number) = line.number() {
            canvas.hit(regions.body, row, Hit::Line(number));
        }
        canvas.pieces(regions.body, row, pieces(model, &opened, review, line, under_cursor));
    }
    panel(canvas, regions.panel, model, &opened);
    cursor
}

/// How many lines the list has.
pub(super) fn height(model: &Model, opened: &Opened<'_>) -> usize {
    lines(model, opened).len()
}

/// How many lines there are to say of the one under the cursor, and of the table that it speaks of.
pub(super) fn need(model: &Model, opened: &Opened<'_>, width: usize) -> PanelNeed {
    let table = opened.open.finding().and_then(|finding| finding.table);
    let spare = table.map_or(0, |table| TableGlance::height(opened.lean, table) + 1);
    PanelNeed { spare, ..PanelNeed::of(details(model, opened, width).len()) }
}

/// What is to be said of the line under the cursor, and where there is room, the table that it speaks of.
fn panel(canvas: &mut Canvas<'_>, panel: Rect, model: &Model, opened: &Opened<'_>) {
    let area = canvas.part(panel);
    let lines = details(model, opened, usize::from(area.width));
    let taken = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX).min(area.height);
    for (row, line) in (0..area.height).zip(lines) {
        canvas.pieces(area, row, line);
    }
    let rest = Rect { y: area.y + taken, height: area.height - taken, ..area };
    let finding = opened.open.finding();
    if let Some(table) = finding.and_then(|finding| finding.table).filter(|_| rest.height >= LEAST_TABLE) {
        let marks = Marks::of(model, opened, finding, table);
        TableGlance { lean: opened.lean, table, marks, cell: opened.open.landing(opened.form) }
            .draw(canvas, rest, model);
    }
}

/// The explanation, the cells with what they were last year, and the passages.
fn details(model: &Model, opened: &Opened<'_>, width: usize) -> Vec<Vec<Piece>> {
    let measure = model.display.measure;
    if let Some(gap) = gaps::current(model) {
        // A line that may be longer than the screen is wide, whole.
        return measure.wrap(&gap, width).into_iter().map(|line| vec![run(line, theme::PLAIN)]).collect();
    }
    let Some(finding) = opened.open.finding() else { return Vec::new() };
    let mut lines = equation::lines(model, opened, finding, width);
    if !finding.cells.is_empty() {
        lines.extend([Vec::new(), vec![run(model.words().see.finding_cells(), theme::HEADING)]]);
        lines.extend(finding.cells.iter().filter(|cell| !is_nothing(model, opened, **cell)).map(|&cell| {
            let value = value::short_value(opened.lean.cells.get(cell), model);
            let last = value::last_year(model, opened, cell).unwrap_or_default();
            let name = check::cell_name(opened.form, cell, model.given.lang);
            vec![
                run(format!("{name}  "), theme::PLAIN),
                run(value, theme::HEADING),
                run(format!("  {last}"), theme::DIM),
            ]
        }));
    }
    for passage in finding.evidence().iter().filter(|passage| passage.report.is_none()) {
        let heading = model.words().desk.passage_here(passage.section);
        lines.extend([Vec::new(), vec![run(heading, theme::HEADING)]]);
        let wrapped = passage.text.lines().flat_map(|line| measure.wrap(line, width));
        lines.extend(wrapped.map(|line| vec![run(line, theme::PASSAGE)]));
    }
    lines
}

/// Is the cell zero, and was it zero last year too, or not known? Most terms of a sum are.
fn is_nothing(model: &Model, opened: &Opened<'_>, cell: Cell) -> bool {
    let is_zero = |value: Value<'_>| value.number().is_some_and(|number| number.is_zero());
    let before = model.year_before(opened.lean);
    let last = before.lean().and_then(|last| Some(last.cells.get(last.form.cell(opened.form.id(cell))?)));
    is_zero(opened.lean.cells.get(cell)) && last.is_none_or(is_zero)
}

/// One line of the screen.
enum Line {
    /// What explains the findings below it.
    Cause(String),
    /// A finding, by its position.
    Finding(usize),
    /// What is not known, by its position in the list, in words.
    Gap(usize, String),
    /// There are no findings.
    None,
    /// So many hints are not listed.
    Aside(usize),
    /// What was checked, and what was not.
    Coverage(String),
    /// Between what is wrong and what is not known.
    Space,
}

impl Line {
    /// Its position in the list that the cursor walks.
    fn number(&self) -> Option<usize> {
        match self {
            Self::Finding(number) | Self::Gap(number, _) => Some(*number),
            _ => None,
        }
    }
}

fn lines(model: &Model, opened: &Opened<'_>) -> Vec<Line> {
    let findings = opened.open.outcome.findings.len();
    let mut lines: Vec<Line> = causes::rows(opened.open)
        .into_iter()
        .map(|row| match row {
            CauseRow::Finding(index) => Line::Finding(index),
            CauseRow::Cause(block) => {
                let text = opened.open.blocks.get(block).map(|block| block_text(opened.form, block, model.given.lang));
                Line::Cause(text.unwrap_or_default())
            }
        })
        .collect();
    if findings == 0 {
        lines.push(Line::None);
    }
    let aside = opened.open.hints.aside().len();
    if aside > 0 {
        lines.push(Line::Aside(aside));
    }
    lines.push(Line::Space);
    lines.push(Line::Coverage(check::coverage(
        model.given.basis.profile,
        &opened.open.outcome.unchecked,
        model.given.lang,
    )));
    let gaps = gaps::gaps(model);
    lines.extend(gaps.into_iter().enumerate().map(|(index, text)| Line::Gap(findings + index, text)));
    lines
}

fn pieces(
    model: &Model,
    opened: &Opened<'_>,
    review: Option<ReportReview<'_>>,
    line: &Line,
    under_cursor: bool,
) -> Vec<Piece> {
    let base = if under_cursor { theme::CURSOR } else { theme::PLAIN };
    let marker = |sign: &str| {
        let cursor = if under_cursor { SAFE.marker } else { " " };
        column(format!("{cursor}{sign}"), MARKER, base)
    };
    match line {
        Line::Cause(text) => vec![run(text.as_str(), theme::HEADING)],
        Line::Finding(index) => match opened.open.outcome.findings.get(*index) {
            Some(finding) => {
                // Where only some findings are gone through, these have a sign and the others are dim.
                let wanted = &model.list.wanted;
                let (sign, base) = match wanted.fits(finding.rule, finding.severity) {
                    _ if wanted.is_all() => ("", base),
                    true => (SAFE.bullet, base),
                    false => ("", base.patch(theme::DIM)),
                };
                std::iter::once(marker(sign)).chain(finding_pieces(model, opened, review, finding, base)).collect()
            }
            None => Vec::new(),
        },
        Line::Gap(_, text) => vec![marker(""), run(text.as_str(), if under_cursor { base } else { theme::DIM })],
        Line::None => vec![run(model.words().desk.no_findings_here(), theme::GOOD)],
        Line::Aside(count) => {
            let text = model.words().desk.hints_aside(count, model.key_text(CommandId::Hints));
            vec![marker(""), run(text, theme::DIM)]
        }
        Line::Coverage(text) => vec![marker(""), run(text.as_str(), theme::DIM)],
        Line::Space => Vec::new(),
    }
}

fn finding_pieces(
    model: &Model,
    opened: &Opened<'_>,
    review: Option<ReportReview<'_>>,
    finding: &Finding,
    base: Style,
) -> Vec<Piece> {
    let verdict = review.and_then(|review| review.verdict(&finding.fingerprint.to_string()));
    let mut pieces = vec![
        column(sign_of(finding.severity, model.given.lang), SEVERITY, base.patch(theme::severity(finding.severity))),
        column(&*finding.rule.id, RULE, base),
    ];
    let conflict = together::conflict_text(review, &finding.fingerprint.to_string(), model.words());
    if let Some(conflict) = conflict {
        pieces.push(run(format!("({conflict}) "), theme::WARNING));
    } else if let Some(verdict) = verdict {
        let reason = if verdict.reason.is_empty() { String::new() } else { format!(" {}", verdict.reason) };
        pieces.push(run(format!("({}{reason}) ", verdict.decision.label(model.words())), theme::GOOD));
    }
    pieces.push(run(check::message(opened.form, finding, &opened.lean.cells, model.given.lang), base));
    pieces
}
