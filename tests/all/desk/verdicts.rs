//! Decisions that could go wrong, in a real terminal: what is judged and not sent back, accepted unseen, repeated.

use crate::support::command::{Place, broken, clean, sample_data};
use crate::support::desk::{desk, in_journal, loaded, quit, reports, shown, start, wait_until, write_note};

#[test]
fn what_must_be_corrected_is_not_forgotten_before_it_is_returned() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("gn").wait_text("两边差");
    pty.send("v").wait_text("1 属实，须更正");
    pty.send("1").wait_text("已保存处理意见：属实，须更正");
    pty.send("v").wait_text("1 属实，须更正");
    pty.send("1").wait_text("2 条须更正，整份尚未退回：R 退回");
    pty.send("\x1b\x1b").wait_text("家，退回");
    pty.send(",o").wait_text("须更正而未退回");
    pty.send("\x1b").settle();
    pty.send("f未退回\r").wait_for("one agency", |screen| screen.contains("教育") && !screen.contains("公安"));
    pty.send("R").wait_text("Enter 为");
    pty.send("\r").wait_text("已保存状态：退回");
    pty.send("\x1b").wait_text("公安");
    quit(pty);
}

#[test]
fn nothing_is_accepted_over_what_is_open_by_any_key() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    // The one in order first: `.` would accept the other.
    pty.send("Gk").settle();
    pty.send("/公安\r").wait_for("one agency", |screen| !screen.contains("教育"));
    pty.wait_text("0/1");
    pty.send("A").wait_text("1 个警告未处理。仍然通过？");
    pty.send("y").wait_text("已保存状态：通过");
    pty.send("\x1b").wait_text("教育");
    pty.send("g").settle();
    for key in ["A", "."] {
        pty.send(key).wait_text("2 个错误未处理。仍然通过？");
        pty.send("n").wait_for("no question", |screen| !screen.contains("仍然通过"));
    }
    pty.send("*A").wait_text("其中 1 份还有：2 个错误未处理");
    pty.send("\r").wait_text("按 y 执行");
    pty.send("\x1b").settle();
    assert_eq!(in_journal(&place, "\"accepted\""), 1);
    // What was undone is not repeated.
    pty.send("\x1b").settle();
    pty.send("u").wait_text("已撤销");
    pty.send(".").wait_text("还没有可以重复的审核动作");
    quit(pty);
}

#[test]
fn many_are_accepted_only_by_y_and_what_is_wrong_with_them_is_counted() {
    let place = Place::new();
    let documents = sample_data().join("documents");
    let arguments = [documents.to_str().unwrap(), "--journal", "j.jsonl", "--reviewer", "li"];
    let mut pty = start(&place, &arguments).size(120, 40).spawn();
    loaded(&pty);
    pty.send("*").wait_text("已选 8");
    wait_until("all texts are checked", || {
        pty.send("A").wait_text("通过 8 份年报");
        let is_checked = !pty.screen().contains("正文还没有查完");
        if !is_checked {
            pty.send("\x1b").wait_for("no box", |screen| !screen.contains("通过 8 份年报"));
        }
        is_checked
    });
    pty.wait_text("通过 8 份年报，其中 7 份还有：6 个错误未处理，1 个警告未处理，12 处读取疑点未对照");
    pty.send("\r").wait_text("按 y 执行");
    pty.send("\x1b").settle();
    pty.send("\x1b").settle();
    // Those in order: a filter, all of them, accept, yes.
    pty.send("f没有问题\r").wait_text("1 家");
    pty.send("*A").wait_text("通过 1 份年报");
    pty.send("y").wait_text("已保存状态：通过");
    assert_eq!(in_journal(&place, "\"accepted\""), 1);
    quit(pty);
}

#[test]
fn a_report_is_returned_with_a_reason_in_working_days_and_what_goes_with_it_is_shown() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("gR").wait_text("一并退回问题 2/2 条").wait_text("退回 松溪县教育局 2024");
    pty.send("10个工作日").wait_text("即 20");
    pty.send("\t").settle();
    pty.send("上年结转数不符").wait_text("）: 上年结转数不符");
    pty.send("\r").wait_text("已保存状态：退回，期限");
    quit(pty);
    assert_eq!(in_journal(&place, "上年结转数不符"), 1);
    assert_eq!(in_journal(&place, "\"due\":\"20"), 1);
}

#[test]
fn a_paste_into_a_terminal_without_brackets_accepts_and_quits_nothing() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("j").settle();
    pty.send("松溪县公安局\rA\rq\rq\r").wait_text("未当作按键执行");
    pty.send("please have a look\rA\ry\rq\r").settle();
    // Into a note the same is text.
    pty.send("a").wait_text("Ctrl-J");
    pty.send("第一行\rA\rq").wait_text("╎第一行").wait_text("╎q");
    pty.send("\r").wait_text("已保存批注");
    assert_eq!(in_journal(&place, "accepted"), 0);
    quit(pty);
}

#[test]
fn a_chinese_input_method_left_on_is_understood_or_said() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    pty.send("？").wait_text("帮助");
    pty.send("\x1b").settle();
    pty.send("你好").wait_text("中文输入法开着，请切换到英文");
    pty.send("、公安\r").wait_for("one agency", |screen| !screen.contains("教育"));
    quit(pty);
}

#[test]
fn fresh_verdicts_are_not_said_to_be_out_of_date() {
    let place = Place::new();
    let documents = sample_data().join("documents");
    let arguments = [documents.to_str().unwrap(), "--journal", "j.jsonl", "--reviewer", "li"];
    let mut pty = start(&place, &arguments).size(120, 40).spawn();
    loaded(&pty);
    pty.wait_for("everything checked", |screen| !screen.contains("正在"));
    pty.send("g").settle();
    for _ in 0..12 {
        pty.send("n").settle();
        pty.send("v").wait_text("6 不是问题");
        pty.send("6").wait_text("已保存处理意见");
    }
    pty.send("6").settle();
    assert!(!pty.screen().contains("数字已变"), "{}", pty.screen());
    for _ in 0..3 {
        pty.send("\x1b").settle();
    }
    assert!(pty.screen().contains("审核中 ") && !pty.screen().contains("审核中!"), "{}", pty.screen());
    quit(pty);
    let pty = start(&place, &arguments).size(120, 40).spawn();
    loaded(&pty);
    pty.wait_for("everything checked", |screen| !screen.contains("正在") && screen.contains("审核中"));
    assert!(!pty.screen().contains("审核中!"), "{}", pty.screen());
    quit(pty);
}

#[test]
fn what_cannot_be_read_goes_back_with_the_whole_reason() {
    let place = Place::new();
    reports(&place);
    place.write("in/坏的.json", "{");
    let mut pty = desk(&place, "li");
    pty.send("g\r").wait_text("退回给报送单位？");
    pty.send("y").wait_text("）: ");
    pty.send("\r").wait_text("已保存状态：退回");
    pty.send("a").wait_text("Ctrl-J");
    pty.send("已打电话").wait_text("已打电话");
    pty.send("\r").wait_text("已保存批注");
    pty.wait_for("its status", |screen| screen.lines().any(|line| line.contains("退回 ") && line.contains("批1")));
    pty.send("A").wait_text("无法读取的文件不能通过");
    quit(pty);
    assert!(shown(&place).contains("坏的"), "{}", shown(&place));
}

#[test]
fn a_directory_that_was_moved_or_of_which_a_part_is_opened_finds_its_journal() {
    let place = Place::new();
    place.write("in/甲县/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
    let start = |dir: &str| start(&place, &[dir, "--reviewer", "li"]).size(100, 30).spawn();
    let mut pty = start("in");
    loaded(&pty);
    pty.send("/教育\r").wait_for("one agency", |screen| !screen.contains("公安"));
    write_note(&mut pty, "搬家前写的");
    quit(pty);
    // Another directory has nothing to do with it.
    place.write("other/a.json", clean("云东县教育局", 2024).to_string());
    let pty = start("other");
    loaded(&pty);
    quit(pty);
    let mut pty = start("in/甲县");
    pty.wait_text("接着用那份日志？");
    pty.send("n\r");
    loaded(&pty);
    quit(pty);
    std::fs::rename(place.path("in"), place.path("moved")).unwrap();
    let mut pty = start("moved");
    pty.wait_text("接着用那份日志？");
    pty.send("y\r");
    loaded(&pty);
    pty.wait_for("its note", |screen| counts_notes(screen, 1));
    quit(pty);
    let pty = start("moved");
    loaded(&pty);
    pty.wait_for("its note", |screen| counts_notes(screen, 1));
    quit(pty);
}

/// Does the list count so many notes of an agency in review? They are its last number.
fn counts_notes(screen: &str, count: usize) -> bool {
    let count = count.to_string();
    screen.lines().any(|line| line.contains("审核中") && line.split_whitespace().last() == Some(&*count))
}
