//! DOC-03: a year or a date left over from another report, in any section but the sixth, whose year is FEE-08's.

use std::ops::Range;

use crate::base::glance::has_any;
use crate::check::facts::calendar::{Year, years};
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

/// So much of what stands before and behind a year says what it is about.
const AROUND: usize = 14;
/// In the first months of the reported year the data of the year before are put together.
const FIRST_MONTHS: u32 = 2;

/// Applies the rule: one finding for each section, for its first such year.
pub(super) fn check(prose: &Prose<'_>, year: u16, found: &mut Collector<'_>) {
    for part in prose.parts.iter().filter(|part| (1..=5).contains(&part.section)) {
        let stale = as_of(prose, part, year, found).or_else(|| stated(part, year, found));
        let Some(place) = stale else { continue };
        let say = Say::default().with("found", part.get(&place)).with("year", year).at(part.evidence(&place));
        found.say(id::DOC_03, "stale", &format!("stale/{}", part.section), say);
    }
}

/// `截至2023年12月31日` in the report on 2024: a date before the year, or in its first months.
fn as_of(prose: &Prose<'_>, part: &SectionText, year: u16, found: &Collector<'_>) -> Option<Range<usize>> {
    prose.in_section(id::DOC_03, "as-of", part.section).find_map(|hit| {
        let text = part.after(hit.end, AROUND);
        let named = years(text).next().filter(|named| named.place.start == 0)?;
        let rest = text.get(named.place.end..)?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let month: Option<u32> = rest.get(..digits)?.parse().ok();
        let end_of_year = rest.starts_with("年底") || rest.starts_with("底") || rest.starts_with("末");
        let early = named.year == year && month.is_some_and(|month| month <= FIRST_MONTHS);
        let before = named.year < year && (month.is_some() || end_of_year);
        let place = hit.start..hit.end + named.place.end;
        let settled = |place: &Range<usize>| speaks_of_the_past(part.get(&part.sentence_at(place.start)), found);
        (before && !is_compared(part, &place, year, found) || early && !settled(&place)).then_some(place)
    })
}

/// `2023年，我局收到…` in the report on 2024: a sentence that begins with the year before and does not speak of it as
/// the year before. In 表二 and 表三, whose text is about the reported year only, wherever it stands.
fn stated(part: &SectionText, year: u16, found: &Collector<'_>) -> Option<Range<usize>> {
    let own = |named: &Year| named.year.checked_add(1) == Some(year);
    let of_tables = matches!(part.section, 2 | 3);
    years(&part.text).filter(own).map(|named| named.place).find(|place| {
        let begins = part
            .text
            .get(..place.start)
            .is_none_or(|before| before.is_empty() || before.ends_with(['。', '\n', '）', '；']));
        let first_of_all = part.section == 1 && place.start == 0;
        let rest = part.after(place.end, AROUND);
        let states = found.profile.words(id::DOC_03, "states").iter().any(|word| rest.starts_with(&**word));
        let here = if of_tables { states || begins } else { begins && (states || rest.starts_with(['，', ','])) };
        here && !first_of_all && !is_compared(part, place, year, found)
    })
}

/// Does the sentence name the reported year too, or speak of what is past, or was settled since?
fn is_compared(part: &SectionText, place: &Range<usize>, year: u16, found: &Collector<'_>) -> bool {
    let sentence = part.sentence_at(place.start);
    let text = part.get(&sentence);
    let next = part.after(sentence.end, AROUND * 2);
    let names_own = |text: &str| years(text).any(|named| named.year >= year);
    // 2022年收到8件，本年减少3件.
    let beside = has_any(text, &["本年", "今年"]);
    beside || names_own(text) || names_own(next) || speaks_of_the_past(text, found)
}

fn speaks_of_the_past(text: &str, found: &Collector<'_>) -> bool {
    has_any(text, found.profile.words(id::DOC_03, "past"))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{evidence, said, with_section};

    #[test]
    fn a_date_before_the_year_is_left_over() {
        for (text, expected) in [
            ("截至2022年12月31日，公众号关注人数800人。", vec!["stale"]),
            ("公众号累计发布90条，截止2023年1月21日累计关注800人。", vec!["stale"]),
            ("截至2023年12月31日，公众号关注人数800人。", vec![]),
            ("截至2023年6月底，问题全部整改。", vec![]),
            ("截至2022年底为20件，2023年底增至25件。", vec![]),
            ("截至2021年，上年度的问题已经整改完成。", vec![]),
            ("2022年收到申请8件，本年减少3件。", vec![]),
        ] {
            let text = format!("公开信息3条。{text}");
            assert_eq!(said(&with_section(1, &text), "DOC-03"), expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_that_begins_with_the_year_before_is_left_over() {
        for (section, text, expected) in [
            (1, "公开工作有序开展。（二）依申请公开。2022年，我局收到申请3件。", vec!["stale"]),
            (1, "公开工作有序开展。2022年共收到申请3件。2023年收到申请5件。", vec![]),
            (1, "公开工作有序开展。2022年制定的办法继续执行。", vec![]),
            (2, "以上为2022年制作数量。", vec!["stale"]),
            (2, "以上为2023年制作数量。", vec![]),
            (3, "2022年结转的申请已经办结。", vec![]),
            (5, "2022年存在的问题已经整改。", vec![]),
        ] {
            assert_eq!(said(&with_section(section, text), "DOC-03"), expected, "{text}");
        }
        let report = with_section(2, "以上为2022年制作数量。");
        assert_eq!(evidence(&report, "DOC-03"), ["2022年"]);
    }
}
