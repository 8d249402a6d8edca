//! A key: to what lies over the screen, to the filter being typed, or to the command table.

use crossterm::event::{KeyCode, KeyEvent};

use crate::tui::act;
use crate::tui::command::{self, places};
use crate::tui::find;
use crate::tui::keymap::{Group, Lookup, Sequence, letter, place_names, pressed_text};
use crate::tui::keys::{Key, ime};
use crate::tui::model::places::Moved;
use crate::tui::model::{Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay;
use crate::tui::overlay::picker::Chosen;
use crate::tui::screen::agencies;
use crate::words::CommandId;

use super::count;

pub(super) fn pressed(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    let before = places::here(model);
    let key = if overlay::takes_text(model) { key } else { key.meant() };
    let effects = taken(model, key, event);
    places::settle(model, before);
    effects
}

fn taken(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    model.notices.shown = None;
    // The one command that works whatever lies over the screen: what lies there is what is wanted.
    let is_still = matches!(model.given.keymap.lookup(&[key], model.screen()), Lookup::Command(CommandId::Still));
    if is_still && model.overlay.is_some() && key.typed().is_none() {
        return run(model, CommandId::Still, None);
    }
    if model.overlay.is_some() {
        return over(model, key, event);
    }
    if model.list.typing && model.open.is_none() {
        return agencies::filter::typed(model, key);
    }
    if find::is_typing(model) {
        return find::typed(model, key);
    }
    if count::takes(model, key) {
        return Vec::new();
    }
    let count = model.keys.count.take();
    if count.is_some() && key.code() == KeyCode::Esc {
        return Vec::new();
    }
    model.notices.shown = model.notices.unsaid.pop_front();
    let mut keys = std::mem::take(&mut model.keys.pending);
    if !keys.is_empty() && key.code() == KeyCode::Esc {
        return Vec::new();
    }
    keys.push(key);
    let offered = model.work.offered.take();
    match model.given.keymap.lookup(&keys, model.screen()) {
        Lookup::Command(CommandId::NextFinding) if offered.is_some() => {
            offered.map(|item| act::take_up(model, item)).unwrap_or_default()
        }
        Lookup::Command(command) => counted(model, command, letter(key), count),
        Lookup::Begun => {
            model.keys.count = count;
            model.keys.pending = keys;
            Vec::new()
        }
        Lookup::Nothing => {
            explain(model, &keys);
            Vec::new()
        }
    }
}

/// A key to what lies over the screen; what was chosen there is carried out.
pub(super) fn over(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    let mut effects = overlay::pressed(model, key, event);
    effects.extend(match model.work.chosen.take() {
        Some(Chosen::Command(command)) => chosen(model, command),
        Some(Chosen::Mark(letter)) => places::to_mark(model, letter),
        None => Vec::new(),
    });
    effects
}

/// A command was chosen without its keys. One that must be told a letter waits for it.
pub(super) fn chosen(model: &mut Model, command: CommandId) -> Vec<Effect> {
    if !command::of(command).takes_letter() {
        return run(model, command, None);
    }
    let keys = model.given.keymap.keys_at(command, model.screen());
    match keys.iter().find_map(Sequence::before_letter) {
        Some(keys) => model.keys.pending = keys,
        None => model.say(Tone::Bad, model.words().keys.unbound()),
    }
    Vec::new()
}

/// Carries out a command, or says why it does not work now.
fn run(model: &mut Model, command: CommandId, letter: Option<char>) -> Vec<Effect> {
    let command = command::of(command);
    if let Err(why) = (command.can)(model) {
        model.say(Tone::Bad, why);
        return Vec::new();
    }
    // What was sought and has not been found is not waited for any longer.
    model.open.iter_mut().for_each(|open| open.findings.sought = None);
    if command.group == Group::Jump {
        model.places.moved = Moved::Jumped;
    }
    command.run(model, letter)
}

/// Carries out a command as often as the count before it says.
fn counted(model: &mut Model, command: CommandId, letter: Option<char>, count: Option<u16>) -> Vec<Effect> {
    model.keys.rows = count;
    let mut effects = Vec::new();
    if let Some(line) = count.filter(|_| count::is_to_line(command)) {
        effects.extend(run(model, CommandId::First, None));
        (1..line).for_each(|_| effects.extend(run(model, CommandId::Down, None)));
        return effects;
    }
    for _ in 0..count::times(command, count) {
        let line = model.list.window.cursor;
        effects.extend(run(model, command, letter));
        // At the end of the list the last line would be marked and unmarked.
        if command == CommandId::Select && model.list.window.cursor == line {
            break;
        }
    }
    effects
}

/// A key without a meaning here says where it has one.
fn explain(model: &mut Model, keys: &[Key]) {
    let words = model.words();
    if keys.iter().any(|key| key.typed().is_some_and(ime::is_han)) {
        model.say(Tone::Bad, words.desk.ime_on());
        return;
    }
    let key = pressed_text(keys);
    let text = match model.given.keymap.elsewhere(keys) {
        Some(command) => {
            let places = place_names(model.given.keymap.places(command), words);
            words.desk.not_here(&key, command.text(words.lang).short, places)
        }
        None => words.desk.unknown_key(&key, model.key_text(CommandId::Help)),
    };
    model.say(Tone::Plain, text);
}
