//! The columns of the list of agencies.

use crate::tui::model::{ListColumn, Model};

use super::{Pick, PickLine, show};

/// Opens the list of them.
pub(crate) fn open(model: &mut Model) {
    let lines = lines(model);
    show(model, Pick::Columns, lines);
}

/// All that there are: those that are shown with their places.
pub(crate) fn lines(model: &Model) -> Vec<PickLine> {
    let words = model.words();
    let line = |column: ListColumn| {
        let place = model.list.columns.place(column);
        let right = place.map(|place| (place + 1).to_string()).unwrap_or_default();
        PickLine::new(column.sorts().label(words)).also(column.id()).set(place.is_some()).right(right)
    };
    ListColumn::ALL.into_iter().map(line).collect()
}

pub(crate) fn toggle(model: &mut Model, number: usize) {
    if let Some(&column) = ListColumn::ALL.get(number) {
        model.list.columns.toggle(column);
    }
}
