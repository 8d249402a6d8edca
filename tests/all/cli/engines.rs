//! The same job by other people's engines (`examples/xargs`, `examples/spark`): together they say what `gouji check DIR` says.
//! Where an engine is not installed, its test says that it is skipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gouji::sample::Likeness;
use serde_json::{Value, json};

use crate::support::command::{Place, sample_data};

use super::surveys::{Reports, Said, add, of_directory, reports};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

fn installed(program: &str, args: &[&str]) -> bool {
    let found = Command::new(program).args(args).output().is_ok_and(|output| output.status.success());
    if !found {
        println!("skipped: {program} {} is not installed here", args.join(" "));
    }
    found
}

/// The reports as lines, in parts that have neither years nor regions together.
fn parts(place: &Place, reports: &Reports) {
    let mut parts = vec![String::new(); 3];
    for (number, (id, report)) in reports.iter().enumerate() {
        parts[number % 3] += &(json!({ "id": id, "report": report }).to_string() + "\n");
    }
    for (number, part) in parts.iter().enumerate() {
        place.write(&format!("parts/{number} 份.ndjson"), part);
    }
}

fn run(mut command: Command, place: &Place) {
    // Java does not see files with Chinese names in the plain locale of C.
    command.current_dir(place.path("")).envs(place.environment()).env("LC_ALL", "C.UTF-8");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Files of results and a survey, against what is said of the directory.
fn assert_says_the_same(place: &Place, reports: &Reports, results: &[PathBuf], survey: &str) {
    let mut said = Said::new();
    let lines: String = results.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    lines.lines().for_each(|line| add(&mut said, &serde_json::from_str(line).unwrap()));
    assert_eq!(said.len(), reports.len(), "each line has its result");
    let survey: Value = serde_json::from_slice(&fs::read(place.path(survey)).unwrap()).unwrap();
    survey.as_array().unwrap().iter().for_each(|entry| add(&mut said, entry));
    let whole = of_directory(place, reports, &[]);
    assert_eq!(said.len(), whole.len());
    for (id, said) in &said {
        assert_eq!(said, &whole[id], "{id}");
    }
}

fn files(dir: &Path, is: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let files = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| is(path.file_name().unwrap().to_str().unwrap())).collect()
}

#[test]
fn parts_side_by_side_with_xargs_say_what_the_directory_says() {
    if !installed("xargs", &["--version"]) {
        return;
    }
    let place = Place::new();
    let reports = reports(7, 90, Likeness::Alike);
    parts(&place, &reports);
    let check = || {
        let mut command = Command::new("sh");
        command.arg(example("xargs/check.sh")).args(["parts", "out", "--hints", "--lang", "zh"]);
        command.env("GOUJI", env!("CARGO_BIN_EXE_gouji")).env("JOBS", "2");
        run(command, &place);
    };
    check();
    let results = files(&place.path("out"), |name| name.ends_with(".results"));
    assert_eq!(results.len(), 3);
    let made = |file: &PathBuf| fs::metadata(file).unwrap().modified().unwrap();
    let before: Vec<_> = results.iter().map(made).collect();
    fs::remove_file(place.path("out/survey.json")).unwrap();
    check();
    assert_eq!(before, results.iter().map(made).collect::<Vec<_>>(), "what was done is not done again");
    assert_says_the_same(&place, &reports, &results, "out/survey.json");
}

#[test]
fn parts_with_spark_say_what_the_directory_says() {
    if !installed("java", &["-version"]) || !installed("python3", &["-c", "import pyspark"]) {
        return;
    }
    let place = Place::new();
    let reports = reports(7, 90, Likeness::Alike);
    parts(&place, &reports);
    let mut command = Command::new("python3");
    command.arg(example("spark/check.py")).args(["parts", "out", "--gouji", env!("CARGO_BIN_EXE_gouji")]);
    command.args(["--survey", "survey.json", "--", "--hints", "--lang", "zh"]).env("SPARK_LOCAL_IP", "127.0.0.1");
    run(command, &place);
    let results = files(&place.path("out"), |name| name.starts_with("part-"));
    assert_says_the_same(&place, &reports, &results, "survey.json");
}

#[test]
fn duckdb_answers_with_the_numbers_of_the_reports() {
    if !installed("python3", &["-c", "import duckdb"]) {
        return;
    }
    let place = Place::new();
    let reports = sample_data().join("reports");
    let mut command = Command::new("python3");
    command.arg(example("duckdb/ask.py")).arg(&reports).args(["tables", "2024", "2025"]);
    command.env("GOUJI", env!("CARGO_BIN_EXE_gouji")).env("LC_ALL", "C.UTF-8");
    let output = command.current_dir(place.path("")).envs(place.environment()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<&str> = said.split("\n\n").filter(|answer| !answer.trim().is_empty()).collect();
    assert_eq!(answers.len(), 5, "{said}");
    assert!(answers.iter().all(|answer| answer.lines().count() > 2), "each question has an answer: {said}");
    // Growth is held against the cells as JSON lines.
    let received = |year: &str| {
        let to = format!("{year}.jsonl");
        let ran = place.run(["export", reports.to_str().unwrap(), "--what", "cells", "--year", year, "--to", &to]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let lines = fs::read_to_string(place.path(&to)).unwrap();
        let rows: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let region = rows[0]["region"].clone();
        let of_new = rows.iter().filter(|row| row["cell"] == "requests/new/total" && row["region"] == region);
        (region.as_str().unwrap().to_owned(), of_new.filter_map(|row| row["value"].as_i64()).sum::<i64>())
    };
    let ((region, before), (same, now)) = (received("2024"), received("2025"));
    assert_eq!(region, same);
    let line = format!("2025\t{region}\t{before}\t{now}\t");
    assert!(answers[2].lines().any(|one| one.starts_with(&line)), "{line:?} {}", answers[2]);
}
