//! What acts amount to.

use std::collections::HashSet;

use proptest::prelude::*;
use uuid::Uuid;

use crate::base::text::SafeText;

use super::*;

fn reviewed(review: &Review) -> ReportReview<'_> {
    let report = report("卢氏县");
    review.report(&report.region, &report.agency, report.year).unwrap()
}

fn notes(review: &Review) -> Vec<&str> {
    reviewed(review).notes().map(|note| note.text()).collect()
}

#[test]
fn notes_keep_their_edits() {
    let first = note("li", "旧");
    let edit = Act::edit("wang", &first, "新", Seen::value(4));
    let again = Act::edit("li", &edit, "更新", None);
    let mut review = Review::new([first.clone(), edit.clone(), again.clone()]);
    assert_eq!(notes(&review), ["更新"]);
    let shown = reviewed(&review).notes().next().unwrap();
    assert_eq!((shown.act(), shown.latest()), (&first, &again));
    assert_eq!(shown.edits().map(|act| act.id).collect::<Vec<_>>(), [edit.id, again.id]);
    assert!(!shown.is_stale(&Seen::value(3).unwrap()), "the last edit recorded nothing: the note's own is taken");
    assert!(shown.is_stale(&Seen::value(4).unwrap()));
    review.apply([Act::retract("li", &again)]);
    assert_eq!(notes(&review), ["新"]);
    assert!(reviewed(&review).notes().next().unwrap().is_stale(&Seen::value(3).unwrap()));
    review.apply([Act::retract("li", &first)]);
    assert_eq!(notes(&review), Vec::<&str>::new());
}

#[test]
fn the_last_effective_verdict_and_status_hold() {
    let accept = verdict("li", "f1", Decision::Accept);
    let back = verdict("wang", "f1", Decision::Return);
    let (reviewing, returned) = (status("li", Status::Reviewing), status("li", Status::Returned));
    let mut review = Review::new([accept, back.clone(), reviewing, returned.clone()]);
    let decision = |review: &Review| reviewed(review).verdict("f1").map(|verdict| verdict.decision);
    assert_eq!(decision(&review), Some(Decision::Return));
    assert_eq!(reviewed(&review).status(), Status::Returned);
    assert_eq!(reviewed(&review).decided(Decision::Return), 1);
    review.apply([Act::retract("wang", &back), Act::retract("li", &returned)]);
    assert_eq!(decision(&review), Some(Decision::Accept));
    assert_eq!(reviewed(&review).status(), Status::Reviewing);
    assert_eq!(reviewed(&review).counts(), ReviewCounts { notes: 0, verdicts: 1 });
    assert_eq!(reviewed(&review).verdict("f2"), None);
}

fn reading(by: &str, cell: &str) -> Act {
    Act::reading(by, report("卢氏县"), Target::Cell(cell.into()), Comparison::Corrected, "51", Seen::value(57))
}

#[test]
fn doubts_about_the_report_are_told_apart_by_what_was_seen() {
    let doubt = |line| Seen::doubt("page-header", None, Some(line), "疑").unwrap();
    let act =
        |line, reading, text| Act::reading("li", report("卢氏县"), Target::Report, reading, text, Some(doubt(line)));
    let first = act(1, Comparison::Confirmed, "");
    let mut review = Review::new([first.clone(), act(2, Comparison::Corrected, "二")]);
    let said = |review: &Review, line| {
        reviewed(review).reading_act(&Target::Report, Some(&doubt(line))).map(|act| act.text.to_string())
    };
    assert_eq!([1, 2, 3].map(|line| said(&review, line)), [Some(String::new()), Some("二".into()), None]);
    assert_eq!(reviewed(&review).readings().count(), 2);
    review.apply([Act::retract("li", &first)]);
    assert_eq!([1, 2].map(|line| said(&review, line)), [None, Some("二".into())]);
}

#[test]
fn agencies_of_one_name_in_two_regions_are_two() {
    let mut other = note("li", "乙");
    other.report.region = vec!["山西省".into()];
    let mut next_year = note("li", "丙");
    next_year.report.year = 2026;
    let mut another_file = note("li", "丁");
    another_file.report.id = "重报/卢氏县".into();
    let review = Review::new([note("li", "甲"), other, next_year, another_file]);
    assert_eq!(notes(&review), ["甲", "丁"], "another version of the report is the same report");
    assert_eq!(review.reports().count(), 3);
    assert!(review.report(&[], "卢氏县", 2025).is_none());
}

#[test]
fn undo_goes_back_act_by_act_and_redo_forward() {
    let acts = [note("li", "1"), note("wang", "他人"), note("li", "2"), verdict("li", "f", Decision::Return)];
    let mut review = Review::new(acts);
    let mut states = vec![format!("{:?}", notes(&review))];
    while let Some(act) = review.last_undoable("li").cloned() {
        review.apply([Act::retract("li", &act)]);
        states.push(format!("{:?}", notes(&review)));
    }
    assert_eq!(notes(&review), ["他人"]);
    assert!(review.last_undoable("nobody").is_none());
    while let Some(retraction) = review.last_redoable("li").cloned() {
        states.pop();
        review.apply([Act::retract("li", &retraction)]);
        assert_eq!(Some(&format!("{:?}", notes(&review))), states.last());
    }
    assert_eq!(states.len(), 1);
    assert_eq!(notes(&review), ["1", "他人", "2"]);
    let last = review.last_undoable("li").unwrap().clone();
    review.apply([Act::retract("li", &last), note("li", "3")]);
    assert!(review.last_redoable("li").is_none(), "after a new act there is nothing to redo");
}

fn retract_all(review: &mut Review, acts: Vec<Act>) -> usize {
    let mut retractions: Vec<Act> = acts.iter().map(|act| Act::retract("li", act)).collect();
    Act::unite(&mut retractions);
    review.apply(retractions);
    acts.len()
}

#[test]
fn what_was_done_as_one_is_undone_and_redone_as_one() {
    let mut bulk = [note("li", "1"), note("li", "2"), note("li", "3")];
    Act::unite(&mut bulk);
    // Somebody else claims to belong to it.
    let foreign = Act { batch: bulk[0].batch, ..note("wang", "他人") };
    let mut review = Review::new([note("li", "0")].into_iter().chain(bulk).chain([foreign]));
    for _ in 0..2 {
        let undoable: Vec<Act> = review.undoable("li").into_iter().cloned().collect();
        assert_eq!(retract_all(&mut review, undoable), 3);
        assert_eq!(notes(&review), ["0", "他人"]);
        let redoable: Vec<Act> = review.redoable("li").into_iter().cloned().collect();
        assert_eq!(retract_all(&mut review, redoable), 3);
        assert_eq!(notes(&review), ["0", "1", "2", "3", "他人"]);
    }
    assert!(review.redoable("li").is_empty());
    // One of them was taken back by itself: the rest still goes together.
    let second = review.acts().find(|(act, _)| *act.text == *"2").unwrap().0.clone();
    review.apply([Act::retract("li", &second)]);
    let rest: Vec<&str> = review.undoable("li").iter().map(|act| act.text.as_str()).collect();
    assert_eq!(rest, ["1", "3"]);
}

#[test]
fn a_report_returned_again_with_other_numbers_is_in_its_next_round() {
    let state = |acts: &[Act]| {
        let review = Review::new(acts.to_vec());
        let key = acts[0].report.key();
        let report = review.report(&key.region, &key.agency, key.year).unwrap();
        (report.round(), report.due().map(|due| due.to_string()))
    };
    let returned = |cells: &str, due: &str| {
        Act { seen: Seen::cells(cells), ..status("li", Status::Returned) }.with_due(due.parse().ok())
    };
    let mut acts = vec![note("li", "1")];
    assert_eq!(state(&acts), (0, None));
    acts.push(returned("a", "2026-01-27"));
    assert_eq!(state(&acts), (1, Some("2026-01-27".to_owned())));
    acts.push(returned("a", "2026-02-03"));
    assert_eq!(state(&acts), (1, Some("2026-02-03".to_owned())), "only the date was changed");
    acts.push(returned("b", "2026-02-10"));
    assert_eq!(state(&acts), (2, Some("2026-02-10".to_owned())));
    acts.push(status("li", Status::Accepted));
    assert_eq!(state(&acts), (2, None));
    acts.push(returned("b", "-"));
    assert_eq!(state(&acts), (3, None), "what was accepted in between is returned anew");
}

#[test]
fn an_edit_of_a_note_taken_back_is_not_what_undo_finds() {
    let (first, second) = (note("li", "1"), note("li", "2"));
    let edit = Act::edit("li", &second, "2b", None);
    let review = Review::new([first.clone(), second.clone(), edit, Act::retract("wang", &second)]);
    assert_eq!(review.last_undoable("li"), Some(&first));
}

#[test]
fn acts_that_speak_of_nothing_have_no_effect_and_are_counted() {
    let (a, b) = (note("li", "1"), status("li", Status::Accepted));
    let early = Act::retract("li", &a);
    let review = Review::new([early, a.clone(), Act::edit("li", &b, "x", None), b.clone(), a]);
    assert_eq!(review.unresolved(), 2);
    assert_eq!(review.acts().count(), 2);
    assert_eq!(notes(&review), ["1"]);
}

/// Retractions of retractions of … by a hostile writer: bounded, and no quadratic work.
#[test]
fn endless_retractions_end() {
    let mut acts = vec![note("li", "1")];
    for _ in 0..50_000 {
        acts.push(Act::retract("li", acts.last().unwrap()));
    }
    let review = Review::new(acts);
    assert_eq!(review.unresolved(), 50_000 - 64);
    assert_eq!(notes(&review), ["1"], "64 of them: an even number");
}

/// A small replay that is obviously right, to hold the incremental one against.
fn effective_by_definition(acts: &[Act]) -> HashSet<Uuid> {
    let mut effective = HashSet::new();
    for (place, act) in acts.iter().enumerate().rev() {
        // Only later acts speak of this one, and their effect is settled already.
        let is_retracted = acts[place..]
            .iter()
            .any(|later| later.is_retraction() && later.of() == Some(act.id) && effective.contains(&later.id));
        if !is_retracted {
            effective.insert(act.id);
        }
    }
    effective
}

fn history() -> impl Strategy<Value = Vec<Act>> {
    let step = (0..7u8, 0..3usize, any::<prop::sample::Index>());
    prop::collection::vec(step, 1..40).prop_map(|steps| {
        let mut acts: Vec<Act> = Vec::new();
        for (what, who, which) in steps {
            let by = ["li", "wang", "zhao"][who];
            let spoken_of = (!acts.is_empty()).then(|| acts[which.index(acts.len())].clone());
            acts.push(match (what, spoken_of) {
                (0, _) => verdict(by, ["f1", "f2"][which.index(2)], Decision::ALL[which.index(4)]),
                (1, _) => status(by, Status::ALL[which.index(5)]),
                (2 | 3, Some(of)) => Act::retract(by, &of),
                (4, Some(of)) if of.kind == ActKind::Note => Act::edit(by, &of, "改", None),
                (5, _) => reading(by, ["a", "b"][which.index(2)]),
                (6, _) => Act::name(by, report("卢氏县"), [Some("甲局"), Some("乙局"), None][which.index(3)]),
                _ => note(by, "注"),
            });
        }
        acts
    })
}

proptest! {
    #[test]
    fn replay_says_what_the_definition_says(acts in history()) {
        let effective = effective_by_definition(&acts);
        let review = Review::new(acts.clone());
        for (act, is_effective) in review.acts() {
            prop_assert_eq!(is_effective, effective.contains(&act.id));
        }
        let last = |wanted: &dyn Fn(&Act) -> bool| {
            acts.iter().rev().find(|act| effective.contains(&act.id) && wanted(act)).map(|act| act.id)
        };
        if let Some(report) = review.reports().next() {
            prop_assert_eq!(report.status_act().map(|act| act.id), last(&|act| matches!(act.kind, ActKind::Status(_))));
            let named = report.name_act().map(|act| act.id);
            prop_assert_eq!(named, last(&|act| matches!(act.kind, ActKind::Name(_))));
            for print in ["f1", "f2"] {
                let expected = last(&|act| act.target == Target::Finding(print.into()) && !act.is_retraction());
                prop_assert_eq!(report.verdict_act(print).map(|act| act.id), expected);
            }
            for cell in ["a", "b"] {
                let target = Target::Cell(cell.into());
                let expected = last(&|act| act.target == target && matches!(act.kind, ActKind::Reading(_)));
                prop_assert_eq!(report.reading_act(&target, None).map(|act| act.id), expected);
            }
            let noted = acts.iter().filter(|act| act.kind == ActKind::Note && effective.contains(&act.id)).count();
            prop_assert_eq!(report.counts().notes, noted);
            prop_assert_eq!(report.notes().count(), noted);
        }
    }

    #[test]
    fn taking_it_in_pieces_makes_no_difference(acts in history(), cut in any::<prop::sample::Index>()) {
        let (first, rest) = acts.split_at(cut.index(acts.len()));
        let mut review = Review::new(first.to_vec());
        review.apply(rest.to_vec());
        review.apply(acts.clone());
        let whole = Review::new(acts);
        prop_assert!(review.acts().eq(whole.acts()));
        prop_assert_eq!(review.last_undoable("li"), whole.last_undoable("li"));
        prop_assert_eq!(review.last_redoable("li"), whole.last_redoable("li"));
    }

    #[test]
    fn redo_after_undo_changes_nothing(acts in history()) {
        let mut review = Review::new(acts.clone());
        let before: Vec<bool> = review.acts().map(|(_, effective)| effective).collect();
        if let Some(act) = review.last_undoable("li").cloned() {
            review.apply([Act::retract("li", &act)]);
            prop_assert_ne!(review.last_undoable("li").map(|act| act.id), Some(act.id));
            let retraction = review.last_redoable("li").cloned();
            prop_assert_eq!(retraction.as_ref().and_then(Act::of), Some(act.id));
            review.apply([Act::retract("li", &retraction.unwrap())]);
            let after: Vec<bool> = review.acts().map(|(_, effective)| effective).take(before.len()).collect();
            prop_assert_eq!(before, after);
            prop_assert_eq!(review.last_undoable("li"), Some(&act));
        }
    }
}

#[test]
fn a_region_that_was_read_less_exactly_is_the_same_region() {
    let at = |region: &[&str], agency: &str| {
        let region = region.iter().map(|part| SafeText::line(part)).collect();
        ReportRef { region, ..report(agency) }
    };
    let same = |one: &[&str], other: &[&str], agency: &str| {
        let act = Act::note("li", at(one, agency), Target::Report, "记", None);
        let other = at(other, agency);
        Review::new([act]).report(&other.region, agency, 2025).is_some()
    };
    assert!(same(&["三门峡市", "湖滨区"], &["河南省", "三门峡市", "湖滨区"], "三门峡市湖滨区教育局"));
    assert!(same(&["锡林郭勒盟漪水旗"], &["锡林郭勒盟", "漪水旗"], "锡林郭勒盟漪水旗水利局"));
    assert!(same(&[], &["锡林郭勒盟"], "锡林郭勒盟行政公署办公室"));
    assert!(!same(&["漪溪市", "青山区"], &["漪川市", "青山区"], "青山区教育局"));
    assert!(!same(&["甲省"], &[], "青山区教育局"));
}
