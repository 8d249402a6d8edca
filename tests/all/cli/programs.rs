//! Other people's programs on everything that is written out: LibreOffice makes pages of it, pandas and openpyxl read back
//! the numbers of `gouji check` and of the reports. Where a program is not installed, its test says that it is skipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::support::command::{Place, sample_data};

/// Everything that goes out about these reports; the score by the example of the cookbook.
fn written(place: &Place, reports: &Path) -> Vec<PathBuf> {
    let reports = reports.to_str().unwrap();
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/profiles/score.toml");
    let profile = profile.to_str().unwrap();
    let dated = ["--date", "2026-02-01", "--profile", profile];
    let run = |args: &[&str]| {
        let ran = place.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
    };
    for format in ["docx", "html"] {
        let only = ["--only", "all", "--format", format];
        run(&[&["notice", reports, "--out", "出/通知"], &dated[..], &only].concat());
        let to = format!("出/通报.{format}");
        run(&[&["circular", reports, "--to", &to], &dated[..]].concat());
    }
    run(&["summary", reports, "--to", "出/汇总.xlsx", "--profile", profile]);
    run(&["summary", reports, "--to", "出/汇总.html", "--profile", profile]);
    run(&[&["score", reports, "--to", "出/评分.xlsx"], &dated[..]].concat());
    run(&[&["export", reports, "--to", "出/台账.xlsx"], &dated[..]].concat());
    let files = walkdir::WalkDir::new(place.path("出")).into_iter().map(Result::unwrap);
    files.filter(|file| file.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn installed(program: &str, args: &[&str]) -> bool {
    let found = Command::new(program).args(args).output().is_ok_and(|output| output.status.success());
    if !found {
        println!("skipped: {program} {} is not installed here", args.join(" "));
    }
    found
}

#[test]
fn libreoffice_makes_pages_of_everything() {
    if !installed("soffice", &["--version"]) {
        return;
    }
    let place = Place::new();
    // A few: every cell of many reports is thousands of pages.
    for (number, file) in newest().take(4).enumerate() {
        place.write(&format!("年报/{number}.json"), fs::read(file).unwrap());
    }
    let files = written(&place, &place.path("年报"));
    let home = format!("-env:UserInstallation=file://{}", place.path("office").display());
    let mut soffice = Command::new("soffice");
    soffice.args([&home, "--headless", "--convert-to", "pdf", "--outdir"]).arg(place.path("pdf"));
    // What has the same name but for its ending would make the same file.
    let mut copies = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let ending = file.extension().unwrap().to_str().unwrap();
        copies.push(place.write(&format!("各件/{number}.{ending}"), fs::read(file).unwrap()));
    }
    let output = soffice.args(&copies).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let pages = |copy: &PathBuf| fs::read(place.path("pdf").join(copy.file_stem().unwrap()).with_extension("pdf"));
    let missing: Vec<&str> = copies.iter().filter(|copy| pages(copy).is_err()).map(|copy| ending(copy)).collect();
    if ["docx", "xlsx", "html"]
        .iter()
        .any(|kind| copies.iter().filter(|copy| ending(copy) == *kind).all(|copy| pages(copy).is_err()))
    {
        println!("skipped: this LibreOffice lacks Writer or Calc");
        return;
    }
    assert!(missing.is_empty(), "{missing:?}: {said}");
    for copy in &copies {
        assert!(pages(copy).unwrap().starts_with(b"%PDF"), "{}", copy.display());
    }
}

fn ending(path: &Path) -> &str {
    path.extension().unwrap().to_str().unwrap()
}

/// The reports for the newest year; one of them is damaged.
fn newest() -> impl Iterator<Item = PathBuf> {
    let files = walkdir::WalkDir::new(sample_data().join("reports/2025")).sort_by_file_name().into_iter();
    let files = files.map(|file| file.unwrap().into_path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "json"))
}

/// The report that stands for each agency: its last version.
fn standing() -> Vec<Value> {
    let mut last: BTreeMap<String, Value> = BTreeMap::new();
    for file in newest() {
        let Ok(report) = serde_json::from_slice::<Value>(&fs::read(file).unwrap()) else { continue };
        let known = last.entry(report["agency"].to_string()).or_insert_with(|| report.clone());
        if known["version"].as_u64() < report["version"].as_u64() {
            *known = report;
        }
    }
    last.into_values().collect()
}

/// Their numbers by cell, added up here.
fn sums() -> BTreeMap<String, f64> {
    let mut sums = BTreeMap::new();
    for report in standing() {
        for (table, rows) in report["tables"].as_object().unwrap() {
            for (row, columns) in rows.as_object().into_iter().flatten() {
                for (column, value) in columns.as_object().into_iter().flatten() {
                    let number = value.as_f64().or_else(|| value.as_str()?.parse().ok());
                    *sums.entry(format!("{table}/{row}/{column}")).or_insert(0.0) += number.unwrap_or(0.0);
                }
            }
        }
    }
    sums
}

#[test]
fn pandas_reads_the_numbers_of_the_reports_and_the_findings_of_check() {
    if !installed("python3", &["-c", "import pandas, openpyxl"]) {
        return;
    }
    let place = Place::new();
    written(&place, &sample_data().join("reports"));
    let script = "import json, sys, pandas as pd\n\
        book = pd.read_excel(sys.argv[1], sheet_name=None)\n\
        long = book['数据_逐格']\n\
        numbers = long[long['填报'] == '数字'].copy()\n\
        numbers['值'] = pd.to_numeric(numbers['值'])\n\
        sums = {cell: float(value) for cell, value in numbers.groupby('单元格')['值'].sum().items()}\n\
        ledger = book['台账']\n\
        points = pd.read_excel(sys.argv[2], sheet_name=None)\n\
        off = points['扣分明细'].groupby('机关')['扣分'].sum()\n\
        rank = points['评分']\n\
        same = all(abs(off.get(a, 0) - d) < 1e-9 for a, d in zip(rank['机关'], rank['扣分合计']))\n\
        levels = ledger['级别'].value_counts().to_dict()\n\
        print(json.dumps({'sums': sums, 'levels': levels, 'off': float(ledger['扣分'].sum()), 'points': float(off.sum()), 'same': bool(same)}))";
    let output = Command::new("python3")
        .args(["-c", script])
        .arg(place.path("出/台账.xlsx"))
        .arg(place.path("出/评分.xlsx"))
        .output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    for (cell, sum) in sums() {
        let told = read["sums"][&cell].as_f64().unwrap_or(0.0);
        assert!((told - sum).abs() < 1e-6, "{cell}: {told} {sum}");
    }
    // What check says of the version before is no line of the ledger.
    let reports = sample_data().join("reports");
    let checked = place.run(["check", reports.to_str().unwrap(), "--format", "jsonl"]).findings();
    let of_year =
        |level: &str| checked.iter().filter(|it| it["severity"] == level && it["year"] == 2025).count() as u64;
    let told = |name: &str| read["levels"][name].as_u64().unwrap_or(0);
    let (errors, warnings) = (told("错误"), told("警告"));
    assert!(0 < errors && errors <= of_year("error"), "{errors} of {}", of_year("error"));
    assert!(0 < warnings && warnings <= of_year("warning"), "{warnings} of {}", of_year("warning"));
    assert_eq!(read["same"], true, "each agency's points are those of its lines");
    assert_eq!(read["off"], read["points"], "the ledger and the score sheet say the same");
}
