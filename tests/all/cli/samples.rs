//! The samples, `docs/samples`: what goes out of an invented review of a district of the sample data.
//!
//! `GOUJI_UPDATE_DOCS=1 cargo test --test all samples` makes them anew, and their pictures where LibreOffice, `pdftoppm` and
//! Chromium are. Each is held against what is written now; pictures are not.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::command::{Place, sample_data};
use crate::support::docs::is_updating;

/// Whose notice is shown: it has all that a notice can have.
const AGENCY: &str = "笙川区水利局";
/// The agency's page of the dossier.
const PAGE: &str = "q=%E6%B0%B4%E5%88%A9%E5%B1%80&v=pages";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/samples")
}

/// Writes all of them; where each is.
fn made(place: &Place) -> Vec<(&'static str, PathBuf)> {
    let reports = sample_data().join("reports").to_str().unwrap().to_owned();
    let journal = folder().join("journal.jsonl").to_str().unwrap().to_owned();
    let run = |command: &str, more: &[&str]| {
        let all = [command, &reports, "--region", "笙川区", "--lang", "zh", "--journal", &journal];
        let ran = place.run([&all, more].concat());
        assert_eq!(ran.code, 0, "{command}: {}", ran.err);
    };
    let dated = ["--date", "2026-02-01"];
    for name in ["dossier.html", "ledger.xlsx"] {
        run("export", &[&["--to", name][..], &dated].concat());
    }
    for name in ["circular.docx", "circular.md"] {
        run("circular", &[&["--to", name][..], &dated].concat());
    }
    run("summary", &["--to", "summary.md"]);
    for format in ["docx", "md"] {
        run("notice", &[&["--out", "notices", "--format", format][..], &dated].concat());
    }
    let notice = |ending: &str| place.path(format!("notices/{AGENCY}_2025_第1轮.{ending}"));
    let files = ["dossier.html", "ledger.xlsx", "circular.docx", "circular.md", "summary.md"];
    let mut all: Vec<_> = files.into_iter().map(|name| (name, place.path(name))).collect();
    all.extend([("notice.docx", notice("docx")), ("notice.md", notice("md"))]);
    all
}

/// What a file holds: a text, or the parts of a package but what says when it was written.
fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let bytes = fs::read(path).unwrap();
    let Ok(mut package) = zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())) else {
        return BTreeMap::from([(String::new(), bytes)]);
    };
    let mut parts = BTreeMap::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).unwrap();
        let mut held = Vec::new();
        part.read_to_end(&mut held).unwrap();
        if part.name().unwrap() != "docProps/core.xml" {
            parts.insert(part.name().unwrap().into_owned(), held);
        }
    }
    parts
}

#[test]
fn the_samples_are_what_is_written_now() {
    let place = Place::new();
    let mut differ = Vec::new();
    for (name, path) in made(&place) {
        let told = folder().join(name);
        if told.exists() && parts(&told) == parts(&path) {
            continue;
        }
        if is_updating() {
            fs::copy(&path, &told).unwrap();
            picture(&place, name, &told);
        }
        differ.push(name);
    }
    assert!(is_updating() || differ.is_empty(), "{differ:?}: run with GOUJI_UPDATE_DOCS=1");
}

/// Takes a picture of a sample, where somebody else's programs are there to do it.
fn picture(place: &Place, name: &str, file: &Path) {
    let stem = name.split('.').next().unwrap();
    match name {
        "dossier.html" => {
            shot(place, file, "", "dossier", "1100,900");
            shot(place, file, PAGE, "dossier-agency", "1000,1900");
        }
        "notice.docx" | "circular.docx" | "ledger.xlsx" => {
            let profile = format!("-env:UserInstallation=file://{}", place.path("office").display());
            let mut office = Command::new("soffice");
            office.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(place.path("pdf")).arg(file);
            let pdf = place.path(format!("pdf/{stem}.pdf"));
            let to = folder().join(stem);
            let mut page = Command::new("pdftoppm");
            // The ledger stands behind the sheet that counts.
            let first = if name.ends_with("xlsx") { "2" } else { "1" };
            page.args(["-png", "-singlefile", "-r", "64", "-f", first]).arg(pdf).arg(to);
            let is_done = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
            if !(is_done(&mut office) && is_done(&mut page)) {
                println!("skipped: no picture of {name} can be taken here");
            }
        }
        _ => {}
    }
}

fn shot(place: &Place, file: &Path, hash: &str, name: &str, size: &str) {
    let mut browser = Command::new("chromium");
    browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=5000"]);
    browser.arg(format!("--user-data-dir={}", place.path("browser").display())).arg(format!("--window-size={size}"));
    browser.arg(format!("--screenshot={}", folder().join(format!("{name}.png")).display()));
    if !browser.arg(format!("file://{}#{hash}", file.display())).output().is_ok_and(|output| output.status.success()) {
        println!("skipped: no picture of {name} can be taken here");
    }
}
