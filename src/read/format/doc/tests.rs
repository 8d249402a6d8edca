//! Documents made here, structure by structure.

use std::io::{Cursor, Write as _};

use cfb::CompoundFile;
use proptest::prelude::*;

use crate::read::document::error::Foreign;

use super::streams::{
    AT_CHARACTERS, AT_FLAGS, AT_LENGTH, AT_LIST_USES, AT_LISTS, AT_PARAGRAPHS, AT_PIECES, SECOND_TABLE,
};
use super::*;

/// A paragraph with its mark and the operations on it.
#[derive(Clone)]
struct Made {
    text: String,
    mark: char,
    operations: Vec<u8>,
}

fn p(text: &str) -> Made {
    Made { text: text.to_owned(), mark: '\r', operations: Vec::new() }
}

fn cell(text: &str) -> Made {
    Made { text: text.to_owned(), mark: '\u{7}', operations: vec![0x16, 0x24, 1] }
}

/// The end of a row with these borders; cells flagged where they are merged with the one above.
fn row_end(borders: &[i16], above: &[usize]) -> Made {
    let count = borders.len() - 1;
    let mut definition = vec![u8::try_from(count).unwrap()];
    definition.extend(borders.iter().flat_map(|border| border.to_le_bytes()));
    for cell in 0..count {
        definition.extend([if above.contains(&cell) { 0x20 } else { 0 }, 0]);
        definition.extend([0; 18]);
    }
    let mut operations = vec![0x16, 0x24, 1, 0x17, 0x24, 1, 0x08, 0xD6];
    operations.extend(u16::try_from(definition.len() + 1).unwrap().to_le_bytes());
    operations.extend(definition);
    Made { text: String::new(), mark: '\u{7}', operations }
}

/// A structure in the table stream, named in the head.
fn place(main: &mut [u8], table: &mut Vec<u8>, at: usize, structure: &[u8]) {
    put(main, at, u32::try_from(table.len()).unwrap());
    put(main, at + 4, u32::try_from(structure.len()).unwrap());
    table.extend(structure);
}

fn put(bytes: &mut [u8], at: usize, number: u32) {
    bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

/// A page of properties with one entry; `gap` is what an entry takes behind the places.
fn page(from: u32, to: u32, gap: usize, properties: &[u8]) -> Vec<u8> {
    let mut page = vec![0; 512];
    put(&mut page, 0, from);
    put(&mut page, 4, to);
    let at = (8 + gap).next_multiple_of(2);
    page[8] = u8::try_from(at / 2).unwrap();
    page[at..at + properties.len()].copy_from_slice(properties);
    page[511] = 1;
    page
}

/// The streams of a document of these paragraphs, with some characters deleted.
fn made(paragraphs: &[Made], deleted: std::ops::Range<u32>) -> (Vec<u8>, Vec<u8>) {
    let mut main = vec![0; 1024];
    main[..4].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0]);
    put(&mut main, AT_FLAGS, u32::from(SECOND_TABLE));
    let (mut pages, mut places): (Vec<Vec<u8>>, Vec<u32>) = (Vec::new(), vec![1024]);
    for paragraph in paragraphs {
        let text: String = format!("{}{}", paragraph.text, paragraph.mark);
        main.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let from = *places.last().unwrap();
        let to = u32::try_from(main.len()).unwrap();
        let words = (paragraph.operations.len() + 2).div_ceil(2);
        let mut properties = vec![0, u8::try_from(words).unwrap(), 0, 0];
        properties.extend(&paragraph.operations);
        pages.push(page(from, to, 13, &properties));
        places.push(to);
    }
    let characters = (u32::try_from(main.len()).unwrap() - 1024) / 2;
    put(&mut main, AT_LENGTH, characters);
    pages.push(page(1024 + deleted.start * 2, 1024 + deleted.end * 2, 1, &[3, 0x00, 0x08, 1]));
    main.resize(main.len().next_multiple_of(512), 0);
    let first = u32::try_from(main.len() / 512).unwrap();
    let mut list: Vec<u8> = places.iter().flat_map(|place| place.to_le_bytes()).collect();
    list.extend((0..u32::try_from(paragraphs.len()).unwrap()).flat_map(|at| (first + at).to_le_bytes()));
    let mut runs: Vec<u8> = [1024_u32, 9999].iter().flat_map(|place| place.to_le_bytes()).collect();
    runs.extend((first + u32::try_from(paragraphs.len()).unwrap()).to_le_bytes());
    let mut pieces = vec![1, 2, 0, 9, 9, 2, 16, 0, 0, 0, 0, 0, 0, 0];
    pieces.extend(characters.to_le_bytes());
    pieces.extend([0, 0, 0, 4, 0, 0, 0, 0]);
    let mut table = Vec::new();
    place(&mut main, &mut table, AT_PIECES, &pieces);
    place(&mut main, &mut table, AT_PARAGRAPHS, &list);
    place(&mut main, &mut table, AT_CHARACTERS, &runs);
    main.extend(pages.concat());
    (main, table)
}

fn contain(main: &[u8], table: &[u8]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/WordDocument").unwrap().write_all(main).unwrap();
    file.create_stream("/1Table").unwrap().write_all(table).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn doc(paragraphs: &[Made]) -> Vec<u8> {
    let (main, table) = made(paragraphs, 0..0);
    contain(&main, &table)
}

fn rows(bytes: &[u8]) -> Vec<String> {
    let document = read(bytes).unwrap();
    let text = |line: &crate::read::Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
    document.lines.iter().map(text).collect()
}

#[test]
fn cells_and_rows_are_told_apart_by_their_properties() {
    let table = [
        p("一、总体情况"),
        cell("规章"),
        cell(""),
        cell("5"),
        row_end(&[0, 1000, 2000, 3000], &[]),
        cell("行政许可"),
        cell("6"),
        row_end(&[0, 1030, 3000], &[]),
        p("末"),
    ];
    assert_eq!(rows(&doc(&table)), ["一、总体情况", "规章||5", "行政许可|6|", "末"]);
}

#[test]
fn a_cell_merged_with_the_one_above_is_blank() {
    let table = [
        cell("结果"),
        cell("1"),
        row_end(&[0, 1000, 2000], &[]),
        cell("残余"),
        cell("2"),
        row_end(&[0, 1000, 2000], &[0]),
    ];
    assert_eq!(rows(&doc(&table)), ["结果|1", "|2"]);
}

#[test]
fn paragraphs_in_a_cell_are_one_text_and_tables_in_a_cell_stand_alone() {
    let mut first = cell("行政规范");
    first.mark = '\r';
    assert_eq!(rows(&doc(&[first, cell("性文件"), cell("3"), row_end(&[0, 900, 1800], &[])])), ["行政规范性文件|3"]);
    let deep = |text: &str, operations: &[u8]| Made {
        text: text.to_owned(),
        mark: '\r',
        operations: [&[0x16, 0x24, 1, 0x49, 0x66, 2, 0, 0, 0], operations].concat(),
    };
    let inner_cell = [0x4B, 0x24, 1];
    let table = [
        deep("规章", &inner_cell),
        deep("5", &inner_cell),
        deep("", &[0x4C, 0x24, 1]),
        cell(""),
        cell("旁"),
        row_end(&[0, 900, 1800], &[]),
    ];
    assert_eq!(rows(&doc(&table)), ["规章|5", "旁"]);
}

#[test]
fn fields_show_their_result_and_marks_are_no_text() {
    let text = "甲\u{13}HYPERLINK \u{13}PAGE\u{14}9\u{15}x\u{14}乙\u{15}丙\u{1}\u{8}\u{1e}\u{b}丁";
    assert_eq!(rows(&doc(&[p(text)])), ["甲乙丙-", "丁"]);
    assert_eq!(rows(&doc(&[p("甲\u{13}不结束的域")])), ["甲不结束的域"]);
}

#[test]
fn deleted_text_is_left_out_and_a_deleted_mark_joins() {
    let (main, table) = made(&[p("一、总体"), p("情况删去")], 4..5);
    assert_eq!(rows(&contain(&main, &table)), ["一、总体情况删去"]);
    let (main, table) = made(&[p("一、总体"), p("情况删去")], 7..9);
    assert_eq!(rows(&contain(&main, &table)), ["一、总体", "情况"]);
}

#[test]
fn automatic_numbers_are_written_out() {
    let numbered =
        |text: &str| Made { text: text.to_owned(), mark: '\r', operations: vec![0x0A, 0x26, 0, 0x0B, 0x46, 1, 0] };
    let (mut main, mut table) = made(&[numbered("总体情况"), p("甲"), numbered("主动公开政府信息情况")], 0..0);
    let mut list = vec![1, 0];
    list.extend([77, 0, 0, 0]);
    list.extend([0; 22]);
    list.extend([SIMPLE_LIST, 0]);
    place(&mut main, &mut table, AT_LISTS, &list);
    // The level: from 1, in Chinese numerals, with two bytes of operations before its text `%1、`.
    table.extend([1, 0, 0, 0, 39]);
    table.extend([0; 19]);
    table.extend([2, 0, 0, 0, 9, 9, 2, 0, 0, 0, 0x01, 0x30]);
    let mut uses = vec![1, 0, 0, 0, 77, 0, 0, 0];
    uses.extend([0; 12]);
    place(&mut main, &mut table, AT_LIST_USES, &uses);
    assert_eq!(rows(&contain(&main, &table)), ["一、总体情况", "甲", "二、主动公开政府信息情况"]);
}

/// The flag of a list with one level.
const SIMPLE_LIST: u8 = 1;

#[test]
fn pieces_of_one_byte_are_western() {
    let (mut main, mut table) = made(&[p("1234")], 0..0);
    main[1024..1029].copy_from_slice(b"5\x9367\r");
    let place = table.windows(8).position(|window| window == [0, 0, 0, 4, 0, 0, 0, 0]).unwrap();
    put(&mut table, place + 2, (1024 * 2) | 0x4000_0000);
    assert_eq!(rows(&contain(&main, &table)), ["5“67"]);
}

#[test]
fn a_table_without_properties_is_still_cut_into_rows() {
    let bare = |text: &str| Made { text: text.to_owned(), mark: '\u{7}', operations: Vec::new() };
    let table = [bare("规章"), bare("5"), bare(""), bare("行政许可"), bare("6"), bare("")];
    assert_eq!(rows(&doc(&table)), ["规章|5", "行政许可|6"]);
}

#[test]
fn what_cannot_be_read_is_named() {
    let (mut main, table) = made(&[p("甲")], 0..0);
    main[AT_FLAGS + 1] |= 1;
    assert_eq!(read(&contain(&main, &table)), Err(ReadError::Encrypted));
    main[..2].copy_from_slice(&[0xDC, 0xA5]);
    assert_eq!(read(&contain(&main, &table)), Err(ReadError::Foreign(Foreign::Old)));
    let (mut main, table) = made(&[p("甲")], 0..0);
    put(&mut main, AT_PIECES, u32::MAX);
    assert_eq!(read(&contain(&main, &table)), Err(ReadError::Broken("doc")));
    assert_eq!(read(b"\xD0\xCF\x11\xE0"), Err(ReadError::Broken("doc")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Mutated inside the streams, where the container does not stop it.
    #[test]
    fn no_mutation_panics(changes in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>(), any::<u8>()), 1..16)) {
        let table = [p("甲\u{13}a\u{14}b\u{15}"), cell("规章"), cell("5"), row_end(&[0, 1000, 2000], &[1])];
        let (mut main, mut table) = made(&table, 1..2);
        for (in_main, at, byte) in &changes {
            let bytes = if *in_main { &mut main } else { &mut table };
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        let _ = read(&contain(&main, &table));
    }

    /// Mutated as a file.
    #[test]
    fn no_broken_container_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = doc(&[p("甲")]);
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        let _ = crate::read::document("年报.doc", &bytes);
    }
}
