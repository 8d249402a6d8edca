//! Finding an agency: the filter, the order, the year.

use crossterm::event::KeyCode;

use crate::tui::keys::Key;
use crate::tui::model::chip::{self, Chip};
use crate::tui::model::choices::{self, Choice};
use crate::tui::model::{Column, Model, Tone, Window};
use crate::tui::msg::Effect;
use crate::tui::narrowing::order_text;
use crate::tui::overlay::picker::{Pick, PickLine};

use super::picker;

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

/// Opens the menu of what the list can be narrowed to.
pub(crate) fn narrow(model: &mut Model) {
    let choices = choices::choices(model.list.base(), &model.library, &model.marks);
    picker::open(model, Pick::Narrow(choices));
}

/// Its lines.
pub(super) fn narrow_lines(model: &Model, choices: &[Choice]) -> Vec<PickLine> {
    let words = model.words();
    let line = |choice: &Choice| {
        PickLine::new(choice.chip.label(words, model.lang))
            .right(chip::count_text(words, choice.count))
            .set(model.list.chips.contains(&choice.chip))
    };
    choices.iter().map(line).collect()
}

/// Sets one of them, or takes it away.
pub(super) fn toggle(model: &mut Model, choice: Option<&Choice>) {
    if let Some(choice) = choice {
        model.list.chips.toggle(choice.chip.clone());
        refresh(model);
    }
}

/// Takes the last chip away, or all.
pub(super) fn take_back(model: &mut Model, all: bool) {
    if all {
        model.list.chips.clear();
    } else {
        model.list.chips.pop();
    }
    refresh(model);
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

/// Shows those that fit one chip, and nothing else.
pub(super) fn narrow_to(model: &mut Model, chip: Chip) {
    let label = chip.label(model.words(), model.lang);
    model.list.chips.clear();
    model.list.chips.toggle(chip);
    model.list.filter.clear();
    refresh(model);
    model.say(Tone::Plain, model.words().desk.narrowed_to(&label));
}

/// The next of the usual orders.
pub(crate) fn sort(model: &mut Model) {
    model.list.order = model.list.order.next_usual();
    reordered(model);
}

/// What the order brings to the top is what is wanted.
fn reordered(model: &mut Model) {
    model.list.visible.clear();
    model.list.window = Window::default();
    model.stale.list = true;
    let order = order_text(&model.list.order, model.words());
    model.say(Tone::Plain, model.words().desk.sorted(&order));
}

/// The columns that the list can be ordered by: those that are set with their places and directions.
pub(super) fn order_lines(model: &Model) -> Vec<PickLine> {
    let words = model.words();
    let line = |column: Column| {
        let line = PickLine::new(column.label(words)).also(column.id());
        match model.list.order.of(column) {
            None => line.set(false),
            Some((place, by)) => {
                let direction = if by.descending { words.find.descending() } else { words.find.ascending() };
                line.set(true).right(format!("{}{} {direction}", place + 1, by.sign()))
            }
        }
    };
    Column::ALL.into_iter().map(line).collect()
}

/// Up, down, off.
pub(super) fn cycle_order(model: &mut Model, number: usize) {
    if let Some(&column) = Column::ALL.get(number) {
        model.list.order.cycle(column);
        reordered(model);
    }
}

/// Takes the last column of the order away, or all.
pub(super) fn take_order_back(model: &mut Model, all: bool) {
    if all {
        model.list.order.clear();
    } else {
        model.list.order.pop();
    }
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
