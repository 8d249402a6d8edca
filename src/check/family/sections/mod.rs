//! Sections and what they must speak of (SEC).
//!
//! Owns: which sections there are, under which headings, and whether each says what it must. `headings` has the
//! sections and tables as such, `situation` the first section, `problems` the fifth, `others` the sixth and what does
//! not belong.

mod enumerated;
mod headings;
mod others;
mod problems;
mod sides;
mod situation;

use crate::check::facts::Facts;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Collector;
use crate::check::rule::{RuleId, id};

/// The rules about one section, which need it.
const OF_SECTIONS: [(u8, &[RuleId]); 3] = [
    (1, &[id::SEC_03, id::SEC_04, id::SEC_05, id::SEC_06, id::SEC_07, id::SEC_09, id::SEC_10, id::SEC_15]),
    (5, &[id::SEC_11, id::SEC_12, id::SEC_13]),
    (6, &[id::SEC_14]),
];

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    headings::check(facts, found);
    for (section, rules) in OF_SECTIONS {
        match prose.section(section) {
            // A template that was not filled in is DOC-13.
            Some(part) if is_template(prose, part) => {}
            Some(part) => check_section(section, facts, part, found),
            None => {
                let reason = if report.narrative.sections.is_empty() {
                    WhyUnchecked::NoText
                } else {
                    WhyUnchecked::NoSection(section)
                };
                for &id in rules {
                    found.unchecked(id, reason.clone());
                }
            }
        }
    }
}

/// Is there hardly more than a placeholder?
fn is_template(prose: &Prose<'_>, part: &SectionText) -> bool {
    prose.in_section(id::DOC_13, "words", part.section).any(|hit| (hit.end - hit.start) * 2 >= part.text.len())
}

fn check_section(section: u8, facts: &Facts<'_>, part: &SectionText, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    match section {
        1 => situation::check(facts, part, found),
        5 => problems::check(report, prose, part, found),
        _ => others::check(prose, part, found),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{said, with_section};

    #[test]
    fn a_template_that_was_not_filled_in_is_one_finding() {
        let report = with_section(1, "（文字描述）");
        assert_eq!(said(&report, "DOC-13"), ["placeholder"]);
        for id in ["SEC-03", "SEC-05", "SEC-06", "SEC-10"] {
            assert_eq!(said(&report, id), [""; 0], "{id}");
        }
    }
}
