//! Text that came all at once: more than anybody types, and perhaps pasted into a terminal that puts no brackets around
//! what is pasted (the Linux console, old `screen`, consoles of Windows). Its letters must not be taken for keys.

/// Lines without Chinese are a paste from so many characters on: fewer may be keys that a slow line held back.
const LINES: usize = 16;

/// Packets at least as long as this may be cut: what follows at once belongs to them.
pub(super) const CUT: usize = 512;

/// Can the bytes have been pasted? Chinese comes from an input method at once, too: what is right then, whoever knows
/// where it is written must say.
#[must_use]
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(whole(bytes)) else { return false };
    if !is_text(text) {
        return false;
    }
    let chars = text.chars().count();
    let has_lines = text.trim_end_matches(is_break).contains(is_break);
    (chars > 1 && text.contains(is_wide)) || (chars >= LINES && has_lines)
}

/// Is it nothing but text, as what follows a packet that was cut?
#[must_use]
pub(super) fn goes_on(bytes: &[u8]) -> bool {
    std::str::from_utf8(whole(bytes)).is_ok_and(is_text)
}

/// The bytes without a character at the end that is not all there.
pub(super) fn whole(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or_default(),
        _ => bytes,
    }
}

fn is_text(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| !c.is_control() || is_break(c) || c == '\t')
}

fn is_break(c: char) -> bool {
    matches!(c, '\r' | '\n')
}

/// Chinese characters and signs, and what an input method makes of letters.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_types_at_once_is_told_from_keys() {
        for (text, expected) in [
            ("松溪县\rAq", true),
            ("Aq松溪县", true),
            ("/公安\r", true),
            ("？", false),
            ("n", false),
            ("gjjj\r", false),
            ("g\r6", false),
            ("jjjjjjjjjjjjjjjjjjjjjj", false),
            ("please accept\nquickly\n", true),
            ("please accept it all\r", false),
            ("写的话\u{5}", false),
            ("\u{1b}[A甲乙", false),
            ("", false),
        ] {
            assert_eq!(is_one(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn a_character_that_is_cut_in_two_is_waited_for() {
        let bytes = "甲乙".as_bytes();
        assert!(is_one(&bytes[..5]) == is_one("甲".as_bytes()));
        assert_eq!(whole(&bytes[..5]), "甲".as_bytes());
        assert!(is_one("甲乙丙".as_bytes().get(..8).unwrap()));
    }
}
