//! A file of keys: what it sets, and everything that can be wrong in it.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::tui::command::{self, COMMANDS};
use crate::words::Lang;

fn keys(text: &str) -> Vec<Key> {
    text.split(' ').map(|text| Key::parse(text).unwrap()).collect()
}

fn command(keymap: &Keymap, text: &str, place: Screen) -> Option<CommandId> {
    match keymap.lookup(&keys(text), place) {
        Lookup::Command(command) => Some(command),
        Lookup::Begun | Lookup::Nothing => None,
    }
}

/// The keymap with a file of keys.
fn own(text: &str) -> Result<Keymap, Vec<KeyProblem>> {
    command::keymap().with_own(text)
}

/// What is said of a file, one line for each problem.
fn wrong(text: &str) -> Vec<String> {
    let problems = own(text).unwrap_err();
    problems.iter().map(|problem| problem.text(Path::new("k"), Lang::Zh.words())).collect()
}

fn same(one: &Keymap, other: &Keymap) -> bool {
    COMMANDS.iter().all(|command| {
        command.places.iter().all(|place| one.keys_at(command.id, *place) == other.keys_at(command.id, *place))
    })
}

#[test]
fn the_keys_of_the_table_mean_one_thing_at_each_place() {
    assert!(same(&own("").unwrap(), &command::keymap()));
    // Setting a key to what it is makes the reader look for clashes, and finds none.
    assert!(own("quit = [\"q\", \"ctrl-c\"]").is_ok());
    for place in Screen::ALL {
        let all: Vec<_> = command::keymap().at(place).map(|(command, keys)| (command, keys.clone())).collect();
        for (index, (command, keys)) in all.iter().enumerate() {
            for (other, other_keys) in &all[..index] {
                assert!(!keys.clashes(other_keys), "{command:?} {keys} {other:?} {other_keys} at {place:?}");
            }
        }
    }
}

#[test]
fn own_keys_replace_those_of_the_table() {
    let keymap = own("next-finding = \"w\"\nnote = [\", z\", \"f5\"]\nredraw = []\n").unwrap();
    assert_eq!(command(&keymap, "w", Screen::Agencies), Some(CommandId::NextFinding));
    assert_eq!(command(&keymap, "n", Screen::Agencies), None);
    assert_eq!(command(&keymap, "n", Screen::Doubts), Some(CommandId::NextDoubt), "another command of this key");
    assert_eq!(command(&keymap, ", z", Screen::Cell), Some(CommandId::Note));
    assert_eq!(command(&keymap, "f5", Screen::Cell), Some(CommandId::Note));
    assert!(keymap.keys_at(CommandId::Redraw, Screen::Cell).is_empty());
    assert!(matches!(keymap.lookup(&keys(","), Screen::Cell), Lookup::Begun));
}

#[test]
fn keys_can_be_set_for_one_place_only() {
    let keymap = own("[agencies]\nnext-finding = [\"n\", \"f9\"]\nsort = []\n").unwrap();
    assert_eq!(command(&keymap, "f9", Screen::Agencies), Some(CommandId::NextFinding));
    assert_eq!(command(&keymap, "f9", Screen::Findings), None);
    assert_eq!(command(&keymap, "n", Screen::Findings), Some(CommandId::NextFinding));
    assert_eq!(command(&keymap, "s", Screen::Agencies), None);
    let words = Lang::Zh.words();
    assert_eq!(keymap.all_keys(CommandId::NextFinding, words), ["n", "列表:f9"]);
}

#[test]
fn two_commands_can_change_their_keys() {
    let keymap = own("note = \"v\"\nverdict = \"a\"\ncompare = \"a\"\n").unwrap();
    assert_eq!(command(&keymap, "v", Screen::Table), Some(CommandId::Note));
    assert_eq!(command(&keymap, "a", Screen::Doubts), Some(CommandId::Compare));
}

#[test]
fn a_key_taken_from_another_command_is_a_clash_that_names_both_and_the_places() {
    assert_eq!(
        wrong("undo = \"x x\"\nredo = \"x x x\"\nother-side = \"8 8\"\ntab-doubts = \"f9\""),
        ["k 第 2 行，redo：x x x 与 undo 的 x x（第 1 行）冲突（各处）"]
    );
    assert!(wrong("note = \"q\"\nquit = [\"q\", \"f9\"]")[0].contains("冲突"));
    assert!(!wrong("note = [\"q\", \"ctrl-c\"]").is_empty(), "what one could not get out without keeps a key");
}

#[test]
fn a_key_of_the_table_gives_way_to_one_of_the_file_and_that_is_said() {
    let said = |text: &str| own(text).unwrap().given_way(Lang::Zh.words());
    assert!(said("note = \"f5\"\nsort = []").is_empty());
    let keymap = own("\nnote = \"s\"").unwrap();
    assert_eq!(command(&keymap, "s", Screen::Agencies), Some(CommandId::Note));
    assert!(keymap.keys_at(CommandId::Sort, Screen::Agencies).is_empty());
    let lines = said("\nnote = \"s\"");
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("s 已归 批注，排序 不再用它") && lines[0].contains("sort ="), "{lines:?}");
    assert!(said("note = \"s\"\nsort = []").is_empty(), "whoever has seen it has it no more");
    // The beginning of other keys hides them all.
    let hidden = said("sort = \",\"");
    assert_eq!(hidden.len(), 1, "{hidden:?}");
    assert!(hidden[0].contains("个命令不再用它"), "{hidden:?}");
    assert_eq!(said("undo = \"m x\"").len(), 1, "any letter is one of the letters");
    // Only where the command works: elsewhere the key stays what it was.
    let keymap = own("[table]\nnote = \"n\"").unwrap();
    assert_eq!(command(&keymap, "n", Screen::Table), Some(CommandId::Note));
    assert_eq!(command(&keymap, "n", Screen::Findings), Some(CommandId::NextFinding));
}

#[test]
fn everything_wrong_is_said_at_once_with_its_line() {
    let text = "\
nxt-finding = \"w\"
note = 3
quit = []
sort = [\"ctrl-s\", \"hyper-x\", \"ctrl-m\"]
year = \", esc\"
set-mark = \"m\"
filter = \"z a-z\"
[agencis]
sort = \"z\"
[table]
sort = \"z\"
[agencies]
help = []
";
    assert_eq!(
        wrong(text),
        [
            "k 第 1 行，nxt-finding：没有这个命令，是不是 next-finding？",
            "k 第 2 行，note：应为一个按键、按键的列表，或 [] 表示不设",
            "k 第 3 行，quit：这个命令必须有键（各处）",
            "k 第 4 行，sort：ctrl-s 常被终端占用，不能使用",
            "k 第 4 行，sort：“hyper-x”不是按键；例如 x、G、ctrl-d、f2、\", o\"",
            "k 第 4 行，sort：终端分不出 ctrl-m，它与另一个键相同",
            "k 第 5 行，year：esc 用来放弃已按的键，只能单独使用",
            "k 第 6 行，set-mark：这个命令要以 a-z 结尾，前面至少一个键，例如 \"m a-z\"",
            "k 第 7 行，filter：这个命令不带字母，不能用 a-z",
            "k 第 8 行，[agencis]：没有这个位置，是不是 agencies？",
            "k 第 11 行，table.sort：这个命令在此处不起作用",
            "k 第 13 行，help：这个命令必须有键（列表）",
        ]
    );
    assert!(wrong("quit = \"q\"\nnote = x")[0].starts_with("k 第 2 行，TOML："));
    assert_eq!(wrong("\"\\u001b[2J\" = 1").len(), 1);
    assert!(!wrong("\"\\u001b[2J\" = 1")[0].contains('\u{1b}'));
}

#[test]
fn the_file_that_is_printed_says_the_same_when_it_is_read() {
    for text in ["", "sort = []\n[agencies]\nnext-finding = [\"f9\", \"n\"]\nnote = []\n[cell]\nnote = \"\\\"\"\n"] {
        let keymap = own(text).unwrap();
        for lang in [Lang::Zh, Lang::En] {
            let printed = keymap.to_toml(lang.words());
            assert!(same(&own(&printed).unwrap(), &keymap), "{printed}");
        }
    }
}

#[test]
fn a_key_of_the_table_can_be_for_one_place_only() {
    let places = &[Screen::Agencies, Screen::Findings, Screen::Table];
    let next = command::of(CommandId::NextReport).binding();
    let keymap = Keymap::of([Binding { keys: &["}", "agencies:tab", "cell:x"], places, ..next }]);
    assert_eq!(command(&keymap, "tab", Screen::Agencies), Some(CommandId::NextReport));
    assert_eq!(command(&keymap, "}", Screen::Agencies), Some(CommandId::NextReport));
    assert_eq!(command(&keymap, "tab", Screen::Table), None);
    let words = Lang::Zh.words();
    assert_eq!(keymap.all_keys(CommandId::NextReport, words), ["}", "列表:tab"]);
    let printed = keymap.to_toml(words);
    let (general, agencies) = printed.split_once("[agencies]\n").unwrap();
    assert!(general.contains("\nnext-report = \"}\"  #"), "{printed}");
    assert!(agencies.starts_with("next-report = [\"}\", \"tab\"]  #"), "{printed}");
}

/// Lines of a file of keys, most of them nearly right.
fn own_line() -> impl Strategy<Value = String> {
    let names: Vec<&str> = COMMANDS.iter().map(|command| command.id.id()).chain(["nothing"]).collect();
    let keys = ["n", "x", "g", "g g", ", o", "m a-z", "a-z", "esc", "ctrl-s", "tab", "", "\u{1b}", "局", "n n n n n"];
    let value = prop_oneof![
        prop::sample::select(keys.to_vec()).prop_map(|key| format!("{key:?}")),
        prop::collection::vec(prop::sample::select(keys.to_vec()), 0..3).prop_map(|keys| format!("{keys:?}")),
        Just("3".to_owned()),
    ];
    let line = (prop::sample::select(names), value).prop_map(|(name, value)| format!("{name} = {value}"));
    let place = prop::sample::select(vec!["[agencies]", "[table]", "[cell]", "[none]", "# ["]).prop_map(str::to_owned);
    prop_oneof![5 => line, 1 => place]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_taken_whole_or_refused_with_a_reason(lines in prop::collection::vec(own_line(), 0..6)) {
        match own(&lines.join("\n")) {
            Ok(keymap) => {
                for place in Screen::ALL {
                    for essential in [CommandId::Quit, CommandId::Help, CommandId::Back] {
                        prop_assert!(!keymap.keys_at(essential, place).is_empty(), "{essential:?} at {place:?}");
                    }
                    let all: Vec<_> = keymap.at(place).map(|(_, keys)| keys).collect();
                    for (index, keys) in all.iter().enumerate() {
                        prop_assert!(all[..index].iter().all(|other| !other.clashes(keys)), "{keys} at {place:?}");
                    }
                }
                prop_assert!(same(&own(&keymap.to_toml(Lang::Zh.words())).unwrap(), &keymap));
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let text = problem.text(Path::new("k"), Lang::En.words());
                    prop_assert!(!text.chars().any(char::is_control), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn any_text_is_refused_or_taken(text in ".{0,80}") {
        let _ = own(&text);
    }
}
