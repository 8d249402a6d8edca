//! The mouse: never needed, and off unless the reviewer asks for it. A click puts the cursor, a second one on the same
//! place goes in; the wheel moves by lines.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::command;
use crate::tui::hit::{Hit, Mouse};
use crate::tui::keys::Key;
use crate::tui::model::Model;
use crate::tui::msg::Effect;
use crate::tui::screen;
use crate::words::CommandId;

use super::keys;

/// How many lines the wheel moves by.
const LINES: usize = 3;

/// Takes what the mouse did.
pub(super) fn moved(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    match mouse {
        Mouse::WheelDown => wheel(model, KeyCode::Down, CommandId::Down),
        Mouse::WheelUp => wheel(model, KeyCode::Up, CommandId::Up),
        Mouse::Click(hit) => click(model, hit),
    }
}

fn wheel(model: &mut Model, code: KeyCode, command: CommandId) -> Vec<Effect> {
    let event = KeyEvent::new(code, KeyModifiers::NONE);
    let mut effects = Vec::new();
    for _ in 0..LINES {
        effects.extend(match model.overlay {
            Some(_) => keys::over(model, Key::from(event), event),
            None => run(model, command),
        });
    }
    effects
}

/// A command where it works, and nothing elsewhere: a slip of the hand is not worth a message.
fn run(model: &mut Model, command: CommandId) -> Vec<Effect> {
    if command::of(command).works_at(model.screen()) { keys::chosen(model, command) } else { Vec::new() }
}

fn click(model: &mut Model, hit: Hit) -> Vec<Effect> {
    // What lies over the screen is answered by keys, and on the lines of a list; nothing behind it is reached.
    if let Some(overlay) = model.overlay.as_mut() {
        let Hit::Choice(line) = hit else { return Vec::new() };
        if !overlay.point(line) {
            return Vec::new();
        }
        let event = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        return keys::over(model, Key::from(event), event);
    }
    model.list.typing = false;
    match hit {
        Hit::Command(command) => run(model, command),
        Hit::Tab(screen) => {
            screen::opening::show(model, screen);
            Vec::new()
        }
        Hit::Table(table) => {
            screen::opening::show_table(model, table);
            Vec::new()
        }
        Hit::Line(_) | Hit::Cell(..) if screen::of(model.screen()).hit(model) == hit => run(model, CommandId::Enter),
        Hit::Line(_) | Hit::Cell(..) => {
            screen::of(model.screen()).put(model, hit);
            Vec::new()
        }
        Hit::Choice(_) => Vec::new(),
    }
}
