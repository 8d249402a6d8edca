//! The desk and `gouji check` say the same about every report.

use std::path::Path;

use super::*;
use crate::check::{Finding, Listed, Unchecked};
use crate::tui::fixture::{Desk, Paper, paper};
use crate::tui::model::seen;
use crate::tui::msg::Msg;

/// The sample data as the desk has it.
fn desk(root: &Path) -> Desk {
    let mut papers: Vec<Paper> = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "json"))
        .filter_map(|entry| {
            let id = entry.path().strip_prefix(root).unwrap().with_extension("");
            // What cannot be read is the same for both.
            let json = serde_json::from_str(&std::fs::read_to_string(entry.path()).ok()?).ok()?;
            Some(Paper { id: id.to_str().unwrap().replace('\\', "/"), json })
        })
        .collect();
    papers.sort_by(|a, b| a.id.cmp(&b.id));
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&papers);
    desk.take(Msg::LoadingDone).check_texts();
    desk
}

fn findings(findings: &[Finding]) -> Vec<String> {
    let mut all: Vec<String> = findings.iter().map(|finding| format!("{finding:?}")).collect();
    all.sort_unstable();
    all
}

fn briefs(findings: &[Listed]) -> Vec<String> {
    let mut all: Vec<String> = findings.iter().map(|finding| format!("{finding:?}")).collect();
    all.sort_unstable();
    all
}

fn gaps(unchecked: &[Unchecked]) -> Vec<String> {
    let mut all: Vec<String> =
        unchecked.iter().map(|gap| format!("{} {:?} {:?}", gap.rule.id, gap.place, gap.reason)).collect();
    all.sort_unstable();
    all
}

#[test]
fn the_desk_and_the_command_say_the_same_about_the_sample_data() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/reports"));
    let reader = Reader::new();
    let mut batch = Batch::new(&reader, Basis::standard());
    batch.add(root, &mut |_, _| ());
    let reports = batch.check();
    let mut desk = desk(root);
    let mut seen = std::collections::HashSet::new();
    let (mut slips, mut readings) = (0, 0);
    loop {
        desk.keys("enter");
        let open = desk.open();
        let id = desk.model.library.get(open.item).unwrap().id.clone();
        if !seen.insert(id.clone()) {
            break;
        }
        let report = reports.iter().find(|report| report.id == id).unwrap();
        assert_eq!(findings(&open.outcome.findings), findings(&report.outcome.findings), "{id}");
        assert_eq!(gaps(&open.outcome.unchecked), gaps(&report.outcome.unchecked), "{id}");
        assert_eq!(open.blocks, report.localisation, "{id}");
        let (sheet, named) = (desk.model.library.sheet(open.item).unwrap(), open.outcome.findings.iter());
        assert_eq!(briefs(&sheet.findings), briefs(&Listed::all(&open.outcome.findings)), "{id}");
        for finding in named {
            let seen = seen::of_named(&finding.fingerprint.to_string(), sheet);
            assert_eq!(seen, seen::of_finding(finding, &sheet.lean), "{id}: {}", finding.rule.id);
        }
        slips += open.outcome.findings.iter().filter(|finding| &*finding.rule.id == "EXT-02").count();
        readings += open.blocks.len();
        desk.keys("esc j");
    }
    assert!(seen.len() > 60, "{}", seen.len());
    assert!(readings > 10 && slips < readings);
}

/// A shifted row in which reading left a doubt: likely our own error (EXT-02).
#[test]
fn the_list_counts_what_is_likely_an_error_of_our_reading() {
    let values = [
        ("requests/new", ["natural", "business", "total"]),
        ("requests/granted", ["business", "research", "total"]),
        ("requests/handled", ["natural", "business", "total"]),
    ];
    let doubt = serde_json::json!([
        { "kind": "chosen-values", "cell": "requests/granted/natural", "message": "按勾稽关系选取", "line": 97 }
    ]);
    let mut report = paper("a", "松溪县教育局", 2024).with("remarks", doubt);
    for column in ["natural", "business", "research", "total"] {
        report = report.set(&format!("requests/granted/{column}"), 0.into());
    }
    for (row, columns) in values {
        for (column, value) in columns.into_iter().zip([12, 3, 15]) {
            report = report.set(&format!("{row}/{column}"), value.into());
        }
    }
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[report]);
    desk.take(Msg::LoadingDone).check_texts();
    let sheet = desk.model.library.sheet(desk.item("a")).unwrap();
    assert!(sheet.findings.iter().any(|brief| &*brief.rule.id == "EXT-02"), "{:?}", sheet.findings);
}
