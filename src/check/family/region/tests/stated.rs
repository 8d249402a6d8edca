//! What the texts of several reports say: N-18, FEE-07.

use super::*;
use crate::check::Outcome;
use crate::check::facts::Facts;
use crate::check::family::similar::Comparer;
use crate::check::family::stated::{Digest, check_look};
use crate::check::fixture::lean::{shows, with_text};
use crate::report::Report;

/// Members, each with what is said of it.
type Of = Vec<(usize, String)>;

/// The findings that take the texts, as member and message; the rules that could not run.
fn said(reports: &[Report], roster: Option<&Roster>) -> (Of, Of) {
    let basis = Basis::standard();
    let comparer = Comparer::new(&basis);
    let digests: Vec<Digest> =
        reports.iter().map(|report| Digest::of(&Facts::of(report, &basis), &Outcome::default(), &comparer)).collect();
    let ids: Vec<SafeText> = (0..reports.len()).map(|n| SafeText::line(&format!("r{n}"))).collect();
    let members: Vec<BatchReport<'_>> = reports
        .iter()
        .zip(&ids)
        .zip(&digests)
        .map(|((report, id), digest)| BatchReport { id, lean: &report.lean, stated: Some(&digest.stated) })
        .collect();
    let found = check_region(&members, roster, &basis);
    let mut all = Vec::new();
    for (member, look) in &found.looks {
        let report = &reports[*member];
        for finding in check_look(&Facts::of(report, &basis), look).findings {
            shows(report, &finding);
            assert!(!message(report.lean.form, &finding, &report.lean.cells, Lang::En).contains('{'));
            all.push((*member, message(report.lean.form, &finding, &report.lean.cells, Lang::Zh)));
        }
    }
    let unchecked = found.unchecked.iter().map(|(member, entry)| (*member, entry.rule.id.to_string()));
    let unchecked = unchecked.filter(|(_, id)| id == "FEE-07" || id == "N-18").collect();
    (all, unchecked)
}

/// Nine counties' bureaus, the first of which says so.
fn bureaus(first: &str) -> Vec<Report> {
    let bureau = |number: usize| {
        let place = char::from_u32(0x7532 + u32::try_from(number).unwrap()).unwrap();
        let lean = placed(zeros(&format!("{place}县教育局"), 2023), &["子省", "午市", &format!("{place}县")]);
        let text = format!("全年主动公开政府信息{}条。", 300 + number * 20);
        with_text(lean, &[(1, if number == 0 { first } else { &text })])
    };
    (0..9).map(bureau).collect()
}

#[test]
fn a_number_far_from_those_of_its_peers_is_asked_about() {
    let (said_of, unchecked) = said(&bureaus("全年主动公开政府信息9条。"), None);
    assert_eq!(said_of, [(0, "文中主动公开信息 9 条，同类 9 家的中位数为 380 条，请核对".to_owned())]);
    assert_eq!(unchecked, []);
    assert_eq!(said(&bureaus("全年主动公开政府信息9000条。"), None).0.len(), 1);
    for near in ["全年主动公开政府信息20条。", "全年主动公开政府信息7000条。", "全年积极公开。"]
    {
        assert_eq!(said(&bureaus(near), None).0, [], "{near}");
    }
    // Too few to tell.
    let (said_of, unchecked) = said(&bureaus("全年主动公开政府信息9条。")[..7], None);
    assert_eq!((said_of.len(), unchecked.len()), (0, 7));
    assert!(unchecked.iter().all(|(_, id)| id == "N-18"));
}

/// A government and its three units, each with its notices.
fn fees(notices: [u32; 4]) -> Vec<Report> {
    let text = |count: u32| format!("发出信息处理费收费通知{count}件，总金额{count}00元，实际收取{count}00元。");
    region().into_iter().zip(notices).map(|(lean, count)| with_text(lean, &[(6, &text(count))])).collect()
}

#[test]
fn the_fees_of_a_summary_are_those_of_its_units() {
    let all = roster(&ALL);
    assert_eq!(said(&fees([6, 1, 2, 3]), Some(&all)), (vec![], vec![]));
    let (found, _) = said(&fees([7, 1, 2, 3]), Some(&all));
    assert_eq!(found.len(), 3);
    assert_eq!(found[0], (0, "汇总年报的收费通知件数为 7，各单位之和为 6".to_owned()));
    // Who else there is, is not known: the rest may be theirs, but they cannot have less than nothing.
    assert_eq!(said(&fees([7, 1, 2, 3]), None), (vec![], vec![(0, "FEE-07".to_owned())]));
    assert_eq!(said(&fees([5, 1, 2, 3]), None).0.len(), 3);
    // A unit that states nothing leaves the sum open; a report that is no sum of its units is not one of fees either.
    let mut open = fees([7, 1, 2, 3]);
    open[3] = with_text(open[3].lean.clone(), &[(6, "无。")]);
    assert_eq!(said(&open, Some(&all)), (vec![], vec![(0, "FEE-07".to_owned())]));
    let mut own = fees([7, 1, 2, 3]);
    own[0].lean = placed(zeros("甲市人民政府", 2023), &REGION);
    assert_eq!(said(&own, Some(&all)).0, []);
}
