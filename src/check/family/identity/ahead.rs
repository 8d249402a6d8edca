//! DOC-03: what is told as done on a day that had not come when the report was made.

use std::ops::Range;

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::calendar::{number, years};
use crate::check::facts::prose::SectionText;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::signed;

/// Reports are made in the first months of the next year.
const LAST_MONTH: u8 = 3;

/// Applies the rule: one finding for a report.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (prose, year) = (facts.prose(), facts.report().lean.head.year);
    let signed = signed::month(prose);
    let is_ahead = |other: u16, month: u8| match signed {
        Some(signed) if signed.0 > year => (other, month) > signed,
        _ => (other, month) > (year.saturating_add(1), LAST_MONTH),
    };
    for part in prose.parts.iter().filter(|part| (1..=5).contains(&part.section)) {
        let Some(place) = past(part, found, is_ahead) else { continue };
        let say = Say::default().with("found", part.get(&place)).with("year", year).at(part.evidence(&place));
        found.say(id::DOC_03, "ahead", "ahead", say);
        return;
    }
}

/// `2025年11月组织开展了…` in the report on 2024.
fn past(part: &SectionText, found: &Collector<'_>, is_ahead: impl Fn(u16, u8) -> bool) -> Option<Range<usize>> {
    years(&part.text).find_map(|named| {
        let behind = part.text.get(named.place.end..)?;
        let (month, rest) = behind.split_once('月')?;
        let month = number(month)?;
        let place = named.place.start..part.text.len() - rest.len();
        let rest = match rest.split_once('日') {
            Some((day, after)) if number(day).is_some() => after,
            _ => rest,
        };
        let clause = rest.trim_start_matches(['，', ',']).split(['，', '；', '。', '\n', ',']).next()?;
        let words = |list: &str| found.profile.words(id::DOC_03, list);
        let is_done = clause.contains('了') && words("did").iter().any(|word| clause.starts_with(&**word));
        let before = part.text.get(..named.place.start)?.rsplit(['，', '；', '。', '\n', ',']).next()?;
        let is_plan = [before, clause].iter().any(|text| has_any(text, words("to-come")));
        (is_done && !is_plan && is_ahead(named.year, month)).then_some(place)
    })
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{evidence, said, with_section};

    #[test]
    fn what_is_told_as_done_has_had_its_day() {
        for (text, shown) in [
            ("2024年11月组织开展了政府开放日活动。", "2024年11月"),
            ("配备专员3名，2024年6月12日举办了新闻发布会。", "2024年6月"),
            ("2024年10月，我局印发了公开指南，规范答复。", "2024年10月"),
            ("2025年1月召开了总结会。", "2025年1月"),
        ] {
            let report = with_section(1, &format!("2023年，我局认真公开信息。{text}"));
            assert_eq!(said(&report, "DOC-03"), ["ahead"], "{text}");
            assert_eq!(evidence(&report, "DOC-03"), [shown]);
        }
        for text in [
            "2024年2月召开了总结会。",
            "计划2024年11月组织开展开放日活动。",
            "该项工作2024年6月底前完成，已作了部署。",
            "2024年6月将组织开展培训，报名已经开始了。",
            "省里要求2024年10月组织验收，我局作了准备。",
            "文件有效期至2024年12月，到期了再作评估。",
            "2024年9月启用的新系统已经列入了计划。",
        ] {
            let report = with_section(1, &format!("2023年，我局认真公开信息。{text}"));
            assert_eq!(said(&report, "DOC-03"), [""; 0], "{text}");
        }
    }
}
