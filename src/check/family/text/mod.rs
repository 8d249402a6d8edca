//! Copied and careless texts (TXT, SIM-03).
//!
//! Owns: what is wrong with a text as a text. `wording` has misspellings and punctuation, `pairs` brackets and quotes,
//! `laws` names and numbers of documents, `mask` what does not go out, `phrases` political phrases and boilerplate, `private` personal data and
//! secrecy, `subject` whose text it is, `strangers` who else acts in it, `template` whose house it is.

mod laws;
mod mask;
mod pairs;
mod phrases;
mod private;
mod strangers;
mod subject;
mod template;
mod wording;

use crate::check::facts::Facts;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::{RuleId, id};
use crate::report::Report;

pub(crate) use mask::Mask;

/// The rules of this part.
const ALL: [RuleId; 9] =
    [id::SIM_03, id::TXT_01, id::TXT_02, id::TXT_03, id::TXT_04, id::TXT_05, id::TXT_06, id::TXT_07, id::TXT_08];
/// So many passages of one kind are shown; more say nothing more.
const SHOWN: usize = 3;

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    layout(report, prose, found);
    if !prose.has_text() {
        for id in ALL.into_iter().filter(|id| *id != id::TXT_02) {
            found.unchecked(id, WhyUnchecked::NoText);
        }
        return;
    }
    for part in prose.parts.iter().filter(|part| part.cut) {
        found.unchecked(id::TXT_01, WhyUnchecked::TooLong(part.section));
    }
    subject::check(facts, found);
    strangers::check(facts, found);
    template::check(facts, found);
    wording::check(facts, found);
    pairs::check(prose, found);
    laws::check(prose, found);
    phrases::check(facts, found);
    private::check(prose, found);
    left_out(prose, found);
}

/// Is it a section of prose, not one of those that hold a table?
fn is_prose(part: &SectionText) -> bool {
    matches!(part.section, 1 | 5 | 6)
}

/// TXT-02.
fn layout(report: &Report, prose: &Prose<'_>, found: &mut Collector<'_>) {
    let mut marks: Vec<&str> = Vec::new();
    let mut say = Say::default();
    for hit in prose.hits(id::TXT_02, "marks") {
        let Some(part) = prose.part(*hit) else { continue };
        let text = part.get(&(hit.start..hit.end));
        if !marks.contains(&text) && marks.len() < SHOWN {
            marks.push(text);
            say = say.at(part.evidence(&(hit.start..hit.end)));
        }
    }
    if !marks.is_empty() {
        found.say(id::TXT_02, "marks", "text", say.with("text", marks.join(" ")));
    }
    let mut headers = report.narrative.remarks.iter().filter(|remark| &*remark.kind == "page-header");
    if let Some(header) = headers.next() {
        found.say(id::TXT_02, "page-header", "tables", Say::default().doubt(header));
    }
}

/// TXT-08: brackets and quotation marks with nothing between them.
fn left_out(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let hit = prose.hits(id::TXT_08, "pairs").iter().find_map(|hit| Some((prose.part(*hit)?, hit.start..hit.end)));
    if let Some((part, place)) = hit {
        let say = Say::default().with("text", part.get(&place)).at(part.evidence(&place));
        found.say(id::TXT_08, "empty", "text", say);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, evidence, remark, report, said, unchecked, with_section};

    #[test]
    fn marks_of_other_formats_and_page_headers_are_layout() {
        assert_eq!(evidence(&with_section(1, &format!("## 概况\n{SITUATION}")), "TXT-02"), ["##"]);
        assert_eq!(said(&report(), "TXT-02"), [""; 0]);
        let mut read = report();
        read.narrative.remarks = vec![remark("page-header", "", "表中夹有页眉“甲”，已略过")];
        assert_eq!(said(&read, "TXT-02"), ["page-header"]);
    }

    #[test]
    fn brackets_with_nothing_between_them_are_shown_once() {
        let report = with_section(1, &format!("{SITUATION}\n按照《 》和“”执行。"));
        assert_eq!(
            (said(&report, "TXT-08"), evidence(&report, "TXT-08")),
            (vec!["empty".to_owned()], vec!["《 》".to_owned()])
        );
        assert_eq!(said(&crate::check::fixture::report(), "TXT-08"), [""; 0]);
    }

    #[test]
    fn without_a_text_nothing_is_said_of_it() {
        let mut figures = report();
        figures.narrative.sections.clear();
        assert!(unchecked(&figures, "TXT-05") && unchecked(&figures, "SIM-03"));
    }

    #[test]
    fn of_a_text_too_long_the_beginning_is_looked_at() {
        let long = format!("{}建康发展", "公开信息3条。".repeat(60_000));
        let report = with_section(1, &long);
        assert!(unchecked(&report, "TXT-01"));
        assert_eq!(said(&report, "TXT-01"), [""; 0]);
    }
}
