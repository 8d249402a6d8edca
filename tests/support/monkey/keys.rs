//! What can come from a terminal: keys, halves of keys, answers nobody asked for, bytes that are no text.

use crate::support::dice::Dice;

const NAMED: [&str; 44] = [
    "\r",
    "\n",
    "\t",
    "\x1b",
    "\x1b[Z",
    "\x7f",
    "\x08",
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1bOA",
    "\x1b[H",
    "\x1b[F",
    "\x1b[1~",
    "\x1b[4~",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[2~",
    "\x1b[3~",
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b[18~",
    "\x1b[19~",
    "\x1b[20~",
    "\x1b[21~",
    "\x1b[23~",
    "\x1b[24~",
    "\x1b[1;5A",
    "\x1b[1;5B",
    "\x1b[1;2C",
    "\x1b[1;3D",
    "\x1b\r",
    "\x1ba",
    "\x1b[I",
    "\x1b[O",
    "\x1b[27;5;9~",
    "\x1b[97;5u",
    "\x1b[<0;10;5M",
    "\x1b[<64;3;3M",
];

/// What stops in the middle, or is no key at all.
const BROKEN: [&[u8]; 14] = [
    b"\x1b[",
    b"\x1b[1;",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1bO",
    b"\x1b]52;c;",
    b"\x1bP",
    b"\x1b[999;999R",
    b"\x1b[?62;c",
    b"\xff\xfe",
    b"\xe6\x9c",
    b"\xf0\x9f\x91\xa8\xe2\x80\x8d",
    b"\x00",
    b"\xc2\x9b31m",
];

const WORDS: [&str; 12] = [
    "请核对上年结转数",
    "教育局",
    "jiaoyu",
    "T3-01",
    "全部公开",
    "\u{202e}反",
    "é\u{301}\u{301}",
    "👨‍👩‍👧‍👦",
    "　",
    "=1+1",
    "ﬀ",
    "a\u{0}b",
];

/// One key, or what passes for one.
pub fn some(dice: &mut Dice) -> Vec<u8> {
    match dice.below(100) {
        // Every printable character is somebody's command.
        0..=44 => vec![b' ' + u8::try_from(dice.below(95)).unwrap()],
        45..=69 => dice.pick(&NAMED).as_bytes().to_vec(),
        // Commands of two keys.
        70..=79 => vec![dice.pick(b",gm'z"), b'a' + u8::try_from(dice.below(26)).unwrap()],
        80..=86 => vec![u8::try_from(dice.below(32)).unwrap()],
        87..=91 => dice.pick(&BROKEN).to_vec(),
        92..=96 => dice.pick(&WORDS).as_bytes().to_vec(),
        _ => (0..=dice.below(12)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect(),
    }
}

/// What somebody pastes: a word, many lines, very much, and what would end the paste.
pub fn text(dice: &mut Dice) -> String {
    let words = match dice.below(40) {
        0 => 20_000,
        1..=9 => 300,
        _ => 6,
    };
    let mut text = String::new();
    for _ in 0..dice.below(words) {
        text.push_str(dice.pick(&WORDS));
        text.push_str(dice.pick(&["", " ", "\n", "\r\n", "\t", "\x1b[31m", "%", "(", "…"]));
    }
    text
}
