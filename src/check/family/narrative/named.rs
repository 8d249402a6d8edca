//! A number of things, and another number of names behind it: N-04.

use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::facts::calendar::number;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

/// Behind these stand the names of all of them.
const EACH: [&str; 3] = ["分别是", "分别为", "依次为"];
/// What is counted, one by one.
const UNITS: [&str; 11] = ["个", "类", "项", "种", "大", "家", "场", "期", "部", "块", "条"];
/// A name is not longer, in characters.
const LONGEST: usize = 12;
/// What stands between the number and the names is not longer.
const WHAT: usize = 12;

/// Names as they are listed.
struct Names {
    /// How many there may be: 和 may join two, or stand in a name.
    least: usize,
    most: usize,
    /// Where the list ends.
    end: usize,
}

/// Applies the rule: the first of each section.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    for part in facts.prose().parts.iter().filter(|part| part.section > 0) {
        let mut marks =
            EACH.iter().flat_map(|mark| part.text.match_indices(mark).map(|(at, mark)| at..at + mark.len()));
        let wrong = marks.find_map(|mark| {
            let (start, stated, unit) = announced(part.text.get(..mark.start)?)?;
            let names = names(part.text.get(mark.end..)?)?;
            let holds = (names.least..=names.most).contains(&stated);
            (!holds).then(|| (start..mark.end + names.end, stated, unit, names.most))
        });
        let Some((place, stated, unit, listed)) = wrong else { continue };
        let place: Range<usize> = place;
        let say =
            Say::default().with("total", stated).with("unit", unit).with("listed", listed).at(part.evidence(&place));
        found.say(id::N_04, "named", &format!("named/{}", part.section), say);
    }
}

/// `设置5个专栏，`: where the number begins, the number, and its unit.
fn announced(before: &str) -> Option<(usize, usize, &'static str)> {
    let before = before.trim_end_matches(['，', ',']);
    let clause = before.rsplit(['，', '。', '；', '：', '、', '\n', ',', '“', '”', '（', '）']).next()?;
    let from = before.len() - clause.len();
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    // The last number of the clause, with its unit behind it.
    let last = clause.char_indices().rev().find(|(_, c)| is_numeral(*c))?;
    let end = last.0 + last.1.len_utf8();
    let unit = UNITS.iter().find(|unit| clause.get(end..).is_some_and(|rest| rest.starts_with(**unit)))?;
    let what = clause.get(end + unit.len()..)?;
    let digits = clause.get(..end)?.trim_end_matches(is_numeral).len();
    let stated = match clause.get(digits..end)? {
        "两" => 2,
        text => usize::from(number(text)?),
    };
    let is_whole = !clause.get(..digits)?.ends_with(['.', ',', '第', '余', '近', '约', '前', '每', '上', '至', '-']);
    // 3个城区改造二期项目: the last number is in a name.
    let earlier = clause.get(..digits)?;
    let other = earlier.char_indices().any(|(at, c)| {
        let rest = earlier.get(at..).unwrap_or_default().trim_start_matches(is_numeral);
        is_numeral(c) && !rest.starts_with(['年', '月', '日'])
    });
    if other {
        return None;
    }
    let is_named = (1..=WHAT).contains(&what.chars().count()) && !what.contains(['中', '的', '各']);
    (is_whole && is_named && stated > 1).then_some((from + digits, stated, *unit))
}

/// The names that a text begins with.
fn names(text: &str) -> Option<Names> {
    if text.starts_with(['“', '《']) { quoted(text) } else { plain(text) }
}

/// `“政策”“解读”、“办事”`.
fn quoted(text: &str) -> Option<Names> {
    let (mut rest, mut count) = (text, 0);
    while let Some(inside) = rest.strip_prefix(['“', '《']) {
        let close = inside.find(['”', '》'])?;
        let behind = inside.get(close..)?.trim_start_matches(['”', '》']);
        count += 1;
        let next = behind.trim_start_matches(['、', '和', '及', '与']);
        rest = if next.starts_with(['“', '《']) { next } else { behind };
    }
    let end = text.len() - rest.len();
    // Only where nothing but names was listed.
    let is_closed = rest.is_empty() || rest.starts_with(['，', '。', '；', ',', '\n']);
    (is_closed && count > 1).then_some(Names { least: count, most: count, end })
}

/// `政策、解读和办事指南`: ended by a full stop, or what follows a comma begins anew.
fn plain(text: &str) -> Option<Names> {
    const JOINT: [char; 3] = ['和', '及', '与'];
    let end = text.find(['。', '；', '，', ',', '：', '\n', '（'])?;
    let is_closed = text.get(end..)?.starts_with(['。', '；', '\n']);
    let list = text.get(..end).filter(|_| is_closed)?;
    let parts: Vec<&str> = list.split('、').collect();
    let is_name = |part: &&str| (1..=LONGEST).contains(&part.chars().count());
    let is_plain = !list.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两各等件".contains(c));
    // 设区的市和县 may be one name, or two.
    let joined = parts.iter().map(|part| part.matches(JOINT).count()).sum::<usize>();
    // 教育、医疗和社会救助、养老 may be two, each with a stop in it.
    let least = if joined > 0 { parts.len().min(joined + 1) } else { parts.len() };
    let names = Names { least, most: parts.len() + joined, end };
    (is_plain && parts.iter().all(is_name) && names.most > 1).then_some(names)
}
