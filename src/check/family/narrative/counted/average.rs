//! Averages that do not follow from the number of the whole year: N-14.

use crate::base::glance::has_any;
use crate::check::facts::counts::{Count, Counted};

/// An average, and what it is the average of.
pub(super) struct WrongAverage<'a> {
    pub(crate) said: &'a Counted,
    pub(crate) average: &'a Count,
    pub(crate) whole: i64,
    /// What it may be, from the least to the most.
    pub(crate) range: (i64, i64),
}

/// What an average is for, and how many of these a year may have: all of them, or those on which anybody works.
const SPANS: [(&[&str], i64, i64); 3] = [
    (&["平均每天", "平均每日", "每天平均", "每日平均", "日均"], 366, 240),
    (&["平均每周", "每周平均", "周均"], 53, 46),
    (&["平均每月", "每月平均", "月均"], 12, 6),
];
/// Of the whole year.
const YEAR: [&str; 6] = ["全年", "年内", "本年", "一年来", "本年度", "年度"];
/// Of something else.
const NARROW: [&str; 19] = [
    "上半年",
    "下半年",
    "季度",
    "累计",
    "上年",
    "去年",
    "以来",
    "上线",
    "月起",
    "月至",
    "截至",
    "其中",
    "开放日",
    "宣传周",
    "宣传月",
    "活动",
    "期间",
    "现场",
    "培训",
];

/// All of them.
pub(super) fn wrong(text: &[Counted], year: u16) -> impl Iterator<Item = WrongAverage<'_>> {
    text.iter().flat_map(move |said| {
        let pairs = said.counts.windows(2);
        pairs.filter_map(move |pair| match pair {
            [whole, average] => judge(said, whole, average, year),
            _ => None,
        })
    })
}

fn judge<'a>(said: &'a Counted, whole: &Count, average: &'a Count, year: u16) -> Option<WrongAverage<'a>> {
    let (_, most, least) =
        SPANS.iter().find(|(words, _, _)| words.iter().any(|word| average.label.starts_with(word)))?;
    let words = whole.words();
    let of_year = has_any(&words, &YEAR) || words.contains(&format!("{year}年"));
    let follows = average.lead.is_empty() && !average.starts && average.unit == whole.unit && !average.is_share();
    let is_plain = of_year && follows && average.exact && whole.exact && !has_any(&words, &NARROW);
    let (stated, whole) = (average.value.as_int().filter(|_| is_plain)?, whole.value.as_int()?);
    // Rounded up or down, or cut off: less than one away.
    let holds =
        stated.checked_add(1)?.checked_mul(*most)? >= whole && stated.saturating_sub(1).checked_mul(*least)? <= whole;
    let range = (whole / most, whole.checked_add(least - 1)? / least);
    (!holds && whole > 0).then_some(WrongAverage { said, average, whole, range })
}
