//! The mouse: what is on the screen is what is clicked.

use ratatui::layout::Position;

use crate::tui::fixture::Desk;
use crate::tui::hit::{Hit, Mouse};
use crate::tui::model::{Overlay, Screen};
use crate::tui::msg::Msg;
use crate::tui::update::{settle, update};
use crate::tui::view;
use crate::words::Lang;

/// Where a text stands on the screen.
#[track_caller]
fn place_of(desk: &Desk, text: &str) -> Position {
    let screen = desk.screen();
    let found = screen.iter().enumerate().find_map(|(row, line)| Some((row, line.split_once(text)?.0.to_owned())));
    let (row, before) = found.unwrap_or_else(|| panic!("no {text} in {screen:#?}"));
    let column = desk.model.display.measure.cells(&before);
    Position::new(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
}

#[track_caller]
fn click(desk: &mut Desk, text: &str) {
    let hit = view::hit(&desk.model, place_of(desk, text)).unwrap_or_else(|| panic!("{text} cannot be clicked"));
    mouse(desk, Mouse::Click(hit));
}

fn mouse(desk: &mut Desk, mouse: Mouse) {
    update(&mut desk.model, Msg::Mouse(mouse));
    settle(&mut desk.model);
}

#[test]
fn a_click_puts_the_cursor_on_a_line_and_a_second_one_goes_in() {
    let mut desk = Desk::new();
    let name = desk.model.library.get(desk.model.list.visible[2]).unwrap().name().to_string();
    click(&mut desk, &name);
    assert_eq!((desk.model.list.window.cursor, desk.model.open.is_some()), (2, false));
    click(&mut desk, &name);
    assert_eq!(desk.open().item, desk.model.list.visible[2]);
}

#[test]
fn tabs_cells_and_commands_of_the_footer_are_clicked_where_they_stand() {
    let mut desk = Desk::new();
    desk.keys("enter");
    click(&mut desk, "3表三");
    assert_eq!(desk.shown(), (Screen::Table, Some(1)));
    desk.keys("g l l j j");
    let (cell, cursor) = (desk.cell().to_owned(), desk.open().tables.cursors[1]);
    desk.keys("g h h");
    let area = ratatui::layout::Rect::new(0, 0, desk.model.size.width, desk.model.size.height);
    let there = area.positions().find(|place| view::hit(&desk.model, *place) == Some(Hit::Cell(cursor.0, cursor.1)));
    let hit = view::hit(&desk.model, there.expect("on the screen")).unwrap();
    mouse(&mut desk, Mouse::Click(hit));
    assert_eq!(desk.cell(), cell);
    click(&mut desk, "? ");
    assert!(matches!(desk.model.overlay, Some(Overlay::Help(_))));
}

#[test]
fn the_wheel_moves_by_lines_and_reaches_nothing_behind_what_lies_over_the_screen() {
    let mut desk = Desk::new();
    mouse(&mut desk, Mouse::WheelDown);
    assert_eq!(desk.model.list.window.cursor, 3);
    mouse(&mut desk, Mouse::WheelUp);
    assert_eq!(desk.model.list.window.cursor, 0);
    desk.keys("f");
    mouse(&mut desk, Mouse::WheelDown);
    mouse(&mut desk, Mouse::Click(Hit::Line(2)));
    assert_eq!(desk.model.list.window.cursor, 0);
    let Some(Overlay::Picker(picker)) = desk.model.overlay.as_ref() else { panic!("the menu is closed") };
    assert_eq!(picker.window.cursor, 3);
    mouse(&mut desk, Mouse::Click(Hit::Choice(0)));
    mouse(&mut desk, Mouse::Click(Hit::Choice(0)));
    assert!(desk.model.overlay.is_none() && !desk.model.list.chips.is_empty());
    assert_eq!(desk.model.given.lang, Lang::Zh);
}

#[test]
fn another_theme_is_one_key_away_and_all_come_round() {
    let mut desk = Desk::new();
    let first = desk.model.display.theme;
    let mut seen = vec![first];
    for _ in 0..4 {
        desk.keys(", t");
        assert!(!seen.contains(&desk.model.display.theme));
        seen.push(desk.model.display.theme);
    }
    assert!(desk.model.notices.shown.as_ref().unwrap().text.contains(seen[4].setting()));
    desk.keys(", t");
    assert_eq!(desk.model.display.theme, first);
}
