//! Going to the document from the place that speaks of it.

use crate::tui::model::{Model, Screen};
use crate::tui::screen::source::Sought;
use crate::tui::screen::{self, doubts};

/// What going to the document from here would look for; `None` where nothing says where that is.
pub(crate) fn sought(model: &Model) -> Option<Sought> {
    screen::of(model.screen()).sought(model)
}

/// Goes to the document.
pub(crate) fn show(model: &mut Model) {
    let sought = sought(model);
    let cell = model.opened().and_then(|opened| doubts::cell(doubts::current(model)?, &opened));
    let Some(open) = model.open.as_mut() else { return };
    open.source.sought = sought;
    open.source.cell = cell.or(open.source.cell);
    open.screen = Screen::Source;
}
