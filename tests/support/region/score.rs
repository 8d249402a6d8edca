//! What the program says of an invented city, against what should be said.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{Expected, World};

/// What is judged; other rules speak of what this is not about.
const JUDGED: [&str; 27] = [
    "R-01", "R-02", "R-03", "R-04", "R-05", "R-06", "R-07", "Y-01", "Y-02", "Y-03", "Y-04", "Y-05", "Y-06", "Y-07",
    "Y-08", "Y-09", "Y-10", "SIM-01", "SIM-02", "SIM-03", "DOC-09", "DOC-10", "DOC-11", "T2-06", "T2-09", "T3-16",
    "R-08",
];

/// How often the rules were right.
#[derive(Debug, Default)]
pub struct Score {
    /// Found, missed, false, by rule.
    pub rules: BTreeMap<String, [usize; 3]>,
    pub reports: usize,
    /// What was missed and what was false, in words.
    pub tells: Vec<String>,
}

impl Score {
    pub fn add(&mut self, other: Self) {
        for (rule, counts) in other.rules {
            let own = self.rules.entry(rule).or_default();
            own.iter_mut().zip(counts).for_each(|(own, more)| *own += more);
        }
        self.reports += other.reports;
        self.tells.extend(other.tells);
    }

    pub fn all(&self) -> [usize; 3] {
        self.rules.values().fold([0; 3], |all, one| [all[0] + one[0], all[1] + one[1], all[2] + one[2]])
    }

    fn count(&mut self, rule: &str, what: usize) {
        self.rules.entry(rule.to_owned()).or_default()[what] += 1;
    }
}

/// Checks the city of this seed in a directory of its own.
pub fn measure(seed: u64, changes: bool) -> Score {
    let world = World::new(seed, changes);
    let dir = tempfile::tempdir().unwrap();
    world.write(dir.path());
    let mut score = judge(&world, &check(dir.path()));
    score.reports = world.papers.values().map(Vec::len).sum();
    score
}

fn check(root: &Path) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.args([
        "--lang",
        "zh",
        "check",
        "reports",
        "--roster",
        "roster.csv",
        "--format",
        "json",
        "--hints",
        "--fail-on",
        "never",
    ]);
    let output = command.current_dir(root).output().unwrap();
    assert!(!output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn judge(world: &World, reports: &[Value]) -> Score {
    let mut score = Score::default();
    let mut expected: Vec<&Expected> = world.expected.iter().collect();
    expected.sort();
    expected.dedup();
    let mut met: BTreeSet<usize> = BTreeSet::new();
    for finding in reports.iter().flat_map(|report| report["findings"].as_array().into_iter().flatten()) {
        let rule = finding["rule"].as_str().unwrap();
        if !JUDGED.contains(&rule) {
            continue;
        }
        let right: Vec<usize> = (0..expected.len()).filter(|at| fits(expected[*at], finding)).collect();
        if right.is_empty() && !is_allowed(world, finding) {
            score.count(rule, 2);
            score.tells.push(format!("false {rule} {} {}: {}", finding["agency"], finding["year"], finding["message"]));
        }
        met.extend(right);
    }
    for (at, one) in expected.iter().enumerate() {
        let found = met.contains(&at);
        score.count(one.rules[0], usize::from(!found));
        if !found {
            let cell = one.cell.as_deref().unwrap_or_default();
            let words = one.words.as_deref().unwrap_or_default();
            score.tells.push(format!("missed {} {} {} {cell} {words}", one.rules[0], one.agency, one.year));
        }
    }
    score
}

fn fits(one: &Expected, finding: &Value) -> bool {
    let is = |key: &str, wanted: &str| finding[key].as_str() == Some(wanted);
    one.rules.iter().any(|rule| is("rule", rule))
        && is("agency", &one.agency)
        && finding["year"].as_u64() == Some(u64::from(one.year))
        && one.cell.as_ref().is_none_or(|cell| {
            finding["cells"].as_array().is_some_and(|cells| cells.iter().any(|one| one == cell.as_str()))
        })
        && one.words.as_ref().is_none_or(|words| finding["message"].as_str().unwrap().contains(words.as_str()))
}

fn is_allowed(world: &World, finding: &Value) -> bool {
    world.allowed.iter().any(|(agency, year, rules)| {
        finding["agency"].as_str() == Some(agency)
            && finding["year"].as_u64() == Some(u64::from(*year))
            && rules.contains(&finding["rule"].as_str().unwrap())
    })
}
