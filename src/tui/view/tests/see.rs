//! What the preview, the years, the overview and wide screens look like.

use crate::tui::fixture::{Desk, several_years};
use crate::tui::layout;
use crate::words::Lang;

use super::{Shown, assert_harmless, cells, hostile, keys_of, picture, reach};

/// Every screen, by its name, and the keys that lead to it on a desk with several years.
const SCREENS: [(&str, &str); 6] = [
    ("preview", "g j a #请核对上年结转 enter SAVE"),
    ("preview_toggled", "p"),
    ("years", "/ #松溪县教育局 enter g enter 9 j j"),
    ("years_earlier", "/ #松溪县教育局 enter g enter 9 h h"),
    ("overview", ", o j"),
    ("overview_end", ", o G"),
];

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = super::desk(lang, width, height);
    let papers: Vec<_> = several_years().into_iter().filter(|paper| !paper.id.starts_with("a/")).collect();
    desk.load(&papers);
    desk.load(
        &several_years()
            .into_iter()
            .filter(|paper| paper.id.starts_with("a/"))
            .map(|mut paper| {
                paper.id = paper.id.replace("a/", "0/");
                paper
            })
            .collect::<Vec<_>>(),
    );
    desk
}

/// These screens in a language.
pub(super) fn screens(lang: Lang) -> Shown {
    // The preview needs room.
    let size = |name: &str| if name.starts_with("preview") { (120, 40) } else { (80, 24) };
    let reach = |name, keys| reach(desk(lang, size(name).0, size(name).1), keys);
    SCREENS.into_iter().map(|(name, keys)| (name, reach(name, keys))).collect()
}

#[test]
fn every_screen_looks_as_it_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}

/// A wide screen is used: nothing stands alone on the left of an empty one.
#[test]
fn the_other_screens_use_a_wide_terminal() {
    for name in ["findings", "table_requests", "table_disclosure", "text", "notes", "source", "doubts"] {
        for lang in [Lang::Zh, Lang::En] {
            let desk = reach(super::desk(lang, 200, 60), keys_of(name));
            let body = layout::regions(&desk.model).body;
            let lines = desk.screen();
            // The panel has its line across on every row; it must say something too.
            let on_the_right = |line: &&String| cells(line)[122..].iter().any(|cell| *cell != ' ');
            let body = &lines[usize::from(body.top())..usize::from(body.bottom())];
            assert!(body.iter().any(|line| on_the_right(&line)), "{name} {lang:?}\n{}", lines.join("\n"));
        }
    }
}

#[test]
fn hostile_text_never_reaches_a_cell_of_these_screens() {
    for (name, keys) in SCREENS.into_iter().filter(|(name, _)| !name.starts_with("years")) {
        let mut desk = Desk::empty(Lang::Zh, 200, 60);
        desk.load(&[hostile()]);
        assert_harmless(&reach(desk, keys), name);
    }
    let mut desk = Desk::empty(Lang::Zh, 200, 60);
    desk.load(&[hostile()]);
    for keys in ["enter 9", "enter", "2", "3 enter"] {
        desk.keys(keys);
        assert_harmless(&desk, keys);
    }
}

#[test]
fn at_eighty_columns_the_path_keeps_its_end_and_the_line_below_all_that_is_known() {
    for (lang, column) in [(Lang::Zh, "自然人"), (Lang::En, "natural")] {
        let desk = reach(super::desk(lang, 80, 24), "n enter");
        let screen = desk.screen();
        assert!(screen[0].trim_end().ends_with(column), "{}", screen[0]);
        assert!(screen[22].contains("参与 2 条勾稽关系") || lang == Lang::En, "{}", screen[22]);
        assert!(screen[22].contains("5 (+1)") || screen[22].contains("5（+1）"), "{}", screen[22]);
    }
}

#[test]
fn a_file_that_cannot_be_read_stands_apart_from_its_state() {
    for lang in [Lang::Zh, Lang::En] {
        let desk = super::desk(lang, 80, 24);
        let unreadable = desk.model.words().desk.unreadable();
        let screen = desk.screen();
        let line = screen.iter().find(|line| line.contains(unreadable)).unwrap();
        assert!(line.contains(&format!("{unreadable} ")), "{line}");
    }
}
