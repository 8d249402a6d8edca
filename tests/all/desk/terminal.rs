//! The desk and its terminal: signals, sizes, pastes, the mouse; and what it leaves behind.

use std::time::{Duration, Instant};

use crate::support::command::Place;
use crate::support::desk::*;
use crate::support::pty::{PATIENCE, kill};

/// A terminating signal ends the desk within this.
const SECOND: Duration = Duration::from_millis(1500);

#[test]
fn signals_end_the_desk_within_a_second_with_the_terminal_as_before() {
    let place = Place::new();
    reports(&place);
    for (signal, code) in [("HUP", 129), ("TERM", 143)] {
        let (mut pty, before) = in_shell(&place, ":", &[]);
        // In the middle of writing.
        pty.send("a").wait_text("Ctrl-J");
        let start = Instant::now();
        kill(child_of(pty.process()), signal);
        pty.wait_text(&format!("ended {code}"));
        assert!(start.elapsed() < SECOND, "{signal}: {:?}", start.elapsed());
        assert_given_back(&pty, &before);
    }
    let (mut pty, before) = in_shell(&place, ":", &[]);
    pty.send("q").wait_text("ended 0");
    assert_given_back(&pty, &before);
}

#[test]
fn a_terminal_that_is_too_small_says_so_and_recovers() {
    let place = Place::new();
    reports(&place);
    let pty = start(&place, &["in", "--journal", "j.jsonl"]).size(10, 3).spawn();
    pty.wait_text("窗口太小");
    pty.resize(80, 24);
    pty.wait_text("松溪县教育局");
    pty.resize(10, 3);
    pty.wait_text("窗口太小");
    pty.resize(100, 30);
    pty.wait_text("松溪县公安局");
    quit(pty);
}

#[test]
fn a_size_that_comes_and_goes_at_once_leaves_a_whole_screen() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    for _ in 0..5 {
        // Between the two the terminal cuts off what it shows.
        pty.resize(20, 4);
        pty.resize(80, 24);
        pty.wait_text("松溪县公安局").wait_text("? 帮助").settle();
    }
    pty.send("j");
    quit(pty);
}

#[test]
fn a_storm_of_resizes_leaves_a_whole_screen() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("n").wait_text("两边差");
    for step in 0..120_u16 {
        pty.resize(1 + step * 37 % 150, 1 + step * 13 % 50);
    }
    pty.resize(90, 28);
    pty.wait_for("the table", |screen| screen.contains("两边差") && screen.contains("一、本年新收"));
    pty.send("\x0c").settle();
    let screen = pty.screen();
    for text in ["松溪县教育局", "自然人  企业", "左 一、本年新收", "右 （七）总计", "? 帮助"]
    {
        assert_eq!(screen.matches(text).count(), 1, "{text}:\n{screen}");
    }
    quit(pty);
}

#[test]
fn a_paste_keeps_its_lines_in_a_note_and_does_nothing_elsewhere() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("\x1b[200~q\rR\r\x1b[201~").wait_text("这里不能粘贴");
    pty.send("a").wait_text("Ctrl-J");
    pty.send("\x1b[200~第一行\r第二行\x1b[201~").wait_text("第二行");
    pty.send("\r").wait_text("已保存批注");
    quit(pty);
    let shown = shown(&place);
    assert!(shown.contains("    第一行\n    第二行\n") && !shown.contains("状态"), "{shown}");
}

#[test]
fn a_mouse_counts_only_where_it_was_asked_for_and_is_given_back() {
    let place = Place::new();
    reports(&place);
    let off = desk(&place, "li");
    assert!(!String::from_utf8_lossy(&off.raw()).contains("\x1b[?1000h"));
    quit(off);
    let mut pty = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li", "--mouse"]).spawn();
    loaded(&pty);
    pty.wait_raw(b"\x1b[?1006h");
    let row = pty.screen().lines().position(|line| line.contains("松溪县公安局")).unwrap() + 1;
    let press = format!("\x1b[<0;12;{row}M\x1b[<0;12;{row}m");
    pty.send(&press).send(&press).wait_for("the report", |screen| screen.lines().next().unwrap().contains("公安局"));
    pty.send("q").wait_raw(b"\x1b[?1000l");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}
