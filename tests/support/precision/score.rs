//! How often rules are right, and what they miss.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::label::Verdict;
use super::{Judged, Said};

/// What is counted of one rule, or of one severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub right: usize,
    pub wrong: usize,
    pub nagging: usize,
    pub unlabelled: usize,
    /// Planted contradictions that are this rule's, and those that it or another rule for them has named.
    pub planted: usize,
    pub found: usize,
}

/// Of one half.
#[derive(Debug, Default)]
pub struct Score {
    pub rules: BTreeMap<String, Count>,
    pub severities: BTreeMap<String, Count>,
    pub reports: usize,
    /// Reports in which nothing was planted, those of them with an error, and with more than three warnings.
    pub clean: usize,
    pub clean_with_error: usize,
    pub clean_with_many: usize,
    /// Findings without a judgement, as `severity report rule: message`.
    pub unlabelled: Vec<String>,
    /// Contradictions that nothing names, as `report rule: what`.
    pub missed: Vec<String>,
    /// Findings that are wrong, as `report rule: message`.
    pub wrong: Vec<String>,
}

/// The severities, gravest first.
const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

impl Count {
    pub fn findings(&self) -> usize {
        self.right + self.wrong + self.nagging + self.unlabelled
    }

    fn judge(&mut self, verdict: Option<Verdict>) {
        match verdict {
            Some(Verdict::Right) => self.right += 1,
            Some(Verdict::Wrong) => self.wrong += 1,
            Some(Verdict::Nagging) => self.nagging += 1,
            None => self.unlabelled += 1,
        }
    }

    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.nagging += other.nagging;
        self.unlabelled += other.unlabelled;
        self.planted += other.planted;
        self.found += other.found;
    }

    fn cells(&self) -> String {
        let Self { right, wrong, nagging, unlabelled, planted, found } = self;
        let missed = planted - found;
        format!("{} | {right} | {wrong} | {nagging} | {unlabelled} | {planted} | {found} | {missed}", self.findings())
    }
}

/// What was labelled so; what names a planted contradiction is right.
fn verdict(report: &Judged, said: &Said) -> Option<Verdict> {
    let label = report.labels.findings.iter().find(|label| label.is_of(&said.rule, &said.spot));
    let plant = || report.labels.plants.iter().any(|plant| plant.is_named(&said.rule, &said.spot));
    label.map(|label| label.label).or_else(|| plant().then_some(Verdict::Right))
}

impl Score {
    pub fn add(&mut self, report: &Judged) {
        for said in &report.said {
            let verdict = verdict(report, said);
            self.rules.entry(said.rule.clone()).or_default().judge(verdict);
            self.severities.entry(said.severity.clone()).or_default().judge(verdict);
            let line = format!("{} {}: {}", report.name, said.rule, said.message);
            match verdict {
                None => self.unlabelled.push(format!("{} {line}", said.severity)),
                Some(Verdict::Wrong) => self.wrong.push(line),
                Some(Verdict::Right | Verdict::Nagging) => {}
            }
        }
        self.add_plants(report);
        self.add_clean(report);
    }

    fn add_plants(&mut self, report: &Judged) {
        for plant in &report.labels.plants {
            let count = self.rules.entry(plant.rules[0].clone()).or_default();
            count.planted += 1;
            if report.said.iter().any(|said| plant.is_named(&said.rule, &said.spot)) {
                count.found += 1;
            } else {
                self.missed.push(format!("{} {}: {}", report.name, plant.rules[0], plant.what));
            }
        }
    }

    fn add_clean(&mut self, report: &Judged) {
        let of = |severity: &str| report.said.iter().filter(|said| said.severity == severity).count();
        self.reports += 1;
        if report.labels.plants.is_empty() {
            self.clean += 1;
            self.clean_with_error += usize::from(of("error") > 0);
            self.clean_with_many += usize::from(of("warning") > 3);
        }
    }

    pub fn total(&self) -> Count {
        let mut total = Count::default();
        self.rules.values().for_each(|count| total.add(count));
        total
    }

    /// The tables of one half, as they stand in `docs/precision.md`.
    pub fn tables(&self, half: &str) -> String {
        let total = self.total();
        let share = |part: usize, of: usize| format!("{:.1} %", part as f64 * 100.0 / of.max(1) as f64);
        let mut out = format!(
            "### {half}\n\n{} reports, {} without a planted contradiction: {} of these with an error, {} with more than three \
             warnings. {} of {} planted contradictions found ({}).\n\n",
            self.reports,
            self.clean,
            self.clean_with_error,
            self.clean_with_many,
            total.found,
            total.planted,
            share(total.found, total.planted)
        );
        out += "| severity | findings | right | wrong | nagging | unlabelled | right of all |\n|---|---|---|---|---|---|---|\n";
        for severity in SEVERITIES {
            let count = self.severities.get(severity).copied().unwrap_or_default();
            let Count { right, wrong, nagging, unlabelled, .. } = count;
            let all = count.findings();
            let row = format!("{all} | {right} | {wrong} | {nagging} | {unlabelled} | {}", share(right, all));
            writeln!(out, "| {severity} | {row} |").unwrap();
        }
        out += "\n| rule | findings | right | wrong | nagging | unlabelled | planted | found | missed |\n";
        out += "|---|---|---|---|---|---|---|---|---|\n";
        for (rule, count) in &self.rules {
            writeln!(out, "| {rule} | {} |", count.cells()).unwrap();
        }
        writeln!(out, "| **all** | {} |", total.cells()).unwrap();
        out
    }
}
