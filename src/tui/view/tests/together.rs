//! Several reviewers, and a directory that changes, on the screen.

use std::fmt::Write as _;

use crate::journal::Decision;
use crate::tui::fixture::{Desk, paper};
use crate::tui::msg::Msg;
use crate::words::Lang;

use super::picture;

/// Somebody looks at two reports, one is somebody's, two disagree on a finding.
fn shared(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::of(lang, width, height);
    let acts = vec![
        desk.assigned_by("王芳", "a/new", Some("王芳")),
        desk.assigned_by("王芳", "b", Some("li")),
        desk.verdict_by("王芳", "a/new", Decision::Return),
        desk.verdict_by("赵明", "a/new", Decision::NotAProblem),
    ];
    desk.hear(acts);
    let here = vec![desk.presence("王芳", "a/new"), desk.presence("赵明", "a/new"), desk.presence("孙丽", "")];
    desk.take(Msg::Here(here));
    desk.model.notice = None;
    desk
}

fn pictures(name: &str, prepare: impl Fn(&mut Desk)) {
    let mut pictures = String::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40), (40, 10)] {
            let mut desk = shared(lang, width, height);
            prepare(&mut desk);
            write!(pictures, "{tag} {width}×{height}\n{}\n", picture(&desk)).unwrap();
        }
    }
    insta::assert_snapshot!(name, pictures);
}

#[test]
fn whose_a_report_is_and_who_looks_at_it_stand_on_its_line() {
    pictures("shared_list", |_| {});
}

#[test]
fn whose_it_is_and_where_reviewers_disagree_stand_on_the_report() {
    pictures("shared_findings", |desk| _ = desk.keys("enter"));
    pictures("shared_notes", |desk| _ = desk.keys("enter 6"));
}

#[test]
fn the_lists_of_who_is_here_and_of_reviewers() {
    pictures("who_is_here", |desk| _ = desk.keys(", w"));
    pictures("assign", |desk| _ = desk.keys(", a"));
}

#[test]
fn what_happened_in_the_directory_is_one_line() {
    pictures("live", |desk| {
        desk.keys("enter");
        desk.change(&[paper("a/new", "松溪县教育局", 2024), paper("z", "松溪县财政局", 2024)], &["b"]);
    });
}
