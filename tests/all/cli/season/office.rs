//! The office that reviews: what it receives, reads, decides and sends out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use gouji::journal::{Act, Decision, Journal, ReportRef, Seen, Status, Target, Verdict};
use gouji::report::{SafeText, parse_lean};
use serde_json::{Value, json};

use crate::support::command::{Place, Ran, clean, set};
use crate::support::desk::{loaded, quit, start};

use super::county::{GOVERNMENT, REGION, Unit, YEAR};

pub(super) struct Office(Place);

type Cells = BTreeMap<String, Vec<(&'static str, i64)>>;

pub(super) fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("no number: {value}"))
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Office {
    pub(super) fn new(units: &[Unit]) -> Self {
        let office = Self(Place::new());
        let region = REGION.join("/");
        let lines: String = units.iter().map(|unit| format!("{},{region}\n", unit.name)).collect();
        office.0.write("名册.csv", format!("名称,地区\n{GOVERNMENT},{region}\n{lines}"));
        // Every agency has licences here, whatever its powers.
        let scheme = "[levels]\n\"T2-11\" = \"off\"\n[score]\nerror = 2\nmissing = 100\ncorrected = true\n[score.bonus]\nfirst = 1\n";
        office.0.write("口径.toml", scheme);
        office.append(&[]);
        office
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path(name)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        self.0.write(name, text);
    }

    /// With the roster and the journal of the office.
    pub(super) fn run(&self, args: &[&str]) -> Ran {
        self.0.run(
            [args, &["--roster", "名册.csv", "--profile", "口径.toml", "--journal", "journal.jsonl", "--force"]]
                .concat(),
        )
    }

    pub(super) fn run_plain(&self, args: &[&str]) -> Ran {
        self.0.run([args, &["--roster", "名册.csv"]].concat())
    }

    fn append(&self, acts: &[Act]) {
        let (mut journal, _) = Journal::open(&self.0.path("journal.jsonl")).unwrap();
        journal.append(acts).unwrap();
    }

    fn file(&self, unit: &Unit) -> PathBuf {
        let name = |round: u8| self.0.path(format!("reports/第{round}轮/{:03}.json", unit.number));
        (1..=3).rev().map(name).find(|path| path.exists()).unwrap()
    }

    /// Documents of a round are read; whoever receives them numbers their versions.
    pub(super) fn receive(&self, round: u8, units: &[Unit]) {
        for unit in units {
            let (name, bytes) = unit.document();
            self.0.write(&format!("来件/第{round}轮/{name}"), bytes);
        }
        let (from, to) = (format!("来件/第{round}轮"), format!("reports/第{round}轮"));
        let ran = self.0.run(["read", &from, "--out", &to]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for unit in units {
            let path = self.0.path(format!("{to}/{:03}.json", unit.number));
            let mut report: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            report["version"] = json!(round);
            fs::write(&path, report.to_string()).unwrap();
        }
    }

    /// Of each agency the cells that it meant to report, as they were read.
    pub(super) fn read_cells(&self, round: u8) -> Cells {
        let files = fs::read_dir(self.0.path(format!("reports/第{round}轮"))).unwrap();
        let ids: Vec<&'static str> = super::units()[0].cells().into_iter().map(|(cell, _)| cell).collect();
        let cells = files.map(|file| {
            let report: Value = serde_json::from_slice(&fs::read(file.unwrap().path()).unwrap()).unwrap();
            let value = |cell: &&'static str| {
                let id: Vec<&str> = cell.split('/').collect();
                (*cell, report["tables"][id[0]][id[1]][id[2]].as_i64().unwrap_or(-1))
            };
            (text(&report["agency"]["name"]), ids.iter().map(value).collect())
        });
        cells.collect()
    }

    /// Whose report, as it stands, has an error.
    pub(super) fn with_errors(&self) -> BTreeSet<String> {
        let findings = self.table("findings", &["--date", "2026-02-01"]);
        let open = findings.iter().filter(|row| row["level"] == "错误" && row["state"] != "已更正");
        open.map(|row| text(&row["agency"])).collect()
    }

    /// One table of the review.
    pub(super) fn table(&self, what: &str, more: &[&str]) -> Vec<Value> {
        let ran = self.run(&[&["export", "reports", "--to", "表.jsonl", "--what", what], more].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = fs::read_to_string(self.0.path("表.jsonl")).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub(super) fn csv(&self, name: &str) -> Vec<BTreeMap<String, String>> {
        let bytes = fs::read(self.0.path(name)).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap());
        let heads = reader.headers().unwrap().clone();
        let row = |row: csv::StringRecord| {
            heads.iter().zip(row.iter()).map(|(head, field)| (head.to_owned(), field.to_owned())).collect()
        };
        reader.records().map(|record| row(record.unwrap())).collect()
    }

    /// The letters of a directory, by agency; the list is none.
    pub(super) fn letters(&self, dir: &str) -> BTreeMap<String, String> {
        let files = fs::read_dir(self.0.path(dir)).unwrap().map(|file| file.unwrap());
        let letters = files.filter_map(|file| {
            let name = file.file_name().into_string().unwrap();
            let agency = name.split('_').next().unwrap().to_owned();
            (agency != "00").then(|| (agency, fs::read_to_string(file.path()).unwrap()))
        });
        letters.collect()
    }

    pub(super) fn cover(&self, dir: &str) -> String {
        let mut files = fs::read_dir(self.0.path(dir)).unwrap().map(|file| file.unwrap().path());
        let cover = files.find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("00_")).unwrap();
        fs::read_to_string(cover).unwrap()
    }

    fn reference(unit: &Unit) -> ReportRef {
        let region = REGION.map(SafeText::line).to_vec();
        ReportRef { agency: SafeText::line(&unit.name), region, year: YEAR, ..ReportRef::default() }
    }

    fn seen(&self, unit: &Unit) -> Option<Seen> {
        let lean = parse_lean(&fs::read(self.file(unit)).unwrap()).unwrap();
        Seen::cells(&lean.cells.digest(lean.form))
    }

    /// Two reviewers: one decides, notes and returns through the journal, the other returns one of them at the desk.
    pub(super) fn triage(&self, units: &[&Unit], due: &str) {
        let findings = self.table("findings", &["--date", "2026-02-01"]);
        let mut acts = Vec::new();
        for unit in units {
            let report = || Self::reference(unit);
            for row in findings.iter().filter(|row| row["agency"] == unit.name.as_str() && row["level"] == "错误") {
                let verdict = Verdict { decision: Decision::Return, reason: "内部理由".into() };
                acts.push(Act::verdict("李审核", report(), row["fingerprint"].as_str().unwrap(), verdict, None));
            }
            let words = format!("请{}核对", unit.number);
            acts.push(Act::note("李审核", report(), Target::Report, &words, self.seen(unit)).for_agency());
            acts.push(Act::note("李审核", report(), Target::Report, "内部的话", None));
        }
        self.append(&acts);
        // It is corrected in the second round: the date of the desk's clock plays no part in what is counted.
        let (at_desk, others): (Vec<&Unit>, Vec<&Unit>) = units.iter().copied().partition(|unit| unit.number == 11);
        self.send_back(&others, 1, due);
        for unit in at_desk {
            self.return_at_desk(unit);
        }
    }

    fn return_at_desk(&self, unit: &Unit) {
        let args = ["reports", "--roster", "名册.csv", "--journal", "journal.jsonl", "--reviewer", "王核对"];
        let mut pty = start(&self.0, &args).size(110, 30).spawn();
        loaded(&pty);
        let short = unit.name.trim_start_matches("泠浦县").to_owned();
        pty.send(format!("/{short}\r"))
            .wait_for("one agency", |screen| screen.contains(&short) && !screen.contains("公安局"));
        pty.send("R").wait_text("Enter 为");
        pty.send("\r").wait_text("已保存状态：退回");
        pty.send("\x1b").settle();
        quit(pty);
    }

    pub(super) fn accept_at_desk(&self, unit: &Unit) {
        let args = ["reports", "--roster", "名册.csv", "--profile", "口径.toml", "--journal", "journal.jsonl"];
        let mut pty = start(&self.0, &[&args[..], &["--reviewer", "王核对"]].concat()).size(110, 30).spawn();
        loaded(&pty);
        let short = unit.name.trim_start_matches("泠浦县").to_owned();
        pty.send(format!("/{short}\r")).wait_for("one agency", |screen| screen.contains("1 家，"));
        // A warning is left that nobody has decided on: it is asked.
        pty.send("A").wait_text("仍然通过");
        pty.send("y").wait_text("已保存状态：通过");
        quit(pty);
    }

    /// The data of a dossier: its list, and the page of each agency that has reported.
    pub(super) fn dossier(&self, name: &str) -> (Value, BTreeMap<String, Value>) {
        let page = fs::read_to_string(self.0.path(name)).unwrap();
        let held = |id: &str| -> Value {
            let (_, rest) = page.split_once(&format!("id=\"{id}\">")).unwrap();
            serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
        };
        let list = held("data");
        let lines = list["agencies"].as_array().unwrap().iter().filter(|line| line["status"] != "missing");
        let pages = lines.map(|line| (text(&line["name"]), held(&format!("d-{}", text(&line["key"])))));
        let pages = pages.collect();
        (list, pages)
    }

    pub(super) fn send_back(&self, units: &[&Unit], round: u8, due: &str) {
        let acts = units.iter().map(|unit| {
            let words = format!("第{round}轮退回");
            Act::status("王核对", Self::reference(unit), Status::Returned, &words, self.seen(unit))
                .with_due(due.parse().ok())
        });
        self.append(&acts.collect::<Vec<_>>());
    }

    pub(super) fn accept(&self, units: &[&Unit]) {
        let accepted =
            |unit: &&Unit| Act::status("李审核", Self::reference(unit), Status::Accepted, "", self.seen(unit));
        self.append(&units.iter().map(accepted).collect::<Vec<_>>());
    }

    /// The county's own report: the sum of its units, but for one of them.
    pub(super) fn submit_county(&self, units: &[Unit], forgotten: usize) {
        let mut report = clean(GOVERNMENT, YEAR);
        report["agency"]["region"] = json!(REGION);
        for (at, (cell, _)) in units[0].cells().into_iter().enumerate() {
            let counted = units.iter().filter(|unit| unit.number != forgotten);
            let sum: i64 = counted.map(|unit| unit.cells()[at].1).sum();
            set(&mut report, cell, json!(sum));
        }
        report["version"] = json!(3);
        self.0.write("reports/第3轮/县政府.json", report.to_string());
    }

    /// Somebody changes a report after the end.
    pub(super) fn change(&self, unit: &Unit, cell: &str, value: Value) {
        let path = self.file(unit);
        let mut report: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        set(&mut report, cell, value);
        fs::write(path, report.to_string()).unwrap();
    }
}
