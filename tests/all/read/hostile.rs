//! Documents made to do harm, through the program: each is an error with its name, in bounded time and memory, and the
//! good document beside it is read.
//!
//! The invariants hold whether this version reads a format or says that it does not.

use std::fs;
use std::io::{Cursor, Write as _};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::support::command::{Place, sample_data};
use crate::support::formats;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// No document may take longer, on a busy machine and without optimisation.
const PATIENCE: Duration = Duration::from_secs(150);
/// The program and its helpers together may hold no more, in KiB. A helper alone is bounded to 2 GiB of addresses.
const MEMORY: u64 = 1 << 20;
/// And one helper alone.
const HELPER: u64 = 768 << 10;

fn sample() -> String {
    fs::read_to_string(sample_data().join("documents/0103-04.txt")).unwrap()
}

fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>()).collect()
}

/// What the system says of the memory of a process, in KiB.
fn memory(process: u32, what: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.trim().strip_suffix(" kB")?.parse().ok());
    line.unwrap_or(0)
}

/// The resident memory of a process and its children, in KiB.
fn resident(process: u32) -> u64 {
    memory(process, "VmRSS:") + children(process).into_iter().map(resident).sum::<u64>()
}

/// The most that one of its helpers has held, in KiB.
fn helper(process: u32) -> u64 {
    children(process).into_iter().map(|child| memory(child, "VmHWM:")).max().unwrap_or(0)
}

/// Reads a directory with a good document and a hostile one.
#[track_caller]
fn survive(name: &str, place: &Place) {
    place.write("in/good.txt", sample());
    let begun = Instant::now();
    let command = place.command(["read", "in", "--out", "out", "--lang", "en"]);
    let (mut command, most, over) = (command, AtomicU64::new(0), AtomicBool::new(false));
    let largest = AtomicU64::new(0);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let process = child.id();
    let output = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                most.fetch_max(resident(process), Ordering::Relaxed);
                largest.fetch_max(helper(process), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(10));
            }
        });
        let output = child.wait_with_output().unwrap();
        over.store(true, Ordering::Relaxed);
        output
    });
    let (took, most, helper) = (begun.elapsed(), most.into_inner(), largest.into_inner());
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    eprintln!("{name}: {took:.1?}, {} MiB at most, a helper {} MiB: {}", most >> 10, helper >> 10, err.trim());
    assert_eq!(output.status.code(), Some(0), "{out}{err}");
    assert!(place.path("out/good.json").is_file(), "{out}{err}");
    assert!(out.contains("1 read") && out.contains("1 failed"), "{out}{err}");
    let lines: Vec<&str> = err.lines().collect();
    assert!(lines.len() == 1 && lines[0].starts_with(&format!("gouji: in/{name}: ")), "{err}");
    assert!(lines[0].len() < 400 && !lines[0].chars().any(char::is_control), "{err}");
    let advice = ["save it", "saved again", "recognise", "unpack", "make sure"];
    assert!(advice.iter().any(|advice| lines[0].contains(advice)), "it does not say what to do: {err}");
    assert!(took < PATIENCE, "{took:?}");
    assert!(most < MEMORY && helper < HELPER, "{most} KiB, a helper {helper} KiB");
}

#[track_caller]
fn survive_bytes(name: &str, bytes: &[u8]) {
    let place = Place::new();
    place.write(&format!("in/{name}"), bytes);
    survive(name, &place);
}

/// A member that unpacks to so many MiB of zeros.
fn bomb(member: &str, mebibytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(member, SimpleFileOptions::default()).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..mebibytes {
        zip.write_all(&zeros).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_archive_that_unpacks_to_a_gigabyte() {
    let bytes = bomb("word/document.xml", 1024);
    assert!(bytes.len() < 4 << 20);
    survive_bytes("bomb.docx", &bytes);
    survive_bytes("bomb.xlsx", &bomb("xl/workbook.xml", 300));
}

#[test]
fn a_text_a_workbook_and_a_book_that_unpack_to_hundreds_of_megabytes() {
    let zeros = vec![b' '; 300 << 20];
    let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");
    survive_bytes("bomb.odt", &formats::zip(&[kind, ("content.xml", &zeros)]));
    survive_bytes("bomb.ods", &formats::zip(&[kind, ("styles.xml", &zeros), ("content.xml", b"<a/>")]));
    let container = b"<container><rootfile full-path=\"a.opf\"/></container>";
    survive_bytes("bomb.epub", &formats::zip(&[("META-INF/container.xml", container), ("a.opf", &zeros)]));
}

#[test]
fn an_archive_of_very_many_members() {
    let names: Vec<String> = (0..70_000).map(|index| format!("word/{index}.xml")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    survive_bytes("many.docx", &formats::zip(&members));
}

#[test]
fn a_page_nested_two_hundred_thousand_deep() {
    survive_bytes("deep.html", "<div>".repeat(200_000).as_bytes());
    survive_bytes("tables.html", "<table><tr><td>".repeat(20_000).as_bytes());
}

#[test]
fn a_document_nested_two_hundred_thousand_deep() {
    let body = "<w:tbl><w:tr><w:tc>".repeat(60_000) + &"</w:tc></w:tr></w:tbl>".repeat(60_000);
    survive_bytes("deep.docx", &formats::docx_of(&body));
}

#[test]
fn a_cell_that_spans_a_thousand_million_columns() {
    let cells = "<td colspan=999999999 rowspan=999999999>5</td>".repeat(50);
    survive_bytes("wide.html", format!("<table>{}</table>", format!("<tr>{cells}</tr>").repeat(50)).as_bytes());
    let span = "<w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr><w:p/></w:tc>";
    survive_bytes("wide.docx", &formats::docx_of(&format!("<w:tbl><w:tr>{span}</w:tr></w:tbl>")));
}

#[test]
fn a_workbook_with_one_cell_in_its_last_corner() {
    let row = |place: &str, number: u32| format!("<row r=\"{number}\">{}</row>", formats::cell(place, "5"));
    survive_bytes("corner.xlsx", &formats::xlsx_of(&(row("A1", 1) + &row("XFD1048576", 1_048_576))));
}

#[test]
fn a_file_of_half_a_gigabyte() {
    for name in ["large.txt", "large.pdf"] {
        let place = Place::new();
        let file = fs::File::create(place.write(&format!("in/{name}"), "")).unwrap();
        file.set_len(500 << 20).unwrap();
        survive(name, &place);
    }
}

#[test]
fn a_document_that_is_something_else() {
    let jpeg = [b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".as_slice(), &[0x5A; 5000]].concat();
    for name in ["photo.docx", "photo.xlsx", "photo.pdf", "photo.doc", "photo.txt"] {
        survive_bytes(name, &jpeg);
    }
}

#[test]
fn an_encrypted_document() {
    let streams: [(&str, &[u8]); 2] =
        [("EncryptionInfo", &[4, 0, 4, 0, 0x40, 0, 0, 0]), ("EncryptedPackage", &[7; 9000])];
    let bytes = formats::compound(&streams);
    for name in ["locked.docx", "locked.xlsx", "locked.doc", "locked.xls"] {
        survive_bytes(name, &bytes);
    }
}

#[test]
fn a_document_cut_off_in_the_middle() {
    for (ending, bytes) in formats::all("甲\t乙\n").into_iter().filter(|(ending, _)| !["txt", "csv"].contains(ending))
    {
        survive_bytes(&format!("cut.{ending}"), &bytes[..bytes.len() / 2]);
    }
}

#[test]
fn a_name_that_speaks_to_the_terminal() {
    let place = Place::new();
    place.write("in/good.txt", sample());
    place.write("in/\u{1b}[2Jx\u{202e}.docx", "x");
    let ran = place.run(["read", "in", "--out", "out", "--lang", "en"]);
    assert!(ran.err.contains("\\x1B[2Jx\\u{202E}.docx: "), "{}", ran.err);
    assert!(!ran.err.contains('\u{1b}') && !ran.err.contains('\u{202e}'));
}

#[test]
fn the_check_of_a_directory_survives_them_too() {
    let place = Place::new();
    place.write("in/bomb.docx", bomb("word/document.xml", 300));
    place.write("in/deep.html", "<div>".repeat(100_000));
    place.write("in/good.txt", sample());
    let ran = place.run(["check", "in", "--format", "json", "--lang", "en"]);
    assert!(ran.code < 2, "{}", ran.err);
    let entries = ran.json();
    let entries = entries.as_array().unwrap();
    assert_eq!(entries.len(), 3, "what cannot be read is an entry too: {}", ran.err);
    assert_eq!(entries.iter().filter(|entry| entry["error"].is_string()).count(), 2, "{}", ran.err);
    assert!(ran.err.contains("bomb.docx: ") && ran.err.contains("deep.html: "), "{}", ran.err);
}
