//! What could not be checked, in words: a line for each reason, and how much was applied in all.

use crate::check::finding::explain::{need_name, place_name, reason};
use crate::check::finding::{Unchecked, WhyUnchecked};
use crate::check::profile::Profile;
use crate::check::rule::Need;
use crate::form::Form;
use crate::words::Lang;

/// What could not be checked, a line for each reason: `未查：没有该机关上一年度的年报（Y-01、Y-02）`. In the order in which the
/// reasons come up; what nobody has given is one line behind them.
#[must_use]
pub(crate) fn gaps_by_reason(form: &Form, unchecked: &[Unchecked], lang: Lang) -> Vec<String> {
    let words = &lang.words().check;
    let (not_given, others): (Vec<&Unchecked>, Vec<&Unchecked>) =
        unchecked.iter().partition(|entry| entry.reason.not_given().is_some());
    let reasons = grouped(form, &others, lang);
    let lines = reasons.into_iter().map(|(why, rules)| words.unchecked(reason(form, why, lang), rules));
    let inputs = grouped(form, &not_given, lang).into_iter().filter_map(|(why, rules)| {
        let need = why.not_given()?;
        Some(words.input(need_name(need, lang), need.option()?, rules))
    });
    let inputs = inputs.collect::<Vec<String>>().join(words.separator());
    let inputs = (!inputs.is_empty()).then(|| words.not_given(inputs));
    lines.chain(inputs).collect()
}

/// The rules behind each reason.
fn grouped<'u>(form: &Form, unchecked: &[&'u Unchecked], lang: Lang) -> Vec<(&'u WhyUnchecked, String)> {
    let mut groups: Vec<(&WhyUnchecked, Vec<String>)> = Vec::new();
    for entry in unchecked {
        let place = place_name(form, entry, lang).map(|place| format!(" {place}")).unwrap_or_default();
        let rule = format!("{}{place}", entry.rule.id);
        match groups.iter_mut().find(|(known, _)| **known == entry.reason) {
            Some((_, rules)) if rules.contains(&rule) => {}
            Some((_, rules)) => rules.push(rule),
            None => groups.push((&entry.reason, vec![rule])),
        }
    }
    let separator = lang.words().check.separator();
    groups.into_iter().map(|(why, rules)| (why, rules.join(separator))).collect()
}

/// In one line: how many rules were applied, and how many not, or not everywhere, by the kind of reason.
#[must_use]
pub(crate) fn coverage(profile: &Profile, unchecked: &[Unchecked], lang: Lang) -> String {
    let words = &lang.words().check;
    let in_force = profile.rules().filter(|rule| !rule.unchecked && profile.level(rule, None).is_some());
    let mut open: Vec<&str> = Vec::new();
    let mut kinds: Vec<(&'static str, usize)> = Vec::new();
    for entry in unchecked.iter().filter(|entry| !entry.rule.unchecked) {
        // A rule stands under the first of its reasons.
        if open.contains(&&*entry.rule.id) {
            continue;
        }
        open.push(&entry.rule.id);
        let kind = kind(&entry.reason, lang);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    let checked = in_force.filter(|rule| !open.contains(&&*rule.id)).count();
    if open.is_empty() {
        return words.all_checked(checked);
    }
    let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    words.coverage(checked, open.len(), kinds.join(words.separator()))
}

/// What kind of reason it is, in a few characters.
fn kind(reason: &WhyUnchecked, lang: Lang) -> &'static str {
    let words = &lang.words().check;
    match reason {
        WhyUnchecked::Needs(need)
        | WhyUnchecked::NotListed(need)
        | WhyUnchecked::NoColumns(need, _)
        | WhyUnchecked::NotReadYet(need) => need_name(*need, lang),
        WhyUnchecked::Stopped | WhyUnchecked::NotComparedYet => need_name(Need::Batch, lang),
        WhyUnchecked::NoPublishedText => need_name(Need::PublishedPage, lang),
        WhyUnchecked::OtherYear(_) => need_name(Need::Dates, lang),
        WhyUnchecked::NoTable(_) | WhyUnchecked::Missing(_) | WhyUnchecked::NoNumber(_) | WhyUnchecked::Overflow => {
            words.kind_cells()
        }
        WhyUnchecked::Doubtful(_) => words.kind_doubts(),
        WhyUnchecked::NoSection(_) | WhyUnchecked::NoText | WhyUnchecked::NoTitle | WhyUnchecked::TooLong(_) => {
            words.kind_text()
        }
        WhyUnchecked::NothingSaid => words.kind_said(),
        WhyUnchecked::OtherEdition | WhyUnchecked::NotYet(_) => words.kind_edition(),
        WhyUnchecked::NoLevel => words.kind_level(),
        WhyUnchecked::NoSum | WhyUnchecked::UnitsMissing => words.kind_sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rule;
    use crate::form;

    #[test]
    fn what_could_not_be_checked_is_said_once_for_each_reason() {
        let entry = |id: &str, place: Option<&str>, reason: WhyUnchecked| Unchecked {
            rule: rule(id).unwrap(),
            place: place.map(Into::into),
            reason,
        };
        let unchecked = [
            entry("Y-01", None, WhyUnchecked::Needs(Need::LastYear)),
            entry("T4-01", Some("disputes/reconsideration"), WhyUnchecked::Overflow),
            entry("Y-02", None, WhyUnchecked::Needs(Need::LastYear)),
            entry("Y-01", None, WhyUnchecked::Needs(Need::LastYear)),
        ];
        let lines = gaps_by_reason(form::newest(), &unchecked, Lang::Zh);
        let why = |need: &WhyUnchecked| reason(form::newest(), need, Lang::Zh);
        assert_eq!(
            lines,
            [
                format!("未查：{}（Y-01、Y-02）", why(&WhyUnchecked::Needs(Need::LastYear))),
                format!("未查：{}（T4-01 表四 行政复议）", why(&WhyUnchecked::Overflow)),
            ]
        );
        assert!(gaps_by_reason(form::newest(), &[], Lang::Zh).is_empty());
    }

    #[test]
    fn what_nobody_has_given_is_one_line_behind_the_others() {
        let entry = |id: &str, reason| Unchecked { rule: rule(id).unwrap(), place: None, reason };
        let unchecked = [
            entry("T2-13", WhyUnchecked::Needs(Need::Ledger)),
            entry("T4-10", WhyUnchecked::Needs(Need::Ledger)),
            entry("R-10", WhyUnchecked::Needs(Need::Frozen)),
            entry("Y-01", WhyUnchecked::Needs(Need::LastYear)),
            entry("R-10", WhyUnchecked::Needs(Need::Frozen)),
        ];
        let lines = gaps_by_reason(form::newest(), &unchecked, Lang::Zh);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert_eq!(lines[1], "未查：没有提供外部台账 --ledger（T2-13、T4-10）、已定稿汇总 --frozen（R-10）");
    }
}
