//! One character for those that are one in the simplified script: for comparing only, never for showing.
//!
//! Owns: the table `han.txt` (from OpenCC, edition and licence said there), which has the traditional characters with
//! their variants in Taiwan and Hong Kong. One character stays one character, so places in a text stay places.

use std::sync::LazyLock;

/// Where the table begins and ends: the characters of Han in the basic plane.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9FFF;
const DATA: &str = include_str!("han.txt");

/// For each character from [`FIRST`] on the one that it is compared as, 0 for itself.
static TABLE: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut table = vec![0_u16; usize::try_from(LAST - FIRST + 1).unwrap_or_default()];
    for line in DATA.lines().filter(|line| !line.starts_with('#')) {
        let mut chars = line.chars();
        while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            if let (Some(slot), Ok(to)) = (place(from).and_then(|at| table.get_mut(at)), u16::try_from(u32::from(to))) {
                *slot = to;
            }
        }
    }
    table.into()
});

fn place(c: char) -> Option<usize> {
    usize::try_from(u32::from(c).checked_sub(FIRST)?).ok()
}

/// The character that this one is compared as.
#[must_use]
pub(crate) fn simplified(c: char) -> char {
    let folded = place(c).and_then(|at| TABLE.get(at)).filter(|folded| **folded != 0);
    folded.and_then(|&folded| char::from_u32(u32::from(folded))).unwrap_or(c)
}

/// Has a text a character that is compared as another one?
#[must_use]
pub(crate) fn has_traditional(text: &str) -> bool {
    let table: &[u16] = &TABLE;
    let is_folded = |c: char| {
        let folded = place(c).and_then(|at| table.get(at));
        folded.is_some_and(|&folded| folded != 0 && u32::from(folded) != u32::from(c))
    };
    text.chars().any(is_folded)
}

/// A letter or digit, as [`char::is_alphanumeric`] has it: what Chinese text is made of takes no walk through a table.
#[must_use]
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => true,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// One of the common characters of Han, of which nearly all text is made: whoever looks for stops and signs is done with
/// most characters at one look.
#[must_use]
#[inline]
pub(crate) fn is_common(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// The characters of a text that are none of the common ones of Han (and of those rare ones that begin with the same byte),
/// with their places: stops, signs, letters and digits.
#[inline]
pub(crate) fn rare(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while matches!(text.as_bytes().get(at), Some(0xE4..=0xE9)) {
            at += HAN;
        }
        let c = text.get(at..)?.chars().next()?;
        let start = at;
        at += c.len_utf8();
        Some((start, c))
    })
}

/// So many bytes has a character of Han.
const HAN: usize = 3;

/// A text as it is compared: as many characters.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    text.chars().map(simplified).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_each_region_are_compared_as_one() {
        for text in [
            "收到和處理政府信息公開申請情況",
            "結果糾正尚未審結",
            "規章製發件數廢止件數現行有效件數",
            "行政許可行政處罰行政強制",
            "說明説明税務稅務内容內容",
            "峯峰裡裏爲為衆眾台臺",
        ] {
            let folded = fold(text);
            assert_eq!(folded.chars().count(), text.chars().count());
            assert!(!has_traditional(&folded), "{folded}");
        }
        assert_eq!(fold("收到和處理政府信息公開申請情況"), "收到和处理政府信息公开申请情况");
        assert_eq!(fold("爲為衆眾裡裏内內説說"), "为为众众里里内内说说");
    }

    #[test]
    fn what_is_rare_stands_where_it_is_told() {
        for text in
            ["", "政府信息", "2023年，收到（1）件。", "。", "\u{3FFF}\u{4000}\u{9FFF}\u{A000}\u{20000}", "é；一"]
        {
            let is_rare = |(_, c): &(usize, char)| !matches!(c, '\u{4000}'..='\u{9FFF}');
            assert!(rare(text).eq(text.char_indices().filter(is_rare)), "{text}");
        }
    }

    #[test]
    fn letters_are_those_of_the_library() {
        assert!(('\0'..=char::MAX).all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }

    #[test]
    fn what_is_simplified_stays_as_it_is() {
        for text in ["abc１２３（一）", "现行有效件数", "处理决定数量", "三安全一稳定", "𠀀"]
        {
            assert_eq!(fold(text), text);
        }
        let pairs: Vec<char> = DATA.lines().filter(|line| !line.starts_with('#')).flat_map(str::chars).collect();
        assert!(pairs.len() > 5000 && pairs.len().is_multiple_of(2));
        assert!(pairs.iter().all(|c| (FIRST..=LAST).contains(&u32::from(*c)) || u32::from(*c) < 0x10000));
        for pair in pairs.chunks(2) {
            assert_eq!(simplified(pair[1]), pair[1], "{pair:?}");
        }
    }
}
