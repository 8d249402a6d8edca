//! A whole season: eighty agencies in three rounds, two reviewers, letters, reminders, roll-up, score, the year after. Every
//! number that goes out is held against one that is added up here, from what the agencies meant to report.

mod county;
mod office;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::support::command::set;

use county::{GOVERNMENT, REGION, Unit, YEAR, units};
use office::{Office, number, text};

/// Of how a unit does in the rounds: when it arrives, and what it sends when its report was returned.
struct Fate {
    /// 1, 2, or never.
    arrives: u8,
    /// Its place among those who are returned.
    place: usize,
}

fn fate(unit: &Unit) -> Fate {
    let arrives = match unit.number % 20 {
        9 => 2,
        19 => 3,
        _ => 1,
    };
    Fate { arrives, place: unit.number / 5 % 4 }
}

/// Returned in the first round: whoever arrives then with a slip.
fn is_returned(unit: &Unit) -> bool {
    unit.slip != 0 && fate(unit).arrives == 1
}

fn names<'u>(units: impl IntoIterator<Item = &'u Unit>) -> BTreeSet<String> {
    units.into_iter().map(|unit| unit.name.clone()).collect()
}

#[test]
fn a_season_from_the_first_document_to_the_year_after() {
    let all = units();
    assert_eq!(all.len(), 79, "and the county's own");
    let office = Office::new(&all);
    let first = first_round(&office, &all);
    let second = second_round(&office, &first);
    let last = third_round(&office, &second);
    sums(&office, &last);
    dossier(&office, &last);
    scores(&office, &all, &last);
    a_year_later(&office, &last);
}

/// Documents arrive and are read; what is wrong is returned, by one reviewer at the desk; letters and reminders go out.
fn first_round(office: &Office, all: &[Unit]) -> Vec<Unit> {
    let arrived: Vec<Unit> = all.iter().filter(|unit| fate(unit).arrives == 1).cloned().collect();
    office.receive(1, &arrived);
    let read = office.read_cells(1);
    for unit in &arrived {
        assert_eq!(read.get(&unit.name), Some(&unit.cells()), "{} {}", unit.name, unit.document().0);
    }
    let wrong: Vec<&Unit> = arrived.iter().filter(|unit| unit.slip != 0).collect();
    assert_eq!(office.with_errors(), names(wrong.iter().copied()));
    office.triage(&wrong, "2026-02-10");
    let ran = office.run(&["notice", "reports", "--out", "通知1", "--format", "md", "--date", "2026-02-01"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let letters = office.letters("通知1");
    assert_eq!(letters.keys().cloned().collect::<BTreeSet<_>>(), names(wrong.iter().copied()));
    for unit in &wrong {
        let letter = &letters[&unit.name];
        // One cause, and the one number that it can be.
        assert!(letter.contains("须更正1处"), "{letter}");
        let (filed, meant) = (unit.new_requests() + unit.slip, unit.new_requests());
        assert!(letter.contains(&format!("{meant}")) && letter.contains(&format!("{filed}")), "{letter}");
        assert!(letter.contains(&format!("请{}核对", unit.number)), "the words for the agency: {letter}");
        assert!(!letter.contains("内部"), "{letter}");
    }
    let list = office.cover("通知1");
    assert!(wrong.iter().all(|unit| list.contains(&unit.name)), "{list}");
    let total = list.lines().find(|line| line.contains("合计")).unwrap_or_else(|| panic!("{list}"));
    assert!(total.contains(&wrong.len().to_string()), "one problem each: {total}");
    let ran = office.run(&[
        "notice",
        "reports",
        "--out",
        "催报",
        "--only",
        "missing",
        "--format",
        "txt",
        "--due",
        "2026-02-15",
        "--date",
        "2026-02-01",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut missing = names(all.iter().filter(|unit| fate(unit).arrives != 1));
    missing.insert(GOVERNMENT.to_owned());
    assert_eq!(office.letters("催报").keys().cloned().collect::<BTreeSet<_>>(), missing);
    arrived
}

/// Some correct, some do not, some change what nobody asked for, some do not answer; late ones arrive.
fn second_round(office: &Office, first: &[Unit]) -> Vec<Unit> {
    let mut now = first.to_vec();
    let mut sent: Vec<Unit> = Vec::new();
    for unit in now.iter_mut().filter(|unit| is_returned(unit)) {
        match fate(unit).place {
            0 => continue,
            1 => unit.licences += 5,
            2 => unit.slip = 0,
            _ => (unit.slip, unit.licences) = (0, unit.licences + 100),
        }
        sent.push(unit.clone());
    }
    let late: Vec<Unit> =
        units().into_iter().filter(|unit| fate(unit).arrives == 2).map(|unit| Unit { slip: 0, ..unit }).collect();
    sent.extend(late.iter().cloned());
    now.extend(late);
    office.receive(2, &sent);
    let wrong: Vec<&Unit> = now.iter().filter(|unit| unit.slip != 0).collect();
    assert_eq!(office.with_errors(), names(wrong.iter().copied()));
    let again: Vec<&Unit> = wrong.iter().copied().filter(|unit| fate(unit).place == 1).collect();
    office.send_back(&again, 2, "2026-03-20");
    office.accept(&now.iter().filter(|unit| unit.slip == 0).collect::<Vec<_>>());

    let ran =
        office.run(&["notice", "reports", "--out", "通知2", "--round", "2", "--format", "md", "--date", "2026-03-01"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let letters = office.letters("通知2");
    assert_eq!(letters.keys().cloned().collect::<BTreeSet<_>>(), names(again.iter().copied()));
    for unit in &again {
        let letter = &letters[&unit.name];
        let (before, now) = ((unit.licences - 5).to_string(), unit.licences.to_string());
        let told =
            letter.lines().find(|line| line.contains("行政许可") && line.contains(&before) && line.contains(&now));
        assert!(told.is_some(), "what changed unasked: {letter}");
        assert!(letter.contains("上一轮已指出，仍未更正"), "{letter}");
        assert!(!letter.contains(&format!("请{}核对", unit.number)), "words that went out once: {letter}");
    }
    let silent = wrong.len() - again.len();
    let accepted = now.len() - wrong.len();
    let missing = 79 + 1 - now.len();
    let progress = office.table("progress", &["--date", "2026-03-01"]);
    let whole = progress.iter().find(|row| row["of"] == "全部").unwrap();
    for (key, expected) in [
        ("expected", 80),
        ("received", now.len()),
        ("missing", missing),
        ("returned", silent + again.len()),
        ("returned_1", silent),
        ("returned_2", again.len()),
        ("accepted", accepted),
        ("resubmitted", 0),
        ("overdue", silent),
    ] {
        assert_eq!(number(&whole[key]), i64::try_from(expected).unwrap(), "{key}: {whole}");
    }
    now
}

/// Whoever is left corrects; the county adds up, and forgets one of its units.
fn third_round(office: &Office, second: &[Unit]) -> Vec<Unit> {
    let mut now = second.to_vec();
    let mut sent = Vec::new();
    for unit in now.iter_mut().filter(|unit| unit.slip != 0) {
        unit.slip = 0;
        sent.push(unit.clone());
    }
    office.receive(3, &sent);
    let (at_desk, others) = sent.split_first().unwrap();
    office.accept_at_desk(at_desk);
    office.accept(&others.iter().collect::<Vec<_>>());
    office.submit_county(&now, FORGOTTEN);
    now
}

/// The county has left it out.
const FORGOTTEN: usize = 12;

/// The sums of the county are those of its units, whose number is missing is told, and how many are not in it.
fn sums(office: &Office, units: &[Unit]) {
    let ran = office.run(&["summary", "reports", "--to", "汇总.json", "--freeze", "定稿.json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let summary: Value = serde_json::from_slice(&fs::read(office.path("汇总.json")).unwrap()).unwrap();
    let mut regions = summary["regions"].as_array().unwrap().iter();
    let region = regions.find(|region| region["region"] == json!(REGION)).unwrap();
    let forgotten = units.iter().find(|unit| unit.number == FORGOTTEN).unwrap();
    for (at, (cell, _)) in units[0].cells().into_iter().enumerate() {
        let expected: i64 = units.iter().map(|unit| unit.cells()[at].1).sum();
        let line = &region["sums"][cell];
        assert_eq!(number(&line["sum"]), expected, "{cell}: {line}");
        assert_eq!(number(&line["counted"]), i64::try_from(units.len()).unwrap(), "{line}");
        assert_eq!(number(&line["own"]), expected - forgotten.cells()[at].1, "{line}");
    }
    let differences = region["differences"].as_array().unwrap();
    let told: BTreeSet<String> = differences.iter().map(|difference| text(&difference["cell"])).collect();
    let cells = forgotten.cells().into_iter().filter(|(_, value)| *value != 0);
    assert_eq!(told, cells.map(|(cell, _)| cell.to_owned()).collect());
    for difference in differences {
        assert!(difference["causes"].to_string().contains(&forgotten.name), "whose number is missing: {difference}");
    }
    assert_eq!(region["missing"].as_array().unwrap().len(), 79 - units.len(), "{}", region["missing"]);

    let ran = office.run(&["export", "reports", "--to", "台账.xlsx", "--date", "2026-03-20"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let cells = office.table("cells", &["--date", "2026-03-20"]);
    let of_county = cells.iter().filter(|row| row["agency"] != GOVERNMENT);
    let sum: i64 = of_county.map(|row| row["value"].as_i64().unwrap_or(0)).sum();
    let expected: i64 = units.iter().flat_map(Unit::cells).map(|(_, value)| value).sum();
    assert_eq!(sum, expected, "every cell of every unit");
}

/// On the page that is kept stands what the agencies meant to report, how far each is, and who is missing.
fn dossier(office: &Office, units: &[Unit]) {
    let ran = office.run(&["export", "reports", "--to", "档案.html", "--date", "2026-03-20"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let (list, pages) = office.dossier("档案.html");
    let lines = list["agencies"].as_array().unwrap();
    let with = |status: &str| lines.iter().filter(|line| line["status"] == status).count();
    assert_eq!((with("accepted"), with("unreviewed"), with("missing")), (units.len(), 1, 79 - units.len()));
    assert_eq!(pages.len(), units.len() + 1, "and the county's own");
    let form = gouji::form::newest();
    for unit in units {
        let page = &pages[&unit.name];
        for (cell, value) in unit.cells() {
            let at = form.cells().position(|known| Some(known) == form.cell(cell)).unwrap();
            assert_eq!(page["cells"][at], json!(value.to_string()), "{} {cell}", unit.name);
        }
        let all: i64 = page["cells"].as_array().unwrap().iter().filter_map(|it| it.as_str()?.parse::<i64>().ok()).sum();
        assert_eq!(all, unit.cells().iter().map(|(_, value)| value).sum::<i64>(), "{}: and zeros", unit.name);
        assert!(
            page["texts"].to_string().contains(&format!("政府信息公开申请{}件", unit.new_requests())),
            "{}",
            page["texts"]
        );
        let steps = page["steps"].as_array().unwrap();
        assert_eq!(steps.last().unwrap()["status"], "accepted", "{} {steps:?}", unit.name);
    }
}

/// What was returned has cost two points, whoever was never returned has one more.
fn scores(office: &Office, all: &[Unit], last: &[Unit]) {
    let ran = office.run(&["score", "reports", "--to", "评分.csv", "--date", "2026-03-20"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = office.csv("评分.csv");
    assert_eq!(rows.len(), 80);
    let points = |row: &BTreeMap<String, String>| row["得分"].parse::<f64>().unwrap();
    for unit in last {
        let row = rows.iter().find(|row| row["机关"] == unit.name).unwrap();
        let was_returned = all.iter().any(|other| other.name == unit.name && is_returned(other));
        let expected = if was_returned { 98.0 } else { 101.0 };
        assert_eq!(points(row), expected, "{row:?}");
        let better = rows.iter().filter(|other| points(other) > expected).count();
        assert_eq!(row["名次"], (better + 1).to_string(), "{row:?}");
    }
    let absent: Vec<&str> = rows.iter().filter(|row| row["名次"].is_empty()).map(|row| row["机关"].as_str()).collect();
    let expected = names(all.iter().filter(|unit| fate(unit).arrives == 3));
    assert_eq!(absent.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), expected);
}

/// The archive is what the next year is held against; what was changed in it since it was frozen is seen.
fn a_year_later(office: &Office, last: &[Unit]) {
    for unit in last {
        let mut report = unit.report(YEAR + 1);
        // What was left open is taken over, and answered; one forgets it.
        let taken = if unit.number == 4 { 0 } else { unit.carried };
        for column in ["natural", "total"] {
            set(&mut report, &format!("requests/carried_in/{column}"), json!(taken));
            for row in ["granted", "handled"] {
                let firms = if row == "handled" && column == "total" { unit.firms } else { 0 };
                set(&mut report, &format!("requests/{row}/{column}"), json!(unit.natural + taken + firms));
            }
            set(&mut report, &format!("requests/carried_out/{column}"), json!(0));
        }
        office.write(&format!("次年/{}.json", unit.number), &report.to_string());
    }
    let ran = office.run_plain(&["check", "reports", "次年", "--format", "jsonl"]);
    let forgot: BTreeSet<String> =
        ran.findings().iter().filter(|it| it["rule"] == "Y-01").map(|it| text(&it["agency"])).collect();
    assert_eq!(forgot, names(last.iter().filter(|unit| unit.number == 4)), "{}", ran.err);

    let changed = last.iter().find(|unit| unit.number == 20).unwrap();
    office.change(changed, "disclosure/licensing/decisions", json!(changed.licences + 1));
    let ran = office.run_plain(&["check", "reports", "--frozen", "定稿.json", "--format", "jsonl"]);
    let since: BTreeSet<String> =
        ran.findings().iter().filter(|it| it["rule"] == "R-10").map(|it| text(&it["agency"])).collect();
    assert_eq!(since, BTreeSet::from([changed.name.clone()]), "{}", ran.err);
}
