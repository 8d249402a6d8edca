//! Keys for a list to choose from: letters search, `Enter` chooses and closes, `Tab` chooses and stays where several
//! can be set, `Backspace` without anything searched for takes the last choice back, `Ctrl-U` all.

use crossterm::event::KeyCode;

use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Pick, PickLine, Picker, Window};
use crate::tui::msg::Effect;

use super::{all_notes, find, templates};

/// Opens a list.
pub(super) fn open(model: &mut Model, pick: Pick) {
    let lines = lines(model, &pick);
    model.overlay = Some(Overlay::Picker(Box::new(Picker::new(pick, lines))));
}

/// What is to be chosen from.
fn lines(model: &Model, pick: &Pick) -> Vec<PickLine> {
    match pick {
        Pick::Narrow(choices) => find::narrow_lines(model, choices),
        Pick::Template(templates) => templates::lines(model, templates),
        Pick::Notes(found) => all_notes::lines(model, found),
    }
}

/// The line of this number was chosen.
fn chosen(model: &mut Model, pick: &Pick, number: usize) -> Vec<Effect> {
    match pick {
        Pick::Narrow(choices) => find::toggle(model, choices.get(number)),
        Pick::Template(templates) => templates::insert(model, templates.get(number)),
        Pick::Notes(found) => return all_notes::go(model, found.get(number)),
    }
    Vec::new()
}

/// Can several be chosen before it closes?
fn stays(pick: &Pick) -> bool {
    matches!(pick, Pick::Narrow(_))
}

/// The last choice is taken back; with `all`, all of them.
fn taken_back(model: &mut Model, pick: &Pick, all: bool) {
    match pick {
        Pick::Narrow(_) => find::take_back(model, all),
        Pick::Template(_) | Pick::Notes(_) => {}
    }
}

/// A key while the list lies over the screen.
pub(super) fn pressed(model: &mut Model, mut picker: Box<Picker>, key: Key) -> Vec<Effect> {
    let is = |text: &str| Key::parse(text) == Some(key);
    let moves = matches!(key.code(), KeyCode::Down | KeyCode::Up | KeyCode::PageDown | KeyCode::PageUp);
    // Searching thousands of lines is work: only for who needs to know.
    let found = if moves || is("ctrl-n") || is("ctrl-p") { picker.found().len() } else { 0 };
    let mut effects = Vec::new();
    match key.code() {
        KeyCode::Esc => {
            templates::insert(model, None);
            return effects;
        }
        KeyCode::Down => picker.window.step(1, found),
        KeyCode::Up => picker.window.step(-1, found),
        KeyCode::PageDown => picker.window.step(10, found),
        KeyCode::PageUp => picker.window.step(-10, found),
        KeyCode::Enter => return choose(model, picker),
        KeyCode::Tab if stays(&picker.pick) => effects = choose_and_stay(model, &mut picker),
        KeyCode::Backspace => {
            if picker.query.pop().is_none() {
                taken_back(model, &picker.pick, false);
            }
            searched(model, &mut picker);
        }
        _ if is("ctrl-c") => {
            templates::insert(model, None);
            return effects;
        }
        _ if is("ctrl-n") => picker.window.step(1, found),
        _ if is("ctrl-p") => picker.window.step(-1, found),
        _ if is("ctrl-u") => {
            picker.query.clear();
            taken_back(model, &picker.pick, true);
            searched(model, &mut picker);
        }
        _ => {
            if let Some(c) = key.typed() {
                picker.query.push(c);
                picker.window = Window::default();
            }
        }
    }
    model.overlay = Some(Overlay::Picker(picker));
    effects
}

/// Pasted text is searched for.
pub(super) fn pasted(picker: &mut Picker, text: &str) {
    picker.query += &crate::report::SafeText::line(text.lines().next().unwrap_or_default());
    picker.window = Window::default();
}

fn searched(model: &Model, picker: &mut Picker) {
    picker.window = Window::default();
    // Other lines do not change with what is chosen.
    if stays(&picker.pick) {
        picker.relist(lines(model, &picker.pick));
    }
}

fn choose(model: &mut Model, picker: Box<Picker>) -> Vec<Effect> {
    let Some((number, line)) = picker.current() else {
        model.overlay = Some(Overlay::Picker(picker));
        return Vec::new();
    };
    if let Some(why) = line.why_not.clone() {
        model.say(crate::tui::model::Tone::Bad, why);
        model.overlay = Some(Overlay::Picker(picker));
        return Vec::new();
    }
    chosen(model, &picker.pick, number)
}

fn choose_and_stay(model: &mut Model, picker: &mut Picker) -> Vec<Effect> {
    let Some((number, _)) = picker.current() else { return Vec::new() };
    let effects = chosen(model, &picker.pick, number);
    picker.relist(lines(model, &picker.pick));
    effects
}
