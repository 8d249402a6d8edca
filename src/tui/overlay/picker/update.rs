//! Keys for a list to choose from: letters search, `Enter` chooses and closes, `Tab` chooses and stays where several
//! can be set, `Backspace` without anything searched for takes the last choice back, `Ctrl-U` all.

use crossterm::event::KeyCode;

use crate::report::SafeText;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Tone, Window};
use crate::tui::msg::Effect;

use super::{
    Chosen, Pick, PickLine, Picker, absent, assign, columns, here, naming, narrow, notes, notices, order, saved,
    template, values,
};

/// What is to be chosen from.
fn lines(model: &Model, pick: &Pick) -> Vec<PickLine> {
    match pick {
        Pick::Narrow(choices) => narrow::lines(model, choices),
        Pick::Absent(missing) => absent::lines(model, missing),
        Pick::Order => order::lines(model),
        Pick::Columns => columns::lines(model),
        Pick::Saved => saved::lines(model),
        Pick::Command(commands) => commands.iter().map(|(_, line)| line.clone()).collect(),
        Pick::Notice(_) => notices::lines(model),
        Pick::PlaceMarks(marks) => marks.iter().map(|(_, line)| line.clone()).collect(),
        Pick::Assign(assigning) => assign::lines(model, assigning, 0),
        Pick::Name(naming) => naming::lines(model, naming, 0),
        Pick::Here(others) => here::lines(model, others),
        Pick::Template(templates) => template::lines(model, templates),
        Pick::Notes(found) => notes::lines(model, found),
        Pick::Values(values) => values::lines(model, values),
        Pick::Who(_, items) => values::who_lines(model, items),
    }
}

/// The line of this number was chosen.
fn chosen(model: &mut Model, pick: &Pick, number: usize) -> Vec<Effect> {
    match pick {
        Pick::Narrow(choices) => narrow::toggle(model, choices.get(number)),
        Pick::Absent(missing) => return absent::copy(missing, number),
        Pick::Order => order::cycle(model, number),
        Pick::Columns => columns::toggle(model, number),
        Pick::Saved => saved::apply(model, number),
        Pick::Command(commands) => {
            model.work.chosen = commands.get(number).map(|(command, _)| Chosen::Command(*command))
        }
        Pick::Notice(texts) => return notices::copy(texts, number),
        Pick::PlaceMarks(marks) => model.work.chosen = marks.get(number).map(|(letter, _)| Chosen::Mark(*letter)),
        Pick::Assign(assigning) => return assign::chosen(model, assigning, number),
        Pick::Name(naming) => return naming::chosen(model, naming, number),
        Pick::Here(others) => return here::go_to(model, others.get(number)),
        Pick::Template(templates) => template::insert(model, templates.get(number)),
        Pick::Notes(found) => return notes::go(model, found.get(number)),
        Pick::Values(found) => return values::chosen(model, found, number),
        Pick::Who(cell, items) => return values::go(model, cell, items.get(number).copied()),
    }
    Vec::new()
}

/// Can several be chosen before it closes?
fn stays(pick: &Pick) -> bool {
    matches!(pick, Pick::Narrow(_) | Pick::Order | Pick::Columns)
}

/// The last choice is taken back; with `all`, all of them.
fn taken_back(model: &mut Model, pick: &Pick, all: bool) -> Vec<Effect> {
    match pick {
        Pick::Narrow(_) => narrow::take_back(model, all),
        Pick::Order => order::take_back(model, all),
        Pick::Columns => model.list.columns.take_back(all),
        Pick::Saved => return saved::restore(model, all),
        Pick::Absent(_)
        | Pick::Command(_)
        | Pick::Notice(_)
        | Pick::PlaceMarks(_)
        | Pick::Assign(_)
        | Pick::Name(_)
        | Pick::Here(_)
        | Pick::Template(_)
        | Pick::Notes(_)
        | Pick::Values(_)
        | Pick::Who(..) => {}
    }
    Vec::new()
}

/// The line of this number is removed, where lines can be.
fn removed(model: &mut Model, pick: &Pick, number: usize) -> Vec<Effect> {
    if matches!(pick, Pick::Saved) { saved::remove(model, number) } else { Vec::new() }
}

/// The list that is open has other lines now.
pub(crate) fn refresh(model: &mut Model) {
    match model.overlay.take() {
        Some(Overlay::Picker(mut picker)) => {
            picker.relist(lines(model, &picker.pick));
            model.overlay = Some(Overlay::Picker(picker));
        }
        other => model.overlay = other,
    }
}

/// A key while the list lies over the screen.
pub(crate) fn pressed(model: &mut Model, mut picker: Box<Picker>, key: Key) -> Vec<Effect> {
    let is = |text: &str| Key::parse(text) == Some(key);
    let moves = matches!(key.code(), KeyCode::Down | KeyCode::Up | KeyCode::PageDown | KeyCode::PageUp);
    // Searching thousands of lines is work: only for who needs to know.
    let found = if moves || is("ctrl-n") || is("ctrl-p") { picker.found().len() } else { 0 };
    let mut effects = Vec::new();
    match key.code() {
        KeyCode::Esc => {
            template::insert(model, None);
            return effects;
        }
        KeyCode::Down => picker.window.step(1, found),
        KeyCode::Up => picker.window.step(-1, found),
        KeyCode::PageDown => picker.window.step(10, found),
        KeyCode::PageUp => picker.window.step(-10, found),
        KeyCode::Enter if picker.pick.is_set_by_enter() => effects = choose_and_stay(model, &mut picker),
        KeyCode::Enter => return choose(model, picker),
        KeyCode::Tab if stays(&picker.pick) => effects = choose_and_stay(model, &mut picker),
        KeyCode::Delete => {
            if let Some((number, _)) = picker.current() {
                effects = removed(model, &picker.pick, number);
            }
            picker.relist(lines(model, &picker.pick));
            picker.window.step(0, picker.found().len());
        }
        KeyCode::Backspace => {
            if picker.query.pop().is_none() {
                effects = taken_back(model, &picker.pick, false);
            }
            searched(model, &mut picker);
        }
        _ if is("ctrl-c") => {
            template::insert(model, None);
            return effects;
        }
        _ if is("ctrl-n") => picker.window.step(1, found),
        _ if is("ctrl-p") => picker.window.step(-1, found),
        _ if is("ctrl-u") => {
            picker.query.clear();
            effects = taken_back(model, &picker.pick, true);
            searched(model, &mut picker);
        }
        _ => {
            if let Some(c) = key.typed() {
                picker.query.push(c);
                picker.window = Window::default();
            }
        }
    }
    picker.touched = true;
    written(model, &mut picker);
    model.overlay = Some(Overlay::Picker(picker));
    effects
}

/// Pasted text is searched for.
pub(crate) fn pasted(model: &mut Model, text: &str) {
    match model.overlay.take() {
        Some(Overlay::Picker(mut picker)) => {
            picker.query += &SafeText::line(text.lines().next().unwrap_or_default());
            picker.window = Window::default();
            picker.touched = true;
            written(model, &mut picker);
            model.overlay = Some(Overlay::Picker(picker));
        }
        other => model.overlay = other,
    }
}

/// What is searched for may be a name that nobody has yet.
fn written(model: &Model, picker: &mut Picker) {
    // The others are as they were, however many: only the one that is written is worked out again.
    if let Pick::Assign(assigning) = &mut picker.pick {
        assign::write_name(assigning, &picker.query);
        let (known, lines) = (assigning.known, assign::lines(model, assigning, assigning.known));
        picker.relist_from(known, lines);
    } else if let Pick::Name(naming) = &mut picker.pick {
        naming::write_name(naming, &picker.query);
        let (known, lines) = (naming.known, naming::lines(model, naming, naming.known));
        picker.relist_from(known, lines);
    }
}

fn searched(model: &Model, picker: &mut Picker) {
    picker.window = Window::default();
    // Other lines do not change with what is chosen.
    if stays(&picker.pick) {
        picker.relist(lines(model, &picker.pick));
    }
}

fn choose(model: &mut Model, mut picker: Box<Picker>) -> Vec<Effect> {
    let Some((number, line)) = picker.current() else {
        let written = Some(picker.query.trim()).filter(|written| !written.is_empty());
        if written.is_some() {
            if let Pick::Assign(assigning) = &picker.pick {
                return assign::assign_to(model, assigning, written);
            }
            if let Pick::Name(naming) = &picker.pick {
                return naming::give(model, naming, written);
            }
        }
        model.say(Tone::Plain, model.words().find.nothing_fits());
        model.overlay = Some(Overlay::Picker(picker));
        return Vec::new();
    };
    if let Some(why) = line.why_not.clone() {
        model.say(Tone::Bad, why);
        model.overlay = Some(Overlay::Picker(picker));
        return Vec::new();
    }
    // Who has set lines with `Tab` and ends on one of them does not want it taken away again.
    if picker.has_set && line.set == Some(true) {
        return Vec::new();
    }
    if let Pick::Name(naming) = &picker.pick
        && !std::mem::replace(&mut picker.touched, true)
        && let Some(ask) = naming::asks_first(model, naming, number)
    {
        model.say(Tone::Plain, ask);
        model.overlay = Some(Overlay::Picker(picker));
        return Vec::new();
    }
    chosen(model, &picker.pick, number)
}

fn choose_and_stay(model: &mut Model, picker: &mut Picker) -> Vec<Effect> {
    let Some((number, _)) = picker.current() else {
        model.say(Tone::Plain, model.words().find.nothing_fits());
        return Vec::new();
    };
    picker.has_set = true;
    let effects = chosen(model, &picker.pick, number);
    picker.relist(lines(model, &picker.pick));
    effects
}
