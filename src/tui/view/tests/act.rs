//! What acting on many, by rounds and from templates looks like, and what changed since the version before.

use crate::tui::fixture::{Desk, versions};
use crate::tui::msg::Msg;
use crate::words::Lang;

use super::{Shown, desk, picture};

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

/// These screens in a language.
pub(super) fn screens(lang: Lang) -> Shown {
    SCREENS.into_iter().map(|(name, keys)| (name, reach(desk(lang, 80, 24), keys))).collect()
}

#[test]
fn every_screen_of_acting_looks_as_it_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}
