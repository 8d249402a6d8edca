//! A key: to what lies over the screen, to the filter being typed, or to the command table.

use crossterm::event::{KeyCode, KeyEvent};

use crate::tui::command::{Command, Group, Spec};
use crate::tui::keymap::Lookup;
use crate::tui::keys::Key;
use crate::tui::model::places::{Moved, Travel};
use crate::tui::model::{Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::Pick;
use crate::tui::sequence::{Sequence, letter, pressed_text};

use super::{
    absent, again, all_notes, can, copy, doubts, due, find, help, jump, live, naming, navigate, overlay, overview,
    palette, picker, places, preview, readings, review, saved, selection, severity, source, together, unreviewed,
    visit,
};

/// Takes a key.
pub(super) fn pressed(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    let before = places::here(model);
    let effects = taken(model, key, event);
    places::settle(model, before);
    effects
}

fn taken(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    model.notice = None;
    if model.overlay.is_some() {
        return overlay::pressed(model, key, event);
    }
    if model.list.typing && model.open.is_none() {
        return find::typed(model, key);
    }
    model.notice = model.unsaid.pop_front();
    let mut keys = std::mem::take(&mut model.pending);
    if !keys.is_empty() && key.code() == KeyCode::Esc {
        return Vec::new();
    }
    keys.push(key);
    let offered = model.work.offered.take();
    match model.keymap.lookup(&keys, model.screen()) {
        Lookup::Command(spec) if spec.command == Command::NextFinding && offered.is_some() => {
            offered.map(|item| again::take_up(model, item)).unwrap_or_default()
        }
        Lookup::Command(spec) => run(model, spec, letter(key)),
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

/// A command was chosen from the list of commands. One that must be told a letter waits for it.
pub(super) fn chosen(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(spec) = Spec::of(command) else { return Vec::new() };
    if !command.takes_letter() {
        return run(model, spec, None);
    }
    let keys = model.keymap.keys_at(command, model.screen());
    match keys.iter().find_map(Sequence::before_letter) {
        Some(keys) => model.pending = keys,
        None => model.say(Tone::Bad, model.words().keys.unbound()),
    }
    Vec::new()
}

/// Carries out a command, or says why it does not work now.
fn run(model: &mut Model, spec: &Spec, letter: Option<char>) -> Vec<Effect> {
    if let Err(why) = can(model, spec.command) {
        model.say(Tone::Bad, why);
        return Vec::new();
    }
    // What was sought and has not been found is not waited for any longer.
    model.open.iter_mut().for_each(|open| open.sought = None);
    if spec.group == Group::Jump {
        model.places.moved = Moved::Jumped;
    }
    match spec.command {
        Command::Help => help::open(model),
        Command::Palette => palette::open(model),
        Command::ListNotices => palette::open_notices(model),
        Command::OlderPlace => return places::travel(model, Travel::Older),
        Command::NewerPlace => return places::travel(model, Travel::Newer),
        Command::SetMark => letter.into_iter().for_each(|letter| places::set_mark(model, letter)),
        Command::ToMark => return letter.map_or_else(Vec::new, |letter| places::to_mark(model, letter)),
        Command::ListMarks => places::list_marks(model),
        Command::Filter => find::start(model),
        Command::Narrow => find::narrow(model),
        Command::Absent => absent::list(model),
        Command::Alike => find::alike(model),
        Command::Sort => find::sort(model),
        Command::Year => find::year(model),
        Command::Theme => theme(model),
        Command::Assign => together::assign(model),
        Command::Name => naming::begin(model),
        Command::Mine => together::mine(model),
        Command::WhoIsHere => together::who_is_here(model),
        Command::Reload => return live::reload(model),
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
        Command::NextBySeverity => return severity::finding(model, jump::Direction::Forward),
        Command::PreviousBySeverity => return severity::finding(model, jump::Direction::Backward),
        Command::NextUnreviewed => return unreviewed::go(model, jump::Direction::Forward),
        Command::PreviousUnreviewed => return unreviewed::go(model, jump::Direction::Backward),
        Command::OrderBy => picker::open(model, Pick::Order),
        Command::SaveFilter => saved::ask(model),
        Command::Filters => saved::choose(model),
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
        Command::Preview => preview::toggle(model),
        Command::Overview => overview::open(model),
        other => return navigate::go(model, other),
    }
    Vec::new()
}

/// The next theme; which one is kept is a setting.
fn theme(model: &mut Model) {
    model.display.theme = model.display.theme.next();
    let words = model.words();
    let (theme, setting) = (model.display.theme.name(words), model.display.theme.setting());
    model.say(Tone::Plain, words.look.theme_set(theme, setting));
}

/// A key without a meaning here says where it has one.
fn explain(model: &mut Model, keys: &[Key]) {
    let words = model.words();
    let key = pressed_text(keys);
    let text = match model.keymap.elsewhere(keys) {
        Some(spec) => {
            let what = (spec.text)(words.command).short;
            words.desk.not_here(&key, what)
        }
        None => words.desk.unknown_key(&key, model.key_text(Command::Help)),
    };
    model.say(Tone::Plain, text);
}
