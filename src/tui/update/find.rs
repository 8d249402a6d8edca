//! Finding an agency: the filter, the order, the year.

use crossterm::event::KeyCode;

use crate::tui::keys::Key;
use crate::tui::model::chip::Chip;
use crate::tui::model::{Model, Tone, Window};
use crate::tui::msg::Effect;
use crate::tui::narrowing::{narrow_to, reordered};

/// Begins to type the filter.
pub(crate) fn start(model: &mut Model) {
    model.list.typing = true;
}

/// A key while the filter is typed: the list follows at once. `Enter` keeps the filter, `Esc` gives it up.
pub(super) fn typed(model: &mut Model, key: Key) -> Vec<Effect> {
    match key.code() {
        KeyCode::Enter | KeyCode::Down | KeyCode::Up => model.list.typing = false,
        KeyCode::Esc => {
            model.list.typing = false;
            model.list.filter.clear();
            // As with `Esc` later: the cursor stays on its agency.
            refresh(model);
        }
        KeyCode::Backspace => {
            let mut filter = model.list.filter.clone();
            filter.pop();
            set_filter(model, filter);
        }
        _ => match key.typed() {
            Some(c) => set_filter(model, format!("{}{c}", model.list.filter)),
            None if Key::parse("ctrl-u") == Some(key) => set_filter(model, String::new()),
            None if Key::parse("ctrl-c") == Some(key) => return vec![Effect::Quit],
            None => {}
        },
    }
    Vec::new()
}

/// Text pasted while the filter is typed: its first line.
pub(super) fn pasted(model: &mut Model, text: &str) {
    let line = crate::report::SafeText::line(text.lines().next().unwrap_or_default());
    set_filter(model, format!("{}{line}", model.list.filter));
}

fn set_filter(model: &mut Model, filter: String) {
    model.list.filter = filter;
    // The best match is the first line.
    model.list.visible.clear();
    model.list.window = Window::default();
    model.stale.filter = true;
}

/// What is shown has changed; the cursor stays on its agency where that is still shown.
fn refresh(model: &mut Model) {
    model.stale.list = true;
}

/// Shows those like the one under the cursor: with a finding of the same rule, or, on the list, of the same region.
pub(crate) fn alike(model: &mut Model) {
    let finding = model.open.as_ref().and_then(|open| open.finding()).map(|finding| Chip::Rule(finding.rule));
    let region = || {
        let region = &model.current_sheet()?.lean.head.agency.region;
        (!region.is_empty()).then(|| Chip::Region(region.clone()))
    };
    let Some(chip) = finding.or_else(region) else { return };
    narrow_to(model, chip);
}

/// The next of the usual orders.
pub(crate) fn sort(model: &mut Model) {
    model.list.order = model.list.order.next_usual();
    reordered(model);
}

/// The order that is there, turned around.
pub(crate) fn reverse(model: &mut Model) {
    model.list.order.reverse();
    reordered(model);
}

/// The next year: the latest of each agency, then one year after the other.
pub(crate) fn year(model: &mut Model) {
    let years = model.library.years();
    let index = model.list.year.and_then(|year| years.iter().position(|&known| known == year));
    model.list.year = match (model.list.year, index) {
        (None, _) => years.first().copied(),
        (Some(_), Some(index)) => years.get(index + 1).copied(),
        (Some(_), None) => None,
    };
    model.stale.list = true;
    let words = &model.words().desk;
    let text = match model.list.year {
        Some(year) => words.year_shown(year),
        None => words.latest_shown().to_owned(),
    };
    model.say(Tone::Plain, text);
}
