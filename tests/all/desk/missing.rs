//! Agencies of the roster that have not reported are lines of the list: written on, assigned, reminded.

use std::fs;

use crate::support::command::{Place, clean};
use crate::support::desk::{in_journal, loaded, quit, reports, shown, start, wait_until};
use crate::support::pty::Pty;

const ROSTER: &str = "名称,地区\n松溪县教育局,骐昌市/松溪县\n松溪县公安局,骐昌市/松溪县\n松溪县水务局,骐昌市/松溪县\n";

fn desk(place: &Place) -> Pty {
    let arguments = ["in", "--journal", "j.jsonl", "--reviewer", "li", "--roster", "r.csv"];
    let pty = start(place, &arguments).size(120, 30).spawn();
    loaded(&pty);
    pty.wait_for("the line", |screen| screen.lines().any(|line| line.contains("催报") && line.contains("水务局")));
    pty
}

#[test]
fn who_has_not_reported_is_a_line_that_is_noted_assigned_and_reminded() {
    let place = Place::new();
    place.write("r.csv", ROSTER);
    reports(&place);
    let mut pty = desk(&place);
    pty.wait_text("2 家，退回 0");
    pty.send("/水务\r").wait_for("one line", |screen| !screen.contains("公安"));
    pty.send("a").wait_text("Ctrl-J");
    pty.send("电话打过").wait_text("电话打过");
    pty.send("\r").wait_text("已保存批注");
    pty.wait_for("no reminder yet", |screen| screen.lines().any(|line| line.contains("未报") && line.contains("批1")));
    pty.send(",a").settle();
    pty.send("wang\r").wait_text("已指派给 wang");
    pty.send("A").wait_text("没有年报，不能通过");
    pty.send("R").wait_text("预览：通知 1 份").wait_text("松溪县水务局");
    pty.send("\r").wait_text("已写出通知 1 份");
    pty.wait_for("its status", |screen| screen.lines().any(|line| line.contains("已催") && line.contains("批2")));
    pty.send("\x1b").wait_text("教育");
    pty.send("f未报\r").wait_for("one line", |screen| screen.contains("水务") && !screen.contains("公安"));
    quit(pty);
    assert!(shown(&place).contains("已写催报通知"), "{}", shown(&place));
    assert_eq!(fs::read_dir(place.path("home/Documents/gouji/in")).unwrap().count(), 1);
    // The report comes: what was written is there, and its review begins anew.
    let mut pty = desk(&place);
    place.write("in/c.json", clean("松溪县水务局", 2024).to_string());
    wait_until("the report", || {
        pty.send(",l").settle();
        pty.screen().contains("3 家，退回 0")
    });
    pty.send("/水务\r").wait_for("the report alone", |screen| screen.contains("水务") && !screen.contains("公安"));
    assert!(!pty.screen().lines().any(|line| line.contains("已催")), "{}", pty.screen());
    // The notes are the last number of the line.
    pty.wait_for("both notes", |screen| screen.lines().any(|line| line.contains("审核中") && line.contains(" 2 ")));
    quit(pty);
    assert_eq!(in_journal(&place, "\"returned\""), 0);
}
