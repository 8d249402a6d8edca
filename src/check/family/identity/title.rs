//! DOC-01: `<机关全称><年>年政府信息公开工作年度报告`.

use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::facts::calendar::first_year;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::{Remark, Report};

/// What a title of this kind speaks of, fullest first.
const SUBJECTS: [&str; 4] = ["政府信息公开", "政府信息", "信息公开", "政务公开"];

/// Where a year may come from that is none of the report's own, as remarks name it.
const GUESSES: [&str; 3] = ["text", "head", "folder"];

/// Was it read from a document that has text, and not from figures alone?
fn is_document(report: &Report) -> bool {
    let narrative = &report.narrative;
    narrative.source.is_some() && !report.nature().is_figures && !narrative.sections.is_empty()
}

/// Was the year taken from what speaks of other years too, for want of a title, a period or a name of the file?
fn is_guessed(report: &Report) -> bool {
    let of_year = |remark: &&Remark| &*remark.kind == "year-doubt";
    let doubt = report.narrative.remarks.iter().find(of_year);
    doubt.is_some_and(|doubt| doubt.value("from").is_some_and(|from| GUESSES.contains(&from)))
}

/// Looks at the wording of the title.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let head = &report.lean.head;
    // Nobody is told to put a guess into a title.
    let year = if is_guessed(report) { "<年度>".to_owned() } else { head.year.to_string() };
    let wording = |agency: &str| {
        let agency = if head.agency.is_unnamed() { "<机关全称>" } else { agency };
        format!("{agency}{year}年政府信息公开工作年度报告")
    };
    let Some(title) = prose.section(0).filter(|title| !title.text.is_empty()) else {
        // Who hands over figures need not hand over the title; a document with text must have one.
        if is_document(report) {
            found.say(id::DOC_01, "missing", "title", Say::default().with("expected", wording(&head.agency.name)));
        } else {
            found.unchecked(id::DOC_01, WhyUnchecked::NoTitle);
        }
        return;
    };
    let bare = bare(&title.text);
    let agency = agency(&bare);
    let named = agency.map_or(head.agency.name.as_str(), |place| bare.get(place).unwrap_or_default());
    let expected = wording(named);
    // Another year than the report's is DOC-03.
    let same = first_year(&bare).is_some_and(|own| bare == expected.replace(&year, &own.text));
    if same {
        return;
    }
    // 2023年度政府信息公开工作报告 says 年度 all the same.
    let annual = bare.replacen("年度", "年", 1);
    let is_annual = annual != bare && [&annual, &annual.replace("工作报告", "工作年度报告")].contains(&&expected);
    let case = if is_annual { "annual" } else { case(&bare) };
    let whole = title.evidence(&(0..title.text.len()));
    found.say(id::DOC_01, case, "title", Say::default().with("title", &bare).with("expected", expected).at(whole));
}

/// Without what may stand around a title.
fn bare(title: &str) -> String {
    let title: String = title.chars().filter(|c| !matches!(c, '《' | '》' | '#' | '\n')).collect();
    let title = title.strip_prefix("关于").unwrap_or(&title);
    title.trim_end_matches("（公开版）").to_owned()
}

/// Which wording of the rule says what is wrong.
fn case(title: &str) -> &'static str {
    let Some(year) = first_year(title) else { return "no-year" };
    if agency(title).is_none() {
        return "no-agency";
    }
    if title.contains("政务公开") && !title.contains("信息公开") {
        return "open-affairs";
    }
    if !title.contains("政府信息公开") {
        return "no-government";
    }
    let tail = title.split("信息公开").nth(1).unwrap_or_default();
    if !tail.contains("工作") {
        return "no-work";
    }
    if !tail.contains("年度") {
        return "no-annual";
    }
    if year.place.start == 0 {
        return "year-first";
    }
    "other"
}

/// The agency's name in a title: before the year, or between the year and the subject.
pub(super) fn agency(title: &str) -> Option<Range<usize>> {
    let from = |at: usize| SUBJECTS.iter().filter_map(|s| title.get(at..)?.find(s).map(|found| at + found)).min();
    let place = match first_year(title) {
        Some(year) if year.place.start > 0 && from(0).is_none_or(|subject| year.place.start < subject) => {
            0..year.place.start
        }
        Some(year) if year.place.start == 0 => {
            let start = year.place.end;
            let start = start + title.get(start..).filter(|rest| rest.starts_with('度')).map_or(0, |_| "度".len());
            start..from(start)?
        }
        _ => 0..from(0)?,
    };
    // 临江县政府信息公开: the county reports, or its government.
    (title.get(place.clone())?.chars().count() >= 2).then_some(place)
}

#[cfg(test)]
mod tests {
    use crate::check::fixture;
    use crate::check::{Profile, Severity, message};
    use crate::report::Remark;
    use crate::words::Lang;

    fn said(title: &str) -> Vec<String> {
        let mut report = fixture::report();
        report.narrative.title = Some(title.into());
        fixture::said(&report, "DOC-01")
    }

    #[test]
    fn each_deviation_has_its_wording() {
        for title in ["临江县示例局2023年政府信息公开工作年度报告", "《临江县示例局 2023年 政府信息公开 工作年度报告》"]
        {
            assert_eq!(said(title), [""; 0], "{title}");
        }
        // Another year is another rule's.
        assert_eq!(said("临江县示例局2022年政府信息公开工作年度报告"), [""; 0]);
        for (title, case) in [
            ("临江县示例局2023年政府信息公开年度报告", "no-work"),
            ("临江县示例局2023年政府信息公开工作报告", "no-annual"),
            ("临江县示例局2023年政务公开工作年度报告", "open-affairs"),
            ("临江县示例局2023年信息公开年报", "no-government"),
            ("临江县示例局政府信息公开工作年度报告", "no-year"),
            ("2023年政府信息公开工作年度报告", "no-agency"),
            ("2023年临江县示例局政府信息公开工作年度报告", "year-first"),
            ("临江县示例局2023年政府信息公开工作年度情况报告", "other"),
        ] {
            assert_eq!(said(title), [case], "{title}");
        }
    }

    #[test]
    fn a_title_that_says_annual_behind_the_year_is_spoken_of_where_an_office_asks_for_it() {
        let asked = Profile::with(Some(("DOC-01", Some(Severity::Info))), None);
        for title in ["临江县示例局2023年度政府信息公开工作年度报告", "临江县示例局2023年度政府信息公开工作报告"]
        {
            assert_eq!(said(title), [""; 0], "{title}");
            let mut report = fixture::report();
            report.narrative.title = Some(title.into());
            assert_eq!(fixture::said_under(&asked, &report, "DOC-01"), ["annual"], "{title}");
        }
    }

    #[test]
    fn nobody_is_told_to_put_a_guessed_year_into_a_title() {
        for (from, told) in [("text", false), ("folder", false), ("period", true), ("file", true)] {
            let mut report = fixture::report();
            report.narrative.title = Some("临江县示例局政府信息公开工作年度报告".into());
            report.narrative.remarks = vec![Remark::new("year-doubt", &[("from", &from)])];
            let finding = fixture::outcome(&report).findings.into_iter().find(|found| &*found.rule.id == "DOC-01");
            let said = message(report.lean.form, &finding.unwrap(), &report.lean.cells, Lang::Zh);
            assert_eq!(said.contains("2023年政府"), told, "{from}: {said}");
        }
    }

    #[test]
    fn a_document_without_a_title_is_at_fault_and_figures_without_one_are_not() {
        let mut report = fixture::report();
        report.narrative.title = None;
        assert_eq!(fixture::said(&report, "DOC-01"), [""; 0]);
        assert!(fixture::unchecked(&report, "DOC-01"));
        report.narrative.source = Some(crate::report::Source::default());
        assert_eq!(fixture::said(&report, "DOC-01"), ["missing"]);
        let format = Some("xlsx".into());
        report.narrative.source = Some(crate::report::Source { format, ..Default::default() });
        assert!(
            fixture::said(&report, "DOC-01").is_empty() && fixture::unchecked(&report, "DOC-01"),
            "figures of a sheet"
        );
        report.narrative.source = Some(crate::report::Source::default());
        report.narrative.sections.clear();
        assert!(fixture::said(&report, "DOC-01").is_empty(), "no text at all");
    }
}
