//! SEC-01, SEC-02, SEC-16: which sections and tables there are, under which headings.

use crate::base::han::is_alphanumeric;
use crate::check::facts::Facts;
use crate::check::facts::unread;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::form::FormSection as Official;
use crate::report::{Report, Section};

/// Applies the rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    if report.narrative.sections.is_empty() {
        for id in [id::SEC_01, id::SEC_02, id::SEC_16] {
            found.unchecked(id, WhyUnchecked::NoText);
        }
        return;
    }
    headings(report, found);
    let mut bare = Vec::new();
    for official in &report.lean.form.sections {
        let name = || format!("{}、{}", official.numeral, official.label.zh);
        let table = report.lean.form.tables.iter().position(|table| table.section == official.number);
        let has_table = table.is_some_and(|table| report.lean.cells.any_present(report.lean.form.cells_of(table)));
        let table_name = table.and_then(|table| report.lean.form.tables.get(table)).map_or("", |table| &table.label.zh);
        let place = official.number.to_string();
        if report.narrative.sections.iter().any(|section| section.number == official.number) {
            if table.is_some_and(|table| !has_table && !unread::table_not_read(report, prose, table, found.profile)) {
                found.say(
                    id::SEC_16,
                    "absent",
                    &place,
                    Say::default().with("section", name()).with("table", table_name),
                );
            }
        } else if has_table {
            bare.push((place, name(), table_name.to_owned()));
        } else if !unread::section_not_read(prose, official) {
            found.say(id::SEC_01, "missing", &place, Say::default().with("section", name()));
        }
    }
    say_once("heading", ["section", "table"], &bare, found);
}

/// A place, and the two texts that are said of it.
type Fault = (String, String, String);

/// What is wrong in one way in several places has one cause, and is said once.
fn say_once(case: &str, names: [&'static str; 2], faults: &[Fault], found: &mut Collector<'_>) {
    let Some((place, _, _)) = faults.first() else { return };
    let all = |text: fn(&Fault) -> &str| faults.iter().map(text).collect::<Vec<&str>>().join("；");
    let [first, second] = names;
    let say = Say::default().with(first, all(|fault| &fault.1)).with(second, all(|fault| &fault.2));
    found.say(id::SEC_02, case, place, say);
}

/// The headings that are there: their order, their words, their numbers.
fn headings(report: &Report, found: &mut Collector<'_>) {
    let mut faults: [(&str, Vec<Fault>); 3] = ["order", "wording", "number"].map(|case| (case, Vec::new()));
    let mut last = 0;
    for section in &report.narrative.sections {
        if let Some((case, fault)) = heading(report, section, last, found)
            && let Some((_, of_case)) = faults.iter_mut().find(|(known, _)| *known == case)
        {
            of_case.push(fault);
        }
        last = section.number;
    }
    for (case, faults) in faults {
        say_once(case, ["heading", "expected"], &faults, found);
    }
}

/// What is wrong with a heading.
fn heading(report: &Report, section: &Section, last: u8, found: &Collector<'_>) -> Option<(&'static str, Fault)> {
    let official = report.lean.form.sections.iter().find(|official| official.number == section.number);
    let official = official.filter(|_| !section.heading.is_empty())?;
    let bare = key(&section.heading);
    let wording = bare.trim_start_matches(|c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit());
    let number = bare.get(..bare.len() - wording.len()).unwrap_or_default();
    let arabic = section.number.to_string();
    let case = if section.number < last {
        "order"
    } else if !is_accepted(wording, official, found) {
        "wording"
    } else if number != &*official.numeral && number != arabic {
        "number"
    } else {
        return None;
    };
    let expected = format!("{}、{}", official.numeral, official.label.zh);
    Some((case, (arabic, section.heading.to_string(), expected)))
}

fn is_accepted(wording: &str, official: &Official, found: &Collector<'_>) -> bool {
    if wording == &*official.label.zh {
        return true;
    }
    let wording = loose(wording);
    let others = found.profile.words(id::SEC_02, "accepted");
    let all = [&official.label.zh].into_iter().chain(&official.aliases).chain(others);
    all.into_iter().any(|known| loose(&key(known)) == wording)
}

/// Letters and digits only.
fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    key.extend(text.chars().filter(|c| is_alphanumeric(*c)));
    key
}

/// Without the words that may be put one way or another.
fn loose(text: &str) -> String {
    let text = text.trim_start_matches("本年度").trim_start_matches("政府信息公开工作");
    text.chars().filter(|c| !"的和与及以".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{report, said, unchecked};
    use crate::report::Value;

    fn with_heading(number: u8, heading: &str) -> crate::report::Report {
        let mut report = report();
        report.narrative.sections[usize::from(number) - 1].heading = heading.into();
        report
    }

    #[test]
    fn a_missing_section_is_an_error_and_a_missing_heading_is_not() {
        let mut missing = report();
        missing.narrative.sections.remove(4);
        assert_eq!(said(&missing, "SEC-01"), ["missing"]);
        assert!(unchecked(&missing, "SEC-11"));
        let mut headless = report();
        headless.narrative.sections.remove(2);
        assert_eq!(said(&headless, "SEC-01"), [""; 0]);
        assert_eq!(said(&headless, "SEC-02"), ["heading"]);
        let mut figures = report();
        figures.narrative.sections.clear();
        assert_eq!(said(&figures, "SEC-01"), [""; 0]);
        assert!(unchecked(&figures, "SEC-01") && unchecked(&figures, "SEC-03"));
    }

    #[test]
    fn headings_may_vary_a_little() {
        for heading in [
            "五、存在的主要问题和改进情况",
            "五、政府信息公开工作存在的主要问题及改进情况",
            "五存在问题及改进情况",
            "5. 存在的主要问题及改进情况",
            "",
        ] {
            assert_eq!(said(&with_heading(5, heading), "SEC-02"), [""; 0], "{heading}");
        }
        assert_eq!(said(&with_heading(4, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"), "SEC-02"), [""; 0]);
        for (heading, case) in [
            ("四、存在的主要问题及改进情况", "number"),
            ("存在的主要问题及改进情况", "number"),
            ("五、问题和打算", "wording"),
        ] {
            assert_eq!(said(&with_heading(5, heading), "SEC-02"), [case], "{heading}");
        }
        let mut turned = report();
        turned.narrative.sections.swap(4, 5);
        assert_eq!(said(&turned, "SEC-02"), ["order"]);
    }

    #[test]
    fn what_is_wrong_in_one_way_in_several_headings_is_said_once() {
        let mut report = report();
        for section in &mut report.narrative.sections {
            section.heading = section.heading.replacen(['一', '二', '三', '四', '五', '六'], "", 1).as_str().into();
        }
        assert_eq!(said(&report, "SEC-02"), ["number"]);
        report.narrative.sections[4].heading = "五、问题和打算".into();
        assert_eq!(said(&report, "SEC-02"), ["wording", "number"]);
    }

    #[test]
    fn a_section_without_its_table_lacks_it() {
        let mut report = report();
        for cell in report.lean.form.cells_of(2) {
            report.lean.cells.set(cell, Value::Missing);
        }
        assert_eq!(said(&report, "SEC-16"), ["absent"]);
        assert_eq!(said(&report, "EXT-03"), [""; 0]);
        // The words of the table are there: it was not read.
        report.narrative.sections[3].text = "行政复议 结果维持 结果纠正 其他结果 尚未审结 总计 0 0 0".into();
        assert_eq!(said(&report, "SEC-16"), [""; 0]);
        assert_eq!(said(&report, "EXT-03"), ["table"]);
    }
}
