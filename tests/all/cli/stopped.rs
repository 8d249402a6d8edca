//! `gouji check` that somebody stops: what it has written is whole, and it says what is not there.

use std::fs;
use std::io::Read as _;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::command::{Place, clean};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

/// More than a pipe takes before it is read.
const REPORTS: usize = 2_000;

/// A check of many reports whose first byte has come, then stopped: exit code, standard output and standard error.
fn stopped(format: &str) -> (i32, String, String) {
    let place = Place::new();
    for number in 0..REPORTS {
        place.write(&format!("in/{number:04}.json"), clean(&format!("第{number}局"), 2024).to_string());
    }
    let mut command = place.command(["check", "in", "--format", format, "--fail-on", "never"]);
    let mut child: Child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut out, mut err) = (vec![0], String::new());
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut out).unwrap();
    // It waits for its reader now, in the middle of the first reports.
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    pipe.read_to_end(&mut out).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    (child.wait().unwrap().code().unwrap(), String::from_utf8(out).unwrap(), err)
}

#[test]
fn a_check_that_is_stopped_ends_its_list_and_says_how_much_is_missing() {
    let (code, out, err) = stopped("json");
    let listed: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 130, "{err}");
    assert!(!listed.is_empty() && listed.len() < REPORTS, "{}", listed.len());
    for (number, report) in listed.iter().enumerate() {
        assert_eq!(report["report"], format!("{number:04}"));
    }
    let left = REPORTS - listed.len();
    assert!(err.contains(&format!("{REPORTS} 份年报中有 {left} 份没有查完")), "{err}");
}

#[test]
fn the_text_of_a_check_that_is_stopped_counts_what_it_lists() {
    let (code, out, err) = stopped("text");
    let heads = out.lines().filter(|line| line.contains(" 2024 年（")).count();
    assert_eq!(code, 130, "{err}");
    assert!(heads > 0 && heads < REPORTS, "{heads}");
    assert!(out.lines().last().is_some_and(|last| last.starts_with(&format!("共 {heads} 份年报"))), "{out}");
}

/// Does the process do something of its own on INT?
fn listens(child: &Child) -> bool {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
    u64::from_str_radix(caught.trim(), 16).unwrap() & 0b10 != 0
}

#[test]
fn a_check_that_is_stopped_while_it_reads_writes_a_whole_list_too() {
    for format in ["json", "csv", "jsonl", "text"] {
        let place = Place::new();
        for number in 0..REPORTS {
            place.write(&format!("in/{number:04}.json"), clean(&format!("第{number}局"), 2024).to_string());
        }
        let mut command = place.command(["check", "in", "--format", format, "--fail-on", "never"]);
        let child: Child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        while !listens(&child) {
            thread::sleep(Duration::from_millis(1));
        }
        kill_process(Pid::from_child(&child), Signal::INT).unwrap();
        let output = child.wait_with_output().unwrap();
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(130), "{format}: {err}");
        assert!(err.contains("已停止"), "{format}: {err}");
        match format {
            "json" => assert!(serde_json::from_str::<Vec<Value>>(&out).is_ok(), "{out}"),
            "jsonl" => assert!(out.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{out}"),
            "csv" => assert!(out.starts_with("\u{FEFF}report,") && out.ends_with('\n'), "{out}"),
            _ => assert!(out.lines().last().is_some_and(|last| last.starts_with("共 ")), "{out}"),
        }
    }
}

#[test]
fn notices_that_are_stopped_are_whole_as_far_as_they_are_written_and_have_no_list() {
    let place = Place::new();
    for number in 0..REPORTS {
        place.write(&format!("in/{number:04}.json"), clean(&format!("第{number}局"), 2024).to_string());
    }
    let mut command = place.command(["notice", "in", "--out", "out", "--only", "all"]);
    let mut child: Child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let is_notice = |name: &str| name.ends_with(".docx");
    let names = || -> Vec<String> {
        let entries = fs::read_dir(place.path("out")).into_iter().flatten();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    while !names().iter().any(|name| is_notice(name)) && child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_millis(5));
    }
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{err}");
    let written = names();
    assert!(written.len() < REPORTS && written.iter().all(|name| is_notice(name)), "{written:?}");
    assert!(!written.iter().any(|name| name.starts_with("00_")), "the list comes last: once it is there, all are");
    assert!(err.contains(&format!("已中断：{} 个文件写出 {} 个", REPORTS + 1, written.len())), "{err}");
}
