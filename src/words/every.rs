//! All texts in one table, to be read one by one: `cargo test --lib words::every -- --nocapture`.
//!
//! What can be said of all of them at once is a test here; whether they are good words is for whoever reads them.

use super::{CommandId, EN, Lang, Words, ZH};

/// What numbers are called in the texts.
const NUMBERS: [&str; 14] = [
    "count", "all", "acts", "bytes", "checked", "errors", "files", "findings", "lines", "notes", "reports", "rows",
    "shown", "warnings",
];

/// Every text: its name, Chinese, English.
fn texts() -> Vec<(String, String, String)> {
    let of_part = |(part, texts): &(&str, &[(&str, &str, &str)])| -> Vec<(String, String, String)> {
        texts.iter().map(|(name, zh, en)| (format!("{part}.{name}"), (*zh).to_owned(), (*en).to_owned())).collect()
    };
    let commands = CommandId::ALL.iter().map(|command| {
        let said = |lang| {
            let text = command.text(lang);
            format!("{} – {}", text.short, text.help)
        };
        (format!("command.{}", command.id()), said(Lang::Zh), said(Lang::En))
    });
    Words::TEXTS.iter().flat_map(of_part).chain(commands).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "it is there to be read")]
fn every_text_stands_in_one_table() {
    let texts = texts();
    for (name, zh, en) in &texts {
        println!("{name}\n    {zh}\n    {en}");
    }
    assert!(texts.len() > 1500, "{}", texts.len());
}

#[test]
fn one_is_said_otherwise_than_none_or_several() {
    let said = |count: u32| EN.act.bulk_accept(count);
    assert_eq!([0, 1, 2].map(said), ["accept 0 reports", "accept 1 report", "accept 2 reports"]);
    let absent = |count: u32| EN.absent.notice(count, "x");
    assert!(absent(0).starts_with("0 agencies of the roster have "), "{}", absent(0));
    assert!(absent(1).starts_with("1 agency of the roster has "), "{}", absent(1));
    assert!(absent(2).starts_with("2 agencies of the roster have "), "{}", absent(2));
    assert_eq!([1, 2].map(|count| ZH.act.bulk_accept(count)), ["通过 1 份年报", "通过 2 份年报"]);
}

#[test]
fn no_text_leaves_open_whether_it_is_one() {
    let mut open = Vec::new();
    for (name, _, en) in texts() {
        assert!(!en.contains("(s)"), "{name}: {en}");
        // Others make it several.
        for (at, _) in en.match_indices('{').filter(|_| !en.contains("and others")) {
            let Some((number, after)) = en.get(at + 1..).unwrap_or_default().split_once('}') else { continue };
            let next = after.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_ascii_lowercase()).next());
            let several = next.is_some_and(|word| word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"));
            if several && NUMBERS.contains(&number) {
                open.push(format!("{name}: {en}"));
            }
        }
    }
    assert!(open.is_empty(), "{open:#?}");
}
