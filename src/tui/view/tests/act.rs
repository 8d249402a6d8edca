//! What acting on many, by rounds and from templates looks like, and what changed since the version before.

use std::fmt::Write as _;

use crate::tui::fixture::{Desk, versions, view_width};
use crate::tui::msg::Msg;
use crate::words::Lang;

use super::{desk, picture};

/// Every screen, by its name, and the keys that lead to it.
const SCREENS: [(&str, &str); 9] = [
    ("marked", "space space"),
    ("bulk_return", "* R enter"),
    ("bulk_verdict", "/ #科技 enter n V 2"),
    ("due", "R #1-30"),
    ("rounds", "R enter SAVE j j R #2-10 enter SAVE FEBRUARY"),
    ("template", "n a #请 ctrl-t"),
    ("all_notes", "n a #请核对上年结转 enter SAVE HEAR , n"),
    ("all_decided", "n v 1 SAVE v 1 SAVE"),
    ("versions", "VERSIONS / #民政局 enter enter 0 j j"),
];

fn reach(mut desk: Desk, keys: &str) -> Desk {
    for key in keys.split(' ') {
        match key {
            "VERSIONS" => {
                desk.load(&versions()[..2]);
            }
            "FEBRUARY" => {
                desk.take(Msg::Today("2026-02-01".parse().unwrap()));
            }
            key => desk = super::reach(desk, key),
        }
    }
    desk
}

#[test]
fn every_screen_of_acting_looks_as_it_should() {
    for (name, keys) in SCREENS {
        let mut pictures = String::new();
        for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            for (width, height) in [(80, 24), (120, 40)] {
                let picture = picture(&reach(desk(lang, width, height), keys));
                write!(pictures, "{tag} {width}×{height}\n{picture}\n").unwrap();
            }
        }
        insta::assert_snapshot!(name, pictures);
    }
}

#[test]
fn every_screen_of_acting_fits_into_any_size() {
    for (name, keys) in SCREENS {
        for (width, height) in [(0, 0), (0, 10), (1, 10), (10, 3), (24, 6), (24, 12), (50, 2), (25, 11), (40, 13)] {
            let mut desk = reach(desk(Lang::Zh, 80, 24), keys);
            desk.resize(width, height).keys("j");
            let lines = desk.screen();
            assert_eq!(lines.len(), usize::from(height));
            for line in &lines {
                assert_eq!(view_width(line), usize::from(width), "{name} {width}×{height}: {line:?}");
            }
        }
    }
}
