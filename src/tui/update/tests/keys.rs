//! Own keys, what follows a prefix, the list of commands, the help searched, what was said.

use crate::tui::command::{self, pending};
use crate::tui::fixture::Desk;
use crate::tui::model::notices::Notices;
use crate::tui::model::{Overlay, Tone};
use crate::tui::msg::{Effect, Msg};
use crate::tui::overlay::help::lines::{self, HelpLine};
use crate::tui::overlay::picker::PickLine;
use crate::tui::plain::Plain;
use crate::words::{CommandId, Lang, ZH};

fn with_own(text: &str) -> Desk {
    let mut desk = Desk::new();
    desk.model.given.keymap = command::keymap().with_own(text).unwrap();
    desk
}

/// The lines found in the list that lies over the screen.
fn found(desk: &Desk) -> Vec<PickLine> {
    match &desk.model.overlay {
        Some(Overlay::Picker(picker)) => picker.found().into_iter().map(|(_, line)| line.clone()).collect(),
        other => panic!("no list but {other:?}; said: {}", desk.notice()),
    }
}

fn line(desk: &Desk, start: &str) -> PickLine {
    found(desk).into_iter().find(|line| line.text.starts_with(start)).unwrap_or_else(|| panic!("{:?}", found(desk)))
}

#[test]
fn own_keys_are_used_and_shown_and_the_old_ones_are_free() {
    let mut desk = with_own("next-finding = \", z\"\nyear = \"n\"\n");
    assert!(desk.screen().last().unwrap().contains(", z 下一问题"), "{:?}", desk.screen());
    desk.keys("n");
    assert!(desk.notice().starts_with("只看"), "{}", desk.notice());
    desk.keys(", z");
    assert_eq!(desk.opened(), "a/new");
    desk.keys("esc esc Y");
    assert_eq!(desk.notice(), "Y 没有定义，按 ? 看帮助");
    desk.keys("?");
    let lines = lines::found(&desk.model, "下一个问题");
    assert!(lines.contains(&HelpLine::Command(", z".to_owned(), "下一个问题，跨表、跨年报")), "{lines:?}");
}

#[test]
fn a_command_without_a_key_is_not_in_the_footer_but_in_the_help_and_the_list_of_commands() {
    let mut desk = with_own("note = []\n");
    assert!(!desk.screen().last().unwrap().contains("批注"));
    desk.keys("a");
    assert_eq!(desk.notice(), "a 没有定义，按 ? 看帮助");
    assert!(matches!(&lines::found(&desk.model, "写批注")[1], HelpLine::Command(keys, _) if keys == "(无键)"));
    desk.keys(":").typed("写批注").keys("enter");
    assert_eq!(desk.editor().text(), "");
}

#[test]
fn after_a_prefix_one_sees_what_can_follow_and_what_does_not_work_now() {
    let mut desk = Desk::new();
    desk.model.notices = Notices::default();
    desk.keys(",");
    let choice = |desk: &Desk, keys: &str| {
        pending::choices(&desk.model).into_iter().find(|choice| choice.keys == keys).expect("a choice of these keys")
    };
    assert_eq!(choice(&desk, "e").why_not, Some("还没有提示"));
    assert_eq!(choice(&desk, "m").why_not, Some("还没有做标记，请先标记一处"));
    assert!(desk.screen().concat().contains("e  提示记录 (还没有提示)"));
    desk.keys("esc");
    assert!(pending::choices(&desk.model).is_empty());
    assert_eq!(desk.notice(), "");
    desk.keys("m x ,");
    assert_eq!(choice(&desk, "m").why_not, None);
    desk.keys("Q");
    assert_eq!(desk.notice(), ", Q 没有定义，按 ? 看帮助");
    desk.keys("'");
    assert_eq!(choice(&desk, "x").text, "列表 松溪县教育局 2024");
}

#[test]
fn commands_are_found_in_both_languages_by_sound_by_name_and_by_key() {
    for lang in [Lang::Zh, Lang::En] {
        for query in ["下一个问题", "next finding", "xiayigewenti", "xywt", "next-finding"] {
            let mut desk = Desk::of(lang, 80, 24);
            desk.keys(":").typed(query);
            let texts: Vec<String> = found(&desk).into_iter().map(|line| line.text).collect();
            let expected = lang.pick("下一问题", "next finding");
            assert!(texts.iter().any(|text| text.starts_with(expected)), "{query}: {texts:?}");
            assert!(texts.len() <= 4, "{query}: {texts:?}");
        }
    }
    let mut desk = Desk::new();
    desk.keys(":").typed("ctrl-r");
    assert_eq!(line(&desk, "重做").right, "ctrl-r");
}

#[test]
fn commands_that_do_not_work_now_say_why_and_stay() {
    let mut desk = Desk::new();
    desk.keys(":");
    assert_eq!(line(&desk, "撤销").why_not.as_deref(), Some("没有可以撤销的动作（只撤销本人的）"));
    assert_eq!(line(&desk, "请核对").why_not.as_deref(), Some("只用于：问题、表格"));
    let place = |start: &str| found(&desk).iter().position(|line| line.text.starts_with(start)).unwrap();
    assert!(place("撤销") < place("请核对"), "what works elsewhere comes last");
    desk.typed("修改光标处").keys("enter");
    assert_eq!(desk.notice(), "只用于：记录");
    assert!(matches!(desk.model.overlay, Some(Overlay::Picker(_))));
    desk.keys("esc");
    assert!(desk.model.overlay.is_none());
}

#[test]
fn a_command_is_run_from_the_list_and_one_with_a_letter_asks_for_it() {
    let mut desk = Desk::new();
    desk.keys(":").typed("next-finding").keys("enter");
    assert_eq!(desk.opened(), "a/new");
    desk.keys(":").typed("set-mark").keys("enter");
    assert_eq!(pending::choices(&desk.model)[0].keys, "a-z");
    desk.keys("k");
    assert!(desk.notice().starts_with("标记 k："), "{}", desk.notice());
    desk.keys(":").typed("quit").keys("enter");
    assert_eq!(desk.effects().pop(), Some(Effect::Quit));
    let mut desk = with_own("set-mark = []\n");
    desk.keys(":").typed("set-mark").keys("enter");
    assert_eq!(desk.notice(), "无键");
}

#[test]
fn every_command_can_be_chosen_from_the_list_everywhere() {
    let mut desk = Desk::new();
    for keys in ["g", "enter", "3", "5", "6", "7", "8", "3 enter"] {
        desk.keys(keys).keys(":");
        let texts: Vec<String> = found(&desk).into_iter().map(|line| line.text).collect();
        assert_eq!(texts.len(), command::COMMANDS.len() - 1, "{keys}");
        desk.keys("esc");
    }
}

#[test]
fn the_help_is_searched_and_left_step_by_step() {
    let mut desk = Desk::new();
    let help = |desk: &Desk| match &desk.model.overlay {
        Some(Overlay::Help(help)) => Some((help.query.clone(), help.typing)),
        _ => None,
    };
    desk.keys("? /").typed("撤销q");
    assert_eq!(help(&desk), Some(("撤销q".to_owned(), true)));
    desk.keys("backspace enter");
    assert_eq!(help(&desk), Some(("撤销".to_owned(), false)));
    let screen = desk.screen().join("\n");
    assert!(screen.contains("撤销自己的上一个审核动作") && !screen.contains("下移一行"), "{screen}");
    desk.keys("esc");
    assert_eq!(help(&desk), Some((String::new(), false)));
    desk.keys("esc");
    assert_eq!(help(&desk), None);
    desk.keys("f1 / ctrl-c");
    assert_eq!(help(&desk), None);
    desk.keys("? /").paste("cx\n第二行").keys("esc esc");
    assert_eq!(help(&desk), None);
    let found = lines::found(&desk.model, "ctrl-l");
    assert_eq!(found, [HelpLine::Heading("程序"), HelpLine::Command("ctrl-l".to_owned(), "重画屏幕"),]);
    assert_eq!(lines::found(&desk.model, "没有这样的"), []);
}

#[test]
fn what_was_said_can_be_read_again_and_copied() {
    let mut desk = Desk::new();
    desk.take(Msg::JournalTrouble("磁盘\u{1b}[2J快满了".to_owned())).keys("s , e");
    let lines: Vec<(String, String, Option<Tone>)> =
        found(&desk).into_iter().map(|line| (line.text, line.right, line.tone)).collect();
    assert_eq!(lines[0].0, "  排序：问题");
    assert_eq!((lines[1].0.as_str(), lines[1].2), ("✗ 磁盘\\x1B[2J快满了", Some(Tone::Bad)));
    let number = |line: &(String, String, Option<Tone>)| line.1.trim_start_matches('#').parse::<usize>().unwrap();
    assert_eq!(number(&lines[0]), number(&lines[1]) + 1);
    desk.typed("cipan").keys("enter");
    assert_eq!(desk.effects().pop(), Some(Effect::Copy("磁盘\\x1B[2J快满了".to_owned())));
    desk.keys("Q Q Q , e");
    assert_eq!(found(&desk)[0].text, "  Q 没有定义，按 ? 看帮助 ×3");
}

#[test]
fn in_lines_one_hears_what_can_follow_and_what_is_searched_for() {
    let (mut desk, mut plain) = (Desk::new(), Plain::default());
    desk.model.notices = Notices::default();
    plain.next(&desk.model);
    desk.keys(",");
    let heard = plain.next(&desk.model);
    assert!(heard.contains(", 之后（Esc 取消）") && heard.contains("e: 提示记录 (还没有提示)"), "{heard}");
    desk.keys("esc");
    plain.next(&desk.model);
    desk.keys("? /");
    plain.next(&desk.model);
    desk.typed("撤");
    assert!(plain.next(&desk.model).ends_with('撤'));
    desk.keys("esc esc :").typed("undo");
    let heard = plain.next(&desk.model);
    assert!(heard.contains("> 撤销 (没有可以撤销的动作（只撤销本人的）) u"), "{heard}");
}

#[test]
fn commands_have_names_that_last() {
    // Files of keys out there name them so.
    for (command, id) in
        [(CommandId::Return, "return"), (CommandId::TabDisclosure, "tab-disclosure"), (CommandId::Palette, "palette")]
    {
        assert_eq!(command.id(), id);
    }
}

#[test]
fn texts_name_the_keys_that_the_reviewer_has_set() {
    let own = "help = \"z\"\nsave-filter = \", z\"\nabsent = \"U\"\nnote = \"ctrl-g\"\nfilters = []";
    let mut desk = with_own(own);
    desk.keys(": esc Z");
    assert!(desk.notice().contains("按 z"), "{}", desk.notice());
    desk.keys(":").typed("取用已存").keys("enter");
    assert!(desk.notice().contains(", z"), "{}", desk.notice());
    desk.model.notices.shown = None;
    desk.without_reports(&["松溪县水利局"]);
    assert!(desk.notice().contains("U 列出"), "{}", desk.notice());
    desk.keys("enter 6");
    assert!(desk.screen().iter().any(|line| line.contains("按 ctrl-g 写")), "{:?}", desk.screen());
}

#[test]
fn the_help_goes_to_its_beginning_and_its_end() {
    let mut desk = Desk::new();
    desk.keys("? G");
    let end = desk.screen();
    desk.keys("pagedown");
    assert_eq!(desk.screen(), end);
    desk.keys("home");
    assert_ne!(desk.screen(), end);
    desk.keys("end");
    assert_eq!(desk.screen(), end);
    desk.keys("g");
    assert_ne!(desk.screen(), end);
}

#[test]
fn enter_on_a_line_without_a_finding_does_not_speak_of_the_whole_list() {
    let mut desk = Desk::new();
    desk.keys("j enter enter");
    assert_eq!((desk.opened().as_str(), desk.notice()), ("b", ZH.desk.no_finding_on_line()));
    assert_ne!(desk.keys("n").opened(), "b", "the list has findings");
}
