//! How cells look, and which are not shown.

use std::io::{Cursor, Write as _};

use crate::read::Mark;

use super::*;

/// The first field of each mark, with what is doubtful about it.
fn marks(bytes: &[u8]) -> Vec<(String, Mark)> {
    let document = read(bytes).unwrap();
    let fields = document.lines.into_iter().flat_map(|line| line.fields);
    fields.filter_map(|field| Some((field.text, field.mark?))).collect()
}

/// A cell of runs, each with its properties.
fn runs(at: &str, runs: &[(&str, &str)]) -> String {
    let run = |(properties, text): &(&str, &str)| format!("<r><rPr>{properties}</rPr><t>{text}</t></r>");
    format!(r#"<c r="{at}" t="inlineStr"><is>{}</is></c>"#, runs.iter().map(run).collect::<String>())
}

#[test]
fn struck_and_raised_runs_are_no_part_of_a_number() {
    let of = |first: &str| {
        let cells = row(&[text("A1", "甲"), runs("B1", &[(first, "62"), ("", "128")])]);
        rows(&xlsx(&[("Sheet1", "visible", &data(&[cells]))]))
    };
    assert_eq!(of("<strike/>"), ["甲|128"]);
    assert_eq!(of("<strike val=\"0\"/>"), ["甲|62128"]);
    assert_eq!(of("<vertAlign val=\"superscript\"/>"), ["甲|128"]);
    assert_eq!(of("<color rgb=\"FF000000\"/>"), ["甲|62128"]);
}

#[test]
fn a_cell_looks_as_its_format_says() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\";;;\"/></numFmts>\
        <fonts><font/><font><strike/></font><font><color rgb=\"FFFFFFFF\"/></font></fonts>\
        <fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\"/></fill></fills>\
        <cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\" fillId=\"0\"/><xf fontId=\"2\" fillId=\"1\"/>\
        <xf numFmtId=\"170\"/></cellXfs></styleSheet>";
    let cell = |at: &str, format: u8| format!(r#"<c r="{at}" s="{format}"><v>62</v></c>"#);
    let shared = "<sst><si><r><t>5</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si></sst>";
    let cells = row(&[
        text("A1", "甲"),
        cell("B1", 1),
        cell("C1", 2),
        cell("D1", 3),
        cell("E1", 4),
        r#"<c r="F1" t="s"><v>0</v></c>"#.to_owned(),
    ]);
    let book = xlsx(&[("Sheet1", "visible", &data(&[cells]))]);
    let mut zip = zip::ZipWriter::new_append(Cursor::new(book)).unwrap();
    for (name, xml) in [("xl/styles.xml", styles), ("xl/sharedStrings.xml", shared)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let found: Vec<(String, Mark)> = marks(&bytes);
    let sixty_two = |mark| ("62".to_owned(), mark);
    assert_eq!(found, [sixty_two(Mark::Struck), sixty_two(Mark::Faint), sixty_two(Mark::Faint)]);
}

#[test]
fn hidden_rows_and_columns_are_not_read() {
    let hidden = |cells: &[String]| row(cells).replace("<row>", "<row r=\"2\" hidden=\"1\">");
    let rows_in = [
        row(&[text("A1", "甲"), text("B1", "底稿"), number("C1", "1")]),
        hidden(&[text("A2", "乙"), number("B2", "7"), number("C2", "2")]),
        row(&[text("A3", "乙"), number("B3", "8"), number("C3", "3")]),
    ];
    let columns = r#"<cols><col min="2" max="2" width="9" hidden="1"/></cols>"#;
    let sheet = format!("{columns}{}", data(&rows_in));
    assert_eq!(rows(&xlsx(&[("Sheet1", "visible", &sheet)])), ["甲|1", "乙|3"]);
    assert!(!read(&xlsx(&[("Sheet1", "visible", &sheet)])).unwrap().lines[1].after_gap);
    // What is merged with a hidden cell shows in what is left of it.
    let merged = r#"<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>"#;
    let sheet = format!("{columns}{}{merged}", data(&[row(&[text("A1", "甲"), text("B1", "乙"), number("D1", "4")])]));
    assert_eq!(rows(&xlsx(&[("Sheet1", "visible", &sheet)])), ["甲|乙|4"]);
}

#[test]
fn records_tell_how_a_cell_looks_and_what_is_hidden() {
    let begin = record(0x0809, &[0, 6, 0x10, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let font = |flags: u8, escapement: u8| {
        record(0x0031, &[200, 0, flags, 0, 8, 0, 0x90, 1, escapement, 0, 0, 0, 0, 0, 1, 0, b'A'])
    };
    // There is no font of the number 4: the fifth one is called 5.
    let fonts = [font(0, 0), font(8, 0), font(0, 1), font(0, 0), font(8, 0)].concat();
    let format = |font: u8| record(0x00E0, &[&[font, 0, 0, 0][..], &[0; 16]].concat());
    let rich = |text: &str, runs: &[(u8, u8)]| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let runs_in: Vec<u8> = runs.iter().flat_map(|(at, font)| [*at, 0, *font, 0]).collect();
        let count = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
        [&count(units.len() / 2)[..], &[9], &count(runs.len()), &units, &runs_in].concat()
    };
    let shared =
        [&[3, 0, 0, 0, 3, 0, 0, 0][..], &rich("62128", &[(0, 1), (2, 0)]), &rich("51", &[(1, 2)]), &wide("甲")]
            .concat();
    let text_at = |row: u16, column: u16, index: u32| record(0x00FD, &at(row, column, &index.to_le_bytes()));
    let struck = record(0x0203, &[&[0, 0, 3, 0, 1, 0][..], &7.0_f64.to_le_bytes()].concat());
    let cells = [
        begin.clone(),
        record(0x007D, &[4, 0, 4, 0, 0, 9, 0, 0, 1, 0, 0, 0]),
        record(0x0208, &[1, 0, 0, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0x20, 0, 0, 0]),
        text_at(0, 0, 2),
        text_at(0, 1, 0),
        text_at(0, 2, 1),
        struck,
        text_at(0, 4, 2),
        text_at(1, 0, 2),
        text_at(2, 0, 2),
        end.clone(),
    ]
    .concat();
    let name = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat());
    let head =
        |at: u32| [&begin[..], &fonts, &format(0), &format(5), &name(at), &record(0x00FC, &shared), &end].concat();
    let length = u32::try_from(head(0).len()).unwrap();
    let bytes = xls(&[head(length), cells].concat());
    assert_eq!(rows(&bytes), ["甲|128|5|7", "甲|||"]);
    assert_eq!(marks(&bytes), [("7".to_owned(), Mark::Struck)]);
}
