//! Keys as data: parsed from `ctrl-d`, shown in help, compared with what the terminal sends.

pub(crate) mod ime;

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key with its modifiers. A letter carries its case itself: `G`, never `shift-g`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

const NAMED: [(&str, KeyCode); 28] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("space", KeyCode::Char(' ')),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("insert", KeyCode::Insert),
    ("f1", KeyCode::F(1)),
    ("f2", KeyCode::F(2)),
    ("f3", KeyCode::F(3)),
    ("f4", KeyCode::F(4)),
    ("f5", KeyCode::F(5)),
    ("f6", KeyCode::F(6)),
    ("f7", KeyCode::F(7)),
    ("f8", KeyCode::F(8)),
    ("f9", KeyCode::F(9)),
    ("f10", KeyCode::F(10)),
    ("f11", KeyCode::F(11)),
    ("f12", KeyCode::F(12)),
];

const MODIFIERS: [(&str, KeyModifiers); 3] =
    [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT), ("shift-", KeyModifiers::SHIFT)];

impl Key {
    /// Reads `n`, `G`, `ctrl-d`, `pagedown`. `None` for anything else.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let mut modifiers = KeyModifiers::NONE;
        while let Some((after, modifier)) =
            MODIFIERS.iter().find_map(|(name, modifier)| Some((rest.strip_prefix(name)?, *modifier)))
        {
            modifiers |= modifier;
            rest = after;
        }
        let named = NAMED.iter().find(|(name, _)| *name == rest).map(|(_, code)| *code);
        let mut chars = rest.chars();
        let single = chars.next().filter(|_| chars.next().is_none()).map(KeyCode::Char);
        Some(Self { code: named.or(single)?, modifiers })
    }

    /// Which key, without its modifiers.
    #[must_use]
    pub(crate) fn code(self) -> KeyCode {
        self.code
    }

    /// Can a terminal send it as itself? Many pairs of keys are one to a terminal: `ctrl-i` is `tab`, `ctrl-m` `enter`.
    #[must_use]
    pub(crate) fn arrives(self) -> bool {
        let control = self.modifiers.contains(KeyModifiers::CONTROL);
        let shift = self.modifiers.contains(KeyModifiers::SHIFT);
        match self.code {
            KeyCode::Char(c) if control => {
                !shift && matches!(c, 'a'..='z' | ' ' | '4'..='7') && !matches!(c, 'h' | 'i' | 'm')
            }
            KeyCode::Char(_) => !shift,
            KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab | KeyCode::Esc | KeyCode::Backspace => !control && !shift,
            _ => true,
        }
    }

    /// Does the terminal or `screen` keep it for itself, on many an installation?
    #[must_use]
    pub(crate) fn is_taken(self) -> bool {
        ["ctrl-s", "ctrl-q", "ctrl-a", "ctrl-b"].iter().any(|text| Self::parse(text) == Some(self))
    }

    /// The key that was meant, where an input method made a full-width letter or a Chinese sign of it.
    #[must_use]
    pub(crate) fn meant(self) -> Self {
        match self.code {
            KeyCode::Char(c) => Self { code: KeyCode::Char(ime::plain(c).unwrap_or(c)), ..self },
            _ => self,
        }
    }

    /// The character it types, if it types one.
    #[must_use]
    pub(crate) fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let kept = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let mut modifiers = event.modifiers & kept;
        // The character says already what shift made of it, and terminals disagree whether to say it twice.
        if matches!(event.code, KeyCode::Char(_) | KeyCode::BackTab) {
            modifiers -= KeyModifiers::SHIFT;
        }
        Self { code: event.code, modifiers }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, modifier) in MODIFIERS {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        match NAMED.iter().find(|(_, code)| *code == self.code) {
            Some((name, _)) => f.write_str(name),
            None => match self.code {
                KeyCode::Char(c) => write!(f, "{c}"),
                other => write!(f, "{other:?}"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_be_read_again() {
        for text in ["n", "G", "?", "ctrl-d", "alt-enter", "pagedown", "space", "shift-up", "-", "f12", ":"] {
            assert_eq!(Key::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "nn", "ctrl-", "hyper-x"] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }

    #[test]
    fn keys_that_terminals_send_as_another_do_not_arrive() {
        for text in ["n", "G", "ctrl-d", "alt-enter", "tab", "shift-up", "ctrl-space", "f5", "backtab", "alt-n"] {
            assert!(Key::parse(text).unwrap().arrives(), "{text}");
        }
        for text in ["ctrl-i", "ctrl-m", "ctrl-h", "ctrl-[", "ctrl-D", "shift-g", "ctrl-enter", "shift-tab", "ctrl-1"] {
            assert!(!Key::parse(text).unwrap().arrives(), "{text}");
        }
        assert!(Key::parse("ctrl-s").unwrap().is_taken() && !Key::parse("ctrl-d").unwrap().is_taken());
    }

    #[test]
    fn shift_on_a_character_is_the_character() {
        let event = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Key::from(event), Key::parse("G").unwrap());
        assert_eq!(Key::from(event).typed(), Some('G'));
    }
}
