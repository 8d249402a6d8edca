//! The reading cases of the office's samples, where they are at hand: each stands for a kind of document that was read
//! wrong once, with the right values. Reports of our own for the same kinds are in `src/read/tests`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use gouji::check::{Basis, Outcome, Severity, check_whole};
use gouji::read::read;
use gouji::report::{Report, Value, parse, to_json};

/// Optional: the cases are not part of the package.
const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/cases");

fn case(file: &str) -> Option<Report> {
    let path = PathBuf::from(CASES).join(file);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    Some(read(&path.to_string_lossy(), &bytes).unwrap_or_else(|error| panic!("{file}: {error:?}")))
}

fn outcome(report: &Report) -> Outcome {
    // As it comes out of a file.
    check_whole(&parse(to_json(report).as_bytes()).unwrap(), &Basis::standard())
}

fn rules(report: &Report, least: Severity) -> Vec<String> {
    let findings = outcome(report).findings;
    findings.iter().filter(|finding| finding.severity >= least).map(|finding| finding.rule.id.to_string()).collect()
}

/// The kinds of its remarks, one for each cause.
fn kinds(report: &Report) -> Vec<&str> {
    report.narrative.remarks.iter().filter(|remark| !remark.again).map(|remark| remark.kind.as_str()).collect()
}

/// Every cell of the tables: those that are named, and zero.
#[track_caller]
fn cells(file: &str, report: &Report, tables: &[&str], named: &[(&str, i64)]) {
    let form = report.lean.form;
    let named: BTreeMap<&str, i64> = named.iter().copied().collect();
    assert!(named.keys().all(|id| form.cell(id).is_some()));
    let own = form.cells().filter(|cell| tables.contains(&form.id(*cell).split('/').next().unwrap()));
    for cell in own {
        let expected = Value::int(named.get(form.id(cell)).copied().unwrap_or(0));
        assert_eq!(report.lean.cells.get(cell), expected, "{file} {}", form.id(cell));
    }
}

/// The numbers of most cases of the second set.
const USUAL: [(&str, i64); 34] = [
    ("disclosure/normative/issued", 2),
    ("disclosure/normative/in_force", 9),
    ("disclosure/licensing/decisions", 31),
    ("disclosure/penalties/decisions", 6),
    ("disclosure/coercion/decisions", 1),
    ("requests/new/natural", 23),
    ("requests/new/business", 4),
    ("requests/new/total", 27),
    ("requests/carried_in/natural", 2),
    ("requests/carried_in/total", 2),
    ("requests/granted/natural", 9),
    ("requests/granted/business", 2),
    ("requests/granted/total", 11),
    ("requests/partial/natural", 3),
    ("requests/partial/total", 3),
    ("requests/denied.internal/natural", 1),
    ("requests/denied.internal/total", 1),
    ("requests/unavailable.not_held/natural", 6),
    ("requests/unavailable.not_held/business", 1),
    ("requests/unavailable.not_held/total", 7),
    ("requests/unavailable.not_compiled/natural", 2),
    ("requests/unavailable.not_compiled/total", 2),
    ("requests/declined.petition/natural", 1),
    ("requests/declined.petition/total", 1),
    ("requests/closed.other/natural", 2),
    ("requests/closed.other/business", 1),
    ("requests/closed.other/total", 3),
    ("requests/handled/natural", 24),
    ("requests/handled/business", 4),
    ("requests/handled/total", 28),
    ("requests/carried_out/natural", 1),
    ("requests/carried_out/total", 1),
    ("disputes/reconsideration/upheld", 2),
    ("disputes/reconsideration/other", 1),
];
const ALL: [&str; 3] = ["disclosure", "requests", "disputes"];

#[track_caller]
fn usual(file: &str, report: &Report) {
    let mut named = USUAL.to_vec();
    named.push(("disputes/reconsideration/total", 3));
    cells(file, report, &ALL, &named);
}

#[test]
fn glued_and_half_glued_reports_are_read_whole() {
    for (file, named) in [
        (
            "a/01-whole-report-on-one-line.txt",
            &[
                ("requests/new/natural", 7),
                ("requests/new/total", 7),
                ("requests/granted/natural", 4),
                ("requests/granted/total", 4),
                ("requests/unavailable.not_held/natural", 3),
                ("requests/unavailable.not_held/total", 3),
                ("requests/handled/natural", 7),
                ("requests/handled/total", 7),
            ][..],
        ),
        (
            "a/02-values-half-glued.txt",
            &[
                ("requests/new/natural", 5),
                ("requests/new/total", 5),
                ("requests/granted/natural", 3),
                ("requests/granted/total", 3),
                ("requests/partial/natural", 2),
                ("requests/partial/total", 2),
                ("requests/handled/natural", 5),
                ("requests/handled/total", 5),
            ],
        ),
    ] {
        let Some(report) = case(file) else { return };
        cells(file, &report, &["requests", "disputes"], named);
        assert_eq!(report.narrative.sections.len(), 6, "{file}");
        assert!(!kinds(&report).contains(&"altered-label"), "{file}");
    }
    let Some(report) = case("a/03-label-with-bracket-behind-a-number.txt") else { return };
    for (id, number) in [("granted/natural", 11), ("granted/total", 11), ("partial/natural", 0)] {
        let cell = report.lean.form.cell(&format!("requests/{id}")).unwrap();
        assert_eq!(report.lean.cells.get(cell), Value::int(number), "{id}");
    }
    let Some(report) = case("b/03-glued-zeros.txt") else { return };
    cells("b/03", &report, &ALL, &[]);
    assert_eq!(kinds(&report), [""; 0]);
    assert!(!rules(&report, Severity::Info).contains(&"DOC-07".to_owned()));
}

#[test]
fn a_sum_that_fails_is_read_and_found() {
    let Some(report) = case("a/04-seven-digits-seven-cells-but-total-zero.txt") else { return };
    let form = report.lean.form;
    let new: Vec<_> = form.cells().filter(|cell| form.id(*cell).starts_with("requests/new/")).collect();
    let numbers: Vec<_> = new.iter().map(|cell| report.lean.cells.get(*cell).number().unwrap().as_int()).collect();
    assert_eq!(numbers, [4, 2, 0, 0, 0, 0, 0].map(Some));
    let found = outcome(&report).findings;
    let rows: Vec<&str> = found
        .iter()
        .filter(|finding| &*finding.rule.id == "T3-03")
        .map(|finding| form.id(finding.cells[0]).split('/').nth(1).unwrap())
        .collect();
    assert_eq!(rows, ["new", "granted", "unavailable.not_held", "handled"]);
    for file in ["a/04-seven-digits-seven-cells-but-total-zero.txt", "a/05-table-there-but-unread.txt"] {
        let report = case(file).unwrap();
        assert!(!rules(&report, Severity::Info).contains(&"SEC-16".to_owned()), "{file}");
    }
}

#[test]
fn tables_of_any_dialect_and_with_broken_headers_are_read_with_one_remark() {
    for (file, most) in [
        ("b/01-pipe-rows-without-a-leading-bar.txt", 1),
        ("b/02-header-words-on-two-lines.txt", 3),
        ("b/04-narrative-with-its-own-numbers.txt", 0),
    ] {
        let Some(report) = case(file) else { return };
        usual(file, &report);
        assert!(kinds(&report).len() <= most, "{file}: {:?}", kinds(&report));
        let found = rules(&report, Severity::Info);
        for rule in ["DOC-07", "SEC-01", "SEC-16"] {
            assert!(!found.contains(&rule.to_owned()), "{file} {rule}");
        }
    }
}

#[test]
fn who_reports_on_which_year() {
    for (file, agency, year, doubt) in [
        ("a/06-page-with-navigation.html", "临屏县教育局", 2023, false),
        ("a/07-covering-letter-as-title.txt", "临屏县财政局", 2023, true),
        ("b/06-metadata-line-taken-for-the-title.txt", "漪水市水利局", 2024, false),
        ("b/07-preface-taken-for-the-title.txt", "漪水县统计局", 2024, true),
        ("b/08-title-broken-in-a-word.txt", "漪水市人民政府办公厅", 2024, false),
        ("b/10-region-alone-above-the-title.txt", "漪水市白石区", 2024, false),
        ("b/11-agency-only-in-the-preface.txt", "漪水县水利局", 2024, true),
    ] {
        let Some(report) = case(file) else { return };
        let head = &report.lean.head;
        assert_eq!((head.agency.name.as_str(), head.year), (agency, year), "{file}");
        assert_eq!(kinds(&report).contains(&"agency-doubt"), doubt, "{file}");
    }
    for file in ["a/06-page-with-navigation.html", "b/06-metadata-line-taken-for-the-title.txt"] {
        let report = case(file).unwrap();
        assert!(!rules(&report, Severity::Info).contains(&"DOC-01".to_owned()), "{file}");
    }
}

#[test]
fn headings_in_other_words_are_the_sections() {
    for file in [
        "a/08-heading-wording-and-text-on-one-line.txt",
        "b/32-section-five-in-other-words.txt",
        "b/33-headings-with-the-subject.txt",
    ] {
        let Some(report) = case(file) else { return };
        assert_eq!(report.narrative.sections.len(), 6, "{file}");
        assert!(!kinds(&report).contains(&"section-not-found"), "{file}");
        assert!(!rules(&report, Severity::Info).contains(&"SEC-01".to_owned()), "{file}");
    }
}

#[test]
fn blanks_are_one_finding_and_amounts_of_the_trial_form_have_units() {
    let Some(report) = case("b/36-a-table-of-blanks.txt") else { return };
    let found = rules(&report, Severity::Info);
    assert_eq!(found.iter().filter(|rule| **rule == "T3-05").count(), 1);
    let report = case("b/35-procurement-with-its-unit.txt").unwrap();
    assert!(!rules(&report, Severity::Info).contains(&"T2-02".to_owned()));
    for (file, rule, count) in
        [("a/18-two-blank-rows.json", "T3-05", 2), ("a/15-year-before-the-fee-rules.json", "T2-02", 0)]
    {
        let report = parse(&std::fs::read(PathBuf::from(CASES).join(file)).unwrap()).unwrap();
        let found = rules(&report, Severity::Info);
        assert_eq!(found.iter().filter(|found| **found == rule).count(), count, "{file}");
    }
}

#[test]
fn region_and_level() {
    let Some(report) = case("b/40-bureau-with-a-township-character.txt") else { return };
    assert_eq!(report.lean.head.agency.level.as_deref(), Some("county-department"));
    let report = case("b/41-league-and-banner.txt").unwrap();
    let region: Vec<&str> = report.lean.head.agency.region.iter().map(|part| part.as_str()).collect();
    assert!(region.ends_with(&["锡林郭勒盟", "漪水旗"]), "{region:?}");
}
