//! What is marked in a table: the sides of the current finding, what the other open ones name, faulty cells, cells with
//! notes, what a repair would change.

use std::collections::HashSet;

use crate::check::localise::{Block, Change};
use crate::check::{Finding, Jump, Jumps, Violation};
use crate::form::Cell;
use crate::journal::{Decision, ReportReview, Target};
use crate::report::{Lean, Value};
use crate::terminal::glyphs::SAFE;
use crate::tui::model::{Model, Opened};
use crate::tui::screen::cell::value;
use crate::tui::screen::cell::value::jump_sign;
use crate::tui::screen::doubts;
use crate::tui::screen::findings::causes;
use crate::tui::screen::findings::grouping::cause_of;
use crate::tui::theme;
use crate::tui::view::equation::{LEFT_MARKS, RIGHT_MARKS};
use crate::tui::view::grid::Shown;

/// The cells of a table that have a mark.
#[derive(Default)]
pub(crate) struct Marks {
    left: Vec<Cell>,
    right: Vec<Cell>,
    /// Those that an open finding names.
    named: HashSet<Cell>,
    /// Of these, the ones that have a fault of their own, or that whatever would settle the findings changes.
    faulty: HashSet<Cell>,
    noted: Vec<Cell>,
    /// Doubtful readings and compared ones.
    readings: Vec<(Cell, &'static str)>,
    preview: Vec<Change>,
    common: Vec<Cell>,
    /// What is sudden against the year before.
    jumps: Vec<(Cell, Jump)>,
}

impl Marks {
    /// Those of table number `table`, with one finding marked more strongly.
    pub(crate) fn of(model: &Model, opened: &Opened<'_>, current: Option<&Finding>, table: usize) -> Self {
        let review = model.review_of(opened.open.item);
        let notes = review.into_iter().flat_map(|review| review.notes());
        let cell_of = |target: &Target| match target {
            Target::Cell(id) => opened.form.cell(id),
            _ => None,
        };
        let findings = &opened.open.outcome.findings;
        let mut marks = Self::in_brief(opened.lean, review, findings, current);
        marks.faulty.extend(explained(&opened.open.blocks, &open_ones(findings, review)));
        Self {
            readings: doubts::signs(model, opened),
            preview: causes::previewed(opened.open).map(|repair| repair.cells.clone()).unwrap_or_default(),
            common: causes::current(opened.open).map(|block| block.common.clone()).unwrap_or_default(),
            noted: notes.filter_map(|note| cell_of(note.target())).collect(),
            jumps: jumps(model, opened, table),
            ..marks
        }
    }

    /// What findings alone say of the cells of a report.
    pub(crate) fn in_brief(
        lean: &Lean,
        review: Option<ReportReview<'_>>,
        findings: &[Finding],
        current: Option<&Finding>,
    ) -> Self {
        let broken = current.and_then(Finding::broken);
        let said = current.filter(|finding| finding.said().is_some());
        let said = said.map(|finding| finding.cells.clone()).unwrap_or_default();
        let faults = findings.iter().filter(|finding| matches!(finding.what, Violation::Faulty(_)));
        Self {
            left: broken.map(|broken| broken.equation.left.to_vec()).unwrap_or(said),
            right: broken.map(|broken| broken.equation.right.to_vec()).unwrap_or_default(),
            named: open_ones(findings, review).into_iter().flat_map(|finding| named(lean, finding)).collect(),
            faulty: faults.flat_map(|finding| finding.cells.iter().copied()).collect(),
            ..Self::default()
        }
    }
}

/// The findings about cells that nobody has set aside: what must be corrected stands as it was.
fn open_ones<'a>(findings: &'a [Finding], review: Option<ReportReview<'_>>) -> Vec<&'a Finding> {
    let is_open = |finding: &&Finding| {
        let verdict = review.and_then(|review| review.verdict(&finding.fingerprint.to_string()));
        !matches!(verdict.map(|verdict| verdict.decision), Some(Decision::Accept | Decision::NotAProblem))
    };
    findings.iter().filter(|finding| !finding.cells.is_empty()).filter(is_open).collect()
}

/// The cells that a finding names. An equation in words leaves out its terms that are zero, and so do the marks.
fn named<'a>(lean: &'a Lean, finding: &'a Finding) -> impl Iterator<Item = Cell> + 'a {
    let is_zero = |cell| matches!(lean.cells.get(cell), Value::Number(number) if number.is_zero());
    let cells = finding.cells.iter().copied().enumerate();
    let named = cells.filter(move |(place, cell)| *place == 0 || finding.broken().is_none() || !is_zero(*cell));
    named.map(|(_, cell)| cell)
}

/// The cells that every explanation of open findings changes.
fn explained<'a>(blocks: &'a [Block], open: &[&Finding]) -> impl Iterator<Item = Cell> + 'a {
    let of: HashSet<usize> = open.iter().filter_map(|finding| cause_of(blocks, finding)).collect();
    of.into_iter().filter_map(|block| blocks.get(block)).flat_map(|block| block.common.iter().copied())
}

/// The cells of a table that have changed suddenly since the year before.
fn jumps(model: &Model, opened: &Opened<'_>, table: usize) -> Vec<(Cell, Jump)> {
    let before = model.year_before(opened.lean);
    let Some(before) = before.lean() else { return Vec::new() };
    let jumps = Jumps::of(model.given.basis.profile);
    let cells = opened.form.cells_of(table);
    cells.filter_map(|cell| Some((cell, jumps.of_cell(opened.lean, before, cell)?))).collect()
}

/// The text of a cell with its marks: `<5>` left side, `[5]` right side, `◦` what another open finding names, `!` what must
/// be wrong, `*` a note, `?` a doubtful reading, `✓` or `✗` one that was compared with the document, `▴` or `▾` a sudden
/// change.
pub(super) fn shown(model: &Model, lean: &Lean, marks: &Marks, cell: Cell) -> Shown {
    let value = lean.cells.get(cell);
    let mut text = value::short_value(value, model);
    let mut style = match value {
        Value::Number(number) if number.is_zero() => theme::DIM,
        Value::Missing | Value::Blank => theme::DIM,
        _ => theme::PLAIN,
    };
    if marks.faulty.contains(&cell) {
        text.insert(0, '!');
        style = theme::WARNING;
    }
    if let Some(change) = marks.preview.iter().find(|change| change.cell == cell) {
        // Only what every repair says of a cell is certain.
        let doubt = if marks.common.contains(&cell) { "" } else { "?" };
        text = format!("{text}>{}{doubt}", change.to);
        style = theme::PREVIEW;
        return Shown { text, style };
    }
    let is_side = marks.left.contains(&cell) || marks.right.contains(&cell);
    if marks.named.contains(&cell) && !marks.faulty.contains(&cell) && !is_side {
        text.insert_str(0, SAFE.bullet);
        style = if style == theme::DIM { style } else { theme::NAMED };
    }
    let mut side = |(before, after): (char, char), colour| {
        text = format!("{before}{text}{after}");
        style = colour;
    };
    if marks.left.contains(&cell) {
        side(LEFT_MARKS, theme::LEFT_SIDE);
    } else if marks.right.contains(&cell) {
        side(RIGHT_MARKS, theme::RIGHT_SIDE);
    }
    if let Some((_, sign)) = marks.readings.iter().find(|(known, _)| *known == cell) {
        text.push_str(sign);
    }
    if let Some((_, jump)) = marks.jumps.iter().find(|(known, _)| *known == cell) {
        text.push_str(jump_sign(*jump));
    }
    if marks.noted.contains(&cell) {
        text.push('*');
    }
    Shown { text, style }
}
