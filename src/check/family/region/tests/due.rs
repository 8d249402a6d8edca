//! Who is expected for which year: DOC-10.

use super::*;

#[test]
fn a_year_is_held_against_those_who_were_there_in_it() {
    let of = |mut lean: Lean, year: u16| {
        lean.head.year = year;
        lean
    };
    let mut reports = region();
    reports.extend([2021, 2022].into_iter().flat_map(|year| region().into_iter().map(move |lean| of(lean, year))));
    reports.push(unit("甲市体育局", 0, 0));
    let found = check(&reports, Some(&roster(&[&ALL[..], &["甲市体育局"]].concat())));
    assert!(found.absent.is_empty(), "{:?}", found.absent);
    reports.retain(|lean| (lean.head.year, lean.head.agency.name.as_str()) != (2022, "甲市民政局"));
    let found = check(&reports, Some(&roster(&[&ALL[..], &["甲市体育局"]].concat())));
    let absent: Vec<(&str, u16)> =
        found.absent.iter().map(|(head, _)| (head.agency.name.as_str(), head.year)).collect();
    assert_eq!(absent, [("甲市民政局", 2022)]);
}

#[test]
fn one_early_report_does_not_make_all_others_late() {
    let mut names: Vec<String> = (0..30).map(|n| format!("甲市第{n}局")).collect();
    let mut reports: Vec<Lean> = names.iter().map(|name| unit(name, 1, 0)).collect();
    names.push("甲市民政局".to_owned());
    let mut early = unit("甲市第1局", 2, 0);
    early.head.year = 2024;
    reports.push(early);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let found = check(&reports, Some(&roster(&names)));
    let absent: Vec<(&str, u16)> =
        found.absent.iter().map(|(head, _)| (head.agency.name.as_str(), head.year)).collect();
    assert_eq!(absent, [("甲市民政局", 2023)]);
    assert!(text(&found, "DOC-10").contains("2024 年年报共收到 1 份"));
}

#[test]
fn a_report_of_the_same_name_in_another_region_is_no_missing_one() {
    let county = |place: &str| placed(unit("松溪县教育局", 1, 0), &["北溪省", "云塘市", place]);
    let csv = "名称,地区\n松溪县教育局,北溪省/云塘市/松溪县\n松溪县民政局,北溪省/云塘市/松溪县\n";
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let said = |place: &str| -> Vec<Severity> {
        let found =
            check(&[county(place), placed(unit("松溪县民政局", 2, 0), &["北溪省", "云塘市", "松溪县"])], Some(&roster));
        found.absent.iter().map(|(_, finding)| finding.severity).collect()
    };
    assert_eq!(said("松西县"), [Severity::Warning]);
    assert_eq!(said("松溪县"), []);
}

#[test]
fn whose_report_lies_there_is_not_missing_however_the_roster_writes_its_region() {
    let place = ["北溪省", "云塘市", "松溪县"];
    let reports = ["松溪县教育局", "林业局"].map(|name| placed(unit(name, 1, 0), &place));
    for region in ["北溪省云塘市松溪县", "云塘市松溪县", "松西县"] {
        let csv = format!("名称,地区\n松溪县教育局,{region}\n林业局,{region}\n松溪县民政局,{region}\n");
        let found = check(&reports, Some(&Roster::parse(csv.as_bytes()).unwrap()));
        let said: Vec<(&str, Severity)> =
            found.absent.iter().map(|(head, finding)| (head.agency.name.as_str(), finding.severity)).collect();
        let expected =
            [("松溪县教育局", Severity::Warning), ("林业局", Severity::Warning), ("松溪县民政局", Severity::Error)];
        assert_eq!(said, expected, "{region}");
    }
    // Of one name in two places the one that is there has its own report.
    let csv = "名称,地区\n林业局,北溪省/云塘市/松溪县\n林业局,北溪省/云塘市/石桥县\n";
    let found = check(&reports, Some(&Roster::parse(csv.as_bytes()).unwrap()));
    let said: Vec<Severity> = found.absent.iter().map(|(_, finding)| finding.severity).collect();
    assert_eq!(said, [Severity::Error]);
}

#[test]
fn a_report_that_the_roster_does_not_have_is_named() {
    let mut reports = region();
    reports.push(unit("甲市体育局", 0, 0));
    let found = check(&reports, Some(&roster(&ALL)));
    let unlisted: Vec<usize> = of(&found, "DOC-10");
    assert_eq!(unlisted, [4]);
    assert_eq!(of(&check(&reports, None), "DOC-10"), NONE);
}

#[test]
fn of_a_year_with_few_reports_nobody_is_said_to_be_missing_and_that_is_said() {
    let mut reports = region();
    let mut old = unit("甲市教育局", 9, 0);
    old.head.year = 2021;
    reports.push(old);
    let found = check(&reports, Some(&roster(&ALL)));
    assert!(found.absent.is_empty());
    assert_eq!(unchecked(&found, "DOC-10"), [4]);
}
