use super::*;
use crate::check::{Outcome, WhyUnchecked};
use crate::library::fixture::Texts;
use crate::library::fixture::paper;

#[test]
fn what_copies_show_of_a_report_is_said_in_one_order_whoever_finds_it_first() {
    let dir = tempfile::tempdir().unwrap();
    let text = "本年度建立了公开清单，逐项核对办理时限，并由专人登记每一件申请的去向；夜间值守人员负责当日汇总。";
    for (number, name) in ["教育局", "公安局", "水务局", "林业局"].iter().enumerate() {
        let sections = serde_json::json!([{ "number": 1, "heading": "一、总体情况", "text": text.repeat(4) }]);
        let report = paper("", &format!("松溪县{name}"), 2024).with("sections", sections);
        std::fs::write(dir.path().join(format!("{number}.json")), report.json.to_string()).unwrap();
    }
    let running = AtomicBool::new(false);
    let mut batch = Batch::new(&Texts, Basis::standard(), &running);
    batch.add(dir.path(), &|_, _| (), &mut |_, _| ());
    let reports = batch.check();
    let is_of_others = |finding: &&Finding| finding.evidence().iter().any(|shown| shown.report.is_some());
    let copied: Vec<Finding> = reports[0].outcome.findings.iter().filter(is_of_others).cloned().collect();
    assert!(copied.len() >= 3, "{copied:#?}");
    assert_eq!(kept::in_order(copied.iter().rev().cloned().collect()), copied);
}

#[test]
fn a_batch_that_is_stopped_hands_over_the_first_reports_whole_and_nobody_who_is_missing() {
    let dir = tempfile::tempdir().unwrap();
    for number in 0..2 * GROUP {
        let report = paper("", &format!("松溪县第{number}局"), 2024);
        std::fs::write(dir.path().join(format!("{number:04}.json")), report.json.to_string()).unwrap();
    }
    for (stop_at, expected) in [(1, GROUP), (GROUP + 1, 2 * GROUP)] {
        let stop = AtomicBool::new(false);
        let mut batch = Batch::new(&Texts, Basis::standard(), &stop);
        batch.add(dir.path(), &|_, _| (), &mut |_, _| ());
        assert_eq!(batch.len(), 2 * GROUP);
        let mut ids = Vec::new();
        let taken: Result<Taken, ()> = batch.each(&|report| report.id.to_string(), &mut |id| {
            ids.push(id);
            stop.fetch_or(ids.len() == stop_at, Ordering::Relaxed);
            Ok(())
        });
        assert_eq!((taken, ids.len()), (Ok(Taken { reports: expected, are_compared: true }), expected));
        assert!(ids.iter().enumerate().all(|(number, id)| *id == format!("{number:04}")), "{ids:?}");
    }
}

#[test]
fn a_batch_that_is_stopped_before_all_are_compared_hands_over_what_each_report_shows_by_itself() {
    let dir = tempfile::tempdir().unwrap();
    let text = "本年度建立了公开清单，逐项核对办理时限，并由专人登记每一件申请的去向；夜间值守人员负责当日汇总。";
    for number in 0..3 {
        let sections = serde_json::json!([{ "number": 1, "heading": "一、总体情况", "text": text.repeat(4) }]);
        let report = paper("", &format!("松溪县第{number}局"), 2024).with("sections", sections);
        std::fs::write(dir.path().join(format!("{number}.json")), report.json.to_string()).unwrap();
    }
    let all = |is_stopped: bool| {
        let stop = AtomicBool::new(false);
        let mut batch = Batch::new(&Texts, Basis::standard(), &stop);
        batch.add(dir.path(), &|_, _| (), &mut |_, _| ());
        stop.store(is_stopped, Ordering::Relaxed);
        let mut reports = Vec::new();
        let taken: Result<Taken, ()> = batch.each(&|report| report, &mut |report| {
            reports.push(report);
            Ok(())
        });
        assert_eq!(taken, Ok(Taken { reports: 3, are_compared: !is_stopped }));
        reports
    };
    let (whole, stopped) = (all(false), all(true));
    let of_others =
        |report: &Checked| report.outcome.findings.iter().filter(|finding| &*finding.rule.id == "SIM-02").count();
    assert!(of_others(&whole[0]) > 0 && stopped.iter().all(|report| of_others(report) == 0));
    for report in &stopped {
        let why =
            |id: &str| report.outcome.unchecked.iter().find(|entry| &*entry.rule.id == id).map(|entry| &entry.reason);
        assert_eq!([why("SIM-02"), why("Y-01")], [Some(&WhyUnchecked::Stopped); 2]);
    }
}

#[test]
fn what_was_not_loaded_because_somebody_stopped_it_is_no_year_before_and_nobody_is_held_against_what_it_replaces() {
    let dir = tempfile::tempdir().unwrap();
    let last = |version: u32, out: u32| {
        let paper = paper("", "松溪县教育局", 2023).with("version", version.into());
        ["natural", "total"].into_iter().fold(paper, |paper, column| {
            paper
                .set(&format!("requests/carried_out/{column}"), out.into())
                .set(&format!("requests/handled/{column}"), (5 - out).into())
                .set(&format!("requests/granted/{column}"), (5 - out).into())
        })
    };
    let files = [("one/now", paper("", "松溪县教育局", 2024)), ("one/first", last(1, 2)), ("two/second", last(2, 0))];
    for (name, paper) in &files {
        let path = dir.path().join(format!("{name}.json"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, paper.json.to_string()).unwrap();
    }
    let said = |is_stopped: bool| {
        let stop = AtomicBool::new(false);
        let mut batch = Batch::new(&Texts, Basis::standard(), &stop);
        batch.add(&dir.path().join("one"), &|_, _| (), &mut |_, _| ());
        stop.store(is_stopped, Ordering::Relaxed);
        batch.add(&dir.path().join("two"), &|_, _| (), &mut |_, _| ());
        let now = batch.check().into_iter().find(|report| &*report.id == "now").unwrap();
        let is_found = now.outcome.findings.iter().any(|finding| &*finding.rule.id == "Y-01");
        let gap = now.outcome.unchecked.into_iter().find(|entry| &*entry.rule.id == "Y-01");
        (is_found, gap.map(|entry| entry.reason))
    };
    assert_eq!(said(false), (false, None));
    assert_eq!(said(true), (false, Some(WhyUnchecked::Stopped)), "of the first version nothing is claimed");
}

#[test]
fn a_report_with_doubts_is_read_once() {
    let dir = tempfile::tempdir().unwrap();
    let doubt = serde_json::json!([{ "kind": "page-header", "message": "表中夹有页眉", "line": 97 }]);
    let clean = paper("", "松溪县教育局", 2024).with("remarks", doubt.clone());
    let broken = paper("", "松溪县公安局", 2024).with("remarks", doubt).set("requests/new/total", 6.into());
    for (name, paper) in [("broken", broken), ("clean", clean)] {
        std::fs::write(dir.path().join(format!("{name}.json")), paper.json.to_string()).unwrap();
    }
    let said = |is_gone: bool| -> Vec<(String, Outcome, usize)> {
        let running = AtomicBool::new(false);
        let mut batch = Batch::new(&Texts, Basis::standard(), &running);
        batch.add(dir.path(), &|_, _| (), &mut |_, _| ());
        if is_gone {
            std::fs::remove_dir_all(dir.path()).unwrap();
        }
        let reports = batch.check().into_iter();
        reports.map(|report| (report.id.to_string(), report.outcome, report.remarks.len())).collect()
    };
    let there = said(false);
    assert_eq!(there.iter().map(|(_, _, remarks)| *remarks).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(said(true), there);
}

#[test]
fn a_document_with_several_reports_is_one_file_that_was_read() {
    struct Lists;
    impl Documents for Lists {
        fn kind(&self, _: &Path) -> Kind {
            Kind::Document
        }
        fn read(&self, _: &str, _: &[u8]) -> Result<Report, Box<dyn crate::words::Describe + Send + Sync>> {
            unreachable!("all of them are read")
        }
        fn read_all(
            &self,
            _: &str,
            bytes: &[u8],
        ) -> Result<Vec<Report>, Box<dyn crate::words::Describe + Send + Sync>> {
            Ok((0..3).map(|_| crate::report::parse(bytes).unwrap()).collect())
        }
        fn lines(
            &self,
            _: &str,
            _: &[u8],
        ) -> Result<Vec<crate::report::SourceLine>, Box<dyn crate::words::Describe + Send + Sync>> {
            Ok(Vec::new())
        }
    }
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("a.txt"), paper("", "松溪县教育局", 2024).json.to_string()).unwrap();
    let running = AtomicBool::new(false);
    let mut batch = Batch::new(&Lists, Basis::standard(), &running);
    let read = std::sync::atomic::AtomicUsize::new(0);
    batch.add(dir.path(), &|_, more| _ = read.fetch_add(more, Ordering::Relaxed), &mut |_, _| ());
    assert_eq!((batch.len(), batch.files(), read.into_inner()), (3, 1, 1));
}
