//! Texts and workbooks made here, part by part.

use proptest::prelude::*;

use crate::read::{Line, Mark};

use super::super::shared::archive::tests::archive;
use super::*;

const STYLES: &str = "<style:style style:name=\"S\" style:family=\"text\"><style:text-properties \
    style:text-line-through-style=\"solid\"/></style:style><style:style style:name=\"H\" style:family=\"text\">\
    <style:text-properties text:display=\"none\"/></style:style><style:style style:name=\"U\" style:family=\"text\">\
    <style:text-properties style:text-position=\"super 58%\"/></style:style>\
    <style:style style:name=\"C\" style:family=\"text\" style:parent-style-name=\"H\"/>\
    <style:style style:name=\"P\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>\
    <style:style style:name=\"T\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
    <text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" \
    style:num-suffix=\"、\"/></text:list-style>";

fn content(kind: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>{STYLES}</office:automatic-styles>\
         <office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
}

pub(in crate::read) fn odt(body: &str) -> Vec<u8> {
    let xml = content("text", body);
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", xml.as_bytes())])
}

fn ods(body: &str) -> Vec<u8> {
    let xml = content("spreadsheet", body);
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", xml.as_bytes())])
}

fn rows(bytes: &[u8]) -> Vec<String> {
    let document = crate::read::document("年报.doc", bytes).unwrap();
    let text = |line: &Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
    document.lines.iter().map(text).collect()
}

fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

fn td(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes}>{}</table:table-cell>", p(text))
}

fn tr(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn table(columns: usize, rows: &[String]) -> String {
    format!(
        "<table:table><table:table-column table:number-columns-repeated=\"{columns}\"/>{}</table:table>",
        rows.concat()
    )
}

const COVERED: &str = "<table:covered-table-cell/>";

#[test]
fn texts_spans_spaces_and_lists() {
    let body = "<text:tracked-changes><text:p>删去</text:p></text:tracked-changes><text:p>临江县<text:span>示例\n  局</text:span>\
                <text:s text:c=\"2\"/>&amp;<text:line-break/>第二行<text:note><text:p>注</text:p></text:note></text:p>\
                <text:list text:style-name=\"L\"><text:list-item><text:p>总体情况</text:p></text:list-item></text:list><text:p>甲</text:p>\
                <text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item><text:p>主动公开</text:p></text:list-item></text:list>\
                <text:p text:style-name=\"P\">底稿</text:p><text:section text:display=\"none\"><text:p>底稿</text:p></text:section>\
                <text:p>框<draw:frame><draw:text-box><text:p>内</text:p></draw:text-box></draw:frame></text:p>";
    let expected = ["临江县示例 局  &", "第二行", "一、总体情况", "甲", "二、主动公开", "框", "内"];
    assert_eq!(rows(&odt(body)), expected);
    let flat = content("text", body).replace("office:document-content>", "office:document>");
    assert_eq!(rows(flat.as_bytes()), expected, "in one file");
}

#[test]
fn merged_cells_are_blank_where_they_go_on_written_or_not() {
    let wide = |text: &str| td("table:number-columns-spanned=\"2\"", text);
    let tall = |text: &str| td("table:number-rows-spanned=\"2\"", text);
    let cell = |text: &str| td("", text);
    let covered = || COVERED.to_owned();
    let expected = ["甲||乙", "丙|丁|1", "|戊|2", "己|庚|3"];
    let written = [
        tr(&[wide("甲"), covered(), cell("乙")]),
        tr(&[tall("丙"), cell("丁"), cell("1")]),
        tr(&[covered(), cell("戊"), cell("2")]),
        tr(&[cell("己"), cell("庚"), cell("3")]),
    ];
    assert_eq!(rows(&odt(&table(3, &written))), expected);
    let left_out = [
        tr(&[wide("甲"), cell("乙")]),
        tr(&[tall("丙"), cell("丁"), cell("1")]),
        tr(&[cell("戊"), cell("2")]),
        tr(&[cell("己"), cell("庚"), cell("3")]),
    ];
    assert_eq!(rows(&odt(&table(3, &left_out))), expected);
    let repeated = [tr(&[cell("甲"), td("table:number-columns-repeated=\"2\"", "0")])];
    assert_eq!(rows(&odt(&table(3, &repeated))), ["甲|0|0"]);
    let hidden =
        tr(&[cell("乙"), cell("1")]).replace("<table:table-row>", "<table:table-row table:visibility=\"collapse\">");
    assert_eq!(rows(&odt(&table(2, &[tr(&[cell("甲"), cell("0")]), hidden]))), ["甲|0"]);
}

#[test]
fn styles_strike_raise_and_hide() {
    let span = |style: &str| format!("<text:span text:style-name=\"{style}\">62</text:span>128");
    for style in ["S", "U", "H", "C"] {
        assert_eq!(rows(&odt(&table(2, &[tr(&[td("", "甲"), td("", &span(style))])]))), ["甲|128"], "{style}");
        let book = format!("<table:table>{}</table:table>", tr(&[td("", "甲"), td("", &span(style))]));
        assert_eq!(rows(&ods(&book)), ["甲|128"], "{style}");
    }
    let struck = "<text:span text:style-name=\"S\">62</text:span>";
    let document = read(&odt(&table(2, &[tr(&[td("", "甲"), td("", struck)])]))).unwrap();
    assert_eq!(document.lines[0].fields[1].mark, Some(Mark::Struck));
}

#[test]
fn sheets_have_values_repeated_rows_and_hidden_ones() {
    let value = |value: &str| td(&format!("office:value-type=\"float\" office:value=\"{value}\""), "1,234.5 元");
    let row = tr(&[td("table:number-columns-spanned=\"2\"", "甲"), COVERED.to_owned(), value("1234.5"), value("0.1")]);
    let many = "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>";
    let twice = row.replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"2\">");
    let hidden = row.replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">");
    let column =
        "<table:table-column table:number-columns-repeated=\"3\"/><table:table-column table:visibility=\"collapse\"/>";
    let sheet = format!("<table:table table:name=\"表三\">{column}{twice}{hidden}{many}</table:table>");
    let gone = format!("<table:table table:name=\"底稿\" table:style-name=\"T\">{row}</table:table>");
    assert_eq!(rows(&ods(&format!("{sheet}{gone}"))), ["表三", "甲||1234.5", "甲||1234.5"]);
    let document = read(&ods(&sheet)).unwrap();
    assert_eq!((document.format, document.lines[1].fields[2].place.as_deref()), ("ods", Some("表三!C1")));
}

#[test]
fn what_cannot_be_read_is_named() {
    let locked =
        archive(&[("META-INF/manifest.xml", b"<manifest:encryption-data/>"), ("content.xml", b"?"), ("mimetype", b"")]);
    assert_eq!(read(&locked), Err(ReadError::Encrypted));
    assert_eq!(read(&archive(&[("content.xml", b"<a>")])), Err(ReadError::Broken("odt")));
    assert_eq!(read(content("presentation", "").as_bytes()), Err(ReadError::Foreign(Foreign::Slides)));
    let deep = "<table:table><table:table-row><table:table-cell>".repeat(5000);
    assert_eq!(read(&odt(&deep)), Err(ReadError::Broken("odt")));
    let many = td("table:number-columns-repeated=\"2000000000\"", "0").repeat(5000);
    assert_eq!(read(&odt(&table(2_000_000_000, &[tr(std::slice::from_ref(&many))]))), Err(ReadError::TooLarge));
    let rows_of =
        tr(&[many]).replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"2000000000\">");
    assert!(read(&ods(&format!("<table:table>{}</table:table>", rows_of.repeat(9)))).is_err());
    let zeros = vec![b' '; 65 << 20];
    assert_eq!(read(&archive(&[("content.xml", &zeros)])), Err(ReadError::Unpacks));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Mutated inside the archive, where a checksum does not stop it.
    #[test]
    fn no_mutation_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), is_book in any::<bool>()) {
        let table = table(3, &[tr(&[td("table:number-columns-spanned=\"2\"", "甲"), td("table:number-rows-spanned=\"2\"", "1")])]);
        let mut xml = content(if is_book { "spreadsheet" } else { "text" }, &format!("{}{table}", p("一"))).into_bytes();
        for (at, byte) in &changes {
            let at = at.index(xml.len());
            xml[at] = *byte;
        }
        let _ = read(&archive(&[("content.xml", &xml), ("styles.xml", &xml)]));
        let _ = read(&xml);
    }
}
