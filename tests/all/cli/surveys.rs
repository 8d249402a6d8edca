//! `gouji check - --digests` over any split of the reports, and `gouji survey`, say together what `gouji check DIR` says.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;

use crate::support::command::{Place, Ran, broken, clean, listing, sample_data, set};
use gouji::sample::{Likeness, SampleOptions, generate};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::streams::fed;

/// Reports by their ids.
pub(super) type Reports = BTreeMap<String, Value>;

/// What is said of each report: findings and gaps in no order, which cells are wrong; of agencies without a report by name.
pub(super) type Said = BTreeMap<String, (Vec<String>, Vec<String>, Value)>;

fn key(entry: &Value) -> String {
    match entry["report"].as_str() {
        Some(id) => id.to_owned(),
        None => format!("nobody: {} {}", entry["agency"], entry["year"]),
    }
}

/// Adds what an entry says. What would repair a finding is in `localisation`, and may be another where last year's numbers
/// are known.
pub(super) fn add(said: &mut Said, entry: &Value) {
    assert!(entry.get("error").is_none(), "{entry}");
    let (findings, gaps, localisation) = said.entry(key(entry)).or_default();
    for finding in entry["findings"].as_array().unwrap() {
        let mut finding = finding.clone();
        finding.as_object_mut().unwrap().remove("repairs");
        findings.push(finding.to_string());
    }
    gaps.extend(entry["unchecked"].as_array().unwrap().iter().map(Value::to_string));
    findings.sort();
    gaps.sort();
    *localisation = entry["localisation"].clone();
}

pub(super) fn of_directory(place: &Place, reports: &Reports, options: &[&str]) -> Said {
    for (id, report) in reports {
        place.write(&format!("in/{id}.json"), report.to_string());
    }
    let ran = place.run([&["check", "in", "--format", "json", "--hints", "--fail-on", "never"], options].concat());
    let mut said = Said::new();
    ran.json().as_array().unwrap().iter().for_each(|entry| add(&mut said, entry));
    said
}

/// The parts, each a list of ids in the order of its lines, checked one by one; the files of their digests.
fn parts(place: &Place, reports: &Reports, parts: &[Vec<String>], options: &[&str], said: &mut Said) -> Vec<String> {
    let mut files = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let file = format!("part-{number}.digests");
        let line = |id: &String| json!({ "id": id, "report": reports[id] }).to_string() + "\n";
        let lines: String = part.iter().map(line).collect();
        let args = [&["check", "-", "--hints", "--fail-on", "never", "--digests", &file], options].concat();
        let ran = fed(place, &args, lines);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for entry in ran.json_lines() {
            // What stands in two parts is said twice, of one report.
            if !said.contains_key(&key(&entry)) {
                add(said, &entry);
            }
        }
        files.push(file);
    }
    files
}

fn survey(place: &Place, files: &[String], options: &[&str]) -> Ran {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    place.run([&["survey", "--format", "json", "--hints", "--fail-on", "never"], &files[..], options].concat())
}

fn assert_same(place: &Place, reports: &Reports, split: &[Vec<String>], options: &[&str]) -> Ran {
    let whole = of_directory(place, reports, options);
    let mut said = Said::new();
    let files = parts(place, reports, split, options, &mut said);
    let ran = survey(place, &files, options);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.json().as_array().unwrap().iter().for_each(|entry| add(&mut said, entry));
    assert_eq!(said.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
    for (id, said) in &said {
        assert_eq!(said, &whole[id], "{id}");
    }
    ran
}

/// The rules that speak in a listing.
fn rules(ran: &Ran) -> BTreeMap<String, usize> {
    let mut rules = BTreeMap::new();
    for entry in ran.json().as_array().unwrap() {
        for finding in entry["findings"].as_array().unwrap() {
            *rules.entry(finding["rule"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    rules
}

/// Generated reports of two years, with what takes several of them to be seen.
pub(super) fn reports(seed: u64, count: u64, texts: Likeness) -> Reports {
    let options = SampleOptions { seed, count, slips_per_thousand: 400, texts, ..SampleOptions::default() };
    let mut reports: Reports = generate(&options)
        .map(|generated| (generated.id.replace('/', "-"), serde_json::to_value(&generated.report).unwrap()))
        .collect();
    let ids: Vec<String> = reports.keys().cloned().collect();
    for (number, id) in ids.iter().enumerate() {
        let report = reports[id].clone();
        let mut with = |change: &dyn Fn(&mut Value), name: &str| {
            let mut changed = report.clone();
            change(&mut changed);
            reports.insert(if name.is_empty() { id.clone() } else { format!("{id}-{name}") }, changed);
        };
        match number % 9 {
            // A second report of the same agency, with another number.
            1 => with(&|report| set(report, "requests/new/natural", json!(77)), "twice"),
            // Versions.
            2 => with(&|report| report["version"] = json!(2), "second"),
            // The text contradicts last year's report.
            3 => with(
                &|report| {
                    let text = "上年收到政府信息公开申请987件。本年收到政府信息公开申请991件，同比增长90%。主动公开政府信息99999条。";
                    report["sections"][0]["text"] = json!(text);
                },
                "",
            ),
            // What was read with a doubt may be our reading.
            4 => with(
                &|report| {
                    set(report, "requests/granted/natural", json!(4321));
                    report["remarks"] = json!([
                        { "kind": "chosen-values", "cell": "requests/granted/natural", "message": "按勾稽关系选取" },
                        { "kind": "chosen-values", "cell": "requests/new/natural", "message": "按勾稽关系选取" },
                    ]);
                },
                "",
            ),
            // Another agency has copied it.
            5 => with(&|report| report["agency"]["name"] = json!(format!("抄袭县第{number}局")), "copied"),
            _ => {}
        }
    }
    reports
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_split_the_parts_and_their_survey_say_what_the_directory_says(
        seed in 0_u64..1000,
        alike in any::<bool>(),
        places in prop::collection::vec((0_usize..4, any::<u32>()), 80),
        again in prop::collection::vec(0_usize..80, 0..4),
    ) {
        let place = Place::new();
        let texts = if alike { Likeness::Alike } else { Likeness::Different };
        let reports = reports(seed, 40, texts);
        let ids: Vec<&String> = reports.keys().collect();
        let mut in_order: Vec<(usize, u32, &String)> =
            ids.iter().zip(&places).map(|(id, (part, order))| (*part, *order, *id)).collect();
        prop_assert_eq!(in_order.len(), ids.len());
        in_order.sort();
        let mut split = vec![Vec::new(); 5];
        in_order.iter().for_each(|(part, _, id)| split[*part].push((*id).clone()));
        // A part that was done again, by an engine that had lost it.
        split[4] = again.iter().filter_map(|at| ids.get(*at).map(|id| (*id).clone())).collect();
        assert_same(&place, &reports, &split, &[]);
    }
}

#[test]
fn reports_that_were_read_from_documents_are_said_of_alike_with_their_doubts_and_a_roster() {
    let place = Place::new();
    let ran = place.run(["read", sample_data().join("documents").to_str().unwrap(), "--out", "read"]);
    assert!(ran.code == 0, "{}", ran.err);
    let mut reports = Reports::new();
    for root in [place.path("read"), sample_data().join("reports")] {
        for path in listing(&root).into_keys().filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
            // Some are there because they cannot be read.
            let bytes = fs::read(&path).unwrap();
            let Ok(report) = gouji::report::parse(&bytes).map(|_| serde_json::from_slice(&bytes).unwrap()) else {
                continue;
            };
            let id = path.strip_prefix(&root).unwrap().with_extension("").to_str().unwrap().replace('/', "-");
            reports.insert(id, report);
        }
    }
    let ids: Vec<String> = reports.keys().cloned().collect();
    let split: Vec<Vec<String>> = (0..3).map(|part| ids.iter().skip(part).step_by(3).cloned().collect()).collect();
    let plain = rules(&assert_same(&place, &reports, &split, &[]));
    let roster = "名称,地区\n骐昌市人力资源和社会保障局,澹川省骐昌市\n从未报送的局,澹川省骐昌市\n";
    place.write("roster.csv", roster);
    for file in ["part-0.digests", "part-1.digests", "part-2.digests"] {
        fs::remove_file(place.path(file)).unwrap();
    }
    let known = rules(&assert_same(&place, &reports, &split, &["--roster", "roster.csv"]));
    assert!(known["DOC-10"] > 0, "{known:?}");
    eprintln!("{} reports; {plain:?}", reports.len());
    assert!(plain.len() >= 8, "{plain:?}");
    // Without the roster that the digests were made with, names and regions are not what they were.
    let other = survey(&place, &["part-0.digests".to_owned()], &[]);
    assert!(other.code == 2 && other.err.contains("--roster") && other.out.is_empty(), "{}", other.err);
}

#[test]
fn what_was_held_against_last_years_report_once_is_not_again() {
    let place = Place::new();
    let mut last = clean("松溪县教育局", 2023);
    set(&mut last, "requests/carried_out/natural", json!(3));
    set(&mut last, "requests/carried_out/total", json!(3));
    let now = clean("松溪县教育局", 2024);
    let line = json!({ "id": "now", "report": now, "before": last }).to_string() + "\n";
    let lines = line + &json!({ "id": "last", "report": last }).to_string() + "\n";
    let ran = fed(&place, &["check", "-", "--digests", "d", "--fail-on", "never"], lines);
    let rule_of = |entry: &Value| {
        let all = entry["findings"].as_array().unwrap().iter();
        all.map(|finding| finding["rule"].as_str().unwrap().to_owned()).filter(|rule| rule == "Y-01").count()
    };
    assert!(rule_of(&ran.json_lines()[0]) > 0, "{}", ran.out);
    let surveyed = survey(&place, &["d".to_owned()], &[]);
    assert!(surveyed.json().as_array().unwrap().iter().all(|entry| rule_of(entry) == 0), "{}", surveyed.out);
}

#[test]
fn digests_are_whole_or_not_there_and_take_no_others_place_unasked() {
    let place = Place::new();
    let line = json!({ "id": "a", "report": clean("松溪县教育局", 2024) }).to_string() + "\n";
    let run = |more: &[&str], input: &str| fed(&place, &[&["check", "-", "--lang", "en"], more].concat(), input);
    assert_eq!(run(&["--digests", "out/d"], &line).code, 0);
    let first = fs::read(place.path("out/d")).unwrap();
    let there = run(&["--digests", "out/d"], &line);
    assert!(there.code == 2 && there.out.is_empty() && there.err.contains("--force"), "{}", there.err);
    assert_eq!(fs::read(place.path("out/d")).unwrap(), first);
    assert_eq!(run(&["--digests", "out/d", "--force"], "").code, 0);
    let empty = survey(&place, &["out/d".to_owned()], &["--lang", "en"]);
    assert!(empty.code == 2 && empty.err.contains("no report in the digests"), "{}", empty.err);
    let directory = place.run(["check", "out", "--digests", "e", "--lang", "en"]);
    assert!(directory.code == 2 && directory.err.contains("standard input"), "{}", directory.err);
    // Nobody reads: nothing is left behind.
    let mut command = place.command(["check", "-", "--digests", "out/f"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), line.repeat(500).as_bytes());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let names: Vec<_> = fs::read_dir(place.path("out")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["d"]);
}

#[test]
fn a_survey_says_what_is_wrong_with_its_files_and_takes_lines_that_stand_twice_once() {
    let place = Place::new();
    let line = |id: &str, report: &Value| json!({ "id": id, "report": report }).to_string() + "\n";
    let one = line("a", &broken("松溪县教育局", 2024));
    for (file, lines) in [
        ("one", one.clone()),
        ("two", one.clone() + &line("b", &clean("松溪县公安局", 2024))),
        ("other", line("a", &clean("松溪县教育局", 2024))),
    ] {
        assert_eq!(fed(&place, &["check", "-", "--digests", file, "--fail-on", "never"], lines).code, 0);
    }
    let run = |files: &[&str]| place.run([&["survey", "--lang", "en", "--format", "json"], files].concat());
    let twice = run(&["one", "two"]);
    assert!(twice.err.contains("1 digest is there twice"), "{}", twice.err);
    assert_eq!(twice.json().as_array().unwrap().len(), 2);
    let other = run(&["one", "other"]);
    assert!(other.code == 2 && other.out.is_empty(), "{}", other.out);
    assert!(other.err.contains("other, line 2: another report at one:2 has the id a too"), "{}", other.err);
    place.write("foreign", "{}\n");
    let foreign = run(&["one", "foreign"]);
    assert!(foreign.code == 2 && foreign.err.contains("foreign, line 1: not a file of digests"), "{}", foreign.err);
    let gone = run(&["one", "gone"]);
    assert!(gone.code == 2 && gone.err.contains("gone"), "{}", gone.err);
    let folder = run(&["."]);
    assert!(folder.code == 2 && folder.err.contains("no regular file"), "{}", folder.err);
    // What takes several reports is listed for people too.
    let text = place.run(["survey", "two", "--lang", "en"]);
    assert!(text.code == 0 && text.out.contains("2 reports"), "{}{}", text.out, text.err);
}
