//! Several reviewers, and a directory that changes, on the screen.

use crate::journal::Decision;
use crate::tui::fixture::{Desk, paper};
use crate::tui::msg::Msg;
use crate::words::Lang;

use super::{Shown, picture, reach};

/// Somebody looks at two reports, one is somebody's, two disagree on a finding.
fn shared(lang: Lang) -> Desk {
    let mut desk = Desk::of(lang, 80, 24);
    let acts = vec![
        desk.assigned_by("王芳", "a/new", Some("王芳")),
        desk.assigned_by("王芳", "b", Some("li")),
        desk.verdict_by("王芳", "a/new", Decision::Return),
        desk.verdict_by("赵明", "a/new", Decision::NotAProblem),
    ];
    desk.hear(acts);
    let here = vec![desk.presence("王芳", "a/new"), desk.presence("赵明", "a/new"), desk.presence("孙丽", "")];
    desk.take(Msg::Here(here));
    desk.model.notices.shown = None;
    desk
}

/// Every screen, by its name, and the keys that lead to it.
const SCREENS: [(&str, &str); 5] = [
    ("shared_list", ""),
    ("shared_findings", "enter"),
    ("shared_notes", "enter 6"),
    ("who_is_here", ", w"),
    ("assign", ", a"),
];

/// These screens in a language, and one on which the directory changes.
pub(super) fn screens(lang: Lang) -> Shown {
    let mut live = reach(shared(lang), "enter");
    live.change(&[paper("a/new", "松溪县教育局", 2024), paper("z", "松溪县财政局", 2024)], &["b"]);
    let screens = SCREENS.into_iter().map(|(name, keys)| (name, reach(shared(lang), keys)));
    screens.chain([("live", live)]).collect()
}

#[test]
fn whose_a_report_is_who_looks_at_it_and_where_reviewers_disagree_look_as_they_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}
