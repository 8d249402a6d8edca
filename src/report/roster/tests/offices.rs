//! Rosters as offices have them: titles, separators, sheets, headings.

use super::*;

fn names(roster: &Roster) -> Vec<&str> {
    roster.entries().iter().map(|entry| entry.name.as_str()).collect()
}

#[test]
fn titles_may_stand_above_the_heading_whatever_stands_between_the_fields() {
    for separator in [",", "\t", ";"] {
        let lines = [
            ["临江县政府信息公开机构名册", "", ""],
            ["（2025年1月）", "", ""],
            ["", "", ""],
            ["序号", "单位全称", "所属地区"],
            ["1", "临江县教育局", "示例省/临江县"],
            ["2", "临江县财政局", "示例省/临江县"],
        ];
        let text: String = lines.map(|line| line.join(separator)).join("\n");
        let roster = Roster::parse(text.as_bytes()).unwrap();
        assert_eq!(names(&roster), ["临江县教育局", "临江县财政局"], "{separator:?}");
        assert_eq!(roster.entries()[1].region, region(&["示例省", "临江县"]), "{separator:?}");
        assert_eq!(roster.notes(), [], "{separator:?}");
    }
}

#[test]
fn a_semicolon_between_aliases_does_not_separate_fields() {
    let roster = Roster::parse("名称,别名\n甲局,乙；丙;丁、戊\n".as_bytes()).unwrap();
    assert_eq!(roster.entries()[0].aliases, region(&["乙", "丙", "丁", "戊"]));
}

#[test]
fn headings_are_known_however_they_are_written() {
    let text = "序号,*单 位 名 称（全称）,所属行政区划,上级主管部门,行政层级,撤并时间,原单位名称\n\
        1,临江县教育局,示例省/临江县,临江县人民政府,县级,2030,\n2,临江县人民政府,示例省/临江县,,县级,,\n";
    let roster = Roster::parse(text.as_bytes()).unwrap();
    let entry = &roster.entries()[0];
    assert_eq!((entry.parent.as_deref(), entry.level.as_deref()), (Some("临江县人民政府"), Some("县级")));
    assert_eq!((entry.until, roster.notes()), (Some(2030), &[][..]));
}

#[test]
fn the_sheet_with_the_heading_is_the_roster() {
    let says: &[SheetLine<'_>] = &[(1, &["填表说明"]), (2, &["一、请填写全称"])];
    let list: &[SheetLine<'_>] = &[(1, &["机关名册"]), (3, &["名称", "地区"]), (4, &["临江县教育局", "临江县"])];
    let roster = Roster::parse(&sheets(&[says, list], "")).unwrap();
    assert_eq!((names(&roster), roster.notes()), (vec!["临江县教育局"], &[][..]));
    let other: &[SheetLine<'_>] = &[(1, &["名称"]), (2, &["临江县财政局"])];
    let roster = Roster::parse(&sheets(&[says, list, other], "")).unwrap();
    assert_eq!(names(&roster), ["临江县教育局"]);
    let [note] = roster.notes() else { panic!() };
    assert_eq!(note.kind, ListErrorKind::OtherSheet("S3".into()));
    let error = Roster::parse(&sheets(&[says], "")).unwrap_err();
    assert!(matches!(error.kind, ListErrorKind::NoHeader(found) if &*found[0] == "填表说明"));
}

#[test]
fn a_sheet_that_cannot_be_read_is_said_beside_the_one_that_can() {
    let list: &[SheetLine<'_>] = &[(1, &["名称"]), (2, &["临江县教育局"])];
    let broken: &[SheetLine<'_>] = &[(1, &["<c"])];
    let roster = Roster::parse(&sheets(&[broken, list], "")).unwrap();
    assert_eq!(names(&roster), ["临江县教育局"]);
    let [note] = roster.notes() else { panic!("{:?}", roster.notes()) };
    assert_eq!(note.kind, ListErrorKind::UnreadSheet("S1".into()));
    let error = Roster::parse(&sheets(&[broken], "")).unwrap_err();
    assert_eq!(error.kind, ListErrorKind::UnreadSheet("S1".into()), "not that it has no heading");
}

#[test]
fn a_cell_that_is_merged_over_several_lines_is_the_cell_of_each() {
    let list: &[SheetLine<'_>] = &[
        (1, &["地区", "名称"]),
        (2, &["示例省/临江县", "临江县教育局"]),
        (3, &["", "临江县财政局"]),
        (4, &["", "临江县民政局"]),
    ];
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>";
    let roster = Roster::parse(&sheets(&[list], merged)).unwrap();
    let regions: Vec<usize> = roster.entries().iter().map(|entry| entry.region.len()).collect();
    assert_eq!(regions, [2, 2, 0]);
}

#[test]
fn an_old_workbook_is_called_so() {
    let error = Roster::parse(&[0xD0, 0xCF, 0x11, 0xE0, 0, 0]).unwrap_err();
    assert_eq!(error.kind, ListErrorKind::OldWorkbook);
}
