//! The text of the report's sections.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::layout::{Regions, is_beside};
use crate::tui::model::PanelNeed;
use crate::tui::model::{Model, NarrativeState, Open, Opened};
use crate::tui::theme;
use crate::tui::view::equation;
use crate::tui::view::paint::{Canvas, column, run};

use super::prose::ProseLine;
use super::{panel, prose, ties as said};

/// Draws the text from the first line shown on.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let open = model.open.as_ref()?;
    let lines = prose::lines(model, usize::from(regions.body.width));
    if lines.is_empty() {
        let words = &model.words().desk;
        let text = match &open.narrative {
            NarrativeState::Pending => words.text_pending(),
            NarrativeState::Failed(why) => why,
            NarrativeState::Ready(_) => words.no_text(),
        };
        canvas.line(regions.body, 0, text, theme::DIM);
    }
    let section = lines.get(open.text.window.cursor).map(|line| line.section);
    let mut cursor = None;
    let shown = lines.into_iter().enumerate().skip(open.text.window.offset);
    for (row, (index, line)) in (0..regions.body.height).zip(shown) {
        let here = index == open.text.window.cursor;
        if here {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
        let style = if line.heading { theme::HEADING } else { theme::PLAIN };
        let marker = column(if here { SAFE.marker } else { "" }, 2, theme::CURSOR);
        let pieces = line.pieces(&marks(open, &line)).into_iter().map(|(text, mark)| match mark {
            Some(mark) => run(text, style.patch(mark)),
            None => run(text, style),
        });
        canvas.hit(regions.body, row, Hit::Line(index));
        canvas.pieces(regions.body, row, std::iter::once(marker).chain(pieces));
    }
    if let Some(opened) = model.opened() {
        match open.copied() {
            Some(finding) => panel::draw(canvas, regions.panel, model, &opened, finding),
            None => match open.finding().filter(|_| open.findings.marked) {
                None if is_beside(model) => ties(canvas, regions.panel, model, &opened, section),
                finding => equation::panel(canvas, regions.panel, model, &opened, finding),
            },
        }
    }
    cursor
}

/// How many lines its panel has to say. Copied passages are long, and there is always something beside.
pub(super) fn need(model: &Model, width: usize) -> PanelNeed {
    let Some(opened) = model.opened() else { return PanelNeed::default() };
    if opened.open.copied().is_some() {
        return PanelNeed::of(usize::MAX);
    }
    let finding = opened.open.finding().filter(|_| opened.open.findings.marked);
    let lines = finding.map_or(0, |finding| equation::lines(model, &opened, finding, width).len());
    PanelNeed { spare: usize::from(is_beside(model)), ..PanelNeed::of(lines) }
}

/// With room to spare: what the numbers of the section under the cursor are in the tables.
fn ties(canvas: &mut Canvas<'_>, panel: Rect, model: &Model, opened: &Opened<'_>, section: Option<u8>) {
    let area = canvas.part(panel);
    let Some(section) = section else { return };
    let line = opened.open.text.line.as_ref().filter(|(of, _)| *of == section).map(|(_, line)| line);
    let words = &model.words().see;
    let whole = 0..usize::MAX;
    let mut lines = vec![vec![run(words.text_numbers(), theme::HEADING)]];
    for tie in opened.open.ties_in(section, &whole) {
        let here = line.is_some_and(|line| tie.claim.start < line.end && line.start < tie.claim.end);
        let style = if here { theme::CURSOR } else { theme::PLAIN };
        let text = canvas.measure.wrap(&said::text(opened, model, tie), usize::from(area.width).saturating_sub(2));
        lines.extend(text.into_iter().enumerate().map(|(row, text)| {
            let marker = if here && row == 0 { SAFE.marker } else { "" };
            vec![column(marker, 2, style), run(text, style)]
        }));
    }
    if lines.len() == 1 {
        lines.push(vec![run(words.text_no_numbers(), theme::DIM)]);
    }
    for (row, line) in (0..area.height).zip(lines) {
        canvas.pieces(area, row, line);
    }
}

/// What is marked of a line: the passages of the current finding, then the numbers that the tables say too.
fn marks(open: &Open, line: &ProseLine) -> Vec<(Range<usize>, Style)> {
    let Some((section, span)) = line.span() else { return Vec::new() };
    let here = open.passages().filter(|passage| passage.section == section);
    let passages = here.map(|passage| (passage.start..passage.end, theme::PASSAGE));
    let ties = open.ties_in(section, &span).map(|tie| (tie.claim.start..tie.claim.end, theme::CLAIM));
    passages.chain(ties).collect()
}
