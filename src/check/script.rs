//! Reports in the traditional script: looked at in the simplified one, shown as they are written.

use crate::base::han::{fold, has_traditional};
use crate::report::{Report, SafeText};

use super::Outcome;
use super::finding::What;

/// A report as the rules about texts look at it; `None` if it has no traditional characters, as nearly always.
pub(super) fn folded(report: &Report) -> Option<Report> {
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

/// Shows passages as they are written: a character is one character in each script.
pub(super) fn restore(report: &Report, outcome: &mut Outcome) {
    for finding in &mut outcome.findings {
        let What::Said(said) = &mut finding.what else { continue };
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
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{SITUATION, outcome, report, with_section};
    use crate::base::han::{fold, simplified};
    use crate::report::{Report, SafeText};

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
}
