//! The desk in a real terminal, as a reviewer works with it: written, killed, shared, resized.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::support::command::{Place, listing, sample_data};
use crate::support::desk::*;
use crate::support::pty::{PATIENCE, Pty};
use gouji::journal::{Act, Journal, ReportRef, Target};

/// So much is at once.
const SECOND: Duration = Duration::from_millis(1500);

#[test]
fn the_first_planted_error_is_found_noted_returned_and_found_again() {
    let place = Place::new();
    let reports = sample_data().join("reports");
    let before = listing(&reports);
    let arguments = [reports.to_str().unwrap(), "--journal", "j.jsonl", "--reviewer", "李"];
    let mut pty = start(&place, &arguments).size(100, 30).spawn();
    loaded(&pty);
    pty.send("g").settle();
    pty.send("n").wait_text("两边差");
    let screen = pty.screen();
    let line = |start: &str| screen.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{screen}"));
    assert!(line("左 ").contains('<') && line("右 ").contains('['), "{screen}");
    assert!(line("错 T").contains("1/"), "{screen}");
    let finding = line("错 T").to_owned();
    pty.send("a").wait_text("Enter 保存");
    pty.send("请核对上年结转数").wait_text("请核对上年结转数");
    pty.send("\r").wait_text("已保存批注");
    pty.send("R").wait_text("Enter 为");
    pty.send("\r").wait_text("已保存状态：退回");
    quit(pty);

    let mut pty = start(&place, &arguments).size(100, 30).spawn();
    loaded(&pty);
    pty.wait_text("退回 1");
    pty.send("g").settle();
    pty.send("n").wait_text(&finding);
    pty.wait_for("the status of the report", |screen| screen.lines().nth(1).is_some_and(|tabs| tabs.contains("退回")));
    pty.send("6").wait_text("请核对上年结转数");
    quit(pty);
    assert_eq!(listing(&reports), before, "nothing is written among the reports");
}

#[test]
fn killed_right_after_saved_the_note_is_there() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    write_note(&mut pty, "线路断了也在");
    pty.kill("KILL");
    pty.wait_exit(PATIENCE);
    assert!(shown(&place).contains("线路断了也在"));
    let mut pty = desk(&place, "li");
    pty.send("g\r6").wait_text("线路断了也在");
    quit(pty);
}

#[test]
fn two_desks_on_one_journal_see_each_other_and_lose_nothing() {
    let place = Place::new();
    reports(&place);
    let mut one = desk(&place, "li");
    let mut two = desk(&place, "wang");
    one.send("g").settle();
    two.send("g").settle();
    for round in 0..3_usize {
        let started = Instant::now();
        write_note(&mut one, &format!("甲{round}"));
        // The list counts the notes of each agency.
        two.wait_for("its notes", |screen| counts_notes(screen, 2 * round + 1));
        assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
        if round == 0 {
            two.wait_text("其他审核人新增 1 条记录");
        }
        write_note(&mut two, &format!("乙{round}"));
        one.wait_for("its notes", |screen| counts_notes(screen, 2 * round + 2));
    }
    // Both at once.
    for pty in [&mut one, &mut two] {
        pty.send("a").wait_text("Ctrl-J");
    }
    one.send("同时一").wait_text("同时一");
    two.send("同时二").wait_text("同时二");
    one.send("\r");
    two.send("\r");
    one.wait_text("已保存批注");
    two.wait_text("已保存批注");
    for pty in [&mut one, &mut two] {
        pty.send("\r6");
        for text in ["甲0", "甲1", "甲2", "乙0", "乙1", "乙2", "同时一", "同时二"] {
            pty.wait_text(text);
        }
    }
    quit(one);
    quit(two);
    let shown = shown(&place);
    assert_eq!(shown.lines().filter(|line| line.contains("批注")).count(), 8, "{shown}");
}

#[test]
fn many_reports_fill_the_list_while_loading_and_q_works_at_once() {
    let place = Place::new();
    assert_eq!(place.run(["generate", "--out", "many", "--count", "3000"]).code, 0);
    let mut pty = start(&place, &["many", "--journal", "j.jsonl"]).spawn();
    pty.wait_text("勾稽");
    let started = Instant::now();
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
    assert!(started.elapsed() < SECOND, "{:?}", started.elapsed());
    let mut pty = start(&place, &["many", "--journal", "j.jsonl"]).spawn();
    pty.wait_raw("正在读取".as_bytes());
    pty.send("j");
    pty.wait_for("all of them", |screen| screen.contains("1500 家") && !screen.contains("正在读取"));
    pty.send("G").wait_for("the end of the list", |screen| screen.contains('▸'));
    quit(pty);
}

#[test]
fn the_demo_works_leaves_nothing_but_its_journal_and_remembers() {
    let place = Place::new();
    fs::create_dir(place.path("tmp")).unwrap();
    let demo = || start(&place, &["demo", "--reviewer", "li"]).env("TMPDIR", place.path("tmp")).spawn();
    let mut pty = demo();
    loaded(&pty);
    pty.wait_text("示例数据");
    pty.send("g").settle();
    pty.send("n").wait_text("左 ");
    pty.send("\x1b\x1b").wait_text("家，退回");
    write_note(&mut pty, "试一试");
    quit(pty);
    assert_eq!(fs::read_dir(place.path("tmp")).unwrap().count(), 0, "the unpacked reports are gone");
    let mut pty = demo();
    loaded(&pty);
    pty.send("u").wait_text("已撤销");
    quit(pty);
}

#[test]
fn esc_on_the_first_screen_is_harmless() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    for _ in 0..3 {
        pty.send("\x1b");
        pty.settle();
    }
    pty.send("?").wait_text("此处常用");
    pty.send("\x1b").wait_for("no help", |screen| !screen.contains("此处常用"));
    pty.send("/公安").wait_for("one agency", |screen| screen.contains("/公安") && !screen.contains("教育"));
    pty.send("\x1b").wait_text("教育");
    quit(pty);
}

#[test]
fn a_journal_that_cannot_be_written_is_said_and_the_rest_works() {
    if rustix::process::geteuid().is_root() {
        println!("skipped: for root no file is read-only");
        return;
    }
    let place = Place::new();
    reports(&place);
    let path = place.path("j.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[Act::note("wang", ReportRef::default(), Target::Report, "早先", None)]).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let mut pty = desk(&place, "li");
    pty.send("a").wait_text("审核日志只读，不能记录");
    pty.send("n").wait_text("两边差");
    quit(pty);
}

#[test]
fn a_journal_in_a_place_that_cannot_be_is_said_and_the_rest_works() {
    let place = Place::new();
    reports(&place);
    place.write("file", "not a directory");
    let mut pty = start(&place, &["in", "--journal", "file/j.jsonl", "--reviewer", "li"]).spawn();
    loaded(&pty);
    pty.wait_text("审核日志 file/j.jsonl");
    pty.send("a").wait_text("不能记录");
    pty.send("n").wait_text("两边差");
    quit(pty);
    assert_eq!(fs::read_to_string(place.path("file")).unwrap(), "not a directory");
}

/// A desk whose journal's directory goes away after the start, with a note in the editor that could not be saved.
fn with_a_note_that_could_not_be_saved(place: &Place, arguments: &[&str]) -> Pty {
    fs::create_dir(place.path("gone")).unwrap();
    let mut pty = start(place, arguments).size(160, 30).spawn();
    loaded(&pty);
    fs::remove_dir_all(place.path("gone")).unwrap();
    // A directory that can neither be made nor written.
    std::os::unix::fs::symlink("/proc/nowhere", place.path("gone")).unwrap();
    pty.send("g").settle();
    pty.send("a").wait_text("Ctrl-J");
    pty.send("不能丢的话\r").wait_text("未保存的文字另存在");
    pty.wait_for("the words in the editor", |screen| screen.contains("╎不能丢的话"));
    pty
}

/// The drafts that hold the words.
fn drafts(place: &Place) -> usize {
    let files = listing(&place.path("home")).into_keys().filter(|path| path.is_file());
    files.filter(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("不能丢的话"))).count()
}

#[test]
fn a_note_that_cannot_be_saved_stays_on_the_screen_and_is_offered_at_the_next_start() {
    let place = Place::new();
    reports(&place);
    let arguments = ["in", "--journal", "gone/j.jsonl", "--reviewer", "li"];
    let mut pty = with_a_note_that_could_not_be_saved(&place, &arguments);
    pty.kill("TERM");
    pty.wait_exit(PATIENCE);
    assert_eq!(drafts(&place), 1, "kept once, although the desk ended with the words in the editor");
    // Now the place can be had.
    fs::remove_file(place.path("gone")).unwrap();
    fs::create_dir(place.path("gone")).unwrap();
    let mut pty = start(&place, &arguments).size(160, 30).spawn();
    pty.wait_text("存入审核日志？").wait_text("不能丢的话");
    pty.send("y").wait_text("已补存 1 条");
    quit(pty);
    let journal = fs::read_to_string(place.path("gone/j.jsonl")).unwrap();
    assert_eq!(journal.matches("不能丢的话").count(), 1, "{journal}");
    assert_eq!(drafts(&place), 0);
}

#[test]
fn words_that_were_thrown_away_do_not_come_back() {
    let place = Place::new();
    reports(&place);
    let arguments = ["in", "--journal", "gone/j.jsonl", "--reviewer", "li"];
    let mut pty = with_a_note_that_could_not_be_saved(&place, &arguments);
    assert_eq!(drafts(&place), 1);
    pty.send("\x1b").wait_text("放弃修改？");
    pty.send("y").wait_for("no editor", |screen| !screen.contains("不能丢的话"));
    quit(pty);
    assert_eq!(drafts(&place), 0);
}

#[test]
fn words_being_written_when_the_line_drops_are_offered_at_the_next_start() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("a").wait_text("Ctrl-J");
    pty.send("不能丢的话").wait_text("╎不能丢的话");
    pty.kill("HUP");
    pty.wait_exit(PATIENCE);
    let mut pty = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]).spawn();
    pty.wait_text("存入审核日志？");
    pty.send("y").wait_text("已补存 1 条");
    quit(pty);
}

/// Appends a line with its checksum, as a newer version of the program would.
fn append_chained(journal: &mut String, body: &str) {
    use sha2::Digest as _;
    let previous = journal.trim_end().rsplit('"').nth(1).unwrap();
    let digest = sha2::Sha256::new().chain_update(previous).chain_update(body).finalize();
    let chain: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    journal.push_str(&format!("{body},\"chain\":\"{chain}\"}}\n"));
}

#[test]
fn what_a_newer_version_wrote_is_reported_and_kept() {
    let place = Place::new();
    reports(&place);
    let path = place.path("j.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[Act::note("wang", ReportRef::default(), Target::Report, "早先", None)]).unwrap();
    let mut text = fs::read_to_string(&path).unwrap();
    let seal = text.trim_end().replacen("\"act\":\"note\"", "\"act\":\"seal\"", 1);
    let seal = seal.rsplit_once(",\"chain\"").unwrap().0.replacen("{\"id\":\"0", "{\"id\":\"1", 1);
    append_chained(&mut text, &seal);
    append_chained(&mut text, "{\"v\":99,\"what\":\"nobody knows\"");
    fs::write(&path, &text).unwrap();
    let mut pty = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]).spawn();
    pty.wait_text("2 行来自更新的版本，已保留但不显示");
    loaded(&pty);
    write_note(&mut pty, "照样能写");
    quit(pty);
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.starts_with(&text) && after.contains("照样能写"), "{after}");
}

#[test]
fn a_torn_journal_is_written_on() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    write_note(&mut pty, "完整的");
    write_note(&mut pty, "写到一半的");
    quit(pty);
    let path = place.path("j.jsonl");
    let whole = fs::read(&path).unwrap();
    let torn = &whole[..whole.len() - 30];
    fs::write(&path, torn).unwrap();
    let mut pty = desk(&place, "li");
    write_note(&mut pty, "后来的");
    quit(pty);
    assert!(fs::read(&path).unwrap().starts_with(torn), "nothing is rewritten");
    let shown = shown(&place);
    assert!(shown.contains("完整的") && shown.contains("后来的") && !shown.contains("写到一半的"), "{shown}");
}

#[test]
fn a_directory_with_nothing_readable_opens_and_says_why() {
    let place = Place::new();
    place.write("in/bad.json", "{");
    let mut pty = start(&place, &["in", "--journal", "j.jsonl"]).spawn();
    pty.wait_text("无法读取").wait_text("文件不完整");
    pty.send("\r").wait_text("退回给报送单位？");
    pty.send("n").settle();
    quit(pty);
    fs::create_dir(place.path("empty")).unwrap();
    let pty = start(&place, &["empty", "--journal", "j.jsonl"]).spawn();
    pty.wait_text("没有可审核的年报");
    quit(pty);
}

#[test]
fn raw_documents_are_reviewed_as_they_are() {
    let place = Place::new();
    let documents = sample_data().join("documents");
    let arguments = [documents.to_str().unwrap(), "--journal", "j.jsonl", "--lang", "en"];
    let mut pty = start(&place, &arguments).size(120, 40).spawn();
    pty.wait_text("8 agencies");
    pty.send("gn").wait_text("the sides differ by");
    pty.send("5").wait_for("the text of the report", |screen| screen.contains("一、"));
    quit(pty);
    assert!(!Path::new(&documents).join("j.jsonl").exists());
}

/// Does the list count so many notes of an agency in review? They are its last number.
fn counts_notes(screen: &str, count: usize) -> bool {
    let count = count.to_string();
    screen.lines().any(|line| line.contains("审核中") && line.split_whitespace().last() == Some(&*count))
}

#[test]
fn a_reviewer_without_a_login_name_is_asked_once_how_they_sign() {
    let place = Place::new();
    reports(&place);
    let start = || {
        let nobody = ["USER", "LOGNAME", "USERNAME", "GOUJI_REVIEWER"];
        let pty = start(&place, &["in", "--journal", "j.jsonl"]);
        nobody.into_iter().fold(pty, |pty, name| pty.env(name, "")).spawn()
    };
    let mut pty = start();
    pty.wait_text("怎么署名");
    pty.send("王\n");
    loaded(&pty);
    write_note(&mut pty, "署了名的");
    quit(pty);
    let pty = start();
    loaded(&pty);
    quit(pty);
    assert!(shown(&place).contains("王"), "{}", shown(&place));
}

#[test]
fn a_journal_that_cannot_be_written_is_said_before_anything_is_tried_and_a_dumb_terminal_gets_lines() {
    let place = Place::new();
    reports(&place);
    place.write("file", "not a directory");
    let pty = start(&place, &["in", "--journal", "file/j.jsonl", "--reviewer", "li"]).size(140, 30).spawn();
    loaded(&pty);
    pty.wait_text("审核日志 file/j.jsonl");
    quit(pty);
    let mut pty = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]).env("TERM", "dumb").spawn();
    pty.wait_text("1/2 松溪县");
    pty.look(|screen| assert!(!screen.alternate_screen()));
    pty.send("q");
    pty.wait_exit(PATIENCE);
}

#[test]
fn leaving_says_what_was_done_what_is_open_and_when_things_are_due() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    write_note(&mut pty, "看过了");
    pty.send("/教育\r").wait_for("one agency", |screen| !screen.contains("公安"));
    pty.send("R").wait_text("Enter 为");
    pty.send("2099-03-01\r").wait_text("已保存状态：退回");
    pty.send("q");
    pty.wait_text("今日：处理意见 0，批注 1，退回 1，通过 0").wait_text("待审：1 份年报，1 个问题未处理");
    pty.wait_text("退回期限：2099-03-01 1 份");
}

#[test]
fn the_tour_ends_with_something_found_decided_noted_returned_and_taken_back() {
    for (lang, steps, first_line) in [
        ("zh_CN.UTF-8", ["导览 1/5", "导览 2/5", "导览 3/5", "导览 4/5", "导览 5/5", "导览完"], "示例数据"),
        ("en_US.UTF-8", ["tour 1/5", "tour 2/5", "tour 3/5", "tour 4/5", "tour 5/5", "that is all"], "sample data"),
    ] {
        let place = Place::new();
        let mut pty = start(&place, &["demo", "--tour", "--reviewer", "li"]).env("LANG", lang).size(140, 30).spawn();
        let [find, decide, note, back, undo, done] = steps;
        pty.wait_text(first_line).wait_text(find);
        pty.send("n").wait_text(decide);
        pty.send("t").wait_text(note);
        pty.send("a").wait_text("Ctrl-J");
        pty.send("ok").wait_text("ok");
        pty.send("\r").wait_text(back);
        pty.send("R").wait_text("12-15");
        pty.send("\r").wait_text(undo);
        pty.send("u").wait_text(done);
        quit(pty);
    }
}
