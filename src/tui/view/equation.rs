//! A finding explained: the equation with its numbers, both sides marked as in the table, the difference, the verdict.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::check::localise::{self, Block, Repair};
use crate::check::{self, EquationText, Finding, Term};
use crate::report::Number;
use crate::terminal::width::Measure;
use crate::tui::model::{Model, Opened};
use crate::tui::screen::findings::causes;
use crate::tui::{theme, together};

use super::paint::{Canvas, Piece, run};
use super::signs::sign_of;

/// How the left and the right side of the current equation are marked, here and in the table.
pub(crate) const LEFT_MARKS: (char, char) = ('<', '>');
pub(crate) const RIGHT_MARKS: (char, char) = ('[', ']');

/// Draws the finding into the panel; an empty panel if there is none.
pub(crate) fn panel(
    canvas: &mut Canvas<'_>,
    area: Rect,
    model: &Model,
    opened: &Opened<'_>,
    finding: Option<&Finding>,
) {
    let area = canvas.part(area);
    let Some(finding) = finding else { return };
    for (row, line) in (0..area.height).zip(lines(model, opened, finding, usize::from(area.width))) {
        canvas.pieces(area, row, line);
    }
}

/// The finding in lines; the most important first, since the panel may cut them off.
pub(crate) fn lines(model: &Model, opened: &Opened<'_>, finding: &Finding, width: usize) -> Vec<Vec<Piece>> {
    let words = &model.words().desk;
    let mut lines = vec![heading(model, opened, finding)];
    let text = finding.broken().and_then(|broken| {
        Some((broken, check::equation_text(opened.form, broken, &opened.lean.cells, model.given.lang)?))
    });
    match text {
        Some((broken, text)) => {
            let difference = difference(model, broken.difference, &text);
            // On the first line, if that has room for it: a panel may have few.
            let taken = |pieces: &[Piece]| pieces.iter().map(|piece| piece.cells(model.display.measure)).sum::<usize>();
            match lines.first_mut().filter(|first| taken(first) + taken(&difference) + 2 <= width) {
                Some(first) => first.extend(std::iter::once(run("  ", theme::PLAIN)).chain(difference)),
                None => lines.push(difference),
            }
            let (measure, all_zero) = (model.display.measure, words.all_zero());
            let left = Side { name: words.left(), marks: LEFT_MARKS, style: theme::LEFT_SIDE, measure, all_zero };
            let right = Side { name: words.right(), marks: RIGHT_MARKS, style: theme::RIGHT_SIDE, measure, all_zero };
            lines.extend(left.lines(&text.left, broken.left, width));
            lines.extend(right.lines(&text.right, broken.right, width));
            // What does not hold stands before what would settle it: a panel of few rows must show both sides.
            lines.extend(repair(model, opened, width));
        }
        None => {
            lines.extend(repair(model, opened, width));
            let text = check::message(opened.form, finding, &opened.lean.cells, model.given.lang);
            let text = model.display.measure.wrap(&text, width);
            lines.extend(text.into_iter().map(|line| vec![run(line, theme::PLAIN)]));
        }
    }
    let (ask, basis) = (finding.ask(model.given.lang), finding.rule.basis.text(model.given.lang));
    let asked = model.display.measure.wrap(&words.asked(ask, basis), width);
    lines.extend(asked.into_iter().map(|line| vec![run(line, theme::DIM)]));
    lines
}

/// The finding's rule, where it is in the list, and its verdict.
pub(crate) fn heading(model: &Model, opened: &Opened<'_>, finding: &Finding) -> Vec<Piece> {
    let words = model.words();
    let total = opened.open.outcome.findings.len();
    let position = opened.open.findings.window.cursor + 1;
    let mut pieces = vec![
        run(sign_of(finding.severity, model.given.lang), theme::severity(finding.severity)),
        run(format!(" {} {}", finding.rule.id, finding.rule.name(model.given.lang)), theme::HEADING),
        run(format!("  {position}/{total}"), theme::DIM),
    ];
    let fingerprint = finding.fingerprint.to_string();
    let review = model.review_of(opened.open.item);
    let decided = review.and_then(|review| Some((review.verdict(&fingerprint)?, review.verdict_act(&fingerprint)?)));
    if let Some(conflict) = together::conflict_text(review, &fingerprint, words) {
        pieces.push(run(format!("  {conflict}"), theme::WARNING));
    } else if let Some((verdict, act)) = decided {
        let decided = words.desk.decided(verdict.decision.label(words), &verdict.reason, &act.by);
        pieces.push(run(format!("  {decided}"), theme::GOOD));
    }
    pieces
}

/// What would settle it: the repair that is previewed, the only one there is, or how many there are.
fn repair(model: &Model, opened: &Opened<'_>, width: usize) -> Vec<Vec<Piece>> {
    let Some(block) = causes::current(opened.open) else { return Vec::new() };
    let text = match causes::previewed(opened.open) {
        Some(repair) => preview_text(model, opened, block, repair),
        None => localise::block_text(opened.form, block, model.given.lang),
    };
    let lines = model.display.measure.wrap(&text, width);
    lines.into_iter().map(|line| vec![run(line, theme::WARNING)]).collect()
}

fn preview_text(model: &Model, opened: &Opened<'_>, block: &Block, repair: &Repair) -> String {
    let number = opened.open.findings.preview.map_or(0, |index| index + 1);
    let kind = localise::kind_name(repair.kind, model.given.lang);
    let certainty = localise::certainty_name(repair.certainty, model.given.lang);
    model.words().desk.preview(number, block.repairs.len(), kind, certainty)
        + &localise::repair_text(opened.form, repair, model.given.lang)
}

fn difference(model: &Model, difference: Number, text: &EquationText) -> Vec<Piece> {
    let words = &model.words().desk;
    let line = words.difference(&text.place, difference);
    let mut pieces = vec![run(line, theme::BAD)];
    if text.zeros > 0 {
        pieces.push(run(format!("  {}", words.zeros_left_out(text.zeros)), theme::DIM));
    }
    pieces
}

/// One side of an equation.
struct Side {
    name: &'static str,
    marks: (char, char),
    style: Style,
    measure: Measure,
    /// What stands for terms that are all zero.
    all_zero: &'static str,
}

impl Side {
    /// Its terms with their marks, over as many lines as they need, and their sum.
    fn lines(&self, terms: &[Term], sum: Number, width: usize) -> Vec<Vec<Piece>> {
        let indent = self.measure.cells(self.name) + 1;
        let mut lines = Vec::new();
        let mut line = vec![run(format!("{} ", self.name), theme::DIM)];
        let mut used = indent;
        for (index, term) in terms.iter().enumerate() {
            let name = format!("{}{} ", if index > 0 { " + " } else { "" }, term.name);
            let value = format!("{}{}{}", self.marks.0, term.value, self.marks.1);
            let cells = self.measure.cells(&name) + self.measure.cells(&value);
            if used + cells > width && used > indent {
                lines.push(std::mem::replace(&mut line, vec![run(" ".repeat(indent), theme::PLAIN)]));
                used = indent;
            }
            used += cells;
            line.extend([run(name, theme::PLAIN), run(value, self.style)]);
        }
        if terms.is_empty() {
            line.push(run(self.all_zero, theme::PLAIN));
        }
        if terms.len() > 1 {
            line.extend([run(" = ", theme::PLAIN), run(sum.to_string(), theme::HEADING)]);
        }
        lines.push(line);
        lines
    }
}
