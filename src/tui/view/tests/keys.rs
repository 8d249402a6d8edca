//! What follows a prefix, the list of commands, the help searched, what was said, marks.

use std::fmt::Write as _;

use crate::tui::fixture::view_width;
use crate::words::Lang;

use super::{desk, picture, reach};

/// Every screen, by its name, and the keys that lead to it; what comes after `#` is typed.
const SCREENS: [(&str, &str); 7] = [
    ("pending", "enter m a 3 ,"),
    ("pending_marks", "enter 3 j m b esc esc m a '"),
    ("commands", ":"),
    ("commands_found", "enter : #xiugai"),
    ("help_searched", "? / #查看"),
    ("notices", "s s Q Q m a , e"),
    ("place_marks", "enter 3 j m b esc esc m a , m"),
];

#[test]
fn every_screen_of_the_keys_looks_as_it_should() {
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
fn every_screen_of_the_keys_fits_into_any_size() {
    for (name, keys) in SCREENS {
        for (width, height) in [(0, 0), (0, 10), (1, 10), (10, 3), (24, 6), (24, 12), (50, 2), (25, 7), (40, 13)] {
            let mut desk = reach(desk(Lang::Zh, 80, 24), keys);
            desk.resize(width, height);
            let lines = desk.screen();
            assert_eq!(lines.len(), usize::from(height));
            for line in &lines {
                assert_eq!(view_width(line), usize::from(width), "{name} {width}×{height}: {line:?}");
            }
        }
    }
}
