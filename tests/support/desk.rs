//! A desk on two reports, as most tests begin. Who includes this also includes `command` and `support`.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::command::{Place, broken, clean};
use crate::support::pty::{PATIENCE, Pty, Start};

pub fn start(place: &Place, args: &[&str]) -> Start {
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(args).cwd(place.path(""));
    place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value))
}

/// Two agencies: one with errors, one in order.
pub fn reports(place: &Place) {
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
}

/// Waits until everything is loaded.
#[track_caller]
pub fn loaded(pty: &Pty) {
    pty.wait_for("the list", |screen| screen.contains("家，退回") && !screen.contains("正在读取"));
}

/// A desk on two reports with a journal, loaded.
#[track_caller]
pub fn desk(place: &Place, reviewer: &str) -> Pty {
    let pty = start(place, &["in", "--journal", "j.jsonl", "--reviewer", reviewer]).spawn();
    loaded(&pty);
    pty
}

#[track_caller]
pub fn write_note(pty: &mut Pty, text: &str) {
    pty.send("a").wait_text("Ctrl-J");
    pty.send(text).wait_text(text);
    pty.send("\r").wait_text("已保存批注");
}

#[track_caller]
pub fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}

/// The first child of a process, once it has one.
#[track_caller]
pub fn child_of(process: u32) -> u32 {
    let path = format!("/proc/{process}/task/{process}/children");
    let until = Instant::now() + PATIENCE;
    loop {
        let children = fs::read_to_string(&path).unwrap_or_default();
        if let Some(child) = children.split_whitespace().next() {
            return child.parse().unwrap();
        }
        assert!(Instant::now() < until, "no child");
        thread::sleep(Duration::from_millis(5));
    }
}

/// The desk under a shell, which keeps the terminal when the desk is gone; and the modes of the terminal before. What the
/// shell does `before` is for the desk alone.
pub fn in_shell(place: &Place, before: &str, variables: &[(&str, &str)]) -> (Pty, String) {
    let program = env!("CARGO_BIN_EXE_gouji");
    let desk = format!("{before}; exec {program} in --journal j.jsonl --reviewer li");
    let line = format!("printf 'go\\n'; read line; ({desk}); printf 'ended %d\\n' $?; read line");
    let shell = Start::new("sh").args(["-c", &line]).cwd(place.path(""));
    let shell = place.environment().into_iter().fold(shell, |shell, (name, value)| shell.env(name, value));
    let shell = variables.iter().fold(shell, |shell, (name, value)| shell.env(name, value));
    let mut pty = shell.spawn();
    let modes = pty.wait_text("go").stty();
    pty.send("\n");
    loaded(&pty);
    assert_ne!(pty.stty(), modes, "raw mode");
    (pty, modes)
}

/// The terminal is as it was.
#[track_caller]
pub fn assert_given_back(pty: &Pty, modes: &str) {
    assert_eq!(pty.stty(), modes);
    pty.look(|screen| {
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    });
}

/// All lines of the journal, as `gouji journal show` tells them; the journal is sound.
#[track_caller]
pub fn shown(place: &Place) -> String {
    let verified = place.run(["journal", "verify", "j.jsonl"]);
    assert_eq!(verified.code, 0, "{}", verified.out);
    place.run(["journal", "show", "j.jsonl", "--every"]).out
}

/// Where the drafts of the journal are.
pub fn drafts(place: &Place) -> Vec<String> {
    let files = fs::read_dir(place.path("")).unwrap().map(|entry| entry.unwrap().path());
    let is_draft = |path: &std::path::PathBuf| path.to_string_lossy().contains("j.jsonl.draft-");
    files.filter(is_draft).filter_map(|path| fs::read_to_string(path).ok()).collect()
}

#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "waited for {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

/// How often the words are in the journal, which is sound.
#[track_caller]
pub fn in_journal(place: &Place, words: &str) -> usize {
    let ran = place.run(["journal", "verify", "j.jsonl"]);
    assert_eq!(ran.code, 0, "{} {}", ran.out, ran.err);
    fs::read_to_string(place.path("j.jsonl")).unwrap().matches(words).count()
}
