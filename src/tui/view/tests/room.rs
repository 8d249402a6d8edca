//! Lists, tables and panels use the room that there is.

use ratatui::style::Color;
use serde_json::json;

use crate::tui::fixture::{Desk, paper};
use crate::tui::layout;
use crate::tui::msg::Msg;
use crate::words::Lang;

const TEXT: &str = "本机关收到申请三十七件，均已在法定期限内答复。";

/// A report with errors in 表三, a name of usual length, and a text.
fn desk(width: u16, height: u16) -> Desk {
    let mut desk = Desk::empty(Lang::Zh, width, height);
    let sections = json!([{ "number": 3, "heading": "三、收到和处理政府信息公开申请情况", "text": TEXT }]);
    let slip = paper("a", "松溪县科技局", 2024)
        .set("requests/granted/natural", json!(37))
        .set("requests/granted/total", json!(37))
        .set("requests/handled/natural", json!(73))
        .set("requests/handled/total", json!(37))
        .set("requests/new/natural", json!(37))
        .set("requests/new/total", json!(37))
        .with("sections", sections);
    desk.load(&[slip]);
    desk.take(Msg::LoadingDone);
    desk
}

fn body(desk: &Desk) -> usize {
    usize::from(layout::regions(&desk.model).body.height)
}

fn is_blank(line: &str) -> bool {
    line.chars().all(|c| " ╎╌".contains(c))
}

#[test]
fn the_largest_table_is_seen_with_one_page_more_at_most_on_the_smallest_usual_screen() {
    let mut desk = desk(80, 24);
    desk.keys("enter 3");
    let rows = desk.model.opened().unwrap().form.tables[1].rows.len();
    assert!(body(&desk) >= 19, "nothing is explained, and a panel takes {} lines", 19 - body(&desk));
    desk.keys("1 n");
    assert_eq!(desk.model.opened().unwrap().open.table(), Some(1));
    assert!(body(&desk) * 2 >= rows, "{} of {rows} rows", body(&desk));
    let lines = desk.screen();
    assert!(lines.iter().any(|line| line.contains("T3-")), "{}", lines.join("\n"));
}

/// Both sides of an equation come before what would settle it, however little room the panel has.
#[test]
fn the_smallest_usual_screen_shows_both_sides_of_an_equation() {
    for (lang, sides) in [(Lang::Zh, ["左", "右"]), (Lang::En, ["left", "right"])] {
        // A value in the wrong column: one explanation, and a long one.
        let slip = paper("a", "松溪县科技局", 2024)
            .set("requests/handled/natural", json!(0))
            .set("requests/handled/business", json!(1))
            .set("requests/handled/total", json!(1))
            .set("requests/granted/natural", json!(1))
            .set("requests/granted/total", json!(1))
            .set("requests/new/natural", json!(1))
            .set("requests/new/total", json!(1));
        let mut desk = Desk::empty(lang, 80, 24);
        desk.load(&[slip]);
        desk.take(Msg::LoadingDone);
        desk.keys("n");
        let lines = desk.screen();
        let below = lines.iter().skip_while(|line| !line.starts_with('╌'));
        let shown = below.filter(|line| sides.iter().any(|side| line.starts_with(side))).count();
        assert_eq!(shown, 2, "{}", lines.join("\n"));
    }
}

#[test]
fn few_findings_leave_no_screen_half_blank() {
    let mut desk = desk(120, 40);
    desk.keys("enter");
    let lines = desk.screen();
    let blank = lines.iter().filter(|line| is_blank(line)).count();
    assert!(blank < 8, "{blank} blank lines\n{}", lines.join("\n"));
    // The table that the finding speaks of is there too.
    assert!(lines.iter().any(|line| line.contains("（七）总计") && line.contains("[!73]")), "{}", lines.join("\n"));
}

#[test]
fn list_preview_and_table_stand_side_by_side_on_a_wide_screen() {
    let desk = desk(200, 60);
    let lines = desk.screen();
    let all = lines.join("\n");
    let line = lines.iter().find(|line| line.starts_with('▸')).unwrap();
    let before = |text: &str| super::view_width(line.split(text).next().unwrap());
    assert!(before("0/") - before("松溪县科技局") < 70, "{line}");
    assert!(all.contains("（七）总计") && all.contains("[73]"), "{all}");
    assert!(all.contains("T3-01"), "{all}");
}

#[test]
fn a_table_that_fits_is_shown_with_the_text_of_its_section() {
    for (width, height) in [(200, 60), (120, 50)] {
        let mut desk = desk(width, height);
        desk.keys("enter 3");
        let all = desk.screen().join("\n");
        assert!(all.contains("四、结转下年") && all.contains("本机关收到申请三十七件"), "{width}×{height}\n{all}");
    }
}

#[test]
fn returned_is_one_colour_everywhere() {
    let mut desk = Desk::new();
    desk.resize(200, 60);
    desk.keys("R enter").saved();
    let colours = |desk: &Desk| -> Vec<(String, Color)> {
        let buffer = desk.buffer();
        let (width, height) = (buffer.area.width, buffer.area.height);
        let places = (0..height).flat_map(|y| (0..width.saturating_sub(2)).map(move |x| (x, y)));
        let said = places.filter(|&(x, y)| buffer[(x, y)].symbol() == "退" && buffer[(x + 2, y)].symbol() == "回");
        let line = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().replace(' ', "");
        // What is no status: keys and totals, titles, what was said.
        let no_status = ["退回期限", "已退回", "已保存", "R退回", "家，退回", "状态：", "退回在外"];
        said.map(|(x, y)| (line(y), buffer[(x, y)].fg))
            .filter(|(line, _)| !no_status.iter().any(|other| line.contains(other)))
            .collect()
    };
    let bad = |colours: Vec<(String, Color)>, place: &str| {
        let first = colours.first().unwrap_or_else(|| panic!("nothing is returned: {place}")).1;
        assert!(first != Color::Reset && colours.iter().all(|(_, colour)| *colour == first), "{place}: {colours:?}");
        first
    };
    desk.keys("j k");
    let on_list = bad(colours(&desk), "list and preview");
    desk.keys("enter j");
    let in_report = bad(colours(&desk), "report");
    desk.keys("esc O");
    assert_eq!((bad(colours(&desk), "overview"), in_report), (on_list, on_list));
}
