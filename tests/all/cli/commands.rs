//! The command line as users run it: exit codes, languages, and what goes wrong.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use gouji::form;
use serde_json::{Value, json};

use crate::support::command::{Place, broken, clean, sample_data, set};

fn args<'a>(args: &[&'a str]) -> Vec<&'a str> {
    args.to_vec()
}

#[test]
fn the_exit_code_follows_fail_on() {
    let place = Place::new();
    let mut warned = clean("松溪县教育局", 2024);
    set(&mut warned, "disclosure/fees/amount", json!(null));
    place.write("clean/one.json", clean("松溪县教育局", 2024).to_string());
    place.write("warned/one.json", warned.to_string());
    place.write("broken/one.json", broken("松溪县教育局", 2024).to_string());
    for (dir, level, code) in [
        ("clean", "error", 0),
        ("clean", "warning", 0),
        ("warned", "error", 0),
        ("warned", "warning", 1),
        ("warned", "never", 0),
        ("broken", "error", 1),
        ("broken", "warning", 1),
        ("broken", "never", 0),
    ] {
        let ran = place.run(["check", dir, "--fail-on", level]);
        assert_eq!(ran.code, code, "{dir} {level}: {}{}", ran.out, ran.err);
    }
    assert_eq!(place.run(["check", "broken"]).code, 1, "errors are the default");
    assert_eq!(place.run(["check", "clean", "broken"]).code, 1, "several directories");
}

#[test]
fn what_cannot_be_done_is_code_2_with_a_message() {
    let place = Place::new();
    fs::create_dir(place.path("empty")).unwrap();
    place.write("bad/one.json", "{");
    place.write("bad/two.json", "[]");
    place.write("other/program.exe", "x");
    for (arguments, said) in [
        (&["check", "nowhere"][..], "nowhere: no such directory"),
        (&["nowhere"], "nowhere: no such directory"),
        (&["review", "nowhere"], "nowhere: no such directory"),
        (&["read", "nowhere", "--out", "out"], "nowhere: no such directory"),
        (&["check", "empty"], "empty: nothing to check"),
        (&["check", "other"], "other: nothing to check"),
        (&["check", "bad"], "bad: 2 files, and none could be read"),
        (&["check"], "missing"),
        (&["check", "empty", "--format", "xml"], "xml"),
        (&["--nonsense"], "--nonsense"),
        (&["journal", "show", "nowhere.jsonl"], "nowhere.jsonl: no such"),
        (&["journal", "verify", "empty"], "no such"),
    ] {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--lang", "en"]);
        let ran = place.run(&arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "", "{arguments:?}");
    }
    assert!(!place.path("out").exists());
}

#[test]
fn one_bad_file_is_a_line_with_file_place_and_expectation_and_stops_nothing() {
    let place = Place::new();
    let text = clean("松溪县教育局", 2024).to_string();
    place.write("in/good.json", broken("松溪县教育局", 2024).to_string());
    let with = |key: &str, value: Value| {
        let mut report = clean("松溪县教育局", 2024);
        report[key] = value;
        serde_json::to_string_pretty(&report).unwrap()
    };
    let mut wrong_cell = clean("松溪县教育局", 2024);
    set(&mut wrong_cell, "requests/new/total", json!(true));
    let mut no_name = clean("松溪县教育局", 2024);
    no_name["agency"].as_object_mut().unwrap().remove("name");
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let bad: [(&str, Vec<u8>, &str); 10] = [
        ("truncated.json", text.as_bytes()[..400].to_vec(), "line 1, the file ends too early"),
        ("empty.json", Vec::new(), "the file ends too early"),
        (
            "type.json",
            with("year", json!("2024")).into(),
            "key `year`: expected a year such as 2024, found the text \"2024\"",
        ),
        ("cell.json", wrong_cell.to_string().into(), "key `requests/new/total`: expected an integer"),
        ("name.json", no_name.to_string().into(), "name"),
        ("form.json", with("form", json!("2099")).into(), "form edition \"2099\" is unknown; this version knows: 2021"),
        ("schema.json", with("schema", json!("other/9")).into(), "schema \"other/9\" is unknown"),
        ("list.json", b"[1]".to_vec(), "expected an object {…}, found a list […]"),
        ("utf16.json", utf16, "not UTF-8"),
        ("scan.jpg", b"\xFF\xD8\xFF\xE0".to_vec(), "a picture: recognise its text"),
    ];
    for (name, bytes, _) in &bad {
        place.write(&format!("in/{name}"), bytes);
    }
    let huge = fs::File::create(place.path("in/huge.json")).unwrap();
    huge.set_len((64 << 20) + 1).unwrap();
    let ran = place.run(["check", "in", "--format", "jsonl", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(ran.findings().len(), 2, "the good one is checked");
    assert_eq!(ran.json_lines().len(), 2 + bad.len() + 1, "each that is bad is a line");
    let said: BTreeMap<&str, &str> =
        ran.err.lines().map(|line| line.strip_prefix("gouji: in/").unwrap().split_once(": ").unwrap()).collect();
    assert_eq!(said.len(), bad.len() + 1, "{}", ran.err);
    for (name, _, expected) in &bad {
        assert!(said[name].contains(expected), "{name}: {}", said[name]);
    }
    assert!(said["huge.json"].contains("larger than 64 MiB"), "{}", said["huge.json"]);
}

#[test]
fn a_directory_inside_that_cannot_be_listed_and_links_out_of_it_stop_nothing() {
    let place = Place::new();
    place.write("in/good.json", clean("松溪县教育局", 2024).to_string());
    place.write("outside/secret.json", broken("松溪县公安局", 2024).to_string());
    std::os::unix::fs::symlink(place.path("outside"), place.path("in/link")).unwrap();
    std::os::unix::fs::symlink(place.path("in"), place.path("in/circle")).unwrap();
    let ran = place.run(["check", "in", "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.json().as_array().unwrap().len(), 1);
}

#[test]
fn a_byte_order_mark_makes_no_difference() {
    let place = Place::new();
    let text = broken("松溪县教育局", 2024).to_string();
    place.write("plain/one.json", &text);
    place.write("marked/one.json", format!("\u{feff}{text}"));
    let run = |dir: &str| place.run(["check", dir, "--format", "jsonl"]);
    assert_eq!(run("plain").out, run("marked").out);
    assert_eq!(run("marked").json_lines().len(), 2);
}

#[test]
fn a_document_in_gb18030_reads_as_the_same_document_in_utf_8() {
    let place = Place::new();
    let text = fs::read_to_string(sample_data().join("documents/0103-04.txt")).unwrap();
    let (bytes, _, lossy) = encoding_rs::GB18030.encode(&text);
    assert!(!lossy);
    place.write("utf8/0103-04.txt", &text);
    place.write("gb/0103-04.txt", &bytes);
    let run = |dir: &str| place.run(["check", dir, "--format", "jsonl"]);
    assert!(!run("utf8").out.is_empty());
    assert_eq!(run("gb").out, run("utf8").out);
}

#[test]
fn one_file_may_be_named_and_its_id_is_its_name() {
    let place = Place::new();
    place.write("in/one.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/two.json", broken("松溪县公安局", 2024).to_string());
    let ran = place.run(["check", "in/one.json", "--format", "jsonl"]);
    assert!(ran.json_lines().iter().all(|line| line["report"] == "one"), "{}", ran.out);
    assert_eq!(ran.json_lines().len(), 2);
}

#[test]
fn unknown_keys_are_kept_quiet_and_blank_missing_and_raw_stay_apart() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    report["extra"] = json!({ "any": [1, 2] });
    set(&mut report, "requests/new/other", json!(null));
    set(&mut report, "requests/new/legal", json!({ "raw": "无数" }));
    report["tables"]["disputes"].as_object_mut().unwrap().remove("litigation_after");
    place.write("in/one.json", report.to_string());
    let ran = place.run(["check", "in", "--format", "json"]);
    let one = &ran.json()[0];
    let rules: Vec<(&str, &str)> = one["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["rule"].as_str().unwrap(), finding["cells"][0].as_str().unwrap()))
        .collect();
    assert!(rules.contains(&("T3-05", "requests/new/other")), "blank: {rules:?}");
    assert!(rules.contains(&("T3-04", "requests/new/legal")), "raw: {rules:?}");
    assert!(!rules.iter().any(|(_, cell)| cell.starts_with("disputes/")), "missing is no fault: {rules:?}");
    let gaps = one["unchecked"].as_array().unwrap();
    assert!(gaps.iter().any(|gap| gap["place"] == "disputes/litigation_after"), "missing is a gap: {gaps:?}");
    assert!(!gaps.iter().any(|gap| gap["place"] == "disputes/reconsideration"));
}

#[test]
fn a_closed_pipe_is_success() {
    let place = Place::new();
    assert_eq!(place.run(["generate", "--out", "many", "--count", "800", "--slips", "1000"]).code, 0);
    for format in ["text", "jsonl", "json", "csv"] {
        let mut command = place.command(["check", "many", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 64];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn the_language_is_chinese_unless_the_locale_or_the_user_says_otherwise() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    let last = |lang: &str, more: &[&str]| {
        let mut arguments = args(&["check", "in"]);
        arguments.extend(more);
        let output = place.command(&arguments).env("LANG", lang).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for (locale, more, chinese) in [
        ("zh_CN.UTF-8", &[][..], true),
        ("C", &[], true),
        ("", &[], true),
        ("en_US.UTF-8", &[], false),
        ("zh_CN.UTF-8", &["--lang", "en"], false),
        ("en_US.UTF-8", &["--lang=zh"], true),
    ] {
        assert_eq!(last(locale, more).contains('共'), chinese, "{locale} {more:?}: {}", last(locale, more));
    }
    assert!(place.run(["--lang", "en", "--help"]).out.contains("review"));
    assert!(place.run(["--lang", "zh", "--help"]).out.contains("审核台"));
}

#[test]
fn rules_are_listed_from_the_data_they_run_on() {
    let place = Place::new();
    let ran = place.run(["rules", "--lang", "en"]);
    assert_eq!(ran.code, 0);
    let ids: Vec<&str> = ran.out.lines().filter_map(|line| line.split('\t').next()).collect();
    for id in gouji::check::rules().iter().map(|rule| &*rule.id) {
        assert!(ids.contains(&id), "{id}: {}", ran.out);
    }
    let equations = ran.out.lines().find(|line| line.starts_with("T3-03")).unwrap();
    assert!(equations.contains("25"), "{equations}");
}

/// Every `table/row/column` below the properties of a JSON Schema.
fn cells_in(schema: &Value) -> Vec<String> {
    let properties = |value: &Value| value["properties"].as_object().cloned().unwrap_or_default();
    let mut cells = Vec::new();
    for (table, rows) in properties(&schema["properties"]["tables"]["anyOf"][0]) {
        for (row, columns) in properties(&rows) {
            cells.extend(properties(&columns).keys().map(|column| format!("{table}/{row}/{column}")));
        }
    }
    cells.sort();
    cells
}

#[test]
fn the_schema_is_json_and_names_every_cell() {
    let place = Place::new();
    let ran = place.run(["schema"]);
    assert_eq!(ran.code, 0);
    let schema = ran.json();
    assert_eq!(schema["required"], json!(["schema", "agency", "year", "form", "tables"]));
    let form = form::newest();
    let mut ids: Vec<String> = form.cells().map(|cell| form.id(cell).to_owned()).collect();
    ids.sort();
    assert_eq!(ids.len(), 200);
    assert_eq!(cells_in(&schema), ids);
}

#[test]
fn completions_and_man_page_know_the_commands() {
    let place = Place::new();
    let bash = place.run(["completions", "bash"]);
    let man = place.run(["man"]);
    for ran in [&bash, &man] {
        assert_eq!(ran.code, 0);
        for command in ["review", "demo", "read", "check", "journal", "rules", "schema"] {
            assert!(ran.out.contains(command), "{command}");
        }
    }
    assert!(man.out.contains(".TH") && !man.out.contains("generate"), "a hidden command");
    let syntax = std::process::Command::new("bash").arg("-n").arg(place.write("c.bash", &bash.out)).status().unwrap();
    assert!(syntax.success());
}

#[test]
fn without_a_terminal_the_desk_says_so() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    for arguments in [&["in"][..], &["review", "in"], &["demo"]] {
        let ran = place.run(arguments.iter().chain(&["--lang", "en"]));
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains("no terminal"), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "");
    }
}
