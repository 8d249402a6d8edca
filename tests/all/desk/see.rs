//! The preview, the years and the overview in a real terminal.

use crate::support::command::{Place, broken, clean};
use crate::support::pty::{PATIENCE, Start};

#[test]
fn a_reviewer_sees_the_report_its_years_and_the_whole_from_the_keyboard() {
    let place = Place::new();
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/before.json", clean("松溪县教育局", 2023).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(["in", "--journal", "j.jsonl"]).cwd(place.path(""));
    let start = place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value));
    let mut pty = start.size(160, 45).spawn();
    // The preview is there by itself.
    pty.wait_text("主要数据");
    pty.send("p").wait_for("no preview", |screen| !screen.contains("主要数据"));
    // Every bar of the overview leads to its reports.
    pty.send(",o").wait_text("年报 0/2 份已通过");
    pty.send("l\r").wait_for("the list, narrowed", |screen| screen.contains("1 家") && !screen.contains("公安局"));
    pty.send("\r").wait_text("[1 问题");
    pty.send("9").wait_text("走势");
    assert!(pty.screen().contains("2023"), "{}", pty.screen());
    pty.send("h\r").wait_for("the other year", |screen| screen.contains("松溪县教育局 2023 ▸"));
    pty.send("\x1b").wait_text("走势");
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}
