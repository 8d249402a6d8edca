//! A key: to what lies over the screen, to the filter being typed, or to the command table.

use crossterm::event::{KeyCode, KeyEvent};

use crate::tui::command::{self, Command, Lookup, Spec};
use crate::tui::keys::{Key, sequence_text};
use crate::tui::model::{Model, Tone};
use crate::tui::msg::Effect;
use crate::words::fill;

use super::{
    again, all_notes, can, copy, doubts, due, find, jump, navigate, overlay, readings, review, selection, source, visit,
};

/// Takes a key.
pub(super) fn pressed(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    model.notice = None;
    if model.overlay.is_some() {
        return overlay::pressed(model, key, event);
    }
    if model.list.typing && model.open.is_none() {
        return find::typed(model, key);
    }
    let mut keys = std::mem::take(&mut model.pending);
    if !keys.is_empty() && key.code() == KeyCode::Esc {
        return Vec::new();
    }
    keys.push(key);
    let offered = model.work.offered.take();
    match command::lookup(&keys, model.place()) {
        Lookup::Command(spec) if spec.command == Command::NextFinding && offered.is_some() => {
            offered.map(|item| again::take_up(model, item)).unwrap_or_default()
        }
        Lookup::Command(spec) => run(model, spec),
        Lookup::Begun => {
            model.pending = keys;
            Vec::new()
        }
        Lookup::Nothing => {
            explain(model, &keys);
            Vec::new()
        }
    }
}

fn run(model: &mut Model, spec: &Spec) -> Vec<Effect> {
    if let Err(why) = can(model, spec.command) {
        model.say(Tone::Bad, why);
        return Vec::new();
    }
    match spec.command {
        Command::Help => overlay::open_help(model),
        Command::Filter => find::start(model),
        Command::Narrow => find::narrow(model),
        Command::Alike => find::alike(model),
        Command::Sort => find::sort(model),
        Command::Year => find::year(model),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Quit => return vec![Effect::Quit],
        Command::Copy => return copy::copy(model).map(Effect::Copy).into_iter().collect(),
        Command::NextFinding => return jump::finding(model, jump::Direction::Forward),
        Command::PreviousFinding => return jump::finding(model, jump::Direction::Backward),
        Command::NextDoubt => return doubts::jump(model, jump::Direction::Forward),
        Command::PreviousDoubt => return doubts::jump(model, jump::Direction::Backward),
        Command::Compare => doubts::begin(model),
        Command::ToSource => source::show(model),
        Command::OtherSide => {
            if let (Some(form), Some(open)) = (model.opened().map(|opened| opened.form), model.open.as_mut()) {
                open.show_other_side(form);
            }
        }
        Command::OtherReport => return visit::go(model),
        Command::NextReport => return jump::report(model, jump::Direction::Forward),
        Command::PreviousReport => return jump::report(model, jump::Direction::Backward),
        Command::Select => selection::toggle(model),
        Command::SelectAll => selection::toggle_all(model),
        Command::Repeat => return again::repeat(model),
        Command::Due => due::change(model),
        Command::AllNotes => all_notes::open(model),
        Command::NextReading => readings::step(model, 1),
        Command::PreviousReading => readings::step(model, -1),
        Command::Note | Command::EditNote | Command::Verdict | Command::VerdictAll | Command::Correction => {
            review::begin(model, spec.command);
        }
        Command::RetractNote | Command::Return | Command::Accept | Command::Undo | Command::Redo => {
            return review::act(model, spec.command);
        }
        other => return navigate::go(model, other),
    }
    Vec::new()
}

/// A key without a meaning here says where it has one.
fn explain(model: &mut Model, keys: &[Key]) {
    let words = model.words();
    let key = sequence_text(keys);
    let text = match command::elsewhere(keys) {
        Some(spec) => {
            let what = (spec.text)(&words.command).short;
            fill(words.desk.not_here, &[("key", &key), ("what", &what)])
        }
        None => fill(words.desk.unknown_key, &[("key", &key)]),
    };
    model.say(Tone::Plain, text);
}
