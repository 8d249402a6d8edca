//! DOC-06, DOC-08, DOC-13: what the text says of itself, and what a template has left in it.

use std::ops::Range;

use crate::base::glance::has_any;
use crate::base::han::rare;
use crate::check::facts::Facts;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Report;

/// So many passages show it; more say nothing more.
const SHOWN: usize = 3;
/// What the parts of a report are called in prefaces, in their order.
const NAMES: [&[&str]; 6] = [
    &["总体情况", "概述", "概况"],
    &["主动公开"],
    &["收到和处理", "依申请公开", "申请办理", "申请情况"],
    &["行政复议", "行政诉讼"],
    &["主要问题", "存在问题", "存在的问题"],
    &["其他需要报告", "其他事项", "需要报告的其他"],
];

/// Applies the rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    outdated(report, prose, found);
    parts(prose, found);
    leftovers(prose, found);
}

fn outdated(report: &Report, prose: &Prose<'_>, found: &mut Collector<'_>) {
    let from = found.profile.threshold(id::DOC_06, "from");
    if i64::from(report.lean.head.year) < from {
        return;
    }
    // A number stands inside a longer one: each passage is said once.
    let mut last: Option<(usize, usize)> = None;
    let mut say = Say::default();
    let mut basis = Vec::new();
    for hit in prose.hits(id::DOC_06, "outdated") {
        let overlaps = last.is_some_and(|(part, end)| part == hit.part && hit.start < end);
        last = Some((hit.part, hit.end));
        let Some(part) = prose.part(*hit).filter(|_| !overlaps && basis.len() < SHOWN) else { continue };
        basis.push(part.get(&(hit.start..hit.end)).to_owned());
        say = say.at(part.evidence(&(hit.start..hit.end)));
    }
    if !basis.is_empty() {
        found.say(id::DOC_06, "basis", "basis", say.with("basis", basis.join("”“")));
    }
}

/// `本报告由总体情况、…等六个部分组成`.
fn parts(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let Some((part, sentence, stated)) = prose.section(1).and_then(stated_parts) else { return };
    let text = part.get(&sentence);
    let listed = NAMES.iter().filter(|names| names.iter().any(|name| text.contains(name))).count();
    let say = Say::default().with("found", stated).at(part.evidence(&sentence));
    if stated != 6 {
        found.say(id::DOC_08, "count", "preface", say);
    } else if (1..6).contains(&listed) && listed > 1 {
        found.say(id::DOC_08, "listed", "preface", say.with("listed", listed));
    }
}

/// The sentence that says how many parts the report has.
fn stated_parts(part: &SectionText) -> Option<(&SectionText, Range<usize>, usize)> {
    part.sentences().take(8).find_map(|sentence| {
        let text = part.get(&sentence);
        let own = ["本报告", "报告由", "报告共", "报告分", "报告包括", "全文", "本年报", "年度报告由", "年度报告包括"];
        if !has_any(text, &own) {
            return None;
        }
        let at = ["个部分", "部分组成", "部分构成"].iter().find_map(|word| text.find(word))?;
        let before = text.get(..at)?.chars().next_back()?;
        let stated = "一二三四五六七八九".chars().position(|numeral| numeral == before).map(|at| at + 1);
        let stated = stated.or_else(|| before.to_digit(10).and_then(|digit| usize::try_from(digit).ok()))?;
        Some((part, sentence, stated))
    })
}

fn leftovers(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let filled = found.profile.words(id::DOC_13, "filled");
    let mut places: Vec<(&SectionText, Range<usize>)> = Vec::new();
    for hit in prose.hits(id::DOC_13, "words") {
        places.extend(prose.part(*hit).map(|part| (part, hit.start..hit.end)));
    }
    for part in &prose.parts {
        places.extend(crosses(&part.text, filled).take(SHOWN).map(|place| (part, place)));
    }
    places.truncate(SHOWN);
    let texts: Vec<String> = places.iter().map(|(part, place)| format!("“{}”", part.get(place))).collect();
    let Some((first, _)) = places.first() else { return };
    let where_ = if first.section == 0 { "title" } else { "text" };
    let say = places.iter().fold(Say::default(), |say, (part, place)| say.at(part.evidence(place)));
    found.say(id::DOC_13, "placeholder", where_, say.with("text", texts.join("、")));
}

/// Runs of X or × that stand for something to fill in, each with what follows it. Those within Latin words and
/// addresses, and those that make a name unknown, are none.
fn crosses<'t>(text: &'t str, filled: &'t [Box<str>]) -> impl Iterator<Item = Range<usize>> + 't {
    const CROSSES: [char; 4] = ['X', '×', 'Ｘ', 'x'];
    let mut done = 0;
    rare(text).filter(|(_, c)| CROSSES.contains(c)).filter_map(move |(start, _)| {
        if start < done {
            return None;
        }
        let rest = text.get(start..)?;
        let end = start + (rest.len() - rest.trim_start_matches(CROSSES).len());
        done = end;
        let run = text.get(start..end)?;
        let after = text.get(end..)?;
        let before = text.get(..start)?.chars().next_back();
        let latin = before.is_some_and(|c| c.is_ascii_alphabetic() || "./:_-@".contains(c));
        let follower = filled.iter().find(|word| after.starts_with(&***word))?;
        (run.chars().count() >= 2 && !latin).then(|| start..end + follower.len())
    })
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{evidence, report, said, with_section};

    #[test]
    fn a_replaced_basis_is_named_once() {
        let text = "依据条例（国务院令第492号）和国办公开办函[2019]60号编制，公开3条。";
        assert_eq!(evidence(&with_section(1, text), "DOC-06"), ["令第492号", "国办公开办函[2019]60号"]);
        let text = "依据条例（国务院令第711号）和国办公开办函〔2021〕30号编制，公开3条。";
        assert_eq!(said(&with_section(1, text), "DOC-06"), [""; 0]);
        let mut old = with_section(1, "依据条例（国务院令第492号）编制。");
        old.lean.head.year = 2019;
        assert_eq!(said(&old, "DOC-06"), [""; 0]);
    }

    #[test]
    fn a_preface_counts_the_parts_and_names_them() {
        let names = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况";
        for (text, expected) in [
            (format!("本报告由{names}、其他需要报告的事项六个部分组成。"), vec![]),
            (format!("本报告包括{names}等六个部分。"), vec!["listed"]),
            ("本报告由八个部分组成。".to_owned(), vec!["count"]),
            ("报告由六个部分组成。".to_owned(), vec![]),
            ("公开目录分为八个部分。".to_owned(), vec![]),
        ] {
            assert_eq!(said(&with_section(1, &text), "DOC-08"), expected, "{text}");
        }
    }

    #[test]
    fn what_a_template_left_is_found_and_hidden_names_are_not() {
        for (text, expected) in [
            ("全年公开信息XX条。", vec!["XX条"]),
            ("20XX年，我局公开信息。", vec!["XX年"]),
            ("× × 局收到申请3件。", vec!["× × 局"]),
            ("某某局收到申请3件。", vec!["某某局"]),
            ("依申请公开（文字描述）。", vec!["（文字描述）"]),
            ("申请人张××来信，网址为 www.xx.gov.cn/xxgk。", vec![]),
            ("ZFXXGK专栏公开信息3条，【政策解读】栏目5条。", vec![]),
        ] {
            assert_eq!(evidence(&with_section(1, text), "DOC-13"), expected, "{text}");
        }
        let mut title = report();
        title.narrative.title = Some("XX县示例局2023年政府信息公开工作年度报告".into());
        assert_eq!(evidence(&title, "DOC-13"), ["XX县"]);
    }
}
