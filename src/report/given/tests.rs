use super::*;

const TABLES: [&str; 2] = ["disclosure", "disputes"];

fn ledger(text: &str) -> Result<Given, ListError> {
    Given::ledger(text.as_bytes(), &[], &TABLES)
}

#[test]
fn a_ledger_is_read_by_its_headings_and_those_of_the_office() {
    let own = [("今年发文".into(), "disclosure/normative/issued".into())];
    let text = "机关,地区,年度,今年发文,规范性文件废止,备注\n甲县教育局,子省/甲县,2024,\"1,003\",,无\n甲县公安局,子省/甲县,2024年,２,1,\n";
    let given = Given::ledger(text.as_bytes(), &own, &TABLES).unwrap();
    let one = given.of(&Head::of("教育局", &["子省", "甲县"], 2024)).unwrap();
    assert_eq!(one.cells, [("disclosure/normative/issued", Number::int(1003))]);
    assert_eq!(given.of(&Head::of("甲县教育局", &["子省", "甲县"], 2023)), None, "another year");
    assert_eq!(given.of(&Head::of("乙县教育局", &["子省", "乙县"], 2024)), None, "another agency");
    assert!(given.has_columns_of("disclosure") && !given.has_columns_of("disputes"));
}

#[test]
fn a_list_may_have_the_headings_of_a_roster() {
    let heading = |heading: &str| Column::headed(heading, &[]);
    for (name, column) in [
        ("单位全称", Column::Name),
        ("机关全称", Column::Name),
        ("Agency", Column::Name),
        ("所属地区", Column::Region),
        ("行政区划", Column::Region),
        ("收到日期", Column::Received),
        ("发布日期", Column::Published),
        ("被申请人", Column::Name),
    ] {
        assert_eq!(heading(name), Some(column), "{name}");
    }
    assert_eq!(heading("上级单位"), None);
    let text = "单位全称,所在地区,复议维持\n甲县教育局,子省·甲县,1\n";
    assert!(ledger(text).unwrap().of(&Head::of("教育局", &["子省", "甲县"], 2024)).is_some());
}

#[test]
fn headings_of_which_nothing_is_used_are_kept_to_be_named() {
    let text = "名称,备注,复议维持,报送日期,,requests/new/total\n甲局,明天,3,不是日期,,约5\n";
    let unused: Vec<String> = ledger(text).unwrap().unused().iter().map(ToString::to_string).collect();
    assert_eq!(unused, ["备注", "报送日期", "requests/new/total"]);
}

#[test]
fn which_line_counts_must_be_sure() {
    let twice = "名称,年度,复议维持\n甲县教育局,2024,1\n甲县教育局,2024,2\n";
    assert_eq!(ledger(twice).unwrap().of(&Head::of("甲县教育局", &[], 2024)), None);
    let two = "名称,地区,复议维持\n教育局,甲县,1\n教育局,乙县,2\n";
    let given = ledger(two).unwrap();
    assert_eq!(given.of(&Head::of("教育局", &[], 2024)), None);
    assert!(given.of(&Head::of("教育局", &["乙县"], 2024)).is_some());
}

#[test]
fn what_is_no_list_of_that_kind_is_named_with_its_place() {
    for (text, line, column) in [
        ("名称,复议维持\n甲局,约3\n", 2, 2),
        ("名称,年度,复议维持\n甲局,1985,3\n", 2, 2),
        ("名称,地区\n甲局,乙市\n", 1, 0),
        ("名称,报送日期\n甲局,2025-01-20\n", 1, 0),
        ("复议维持\n3\n", 1, 0),
        ("名称,复议维持\n,3\n", 2, 1),
        ("名称,复议维持,行政复议维持\n甲局,3,3\n", 1, 3),
        ("名称,复议维持\n甲局,1,234\n", 2, 3),
        ("名称,复议维持\n\"甲局,3\n乙局,4\n", 2, 1),
    ] {
        let error = ledger(text).unwrap_err();
        assert_eq!((error.line, error.column), (line, column), "{text}");
    }
    for (text, line, column) in [
        ("名称,报送日期\n甲局,2025-1-20\n乙局,明天\n", 3, 2),
        ("名称,公开日期\n甲局,2025-02-30\n", 2, 2),
        ("名称,复议维持\n甲局,3\n", 1, 0),
    ] {
        let error = Given::dates(text.as_bytes(), &[]).unwrap_err();
        assert_eq!((error.line, error.column), (line, column), "{text}");
    }
}

#[test]
fn a_frozen_roll_up_is_json() {
    let text = r#"{ "schema": "gouji/frozen/1", "reports": [
        { "agency": { "name": "甲县教育局", "region": ["甲县"] }, "year": 2024,
          "cells": { "requests/new/total": 5, "disclosure/fees/amount": "0.25" } } ] }"#;
    let given = Given::frozen(text.as_bytes()).unwrap();
    assert_eq!(given.of(&Head::of("甲县教育局", &["甲县"], 2024)).unwrap().cells.len(), 2);
    assert_eq!(given.of(&Head::of("甲县教育局", &["甲县"], 2023)), None);
}
