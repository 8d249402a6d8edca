//! The labelled reports: what is said of them, and how often it is right.
//!
//! Each folder of `tests/data/precision` is one half of the corpus: reports as documents or as JSON, and beside each
//! `NAME.labels.json` with the contradictions that were planted in it and a judgement of what was found. `docs/precision.md`
//! says how to label. Findings are what `gouji check` says, as a user meets them.

pub mod label;
pub mod reached;
pub mod score;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::command::Place;
use label::{Labels, Spot};
use score::Score;

/// What the name of a file of labels ends in.
const LABELS: &str = ".labels.json";

/// One finding, as far as it is judged.
#[derive(Debug)]
pub struct Said {
    pub rule: String,
    pub severity: String,
    pub spot: Spot,
    pub message: String,
}

/// One report of a half, with its labels and what is found in it.
#[derive(Debug)]
pub struct Judged {
    pub name: String,
    pub labels: Labels,
    pub said: Vec<Said>,
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/precision")
}

/// The names of the halves that there are.
pub fn halves() -> Vec<String> {
    let entries = fs::read_dir(corpus()).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The reports of a half.
pub fn reports(half: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus().join(half)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| !path.to_str().unwrap().ends_with(LABELS)).collect();
    files.sort();
    files
}

/// The labels beside a report.
#[track_caller]
pub fn labels(report: &Path) -> Labels {
    let path = report.with_file_name(format!("{}{LABELS}", report.file_stem().unwrap().to_str().unwrap()));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Checks a half, all its reports at once as an office would, hints too.
pub fn judged(half: &str) -> Vec<Judged> {
    let place = Place::new();
    let files = reports(half);
    for file in &files {
        // Labels are no reports: they stay behind.
        place.write(&format!("reports/{}", file.file_name().unwrap().to_str().unwrap()), fs::read(file).unwrap());
    }
    let entries = place.run(["check", "reports", "--format", "json", "--fail-on", "never", "--hints"]).json();
    let judged: Vec<Judged> = entries.as_array().unwrap().iter().map(|entry| of(entry, half)).collect();
    assert_eq!(judged.len(), files.len(), "{half}: each file is one report");
    judged
}

fn of(entry: &Value, half: &str) -> Judged {
    assert!(entry.get("error").is_none_or(Value::is_null), "{half}: {entry}");
    let path = corpus().join(half).join(Path::new(entry["path"].as_str().unwrap()).file_name().unwrap());
    Judged {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        labels: labels(&path),
        said: entry["findings"].as_array().unwrap().iter().map(said).collect(),
    }
}

fn said(finding: &Value) -> Said {
    let text = |key: &str| finding[key].as_str().unwrap().to_owned();
    let more = finding.get("more_evidence").and_then(Value::as_array);
    let passages = finding.get("evidence").into_iter().chain(more.into_iter().flatten());
    Said {
        rule: text("rule"),
        severity: text("severity"),
        spot: Spot {
            cells: finding["cells"].as_array().unwrap().iter().map(|cell| cell.as_str().unwrap().to_owned()).collect(),
            passages: passages
                .filter(|passage| !passage.is_null())
                .map(|passage| (passage["section"].as_u64(), passage["text"].as_str().unwrap().to_owned()))
                .collect(),
        },
        message: text("message"),
    }
}

/// The score of a half.
pub fn score(half: &str) -> Score {
    let mut score = Score::default();
    judged(half).iter().for_each(|report| score.add(report));
    score
}
