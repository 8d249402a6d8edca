//! Finding in each view of a report, and who else has a value.

use ratatui::style::Modifier;
use serde_json::json;

use crate::tui::fixture::{Desk, paper};
use crate::tui::model::Screen;
use crate::tui::msg::Msg;
use crate::words::{Lang, ZH};

const TEXT: &str = "本年度收到申请12件。对逾期不补正的，\n依法告知；另有12件转办。";

fn desk(width: u16) -> Desk {
    let mut desk = Desk::empty(Lang::Zh, width, 24);
    let sections = json!([
        { "number": 3, "heading": "三、收到和处理政府信息公开申请情况", "text": TEXT },
        { "number": 5, "heading": "五、存在的问题", "text": "培训不足。" },
    ]);
    let with = |id: &str, name: &str, value: u32| {
        paper(id, name, 2024)
            .set("requests/granted/natural", json!(value))
            .set("requests/granted/total", json!(value + 1))
            .with("sections", sections.clone())
    };
    desk.load(&[with("a", "松溪县科技局", 12), with("b", "松溪县民政局", 12), with("c", "松溪县水利局", 7)]);
    desk.take(Msg::LoadingDone);
    desk
}

#[test]
fn a_slash_finds_in_every_view_and_goes_on_from_place_to_place() {
    let mut desk = desk(80);
    desk.keys("enter 3 /").typed("jyfs");
    assert!(desk.screen().join("\n").contains("/jyfs"));
    desk.keys("ctrl-u").typed("buzheng").keys("enter");
    assert!(desk.cell().starts_with("requests/"), "{}", desk.cell());
    let row =
        desk.model.opened().unwrap().form.tables[1].row_full_name(desk.open().tables.cursor().unwrap().0, Lang::Zh);
    assert!(row.contains("补正"), "{row}");
    desk.keys(")");
    let next =
        desk.model.opened().unwrap().form.tables[1].row_full_name(desk.open().tables.cursor().unwrap().0, Lang::Zh);
    assert!(next.contains("补正") && next != row, "{next}");
    desk.keys("(");
    // A number is that value and no other.
    desk.keys("g /").typed("12").keys("enter");
    assert_eq!(desk.cell(), "requests/granted/natural");
    // What was looked for goes along to the text.
    desk.keys("5 )");
    assert_eq!(desk.open().screen, Screen::Text);
    let line = |desk: &Desk| desk.screen().iter().find(|line| line.starts_with('▸')).unwrap().clone();
    assert!(line(&desk).contains("12"), "{}", line(&desk));
    desk.keys("/").typed("pxbz").keys("enter");
    assert!(line(&desk).contains("培训不足"), "{}", line(&desk));
    desk.keys("1 /").typed("T3-02").keys("enter");
    assert!(desk.open().finding().unwrap().rule.id.starts_with("T3-02"));
}

#[test]
fn what_goes_on_in_the_next_line_is_found_too() {
    // So narrow that words are broken.
    let mut desk = desk(30);
    for (query, begins) in [("逾期不补正", true), ("收到申请", true), ("不告知", false)] {
        desk.keys("enter 5 g /").typed(query).keys("enter");
        assert_eq!(desk.notice() != ZH.look.not_found(query), begins, "{query}");
        desk.keys("esc esc");
    }
}

#[test]
fn giving_a_search_up_goes_back_to_where_it_was_begun() {
    let mut desk = desk(80);
    desk.keys("enter 3 j j");
    let before = desk.cell().to_owned();
    desk.keys("/").typed("总计");
    assert_ne!(desk.cell(), before);
    desk.keys("esc");
    assert_eq!(desk.cell(), before);
    desk.keys("/").typed("没有这样的词").keys("enter");
    assert_eq!(desk.cell(), before);
    assert_eq!(desk.notice(), ZH.look.not_found("没有这样的词"));
}

#[test]
fn a_star_finds_what_is_under_the_cursor() {
    let mut desk = desk(80);
    desk.keys("enter 3 /").typed("予以公开").keys("enter");
    desk.keys("h h h h h h h");
    assert_eq!(desk.cell(), "requests/granted/natural");
    desk.keys("*");
    assert_eq!(desk.model.find.query, "12");
    assert_eq!(desk.notice(), ZH.look.found_at("12", 1, 1));
}

#[test]
fn who_else_has_a_cell_like_that_is_one_key_away() {
    let mut desk = desk(100);
    desk.keys("enter 3 /").typed("予以公开").keys("enter h h h h h h h #");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("12  [本机关] 松溪县科技局、松溪县民政局"), "{screen}");
    assert!(screen.contains("2 家  66%") && screen.contains("7  松溪县水利局"), "{screen}");
    // By the name of an agency its value is found; the only one that has it is gone to.
    desk.typed("slj").keys("enter");
    assert_eq!(desk.model.opened().unwrap().lean.head.agency.name.name(), "松溪县水利局");
    assert_eq!(desk.cell(), "requests/granted/natural");
    desk.keys("#").typed("12").keys("enter");
    assert!(desk.screen().join("\n").contains(ZH.look.who_title()));
    desk.typed("mzj").keys("enter");
    assert_eq!(desk.model.opened().unwrap().lean.head.agency.name.name(), "松溪县民政局");
    desk.keys("<");
    assert_eq!(desk.model.opened().unwrap().lean.head.agency.name.name(), "松溪县水利局");
}

#[test]
fn the_overview_is_searched_too() {
    let mut desk = desk(80);
    desk.keys(", o /").typed("ws").keys("enter");
    let line = desk.screen().iter().find(|line| line.contains('▸')).unwrap().clone();
    assert!(line.contains("未审"), "{line}");
    desk.keys("/").typed("没有这样的");
    assert_eq!(desk.notice(), ZH.look.not_found("没有这样的"));
}

/// What stands out on the screen, line by line.
fn set_off(desk: &Desk) -> Vec<String> {
    let buffer = desk.buffer();
    let out = |cell: &&ratatui::buffer::Cell| {
        cell.modifier.contains(Modifier::UNDERLINED) && cell.modifier.contains(Modifier::REVERSED)
    };
    let lines = (0..buffer.area.height).map(|y| {
        let cells = (0..buffer.area.width).filter_map(|x| buffer.cell((x, y)));
        cells.filter(out).map(ratatui::buffer::Cell::symbol).collect::<String>().replace(' ', "")
    });
    lines.filter(|line| !line.is_empty()).collect()
}

#[test]
fn what_is_looked_for_stands_out_until_one_goes_back() {
    let mut desk = desk(80);
    desk.keys("enter 5 /").typed("12");
    assert_eq!(set_off(&desk), ["12", "12"], "while it is typed, without colours too:\n{}", desk.screen().join("\n"));
    desk.keys("enter g");
    assert_eq!(set_off(&desk).concat(), "1212", "it stays:\n{}", desk.screen().join("\n"));
    desk.keys("/").typed("buzheng").keys("enter");
    assert_eq!(set_off(&desk), ["补正"], "as it sounds");
    desk.keys("3 ) )");
    assert!(set_off(&desk).iter().all(|line| line == "补正"), "{:?}", set_off(&desk));
    assert!(!set_off(&desk).is_empty(), "in the next view too");
    desk.keys("esc");
    assert!(set_off(&desk).is_empty(), "{:?}", set_off(&desk));
    desk.keys("5 )");
    assert_eq!(set_off(&desk), ["补正"], "going on brings it back");
}
