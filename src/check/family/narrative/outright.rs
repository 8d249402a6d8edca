//! What is said of all requests without their number: 所有申请均予以公开, 申请均来自自然人 (N-05, N-06).

use std::ops::Range;

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::Facts;
use crate::check::facts::claims::{Sum, metrics};
use crate::check::facts::prose::SectionText;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Number;

/// Nothing else may stand before what is said of them.
const SUBJECTS: [&str; 14] = [
    "所有申请",
    "全部申请",
    "收到的申请",
    "受理的申请",
    "收到的所有申请",
    "所有政府信息公开申请",
    "收到的政府信息公开申请",
    "上述申请",
    "以上申请",
    "所有的申请",
    "申请人",
    "所申请的信息",
    "所申请公开的信息",
    "所申请的政府信息",
];
const GRANTED: [&str; 7] =
    ["均予以公开", "全部予以公开", "均依法予以公开", "均已予以公开", "均已依法予以公开", "全部公开", "均同意公开"];
const NATURAL: [&str; 8] = [
    "均来自自然人",
    "全部来自自然人",
    "均为自然人",
    "均由自然人",
    "全部由自然人",
    "全部为自然人",
    "均系自然人",
    "都来自自然人",
];
/// Of some of them, of another time, or not yet.
const NARROW: [&str; 9] = ["上年", "去年", "结转", "除", "确保", "力争", "做到", "要求", "季度"];
/// Which of the outcomes are none of that.
const OTHERS: [&str; 3] = ["denied", "unavailable", "declined"];
const COLUMNS: [&str; 5] = ["business", "research", "welfare", "legal", "other"];

/// Applies the rules: each once.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    let (form, cells) = (report.lean.form, &report.lean.cells);
    let sum = |id: &str| -> Option<Sum> {
        let metric = metrics().iter().find(|metric| &*metric.id == id)?;
        metric.sums(form, cells, None).ok()?.into_iter().next()
    };
    let others: Vec<Sum> = OTHERS.iter().filter_map(|id| sum(id)).filter(|sum| sum.value > Number::ZERO).collect();
    let columns = COLUMNS.iter().filter_map(|column| form.cell(&format!("requests/new/{column}")));
    let columns: Vec<_> =
        columns.filter(|&cell| cells.get(cell).number().is_some_and(|number| number > Number::ZERO)).collect();
    let said = |words: &[&str]| {
        facts.prose().parts.iter().filter(|part| part.section > 0).find_map(|part| of_all(part, words))
    };
    let passage = |words: &[&str]| said(words).map(|(part, place)| (part.evidence(&place), part.get(&place)));
    // What is said of their number has been held against the table already.
    let granted = (!others.is_empty()).then(|| passage(&GRANTED)).flatten();
    if let Some((passage, quote)) = granted.filter(|(passage, _)| !found.has_said(&[id::N_05], passage)) {
        let count = others.iter().try_fold(Number::ZERO, |all, sum| all.checked_add(sum.value));
        let say = Say::default().with("quote", quote).with("count", count.unwrap_or_default());
        let say = say.cells(others.into_iter().flat_map(|sum| sum.cells)).at(passage);
        found.say(id::N_05, "outright", "outright", say);
    }
    let natural = (!columns.is_empty()).then(|| passage(&NATURAL)).flatten();
    if let Some((passage, quote)) = natural.filter(|(passage, _)| !found.has_said(&[id::N_06], passage)) {
        let numbers = columns.iter().filter_map(|&cell| cells.get(cell).number());
        let count = numbers.into_iter().try_fold(Number::ZERO, |all, number| all.checked_add(number));
        let say = Say::default().with("quote", quote).with("count", count.unwrap_or_default());
        found.say(id::N_06, "outright", "outright", say.cells(columns).at(passage));
    }
}

/// A clause that says this of all of them.
fn of_all<'p>(part: &'p SectionText, words: &[&str]) -> Option<(&'p SectionText, Range<usize>)> {
    let ends = |c: char| matches!(c, '，' | '；' | '。' | '\n' | ',' | '：');
    let mut start = 0;
    part.text.split_inclusive(ends).find_map(|clause| {
        let place = start..start + clause.trim_end_matches(ends).len();
        start += clause.len();
        let text = part.get(&place);
        let (subject, rest) =
            SUBJECTS.iter().find_map(|subject| text.split_once(subject).map(|(_, rest)| (subject, rest)))?;
        let before = text.split(subject).next().unwrap_or_default();
        // Whatever else its sentence says before it may be of which they are.
        let earlier = part.text.get(..place.start)?.rsplit(['。', '；', '\n']).next().unwrap_or_default();
        let is_bare = |text: &str| {
            let text: String = text.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '，' | ',')).collect();
            replace_each(&text, &BEFORE).is_empty()
        };
        let is_whole = !has_any(text, &NARROW) && is_bare(before) && is_bare(earlier);
        // 均为自然人的3件, 均为自然人和企业: not of all, or not only of these.
        let goes_on = |behind: &str| behind.starts_with(['的', '和', '或', '及', '与', '以', '、']);
        let says = words.iter().filter_map(|word| rest.strip_prefix(word)).any(|behind| !goes_on(behind));
        (is_whole && says).then_some((part, place))
    })
}

/// What may stand before the subject: 2023年, 我局全年, 收到申请8件, 8件申请均在法定期限内办结.
const BEFORE: [(&str, &str); 30] = [
    ("政府信息公开申请", ""),
    ("信息公开申请", ""),
    ("法定期限内", ""),
    ("法定时限内", ""),
    ("规定期限内", ""),
    ("规定时限内", ""),
    ("件申请", ""),
    ("申请件", ""),
    ("新收到", ""),
    ("新收", ""),
    ("收到", ""),
    ("申请", ""),
    ("全部", ""),
    ("按时", ""),
    ("按期", ""),
    ("办结", ""),
    ("答复", ""),
    ("均", ""),
    ("在", ""),
    ("一年来", ""),
    ("本年度", ""),
    ("全年", ""),
    ("本年", ""),
    ("年内", ""),
    ("年度", ""),
    ("年", ""),
    ("我局", ""),
    ("本机关", ""),
    ("共", ""),
    ("受理", ""),
];

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};

    fn rules(text: &str) -> Vec<String> {
        let cells = [
            ("new", "27"),
            ("new/natural", "23"),
            ("new/business", "4"),
            ("handled", "27"),
            ("granted", "20"),
            ("unavailable.not_held", "7"),
        ];
        let found = raised(&report("青岚县水务局", 1, text, &cells));
        found.into_iter().map(|(rule, _)| rule).collect()
    }

    #[test]
    fn what_is_said_of_all_is_held_against_the_table() {
        for (text, rule) in [
            ("2024年所有申请均予以公开。", "N-05"),
            ("收到的申请全部予以公开。", "N-05"),
            ("全年受理的申请均依法予以公开。", "N-05"),
            ("所有政府信息公开申请全部公开。", "N-05"),
            ("收到的申请均来自自然人。", "N-06"),
            ("所有申请均为自然人提出。", "N-06"),
            ("收到的政府信息公开申请全部由自然人提交。", "N-06"),
            ("新收申请27件，申请人全部为自然人。", "N-06"),
            ("申请人均为自然人。", "N-06"),
            ("全年27件申请均在法定期限内办结，所申请的信息全部予以公开。", "N-05"),
            ("2024年收到申请27件，所申请公开的信息均予以公开。", "N-05"),
        ] {
            assert_eq!(rules(text), [rule], "{text}");
        }
        for text in [
            "除不掌握的外，所有申请均予以公开。",
            "上年结转的所有申请均予以公开。",
            "对收到的申请均依法答复。",
            "网上收到的申请均来自自然人。",
            "确保所有申请均予以公开。",
            "不动产登记类的所有申请均来自自然人。",
            "收到的申请均已登记，应当公开的均予以公开。",
            "通过网络收到申请5件，申请人均为自然人。",
            "申请提供档案的3件，申请人均为自然人。",
            "向申请人均予以公开说明。",
            "申请人全部为自然人的3件。",
            "申请人均为自然人和企业。",
            "申请人均为自然人或者法人。",
            "所申请的信息全部予以公开的12件。",
            "所有申请均来自自然人、商业企业。",
            "去年收到申请2件，所申请的信息全部予以公开。",
            "涉及征地的4件，所申请的信息均予以公开。",
            "确保申请人所申请的信息全部予以公开。",
        ] {
            assert_eq!(rules(text), [""; 0], "{text}");
        }
    }
}
