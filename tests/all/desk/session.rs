//! What the desk keeps between sessions: where the reviewer was, and filters under a name.

use std::fs;
use std::path::PathBuf;

use crate::support::command::{Place, broken, clean};
use crate::support::pty::{PATIENCE, Pty, Start};

/// Three agencies: two with errors, one in order.
fn place() -> Place {
    let place = Place::new();
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
    place.write("in/c.json", broken("松溪县民政局", 2024).to_string());
    place
}

/// A desk that remembers.
fn start(place: &Place, args: &[&str]) -> Pty {
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(args).cwd(place.path("")).size(100, 30);
    let start = place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value));
    start.env("GOUJI_FRESH", "").spawn()
}

fn desk(place: &Place) -> Pty {
    start(place, &["in", "--journal", "j.jsonl", "--reviewer", "li"])
}

#[track_caller]
fn quit(pty: &mut Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}

fn session(place: &Place) -> PathBuf {
    let mut files = fs::read_dir(place.path("home/data/gouji/sessions")).unwrap();
    files.next().unwrap().unwrap().path()
}

/// A screen without the blanks that may have been written or not.
fn lines(screen: &str) -> Vec<String> {
    screen.lines().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn quit_and_start_again_same_place_same_filters() {
    let place = place();
    let mut pty = desk(&place);
    pty.wait_text("3 家");
    pty.send("f").wait_text("缩小范围");
    pty.send("T3-01\r").wait_text("[T3-01]");
    pty.send("S").wait_text("升序、降序");
    pty.send("\t\t\x1b").wait_for("the order", |screen| screen.contains("机关▾]") && !screen.contains("升序、降序"));
    pty.send("nn").wait_text("两边差");
    pty.send("3GllkA").wait_text("仍然通过");
    pty.send("n").wait_for("no question", |screen| !screen.contains("仍然通过")).settle();
    let before = lines(&pty.screen());
    quit(&mut pty);

    for end in ["quit", "TERM", "HUP"] {
        let mut pty = desk(&place);
        pty.wait_for(&format!("the same screen, {end}"), |screen| lines(screen) == before);
        match end {
            "quit" => quit(&mut pty),
            signal => {
                pty.kill(signal);
                pty.wait_exit(PATIENCE);
            }
        }
    }
    let mut pty = desk(&place);
    pty.wait_for("the same screen", |screen| lines(screen) == before);
    pty.send("\x1b\x1b").wait_text("[排序 机关▾] [T3-01]").wait_text("2 家");
    quit(&mut pty);

    let mut pty = start(&place, &["in", "--journal", "j.jsonl", "--fresh"]);
    pty.wait_text("3 家").wait_text("[排序 问题]");
    quit(&mut pty);
    let mut pty = desk(&place);
    pty.wait_text("3 家").wait_text("[排序 问题]");
    quit(&mut pty);
}

#[test]
fn a_session_of_another_directory_or_a_broken_one_is_ignored_and_said() {
    let place = place();
    let mut pty = desk(&place);
    pty.wait_text("3 家");
    pty.send("n").wait_text("两边差");
    quit(&mut pty);
    let path = session(&place);
    let text = fs::read_to_string(&path).unwrap();
    for (bad, said) in [
        (text.replace("\"directory\": \"", "\"directory\": \"/elsewhere"), "是另一个目录的"),
        (text.replace("session/1", "session/2"), "更新的版本"),
        (text.chars().take(text.chars().count() / 2).collect(), "上次的位置未能恢复"),
    ] {
        assert_ne!(bad, text);
        fs::write(&path, &bad).unwrap();
        let mut pty = desk(&place);
        pty.wait_text(said).wait_text("3 家");
        quit(&mut pty);
    }
    let mut pty = desk(&place);
    pty.wait_text("3 家");
    quit(&mut pty);
}

#[test]
fn a_filter_is_kept_for_all_directories() {
    let place = place();
    place.write("other/x.json", broken("白石镇人民政府", 2024).to_string());
    let mut pty = desk(&place);
    pty.wait_text("3 家");
    pty.send("/教育\r").wait_text("1 家");
    pty.send(",s").wait_text("筛选的名称");
    pty.send("教育口\r").wait_text("已存筛选“教育口”");
    quit(&mut pty);
    let mut pty = start(&place, &["other", "--journal", "k.jsonl"]);
    pty.wait_text("白石镇人民政府");
    pty.send("F").wait_text("教育口  [排序 问题] [查找 教育]");
    pty.send("\x1b[3~").wait_text("已删除筛选“教育口”");
    pty.send("\x7f").wait_text("已存筛选“教育口”");
    pty.send("\r").wait_text("0 家");
    quit(&mut pty);
    let text = fs::read_to_string(place.path("home/data/gouji/filters.json")).unwrap();
    assert!(text.contains("教育口"), "{text}");
}
