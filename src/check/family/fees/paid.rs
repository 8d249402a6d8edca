//! N-16: nobody was charged, and somebody has paid, as the text tells without a number; or what was charged is told, and
//! that nothing was.

use std::ops::Range;

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::Facts;
use crate::check::facts::prose::SectionText;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::stated::Stated;

type Said<'p> = (&'p SectionText, Range<usize>);

/// Who pays …
const PAYS: [&str; 3] = ["申请人", "当事人", "申请者"];
/// … that they did, and what …
const PAID: [&str; 4] = ["已缴费", "缴纳了费用", "缴纳了信息处理费", "缴清了费用"];
/// … or that they did …
const PAYING: [&str; 8] =
    ["按要求缴纳", "按规定缴纳", "按时缴纳", "及时缴纳", "已缴纳", "已按要求缴纳", "已按规定缴纳", "已按时缴纳"];
/// … and, right beside it, what: 缴纳了不动产查询费用 is another matter.
const FEES: [&str; 4] = ["费用", "信息处理费", "相应费用", "相关费用"];
/// That none was charged, of all of them.
const NONE: [&str; 8] =
    ["未收取", "没有收取", "未发出收费通知", "没有发出收费通知", "未产生", "没有产生", "未收费", "没有收费"];
/// What was not charged.
const CHARGES: [&str; 5] = ["信息处理费", "收费通知", "任何费用", "处理费用", "信息公开费用"];
/// Of all of them.
const ALL: [&str; 7] = ["全部", "所有", "均", "全年", "本年度", "任何", "年内"];
/// Of some, of another time, or on a condition.
const OTHERWISE: [&str; 18] = [
    "上年",
    "去年",
    "如",
    "若",
    "除",
    "其余",
    "其他申请",
    "其中",
    "逾期",
    "未缴",
    "应当",
    "可以",
    "标准",
    "规定的",
    "许可",
    "登记",
    "检索",
    "复制",
];

/// Applies the rule: once for a report.
pub(super) fn check(facts: &Facts<'_>, stated: &Stated, found: &mut Collector<'_>) {
    let Some((none, none_place)) = first(facts, denies) else { return };
    let told = first(facts, has_paid).or_else(|| {
        let charged = stated.all.iter().find(|claim| claim.value > crate::report::Number::ZERO)?;
        let part = facts.prose().section(super::SECTION).filter(|_| none.section == super::SECTION)?;
        let passage = charged.around(facts.report());
        let at = part.text.find(passage.trim_end_matches('。'))?;
        Some((part, at..at + passage.trim_end_matches('。').len()))
    });
    let Some((told, told_place)) = told else { return };
    if told.section == none.section && told_place == none_place {
        return;
    }
    let (here, there) = (none.evidence(&none_place), told.evidence(&told_place));
    if found.has_said(&[id::N_16], &here) || found.has_said(&[id::N_16], &there) {
        return;
    }
    let say = Say::default().with("all", none.get(&none_place)).with("some", told.get(&told_place));
    found.say(id::N_16, "overdue", "fees", say.at(here).at(there));
}

/// The first clause that says so, up to a full stop or a semicolon.
fn first<'f>(facts: &'f Facts<'_>, says: fn(&str) -> bool) -> Option<Said<'f>> {
    let ends = |c: char| matches!(c, '；' | '。' | '\n');
    facts.prose().parts.iter().filter(|part| part.section > 0).find_map(|part| {
        let mut start = 0;
        part.text.split_inclusive(ends).find_map(|text| {
            let place = start..start + text.trim_end_matches(ends).len();
            start += text.len();
            says(part.get(&place)).then_some((part, place))
        })
    })
}

/// 全年未收取任何费用, 未向任何申请人发出收费通知.
fn denies(text: &str) -> bool {
    let of_all = has_any(text, &ALL);
    let text = replace_each(text, &[("向任何申请人", ""), ("向申请人", ""), ("对申请人", "")]);
    text.split(['，', ',']).any(|clause| {
        let whole = || of_all || clause.contains("信息处理费");
        let of_disclosure = || has_any(&text, &["申请", "信息处理费", "信息公开"]);
        has_any(clause, &NONE)
            && has_any(clause, &CHARGES)
            && whole()
            && of_disclosure()
            && !has_any(&text, &OTHERWISE)
            && !clause.contains("申请人")
    })
}

/// 申请人按要求缴纳了费用.
fn has_paid(text: &str) -> bool {
    let mut clauses = text.split(['，', ',']);
    let paid = clauses.any(|clause| has_any(clause, &PAYS) && pays_for_information(clause));
    let of_disclosure = has_any(text, &["信息处理费", "收费告知", "收费通知", "公开"]);
    paid && of_disclosure && !has_any(text, &["上年", "去年", "如", "若", "许可", "登记", "罚款", "诉讼费", "受理费"])
}

/// 缴纳了费用, 信息处理费已按时缴纳, 已缴费.
fn pays_for_information(clause: &str) -> bool {
    let mut paying = PAYING.iter().filter_map(|paying| clause.split_once(paying));
    let beside = |(before, behind): (&str, &str)| {
        let behind = behind.trim_start_matches('了');
        FEES.iter().any(|fee| behind.starts_with(fee) || before.ends_with(fee))
    };
    has_any(clause, &PAID) || paying.any(beside)
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};
    use crate::report::SafeText;

    fn found(first: &str, sixth: &str) -> bool {
        let mut report = report("青岚县水务局", 1, first, &[]);
        report.narrative.sections[5].text = SafeText::lines(sixth);
        raised(&report).iter().any(|(rule, _)| rule == "N-16")
    }

    #[test]
    fn nobody_was_charged_and_somebody_has_paid() {
        const PAID: &str = "对申请公开信息数量较多的，依法履行收费告知义务，申请人按要求缴纳了费用。";
        const NONE: &str = "全年未收取信息处理费。";
        const CHARGED: &str = "发出收费通知1件，收费通知总金额200元，实际收取200元。";
        for (one, sixth) in [
            (PAID, "在办理申请过程中未向任何申请人发出收费通知，也未收取信息处理费。"),
            (PAID, "本年度没有收取信息处理费。"),
            ("申请人已按规定缴纳信息处理费，我局及时公开。", NONE),
            ("收费通知送达后，申请人已缴费，予以公开。", NONE),
            ("收费通知送达后，申请人均已缴费，予以公开。", NONE),
            ("申请人的信息处理费已按时缴纳，我局及时公开。", NONE),
            ("x", &format!("{CHARGED}全部依申请公开均未收取任何费用。")),
            ("x", &format!("{CHARGED}\n所有政府信息公开申请均没有收取任何费用。")),
        ] {
            assert!(found(one, sixth), "{one} {sixth}");
        }
        for (one, sixth) in [
            (PAID, CHARGED),
            ("不动产登记申请人已缴费，及时公开。", NONE),
            ("如收费，申请人已缴费的予以公开。", NONE),
            ("申请人未缴纳费用，不再处理其公开申请。", NONE),
            ("x", &format!("{CHARGED}除此之外，所有申请均未收取任何费用。")),
            ("x", &format!("{CHARGED}其余申请均未收取任何费用。")),
            ("申请人按要求缴纳了不动产查询费用，公开信息。", NONE),
            ("x", "申请人按要求缴纳了不动产查询费用，全年未收取政府信息公开信息处理费。"),
            ("申请人已按规定缴纳档案复印费用，予以公开。", NONE),
            ("上年度申请人已缴费的公开申请1件。", NONE),
        ] {
            assert!(!found(one, sixth), "{one} {sixth}");
        }
    }
}
