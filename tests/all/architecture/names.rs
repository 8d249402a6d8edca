//! A name means one thing: no type that others may use has its name twice across the top modules of the library.
//!
//! The words are those of the reviewers, and a word that means two things is explained twice. Within one top module a
//! name may come again only where it stays there: `pub(super)`, `pub(in …)` or private.

#![expect(clippy::unwrap_used, reason = "a test that reads the code wrongly is to fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What begins the declaration of a type that others may use.
const DECLARED: [&str; 10] = [
    "pub struct ",
    "pub enum ",
    "pub trait ",
    "pub type ",
    "pub union ",
    "pub(crate) struct ",
    "pub(crate) enum ",
    "pub(crate) trait ",
    "pub(crate) type ",
    "pub(crate) union ",
];

/// The words of the field, and the types that are called so: each means what the word means, wherever it stands.
const WORDS: [(&str, &str); 16] = [
    ("agency", "Agency"),
    ("report", "Report"),
    ("form", "Form"),
    ("table", "Table"),
    ("row", "Row"),
    ("column", "Column"),
    ("cell", "Cell"),
    ("section", "Section"),
    ("claim", "Claim"),
    ("remark", "Remark"),
    ("finding", "Finding"),
    ("repair", "Repair"),
    ("verdict", "Verdict"),
    ("note", "Note"),
    ("status", "Status"),
    ("roster", "Roster"),
];

/// The types of a file that others may use.
fn declared(code: &str) -> impl Iterator<Item = &str> {
    code.lines().filter_map(|line| {
        let rest = DECLARED.iter().find_map(|begin| line.strip_prefix(begin))?;
        rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next()
    })
}

/// The files of each name.
fn places() -> BTreeMap<String, BTreeSet<String>> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    super::sources(&top, &mut found).unwrap();
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in found {
        let name = path.strip_prefix(&top).unwrap().to_string_lossy().into_owned();
        let code = fs::read_to_string(&path).unwrap();
        for word in declared(&code) {
            places.entry(word.to_owned()).or_default().insert(name.clone());
        }
    }
    places
}

/// Names of more than one top module.
fn doubled(places: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&str> {
    let tops = |files: &BTreeSet<String>| {
        files.iter().map(|file| file.split(['/', '.']).next().unwrap_or_default()).collect::<BTreeSet<_>>().len()
    };
    places.iter().filter(|(_, files)| tops(files) > 1).map(|(name, _)| name.as_str()).collect()
}

#[test]
fn no_type_has_its_name_twice_across_the_top_modules() {
    let places = places();
    assert!(places.len() > 300, "only {} types found: is the test still reading the code?", places.len());
    let found: Vec<String> =
        doubled(&places).iter().map(|name| format!("{name}: {:?}", places.get(*name).unwrap())).collect();
    assert!(found.is_empty(), "a name means one thing; call one of these otherwise:\n{}", found.join("\n"));
}

#[test]
fn the_words_of_the_field_name_types() {
    let places = places();
    let missing: Vec<&str> =
        WORDS.iter().filter(|(_, name)| !places.contains_key(*name)).map(|(word, _)| *word).collect();
    assert!(missing.is_empty(), "no type is called after {missing:?}");
}

#[test]
fn a_name_that_is_there_twice_would_be_seen() {
    let code = "pub struct One;\nstruct Two;\n    pub enum Three {}\npub(crate) enum Four<'a> {}\npub(super) type Five = u8;\n";
    assert_eq!(declared(code).collect::<Vec<_>>(), ["One", "Four"]);
    let files = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let places = BTreeMap::from([
        ("One".to_owned(), files(&["a/b.rs", "a/c.rs"])),
        ("Two".to_owned(), files(&["a.rs", "b/c.rs"])),
    ]);
    assert_eq!(doubled(&places).into_iter().collect::<Vec<_>>(), ["Two"]);
}
