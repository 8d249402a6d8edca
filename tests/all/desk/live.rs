//! A desk on a directory that changes, and two desks on one journal, in real terminals.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::command;
use crate::support::command::{Place, broken, clean, listing};
use crate::support::pty::{PATIENCE, Pty, Start, process_state};

fn start(place: &Place, reviewer: &str) -> Start {
    let args = ["in", "--journal", "j.jsonl", "--reviewer", reviewer];
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(args).cwd(place.path("")).size(100, 30);
    place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value))
}

/// Waits until everything is loaded and checked.
#[track_caller]
fn ready(pty: &Pty) {
    pty.wait_for("the list", |screen| {
        screen.contains("家，退回") && !screen.contains("正在读取") && !screen.contains("正在核对")
    });
}

fn desk(place: &Place, reviewer: &str) -> Pty {
    let pty = start(place, reviewer).spawn();
    ready(&pty);
    pty
}

fn reports(place: &Place) {
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
}

#[track_caller]
fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}

/// Files come, change, move and go; `Pty` sees it without a key.
#[track_caller]
fn follow(place: &Place, pty: &mut Pty) {
    place.write("in/c.json", broken("松溪县财政局", 2024).to_string());
    pty.wait_text("松溪县财政局").wait_text("新增 1");
    place.write("in/below/deep/d.json", clean("松溪县民政局", 2024).to_string());
    pty.wait_text("松溪县民政局");
    // Moved into its place, as careful programs do.
    place.write("new.json", clean("松溪县财政局", 2024).to_string());
    fs::rename(place.path("new.json"), place.path("in/c.json")).unwrap();
    pty.wait_text("变更 1");
    fs::remove_file(place.path("in/b.json")).unwrap();
    pty.wait_for("one fewer", |screen| !screen.contains("松溪县公安局") && screen.contains("删除 1"));
    place.write("in/.hidden.json", "x");
    place.write("in/~$e.docx", "x");
    place.write("in/notes.xyz", "x");
    place.write("in/e.txt", "这不是年报");
    pty.wait_text("无法读取");
    pty.send("j").wait_for("three and one", |screen| screen.contains("3 家") && screen.contains("e.txt"));
    fs::rename(place.path("in/below"), place.path("below")).unwrap();
    pty.wait_for("a directory gone", |screen| !screen.contains("松溪县民政局"));
}

#[test]
fn files_that_come_change_and_go_appear_by_themselves() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    follow(&place, &mut pty);
    quit(pty);
}

#[test]
fn where_the_system_does_not_tell_the_directory_is_looked_at() {
    let place = Place::new();
    reports(&place);
    let mut pty = start(&place, "li").env("GOUJI_POLL", "1").spawn();
    ready(&pty);
    follow(&place, &mut pty);
    quit(pty);
}

#[test]
fn what_came_while_the_desk_was_loading_is_not_missed_and_a_reload_says_when_nothing_is_new() {
    let place = Place::new();
    reports(&place);
    assert_eq!(place.run(["generate", "--out", "in/many", "--count", "300"]).code, 0);
    let mut pty = start(&place, "li").spawn();
    pty.wait_raw("正在读取".as_bytes());
    place.write("in/a.json", clean("松溪县教育局改", 2024).to_string());
    place.write("in/z.json", clean("松溪县财政局", 2024).to_string());
    ready(&pty);
    pty.send("/县财政局\r").wait_text("松溪县财政局");
    pty.send("\x1b").wait_for("all of them", |screen| !screen.contains("[查找 县财政局]"));
    pty.send("/教育局改\r").wait_text("松溪县教育局改");
    // What came while loading may be announced only now; the look after that finds nothing.
    let nothing = (0..5).any(|_| {
        pty.send("\x1b[B").wait_for("no notice", |screen| !screen.contains("年报目录："));
        pty.send(",l")
            .wait_for("an answer", |screen| screen.contains("年报目录：") || screen.contains("年报目录没有变化"));
        pty.screen().contains("年报目录没有变化")
    });
    assert!(nothing, "{}", pty.screen());
    quit(pty);
}

#[test]
fn a_file_is_read_when_it_is_whole() {
    let place = Place::new();
    reports(&place);
    let pty = desk(&place, "li");
    let whole = broken("松溪县财政局", 2024).to_string();
    let (first, rest) = whole.split_at(whole.len() / 2);
    place.write("in/c.json", first);
    thread::sleep(Duration::from_millis(700));
    fs::OpenOptions::new()
        .append(true)
        .open(place.path("in/c.json"))
        .map(|mut file| {
            std::io::Write::write_all(&mut file, rest.as_bytes()).unwrap();
        })
        .unwrap();
    pty.wait_text("松溪县财政局");
    let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
    assert!(!raw.contains("无法读取"), "half a file was never shown");
    quit(pty);
}

#[test]
fn the_open_report_is_read_anew_where_the_cursor_is() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("gn").wait_text("两边差 1");
    let mut worse = broken("松溪县教育局", 2024);
    command::set(&mut worse, "requests/new/natural", serde_json::json!(9));
    command::set(&mut worse, "requests/new/total", serde_json::json!(9));
    place.write("in/a.json", worse.to_string());
    pty.wait_text("两边差 4").wait_text("松溪县教育局 2024 已更新");
    fs::remove_file(place.path("in/a.json")).unwrap();
    pty.wait_text("文件已不在").wait_text("两边差 4");
    quit(pty);
}

#[test]
fn a_desk_on_which_nothing_happens_writes_nothing_and_sleeps() {
    let place = Place::new();
    reports(&place);
    let other = desk(&place, "wang");
    let pty = desk(&place, "li");
    pty.settle();
    let (bytes, ticks) = (pty.bytes(), process_state(pty.process()).unwrap().1);
    thread::sleep(Duration::from_secs(3));
    assert_eq!(pty.bytes(), bytes);
    let used = process_state(pty.process()).unwrap().1 - ticks;
    assert!(used <= 6, "{used} ticks of 10 ms in three seconds");
    quit(pty);
    quit(other);
}

#[test]
fn two_desks_see_each_other_and_what_the_other_does_within_a_second_or_two() {
    let place = Place::new();
    reports(&place);
    let before = listing(&place.path("in"));
    let mut one = desk(&place, "李明");
    let mut two = desk(&place, "王芳");
    one.send("g").settle();
    one.send("\r").wait_text("1 问题");
    two.wait_text("◦李明");
    let begun = Instant::now();
    // Apart: Esc and a letter at once would be Alt and the letter.
    one.send("\x1b").wait_text("家，退回");
    one.send("j\r");
    two.wait_for("on the other report", |screen| {
        screen.lines().any(|line| line.contains("公安局") && line.contains("◦李明"))
    });
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    two.send(",w").wait_text("李明  松溪县公安局 2024");
    two.send("\r").wait_text("李明 正在看");
    one.wait_text("王芳 正在看");
    // One gives it to the other, who looks at what is theirs.
    let begun = Instant::now();
    one.send(",a").wait_text("指派给谁");
    one.send("王芳\r").wait_text("已指派给 王芳");
    two.wait_text("@王芳");
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    two.send("\x1b").wait_text("家，退回");
    two.send("M").wait_for("only their own", |screen| screen.contains("公安局") && !screen.contains("教育局"));
    quit(one);
    two.wait_for("nobody else", |screen| !screen.contains("◦李明"));
    quit(two);
    assert!(!place.path("j.jsonl.here").exists(), "nothing is left behind");
    assert_eq!(listing(&place.path("in")), before);
    let shown = place.run(["journal", "show", "j.jsonl"]).out;
    assert!(shown.contains("指派给 王芳"), "{shown}");
}

#[test]
fn two_who_decide_differently_both_see_it() {
    let place = Place::new();
    reports(&place);
    let mut one = desk(&place, "李明");
    let mut two = desk(&place, "王芳");
    for pty in [&mut one, &mut two] {
        pty.send("gn").wait_text("两边差 1");
        pty.send("v").wait_text("处理意见");
    }
    one.send("\r").wait_text("已保存处理意见：属实，须更正");
    two.send("2").wait_text("已保存处理意见：认可");
    for pty in [&mut one, &mut two] {
        pty.send("1").wait_text("意见不一：李明 属实，须更正、王芳 认可");
    }
    two.send("g").settle();
    two.send("v").wait_text("处理意见");
    two.send("1").wait_text("已保存处理意见：属实，须更正");
    one.wait_for("agreement", |screen| !screen.contains("意见不一"));
    quit(one);
    quit(two);
}

/// A desk that was killed is gone from the others' lists at once, on the same machine.
#[test]
fn a_killed_desk_is_not_here_any_more() {
    let place = Place::new();
    reports(&place);
    let mut one = desk(&place, "李明");
    let two = desk(&place, "王芳");
    one.send("g").settle();
    one.send("\r");
    two.wait_text("◦李明");
    one.kill("KILL");
    one.wait_exit(PATIENCE);
    assert!(fs::read_dir(place.path("j.jsonl.here")).unwrap().count() >= 2, "its file is still there");
    two.wait_for("gone", |screen| !screen.contains("◦李明"));
    quit(two);
    let left: Vec<_> = fs::read_dir(place.path("j.jsonl.here")).unwrap().collect();
    assert_eq!(left.len(), 1, "only what the killed one left: {left:?}");
}
