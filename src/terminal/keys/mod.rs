//! Bytes from a terminal to keys and pastes, however the line cuts them into packets.

mod burst;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A longer sequence than this is no key.
const LONGEST: usize = 64;

/// A larger paste is cut here: nobody pastes a disk into a note.
const LARGEST_PASTE: usize = 8 << 20;

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// What bytes turn out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Typed {
    Key(KeyEvent),
    Paste(String),
    /// Text that came at once, without saying that it was pasted.
    Burst(String),
    Mouse(Pointed),
}

/// What the mouse did, and over which cell: column and row from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    pub(crate) column: u16,
    pub(crate) row: u16,
    pub(crate) what: Button,
}

/// What was done with a mouse; dragging and letting go are not heard of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Button {
    /// The first button was pressed.
    First,
    /// The wheel was turned towards the user.
    WheelDown,
    /// The wheel was turned away.
    WheelUp,
}

/// What the decoder waits for: how long that is worth depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    /// Nothing has begun.
    Nothing,
    /// An `Esc` that may be a key or the beginning of one.
    Escape,
    /// A sequence or a character has begun, and nobody types those.
    Rest,
    /// A paste has begun; it ends when its end comes.
    Paste,
}

/// Bytes that are not yet keys.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    paste: Option<Vec<u8>>,
    /// Was the last packet text of which more may come?
    cut: bool,
}

/// One step through the bytes.
enum Step {
    /// So many bytes are used; what they were, if anything.
    Took(usize, Option<KeyEvent>),
    /// A paste begins.
    Paste,
    /// So many bytes are used for what a mouse did.
    Mouse(usize, Pointed),
    /// More bytes are needed.
    More,
}

impl Decoder {
    /// Takes bytes as they arrived; what they complete.
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        // A paste whose end was lost would swallow every key: Ctrl-C, alone, gets out.
        if self.paste.is_some() && bytes == [3] {
            self.paste = None;
            self.bytes.clear();
        }
        if let Some(text) = self.burst(bytes) {
            return vec![Typed::Burst(text)];
        }
        self.bytes.extend_from_slice(bytes);
        self.decode(false)
    }

    /// The packet as text, where it is no keys: by itself, or because it goes on with one that was cut.
    fn burst(&mut self, bytes: &[u8]) -> Option<String> {
        let was_cut = std::mem::take(&mut self.cut);
        if self.paste.is_some() {
            return None;
        }
        let all = [self.bytes.as_slice(), bytes].concat();
        let goes_on = was_cut && burst::goes_on(&all);
        if !(goes_on || burst::is_one(&all)) {
            return None;
        }
        self.cut = bytes.len() >= burst::CUT;
        let whole = burst::whole(&all);
        self.bytes = all.get(whole.len()..).unwrap_or_default().to_vec();
        let text = String::from_utf8_lossy(whole).into_owned();
        Some(text.replace("\r\n", "\n").replace('\r', "\n"))
    }

    /// Nothing came for so long that what comes now is something else.
    pub(crate) fn pause(&mut self) {
        self.cut = false;
    }

    /// Nothing came for a while: what is there is all there is.
    pub(crate) fn settle(&mut self) -> Vec<Typed> {
        if self.paste.is_some() { Vec::new() } else { self.decode(true) }
    }

    /// What is still open.
    pub(crate) fn waiting(&self) -> Waiting {
        match self.bytes.as_slice() {
            _ if self.paste.is_some() => Waiting::Paste,
            [] => Waiting::Nothing,
            [0x1b] => Waiting::Escape,
            _ => Waiting::Rest,
        }
    }

    fn decode(&mut self, last: bool) -> Vec<Typed> {
        let mut typed = Vec::new();
        loop {
            if self.paste.is_some() {
                let Some(paste) = self.end_of_paste() else { return typed };
                typed.push(Typed::Paste(paste));
            }
            match step(&self.bytes, last) {
                Step::Took(count, key) => {
                    self.bytes.drain(..count.min(self.bytes.len()));
                    typed.extend(key.map(Typed::Key));
                }
                Step::Mouse(count, pointed) => {
                    self.bytes.drain(..count.min(self.bytes.len()));
                    typed.push(Typed::Mouse(pointed));
                }
                Step::Paste => {
                    self.bytes.drain(..PASTE_START.len().min(self.bytes.len()));
                    self.paste = Some(Vec::new());
                }
                Step::More => return typed,
            }
        }
    }

    /// Moves bytes into the paste; the whole paste once its end is there.
    fn end_of_paste(&mut self) -> Option<String> {
        let end = self.bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        // The last bytes may be the beginning of the end.
        let inside = end.unwrap_or_else(|| self.bytes.len().saturating_sub(PASTE_END.len() - 1));
        let paste = self.paste.get_or_insert_default();
        paste.extend(self.bytes.drain(..inside));
        paste.truncate(LARGEST_PASTE);
        end?;
        self.bytes.drain(..PASTE_END.len().min(self.bytes.len()));
        let text = String::from_utf8_lossy(&self.paste.take()?).into_owned();
        Some(text.replace("\r\n", "\n").replace('\r', "\n"))
    }
}

fn step(bytes: &[u8], last: bool) -> Step {
    match bytes {
        [] => Step::More,
        [0x1b, rest @ ..] => escape(rest, last),
        _ => character(bytes, last),
    }
}

/// After an `Esc`: alone it is a key, before another key it is Alt, else it begins a sequence.
fn escape(rest: &[u8], last: bool) -> Step {
    match rest {
        [] | [b'[' | b'O'] if !last => Step::More,
        [] | [b'[' | b'O' | 0x1b, ..] if rest.len() < 2 || rest.first() == Some(&0x1b) => {
            Step::Took(1, Some(key(KeyCode::Esc, KeyModifiers::NONE)))
        }
        [b'O', kind, ..] => Step::Took(3, letter(*kind, KeyModifiers::NONE)),
        [b'[', b'[', kind, ..] => Step::Took(4, linux_function(*kind)),
        [b'[', b'['] if !last => Step::More,
        [b'[', body @ ..] => sequence(body, last),
        _ => with_alt(character(rest, last)),
    }
}

fn with_alt(step: Step) -> Step {
    match step {
        Step::Took(count, key) => {
            Step::Took(count + 1, key.map(|key| KeyEvent::new(key.code, key.modifiers | KeyModifiers::ALT)))
        }
        other => other,
    }
}

/// `CSI` numbers and a final byte. What is not a key (an answer to a question nobody asked) is dropped as a whole.
fn sequence(body: &[u8], last: bool) -> Step {
    let Some(length) = body.iter().position(|byte| !(0x20..0x40).contains(byte)) else {
        return if last || body.len() > LONGEST { Step::Took(body.len() + 2, None) } else { Step::More };
    };
    let (Some(numbers), Some(kind)) = (body.get(..length), body.get(length)) else { return Step::More };
    if !(0x40..0x7f).contains(kind) {
        // Something else begins in the middle of it.
        return Step::Took(length + 2, None);
    }
    if (numbers, *kind) == (b"200", b'~') {
        return Step::Paste;
    }
    if let Some(rest) = numbers.strip_prefix(b"<").filter(|_| matches!(kind, b'M' | b'm')) {
        return match mouse(rest).filter(|_| *kind == b'M') {
            Some(pointed) => Step::Mouse(length + 3, pointed),
            None => Step::Took(length + 3, None),
        };
    }
    Step::Took(length + 3, sequence_key(numbers, *kind))
}

/// What xterm says of a mouse in its mode 1006: button, column, row, counted from one; keys held with it do not count.
fn mouse(numbers: &[u8]) -> Option<Pointed> {
    let mut numbers = std::str::from_utf8(numbers).ok()?.split(';').map(|number| number.parse::<u16>().ok());
    let mut next = || numbers.next().flatten();
    let what = match next()? & !0b1_1100 {
        0 => Button::First,
        64 => Button::WheelUp,
        65 => Button::WheelDown,
        _ => return None,
    };
    let (column, row) = (next()?.checked_sub(1)?, next()?.checked_sub(1)?);
    Some(Pointed { column, row, what })
}

fn sequence_key(numbers: &[u8], kind: u8) -> Option<KeyEvent> {
    let text = std::str::from_utf8(numbers).ok()?;
    let mut fields = text.split(';').map(|field| field.split(':'));
    let first = fields.next().and_then(|mut parts| parts.next()).and_then(|number| number.parse::<u32>().ok());
    let mut second = fields.next().into_iter().flatten().map(|number| number.parse::<u8>().ok());
    let modifiers = modifiers(second.next().flatten().unwrap_or(1));
    // Of a key that is let go, nothing is heard.
    if second.next().flatten() == Some(3) {
        return None;
    }
    match kind {
        b'~' => Some(key(numbered(first?)?, modifiers)),
        b'u' => Some(key(by_code(first?)?, modifiers)),
        b'Z' => Some(key(KeyCode::BackTab, modifiers | KeyModifiers::SHIFT)),
        // Anything but a 1 is where the cursor is, not F3.
        b'R' if first.is_some_and(|row| row != 1) => None,
        _ => letter(kind, modifiers),
    }
}

/// xterm counts modifiers from one.
fn modifiers(number: u8) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let pairs = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (16, KeyModifiers::HYPER),
        (32, KeyModifiers::META),
    ];
    pairs.into_iter().filter(|(bit, _)| bits & bit != 0).fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

fn letter(kind: u8, modifiers: KeyModifiers) -> Option<KeyEvent> {
    let code = match kind {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(1 + kind - b'P'),
        // The number pad in application mode.
        b'j'..=b'y' => KeyCode::Char(char::from(kind - b'j' + b'*')),
        _ => return None,
    };
    Some(key(code, modifiers))
}

fn linux_function(kind: u8) -> Option<KeyEvent> {
    matches!(kind, b'A'..=b'E').then(|| key(KeyCode::F(1 + kind - b'A'), KeyModifiers::NONE))
}

fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number - 10).ok()?),
        17..=21 => KeyCode::F(u8::try_from(number - 11).ok()?),
        23..=24 => KeyCode::F(u8::try_from(number - 12).ok()?),
        _ => return None,
    })
}

/// `CSI number u`: the number is the character.
fn by_code(number: u32) -> Option<KeyCode> {
    Some(match number {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(number).filter(|c| !c.is_control())?),
    })
}

/// One character, or one control key.
fn character(bytes: &[u8], last: bool) -> Step {
    let Some(first) = bytes.first().copied() else { return Step::More };
    if first < 0x20 || first == 0x7f {
        return Step::Took(1, Some(control(first)));
    }
    let length = match first {
        0..0x80 => 1,
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        // No character begins so.
        _ => return Step::Took(1, None),
    };
    let there = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(there) {
        Ok(text) => Step::Took(length, text.chars().next().filter(|c| !c.is_control()).map(typed)),
        Err(error) if error.error_len().is_none() && !last => Step::More,
        Err(error) => Step::Took(error.error_len().unwrap_or(there.len()).max(1), None),
    }
}

fn typed(c: char) -> KeyEvent {
    key(KeyCode::Char(c), if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE })
}

fn control(byte: u8) -> KeyEvent {
    let letter = |base: u8, from: u8| key(KeyCode::Char(char::from(byte - from + base)), KeyModifiers::CONTROL);
    match byte {
        0 => key(KeyCode::Char(' '), KeyModifiers::CONTROL),
        // Many terminals send Ctrl-H for the backspace key.
        8 | 0x7f => key(KeyCode::Backspace, KeyModifiers::NONE),
        9 => key(KeyCode::Tab, KeyModifiers::NONE),
        13 => key(KeyCode::Enter, KeyModifiers::NONE),
        1..=26 => letter(b'a', 1),
        _ => letter(b'4', 0x1c),
    }
}

const fn key(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

#[cfg(test)]
mod tests;
