//! Keys in, model and effects out: the desk's behaviour without a terminal.

mod absent;
mod act;
mod find;
mod keys;
mod live;
mod places;
mod rounds;
mod said;
mod see;
mod session;
mod severity;
mod source;
mod together;

use proptest::prelude::*;
use serde_json::json;

use crate::check::{Profile, check};
use crate::form::newest;
use crate::journal::{Act, Decision, Seen, Status, Target, Update, Verdict};
use crate::report::SafeText;
use crate::tui::fixture::{Desk, REVIEWER, at_a_known_time, doubtful, item, paper, papers, reference, unreadable};
use crate::tui::model::chip::Chip;
use crate::tui::model::{Overlay, Purpose, Tab, causes};
use crate::tui::msg::{Drafts, Effect, Intent, Msg, What};
use crate::words::{Lang, ZH};

/// A note of another reviewer on the whole report with this id.
fn note_by(desk: &Desk, by: &str, id: &str, text: &str) -> Act {
    let lean = &desk.model.library.sheet(desk.item(id)).unwrap().lean;
    at_a_known_time(Act::note(by, reference(id, lean), Target::Report, text, None))
}

fn status_of(desk: &Desk, id: &str) -> Status {
    desk.model.marks.get(desk.item(id)).map(|mark| mark.status).unwrap_or_default()
}

fn said(desk: &Desk, text: &str) {
    assert!(desk.notice().contains(text), "{text:?} is not in {:?}", desk.notice());
}

// Moving.

#[test]
fn enter_goes_in_and_esc_comes_back_the_same_way() {
    let mut desk = Desk::new();
    desk.keys("enter");
    assert_eq!((desk.opened().as_str(), desk.open().tab), ("a/new", Tab::Findings));
    desk.keys("enter");
    assert_eq!(desk.open().tab, Tab::Table(1));
    desk.keys("enter");
    assert!(desk.open().cell);
    desk.keys("esc");
    assert!(!desk.open().cell && desk.open().tab == Tab::Table(1));
    desk.keys("esc");
    assert_eq!(desk.open().tab, Tab::Findings);
    desk.keys("esc");
    assert!(desk.model.open.is_none());
    let before = desk.model.list.window;
    assert_eq!(desk.effects().len(), 1, "only the text was asked for");
    desk.keys("esc esc esc backspace");
    assert!(desk.effects().is_empty() && desk.model.open.is_none(), "harmless on the first screen");
    assert_eq!(desk.model.list.window, before);
}

#[test]
fn the_list_is_walked_by_line_by_page_and_to_both_ends() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    let many: Vec<_> = (0..60).map(|n| paper(&format!("r{n:02}"), &format!("第{n}局"), 2024)).collect();
    desk.load(&many);
    let cursor = |desk: &Desk| desk.model.list.window.cursor;
    for (keys, expected) in [
        ("k", 0),
        ("j j down", 3),
        ("up k", 1),
        ("G", 59),
        ("j pagedown", 59),
        ("g", 0),
        ("pageup", 0),
        ("end", 59),
        ("home", 0),
    ] {
        desk.keys(keys);
        assert_eq!(cursor(&desk), expected, "{keys}");
    }
    let page = usize::from(crate::tui::layout::regions(&desk.model).body.height) - 1;
    desk.keys("pagedown");
    assert_eq!(cursor(&desk), page);
    desk.keys("ctrl-d ctrl-u");
    assert_eq!(cursor(&desk), page);
    let shown = desk.model.list.window;
    assert!(shown.offset <= shown.cursor);
}

#[test]
fn a_table_is_walked_over_rows_that_lack_columns() {
    let mut desk = Desk::new();
    desk.keys("enter 2 g");
    assert_eq!(desk.cell(), "disclosure/regulations/issued");
    desk.keys("h");
    assert_eq!(desk.cell(), "disclosure/regulations/issued", "nothing left of it");
    desk.keys("l l");
    assert_eq!(desk.cell(), "disclosure/regulations/in_force");
    desk.keys("j j");
    assert_eq!(desk.cell(), "disclosure/licensing/decisions");
    desk.keys("h l left right");
    assert_eq!(desk.cell(), "disclosure/licensing/decisions", "the only cell of its row");
    desk.keys("G");
    assert_eq!(desk.cell(), "disclosure/fees/amount");
    desk.keys("j pagedown");
    assert_eq!(desk.cell(), "disclosure/fees/amount");
    desk.keys("3 G");
    assert!(desk.cell().starts_with("requests/carried_out/"));
    desk.keys("g l l l l l l l l l");
    assert_eq!(desk.cell(), "requests/new/total");
    desk.keys("4");
    assert_eq!(desk.cell(), "disputes/reconsideration/upheld");
    desk.keys("3");
    assert_eq!(desk.cell(), "requests/new/total", "each table keeps its cursor");
}

#[test]
fn the_tabs_are_reached_by_their_numbers_and_a_key_without_meaning_says_where_it_has_one() {
    let mut desk = Desk::new();
    desk.keys("3");
    assert!(desk.model.open.is_none());
    said(&desk, "3（");
    desk.keys("Q");
    said(&desk, "Q 没有定义");
    desk.keys("enter");
    for (key, tab) in [
        ("2", Tab::Table(0)),
        ("3", Tab::Table(1)),
        ("4", Tab::Table(2)),
        ("5", Tab::Text),
        ("6", Tab::Notes),
        ("7", Tab::Source),
        ("8", Tab::Doubts),
        ("1", Tab::Findings),
    ] {
        desk.keys(key);
        assert_eq!(desk.open().tab, tab);
    }
}

// Jumping.

#[test]
fn n_goes_through_all_findings_of_all_tables_and_reports_and_says_when_it_wraps() {
    let mut desk = Desk::new();
    let mut seen = Vec::new();
    for _ in 0..5 {
        desk.keys("n");
        assert_eq!(desk.notice(), "", "after {seen:?}");
        assert!(desk.open().marked);
        seen.push((desk.opened(), desk.cell().to_owned()));
    }
    let expected = [
        ("a/new", "requests/new/natural"),
        ("a/new", "requests/new/total"),
        ("c", "disclosure/coercion/decisions"),
        ("c", "disputes/reconsideration/total"),
        ("c", "disclosure/fees/amount"),
    ];
    assert_eq!(seen, expected.map(|(report, cell)| (report.to_owned(), cell.to_owned())));
    desk.keys("n");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("a/new", "requests/new/natural"));
    assert_eq!(desk.notice(), ZH.desk.wrapped_to_first);
    desk.keys("N");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("c", "disclosure/fees/amount"));
    assert_eq!(desk.notice(), ZH.desk.wrapped_to_last);
    desk.keys("N");
    assert_eq!((desk.cell(), desk.notice()), ("disputes/reconsideration/total", ""));
}

#[test]
fn the_first_n_in_a_report_shows_the_finding_under_the_cursor() {
    let mut desk = Desk::new();
    desk.keys("G k enter j n");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("c", "disputes/reconsideration/total"));
}

#[test]
fn n_wraps_within_the_only_report_that_has_findings() {
    let mut desk = Desk::new();
    desk.keys("/").typed("教育").keys("enter n n");
    assert_eq!((desk.cell(), desk.notice()), ("requests/new/total", ""));
    desk.keys("n");
    assert_eq!((desk.cell(), desk.notice()), ("requests/new/natural", ZH.desk.wrapped_to_first));
}

#[test]
fn n_without_findings_says_so() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.keys("n N");
    assert_eq!(desk.notice(), ZH.desk.nothing_shown);
    desk.load(&[paper("b", "松溪县公安局", 2024)]).keys("n");
    assert_eq!((desk.notice(), desk.model.open.is_none()), (ZH.desk.no_findings, true));
    desk.keys("enter n");
    assert_eq!(desk.notice(), ZH.desk.no_findings);
    desk.keys("enter v");
    assert_eq!(desk.notice(), ZH.desk.no_finding_here);
}

#[test]
fn the_next_report_is_shown_on_the_same_tab() {
    let mut desk = Desk::new();
    desk.keys("enter 4 J");
    assert_eq!((desk.opened().as_str(), desk.open().tab), ("b", Tab::Table(2)));
    desk.keys("J");
    assert_eq!(desk.opened(), "c");
    desk.keys("J");
    assert_eq!((desk.opened().as_str(), desk.notice()), ("a/new", ZH.desk.wrapped_to_first));
    desk.keys("K");
    assert_eq!((desk.opened().as_str(), desk.notice()), ("c", ZH.desk.wrapped_to_last));
    desk.keys("esc esc");
    assert_eq!(desk.model.list.current(), Some(desk.item("c")), "the list has followed");
}

// Finding an agency.

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
    assert_eq!((desk.model.list.year, desk.notice()), (None, ZH.desk.latest_shown));
}

#[test]
fn what_cannot_be_read_is_listed_and_cannot_be_opened_or_reviewed() {
    let mut desk = Desk::new();
    for keys in ["G enter", "a", "R", "A"] {
        desk.keys(keys);
        assert_eq!(desk.notice(), ZH.desk.no_report, "{keys}");
        assert!(desk.model.open.is_none() && desk.model.overlay.is_none());
    }
    assert!(desk.recorded().is_empty());
}

#[test]
fn the_list_fills_while_loading_and_the_cursor_stays() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.take(Msg::Found(3)).load(&[paper("m", "中局", 2024)]);
    assert_eq!((desk.model.loading.found, desk.model.loading.read, desk.model.loading.done), (3, 1, false));
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

// Verdicts and status.

fn verdict(intent: &Intent) -> (Decision, &str) {
    match intent {
        Intent::About { what: What::Verdict(Verdict { decision, reason }), .. } => (*decision, reason.as_str()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_verdict_moves_on_to_the_next_open_finding() {
    let mut desk = Desk::new();
    desk.keys("n v");
    assert!(matches!(desk.model.overlay, Some(Overlay::Verdict(_))));
    desk.keys("enter");
    let recorded = desk.recorded();
    assert_eq!(verdict(&recorded[0]), (Decision::Return, ""));
    let Intent::About { seen, item, .. } = &recorded[0] else { panic!() };
    assert_eq!((seen.clone(), *item), (Seen::sides(6, 5), desk.item("a/new")));
    assert_eq!(desk.cell(), "requests/new/total", "moved on");
    desk.saved();
    said(&desk, "已保存处理意见：退回");
    assert_eq!(desk.model.marks.get(desk.item("a/new")).unwrap().decided, 1);
    desk.keys("v j j j enter");
    assert_eq!(verdict(&desk.recorded()[0]), (Decision::Accept, "上年更正"));
    desk.saved();
    assert_eq!(desk.model.marks.get(desk.item("a/new")).unwrap().decided, 2);
    assert_eq!(desk.cell(), "requests/new/total", "nothing is open any more");
}

#[test]
fn a_verdict_is_chosen_by_number_or_left_alone() {
    let mut desk = Desk::new();
    desk.keys("n v 7");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::ToVerify);
    desk.saved().keys("v esc");
    desk.keys("v q");
    desk.keys("v 9 0 x");
    assert!(matches!(desk.model.overlay, Some(Overlay::Verdict(_))), "a number without a line does nothing");
    assert!(desk.recorded().is_empty());
    desk.keys("esc v k k k enter");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::Return);
    desk.saved().keys("N v G j j j j j j j j j j enter");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::ToVerify);
}

/// An office's profile in a file of its own, kept as the program keeps it.
fn profile(text: &str) -> &'static Profile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    Profile::load_static(file.path()).unwrap()
}

#[test]
fn the_reasons_are_those_of_the_office() {
    let mut desk = Desk::new();
    desk.model.profile = profile("reasons = [\"换届\", \"合并报送\", \"补报\", \"口径\"]");
    desk.keys("n v 5");
    assert_eq!(verdict(&desk.recorded()[0]), (Decision::Accept, "口径"));
    desk.saved().keys("v 8");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::ToVerify);
}

#[test]
fn a_rule_that_the_office_has_switched_off_is_not_shown() {
    for (text, expected) in [("", 2), ("[levels]\n\"T3-01\" = \"off\"", 0)] {
        let mut desk = Desk::new();
        desk.model.profile = profile(text);
        desk.keys("n");
        let open = desk.model.open.as_ref().unwrap();
        assert_eq!((open.item, open.outcome.findings.len()), (desk.item("a/new"), expected));
    }
}

#[test]
fn a_reason_of_ones_own_is_written() {
    let mut desk = Desk::new();
    desk.keys("n v 5");
    assert!(matches!(desk.editor().purpose, Purpose::Reason(_)));
    desk.typed("与上级核对过").keys("enter");
    assert_eq!(verdict(&desk.recorded()[0]), (Decision::Accept, "与上级核对过"));
    desk.saved().keys("v 5 enter");
    assert!(desk.recorded().is_empty(), "no reason, no verdict");
    assert_eq!(desk.notice(), ZH.desk.nothing_written);
}

#[test]
fn accepting_with_open_errors_asks_first() {
    let mut desk = Desk::new();
    desk.keys("A");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))));
    desk.keys("x enter j");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))), "only yes or no are answers");
    desk.keys("n");
    assert!(desk.model.overlay.is_none() && desk.recorded().is_empty());
    desk.keys("A esc");
    assert!(desk.model.overlay.is_none() && desk.recorded().is_empty());
    desk.keys("A y").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Accepted);
    desk.keys("j A").saved();
    assert_eq!(status_of(&desk, "b"), Status::Accepted, "nothing to ask where there is no error");
}

#[test]
fn accepting_after_a_verdict_on_every_error_does_not_ask() {
    let mut desk = Desk::new();
    desk.keys("n v 6").saved().keys("v 6").saved().keys("A");
    assert!(desk.model.overlay.is_none());
    desk.saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Accepted);
}

#[test]
fn returning_twice_says_that_it_is_returned_already() {
    let mut desk = Desk::new();
    desk.keys("R enter");
    assert_eq!(desk.notice(), ZH.desk.saving);
    desk.saved();
    said(&desk, "已保存状态：退回");
    assert_eq!((status_of(&desk, "a/new"), desk.recorded().len()), (Status::Returned, 1));
    desk.keys("R");
    said(&desk, "已经是：退回");
    assert!(desk.recorded().is_empty());
    desk.keys("j R");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))), "nothing was found in it: it asks");
    desk.keys("n");
    assert!(desk.recorded().is_empty());
    desk.keys("R y enter").saved();
    assert_eq!(status_of(&desk, "b"), Status::Returned);
}

#[test]
fn undo_takes_back_the_last_own_act_and_then_the_one_before() {
    let mut desk = Desk::new();
    desk.keys("u");
    assert_eq!(desk.notice(), ZH.desk.nothing_to_undo);
    desk.keys("a").typed("一").keys("enter");
    desk.keys("u");
    assert_eq!(desk.notice(), ZH.desk.still_saving, "not before it is on disk");
    desk.saved().keys("R enter").saved();
    let others = note_by(&desk, "wang", "b", "别人的");
    desk.hear(vec![others]);
    desk.keys("u").saved();
    said(&desk, "已撤销：松溪县教育局 2024");
    assert_eq!(status_of(&desk, "a/new"), Status::Reviewing);
    desk.keys("u").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Unreviewed);
    desk.keys("u");
    assert_eq!(desk.notice(), ZH.desk.nothing_to_undo, "the acts of others are theirs");
    assert_eq!(desk.model.marks.get(desk.item("b")).unwrap().notes, 1);
}

#[test]
fn undo_works_across_sessions() {
    let mut first = Desk::new();
    first.keys("R enter").saved();
    let mut second = Desk::new();
    second.hear(first.acts.clone());
    assert_eq!(status_of(&second, "a/new"), Status::Returned);
    second.keys("u").saved();
    assert_eq!(status_of(&second, "a/new"), Status::Unreviewed);
}

// Writing.

fn note(intents: &[Intent]) -> (&Target, &str, Option<Seen>) {
    match intents {
        [Intent::About { target, what: What::Note(text), seen, .. }] => (target, text, seen.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_note_is_on_what_is_under_the_cursor_and_says_what_was_seen() {
    let mut desk = Desk::new();
    let finding = {
        let lean = &desk.model.library.sheet(desk.item("a/new")).unwrap().lean;
        Target::Finding(SafeText::line(&check(lean, Profile::standard()).findings[0].fingerprint.to_string()))
    };
    let cell = |id: &str| Target::Cell(SafeText::line(id));
    for (keys, target, seen) in [
        ("enter", finding, Seen::sides(6, 5)),
        ("3 g", cell("requests/new/natural"), Seen::value(6)),
        ("enter", cell("requests/new/natural"), Seen::value(6)),
        ("esc 5 G", Target::Section(6), None),
    ] {
        desk.keys(keys).keys("a").typed("请核对").keys("enter");
        let recorded = desk.recorded();
        assert_eq!(note(&recorded), (&target, "请核对", seen), "{keys}");
        desk.saved();
        assert_eq!(desk.notice(), ZH.desk.saved_note);
    }
    desk.keys("esc esc a").typed("整份").keys("enter");
    let recorded = desk.recorded();
    let (target, _, seen) = note(&recorded);
    assert!(*target == Target::Report && seen.is_some_and(|seen| seen.seen_cells().is_some()));
}

#[test]
fn enter_saves_and_ctrl_j_or_alt_enter_begin_a_new_line() {
    let mut desk = Desk::new();
    desk.keys("a").typed("一").keys("ctrl-j").typed("二").keys("alt-enter").typed("三 ").keys("enter");
    assert!(desk.model.overlay.is_none());
    assert_eq!(note(&desk.recorded()).1, "一\n二\n三");
    desk.keys("a enter");
    assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.desk.nothing_written));
    desk.keys("a").typed("  ").keys("ctrl-j enter");
    assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.desk.nothing_written));
}

#[test]
fn keys_that_mean_something_elsewhere_are_letters_in_the_editor() {
    let mut desk = Desk::new();
    desk.keys("a").typed("qnR?u/").keys("enter");
    assert_eq!(note(&desk.recorded()).1, "qnR?u/");
    assert!(desk.model.open.is_none());
}

#[test]
fn esc_asks_only_when_something_would_be_lost() {
    let mut desk = Desk::new();
    desk.keys("a esc");
    assert!(desk.model.overlay.is_none(), "nothing written, nothing asked");
    desk.keys("a").typed("字").keys("esc");
    assert!(desk.editor().discarding);
    desk.typed("再");
    assert!(!desk.editor().discarding);
    assert_eq!(desk.editor().text(), "字", "the key was an answer, not text");
    desk.keys("esc esc");
    assert!(!desk.editor().discarding, "Esc twice does not throw words away");
    desk.keys("esc enter");
    assert_eq!(desk.editor().text(), "字");
    desk.keys("esc y");
    assert!(desk.model.overlay.is_none());
    assert_eq!(desk.notice(), ZH.desk.discarded);
    assert!(desk.recorded().is_empty());
}

#[test]
fn a_paste_keeps_its_lines_and_shows_what_is_hidden() {
    let mut desk = Desk::new();
    desk.keys("a").typed("前").paste("一\r\n二\r三\u{1b}[31m\u{202e}\u{7}").keys("enter");
    assert_eq!(note(&desk.recorded()).1, "前一\n二\n三\\x1B[31m\\u{202E}\\x07");
    desk.keys("a").typed("字").keys("esc").paste("四");
    assert!(!desk.editor().discarding, "a paste is no answer");
    assert_eq!(desk.editor().text(), "字四");
}

#[test]
fn a_paste_outside_a_field_does_nothing() {
    for keys in ["", "enter", "enter 3", "enter 5", "enter 6", "enter 3 enter", "?", "n v", "A"] {
        let mut desk = Desk::new();
        desk.keys(keys);
        desk.effects();
        let (place, overlay) = (desk.model.place(), desk.model.overlay.is_some());
        desk.paste("q\ny\nR\n");
        assert_eq!((desk.model.place(), desk.model.overlay.is_some()), (place, overlay), "{keys}");
        assert!(desk.effects().is_empty(), "{keys}");
        assert_eq!(desk.notice(), ZH.desk.paste_ignored, "{keys}");
    }
}

#[test]
fn what_others_do_while_one_writes_does_not_disturb() {
    let mut desk = Desk::new();
    desk.keys("enter 3 a").typed("半句");
    let act = note_by(&desk, "wang", "a/new", "别人的");
    desk.hear(vec![act]).load(&[paper("0", "新到局", 2024)]).take(Msg::LoadingDone).resize(100, 30);
    assert_eq!(desk.editor().text(), "半句");
    desk.typed("话").keys("enter");
    let recorded = desk.recorded();
    assert_eq!(note(&recorded).1, "半句话");
    assert!(matches!(&recorded[0], Intent::About { item, .. } if *item == desk.item("a/new")));
    desk.saved();
    assert_eq!(desk.model.marks.get(desk.item("a/new")).unwrap().notes, 2);
}

#[test]
fn acts_of_others_show_at_once_and_are_announced() {
    let mut desk = Desk::new();
    let act = note_by(&desk, "wang", "b", "别人的");
    desk.hear(vec![act]);
    said(&desk, "1 条");
    assert_eq!((desk.model.marks.get(desk.item("b")).unwrap().notes, status_of(&desk, "b")), (1, Status::Reviewing));
    let reloaded = Update { acts: Vec::new(), reloaded: true };
    desk.take(Msg::Journal(reloaded));
    assert_eq!(desk.model.marks.get(desk.item("b")), None, "another file, another state");
}

#[test]
fn what_could_not_be_saved_is_given_back() {
    let mut desk = Desk::new();
    desk.keys("a").typed("很长的一段话").keys("enter").refused();
    said(&desk, "磁盘已满");
    assert_eq!((desk.editor().text().as_str(), desk.recorded().len()), ("很长的一段话", 1));
    desk.keys("esc");
    assert!(desk.editor().discarding, "none of it is saved: leaving asks");
    desk.keys("n enter");
    assert_eq!(note(&desk.recorded()).1, "很长的一段话");
    desk.saved();
    assert_eq!(desk.model.marks.get(desk.item("a/new")).unwrap().notes, 1);
    assert_eq!(desk.model.journal.saving, 0);
}

fn item_of(intents: &[Intent]) -> u32 {
    match intents {
        [Intent::About { item, .. }] => *item,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_could_not_be_saved_stays_with_the_report_it_was_written_on() {
    let mut desk = Desk::new();
    desk.keys("enter 3 a").typed("教育局的数不对").keys("enter J");
    assert_eq!((desk.opened().as_str(), desk.recorded().len()), ("b", 1));
    desk.refused().keys("enter");
    let recorded = desk.recorded();
    assert_eq!(item_of(&recorded), desk.item("a/new"), "not the one that is open now");
    assert_eq!(note(&recorded).2, Seen::value(6), "what was seen is of that report too");
}

#[test]
fn a_reason_that_could_not_be_saved_is_given_back() {
    let mut desk = Desk::new();
    desk.keys("n v 5").typed("与上级核对过").keys("enter");
    desk.recorded();
    desk.refused();
    assert_eq!(desk.editor().text(), "与上级核对过");
    desk.keys("enter");
    let recorded = desk.recorded();
    assert_eq!(verdict(&recorded[0]), (Decision::Accept, "与上级核对过"));
    let Intent::About { target, .. } = &recorded[0] else { panic!() };
    let first = desk.open().outcome.findings[0].fingerprint.to_string();
    assert_eq!(*target, Target::Finding(SafeText::line(&first)), "on the finding it was meant for");
}

#[test]
fn a_note_begun_on_the_list_stays_with_its_report_while_others_arrive() {
    let mut desk = Desk::new();
    desk.keys("a").typed("教育局的").load(&[paper("a/z", "松溪县教育局", 2025)]);
    assert!(!desk.listed().contains(&"a/new".to_owned()), "a later year stands in front of it now");
    desk.keys("enter");
    assert_eq!(item_of(&desk.recorded()), desk.item("a/new"));
}

#[test]
fn an_answer_is_about_the_report_that_was_asked_about() {
    let mut desk = Desk::new();
    desk.keys("A").load(&[paper("a/z", "松溪县教育局", 2025)]).keys("y");
    assert_eq!(item_of(&desk.recorded()), desk.item("a/new"));
}

#[test]
fn what_could_not_be_saved_does_not_push_aside_what_is_being_written() {
    let mut desk = Desk::new();
    desk.keys("a").typed("第一").keys("enter a").typed("第二").refused();
    assert_eq!(desk.editor().text(), "第二");
    said(&desk, "磁盘已满");
}

#[test]
fn a_read_only_journal_refuses_with_the_reason() {
    let mut desk = Desk::new();
    desk.take(Msg::JournalOpened { read_only: true, update: Update::default() });
    for keys in ["a", "R", "A", "u", "n v", "6 e", "d"] {
        desk.keys(keys);
        assert_eq!(desk.notice(), ZH.desk.journal_read_only, "{keys}");
        assert!(desk.model.overlay.is_none(), "{keys}");
    }
    assert!(desk.recorded().is_empty());
}

#[test]
fn own_notes_are_edited_and_retracted_and_those_of_others_are_not() {
    let mut desk = Desk::new();
    desk.keys("enter 6 e");
    assert_eq!(desk.notice(), ZH.desk.no_note_here);
    desk.keys("1 a").typed("原话").keys("enter").saved();
    let act = note_by(&desk, "wang", "a/new", "别人的");
    desk.hear(vec![act]).keys("R enter").saved();
    desk.keys("6 g e");
    assert_eq!(desk.editor().text(), "原话");
    desk.keys("esc");
    assert!(desk.model.overlay.is_none(), "unchanged");
    desk.keys("e").typed("改").keys("enter").saved();
    assert_eq!(desk.notice(), ZH.desk.saved_edit);
    let texts = |desk: &Desk| -> Vec<String> {
        crate::tui::notes::entries(&desk.model).iter().map(|entry| entry.text().to_owned()).collect()
    };
    assert_eq!(texts(&desk), ["原话改", "别人的", ""]);
    desk.keys("j e");
    assert_eq!(desk.notice(), ZH.desk.not_yours);
    desk.keys("d");
    assert_eq!(desk.notice(), ZH.desk.not_yours);
    desk.keys("j e");
    assert_eq!(desk.notice(), ZH.desk.not_a_note);
    desk.keys("g d").saved();
    assert_eq!(texts(&desk), ["别人的", ""]);
}

#[test]
fn enter_on_a_note_goes_to_what_it_speaks_of() {
    let mut desk = Desk::new();
    desk.keys("enter 4 l l a").typed("格").keys("enter").saved();
    desk.keys("5 G a").typed("节").keys("enter").saved();
    desk.keys("1 j a").typed("题").keys("enter").saved();
    desk.keys("6 g enter");
    assert_eq!(desk.cell(), "disputes/reconsideration/other");
    desk.keys("6 g j enter");
    assert_eq!(desk.open().tab, Tab::Text);
    desk.keys("6 G enter");
    assert_eq!(desk.cell(), "requests/new/total");
}

#[test]
fn the_external_editor_gets_the_text_and_gives_it_back_safe() {
    let mut desk = Desk::new();
    desk.keys("a").typed("前").keys("ctrl-e");
    assert_eq!(desk.effects(), [Effect::Edit("前".to_owned())]);
    desk.take(Msg::Edited(Ok("前后\n第二行\u{1b}\n\n".to_owned())));
    assert_eq!(desk.editor().text(), "前后\n第二行\\x1B");
    desk.keys("esc");
    assert!(desk.editor().discarding);
    desk.keys("x");
    desk.take(Msg::Edited(Err("vi: 127".to_owned())));
    assert_eq!(desk.editor().text(), "前后\n第二行\\x1B");
    said(&desk, "vi: 127");
}

// What was seen, and what is there now.

#[test]
fn accepted_falls_back_to_resubmitted_when_a_value_differs() {
    let mut first = Desk::new();
    first.keys("A y").saved().keys("j R y enter").saved();
    let acts = first.acts.clone();
    let mut same = Desk::new();
    same.hear(acts.clone());
    assert_eq!((status_of(&same, "a/new"), status_of(&same, "b")), (Status::Accepted, Status::Returned));
    let mut later = Desk::empty(Lang::Zh, 80, 24);
    let mut changed = papers();
    changed.truncate(3);
    changed[0] = paper("a/again", "松溪县教育局", 2024);
    changed[2] = paper("b", "松溪县公安局", 2024).set("disclosure/licensing/decisions", json!(1));
    later.load(&changed).hear(acts);
    assert_eq!((status_of(&later, "a/again"), status_of(&later, "b")), (Status::Resubmitted, Status::Resubmitted));
}

#[test]
fn notes_and_verdicts_on_other_values_are_stale() {
    let mut first = Desk::new();
    first.keys("n a").typed("请核对").keys("enter").saved();
    first.keys("v enter").saved();
    let acts = first.acts.clone();
    assert!(!first.model.marks.get(first.item("a/new")).unwrap().stale);
    for (natural, note_stale, verdict_stale) in [(6, false, false), (7, true, true)] {
        let mut later = Desk::empty(Lang::Zh, 80, 24);
        let again = paper("a/new", "松溪县教育局", 2024).set("requests/new/natural", json!(natural));
        later.load(&[again]).hear(acts.clone()).keys("enter 6");
        let stale: Vec<bool> = crate::tui::notes::entries(&later.model).iter().map(|entry| entry.stale).collect();
        assert_eq!(stale, [note_stale, verdict_stale], "{natural}");
        assert_eq!(later.model.marks.get(later.item("a/new")).unwrap().stale, note_stale || verdict_stale);
    }
}

#[test]
fn help_scrolls_and_closes_and_quit_quits() {
    let mut desk = Desk::new();
    desk.keys("?");
    let offset = |desk: &Desk| match &desk.model.overlay {
        Some(Overlay::Help(help)) => help.window.offset,
        other => panic!("{other:?}"),
    };
    desk.keys("j j k");
    assert_eq!(offset(&desk), 1);
    desk.keys(&"pagedown ".repeat(20));
    let end = offset(&desk);
    desk.keys("j");
    assert_eq!(offset(&desk), end);
    desk.keys("q");
    assert!(desk.model.overlay.is_none() && desk.effects().is_empty(), "q closes the help first");
    desk.keys("q");
    assert_eq!(desk.effects(), [Effect::Quit]);
    desk.keys("enter 3 ctrl-c");
    assert!(desk.effects().contains(&Effect::Quit));
    desk.keys("ctrl-l ctrl-z");
    assert_eq!(desk.effects(), [Effect::Redraw, Effect::Suspend]);
}

// Whatever happens.

#[derive(Debug, Clone)]
enum Step {
    Key(&'static str),
    Typed(char),
    Paste(String),
    Resize(u16, u16),
    Load(u8),
    Unreadable(u8),
    Doubtful,
    Others(u8),
    Saved,
    Refused,
    Reloaded,
}

fn step() -> impl Strategy<Value = Step> {
    let keys = vec![
        "enter",
        "enter",
        "esc",
        "j",
        "k",
        "h",
        "l",
        "g",
        "G",
        "pagedown",
        "pageup",
        "n",
        "n",
        "N",
        "J",
        "K",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "p",
        ",",
        "o",
        "/",
        "s",
        "y",
        "a",
        "e",
        "d",
        "v",
        "R",
        "A",
        "u",
        "?",
        "ctrl-l",
        "backspace",
        "ctrl-j",
        "alt-enter",
        "ctrl-e",
        "ctrl-u",
        "delete",
        "home",
        "end",
        "tab",
        "up",
        "down",
        "f1",
        "x",
        "X",
        "=",
        "space",
        "*",
        "V",
        ".",
        "0",
        ", d",
        ", n",
        "ctrl-t",
        "backtab",
        "<",
        ">",
        "m",
        "'",
        ":",
        ",",
    ];
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Step::Key),
        2 => prop::sample::select(vec!['y', 'n', '局', 'ｑ', '\u{202e}', '\u{301}', '👨', '5']).prop_map(Step::Typed),
        1 => prop::sample::select(vec!["", "一\n二", "\u{1b}[2J\u{9b}", "教育", "\t\t\r"]).prop_map(|t| Step::Paste(t.into())),
        1 => prop::sample::select(vec![
            (0, 0), (1, 1), (10, 3), (0, 10), (24, 6), (80, 24), (50, 2), (200, 60), (25, 7), (80, 1), (300, 5)
        ]).prop_map(|(w, h)| Step::Resize(w, h)),
        1 => (0_u8..6).prop_map(Step::Load),
        1 => (0_u8..3).prop_map(Step::Unreadable),
        1 => Just(Step::Doubtful),
        1 => (0_u8..4).prop_map(Step::Others),
        2 => Just(Step::Saved),
        1 => Just(Step::Refused),
        1 => Just(Step::Reloaded),
    ]
}

fn take(desk: &mut Desk, step: &Step) {
    match step {
        Step::Key(name) => desk.keys(name),
        Step::Typed(c) => desk.typed(&c.to_string()),
        Step::Paste(text) => desk.paste(text),
        Step::Resize(width, height) => desk.resize(*width, *height),
        Step::Load(n) => {
            let year = 2022 + u16::from(n % 4);
            let again = paper(&format!("n{n}"), "松溪县教育局", year).set("requests/new/total", json!(n));
            let version = again.with("version", json!(n + 1));
            desk.load(&[version, paper(&format!("m{n}"), "别处局", year)])
        }
        Step::Doubtful => desk.load(&[doubtful("e"), doubtful("f")]),
        Step::Unreadable(n) => desk.take(Msg::Loaded(vec![unreadable(&format!("u{n}"))])),
        Step::Others(n) => {
            let lean = item(&papers()[usize::from(*n)]).body.unwrap().lean;
            desk.hear(vec![Act::note("wang", reference("x", &lean), Target::Report, "别人的", None)])
        }
        Step::Saved => desk.saved(),
        Step::Refused => desk.refused(),
        Step::Reloaded => desk.take(Msg::Journal(Update { acts: Vec::new(), reloaded: true })),
    };
}

fn cursors_are_inside(desk: &Desk) {
    let model = &desk.model;
    let within = |cursor: usize, len: usize, what: &str| assert!(cursor < len.max(1), "{what}: {cursor} of {len}");
    within(model.list.window.cursor, model.list.visible.len(), "list");
    let Some(open) = &model.open else { return };
    let opened = model.opened().expect("what is open is there");
    within(open.findings.cursor, open.outcome.findings.len() + crate::tui::gaps::gaps(model).len(), "findings");
    match open.tab {
        Tab::Table(_) => assert!(open.current_cell(opened.form).is_some(), "{:?}", open.cursors),
        Tab::Text => {
            let width = usize::from(crate::tui::layout::regions(model).body.width);
            within(open.text.cursor, crate::tui::prose::lines(model, width).len(), "text");
        }
        Tab::Notes => within(open.notes.cursor, crate::tui::notes::entries(model).len(), "notes"),
        Tab::Source => within(open.source.window.cursor, open.source.lines().len(), "source"),
        Tab::Doubts => {
            let read = crate::tui::doubts::remarks(model).len();
            let said = usize::try_from(opened.lean.remarks).unwrap();
            within(open.doubts.cursor, read.max(said), "doubts");
        }
        Tab::Years => within(open.years.column(), open.years.columns.as_ref().map_or(0, Vec::len), "years"),
        Tab::Versions => {
            let groups = crate::tui::versions::groups(model);
            within(open.versions.cursor, crate::tui::versions::len(&groups), "versions");
        }
        Tab::Findings => {}
    }
    assert!(!open.cell || open.table().is_some(), "a cell belongs to a table");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_events_breaks_the_desk(texts in any::<bool>(), steps in prop::collection::vec(step(), 1..70)) {
        let mut desk = if texts { Desk::with_texts(Lang::Zh, 80, 24) } else { Desk::new() };
        for step in &steps {
            take(&mut desk, step);
            cursors_are_inside(&desk);
            let buffer = desk.buffer();
            for cell in buffer.content() {
                prop_assert!(!cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'), "{:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn the_reviewer_of_the_fixture_is_the_reviewer_of_the_desk() {
    assert_eq!(&*Desk::new().model.reviewer, REVIEWER);
}

#[test]
fn tab_walks_through_the_readings_and_shows_them_in_the_table() {
    let mut desk = Desk::new();
    desk.keys("enter");
    let readings = causes::current(desk.open()).unwrap().readings.len();
    assert!(readings >= 2, "the planted error must have several readings");
    desk.keys("tab");
    for number in 0..readings {
        assert_eq!(desk.open().preview, Some(number));
        let reading = causes::previewed(desk.open()).unwrap();
        let first = newest().id(reading.cells[0].cell);
        assert_eq!(desk.cell(), first, "the cursor stands on what would change");
        desk.keys("tab");
    }
    assert_eq!(desk.open().preview, None);
    desk.keys("backtab");
    assert_eq!(desk.open().preview, Some(readings - 1));
    desk.keys("n");
    assert_eq!(desk.open().preview, None, "another finding, another preview");
}

#[test]
fn c_asks_the_agency_in_a_note_that_must_not_be_lost_by_esc() {
    let mut desk = Desk::new();
    desk.keys("enter tab c");
    let text = desk.editor().text();
    assert!(text.starts_with("请核对"), "{text}");
    desk.keys("esc");
    assert!(desk.editor().discarding);
    desk.keys("n enter").saved();
    assert_eq!(desk.notice(), ZH.desk.saved_note);
}

#[test]
fn a_finding_without_readings_says_so() {
    let mut desk = Desk::new();
    desk.keys("G k enter j j");
    assert!(causes::current(desk.open()).is_none_or(|block| block.readings.is_empty()));
    desk.keys("tab");
    assert_eq!(desk.notice(), ZH.desk.no_readings);
    assert_eq!(desk.open().preview, None);
}

#[test]
fn the_findings_of_one_cause_stand_together_below_it() {
    let mut desk = Desk::new();
    desk.keys("enter");
    let rows = causes::rows(desk.open());
    assert_eq!(rows, [causes::Row::Cause(0), causes::Row::Finding(0), causes::Row::Finding(1)]);
}

#[test]
fn what_was_undone_can_be_restored() {
    let mut desk = Desk::new();
    desk.keys("ctrl-r");
    assert_eq!(desk.notice(), ZH.desk.nothing_to_redo);
    desk.keys("R enter").saved().keys("u").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Unreviewed);
    desk.keys("ctrl-r").saved();
    said(&desk, "已恢复：松溪县教育局 2024");
    assert_eq!(status_of(&desk, "a/new"), Status::Returned);
}

#[test]
fn a_verdict_is_never_given_on_a_finding_that_is_not_on_the_screen() {
    let mut desk = Desk::new();
    desk.keys("n v");
    assert!(matches!(desk.model.overlay, Some(Overlay::Verdict(_))));
    for elsewhere in ["esc 4 v", "enter v", "esc 2 v"] {
        desk.keys(elsewhere);
        assert!(desk.model.overlay.is_none(), "{elsewhere}");
        assert_eq!(desk.notice(), ZH.desk.no_finding_here, "{elsewhere}");
    }
}

#[test]
fn errors_that_were_returned_are_not_accepted_without_a_question() {
    let mut desk = Desk::new();
    desk.keys("enter v 1").saved().keys("v 1").saved().keys("A");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))));
    desk.keys("n v 6").saved().keys("k v 6").saved();
    desk.keys("A");
    assert!(desk.model.overlay.is_none(), "not a problem, so nothing is open");
}

#[test]
fn words_being_written_when_the_line_drops_are_kept() {
    let mut desk = Desk::new();
    assert_eq!(super::unfinished(&desk.model), None);
    desk.keys("a").typed("写到一半");
    assert_eq!(super::unfinished(&desk.model).unwrap().words(), Some("写到一半"));
    desk.keys("enter");
    assert_eq!(super::unfinished(&desk.model), None);
}

#[test]
fn drafts_of_an_earlier_session_are_asked_about() {
    let mut desk = Desk::new();
    let ask = |desk: &mut Desk| {
        desk.take(Msg::DraftsFound(1, "半句".to_owned()));
    };
    for (key, wanted) in [("y", Some(Drafts::Save)), ("n", Some(Drafts::Discard)), ("esc", None)] {
        ask(&mut desk);
        assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))));
        desk.keys(key);
        let drafts: Vec<Effect> =
            desk.effects().into_iter().filter(|effect| matches!(effect, Effect::Drafts(_))).collect();
        assert_eq!(drafts, wanted.map(Effect::Drafts).into_iter().collect::<Vec<_>>(), "{key}");
    }
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

mod mouse;
mod texts;
