//! The keys that the book names, `<kbd>n</kbd>`, do what it says.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::command::Place;

use super::page::{BOOKS, pages, prose};

/// What the book means by a key.
const MEANT: [(&str, &str); 59] = [
    ("n", "next-finding"),
    ("esc", "back"),
    ("?", "help"),
    (":", "palette"),
    ("enter", "enter"),
    ("j", "down"),
    ("k", "up"),
    ("1", "tab-findings"),
    ("2", "tab-disclosure"),
    ("3", "tab-requests"),
    ("4", "tab-disputes"),
    ("5", "tab-text"),
    ("7", "tab-source"),
    ("8", "tab-doubts"),
    ("9", "tab-years"),
    ("0", "tab-versions"),
    ("/", "filter"),
    ("#", "same-cell"),
    ("f", "narrow"),
    ("M", "mine"),
    ("=", "alike"),
    ("Y", "year"),
    ("s", "sort"),
    ("F", "filters"),
    ("O", "overview"),
    ("]", "next-by-severity"),
    ("}", "next-unreviewed"),
    ("tab", "next-reading"),
    ("x", "other-side"),
    ("X", "other-report"),
    ("o", "to-source"),
    ("t", "must-correct"),
    ("i", "accept-finding"),
    ("b", "not-a-problem"),
    ("D", "to-verify"),
    ("v", "verdict"),
    ("v", "compare"),
    ("a", "note"),
    ("c", "correction"),
    (".", "repeat"),
    ("V", "verdict-all"),
    ("R", "return"),
    ("A", "accept"),
    ("C", "accept-shown"),
    ("u", "undo"),
    ("space", "select"),
    ("W", "write-out"),
    ("q", "quit"),
    ("ctrl-l", "redraw"),
    ("ctrl-z", "suspend"),
    (", u", "absent"),
    (", s", "save-filter"),
    (", a", "assign"),
    (", d", "due"),
    (", w", "who-is-here"),
    (", l", "reload"),
    (", r", "name"),
    (", c", "columns"),
    (", t", "theme"),
];

/// Keys of text fields, menus and questions, which nobody can change.
const FIXED: [&str; 8] = ["Enter", "Esc", "Tab", "Shift", "Alt-Enter", "Ctrl-J", "Ctrl-O", "Ctrl-T"];

#[test]
fn every_key_does_what_the_book_says() {
    let ran = Place::new().run(["keys", "--lang", "en"]);
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in ran.out.lines().filter(|line| !line.starts_with("# ")) {
        let fields: Vec<&str> = line.split('\t').collect();
        for key in fields[0].split("  ") {
            let key = key
                .split_once(':')
                .filter(|(place, key)| !place.is_empty() && !key.is_empty())
                .map_or(key, |(_, key)| key);
            keys.entry(key.to_owned()).or_default().insert(fields[1].to_owned());
        }
    }
    let mut wrong = BTreeSet::new();
    for (key, command) in MEANT {
        if !keys.get(key).is_some_and(|commands| commands.contains(command)) {
            wrong.insert(format!("{key} is no key of {command}"));
        }
    }
    for page in BOOKS.iter().flat_map(|(book, _)| pages(book)) {
        for key in prose(&page.text).split("<kbd>").skip(1).filter_map(|rest| rest.split("</kbd>").next()) {
            let key = key.replace("&lt;", "<").replace("&gt;", ">");
            if !FIXED.contains(&&*key) && !MEANT.iter().any(|(meant, _)| *meant == key) {
                wrong.insert(format!("{}: {key}: what is meant stands nowhere; {:?}", page.name, keys.get(&key)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
