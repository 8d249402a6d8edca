//! Files that are written and read again, and files that nobody wrote.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::check::{Area, Profile, Severity, rules};
use crate::journal::Status;
use crate::report::SafeText;
use crate::tui::model::chip::{Chip, Flag};
use crate::tui::model::places::Spot;
use crate::tui::model::session::{OpenAt, Session};
use crate::tui::model::{By, ListColumn, Saved, Screen, Setting, SortKey, Window};

use super::{KeptTrouble, MAX_BYTES, filters, session};

fn safe() -> impl Strategy<Value = SafeText> {
    ".{0,12}".prop_map(|text| SafeText::line(&text))
}

fn chip() -> impl Strategy<Value = Chip> {
    prop_oneof![
        prop::sample::select(Status::ALL.to_vec()).prop_map(Chip::Status),
        prop::sample::select(Severity::ALL.to_vec()).prop_map(Chip::Severity),
        prop::sample::select(Flag::ALL.to_vec()).prop_map(Chip::Flag),
        prop::sample::select(Area::ALL.to_vec()).prop_map(Chip::Part),
        (0..rules().len()).prop_map(|number| Chip::Rule(&rules()[number])),
        any::<u16>().prop_map(Chip::Year),
        safe().prop_map(Chip::Reviewer),
        prop::collection::vec(safe(), 1..4).prop_map(|chain| Chip::Region(chain.into())),
        "Q-[0-9]{2}".prop_map(|id| Chip::Lost(json!({ "rule": id }))),
        Just(Chip::Lost(json!({ "phase": { "of": ["the moon"] } }))),
    ]
}

fn setting() -> impl Strategy<Value = Setting> {
    let by = (prop::sample::select(SortKey::ALL.to_vec()), any::<bool>());
    let by = by.prop_map(|(column, descending)| By { column, descending });
    let columns = prop::collection::vec(prop::sample::select(ListColumn::ALL.to_vec()), 1..6);
    let order = prop::collection::vec(by, 0..4);
    let parts = (safe(), prop::collection::vec(chip(), 0..6), order, any::<Option<u16>>(), columns);
    parts.prop_map(|(filter, chips, order, year, columns)| Setting {
        filter: filter.to_string(),
        chips: chips.into_iter().collect(),
        order: order.into_iter().collect(),
        year,
        columns: columns.into_iter().collect(),
    })
}

fn open_at() -> impl Strategy<Value = OpenAt> {
    let shown = (0..3_usize).flat_map(|table| {
        let in_report = Screen::ALL.into_iter().filter(|screen| screen.is_in_report());
        in_report.map(move |screen| (screen, screen.is_of_table().then_some(table)))
    });
    let pairs = prop::collection::vec((any::<usize>(), any::<usize>()), 0..4);
    let window = || (any::<usize>(), any::<usize>()).prop_map(|(cursor, offset)| Window { cursor, offset });
    let windows = (window(), window(), window(), window(), window());
    let numbers = (windows, any::<Option<u32>>(), prop::collection::vec(any::<usize>(), 0..4));
    let place = (any::<Option<(u8, usize)>>(), any::<Option<u64>>(), any::<bool>());
    (safe(), prop::sample::select(shown.collect::<Vec<_>>()), pairs, numbers, place).prop_map(
        |(
            report,
            (screen, table),
            cursors,
            ((findings, text, notes, doubts, source), source_line, offsets),
            (passage, finding, marked),
        )| OpenAt {
            report,
            screen,
            table,
            finding: finding.map(|name| format!("{name:016x}").parse().unwrap()),
            findings,
            marked,
            cursors,
            offsets,
            text,
            passage,
            notes,
            doubts,
            source,
            source_line,
        },
    )
}

fn place() -> impl Strategy<Value = Session> {
    let spot = |report| Spot { report, part: None };
    let marks = prop::collection::btree_map(prop::char::range('a', 'z'), safe().prop_map(spot), 0..4);
    let parts = (setting(), prop::option::of(safe()), any::<usize>(), prop::option::of(open_at()), marks);
    parts.prop_map(|(setting, cursor, line, open, marks)| Session { setting, cursor, line, open, marks: marks.into() })
}

/// JSON that looks a little like ours.
fn odd() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // JSON is read to the nearest number but one: what is written must be as short as what people write.
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 4.0)),
        ".{0,8}".prop_map(Value::from),
        prop::sample::select(vec!["returned", "-errors", "requests", "T3-01", "text"]).prop_map(Value::from),
    ];
    let keys =
        ["name", "chips", "order", "year", "search", "open", "cursor", "line", "tab", "cursors", "report", "rule"];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(keys.to_vec()), inner), 0..6).prop_map(|entries| {
                Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn filters_are_read_as_they_were_written(named in prop::collection::vec(("[a-z]{1,6}", setting()), 0..5)) {
        let mut file = filters::File::default();
        let mut expected: Vec<Saved> = Vec::new();
        for (name, setting) in named {
            let saved = Saved { name: SafeText::line(&name), setting };
            file.put(&saved);
            expected.retain(|known| known.name != saved.name);
            expected.push(saved);
        }
        expected.sort_by(|a, b| a.name.cmp(&b.name));
        let read = filters::File::parse(&file.text()).unwrap();
        prop_assert_eq!(read.filters(Profile::standard()), expected);
        prop_assert_eq!(read, file);
    }

    #[test]
    fn a_session_is_read_as_it_was_written(place in place(), directory in ".{0,20}") {
        let text = session::File::default().text(&place, &directory);
        let read = session::File::parse(&text, &directory).unwrap();
        prop_assert_eq!(read.session(Profile::standard()), place);
        let elsewhere = format!("{directory}/");
        prop_assert_eq!(session::File::parse(&text, &elsewhere), Err(KeptTrouble::Elsewhere));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = filters::File::parse(&text);
        let _ = session::File::parse(&text, "x");
    }

    /// Whatever is read can be written, and is read again as the same.
    #[test]
    fn any_json_is_read_or_refused(value in odd(), list in prop::collection::vec(odd(), 0..4)) {
        let _ = filters::File::parse(&value.to_string());
        let file = json!({ "schema": "gouji/filters/1", "filters": list }).to_string();
        let mut file = filters::File::parse(&file).unwrap();
        for saved in file.filters(Profile::standard()) {
            file.put(&saved);
            prop_assert!(file.filters(Profile::standard()).contains(&saved));
        }
        let Value::Object(mut object) = value else { return Ok(()) };
        object.insert("schema".to_owned(), "gouji/session/1".into());
        object.insert("directory".to_owned(), "x".into());
        let file = session::File::parse(&Value::Object(object).to_string(), "x").unwrap();
        let read = file.session(Profile::standard());
        let again = session::File::parse(&file.text(&read, "x"), "x").unwrap();
        prop_assert_eq!(again.session(Profile::standard()), read);
    }
}

#[test]
fn what_is_not_ours_in_a_file_is_written_again() {
    let text = json!({
        "schema": "gouji/filters/1", "later": { "x": 1 },
        "filters": [{ "name": "甲", "colour": "red", "chips": [{ "moon": "full" }] }, "odd"],
    });
    let mut file = filters::File::parse(&text.to_string()).unwrap();
    let mut saved = file.filters(Profile::standard()).remove(0);
    saved.setting.year = Some(2024);
    file.put(&saved);
    file.put(&Saved { name: "乙".into(), setting: Setting::default() });
    let written: Value = serde_json::from_str(&file.text()).unwrap();
    assert_eq!(written["later"], json!({ "x": 1 }));
    assert_eq!(written["filters"][0]["colour"], "red");
    assert_eq!(written["filters"][0]["chips"], json!([{ "moon": "full" }]));
    assert_eq!((&written["filters"][1], &written["filters"][2]["name"]), (&json!("odd"), &json!("乙")));
    let text = json!({ "schema": "gouji/session/1", "directory": "x", "places": ["a"] }).to_string();
    let written = session::File::parse(&text, "x").unwrap().text(&Session::default(), "x");
    assert_eq!(serde_json::from_str::<Value>(&written).unwrap()["places"], json!(["a"]));
}

#[test]
fn what_is_newer_foreign_or_too_long_is_refused() {
    for text in ["[]", "1", "{}", r#"{"schema":"gouji/filters/2"}"#, r#"{"schema":"gouji/session/1"}"#] {
        assert_eq!(filters::File::parse(text), Err(KeptTrouble::Foreign), "{text}");
    }
    assert!(matches!(filters::File::parse("{"), Err(KeptTrouble::Json(_))));
    assert!(matches!(filters::File::parse(&"[".repeat(10_000)), Err(KeptTrouble::Json(_))), "deep nesting");
    let long = usize::try_from(MAX_BYTES).unwrap() + 1;
    assert_eq!(filters::File::parse(&" ".repeat(long)), Err(KeptTrouble::Long));
}

/// What it is called in the file never changes: the place of yesterday is found today.
#[test]
fn every_screen_of_a_report_survives_a_session_under_its_old_name() {
    let old = |screen, table| match (screen, table) {
        (Screen::Agencies, _) => None,
        (Screen::Findings, _) => Some("findings"),
        (Screen::Table | Screen::Cell, 0) => Some("disclosure"),
        (Screen::Table | Screen::Cell, 1) => Some("requests"),
        (Screen::Table | Screen::Cell, _) => Some("disputes"),
        (Screen::Text, _) => Some("text"),
        (Screen::Notes, _) => Some("notes"),
        (Screen::Source, _) => Some("source"),
        (Screen::Doubts, _) => Some("doubts"),
        (Screen::Years, _) => Some("years"),
        (Screen::Versions, _) => Some("versions"),
    };
    for (screen, table) in Screen::ALL.into_iter().flat_map(|screen| (0..3).map(move |table| (screen, table))) {
        let Some(tab) = old(screen, table) else { continue };
        let open = json!({ "report": "a", "tab": tab, "cell": screen == Screen::Cell });
        let text = json!({ "schema": "gouji/session/1", "directory": "x", "open": open }).to_string();
        let file = session::File::parse(&text, "x").unwrap();
        let place = file.session(Profile::standard());
        let at = place.open.as_ref().unwrap();
        assert_eq!((at.screen, at.table), (screen, screen.is_of_table().then_some(table)));
        let written: Value = serde_json::from_str(&file.text(&place, "x")).unwrap();
        assert_eq!((&written["open"]["tab"], &written["open"]["cell"]), (&open["tab"], &open["cell"]));
    }
}
