//! The filter of the list: finding an agency by typing.

use crossterm::event::KeyCode;

use crate::tui::keys::Key;
use crate::tui::model::{Model, Window};
use crate::tui::msg::Effect;

/// Begins to type the filter.
pub(crate) fn start(model: &mut Model) {
    model.list.typing = true;
}

/// A key while the filter is typed: the list follows at once. `Enter` keeps the filter, `Esc` gives it up.
pub(crate) fn typed(model: &mut Model, key: Key) -> Vec<Effect> {
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
pub(crate) fn pasted(model: &mut Model, text: &str) {
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
