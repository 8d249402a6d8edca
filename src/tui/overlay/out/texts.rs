//! What is on the screen as a text that somebody without a desk can read: where it is, as of when, what the list is narrowed
//! to, and all its lines in columns.

use crate::tui::model::Model;
use crate::tui::outgoing::OutText;
use crate::tui::overlay::overview;
use crate::tui::screen::agencies::narrowing::{chip_text, order_text};
use crate::tui::{rounds, screen};

/// The view that is shown.
pub(super) fn view(model: &Model) -> OutText {
    let shown = model.screen();
    let lines = screen::of(shown).all_lines(model).text(model.display.measure);
    let name = shown.name(model.words());
    let (name, head) = match model.opened() {
        Some(opened) => {
            let mark = model.journal.marks.get(opened.open.item).unwrap_or_default();
            let status = rounds::long_status_text(model.words(), mark, model.journal.marks.today);
            let table = opened.open.table().and_then(|table| opened.form.tables.get(table));
            let name =
                table.filter(|_| shown.is_of_table()).map_or_else(|| name.to_owned(), |it| it.name(model.given.lang));
            let agency = opened.lean.head.name();
            (format!("{agency}_{name}"), heading(model, &[format!("{agency} {status}"), name]))
        }
        None => (name.to_owned(), [heading(model, &[name.to_owned()]), vec![narrowed(model)]].concat()),
    };
    OutText { name, text: format!("{}\n\n{lines}\n", head.join("\n")) }
}

/// All reports at a glance.
pub(super) fn overview(model: &Model) -> OutText {
    let words = model.words();
    let name = words.see.overview_title().to_owned();
    let head = heading(model, std::slice::from_ref(&name));
    OutText { name, text: format!("{}\n\n{}\n", head.join("\n"), overview::text(model)) }
}

/// Where it is, and as of when.
fn heading(model: &Model, within: &[String]) -> Vec<String> {
    let (today, words) = (model.journal.marks.today, model.words());
    let place = [&[words.desk.program().to_owned(), model.given.root.to_string()], within].concat().join(" / ");
    std::iter::once(place).chain(today.map(|today| words.dossier.as_of(today))).collect()
}

/// What the list shows: numbers of a part must not pass for those of the whole.
fn narrowed(model: &Model) -> String {
    let (list, words) = (&model.list, &model.words().desk);
    let year = list.year.map_or_else(|| words.year_latest().to_owned(), |year| year.to_string());
    let mut chips = vec![words.chip_year(year), words.chip_sort(order_text(&list.order, model.words()))];
    chips.extend(list.chips.iter().map(|chip| chip_text(chip, model)));
    if !list.filter.is_empty() {
        chips.push(words.chip_filter(&list.filter));
    }
    chips.iter().map(|chip| format!("[{chip}]")).collect::<Vec<_>>().join(" ")
}
