//! What the list of agencies is narrowed to and ordered by, in words.

use crate::tui::model::chip::Chip;
use crate::tui::model::{Model, Order, Setting, Tone, Window};
use crate::words::Words;

/// In words, as on the line of chips; empty where nothing is set.
#[must_use]
pub(crate) fn texts(setting: &Setting, model: &Model) -> Vec<String> {
    let words = model.words();
    let mut texts: Vec<String> = Vec::new();
    texts.extend(setting.year.map(|year| words.desk.chip_year(year)));
    if !setting.order.is_empty() {
        texts.push(words.desk.chip_sort(order_text(&setting.order, words)));
    }
    texts.extend(setting.chips.iter().map(|chip| chip_text(chip, model)));
    if !setting.filter.is_empty() {
        texts.push(words.desk.chip_filter(&setting.filter));
    }
    texts
}

/// A chip in few characters; a region that no report lies in is shown as unknown.
#[must_use]
pub(crate) fn chip_text(chip: &Chip, model: &Model) -> String {
    let words = model.words();
    let text = chip.short(words, model.given.lang);
    if let Chip::Region(chain) = chip
        && model.directory.loading.done
        && !model.library.has_region(chain)
    {
        return words.find.chip_lost(&text);
    }
    text
}

/// An order in words: the name of a usual one, else its columns with their directions.
#[must_use]
pub(crate) fn order_text(order: &Order, words: &Words) -> String {
    let desk = &words.desk;
    let usual = [desk.sort_findings(), desk.sort_status(), desk.sort_due(), desk.sort_name(), desk.sort_file()];
    if let Some(name) = order.usual().and_then(|number| usual.get(number)) {
        return (*name).to_owned();
    }
    let columns = order.iter().map(|by| format!("{}{}", by.column.label(words), by.sign()));
    columns.collect::<Vec<_>>().join(" ")
}

/// Shows those that fit one chip, and nothing else.
pub(crate) fn narrow_to(model: &mut Model, chip: Chip) {
    let label = chip.label(model.words(), model.given.lang);
    model.list.chips.clear();
    model.list.chips.toggle(chip);
    model.list.filter.clear();
    model.stale.list = true;
    model.say(Tone::Plain, model.words().desk.narrowed_to(&label));
}

/// What the order brings to the top is what is wanted.
pub(crate) fn reordered(model: &mut Model) {
    model.list.visible.clear();
    model.list.window = Window::default();
    model.stale.list = true;
    let order = order_text(&model.list.order, model.words());
    model.say(Tone::Plain, model.words().desk.sorted(&order));
}
