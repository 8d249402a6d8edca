//! `gouji score`: every point against a sum of its own, and none without evidence.

use std::collections::BTreeMap;
use std::fs;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use gouji::journal::{Act, Decision, Journal, ReportRef, Seen, Status, Target, Verdict};
use gouji::report::{SafeText, parse_lean};
use serde_json::{Value, json};

use crate::support::command::{Place, Ran, clean, set};

const NAMES: [&str; 4] = ["松溪县教育局", "松溪县公安局", "松溪县林业局", "松溪县水务局"];

const SCHEME: &str = "[score]\nerror = 2\nwarning = 0.5\n[score.late]\neach = 1.5\nmost = 6\n\
    [score.bonus]\nclean = 1\nfirst = 0.25\n[score.grades]\n\"优秀\" = 100\n\"良好\" = 95\n\
    [[score.aspect]]\nname = \"表三\"\npoints = 5\nrules = [\"T3\"]\n";

/// Four agencies, of which two have one wrong number; one that has not reported.
struct Office(Place);

impl Office {
    fn new(scheme: &str) -> Self {
        let office = Self(Place::new());
        for (index, name) in NAMES.iter().enumerate() {
            office.submit(name, 1, |report| {
                if index < 2 {
                    set(report, "requests/new/total", json!(6));
                }
            });
        }
        let names = NAMES.map(|name| format!("{name},骐昌市\n")).concat();
        office.0.write("roster.csv", format!("名称,地区\n松溪县财政局,骐昌市\n{names}"));
        office.0.write("profile.toml", scheme);
        office.append(&[]);
        office
    }

    fn submit(&self, name: &str, version: u32, change: impl Fn(&mut Value)) {
        let mut report = clean(name, 2024);
        report["version"] = json!(version);
        change(&mut report);
        self.0.write(&format!("reports/{name}/{version}.json"), report.to_string());
    }

    fn reference(name: &str) -> ReportRef {
        let region = vec![SafeText::line("骐昌市")];
        ReportRef { agency: SafeText::line(name), region, year: 2024, ..ReportRef::default() }
    }

    fn append(&self, acts: &[Act]) {
        let (mut journal, _) = Journal::open(&self.0.path("journal.jsonl")).unwrap();
        journal.append(acts).unwrap();
    }

    fn seen(&self, name: &str) -> Option<Seen> {
        let lean = parse_lean(&fs::read(self.0.path(format!("reports/{name}/1.json"))).unwrap()).unwrap();
        Seen::cells(&lean.cells.digest(lean.form))
    }

    fn decide(&self, name: &str, decision: Decision, wanted: impl Fn(&Value) -> bool) -> usize {
        let checked = self.0.run(["check", "reports", "--hints", "--format", "jsonl"]).findings();
        let own: Vec<Value> = checked.into_iter().filter(|it| it["agency"] == name && wanted(it)).collect();
        let acts = own.iter().map(|finding| {
            let verdict = Verdict { decision, reason: "口径调整".into() };
            Act::verdict("李审核", Self::reference(name), finding["fingerprint"].as_str().unwrap(), verdict, None)
        });
        self.append(&acts.collect::<Vec<Act>>());
        own.len()
    }

    fn run(&self, command: &str, to: &str, more: &[&str]) -> Ran {
        let mut args = vec![command, "reports", "--to", to, "--journal", "journal.jsonl", "--roster", "roster.csv"];
        args.extend(["--profile", "profile.toml", "--date", "2025-02-01", "--force"]);
        args.extend(more);
        self.0.run(args)
    }

    fn score(&self, more: &[&str]) -> Book {
        let ran = self.run("score", "out/评分.xlsx", more);
        assert_eq!(ran.code, 0, "{}", ran.err);
        Book::read(self, "out/评分.xlsx")
    }
}

type Row = BTreeMap<String, Data>;

/// The sheets of a workbook, each row by heading.
struct Book(BTreeMap<String, Vec<Row>>);

impl Book {
    fn read(office: &Office, name: &str) -> Self {
        let mut book: Xlsx<_> = open_workbook(office.0.path(name)).unwrap();
        let sheets = book.worksheets().into_iter().map(|(name, range)| {
            let mut rows = range.rows();
            let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
            (name, rows.map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect())
        });
        Self(sheets.collect())
    }

    fn of(&self, sheet: &str, agency: &str) -> Vec<&Row> {
        self.0[sheet].iter().filter(|row| row["机关"] == agency).collect()
    }

    /// Points, what is taken off and added, and the place.
    fn result(&self, agency: &str) -> [f64; 4] {
        let row = self.of("评分", agency)[0];
        ["得分", "扣分合计", "加分", "名次"].map(|head| number(&row[head]))
    }
}

fn number(value: &Data) -> f64 {
    match value {
        Data::Float(number) => *number,
        Data::Empty => f64::NAN,
        other => panic!("no number: {other:?}"),
    }
}

fn sum(rows: &[&Row], head: &str) -> f64 {
    rows.iter().map(|row| number(&row[head])).sum()
}

#[test]
fn one_cause_costs_once_and_every_point_has_its_evidence() {
    let office = Office::new(SCHEME);
    office.append(&[Act::status("李审核", Office::reference(NAMES[3]), Status::Accepted, "", office.seen(NAMES[3]))]);
    let book = office.score(&[]);
    // One wrong number, two relations that it breaks.
    let findings = office.0.run(["check", "reports", "--format", "jsonl"]).findings();
    let errors = findings.iter().filter(|it| it["agency"] == NAMES[0] && it["severity"] == "error").count();
    assert!(errors > 1, "{findings:?}");
    assert_eq!(book.result(NAMES[0]), [98.0, 2.0, 0.0, 3.0]);
    assert_eq!(book.result(NAMES[1]), [98.0, 2.0, 0.0, 3.0]);
    assert_eq!(book.result(NAMES[2]), [100.0, 0.0, 0.0, 2.0]);
    assert_eq!(book.result(NAMES[3]), [101.25, 0.0, 1.25, 1.0]);
    assert_eq!(book.of("评分", NAMES[3])[0]["等次"], "优秀");
    let missing = book.of("评分", "松溪县财政局")[0];
    assert!(missing["审核状态"] == "未报" && missing["得分"] == Data::Empty && missing["名次"] == Data::Empty);
    for name in NAMES {
        let taken = book.of("扣分明细", name);
        assert_eq!(sum(&taken, "扣分"), book.result(name)[1], "{name}");
        for row in taken {
            assert!(row["问题"] != Data::Empty && row["依据"] != Data::Empty && row["位置"] != Data::Empty, "{row:?}");
        }
    }
    let rest = book.of("不扣分事项", NAMES[0]);
    assert_eq!(
        rest.iter().filter(|row| row["失分原因"].to_string().contains("同一原因，只扣一次")).count(),
        errors - 1
    );
    // The ledger says the same.
    let ran = office.run("export", "out/台账.xlsx", &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ledger = Book::read(&office, "out/台账.xlsx");
    for name in NAMES {
        let rows = ledger.of("台账", name);
        assert_eq!(sum(&rows, "扣分"), book.result(name)[1], "{name}");
    }
    let row = ledger.of("台账", NAMES[0])[0];
    assert_eq!((row["指标"].to_string(), number(&row["分值"])), ("表三".to_owned(), 5.0));
    assert!(row["失分原因"].to_string().ends_with("，扣 2 分"), "{row:?}");
    let ran = office.run("export", "out/发机关.xlsx", &["--for-agencies"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let outside = Book::read(&office, "out/发机关.xlsx");
    assert!(outside.0["台账"].iter().all(|row| !row.contains_key("扣分")), "points are a matter of the office");

    // The spread counts each report once.
    let spread = &book.0["分布"];
    let bands: Vec<&Row> = spread.iter().filter(|row| row["占比"] != Data::Empty).collect();
    assert_eq!(sum(&bands, "份数"), 4.0);
    let band =
        |name: &str| number(&bands.iter().find(|row| row["分数段"].to_string().starts_with(name)).unwrap()["份数"]);
    assert_eq!((band("优秀"), band("良好"), band("不足")), (2.0, 2.0, 0.0));
    let value = |name: &str| number(&spread.iter().find(|row| row["分数段"] == name).unwrap()["分值"]);
    assert_eq!((value("平均分"), value("中位数")), (99.31, 99.0));
    assert_eq!((value("最高分"), value("最低分")), (101.25, 98.0));
}

#[test]
fn what_was_put_aside_or_cannot_be_shown_costs_nothing() {
    let office = Office::new(SCHEME);
    let is_error = |finding: &Value| finding["severity"] == "error";
    assert!(office.decide(NAMES[0], Decision::NotAProblem, is_error) > 0);
    let accepted = office.decide(NAMES[1], Decision::Accept, is_error);
    let warning = office.decide(NAMES[2], Decision::ToVerify, |finding| finding["severity"] == "warning");
    let book = office.score(&[]);
    for name in NAMES {
        assert_eq!(book.result(name)[..2], [100.0, 0.0], "{name}");
    }
    let why = |name: &str| -> Vec<String> {
        book.of("不扣分事项", name).iter().map(|row| row["失分原因"].to_string()).collect()
    };
    assert!(why(NAMES[0]).iter().any(|text| text.ends_with("审核人认为不是问题")), "{:?}", why(NAMES[0]));
    assert_eq!(why(NAMES[1]).iter().filter(|text| text.ends_with("审核人已接受说明")).count(), accepted);
    assert_eq!(why(NAMES[2]).iter().filter(|text| text.ends_with("待机关说明")).count(), warning);
    // Unless the office says so.
    office.0.write("profile.toml", SCHEME.replace("error = 2", "error = 2\naccepted = true"));
    let book = office.score(&[]);
    assert_eq!((book.result(NAMES[0])[1], book.result(NAMES[1])[1]), (0.0, 2.0));
}

#[test]
fn a_doubtful_reading_costs_nothing_whoever_is_asked() {
    let office = Office::new(&SCHEME.replace("error = 2", "error = 2\nasked = true"));
    office.submit(NAMES[0], 1, |report| {
        set(report, "requests/new/total", json!(6));
        report["remarks"] =
            json!([{ "kind": "chosen-values", "cell": "requests/new/total", "message": "按勾稽关系选取", "line": 9 }]);
    });
    let is_error = |finding: &Value| finding["severity"] == "error";
    assert!(office.decide(NAMES[0], Decision::ToVerify, |_| true) > 0);
    assert!(office.decide(NAMES[1], Decision::ToVerify, is_error) > 0);
    let book = office.score(&[]);
    assert_eq!(book.result(NAMES[1])[1], 2.0, "what was read for certain");
    let taken = book.of("扣分明细", NAMES[0]);
    assert!(!taken.iter().any(|row| row["规则"].to_string().starts_with("T3")), "{taken:?}");
}

#[test]
fn days_cost_by_the_day_and_nothing_costs_more_than_its_aspect() {
    let office = Office::new(SCHEME);
    office.0.write("dates.csv", format!("名称,报送日期\n{},2025-02-03\n{},2025-03-03\n", NAMES[2], NAMES[3]));
    office.submit(NAMES[0], 1, |report| {
        // Faults of single cells, each a cause of its own.
        for cell in ["licensing/decisions", "penalties/decisions", "coercion/decisions"] {
            set(report, &format!("disclosure/{cell}"), json!(-1));
        }
    });
    office.0.write("profile.toml", SCHEME.replace("[\"T3\"]", "[\"T2\"]"));
    let book = office.score(&["--received", "dates.csv"]);
    assert_eq!(book.result(NAMES[2])[..2], [95.5, 4.5], "three days at 1.5");
    assert_eq!(book.result(NAMES[3])[..2], [94.0, 6.0], "no more than 6");
    let late = book.of("扣分明细", NAMES[2]);
    assert!(late[0]["失分原因"].to_string().contains("3 天，扣 4.5 分"), "{late:?}");
    let rows = book.of("扣分明细", NAMES[0]);
    let full = rows.iter().map(|row| number(&row["扣分"])).filter(|points| *points == 2.0).count();
    assert!(full == 2 && sum(&rows, "扣分") == 5.0, "2, 2, and what is left of 5: {rows:?}");
    assert!(rows.iter().any(|row| row["失分原因"].to_string().ends_with("此项已扣到上限")), "{rows:?}");
    assert_eq!(number(&book.of("评分", NAMES[0])[0]["表三（5分）扣分"]), 5.0);
    // Without dates nobody knows that they were late.
    assert_eq!(office.score(&[]).result(NAMES[3])[1], 0.0);
}

#[test]
fn what_was_corrected_costs_only_where_the_office_says_so() {
    let office = Office::new(SCHEME);
    let name = NAMES[0];
    office.append(&[Act::status("李审核", Office::reference(name), Status::Returned, "", office.seen(name))]);
    office.submit(name, 2, |_| {});
    assert_eq!(office.score(&[]).result(name)[1], 0.0);
    office.0.write("profile.toml", SCHEME.replace("error = 2", "error = 2\ncorrected = true"));
    let book = office.score(&[]);
    assert_eq!(book.result(name)[1], 2.0);
    assert!(book.of("扣分明细", name)[0]["失分原因"].to_string().contains("退回后已更正"));
    assert_eq!(office.run("export", "out/台账.xlsx", &[]).code, 0);
    let ledger = Book::read(&office, "out/台账.xlsx");
    assert_eq!(sum(&ledger.of("台账", name), "扣分"), 2.0);
}

#[test]
fn personal_data_and_names_of_reviewers_are_in_no_score_sheet() {
    let office = Office::new(SCHEME);
    office.append(&[Act::note("李审核", Office::reference(NAMES[0]), Target::Report, "内部的话", None)]);
    office.decide(NAMES[0], Decision::Return, |_| true);
    let all = format!("{:?}", office.score(&["--no-reviewers", "--reviewer", "李审核"]).0);
    assert!(!all.contains("李审核") && !all.contains("内部的话") && all.contains(NAMES[0]), "{all}");
    // Nor does a filter name them where they are not to be read.
    for more in [&["--no-reviewers", "--reviewer", "李审核"][..], &["--for-agencies", "--reviewer", "李审核"]] {
        assert_eq!(office.run("export", "out/台账.xlsx", more).code, 0);
        let all = format!("{:?}", Book::read(&office, "out/台账.xlsx").0);
        assert!(!all.contains("李审核") && all.contains(NAMES[0]), "{more:?}: {all}");
    }
}

#[test]
fn a_csv_has_the_places_and_nothing_is_scored_without_a_scheme() {
    let office = Office::new(SCHEME);
    let ran = office.run("score", "out/评分.csv", &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = fs::read_to_string(office.0.path("out/评分.csv")).unwrap();
    let places: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').nth(4)).collect();
    assert_eq!(places, ["1", "1", "3", "3", ""], "{text}");
    assert!(text.contains("（-2）"), "{text}");
    office.0.write("profile.toml", "name = \"甲\"");
    let ran = office.run("score", "out/无.xlsx", &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("[score]") && !office.0.path("out/无.xlsx").exists(), "{}", ran.err);
    office.0.write("profile.toml", "[score]\nerrors = 1");
    let ran = office.run("score", "out/无.xlsx", &[]);
    assert!(ran.code == 2 && ran.err.contains("第 2 行，score.errors：没有这一项，是不是 error？"), "{}", ran.err);
    office.0.write("profile.toml", SCHEME);
    assert_eq!(office.run("score", "out/无.docx", &[]).code, 2);
    assert_eq!(office.run("score", "reports/无.xlsx", &[]).code, 2);
}
