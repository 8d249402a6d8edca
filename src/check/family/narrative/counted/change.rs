//! Growth that does not follow from the numbers beside it, whatever has grown.

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::counts::{Count, Counted, clause};
use crate::check::family::narrative::growth::{Actual, Change, difference};
use crate::report::Number;

/// A change as it is stated, and the numbers that it is stated of.
pub(super) struct WrongChange<'a> {
    pub(crate) said: &'a Counted,
    pub(crate) stated: &'a Count,
    pub(crate) up: bool,
    pub(crate) before: i64,
    pub(crate) now: i64,
    /// What it is: per cent with two places, or the difference.
    pub(crate) actual: String,
}

/// All of them.
///
/// `requests` are the numbers of requests that the tables give: one of them may be what has grown.
pub(super) fn wrong<'a>(text: &'a [Counted], year: u16, requests: &[i64]) -> Vec<WrongChange<'a>> {
    let mut found = Vec::new();
    for (index, said) in text.iter().enumerate() {
        let before = text.get(..index).unwrap_or_default();
        for at in 1..said.counts.len() {
            found.extend(judge(said, at, year).or_else(|| elsewhere(said, at, year, before, requests)));
        }
    }
    found
}

const UP: [&str; 7] = ["增长", "上升", "增加", "增幅", "提高", "多", "提升"];
const DOWN: [&str; 6] = ["下降", "减少", "降幅", "降低", "减幅", "少"];
/// Up or down to a number, not by one.
const TO: [&str; 8] = ["增至", "升至", "降至", "减至", "增加到", "减少到", "上升到", "下降到"];

fn moves_to(count: &Count) -> bool {
    has_any(&count.label, &TO)
}

/// Which way, where the words before a number say so and say no more.
fn direction(count: &Count) -> Option<bool> {
    let to = || moves_to(count) || count.label.ends_with(['到', '至']);
    match (has_any(&count.label, &UP), has_any(&count.label, &DOWN)) {
        (true, false) if !to() => Some(true),
        (false, true) if !to() => Some(false),
        _ => None,
    }
}

/// What says only with what a number is compared, longest first.
const COMPARED: [(&str, &str); 21] = [
    ("上一年度", ""),
    ("上一年", ""),
    ("上年度", ""),
    ("有所", ""),
    ("略有", ""),
    ("上年", ""),
    ("去年", ""),
    ("同期", ""),
    ("同比", ""),
    ("环比", ""),
    ("相比", ""),
    ("全年", ""),
    ("较", ""),
    ("比", ""),
    ("与", ""),
    ("同", ""),
    ("年", ""),
    ("的", ""),
    ("了", ""),
    ("为", ""),
    ("达", ""),
];

/// Which way, where the label says that and nothing else: 企业满意度提升5% is no change of what was counted before it.
fn plain_direction(count: &Count) -> Option<bool> {
    let up = direction(count)?;
    let bare: String = count.label.chars().filter(|c| !c.is_ascii_digit()).collect();
    let bare = replace_each(&bare, &COMPARED);
    UP.iter().chain(&DOWN).any(|word| *word == bare).then_some(up)
}

/// Of the year before, as it is named.
fn is_old(count: &Count, year: u16) -> bool {
    let last_year = format!("{}年", year.saturating_sub(1));
    // 较上年（18件）增长.
    let label = if count.bracketed && count.label.is_empty() { clause(&count.lead) } else { &count.label };
    let named = has_any(label, &["上年", "去年", "上一年", "同期", last_year.as_str()]);
    // 上年结转2件 are none of last year's.
    named && direction(count).is_none() && !count.label.contains("结转")
}

fn judge(said: &Counted, at: usize, year: u16) -> Option<WrongChange<'_>> {
    let stated = said.counts.get(at)?;
    let up = plain_direction(stated).filter(|_| stated.exact)?;
    let is_old = |count: &Count| is_old(count, year);
    // 2022年41件，2023年50件: of a year before that.
    let is_earlier =
        |count: &Count| (2..=6).any(|back| count.label.contains(&format!("{}年", year.saturating_sub(back))));
    // The statement, between semicolons.
    let from = (0..=at).rev().find(|&index| said.counts.get(index).is_some_and(|count| count.starts))?;
    let until = (at + 1..said.counts.len()).find(|&index| said.counts.get(index).is_some_and(|count| count.starts));
    let here = said.counts.get(from..until.unwrap_or(said.counts.len()))?;
    let counts: Vec<&Count> = here.iter().filter(|count| !count.is_share() && count.exact).collect();
    let position = |wanted: &Count| counts.iter().position(|count| count.place == wanted.place);
    let near = |count: &Count| {
        let index = here.iter().position(|other| other.place == count.place).unwrap_or_default();
        index.abs_diff(at - from) <= 2
    };
    let old = counts.iter().copied().filter(|count| near(count)).find(|count| is_old(count));
    let by =
        said.counts.get(at - 1).filter(|by| stated.is_share() && !by.is_share() && plain_direction(by) == Some(up));
    // 由300人增至360人.
    let moved = counts.windows(2).find_map(|pair| match pair {
        [from, to] if near(to) && from.label.contains(['由', '从']) && from.unit == to.unit && moves_to(to) => {
            Some((*from, *to))
        }
        _ => None,
    });
    let old = moved.map(|(from, _)| from).or(old);
    let (now, before) = match (old, by) {
        _ if moved.is_some() => {
            let (from, to) = moved?;
            (to, from.value.as_int()?)
        }
        (Some(old), _) => {
            // 617条，同比增加57条，上年为540条: what was stated is not what it has become.
            let mut earlier = counts.get(..position(old)?)?.iter().rev();
            let now = *earlier.find(|count| count.place != stated.place)?;
            (now.unit == old.unit && !is_earlier(now)).then_some((now, old.value.as_int()?))?
        }
        (None, Some(by)) => {
            let now = *counts.get(position(by)?.checked_sub(1)?)?;
            let (value, by_value) = (now.value.as_int()?, by.value.as_int()?);
            let before = if up { value.checked_sub(by_value)? } else { value.checked_add(by_value)? };
            (now.unit == by.unit).then_some((now, before))?
        }
        _ => return None,
    };
    let fits = stated.is_share() || stated.unit == now.unit;
    // A number of something else may stand between.
    let touching = said.counts.get(from..at)?.last().is_some_and(|last| {
        last.place == now.place
            || old.is_some_and(|old| old.place == last.place)
            || by.is_some_and(|by| by.place == last.place)
            || plain_direction(last) == Some(up)
    });
    let values: Vec<i64> = counts
        .iter()
        .filter(|count| count.unit == now.unit && count.place != stated.place)
        .filter_map(|count| count.value.as_int())
        .collect();
    let is = |old: i64, now: Number| actual(stated, up, old, now);
    let mut pairs = values.iter().flat_map(|&old| values.iter().map(move |&now| (old, Number::int(now))));
    // Nothing grows from nothing by a rate; where else nothing can be said, nothing is.
    let can_be = |old: i64| old > 0 || !stated.is_share();
    let follows = pairs.any(|(old, now)| can_be(old) && is(old, now).is_none_or(|actual| actual.holds));
    let wrong = is(before, now.value).filter(|actual| !actual.holds && fits && touching && before > 0 && !follows)?;
    Some(WrongChange { said, stated, up, before, now: now.value.as_int()?, actual: wrong.text })
}

/// `与上年的24件相比，减少6件，下降33.3%`, `申请数量与上年的10件相比增长50%`: what it has become stands elsewhere. The number
/// before and the change give it, or the table does; of what was published, an earlier sentence.
fn elsewhere<'a>(
    said: &'a Counted,
    at: usize,
    year: u16,
    earlier: &[Counted],
    requests: &[i64],
) -> Option<WrongChange<'a>> {
    let stated = said.counts.get(at).filter(|stated| stated.exact && stated.is_share())?;
    let up = plain_direction(stated)?;
    let last = said.counts.get(at.checked_sub(1)?)?;
    let by = Some(last).filter(|by| !by.is_share() && plain_direction(by) == Some(up) && by.exact && !by.starts);
    let place = if by.is_some() { at.checked_sub(2)? } else { at.checked_sub(1)? };
    let old = said.counts.get(place).filter(|old| is_old(old, year) && old.exact && !old.is_share())?;
    // What stands before it in its statement would be what has grown.
    let is_first = old.starts || old.stop.is_some_and(|stop| matches!(stop, '；' | '。'));
    let before = old.value.as_int().filter(|before| is_first && !stated.starts && *before > 0)?;
    let words = old.words();
    let narrow = has_any(&words, &["月", "季度", "半年", "其中", "不同", "涉及", "类"]);
    let nows: Vec<i64> = match by {
        Some(by) if by.unit == old.unit => {
            let by = by.value.as_int()?;
            vec![if up { before.checked_add(by)? } else { before.checked_sub(by)? }]
        }
        Some(_) => return None,
        None if narrow => return None,
        None if old.unit == "件" && words.contains("申请") => requests.to_vec(),
        None if words.contains("信息") => published(earlier, said, old.unit)?,
        None => return None,
    };
    let now = *nows.first()?;
    let is = |now: i64| actual(stated, up, before, Number::int(now));
    let follows = nows.iter().any(|&now| is(now).is_none_or(|actual| actual.holds));
    let wrong = is(now).filter(|actual| !actual.holds && !follows)?;
    Some(WrongChange { said, stated, up, before, now, actual: wrong.text })
}

/// What the paragraph has counted so far in this unit, that which was published first; none where it is not said.
fn published(earlier: &[Counted], said: &Counted, unit: &str) -> Option<Vec<i64>> {
    let paragraph = earlier.iter().rev().take_while(|other| other.paragraph == said.paragraph);
    let counts: Vec<&Count> = paragraph.flat_map(|other| &other.counts).filter(|count| count.unit == unit).collect();
    let is_published =
        |count: &&&Count| has_any(&count.label, &["公开信息", "发布信息", "公开政府信息", "发布政府信息"]);
    let whole = counts.iter().filter(is_published).find_map(|count| count.value.as_int())?;
    Some(std::iter::once(whole).chain(counts.iter().filter_map(|count| count.value.as_int())).collect())
}

/// How the change compares with that from one number to the other.
fn actual(stated: &Count, up: bool, old: i64, now: Number) -> Option<Actual> {
    difference(Change { up, is_rate: stated.is_share(), stated: stated.value, now }, Number::int(old))
}
