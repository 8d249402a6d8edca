//! Parts of documents that are made from the program, between two marks, and held against it.
//!
//! `GOUJI_UPDATE_DOCS=1 cargo test --test all` writes them anew.

use std::fs;
use std::path::Path;

/// Are documents written anew?
pub fn is_updating() -> bool {
    std::env::var_os("GOUJI_UPDATE_DOCS").is_some_and(|value| !value.is_empty())
}

/// The part of a document below its mark is this; with `GOUJI_UPDATE_DOCS` it becomes this.
#[track_caller]
pub fn assert_told(file: &str, name: &str, made: &str) {
    let told = tell(file, name, "cargo test --test all", made);
    assert!(is_updating() || told == made, "{file} tells something else: run with GOUJI_UPDATE_DOCS=1; it is\n{made}");
}

/// What stands in a document below the mark of what is made by this command; with `GOUJI_UPDATE_DOCS` it becomes this.
#[track_caller]
pub fn tell(file: &str, name: &str, by: &str, made: &str) -> String {
    let (begin, end) = (format!("<!-- {name}, made by GOUJI_UPDATE_DOCS=1 {by} -->\n"), "<!-- end -->\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("{file} has no {begin}"));
    let (told, after) = rest.split_once(end).unwrap_or_else(|| panic!("{file} has no {end} after {begin}"));
    if is_updating() {
        fs::write(&path, format!("{before}{begin}{made}{end}{after}")).unwrap();
    }
    told.to_owned()
}
