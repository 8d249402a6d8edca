//! A name that fits several agencies of the roster: DOC-10, and the sums of those who may be meant.

use super::*;

const CSV: &str = "名称,地区,别名,上级\n甲市人民政府,子省/甲市,,\n甲市教育局,子省/甲市,,甲市人民政府\n\
    甲市公安局,子省/甲市,,甲市人民政府\n甲市民政局,子省/甲市,,甲市人民政府\n\
    甲市住房局,子省/甲市,住建局,甲市人民政府\n甲市建设局,子省/甲市,住建局,甲市人民政府\n";

/// What DOC-10 says of reports, and of agencies without one.
fn doc_10(found: &Regional) -> Vec<(Severity, String)> {
    let all = found.findings.iter().map(|(_, finding)| finding).chain(found.absent.iter().map(|(_, finding)| finding));
    let own = all.filter(|finding| &*finding.rule.id == "DOC-10");
    own.map(|finding| (finding.severity, message(crate::form::newest(), finding, &zeros("", 0).cells, Lang::Zh)))
        .collect()
}

/// The region with one more, in the sum too.
fn with_one(name: &str) -> Vec<Lean> {
    let mut reports = region();
    reports.push(unit(name, 0, 7));
    set(&mut reports[0], &[("disclosure/penalties/decisions", 22)]);
    reports
}

#[test]
fn a_name_that_fits_two_is_said_with_both_and_given_to_none() {
    for csv in [CSV.to_owned(), CSV.replace("甲市人民政府\n", "\n")] {
        let roster = Roster::parse(csv.as_bytes()).unwrap();
        let found = check(&with_one("住建局"), Some(&roster));
        let said = doc_10(&found);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said.iter().all(|(severity, _)| *severity == Severity::Warning), "{said:?}");
        assert!(said[0].1.starts_with("住建局与名册中 2 家的名称都相符（甲市住房局、甲市建设局）"), "{said:?}");
        assert!(said[1].1.starts_with("甲市住房局在名册中，没有确定是它的 2023 年年报：住建局（r4）"), "{said:?}");
        // One of both has reported, whichever it is: one is missing.
        assert_eq!(raised(&found), [(0, "R-06".to_owned()), (4, "DOC-10".to_owned())]);
        assert!(text(&found, "R-06").starts_with("合计只有 4 家，缺 1 家（甲市住房局／甲市建设局）"));
    }
}

#[test]
fn where_one_of_both_has_reported_it_may_still_be_either() {
    let roster = Roster::parse(CSV.as_bytes()).unwrap();
    let mut reports = with_one("住建局");
    reports.push(unit("甲市住房局", 0, 0));
    let found = check(&reports, Some(&roster));
    let said = doc_10(&found);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[1].1.starts_with("甲市建设局在名册中"), "{said:?}");
    assert!(text(&found, "R-06").contains("缺 1 家（甲市建设局）"));
}

#[test]
fn one_that_has_that_very_name_or_was_alone_then_is_meant() {
    let named = "名称,地区,别名\n住建局,子省/甲市,\n甲市住房局,子省/甲市,住建局\n";
    let gone = "名称,地区,别名,终止\n甲市建设局,子省/甲市,住建局,\n甲市住房局,子省/甲市,住建局,2022\n";
    let of = |csv: &str| doc_10(&check(&[unit("住建局", 0, 7)], Some(&Roster::parse(csv.as_bytes()).unwrap())));
    // Whoever else was there in that year has not reported.
    let [(Severity::Error, text)] = &of(named)[..] else { panic!("{:?}", of(named)) };
    assert!(text.starts_with("甲市住房局在名册中，没有"), "{text}");
    assert_eq!(of(gone), []);
}

#[test]
fn towns_of_one_name_are_told_apart_by_their_county_alone() {
    let csv = "名称,地区\n白石镇人民政府,子省/甲市/乙县\n白石镇人民政府,子省/甲市/丙县\n";
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let town = |region: &[&str]| placed(zeros("白石镇人民政府", 2023), region);
    let said = doc_10(&check(&[town(&["子省", "甲市"])], Some(&roster)));
    assert_eq!(said.len(), 3, "{said:?}");
    let said = doc_10(&check(&[town(&["子省", "甲市", "乙县"])], Some(&roster)));
    let [(Severity::Error, text)] = &said[..] else { panic!("{said:?}") };
    assert!(text.contains("没有 2023 年年报"), "{text}");
}

#[test]
fn the_citys_report_is_not_the_countys_where_both_are_called_by_what_they_are() {
    let csv = "名称,地区\n教育局,子省/甲市/乙县\n教育局,子省/甲市\n教育局,子省/甲市/丙县\n";
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let reports =
        [&["子省", "甲市"][..], &["子省", "甲市", "丙县"]].map(|region| placed(zeros("教育局", 2023), region));
    let found = check(&reports, Some(&roster));
    let [(head, _)] = &found.absent[..] else { panic!("{:?}", found.absent) };
    assert_eq!(head.agency.region.last().map(SafeText::as_str), Some("乙县"));
    assert_eq!(of(&found, "DOC-10"), NONE);
}

#[test]
fn one_that_is_gone_is_known_by_its_heir_and_fits_nobody_below() {
    let csv = "名称,地区,前身\n甲市发展和改革委员会,子省/甲市,甲市发展和改革局；发改局\n\
        乙县发展和改革局,子省/甲市/乙县,\n丙县发展和改革局,子省/甲市/丙县,\n乙县发改局,子省/甲市/乙县,\n丙县发改局,子省/甲市/丙县,\n";
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    for gone in ["甲市发展和改革局", "发改局"] {
        let found = check(&[placed(zeros(gone, 2023), &REGION)], Some(&roster));
        assert_eq!(of(&found, "DOC-10"), NONE, "{gone}");
        // The four of the counties are missing, for certain; what took over is not expected yet.
        let absent: Vec<Severity> = found.absent.iter().map(|(_, finding)| finding.severity).collect();
        assert_eq!(absent, [Severity::Error; 4], "{gone}");
    }
}
