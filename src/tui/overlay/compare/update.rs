//! Choosing what the document says, and writing it.

use crossterm::event::KeyCode;

use crate::journal::Comparison;
use crate::tui::act::{begun, write_reading};
use crate::tui::keys::Key;
use crate::tui::model::{Begun, Model, Overlay};
use crate::tui::msg::Effect;
use crate::tui::overlay::editor::{self, Editor, Purpose};
use crate::tui::screen::doubts;

use super::Compare;

/// Opens the menu of what can be said of the doubt under the cursor.
pub(crate) fn open(model: &mut Model) {
    let subject = model.subject(model.current_item());
    let menu = model.opened().zip(subject).and_then(|(opened, subject)| {
        let remark = doubts::current(model)?;
        let (target, seen) = (doubts::target(remark), doubts::seen(remark, opened.lean));
        Some(Compare { about: Begun { subject, target, seen }, cursor: 0 })
    });
    model.overlay = menu.map(|menu| Overlay::Compare(Box::new(menu)));
}

/// A key while the menu is open.
pub(crate) fn pressed(model: &mut Model, mut menu: Box<Compare>, key: Key) -> Vec<Effect> {
    let last = Comparison::ALL.len() - 1;
    match key.code() {
        KeyCode::Char('j') | KeyCode::Down => menu.cursor = (menu.cursor + 1).min(last),
        KeyCode::Char('k') | KeyCode::Up => menu.cursor = menu.cursor.saturating_sub(1),
        KeyCode::Enter => return chosen(model, *menu),
        KeyCode::Esc | KeyCode::Char('q') => return Vec::new(),
        KeyCode::Char('1') => return chosen(model, Compare { cursor: 0, ..*menu }),
        KeyCode::Char('2') => return chosen(model, Compare { cursor: 1, ..*menu }),
        _ => {}
    }
    model.overlay = Some(Overlay::Compare(menu));
    Vec::new()
}

fn chosen(model: &mut Model, menu: Compare) -> Vec<Effect> {
    let Compare { about, cursor } = menu;
    match Comparison::ALL.get(cursor) {
        Some(_) if begun::has_moved(model, &about.subject) => Vec::new(),
        Some(Comparison::Confirmed) => write_reading(model, Some(about), Comparison::Confirmed, String::new()),
        Some(Comparison::Corrected) => {
            let Begun { subject, target, seen } = about;
            let editor = Editor::new(None, Purpose::Reading { target, seen }, "").about(Some(subject));
            editor::open(model, editor);
            Vec::new()
        }
        None => Vec::new(),
    }
}
