mod score;
mod shape;

use super::*;
use crate::check::family::region::{BatchReport, check_region};
use crate::check::fixture::lean::{lean, with_text, zeros};
use crate::check::{Basis, WhyUnchecked, check, check_whole, check_years, message, rule};
use crate::report::{Number, SafeText};
use crate::words::{EN, Lang, ZH};

/// A profile as the program keeps it.
fn profile(text: &str) -> &'static Profile {
    Box::leak(Box::new(build::from_text(text).unwrap()))
}

/// Line, key and trouble of everything that is wrong.
fn problems(text: &str) -> Vec<(usize, String, ProfileTrouble, Option<String>)> {
    let found = build::from_text(text).unwrap_err().into_iter();
    found.map(|one| (one.line, one.key.to_string(), one.trouble, one.nearest.map(Into::into))).collect()
}

const SUIT: [(&str, i64); 2] = [("disputes/litigation_direct/upheld", 1), ("disputes/litigation_direct/total", 1)];

fn basis(profile: &Profile) -> Basis<'_> {
    Basis::new(profile)
}

#[test]
fn an_empty_profile_changes_nothing() {
    let report = with_text(lean("甲县乙局", 2023, &SUIT), &[]);
    let (own, standard) = (check_whole(&report, &basis(profile(""))), check_whole(&report, &Basis::standard()));
    assert_eq!(own, standard);
    assert_eq!(profile("").dates(), Dates::of((1, 31), (3, 31)));
}

#[test]
fn levels_switches_numbers_and_lists_are_the_offices() {
    let report = with_text(lean("甲县乙局", 2023, &SUIT), &[]);
    let found = |text: &str| {
        let outcome = check_whole(&report, &basis(profile(text)));
        outcome.findings.iter().find(|one| &*one.rule.id == "T4-05").map(|one| one.severity)
    };
    assert_eq!(found(""), Some(Severity::Warning));
    assert_eq!(found("[levels]\n\"T4-05\" = \"error\""), Some(Severity::Error));
    assert_eq!(found("[levels]\n\"T4-05\" = \"off\""), None);
    let own = profile(
        "[numbers.T3-08]\nleast = 9\n[lists.T3-08.explained]\nextend = [\"甲乙\"]\n[lists.T2-11.offices]\nreplace = [\"甲办\"]",
    );
    let of = |id| rule(id).unwrap();
    assert_eq!((own.number(of("T3-08"), "least"), own.number(of("T3-08"), "percent")), (9, 20));
    assert!(own.list(of("T3-08"), "explained").iter().any(|word| &**word == "甲乙"));
    assert!(own.list(of("T3-08"), "explained").len() > 1);
    assert_eq!(own.list(of("T2-11"), "offices"), ["甲办".into()]);
}

#[test]
fn templates_and_days_are_the_offices_and_a_wrong_one_is_named_with_its_line() {
    let own = profile("[return]\ndays = 10\n[[template]]\nname = \"催报\"\ntext = \"请{agency}于 {due} 前\\n重报\"");
    assert_eq!(own.return_days(), 10);
    let [template] = own.templates() else { panic!() };
    assert_eq!((template.name.as_str(), template.text.as_str()), ("催报", "请{agency}于 {due} 前\n重报"));
    assert_eq!((profile("").return_days(), profile("").templates().len()), (5, 0));
    let wrong = "[return]\ndays = 0\n[[template]]\nname = \"\"\ntext = \"{agencies}\"\n[[template]]\nname = \"b\"\ntext = \" \"";
    let found = problems(wrong);
    let lines: Vec<(usize, &str)> = found.iter().map(|(line, key, ..)| (*line, key.as_str())).collect();
    assert_eq!(
        lines,
        [(2, "return.days"), (4, "template.name"), (5, "template \"\".text"), (8, "template \"b\".text")]
    );
    assert_eq!(found[2].2, ProfileTrouble::BadPlaceholder("agencies".into(), PLACEHOLDERS.map(Into::into).into()));
    assert_eq!(problems("[[template]]\nname = \"a\"\ntext = \"{agenci}\"")[0].3.as_deref(), Some("agency"));
}

#[test]
fn a_wording_is_the_offices_and_keeps_its_values() {
    let own = profile("[wording.T4-05.none]\nzh = \"请说明这 {count} 件\"");
    let report = with_text(lean("甲县乙局", 2023, &SUIT), &[]);
    let outcome = check_whole(&report, &basis(own));
    let finding = outcome.findings.iter().find(|one| &*one.rule.id == "T4-05").unwrap();
    assert_eq!(message(report.lean.form, finding, &report.lean.cells, Lang::Zh), "请说明这 1 件");
    assert!(message(report.lean.form, finding, &report.lean.cells, Lang::En).starts_with("1 dispute,"));
}

#[test]
fn reasons_and_dates_are_the_offices() {
    let own = profile("reasons = [\"甲\", \"乙\"]\n[dates]\ndepartments = \"01-20\"");
    assert_eq!(own.reasons().len(), 2);
    assert_eq!(own.dates(), Dates::of((1, 20), (3, 31)));
}

const OWN: &str = r#"
[[rule]]
id = "OWN-01"
zh = "不予公开不多于予以公开"
level = "error"
left = ["requests/granted/total", "requests/partial/total"]
relation = ">="
right = ["requests/denied.*/total", "2*requests/declined.repeated/total", -1]
"#;

#[test]
fn a_relation_over_one_report_is_a_rule_like_others() {
    let own = profile(OWN);
    let found = |values: &[(&str, i64)]| check(&lean("甲县乙局", 2023, values), own);
    let denied = [("requests/denied.secret/total", 2), ("requests/denied.internal/total", 1)];
    let report = lean("甲县乙局", 2023, &denied);
    let outcome = found(&denied);
    let finding = outcome.findings.iter().find(|one| &*one.rule.id == "OWN-01").unwrap();
    assert_eq!((finding.severity, finding.cells.len(), finding.table), (Severity::Error, 11, Some(1)));
    assert_eq!(finding.sides(), Some((Number::int(0), Number::int(2))));
    assert_eq!(
        message(report.form, finding, &report.cells, Lang::Zh),
        "不予公开不多于予以公开：应有 左 ≥ 右，现左 0，右 2，差 -2"
    );
    let again = found(&[("requests/denied.secret/total", 9)]);
    let other = again.findings.iter().find(|one| &*one.rule.id == "OWN-01").unwrap();
    assert_eq!(finding.fingerprint, other.fingerprint);
    assert!(found(&[("requests/denied.secret/total", 1)]).findings.iter().all(|one| &*one.rule.id != "OWN-01"));
    assert_eq!(own.rules().last().map(|rule| &*rule.id), Some("OWN-01"));
    let off = profile(&OWN.replace("\"error\"", "\"off\""));
    assert!(check(&report, off).findings.iter().all(|one| &*one.rule.id != "OWN-01"));
}

/// A total of 表四 that does not add up: any of five cells may be wrong, and the office knows that nothing was corrected.
#[test]
fn a_reading_that_keeps_the_offices_relation_goes_first_and_settles_it() {
    use crate::check::localise::{KnownCells, localise_for};
    let text = "[[rule]]\nid = \"OWN-04\"\nzh = \"甲\"\nleft = [\"disputes/reconsideration/corrected\"]\nright = [3]";
    let row = |corrected| {
        let id = |column: &str| format!("disputes/reconsideration/{column}");
        let mut report = zeros("甲县乙局", 2023);
        crate::check::fixture::lean::set(
            &mut report,
            &[(&id("corrected"), corrected), (&id("upheld"), 4), (&id("total"), 7)],
        );
        report
    };
    let report = row(1);
    let first = |profile: &'static Profile| {
        let outcome = check(&report, profile);
        let blocks = localise_for(profile, &report, &outcome, &KnownCells::NONE);
        let reading = blocks[0].repairs[0].clone();
        let own = outcome.findings.iter().find(|finding| &*finding.rule.id == "OWN-04");
        let settled = own.is_some_and(|own| reading.settles.contains(&own.fingerprint));
        let ids: Vec<&str> = reading.cells.iter().map(|change| report.form.id(change.cell)).collect();
        (ids.join(" "), settled, blocks[0].repairs.len())
    };
    let (without, _, count) = first(profile(""));
    let (with, settled, all) = first(profile(text));
    assert!(count > 1 && count == all);
    assert_ne!(without, "disputes/reconsideration/corrected");
    assert_eq!((with.as_str(), settled), ("disputes/reconsideration/corrected", true));
}

#[test]
fn a_blank_leaves_a_relation_unchecked() {
    let mut report = zeros("甲县乙局", 2023);
    let cell = report.form.cell("requests/partial/total").unwrap();
    report.cells.set(cell, crate::report::Value::Blank);
    let outcome = check(&report, profile(OWN));
    let entry = outcome.unchecked.iter().find(|entry| &*entry.rule.id == "OWN-01").unwrap();
    assert_eq!(entry.reason, WhyUnchecked::NoNumber(vec![cell]));
}

#[test]
fn a_relation_over_two_years_needs_the_year_before() {
    let own = profile(
        "[[rule]]\nid = \"OWN-02\"\nzh = \"不少于上年\"\nscope = \"years\"\nleft = [\"requests/new/total\"]\nrelation = \">=\"\nright = [\"last:requests/new/total\"]",
    );
    let now = lean("甲县乙局", 2023, &[("requests/new/total", 4)]);
    let of = |before: Option<i64>| {
        let before = before.map(|new| lean("甲县乙局", 2022, &[("requests/new/total", new)]));
        let outcome = check_years(&now, before.as_ref(), &basis(own));
        let found = outcome.findings.iter().any(|one| &*one.rule.id == "OWN-02");
        (found, outcome.unchecked.iter().any(|one| &*one.rule.id == "OWN-02"))
    };
    assert_eq!(of(Some(5)), (true, false));
    assert_eq!(of(Some(4)), (false, false));
    assert_eq!(of(None), (false, true));
}

#[test]
fn a_relation_over_a_region_adds_up_its_units() {
    let own = profile(
        "[[rule]]\nid = \"OWN-03\"\nzh = \"收费汇总\"\nscope = \"region\"\nleft = [\"disclosure/fees/amount\"]\nright = [\"sum:disclosure/fees/amount\"]",
    );
    let fee = |name: &str, fee| {
        crate::check::fixture::lean::placed(lean(name, 2023, &[("disclosure/fees/amount", fee)]), &["子省", "甲市"])
    };
    let id = SafeText::line("r");
    let found = |sum| {
        let reports = [fee("甲市人民政府", sum), fee("甲市教育局", 1), fee("甲市民政局", 2), fee("甲市公安局", 3)];
        let members: Vec<BatchReport<'_>> =
            reports.iter().map(|lean| BatchReport { id: &id, lean, stated: None }).collect();
        let found = check_region(&members, None, &basis(own));
        found.findings.iter().filter(|(member, one)| *member == 0 && &*one.rule.id == "OWN-03").count()
    };
    assert_eq!((found(6), found(7)), (0, 1));
}

#[test]
fn what_a_section_must_say_is_looked_for() {
    let own = profile(
        "[[require]]\nid = \"PRO-01\"\nzh = \"公报\"\nsection = 1\nany = [\"公报\", \"政报\"]\nall = [\"网站\"]",
    );
    let found = |sections: &[(u8, &str)]| {
        let report = with_text(zeros("甲县乙局", 2023), sections);
        let outcome = check_whole(&report, &basis(own));
        let finding = outcome.findings.iter().find(|one| &*one.rule.id == "PRO-01");
        let unchecked = outcome.unchecked.iter().any(|one| &*one.rule.id == "PRO-01");
        (finding.map(|one| message(report.lean.form, one, &report.lean.cells, Lang::Zh)), unchecked)
    };
    assert_eq!(found(&[(1, "网站和政报。")]), (None, false));
    assert_eq!(found(&[(1, "政报。")]).0.as_deref(), Some("公报：第1部分没有写到 网站"));
    assert_eq!(found(&[(1, "")]).0.as_deref(), Some("公报：第1部分没有写到 网站、公报／政报"));
    assert_eq!(found(&[]), (None, true));
}

#[test]
fn every_problem_is_named_with_its_line_and_what_may_be_meant() {
    let text = "[levels]\n\"T3-1\" = \"error\"\n\"T3-01\" = \"warn\"\n[numbers.T3-08]\nlest = 1\n[dates]\ngovernments = \"02-30\"\n[wording.T4-05.none]\nzh = \"{cuont}\"\n";
    let near = |text: &str| Some(text.to_owned());
    assert_eq!(
        problems(text),
        [
            (2, "levels.\"T3-1\"".to_owned(), ProfileTrouble::UnknownRule, near("T3-01")),
            (3, "levels.\"T3-01\"".to_owned(), ProfileTrouble::BadLevel, None),
            (
                5,
                "numbers.\"T3-08\".lest".to_owned(),
                ProfileTrouble::UnknownName(["least".into(), "percent".into()].into()),
                near("least")
            ),
            (7, "dates.governments".to_owned(), ProfileTrouble::BadDate, None),
            (
                9,
                "wording.\"T4-05\".none".to_owned(),
                ProfileTrouble::BadPlaceholder("cuont".into(), [].into()),
                near("count")
            ),
        ]
    );
}

#[test]
fn rules_of_ones_own_are_checked_before_they_run() {
    let rule = |id: &str, left: &str, rest: &str| {
        let text = format!("[[rule]]\nid = \"{id}\"\nzh = \"甲\"\nleft = {left}\n{rest}\nright = [0]");
        problems(&text).into_iter().map(|(line, _, trouble, near)| (line, trouble, near)).collect::<Vec<_>>()
    };
    let good = "[\"requests/new/total\"]";
    assert_eq!(rule("T3-01", good, ""), [(2, ProfileTrouble::TakenId, None)]);
    assert_eq!(rule("甲", good, ""), [(2, ProfileTrouble::BadId, None)]);
    assert_eq!(rule("A", "[]", ""), [(4, ProfileTrouble::EmptySide, None)]);
    assert_eq!(rule("A", "[1]", ""), [(4, ProfileTrouble::NoCells, None)]);
    assert_eq!(rule("A", "[\"new\"]", ""), [(4, ProfileTrouble::BadTerm, None)]);
    assert_eq!(rule("A", good, "relation = \"<>\""), [(5, ProfileTrouble::BadRelation, None)]);
    assert_eq!(rule("A", good, "scope = \"year\""), [(5, ProfileTrouble::BadScope, Some("years".to_owned()))]);
    assert_eq!(rule("A", "[\"last:requests/new/total\"]", ""), [(4, ProfileTrouble::WrongSource, None)]);
    let near = Some("requests/new/total".to_owned());
    assert_eq!(rule("A", "[\"request/new/total\"]", ""), [(4, ProfileTrouble::UnknownCell, near)]);
    let twice = format!("{OWN}{OWN}");
    assert_eq!(problems(&twice)[0].2, ProfileTrouble::TakenId);
    assert_eq!(problems("[[require]]\nid = \"P\"\nzh = \"甲\"\nsection = 7")[0].2, ProfileTrouble::NoWords);
}

#[test]
fn bad_toml_is_named_with_its_line() {
    let found = problems("[levels]\n\"T3-01\" = ");
    assert_eq!((found.len(), found[0].0), (1, 2));
    assert!(matches!(found[0].2, ProfileTrouble::Toml(_)));
}

#[test]
fn an_error_says_where_in_both_languages() {
    use crate::words::Describe as _;
    let problems = build::from_text("[levels]\n\"T3-1\" = \"off\"\n\"T3-2\" = \"off\"").unwrap_err();
    let error = ProfileError::new(Path::new("甲.toml"), problems);
    assert_eq!(error.lines(ZH)[0], "甲.toml 第 2 行，levels.\"T3-1\"：没有这条规则，是不是 T3-01？");
    assert_eq!(error.lines(EN).len(), 2);
    assert!(error.describe(EN).ends_with("(and 1 more)"));
    assert!(Profile::load(Path::new("no such file.toml")).is_err());
}

/// The examples are what an office copies.
#[test]
fn the_examples_of_the_documentation_load() {
    let text = include_str!("../../../docs/profile.md");
    let examples: Vec<&str> = text.split("```toml\n").skip(1).filter_map(|part| part.split("```").next()).collect();
    assert_eq!(examples.len(), 7);
    let own = profile(&examples.join("\n"));
    assert_eq!(own.own.len() + own.required.len(), 4);
    assert_eq!(own.reasons().len(), 4);
    assert_eq!((own.return_days(), own.templates().len()), (7, 1));
}

#[test]
fn the_cookbook_has_templates_reasons_and_days() {
    let own = profile(include_str!("../../../docs/profiles/templates.toml"));
    let names: Vec<&str> = own.templates().iter().map(|template| template.name.as_str()).collect();
    assert_eq!((names, own.return_days()), (vec!["催报", "勾稽不符"], 7));
    assert_eq!(profile(include_str!("../../../docs/profiles/reasons.toml")).reasons().len(), 4);
}

mod any {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_does_harm(text in "(\\[\\[rule\\]\\]|\\[levels\\]|id|left|right|zh|=|\\[|\\]|\"|\n|T3-01|[a-z/*:.0-9 -]){0,40}") {
            let _ = build::from_text(&text);
        }
    }
}

#[test]
fn the_word_lists_of_an_office_are_made_ready_once_for_all_that_share_a_basis() {
    let one = basis(profile("[lists.T3-08.explained]\nextend = [\"甲乙\"]"));
    let other = one.clone().with_roster(None);
    assert!(std::ptr::eq(one.lexicon(), other.lexicon()));
}
