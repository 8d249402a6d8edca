//! Keys for the help: scrolling, and searching in it.

use crossterm::event::KeyCode;

use crate::report::SafeText;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Window};

use super::{Help, lines};

pub(crate) fn open(model: &mut Model) {
    model.overlay = Some(Overlay::Help(Help::default()));
}

/// A key while the help lies over the screen: `/` begins a search, `Esc` leaves first the search, then the help.
pub(crate) fn pressed(model: &mut Model, mut help: Help, key: Key) {
    let goes_on = if help.typing { typed(&mut help, key) } else { moved(model, &mut help, key) };
    if goes_on {
        model.overlay = Some(Overlay::Help(help));
    }
}

/// Pasted text is searched for.
pub(crate) fn pasted(help: &mut Help, text: &str) {
    help.query += &SafeText::line(text.lines().next().unwrap_or_default());
    help.window = Window::default();
}

fn typed(help: &mut Help, key: Key) -> bool {
    match key.code() {
        KeyCode::Esc => *help = Help::default(),
        KeyCode::Enter | KeyCode::Down | KeyCode::Up => help.typing = false,
        KeyCode::Backspace => {
            help.query.pop();
            help.window = Window::default();
        }
        _ if Key::parse("ctrl-c") == Some(key) => return false,
        _ if Key::parse("ctrl-u") == Some(key) => help.query.clear(),
        _ => {
            if let Some(c) = key.typed() {
                help.query.push(c);
                help.window = Window::default();
            }
        }
    }
    true
}

fn moved(model: &Model, help: &mut Help, key: Key) -> bool {
    let page = usize::from(lines::height(model.size));
    let len = isize::try_from(lines::found(model, &help.query).len()).unwrap_or(1);
    let step = match key.code() {
        KeyCode::Char('/') => {
            help.typing = true;
            0
        }
        KeyCode::Esc if !help.query.is_empty() => {
            *help = Help::default();
            0
        }
        KeyCode::Char('j') | KeyCode::Down => 1,
        KeyCode::Char('k') | KeyCode::Up => -1,
        KeyCode::PageDown | KeyCode::Char(' ') => isize::try_from(page).unwrap_or(1),
        KeyCode::Char('g') | KeyCode::Home => -len,
        KeyCode::Char('G') | KeyCode::End => len,
        KeyCode::PageUp => -isize::try_from(page).unwrap_or(1),
        KeyCode::Esc | KeyCode::Enter | KeyCode::F(1) | KeyCode::Char('q' | '?') => return false,
        _ if Key::parse("ctrl-c") == Some(key) => return false,
        _ => 0,
    };
    let len = lines::found(model, &help.query).len();
    help.window.offset = help.window.offset.saturating_add_signed(step).min(len.saturating_sub(page));
    true
}
