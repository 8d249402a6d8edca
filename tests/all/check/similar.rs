//! Copied texts (SIM-01, SIM-02, Y-10): what is raised on the sample data and on the five real reports of the
//! office's sample, where they are at hand.

use std::path::{Path, PathBuf};

use gouji::check::similar::{Comparable, Comparer, Pair, PairSide, SECTIONS, Sketch};
use gouji::check::{Basis, Finding};
use gouji::report::{Report, parse};

/// Optional: the samples are not part of the package.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/seeds");
const REPORTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/reports");

fn comparer() -> Comparer<'static> {
    Comparer::new(&Basis::standard())
}

fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
    found.sort();
}

fn seeds() -> Option<Vec<Report>> {
    if !Path::new(SEEDS).exists() {
        println!("skipped: no samples at hand");
        return None;
    }
    let mut paths = Vec::new();
    files(Path::new(SEEDS), &mut paths);
    let read = |path: &PathBuf| {
        gouji::read::read(&path.file_name().unwrap().to_string_lossy(), &std::fs::read(path).unwrap()).unwrap()
    };
    Some(paths.iter().map(read).collect())
}

/// Every finding, of all pairs or of the candidates only.
fn found(reports: &[Report], all: bool) -> Vec<(u32, Finding)> {
    let comparer = comparer();
    let sketches: Vec<Sketch> = reports.iter().map(|report| comparer.sketch(report)).collect();
    let candidates = comparer.candidates(&sketches);
    let count = reports.len() as u32;
    let every = (0..count).flat_map(|first| (first + 1..count).map(move |second| (first, second)));
    let pairs = if all {
        every.map(|(first, second)| Pair { first, second, sections: [true; 2] }).collect()
    } else {
        candidates.pairs
    };
    let ready: Vec<Comparable> = reports.iter().map(|report| comparer.comparable(report, "x")).collect();
    let mut found = Vec::new();
    for pair in pairs {
        let [first, second] = [pair.first, pair.second].map(|at| &ready[at as usize]);
        for (side, finding) in comparer.check_pair(first, second, pair.sections) {
            found.push((if side == PairSide::First { pair.first } else { pair.second }, finding));
        }
    }
    found
}

#[test]
fn real_reports_written_by_their_agencies_are_not_alike() {
    let Some(seeds) = seeds() else { return };
    assert_eq!(seeds.len(), 5);
    assert_eq!(found(&seeds, true), []);
    for (at, first) in seeds.iter().enumerate() {
        for second in seeds.iter().skip(at + 1) {
            for section in SECTIONS {
                let comparer = comparer();
                let [first, second] = [first, second].map(|report| comparer.comparable(report, "x"));
                let similarity = comparer.similarity(&first, &second, section);
                println!("{at} {section}: {:?}", similarity.map(|s| (s.per_mille, s.passages.len())));
            }
        }
    }
}

#[test]
fn a_real_report_under_another_name_is_alike() {
    let Some(mut seeds) = seeds() else { return };
    let mut copy = seeds[0].clone();
    copy.lean.head.agency.name = gouji::report::SafeText::line("松原市柳河区党政办公室");
    for section in &mut copy.narrative.sections {
        let text = section.text.replace("三门峡", "松原").replace("示范区", "柳河区").replace(['1', '2'], "7");
        section.text = gouji::report::SafeText::lines(&text);
    }
    seeds.push(copy);
    let found: Vec<(u32, String)> =
        found(&seeds, false).into_iter().map(|(at, finding)| (at, finding.rule.id.to_string())).collect();
    assert!(found.contains(&(0, "SIM-02".to_owned())) && found.contains(&(5, "SIM-02".to_owned())), "{found:?}");
    assert!(found.iter().all(|(at, _)| matches!(at, 0 | 5)), "{found:?}");
}

/// Copies are planted in the sample data; nothing else is alike.
#[test]
fn the_sample_data_is_alike_only_where_copies_are_planted() {
    let mut paths = Vec::new();
    files(Path::new(REPORTS), &mut paths);
    // Some of the collection's files are broken on purpose.
    let reports: Vec<Report> = paths.iter().filter_map(|path| parse(&std::fs::read(path).unwrap()).ok()).collect();
    assert!(reports.len() >= 50, "{}", reports.len());
    let [all, some] = [true, false].map(|all| -> Vec<(u32, String)> {
        let rules = found(&reports, all).into_iter();
        rules.map(|(at, finding)| (at, format!("{}/{}", finding.rule.id, finding.evidence()[0].section))).collect()
    });
    let mut rules: Vec<&str> = all.iter().map(|(_, rule)| rule.as_str()).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["SIM-01/1", "SIM-02/5", "SIM-02/5", "Y-10/5"], "{all:?}");
    assert!(some.len() <= all.len() && some.len() * 10 >= all.len() * 9, "{} of {}", some.len(), all.len());
}
