//! The fixed list behind `sample-data/`: which agencies, which slips, which documents.
//!
//! [`files`] makes every file of that directory anew; a test compares them with those that are committed, so the
//! data and the generator cannot drift apart. Nothing of it is in the program, which carries the files themselves.

mod by_hand;
mod layout;
mod roll_up;

use crate::form;
use crate::report::to_json;

use super::random::Random;
use super::region::{FIRST_TOWN, number};
use super::slip::rules;
use super::truth::to_lines;
use super::{Draft, Generated, Planted, SlipKind, history};
use layout::{Beside, TextShape, render};

const SEED: u64 = 2026;
const YEARS: std::ops::RangeInclusive<u16> = 2024..=2025;

/// A file of the collection: its path below `sample-data/`, and what stands in it.
type File = (String, String);

/// Every file but the README.
fn files() -> Vec<File> {
    let mut random = Random::new(SEED, 0);
    let mut drafts: Vec<Draft> = agencies().into_iter().flat_map(|agency| history(SEED, agency, YEARS)).collect();
    by_hand::plant(&mut drafts, &mut random);
    let clean = drafts.clone();
    plant_every_rule(&mut drafts, &mut random);
    let (mut files, mut truth) = (Vec::new(), Vec::new());
    let sent_back = sent_back(&drafts);
    let mut add = |generated: Generated| {
        files.push((format!("{}.json", generated.id), to_json(&generated.report)));
        truth.extend(generated.truth);
    };
    for (index, draft) in drafts.into_iter().enumerate() {
        if Some(index) != sent_back {
            let id = id(&draft);
            add(draft.finish(id, None));
        } else if let Some(corrected) = clean.get(index).cloned() {
            let id = id(&draft);
            add(draft.finish(format!("{id}-1"), Some(1)));
            add(corrected.finish(format!("{id}-2"), Some(2)));
        }
    }
    for generated in submitted_twice() {
        add(generated);
    }
    for draft in roll_up::drafts(SEED, YEARS) {
        let id = id(&draft);
        add(draft.finish(id, None));
    }
    files.extend(truncated());
    documents(&mut files, &mut truth, &mut random);
    files.push(("truth.jsonl".into(), to_lines(&truth)));
    files.sort();
    files
}

fn id(draft: &Draft) -> String {
    format!("reports/{}/{}", draft.year, draft.office.code)
}

/// One city's departments, and two counties with most of their departments and some towns.
fn agencies() -> Vec<usize> {
    let city = (0..10).map(|place| number(0, 0, place));
    let county = |county, offices: usize, towns: usize| {
        let places = (0..offices).chain(FIRST_TOWN..FIRST_TOWN + towns);
        places.map(move |place| number(0, county, place))
    };
    city.chain(county(1, 22, 8)).chain(county(2, 18, 6)).collect()
}

/// The slips that must be seen at least once, wherever the others fall.
const SHOWN: [(&str, SlipKind); 9] = [
    ("T2-01", SlipKind::Blank),
    ("T2-01", SlipKind::Mark),
    ("T3-05", SlipKind::TotalsBlank),
    ("T3-03", SlipKind::StaleTotal),
    ("T3-01", SlipKind::CarriedOver),
    ("T3-02", SlipKind::WrongColumn),
    ("T3-03", SlipKind::Transposed),
    ("T3-03", SlipKind::Swapped),
    ("T4-04", SlipKind::Negative),
];

/// Plants every rule once as chance will have it, then the slips to be shown, each in a report of its own, and a
/// second slip in two reports.
fn plant_every_rule(drafts: &mut [Draft], random: &mut Random) {
    let rules = rules(form::embedded());
    for (rule, table) in &rules {
        plant(drafts, rule, *table, None, random);
    }
    for (rule, kind) in SHOWN {
        let table = rules.iter().find(|(known, _)| &**known == rule).map_or(0, |(_, table)| *table);
        plant(drafts, rule, table, Some(kind), random);
    }
    drafts.iter_mut().filter(|draft| draft.slips.len() == 1).step_by(9).for_each(|draft| draft.slip(random));
}

/// Into a report that has no slip yet: one with something in that table, and more often one of the last year.
fn plant(drafts: &mut [Draft], rule: &str, table: usize, kind: Option<SlipKind>, random: &mut Random) {
    let mut open: Vec<&mut Draft> =
        drafts.iter_mut().filter(|draft| draft.slips.is_empty() && !draft.by_hand).collect();
    let start = random.index(open.len());
    open.rotate_left(start);
    let year = if random.chance(2, 3) { *YEARS.end() } else { *YEARS.start() };
    open.sort_by_key(|draft| (!is_busy(draft, table), draft.year != year));
    for draft in open {
        draft.violate(rule, kind, random);
        if !draft.slips.is_empty() {
            return;
        }
    }
}

/// Does the table say more than a zero in every cell?
fn is_busy(draft: &Draft, table: usize) -> bool {
    draft.form.cells_of(table).any(|cell| draft.cells.get(cell).number().is_some_and(|number| !number.is_zero()))
}

/// A report of the last year whose totals were stale: it was sent back and came again, corrected.
fn sent_back(drafts: &[Draft]) -> Option<usize> {
    let of_last_year = |draft: &Draft| draft.year == *YEARS.end() && !draft.slips.is_empty();
    let is_stale = |draft: &Draft| draft.slips.iter().any(|slip| slip.kind == SlipKind::StaleTotal);
    let stale = drafts.iter().position(|draft| of_last_year(draft) && is_stale(draft));
    stale.or_else(|| drafts.iter().position(of_last_year))
}

/// Two files for one agency and year, without a version, with different numbers.
fn submitted_twice() -> Vec<Generated> {
    let Some(draft) = history(SEED, number(0, 2, FIRST_TOWN + 6), YEARS).pop() else { return Vec::new() };
    let (first, mut second) = (draft.clone(), draft);
    let cell = second.form.cell("disclosure/coercion/decisions");
    if let Some(cell) = cell {
        second.cells.set(cell, crate::report::Value::int(7));
    }
    [(first, ""), (second, "b")]
        .into_iter()
        .map(|(mut draft, letter)| {
            draft.marks.push("DOC-09");
            let id = id(&draft) + letter;
            draft.finish(id, None)
        })
        .collect()
}

/// A report whose transfer broke off: the one file that cannot be read.
fn truncated() -> Option<File> {
    let draft = history(SEED, number(0, 2, FIRST_TOWN + 7), YEARS).pop()?;
    let id = id(&draft);
    let json = to_json(&draft.finish(id.clone(), None).report);
    let (half, _) = json.split_once("\"unavailable.unclear\"")?;
    Some((format!("{id}.json"), half.to_owned()))
}

/// Raw documents of a third county, with the rule that each violates.
const DOCUMENTS: [(usize, TextShape, Option<&str>); 8] = [
    (0, TextShape::Wrapped { values: Beside::After }, None),
    (3, TextShape::Wrapped { values: Beside::Between }, Some("T3-02")),
    (5, TextShape::Tabbed, None),
    (7, TextShape::Tabbed, Some("T3-03")),
    (11, TextShape::Headings, Some("T2-01")),
    (FIRST_TOWN + 1, TextShape::PageBreak { extra_value: false }, None),
    (FIRST_TOWN + 3, TextShape::PageBreak { extra_value: true }, None),
    (9, TextShape::Lines, Some("T4-01")),
];

/// What a layout shows by itself: a page header in a table, and rows with a number too many (once for each table).
fn seen_in(layout: TextShape) -> &'static [&'static str] {
    match layout {
        TextShape::PageBreak { extra_value: false } => &["TXT-02"],
        TextShape::PageBreak { extra_value: true } => &["TXT-02", "EXT-01", "EXT-01", "EXT-01"],
        _ => &[],
    }
}

fn documents(files: &mut Vec<File>, truth: &mut Vec<Planted>, random: &mut Random) {
    for (place, layout, rule) in DOCUMENTS {
        let Some(mut draft) = history(SEED, number(0, 3, place), YEARS).pop() else { continue };
        if let Some(rule) = rule {
            draft.violate(rule, None, random);
        }
        draft.marks.extend(seen_in(layout));
        let id = format!("documents/{}", draft.office.code);
        let generated = draft.finish(id.clone(), None);
        files.push((format!("{id}.txt"), render(&generated.report, layout)));
        truth.extend(generated.truth);
    }
}

mod tests {
    use std::collections::{BTreeMap, BTreeSet, HashSet};
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::report::{parse, parse_lean};
    use crate::sample::disk::EMBEDDED;
    use crate::sample::{embedded_truth, from_lines};

    /// Set it to write the files anew: `GOUJI_UPDATE_SAMPLES=1 cargo test --lib sample::collection`.
    const UPDATE: &str = "GOUJI_UPDATE_SAMPLES";
    const BY_HAND: &str = "README.md";

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data")
    }

    fn on_disk() -> BTreeMap<String, String> {
        let files = walkdir::WalkDir::new(root()).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
        files
            .map(|entry| {
                let name = entry.path().strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                (name, fs::read_to_string(entry.path()).unwrap())
            })
            .filter(|(name, _)| name != BY_HAND)
            .collect()
    }

    fn update() {
        for folder in ["reports", "documents"] {
            let _ = fs::remove_dir_all(root().join(folder));
        }
        for (name, text) in files() {
            let path = root().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    #[test]
    fn the_committed_files_are_what_the_generator_makes() {
        if std::env::var_os(UPDATE).is_some() {
            update();
        }
        let (made, there) = (files(), on_disk());
        let names: BTreeSet<&String> = made.iter().map(|(name, _)| name).collect();
        assert_eq!(names, there.keys().collect(), "run with {UPDATE}=1");
        for (name, text) in &made {
            assert!(there[name] == *text, "{name} differs; run with {UPDATE}=1");
            let embedded = EMBEDDED.get_file(name).and_then(|file| file.contents_utf8());
            assert!(std::env::var_os(UPDATE).is_some() || embedded == Some(text), "{name}: build again");
        }
    }

    #[test]
    fn every_rule_is_planted_and_most_reports_are_in_order() {
        let truth = embedded_truth();
        let planted: HashSet<&str> = truth.iter().map(|planted| &*planted.rule).collect();
        for (rule, _) in rules(form::newest()) {
            assert!(planted.contains(&*rule), "{rule} is not planted");
        }
        let faulty: HashSet<&str> = truth.iter().map(|planted| &*planted.report).collect();
        assert!((50..80).contains(&faulty.len()), "{}", faulty.len());
        for rule in by_hand::CASES.iter().chain(&by_hand::WORDINGS).flat_map(|case| case.rules) {
            assert!(planted.contains(rule), "{rule} is not planted by hand");
        }
        assert!(["SIM-02", "DOC-09", "R-01"].iter().all(|rule| planted.contains(rule)));
        for (_, kind) in SHOWN {
            assert!(truth.iter().any(|planted| planted.kind == kind), "{kind:?}");
        }
        assert!(truth.iter().any(|planted| planted.year == 2024) && truth.iter().any(|planted| planted.year == 2025));
    }

    #[test]
    fn all_reports_are_read_but_the_one_that_broke_off() {
        let (mut broken, mut agencies, mut versions) = (0, HashSet::new(), 0);
        for (name, text) in files().iter().filter(|(name, _)| name.ends_with(".json")) {
            match parse(text.as_bytes()) {
                Ok(report) => {
                    let head = &report.lean.head;
                    assert_eq!(name.split('/').nth(1), Some(head.year.to_string().as_str()));
                    versions += usize::from(head.version.is_some());
                    agencies.insert(head.agency.name.clone());
                }
                Err(error) => {
                    assert!(parse_lean(text.as_bytes()).is_err());
                    assert!(error.to_string().contains("ends too early"), "{error}");
                    broken += 1;
                }
            }
        }
        assert_eq!((broken, versions), (1, 2));
        assert!(agencies.len() >= 60, "{}", agencies.len());
    }

    #[test]
    fn the_truth_names_files_and_is_true() {
        let files: BTreeMap<String, String> = files().into_iter().collect();
        let truth = from_lines(&files["truth.jsonl"]).unwrap();
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".json")) {
            let Ok(report) = parse(text.as_bytes()) else { continue };
            let id = name.strip_suffix(".json").unwrap().to_owned();
            let truth = truth.iter().filter(|planted| *planted.report == id).cloned().collect();
            crate::sample::tests::assert_truth(&Generated { id, report, truth });
        }
        let documents = truth.iter().filter(|planted| planted.report.starts_with("documents/"));
        assert!(documents.clone().count() >= 4);
        assert!(documents.into_iter().all(|planted| files.contains_key(&format!("{}.txt", planted.report))));
    }

    #[test]
    fn the_collection_is_small_enough_to_carry_along() {
        let bytes: usize = files().iter().map(|(_, text)| text.len()).sum();
        assert!(bytes < 1_500_000, "{bytes}");
    }
}
