//! Reports in the traditional script: looked at in the simplified one, shown as they are written.

use std::collections::HashMap;

use crate::base::han::{fold, has_traditional, simplified};
use crate::check::Outcome;
use crate::check::finding::{Filling, Violation};
use crate::report::{Report, SafeText};

/// A report as the rules about texts look at it; `None` if it has no traditional characters, as nearly always.
pub(super) fn simplified_report(report: &Report) -> Option<Report> {
    let narrative = &report.narrative;
    let title = narrative.title.as_deref().into_iter();
    let sections = narrative.sections.iter().flat_map(|section| [&*section.heading, &*section.text]);
    if !title.chain(sections).chain([&*report.lean.head.agency.name]).any(has_traditional) {
        return None;
    }
    let mut folded = report.clone();
    let line = |text: &mut SafeText| *text = SafeText::line(&fold(text));
    line(&mut folded.lean.head.agency.name);
    folded.narrative.title.iter_mut().for_each(line);
    for section in &mut folded.narrative.sections {
        line(&mut section.heading);
        section.text = SafeText::lines(&fold(&section.text));
    }
    Some(folded)
}

/// Shows passages and what is quoted of them as they are written: a character is one character in each script.
pub(super) fn restore(report: &Report, outcome: &mut Outcome) {
    let written = Written::of(report);
    for finding in &mut outcome.findings {
        let Violation::Said(said) = &mut finding.what else { continue };
        for evidence in said.evidence.iter_mut().filter(|evidence| evidence.report.is_none()) {
            let sections = || report.narrative.sections.iter().find(|section| section.number == evidence.section);
            let text = match evidence.section {
                0 => report.narrative.title.as_deref(),
                _ => sections().map(|section| section.text.as_str()),
            };
            let length = evidence.end.saturating_sub(evidence.start);
            let written: Option<String> = text.map(|text| text.chars().skip(evidence.start).take(length).collect());
            if let Some(written) = written.filter(|written| fold(written) == evidence.text.as_str()) {
                evidence.text = SafeText::lines(&written);
            }
        }
        let shown: Vec<&str> = said.evidence.iter().map(|evidence| &*evidence.text).collect();
        for (name, value) in &mut said.values {
            let Filling::Plain(text) = value else { continue };
            let restored = match QUOTES.contains(name) {
                true => written.quoted(text, &shown),
                // What the form or the law says stays as it says it, but for the agency's name.
                false => written.with_name(text),
            };
            *text = SafeText::line(&restored);
        }
    }
}

/// What a wording quotes of the report.
const QUOTES: [&str; 14] = [
    "agency", "first", "found", "full", "heading", "mark", "quote", "second", "short", "text", "title", "topics",
    "unit", "wrong",
];

/// How a report is written.
struct Written<'a> {
    name: &'a str,
    folded_name: String,
    /// Its name, title and headings, folded and as they are written.
    lines: Vec<(String, &'a str)>,
    /// Of the characters that are written otherwise somewhere in it: how they are where they first are.
    usual: HashMap<char, char>,
}

impl<'a> Written<'a> {
    fn of(report: &'a Report) -> Self {
        let (name, narrative) = (&*report.lean.head.agency.name, &report.narrative);
        let headings = narrative.sections.iter().map(|section| &*section.heading);
        let lines: Vec<&str> = [name].into_iter().chain(narrative.title.as_deref()).chain(headings).collect();
        let mut usual = HashMap::new();
        for text in lines.iter().copied().chain(narrative.sections.iter().map(|section| &*section.text)) {
            for c in text.chars().filter(|c| simplified(*c) != *c) {
                usual.entry(simplified(c)).or_insert(c);
            }
        }
        Self { name, folded_name: fold(name), lines: lines.into_iter().map(|line| (fold(line), line)).collect(), usual }
    }

    /// A quotation, as it stands in the passages shown or in a line of the report; else character by character.
    fn quoted(&self, text: &str, shown: &[&str]) -> String {
        let passages = shown.iter().find_map(|passage| as_written(text, &fold(passage), passage));
        let lines = || self.lines.iter().find_map(|(folded, line)| as_written(text, folded, line));
        let each = || text.chars().map(|c| self.usual.get(&c).copied().unwrap_or(c)).collect();
        passages.or_else(lines).unwrap_or_else(each)
    }

    fn with_name(&self, text: &str) -> String {
        if self.folded_name.is_empty() { text.to_owned() } else { text.replace(&self.folded_name, self.name) }
    }
}

/// A text as it is written where it stands in a longer one.
fn as_written(text: &str, folded: &str, written: &str) -> Option<String> {
    let at = folded.find(text)?;
    let before = folded.get(..at)?.chars().count();
    Some(written.chars().skip(before).take(text.chars().count()).collect())
}

#[cfg(test)]
mod tests {
    use crate::base::han::{fold, simplified};
    use crate::check::fixture::{SITUATION, outcome, report, with_section};
    use crate::check::{Basis, Facts, Fingerprint, Look, check_look, check_years_text, message};
    use crate::report::{Report, SafeText, Value};
    use crate::words::Lang;

    /// A report in the traditional script.
    fn traditional(mut report: Report) -> Report {
        let all: Vec<char> = ('\u{4E00}'..='\u{9FFF}').filter(|c| simplified(*c) != *c).collect();
        let write = |text: &str| -> String {
            text.chars().map(|c| all.iter().copied().find(|other| simplified(*other) == c).unwrap_or(c)).collect()
        };
        report.lean.head.agency.name = SafeText::line(&write(&report.lean.head.agency.name));
        report.narrative.title = report.narrative.title.map(|title| SafeText::line(&write(&title)));
        for section in &mut report.narrative.sections {
            section.heading = SafeText::line(&write(&section.heading));
            section.text = SafeText::lines(&write(&section.text));
        }
        report
    }

    #[test]
    fn a_clean_report_is_clean_in_the_traditional_script() {
        let (plain, other) = (outcome(&report()), outcome(&traditional(report())));
        let rules = |outcome: &super::Outcome| -> Vec<String> {
            outcome.findings.iter().map(|finding| finding.rule.id.to_string()).collect()
        };
        assert_eq!(rules(&other), rules(&plain));
    }

    #[test]
    fn passages_are_shown_as_they_are_written() {
        let report = traditional(with_section(1, &format!("{SITUATION}\n建康发展。")));
        let outcome = outcome(&report);
        let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "TXT-01").unwrap();
        let evidence = &finding.evidence()[0];
        assert_ne!(evidence.text.as_str(), fold(&evidence.text));
        let text = &report.narrative.sections[0].text;
        let slice: String = text.chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
        assert_eq!(evidence.text.as_str(), slice);
    }

    #[test]
    fn findings_are_named_by_the_name_that_was_printed_and_quote_what_was_printed() {
        let mut odd = report();
        odd.narrative.title = Some(SafeText::line("临江县示例局政务公开报告"));
        odd.narrative.sections[4].heading = SafeText::line("五、问题与改进");
        let report = traditional(odd);
        let name = &report.lean.head.agency.name;
        assert_ne!(name.as_str(), fold(name));
        let outcome = outcome(&report);
        let of = |rule: &str| outcome.findings.iter().find(|finding| &*finding.rule.id == rule).unwrap();
        let finding = of("DOC-01");
        assert_eq!(finding.fingerprint, Fingerprint::new(&report.lean.head, "DOC-01", "title"));
        let text = message(report.lean.form, finding, &report.lean.cells, Lang::Zh);
        assert!(text.contains(&**name) && !text.contains(&fold(name)), "{text}");
        assert!(text.contains("政府信息公开工作年度报告"), "what is expected is in the words of the form: {text}");
        assert!(text.contains(report.narrative.title.as_deref().unwrap()), "{text}");
        let heading = message(report.lean.form, of("SEC-02"), &report.lean.cells, Lang::Zh);
        assert!(heading.contains(&*report.narrative.sections[4].heading), "{heading}");
    }

    #[test]
    fn what_is_told_to_other_years_and_reports_is_understood_in_the_traditional_script() {
        let year = |mut report: Report| {
            report.lean.head.year = 2023;
            let mut before = report.lean.clone();
            before.head.year = 2022;
            let new = before.form.cell("requests/new/total").unwrap();
            before.cells.set(new, Value::int(12));
            let outcome = check_years_text(&Facts::of(&report, &Basis::standard()), Some(&before));
            outcome.findings.iter().map(|finding| finding.rule.id.to_string()).collect::<Vec<_>>()
        };
        let plain = with_section(1, "2022年收到申请14件，今年有增加。");
        assert_eq!(year(plain.clone()), ["Y-06"]);
        assert_eq!(year(traditional(plain)), ["Y-06"]);
        let look = Look::Published { median: 3, peers: 30 };
        let of = |report: &Report| check_look(&Facts::of(report, &Basis::standard()), &look).findings.len();
        assert_eq!((of(&report()), of(&traditional(report()))), (1, 1));
    }
}
