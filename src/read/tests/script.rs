//! The traditional script: read as the simplified one is, and shown as it is written.

use std::collections::HashMap;

use super::written::*;
use super::*;
use crate::base::han::{fold, simplified};

/// All characters that are compared as another one, by that one.
fn variants() -> HashMap<char, Vec<char>> {
    let mut variants: HashMap<char, Vec<char>> = HashMap::new();
    for c in '\u{3400}'..='\u{9FFF}' {
        if simplified(c) != c {
            variants.entry(simplified(c)).or_default().push(c);
        }
    }
    variants
}

/// A text in the traditional script, in one wording or another: `mixed` leaves every third character as it is.
fn traditional(text: &str, mixed: bool) -> String {
    let variants = variants();
    let write = |(at, c): (usize, char)| match variants.get(&c) {
        Some(own) if !mixed || at % 3 > 0 => own[at % own.len()],
        _ => c,
    };
    text.chars().enumerate().map(write).collect()
}

#[test]
fn a_report_in_the_traditional_script_is_read_whole_in_every_layout() {
    for style in STYLES {
        for mixed in [false, true] {
            let text = written(style, |id| (newest_index(id) % 7).to_string());
            let plain = read_text(&text);
            let other = traditional(&text, mixed);
            assert!(other.chars().zip(text.chars()).filter(|(a, b)| a != b).count() > 100);
            let report = read_text(&other);
            assert_eq!(report.lean.cells, plain.lean.cells, "{style:?}");
            assert_eq!(kinds(&report), kinds(&plain), "{style:?}");
            assert_eq!(report.lean.head.year, plain.lean.head.year);
            assert_eq!(fold(&report.lean.head.agency.name), plain.lean.head.agency.name.as_str());
            assert_eq!(report.lean.head.agency.region, plain.lean.head.agency.region);
            // What is shown stands in the document, blanks aside.
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let all = bare(&other);
            assert!(all.contains(&bare(report.narrative.title.as_ref().unwrap())), "{style:?}");
            assert_eq!(report.narrative.sections.len(), plain.narrative.sections.len());
            for (section, plain) in report.narrative.sections.iter().zip(&plain.narrative.sections) {
                assert_eq!(fold(&section.heading), plain.heading.as_str());
                assert_eq!(fold(&section.text), plain.text.as_str(), "{style:?}");
                for text in section.text.lines().chain([section.heading.as_str()]) {
                    assert!(all.contains(&bare(text)), "{style:?} {text}");
                }
            }
        }
    }
}

#[test]
fn what_a_remark_quotes_stands_as_it_is_written() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let text = text.replace("本年废止件数", "本年廢止總數").replacen("\t0\t0\t0\n", "\t0\t無\t0\n", 1);
    let report = read_text(&text);
    let label = report.narrative.remarks.iter().find_map(|remark| remark.label.as_ref()).unwrap();
    assert_eq!((label.official.as_deref(), label.text.as_deref()), (Some("本年废止件数"), Some("本年廢止總數")));
    assert_eq!(value(&report, "disclosure/regulations/repealed"), Value::Raw("無"));
    assert!(value(&report, "disclosure/regulations/repealed").is_blank_mark());
}
