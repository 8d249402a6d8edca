//! Other agencies than the one that reports: what is said of them is not said of it.

use std::ops::Range;

use crate::check::facts::agency::abbreviates;
use crate::check::facts::claims::lexicon::{Mark, Topic};
use crate::check::facts::claims::text::Sentence;
use crate::check::facts::claims::tokens::Token;

/// A name is looked for in so many characters.
const LONGEST: usize = 12;
/// What names of agencies end with.
const ENDS: [&str; 16] = [
    "局",
    "厅",
    "委",
    "委员会",
    "中心",
    "街道",
    "办事处",
    "管委会",
    "支队",
    "大队",
    "公司",
    "集团",
    "医院",
    "学校",
    "镇",
    "乡",
];
/// 全局, 本局: the agency itself.
const OWN: [char; 8] = ['我', '本', '全', '该', '此', '各', '市', '区'];

/// `县自然资源局收到18件`: where another agency is named before what it did.
pub(in crate::check::facts::claims) fn named(
    sentence: &Sentence<'_>,
    tokens: &[Token],
    range: Range<usize>,
    own: &str,
) -> Option<usize> {
    let before = range.start.checked_sub(1).and_then(|before| tokens.get(before));
    let mut end = before.map_or(0, |before| before.end);
    for token in tokens.get(range).unwrap_or_default() {
        let gap = sentence.chars.get(end..token.start).unwrap_or_default();
        if !gap.is_empty() && is_of_doing(token) && is_another(gap, own) {
            return Some(token.start);
        }
        end = token.end;
    }
    None
}

/// 收到, 办结, 未收到, 政府信息公开申请.
fn is_of_doing(token: &Token) -> bool {
    token.word().is_some_and(|word| {
        word.act.is_some()
            || word.mark == Some(Mark::None)
            || word.topic == Some(Topic::Request)
            || word.mark == Some(Mark::Total)
    })
}

/// Do these characters, which no word covers, end in the name of another agency? One whose characters all stand in the
/// agency's own name is short for it: 住建局, 住房和城乡建设局.
fn is_another(gap: &[char], own: &str) -> bool {
    let gap: String = gap.iter().skip(gap.len().saturating_sub(LONGEST)).collect();
    let Some(end) = ENDS.iter().filter(|end| gap.ends_with(**end)).max_by_key(|end| end.len()) else { return false };
    let bare = gap.strip_suffix(end).unwrap_or_default();
    !abbreviates(&gap, own) && bare.chars().next_back().is_some_and(|last| !OWN.contains(&last))
}
