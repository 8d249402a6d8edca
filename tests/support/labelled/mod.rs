//! The labelled sentences: what is found in them, and how often it is right.
//!
//! Each line of `tests/data/claims.jsonl` is one invented sentence with the table values that differ from zero, the
//! claims that should be found (`[place, value]`), and the rules that should raise something. Those marked `unseen` were
//! written before what they measure: 1 before any tuning, 2 after the misses of 1 had been looked at.
use std::collections::BTreeMap;

use gouji::check::claims::claims;
use gouji::check::{Basis, check_whole};
use gouji::form;
use gouji::report::{Agency, Cells, Head, Lean, Narrative, Number, Report, SafeText, Section, Value};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    pub text: String,
    #[serde(default)]
    pub cells: BTreeMap<String, String>,
    pub claims: Vec<(String, String)>,
    pub findings: Vec<String>,
    pub agency: Option<String>,
    pub section: Option<u8>,
    #[serde(default)]
    pub unseen: u8,
}

/// All of them.
pub fn sentences() -> Vec<Sentence> {
    let text = include_str!("../../data/claims.jsonl");
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
}

/// The report for 2024 that says this and nothing else: cells not given are zero.
pub fn report(sentence: &Sentence) -> Report {
    let form = form::newest();
    let mut cells = Cells::missing(form);
    form.cells().for_each(|cell| cells.set(cell, Value::int(0)));
    for (id, value) in &sentence.cells {
        let names = [
            format!("requests/{id}/total"),
            format!("requests/{id}"),
            format!("disclosure/{id}"),
            format!("disputes/{id}"),
        ];
        let cell = names.iter().find_map(|name| form.cell(name)).unwrap_or_else(|| panic!("no cell {id}"));
        cells.set(cell, Value::Number(Number::parse(value).unwrap()));
    }
    let name = sentence.agency.as_deref().unwrap_or("青岚县水务局");
    let agency = Agency { name: SafeText::line(name), ..Agency::default() };
    let lean = Lean { head: Head { agency, year: 2024, version: None }, form, cells, remarks: 0 };
    let fee = "本年度发出信息处理费收费通知0件，通知总金额0元，实际收取0元。";
    let place = sentence.section.unwrap_or(1);
    let section = |number| Section {
        number,
        heading: SafeText::default(),
        text: SafeText::lines(match number {
            _ if number == place => &sentence.text,
            6 => fee,
            _ => "",
        }),
    };
    Report { lean, narrative: Narrative { sections: (1..=6).map(section).collect(), ..Narrative::default() } }
}

/// The claims found in the sentence: what the tables or the rules know, as `(place, value)`.
pub fn found_claims(sentence: &Sentence, report: &Report) -> Vec<(String, String)> {
    let place = sentence.section.unwrap_or(1);
    let all = claims(report).into_iter().filter(|claim| claim.metric.is_some() && claim.section == place);
    all.map(|claim| (claim.place(), claim.value.to_string())).collect()
}

/// Is every passage what stands there?
pub fn passages_are_right(report: &Report) -> bool {
    let outcome = check_whole(report, &Basis::standard());
    outcome.findings.iter().flat_map(|finding| finding.evidence()).filter(|evidence| evidence.section > 0).all(
        |evidence| {
            let text = report.narrative.sections.iter().find(|section| section.number == evidence.section).unwrap();
            let passage: String = text.text.chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
            SafeText::line(&passage) == evidence.text
        },
    )
}

/// The rules of this part that raise something, sorted.
pub fn found_rules(report: &Report) -> Vec<String> {
    let outcome = check_whole(report, &Basis::standard());
    let ids = outcome.findings.iter().map(|finding| finding.rule.id.to_string());
    let mut rules: Vec<String> = ids.filter(|id| id.starts_with("N-") || id.starts_with("FEE-")).collect();
    rules.sort();
    rules
}

/// Found and right, found in all, expected in all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    pub right: usize,
    pub found: usize,
    pub expected: usize,
    pub sentences: usize,
    /// Sentences from which nothing should come, and those from which nothing came.
    pub quiet: usize,
    pub kept_quiet: usize,
}

impl Score {
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }

    fn add<T: PartialEq + Clone>(&mut self, found: &[T], expected: &[T]) -> bool {
        let mut left = expected.to_vec();
        let mut right = 0;
        for item in found {
            if let Some(place) = left.iter().position(|known| known == item) {
                left.remove(place);
                right += 1;
            }
        }
        self.right += right;
        self.found += found.len();
        self.expected += expected.len();
        self.sentences += 1;
        if expected.is_empty() {
            self.quiet += 1;
            self.kept_quiet += usize::from(found.is_empty());
        }
        right == found.len() && left.is_empty()
    }
}

/// Claims and findings, over the sentences of one set: 0 tuned on, 1 and 2 unseen; `tell` hears of each that is not right.
pub fn measure(unseen: u8, mut tell: impl FnMut(&str)) -> (Score, Score) {
    let (mut of_claims, mut of_findings) = (Score::default(), Score::default());
    for sentence in sentences().iter().filter(|sentence| sentence.unseen == unseen) {
        let report = report(sentence);
        let (claims, rules) = (found_claims(sentence, &report), found_rules(&report));
        let mut expected = sentence.findings.clone();
        expected.sort();
        if !of_claims.add(&claims, &sentence.claims) {
            tell(&format!("claims   {}\n  found    {claims:?}\n  expected {:?}", sentence.text, sentence.claims));
        }
        if !of_findings.add(&rules, &expected) {
            tell(&format!("findings {}\n  found    {rules:?}\n  expected {expected:?}", sentence.text));
        }
    }
    (of_claims, of_findings)
}
