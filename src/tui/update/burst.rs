//! Text that came at once. Into a text field it goes as it is; where keys are commands it is obeyed only as far as it
//! opens such a field. Whoever types ahead on a slow line loses nothing, and a paste that does not say that it is one
//! accepts no report.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::keymap::Lookup;
use crate::tui::keys::{Key, ime};
use crate::tui::model::{Model, Overlay, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay;
use crate::words::CommandId as Id;

use super::{keys, settle};

/// More keys than this open no field.
const PREFIX: usize = 4;

pub(super) fn arrived(model: &mut Model, text: &str) -> Vec<Effect> {
    if overlay::takes_text(model) {
        return written(model, text);
    }
    // What was typed ahead behind the key that opens a field: of a paste it would open a report, and no more.
    let opens = matches!(model.overlay, None | Some(Overlay::LeftOver(_)));
    if let Some(rest) = text.strip_prefix('\n').filter(|rest| opens && !rest.is_empty() && !rest.starts_with('\n')) {
        let mut effects = pressed(model, KeyCode::Enter);
        effects.extend(arrived(model, rest));
        return effects;
    }
    // An input method makes signs of the keys that open a field, too.
    let meant = |c: char| if c.is_ascii() { Some(c) } else { ime::plain(c) };
    let prefix: String = text.chars().map_while(meant).collect();
    let rest: String = text.chars().skip(prefix.chars().count()).collect();
    let line = text.strip_suffix('\n').unwrap_or(text);
    if line.chars().all(|c| ime::plain(c).is_some() || ime::is_han(c)) && !opens_a_field(model, &prefix) {
        return typed_with_input_method(model, line);
    }
    if rest.is_empty() || !opens_a_field(model, &prefix) {
        model.say(Tone::Bad, model.words().desk.burst_ignored());
        return Vec::new();
    }
    let mut effects = Vec::new();
    for c in prefix.chars() {
        effects.extend(pressed(model, KeyCode::Char(c)));
    }
    if overlay::takes_text(model) {
        effects.extend(written(model, &rest));
    }
    effects
}

/// One line, and perhaps the key that ends it; or several lines, which are pasted.
fn written(model: &mut Model, text: &str) -> Vec<Effect> {
    let line = text.strip_suffix('\n').unwrap_or(text);
    let is_line = !line.contains('\n');
    super::pasted(model, if is_line { line } else { text });
    let is_ended = is_line && line.len() < text.len();
    if is_ended { pressed(model, KeyCode::Enter) } else { Vec::new() }
}

/// What an input method gives: signs stand for their keys, words for nothing.
fn typed_with_input_method(model: &mut Model, text: &str) -> Vec<Effect> {
    if text.chars().any(ime::is_han) {
        model.say(Tone::Bad, model.words().desk.ime_on());
        return Vec::new();
    }
    let mut effects = Vec::new();
    for c in text.chars() {
        effects.extend(pressed(model, KeyCode::Char(c)));
    }
    effects
}

fn pressed(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    settle(model);
    let event = KeyEvent::new(code, KeyModifiers::NONE);
    keys::pressed(model, Key::from(event), event)
}

/// Do these keys, all of them, open a field in which text is written?
fn opens_a_field(model: &Model, prefix: &str) -> bool {
    if prefix.is_empty() || prefix.len() > PREFIX {
        return false;
    }
    if let Some(over) = &model.overlay {
        return matches!(over, Overlay::Help(_)) && prefix == "/";
    }
    let mut keys = model.keys.pending.clone();
    let mut chars = prefix.chars().peekable();
    while let Some(c) = chars.next() {
        keys.push(Key::from(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
        match model.given.keymap.lookup(&keys, model.screen()) {
            Lookup::Begun => {}
            Lookup::Command(command) => return chars.peek().is_none() && is_field(command),
            Lookup::Nothing => return false,
        }
    }
    false
}

/// Does the command open a field?
fn is_field(command: Id) -> bool {
    matches!(
        command,
        Id::Filter
            | Id::Find
            | Id::Narrow
            | Id::Note
            | Id::EditNote
            | Id::Correction
            | Id::AllNotes
            | Id::Filters
            | Id::SaveFilter
            | Id::OrderBy
            | Id::Palette
            | Id::Assign
            | Id::Name
            | Id::Absent
            | Id::WhoIsHere
            | Id::ListMarks
            | Id::ListNotices
    )
}
