//! DOC-11, DOC-12: the date below the text, which is when the report was final: not before its year had ended, and in
//! time to be published.

use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::facts::agency::due;
use crate::check::facts::calendar::{first_year, number};
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::family::given;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::SafeText;

/// Applies the rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let year = report.lean.head.year;
    // The day on which it came in says more than the one below the text.
    let known = given::dates::of(&report.lean, facts.basis());
    let Some(date) = signature(prose) else {
        if let Err(why) = known {
            found.unchecked(id::DOC_11, why);
        }
        return;
    };
    let say = || Say::default().with("date", date.part.get(&date.place)).at(date.part.evidence(&date.place));
    if date.year <= year {
        return found.say(id::DOC_12, "early", "date", say());
    }
    if known.is_ok() {
        return;
    }
    // Two years late is as likely another year written by mistake.
    if date.year != year.saturating_add(1) {
        return found.unchecked(id::DOC_11, WhyUnchecked::OtherYear(SafeText::line(date.part.get(&date.place))));
    }
    let due = due(&report.lean.head.agency, found.profile.dates());
    if (date.month, date.day) > due {
        let due = format!("{}-{:02}-{:02}", date.year, due.0, due.1);
        found.say(id::DOC_11, "late", "date", say().with("due", due));
    }
}

/// Of a report without a text the day on which it came in is all that tells.
pub(super) fn without_text(facts: &Facts<'_>, found: &mut Collector<'_>) {
    if let Err(why) = given::dates::of(&facts.report().lean, facts.basis()) {
        let is_asked = !matches!(why, WhyUnchecked::Needs(_));
        found.unchecked(id::DOC_11, if is_asked { why } else { WhyUnchecked::NoText });
    }
}

/// The year and the month below the text.
pub(super) fn month(prose: &Prose<'_>) -> Option<(u16, u8)> {
    signature(prose).map(|date| (date.year, date.month))
}

struct Date<'p> {
    part: &'p SectionText,
    place: Range<usize>,
    year: u16,
    month: u8,
    day: u8,
}

/// The date on a line of its own among the last lines.
fn signature<'p>(prose: &'p Prose<'_>) -> Option<Date<'p>> {
    let part = prose.parts.iter().rev().find(|part| part.section > 0 && !part.text.is_empty())?;
    let lines: Vec<Range<usize>> = part.paragraphs().collect();
    lines.into_iter().rev().take(3).find_map(|line| {
        let text = part.get(&line);
        let named = first_year(text).filter(|named| named.place.start == 0)?;
        let (month, day) = text.get(named.place.end..)?.strip_suffix('日')?.split_once('月')?;
        let (month, day) = (number(month)?, number(day)?);
        let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
        is_date.then_some(Date { part, place: line, year: named.year, month, day })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{evidence, of_agency, report, said, unchecked, with_section};
    use crate::check::{Basis, Profile, check_whole};
    use crate::report::Report;

    /// A report of an agency with this date below it.
    fn signed(agency: &str, date: &str) -> Report {
        let mut report = of_agency(agency);
        let text = format!("本年度信息处理费收取0元。\n{agency}\n{date}");
        report.narrative.sections[5].text = SafeText::lines(&text);
        report
    }

    #[test]
    fn a_report_is_late_by_the_date_below_it() {
        for (agency, date, expected) in [
            ("临江县示例局", "2024年2月1日", vec!["late"]),
            ("临江县示例局", "二〇二四年二月一日", vec!["late"]),
            ("临江县示例局", "2024年1月31日", vec![]),
            ("临江县示例局", "二〇二四年一月三十一日", vec![]),
            ("临江县人民政府", "2024年4月1日", vec!["late"]),
            ("临江县人民政府", "2024年3月31日", vec![]),
            ("临江县人民政府办公室", "2024年3月20日", vec![]),
            ("临江县白石镇人民政府", "2024年3月20日", vec![]),
            ("东关街道办事处", "2024年3月20日", vec![]),
            ("东关街道办事处", "2024年4月1日", vec!["late"]),
            ("临江县示例局", "2024年13月1日", vec![]),
            ("临江县示例局", "2026年2月1日", vec![]),
        ] {
            let report = signed(agency, date);
            assert_eq!(said(&report, "DOC-11"), expected, "{agency} {date}");
            if !expected.is_empty() {
                assert_eq!(evidence(&report, "DOC-11"), [date]);
            }
        }
        assert!(unchecked(&report(), "DOC-11"));
        assert!(unchecked(&signed("临江县示例局", "2026年2月1日"), "DOC-11"), "the year after the next");
        assert!(!unchecked(&signed("临江县示例局", "2024年1月31日"), "DOC-11"));
    }

    #[test]
    fn an_office_sets_an_earlier_date() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("profile.toml");
        std::fs::write(&file, "[dates]\ndepartments = \"01-20\"\n").unwrap();
        let profile = Profile::load(&file).unwrap();
        assert!(is_late(&profile, "临江县示例局", "2024年1月21日"));
        assert!(!is_late(&profile, "临江县示例局", "2024年1月20日"));
    }

    fn is_late(profile: &Profile, agency: &str, date: &str) -> bool {
        let outcome = check_whole(&signed(agency, date), &Basis::new(profile));
        outcome.findings.iter().any(|finding| &*finding.rule.id == "DOC-11")
    }

    #[test]
    fn towns_and_offices_have_dates_of_their_own() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("profile.toml");
        std::fs::write(&file, "[dates]\ntowns = \"02-10\"\noffices = \"02-20\"\n").unwrap();
        let profile = Profile::load(&file).unwrap();
        for (agency, last) in [
            ("白石镇人民政府", "2024年2月10日"),
            ("东关街道办事处", "2024年2月10日"),
            ("临江县人民政府办公室", "2024年2月20日"),
            ("临江县人民政府", "2024年3月31日"),
            ("临江县示例局", "2024年1月31日"),
        ] {
            assert!(!is_late(&profile, agency, last), "{agency}");
        }
        for agency in ["白石镇人民政府", "东关街道办事处", "临江县示例局"] {
            assert!(is_late(&profile, agency, "2024年2月11日"), "{agency}");
        }
        assert!(is_late(&profile, "临江县人民政府办公室", "2024年2月21日"));
    }

    #[test]
    fn a_report_is_not_signed_before_its_year_has_ended() {
        for (date, expected) in
            [("2023年12月20日", vec!["early"]), ("二〇二三年十二月二十日", vec!["early"]), ("2024年1月20日", vec![])]
        {
            let text = format!("本年度信息处理费收取0元。\n临江县示例局\n{date}");
            assert_eq!(said(&with_section(6, &text), "DOC-12"), expected, "{date}");
        }
        assert_eq!(said(&with_section(6, "2023年12月20日起停止收费，共收取0元。"), "DOC-12"), [""; 0]);
    }
}
