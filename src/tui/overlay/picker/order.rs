//! The columns that the list of agencies can be ordered by.

use crate::tui::model::{Model, SortKey};
use crate::tui::screen::agencies::narrowing::reordered;

use super::{Pick, PickLine, show};

/// Opens the list of them.
pub(crate) fn open(model: &mut Model) {
    let lines = lines(model);
    show(model, Pick::Order, lines);
}

/// The columns that the list can be ordered by: those that are set with their places and directions.
pub(crate) fn lines(model: &Model) -> Vec<PickLine> {
    let words = model.words();
    let line = |column: SortKey| {
        let line = PickLine::new(column.label(words)).also(column.id());
        match model.list.order.of(column) {
            None => line.set(false),
            Some((place, by)) => {
                let direction = if by.descending { words.find.descending() } else { words.find.ascending() };
                line.set(true).right(format!("{}{} {direction}", place + 1, by.sign()))
            }
        }
    };
    SortKey::ALL.into_iter().map(line).collect()
}

pub(crate) fn cycle(model: &mut Model, number: usize) {
    if let Some(&column) = SortKey::ALL.get(number) {
        // An order that nobody has chosen gives way to the first column that somebody chooses.
        if model.list.order.usual().is_some() && model.list.order.of(column).is_none() {
            model.list.order.clear();
        }
        model.list.order.cycle(column);
        reordered(model);
    }
}

/// Takes the last column of the order away, or all.
pub(crate) fn take_back(model: &mut Model, all: bool) {
    if all {
        model.list.order.clear();
    } else {
        model.list.order.pop();
    }
    reordered(model);
}
