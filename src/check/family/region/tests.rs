mod due;
mod stated;
mod sums;
mod unclear;

use super::*;
use crate::check::fixture::lean::{lean, placed, set, zeros};
use crate::check::{Finding, Severity, message};
use crate::report::{Lean, SafeText};
use crate::words::Lang;

const NONE: [usize; 0] = [];
const REGION: [&str; 2] = ["子省", "甲市"];

fn check(reports: &[Lean], roster: Option<&Roster>) -> Regional {
    check_by(reports, roster, &Basis::standard())
}

fn check_by(reports: &[Lean], roster: Option<&Roster>, basis: &Basis<'_>) -> Regional {
    let ids: Vec<SafeText> = (0..reports.len()).map(|n| SafeText::line(&format!("r{n}"))).collect();
    let members: Vec<BatchReport<'_>> =
        reports.iter().zip(&ids).map(|(lean, id)| BatchReport { id, lean, stated: None }).collect();
    let found = check_region(&members, roster, basis);
    for (member, finding) in &found.findings {
        for lang in [Lang::Zh, Lang::En] {
            let text = message(reports[*member].form, finding, &reports[*member].cells, lang);
            assert!(!text.contains('{'), "{text}");
        }
    }
    found
}

fn raised(found: &Regional) -> Vec<(usize, String)> {
    found.findings.iter().map(|(member, finding)| (*member, finding.rule.id.to_string())).collect()
}

fn of(found: &Regional, rule: &str) -> Vec<usize> {
    found.findings.iter().filter(|(_, finding)| &*finding.rule.id == rule).map(|(member, _)| *member).collect()
}

/// Of whom a rule is said to be unchecked.
fn unchecked(found: &Regional, rule: &str) -> Vec<usize> {
    found.unchecked.iter().filter(|(_, entry)| &*entry.rule.id == rule).map(|(member, _)| *member).collect()
}

fn text(found: &Regional, rule: &str) -> String {
    let (_, finding) = found.findings.iter().find(|(_, finding)| &*finding.rule.id == rule).unwrap();
    message(crate::form::newest(), finding, &zeros("", 0).cells, Lang::Zh)
}

/// A unit with consistent numbers.
fn unit(name: &str, new: i64, penalties: i64) -> Lean {
    let values = [
        ("disclosure/penalties/decisions", penalties),
        ("requests/new/natural", new),
        ("requests/new/total", new),
        ("requests/granted/natural", new),
        ("requests/granted/total", new),
        ("requests/handled/natural", new),
        ("requests/handled/total", new),
    ];
    placed(lean(name, 2023, &values), &REGION)
}

#[test]
fn of_duplicates_the_first_by_id_counts_in_whatever_order_they_come() {
    let [one, other] = [10, 20].map(|new| unit("甲市教育局", new, 0));
    let ids = ["b", "a"].map(SafeText::line);
    let member = |id, lean| BatchReport { id, lean, stated: None };
    let members = [member(&ids[0], &one), member(&ids[1], &other)];
    assert_eq!(units::current(&members), [1]);
    assert_eq!(units::current(&[members[1], members[0]]), [0]);
}

/// A government and three units; the government's report is their sum.
fn region() -> Vec<Lean> {
    vec![unit("甲市人民政府", 60, 15), unit("甲市教育局", 10, 0), unit("甲市公安局", 20, 10), unit("甲市民政局", 30, 5)]
}

fn roster(names: &[&str]) -> Roster {
    let entry = |name: &&str| RosterEntry {
        name: SafeText::line(name),
        region: REGION.map(SafeText::from).to_vec(),
        ..RosterEntry::default()
    };
    Roster::of(names.iter().map(entry).collect())
}

const ALL: [&str; 4] = ["甲市人民政府", "甲市教育局", "甲市公安局", "甲市民政局"];

#[test]
fn a_sum_that_holds_is_only_said_to_be_complete_or_not() {
    let found = check(&region(), None);
    assert_eq!(raised(&found), [(0, "R-06".to_owned())]);
    assert_eq!(unchecked(&found, "DOC-10"), [0, 1, 2, 3]);
    let found = check(&region(), Some(&roster(&ALL)));
    assert_eq!(raised(&found), [(0, "R-06".to_owned())]);
    assert!(text(&found, "R-06").contains("全部 3 家"));
    assert!(found.absent.is_empty());
    assert_eq!(unchecked(&found, "DOC-10"), NONE);
}

#[test]
fn a_wrong_cell_of_a_summary_is_an_error_once_all_have_reported() {
    let mut reports = region();
    set(&mut reports[0], &[("requests/new/natural", 61)]);
    let complete = check(&reports, Some(&roster(&ALL)));
    let finding = &complete.findings.iter().find(|(_, finding)| &*finding.rule.id == "R-01").unwrap().1;
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(of(&complete, "R-01"), [0]);
    assert_eq!(text(&complete, "R-01"), "一、本年新收·自然人：汇总 61 ≠ 全部 3 家之和 60，差 1");
    let unknown = check(&reports, None);
    assert_eq!(of(&unknown, "R-01"), [0]);
    assert!(unknown.findings.iter().all(|(_, finding)| finding.severity < Severity::Error));
}

#[test]
fn numbers_of_a_unit_not_received_are_no_difference() {
    let mut reports = region();
    reports.pop();
    reports.push(unit("甲市统计局", 0, 0));
    let mut names = ALL.to_vec();
    names.push("甲市统计局");
    // However much it is.
    let found = check(&reports, Some(&roster(&names)));
    assert_eq!(raised(&found), [(0, "R-06".to_owned())]);
    assert!(text(&found, "R-06").contains("缺 1 家（甲市民政局）"));
    let mut reports = region();
    reports.push(unit("甲市统计局", 0, 0));
    set(
        &mut reports[0],
        &[
            ("requests/new/legal", 1),
            ("requests/new/total", 61),
            ("requests/carried_out/legal", 1),
            ("requests/carried_out/total", 1),
        ],
    );
    names.push("甲市档案局");
    let found = check(&reports, Some(&roster(&names)));
    assert_eq!(raised(&found), [(0, "R-06".to_owned())]);
    assert!(text(&found, "R-06").contains("缺 1 家（甲市档案局）"));
    assert_eq!(found.absent.len(), 1);
    assert_eq!(found.absent[0].0.agency.name.as_str(), "甲市档案局");
    assert_eq!(&*found.absent[0].1.rule.id, "DOC-10");
}

#[test]
fn the_unit_whose_numbers_the_difference_is_is_named() {
    let mut reports = region();
    reports.push(unit("甲市统计局", 0, 7));
    let found = check(&reports, None);
    assert_eq!(of(&found, "R-02"), [0]);
    assert_eq!(text(&found, "R-07"), "1 处差额恰是甲市统计局的数，其余数据也相符：汇总漏了这家");
    set(&mut reports[0], &[("disclosure/penalties/decisions", 29)]);
    assert!(text(&check(&reports, None), "R-07").contains("算了两次"));
}

#[test]
fn bodies_that_report_upwards_are_not_part_of_a_region() {
    let mut reports = region();
    reports.push(unit("国家税务总局甲市税务局", 0, 40));
    assert_eq!(raised(&check(&reports, None)), [(0, "R-06".to_owned())]);
    set(&mut reports[0], &[("disclosure/penalties/decisions", 55)]);
    assert_eq!(of(&check(&reports, None), "R-04"), [0]);
}

#[test]
fn a_government_that_reports_its_office_only_is_said_once() {
    let mut reports = region();
    reports.push(unit("甲市人民政府办公室", 60, 15));
    assert_eq!(raised(&check(&reports, None)), [(0, "R-05".to_owned())]);
    let mut own = region();
    own[0] = unit("甲市人民政府", 1, 0);
    assert!(raised(&check(&own, None)).is_empty());
    assert_eq!(raised(&check(&own, Some(&roster(&ALL)))), [(0, "R-01".to_owned())]);
}

#[test]
fn documents_are_summed_up_one_way_or_the_other() {
    let mut reports = region();
    reports.push(unit("甲市人民政府办公室", 0, 0));
    let documents = |report: &mut Lean, issued, in_force| {
        set(report, &[("disclosure/normative/issued", issued), ("disclosure/normative/in_force", in_force)]);
    };
    documents(&mut reports[1], 2, 20);
    documents(&mut reports[4], 3, 30);
    let at = |summary: &mut Vec<Lean>, issued, in_force| {
        documents(&mut summary[0], issued, in_force);
        of(&check(summary, None), "R-03").len()
    };
    assert_eq!(at(&mut reports, 5, 50), 0);
    assert_eq!(at(&mut reports, 3, 30), 0);
    assert_eq!(at(&mut reports, 5, 30), 1);
    assert_eq!(at(&mut reports, 5, 31), 1);
}

#[test]
fn lower_summaries_are_units_and_their_departments_are_not() {
    let mut reports = region();
    let county = ["子省", "甲市", "乙县"];
    reports.push(placed(unit("乙县人民政府", 5, 5), &county));
    reports.push(placed(unit("乙县教育局", 5, 5), &county));
    reports.push(placed(unit("乙县丙镇人民政府", 5, 5), &county));
    set(&mut reports[0], &[("disclosure/penalties/decisions", 20)]);
    for id in ["new", "granted", "handled"] {
        for column in ["natural", "total"] {
            let cell = reports[0].form.cell(&format!("requests/{id}/{column}")).unwrap();
            reports[0].cells.set(cell, crate::report::Value::int(65));
        }
    }
    let found = check(&reports, None);
    assert_eq!(raised(&found), [(0, "R-06".to_owned())]);
    assert!(text(&found, "R-06").contains("4 家"));
}

#[test]
fn a_countys_towns_are_its_units_wherever_their_region_ends() {
    for region in [&["子省", "甲市", "乙县"][..], &["子省", "甲市", "乙县", "丙镇"]] {
        let county = ["子省", "甲市", "乙县"];
        let reports = [
            placed(unit("乙县人民政府", 6, 6), &county),
            placed(unit("乙县教育局", 1, 1), &county),
            placed(unit("乙县公安局", 2, 2), &county),
            placed(unit("乙县丙镇人民政府", 3, 3), region),
        ];
        let found = check(&reports, None);
        assert_eq!(raised(&found), [(0, "R-06".to_owned())], "{region:?}");
    }
}

#[test]
fn requests_passed_on_are_noted() {
    let mut reports = region();
    set(&mut reports[1], &[("requests/unavailable.not_held/total", 30)]);
    set(&mut reports[0], &[("requests/unavailable.not_held/total", 30)]);
    assert_eq!(of(&check(&reports, None), "R-08"), [0]);
    set(&mut reports[1], &[("requests/unavailable.not_held/total", 29)]);
    set(&mut reports[0], &[("requests/unavailable.not_held/total", 29)]);
    assert_eq!(of(&check(&reports, None), "R-08"), NONE);
}

#[test]
fn two_files_of_one_agency_are_duplicates_unless_they_are_versions_or_the_same() {
    let two = |change: &[(&str, i64)], version: Option<u32>| {
        let mut reports = vec![unit("甲市教育局", 10, 0), unit("甲市教育局", 10, 0)];
        set(&mut reports[1], change);
        reports[1].head.version = version;
        raised(&check(&reports, None))
    };
    let both = [(0, "DOC-09".to_owned()), (1, "DOC-09".to_owned())];
    assert_eq!(two(&[("requests/new/total", 11)], None), both);
    assert!(two(&[], None).is_empty());
    assert!(two(&[("requests/new/total", 11)], Some(2)).is_empty());
}

#[test]
fn a_name_with_its_place_before_it_may_be_the_same_agency() {
    let pair = |one: &str, other: &str, region: &[&str]| {
        let found = check(&[zeros(one, 2023), placed(zeros(other, 2023), region)], None);
        assert!(found.findings.iter().all(|(_, finding)| finding.severity == Severity::Warning));
        of(&found, "DOC-09")
    };
    assert_eq!(pair("丙市城南示范区（高新区）办公室", "城南示范区办公室", &[]), [0, 1]);
    assert_eq!(pair("丙市教育局", "教育局", &[]), NONE);
    assert_eq!(pair("丙市丁县教育局", "丙市戊县教育局", &[]), NONE);
    assert_eq!(pair("丙市城南示范区办公室", "城南示范区管委会", &[]), NONE);
    let years = [zeros("丙市城南示范区办公室", 2023), zeros("城南示范区办公室", 2022)];
    assert!(raised(&check(&years, None)).is_empty());
}

#[test]
fn a_table_shared_by_two_agencies_is_no_coincidence_when_it_is_large() {
    let busy = |name: &str, new: i64| {
        let mut report = unit(name, new, 0);
        set(
            &mut report,
            &[
                ("requests/new/business", 2),
                ("requests/granted/business", 1),
                ("requests/partial/business", 1),
                ("requests/handled/business", 2),
            ],
        );
        report
    };
    let found = check(&[busy("甲市教育局", 30), busy("甲市民政局", 30), busy("甲市公安局", 31)], None);
    assert_eq!(raised(&found), [(0, "T3-16".to_owned()), (1, "T3-16".to_owned())]);
    assert!(raised(&check(&[busy("甲市教育局", 19), busy("甲市民政局", 19)], None)).is_empty());
    assert!(raised(&check(&[unit("甲市教育局", 30, 0), unit("甲市民政局", 30, 0)], None)).is_empty());
}

#[test]
fn one_far_from_its_peers_is_noted() {
    let county = |n: usize, penalties| {
        let name = format!("{}县公安局", ["丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉"][n]);
        placed(lean(&name, 2023, &[("disclosure/penalties/decisions", penalties)]), &["子省", "甲市", "某县"])
    };
    let peers = |last| {
        let mut all: Vec<Lean> = (0..8).map(|n| county(n, 100 + i64::try_from(n).unwrap())).collect();
        all.push(county(8, last));
        of(&check(&all, None), "R-09")
    };
    assert_eq!(peers(900), [8]);
    assert_eq!(peers(130), NONE);
    let few: Vec<Lean> = (0..7).map(|n| county(n, if n == 6 { 900 } else { 100 })).collect();
    assert_eq!(of(&check(&few, None), "R-09"), NONE);
}

/// Cost grows with the number of reports, not with its square.
#[test]
fn a_hundred_thousand_names_are_no_trouble() {
    let template = zeros("甲市教育局", 2023);
    let reports: Vec<Lean> = (0..20_000)
        .map(|n: usize| {
            let mut report = template.clone();
            report.head.agency.name = SafeText::line(&format!("甲市乙县{n}区办公室"));
            report
        })
        .collect();
    let start = std::time::Instant::now();
    assert!(raised(&check(&reports, None)).is_empty());
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn a_sum_over_a_doubtful_number_is_to_be_confirmed_and_says_whose_it_is() {
    let of = |doubtful: Option<usize>| {
        let mut reports = region();
        set(&mut reports[0], &[("requests/partial/other", 1)]);
        if let Some(member) = doubtful {
            let cell = reports[member].form.cell("requests/partial/other").unwrap();
            reports[member].cells.doubt(cell);
        }
        let found = check(&reports, Some(&roster(&ALL)));
        let (_, finding) = found.findings.iter().find(|(_, finding)| &*finding.rule.id == "R-01").unwrap();
        (finding.severity, text(&found, "R-01"))
    };
    assert_eq!(of(None).0, Severity::Error);
    let (severity, text) = of(Some(2));
    assert_eq!(severity, Severity::Warning);
    assert!(text.contains("请先看原件：甲市公安局"), "{text}");
    assert_eq!(of(Some(0)).0, Severity::Warning);
}

#[test]
fn reports_that_differ_in_doubtful_numbers_alone_may_be_one() {
    let of = |sure: bool| {
        let mut reports = vec![unit("甲市教育局", 10, 0), unit("甲市教育局", 10, 0)];
        set(&mut reports[1], &[("disclosure/penalties/decisions", 1)]);
        let cell = reports[0].form.cell("disclosure/penalties/decisions").unwrap();
        reports[0].cells.doubt(cell);
        if sure {
            set(&mut reports[1], &[("disclosure/licensing/decisions", 1)]);
        }
        let found = check(&reports, None);
        found.findings.iter().find(|(_, finding)| &*finding.rule.id == "DOC-09").unwrap().1.severity
    };
    assert_eq!((of(true), of(false)), (Severity::Error, Severity::Warning));
}

#[test]
fn of_thousands_of_doubtful_units_the_first_are_named_and_the_others_counted() {
    let units = 4000;
    let cell = "requests/partial/other";
    let mut reports = vec![unit("甲市人民政府", 4000, 0)];
    set(&mut reports[0], &[(cell, 1)]);
    for n in 0..units {
        let mut unit = unit(&format!("甲市第{n}局"), 1, 0);
        unit.cells.doubt(unit.form.cell(cell).unwrap());
        reports.push(unit);
    }
    let names: Vec<String> = (0..units).map(|n| format!("甲市第{n}局")).collect();
    let names: Vec<&str> = ["甲市人民政府"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let found = check(&reports, Some(&roster(&names)));
    let is_it = |finding: &&Finding| {
        &*finding.rule.id == "R-01" && finding.cells.iter().any(|one| reports[0].form.id(*one) == cell)
    };
    let finding = found.findings.iter().map(|(_, finding)| finding).find(is_it).unwrap();
    // Each further unit costs a step, whatever was said of the others before it.
    assert_eq!(finding.doubts.len() + finding.doubts.more(), units);
    assert!(finding.doubts.len() <= 10);
    assert_eq!(finding.severity, Severity::Warning);
    let text = message(reports[0].form, finding, &reports[0].cells, Lang::Zh);
    assert!(text.contains("甲市第0局") && text.contains("4000") && text.chars().count() < 400, "{text}");
}
