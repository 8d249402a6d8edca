//! Messages are for users, in the language of the desk: every kind of file is fed with values of every wrong type, with
//! missing, unknown and repeated keys, and with what is no file at all; no message names a type of the program or repeats
//! what a parser says to programmers.

use std::fs;
use std::os::unix::fs::symlink;

use crate::support::command::{Place, clean};

/// What only a programmer reads.
const FOREIGN: [&str; 38] = [
    "struct ",
    "enum ",
    "Wire",
    "variant",
    "field `",
    "missing field",
    "unknown field",
    "invalid type",
    "invalid value",
    "invalid length",
    "invalid digit",
    "untagged",
    "expected u",
    "expected i",
    "expected a b",
    "expected one of",
    "u8",
    "u16",
    "u32",
    "u64",
    "i64",
    "usize",
    "Some(",
    "None",
    "Err(",
    "Ok(",
    "TOML parse error",
    "serde",
    "Box<",
    "String",
    "Vec<",
    "borrowed",
    "at line ",
    "Utf8Error",
    "utf-8 sequence",
    "EOF",
    "not a regular file",
    "panicked",
];
/// English that a Chinese desk does not say.
const ENGLISH: [&str; 8] =
    ["expected", "found", "invalid", "missing", "unknown", "duplicate", "not a regular", "does not answer"];

#[track_caller]
fn is_for_users(what: &str, text: &str, lang: &str) {
    for foreign in FOREIGN {
        assert!(!text.contains(foreign), "{what} ({lang}): {foreign:?} in {text}");
    }
    if lang == "zh" {
        for word in ENGLISH {
            assert!(!text.contains(word), "{what}: {word:?} in {text}");
        }
    }
}

const WRONG: [&str; 8] = ["\"文\"", "-1", "99999999999", "1.5", "true", "[1, [2]]", "{ a = 1 }", "[]"];

/// A text of TOML, and of JSON, in which one key has a value of another type.
fn toml(line: &str) -> Vec<String> {
    let (key, _) = line.split_once('=').unwrap();
    WRONG.iter().map(|value| format!("{key}= {value}\n")).collect()
}

/// Runs a command in both languages with each text in a file.
#[track_caller]
fn each(arguments: &[&str], file: &str, texts: &[String], whole: &str) {
    let mut said = 0;
    for (number, text) in texts.iter().enumerate() {
        // English says more of a foreign parser's words by chance: a sample is enough.
        for lang in if number % 4 == 0 { &["zh", "en"][..] } else { &["zh"] } {
            let place = Place::new();
            place.write("in/好.json", clean("松溪县教育局", 2025).to_string());
            place.write("data/数据.json", "[{\"名称\":\"松溪县教育局\",\"年度\":2025}]");
            place.write(file, text);
            let mut command = place.command(arguments.iter().copied().chain(["--lang", lang]));
            let output = command.env("GOUJI_CONFIG", "config.toml").output().unwrap();
            let out = String::from_utf8(output.stdout).unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            let is_told = err.contains(file) || out.contains(file) || arguments.contains(&"verify");
            said += usize::from(!err.is_empty() || output.status.code() != Some(0));
            is_for_users(text, &err, lang);
            if arguments.first() == Some(&"journal") {
                is_for_users(text, &out, lang);
            }
            assert!(output.status.code() != Some(2) || is_told, "{arguments:?} {text}: {err}");
        }
    }
    assert!(said > 0, "{whole}: nothing was wrong?");
}

#[test]
fn profiles_keys_settings_and_mappings_speak_to_users() {
    let check = &["check", "in", "--profile", "set.toml"][..];
    let keys = &["keys", "--keys", "set.toml"][..];
    let settings = &["check", "in"][..];
    let map = &["read", "data/数据.json", "--out", "out", "--map", "set.toml"][..];
    let profile_lines = [
        "name = \"x\"",
        "reasons = []",
        "levels = {}",
        "levels.\"T3-01\" = \"x\"",
        "numbers = {}",
        "numbers.\"N-01\".x = 1",
        "lists = {}",
        "lists.\"SEC-01\".x = {}",
        "lists.\"SEC-01\".x.extend = []",
        "wording = {}",
        "wording.\"T3-01\".x = {}",
        "dates = {}",
        "dates.departments = \"x\"",
        "rule = []",
        "require = []",
        "return = {}",
        "return.days = 1",
        "template = []",
        "rule = [{}]",
        "others = 1",
    ];
    let mapping_lines = [
        "shape = \"wide\"",
        "form = \"x\"",
        "sheet = \"x\"",
        "header = 1",
        "items = \"x\"",
        "report = {}",
        "report.agency = \"x\"",
        "report.year = 1",
        "report.region = []",
        "cells = {}",
        "sections = {}",
        "long = {}",
    ];
    let setting_lines = [
        "lang = \"zh\"",
        "reviewer = \"x\"",
        "journal = \"x\"",
        "ambiguous = 1",
        "scroll_region = true",
        "poll = 1",
        "ascii = true",
        "colours = \"16\"",
        "theme = \"x\"",
        "mouse = true",
        "other = 1",
    ];
    let key_lines = ["note = \"x\"", "quit = []", "list.note = \"x\"", "list = {}", "nothing = \"x\""];
    let broken =
        ["[", "a = ", "a == 1", "= 1", "a = 1\na = 2", "[a]\n[a]", "\"", "a = \"\\q\"", "a = 1 b = 2", "[report]\n"];
    for (arguments, file, lines) in [
        (check, "set.toml", &profile_lines[..]),
        (keys, "set.toml", &key_lines),
        (settings, "config.toml", &setting_lines),
        (map, "set.toml", &mapping_lines),
    ] {
        let mut texts: Vec<String> = lines.iter().flat_map(|line| toml(line)).collect();
        texts.extend(broken.map(str::to_owned));
        each(arguments, file, &texts, file);
    }
}

#[test]
fn reports_journals_and_data_speak_to_users() {
    let act = "{\"id\":\"019bd000-0000-7000-8000-000000000001\",\"at\":\"2026-01-20T09:31:07+08:00\",\"by\":\"li\",\
        \"act\":\"note\",\"text\":\"x\",\"report\":{\"agency\":\"a\",\"year\":2025,\"id\":\"a\",\"region\":[\"b\"]},\
        \"target\":{\"cell\":\"requests/new/total\"},\"due\":\"2026-02-01\",\"batch\":\"019bd000-0000-7000-8000-000000000002\"}";
    let report = clean("松溪县教育局", 2025).to_string();
    for (arguments, file, text, depth) in [
        (&["journal", "verify", "j.jsonl"][..], "j.jsonl", act, 2),
        (&["journal", "show", "j.jsonl"], "j.jsonl", act, 2),
        (&["check", "in"], "in/坏.json", &report, 2),
    ] {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let mut texts = Vec::new();
        spoil(&value, &mut Vec::new(), depth, &value, &mut texts);
        texts.extend(["{", "[", "{\"a\":}", "{\"a\":1,\"a\":2}", "nul", "\"x", "{} {}", "[1]", "3"].map(str::to_owned));
        if file == "j.jsonl" {
            texts.iter_mut().for_each(|text| text.push('\n'));
        }
        each(arguments, file, &texts, file);
    }
    let broken = ["{", "[{]", "nul", "[1, 2", "{\"a\" 1}"].map(str::to_owned);
    each(&["read", "--guess-map", "data/数据.json"], "data/数据.json", &broken, "data");
}

/// The value with each of its keys removed, and replaced by what does not belong there.
fn spoil(
    value: &serde_json::Value,
    path: &mut Vec<String>,
    depth: usize,
    whole: &serde_json::Value,
    texts: &mut Vec<String>,
) {
    let Some(object) = value.as_object() else { return };
    for (key, inner) in object.iter().take(12) {
        path.push(format!("/{}", key.replace('~', "~0").replace('/', "~1")));
        let parent: String = path.iter().take(path.len() - 1).map(String::as_str).collect();
        let mut without = whole.clone();
        without.pointer_mut(&parent).unwrap().as_object_mut().unwrap().remove(key);
        texts.push(without.to_string());
        for wrong in ["\"文\"", "-1", "1e400", "99999999999", "1.5", "true", "null", "[1]", "{\"a\":1}"] {
            let mut other = whole.clone();
            let Ok(wrong) = serde_json::from_str(wrong) else { continue };
            *other.pointer_mut(&path.concat()).unwrap() = wrong;
            texts.push(other.to_string());
        }
        if depth > 1 {
            spoil(inner, path, depth - 1, whole, texts);
        }
        path.pop();
    }
}

#[test]
fn what_is_no_file_is_refused_in_the_language_of_the_desk() {
    let place = Place::new();
    place.write("in/好.json", clean("松溪县教育局", 2025).to_string());
    fs::create_dir(place.path("dir")).unwrap();
    let fifo = std::process::Command::new("mkfifo").arg(place.path("pipe")).status().unwrap();
    assert!(fifo.success());
    symlink("/dev/zero", place.path("zero")).unwrap();
    place.write("bytes", b"\xff\xfe\x00\x01\x80");
    place.write("roster", b"PK\x03\x04 no workbook");
    for name in ["dir", "pipe", "zero", "bytes", "roster"] {
        for lang in ["zh", "en"] {
            for arguments in [
                &["check", "in", "--profile", name][..],
                &["check", "in", "--roster", name],
                &["keys", "--keys", name],
                &["read", "in", "--out", "out", "--map", name],
                &["read", "--guess-map", name],
                &["journal", "verify", name],
                &["check", name],
                &["read", name, "--out", "out"],
            ] {
                let ran = place.run(arguments.iter().copied().chain(["--lang", lang]));
                let what = arguments.join(" ");
                is_for_users(&what, &ran.err, lang);
                is_for_users(&what, &ran.out, lang);
            }
            let output = place.command(["rules", "--lang", lang]).env("GOUJI_CONFIG", name).output().unwrap();
            is_for_users("settings", &String::from_utf8(output.stderr).unwrap(), lang);
        }
    }
}

/// Arguments that are wrong in every way, and what a Chinese desk says of them.
const ARGUMENTS: [(&[&str], &str); 14] = [
    (&["check", "--fail-no", "never", "in"], "没有参数 --fail-no，是不是 --fail-on？"),
    (&["check", "--frob\u{1b}[31m", "in"], "没有参数 --frob\\x1B[31m"),
    (
        &["check", "--format", "jsonn", "in"],
        "--format <FORMAT> 不能是 jsonn；可以是 text、jsonl、json、csv，是不是 json？",
    ),
    (&["check", "--format"], "--format <FORMAT> 后面缺少值；可以是"),
    (&["check", "--profile"], "--profile <FILE> 后面缺少值"),
    (&["check", "--format", "json", "--format", "csv", "in"], "--format <FORMAT> 只能给一次"),
    (&["check"], "缺少 <DIR>"),
    (&["read", "in"], "缺少 --out <DIR>"),
    (&["read", "in", "--out", "out", "--jobs", "0"], "--jobs <N> 不能是 0"),
    (&["read", "in", "--out", "out", "--map", "m", "--guess-map", "g"], "不能同时用"),
    (&["schema", "in"], "多出参数 in"),
    (&["chekc", "in"], "没有名为 chekc 的命令、目录或文件，是不是 check？"),
    (&["journal", "shwo"], "是不是 show？"),
    (&[], "缺少命令，或要审核的目录"),
];

#[test]
fn wrong_arguments_are_told_in_the_language_of_the_desk() {
    let place = Place::new();
    place.write("in/好.json", clean("松溪县教育局", 2025).to_string());
    for (arguments, expected) in ARGUMENTS {
        for lang in ["zh", "en"] {
            let ran = place.run(arguments.iter().copied().chain(["--lang", lang]));
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
            is_for_users(&format!("{arguments:?}"), &ran.err, lang);
            assert!(ran.err.starts_with("gouji: ") && ran.err.ends_with("--help\n"), "{}", ran.err);
            if lang == "zh" {
                assert!(ran.err.contains(expected), "{arguments:?}: {}", ran.err);
            }
        }
    }
    let help = place.run(["check", "--help", "--lang", "zh"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    // What could be a word in a hurry is a directory first.
    place.write("chek/好.json", clean("松溪县教育局", 2025).to_string());
    assert!(!place.run(["chek", "--lang", "zh"]).err.contains("是不是"));
}

#[test]
fn what_cannot_be_written_to_standard_output_names_it() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2025).to_string());
    for arguments in [
        &["check", "in"][..],
        &["check", "in", "--format", "json"],
        &["check", "in", "--format", "csv"],
        &["rules"],
        &["rules", "--format", "json"],
        &["keys"],
        &["schema"],
        &["completions", "bash"],
        &["man"],
        &["doctor"],
    ] {
        for (lang, name) in [("zh", "标准输出"), ("en", "standard output")] {
            let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let mut command = place.command(arguments.iter().copied().chain(["--lang", lang]));
            let output = command.stdout(full).output().unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert!(output.status.code() == Some(2) && err.contains(name), "{arguments:?}: {err}");
        }
    }
}
