//! The desk where something is in its way: files that are none, disks, signals, editors that die. No word is lost, no
//! file of anybody else touched, and the terminal is left as it was found.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::command::{Place, broken, clean};
use crate::support::desk::*;
use crate::support::pty::{PATIENCE, Pty, Start, kill};

const ARGUMENTS: [&str; 5] = ["in", "--journal", "j.jsonl", "--reviewer", "li"];

fn fifo(path: &Path) {
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_report_that_has_become_a_pipe_stops_no_note_and_no_other_report() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
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
        &["journal", "show", "pipe"],
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

#[test]
fn words_are_on_disk_after_a_pause_and_the_next_start_says_whose_they_are_and_lets_them_be_edited() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("g").settle();
    pty.send("\r4la").wait_text("Ctrl-J");
    pty.send("断电前的话").wait_text("断电前的话").settle();
    let bytes = pty.bytes();
    wait_until("a draft", || drafts(&place).iter().any(|draft| draft.contains("断电前的话")));
    assert_eq!(pty.settle().bytes(), bytes, "keeping a draft says nothing to the terminal");
    pty.kill("KILL");
    pty.wait_exit(PATIENCE);
    let mut pty = start(&place, &ARGUMENTS).size(120, 30).spawn();
    pty.wait_text("存入审核日志？").wait_text("松溪县教育局 2024").wait_text("断电前的话");
    pty.send("\r").wait_text("上次未保存的文字");
    pty.send("，改过").wait_text("断电前的话，改过");
    pty.send("\r").wait_text("已保存批注");
    quit(pty);
    assert_eq!(in_journal(&place, "断电前的话，改过"), 1);
    assert_eq!(drafts(&place), Vec::<String>::new());
    let pty = desk(&place, "li");
    assert!(!pty.screen().contains("存入审核日志？"));
    quit(pty);
}

#[test]
fn words_thrown_away_and_words_saved_leave_no_draft() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("a").wait_text("Ctrl-J");
    pty.send("不要的话").wait_text("不要的话");
    wait_until("a draft", || drafts(&place).len() == 1);
    // Another desk of the same reviewer does not take it for left over.
    let mut other = desk(&place, "li");
    other.settle();
    assert!(!other.screen().contains("存入审核日志？"));
    other.send("q");
    other.wait_exit(PATIENCE);
    pty.send("\x1b").wait_text("放弃修改？");
    pty.send("y").wait_for("no editor", |screen| !screen.contains("不要的话"));
    wait_until("no draft", || drafts(&place).is_empty());
    write_note(&mut pty, "要的话");
    wait_until("no draft", || drafts(&place).is_empty());
    quit(pty);
    assert_eq!((in_journal(&place, "要的话"), in_journal(&place, "不要的话")), (1, 0));
}

#[test]
fn words_on_their_way_to_a_journal_that_somebody_holds_are_kept_before() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    write_note(&mut pty, "第一条");
    let lock = fs::File::options().append(true).open(place.path("j.jsonl")).unwrap();
    lock.lock().unwrap();
    pty.send("a").wait_text("Ctrl-J");
    pty.send("等锁的话\r").wait_for("no editor", |screen| !screen.contains("Ctrl-J"));
    wait_until("a draft", || drafts(&place).iter().any(|draft| draft.contains("等锁的话")));
    pty.kill("KILL");
    pty.wait_exit(PATIENCE);
    drop(lock);
    let mut pty = start(&place, &ARGUMENTS).size(120, 30).spawn();
    pty.wait_text("存入审核日志？").wait_text("等锁的话");
    pty.send("y").wait_text("已补存 1 条");
    wait_until("no draft", || drafts(&place).is_empty());
    quit(pty);
    assert_eq!(in_journal(&place, "等锁的话"), 1);
}

/// An editor: a script that is given the file.
fn editor(place: &Place, script: &str) -> std::path::PathBuf {
    let path = place.write("editor.sh", format!("#!/bin/sh\n{script}\n"));
    let status = Command::new("chmod").arg("755").arg(&path).status().unwrap();
    assert!(status.success());
    path
}

#[test]
fn words_in_the_editor_are_found_when_the_desk_is_killed_meanwhile() {
    for signal in ["KILL", "HUP"] {
        let place = Place::new();
        reports(&place);
        let path = editor(&place, "printf '，编辑器里的话' >> \"$1\"; touch started; exec sleep 60");
        let mut pty = start(&place, &ARGUMENTS).env("EDITOR", &path).env("VISUAL", "").spawn();
        loaded(&pty);
        pty.send("a").wait_text("Ctrl-J");
        pty.send("先写的话\x0f");
        wait_until("the editor", || place.path("started").exists());
        pty.kill(signal);
        pty.wait_exit(PATIENCE);
        let mut pty = start(&place, &ARGUMENTS).size(120, 30).spawn();
        pty.wait_text("存入审核日志？").wait_text("先写的话，编辑器里的话");
        pty.send("y").wait_text("已补存 1 条");
        wait_until("no draft", || drafts(&place).is_empty());
        quit(pty);
        assert_eq!(in_journal(&place, "先写的话，编辑器里的话"), 1, "{signal}");
        let left = walkdir::WalkDir::new(place.path("home")).into_iter().map(Result::unwrap);
        let left: Vec<_> =
            left.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "txt")).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn an_editor_that_dies_loses_no_words_and_its_modes_are_not_taken_for_those_of_the_terminal() {
    let place = Place::new();
    reports(&place);
    let path = editor(&place, "printf '死前写下' >> \"$1\"; stty raw -echo; kill -KILL $$");
    let (mut pty, before) = in_shell(&place, ":", &[("EDITOR", path.to_str().unwrap()), ("VISUAL", "")]);
    pty.send("a").wait_text("Ctrl-J");
    pty.send("之前，\x0f").wait_text("之前，死前写下").wait_text("编辑器");
    pty.send("\r").wait_text("已保存批注");
    pty.send("q").wait_text("ended 0");
    assert_eq!(pty.stty(), before);
    assert_eq!(in_journal(&place, "之前，死前写下"), 1);
}

#[test]
fn signals_that_nobody_sends_on_purpose_give_the_terminal_back_and_keep_the_words() {
    let place = Place::new();
    reports(&place);
    for (signal, code) in [("USR1", 138), ("XCPU", 152), ("ALRM", 142)] {
        let (mut pty, before) = in_shell(&place, ":", &[]);
        pty.settle();
        if pty.screen().contains("存入审核日志？") {
            pty.send("n").settle();
        }
        pty.send("a").wait_text("Ctrl-J");
        pty.send("写到一半").wait_text("写到一半");
        kill(child_of(pty.process()), signal);
        pty.wait_text(&format!("ended {code}"));
        assert_eq!(pty.stty(), before, "{signal}");
        assert_eq!(drafts(&place).len(), 1, "{signal}");
    }
}

#[test]
fn a_limit_on_the_size_of_files_is_a_full_disk_and_no_end() {
    let place = Place::new();
    reports(&place);
    let (mut pty, before) = in_shell(&place, "ulimit -f 4", &[]);
    for _ in 0..12 {
        pty.send("a").wait_text("Ctrl-J");
        pty.send("很长的话".repeat(20)).settle();
        pty.send("\r").wait_for("an answer", |screen| screen.contains("已保存批注") || screen.contains("磁盘"));
        if pty.screen().contains("磁盘") {
            break;
        }
    }
    pty.wait_text("磁盘");
    kill(child_of(pty.process()), "TERM");
    pty.wait_text("ended 143");
    assert_eq!(pty.stty(), before);
}

#[test]
fn a_terminal_of_any_size_takes_a_bounded_amount_of_memory() {
    let place = Place::new();
    reports(&place);
    let program = env!("CARGO_BIN_EXE_gouji");
    let line = format!("stty rows 4000 cols 4000; exec {program} in --journal j.jsonl --reviewer li");
    let shell = Start::new("sh").args(["-c", &line]).cwd(place.path(""));
    let mut pty = place.environment().into_iter().fold(shell, |shell, (name, value)| shell.env(name, value)).spawn();
    pty.wait_raw("家，退回".as_bytes()).settle();
    let status = fs::read_to_string(format!("/proc/{}/status", pty.process())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(peak < 300 << 10, "{peak} KiB");
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}

#[test]
fn what_is_piled_upon_a_letter_costs_no_more_than_other_text() {
    let place = Place::new();
    let pile = format!("松溪县a{}教育局", "\u{36f}".repeat(20_000));
    let text = format!("全年主动公开。{}", "e\u{301}\u{323}\u{489}".repeat(5) + &"क\u{94d}".repeat(20_000));
    let mut report = broken("松溪县公安局", 2024);
    report["title"] = pile.chars().take(900).collect::<String>().into();
    report["sections"] = serde_json::json!([{ "number": 1, "heading": "一、总体情况", "text": text }]);
    place.write("in/a.json", report.to_string());
    place.write("in/b.json", clean("松溪县教育局", 2024).to_string());
    let mut pty = start(&place, &ARGUMENTS).size(100, 30).spawn();
    loaded(&pty);
    pty.settle();
    assert!(!pty.screen().contains("无法读取"), "{}", pty.screen());
    // A frame has 3 000 cells; the longest letters that may be shown take some tens of bytes each.
    let most = |pty: &Pty, before: usize| assert!(pty.bytes() - before < 60_000, "{} bytes", pty.bytes() - before);
    for key in ["\r", "5", "j", "\x1b[6~", "G", "\x1b", "j"] {
        let before = pty.bytes();
        pty.send(key).settle();
        most(&pty, before);
    }
    // What a reviewer pastes is drawn by the cell too, and kept as it was written.
    let before = pty.bytes();
    pty.send("a").wait_text("Ctrl-J");
    pty.send(format!("\x1b[200~{pile}\x1b[201~")).settle();
    most(&pty, before);
    pty.kill("TERM");
    pty.wait_exit(PATIENCE);
}
