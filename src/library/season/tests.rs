use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::json;

use super::*;
use crate::check::{Basis, Severity};
use crate::journal::{Act, Decision, ReportRef, Target, Verdict};
use crate::library::fixture::{Paper, Texts, paper};

fn write(dir: &Path, papers: &[Paper]) {
    for paper in papers {
        let path = dir.join(format!("{}.json", paper.id));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, paper.json.to_string()).unwrap();
    }
}

fn season(dir: &Path, acts: &[Act], roster: Option<&Roster>, years: &[u16]) -> Season {
    let running = AtomicBool::new(false);
    let mut batch = Batch::new(&Texts, Basis::standard().with_roster(roster), &running);
    batch.add(dir, &|_, _| (), &mut |_, _| ());
    let (season, taken) = Season::of(batch, &Review::new(acts.to_vec()), roster, years, &|| ());
    assert!(taken.are_compared);
    season
}

fn reference(lean: &Lean) -> ReportRef {
    let agency = &lean.head.agency;
    let (agency, region) = (agency.name.clone(), agency.region.to_vec());
    ReportRef { agency, region, year: lean.head.year, ..ReportRef::default() }
}

fn returned(lean: &Lean) -> Act {
    Act::status("李", reference(lean), Status::Returned, "请更正", seen::of_report(lean))
}

fn version(number: u32) -> Paper {
    paper(&format!("教育局/{number}"), "松溪县教育局", 2024).with("version", json!(number))
}

fn lean(paper: &Paper) -> Lean {
    crate::report::parse_lean(paper.json.to_string().as_bytes()).unwrap()
}

#[test]
fn the_latest_version_stands_and_is_held_against_the_one_that_was_returned() {
    let dir = tempfile::tempdir().unwrap();
    let first = version(1).set("requests/new/total", json!(6)).set("disputes/reconsideration/total", json!(1));
    let second = version(2).set("disputes/reconsideration/total", json!(1));
    // Nobody has looked at the second; the third mends nothing more and changes what nobody spoke of.
    let third =
        version(3).set("disputes/reconsideration/total", json!(1)).set("disclosure/penalties/decisions", json!(12));
    write(dir.path(), &[first, second, third]);
    let [first, third] = [1, 3].map(|number: u32| {
        let path = dir.path().join(format!("教育局/{number}.json"));
        crate::report::parse_lean(&std::fs::read(path).unwrap()).unwrap()
    });
    let acts = [returned(&first).for_agency().with_due("2025-02-20".parse().ok())];
    let all = season(dir.path(), &acts, None, &[2024]);
    let [submission] = all.submissions.as_slice() else { panic!("one agency, one year") };
    assert_eq!(submission.now.checked.id.as_str(), "教育局/3");
    let review = &submission.review;
    assert_eq!((review.status, review.round, review.due, &review.returned), (Status::Resubmitted, 1, None, &None));
    assert_eq!(review.notice_round(), 2);
    let since = submission.since.as_ref().unwrap();
    assert_eq!(since.before.checked.id.as_str(), "教育局/1", "the second was never returned");
    let form = submission.now.checked.lean.form;
    let ids: Vec<&str> = since.unasked.iter().map(|&cell| form.id(cell)).collect();
    assert_eq!(ids, ["disclosure/penalties/decisions"]);
    assert!(!since.fixed.is_empty() && !since.open.is_empty());

    let again = [acts[0].clone(), returned(&third).with_due("2025-03-20".parse().ok())];
    let all = season(dir.path(), &again, None, &[2024]);
    let ReviewStanding { status, round, due, returned, .. } = &all.submissions[0].review;
    assert_eq!((*status, *round, *due), (Status::Returned, 2, "2025-03-20".parse().ok()));
    assert_eq!(returned.as_ref().unwrap().words.as_str(), "", "what does not say for whom it is stays here");
    assert_eq!(all.submissions[0].review.notice_round(), 2);
    let first_only = season(dir.path(), &[acts[0].clone()], None, &[2023]);
    assert!(first_only.submissions.is_empty(), "of another year");
}

#[test]
fn agencies_stand_as_in_the_roster_and_those_that_have_not_reported_are_there() {
    let dir = tempfile::tempdir().unwrap();
    let names = ["松溪县公安局", "松溪县教育局", "松溪县林业局"];
    write(dir.path(), &names.map(|name| paper(name, name, 2024)));
    let text = "名称,地区\n松溪县教育局,骐昌市/松溪县\n松溪县水务局,骐昌市/松溪县\n松溪县公安局,骐昌市/松溪县\n";
    let roster = Roster::parse(text.as_bytes()).unwrap();
    let order = |season: &Season| -> Vec<String> {
        season.submissions.iter().map(|submission| submission.label.to_string()).collect()
    };
    let all = season(dir.path(), &[], Some(&roster), &[2024]);
    assert_eq!(order(&all), ["松溪县教育局", "松溪县公安局", "松溪县林业局"]);
    let absent: Vec<&str> = all.absent.iter().map(|absent| absent.agency.name.as_str()).collect();
    assert_eq!(absent, ["松溪县水务局"]);
    assert_eq!(all.absent[0].finding.severity, Severity::Error);
    let by_name = season(dir.path(), &[], None, &[2024]);
    assert_eq!(order(&by_name), ["松溪县公安局", "松溪县教育局", "松溪县林业局"]);
    assert!(by_name.absent.is_empty());
}

#[test]
fn agencies_of_one_name_are_told_apart_by_their_regions_whatever_is_left_out() {
    let dir = tempfile::tempdir().unwrap();
    let of = |id: &str, name: &str, region: &str| {
        paper(id, name, 2024).with("agency", json!({ "name": name, "region": ["骐昌市", region] }))
    };
    write(dir.path(), &[of("a", "教育局", "甲县"), of("b", "教育局", "乙县"), of("c", "公安局", "甲县")]);
    let mut all = season(dir.path(), &[], None, &[2024]);
    let filter = SeasonFilter { regions: vec![vec![SafeText::line("甲县")]], ..SeasonFilter::default() };
    filter.apply(&mut all);
    let labels: Vec<&str> = all.submissions.iter().map(|submission| submission.label.as_str()).collect();
    assert_eq!(labels, ["公安局", "骐昌市甲县教育局"]);
}

#[test]
fn a_filter_keeps_what_fits_each_kind_that_is_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let wrong = paper("a", "松溪县教育局", 2024).set("requests/new/total", json!(6));
    let right = paper("b", "松溪县公安局", 2024);
    let acts = [returned(&lean(&wrong))];
    write(dir.path(), &[wrong, right]);
    let left = |filter: SeasonFilter| {
        let mut all = season(dir.path(), &acts, None, &[2024]);
        filter.apply(&mut all);
        all.submissions.len()
    };
    let none = SeasonFilter::default;
    assert_eq!(left(none()), 2);
    assert_eq!(left(SeasonFilter { statuses: vec![Status::Returned], ..none() }), 1);
    assert_eq!(left(SeasonFilter { statuses: vec![Status::Returned, Status::Unreviewed], ..none() }), 2);
    assert_eq!(left(SeasonFilter { rules: vec![crate::check::rule("T3-01").unwrap()], ..none() }), 1);
    assert_eq!(left(SeasonFilter { rules: vec![crate::check::rule("T4-01").unwrap()], ..none() }), 0);
    for (name, expected) in [("李", 1), ("王", 0)] {
        assert_eq!(left(SeasonFilter { reviewers: vec![name.into()], ..none() }), expected, "{name}");
    }
    let region = |parts: &[&str]| vec![parts.iter().map(|part| SafeText::line(part)).collect()];
    for (parts, expected) in
        [(&["松溪县"][..], 2), (&["骐昌市", "松溪县"], 2), (&["松溪县", "骐昌市"], 0), (&["松溪"], 0)]
    {
        assert_eq!(left(SeasonFilter { regions: region(parts), ..none() }), expected, "{parts:?}");
    }
}

#[test]
fn what_was_put_aside_on_other_numbers_is_open_again() {
    let dir = tempfile::tempdir().unwrap();
    let wrong = |total: i64| paper("a", "松溪县教育局", 2024).set("requests/new/total", json!(total));
    let (old, now) = (lean(&wrong(6)), lean(&wrong(7)));
    write(dir.path(), &[wrong(7)]);
    let finding = |lean: &Lean| {
        let outcome = crate::check::check(lean, crate::check::Profile::standard());
        outcome.findings.into_iter().find(|finding| &*finding.rule.id == "T3-01").unwrap()
    };
    let verdict = |lean: &Lean| {
        let (finding, verdict) =
            (finding(lean), Verdict { decision: Decision::Accept, reason: SafeText::line("口径调整") });
        let name = finding.fingerprint.to_string();
        Act::verdict("李", reference(lean), &name, verdict, seen::of_finding(&finding, lean))
    };
    for (seen, is_dismissed) in [(&old, false), (&now, true)] {
        let note = Act::note("李", reference(seen), Target::Cell("requests/new/total".into()), "请核对", None);
        let all = season(dir.path(), &[verdict(seen), note.for_agency()], None, &[2024]);
        let judged = &all.submissions[0].now;
        let (finding, judgement) = judged.findings().find(|(finding, _)| &*finding.rule.id == "T3-01").unwrap();
        assert_eq!((judgement.is_dismissed(), judgement.is_stale), (is_dismissed, !is_dismissed));
        let notes: Vec<Audience> = judged.notes_on(finding).map(|note| note.audience).collect();
        assert_eq!(notes, [Audience::Agency]);
    }
}

#[test]
fn words_on_a_section_go_out_again_and_that_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let versions = [version(1).set("requests/new/total", json!(6)), version(2).set("requests/new/total", json!(7))];
    write(dir.path(), &versions);
    let [first, second] = versions.each_ref().map(lean);
    let note = |target: Target, seen| Act::note("李", reference(&first), target, "请补充", seen).for_agency();
    let section = note(Target::Section(6), None);
    let cell = "requests/new/total";
    let number = note(Target::Cell(cell.into()), seen::of_id(cell, &first));
    let repeated = |acts: &[Act]| season(dir.path(), acts, None, &[2024]).submissions[0].repeated();
    let both = [section.clone(), number, returned(&first), returned(&second)];
    assert_eq!(repeated(&both), 1, "the number has changed");
    assert_eq!(repeated(&both[..3]), 1, "as the next notice will be");
    assert_eq!(repeated(&[section.clone(), returned(&first), Act::retract(&SafeText::line("李"), &section)]), 0);
    assert_eq!(repeated(&[returned(&first), section.clone(), returned(&second)]), 0, "it is new");
    assert_eq!(repeated(&[section, returned(&second)]), 0, "the first round");
}

#[test]
fn the_steps_of_a_review_and_the_versions_before_are_kept_in_order() {
    let dir = tempfile::tempdir().unwrap();
    let first = version(1).set("requests/new/total", json!(6));
    let [old, _] = [&first, &version(2)].map(lean);
    write(dir.path(), &[version(3), first, version(2).set("disclosure/penalties/decisions", json!(12))]);
    let accept = Act::status("王", reference(&old), Status::Accepted, "", None);
    let acts = [returned(&old).for_agency().with_due("2025-02-20".parse().ok()), accept];
    let all = season(dir.path(), &acts, None, &[2024]);
    let [submission] = all.submissions.as_slice() else { panic!("one agency, one year") };
    let earlier: Vec<u32> = submission.earlier.iter().map(|version| version.number).collect();
    assert_eq!(earlier, [1, 2], "the one that stands is not among them");
    let found = |at: usize| submission.earlier[at].findings.len();
    assert!(found(0) > found(1), "each with what was found in it");
    let steps: Vec<(Status, &str, &str)> =
        submission.review.history.iter().map(|step| (step.status, &*step.by, &*step.words)).collect();
    assert_eq!(steps, [(Status::Returned, "李", "请更正"), (Status::Accepted, "王", "")]);
    assert_eq!(submission.review.history[0].due, "2025-02-20".parse().ok());
}
