use super::*;
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
