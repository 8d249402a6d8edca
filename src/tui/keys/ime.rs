//! What a Chinese input method makes of the keys, where keys are commands.

/// The key behind a full-width letter or a Chinese sign; `None` for anything else.
#[must_use]
pub(crate) fn plain(c: char) -> Option<char> {
    let found = SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, key)| *key);
    let full_width = || match c {
        '\u{3000}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    };
    found.or_else(full_width)
}

/// The signs of a Chinese keyboard, with the keys that type them.
const SIGNS: [(char, char); 19] = [
    ('、', '/'),
    ('。', '.'),
    ('·', '`'),
    ('【', '['),
    ('】', ']'),
    ('「', '['),
    ('」', ']'),
    ('『', '{'),
    ('』', '}'),
    ('《', '<'),
    ('》', '>'),
    ('‘', '\''),
    ('’', '\''),
    ('“', '"'),
    ('”', '"'),
    ('￥', '$'),
    ('¥', '$'),
    ('…', '^'),
    ('—', '_'),
];

/// Is it a word of Chinese, which no key types?
#[must_use]
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_wide_letters_are_the_keys_that_type_them() {
        let typed: String = "：？，、【】ｎＲ；！（）　。《》".chars().filter_map(plain).collect();
        assert_eq!(typed, ":?,/[]nR;!() .<>");
        assert_eq!("n字1".chars().filter_map(plain).count(), 0);
        assert!(is_han('字') && !is_han('，') && !is_han('n'));
    }
}
