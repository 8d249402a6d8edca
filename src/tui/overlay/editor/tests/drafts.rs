//! Drafts of an earlier session, and for whom words are.

use crate::journal::{Audience, Target};
use crate::tui::fixture::Desk;
use crate::tui::model::Overlay;
use crate::tui::msg::{DraftMsg, Effect, Intent, Msg, What};
use crate::tui::overlay::left_over::LeftOver;

#[test]
fn leaving_a_draft_of_an_earlier_session_throws_nothing_away() {
    let mut desk = Desk::new();
    let report = crate::journal::ReportRef { agency: "松溪县教育局".into(), year: 2024, ..Default::default() };
    let draft = crate::journal::Act::note("li", report, Target::Report, "半句", None);
    desk.take(Msg::DraftsFound(vec![draft.clone()]));
    desk.keys("enter");
    assert_eq!(desk.editor().text(), "半句");
    desk.keys("esc");
    assert!(matches!(desk.model.overlay, Some(Overlay::LeftOver(LeftOver { cursor: 0 }))), "nothing was changed");
    desk.keys("enter").typed("又").keys("esc");
    assert!(desk.editor().discarding);
    // Whatever was kept of it meanwhile: it is on disk as it was, and offered again.
    for keys in ["y", "enter backspace backspace esc", "enter backspace backspace enter", "enter x backspace esc"] {
        desk.effects();
        desk.keys(keys);
        assert!(matches!(desk.model.overlay, Some(Overlay::LeftOver(LeftOver { cursor: 0 }))), "{keys}");
        assert_eq!(desk.model.work.left_over.as_slice(), std::slice::from_ref(&draft), "{keys}");
        assert_eq!(desk.effects(), [Effect::Drafts(DraftMsg::Restore(Box::new(draft.clone())))], "{keys}");
    }
}

#[test]
fn a_draft_says_who_may_read_it_and_is_saved_for_whom_the_reviewer_says() {
    let mut desk = Desk::new();
    let report = crate::journal::ReportRef { agency: "松溪县教育局".into(), year: 2024, ..Default::default() };
    let draft = crate::journal::Act::note("li", report, Target::Report, "半句", None).for_agency();
    desk.take(Msg::DraftsFound(vec![draft]));
    assert!(desk.screen().join("").contains("（给机关）"), "{}", desk.screen().join("\n"));
    desk.keys("enter");
    assert!(desk.screen().join("").contains("[告机关] Tab"), "{}", desk.screen().join("\n"));
    let audience = |intent: Option<&Intent>| match intent {
        Some(Intent::Draft { of, .. }) => of.audience,
        other => panic!("{other:?}"),
    };
    desk.typed("。").keys("tab");
    assert_eq!(audience(crate::tui::overlay::unfinished(&desk.model).as_ref()), Audience::Internal);
    desk.keys("enter");
    assert_eq!(audience(desk.recorded().first()), Audience::Internal);
    desk.refused();
    assert_eq!(desk.editor().audience, Audience::Internal);
}

#[test]
fn drafts_of_an_earlier_session_are_asked_about() {
    let mut desk = Desk::new();
    let report = crate::journal::ReportRef { agency: "松溪县教育局".into(), year: 2024, ..Default::default() };
    let target = Target::Cell("requests/new/total".into());
    let draft = crate::journal::Act::note("li", report, target, "半句", None);
    let ask = |desk: &mut Desk| {
        desk.take(Msg::DraftsFound(vec![draft.clone()]));
        let lines = crate::tui::overlay::left_over::lines(&desk.model);
        assert!(lines[0].contains("松溪县教育局 2024") && lines[0].contains("半句"), "{lines:?}");
    };
    let (save, discard) = (DraftMsg::Save(vec![draft.clone()]), DraftMsg::Discard(vec![draft.id]));
    for (key, wanted) in [("y", Some(save)), ("n", Some(discard)), ("esc", None)] {
        ask(&mut desk);
        assert!(matches!(desk.model.overlay, Some(Overlay::LeftOver(LeftOver { cursor: 0 }))));
        desk.keys(key);
        let drafts: Vec<Effect> =
            desk.effects().into_iter().filter(|effect| matches!(effect, Effect::Drafts(_))).collect();
        assert_eq!(drafts, wanted.map(Effect::Drafts).into_iter().collect::<Vec<_>>(), "{key}");
    }
}

#[test]
fn who_may_read_a_note_is_said_where_it_is_written_and_stays_with_it() {
    let mut desk = Desk::new();
    let audience = |desk: &mut Desk| match desk.recorded().as_slice() {
        [Intent::About { what: What::Note(_, audience), .. } | Intent::Edit { audience, .. }] => *audience,
        other => panic!("{other:?}"),
    };
    desk.keys("enter a").typed("内部的").keys("enter");
    assert_eq!(audience(&mut desk), Audience::Internal, "what nobody decides stays in the office");
    desk.saved().keys("a").typed("请核对");
    assert!(desk.screen().join("").contains("[内部] Tab"));
    desk.keys("tab");
    assert!(desk.screen().join("").contains("[告机关] Tab"));
    desk.keys("enter");
    assert_eq!(audience(&mut desk), Audience::Agency);
    desk.saved().keys("6 G");
    assert!(desk.screen().join("").contains("批注（给机关）"), "{}", desk.screen().join("\n"));
    desk.keys("e").typed("。").keys("enter");
    assert_eq!(audience(&mut desk), Audience::Agency, "other words for the same reader");
    desk.saved().keys("e tab enter");
    assert_eq!(audience(&mut desk), Audience::Internal);
    desk.saved().keys(", y");
    let copied = |effect: Effect| if let Effect::Copy(text) = effect { Some(text) } else { None };
    let copied = desk.effects().into_iter().find_map(copied).unwrap();
    assert!(copied.contains("请核对。") && !copied.contains("（给机关）"), "as it is now: {copied}");
    // A note made of a repair asks the agency.
    desk.saved().keys("esc n c enter");
    assert_eq!(audience(&mut desk), Audience::Agency);
    // Words that could not be saved are given back for whom they were.
    desk.saved().keys("a").typed("再核对").keys("tab enter").refused();
    assert_eq!(desk.editor().audience, Audience::Agency);
}
