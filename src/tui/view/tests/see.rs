//! What the preview, the years, the overview and wide screens look like.

use std::fmt::Write as _;

use crate::tui::fixture::{Desk, several_years, view_width};
use crate::words::Lang;

use super::{assert_harmless, hostile, keys_of, picture, reach};

/// Every screen, by its name, and the keys that lead to it on a desk with several years.
const SCREENS: [(&str, &str); 6] = [
    ("preview", "g j a #请核对上年结转 enter SAVE"),
    ("preview_toggled", "p"),
    ("years", "/ #松溪县教育局 enter g enter 9 j j"),
    ("years_earlier", "/ #松溪县教育局 enter g enter 9 h h"),
    ("overview", ", o j"),
    ("overview_end", ", o G"),
];

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

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

#[test]
fn every_screen_looks_as_it_should() {
    for (name, keys) in SCREENS {
        let mut pictures = String::new();
        for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            for (width, height) in SIZES {
                let picture = picture(&reach(desk(lang, width, height), keys));
                write!(pictures, "{tag} {width}×{height}\n{picture}\n").unwrap();
            }
        }
        insta::assert_snapshot!(name, pictures);
    }
}

/// A wide screen is used: nothing stands alone on the left of an empty one.
#[test]
fn the_other_screens_use_a_wide_terminal() {
    for name in ["findings", "table_requests", "table_disclosure", "cell", "text", "notes", "source", "doubts"] {
        let mut pictures = String::new();
        for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            let picture = picture(&reach(super::desk(lang, 200, 60), keys_of(name)));
            write!(pictures, "{tag} 200×60\n{picture}\n").unwrap();
        }
        insta::assert_snapshot!(format!("wide_{name}"), pictures);
    }
}

#[test]
fn every_screen_fits_into_any_size() {
    let mut pictures = String::new();
    for (name, keys) in SCREENS {
        for (width, height) in
            [(0, 0), (0, 10), (1, 10), (10, 3), (24, 6), (50, 2), (25, 7), (40, 12), (119, 40), (160, 11)]
        {
            let mut desk = reach(desk(Lang::Zh, 80, 24), keys);
            desk.resize(width, height).keys("j k l h");
            let lines = desk.screen();
            assert_eq!(lines.len(), usize::from(height));
            for line in &lines {
                assert_eq!(view_width(line), usize::from(width), "{name} {width}×{height}: {line:?}");
            }
            if width < 80 && width > 10 {
                write!(pictures, "{name} {width}×{height}\n{}\n", picture(&desk)).unwrap();
            }
        }
    }
    insta::assert_snapshot!("see_small", pictures);
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
        assert!(screen[22].contains("T3-03") || lang == Lang::En, "{}", screen[22]);
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
