//! Keys for the help: moving, searching in it, and running what is under the cursor.

use crossterm::event::KeyCode;

use crate::report::SafeText;
use crate::tui::keymap::place_names;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Tone, Window};
use crate::tui::overlay::picker::Chosen;

use super::lines::HelpLine;
use super::{Help, lines};

pub(crate) fn open(model: &mut Model) {
    let mut help = Help::default();
    step(model, &mut help, 0);
    model.overlay = Some(Overlay::Help(help));
}

/// A key while the help lies over the screen: `/` begins a search, `Esc` leaves first the search, then the help.
pub(crate) fn pressed(model: &mut Model, mut help: Help, key: Key) {
    let goes_on = if help.typing { typed(&mut help, key) } else { moved(model, &mut help, key) };
    if goes_on {
        step(model, &mut help, 0);
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

/// What is under the cursor is run where it works; else it is said where it does.
fn run(model: &mut Model, help: &Help) -> bool {
    let lines = lines::with_commands(model, &help.query);
    let Some((_, Some(command))) = lines.get(help.window.cursor) else { return true };
    let words = model.words();
    let places = model.given.keymap.places(*command);
    if !places.contains(&model.screen()) {
        model.say(Tone::Bad, words.keys.only_there(place_names(places, words)));
        return true;
    }
    model.work.chosen = Some(Chosen::Command(*command));
    false
}

/// The cursor is never on a heading, nor between two parts.
fn step(model: &Model, help: &mut Help, step: isize) {
    let lines = lines::found(model, &help.query);
    let stands = |index: &usize| matches!(lines.get(*index), Some(HelpLine::Command(..) | HelpLine::Text(_)));
    let wanted = help.window.cursor.saturating_add_signed(step).min(lines.len().saturating_sub(1));
    let (mut after, mut before) = (wanted..lines.len(), (0..=wanted).rev());
    let found = match step < 0 {
        true => before.find(stands).or_else(|| after.find(stands)),
        false => after.find(stands).or_else(|| before.find(stands)),
    };
    help.window.cursor = found.unwrap_or(0);
    help.window.settle(lines.len(), usize::from(lines::height(model.size)));
    if help.window.cursor <= 1 {
        help.window.offset = 0;
    }
}

fn moved(model: &mut Model, help: &mut Help, key: Key) -> bool {
    let page = usize::from(lines::height(model.size));
    let len = isize::try_from(lines::found(model, &help.query).len()).unwrap_or(1);
    let by = match key.code() {
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
        KeyCode::Enter => return run(model, help),
        KeyCode::Esc | KeyCode::F(1) | KeyCode::Char('q' | '?') => return false,
        _ if Key::parse("ctrl-c") == Some(key) => return false,
        _ => 0,
    };
    step(model, help, by);
    true
}
