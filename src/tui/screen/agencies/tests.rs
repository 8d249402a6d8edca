//! The list of agencies: searched, ordered, narrowed, filled while it loads.

mod tool;

use crate::journal::Status;
use crate::tui::fixture::{Desk, paper, said, status_of, unreadable};
use crate::tui::model::chip::Chip;
use crate::tui::msg::{Effect, Msg};
use crate::words::{Lang, ZH};

#[test]
fn the_filter_takes_chinese_follows_every_key_and_is_given_up_by_esc() {
    let mut desk = Desk::new();
    assert_eq!(desk.listed(), ["a/new", "b", "c", "d"]);
    desk.keys("/").typed("松溪");
    assert_eq!(desk.listed().len(), 2);
    desk.typed("公z");
    assert_eq!(desk.listed(), Vec::<String>::new());
    desk.keys("backspace");
    assert_eq!(desk.listed(), ["b"]);
    assert_eq!(desk.model.list.filter, "松溪公");
    desk.keys("enter");
    assert!(!desk.model.list.typing);
    desk.keys("enter");
    assert_eq!(desk.opened(), "b");
    desk.keys("esc");
    assert_eq!(desk.listed(), ["b"], "the filter stays");
    desk.keys("esc");
    assert_eq!(desk.listed(), ["a/new", "b", "c", "d"]);
    desk.keys("/").typed("白石").keys("esc");
    assert_eq!((desk.listed().len(), desk.model.list.typing), (4, false));
    desk.keys("/").typed("白石").keys("ctrl-u");
    assert_eq!((desk.listed().len(), desk.model.list.typing), (4, true));
    desk.typed("n q ?");
    assert_eq!(desk.model.list.filter, "n q ?", "letters are letters here");
    assert!(desk.effects().iter().all(|effect| matches!(effect, Effect::Open(_))));
}

#[test]
fn a_paste_into_the_filter_is_its_first_line_made_safe() {
    let mut desk = Desk::new();
    desk.keys("/").paste("公安\u{1b}[31m\n第二行");
    assert_eq!(desk.model.list.filter, "公安\\x1B[31m");
    desk.keys("ctrl-u").paste("公安\r\n");
    assert_eq!(desk.listed(), ["b"]);
}

#[test]
fn s_changes_the_order_and_goes_to_what_it_brings_to_the_top() {
    let mut desk = Desk::new();
    desk.keys("j");
    let mut orders = Vec::new();
    for usual in [0, 1, 2, 3, 4] {
        desk.keys("s");
        assert_eq!(desk.model.list.order.usual(), Some(usual));
        assert_eq!(desk.model.list.window.cursor, 0);
        said(&desk, "排序");
        orders.push(desk.listed());
    }
    assert_eq!(orders[0], ["d", "c", "a/new", "b"], "worst first, unreadable before everything");
    assert_eq!(orders[4], ["a/new", "b", "c", "d"]);
}

#[test]
fn capital_y_goes_through_the_years() {
    let mut desk = Desk::new();
    desk.keys("Y");
    assert_eq!(
        (desk.model.list.year, desk.listed()),
        (Some(2024), ["a/new", "b", "c", "d"].map(str::to_owned).to_vec())
    );
    desk.keys("Y");
    assert_eq!((desk.model.list.year, desk.listed()), (Some(2023), ["a/old", "d"].map(str::to_owned).to_vec()));
    desk.keys("Y");
    assert_eq!((desk.model.list.year, desk.notice()), (None, ZH.desk.latest_shown()));
}

#[test]
fn what_cannot_be_read_is_sent_back_written_on_and_given_to_somebody_but_not_accepted() {
    let mut desk = Desk::new();
    desk.keys("G enter");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("d 无法读取：第 1 行，文件不完整。退回给报送单位？"), "{screen}");
    desk.keys("n A");
    assert_eq!(desk.recorded().len(), 0);
    assert_eq!(desk.notice(), ZH.act.unreadable_not_accepted());
    desk.keys("a").typed("打电话问").keys("enter").saved().keys(", a enter").saved();
    desk.keys("R");
    assert!(desk.screen().join("\n").contains("）: 第 1 行，文件不完整"), "{}", desk.screen().join("\n"));
    desk.keys("enter").saved();
    assert_eq!(status_of(&desk, "d"), Status::Returned);
    let line = desk.screen().into_iter().find(|line| line.contains("打电话问") || line.contains("第 1 行")).unwrap();
    assert!(line.contains("退回 01-25") && line.contains("@li") && line.contains("批1"), "{line}");
    let act = desk.acts.last().unwrap();
    assert_eq!((act.report.agency.as_str(), act.report.year, act.text.as_str()), ("d", 0, "第 1 行，文件不完整"));
    desk.keys(".");
    said(&desk, "已经是：退回");
    desk.keys("u").saved();
    assert_eq!(status_of(&desk, "d"), Status::Reviewing);
    desk.keys("f").typed("无法读取").keys("enter");
    assert_eq!(desk.listed(), ["d"]);
}

#[test]
fn a_file_that_can_be_read_by_now_takes_nothing_over_from_when_it_could_not() {
    let mut desk = Desk::new();
    desk.keys("G R enter").saved();
    desk.change(&[paper("d", "松溪县水利局", 2024)], &[]);
    assert_eq!(status_of(&desk, "d"), Status::Unreviewed);
    said(&desk, "松溪县水利局 2024");
}

#[test]
fn the_list_fills_while_loading_and_the_cursor_stays() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.take(Msg::Found(3)).load(&[paper("m", "中局", 2024)]);
    assert_eq!(
        (desk.model.directory.loading.found, desk.model.directory.loading.read, desk.model.directory.loading.done),
        (3, 1, false)
    );
    let here = desk.keys("k").model.list.current();
    desk.load(&[paper("a", "前局", 2024), paper("z", "后局", 2024)]);
    assert_eq!(desk.listed(), ["a", "m", "z"]);
    assert_eq!(desk.model.list.current(), here);
    desk.take(Msg::Loaded(vec![unreadable("x")])).take(Msg::LoadingDone);
    said(&desk, "1 份无法读取");
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.take(Msg::LoadingDone);
    said(&desk, "没有可审核的年报");
}

#[test]
fn the_list_is_narrowed_by_chips_that_stack_and_jumps_keep_to_the_rules_asked_for() {
    let mut desk = Desk::new();
    let shown = |desk: &Desk| -> Vec<String> {
        let items = desk.model.list.visible.iter();
        items.map(|&item| desk.model.library.get(item).unwrap().id.to_string()).collect()
    };
    assert_eq!(shown(&desk).len(), 4);
    desk.keys("f").typed("T4-01").keys("enter");
    assert_eq!(shown(&desk), ["c"]);
    // Only the findings of that rule are gone through, and the jump wraps to the same one.
    desk.keys("n");
    let rule = |desk: &Desk| desk.model.open.as_ref().unwrap().finding().unwrap().rule.id.to_string();
    assert_eq!(rule(&desk), "T4-01");
    desk.keys("n");
    assert_eq!(rule(&desk), "T4-01");
    desk.keys("esc esc");
    // A second rule widens, a severity narrows, and Esc takes the last chip away.
    desk.keys("f").typed("T3-01").keys("enter");
    assert_eq!(shown(&desk), ["a/new", "c"]);
    desk.keys("f").typed("读取疑点").keys("enter");
    assert_eq!(shown(&desk), ["c"]);
    desk.keys("esc");
    assert_eq!(shown(&desk), ["a/new", "c"]);
    desk.keys("esc esc");
    assert_eq!(shown(&desk).len(), 4);
    // Nothing more to take away: harmless.
    desk.keys("esc");
    assert_eq!(shown(&desk).len(), 4);
}

#[test]
fn one_key_shows_the_agencies_with_the_same_rule() {
    let mut desk = Desk::new();
    desk.keys("n =");
    let rule = desk.model.open.as_ref().unwrap().finding().unwrap().rule;
    assert!(desk.model.list.chips.iter().eq([&Chip::Rule(rule)]));
    desk.keys("esc esc");
    assert_eq!(desk.model.list.visible.len(), 1);
}
