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
    assert_eq!(error.to_string(), "line 3, key `year`: wrong type: invalid type: string \"2023\", expected u16");

    let section = MINIMAL.replace("\"year\"", "\"sections\":[{\"number\":1,\"text\":5}],\"year\"");
    for error in [parse_lean(section.as_bytes()).unwrap_err(), parse(section.as_bytes()).unwrap_err()] {
        assert_eq!(&*error.key, "sections[0].text");
        assert!(matches!(error.kind, ReportErrorKind::WrongType(_)));
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
    assert!(parse_lean(year.as_bytes()).unwrap_err().to_string().contains("\"year\" stands twice"));
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
