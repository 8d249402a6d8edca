//! List, open report, preview, overview and `gouji check` say the same of every report: of whatever kind of file, after
//! loading, and after its file, another's, or the name of its agency has changed.

mod trial;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::library::fixture::{Paper, paper};
use crate::report::Agency;
use crate::report::roster::RosterEntry;

use trial::{Case, Change, agree};

/// A paper in a file of its own.
fn file(paper: Paper) -> (String, Vec<u8>) {
    (format!("{}.json", paper.id), paper.json.to_string().into_bytes())
}

fn written(paper: Paper) -> Change {
    let (name, bytes) = file(paper);
    Change::Write(name, bytes)
}

fn removed(name: &str) -> Change {
    Change::Remove(name.to_owned())
}

fn data(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A parsed report of the repository with another value at a place.
fn changed(name: &str, place: &str, value: Value) -> Vec<u8> {
    let mut json: Value = serde_json::from_slice(&data(name)).unwrap();
    *json.pointer_mut(place).unwrap() = value;
    json.to_string().into_bytes()
}

/// Five requests, of which so many are carried over to the next year.
fn carried(id: &str, agency: &str, year: u16, out: u32) -> Paper {
    ["natural", "total"].into_iter().fold(paper(id, agency, year), |paper, column| {
        paper
            .set(&format!("requests/carried_out/{column}"), out.into())
            .set(&format!("requests/handled/{column}"), (5 - out).into())
            .set(&format!("requests/granted/{column}"), (5 - out).into())
    })
}

#[test]
fn of_the_sample_data() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let entries = walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file() && entry.depth() > 1).map(|entry| {
        let name = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        (name, fs::read(entry.path()).unwrap())
    });
    let [one, two, three] = ["01", "02", "03"].map(|number| format!("reports/2024/0100-{number}.json"));
    let [first, third] = [&one, &three].map(|name| format!("sample-data/{name}"));
    let steps = vec![
        (vec![Change::Write(one, changed(&first, "/tables/requests/carried_out/total", json!(77)))], vec![]),
        (vec![removed(&two), Change::Write(three, changed(&third, "/agency/name", json!("骐昌市教育体育局")))], vec![]),
    ];
    let (opened, located) = agree(Case { files: files.collect(), steps, ..Case::default() });
    assert!(opened > 180 && located > 30, "{opened} opened, {located} with cells behind what is broken");
}

#[test]
fn of_documents_of_several_formats() {
    let zoo = |name: &str| data(&format!("tests/data/zoo/{name}"));
    // What the year before carried over is what came over.
    let before = |total: Option<u32>| {
        let mut json: Value = serde_json::from_slice(&zoo("harbour/truth.json")).unwrap();
        json["year"] = json!(2023);
        json["agency"]["region"] = json!(["溪州市"]);
        let requests = &mut json["tables"]["requests"];
        requests["carried_out"] = requests["carried_in"].clone();
        if let Some(total) = total {
            requests["carried_out"]["total"] = json!(total);
        }
        json.to_string().into_bytes()
    };
    let files = vec![
        ("港口/2024.docx".to_owned(), zoo("harbour/office.docx")),
        ("港口/2023.json".to_owned(), before(None)),
        ("青阜.html".to_owned(), zoo("hills/page.html")),
        ("水文.txt".to_owned(), zoo("trial/pandoc-plain.txt")),
        ("坏.txt".to_owned(), "这不是年报".into()),
    ];
    let steps = vec![
        (
            vec![
                Change::Write("港口/2023.json".to_owned(), before(Some(77))),
                Change::Write("青阜.html".to_owned(), zoo("hills/mammoth.html")),
            ],
            vec![("港口/2024.docx", "Y-01", true)],
        ),
        (
            vec![removed("港口/2024.docx"), Change::Write("港口/2024.rtf".to_owned(), zoo("harbour/office.rtf"))],
            vec![("港口/2024.rtf", "Y-01", true)],
        ),
        (vec![Change::Write("坏.txt".to_owned(), zoo("trial/office.txt")), removed("水文.txt")], vec![]),
    ];
    agree(Case { files, steps, must: vec![("港口/2024.docx", "Y-01", false)], ..Case::default() });
}

#[test]
fn where_agencies_were_merged_or_split() {
    let entry = |name: &str, predecessors: &[&str]| RosterEntry {
        name: name.into(),
        predecessors: predecessors.iter().map(|name| (*name).into()).collect(),
        ..RosterEntry::default()
    };
    let papers = [
        paper("now", "松溪县商务局", 2024).set("requests/carried_in/natural", json!(1)),
        paper("own", "松溪县商务局", 2023),
        paper("other", "松溪县招商局", 2023),
        paper("east", "松溪县东区", 2024),
        paper("whole", "松溪县开发区", 2023),
    ];
    let roster = vec![
        entry("松溪县商务局", &["松溪县招商局"]),
        entry("松溪县招商局", &[]),
        entry("松溪县东区", &["松溪县开发区"]),
        entry("松溪县西区", &["松溪县开发区"]),
    ];
    let steps = vec![
        // What the year before says of a predecessor counts as much as what it says of the agency itself.
        (vec![written(carried("other", "松溪县招商局", 2023, 2))], vec![("now", "Y-09", true)]),
        (vec![written(paper("late", "松溪县招商局", 2024))], vec![("now", "Y-09", false)]),
        (vec![removed("late.json"), removed("own.json")], vec![]),
        (vec![written(paper("west", "松溪县西区", 2024)), removed("whole.json")], vec![]),
    ];
    agree(Case { files: papers.map(file).into(), roster, must: vec![("now", "Y-09", true)], steps });
}

#[test]
fn of_what_is_likely_an_error_of_our_reading() {
    let values = [
        ("requests/new", ["natural", "business", "total"]),
        ("requests/granted", ["business", "research", "total"]),
        ("requests/handled", ["natural", "business", "total"]),
    ];
    let doubt = json!([
        { "kind": "chosen-values", "cell": "requests/granted/natural", "message": "按勾稽关系选取", "line": 97 }
    ]);
    // A row that is shifted, in which reading left a doubt.
    let shifted = || {
        let mut report = paper("a", "松溪县教育局", 2024).with("remarks", doubt.clone());
        for column in ["natural", "business", "research", "total"] {
            report = report.set(&format!("requests/granted/{column}"), 0.into());
        }
        for (row, columns) in values {
            for (column, value) in columns.into_iter().zip([12, 3, 15]) {
                report = report.set(&format!("{row}/{column}"), value.into());
            }
        }
        report
    };
    let steps = vec![
        (vec![written(paper("a", "松溪县教育局", 2024))], vec![("a", "EXT-02", false)]),
        (vec![written(shifted())], vec![("a", "EXT-02", true)]),
    ];
    agree(Case { files: vec![file(shifted())], must: vec![("a", "EXT-02", true)], steps, ..Case::default() });
}

#[test]
fn of_versions_and_of_several_reports_for_one_year() {
    let version = |id: &str, year: u16, version: u32, out: u32| {
        carried(id, "松溪县教育局", year, out).with("version", json!(version))
    };
    let files = vec![
        file(version("2023/1", 2023, 1, 2)),
        file(version("2023/2", 2023, 2, 0)),
        file(paper("2024", "松溪县教育局", 2024)),
        // Of two without a version the first by id counts, whichever is read first.
        file(carried("z", "松溪县公安局", 2023, 2)),
        file(carried("y", "松溪县公安局", 2023, 0)),
        file(paper("x", "松溪县公安局", 2024)),
    ];
    let steps = vec![
        (vec![written(version("2023/3", 2023, 3, 3))], vec![("2024", "Y-01", true)]),
        // Read again, it is no later than the other for that.
        (vec![written(carried("y", "松溪县公安局", 2023, 1))], vec![("x", "Y-01", true)]),
        (vec![written(carried("y", "松溪县公安局", 2023, 0))], vec![("x", "Y-01", false)]),
        (vec![removed("2023/3.json"), removed("y.json")], vec![("2024", "Y-01", false), ("x", "Y-01", true)]),
    ];
    agree(Case { files, must: vec![("2024", "Y-01", false), ("x", "Y-01", false)], steps, ..Case::default() });
}

#[test]
fn under_the_name_that_a_reviewer_has_given() {
    // The name says where the agency lies.
    let placed = |paper: Paper| {
        let name = paper.json["agency"]["name"].as_str().unwrap().to_owned();
        let region = Agency::of_name(&name).region;
        file(paper.with("agency", json!({ "name": name, "region": &*region })))
    };
    let write = |paper: Paper| {
        let (name, bytes) = placed(paper);
        Change::Write(name, bytes)
    };
    let files = vec![
        file(paper("unnamed", "未具名·0123abcd", 2024)),
        placed(carried("before", "松溪县教育局", 2023, 2)),
        placed(paper("other", "松溪县公安局", 2024)),
    ];
    let steps = vec![
        (vec![Change::Name("unnamed", "松溪县教育局")], vec![("unnamed", "Y-01", true)]),
        (vec![write(carried("before", "松溪县教育局", 2023, 0))], vec![("unnamed", "Y-01", false)]),
        (
            vec![write(carried("other", "松溪县教育局", 2023, 2)), removed("before.json")],
            vec![("unnamed", "Y-01", true)],
        ),
    ];
    agree(Case { files, must: vec![("unnamed", "Y-01", false)], steps, ..Case::default() });
}

#[test]
fn of_what_several_reports_show_together() {
    let text = "本年度建立了公开清单，逐项核对办理时限，并由专人登记每一件申请的去向；夜间值守人员负责当日汇总。";
    let with = |id: &str, agency: &str, text: &str| {
        let sections = json!([{ "number": 1, "heading": "一、总体情况", "text": text.repeat(4) }]);
        paper(id, agency, 2024).with("sections", sections)
    };
    let other = "渔汛公告张贴位置偏僻，老人看不到，等到潮水退了才有人捎来口信。";
    let files = [with("a", "松溪县教育局", text), with("b", "松溪县公安局", text), with("c", "松溪县水务局", other)];
    let entry = |name: &str| RosterEntry { name: name.into(), ..RosterEntry::default() };
    let roster = ["松溪县教育局", "松溪县公安局", "松溪县水务局", "松溪县林业局"].map(entry).into();
    let another = paper("twice", "松溪县教育局", 2024).set("disclosure/penalties/decisions", json!(7));
    let steps = vec![
        (vec![written(with("b", "松溪县公安局", other))], vec![("a", "SIM-02", false), ("c", "SIM-02", true)]),
        // Who was missing is there, and another is there twice.
        (
            vec![written(paper("late", "松溪县林业局", 2024)), written(another)],
            vec![("a", "DOC-09", true), ("twice", "DOC-09", true)],
        ),
        (vec![removed("twice.json"), removed("b.json")], vec![("a", "DOC-09", false), ("c", "SIM-02", false)]),
    ];
    let must = vec![("a", "SIM-02", true), ("b", "SIM-02", true), ("c", "SIM-02", false)];
    agree(Case { files: files.map(file).into(), roster, must, steps });
}
