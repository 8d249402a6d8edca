//! Rich texts made here.

use proptest::prelude::*;

use super::*;
use crate::read::{Line, Mark};

/// A text as the escapes that programs write.
pub(in crate::read) fn escaped(text: &str) -> String {
    let unit =
        |unit: u16| if unit < 128 { char::from(unit as u8).to_string() } else { format!("\\u{}?", unit.cast_signed()) };
    text.encode_utf16().map(unit).collect()
}

fn rtf(body: &str) -> Vec<u8> {
    format!(
        "{{\\rtf1\\ansi\\ansicpg936{{\\fonttbl{{\\f0\\fcharset0 Arial;}}{{\\f1\\fcharset134 \\'cb\\'ce;}}}}{body}}}"
    )
    .into_bytes()
}

fn rows(bytes: &[u8]) -> Vec<String> {
    let document = crate::read::document("年报.doc", bytes).unwrap();
    assert_eq!(document.format, "rtf");
    let text = |line: &Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
    document.lines.iter().map(text).collect()
}

fn cell(text: &str) -> String {
    format!("\\pard\\intbl {}\\cell", text)
}

fn row(definition: &str, cells: &[&str]) -> String {
    format!("\\trowd{definition} {}\\row\n", cells.iter().map(|text| cell(text)).collect::<String>())
}

#[test]
fn texts_in_every_encoding() {
    let body = format!(
        "{{\\*\\generator X;}}{{\\header {0}}}\\pard {0}\\'d2\\'d2\\{{{{\\f1 \\'b1\\'fb}}\\line{{\\uc2\\u19969\\'b6\\'a1}}\\par\
         {{\\field{{\\*\\fldinst PAGE}}{{\\fldrslt 9}}}}{{\\listtext {1}\\tab}}{0}\\par {{\\pict 00ff}}{{\\v {0}}}{{\\deleted {0}}}x\\par",
        escaped("甲"),
        escaped("一、")
    );
    assert_eq!(rows(&rtf(&body)), ["甲乙{丙", "丁", "9一、甲", "x"]);
    assert_eq!(read(&rtf(&body)).unwrap().pictures.len(), 1);
}

#[test]
fn rows_have_places_and_merged_cells_are_blank() {
    let (wide, narrow) = ("\\cellx2000\\cellx3000", "\\clvmgf\\cellx1000\\cellx2000\\cellx3000");
    let below = narrow.replace("clvmgf", "clvmrg");
    let body =
        row(wide, &["a", "b"]) + &row(narrow, &["c", "d", "1"]) + &row(&below, &["", "e", "2"]) + "\\pard x\\par";
    assert_eq!(rows(&rtf(&body)), ["a||b", "c|d|1", "|e|2", "x"]);
}

#[test]
fn struck_and_raised_text_is_no_part_of_a_number() {
    for first in ["\\strike", "\\striked1", "\\super", "\\up8", "\\v"] {
        let body = row("\\cellx1000\\cellx2000", &["a", &format!("{{{first} 62}}128")]);
        assert_eq!(rows(&rtf(&body)), ["a|128"], "{first}");
    }
    let document = read(&rtf(&row("\\cellx1000\\cellx2000", &["a", "{\\strike 62}"]))).unwrap();
    assert_eq!(document.lines[0].fields[1].mark, Some(Mark::Struck));
    assert_eq!(rows(&rtf(&row("\\cellx1000\\cellx2000", &["a", "\\strike 62\\strike0 128"]))), ["a|128"]);
}

#[test]
fn tables_in_cells_and_text_boxes_stand_alone() {
    let inner = "\\pard\\intbl\\itap2 a\\nestcell 5\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}";
    let body = format!(
        "\\trowd\\cellx3000{inner}\\pard\\intbl\\itap1\\cell\\row\\pard x{{\\shp{{\\*\\shpinst{{\\sp{{\\sn a}}{{\\sv 9}}}}{{\\shptxt y\\par}}}}}}z\\par"
    );
    assert_eq!(rows(&rtf(&body)), ["a|5", "xz", "y"]);
}

#[test]
fn traps_are_bounded() {
    assert_eq!(read(&rtf(&"{".repeat(5000))), Err(ReadError::Broken("rtf")));
    let wide = format!("\\trowd{}", "\\cellx1".repeat(100_000));
    assert!(
        read(&rtf(&(wide + &cell("a").repeat(100_000) + "\\row")))
            .is_ok_and(|document| document.lines[0].fields.len() <= 256)
    );
    assert_eq!(read(&rtf(&"\\bin99999999 ".repeat(100))), Err(ReadError::Broken("rtf")));
    assert_eq!(read(&rtf(&"\\par".repeat(crate::read::document::MAX_LINES + 1))), Err(ReadError::TooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_mutation_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..16)) {
        let mut bytes = rtf(&(row("\\clvmgf\\cellx1000\\cellx2000", &["a", "{\\strike 62}\\u20057?"]) + "{\\shptxt y\\par}"));
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        let _ = read(&bytes);
    }
}
