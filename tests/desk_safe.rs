//! The desk where something is in its way: files that are none, disks, signals, editors that die. No word is lost, no
//! file of anybody else touched, and the terminal is left as it was found.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "support/command.rs"]
mod command;
mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use command::{Place, broken, clean};
use support::{PATIENCE, Pty, Start};

fn start(place: &Place, args: &[&str]) -> Start {
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(args).cwd(place.path(""));
    place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value))
}

fn reports(place: &Place) {
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
}

#[track_caller]
fn loaded(pty: &Pty) {
    pty.wait_for("the list", |screen| screen.contains("家，退回") && !screen.contains("正在读取"));
}

const ARGUMENTS: [&str; 5] = ["in", "--journal", "j.jsonl", "--reviewer", "li"];

fn desk(place: &Place) -> Pty {
    let pty = start(place, &ARGUMENTS).spawn();
    loaded(&pty);
    pty
}

fn fifo(path: &Path) {
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[track_caller]
fn write_note(pty: &mut Pty, text: &str) {
    pty.send("a").wait_text("Ctrl-J");
    pty.send(text).wait_text(text);
    pty.send("\r").wait_text("已保存批注");
}

#[track_caller]
fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}

#[test]
fn a_report_that_has_become_a_pipe_stops_no_note_and_no_other_report() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place);
    pty.send("g").settle();
    fifo(&place.path("in/a.json"));
    write_note(&mut pty, "关于管道");
    pty.send("\r").wait_text("不是普通文件");
    pty.send("\x1b").settle();
    pty.send("j").settle();
    write_note(&mut pty, "关于另一家");
    quit(pty);
    let journal = fs::read_to_string(place.path("j.jsonl")).unwrap();
    let lines: Vec<serde_json::Value> = journal.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    for line in &lines {
        assert_eq!(line["report"]["sha256"].as_str().unwrap().len(), 64, "of what was loaded: {line}");
    }
}

/// Runs a command that must not wait for anything.
#[track_caller]
fn ends(place: &Place, args: &[&str], variable: Option<(&str, &str)>) -> (i32, String) {
    let mut command = place.command(args);
    if let Some((name, value)) = variable {
        command.env(name, value);
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            assert!(args.is_empty(), "{args:?} hangs");
        }
        thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_pipe_in_the_place_of_any_file_is_refused_at_once() {
    let place = Place::new();
    reports(&place);
    fifo(&place.path("pipe"));
    fifo(&place.path("pipe.json"));
    fifo(&place.path("pipe.txt"));
    for args in [
        &["check", "pipe"][..],
        &["check", "pipe.json"],
        &["check", "pipe.txt"],
        &["check", "in", "--profile", "pipe"],
        &["check", "in", "--roster", "pipe"],
        &["keys", "--keys", "pipe"],
        &["read", "pipe.txt", "--out", "out"],
        &["journal", "show", "--journal", "pipe"],
    ] {
        let (code, err) = ends(&place, args, None);
        assert_eq!(code, 2, "{args:?}: {err}");
    }
    let (code, err) = ends(&place, &["rules"], Some(("GOUJI_CONFIG", "pipe")));
    assert_eq!(code, 2, "{err}");
}

#[test]
fn a_relative_home_puts_nothing_into_the_directory_where_the_program_was_started() {
    let place = Place::new();
    reports(&place);
    for (home, data) in [("here", ""), ("here", "there"), (".", ".")] {
        let mut command = place.command(["in"]);
        command.env("HOME", home).env("XDG_DATA_HOME", data);
        let child = start(&place, &["in"]).env("HOME", home).env("XDG_DATA_HOME", data).spawn();
        let mut child = child;
        let status = child.wait_exit(PATIENCE);
        assert_eq!(status.exit_code(), 2, "{}", child.screen());
        let mut names: Vec<_> = fs::read_dir(place.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["home", "in"]);
    }
}
