//! Own keys: on the command line, and on the desk.

use crate::support::command::{Place, broken, clean};
use crate::support::pty::{PATIENCE, Pty, Start};

fn start(place: &Place, args: &[&str]) -> Start {
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(args).cwd(place.path(""));
    // The settings, and the file of keys beside them, are of this place.
    let start = start.env("GOUJI_CONFIG", place.path("settings/config.toml")).env("GOUJI_KEYS", "");
    place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value))
}

fn reports(place: &Place) {
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
}

fn desk(place: &Place, args: &[&str]) -> Pty {
    let args: Vec<&str> = ["in", "--journal", "j.jsonl", "--reviewer", "li"].iter().chain(args).copied().collect();
    let pty = start(place, &args).spawn();
    pty.wait_for("the list", |screen| screen.contains("家，退回") && !screen.contains("正在读取"));
    pty
}

#[test]
fn every_conflict_is_named_with_its_line_and_both_commands() {
    let place = Place::new();
    place.write("k.toml", "note = \"s\"\nsort = \"s\"\n\n[table]\nnxt-finding = \"w\"\n");
    let ran = place.run(["keys", "--keys", "k.toml"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(
        ran.err,
        "gouji: k.toml 第 2 行，sort：s 与 note 的 s（第 1 行）冲突（列表）\n\
         k.toml 第 5 行，table.nxt-finding：没有这个命令，是不是 next-finding？\n"
    );
    let english = place.run(["keys", "--lang", "en", "--keys", "k.toml"]);
    assert!(english.err.contains("line 2, sort: s conflicts with s of note, line 1"), "{}", english.err);
    let absent = place.run(["keys", "--keys", "none.toml"]);
    assert!(absent.code == 2 && absent.err.starts_with("gouji: 按键文件 none.toml："), "{absent:?}");
}

#[test]
fn a_file_written_before_a_command_was_there_goes_on_working_and_says_what_has_no_key() {
    let place = Place::new();
    place.write("k.toml", "note = \"s\"\n");
    let ran = place.run(["keys", "--keys", "k.toml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("s 已归 批注，排序 不再用它（写 sort = "), "{}", ran.err);
    place.write("k.toml", "note = \"s\"\nsort = []\n");
    assert_eq!(place.run(["keys", "--keys", "k.toml"]).err, "", "the file says it by now");
}

#[test]
fn the_printed_file_can_be_read_back_and_says_the_same() {
    let place = Place::new();
    place.write("k.toml", "note = [\"f5\", \", z\"]\nsort = []\n[agencies]\nnext-finding = [\"f9\", \"n\"]\n");
    let printed = place.run(["keys", "--format", "toml", "--keys", "k.toml"]);
    assert_eq!(printed.code, 0, "{}", printed.err);
    place.write("printed.toml", &printed.out);
    for format in ["toml", "json", "text"] {
        let [own, again] =
            ["k.toml", "printed.toml"].map(|file| place.run(["keys", "--format", format, "--keys", file]));
        assert_eq!(own.out, again.out, "{format}");
    }
    let json = place.run(["keys", "--format", "json", "--keys", "k.toml"]).json();
    let of = |name: &str| json.as_array().unwrap().iter().find(|one| one["command"] == name).unwrap().clone();
    assert_eq!(of("note")["keys"], serde_json::json!(["f5", ", z"]));
    assert_eq!(of("next-finding")["places"]["agencies"], serde_json::json!(["f9", "n"]));
    assert_eq!(of("sort")["keys"], serde_json::json!([]));
}

#[test]
fn the_man_page_lists_the_keys_of_the_table() {
    let place = Place::new();
    for (lang, heading, help) in [("zh", ".SH 按键", "下一个问题"), ("en", ".SH KEYS", "next finding")] {
        let page = place.run(["man", "--lang", lang]).out;
        let keys = page.split(heading).nth(1).unwrap_or_else(|| panic!("no section {heading}"));
        assert!(keys.contains(help) && keys.contains("next\\-finding"), "{lang}");
    }
}

#[test]
fn the_desk_is_worked_with_own_keys_and_with_the_list_of_commands() {
    let place = Place::new();
    reports(&place);
    place.write(
        "settings/keys.toml",
        "next-finding = \", z\"\nnote = \"f5\"\nundo = \"ctrl-u\"\npage-up = \"pageup\"\n",
    );
    let mut pty = desk(&place, &[]);
    pty.send(",").wait_text("之后（Esc 取消）").wait_text("下一问题");
    pty.send("z").wait_text("两边差");
    // The old key is free; elsewhere it is that of another command.
    pty.send("n").wait_text("n（下一疑点）在这里不起作用");
    pty.send("\x1b[15~").wait_text("Ctrl-J");
    pty.send("用自己的键写的").wait_text("用自己的键写的");
    pty.send("\r").wait_text("已保存批注");
    pty.send(":").wait_text("命令名或按键查找");
    pty.send("chexiao").wait_text("撤销自己的上一个审核动作");
    pty.send("\r").wait_text("已撤销");
    pty.send(":").wait_text("命令名或按键查找");
    pty.send("quit\r");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
    let shown = place.run(["journal", "show", "j.jsonl"]).out;
    assert!(shown.contains("用自己的键写的"), "{shown}");
}

#[test]
fn the_desk_does_not_start_with_keys_that_conflict() {
    let place = Place::new();
    reports(&place);
    place.write("k.toml", "quit = \"s\"\nsort = \"s\"\n");
    let mut pty = start(&place, &["in", "--keys", "k.toml", "--journal", "j.jsonl"]).size(120, 10).spawn();
    pty.wait_text("k.toml 第 2 行，sort：s 与 quit 的 s（第 1 行）冲突");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 2);
}

#[test]
fn the_desk_starts_with_keys_of_before_a_command_was_there_and_says_what_has_none_now() {
    let place = Place::new();
    reports(&place);
    place.write("k.toml", "quit = \"s\"\n");
    let mut pty = start(&place, &["in", "--keys", "k.toml", "--journal", "j.jsonl"]).size(120, 10).spawn();
    pty.wait_text("s 已归 退出，排序 不再用它");
    pty.send("s");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
}

#[test]
fn a_letter_runs_a_program_of_ones_own_on_what_is_under_the_cursor_and_no_shell_reads_it() {
    let place = Place::new();
    place.write("in/a;touch x.json", clean("松溪县教育局", 2024).to_string());
    let script = place.write("note.sh", "#!/bin/sh\nprintf '%s|' \"$@\" >> said\n");
    let mut permissions = std::fs::metadata(&script).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o755);
    std::fs::set_permissions(&script, permissions).unwrap();
    let run = |more: &str| format!("run = [{:?}, {more}]\n", script.to_str().unwrap());
    let text = format!(
        "[programs.n]\nname = \"记下\"\n{}[programs.c]\nterminal = true\n{}",
        run("\"{agency} {year}\", \"{path}\""),
        run("\"{cell}={value}\"")
    );
    let config = place.write("config.toml", text);
    let arguments = ["in", "--journal", "j.jsonl", "--reviewer", "li"];
    let mut pty = crate::support::desk::start(&place, &arguments).env("GOUJI_CONFIG", config).size(100, 30).spawn();
    crate::support::desk::loaded(&pty);
    pty.send("!").wait_text("记下");
    pty.send("n").wait_text("已运行：记下");
    pty.send("!c").wait_text("光标处没有 cell");
    pty.send("\r3").wait_text("本年新收");
    pty.send("!c").wait_text("已运行");
    let said = || std::fs::read_to_string(place.path("said")).unwrap_or_default();
    crate::support::desk::wait_until("both have run", || said().matches('|').count() == 3);
    let said = said();
    assert!(said.contains("松溪县教育局 2024|") && said.contains("/in/a;touch x.json|"), "{said}");
    assert!(said.contains("requests/"), "{said}");
    assert!(!place.path("x.json").exists());
    crate::support::desk::quit(pty);
}
