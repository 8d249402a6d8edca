//! What the screens look like. `INSTA_UPDATE=always cargo test --lib tui::view` writes the pictures anew.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use serde_json::json;

use crate::base::spent::Spent;
use crate::journal::{Act, Target};
use crate::report::{SafeText, SourceLine};
use crate::tui::fixture::{Desk, Paper, at_a_known_time, doubtful, paper, papers, reference, view_width};
use crate::tui::msg::Msg;
use crate::tui::screen::source::ShownDocument;
use crate::tui::view;
use crate::words::Lang;

/// Every screen, by its name, and the keys that lead to it; what comes after `#` is typed.
const SCREENS: [(&str, &str); 26] = [
    ("agencies", "j"),
    ("filter", "/ #松溪"),
    ("nothing_found", "/ #没有这样的机关"),
    ("findings", "enter j"),
    ("findings_with_gaps", "G k enter"),
    ("table_requests", "n"),
    ("table_requests_row", "/ #科技 enter n"),
    ("table_disclosure", "G k enter enter"),
    ("table_disputes", "G k enter enter n"),
    ("cell", "n enter"),
    ("text", "enter 5 j"),
    ("notes", "n a #请核对上年结转 ctrl-j #第二行 enter SAVE v enter SAVE HEAR R enter SAVE 6 g"),
    ("table_with_notes", "n a #请核对上年结转 enter SAVE v enter SAVE"),
    ("help", "enter ? j"),
    ("editor", "enter a #请核对上年结转 ctrl-j #与 paste"),
    ("narrow", "f #T2"),
    ("narrowed", "f #T3-01 enter j"),
    ("absent", "ABSENT , u"),
    ("verdict", "n v j"),
    ("question", "A"),
    ("source", "DOUBTS / #民政局 enter enter 3 g o"),
    ("source_absent", "enter 7"),
    ("doubts", "DOUBTS / #民政局 enter enter 8 j v j enter #51 enter SAVE v 1 SAVE k"),
    ("compare", "DOUBTS / #民政局 enter enter 8 j v j"),
    ("correct", "DOUBTS / #民政局 enter enter 8 j v j enter #51"),
    ("table_with_doubts", "DOUBTS / #民政局 enter enter 8 j v j enter #51 enter SAVE v 1 SAVE 3 g"),
];

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::of(lang, width, height);
    desk.load(&[paper("b2", "松溪县科技局", 2024)
        .set("requests/partial/business", json!(2))
        .set("requests/partial/total", json!(3))]);
    desk
}

/// A screen, reached by its keys.
fn reach(mut desk: Desk, keys: &str) -> Desk {
    for key in keys.split(' ') {
        match key.strip_prefix('#') {
            Some(text) => desk.typed(text),
            None if key == "DOUBTS" => desk.load(&[doubtful("e")]),
            None if key == "SAVE" => desk.saved(),
            None if key == "ABSENT" => desk.without_reports(&["松溪县水利局", "松溪县林业局"]),
            None if key == "HEAR" => {
                let lean = &desk.model.library.sheet(desk.item("a/new")).unwrap().lean;
                let act = Act::note("wang", reference("a/new", lean), Target::Section(1), "同意退回", None);
                desk.hear(vec![at_a_known_time(act)])
            }
            None if key == "paste" => desk.paste("粘贴的\u{1b}[31m字"),
            None => desk.keys(key),
        };
    }
    desk
}

fn keys_of(name: &str) -> &'static str {
    SCREENS.iter().find(|(known, _)| *known == name).unwrap().1
}

fn screen(name: &str, lang: Lang, width: u16, height: u16) -> Desk {
    reach(desk(lang, width, height), keys_of(name))
}

/// The screen with a frame around it, so that ends of lines can be seen, and where the cursor stands.
fn picture(desk: &Desk) -> String {
    let mut picture = String::new();
    for line in desk.screen() {
        writeln!(picture, "{}|", line).unwrap();
    }
    let mut buffer = Buffer::empty(Rect::from(desk.model.size));
    let cursor = view::draw(&mut buffer, &desk.model);
    let cursor = cursor.map_or_else(|| "none".to_owned(), |at| format!("{},{}", at.x, at.y));
    writeln!(picture, "cursor {cursor}").unwrap();
    picture
}

/// The screens of this file in a language.
fn screens(lang: Lang) -> Shown {
    SCREENS.into_iter().map(|(name, keys)| (name, reach(desk(lang, 80, 24), keys))).collect()
}

/// Screens by their names.
type Shown = Vec<(&'static str, Desk)>;

/// Every screen that these tests reach, and whatever lies over it. Each is looked at in one size and in Chinese; at any
/// size and in both languages `sizes` holds what must be so.
fn all(lang: Lang) -> Shown {
    let parts = [
        screens,
        act::screens,
        find::screens,
        keys::screens,
        naming::screens,
        see::screens,
        texts::screens,
        together::screens,
    ];
    parts.into_iter().flat_map(|screens| screens(lang)).collect()
}

#[test]
fn every_screen_looks_as_it_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}

#[test]
fn loading_shows_how_far_it_is() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    assert!(desk.screen().concat().contains("正在读取"));
    desk.take(Msg::Found(4000)).load(&papers());
    let top = desk.screen().swap_remove(0);
    assert!(top.trim_end().ends_with("正在读取 4/4000"), "{top:?}");
    desk.take(Msg::LoadingDone);
    assert!(!desk.screen().concat().contains("正在读取"));
}

/// The line of the screen that begins with a label, behind the marker.
fn row<'a>(lines: &'a [String], label: &str) -> &'a str {
    let found = lines.iter().find(|line| line.trim_start_matches('▸').trim_start().starts_with(label));
    found.unwrap_or_else(|| panic!("no line {label}:\n{}", lines.join("\n")))
}

/// The cells of a line, by display column.
fn cells(line: &str) -> Vec<char> {
    let mut cells = Vec::new();
    for c in line.chars() {
        cells.extend(std::iter::repeat_n(c, view_width(&c.to_string()).max(1)));
    }
    cells
}

#[test]
fn the_numbers_of_a_table_end_where_their_headers_end() {
    for (name, columns) in [("table_requests", 7), ("table_disputes", 5)] {
        for (lang, width) in [(Lang::Zh, 80), (Lang::Zh, 120), (Lang::En, 200)] {
            let desk = screen(name, lang, width, 40);
            let lines = desk.screen();
            let opened = desk.model.opened().unwrap();
            let table = &opened.form.tables[opened.open.table().unwrap()];
            let header = &lines[2];
            let mut ends = Vec::new();
            for column in 0..table.columns.len() {
                let label = table.column_name(column, lang);
                let at = header.find(&format!(" {label}")).unwrap_or_else(|| panic!("{label} in {header}"));
                ends.push(view_width(header.get(..at + 1 + label.len()).unwrap()));
            }
            assert_eq!(ends.len(), columns);
            for (number, line) in lines[3..].iter().take(table.rows.len()).enumerate() {
                let cells = cells(line);
                assert_eq!(cells.len(), usize::from(width), "{line}");
                for &end in &ends {
                    assert!(
                        cells[end - 1] != ' ',
                        "{name} row {number} has nothing ending at {end}:\n{header}\n{line}"
                    );
                    assert!(cells.get(end).is_none_or(|after| *after == ' '), "{name} row {number} runs over {end}");
                }
            }
        }
    }
}

#[test]
fn both_sides_of_an_equation_are_told_apart_without_colour() {
    for lang in [Lang::Zh, Lang::En] {
        let desk = screen("table_requests", lang, 120, 40);
        let lines = desk.screen();
        let opened = desk.model.opened().unwrap();
        let table = &opened.form.tables[1];
        let marked = |id: &str| row(&lines, &table.row_name(table.row(id).unwrap().0, lang)).to_owned();
        assert!(marked("new").contains(" <6>") && marked("carried_in").contains("<0>"), "{}", lines.join("\n"));
        assert!(marked("handled").contains(" [5]") && marked("carried_out").contains("[0]"));
        assert!(!marked("granted").contains(['<', '[']), "{}", marked("granted"));
        let below = lines[28..].concat();
        assert!(below.contains("<6>") && below.contains("[5]"), "the panel marks them alike: {below}");
    }
}

#[test]
fn blank_missing_raw_and_zero_look_different() {
    for lang in [Lang::Zh, Lang::En] {
        let desk = screen("table_disclosure", lang, 120, 40);
        let lines = desk.screen();
        let table = &desk.model.opened().unwrap().form.tables[0];
        let words = &desk.model.words().desk;
        let shown = |id: &str| {
            let line = row(&lines, &table.row_name(table.row(id).unwrap().0, lang));
            line.split_whitespace().last().unwrap().to_owned()
        };
        let all = [shown("licensing"), shown("penalties"), shown("fees"), shown("coercion"), shown("normative")];
        let blank = format!("!{}", words.short_blank());
        assert_eq!(all.each_ref().map(String::as_str), ["0", "12", &blank, "!\"约3\"", words.short_missing()]);
    }
}

#[test]
fn a_cell_with_a_note_is_marked() {
    let desk = screen("table_with_notes", Lang::Zh, 120, 40);
    assert!(row(&desk.screen(), "一、本年新收").contains("6*"), "{}", desk.screen().join("\n"));
}

/// Nothing that a terminal would act upon, and nothing that would hide or turn text around.
fn assert_harmless(desk: &Desk, what: &str) {
    let buffer = desk.buffer();
    for cell in buffer.content() {
        let bad = |c: char| {
            c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!cell.symbol().chars().any(bad), "{what}: {:?}", cell.symbol());
    }
}

const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{202e}甲\u{200b}\u{2066}局\r\n\t\u{7f}";

fn hostile() -> Paper {
    paper("\u{1b}[31m", HOSTILE, 2024)
        .set("requests/new/natural", json!({ "raw": HOSTILE }))
        .set("disclosure/fees/amount", json!({ "raw": HOSTILE }))
        .set("disputes/reconsideration/total", json!(1))
        .with("title", json!(HOSTILE))
        .with("sections", json!([{ "number": 1, "heading": HOSTILE, "text": format!("{HOSTILE}{HOSTILE}") }]))
        .with("origins", json!({ "requests/new/natural": { "line": 1, "text": HOSTILE } }))
        .with("remarks", json!([{ "kind": "x", "cell": "requests/new/natural", "message": HOSTILE }]))
}

#[test]
fn hostile_text_never_reaches_a_cell_of_the_screen() {
    for (name, keys) in SCREENS.into_iter().filter(|(name, _)| *name != "notes") {
        let mut desk = Desk::empty(Lang::Zh, 80, 24);
        desk.load(&[hostile()]);
        let lean = &desk.model.library.sheet(0).unwrap().lean;
        let about = reference(HOSTILE, lean);
        let on_cell = Target::Cell("requests/new/natural".into());
        desk.hear(vec![
            Act::note(HOSTILE, about.clone(), on_cell, HOSTILE, None),
            Act::note("li", about, Target::Report, HOSTILE, None),
        ]);
        desk.take(Msg::JournalTrouble(HOSTILE.to_owned()));
        assert_harmless(&desk, name);
        assert_harmless(&reach(desk, keys), name);
    }
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[hostile()]).keys("enter 3 g");
    assert!(desk.screen().concat().contains("\\x1B"), "it is shown, not hidden:\n{}", desk.screen().join("\n"));
    for keys in ["2", "3 enter", "4", "5", "6", "7", "8", "?"] {
        desk.keys(keys);
        assert_harmless(&desk, keys);
    }
}

#[test]
fn hostile_characters_typed_into_fields_never_reach_a_cell_of_the_screen() {
    for keys in ["a", "/", "n v 5"] {
        let mut desk = Desk::new();
        desk.keys(keys).typed("甲\u{202e}\u{200b}\u{9b}\u{7f}乙\u{2066}");
        assert_harmless(&desk, keys);
        desk.paste(HOSTILE);
        assert_harmless(&desk, keys);
    }
}

#[test]
fn the_longest_name_there_may_be_is_cut() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    // A longer one is refused when the report is read.
    let name = format!("{}\u{202e}", "长".repeat(199));
    desk.load(&[paper("a", &name, 2024).set("requests/new/total", json!(6)).with("title", json!("年报"))]);
    for keys in ["", "enter", "n"] {
        desk.keys(keys);
        assert_harmless(&desk, keys);
        assert!(desk.screen().iter().all(|line| view_width(line) == 80), "{keys}");
    }
}

#[test]
fn a_long_note_is_wrapped_and_the_editor_follows_its_cursor() {
    let mut desk = Desk::of(Lang::Zh, 60, 20);
    desk.keys("a").typed(&"很长的批注".repeat(40));
    let screen = desk.screen();
    assert!(screen.iter().all(|line| view_width(line) == 60), "{}", screen.join("\n"));
    let mut buffer = Buffer::empty(Rect::from(desk.model.size));
    let cursor = view::draw(&mut buffer, &desk.model).unwrap();
    assert!(buffer.area.contains(cursor), "{cursor:?}");
    assert!(screen[usize::from(cursor.y)].contains("批注"), "the words before the cursor are seen");
}

#[test]
fn a_report_in_the_trial_form_shows_its_own_tables() {
    let form = crate::form::edition("2019").unwrap();
    let mut tables = json!({});
    for cell in form.cells() {
        let parts: Vec<&str> = form.id(cell).split('/').collect();
        tables[parts[0]][parts[1]][parts[2]] = json!(0);
    }
    let older = paper("a", "松溪县教育局", 2020).with("form", json!("2019")).with("tables", tables);
    let older = older.set("disclosure/coercion/change", json!(-11)).set("requests/closed/total", json!(4));
    for (keys, words) in [("2", ["新公开", "-11"]), ("3", ["（六）其他处理", "4"]), ("4", ["复议后起诉", "0"])]
    {
        let mut desk = Desk::empty(Lang::Zh, 120, 45);
        desk.load(std::slice::from_ref(&older));
        let picture = picture(&reach(desk, &format!("enter {keys}")));
        for word in words {
            assert!(picture.contains(word), "{keys} {word}\n{picture}");
        }
    }
}

#[test]
fn the_value_of_the_cell_last_looked_at_is_marked_in_its_line() {
    let marked = |desk: &Desk| {
        let buffer = desk.buffer();
        let is_marked = |(x, y): (u16, u16)| buffer[(x, y)].modifier.contains(Modifier::UNDERLINED);
        let body = crate::tui::layout::regions(&desk.model).body;
        let places = (body.top()..body.bottom()).flat_map(|y| (0..buffer.area.width).map(move |x| (x, y)));
        places.filter(|place| is_marked(*place)).map(|place| buffer[place].symbol().to_owned()).collect::<String>()
    };
    let mut desk = reach(desk(Lang::Zh, 80, 24), "DOUBTS / #民政局 enter enter 3 g o");
    assert_eq!(marked(&desk), "6", "one of the two sixes of the line");
    desk.keys("3 l o");
    assert_eq!(marked(&desk), "0");
    desk.keys("3 G 7");
    assert_eq!(marked(&desk), "", "nothing is known of that cell");
}

/// A document of a million lines, each of which would take long to look at.
#[test]
fn only_the_lines_on_the_screen_are_looked_at() {
    let mut desk = reach(desk(Lang::Zh, 80, 24), "DOUBTS / #民政局 enter enter 3 g o");
    let item = desk.model.open.as_ref().unwrap().item;
    let field = SafeText::line(&"长".repeat(60));
    let lines = (1..=1_000_000).map(|number| SourceLine {
        number,
        page: Some(number / 50),
        fields: vec![field.clone(); 2],
        places: vec![None; 2],
    });
    let document = ShownDocument { name: SafeText::line("x.txt"), lines: lines.collect(), changed: true };
    desk.take(Msg::SourceRead(item, Ok(Box::new(document))));
    let spent = Spent::from_now();
    for keys in ["G", "pageup", "k", "g", "pagedown"].repeat(20) {
        desk.keys(keys);
        desk.buffer();
    }
    // A hundred frames: looking at all lines even once per frame would take minutes in this build.
    assert!(spent.by_now() < std::time::Duration::from_secs(10), "{:?}", spent.by_now());
    desk.keys("G");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("1000000") && screen.contains("第 20000 页"), "{screen}");
    assert!(screen.contains(desk.model.words().desk.source_changed()), "{screen}");
}

mod act;
mod find;
mod keys;
mod naming;
mod room;
mod see;
mod sizes;
mod stills;
mod texts;
mod together;
