//! Which problems many reports have in common, for all who write the next one: plain data for a template.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::{Finding, Rule, letter_message};
use crate::library::season::{Season, Submission};
use crate::report::SafeText;
use crate::words::Lang;

use super::notice::places;
use super::notice::{Fate, Letterhead, by_cause, day, fate};
use super::percent::share;

/// So many examples of a kind are enough.
const EXAMPLES: usize = 3;

/// A circular.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Circular {
    lang: &'static str,
    office: String,
    title: String,
    summary: String,
    date: String,
    /// Reports that were looked at, those with problems, all problems of them, and agencies without a report.
    pub(crate) reports: usize,
    pub(crate) troubled: usize,
    pub(crate) findings: usize,
    pub(crate) absent: usize,
    /// The most frequent first.
    pub(crate) kinds: Vec<ProblemKindLine>,
    label: CircularLabels,
}

/// One kind of problem.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProblemKindLine {
    no: usize,
    pub(crate) name: String,
    pub(crate) rule: String,
    pub(crate) agencies: usize,
    /// Of all reports that were looked at: `12.5%`.
    pub(crate) share: String,
    pub(crate) findings: usize,
    examples: Vec<Example>,
    basis: String,
    /// What to look out for.
    ask: String,
}

/// One report that has it.
#[derive(Debug, Clone, Serialize)]
struct Example {
    agency: String,
    place: String,
    text: String,
}

/// Headings, in the language of the circular.
#[derive(Debug, Clone, Copy, Serialize)]
struct CircularLabels {
    colon: &'static str,
    comma: &'static str,
    no: &'static str,
    kind: &'static str,
    agencies: &'static str,
    share: &'static str,
    findings: &'static str,
    examples: &'static str,
    basis: &'static str,
    ask: &'static str,
    overview: &'static str,
    kinds: &'static str,
}

/// Are agencies named? Where not, the names of all are hidden wherever they stand: what is said of one may name another.
#[derive(Debug)]
pub(crate) enum AgencyNames {
    Named,
    /// Longer names first: one may be the beginning of another.
    Hidden(Vec<SafeText>),
}

impl AgencyNames {
    /// Hides the names of a season.
    #[must_use]
    pub(crate) fn hidden(season: &Season) -> Self {
        let absent = season.absent.iter().map(|absent| (&absent.label, &absent.agency.name));
        let reports = season.submissions.iter().map(|report| (&report.label, &report.agency().name));
        let mut names: Vec<SafeText> =
            reports.chain(absent).flat_map(|(label, name)| [label.clone(), name.clone()]).collect();
        names.retain(|name| !name.is_empty());
        names.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        names.dedup();
        Self::Hidden(names)
    }

    fn of(&self, text: &str, some: &str) -> String {
        match self {
            Self::Named => text.to_owned(),
            Self::Hidden(names) => {
                let named = names.iter().filter(|name| text.contains(name.as_str()));
                named.fold(text.to_owned(), |text, name| text.replace(name.as_str(), some))
            }
        }
    }
}

/// What is known of a kind so far.
struct Kind {
    rule: &'static Rule,
    agencies: usize,
    findings: usize,
    examples: Vec<Example>,
}

impl Circular {
    /// Of what agencies are asked to correct or to explain. Who has not reported is known where there is a roster only.
    #[must_use]
    pub(crate) fn of(season: &Season, years: &str, has_roster: bool, naming: &AgencyNames, head: &Letterhead) -> Self {
        let mut kinds: BTreeMap<&str, Kind> = BTreeMap::new();
        let (mut troubled, mut findings) = (0, 0);
        for submission in &season.submissions {
            let found = Self::count(submission, naming, head.lang, &mut kinds);
            troubled += usize::from(found > 0);
            findings += found;
        }
        let words = head.lang.words().notice;
        let (reports, absent) =
            (season.submissions.len(), season.absent.iter().filter(|it| !it.is_elsewhere()).count());
        Self {
            title: words.circular_title(years),
            summary: match has_roster {
                true => words.circular_summary_absent(reports, troubled, findings, absent),
                false => words.circular_summary(reports, troubled, findings),
            },
            reports,
            troubled,
            findings,
            absent,
            kinds: lines(kinds.into_values().collect(), reports, head.lang),
            ..Self::bare(head)
        }
    }

    /// Counts what a report has; how much that is.
    fn count(submission: &Submission, naming: &AgencyNames, lang: Lang, kinds: &mut BTreeMap<&str, Kind>) -> usize {
        let (judged, lean) = (&submission.now, &submission.now.checked.lean);
        let mask = submission.mask();
        let mut own: BTreeSet<&str> = BTreeSet::new();
        let causes = by_cause(judged, &|finding, judgement| fate(judged, finding, judgement) != Fate::Out);
        // A wrong number breaks several relations: it is one problem, of the kind of the worst of them.
        let leading = causes.iter().filter_map(|cause| worst(&cause.findings));
        for finding in leading {
            let new = || Kind { rule: finding.rule, agencies: 0, findings: 0, examples: Vec::new() };
            let kind = kinds.entry(&finding.rule.id).or_insert_with(new);
            kind.findings += 1;
            if !own.insert(&finding.rule.id) {
                continue;
            }
            kind.agencies += 1;
            if kind.examples.len() < EXAMPLES {
                let some = lang.words().notice.some_agency();
                let text = mask.hide(&letter_message(lean.form, finding, &lean.cells, lang));
                kind.examples.push(Example {
                    agency: naming.of(&submission.label, some),
                    place: places::of_finding(lean.form, finding, lang),
                    text: naming.of(&text, some),
                });
            }
        }
        causes.len()
    }

    /// Without anything that was found.
    #[must_use]
    pub(crate) fn bare(head: &Letterhead) -> Self {
        let words = head.lang.words().notice;
        let label = CircularLabels {
            colon: words.colon(),
            comma: words.comma(),
            no: words.label_no(),
            kind: words.label_kind_of_problem(),
            agencies: words.label_agencies(),
            share: words.label_share(),
            findings: words.label_findings(),
            examples: words.label_examples(),
            basis: words.label_basis(),
            ask: words.label_attend(),
            overview: words.label_overview(),
            kinds: words.label_kinds(),
        };
        Self {
            lang: head.lang.pick("zh", "en"),
            office: head.office.to_string(),
            title: String::new(),
            summary: String::new(),
            date: day(head.date, head.lang),
            reports: 0,
            troubled: 0,
            findings: 0,
            absent: 0,
            kinds: Vec::new(),
            label,
        }
    }

    /// With everything that a circular can have, for trying a template.
    #[must_use]
    pub(crate) fn full(head: &Letterhead) -> Self {
        let text = || "示例".to_owned();
        let examples = vec![Example { agency: text(), place: text(), text: text() }];
        let (name, rule, share, basis, ask) = (text(), text(), text(), text(), text());
        let line = ProblemKindLine { no: 1, name, rule, agencies: 1, share, findings: 1, examples, basis, ask };
        Self { office: text(), title: text(), summary: text(), kinds: vec![line], ..Self::bare(head) }
    }
}

/// The most frequent first; of those that are as frequent, in the order of the rules.
fn lines(mut kinds: Vec<Kind>, reports: usize, lang: Lang) -> Vec<ProblemKindLine> {
    kinds.sort_by_key(|kind| std::cmp::Reverse((kind.agencies, kind.findings)));
    let line = |(no, kind): (usize, Kind)| ProblemKindLine {
        no,
        name: kind.rule.name(lang).to_owned(),
        rule: kind.rule.id.to_string(),
        agencies: kind.agencies,
        share: share(amount(kind.agencies), amount(reports)),
        findings: kind.findings,
        examples: kind.examples,
        basis: kind.rule.basis.text(lang).to_owned(),
        ask: kind.rule.ask.text(lang).to_owned(),
    };
    (1..).zip(kinds).map(line).collect()
}

/// The first of the worst.
fn worst<'a>(findings: &[&'a Finding]) -> Option<&'a Finding> {
    findings.iter().rev().max_by_key(|finding| finding.severity).copied()
}

fn amount(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
