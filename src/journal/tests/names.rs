//! Names that reviewers give to agencies.

use proptest::prelude::*;

use super::*;

/// A report whose name was left open.
fn unnamed(id: &str) -> ReportRef {
    ReportRef { agency: "未具名·0123abcd".into(), year: 2025, id: id.into(), ..ReportRef::default() }
}

fn name(by: &str, to: Option<&str>) -> Act {
    Act::name(by, unnamed("a.txt"), to)
}

fn given(review: &Review, report: &ReportRef) -> Option<String> {
    review.report(&report.region, &report.agency, report.year)?.given_name().map(ToString::to_string)
}

#[test]
fn the_last_name_in_the_file_holds_and_can_be_taken_back_and_restored() {
    let (first, second, back) = (name("li", Some("甲局")), name("wang", Some("乙局")), name("li", None));
    let mut review = Review::new([first, second.clone()]);
    let file = unnamed("a.txt");
    assert_eq!(given(&review, &file).as_deref(), Some("乙局"), "whoever came last");
    review.apply([back.clone()]);
    assert_eq!(given(&review, &file), None, "as it was read");
    review.apply([Act::retract("li", &back)]);
    assert_eq!(given(&review, &file).as_deref(), Some("乙局"));
    let undo = Act::retract("wang", &second);
    review.apply([undo.clone()]);
    assert_eq!(given(&review, &file).as_deref(), Some("甲局"));
    assert_eq!(review.last_redoable("wang").map(|act| act.id), Some(undo.id));
    review.apply([Act::retract("wang", &undo)]);
    assert_eq!(given(&review, &file).as_deref(), Some("乙局"));
    assert_eq!(review.names().count(), 2);
}

#[test]
fn a_name_left_open_goes_with_its_file_and_one_that_was_read_stays() {
    let review = Review::new([name("li", Some("甲局"))]);
    assert_eq!(given(&review, &unnamed("moved/b.txt")).as_deref(), Some("甲局"));
    let wrong = report("卢氏县");
    let review = Review::new([Act::name("li", wrong.clone(), Some("卢氏县教育局"))]);
    assert_eq!(given(&review, &wrong), None);
}

#[test]
fn what_was_written_before_the_naming_is_still_there_and_naming_is_no_review() {
    let note = Act::note("li", unnamed("a.txt"), Target::Report, "这是谁的？", None);
    let review = Review::new([name("wang", Some("甲局")), note, name("li", Some("乙局"))]);
    let report = review.report(&[], "未具名·0123abcd", 2025).unwrap();
    assert_eq!(report.notes().next().unwrap().text(), "这是谁的？");
    assert_eq!(report.status(), Status::Unreviewed);
    assert_eq!(review.report(&[], "乙局", 2025).map(|report| report.counts()), None);
}

#[test]
fn names_are_read_back_from_the_file_and_merged_by_their_time() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let acts: Vec<Act> = ["甲局", "乙局", "丙局"].iter().map(|to| name("li", Some(to))).collect();
    for (file, own) in [("one", [0, 2]), ("two", [1, 1])] {
        let (mut journal, _) = Journal::open(&at(file)).unwrap();
        let own: Vec<Act> = own.iter().map(|&number| acts[number].clone()).collect();
        journal.append(&own[..if file == "one" { 2 } else { 1 }]).unwrap();
    }
    merge(&[at("two"), at("one")], &at("both")).unwrap();
    assert_eq!(read(&at("both")).len(), 3);
    assert_eq!(given(&Review::new(read(&at("both"))), &unnamed("a.txt")).as_deref(), Some("丙局"));
}

proptest! {
    /// Whatever is named, undone and redone by whom: the last naming in effect holds.
    #[test]
    fn the_name_follows_from_what_is_in_effect(steps in prop::collection::vec((0..4_usize, 0..3_usize, 0..4_usize), 1..40)) {
        let (names, people) = ([Some("甲局"), Some("乙局"), Some("丙局"), None], ["li", "wang", "zhao"]);
        let mut review = Review::default();
        for (what, by, to) in steps {
            let by = people[by];
            let act = match what {
                0 | 1 => Some(name(by, names[to])),
                2 => review.last_undoable(by).map(|of| Act::retract(by, of)),
                _ => review.last_redoable(by).map(|of| Act::retract(by, of)),
            };
            review.apply(act);
        }
        let expected = review.acts().filter(|(act, effective)| *effective && act.of().is_none()).last();
        let expected = expected.and_then(|(act, _)| match &act.kind {
            ActKind::Name(name) => name.as_ref().map(ToString::to_string),
            other => panic!("{other:?}"),
        });
        prop_assert_eq!(given(&review, &unnamed("a.txt")), expected);
    }
}
