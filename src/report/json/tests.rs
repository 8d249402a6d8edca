use super::expect::Expected;
use super::*;
use crate::report::{Value, to_json};
use proptest::prelude::*;

const MINIMAL: &str =
    r#"{"schema":"gouji/report/1","agency":{"name":"甲县乙局"},"year":2023,"form":"2021","tables":{}}"#;

fn with_tables(tables: &str) -> String {
    MINIMAL.replace("\"tables\":{}", &format!("\"tables\":{tables}"))
}

fn value_of(report: &Lean, id: &str) -> String {
    format!("{:?}", report.cells.get(report.form.cell(id).unwrap()))
}

#[test]
fn only_five_keys_are_required() {
    let report = parse_lean(MINIMAL.as_bytes()).unwrap();
    assert_eq!(report.head.name(), "甲县乙局 2023");
    for key in ["schema", "agency", "year", "form", "tables"] {
        let without = MINIMAL.replace(&format!("\"{key}\""), &format!("\"x-{key}\""));
        let error = parse_lean(without.as_bytes()).unwrap_err();
        assert_eq!((&error.kind, &*error.key), (&ReportErrorKind::MissingKey, key));
    }
}

#[test]
fn blank_missing_raw_and_zero_stay_apart_there_and_back() {
    let json = with_tables(
        r#"{"requests":{"new":{"natural":0,"business":null,"research":{"raw":"5件"},"other":"1.50"}},
            "disclosure":{"fees":{"amount":"0.1234"}}}"#,
    );
    let report = parse(json.as_bytes()).unwrap();
    let again = parse(to_json(&report).as_bytes()).unwrap();
    for report in [&report.lean, &again.lean] {
        assert_eq!(report.cells.get(report.form.cell("requests/new/natural").unwrap()), Value::int(0));
        assert_eq!(value_of(report, "requests/new/business"), "Blank");
        assert_eq!(value_of(report, "requests/new/research"), "Raw(\"5件\")");
        assert_eq!(value_of(report, "requests/new/welfare"), "Missing");
        assert_eq!(value_of(report, "requests/handled/natural"), "Missing");
        let number = |id: &str| report.cells.get(report.form.cell(id).unwrap()).number().unwrap().to_string();
        assert_eq!(number("requests/new/other"), "1.50");
        assert_eq!(number("disclosure/fees/amount"), "0.1234");
    }
}

#[test]
fn unknown_keys_are_kept_at_every_level() {
    let json = r#"{"schema":"gouji/report/1","agency":{"name":"甲","code":{"a":1}},"year":2023,"form":"2021","x":[1,2],
        "tables":{"other":{"q":1},"requests":{"more":{"z":2},"new":{"natural":1,"extra":"e"}}}}"#;
    let report = parse(json.as_bytes()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&to_json(&report)).unwrap();
    for (path, expected) in [
        ("/agency/code/a", "1"),
        ("/x/1", "2"),
        ("/tables/other/q", "1"),
        ("/tables/requests/more/z", "2"),
        ("/tables/requests/new/extra", "\"e\""),
        ("/tables/requests/new/natural", "1"),
    ] {
        assert_eq!(value.pointer(path).map(ToString::to_string).as_deref(), Some(expected), "{path}");
    }
    assert!(value.pointer("/agency.code").is_none());
}

#[test]
fn a_wrong_type_names_key_line_and_what_was_expected() {
    let json = "{\"schema\":\"gouji/report/1\",\n\"agency\":{\"name\":\"甲\"},\n\"year\":\"2023\",\n\"form\":\"2021\",\"tables\":{}}";
    let error = parse_lean(json.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "line 3, key `year`: expected a year such as 2024, found the text \"2023\"");

    let section = MINIMAL.replace("\"year\"", "\"sections\":[{\"number\":1,\"text\":5}],\"year\"");
    for error in [parse_lean(section.as_bytes()).unwrap_err(), parse(section.as_bytes()).unwrap_err()] {
        assert_eq!(&*error.key, "sections[0].text");
        assert_eq!(
            error.kind,
            ReportErrorKind::WrongType(Expected::Text(bounds::TEXT), FoundInstead::Number("5".into()))
        );
    }
}

#[test]
fn a_cell_that_is_no_cell_is_named() {
    for (value, found) in [
        ("1.5", "1.5"),
        ("true", "true"),
        ("\"五件\"", "\"五件\""),
        ("[1]", "[…]"),
        ("{}", "{…}"),
        ("{\"raw\":1}", "{\"raw\": …}"),
        ("18446744073709551615", "18446744073709551615"),
    ] {
        let json = with_tables(&format!("{{\n\"requests\":{{\"new\":{{\"total\":{value}}}}}}}"));
        let error = parse_lean(json.as_bytes()).unwrap_err();
        assert_eq!(error.kind, ReportErrorKind::NotACell(found.into()), "{value}");
        assert_eq!((&*error.key, error.line), ("requests/new/total", 2));
    }
    let error = parse_lean(with_tables(r#"{"requests":{"new":[0,0]}}"#).as_bytes()).unwrap_err();
    assert_eq!(&*error.key, "requests/new");
}

#[test]
fn a_byte_order_mark_is_no_error_and_other_encodings_are_named() {
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(MINIMAL.as_bytes());
    assert!(parse_lean(&bytes).is_ok());
    let gb = encoding_rs::GB18030.encode(MINIMAL).0;
    assert_eq!(parse_lean(&gb).unwrap_err().kind, ReportErrorKind::NotUtf8);
}

#[test]
fn truncated_newer_and_unknown_files_say_so() {
    let half = MINIMAL.get(..60).unwrap();
    assert_eq!(parse_lean(half.as_bytes()).unwrap_err().kind, ReportErrorKind::Truncated);
    let newer = MINIMAL.replace("report/1", "report/2");
    assert_eq!(parse_lean(newer.as_bytes()).unwrap_err().kind, ReportErrorKind::UnknownSchema("gouji/report/2".into()));
    let form = MINIMAL.replace("\"2021\"", "\"2031\"");
    assert_eq!(
        parse_lean(form.as_bytes()).unwrap_err().to_string(),
        "line 1, key `form`: form edition \"2031\" is unknown; this version knows: 2021, 2019"
    );
    for text in ["", "[]", "5", "null", "{}"] {
        assert!(parse_lean(text.as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn a_key_that_stands_twice_is_an_error_at_every_level() {
    let cell = with_tables(r#"{"requests":{"new":{"natural":6,"natural":5}}}"#);
    let error = parse_lean(cell.as_bytes()).unwrap_err();
    assert_eq!(&*error.key, "requests/new/natural");
    let year = MINIMAL.replace("\"year\":2023", "\"year\":2023,\"year\":2022");
    let error = parse_lean(year.as_bytes()).unwrap_err();
    assert_eq!((&*error.key, error.kind), ("year", ReportErrorKind::KeyTwice));
}

#[test]
fn small_parts_are_checked_while_loading_too() {
    for (key, value) in [("title", "5"), ("source", "[]"), ("source", "{\"file\":5}"), ("remarks", "{}")] {
        let json = MINIMAL.replace("\"year\"", &format!("\"{key}\":{value},\"year\""));
        assert!(parse_lean(json.as_bytes()).unwrap_err().key.starts_with(key), "{key}");
    }
    let nameless = MINIMAL.replace("甲县乙局", " ");
    assert_eq!(parse_lean(nameless.as_bytes()).unwrap_err().kind, ReportErrorKind::Empty);
}

#[test]
fn deep_nesting_is_an_error_and_not_a_crash() {
    let deep = "[".repeat(200_000);
    for json in [deep.clone(), with_tables(&deep), MINIMAL.replace("{}", &format!("{{\"x\":{deep}"))] {
        assert!(parse(json.as_bytes()).is_err());
    }
}

#[test]
fn hostile_names_are_escaped_on_the_way_in() {
    let json = MINIMAL.replace("甲县乙局", "甲\\u001b[2J\\u202e乙");
    assert_eq!(&*parse_lean(json.as_bytes()).unwrap().head.agency.name, "甲\\x1B[2J\\u{202E}乙");
}

#[test]
fn a_row_stands_on_one_line_of_the_written_file() {
    let report = parse(with_tables(r#"{"requests":{"new":{"natural":1,"business":0}}}"#).as_bytes()).unwrap();
    assert!(to_json(&report).contains("\n      \"new\": {\"natural\": 1, \"business\": 0}\n"), "{}", to_json(&report));
}

proptest! {
    #[test]
    fn any_bytes_are_a_report_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse(&bytes);
    }

    #[test]
    fn a_damaged_report_is_a_report_or_an_error(at in 0_usize..400, byte in any::<u8>()) {
        let json = with_tables(r#"{"requests":{"new":{"natural":0,"business":null,"research":{"raw":"5件"}}}}"#);
        let mut bytes = json.into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let lean = parse_lean(&bytes);
        prop_assert_eq!(lean.is_ok(), parse(&bytes).is_ok());
    }
}

#[test]
fn the_wording_that_a_remark_is_about_goes_there_and_back() {
    let json = with_tables("{}").replacen(
        "\"tables\"",
        r#""remarks":[{"kind":"altered-label","label":{"official":"商业企业","text":"商企业"},"line":4},{"kind":"x"}],"tables""#,
        1,
    );
    let report = parse(json.as_bytes()).unwrap();
    let label = report.narrative.remarks[0].label.clone().unwrap();
    assert_eq!((label.table, label.official.as_deref()), (None, Some("商业企业")));
    assert_eq!((label.text.as_deref(), &report.narrative.remarks[1].label), (Some("商企业"), &None));
    let again = parse(to_json(&report).as_bytes()).unwrap();
    assert_eq!(again.narrative.remarks, report.narrative.remarks);
    let wrong = json.replace(r#""text":"商企业""#, r#""text":5"#);
    assert_eq!(&*parse(wrong.as_bytes()).unwrap_err().key, "remarks[0].label.text");
    assert!(parse_lean(wrong.as_bytes()).is_err());
}

/// Every bound, as `(what, the key the error names, what is expected)`; `what` has one more than there may be.
fn too_much() -> Vec<(String, &'static str, Expected)> {
    let key = |key: &str, value: &str| MINIMAL.replace("\"year\"", &format!("\"{key}\":{value},\"year\""));
    let agency = |json: &str| MINIMAL.replace(r#""agency":{"name":"甲县乙局"}"#, &format!("\"agency\":{{{json}}}"));
    let text = |most: usize| "字".repeat(most + 1);
    let list = |item: &str, most: usize| format!("[{}]", vec![item; most + 1].join(","));
    let object = |item: &str, most: usize| {
        let pairs: Vec<String> = (0..=most).map(|at| format!("\"k{at}\":{item}")).collect();
        pairs.join(",")
    };
    let deep = format!("{}{}", "[".repeat(bounds::DEPTH + 1), "]".repeat(bounds::DEPTH + 1));
    use Expected::{Depth, Keys, List, Text};
    vec![
        (agency(&format!("\"name\":\"{}\"", text(bounds::NAME))), "agency.name", Text(bounds::NAME)),
        (
            agency(&format!("\"name\":\"甲\",\"region\":{}", list("\"省\"", bounds::REGION))),
            "agency.region",
            List(bounds::REGION),
        ),
        (
            agency(&format!("\"name\":\"甲\",\"region\":[\"省\",\"{}\"]", text(bounds::WORD))),
            "agency.region[1]",
            Text(bounds::WORD),
        ),
        (agency(&format!("\"name\":\"甲\",\"level\":\"{}\"", text(bounds::WORD))), "agency.level", Text(bounds::WORD)),
        (agency(&format!("\"name\":\"甲\",\"x\":{deep}")), "agency.x", Depth(bounds::DEPTH)),
        (agency(&format!("\"name\":\"甲\",{}", object("1", bounds::UNKNOWN))), "agency", Keys(bounds::UNKNOWN)),
        (key("title", &format!("\"{}\"", text(bounds::LINE))), "title", Text(bounds::LINE)),
        (key("preface", &format!("\"{}\"", text(bounds::PREFACE))), "preface", Text(bounds::PREFACE)),
        (key("sections", &list("{\"number\":1}", bounds::SECTIONS)), "sections", List(bounds::SECTIONS)),
        (
            key("sections", &format!("[{{\"number\":1,\"heading\":\"{}\"}}]", text(bounds::LINE))),
            "sections[0].heading",
            Text(bounds::LINE),
        ),
        (
            key("sections", &format!("[{{\"number\":1,\"text\":\"{}\"}}]", text(bounds::TEXT))),
            "sections[0].text",
            Text(bounds::TEXT),
        ),
        (key("sections", "[{\"number\":0}]"), "sections[0].number", Expected::Section),
        (key("origins", &format!("{{{}}}", object("{}", bounds::ORIGINS))), "origins", Keys(bounds::ORIGINS)),
        (key("remarks", &list("{\"kind\":\"x\"}", bounds::REMARKS)), "remarks", List(bounds::REMARKS)),
        (
            key("remarks", &format!("[{{\"kind\":\"x\",\"message\":\"{}\"}}]", text(bounds::LINE))),
            "remarks[0].message",
            Text(bounds::LINE),
        ),
        (key("source", &format!("{{\"file\":\"{}\"}}", text(bounds::LINE))), "source.file", Text(bounds::LINE)),
        (key("version", "-1"), "version", Expected::Count),
        (MINIMAL.replace("2023", "70000"), "year", Expected::Year),
        (key("x", &deep), "x", Depth(bounds::DEPTH)),
        (
            with_tables(&format!(r#"{{"requests":{{"new":{{"total":{{"raw":"{}"}}}}}}}}"#, text(bounds::RAW))),
            "requests/new/total",
            Text(bounds::RAW),
        ),
        (with_tables(&format!("{{\"x\":{deep}}}")), "x", Depth(bounds::DEPTH)),
        (with_tables(&format!("{{{}}}", object("1", bounds::UNKNOWN))), "k1000", Keys(bounds::UNKNOWN)),
    ]
}

#[test]
fn whatever_is_more_than_there_may_be_is_named_with_its_bound() {
    for (json, key, bound) in too_much() {
        for error in [parse_lean(json.as_bytes()).unwrap_err(), parse(json.as_bytes()).unwrap_err()] {
            assert_eq!(&*error.key, key);
            assert!(matches!(&error.kind, ReportErrorKind::WrongType(expected, _) if *expected == bound), "{error:?}");
            assert!(error.line > 0 && error.to_string().len() < 300, "{error}");
        }
    }
}

#[test]
fn no_message_speaks_of_the_programs_own_types() {
    let wrong = ["5", "-5", "1.5", "true", "null", "\"x\"", "[]", "{}", "[{\"number\":[]}]", "99999999999999999999"];
    let all = [
        "agency", "year", "version", "form", "title", "preface", "sections", "source", "origins", "remarks", "schema",
        "tables",
    ];
    for key in all {
        for value in wrong {
            let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(MINIMAL).unwrap();
            let mut json = String::from("{");
            for (name, own) in fields.iter().filter(|(name, _)| *name != key) {
                json += &format!("\"{name}\":{own},");
            }
            json += &format!("\"{key}\":{value}}}");
            let Err(error) = parse(json.as_bytes()) else { continue };
            for words in [crate::words::ZH, crate::words::EN] {
                let text = crate::words::Describe::describe(&error, words);
                let technical = ["u8", "u16", "u32", "struct", "Wire", "invalid", "sequence", "map", "text/", "field"];
                assert!(!technical.iter().any(|word| text.contains(word)), "{text}");
            }
        }
    }
}

/// A validator is no part of this program: what the schema says is compared with what is refused.
#[test]
fn the_schema_says_every_bound() {
    let schema = crate::report::json_schema();
    let agency = "/properties/agency/properties";
    for (place, bound) in [
        (format!("{agency}/name/maxLength"), bounds::NAME),
        (format!("{agency}/region/maxItems"), bounds::REGION),
        (format!("{agency}/region/items/maxLength"), bounds::WORD),
        ("/properties/title/maxLength".to_owned(), bounds::LINE),
        ("/properties/preface/maxLength".to_owned(), bounds::PREFACE),
        ("/properties/sections/maxItems".to_owned(), bounds::SECTIONS),
        ("/properties/sections/items/properties/text/maxLength".to_owned(), bounds::TEXT),
        ("/properties/remarks/maxItems".to_owned(), bounds::REMARKS),
        ("/properties/remarks/items/properties/message/maxLength".to_owned(), bounds::LINE),
        ("/properties/origins/maxProperties".to_owned(), bounds::ORIGINS),
        ("/properties/year/maximum".to_owned(), 9999),
        ("/maxProperties".to_owned(), bounds::UNKNOWN),
        ("/$defs/cell/anyOf/3/properties/raw/maxLength".to_owned(), bounds::RAW),
    ] {
        let said = schema.pointer(&place).and_then(serde_json::Value::as_u64);
        assert_eq!(said, u64::try_from(bound).ok(), "{place}: {schema:#}");
    }
}
