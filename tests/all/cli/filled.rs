//! `gouji journal import`: what agencies have filled into a ledger becomes notes, once, on the right problem or on none.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use rust_xlsxwriter::{Formula, Workbook};
use serde_json::{Value, json};

use crate::support::command::{Place, Ran, clean, listing, set};

const NAMES: [&str; 3] = ["松溪县教育局", "松溪县公安局", "松溪县林业局"];

type Table = Vec<Vec<String>>;

/// Three agencies with a wrong number each, and the ledger of their problems.
struct Office(Place);

impl Office {
    fn new() -> Self {
        let office = Self(Place::new());
        for name in NAMES {
            office.submit(name, 1, 6);
        }
        office.0.write("journal.jsonl", "");
        office
    }

    fn submit(&self, name: &str, version: u32, new: i64) {
        let mut report = clean(name, 2024);
        report["version"] = json!(version);
        set(&mut report, "requests/new/total", json!(new));
        self.0.write(&format!("reports/{name}/{version}.json"), report.to_string());
    }

    /// The ledger as `gouji export` writes it.
    fn ledger(&self) -> Table {
        let args =
            ["export", "reports", "--to", "台账.xlsx", "--journal", "journal.jsonl", "--date", "2025-02-01", "--force"];
        let ran = self.0.run(args);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let mut book: Xlsx<_> = open_workbook(self.0.path("台账.xlsx")).unwrap();
        let range = book.worksheet_range("台账").unwrap();
        let text = |cell: &Data| cell.to_string();
        range.rows().map(|row| row.iter().map(text).collect()).collect()
    }

    fn import(&self, file: &str, more: &[&str]) -> Ran {
        let args = ["journal", "import", file, "reports", "--journal", "journal.jsonl", "--reviewer", "李审核"];
        self.0.run([&args[..], more].concat())
    }

    /// The notes of the journal: agency, target and words.
    fn notes(&self) -> Vec<(String, String, String)> {
        let acts = self.0.run(["journal", "show", "journal.jsonl", "--format", "json"]).json();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let acts = acts.as_array().unwrap().iter().filter(|act| act["act"] == "note");
        acts.map(|act| (text(&act["report"]["agency"]), act["target"].to_string(), text(&act["text"]))).collect()
    }
}

fn at(table: &Table, head: &str) -> usize {
    table[0].iter().position(|name| name == head).unwrap()
}

/// Fills a column in: in the first problem of each agency its own words.
fn fill(table: &mut Table) {
    let (agency, text) = (at(table, "机关"), at(table, "整改情况"));
    let mut done = Vec::new();
    for row in &mut table[1..] {
        if !done.contains(&row[agency]) {
            done.push(row[agency].clone());
            row[text] = format!("{}已更正", row[agency]);
        }
    }
}

fn book(sheets: &[(&str, &Table)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, table) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, fields) in (0..).zip(table.iter()) {
            for (column, field) in (0..).zip(fields) {
                sheet.write_string(row, column, field).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn what_was_filled_in_becomes_notes_once_and_only_when_that_is_said() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    office.0.write("填好.xlsx", book(&[("台账", &ledger)]));
    let before = listing(&office.0.path("reports"));
    let ran = office.import("填好.xlsx", &[]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("台账 第 2 行：松溪县") && ran.out.contains("新批注 3 条"), "{}", ran.out);
    assert!(ran.out.contains("没有写入") && office.notes().is_empty(), "{}", ran.out);
    let ran = office.import("填好.xlsx", &["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let notes = office.notes();
    assert_eq!(notes.len(), 3);
    for (agency, target, text) in &notes {
        assert_eq!(*text, format!("{agency}已更正"));
        let mark =
            ledger.iter().find(|row| row[at(&ledger, "整改情况")] == *text).unwrap()[at(&ledger, "标识")].clone();
        assert!(target.contains(&mark), "{target} {mark}");
    }
    let ran = office.import("填好.xlsx", &["--yes"]);
    assert!(ran.code == 0 && ran.out.contains("新批注 0 条；已有 3 条"), "{}", ran.out);
    assert_eq!(office.notes().len(), 3, "twice is nothing new");
    assert_eq!(listing(&office.0.path("reports")), before);
    assert!(office.0.run(["journal", "verify", "journal.jsonl"]).code == 0);
    // Of the office alone: no notice has it.
    let ran = office.0.run([
        "notice",
        "reports",
        "--out",
        "通知",
        "--only",
        "errors",
        "--format",
        "txt",
        "--journal",
        "journal.jsonl",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for file in fs::read_dir(office.0.path("通知")).unwrap() {
        assert!(!fs::read_to_string(file.unwrap().path()).unwrap().contains("已更正"), "internal words in a notice");
    }
    // Corrected meanwhile: the words still find their problem, in the version that had it.
    office.submit(NAMES[0], 2, 5);
    ledger[1][7] = "改过".into();
    let text = at(&ledger, "整改情况");
    ledger[1][text] = "又改".into();
    office.0.write("再填.xlsx", book(&[("台账", &ledger)]));
    let ran = office.import("再填.xlsx", &["--yes"]);
    assert!(ran.code == 0 && ran.out.contains("新批注 1 条；已有 2 条"), "{}{}", ran.out, ran.err);
}

#[test]
fn columns_may_be_moved_and_renamed_and_sheets_added() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    // Back to front, with a title above, on two sheets, beside sheets of other things.
    let mut moved: Table = ledger.iter().map(|row| row.iter().rev().cloned().collect()).collect();
    moved[0].iter_mut().filter(|name| *name == "整改情况").for_each(|name| *name = "整改结果".into());
    let (one, other) = moved.split_at(moved.len() / 2);
    let second: Table = [&moved[..1], other].concat();
    let first: Table = [&[vec!["问题台账（2024）".to_owned()]], one].concat();
    let stray: Table = vec![vec!["甲".into(), "乙".into()], vec!["1".into(), "2".into()]];
    office.0.write("动过.xlsx", book(&[("封面", &stray), ("上半", &first), ("下半", &second)]));
    let ran = office.import("动过.xlsx", &["--yes"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("上半 第 3 行"), "{}", ran.out);
    assert_eq!(office.notes().len(), 3);

    // Without marks rule and place tell; a column of the office's own is named.
    let office = Office::new();
    let (mark, text) = (at(&ledger, "标识"), at(&ledger, "整改情况"));
    ledger[0][text] = "各单位反馈".into();
    ledger.iter_mut().for_each(|row| _ = row.remove(mark));
    office.0.write("无标识.xlsx", book(&[("台账", &ledger)]));
    let ran = office.import("无标识.xlsx", &["--yes"]);
    assert!(ran.code == 2 && ran.err.contains("没有“整改情况”一列") && ran.err.contains("各单位反馈"), "{}", ran.err);
    let ran = office.import("无标识.xlsx", &["--yes", "--column", "各单位反馈"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert_eq!(office.notes().len(), 3);
}

#[test]
fn what_cannot_be_placed_is_named_and_never_put_elsewhere() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    let (agency, mark, text) = (at(&ledger, "机关"), at(&ledger, "标识"), at(&ledger, "整改情况"));
    let rows: Vec<usize> = (1..ledger.len()).filter(|&row| !ledger[row][text].is_empty()).collect();
    // One column sorted without the others; an agency that nobody knows; neither mark nor agency.
    ledger[rows[0]][agency] = NAMES.iter().find(|name| **name != ledger[rows[0]][agency]).unwrap().to_string();
    ledger[rows[1]][agency] = "松溪县水务局".into();
    ledger[rows[1]][mark] = "0000000000000000".into();
    ledger[rows[2]][agency] = String::new();
    ledger[rows[2]][mark] = String::new();
    office.0.write("错位.xlsx", book(&[("台账", &ledger)]));
    let ran = office.import("错位.xlsx", &["--yes"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    for (row, why) in rows.iter().zip(["标识是别的机关的问题", "没有这个机关", "既没有标识"]) {
        assert!(
            ran.out.contains(&format!("台账 第 {} 行 没有归位：", row + 1)) && ran.out.contains(why),
            "{}",
            ran.out
        );
    }
    assert!(office.notes().is_empty());
}

#[test]
fn a_mark_that_nobody_knows_needs_year_rule_and_place() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    let (mark, year) = (at(&ledger, "标识"), at(&ledger, "年度"));
    ledger[1..].iter_mut().for_each(|row| row[mark] = "0000000000000000".into());
    office.0.write("有年度.xlsx", book(&[("台账", &ledger)]));
    let ran = office.import("有年度.xlsx", &[]);
    assert!(ran.out.contains("新批注 3 条"), "{}", ran.out);
    ledger[1..].iter_mut().for_each(|row| row[year].clear());
    office.0.write("无年度.xlsx", book(&[("台账", &ledger)]));
    let ran = office.import("无年度.xlsx", &["--yes"]);
    assert!(ran.code == 1 && ran.out.contains("没有归位 3 行"), "{}", ran.out);
    assert!(office.notes().is_empty());
}

#[test]
fn a_year_that_is_none_places_nothing_and_is_told() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    let (year, text) = (at(&ledger, "年度"), at(&ledger, "整改情况"));
    let rows: Vec<usize> = (1..ledger.len()).filter(|&row| !ledger[row][text].is_empty()).collect();
    ledger[rows[0]][year] = "去年".into();
    ledger[rows[1]][year] = "20244".into();
    ledger[rows[2]][year] = "２０２４年度".into();
    office.0.write("年度.xlsx", book(&[("台账", &ledger)]));
    let ran = office.import("年度.xlsx", &["--yes"]);
    assert!(ran.code == 1 && ran.out.contains("没有归位 2 行"), "{}", ran.out);
    for (row, bad) in rows.iter().zip(["去年", "20244"]) {
        let line = ran.out.lines().find(|line| line.starts_with(&format!("台账 第 {} 行 没有归位", row + 1)));
        assert!(line.is_some_and(|line| line.contains(bad)), "{}", ran.out);
    }
    assert_eq!(office.notes().len(), 1);
}

#[test]
fn a_sheet_that_cannot_be_read_is_named() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    let mut archive = zip::ZipArchive::new(Cursor::new(book(&[("台账", &ledger), ("另页", &ledger)]))).unwrap();
    let mut broken = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name == "xl/worksheets/sheet2.xml" {
            broken.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            broken.write_all(b"<worksheet><sheetData><row r=\"1\"><c").unwrap();
        } else {
            broken.raw_copy_file(entry).unwrap();
        }
    }
    office.0.write("坏页.xlsx", broken.finish().unwrap().into_inner());
    let ran = office.import("坏页.xlsx", &["--yes"]);
    assert!(ran.code == 1 && ran.err.contains("工作表“另页”读不出来"), "{} {}", ran.code, ran.err);
    assert_eq!(office.notes().len(), 3, "the others are taken");
}

#[test]
fn hostile_files_are_refused_or_read_as_text() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    let refused = |name: &str, bytes: Vec<u8>| {
        office.0.write(name, bytes);
        let ran = office.import(name, &["--yes"]);
        assert_eq!(ran.code, 2, "{name}: {}{}", ran.out, ran.err);
        assert!(ran.err.lines().count() == 1 && !ran.err.contains("panicked"), "{name}: {}", ran.err);
    };
    refused("空.xlsx", Vec::new());
    refused("垃圾.xlsx", b"PK\x03\x04 and nothing".to_vec());
    refused("半个.xlsx", book(&[("台账", &ledger)])[..900].to_vec());
    // What unpacks to far more than any ledger has.
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut archive = zip::ZipArchive::new(Cursor::new(book(&[("台账", &ledger)]))).unwrap();
    for index in 0..archive.len() {
        bomb.raw_copy_file(archive.by_index_raw(index).unwrap()).unwrap();
    }
    bomb.start_file("xl/bomb.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..300 {
        bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    refused("炸弹.xlsx", bomb.finish().unwrap().into_inner());
    // Formulas are what they came to, never run; control characters act upon nothing.
    let mut formulas = Workbook::new();
    let sheet = formulas.add_worksheet();
    let (mark, text) = (at(&ledger, "标识"), at(&ledger, "整改情况"));
    let rows: Vec<usize> = (1..ledger.len()).filter(|&row| !ledger[row][text].is_empty()).collect();
    for (column, head) in (0..).zip(["标识", "整改情况"]) {
        sheet.write_string(0, column, head).unwrap();
    }
    for (line, row) in (1..).zip(&rows) {
        sheet.write_string(line, 0, &ledger[*row][mark]).unwrap();
    }
    let danger = Formula::new("=HYPERLINK(\"http://a\",\"b\")").set_result("已改正");
    sheet.write_formula(1, 1, danger).unwrap();
    sheet.write_formula(2, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_string(3, 1, "=cmd|' /C calc'!A0\u{1b}[31m").unwrap();
    office.0.write("公式.xlsx", formulas.save_to_buffer().unwrap());
    let ran = office.import("公式.xlsx", &["--yes"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains('\u{1b}'), "{}", ran.out);
    let mut words: Vec<String> = office.notes().into_iter().map(|(_, _, text)| text).collect();
    words.sort();
    assert_eq!(words.len(), 2, "{words:?}");
    assert!(words.contains(&"已改正".to_owned()) && words.iter().any(|text| text.starts_with("=cmd")), "{words:?}");
    // Taken out again, it is no formula.
    assert_eq!(
        office.0.run(["export", "reports", "--to", "批注.csv", "--what", "notes", "--journal", "journal.jsonl"]).code,
        0
    );
    let text = fs::read_to_string(office.0.path("批注.csv")).unwrap();
    assert!(text.contains("'=cmd") && !text.contains(",=cmd"), "{text}");
}

/// A program of somebody else's; where it is not installed, the test says that it is skipped.
fn office_saves(from: &Path, to: &Path, home: &Path) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", home.display());
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]).arg(to).arg(from);
    soffice.output().is_ok_and(|output| output.status.success()) && to.join(from.file_name().unwrap()).exists()
}

#[test]
fn what_libreoffice_has_saved_is_read_as_well() {
    let office = Office::new();
    let mut ledger = office.ledger();
    fill(&mut ledger);
    let text = at(&ledger, "整改情况");
    ledger.iter_mut().filter(|row| row[text].ends_with("已更正")).for_each(|row| row[text] += "\n第二行");
    let from = office.0.write("填好.xlsx", book(&[("台账", &ledger)]));
    if !office_saves(&from, &office.0.path("存"), &office.0.path("office")) {
        println!("skipped: no LibreOffice Calc is installed here");
        return;
    }
    let ran = office.import("存/填好.xlsx", &["--yes"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let notes = office.notes();
    assert_eq!(notes.len(), 3);
    assert!(notes.iter().all(|(agency, _, text)| *text == format!("{agency}已更正\n第二行")), "{notes:?}");
    let ran = office.import("填好.xlsx", &["--yes"]);
    assert!(ran.out.contains("新批注 0 条"), "{}", ran.out);
}
