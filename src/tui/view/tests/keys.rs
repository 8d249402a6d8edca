//! What follows a prefix, the list of commands, the help searched, what was said, marks.

use crate::words::Lang;

use super::{Shown, desk, picture, reach};

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

/// These screens in a language.
pub(super) fn screens(lang: Lang) -> Shown {
    SCREENS.into_iter().map(|(name, keys)| (name, reach(desk(lang, 80, 24), keys))).collect()
}

#[test]
fn every_screen_of_the_keys_looks_as_it_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}
