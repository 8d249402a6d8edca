//! The mouse: never needed, and off unless the reviewer asks for it. A click puts the cursor, a second one on the same
//! place goes in; the wheel moves by lines.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::command;
use crate::tui::hit::{Hit, Mouse};
use crate::tui::keys::Key;
use crate::tui::model::{Model, Screen};
use crate::tui::msg::Effect;
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
            super::navigate::show(model, screen);
            Vec::new()
        }
        Hit::Table(table) => {
            super::navigate::show_table(model, table);
            Vec::new()
        }
        Hit::Line(_) | Hit::Cell(..) if is_here(model, hit) => run(model, CommandId::Enter),
        Hit::Line(_) | Hit::Cell(..) => {
            put_cursor(model, hit);
            Vec::new()
        }
        Hit::Choice(_) => Vec::new(),
    }
}

/// Is the cursor there already?
fn is_here(model: &Model, hit: Hit) -> bool {
    let Some(open) = model.open.as_ref() else { return hit == Hit::Line(model.list.window.cursor) };
    let line = match open.screen {
        Screen::Findings => open.findings.window.cursor,
        Screen::Text => open.text.window.cursor,
        Screen::Notes => open.notes.cursor,
        Screen::Source => open.source.window.cursor,
        Screen::Doubts => open.doubts.cursor,
        Screen::Versions => open.versions.window.cursor,
        Screen::Years => return hit == Hit::Cell(open.years.row, open.years.column()),
        Screen::Table | Screen::Cell => {
            return open.tables.cursor().is_some_and(|(row, column)| hit == Hit::Cell(row, column));
        }
        Screen::Agencies => return false,
    };
    hit == Hit::Line(line)
}

fn put_cursor(model: &mut Model, hit: Hit) {
    let Some(open) = model.open.as_mut() else {
        if let Hit::Line(line) = hit {
            model.list.window.cursor = line;
        }
        return;
    };
    match (open.screen, hit) {
        (Screen::Findings, Hit::Line(line)) => open.findings.window.cursor = line,
        (Screen::Text, Hit::Line(line)) => open.text.window.cursor = line,
        (Screen::Notes, Hit::Line(line)) => open.notes.cursor = line,
        (Screen::Source, Hit::Line(line)) => open.source.window.cursor = line,
        (Screen::Doubts, Hit::Line(line)) => open.doubts.cursor = line,
        (Screen::Versions, Hit::Line(line)) => open.versions.window.cursor = line,
        (Screen::Years, Hit::Cell(row, column)) => {
            open.years.row = row;
            let years = open.years.columns.as_deref().unwrap_or_default();
            open.years.year = years.get(column).map(|column| column.year).or(open.years.year);
        }
        (Screen::Table | Screen::Cell, Hit::Cell(row, column)) => open.tables.put(row, column),
        _ => {}
    }
}
