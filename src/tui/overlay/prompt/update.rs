//! Asking for the name: `Enter` takes it, `Esc` does not.

use crossterm::event::KeyCode;

use crate::report::SafeText;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Saved, Setting, Tone};
use crate::tui::msg::{Effect, Keep};

use super::Prompt;

/// A name is no longer.
pub(crate) const MAX_NAME: usize = 60;

/// Asks for the name under which the list's setting is kept.
pub(crate) fn ask(model: &mut Model) {
    let setting = model.list.setting();
    if setting == Setting::default() {
        model.say(Tone::Plain, model.words().find.nothing_to_save());
        return;
    }
    model.overlay = Some(Overlay::Prompt(Box::new(Prompt { text: String::new(), setting })));
}

/// The name was given.
fn named(model: &mut Model, prompt: Prompt) -> Vec<Effect> {
    let name = SafeText::line(prompt.text.trim());
    if name.is_empty() {
        model.say(Tone::Plain, model.words().desk.nothing_written());
        return Vec::new();
    }
    vec![Effect::Keep(Keep::Put(Saved { name, setting: prompt.setting }))]
}

/// A key while the text is asked for.
pub(crate) fn pressed(model: &mut Model, mut prompt: Box<Prompt>, key: Key) -> Vec<Effect> {
    let is = |text: &str| Key::parse(text) == Some(key);
    match key.code() {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Backspace => drop(prompt.text.pop()),
        _ if is("enter") => return named(model, *prompt),
        _ if is("ctrl-c") => return Vec::new(),
        _ if is("ctrl-u") => prompt.text.clear(),
        _ => prompt.text.extend(key.typed()),
    }
    bound(&mut prompt);
    model.overlay = Some(Overlay::Prompt(prompt));
    Vec::new()
}

/// Pasted text is its first line.
pub(crate) fn pasted(prompt: &mut Prompt, text: &str) {
    prompt.text += &SafeText::line(text.lines().next().unwrap_or_default());
    bound(prompt);
}

fn bound(prompt: &mut Prompt) {
    prompt.text = prompt.text.chars().take(MAX_NAME).collect();
}
