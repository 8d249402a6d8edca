//! The list as a tool: its order, columns, ranges, and what is copied of it.

use crate::tui::fixture::{Desk, paper};
use crate::tui::model::{By, ListColumn, Order, Screen};
use crate::tui::msg::{Effect, Msg};
use crate::words::Lang;

use serde_json::json;

/// A clean report, one with an error, and a file that cannot be read.
fn desk() -> Desk {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.model.list.order = Order::worst_first();
    let bad = paper("b", "松溪县民政局", 2024).set("requests/granted/natural", json!(9));
    desk.take(Msg::Loaded(vec![crate::tui::fixture::unreadable("d")]));
    desk.load(&[paper("a", "松溪县教育局", 2024), bad]);
    desk.take(Msg::LoadingDone);
    desk
}

fn copied(desk: &mut Desk) -> String {
    let effects = desk.effects();
    let copied =
        effects.iter().rev().find_map(|effect| if let Effect::Copy(text) = effect { Some(text) } else { None });
    copied.cloned().unwrap_or_default()
}

#[test]
fn the_desk_opens_on_the_worst_report_and_what_cannot_be_read_stays_in_sight() {
    let mut desk = desk();
    let lines = desk.screen();
    let here = lines.iter().find(|line| line.starts_with('▸')).unwrap();
    assert!(here.contains("松溪县民政局"), "{}", lines.join("\n"));
    assert!(lines[3].contains("无法读取"), "{}", lines.join("\n"));
    // Once somebody has moved, the cursor is theirs.
    desk.keys("j g");
    assert!(desk.screen()[3].starts_with('▸'));
}

#[test]
fn the_head_says_what_a_number_counts_and_what_the_order_is() {
    let mut desk = desk();
    let lines = desk.screen();
    assert!(lines[2].contains("错误▾") && lines[2].contains("疑点"), "{}", lines[2]);
    assert!(!lines.iter().skip(3).any(|line| line.contains("错1")), "{}", lines.join("\n"));
    desk.keys("r");
    assert!(desk.screen()[2].contains("错误▴"), "{}", desk.screen()[2]);
    desk.keys("s s s s s");
    assert!(!desk.screen()[2].contains(['▴', '▾']), "{}", desk.screen()[2]);
}

#[test]
fn hints_have_a_column_while_they_are_asked_for() {
    let mut desk = desk();
    assert!(!desk.screen()[2].contains("提示"));
    desk.keys("H");
    assert!(desk.screen()[2].contains("提示"), "{}", desk.screen()[2]);
}

#[test]
fn columns_are_chosen_put_into_order_and_kept() {
    let mut desk = desk();
    desk.keys(", c").typed("nd").keys("enter esc");
    assert!(!desk.screen()[2].contains("年度"), "{}", desk.screen()[2]);
    desk.keys(", c").typed("年度").keys("enter esc");
    let head = desk.screen().swap_remove(2);
    assert!(head.find("批注") < head.find("年度"), "what is chosen last stands last: {head}");
    let setting = desk.model.list.setting();
    assert_eq!(setting.columns.iter().last(), Some(ListColumn::Year));
    desk.keys(", c ctrl-u esc");
    assert_eq!(desk.model.list.columns.iter().next(), Some(ListColumn::Year));
}

#[test]
fn a_range_is_marked_from_the_last_mark_to_the_cursor_and_copied() {
    let mut desk = desk();
    desk.keys("g V 2 j V");
    assert_eq!(desk.model.selection.len(), 3);
    desk.keys("y");
    let text = copied(&mut desk);
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.starts_with("状态\t机关\t年度\t错误"), "{text}");
}

#[test]
fn rows_and_whole_views_are_copied_as_a_table_or_as_text() {
    let mut desk = desk();
    desk.keys("g 2 y");
    assert_eq!(copied(&mut desk).lines().count(), 2);
    desk.keys("n 3 , y");
    let table = copied(&mut desk);
    let rows = desk.model.opened().unwrap().form.tables[1].rows.len();
    assert_eq!(table.lines().count(), rows + 1, "{table}");
    assert!(table.lines().all(|line| line.split('\t').count() == 8), "{table}");
    desk.keys(", Y");
    assert!(!copied(&mut desk).contains('\t'));
    desk.keys("g alt-3 y");
    assert_eq!(copied(&mut desk).lines().count(), 3);
    for tab in ["1", "2", "4", "5", "9"] {
        desk.keys(tab).keys(", y");
    }
}

#[test]
fn the_screen_is_kept_with_whatever_lies_over_it() {
    let mut desk = desk();
    desk.keys("? f12");
    assert_eq!(desk.effects().last(), Some(&Effect::Still));
    assert!(desk.screen().concat().contains(desk.model.words().desk.help_title()), "the help is still there");
    desk.keys("esc , p");
    assert_eq!(desk.effects().last(), Some(&Effect::Still));
}

#[test]
fn a_range_of_cells_is_copied_with_the_names_of_its_rows_and_columns() {
    let mut desk = desk();
    desk.keys("g n 3 g , v alt-1 j l y");
    let table = copied(&mut desk);
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(table.lines().all(|line| line.split('\t').count() == 3), "{table}");
    assert!(table.starts_with("表三\t") || table.starts_with("三"), "{table}");
    assert!(desk.open().tables.range.is_none(), "copied, it is done with");
    desk.keys(", v l , Y");
    assert!(!copied(&mut desk).contains('\t'));
    desk.keys(", v j esc");
    assert!(desk.open().tables.range.is_none());
    assert_eq!(desk.open().screen, Screen::Table, "esc gives up the range first");
}

#[test]
fn a_count_copies_rows_of_the_table_from_a_cell_too() {
    let mut desk = desk();
    desk.keys("g n 3 g enter alt-3 y");
    let rows = copied(&mut desk);
    assert_eq!(rows.lines().count(), 3, "{rows}");
    assert!(rows.lines().all(|line| line.split('\t').count() == 8), "{rows}");
}

#[test]
fn the_list_is_put_into_order_by_whose_reports_are() {
    let mut desk = desk();
    let acts = vec![desk.assigned_by("li", "a", Some("wang")), desk.assigned_by("li", "b", Some("li"))];
    desk.hear(acts);
    desk.model.list.order = [By::from_id("assignee").unwrap()].into_iter().collect();
    desk.model.stale.list = true;
    desk.keys("j");
    assert_eq!(desk.listed(), ["b", "a", "d"], "li, wang, nobody");
}
