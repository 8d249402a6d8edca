//! Keys for one line of text: `Enter` takes it, `Esc` does not.

use crossterm::event::KeyCode;

use crate::report::SafeText;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay};
use crate::tui::msg::Effect;
use crate::tui::overlay::prompt::Prompt;

use super::saved;

/// A key while the text is asked for.
pub(super) fn pressed(model: &mut Model, mut prompt: Box<Prompt>, key: Key) -> Vec<Effect> {
    let is = |text: &str| Key::parse(text) == Some(key);
    match key.code() {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Backspace => drop(prompt.text.pop()),
        _ if is("enter") => return saved::named(model, *prompt),
        _ if is("ctrl-c") => return Vec::new(),
        _ if is("ctrl-u") => prompt.text.clear(),
        _ => prompt.text.extend(key.typed()),
    }
    bound(&mut prompt);
    model.overlay = Some(Overlay::Prompt(prompt));
    Vec::new()
}

/// Pasted text is its first line.
pub(super) fn pasted(prompt: &mut Prompt, text: &str) {
    prompt.text += &SafeText::line(text.lines().next().unwrap_or_default());
    bound(prompt);
}

fn bound(prompt: &mut Prompt) {
    prompt.text = prompt.text.chars().take(saved::MAX_NAME).collect();
}
