//! Parts of documents that are made from the program, between two marks, and held against it.
//!
//! `GOUJI_UPDATE_DOCS=1 cargo test --test all` writes them anew.

use std::fs;
use std::path::Path;

/// The part of a document below its mark is this; with `GOUJI_UPDATE_DOCS` it becomes this.
#[track_caller]
pub fn assert_told(file: &str, name: &str, made: &str) {
    let (begin, end) =
        (format!("<!-- {name}, made by GOUJI_UPDATE_DOCS=1 cargo test --test all -->\n"), "<!-- end -->\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("{file} has no {begin}"));
    let (told, after) = rest.split_once(end).unwrap_or_else(|| panic!("{file} has no {end} after {begin}"));
    if std::env::var_os("GOUJI_UPDATE_DOCS").is_some_and(|value| !value.is_empty()) {
        fs::write(&path, format!("{before}{begin}{made}{end}{after}")).unwrap();
    } else {
        assert!(told == made, "{file} tells something else: run with GOUJI_UPDATE_DOCS=1; it is\n{made}");
    }
}
