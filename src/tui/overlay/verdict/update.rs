//! Choosing a decision.

use crossterm::event::KeyCode;

use crate::journal::Verdict;
use crate::report::SafeText;
use crate::tui::act::{begun, write_verdict};
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay};
use crate::tui::msg::Effect;
use crate::tui::overlay::bulk;
use crate::tui::overlay::editor::{self, Editor, Purpose};

use super::{Reason, VerdictMenu, choices};

/// A key while the menu is open.
pub(crate) fn pressed(model: &mut Model, mut menu: VerdictMenu, key: Key) -> Vec<Effect> {
    match key.code() {
        KeyCode::Char('j') | KeyCode::Down => menu.cursor = (menu.cursor + 1).min(choices(model).len() - 1),
        KeyCode::Char('k') | KeyCode::Up => menu.cursor = menu.cursor.saturating_sub(1),
        KeyCode::Enter => return chosen(model, &menu),
        KeyCode::Esc | KeyCode::Char('q') => return Vec::new(),
        KeyCode::Char(digit) => {
            let number = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
            if let Some(cursor) = number.and_then(|number| number.checked_sub(1)).filter(|&n| n < choices(model).len())
            {
                menu.cursor = cursor;
                return chosen(model, &menu);
            }
        }
        _ => {}
    }
    model.overlay = Some(Overlay::Verdict(menu));
    Vec::new()
}

/// A line of the menu of decisions was chosen.
fn chosen(model: &mut Model, menu: &VerdictMenu) -> Vec<Effect> {
    let Some(&choice) = choices(model).get(menu.cursor) else { return Vec::new() };
    // What is decided on for all of a rule is shown before it is done.
    if menu.all.is_none() && begun::has_moved(model, &menu.about.subject) {
        return Vec::new();
    }
    let reason = match choice.reason {
        Reason::Written => {
            let purpose = menu.all.map_or(Purpose::Reason(menu.fingerprint), Purpose::ReasonAll);
            let editor = Editor::new(None, purpose, "").about(Some(menu.about.subject.clone()));
            editor::open(model, editor);
            return Vec::new();
        }
        Reason::None => "",
        Reason::Listed(number) => super::reason(model, number),
    };
    let verdict = Verdict { decision: choice.decision, reason: SafeText::line(reason) };
    match menu.all {
        Some(rule) => {
            bulk::decide(model, rule, verdict);
            Vec::new()
        }
        None => write_verdict(model, Some((*menu.about).clone()), menu.fingerprint, verdict),
    }
}
