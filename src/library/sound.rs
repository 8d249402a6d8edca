//! How names sound: pinyin for finding and for ordering them.
//!
//! All readings of a character count: 重庆 is found by `cq` and `chongqing`, 长沙 by `cs`, 厦门 by `xm`, whatever the
//! dictionary holds for the usual reading.

use pinyin::{ToPinyin, ToPinyinMulti};

/// How a name sounds, one entry for each of its characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sounds {
    /// The first letters of all readings, as bits: `a` is bit 0.
    initials: Box<[u32]>,
    /// Where the character stands in the order of its usual reading.
    ranks: Box<[u32]>,
}

impl Sounds {
    #[must_use]
    pub(crate) fn of(name: &str) -> Self {
        Self { initials: name.chars().map(initials).collect(), ranks: name.chars().map(rank).collect() }
    }

    /// For putting names into the order of their sounds.
    #[must_use]
    pub(crate) fn order(&self) -> &[u32] {
        &self.ranks
    }

    /// How well a word of `a`–`z` fits the name, the lower the better; `None` if not at all. First letters may skip
    /// characters (`smxjyj`: 三门峡市教育局); whole syllables, also mixed with first letters, may not.
    #[must_use]
    pub(crate) fn fits(&self, name: &str, word: &str) -> Option<usize> {
        let word = word.as_bytes();
        let near = self.next_to_each_other(word).or_else(|| self.syllables(name, word));
        near.or_else(|| self.in_order(word))
    }

    /// Where first letters stand next to each other.
    fn next_to_each_other(&self, word: &[u8]) -> Option<usize> {
        if word.len() > self.initials.len() {
            return None;
        }
        self.initials
            .windows(word.len().max(1))
            .position(|window| window.iter().zip(word).all(|(set, &c)| has(*set, c)))
    }

    /// First letters in their order; worse the further apart.
    fn in_order(&self, word: &[u8]) -> Option<usize> {
        let mut at = 0;
        for &letter in word {
            let rest = self.initials.get(at..)?;
            at += rest.iter().position(|&set| has(set, letter))? + 1;
        }
        Some(SCATTERED + at)
    }

    /// Where syllables stand next to each other.
    fn syllables(&self, name: &str, word: &[u8]) -> Option<usize> {
        let first = *word.first()?;
        let starts = self.initials.iter().enumerate().filter(|(_, set)| has(**set, first)).map(|(index, _)| index);
        let mut chars: Option<Vec<char>> = None;
        for start in starts {
            // Few names get so far.
            let chars = chars.get_or_insert_with(|| name.chars().collect());
            if chars.get(start..).is_some_and(|chars| spells(chars, word)) {
                return Some(start);
            }
        }
        None
    }
}

/// Worse than any match without gaps.
pub(crate) const SCATTERED: usize = 1 << 16;

/// Longer words are no names.
const MAX_WORD: usize = 64;

fn has(set: u32, letter: u8) -> bool {
    letter.is_ascii_lowercase() && set & 1 << (letter - b'a') != 0
}

/// Do the first characters spell the word: each by one of its readings or its first letter, the last one perhaps only
/// begun?
fn spells(chars: &[char], word: &[u8]) -> bool {
    if word.is_empty() {
        return true;
    }
    let Some((&c, rest)) = chars.split_first() else { return false };
    if word.len() > MAX_WORD {
        return false;
    }
    let fits = |reading: &str| {
        // `lv` and `lu` are typed for `lü`.
        ["v", "u"].iter().any(|plain| {
            let reading = reading.replace('ü', plain);
            let reading = reading.as_bytes();
            reading.starts_with(word)
                || word.strip_prefix(reading).is_some_and(|left| spells(rest, left))
                || (reading.first() == word.first() && word.get(1..).is_some_and(|left| spells(rest, left)))
        })
    };
    match c.to_pinyin_multi() {
        Some(readings) => readings.into_iter().any(|reading| fits(reading.plain())),
        None => c.is_ascii_alphabetic() && fits(&c.to_ascii_lowercase().to_string()),
    }
}

fn initials(c: char) -> u32 {
    let bit = |letter: Option<u8>| letter.filter(u8::is_ascii_lowercase).map_or(0, |letter| 1 << (letter - b'a'));
    match c.to_pinyin_multi() {
        Some(readings) => readings.into_iter().fold(0, |set, reading| set | bit(reading.plain().bytes().next())),
        None => bit(u8::try_from(c.to_ascii_lowercase()).ok()),
    }
}

/// Six letters as one number; what has no reading comes after, in the order of its code.
fn rank(c: char) -> u32 {
    const LETTERS: u32 = 27;
    let letters = |text: &str| {
        let places = text.bytes().map(|letter| u32::from(letter.saturating_sub(b'a' - 1)).min(LETTERS - 1));
        places.chain(std::iter::repeat(0)).take(6).fold(0, |rank, place| rank * LETTERS + place)
    };
    match c.to_pinyin() {
        Some(reading) => letters(reading.plain()),
        None if c.is_ascii_alphabetic() => letters(&c.to_ascii_lowercase().to_string()),
        None => 1 << 30 | u32::from(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(name: &str, word: &str) -> bool {
        Sounds::of(name).fits(name, word).is_some()
    }

    #[test]
    fn names_are_found_by_initials_syllables_and_both_mixed() {
        for (name, words) in [
            ("三门峡市教育局", &["smx", "smxjyj", "sanmenxia", "jiaoyu", "smenxia", "jiaoy", "sanmx"][..]),
            ("重庆市公安局", &["cq", "chongqing", "zhongqing", "cqgaj"]),
            ("长沙市司法局", &["cs", "changsha", "changs"]),
            ("厦门市", &["xm", "xiamen"]),
            ("单县人民政府", &["sx", "shanxian", "rmzf"]),
            ("尉氏县", &["ys", "yushi", "weishi"]),
            ("吕梁市", &["lvliang", "luliang", "ll"]),
            ("A县档案局", &["a", "ax", "daj"]),
        ] {
            for word in words {
                assert!(fits(name, word), "{name} {word}");
            }
        }
    }

    #[test]
    fn nonsense_finds_nothing() {
        for word in ["zzzzq", "xms", "sanxia", "menxiashi3", "education", &"s".repeat(9999)] {
            assert!(!fits("三门峡市教育局", word), "{word}");
        }
        assert!(!fits("", "a"));
    }

    #[test]
    fn close_together_is_better_than_scattered() {
        let rank = |name: &str, word| Sounds::of(name).fits(name, word).unwrap();
        assert!(rank("教育局", "jyj") < rank("松溪县教育局", "jyj"));
        assert!(rank("松溪县教育局", "jyj") < rank("江原县司法局", "jyj"));
    }

    #[test]
    fn names_have_the_order_of_their_sounds() {
        let mut names = ["重庆", "安徽", "贵州", "北京", "A区", "1号"];
        names.sort_by(|a, b| Sounds::of(a).order().cmp(Sounds::of(b).order()));
        assert_eq!(names, ["A区", "安徽", "北京", "贵州", "重庆", "1号"]);
    }
}
