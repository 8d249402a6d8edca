//! Bytes, however they are cut, and the keys they are.

use proptest::prelude::*;

use super::*;

fn one(code: KeyCode) -> Typed {
    Typed::Key(key(code, KeyModifiers::NONE))
}

fn with(code: KeyCode, modifiers: KeyModifiers) -> Typed {
    Typed::Key(key(code, modifiers))
}

/// Feeds the bytes in two packets, cut at every place.
fn cut_anywhere(bytes: &[u8], wanted: &[Typed]) {
    for at in 0..=bytes.len() {
        let mut decoder = Decoder::default();
        let mut typed = decoder.feed(&bytes[..at]);
        typed.extend(decoder.feed(&bytes[at..]));
        typed.extend(decoder.settle());
        assert_eq!(typed, wanted, "{:?} cut at {at}", String::from_utf8_lossy(bytes));
        assert_eq!(decoder.waiting(), Waiting::Nothing);
    }
}

#[test]
fn split_keys_are_joined() {
    use KeyCode::{BackTab, Char, Delete, Down, End, Enter, F, Home, Left, PageDown, PageUp, Right, Up};
    let plain = [
        ("\x1b[A", Up),
        ("\x1b[B", Down),
        ("\x1b[C", Right),
        ("\x1b[D", Left),
        ("\x1b[H", Home),
        ("\x1b[F", End),
        ("\x1bOA", Up),
        ("\x1bOP", F(1)),
        ("\x1b[[E", F(5)),
        ("\x1b[5~", PageUp),
        ("\x1b[6~", PageDown),
        ("\x1b[3~", Delete),
        ("\x1b[15~", F(5)),
        ("\x1b[17~", F(6)),
        ("\x1b[24~", F(12)),
        ("\x1b[97u", Char('a')),
        ("\r", Enter),
        ("区", Char('区')),
        ("😀", Char('😀')),
    ];
    for (bytes, code) in plain {
        cut_anywhere(bytes.as_bytes(), &[one(code)]);
    }
    cut_anywhere(b"\x1b[1;5A", &[with(Up, KeyModifiers::CONTROL)]);
    cut_anywhere(b"\x1b[5;3~", &[with(PageUp, KeyModifiers::ALT)]);
    cut_anywhere(b"\x1b[Z", &[with(BackTab, KeyModifiers::SHIFT)]);
    cut_anywhere(b"\x1b[1;1:3A", &[]);
    cut_anywhere(b"\x1b[?62;1c", &[]);
    cut_anywhere(b"\x1b[12;40R", &[]);
    cut_anywhere(b"\x1b[A\x1b[Aq", &[one(Up), one(Up), one(Char('q'))]);
}

#[test]
fn escape_alone_arrives() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert_eq!(decoder.waiting(), Waiting::Escape);
    assert_eq!(decoder.settle(), [one(KeyCode::Esc)]);
    assert_eq!(decoder.feed(b"\x1b\x1b"), [one(KeyCode::Esc)]);
    assert_eq!(decoder.settle(), [one(KeyCode::Esc)]);
    assert_eq!(decoder.feed(b"\x1b["), []);
    assert_eq!(decoder.settle(), [one(KeyCode::Esc), one(KeyCode::Char('['))]);
}

#[test]
fn controls_and_alt() {
    let mut decoder = Decoder::default();
    let control = |c| with(KeyCode::Char(c), KeyModifiers::CONTROL);
    assert_eq!(decoder.feed(b"\x03\x1a\x00"), [control('c'), control('z'), control(' ')]);
    assert_eq!(decoder.feed(b"\x1bj"), [with(KeyCode::Char('j'), KeyModifiers::ALT)]);
    assert_eq!(
        decoder.feed(b"\x7f\x08G"),
        [one(KeyCode::Backspace), one(KeyCode::Backspace), with(KeyCode::Char('G'), KeyModifiers::SHIFT)]
    );
}

#[test]
fn pastes_are_one_wherever_they_are_cut() {
    let paste = Typed::Paste("区\nq\x1b[A 2023".into());
    cut_anywhere("\x1b[200~区\rq\x1b[A 2023\x1b[201~j".as_bytes(), &[paste, one(KeyCode::Char('j'))]);
}

#[test]
fn a_paste_without_end_can_be_left() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b[200~dd"), []);
    assert_eq!(decoder.settle(), []);
    assert_eq!(decoder.feed(b"\x03"), [with(KeyCode::Char('c'), KeyModifiers::CONTROL)]);
    assert_eq!(decoder.feed(b"j"), [one(KeyCode::Char('j'))]);
}

#[test]
fn a_mouse_is_read_where_it_presses_and_turns_and_nothing_else_of_it() {
    let at = |column, row, what| Typed::Mouse(Pointed { column, row, what });
    for (bytes, wanted) in [
        (b"\x1b[<0;12;3M".as_slice(), Some(at(11, 2, Button::First))),
        (b"\x1b[<64;1;1M", Some(at(0, 0, Button::WheelUp))),
        (b"\x1b[<65;300;200M", Some(at(299, 199, Button::WheelDown))),
        // With Ctrl held.
        (b"\x1b[<16;2;2M", Some(at(1, 1, Button::First))),
        // Let go, dragged, another button, no place, nonsense.
        (b"\x1b[<0;12;3m", None),
        (b"\x1b[<32;12;3M", None),
        (b"\x1b[<2;12;3M", None),
        (b"\x1b[<0;0;0M", None),
        (b"\x1b[<0;99999;1M", None),
        (b"\x1b[<0M", None),
    ] {
        let mut decoder = Decoder::default();
        let mut typed = decoder.feed(bytes);
        typed.extend(decoder.feed(b"n"));
        let mut expected: Vec<Typed> = wanted.into_iter().collect();
        expected.push(one(KeyCode::Char('n')));
        assert_eq!(typed, expected, "{}", bytes.escape_ascii());
    }
}

proptest! {
    #[test]
    fn any_bytes_come_to_an_end(packets in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 0..10)) {
        let mut decoder = Decoder::default();
        for packet in &packets {
            decoder.feed(packet);
        }
        decoder.settle();
        prop_assert!(matches!(decoder.waiting(), Waiting::Nothing | Waiting::Paste));
    }
}
