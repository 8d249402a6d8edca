//! Versions compared with the one before.

use crate::form::newest;
use crate::journal::Target;
use crate::report::SafeText;
use crate::tui::fixture::{Desk, versions};
use crate::tui::model::Screen;
use crate::tui::screen::versions::{self as compared, Group, VersionLine};
use crate::words::{Lang, ZH};

#[test]
fn versions_are_compared_with_the_one_before_and_what_changed_is_gone_to() {
    let [first, second, third] = versions();
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[first]);
    desk.keys("enter 0 enter");
    assert_eq!(desk.notice(), ZH.act.no_versions());
    desk.keys("esc esc").load(&[second]).keys("enter 0");
    assert_eq!(desk.opened(), "v/2");
    let counts = |desk: &Desk| {
        let groups = compared::groups(&desk.model);
        groups.iter().map(|(group, entries)| (*group, entries.len())).collect::<Vec<_>>()
    };
    let find = |desk: &Desk, wanted: Group| {
        let groups = compared::groups(&desk.model);
        groups.into_iter().find(|(group, _)| *group == wanted).map(|(_, entries)| entries).unwrap_or_default()
    };
    let fixed = find(&desk, Group::Fixed);
    assert!(!fixed.is_empty());
    assert_eq!(
        counts(&desk),
        [(Group::Open, 1), (Group::New, 1), (Group::Unasked, 2), (Group::Fixed, fixed.len()), (Group::Asked, 1)]
    );
    let text = |desk: &Desk| compared::text(&desk.model, &compared::current(&desk.model).unwrap());
    desk.keys("j j");
    assert!(text(&desk).contains("行政处罚") && text(&desk).ends_with(" 0 > 12"), "{}", text(&desk));
    desk.keys("enter");
    assert_eq!(desk.cell(), "disclosure/penalties/decisions");
    desk.keys("esc");
    assert_eq!(desk.shown(), (Screen::Versions, None), "one level out is what it came from");
    desk.keys("G");
    assert!(text(&desk).ends_with(" 6 > 5"), "{}", text(&desk));
    desk.keys("g enter");
    assert_eq!(desk.cell(), "disputes/reconsideration/total");
    desk.keys("0 j j a").typed("为何改动").keys("enter").saved();
    desk.keys("esc esc esc").load(&[third]).keys("enter 0");
    let asked = find(&desk, Group::Asked);
    assert!(asked.iter().all(|entry| matches!(entry, VersionLine::Changed(_))) && asked.len() == 1);
    assert_eq!(find(&desk, Group::Unasked), [], "the third changes only what was broken");
}

#[test]
fn a_cell_counts_as_asked_for_by_a_note_and_not_by_an_accepted_finding() {
    let [first, second, _] = versions();
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[first]);
    // Everything found in the first version is accepted; a note asks about the penalties.
    let findings = desk.model.library.sheet(desk.item("v/1")).unwrap().findings.len();
    desk.keys("enter");
    (0..findings).for_each(|_| _ = desk.keys("v 2").saved());
    desk.keys("2 g j j j a").typed("请核对").keys("enter").saved();
    let on = desk.acts.last().unwrap().target.clone();
    assert_eq!(on, Target::Cell(SafeText::line("disclosure/penalties/decisions")));
    desk.keys("esc esc").load(&[second]).keys("enter 0");
    let form = newest();
    let ids = |wanted: Group| -> Vec<&str> {
        let groups = compared::groups(&desk.model);
        let entries = groups.into_iter().filter(|(group, _)| *group == wanted).flat_map(|(_, entries)| entries);
        let cells = entries.filter_map(|entry| if let VersionLine::Changed(cell) = entry { Some(cell) } else { None });
        cells.map(|cell| form.id(cell)).collect()
    };
    assert!(ids(Group::Asked).contains(&"disclosure/penalties/decisions"), "{:?}", ids(Group::Asked));
    assert!(ids(Group::Unasked).contains(&"disputes/litigation_after/total"), "{:?}", ids(Group::Unasked));
}
