//! How many keys the tasks of every day take, in a real terminal. Text that is written is not counted, keys are.

use crate::support::command::{Place, broken, clean, set};
use crate::support::desk::{in_journal, loaded, quit, start};
use crate::support::pty::Pty;
use serde_json::json;

/// A desk whose keys are counted.
struct Counted {
    pty: Pty,
    keys: usize,
}

impl Counted {
    fn desk(place: &Place, arguments: &[&str]) -> Self {
        let arguments = [&["in", "--journal", "j.jsonl", "--reviewer", "li"], arguments].concat();
        let pty = start(place, &arguments).size(120, 40).spawn();
        loaded(&pty);
        pty.wait_for("everything checked", |screen| !screen.contains("正在"));
        Self { pty, keys: 0 }
    }

    /// One key.
    #[track_caller]
    fn key(&mut self, key: &str) -> &mut Self {
        let is_one = key.chars().count() == 1 || (key.starts_with('\x1b') && key.len() <= 4);
        assert!(is_one, "{key:?} is one key");
        self.keys += 1;
        self.pty.send(key);
        self
    }

    /// Words, or what a test does beside the task.
    fn text(&mut self, text: &str) -> &mut Self {
        self.pty.send(text);
        self
    }

    #[track_caller]
    fn sees(&mut self, text: &str) -> &mut Self {
        self.pty.wait_text(text);
        self
    }

    /// The task took so many keys; the next one begins.
    #[track_caller]
    fn took(&mut self, keys: usize) -> &mut Self {
        assert_eq!(std::mem::take(&mut self.keys), keys);
        self
    }
}

/// Three agencies, the worst of which has errors in two tables.
fn three(place: &Place) {
    let mut worst = broken("松溪县教育局", 2024);
    set(&mut worst, "disputes/reconsideration/total", json!(1));
    set(&mut worst, "disputes/litigation_after/total", json!(2));
    place.write("in/1.json", clean("松溪县档案局", 2024).to_string());
    place.write("in/2.json", worst.to_string());
    place.write("in/3.json", broken("松溪县公安局", 2024).to_string());
}

#[test]
fn the_wrong_cell_of_the_worst_report_is_at_hand_from_the_start() {
    let place = Place::new();
    three(&place);
    let mut desk = Counted::desk(&place, &[]);
    desk.key("n").sees("松溪县教育局 2024 ▸ 表").sees("两边差").took(1);
    quit(desk.pty);
}

#[test]
fn a_key_decides_on_a_finding_and_goes_on_to_the_next() {
    let place = Place::new();
    three(&place);
    let mut desk = Counted::desk(&place, &[]);
    desk.text("/教育\r").sees("1 家").text("n").sees("两边差");
    for (key, said) in [
        ("t", "已保存处理意见：属实，须更正"),
        ("b", "已保存处理意见：不是问题"),
        ("D", "已保存处理意见：待核实"),
        ("i", "已保存处理意见：认可"),
    ] {
        desk.key(key).sees(said).took(1);
    }
    // The last one takes it back.
    desk.key("u").sees("已撤销").took(1);
    // The menu says which they are.
    desk.text("v").sees("属实，须更正  t").text("\x1b");
    desk.pty.settle();
    quit(desk.pty);
    let decisions = ["\"decision\":\"return\"", "\"decision\":\"not_a_problem\"", "\"decision\":\"to_verify\""];
    for decision in decisions {
        assert_eq!(in_journal(&place, decision), 1, "{decision}: another finding each");
    }
}

#[test]
fn those_in_order_are_accepted_with_a_filter_an_act_and_a_question() {
    let place = Place::new();
    for number in 0..24 {
        place.write(&format!("in/{number}.json"), clean(&format!("松溪县{number}局"), 2024).to_string());
    }
    for number in 24..80 {
        place.write(&format!("in/{number}.json"), broken(&format!("松溪县{number}局"), 2024).to_string());
    }
    let mut desk = Counted::desk(&place, &[]);
    // Once in a season.
    desk.text("f没有问题\r").sees("24 家").text(",s").sees("筛选的名称").text("可通过\r").sees("已存筛选");
    desk.text("\x1b").sees("80 家");
    desk.key("F").sees("可通过").key("\r").sees("24 家").key("C").sees("通过 24 份年报").key("y");
    desk.sees("已保存 24 条：状态：通过").took(4);
    desk.key("u").sees("已撤销 24 条").took(1);
    quit(desk.pty);
    assert_eq!(in_journal(&place, "\"accepted\""), 24);
}

#[test]
fn one_rule_in_all_reports_takes_three_keys() {
    let place = Place::new();
    three(&place);
    let mut desk = Counted::desk(&place, &[]);
    desk.text("n").sees("两边差");
    desk.key("V").sees("全部同类问题的处理意见").key("1").sees("处理为：属实，须更正").key("y");
    desk.sees("已保存").took(3);
    quit(desk.pty);
}

#[test]
fn what_remains_for_whom_and_until_when_is_one_key_away() {
    let place = Place::new();
    three(&place);
    let mut desk = Counted::desk(&place, &[]);
    desk.text("/公安\r").sees("1 家").text("R").sees("Enter 为").text("2099-03-01\r").sees("期限 2099-03-01");
    desk.text(",a").sees("li").text("li\r").sees("指派给");
    desk.text("\x1b").sees("3 家");
    desk.key("O").sees("2099-03-01 到期").sees("指派 li").took(1);
    // From inside a report too; and the list is narrowed to a date.
    desk.text("\x1b").sees("3 家").text("n").sees("两边差");
    desk.key("O").sees("2099-03-01 到期").took(1).text("\x1b");
    desk.pty.settle();
    quit(desk.pty);
}

/// What the desk has written, by name.
fn outputs(place: &Place) -> Vec<String> {
    let dir = place.path("home/Documents/gouji/in");
    let files = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.collect();
    files.sort_unstable();
    files
}

#[test]
fn a_report_goes_back_with_reason_date_and_notice_in_four_keys() {
    let place = Place::new();
    three(&place);
    let mut desk = Counted::desk(&place, &[]);
    desk.text("/教育\r").sees("1 家");
    desk.key("R").sees("一并退回问题 4/4 条").text("2099-03-01").sees("即 2099-03-01");
    desk.key("\t").pty.settle();
    desk.text("合计与分项不符").sees("合计与分项不符").key("\x0e");
    desk.sees("预览：通知 1 份").sees("合计与分项不符").key("\r").sees("已写出通知 1 份").took(4);
    assert_eq!(outputs(&place), ["松溪县教育局_2024_第1轮.docx"]);
    assert_eq!(std::fs::read_dir(place.path("in")).unwrap().count(), 3, "nothing among the reports");
    assert_eq!(in_journal(&place, "合计与分项不符"), 1);
    quit(desk.pty);
}

#[test]
fn the_sheet_for_the_boss_takes_two_keys_and_everything_else_three() {
    let place = Place::new();
    three(&place);
    let mut desk = Counted::desk(&place, &[]);
    desk.key("W").sees("进度表").key("p").sees("已写出进度表").took(2);
    desk.key("W").key("p").sees("(2).xlsx").took(2);
    desk.key("W").key("c").sees("已写出通报").took(2);
    desk.key("W").key("l").sees("已写出台账").took(2);
    desk.key("W").key("h").sees("已写出审核档案").took(2);
    desk.text("*").sees("[已选 3]");
    desk.key("W").key("m").sees("预览：通知 3 份").key("\r").sees("已写出通知 3 份").took(3);
    quit(desk.pty);
    let written = outputs(&place);
    let kinds: Vec<&str> = written.iter().map(|name| name.split(['_', '.']).next().unwrap()).collect();
    assert_eq!(kinds, ["共性问题通报", "台账", "审核档案", "进度", "进度", "通知书"], "{written:?}");
}

#[test]
fn what_goes_out_goes_where_the_settings_say_and_never_among_the_reports() {
    let place = Place::new();
    three(&place);
    let out = place.path("归档");
    for (name, said) in [(out.clone(), "已写出进度表"), (place.path("in/out"), "年报目录从不写入")] {
        let config = place.write("config.toml", format!("output = {:?}", name.to_str().unwrap()));
        let arguments = ["in", "--journal", "j.jsonl", "--reviewer", "li"];
        let mut pty = start(&place, &arguments).env("GOUJI_CONFIG", config).size(120, 40).spawn();
        loaded(&pty);
        pty.send("Wp").wait_text(said);
        quit(pty);
    }
    assert_eq!(std::fs::read_dir(out).unwrap().count(), 1);
    assert!(!place.path("in/out").exists());
}
