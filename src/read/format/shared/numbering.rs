//! Automatic numbers: what Word counts and does not write down. Headings are numbered so, and labels of tables.
//!
//! Shared by `docx` and `doc`, which read the lists' definitions each in their way.

use std::collections::{HashMap, HashSet};

/// Levels of a list.
pub(in crate::read::format) const LEVELS: usize = 9;
/// A style is based on another, and so on, so many times at most.
const MAX_CHAIN: usize = 16;

/// How one level of a list is written.
#[derive(Debug, Clone, Default)]
pub(in crate::read::format) struct Level {
    pub(crate) start: u32,
    /// As `docx` calls it: `chineseCounting`, `decimal`.
    pub(crate) format: String,
    /// `%1、`, `（%2）`.
    pub(crate) text: String,
}

/// A list in use: which definition, and where its levels start anew.
#[derive(Debug, Default)]
pub(in crate::read::format) struct List {
    pub(crate) definition: i64,
    pub(crate) starts: Vec<(usize, u32)>,
}

/// A paragraph style, as far as it numbers.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Style {
    pub(crate) number: Option<i64>,
    pub(crate) level: Option<i64>,
    pub(crate) base: Option<String>,
}

/// The format of a number, by the name that `docx` has for it.
pub(in crate::read::format) fn format(code: u32) -> &'static str {
    match code {
        3 => "upperLetter",
        4 => "lowerLetter",
        10 | 11 | 33 | 35 | 37 | 39 => "chineseCounting",
        18 | 28 => "decimalEnclosedCircle",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        23 => "bullet",
        255 => "none",
        _ => "decimal",
    }
}

/// The lists of a document, and how far they have counted.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Numbering {
    pub(crate) definitions: HashMap<i64, Vec<Level>>,
    pub(crate) lists: HashMap<i64, List>,
    pub(crate) styles: HashMap<String, Style>,
    counters: HashMap<i64, [Option<u32>; LEVELS]>,
    begun: HashSet<i64>,
}

impl Numbering {
    /// The number of the next paragraph with these properties: `一、`.
    pub(crate) fn label(&mut self, number: Option<i64>, level: Option<i64>, style: Option<&str>) -> Option<String> {
        let (by_style, style_level) = self.of_style(style);
        let id = number.or(by_style)?;
        let level = usize::try_from(level.or(style_level).unwrap_or(0)).ok().filter(|&level| level < LEVELS)?;
        let list = self.lists.get(&id)?;
        let definition = self.definitions.get(&list.definition)?;
        let counters = self.counters.entry(list.definition).or_default();
        if self.begun.insert(id) {
            for &(level, start) in &list.starts {
                if let Some(counter) = counters.get_mut(level) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        count(counters, level, definition);
        written(counters, definition.get(level)?, definition)
    }

    /// A list that begins anew counts from its start.
    pub(crate) fn restart(&mut self, number: i64) {
        if let Some(list) = self.lists.get(&number) {
            self.counters.remove(&list.definition);
        }
    }

    fn of_style(&self, style: Option<&str>) -> (Option<i64>, Option<i64>) {
        let mut at = style;
        let mut level = None;
        for _ in 0..MAX_CHAIN {
            let Some(style) = at.and_then(|id| self.styles.get(id)) else { break };
            level = level.or(style.level);
            if style.number.is_some() {
                return (style.number, level);
            }
            at = style.base.as_deref();
        }
        (None, None)
    }
}

/// Counts one on at this level, and begins the deeper ones anew.
fn count(counters: &mut [Option<u32>; LEVELS], level: usize, definition: &[Level]) {
    for (at, counter) in counters.iter_mut().enumerate() {
        let start = definition.get(at).map_or(1, |level| level.start);
        match at.cmp(&level) {
            std::cmp::Ordering::Less => *counter = counter.or(Some(start)),
            std::cmp::Ordering::Equal => *counter = Some(counter.map_or(start, |count| count.saturating_add(1))),
            std::cmp::Ordering::Greater => *counter = None,
        }
    }
}

/// The label of a level: its text with the counters put in.
fn written(counters: &[Option<u32>; LEVELS], level: &Level, definition: &[Level]) -> Option<String> {
    if matches!(level.format.as_str(), "bullet" | "none") {
        return None;
    }
    let mut label = String::new();
    let mut chars = level.text.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            label.push(c);
            continue;
        }
        let digit = chars.next().and_then(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok())?;
        let at = digit.checked_sub(1)?;
        let count = counters.get(at).copied().flatten()?;
        label.push_str(&numeral(count, definition.get(at).map_or("decimal", |level| &level.format)));
    }
    (!label.trim().is_empty()).then_some(label)
}

/// A number as Word writes it in this format; in digits where the format is of no interest here.
fn numeral(count: u32, format: &str) -> String {
    let nth = |first: char| char::from_u32(u32::from(first) + count.saturating_sub(1)).map(String::from);
    let small = (1..=20).contains(&count);
    let written = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting"
        | "ideographTraditional"
        | "ideographDigital" => han(count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if small => nth('①'),
        "decimalEnclosedParen" if small => nth('⑴'),
        "decimalEnclosedFullstop" if small => nth('⒈'),
        "upperLetter" if count <= 26 => nth('A'),
        "lowerLetter" if count <= 26 => nth('a'),
        _ => None,
    };
    written.unwrap_or_else(|| count.to_string())
}

/// `一`, `十`, `十一`, `二十`, `一百零一`, up to 999.
fn han(count: u32) -> Option<String> {
    let digit = |digit: u32| "零一二三四五六七八九".chars().nth(usize::try_from(digit).ok()?);
    let (hundreds, tens, ones) = (count / 100, count / 10 % 10, count % 10);
    if !(1..1000).contains(&count) {
        return None;
    }
    let mut text = String::new();
    if hundreds > 0 {
        text.extend([digit(hundreds)?, '百']);
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => text.push('零'),
        0 => {}
        1 if hundreds == 0 => text.push('十'),
        _ => text.extend([digit(tens)?, '十']),
    }
    if ones > 0 {
        text.push(digit(ones)?);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals() {
        for (count, text) in
            [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (101, "一百零一"), (110, "一百一十")]
        {
            assert_eq!(numeral(count, "chineseCounting"), text);
        }
        assert_eq!(numeral(3, "decimalEnclosedCircleChinese"), "③");
        assert_eq!(numeral(5000, "chineseCounting"), "5000");
    }
}
