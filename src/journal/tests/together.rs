//! Several reviewers on one report: whose it is, and where they disagree.

use proptest::prelude::*;

use super::*;

fn reviewed(review: &Review) -> ReportReview<'_> {
    let report = report("卢氏县");
    review.report(&report.region, &report.agency, report.year).unwrap()
}

fn assign(by: &str, to: Option<&str>) -> Act {
    Act::assign(by, report("卢氏县"), to)
}

/// Who disagrees on `f1`, and how.
fn views(review: &Review) -> Vec<(String, Decision)> {
    let acts = reviewed(review).conflict("f1").into_iter();
    acts.map(|act| match &act.kind {
        ActKind::Verdict(verdict) => (act.by.to_string(), verdict.decision),
        other => panic!("{other:?}"),
    })
    .collect()
}

fn decided(acts: &[(&str, Decision)]) -> Review {
    Review::new(acts.iter().map(|(by, decision)| verdict(by, "f1", *decision)))
}

#[test]
fn the_last_assignment_holds_and_can_be_taken_back_and_restored() {
    let (first, second, nobody) = (assign("li", Some("王芳")), assign("wang", Some("li")), assign("li", None));
    let mut review = Review::new([first.clone(), second]);
    let assignee = |review: &Review| reviewed(review).assignee().map(ToString::to_string);
    assert_eq!(assignee(&review).as_deref(), Some("li"));
    review.apply([nobody.clone()]);
    assert_eq!(assignee(&review), None);
    assert_eq!(review.last_undoable("li").map(|act| act.id), Some(nobody.id));
    let undo = Act::retract("li", &nobody);
    review.apply([undo.clone()]);
    assert_eq!(assignee(&review).as_deref(), Some("li"));
    assert_eq!(review.last_redoable("li").map(|act| act.id), Some(undo.id));
    review.apply([Act::retract("li", &undo)]);
    assert_eq!(assignee(&review), None);
    assert_eq!(review.reviewers(), ["li", "wang"]);
    assert_eq!(reviewed(&review).status(), Status::Unreviewed, "giving out work is not reviewing");
}

#[test]
fn an_assignment_is_read_back_from_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    let acts = [assign("li", Some("王芳")), assign("li", None)];
    journal.append(&acts).unwrap();
    assert_eq!(read(&path), acts);
}

#[test]
fn two_who_decide_differently_are_a_conflict_until_one_gives_in() {
    use Decision::{Accept, Return};
    let review = decided(&[("li", Return), ("wang", Accept)]);
    assert_eq!(views(&review), [("li".to_owned(), Return), ("wang".to_owned(), Accept)]);
    assert_eq!(reviewed(&review).conflicts(), 1);
    assert_eq!(reviewed(&review).verdict("f1").unwrap().decision, Accept, "the last one is in effect all the same");
    assert!(views(&decided(&[("li", Return), ("wang", Return)])).is_empty());
    assert!(views(&decided(&[("li", Return), ("li", Accept)])).is_empty(), "one may change one's mind");
    assert!(views(&decided(&[("li", Return), ("wang", Accept), ("li", Accept)])).is_empty());
    assert!(
        views(&decided(&[("li", Return), ("wang", Accept), ("li", Return)])).is_empty(),
        "said again, knowing both"
    );
    assert!(views(&decided(&[("li", Return), ("wang", Accept), ("zhao", Return)])).is_empty(), "a third has decided");
}

#[test]
fn a_third_opinion_settles_nothing_and_a_new_one_after_the_end_begins_anew() {
    use Decision::{Accept, Return, ToVerify};
    assert_eq!(views(&decided(&[("li", Return), ("wang", Accept), ("zhao", ToVerify)])).len(), 3);
    let ended = [("li", Return), ("wang", Accept), ("zhao", Return), ("wang", Accept)];
    assert_eq!(views(&decided(&ended)), [("zhao".to_owned(), Return), ("wang".to_owned(), Accept)]);
}

#[test]
fn a_verdict_taken_back_and_one_on_other_values_contradict_nobody() {
    let (one, other) = (verdict("li", "f1", Decision::Return), verdict("wang", "f1", Decision::Accept));
    let undo = Act::retract("wang", &other);
    let mut review = Review::new([one.clone(), other.clone(), undo.clone()]);
    assert!(views(&review).is_empty());
    review.apply([Act::retract("wang", &undo)]);
    assert_eq!(views(&review).len(), 2);
    let resubmitted = Act { seen: Seen::sides(60, 50), ..other };
    assert!(views(&Review::new([one, resubmitted])).is_empty());
}

#[derive(Debug, Clone)]
enum Step {
    Decide(usize, usize),
    Assign(usize, usize),
    Undo(usize),
    Redo(usize),
}

const NAMES: [&str; 3] = ["li", "wang", "zhao"];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..3_usize, 0..4_usize).prop_map(|(by, decision)| Step::Decide(by, decision)),
        (0..3_usize, 0..4_usize).prop_map(|(by, to)| Step::Assign(by, to)),
        (0..3_usize).prop_map(Step::Undo),
        (0..3_usize).prop_map(Step::Redo),
    ]
}

fn act(review: &Review, step: &Step) -> Option<Act> {
    match step {
        Step::Decide(by, decision) => Some(verdict(NAMES[*by], "f1", Decision::ALL[*decision])),
        Step::Assign(by, to) => Some(assign(NAMES[*by], NAMES.get(*to).copied())),
        Step::Undo(by) => review.last_undoable(NAMES[*by]).map(|of| Act::retract(NAMES[*by], of)),
        Step::Redo(by) => review.last_redoable(NAMES[*by]).map(|of| Act::retract(NAMES[*by], of)),
    }
}

proptest! {
    /// Whatever is done and undone: state follows from the effective acts alone.
    #[test]
    fn assignments_and_conflicts_follow_from_what_is_in_effect(steps in prop::collection::vec(step(), 1..40)) {
        let mut review = Review::default();
        for step in &steps {
            review.apply(act(&review, step));
        }
        prop_assume!(review.reports().next().is_some());
        let effective: Vec<Act> = review.acts().filter(|(act, effective)| *effective && act.of().is_none())
            .map(|(act, _)| act.clone()).collect();
        let last = effective.iter().rev().find_map(|act| match &act.kind {
            ActKind::Assign(to) => Some(to.clone()),
            _ => None,
        });
        let last = last.flatten();
        prop_assert_eq!(reviewed(&review).assignee(), last.as_ref());
        let again = Review::new(effective.clone());
        let expected = if effective.is_empty() { Vec::new() } else { views(&again) };
        let found = views(&review);
        prop_assert_eq!(&found, &expected);
        let names: std::collections::HashSet<&String> = found.iter().map(|(by, _)| by).collect();
        prop_assert_eq!(names.len(), found.len(), "one view each");
        prop_assert!(found.is_empty() || found.iter().any(|(_, decision)| *decision != found[0].1));
        let counted = reviewed(&review).conflicts();
        prop_assert_eq!(counted, usize::from(!found.is_empty()));
    }
}
