//! The list of agencies: searched, ordered, narrowed, filled while it loads.

use crate::tui::fixture::{Desk, paper, said, unreadable};
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
    for usual in [1, 2, 3, 0] {
        desk.keys("s");
        assert_eq!(desk.model.list.order.usual(), Some(usual));
        assert_eq!(desk.model.list.window.cursor, 0);
        said(&desk, "排序");
        orders.push(desk.listed());
    }
    assert_eq!(orders[0], ["d", "c", "a/new", "b"], "worst first, unreadable before everything");
    assert_eq!(orders[3], ["a/new", "b", "c", "d"]);
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
fn what_cannot_be_read_is_listed_and_cannot_be_opened_or_reviewed() {
    let mut desk = Desk::new();
    for keys in ["G enter", "a", "R", "A"] {
        desk.keys(keys);
        assert_eq!(desk.notice(), ZH.desk.no_report(), "{keys}");
        assert!(desk.model.open.is_none() && desk.model.overlay.is_none());
    }
    assert!(desk.recorded().is_empty());
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
