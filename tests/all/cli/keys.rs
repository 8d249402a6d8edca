//! The tables of keys in the README, in `docs/keys.md` and in the book are what `gouji keys` says.

use crate::support::command::Place;
use crate::support::docs::assert_told;

/// What a reviewer needs every day, and what leads to all the rest; these stand in the README.
const EVERY_DAY: [&str; 41] = [
    "enter",
    "back",
    "next-finding",
    "previous-finding",
    "next-by-severity",
    "next-unreviewed",
    "next-report",
    "previous-report",
    "tab-findings",
    "tab-requests",
    "tab-text",
    "tab-years",
    "to-source",
    "other-side",
    "older-place",
    "set-mark",
    "to-mark",
    "filter",
    "narrow",
    "alike",
    "sort",
    "preview",
    "overview",
    "save-filter",
    "filters",
    "next-reading",
    "correction",
    "note",
    "verdict",
    "verdict-all",
    "return",
    "accept",
    "undo",
    "redo",
    "assign",
    "repeat",
    "select",
    "palette",
    "help",
    "copy",
    "quit",
];

/// A key in Markdown; `list:tab` is one of a single place.
fn key(key: &str) -> String {
    match key.split_once(':').filter(|(place, key)| !place.is_empty() && !key.is_empty()) {
        Some((place, key)) => format!("`{key}` ({place})"),
        None => format!("`{key}`"),
    }
}

/// What stands over the columns.
const ENGLISH: &str = "| key | where | does |";
const CHINESE: &str = "| 键 | 在哪里 | 做什么 |";

/// The commands by their groups, in Markdown, as far as they are wanted.
fn tables(listing: &str, head: &str, is_wanted: impl Fn(&str) -> bool) -> String {
    let mut tables = String::new();
    for line in listing.lines() {
        if let Some(group) = line.strip_prefix("# ") {
            tables += &format!("\n**{group}**\n\n{head}\n|---|---|---|\n");
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let [keys, id, places, does] = fields[..] else { panic!("not a command: {line:?}") };
        if is_wanted(id) {
            let keys: Vec<String> = keys.split("  ").map(key).collect();
            tables += &format!("| {} | {places} | {does} |\n", keys.join(" "));
        }
    }
    tables + "\n"
}

#[test]
fn the_documents_tell_the_keys_that_there_are() {
    let ran = Place::new().run(["keys", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for id in EVERY_DAY {
        assert!(ran.out.contains(&format!("\t{id}\t")), "there is no command {id}");
    }
    assert_told("README.md", "keys", &tables(&ran.out, ENGLISH, |id| EVERY_DAY.contains(&id)));
    assert_told("docs/keys.md", "keys", &tables(&ran.out, ENGLISH, |_| true));
    let chinese = Place::new().run(["keys", "--lang", "zh"]);
    assert_told("docs/book/zh/keys.md", "keys", &tables(&chinese.out, CHINESE, |_| true));
}
