//! Text that comes at once, and what an input method makes of the keys.

use crate::journal::Status;
use crate::tui::fixture::{Desk, status_of};
use crate::tui::model::Overlay;
use crate::tui::msg::Effect;
use crate::words::ZH;

#[test]
fn a_paste_that_does_not_say_so_is_not_obeyed() {
    for text in
        ["松溪县教育局\nA\nq\n", "Aq松溪县", "A松溪县", "R\n退回\n\n", "please look at it\nAq\n", "q，再看", "gA松溪"]
    {
        let mut desk = Desk::new();
        desk.keys("j").burst(text);
        assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.desk.burst_ignored()), "{text}");
        assert!(desk.model.overlay.is_none() && desk.model.open.is_none(), "{text}");
        assert!(!desk.effects().contains(&Effect::Quit), "{text}");
        assert_eq!(status_of(&desk, "b"), Status::Unreviewed);
    }
}

#[test]
fn over_a_question_and_a_menu_it_answers_nothing() {
    for keys in ["A", "n v", "space space A"] {
        let mut desk = Desk::new();
        desk.keys(keys).burst("y县\n1\n");
        assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.desk.burst_ignored()), "{keys}");
        assert!(desk.model.overlay.is_some(), "{keys}");
    }
}

#[test]
fn lines_pasted_into_a_note_stay_lines_and_nothing_behind_them_is_obeyed() {
    let mut desk = Desk::new();
    desk.keys("a").burst("请核对\nA\nq\n");
    assert_eq!(desk.editor().text().trim_end(), "请核对\nA\nq");
    assert!(desk.recorded().is_empty());
    desk.keys("enter").saved();
    assert_eq!(desk.acts.len(), 1);
}

#[test]
fn what_is_typed_ahead_on_a_slow_line_arrives() {
    let mut desk = Desk::new();
    desk.burst("/公安\n");
    assert_eq!((desk.listed(), desk.model.list.typing), (vec!["b".to_owned()], false));
    desk.keys("esc").burst("a请核对\n").saved();
    assert_eq!(desk.acts.last().unwrap().text.as_str(), "请核对");
    desk.burst("f没有问题").keys("esc").burst(",n请");
    assert!(matches!(desk.model.overlay, Some(Overlay::Picker(_))), "{}", desk.notice());
    desk.keys("esc a").typed("一").burst("二三\n").saved();
    assert_eq!(desk.acts.last().unwrap().text.as_str(), "一二三");
}

#[test]
fn an_input_method_that_was_left_on_is_no_end_of_work() {
    let mut desk = Desk::new();
    desk.typed("ｊ");
    assert_eq!(desk.model.list.window.cursor, 1);
    desk.typed("？");
    assert!(matches!(desk.model.overlay, Some(Overlay::Help(_))), "{}", desk.notice());
    desk.keys("esc").typed("、公安").keys("enter");
    assert_eq!(desk.listed(), ["b"], "in the field the words are words");
    desk.keys("esc").burst("、公安\n");
    assert_eq!(desk.listed(), ["b"], "all at once");
    desk.keys("esc g").typed("Ａ");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))));
    desk.typed("ｙ").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Accepted);
    desk.typed("你");
    assert_eq!(desk.notice(), ZH.desk.ime_on());
    desk.burst("你好");
    assert_eq!(desk.notice(), ZH.desk.ime_on());
    desk.burst("，ｎ");
    assert!(matches!(desk.model.overlay, Some(Overlay::Picker(_))) || !desk.notice().is_empty());
}
