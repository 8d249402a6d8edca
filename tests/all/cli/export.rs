//! `gouji export`: a review as tables; every number against a sum of its own, and read back by other people's programs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use gouji::journal::{Act, Decision, Journal, ReportRef, Seen, Status, Target, Verdict};
use gouji::report::{SafeText, parse_lean};
use serde_json::{Value, json};

use crate::support::command::{Place, clean, listing, set};

pub const NAMES: [&str; 4] = ["松溪县教育局", "松溪县公安局", "松溪县林业局", "松溪县水务局"];

/// A season of a county: three agencies with faults, one in order, one that has not reported, one that nobody expects.
pub struct Office {
    pub place: Place,
}

impl Office {
    pub fn new() -> Self {
        let office = Self { place: Place::new() };
        for (index, name) in NAMES.iter().enumerate() {
            office.submit(name, 1, index < 3);
        }
        office.submit("松溪县文物局", 1, false);
        let names = NAMES.map(|name| format!("{name},骐昌市\n")).concat();
        office.place.write("roster.csv", format!("名称,地区\n松溪县财政局,骐昌市\n{names}"));
        office
    }

    pub fn submit(&self, name: &str, version: u32, wrong: bool) {
        let mut report = clean(name, 2024);
        report["version"] = json!(version);
        set(&mut report, "disclosure/fees/amount", json!("0.1234"));
        if wrong {
            set(&mut report, "requests/new/total", json!(6));
            set(&mut report, "disputes/reconsideration/pending", json!({ "raw": "=1+1" }));
        }
        self.place.write(&format!("reports/{name}/{version}.json"), report.to_string());
    }

    pub fn reference(name: &str) -> ReportRef {
        let region = vec![SafeText::line("骐昌市")];
        ReportRef { agency: SafeText::line(name), region, year: 2024, ..ReportRef::default() }
    }

    pub fn append(&self, acts: &[Act]) {
        let (mut journal, _) = Journal::open(&self.place.path("journal.jsonl")).unwrap();
        journal.append(acts).unwrap();
    }

    pub fn seen(&self, name: &str) -> Option<Seen> {
        let bytes = fs::read(self.place.path(format!("reports/{name}/1.json"))).unwrap();
        let lean = parse_lean(&bytes).unwrap();
        Seen::cells(&lean.cells.digest(lean.form))
    }

    /// One is returned and overdue, one returned, one accepted; two notes, of which one is for the agency.
    pub fn review(&self) {
        let returned = |name: &str, by: &str, due: &str| {
            let act = Act::status(by, Self::reference(name), Status::Returned, "", self.seen(name));
            act.with_due(due.parse().ok())
        };
        let note = |text: &str| Act::note("王核对", Self::reference(NAMES[0]), Target::Report, text, None);
        self.append(&[
            returned(NAMES[0], "李审核", "2025-01-20"),
            returned(NAMES[1], "王核对", "2025-02-20"),
            Act::status("李审核", Self::reference(NAMES[3]), Status::Accepted, "", self.seen(NAMES[3])),
            note("内部的话"),
            note("@SUM(1) 请核对").for_agency(),
        ]);
    }

    pub fn export(&self, to: &str, more: &[&str]) -> crate::support::command::Ran {
        let mut args = vec!["export", "reports", "--to", to, "--journal", "journal.jsonl", "--roster", "roster.csv"];
        if !more.contains(&"--date") {
            args.extend(["--date", "2025-02-01"]);
        }
        args.extend(more);
        self.place.run(args)
    }

    /// The rows of a sheet, by heading.
    fn sheet(&self, name: &str, sheet: &str) -> Vec<BTreeMap<String, Data>> {
        let mut book: Xlsx<_> = open_workbook(self.place.path(name)).unwrap();
        let range = book.worksheet_range(sheet).unwrap();
        let mut rows = range.rows();
        let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
        rows.map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
    }

    fn lines(&self, name: &str, what: &str) -> Vec<Value> {
        let ran = self.export(name, &["--what", what, "--force"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = fs::read_to_string(self.place.path(name)).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn number(value: &Data) -> f64 {
    match value {
        Data::Float(number) => *number,
        Data::Empty => f64::NAN,
        other => panic!("no number: {other:?}"),
    }
}

#[test]
fn the_workbook_has_the_numbers_that_the_reports_and_the_journal_give() {
    let office = Office::new();
    office.review();
    let before = listing(&office.place.path("reports"));
    let ran = office.export("out/台账.xlsx", &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(listing(&office.place.path("reports")), before, "nothing is written among the reports");

    let progress = office.sheet("out/台账.xlsx", "进度");
    let all = &progress[0];
    let expected = [
        ("应报", 5.0),
        ("已报", 5.0),
        ("其中名册外或归属待核对", 1.0),
        ("未报", 1.0),
        ("应报而归属待核对", 0.0),
        ("未审", 2.0),
        ("退回", 2.0),
        ("退回第1轮", 2.0),
        ("退回第2轮", 0.0),
        ("重报", 0.0),
        ("通过", 1.0),
        ("逾期未重报", 1.0),
    ];
    for (head, count) in expected {
        assert_eq!(number(&all[head]), count, "{head}: {all:?}");
    }
    let of = |name: &str| progress.iter().find(|row| row["名称"] == name).unwrap();
    assert_eq!((number(&of("李审核")["已报"]), number(&of("王核对")["已报"])), (2.0, 2.0));
    assert!(number(&of("李审核")["应报"]).is_nan() && number(&of("（无人）")["已报"]) == 2.0);
    assert_eq!(number(&of("骐昌市")["未报"]), 1.0);

    // The ledger is what `check` says, finding by finding.
    let checked = office.place.run(["check", "reports", "--roster", "roster.csv", "--format", "json"]).json();
    let ledger = office.sheet("out/台账.xlsx", "台账");
    let marks: Vec<String> = ledger.iter().map(|row| row["标识"].to_string()).collect();
    let reports: Vec<&Value> =
        checked.as_array().unwrap().iter().filter(|report| !report["report"].is_null()).collect();
    let mut expected: Vec<String> = Vec::new();
    for report in &reports {
        let findings = report["findings"].as_array().unwrap();
        expected.extend(findings.iter().map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()));
    }
    let (mut told, mut wanted) = (marks.clone(), expected);
    told.sort();
    wanted.sort();
    assert_eq!(told, wanted);
    let late = ledger.iter().find(|row| row["机关"] == NAMES[0]).unwrap();
    assert!(matches!(&late["期限"], Data::DateTime(_)) && late["审核状态"] == "退回", "{late:?}");

    // Cells: the sums of the wide and of the long table are those of the JSON.
    let wide = office.sheet("out/台账.xlsx", "数据");
    let long = office.sheet("out/台账.xlsx", "数据_逐格");
    let sum = |values: Vec<f64>| values.into_iter().filter(|value| !value.is_nan()).sum::<f64>();
    let total: Vec<f64> = wide.iter().map(|row| number(&row["表三 一、本年新收·总计"])).collect();
    assert_eq!(sum(total), 3.0 * 6.0 + 2.0 * 5.0);
    let fees = long.iter().filter(|row| row["单元格"] == "disclosure/fees/amount");
    let fees = sum(fees.map(|row| number(&row["值"])).collect());
    assert!((fees - 5.0 * 0.1234).abs() < 1e-9, "{fees}");
    let texts: Vec<&BTreeMap<String, Data>> = long.iter().filter(|row| row["填报"] == "文字").collect();
    assert_eq!(texts.len(), 3);
    assert!(texts.iter().all(|row| row["值"] == Data::String("=1+1".into())), "a text from outside is no formula");

    let sums = office.sheet("out/台账.xlsx", "汇总");
    let new = sums.iter().find(|row| row["单元格"] == "requests/new/total").unwrap();
    assert_eq!((number(&new["合计"]), number(&new["计入家数"]), number(&new["缺报家数"])), (28.0, 5.0, 1.0));

    let notes = office.sheet("out/台账.xlsx", "批注");
    assert_eq!(notes.iter().map(|row| row["对象"].to_string()).collect::<Vec<_>>(), ["内部", "告机关"]);
    let missing = office.sheet("out/台账.xlsx", "未报");
    assert_eq!(missing.iter().map(|row| row["机关"].to_string()).collect::<Vec<_>>(), ["松溪县财政局"]);
}

#[test]
fn what_is_corrected_is_told_apart_from_what_is_open() {
    let office = Office::new();
    office.review();
    let first: Vec<Value> = office.lines("first.jsonl", "findings");
    let own = |lines: &[Value]| lines.iter().filter(|line| line["agency"] == NAMES[0]).cloned().collect::<Vec<_>>();
    let asked: Vec<Value> = own(&first).into_iter().filter(|line| line["level"] == "错误").collect();
    assert!(asked.len() >= 2 && asked.iter().all(|line| line["state"] == "待处理"), "{asked:?}");
    // One is a mistake of ours, which a reviewer says.
    let mark = asked[0]["fingerprint"].as_str().unwrap();
    let verdict = Verdict { decision: Decision::NotAProblem, reason: "内部理由".into() };
    office.append(&[Act::verdict("李审核", Office::reference(NAMES[0]), mark, verdict, None)]);
    let now = own(&office.lines("now.jsonl", "findings"));
    let settled: Vec<&Value> = now.iter().filter(|line| line["state"] == "已了结").collect();
    assert_eq!(settled.len(), 1);
    assert_eq!((&settled[0]["verdict"], &settled[0]["reviewer"]), (&json!("不是问题"), &json!("李审核")));
    assert!(!now.iter().any(|line| line.to_string().contains("内部理由")), "a reason is not in the ledger");
    office.submit(NAMES[0], 2, false);
    let anew = own(&office.lines("anew.jsonl", "findings"));
    let solved = anew.iter().filter(|line| line["state"] == "已更正").count();
    assert_eq!(solved, asked.len() - 1, "what was put aside was never asked for: {anew:?}");
    assert!(anew.iter().all(|line| line["status"] == "重报"));
}

#[test]
fn what_goes_to_agencies_has_no_word_of_the_office() {
    let office = Office::new();
    office.review();
    assert_eq!(office.export("a.xlsx", &["--for-agencies"]).code, 0);
    let mut book: Xlsx<_> = open_workbook(office.place.path("a.xlsx")).unwrap();
    let mut text = String::new();
    for (name, range) in book.worksheets() {
        text += &format!("{name}: {:?}\n", range.rows().collect::<Vec<_>>());
    }
    for word in ["内部的话", "李审核", "王核对"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("@SUM(1) 请核对"));
    // Numbers without names for a report within the office.
    assert_eq!(office.export("b.xlsx", &["--no-reviewers"]).code, 0);
    let notes = office.sheet("b.xlsx", "批注");
    assert!(notes.len() == 2 && notes.iter().all(|row| !row.contains_key("批注人")));
}

#[test]
fn a_reviewer_who_is_named_in_words_is_hidden_with_the_names_and_it_is_said_how_often() {
    let office = Office::new();
    office.review();
    let note = |text: &str| Act::note("王核对", Office::reference(NAMES[0]), Target::Report, text, None);
    office.append(&[note("李审核说过，再问王核对"), note("请与李审核联系").for_agency()]);
    for (to, more, count) in [
        ("b.xlsx", &["--no-reviewers"][..], 3),
        ("b.html", &["--no-reviewers"], 3),
        ("c.jsonl", &["--what", "notes", "--for-agencies"], 1),
    ] {
        let ran = office.export(to, more);
        assert!(ran.code == 0 && ran.err.contains(&format!("有 {count} 处审核人姓名")), "{to}: {}", ran.err);
    }
    let notes = format!("{:?}", office.sheet("b.xlsx", "批注"));
    assert!(notes.contains("审核人说过，再问审核人") && notes.contains("请与审核人联系"), "{notes}");
    for name in ["b.html", "c.jsonl"] {
        let text = fs::read_to_string(office.place.path(name)).unwrap();
        assert!(text.contains("请与审核人联系") && !text.contains("李审核") && !text.contains("王核对"), "{name}");
    }
    assert!(!office.export("d.xlsx", &[]).err.contains("姓名"));
}

#[test]
fn to_agencies_who_was_accepted_is_asked_for_nothing() {
    let office = Office::new();
    office.review();
    let accept = |name: &str| Act::status("李审核", Office::reference(name), Status::Accepted, "", office.seen(name));
    office.append(&[accept(NAMES[2])]);
    let ledger = |to: &str, more: &[&str]| {
        assert_eq!(office.export(to, &[&["--what", "findings"], more].concat()).code, 0);
        fs::read_to_string(office.place.path(to)).unwrap()
    };
    let (all, told) = (ledger("all.csv", &[]), ledger("told.csv", &["--for-agencies"]));
    assert!(all.contains(NAMES[2]), "{all}");
    assert!(told.contains(NAMES[0]) && !told.contains(NAMES[2]), "{told}");
}

#[test]
fn one_table_is_written_as_lines_or_csv() {
    let office = Office::new();
    office.review();
    let form = gouji::form::newest();
    for (what, count) in [("reports", 5), ("cells", 5 * form.cell_count()), ("notes", 2), ("progress", 5)] {
        assert_eq!(office.lines("a.jsonl", what).len(), count, "{what}");
        let ran = office.export(&format!("{what}.csv"), &["--what", what]);
        assert!(ran.code == 0 && ran.out.contains(&format!("{count} 行")), "{} {}", ran.out, ran.err);
        let text = fs::read_to_string(office.place.path(format!("{what}.csv"))).unwrap();
        assert!(text.starts_with('\u{FEFF}'));
    }
    let notes = fs::read_to_string(office.place.path("notes.csv")).unwrap();
    assert!(notes.contains(",'@SUM(1) 请核对,"), "{notes}");
}

#[test]
fn who_is_missing_is_said_only_where_it_is_known() {
    let office = Office::new();
    office.review();
    for args in [&["--status", "退回"][..], &["--reviewer", "李审核"]] {
        let ran = office.export("a.xlsx", &[args, &["--force"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let all = &office.sheet("a.xlsx", "进度")[0];
        assert!(number(&all["应报"]).is_nan() && number(&all["未报"]).is_nan(), "{all:?}");
        assert_eq!(number(&all["已报"]), 2.0);
    }
    let ran = office.place.run(["export", "reports", "--to", "b.xlsx", "--journal", "journal.jsonl"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let all = &office.sheet("b.xlsx", "进度")[0];
    assert!(number(&all["应报"]).is_nan() && number(&all["已报"]) == 5.0);
    let about = office.sheet("b.xlsx", "说明");
    assert!(about.iter().any(|row| row["值"].to_string().contains("不知道谁未报")), "{about:?}");
}

#[test]
fn what_cannot_be_written_is_said_and_leaves_nothing_behind() {
    let office = Office::new();
    office.review();
    std::os::unix::fs::symlink(office.place.path("reports"), office.place.path("link")).unwrap();
    for (to, more, said) in [
        ("a.ods", &[][..], "只能写成 xlsx、html、csv、jsonl 或 parquet"),
        ("a.xlsx", &["--what", "notes"], "不用 --what"),
        ("reports/a.xlsx", &[], "从不写入"),
        ("link/new/a.csv", &[], "从不写入"),
        ("a.xlsx", &["--date", "昨天"], "不是日期"),
        ("roster.csv", &[], "已存在"),
    ] {
        let ran = office.export(to, more);
        assert!(ran.code == 2 && ran.err.contains(said), "{to} {more:?}: {}", ran.err);
    }
    let ran = office.place.run(["export", "reports", "--to", "a.xlsx", "--journal", "none.jsonl"]);
    assert!(ran.code == 2 && ran.err.contains("none.jsonl"), "{}", ran.err);
    assert!(!office.place.path("a.xlsx").exists());
    // A disk that takes no more than this.
    let command = format!(
        "ulimit -f 4; exec {} export reports --to full/a.xlsx --journal journal.jsonl",
        env!("CARGO_BIN_EXE_gouji")
    );
    let mut shell = Command::new("sh");
    shell.args(["-c", &command]).current_dir(office.place.path("")).envs(office.place.environment());
    let output = shell.output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("full/a.xlsx") && !err.contains("panicked"), "{err}");
    assert_eq!(fs::read_dir(office.place.path("full")).unwrap().count(), 0);
}

/// A program of somebody else's; where it is not installed, a test says that it is skipped.
pub fn installed(program: &str, args: &[&str]) -> bool {
    let found = Command::new(program).args(args).output().is_ok_and(|output| output.status.success());
    if !found {
        println!("skipped: {program} {} is not installed here", args.join(" "));
    }
    found
}

fn python(script: &str, file: &Path) -> String {
    let output = Command::new("python3").args(["-c", script]).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn openpyxl_reads_what_was_written() {
    if !installed("python3", &["-c", "import openpyxl"]) {
        return;
    }
    let office = Office::new();
    office.review();
    assert_eq!(office.export("a.xlsx", &[]).code, 0);
    let script = "import openpyxl, sys\nb = openpyxl.load_workbook(sys.argv[1])\nprint(b.sheetnames)\nfor s in b: print(s.title, s.max_row - 1, s.freeze_panes, s.auto_filter.ref, s.print_title_rows)\np = b['进度']\nprint(dict(zip([c.value for c in p[1]], [c.value for c in p[2]])))\nprint(sum(1 for s in b for r in s.iter_rows() for c in r if c.data_type == 'f'), 'formulas')";
    let text = python(script, &office.place.path("a.xlsx"));
    for part in ["'应报': 5", "'未报': 1", "0 formulas", "台账", "E2", "$1:$1"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn libreoffice_opens_the_workbook() {
    if !installed("soffice", &["--version"]) {
        return;
    }
    let office = Office::new();
    office.review();
    assert_eq!(office.export("a.xlsx", &[]).code, 0);
    let profile = format!("-env:UserInstallation=file://{}", office.place.path("office").display());
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir"]);
    let output = soffice.arg(office.place.path("csv")).arg(office.place.path("a.xlsx")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let Ok(text) = fs::read_to_string(office.place.path("csv/a.csv")) else {
        println!("skipped: this LibreOffice has no spreadsheets");
        return;
    };
    let text = text.replace('"', "");
    assert!(text.contains("应报,已报") && text.contains("2024,全部,,5,5,1,1,0,2,0,2"), "{text}");
}
