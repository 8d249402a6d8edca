//! What the rules about identity, sections, texts and our own reading say of the five real reports of the office's
//! sample, where they are at hand: every finding, and nothing else.

use std::path::PathBuf;

use gouji::check::{Basis, Evidence, Finding, check_whole};
use gouji::read::read;
use gouji::report::Report;

/// Optional: the samples are not part of the package.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/seeds");
/// The parts of the catalogue that are looked at here. SEC-14 is another rule's where that rule runs.
const PARTS: [&str; 5] = ["DOC-", "SEC-", "TXT-", "EXT-", "SIM-03"];

/// Rule, how many findings, and a word of the first one's evidence or nothing.
type Expected = (&'static str, usize, &'static str);

const ALL: [(&str, &[Expected]); 5] = [
    ("000_95af89940d4be13f.txt", &[("SEC-15", 1, "机构改革"), ("TXT-01", 1, "建康发展")]),
    ("001_cad4fa3e014eb2f3.txt", &[("DOC-02", 1, "城乡一体化示范区"), ("DOC-07", 1, ""), ("TXT-01", 1, "(一)、")]),
    ("002_4e640f5f162dad74.txt", &[("SEC-03", 1, ""), ("SEC-05", 1, ""), ("SEC-06", 1, ""), ("TXT-07", 1, "")]),
    (
        "003_b6b60cc63538fb74.txt",
        &[("DOC-02", 1, "党政办公室"), ("DOC-07", 1, ""), ("EXT-01", 1, ""), ("TXT-02", 1, "")],
    ),
    ("004_bc20cdde9b4efb67.txt", &[("SEC-15", 1, "工单"), ("SIM-03", 1, "市政府规章")]),
];

fn seed(file: &str) -> Option<Report> {
    let path = PathBuf::from(SEEDS).join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(read(file, &bytes).unwrap()),
        Err(_) => {
            println!("skipped: no sample at {}", path.display());
            None
        }
    }
}

/// The passage is in the report where it is said to be.
fn assert_in_place(report: &Report, evidence: &Evidence) {
    let section = report.narrative.sections.iter().find(|section| section.number == evidence.section);
    let text = if evidence.section == 0 { report.narrative.title.as_deref() } else { section.map(|s| &*s.text) };
    let slice: String = text.unwrap().chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
    assert_eq!(slice, evidence.text.as_str());
}

#[test]
fn the_samples_raise_what_is_wrong_with_them_and_nothing_else() {
    for (file, expected) in ALL {
        let Some(report) = seed(file) else { continue };
        let outcome = check_whole(&report, &Basis::standard());
        let own = |finding: &&Finding| {
            PARTS.iter().any(|part| finding.rule.id.starts_with(part)) && &*finding.rule.id != "SEC-14"
        };
        let mut found: Vec<&Finding> = outcome.findings.iter().filter(own).collect();
        found.sort_by_key(|finding| &finding.rule.id);
        for evidence in found.iter().flat_map(|finding| finding.evidence()) {
            assert_in_place(&report, evidence);
        }
        let ids: Vec<&str> = found.iter().map(|finding| &*finding.rule.id).collect();
        let wanted: Vec<&str> =
            expected.iter().flat_map(|(rule, count, _)| std::iter::repeat_n(*rule, *count)).collect();
        assert_eq!(ids, wanted, "{file}");
        for (rule, _, word) in expected {
            let first = found.iter().find(|finding| &*finding.rule.id == *rule).unwrap();
            let text = first.evidence().first().map_or("", |evidence| evidence.text.as_str());
            assert!(text.contains(word), "{file} {rule}: {text}");
        }
    }
}

#[test]
fn generated_reports_raise_only_what_was_planted_in_their_prose() {
    let truth = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/truth.jsonl");
    let truth = std::fs::read_to_string(truth).unwrap();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/reports");
    let mut read = 0;
    for year in ["2024", "2025"] {
        for entry in std::fs::read_dir(PathBuf::from(root).join(year)).unwrap() {
            let Ok(report) = gouji::report::parse(&std::fs::read(entry.unwrap().path()).unwrap()) else { continue };
            read += 1;
            let outcome = check_whole(&report, &Basis::standard());
            let head = &report.lean.head;
            let planted = |id: &str| {
                let (agency, year) =
                    (format!("\"agency\":\"{}\"", head.agency.name), format!("\"year\":{}", head.year));
                let rule = format!("\"rule\":\"{id}\"");
                truth.lines().any(|line| line.contains(&agency) && line.contains(&year) && line.contains(&rule))
            };
            let own = |id: &str| PARTS.iter().any(|part| id.starts_with(part));
            let found: Vec<&str> = outcome.findings.iter().map(|finding| &*finding.rule.id).collect();
            let found: Vec<&str> = found.into_iter().filter(|id| own(id) && !planted(id)).collect();
            assert_eq!(found, [""; 0], "{} {}", head.agency.name, head.year);
        }
    }
    assert!(read > 100, "{read}");
}
