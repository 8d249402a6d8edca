//! Opening a report, and going to what an act on it speaks of.

use crate::journal::Target;
use crate::tui::layout;
use crate::tui::model::hints::Hints;
use crate::tui::model::{ItemId, Model, NarrativeState, Open, Screen, Sought, Tone};
use crate::tui::msg::Effect;
use crate::tui::screen::text::prose;

/// Opens a report on its findings, and puts the cursor of the list on it.
pub(crate) fn open(model: &mut Model, item: ItemId) -> Vec<Effect> {
    let Some(open) = opening(model, item) else { return Vec::new() };
    model.open = Some(open);
    model.list.select(item);
    vec![Effect::Open(item)]
}

/// A report as it is opened: with what its numbers show.
pub(crate) fn opening(model: &Model, item: ItemId) -> Option<Open> {
    let case = model.case(item)?;
    Some(Open::new(item, case.lean.form, case.lean(), Hints::new(model.list.hints)))
}

/// Opens a report on the screen that is shown.
pub(crate) fn open_on_same_screen(model: &mut Model, item: ItemId) -> Vec<Effect> {
    let shown = model.open.as_ref().map(|open| (open.screen.without_cell(), open.tables.shown));
    let effects = open(model, item);
    if let (Some(open), Some(shown)) = (model.open.as_mut(), shown) {
        (open.screen, open.tables.shown) = shown;
    }
    effects
}

/// Goes to what a note speaks of.
pub(crate) fn follow(model: &mut Model, target: &Target) {
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let missing = model.words().desk.target_gone();
    let Some(open) = model.open.as_mut() else { return };
    match target {
        Target::Report => open.screen = Screen::Findings,
        Target::Section(number) => {
            open.screen = Screen::Text;
            let number = *number;
            if matches!(open.narrative, NarrativeState::Pending) {
                open.text.passage = u8::try_from(number).ok().map(|section| (section, 0));
                return;
            }
            let width = usize::from(layout::regions(model).body.width);
            let line = prose::lines(model, width).iter().position(|line| u32::from(line.section) == number);
            if let Some(open) = model.open.as_mut() {
                open.text.window.cursor = line.unwrap_or(0);
            }
        }
        Target::Cell(id) => match form.cell(id) {
            Some(cell) => open.show_cell(form, cell),
            None => model.say(Tone::Bad, missing),
        },
        Target::Finding(fingerprint) => {
            let pending = matches!(open.narrative, NarrativeState::Pending);
            match fingerprint.parse() {
                Ok(name) if open.put_on(name) => open.show_finding(form),
                // One about the texts comes a moment later.
                Ok(name) if pending => open.findings.sought = Some(Sought::Shown(name)),
                _ => model.say(Tone::Bad, missing),
            }
        }
    }
}

/// Shows another screen of the open report.
pub(crate) fn show(model: &mut Model, screen: Screen) {
    if let Some(open) = model.open.as_mut() {
        (open.screen, open.back) = (screen, None);
    }
}

/// Shows a table of the open report.
pub(crate) fn show_table(model: &mut Model, table: usize) {
    if let Some(open) = model.open.as_mut() {
        open.tables.shown = table;
    }
    show(model, Screen::Table);
}
