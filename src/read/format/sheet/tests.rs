//! Workbooks made here, part by part and record by record.

mod seen;

use std::io::{Cursor, Write as _};

use cfb::CompoundFile;
use proptest::prelude::*;

use crate::read::Foreign;

use super::super::shared::archive::tests::archive;
use super::rows::letters;
use super::*;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook of these sheets: name, state, what stands in `worksheet`.
fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut list, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, state, xml)) in sheets.iter().enumerate() {
        list += &format!(r#"<sheet name="{name}" sheetId="{0}" state="{state}" r:id="r{0}"/>"#, at + 1);
        targets += &format!(
            r#"<Relationship Id="r{0}" Type="{relations}/worksheet" Target="worksheets/sheet{0}.xml"/>"#,
            at + 1
        );
        parts.push((
            format!("xl/worksheets/sheet{}.xml", at + 1),
            format!(r#"<worksheet xmlns="{MAIN}">{xml}</worksheet>"#),
        ));
    }
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{relations}"><sheets>{list}</sheets></workbook>"#),
    ));
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!(r#"<Relationships xmlns="{package}">{targets}</Relationships>"#),
    ));
    parts.push((
        "_rels/.rels".to_owned(),
        format!(
            r#"<Relationships xmlns="{package}"><Relationship Id="a" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        ),
    ));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    archive(&parts)
}

fn text(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn number(at: &str, value: &str) -> String {
    format!(r#"<c r="{at}"><v>{value}</v></c>"#)
}

/// A workbook with one sheet of these rows.
pub(in crate::read) fn book(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |at: usize, (column, value): (usize, &&str)| {
        text(&format!("{}{}", letters(u32::try_from(column).unwrap()), at + 1), value)
    };
    let rows: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(at, fields)| row(&fields.iter().enumerate().map(|field| cell(at, field)).collect::<Vec<_>>()))
        .collect();
    xlsx(&[("Sheet1", "visible", &data(&rows))])
}

fn row(cells: &[String]) -> String {
    format!("<row>{}</row>", cells.concat())
}

fn data(rows: &[String]) -> String {
    format!("<sheetData>{}</sheetData>", rows.concat())
}

fn rows(bytes: &[u8]) -> Vec<String> {
    let document = read(bytes).unwrap();
    let text = |line: &crate::read::Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
    document.lines.iter().map(text).collect()
}

#[test]
fn sheets_come_in_order_with_telling_names_and_without_hidden_ones() {
    let sheet = |label: &str| data(&[row(&[text("A1", label), number("C1", "96171.60000000001")])]);
    let (one, two, three) = (sheet("甲"), sheet("乙"), sheet("丙"));
    let bytes = xlsx(&[("表三", "visible", &one), ("底稿", "hidden", &two), ("Sheet3", "visible", &three)]);
    assert_eq!(rows(&bytes), ["表三", "甲||96171.6", "丙||96171.6"]);
    let document = read(&bytes).unwrap();
    assert_eq!(document.format, "xlsx");
    assert_eq!(document.lines[2].fields[2].place.as_deref(), Some("Sheet3!C1"));
    assert!(document.lines.iter().all(|line| line.after_gap));
}

#[test]
fn a_row_is_as_wide_as_its_neighbours_and_no_wider() {
    let rows_in = [
        row(&[text("A1", "甲"), number("B1", "1"), number("C1", "2")]),
        row(&[text("A2", "乙"), number("B2", "3")]),
        row(&[number("A4", "5")]),
        row(&[number("XFD1048576", "7")]),
    ];
    let bytes = xlsx(&[("Sheet1", "visible", &data(&rows_in))]);
    assert_eq!(rows(&bytes), ["甲|1|2", "乙|3|", "5"]);
}

#[test]
fn a_row_of_blanks_below_labels_is_a_row() {
    let cells = [
        row(&[text("A1", "总计"), text("B1", "其他")]),
        row(&[r#"<c r="A2" s="0"/>"#.to_owned(), r#"<c r="B2" s="0"/>"#.to_owned()]),
        row(&[r#"<c r="A3" s="0"/>"#.to_owned()]),
    ];
    assert_eq!(rows(&xlsx(&[("Sheet1", "visible", &data(&cells))])), ["总计|其他", "|"]);
}

#[test]
fn what_a_merged_region_covers_cannot_be_seen() {
    let cells = [
        row(&[text("A1", "甲"), text("B1", "盖住"), number("C1", "1")]),
        row(&[text("A2", "盖住"), text("B2", "盖住"), number("C2", "2")]),
        row(&[text("A3", "乙"), number("C3", "3")]),
    ];
    let merged = r#"<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>"#;
    let bytes = xlsx(&[("Sheet1", "visible", &format!("{}{merged}", data(&cells)))]);
    assert_eq!(rows(&bytes), ["甲||1", "||2", "乙||3"]);
}

#[test]
fn merged_regions_are_those_that_the_reader_of_the_cells_finds() {
    for merged in [
        "",
        r#"<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/><mergeCell/></mergeCells>"#,
        r#"<mergeCells><mergeCell ref="A1:B2"/></mergeCells><mergeCells><mergeCell ref="C1:D2"/></mergeCells>"#,
        r#"<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="Ä1"/><mergeCell ref="C3:D4"/></mergeCells>"#,
        r#"<mergeCells><mergeCell ref="A0:B2"/></mergeCells>"#,
        r#"<mergeCells><mergeCell ref="1:2"/></mergeCells>"#,
        r#"<mergeCells><mergeCell ref="A1:B2:C3"/></mergeCells>"#,
        r#"<mergeCells><mergeCell ref="A1:B2"/>"#,
        r#"<mergeCell ref="A1:B2"/>"#,
        r#"</p><mergeCells><mergeCell other="x" ref="aa1:ab20"></mergeCell></q></mergeCells>"#,
    ] {
        let bytes = xlsx(&[("Sheet1", "visible", &format!("{}{merged}", data(&[row(&[text("A1", "甲")])])))]);
        let mut archive = super::super::shared::archive::Archive::open(&bytes, "xlsx").unwrap();
        let looks = xlsx::looks::Looks::new(&mut archive).unwrap();
        let own = looks.sheet(&mut archive, "Sheet1").unwrap().merged.unwrap();
        let own: Vec<_> = own.iter().map(|region| (region.rows, region.columns)).collect();
        let mut book: calamine::Xlsx<_> = calamine::Reader::new(Cursor::new(bytes)).unwrap();
        let theirs = book.merge_cells_by_sheet_name("Sheet1").unwrap_or_default();
        let theirs = theirs.iter().map(|region| ((region.start.0, region.end.0), (region.start.1, region.end.1)));
        assert_eq!(own, theirs.collect::<Vec<_>>(), "{merged}");
    }
}

#[test]
fn formulas_show_their_values_and_those_without_one_are_not_blank() {
    let cells = [row(&[
        text("A1", "总\n计"),
        r#"<c r="B1"><f>SUM(C1:D1)</f><v>12</v></c>"#.to_owned(),
        r#"<c r="C1"><f t="shared" si="4000000000" ref="C1:C9">A1</f></c>"#.to_owned(),
        r#"<c r="D1" t="e"><v>#REF!</v></c>"#.to_owned(),
    ])];
    assert_eq!(rows(&xlsx(&[("Sheet1", "visible", &data(&cells))])), ["总计|12|=?|#REF!"]);
}

#[test]
fn traps_are_refused() {
    let many = row(&[number("A1", "1")]).repeat(MAX_CELLS + 1);
    let read_it = |xml: &str| read(&xlsx(&[("Sheet1", "visible", xml)]));
    assert_eq!(read_it(&data(&[many])), Err(ReadError::TooLarge));
    assert_eq!(read_it(&" ".repeat(65 << 20)), Err(ReadError::Unpacks));
    for place in ["C2999999999999", "ABCDEFGHIJ1"] {
        assert_eq!(read_it(&data(&[row(&[number(place, "1")])])), Err(ReadError::Broken("xlsx")), "{place}");
        let twice = number("A1", "1").replace("r=\"A1\"", &format!("r=\"A1\" r=\"{place}\""));
        assert_eq!(read_it(&data(&[row(&[twice])])), Err(ReadError::Broken("xlsx")), "{place}");
    }
    assert_eq!(read(&archive(&[("xl/a.xml", b"")])), Err(ReadError::Broken("xlsx")));
    assert_eq!(read(&archive(&[("xl/workbook.bin", b"")])), Err(ReadError::Unsupported("xlsb".into())));
}

#[test]
fn columns_have_letters() {
    assert_eq!([0, 25, 26, 51, 52, 255].map(letters), ["A", "Z", "AA", "AZ", "BA", "IV"]);
}

fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &u16::try_from(bytes.len()).unwrap().to_le_bytes(), bytes].concat()
}

/// A cell's row, column and format, then its value.
fn at(row: u16, column: u16, value: &[u8]) -> Vec<u8> {
    [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], value].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&u16::try_from(units.len() / 2).unwrap().to_le_bytes()[..], &[1], &units].concat()
}

/// The stream of a workbook with a visible and a hidden sheet, whose shared texts run over a seam.
fn workbook() -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 0x10, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let name = |state: u8, at: u32| {
        let name: Vec<u8> = "表三".encode_utf16().flat_map(u16::to_le_bytes).collect();
        record(0x0085, &[&at.to_le_bytes()[..], &[state, 0, 2, 1], &name].concat())
    };
    // 规章 and 总计; 总计 is torn: its second character follows in the continuation.
    let shared = [&[2, 0, 0, 0, 2, 0, 0, 0][..], &wide("规章"), &wide("总")[..0], &[2, 0, 1, 0x3B, 0x60]].concat();
    let texts = [record(0x00FC, &shared), record(0x003C, &[1, 0xA1, 0x8B])].concat();
    let formula = |value: &[u8]| at(1, 3, &[value, &[0; 8]].concat());
    let cells = [
        begin.clone(),
        record(0x00FD, &at(0, 0, &0_u32.to_le_bytes())),
        record(
            0x00BD,
            &[&at(0, 1, &((5_u32 << 2) | 2).to_le_bytes())[..], &[0, 0], &((1234_u32 << 2) | 3).to_le_bytes(), &[2, 0]]
                .concat(),
        ),
        record(0x00FD, &at(1, 0, &1_u32.to_le_bytes())),
        record(0x0203, &at(1, 1, &96_171.6_f64.next_up().to_le_bytes())),
        record(0x0006, &at(1, 2, &[&7.0_f64.to_le_bytes()[..], &[0; 8]].concat())),
        record(0x0006, &formula(&[0, 0, 0, 0, 0, 0, 0xFF, 0xFF])),
        record(0x0207, &wide("无")),
        record(0x0205, &at(1, 4, &[0x17, 1])),
        record(0x00E5, &[1, 0, 0, 0, 0, 0, 1, 0, 2, 0]),
        [&begin[..], &record(0x0203, &at(5, 0, &9.0_f64.to_le_bytes())), &end].concat(),
        end.clone(),
    ]
    .concat();
    let head = |at: u32| [&begin[..], &name(0, at), &name(1, at), &texts, &end].concat();
    let length = u32::try_from(head(0).len()).unwrap();
    [head(length), cells].concat()
}

fn xls(stream: &[u8]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn records_of_every_kind_become_cells() {
    // B1:C1 is merged: what stands in C1 cannot be seen.
    assert_eq!(rows(&xls(&workbook())), ["表三", "规章|5|||", "总计|96171.6|7|无|#REF!"]);
    let document = read(&xls(&workbook())).unwrap();
    assert_eq!((document.format, document.lines[2].fields[1].place.as_deref()), ("xls", Some("表三!B2")));
}

#[test]
fn old_and_encrypted_workbooks_are_named() {
    let mut old = workbook();
    old[5] = 5;
    assert_eq!(read(&xls(&old)), Err(ReadError::Foreign(Foreign::Old)));
    let encrypted = [workbook()[..12].to_vec(), record(0x002F, &[0; 6])].concat();
    assert_eq!(read(&xls(&encrypted)), Err(ReadError::Encrypted));
    assert_eq!(read(b"\xD0\xCF\x11\xE0"), Err(ReadError::Broken("xls")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_mutation_of_records_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..16)) {
        let mut stream = workbook();
        for (at, byte) in &changes {
            let at = at.index(stream.len());
            stream[at] = *byte;
        }
        let _ = read(&xls(&stream));
    }

    #[test]
    fn no_mutation_of_a_sheet_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut xml = data(&[row(&[text("A1", "a"), number("B1", "5")])]).into_bytes();
        for (at, byte) in &changes {
            let at = at.index(xml.len());
            xml[at] = *byte % 128;
        }
        let _ = read(&xlsx(&[("Sheet1", "visible", &String::from_utf8_lossy(&xml))]));
    }
}

#[test]
fn tables_side_by_side_are_told_apart_and_checks_are_left_out() {
    let line = |at: usize, left: &str, right: &str| {
        row(&[
            text(&format!("A{at}"), left),
            number(&format!("B{at}"), "1"),
            text(&format!("D{at}"), right),
            number(&format!("E{at}"), "2"),
        ])
    };
    let title = row(&[text("A1", "年度报告")]);
    let merged = r#"<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>"#;
    let sheet = format!("{}{merged}", data(&[title, line(2, "甲", "丙"), line(3, "乙", "丁")]));
    assert_eq!(rows(&xlsx(&[("Sheet1", "visible", &sheet)]))[1..], ["甲|1", "乙|1", "丙|2", "丁|2"]);
    // Labels and their numbers with an empty column between them are one table.
    let apart = |at: usize, label: &str| {
        row(&[text(&format!("A{at}"), label), number(&format!("C{at}"), "1"), number(&format!("D{at}"), "2")])
    };
    assert_eq!(rows(&xlsx(&[("Sheet1", "visible", &data(&[apart(1, "甲"), apart(2, "乙")]))])), ["甲||1|2", "乙||1|2"]);
    let check = |at: usize, said: &str| {
        row(&[text(&format!("A{at}"), "甲"), number(&format!("B{at}"), "1"), text(&format!("C{at}"), said)])
    };
    assert_eq!(
        rows(&xlsx(&[("Sheet1", "visible", &data(&[check(1, "勾稽校验"), check(2, "正确")]))])),
        ["甲|1", "甲|1"]
    );
    assert_eq!(rows(&xlsx(&[("Sheet1", "visible", &data(&[check(1, "其他"), check(2, "正确")]))]))[0], "甲|1|其他");
}
