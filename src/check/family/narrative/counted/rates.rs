//! Rates that do not follow from the two numbers before them: 1200份中满意的1104份，满意率96%.

use crate::base::glance::has_any;
use crate::check::facts::counts::{Count, Counted};
use crate::check::family::narrative::units::share_holds;

use super::shares::WrongShare;

/// What a rate is named after.
const NAMES: [&str; 19] = [
    "回复", "答复", "办复", "办结", "处置", "满意", "合格", "达标", "采纳", "采用", "整改", "完成", "解决", "回收",
    "通过", "优秀", "公示", "解读", "参训",
];
const OF_DEALING: [&str; 5] = ["回复", "答复", "办复", "办结", "处置"];
/// What may stand between the rate and its number.
const BETWEEN: [&str; 9] = ["", "为", "达", "达到", "是", "均为", "约为", "保持在", "高达"];
/// So many characters may stand before the name: 问题整改率.
const BEFORE: usize = 2;

/// All of them.
pub(super) fn wrong(text: &[Counted]) -> impl Iterator<Item = WrongShare<'_>> {
    text.iter().flat_map(move |said| {
        let shares = said.counts.iter().enumerate().filter(|(_, count)| count.is_share() && count.exact);
        shares.filter_map(move |(at, share)| judge(text, said, at, share))
    })
}

fn judge<'a>(text: &'a [Counted], said: &'a Counted, at: usize, share: &'a Count) -> Option<WrongShare<'a>> {
    let name = name(share)?;
    let before = said.counts.get(..at)?;
    let (part, earlier) = before.split_last()?;
    let follows =
        share.lead.is_empty() && !share.starts && part.exact && !part.is_share() && part.named().contains(name);
    // 一次整改率: of those of the first time.
    let value = part.value.as_int().filter(|_| follows && !part.label.contains("其中"))?;
    let same = |count: &&Count| count.unit == part.unit && !count.is_share();
    let from = earlier.iter().rposition(|count| count.starts).unwrap_or_default();
    let statement = earlier.get(from..)?.iter().filter(same).filter(|_| !part.starts);
    let whole = statement.filter(|whole| whole.exact).filter_map(|whole| whole.value.as_int()).rfind(|&w| w > value)?;
    // Any two numbers of the paragraph may be meant.
    let paragraph = text.iter().filter(|other| other.paragraph == said.paragraph).flat_map(|said| &said.counts);
    let all: Vec<i64> = paragraph.filter(same).take(NEAR).filter_map(|count| count.value.as_int()).collect();
    let holds = |part: i64, whole: i64| whole >= part && share_holds(share.value, part, whole) != Some(false);
    let stands = all.iter().any(|&part| all.iter().any(|&whole| part > 0 && part != whole && holds(part, whole)));
    // How many requests were dealt with, and when, is for other rules.
    let of_requests = || earlier.iter().chain([part]).any(|count| has_any(&count.words(), &["申请", "新收", "结转"]));
    let stands = stands || (OF_DEALING.contains(&name) && of_requests());
    (!stands).then_some(WrongShare { said, share, what: name, part: value, whole })
}

/// So many numbers of one unit are looked at in a paragraph.
const NEAR: usize = 40;

/// 满意 of 满意率达到; none where something else is said before it.
fn name(share: &Count) -> Option<&'static str> {
    let (head, behind) = share.label.split_once('率')?;
    let name = NAMES.iter().find(|name| head.ends_with(**name))?;
    let before = head.strip_suffix(name)?;
    let is_plain = before.chars().count() <= BEFORE && !before.ends_with(['次', '时', '期', '年', '体', '均', '合']);
    (is_plain && BETWEEN.contains(&behind)).then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};

    fn passages(text: &str) -> Vec<String> {
        let found = raised(&report("青岚县水务局", 1, text, &[]));
        found.into_iter().filter(|(rule, _)| rule == "N-14").map(|(_, passage)| passage).collect()
    }

    #[test]
    fn a_rate_follows_from_what_was_counted() {
        for (text, passage) in [
            ("收回有效问卷1200份，表示满意的1104份，满意率达到96%。", "96%"),
            ("征集意见50条，采纳30条，采纳率62%。", "62%"),
            ("发现问题42个，已整改38个，整改率100%。", "100%"),
            ("发放问卷500份，回收480份，回收率98%。", "98%"),
            ("抽检样品320批次，合格312批次，合格率为99.5%。", "99.5%"),
            ("受理局长信箱来信86件，按时回复82件，回复率100%。", "100%"),
            ("年度任务26项，完成24项，任务完成率96%。", "96%"),
        ] {
            assert_eq!(passages(text), [passage], "{text}");
        }
        for text in [
            "收回有效问卷1200份，表示满意的1104份，满意率达到92%。",
            "发放问卷1300份，收回有效问卷1200份，表示满意的1104份，满意率92.0%。",
            "征集意见50条，采纳30条，采纳率60%。",
            "发现问题42个，已整改38个，其余4个2025年整改。整改率100%。",
            "征集意见50条，采纳30条，办理满意率100%。",
            "抽检样品320批次，合格312批次，一次合格率90%。",
            "发放问卷500份，回收480份，综合满意率98%。",
            "整改38个，整改率100%。",
            "收到申请86件，办结82件，办结率100%。",
            "受理来信86件，按时回复82件，按时回复率95.3%，满意率100%。",
            "检查单位30家，发现问题38个，整改38个，整改率100%。",
        ] {
            assert_eq!(passages(text), [""; 0], "{text}");
        }
    }
}
