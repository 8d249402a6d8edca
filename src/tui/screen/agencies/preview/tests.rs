//! The report under the cursor in brief: where there is room, and without reading a file.

use crate::tui::fixture::Desk;
use crate::words::Lang;

#[test]
fn the_preview_shows_the_report_under_the_cursor_where_there_is_room() {
    let mut desk = Desk::of(Lang::Zh, 140, 24);
    let has = |desk: &Desk, text: &str| desk.screen().join("\n").contains(text);
    assert!(has(&desk, "T3-01") && has(&desk, "差 1"), "{}", desk.screen().join("\n"));
    desk.keys("j j");
    assert_eq!(desk.model.preview.of, desk.model.list.current());
    assert!(has(&desk, "T4-01") && !has(&desk, "T3-01"));
    desk.keys("p");
    assert!(!has(&desk, "T4-01") && desk.model.preview.findings.is_empty());
    desk.keys("p");
    assert!(has(&desk, "T4-01"));
    desk.resize(100, 39);
    assert!(!has(&desk, "T4-01"));
    desk.keys("p");
    assert_eq!(desk.notice(), desk.model.words().see.preview_no_room());
    desk.resize(100, 40);
    assert!(has(&desk, "T4-01"), "below the list");
}

#[test]
fn a_middling_screen_shows_the_preview_when_it_is_asked_for() {
    for (width, height, unasked) in [(120, 40, false), (139, 49, false), (140, 12, true), (80, 50, true)] {
        let mut desk = Desk::of(Lang::Zh, width, height);
        let has = |desk: &Desk| desk.screen().join("\n").contains("表式 2021");
        assert_eq!(has(&desk), unasked, "{width}×{height}");
        desk.keys("p");
        assert_eq!(has(&desk), !unasked, "{width}×{height}");
    }
}

#[test]
fn the_preview_reads_no_file() {
    let mut desk = Desk::of(Lang::Zh, 200, 60);
    desk.effects();
    desk.keys("j k p p G g");
    assert!(desk.effects().is_empty());
}
