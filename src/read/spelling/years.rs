//! Years as they are written: `2023年`, `二〇二三年`, `本年度`, and what stands beside one in the head of a column.

use std::collections::BTreeMap;

use crate::read::document::block::trim;

use super::normalise::{is_closing, is_opening};

/// A longer text is no head of a column.
const LONGEST: usize = 120;
/// The years that a form speaks of without their numbers.
const THIS: [&str; 5] = ["本年", "本年度", "今年", "当年", "本期"];
const LAST: [&str; 8] = ["上年", "上年度", "上一年", "上一年度", "去年", "上期", "上年同期", "去年同期"];
/// What may stand behind a year that is alone.
const BEHIND: [&str; 10] = ["", "度", "数", "数据", "情况", "度数据", "度情况", "度数", "全年", "报表"];

/// Which year a head names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Year {
    Said(u16),
    This,
    Last,
}

/// A text with a year in it: which one, what else it says, and whether the year stands without 年.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) struct Tag<'a> {
    pub(crate) year: Year,
    pub(crate) rest: &'a str,
    pub(crate) is_bare: bool,
}

impl<'a> Tag<'a> {
    /// The year that a text begins or ends with.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        if text.len() > LONGEST || text.is_empty() {
            return None;
        }
        let bare = text.trim_matches(|c: char| c.is_whitespace() || is_opening(c) || is_closing(c));
        let tag = |year, rest, is_bare| Some(Self { year, rest, is_bare });
        if THIS.contains(&bare) {
            return tag(Year::This, "", false);
        }
        if LAST.contains(&bare) {
            return tag(Year::Last, "", false);
        }
        if bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            let year = bare.parse().ok().filter(|year| (2000..2100).contains(year))?;
            return tag(Year::Said(year), "", true);
        }
        let (from, to, year) = first_year(bare)?;
        let (before, behind) = (bare.get(..from)?, bare.get(to..)?);
        let behind = trim(behind);
        if first_year(behind).is_some() {
            return None;
        }
        let year = Year::Said(year);
        if before.is_empty() && BEHIND.contains(&behind) || BEHIND.contains(&behind) && is_empty(before) {
            return tag(year, "", false);
        }
        if is_empty(before) {
            let rest = behind.strip_prefix('度').unwrap_or(behind);
            return tag(year, rest.trim_matches(|c: char| c.is_whitespace() || is_opening(c) || is_closing(c)), false);
        }
        let rest = before.trim_end_matches(|c: char| c.is_whitespace() || is_opening(c));
        BEHIND.contains(&behind).then_some(Self { year, rest, is_bare: false })
    }

    /// A year and nothing else.
    pub(crate) fn alone(text: &'a str) -> Option<Self> {
        Self::of(text).filter(|tag| tag.rest.is_empty())
    }

    pub(crate) fn is_alone(&self) -> bool {
        self.rest.is_empty()
    }
}

fn is_empty(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// The first year in a text, `2023年`, `２０２３ 年` or `二〇二三年`: where it begins and ends, and which it is.
pub(in crate::read) fn first_year(text: &str) -> Option<(usize, usize, u16)> {
    years(text).next()
}

pub(in crate::read) fn years(text: &str) -> impl Iterator<Item = (usize, usize, u16)> + '_ {
    let mut digits: Vec<(usize, u16)> = Vec::new();
    let mut found = text.char_indices().filter_map(move |(at, c)| {
        if let Some(digit) = digit(c) {
            if digits.len() > 4 {
                digits.remove(0);
            }
            digits.push((at, digit));
            return None;
        }
        if c.is_whitespace() {
            return None;
        }
        let year = match digits.as_slice() {
            [first, _, _, _] if c == '年' => {
                let year = digits.iter().fold(0, |sum, (_, digit)| sum * 10 + digit);
                (2000..2100).contains(&year).then_some((first.0, at + c.len_utf8(), year))
            }
            _ => None,
        };
        digits.clear();
        year
    });
    std::iter::from_fn(move || found.next())
}

fn digit(c: char) -> Option<u16> {
    let code = |from: char| u16::try_from(u32::from(c) - u32::from(from)).ok();
    match c {
        '0'..='9' => code('0'),
        '０'..='９' => code('０'),
        '〇' | '○' | 'Ｏ' | '零' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// The year that a text speaks of most often; the earlier one where two are equal.
pub(in crate::read) fn year_in(text: &str) -> Option<u16> {
    let mut counts = BTreeMap::new();
    for (_, _, year) in years(text).take(1000) {
        *counts.entry(year).or_insert(0_u32) += 1;
    }
    let most = counts.values().max().copied();
    counts.into_iter().find(|(_, count)| Some(*count) == most).map(|(year, _)| year)
}

/// Do texts that follow each other name two years: columns of one and the other?
pub(in crate::read) fn name_two_years<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let mut last = None;
    for text in texts {
        let year = Tag::alone(text).map(|tag| tag.year);
        if year.is_some() && last.is_some() && year != last {
            return true;
        }
        last = year.or(last.filter(|_| text.is_empty()));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_names_a_year_and_perhaps_a_column() {
        let said = |text| Tag::of(text).map(|tag| (tag.year, tag.rest.to_owned()));
        assert_eq!(said("2023年"), Some((Year::Said(2023), String::new())));
        assert_eq!(said("（2023年度）"), Some((Year::Said(2023), String::new())));
        assert_eq!(said("2023年数据"), Some((Year::Said(2023), String::new())));
        assert_eq!(said("２０２３年自然人"), Some((Year::Said(2023), "自然人".into())));
        assert_eq!(said("自然人（2022年）"), Some((Year::Said(2022), "自然人".into())));
        assert_eq!(said("上年"), Some((Year::Last, String::new())));
        assert_eq!(said("本年制发件数"), None);
        assert_eq!(said("2022年至2023年"), None);
        assert_eq!(said("自然人"), None);
    }
}
