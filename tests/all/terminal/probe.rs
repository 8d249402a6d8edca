//! The terminal module in a real pty: coming, going, signals, keys in pieces, lending.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::pty::{Held, PATIENCE, Pty, Start, example, kill, process_state};

/// A terminating signal, or a closed terminal, ends the program within this.
const SECOND: Duration = Duration::from_millis(1500);

fn probe() -> Pty {
    let pty = Start::new(example("terminal_probe")).size(60, 20).spawn();
    pty.wait_text("ready");
    pty
}

/// The probe under a shell, which keeps the terminal when the probe is gone.
fn probe_in_shell(environment: &str) -> (Pty, String) {
    let probe = example("terminal_probe");
    let command =
        format!("printf 'go\\n'; read line; {environment} {}; printf 'ended %d\\n' $?; read line", probe.display());
    let mut pty = Start::new("sh").args(["-c", &command]).size(60, 20).spawn();
    let before = pty.wait_text("go").stty();
    pty.send("\n").wait_text("ready");
    assert_ne!(pty.stty(), before, "raw mode");
    (pty, before)
}

fn assert_given_back(pty: &Pty, before: &str) {
    assert_eq!(pty.stty(), before);
    pty.look(|screen| {
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    });
}

#[test]
fn the_harness_works_with_cat() {
    let mut pty = Start::new("sh").args(["-c", "pwd; echo $WORD; exec cat"]).env("WORD", "勾稽").cwd("/").spawn();
    pty.wait_for("directory and word", |screen| screen.starts_with("/\n勾稽"));
    pty.send("区党政办\n").wait_text("区党政办\n区党政办");
    assert!(pty.reads() > 0 && pty.bytes() >= 30);
    pty.resize(40, 10);
    assert!(pty.stty().contains("rows 10; columns 40"));
    pty.kill("TERM");
    assert!(!pty.wait_exit(PATIENCE).success());
}

#[test]
fn leaves_everything_as_it_was() {
    let (mut pty, before) = probe_in_shell("");
    pty.look(|screen| assert!(screen.alternate_screen() && screen.bracketed_paste()));
    pty.send("q").wait_text("ended 0");
    assert_given_back(&pty, &before);
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    for (signal, code) in [("HUP", 129), ("INT", 130), ("QUIT", 131), ("TERM", 143)] {
        let (pty, before) = probe_in_shell("");
        let start = Instant::now();
        kill(child_of(pty.process()), signal);
        pty.wait_text(&format!("ended {code}"));
        assert!(start.elapsed() < SECOND, "{signal} {:?}", start.elapsed());
        assert_given_back(&pty, &before);
    }
}

#[test]
fn a_loop_that_hangs_is_ended() {
    let (mut pty, before) = probe_in_shell("");
    pty.send("h");
    thread::sleep(Duration::from_millis(100));
    let start = Instant::now();
    kill(child_of(pty.process()), "TERM");
    pty.wait_text("ended 143");
    assert!(start.elapsed() < SECOND, "{:?}", start.elapsed());
    assert_given_back(&pty, &before);
}

#[test]
fn a_line_that_stands_still_does_not_keep_it() {
    let mut pty = probe();
    let before = pty.settle().raw().len();
    let frozen = pty.freeze();
    // More frames than the line holds: the loop hangs in a write.
    for _ in 0..60 {
        pty.send("abcdfgijklmnorsuvwxyz0123456789ABCDFG");
        thread::sleep(Duration::from_millis(2));
    }
    let start = Instant::now();
    pty.kill("TERM");
    while process_state(pty.process()).is_some_and(|(state, _)| state != 'Z') {
        assert!(start.elapsed() < SECOND);
        thread::sleep(Duration::from_millis(5));
    }
    drop(frozen);
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 143);
    assert!(pty.wait_closed().bytes() > before + 1000);
}

#[test]
fn without_a_terminal_it_says_so() {
    let probe = example("terminal_probe");
    let mut command = std::process::Command::new("setsid");
    let output = command.arg("--wait").arg(probe).stdin(std::process::Stdio::null()).output().unwrap();
    assert!(!output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
}

#[test]
fn a_panic_gives_back_and_reports() {
    for key in ["p", "t"] {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("crashes").join("last.txt");
        let (mut pty, before) = probe_in_shell(&format!("PROBE_CRASH={}", file.display()));
        pty.send(key).wait_text("ended");
        assert!(pty.screen().contains("crashed: Some("), "{}", pty.screen());
        assert!(std::fs::read_to_string(&file).unwrap().contains("a planted panic"));
        assert_given_back(&pty, &before);
    }
}

#[test]
fn a_closed_terminal_ends_it() {
    let held = Held::spawn(&[&example("terminal_probe")], "ready");
    held.hang_up();
    held.wait_gone(SECOND);
}

#[test]
fn a_gone_terminal_is_not_spun_on() {
    // Nobody hears the HUP: the end of input alone has to be enough.
    let held = Held::spawn(&[Path::new("env"), Path::new("PROBE_DEAF=1"), &example("terminal_probe")], "ready");
    held.hang_up();
    assert!(held.wait_gone(SECOND) < 20);
}

#[test]
fn keys_in_pieces_are_joined() {
    let mut pty = probe();
    pty.send("\x1b");
    thread::sleep(Duration::from_millis(20));
    pty.send("[A").wait_text("key Up");
    pty.send("\x1b[");
    thread::sleep(Duration::from_millis(60));
    pty.send("6~").wait_text("key PageDown");
    pty.send("\x1b").wait_text("key Esc");
    assert!(!pty.screen().contains("'['") && !pty.screen().contains("'A'"), "{}", pty.screen());
    pty.send("\x1b[200~区q\x1b[2");
    thread::sleep(Duration::from_millis(60));
    pty.send("01~").wait_text("Paste(\"区q\")");
    pty.send("区").wait_text("key Char('区')");
}

#[test]
fn a_storm_of_sizes_is_one_size() {
    let pty = probe();
    for width in 61..=90 {
        pty.resize(width, 20);
    }
    pty.wait_text("Resize(90, 20)").settle();
    assert!(pty.screen().matches("Resize").count() <= 5, "{}", pty.screen());
}

#[test]
fn an_idle_desk_is_silent() {
    let mut pty = probe();
    let before = pty.settle().bytes();
    let (_, ticks) = process_state(pty.process()).unwrap();
    thread::sleep(Duration::from_millis(500));
    assert_eq!(pty.bytes(), before);
    assert!(process_state(pty.process()).unwrap().1 <= ticks + 1);
    pty.send("j").wait_text("key Char('j')");
    let one = pty.settle().bytes() - before;
    assert!(one <= 80, "{one} bytes for one line");
}

#[test]
fn lends_the_terminal_to_an_editor() {
    let command =
        "stty -a | head -1; printf 'editing\\n'; read line; kill -s INT $PPID; printf 'got %s\\n' $line; read line";
    let mut pty = Start::new(example("terminal_probe")).env("EDITOR", command).size(100, 20).spawn();
    pty.wait_text("ready").look(|screen| assert!(screen.alternate_screen()));
    let raw = pty.stty();
    pty.send("e").wait_text("editing");
    assert!(!pty.look(|screen| screen.alternate_screen()));
    // Every letter is for the editor, and so is Ctrl-C.
    pty.send("qqq\n").wait_text("got qqq");
    assert_ne!(pty.stty(), raw);
    pty.send("\n").wait_text("editor exit status: 0");
    pty.look(|screen| assert!(screen.alternate_screen()));
    assert_eq!(pty.stty(), raw);
    pty.send("j").wait_text("key Char('j')");
}

#[test]
fn stops_and_comes_back() {
    // A shell with job control, as a reviewer has it.
    let mut pty = Start::new("bash").args(["--norc", "--noprofile", "-i"]).env("PS1", "% ").size(80, 20).spawn();
    pty.wait_text("%");
    pty.send(format!("{}\n", example("terminal_probe").display())).wait_text("ready");
    for (times, key, outside) in [(1, "\x1a", false), (2, "", true)] {
        if outside {
            kill(child_of(pty.process()), "TSTP");
        }
        // What the shell said the last time is on the screen again before it says so anew.
        pty.send(key).wait_for("the shell says so", |screen| screen.matches("Stopped").count() == times);
        assert!(!pty.look(|screen| screen.alternate_screen() || screen.hide_cursor()));
        assert_eq!(process_state(child_of(pty.process())).unwrap().0, 'T');
        pty.send("fg\n").wait_text("stopped and continued").look(|screen| assert!(screen.alternate_screen()));
    }
    pty.send("q").wait_for("the prompt", |screen| screen.trim_end().ends_with('%'));
}

#[test]
fn does_not_stop_where_nobody_could_continue_it() {
    let mut pty = probe();
    pty.send("\x1a").wait_text("no shell to stop for");
    pty.send("q");
    assert!(pty.wait_exit(PATIENCE).success());
}

/// The only child of a process.
fn child_of(process: u32) -> u32 {
    let path = format!("/proc/{process}/task/{process}/children");
    std::fs::read_to_string(path).unwrap().trim().parse().unwrap()
}
