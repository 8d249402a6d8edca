//! What loading promises, over directories of a few files.

use super::super::fixture::Texts;
use super::super::{document_of, open};
use super::*;
use crate::report::{Head, SourceLine, parse};
use crate::words::Describe;
use std::fs;
use std::sync::Mutex;

const REPORT: &str = r#"{"schema":"gouji/report/1","agency":{"name":"甲"},"year":2023,"form":"2021","tables":{}}"#;

/// Ids with their years, or the words of their errors.
type Found = Vec<(String, Result<u16, String>)>;

fn load_all(root: &Path) -> (Summary, Found) {
    let entries = Mutex::new(Vec::new());
    let summary = load(root, &Texts, &|lean, _| lean.head.year, &AtomicBool::new(false), &|event| {
        if let Event::Loaded(group) = event {
            entries.lock().unwrap().extend(group);
        }
    });
    let mut entries: Vec<_> = entries
        .into_inner()
        .unwrap()
        .into_iter()
        .map(|entry| {
            let body = entry.body.map(|body| body.summary);
            (entry.id.to_string(), body.map_err(|trouble| trouble.describe(crate::words::EN)))
        })
        .collect();
    entries.sort();
    (summary, entries)
}

#[test]
fn a_directory_is_loaded_recursively_and_bad_files_are_entries() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("a/b")).unwrap();
    fs::create_dir_all(dir.path().join(".git")).unwrap();
    for (name, text) in [
        ("a/b/one.json", REPORT),
        ("a/two.txt", REPORT),
        ("bad.json", "{"),
        ("faulty.txt", "panic"),
        ("scan.pdf", "%PDF"),
        ("picture.png", "x"),
        (".git/hidden.json", REPORT),
        ("~$lock.json", REPORT),
    ] {
        fs::write(dir.path().join(name), text).unwrap();
    }
    let (summary, entries) = load_all(dir.path());
    let names: Vec<&str> = entries.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(names, ["a/b/one", "a/two.txt", "bad", "faulty.txt", "scan.pdf"]);
    assert_eq!(entries[0].1, Ok(2023));
    assert_eq!(entries[1].1, Ok(2023));
    assert_eq!(entries[2].1.as_ref().unwrap_err(), "line 1, the file ends too early (truncated JSON)");
    assert!(entries[3].1.is_err());
    assert_eq!(entries[4].1.as_ref().unwrap_err(), "PDF cannot be read yet: convert it to text first");
    assert_eq!(summary, Summary { files: 5, cancelled: false });
}

#[test]
fn a_single_file_may_be_named_and_what_does_not_exist_is_an_entry_with_its_error() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("one.json");
    fs::write(&file, REPORT).unwrap();
    assert_eq!(load_all(&file).1, [("one".to_owned(), Ok(2023))]);
    assert!(load_all(&dir.path().join("nowhere")).1[0].1.is_err());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_out_of_the_directory() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.json"), REPORT).unwrap();
    let dir = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), dir.path().join("link")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.json"), dir.path().join("link.json")).unwrap();
    let (summary, entries) = load_all(dir.path());
    assert_eq!(entries, []);
    assert_eq!(summary.files, 0, "both are passed over");
}

#[test]
fn what_a_browser_puts_beside_a_page_is_no_report() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.json"), REPORT).unwrap();
    let dir = tempfile::tempdir().unwrap();
    for name in ["年报.html", "年报_files/frame.json", "a/b.HTM", "a/b.files/c/d.txt", "2023_files/real.json", "c.htm"]
    {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, REPORT).unwrap();
    }
    std::os::unix::fs::symlink(outside.path(), dir.path().join("c_files")).unwrap();
    let (_, entries) = load_all(dir.path());
    let names: Vec<&str> = entries.iter().map(|(id, _)| id.as_str()).filter(|id| !id.contains(".h")).collect();
    assert_eq!(names, ["2023_files/real"]);
    let parts = dir.path().join("年报_files/frame.json");
    assert!(listing::stamp(dir.path(), &parts, &Texts).is_none());
    assert!(listing::listing(dir.path(), &Texts, &AtomicBool::new(false)).iter().all(|(path, _)| *path != parts));
}

#[test]
fn every_file_of_many_groups_arrives_once_and_counts_grow() {
    let dir = tempfile::tempdir().unwrap();
    for index in 0..3 * GROUP + 7 {
        fs::write(dir.path().join(format!("{index:04}.json")), REPORT).unwrap();
    }
    let (summary, entries) = load_all(dir.path());
    assert_eq!((summary.files, entries.len()), (3 * GROUP + 7, 3 * GROUP + 7));
    assert!(entries.windows(2).all(|pair| pair[0].0 < pair[1].0));
}

#[test]
fn a_cancelled_load_stops() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("one.json"), REPORT).unwrap();
    let summary = load(dir.path(), &Texts, &|_, _| (), &AtomicBool::new(true), &|_| ());
    assert!(summary.cancelled);
    assert_eq!(summary.files, 0);
}

#[test]
fn the_document_of_a_parsed_report_lies_beside_it_and_nowhere_else() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    fs::create_dir_all(path("in/below.txt")).unwrap();
    for name in ["in/a.txt", "outside.txt", "in/key.pem", "in/b.json"] {
        fs::write(path(name), "x").unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(path("outside.txt"), path("in/link.txt")).unwrap();
    let of = |file: Option<&str>| document_of(&path("in/report.json"), file, &Texts);
    assert_eq!(of(Some("a.txt")), Some(path("in/a.txt")));
    let outside = path("outside.txt");
    for name in [
        "",
        ".",
        "..",
        "../outside.txt",
        "./a.txt",
        "..\\outside.txt",
        "a.txt/",
        "in/a.txt",
        "below.txt",
        "link.txt",
        "nowhere.txt",
        "key.pem",
        "b.json",
        "a.txt\0",
        outside.to_str().unwrap(),
    ] {
        assert_eq!(of(Some(name)), None, "{name:?}");
    }
    assert_eq!(of(None), None);
    assert_eq!(document_of(&path("in/a.txt"), Some("b.txt"), &Texts), Some(path("in/a.txt")), "a document is its own");
}

/// Says the path under which a document is read, as the agency.
struct Paths;

impl Documents for Paths {
    fn kind(&self, _: &Path) -> Kind {
        Kind::Document
    }

    fn lines(&self, _: &str, _: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>> {
        Ok(Vec::new())
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        let mut report = parse(bytes).map_err(|error| Box::new(error) as Box<dyn Describe + Send + Sync>)?;
        report.lean.head.agency.name = SafeText::line(name);
        Ok(report)
    }

    fn settle(&self, path: &Path, head: &mut Head) {
        let file = path.file_name().unwrap().to_string_lossy();
        head.agency.name = SafeText::line(&format!("{} {file}", head.agency.name));
    }
}

#[test]
fn a_document_is_read_under_its_path_below_what_was_loaded() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("局/2024.txt");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, REPORT).unwrap();
    let name = |root: &Path| open(root, &path, &Paths).map(|(report, _)| report.lean.head.agency.name.to_string()).ok();
    assert_eq!(name(dir.path()).as_deref(), Some("局/2024.txt 2024.txt"));
    assert_eq!(name(&path).as_deref(), Some("2024.txt 2024.txt"), "what lies around it tells nothing");
    let names = Mutex::new(Vec::new());
    let inspect = |lean: &Lean, _: Option<&Report>| names.lock().unwrap().push(lean.head.agency.name.to_string());
    load(dir.path(), &Paths, &inspect, &AtomicBool::new(false), &|_| {});
    assert_eq!(*names.lock().unwrap(), ["局/2024.txt 2024.txt"]);
}

#[cfg(unix)]
#[test]
fn who_names_a_link_means_what_it_leads_to() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("in")).unwrap();
    fs::write(dir.path().join("in/a.txt"), REPORT).unwrap();
    let (link, file) = (dir.path().join("link"), dir.path().join("one.txt"));
    symlink(dir.path().join("in"), &link).unwrap();
    symlink(dir.path().join("in/a.txt"), &file).unwrap();
    for (root, id) in [(&link, "a.txt"), (&file, "one.txt")] {
        let (summary, found) = load_all(root);
        assert_eq!(summary.files, 1, "{found:?}");
        assert_eq!(found, [(id.to_owned(), Ok(2023))]);
        let listed = listing::listing(root, &Texts, &AtomicBool::new(false));
        let [(path, stamp)] = &listed[..] else { panic!("{listed:?}") };
        assert_eq!(listing::stamp(root, path, &Texts), Some(*stamp));
    }
    // What is found below is not followed.
    symlink(dir.path().join("in"), dir.path().join("in/round")).unwrap();
    assert_eq!(load_all(&link).1.len(), 1);
}
