//! Journals of every version that was released, `tests/data/journals`, are read by this one.
//!
//! Before a release the journal of that version is put there, and never changed again.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::command::{Place, sample_data};

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/journals")
}

#[test]
fn there_is_one_of_every_version() {
    let changes = include_str!("../../../CHANGELOG.md");
    let released = changes.lines().filter_map(|line| line.strip_prefix("## [")?.split(']').next());
    let versions = released.filter(|name| *name != "Unreleased").chain([env!("CARGO_PKG_VERSION")]);
    for version in versions {
        assert!(kept().join(format!("{version}.jsonl")).exists(), "no journal of {version} is kept");
    }
}

#[test]
fn each_is_whole_and_every_act_in_it_counts() {
    for entry in fs::read_dir(kept()).unwrap() {
        let path = entry.unwrap().path();
        let journal = path.to_str().unwrap();
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let place = Place::new();
        let verified = place.run(["journal", "verify", journal]);
        assert_eq!(verified.code, 0, "{journal}: {}{}", verified.out, verified.err);
        let shown = place.run(["journal", "show", journal, "--every", "--format", "json"]);
        assert_eq!(shown.json().as_array().unwrap().len(), lines, "{journal}");
        // What was returned then is returned now.
        let reports = sample_data().join("reports");
        let notices = ["notice", reports.to_str().unwrap(), "--journal", journal, "--format", "txt", "--out", "out"];
        let written = place.run([&notices[..], &["--date", "2026-02-01"]].concat());
        assert_eq!(written.code, 0, "{journal}: {}", written.err);
        assert!(written.out.contains("写出通知 3 份"), "{journal}: {}", written.out);
    }
}
