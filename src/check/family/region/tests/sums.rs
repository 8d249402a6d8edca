//! Whose numbers it is that a summary and its units differ by: R-01 … R-08.

use super::*;
use crate::check::Profile;

/// One that has many numbers of its own.
fn busy(name: &str, by: i64) -> Lean {
    let mut report = unit(name, 3 * by, 7 * by);
    set(
        &mut report,
        &[
            // No unit is a multiple of another.
            ("disclosure/licensing/decisions", 11 * by * by),
            ("disclosure/coercion/decisions", 2 * by),
            ("requests/new/business", by),
            ("requests/granted/business", by),
            ("requests/handled/business", by),
            ("requests/new/total", 4 * by),
            ("requests/granted/total", 4 * by),
            ("requests/handled/total", 4 * by),
        ],
    );
    report
}

/// What a summary has: the sum of these.
fn sum_of(units: &[&Lean]) -> Lean {
    let mut summary = unit("甲市人民政府", 0, 0);
    for cell in summary.form.cells() {
        let all = units.iter().filter_map(|unit| unit.cells.get(cell).number()?.as_int());
        summary.cells.set(cell, crate::report::Value::int(all.sum()));
    }
    summary
}

const FIVE: [&str; 5] = ["甲市教育局", "甲市公安局", "甲市民政局", "甲市水利局", "甲市统计局"];

fn five() -> Vec<Lean> {
    FIVE.iter().zip([1, 2, 3, 5, 40]).map(|(name, by)| busy(name, by)).collect()
}

/// Rule, severity, cells and message of what the rules about sums say of the first report.
fn about_sums(reports: &[Lean], roster: Option<&Roster>) -> Vec<(String, Severity, usize, String)> {
    let found = check(reports, roster);
    let of_first = found.findings.iter().filter(|(member, finding)| *member == 0 && &*finding.rule.id != "R-06");
    let shown = |(_, finding): &(usize, Finding)| {
        let text = message(reports[0].form, finding, &reports[0].cells, Lang::Zh);
        (finding.rule.id.to_string(), finding.severity, finding.cells.len(), text)
    };
    of_first.map(shown).collect()
}

fn all_five() -> Roster {
    roster(&[&["甲市人民政府"][..], &FIVE].concat())
}

#[test]
fn one_cause_is_one_finding_with_all_its_cells_however_much_it_changes() {
    let units = five();
    let all: Vec<&Lean> = units.iter().collect();
    let without: Vec<&Lean> = all[..4].to_vec();
    let twice: Vec<&Lean> = all.iter().chain(&all[4..]).copied().collect();
    for (summary, case) in [(sum_of(&without), "漏了这家"), (sum_of(&twice), "算了两次")] {
        let reports: Vec<Lean> = std::iter::once(summary).chain(five()).collect();
        let found = about_sums(&reports, Some(&all_five()));
        let [(rule, severity, cells, text)] = &found[..] else { panic!("{found:?}") };
        assert_eq!((rule.as_str(), *severity, *cells), ("R-07", Severity::Error, 12));
        assert!(text.contains("甲市统计局") && text.contains(case), "{text}");
    }
}

#[test]
fn two_causes_together_are_told_apart() {
    let units = five();
    let all: Vec<&Lean> = units.iter().collect();
    let reports: Vec<Lean> = std::iter::once(sum_of(&all[2..])).chain(five()).collect();
    let found = about_sums(&reports, Some(&all_five()));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|(rule, ..)| rule == "R-07"));
    assert!(found[0].3.contains("甲市教育局") && found[1].3.contains("甲市公安局"), "{found:?}");
}

#[test]
fn nobody_is_named_whose_other_numbers_speak_against_it() {
    let units = five();
    let mut summary = sum_of(&units.iter().collect::<Vec<_>>());
    let penalties = ("disclosure/penalties/decisions", 7 * 51 + 7 * 40);
    set(&mut summary, &[penalties]);
    let reports: Vec<Lean> = std::iter::once(summary).chain(five()).collect();
    let found = about_sums(&reports, Some(&all_five()));
    assert!(found.iter().all(|(rule, ..)| rule == "R-02") && found.len() == 1, "{found:?}");
}

#[test]
fn a_sum_with_the_numbers_of_before_a_correction_says_so() {
    let units = five();
    let summary = sum_of(&units.iter().collect::<Vec<_>>());
    let mut reports: Vec<Lean> = std::iter::once(summary).chain(five()).collect();
    reports[5].head.version = Some(1);
    let mut corrected = busy("甲市统计局", 41);
    corrected.head.version = Some(2);
    reports.push(corrected);
    let found = about_sums(&reports, Some(&all_five()));
    let [(rule, _, 12, text)] = &found[..] else { panic!("{found:?}") };
    assert!(rule == "R-07" && text.contains("甲市统计局另一份年报"), "{text}");
}

#[test]
fn what_is_too_low_is_no_missing_units_doing_and_what_is_higher_may_be() {
    let units = five();
    let mut summary = sum_of(&units.iter().collect::<Vec<_>>());
    set(&mut summary, &[("disclosure/licensing/decisions", 11 * 39 - 4)]);
    let reports: Vec<Lean> = std::iter::once(summary).chain(five().into_iter().take(4)).collect();
    let found = about_sums(&reports, Some(&all_five()));
    let [(rule, Severity::Warning, 1, _)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(rule, "R-02");
}

#[test]
fn whatever_is_not_added_up_is_said_to_be_unchecked() {
    let unchecked = |reports: &[Lean], roster: Option<&Roster>| -> Vec<String> {
        let found = check(reports, roster);
        found.unchecked.iter().filter(|(member, _)| *member == 0).map(|(_, entry)| entry.rule.id.to_string()).collect()
    };
    let mut office = region();
    office.push(unit("甲市人民政府办公室", 60, 15));
    let few = &region()[..2];
    for reports in [&office[..], few] {
        for roster in [None, Some(&roster(&ALL))] {
            let rules = unchecked(reports, roster);
            for rule in ["R-01", "R-02", "R-03", "R-04", "R-07", "R-08", "FEE-07"] {
                assert!(rules.iter().any(|id| id == rule), "{rule} of {rules:?}");
            }
        }
    }
}

#[test]
fn what_a_unit_has_wrong_is_not_the_sums() {
    let mut reports = region();
    // Its own relations do not hold; those of the sum do.
    set(&mut reports[1], &[("requests/new/natural", 9)]);
    assert_eq!(about_sums(&reports, None), []);
    assert_eq!(of(&check(&reports, None), "R-06"), [0]);
}

/// A government and units of which so many have 7 penalties more than nothing, one of which was left out.
fn alike(count: usize) -> Vec<Lean> {
    let mut reports = region();
    let more = i64::try_from(count).unwrap() - 1;
    set(&mut reports[0], &[("disclosure/penalties/decisions", 15 + 7 * more)]);
    reports.extend((0..12).map(|n| unit(&format!("甲市第{n}局"), 0, if n < count { 7 } else { 0 })));
    reports
}

#[test]
fn of_bodies_with_the_same_numbers_all_are_named_or_none() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("profile.toml");
    std::fs::write(&file, "[numbers.R-07]\nshown = 5\n").unwrap();
    let profile = Profile::load(&file).unwrap();
    let basis = Basis::new(&profile);
    let hints = |reports: &[Lean], basis: &Basis<'_>| {
        let found = check_by(reports, None, basis);
        if of(&found, "R-07").is_empty() { String::new() } else { text(&found, "R-07") }
    };
    assert!(hints(&alike(3), &Basis::standard()).contains("甲市第0局／甲市第1局／甲市第2局的数"));
    assert_eq!(hints(&alike(4), &Basis::standard()), "");
    assert_eq!(hints(&alike(5), &basis).matches("／").count(), 4);
    assert_eq!(hints(&alike(6), &basis), "");
    assert_eq!(hints(&alike(12), &basis), "");
}

#[test]
fn the_same_numbers_with_another_fate_are_another_answer() {
    let mut reports = region();
    reports.extend([unit("甲市统计局", 0, 7), unit("国家税务总局甲市税务局", 0, 7)]);
    set(&mut reports[0], &[("disclosure/penalties/decisions", 29)]);
    // Counted twice, or one that reports upwards.
    let found = check(&reports, None);
    assert_eq!((of(&found, "R-07"), of(&found, "R-04")), (vec![], vec![]));
}

#[test]
fn two_that_were_left_out_are_two_also_where_their_numbers_are_the_same() {
    let units: Vec<Lean> = FIVE.iter().zip([2, 2, 3, 5, 40]).map(|(name, by)| busy(name, by)).collect();
    let sum = sum_of(&units.iter().skip(2).collect::<Vec<_>>());
    let reports: Vec<Lean> = std::iter::once(sum).chain(units).collect();
    let found = about_sums(&reports, Some(&all_five()));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|(rule, severity, ..)| rule == "R-07" && *severity == Severity::Error), "{found:?}");
}

#[test]
fn two_that_report_upwards_are_two_findings_with_a_verdict_each() {
    let upwards = [busy("国家税务总局甲市税务局", 6), busy("甲市气象局", 9)];
    let units = five();
    let sum = sum_of(&units.iter().chain(&upwards).collect::<Vec<_>>());
    let reports: Vec<Lean> = std::iter::once(sum).chain(five()).chain(upwards).collect();
    let found = check(&reports, Some(&all_five()));
    let findings = found.findings.iter().filter(|(_, finding)| &*finding.rule.id == "R-04");
    let mut fingerprints: Vec<_> = findings.map(|(_, finding)| finding.fingerprint).collect();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), 2);
}

#[test]
fn whose_numbers_a_difference_is_is_told_of_what_they_explain_only() {
    let mut reports = region();
    reports.iter_mut().for_each(|report| set(report, &[("disclosure/normative/in_force", 4)]));
    // The second is left out; documents are those of the government alone, which is another matter.
    reports[0] = unit("甲市人民政府", 40, 5);
    set(&mut reports[0], &[("disclosure/normative/in_force", 1)]);
    let found = check(&reports, Some(&roster(&["甲市教育局", "甲市公安局", "甲市民政局"])));
    let (_, finding) = found.findings.iter().find(|(_, finding)| &*finding.rule.id == "R-07").unwrap();
    let form = crate::form::newest();
    let ids: Vec<&str> = finding.cells.iter().map(|&cell| form.id(cell)).collect();
    assert_eq!(ids.len(), 7, "{ids:?}");
    assert!(!ids.contains(&"disclosure/normative/in_force"), "{ids:?}");
}

#[test]
fn what_may_be_numbers_of_a_body_that_the_roster_forgot_is_nobodys_error() {
    let lines = FIVE[..4].iter().map(|name| format!("{name},子省/甲市,甲市人民政府\n")).collect::<String>();
    let csv = format!("名称,地区,上级\n甲市人民政府,子省/甲市,\n{lines}");
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let units = five();
    let mut summary = sum_of(&units.iter().collect::<Vec<_>>());
    // A slip beside it: the body's numbers are not all that differs.
    let cell = summary.form.cell("disclosure/licensing/decisions").unwrap();
    let number = summary.cells.get(cell).number().and_then(|number| number.as_int()).unwrap();
    summary.cells.set(cell, crate::report::Value::int(number - 3));
    let reports: Vec<Lean> = std::iter::once(summary.clone()).chain(five()).collect();
    let wrong = |reports: &[Lean]| -> Vec<String> {
        let found = about_sums(reports, Some(&roster)).into_iter();
        found.filter(|(_, severity, ..)| *severity == Severity::Error).map(|(rule, ..)| rule).collect()
    };
    assert_eq!(wrong(&reports), [""; 0]);
    // More than the forgotten body has is wrong all the same.
    summary.cells.set(cell, crate::report::Value::int(number + 3));
    let reports: Vec<Lean> = std::iter::once(summary).chain(five()).collect();
    assert!(!about_sums(&reports, Some(&roster)).is_empty());
}
