//! What is left of a whole when some of it has gone: 26家，有23家补报，其余3家.

use crate::base::glance::has_any;
use crate::check::facts::counts::{Count, Counted};
use crate::report::Number;

use super::{WrongParts, add, gap, is_quarter};

/// So many numbers of one statement are looked at.
const MOST: usize = 4;
const REST: [&str; 5] = ["其余", "剩余", "余下", "剩下", "另外"];

/// `向26家发出提醒函，有23家补报，对其余5家列入名录`: some and the rest are all.
pub(super) fn left<'a>(said: &'a Counted, at: usize, paragraph: &[&Counted]) -> Option<WrongParts<'a>> {
    let rest = said.counts.get(at).filter(|rest| is_rest(rest))?;
    let statement = statement(said, at);
    let same: Vec<&Count> = statement.iter().filter(|count| count.unit == rest.unit).collect();
    let (&whole, parts) = same.split_first()?;
    if parts.is_empty() || same.len() > MOST || same.iter().any(|count| !is_plain(count)) {
        return None;
    }
    // Of some of them it may be the rest: any of the numbers may be the whole, and any of the others its parts.
    let wholes = paragraph.iter().flat_map(|other| &other.counts).filter(|count| count.unit == rest.unit);
    let mut wholes = wholes.map(|count| count.value);
    let sums = sums(&same, rest.value);
    if wholes.any(|whole| sums.contains(&whole)) {
        return None;
    }
    let parts: Vec<&Count> = parts.iter().copied().chain([rest]).collect();
    let sum = add(&parts)?;
    let is_less = parts.iter().all(|part| part.value < whole.value);
    (is_less && is_quarter(gap(sum, whole.value), whole.value)).then_some(WrongParts { said, total: whole, parts, sum })
}

/// 其余5家, 对其余的5家, and nothing more.
fn is_rest(count: &Count) -> bool {
    let label = count.label.trim_start_matches(['对', '将', '但', '而', '尚', '有', '把']);
    let bare = REST.iter().any(|word| label.strip_prefix(word).is_some_and(|more| matches!(more, "" | "的")));
    bare && is_plain(count)
}

fn is_plain(count: &Count) -> bool {
    count.exact && !count.bracketed && !count.is_share()
}

/// The numbers before this one in its statement.
fn statement(said: &Counted, at: usize) -> &[Count] {
    let before = said.counts.get(..at).unwrap_or_default();
    let rest_starts = said.counts.get(at).is_some_and(|rest| rest.starts);
    let from = before.iter().rposition(|count| count.starts).unwrap_or_default();
    if rest_starts { &[] } else { before.get(from..).unwrap_or_default() }
}

/// What some of these, at least one, come to with `more`.
fn sums(counts: &[&Count], more: Number) -> Vec<Number> {
    let mut sums: Vec<Number> = Vec::new();
    for count in counts {
        let with: Vec<Number> = sums.iter().chain([&more]).filter_map(|sum| sum.checked_add(count.value)).collect();
        sums.extend(with);
    }
    sums
}

/// What there was …
const HAD: [&str; 6] = ["原有", "年初", "开设", "开通", "共有", "设有"];
/// … what was closed of it …
const CLOSED: [&str; 9] = ["注销", "关停", "关闭", "撤销", "停用", "停更", "清退", "撤并", "下线"];
/// … or opened beside it …
const OPENED: [&str; 6] = ["新增", "新开", "新建", "新设", "增设", "增开"];
/// … and what there is now.
const HAS: [&str; 9] = ["保有", "现有", "实有", "保留", "尚存", "现存", "剩余", "年末有", "年底有"];
/// Of another time, or of no stock.
const OTHERWISE: [&str; 8] = ["累计", "先后", "上年", "去年", "以来", "计划", "拟", "近"];

/// `开设账号31个，年内注销7个，年末保有31个`: what there was, without what was closed, is what there is.
pub(super) fn in_stock(said: &Counted, at: usize) -> Option<WrongParts<'_>> {
    let now = said.counts.get(at).filter(|now| has_any(&now.label, &HAS))?;
    let statement = statement(said, at);
    let [had, moves @ ..] = statement.get(statement.len().saturating_sub(MOST - 1)..)? else { return None };
    let all = || moves.iter().chain([had, now]);
    let fits = all().all(|count| count.unit == now.unit && is_plain(count) && !has_any(&count.words(), &OTHERWISE));
    if !fits || moves.is_empty() || !has_any(&had.label, &HAD) || has_any(&had.label, &OPENED) {
        return None;
    }
    let is = |count: &Count, words: &[&str]| words.iter().any(|word| count.label.contains(word));
    let (closed, opened): (Vec<&Count>, Vec<&Count>) = moves.iter().partition(|count| is(count, &CLOSED));
    if closed.is_empty() || !opened.iter().all(|count| is(count, &OPENED)) {
        return None;
    }
    let left = add(&closed)?.checked_add(now.value)?;
    let right = add(&opened)?.checked_add(had.value)?;
    let parts: Vec<&Count> = closed.into_iter().chain([now]).collect();
    (left != right && opened.is_empty()).then_some(WrongParts { said, total: had, parts, sum: left })
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};

    fn passages(text: &str) -> Vec<String> {
        let found = raised(&report("青岚县水务局", 1, text, &[]));
        found.into_iter().filter(|(rule, _)| rule == "N-04").map(|(_, passage)| passage).collect()
    }

    #[test]
    fn some_and_the_rest_are_all() {
        for (text, passage) in [
            ("向26家单位发出提醒函，年底前有23家补报，对其余5家予以通报。", "23家补报，对其余5家"),
            ("抽查18个栏目，更新及时的13个，其余4个已限期整改。", "13个，其余4个"),
            ("发现问题42个，已整改38个，剩余6个正在整改。", "38个，剩余6个"),
            ("排查网页64个，正常58个，其余的5个已修复。", "58个，其余的5个"),
            ("征集建议35条，采用28条，余下9条留作参考。", "28条，余下9条"),
            ("检查站所15个，合格12个，剩余的4个已约谈。", "12个，剩余的4个"),
        ] {
            assert_eq!(passages(text), [passage], "{text}");
        }
        for text in [
            "向26家单位发出提醒函，年底前有23家补报，对其余3家予以通报。",
            "抽查18个栏目，更新及时的13个、较慢的1个，其余4个已限期整改。",
            "发现问题42个，其中重点问题6个，已整改38个，剩余4个正在整改。",
            "排查网页64个，正常58个，当场修复1个，其余的5个已修复。",
            "抽查18个栏目，发现问题7个，其余4个已限期整改。",
            "检查站所15个；合格12个，剩余的4个已约谈。",
            "检查站所15个，发现问题12条，其余9个站所正常。",
            "涉及街道9个，其余为镇，检查9个，其余21个列入下年。全县30个镇街。",
        ] {
            assert_eq!(passages(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_there_was_and_what_was_closed_give_what_there_is() {
        for (text, passage) in [
            ("全县开设政务新媒体31个，年内注销7个，年末保有31个。", "7个，年末保有31个"),
            ("原有账号12个，关停3个，现有10个。", "3个，现有10个"),
            ("年初有公开栏40处，撤并5处，现存36处。", "5处，现存36处"),
            ("共有栏目28个，停用4个，保留25个。", "4个，保留25个"),
            ("设有查阅点15个，撤销2个，实有14个。", "2个，实有14个"),
            ("开通公众号9个，下线1个，剩余7个。", "1个，剩余7个"),
        ] {
            assert_eq!(passages(text), [passage], "{text}");
        }
        for text in [
            "全县开设政务新媒体31个，年内注销7个，年末保有24个。",
            "累计开设政务新媒体31个，年内注销7个，现有20个。",
            "原有账号12个，新增2个，关停3个，现有11个。",
            "现有账号12个，年内关停3个。",
            "原有账号12个，关停违规栏目3条，现有10个。",
            "走访企业31家，注销7家，现有企业2310家。",
            "上年开设账号31个，年内注销7个，年末保有31个。",
        ] {
            assert_eq!(passages(text), [""; 0], "{text}");
        }
    }
}
