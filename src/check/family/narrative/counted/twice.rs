//! The same thing counted twice, with different numbers.

use rustc_hash::FxHashMap;

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::calendar::years;
use crate::check::facts::counts::{Count, Counted, List, clause};
use crate::report::Number;

use super::parts::is_slip;

/// Two numbers of one thing.
pub(super) struct Twice<'a> {
    /// What they count, in plain words.
    pub(crate) key: String,
    pub(crate) first: (u8, &'a Count),
    pub(crate) second: (u8, &'a Count),
}

/// All of them, one for each thing.
/// `listed` are the lists of each sentence.
pub(super) fn wrong<'a>(text: &'a [Counted], listed: &[Vec<List<'_>>], year: u16) -> Vec<Twice<'a>> {
    let mut known: FxHashMap<(String, &str), (&Counted, &Count)> = FxHashMap::default();
    let mut found: Vec<Twice<'_>> = Vec::new();
    for (said, lists) in text.iter().zip(listed) {
        let parts: Vec<usize> = lists.iter().flat_map(|list| list.at..list.at + list.parts.len()).collect();
        for (at, count) in said.counts.iter().enumerate() {
            if parts.contains(&at) || !is_of_the_year(count, year) {
                continue;
            }
            let Some(key) = key(count) else { continue };
            let Some((there, first)) = known.get(&(key.clone(), count.unit)) else {
                known.insert((key, count.unit), (said, count));
                continue;
            };
            let apart = there.section != said.section;
            let alike = key.chars().count() >= LONG || looks_alike(first.value, count.value);
            if apart && alike && first.value != count.value && found.iter().all(|known| known.key != key) {
                found.push(Twice { key, first: (there.section, first), second: (said.section, count) });
            }
        }
    }
    found
}

/// A name that is so long says enough; a shorter one does where the numbers look alike.
const LONG: usize = 5;
const SHORT: usize = 4;
/// What is said before the clause with the number, in more characters than these, may be of what it is a number …
const LEAD: usize = 6;
/// … unless the clause says itself that it speaks of the whole year.
const WHOLE: [&str; 3] = ["全年", "本年度", "年内"];
/// What begins with these says of what.
const OF: [&str; 8] = ["围绕", "针对", "聚焦", "面向", "结合", "为", "就", "在"];

/// Of the whole year, and of nothing narrower.
fn is_of_the_year(count: &Count, year: u16) -> bool {
    const NARROW: [&str; 24] = [
        "其中",
        "累计",
        "上半年",
        "下半年",
        "季度",
        "月",
        "截至",
        "截止",
        "去年",
        "上年",
        "以来",
        "每",
        "同比",
        "较",
        "比",
        "平均",
        "另",
        "增",
        "减",
        "计划",
        "将",
        "不少于",
        "拟",
        "以下",
    ];
    let is_whole =
        count.exact && !count.bracketed && !is_of_something(count) && !count.is_share() && count.value > Number::int(1);
    is_whole && {
        let words = count.words();
        !has_any(&words, &NARROW) && years(&words).all(|named| named.year == year)
    }
}

/// 围绕营商环境主题，召开新闻发布会4场: others may have been held beside them.
fn is_of_something(count: &Count) -> bool {
    let (lead, of) = (count.lead.as_str(), clause(&count.lead));
    let says_of_what = OF.iter().any(|word| of.starts_with(word));
    lead.chars().count() > LEAD && (says_of_what || !has_any(&count.label, &WHOLE))
}

/// What is dropped, and which of several words for one act stands for all.
const ALIKE: [(&str, &str); 35] = [
    ("全年", ""),
    ("本年度", ""),
    ("本年", ""),
    ("年内", ""),
    ("年度", ""),
    ("总共", ""),
    ("共计", ""),
    ("共", ""),
    ("各类", ""),
    ("市局", ""),
    ("县局", ""),
    ("区局", ""),
    ("省局", ""),
    ("本局", ""),
    ("我局", ""),
    ("我委", ""),
    ("我办", ""),
    ("虽然", ""),
    ("先后", ""),
    ("了", ""),
    ("在", ""),
    ("举办", "召开"),
    ("组织", "召开"),
    ("开展", "召开"),
    ("举行", "召开"),
    ("组织召开", "召开"),
    ("公布", "发布"),
    ("公开", "发布"),
    ("更新", "发布"),
    ("推送", "发布"),
    ("推出", "发布"),
    ("刊发", "发布"),
    ("上传", "发布"),
    ("受理", "收到"),
    ("接收", "收到"),
];
/// What is done with a thing that stands behind its number: 组织了2期政务公开培训.
const ACTS: [&str; 3] = ["召开", "发布", "收到"];

/// What is counted, in plain words: without the year, 共, and which of several words for one act is used.
fn key(count: &Count) -> Option<String> {
    let label = count.label.as_str();
    let year =
        label.find('年').filter(|at| label.get(..*at).is_some_and(|year| year.chars().all(|c| c.is_ascii_digit())));
    let label = year.map_or(label, |at| label.get(at + '年'.len_utf8()..).unwrap_or_default());
    let plain = |text: &str| replace_each(text, &ALIKE);
    let key = match count.tail.is_empty() {
        true => plain(label),
        false if ACTS.contains(&plain(label).as_str()) => plain(&format!("{label}{}", count.tail)),
        false => return None,
    };
    (key.chars().count() >= SHORT).then_some(key)
}

/// 3286 and 3268: the digits of one in another order, or one digit is another.
fn looks_alike(one: Number, other: Number) -> bool {
    let (one_text, other_text) = (one.to_string(), other.to_string());
    let sorted = |text: &str| {
        let mut digits: Vec<u8> = text.bytes().collect();
        digits.sort_unstable();
        digits
    };
    one_text.len() >= 3 && (sorted(&one_text) == sorted(&other_text) || is_slip(one, other))
}
