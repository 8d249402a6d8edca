//! Reports whose agency has no name, the second one of a file, and naming them, on the screen.

use serde_json::json;

use crate::tui::fixture::{Desk, paper};
use crate::tui::msg::Msg;
use crate::words::Lang;

use super::{Shown, picture, reach};

/// Every screen, by its name, and the keys that lead to it; what comes after `#` is typed.
const SCREENS: [(&str, &str); 4] = [
    ("unnamed", "g j j"),
    ("naming", "g j , r"),
    ("naming_written", "g j , r #漪水县新局"),
    ("named", "g j p , r #漪水县新局 enter SAVE"),
];

fn desk(lang: Lang) -> Desk {
    let mut desk = Desk::empty(lang, 80, 24);
    let mut papers = vec![
        paper("漪水县财政局/2024.txt", "未具名·0123abcd", 2024),
        paper("漪水县财政局/2024.txt#2", "未具名·0123abcd#2", 2024),
        paper("漪水县水利局", "漪水县水利局", 2023),
    ];
    papers.iter_mut().take(2).for_each(|paper| paper.json["agency"]["region"] = json!([]));
    desk.load(&papers).take(Msg::LoadingDone);
    desk
}

/// These screens in a language.
pub(super) fn screens(lang: Lang) -> Shown {
    SCREENS.into_iter().map(|(name, keys)| (name, reach(desk(lang), keys))).collect()
}

#[test]
fn the_names_to_choose_from_and_the_one_being_written_look_as_they_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}
