//! A whole and the parts that the text lists of it, whatever is counted.

use crate::base::glance::{Glance, has_any, replace_each};

use super::{Count, clause};

/// A list of parts is not begun by so many characters, nor one of them named by more.
const LABEL: usize = 18;

/// How a list begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Opening {
    /// 其中, 包括: some parts, or all.
    Among,
    /// A bracket, a colon or 分别为 behind the whole: all of them.
    Told,
    /// 涉及: some of them, and all where 其他 is the last.
    About,
    /// 按方式分, 渠道分布为: all of what was counted before.
    Divided,
}

/// `共126人，其中局机关48人、乡镇农技站68人`.
#[derive(Debug)]
pub(in crate::check) struct List<'a> {
    /// Where its first part stands among the numbers of the sentence.
    pub(crate) at: usize,
    pub(crate) opening: Opening,
    pub(crate) parts: Vec<&'a Count>,
    /// 其他 is the last of them.
    pub(crate) complete: bool,
    /// Nothing speaks against these being all: no 等, nothing that is not understood.
    pub(crate) closed: bool,
}

/// The lists in the numbers of a sentence.
pub(in crate::check) fn lists(counts: &[Count]) -> Vec<List<'_>> {
    (0..counts.len()).filter_map(|at| list(counts, at)).filter(|list| list.parts.len() > 1).collect()
}

fn list(counts: &[Count], at: usize) -> Option<List<'_>> {
    let first = counts.get(at)?;
    let before = at.checked_sub(1).and_then(|before| counts.get(before));
    let (opening, name) = opening(first, before)?;
    if first.is_share() || !is_part(name) {
        return None;
    }
    let mut list = List { at, opening, parts: vec![first], complete: false, closed: true };
    let mut divided_by = None;
    for item in counts.get(at + 1..)? {
        // A part's own parts.
        if item.bracketed && !first.bracketed {
            continue;
        }
        if first.bracketed && (!item.bracketed || item.stop == Some('（')) {
            break;
        }
        let by = item.stop.unwrap_or(' ');
        let is_rest = REST.iter().any(|word| item.label.trim_start_matches('有').starts_with(word));
        let fits = item.unit == first.unit && matches!(by, '、' | '，' | '；') && item.lead.is_empty();
        if fits && is_rest {
            list.parts.push(item);
            list.complete = true;
            list.closed &= item.exact;
            break;
        }
        let goes_on = *divided_by.get_or_insert(by) == by && fits && !item.label.starts_with("其中");
        // 上半年收到19件，下半年收到11件: one more of the parts.
        let is_act = by == '，' && has_any(&item.label, &ACTS) && !(is_of_time(first) && is_of_time(item));
        if !goes_on || is_act || !is_part(&item.label) {
            // One more of the list, in another unit or another way.
            list.closed &= item.stop != Some('、') && item.stop.is_some();
            break;
        }
        list.parts.push(item);
    }
    // Behind commas everything may follow that is no part.
    if divided_by == Some('，') && !list.complete {
        let end = at + list.parts.len();
        list.closed &= counts.get(end).is_none_or(|next| next.starts || (first.bracketed && !next.bracketed));
    }
    let plain = |part: &&&Count| part.tail.is_empty() || (list.complete && !part.tail.contains('等'));
    list.closed &=
        list.parts.iter().all(|part| part.exact) && list.parts.iter().filter(plain).count() == list.parts.len();
    Some(list)
}

/// Of a part of the year.
fn is_of_time(count: &Count) -> bool {
    const TIMES: [&str; 3] = ["上半年", "下半年", "季度"];
    has_any(&count.label, &TIMES)
}

const REST: [&str; 6] = ["其他", "其它", "其余", "另外", "剩余", "余下"];
/// A number with one of these before it is no part.
const NO_PART: [&str; 31] = [
    "同比", "较", "比", "增", "减", "上升", "下降", "上年", "去年", "同期", "累计", "共", "合计", "总", "占", "平均",
    "人均", "超", "不足", "均", "最", "截至", "每", "分别", "含", "主要", "各", "主办", "承办", "协办", "牵头",
];
/// 公共服务, 总体规划 are names.
const NAMES: [(&str, &str); 5] = [("公共", ""), ("共享", ""), ("共建", ""), ("总体", ""), ("比选", "")];
/// Behind a comma these begin what is said next.
const ACTS: [&str; 11] = ["办结", "办理", "答复", "回复", "解决", "整改", "完成", "采纳", "已", "发现", "收到"];
/// What says that a list follows.
const AMONG: [&str; 3] = ["其中", "包括", "包含"];
const ABOUT: [&str; 3] = ["主要涉及", "内容涉及", "涉及"];
const EACH: [&str; 2] = ["分别为", "分别是"];
/// 申请主体为, 渠道分布为: what stands behind these are parts.
const DIVIDED: [&str; 7] = ["方式为", "渠道为", "途径为", "主体为", "分布为", "来源为", "构成为"];
/// 受理主体上.
const SIDES: [&str; 3] = ["方式上", "渠道上", "主体上"];

/// Does the clause say by what the whole is divided: 按申请方式分, 从渠道看?
fn divides(clause: &str) -> bool {
    let short = (3..=LABEL).contains(&clause.chars().count());
    let by = clause.starts_with(['按', '从', '以']) && clause.ends_with(['分', '看', '计', '类']);
    short && (by || DIVIDED.iter().chain(&SIDES).any(|end| clause.ends_with(end)))
}

/// How the list begins that this number is the first of, and the name of the part without what says so.
fn opening<'c>(first: &'c Count, before: Option<&Count>) -> Option<(Opening, &'c str)> {
    let label = first.label.as_str();
    if let Some(word) = AMONG.iter().find(|word| label.starts_with(**word)) {
        return Some((Opening::Among, label.get(word.len()..)?));
    }
    if let Some(word) = EACH.iter().find(|word| label.starts_with(**word)) {
        return Some((Opening::Told, label.get(word.len()..)?));
    }
    if matches!(first.stop, Some('（' | '：')) && first.adjacent {
        return Some((Opening::Told, label));
    }
    // 新收申请27件，涉及征地12件、…、其他2件.
    let about = ABOUT.iter().find_map(|word| label.strip_prefix(word)).filter(|name| !name.is_empty());
    if let Some(name) = about.filter(|_| first.adjacent && first.stop == Some('，')) {
        return Some((Opening::About, name));
    }
    if before.is_some_and(|before| before.tail == "中") {
        return Some((Opening::Among, label));
    }
    if matches!(first.stop, Some('，' | '：')) && divides(clause(&first.lead)) {
        return Some((Opening::Divided, label));
    }
    let seen = Glance::of(label);
    let mut known = DIVIDED.iter().filter(|word| seen.may_have(word));
    let word = known.find(|word| label.find(**word).is_some_and(|at| at > 0))?;
    let name = label.get(label.find(*word)? + word.len()..)?;
    Some((Opening::Divided, name))
}

/// May the number with this name be a part?
fn is_part(name: &str) -> bool {
    let length = name.chars().count();
    (1..=LABEL).contains(&length) && !has_any(&replace_each(name, &NAMES), &NO_PART)
}
