//! The line under the cursor of the text, and what is to be on the screen.

use crate::tui::hit::Hit;
use crate::tui::layout::{Regions, regions};
use crate::tui::lines::Lines;
use crate::tui::model::{Model, NarrativeState};
use crate::tui::query::Query;

use super::parallel::Parallel;
use super::{beside, prose};

/// The line under the cursor, or why there is none.
pub(crate) fn lines(model: &Model) -> Vec<String> {
    match model.open.as_ref().map(|open| &open.narrative) {
        None => Vec::new(),
        Some(NarrativeState::Ready(_)) => line(model).map(|line| line.text).into_iter().collect(),
        Some(NarrativeState::Pending) => vec![model.words().desk.text_pending().to_owned()],
        Some(NarrativeState::Failed(why)) => vec![why.to_string()],
    }
}

/// The section under the cursor.
pub(crate) fn copied(model: &Model) -> Option<String> {
    let NarrativeState::Ready(narrative) = &model.open.as_ref()?.narrative else { return None };
    let number = section(model)?;
    let section = narrative.sections.iter().find(|section| u32::from(section.number) == number)?;
    Some(format!("{}\n{}", section.heading, section.text))
}

/// The section that the line under the cursor belongs to.
pub(crate) fn section(model: &Model) -> Option<u32> {
    line(model).map(|line| u32::from(line.section))
}

fn line(model: &Model) -> Option<prose::ProseLine> {
    let cursor = model.open.as_ref()?.text.window.cursor;
    let width = usize::from(regions(model).body.width);
    prose::lines(model, width).into_iter().nth(cursor)
}

/// The lines that have what is looked for, also where it goes on in the next one: lines end where the screen does.
pub(crate) fn found(model: &Model, query: &Query) -> Vec<Hit> {
    let lines = prose::lines(model, usize::from(regions(model).body.width));
    let fits = |number: usize| {
        let Some(line) = lines.get(number) else { return false };
        if query.fits(&line.text) {
            return true;
        }
        let next = lines.get(number + 1).filter(|next| next.section == line.section && next.heading == line.heading);
        let begun: String = next.map(|next| next.text.chars().take(query.len()).collect()).unwrap_or_default();
        !begun.is_empty() && !query.fits(&begun) && query.fits(&format!("{}{begun}", line.text))
    };
    (0..lines.len()).filter(|number| fits(*number)).map(Hit::Line).collect()
}

/// The text as it is broken into lines on this screen.
pub(crate) fn all_lines(model: &Model) -> Lines {
    let width = usize::from(regions(model).body.width);
    Lines::of(prose::lines(model, width).into_iter().map(|line| line.text))
}

/// The first number on the line under the cursor.
pub(crate) fn number(model: &Model) -> Option<String> {
    let text = line(model)?.text;
    let digits = text.chars().skip_while(|c| !c.is_ascii_digit());
    Some(digits.take_while(char::is_ascii_digit).collect::<String>()).filter(|number| !number.is_empty())
}

/// Brings the passage that is wanted onto the screen, and keeps the cursor there.
pub(crate) fn settle(model: &mut Model, regions: &Regions) {
    settle_panel(model);
    let lines = prose::lines(model, usize::from(regions.body.width));
    let Some(open) = model.open.as_mut() else { return };
    let text = &mut open.text;
    if let Some(line) = text.passage.and_then(|(section, place)| prose::line_of(&lines, section, place)) {
        text.window.cursor = line;
        text.passage = None;
    }
    text.window.settle(lines.len(), usize::from(regions.body.height));
    text.line = lines.get(text.window.cursor).and_then(prose::ProseLine::span);
}

/// Copied passages are compared once, and scrolled no further than they go.
fn settle_panel(model: &mut Model) {
    let Some(open) = model.open.as_mut() else { return };
    let Some(copied) = open.copied() else { return };
    if Some(copied.fingerprint) != open.text.parallel.as_ref().map(|parallel| parallel.of) {
        let parallel = Parallel::of(copied);
        (open.text.parallel, open.text.scroll) = (parallel, 0);
    }
    let panel = regions(model).panel;
    let rows = model.opened().map_or(0, |opened| beside::rows(model, &opened, usize::from(panel.width)).len());
    let Some(open) = model.open.as_mut() else { return };
    open.text.scroll = open.text.scroll.min(rows.saturating_sub(usize::from(panel.height.saturating_sub(2)).max(1)));
}
