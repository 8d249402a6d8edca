//! SEC-14, SEC-15: the sixth section, and what does not belong into a report.

use std::ops::Range;

use crate::base::han::is_alphanumeric;
use crate::check::facts::prose::{Prose, SectionText, has_count};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::problems::says_nothing;

/// So many passages show it; more say nothing more.
const SHOWN: usize = 3;

/// Applies the rules to the sixth section.
pub(super) fn check(prose: &Prose<'_>, part: &SectionText, found: &mut Collector<'_>) {
    // A sixth section without content lacks the statement on fees: where that rule runs, this one adds nothing.
    let fees_run = found.profile.is_on(id::FEE_01);
    if found.in_force(id::SEC_14) && !fees_run {
        empty(part, found);
    }
    off_topic(prose, part, "others", found);
}

fn empty(part: &SectionText, found: &mut Collector<'_>) {
    if part.text.is_empty() {
        found.say(id::SEC_14, "empty", "6", Say::default());
        return;
    }
    let bare: String = part.text.chars().filter(|c| is_alphanumeric(*c)).collect();
    let known = found.profile.words(id::SEC_14, "nothing").iter().any(|word| **word == *bare);
    if known || says_nothing(&part.text) {
        let whole = part.evidence(&(0..part.text.len()));
        found.say(id::SEC_14, "none", "6", Say::default().with("text", &part.text).at(whole));
    }
}

/// Sentences about other work: in the first section those with figures, in the sixth all.
pub(super) fn off_topic(prose: &Prose<'_>, part: &SectionText, case: &str, found: &mut Collector<'_>) {
    let mut topics: Vec<&str> = Vec::new();
    let mut shown: Vec<Range<usize>> = Vec::new();
    let mut last = 0..0;
    for hit in prose.in_section(id::SEC_15, "topics", part.section) {
        if hit.end > last.end || last.is_empty() {
            last = part.sentence_at(hit.start);
        }
        let related = prose.speaks_in(id::SEC_15, "related", part.section, &last);
        if related || (part.section == 1 && !has_count(part.get(&last))) {
            continue;
        }
        let word = part.get(&(hit.start..hit.end));
        if !topics.contains(&word) {
            topics.push(word);
        }
        if shown.len() < SHOWN && !shown.contains(&last) {
            shown.push(last.clone());
        }
    }
    // Half a sentence on the way is no report on other matters.
    let least = if part.section == 1 { found.profile.threshold(id::SEC_15, "sentences") } else { 1 };
    let is_half = shown.len() < count(least) && topics.len() <= count(least);
    if shown.is_empty() || is_half {
        return;
    }
    topics.truncate(SHOWN);
    let say = Say::default().with("topics", topics.join("、"));
    let say = shown.iter().fold(say, |say, place| say.at(part.evidence(place)));
    found.say(id::SEC_15, case, &part.section.to_string(), say);
}

fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::check::Profile;
    use crate::check::fixture::{OTHERS, SITUATION, evidence, said, said_under, unchecked, with_section};
    use crate::check::rule::rule;

    #[test]
    fn an_empty_sixth_section_is_one_finding() {
        let alone = Profile::with(Some(("FEE-01", None)), None);
        for (text, case) in [("", "empty"), ("无", "none"), ("没有其他需要报告的事项。", "none")] {
            let report = with_section(6, text);
            assert_eq!(said_under(&alone, &report, "SEC-14"), [case], "{text}");
            // Where the rule on fees runs, it says so.
            let expected = if rule("FEE-01").is_some() { vec![] } else { vec![case] };
            assert_eq!(said(&report, "SEC-14"), expected, "{text}");
        }
        assert_eq!(said(&with_section(6, OTHERS), "SEC-14"), [""; 0]);
    }

    #[test]
    fn before_the_fee_was_to_be_reported_an_empty_sixth_section_is_unchecked() {
        let alone = Profile::with(Some(("FEE-01", None)), None);
        let mut report = with_section(6, "无");
        assert!(!unchecked(&report, "SEC-14"));
        report.lean.head.year = 2020;
        assert_eq!(said_under(&alone, &report, "SEC-14"), [""; 0]);
        assert!(unchecked(&report, "SEC-14"));
    }

    #[test]
    fn other_work_does_not_belong() {
        let text = format!("{SITUATION}受理热线工单 300 件，全部按时办结；信访接访 20 次。");
        let shown = ["受理热线工单 300 件，全部按时办结", "信访接访 20 次"];
        assert_eq!(evidence(&with_section(1, &text), "SEC-15"), shown);
        let half = format!("{SITUATION}热线受理诉求 300 件，另行通报。");
        assert_eq!(said(&with_section(1, &half), "SEC-15"), [""; 0]);
        let text = format!("{SITUATION}在网站公开热线办理情况12期。群众可拨打热线咨询。");
        assert_eq!(said(&with_section(1, &text), "SEC-15"), [""; 0]);
        let text = format!("{OTHERS}本年完成机构改革，科室重新整合。");
        assert_eq!(said(&with_section(6, &text), "SEC-15"), ["others"]);
        let text = format!("{OTHERS}因机构改革，上年结转的申请由新机关办理。");
        assert_eq!(said(&with_section(6, &text), "SEC-15"), [""; 0]);
    }
}
