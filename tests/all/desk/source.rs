//! The document and the reading doubts in a real terminal: a raw text is looked at, a doubt confirmed and found again.

use std::fs;

use crate::support::command::{Place, listing, sample_data};
use crate::support::pty::{PATIENCE, Pty, Start};

fn desk(place: &Place, directory: &str) -> Pty {
    let arguments = [directory, "--journal", "j.jsonl", "--reviewer", "li"];
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(arguments).cwd(place.path("")).size(120, 30);
    let pty = place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value)).spawn();
    pty.wait_for("the list", |screen| screen.contains("家，退回") && !screen.contains("正在读取"));
    pty
}

#[track_caller]
fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}

/// The line of the screen under the cursor.
fn under_cursor(screen: &str) -> String {
    screen.lines().find(|line| line.starts_with('▸')).unwrap_or_default().to_owned()
}

/// Of the documents that come with the program the one with a row that stands in the wrong column.
fn document(place: &Place) -> String {
    let name = "0103-08.txt";
    fs::create_dir(place.path("in")).unwrap();
    fs::copy(sample_data().join("documents").join(name), place.path("in").join(name)).unwrap();
    name.to_owned()
}

#[test]
fn a_cell_leads_to_its_line_and_back_and_a_doubt_is_confirmed_for_good() {
    let place = Place::new();
    let name = document(&place);
    let text = fs::read_to_string(place.path("in").join(&name)).unwrap();
    let before = listing(&place.path("in"));
    let number = text.lines().position(|line| line.starts_with("一、本年新收")).unwrap() + 1;
    let mut pty = desk(&place, "in");
    pty.send("g\r3g").wait_text("填报 8");
    pty.send("o").wait_text(&format!("{name}  共"));
    let on_line = |screen: &str| {
        let line = under_cursor(screen);
        line.contains(&format!(" {number} ")) && line.contains("╎ 8 ╎ 1 ╎")
    };
    pty.wait_for("the line of the cell", on_line);
    pty.send("\r")
        .wait_for("the cell", |screen| under_cursor(screen).contains("一、本年新收") && screen.contains("科研"));
    pty.send("8").wait_text("左右错位");
    pty.send("o").wait_for("the line of the doubt", |screen| under_cursor(screen).contains(" 61 ?"));
    pty.send("8v").wait_text("读取有误，应为");
    pty.send("1").wait_text("已保存：读取无误");
    pty.wait_for("the mark", |screen| under_cursor(screen).contains("✓ 读取无误（li）"));
    quit(pty);

    let mut pty = desk(&place, "in");
    pty.send("g\r8").wait_for("the mark again", |screen| under_cursor(screen).contains("✓ 读取无误（li）"));
    pty.send("\r").wait_text("读取无误（li）").wait_text("✓");
    quit(pty);
    let verified = place.run(["journal", "verify", "j.jsonl"]);
    assert_eq!(verified.code, 0, "{}", verified.out);
    let shown = place.run(["journal", "show", "j.jsonl"]).out;
    assert!(
        // The row has all its values: none of its cells was ever in doubt.
        shown.contains("li  读取无误") && shown.contains("整份年报"),
        "{shown}"
    );
    assert_eq!(listing(&place.path("in")), before, "nothing is written among the documents");
}

#[test]
fn a_parsed_report_shows_the_document_beside_it_and_says_where_there_is_none() {
    let place = Place::new();
    let name = document(&place);
    let read = place.run(["read", "in", "--out", "in"]);
    assert_eq!(read.code, 0, "{}", read.err);
    let parsed = place.path("in").join("0103-08.json");
    let parsed = if parsed.exists() { parsed } else { place.path("in").join(format!("{name}.json")) };
    fs::create_dir(place.path("alone")).unwrap();
    fs::copy(&parsed, place.path("alone/a.json")).unwrap();
    fs::create_dir(place.path("beside")).unwrap();
    fs::copy(&parsed, place.path("beside/a.json")).unwrap();
    fs::copy(place.path("in").join(&name), place.path("beside").join(&name)).unwrap();

    let mut pty = desk(&place, "alone");
    pty.send("g\r7").wait_text(&format!("原文件 {name} 不在年报所在的目录中"));
    quit(pty);
    // The directory holds both: the report comes first in it.
    let mut pty = desk(&place, "beside");
    pty.send("G\r3go").wait_for("the line", |screen| under_cursor(screen).contains("╎ 8 ╎ 1 ╎"));
    assert!(!pty.screen().contains("改动过"));
    quit(pty);
    let changed = format!("新加的一行\n{}", fs::read_to_string(place.path("beside").join(&name)).unwrap());
    fs::write(place.path("beside").join(&name), changed).unwrap();
    fs::create_dir(place.path("beside/x")).unwrap();
    fs::rename(place.path("beside/a.json"), place.path("beside/x/a.json")).unwrap();
    fs::rename(place.path("beside").join(&name), place.path("beside/x").join(&name)).unwrap();
    let mut pty = desk(&place, "beside/x/a.json");
    pty.send("g\r7").wait_text("文件在读取之后改动过");
    quit(pty);
}
