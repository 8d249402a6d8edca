//! Naming an agency in real terminals: a report that tells no name, one of two in a file, before a restart and after it,
//! with another desk on the same journal.

use std::fs;
use std::path::Path;

use crate::support::command::{Place, clean};
use crate::support::desk::{loaded, quit, shown, start};
use crate::support::pty::Pty;

/// A report of which nothing says whose it is.
fn nameless(sample: &str, year: u16) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/documents").join(sample);
    let text = fs::read_to_string(path).unwrap();
    let title = text.lines().find(|line| !line.trim().is_empty()).unwrap().to_owned();
    let name = title.split(' ').next().unwrap().to_owned();
    text.replace(&name, "").replace("2025 年", &format!("{year} 年"))
}

fn desk(place: &Place, reviewer: &str) -> Pty {
    let arguments = ["in", "--journal", "j.jsonl", "--reviewer", reviewer, "--fresh"];
    let pty = start(place, &arguments).size(120, 30).spawn();
    loaded(&pty);
    pty
}

#[test]
fn a_nameless_report_is_named_found_undone_and_named_after_a_restart_on_every_desk() {
    let place = Place::new();
    place.write("in/待审/0001.txt", nameless("0103-06.txt", 2025));
    place.write("in/a.json", clean("松溪县教育局", 2025).to_string());
    let mut pty = desk(&place, "li");
    let other = desk(&place, "wang");
    pty.wait_text("未具名·");
    pty.send("/").send("未具名").send("\r");
    // The same keys are offered before anything is typed, and the chip is there while it is typed.
    pty.wait_for("the name is typed", |screen| {
        screen.contains("查找 未具名") && !screen.lines().any(|line| line.starts_with("/未具名"))
    });
    pty.send("a").wait_text("Ctrl-J");
    pty.send("不知是谁").send("\r").wait_text("已保存批注");
    pty.send(",r").wait_text("机关名称");
    pty.send("漪溪市水利局").wait_text("新写");
    pty.send("\r").wait_text("已命名为 漪溪市水利局");
    other
        .wait_for("the name on the other desk", |screen| screen.contains("漪溪市水利局") && !screen.contains("未具名"));
    pty.send("\x1b").wait_text("2 家，退回");
    pty.send("/").send("yxsslj").send("\r");
    pty.wait_for("it is found by its name", |screen| screen.contains("漪溪市水利局") && !screen.contains("教育局"));
    pty.send("\r6").wait_text("不知是谁");
    pty.send("u").wait_text("已撤销：漪溪市水利局 2025 整份年报 命名为");
    other.wait_text("未具名·");
    pty.send("\x12").wait_text("已恢复：未具名·");
    quit(pty);
    quit(other);
    let mut again = desk(&place, "li");
    again.wait_text("漪溪市水利局");
    again.send("/").settle();
    again.send("水利局").settle();
    again.send("\r\r6").wait_text("不知是谁");
    // The file is touched: it is the same report, and has its name.
    let path = place.path("in/待审/0001.txt");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text).unwrap();
    again.wait_text("变更 1").wait_text("漪溪市水利局 2025");
    quit(again);
    let shown = shown(&place);
    assert!(shown.contains("命名为 漪溪市水利局") && shown.contains("（漪溪市水利局） 2025"), "{shown}");
}

#[test]
fn the_second_report_of_a_file_comes_while_the_desk_is_open_is_named_by_itself_and_goes_again() {
    let place = Place::new();
    let (first, second) = (nameless("0103-06.txt", 2025), nameless("0103-04.txt", 2025));
    place.write("in/0001.txt", first.clone());
    let mut pty = desk(&place, "li");
    pty.wait_text("未具名·");
    let both = format!("{first}\n{second}");
    place.write("in/0001.txt", &both);
    pty.wait_for("both", |screen| screen.matches("未具名·").count() == 2 && screen.contains("#2"));
    pty.send("/").send("#2").send("\r");
    pty.wait_for("only it", |screen| screen.contains("1 家，退回"));
    pty.send("a").wait_text("Ctrl-J");
    pty.send("还没有名字").send("\r").wait_text("已保存批注");
    pty.send(",r").wait_text("机关名称");
    pty.send("漪溪市审计局").send("\r").wait_text("已命名为 漪溪市审计局");
    pty.send("\x1b");
    pty.wait_for("one of each", |screen| {
        screen.contains("2 家，退回") && screen.contains("未具名·") && screen.contains("漪溪市审计局")
    });
    place.write("in/0001.txt", first);
    pty.wait_for("one", |screen| screen.contains("1 家，退回") && screen.contains("删除 1"));
    quit(pty);
    // It comes back with its name, and with what was written about it.
    place.write("in/0001.txt", both);
    let mut pty = desk(&place, "li");
    pty.wait_text("漪溪市审计局");
    pty.send("/").send("审计局").send("\r").wait_text("1 家，退回");
    pty.send("\r6").wait_text("还没有名字");
    quit(pty);
}
