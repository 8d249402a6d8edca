use std::io::{Cursor, Read as _, Write as _};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::error::TemplatePlace;
use super::*;
use crate::output::notice::{bare, full};
use crate::report::SafeText;
use crate::words::Describe as _;
use crate::words::{EN, ZH};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A docx with this body, and a picture.
fn docx(body: &str) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
        ("word/media/logo.png", "{{ not.a.tag }}"),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A paragraph of these runs.
fn runs(texts: &[&str]) -> String {
    let run = |text: &&str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r><w:proofErr w:type=\"x\"/>");
    format!("<w:p>{}</w:p>", texts.iter().map(run).collect::<String>())
}

fn cell(text: &str) -> String {
    format!("<w:tc><w:tcPr/>{}</w:tc>", runs(&[text]))
}

fn row(cells: &[&str]) -> String {
    format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>())
}

/// The texts of its paragraphs, one a line; a row of a table is one line.
fn read(bytes: &[u8]) -> String {
    let text =
        part(bytes, "word/document.xml").replace('\n', "").replace("</w:p></w:tc>", " | ").replace("</w:tr>", "\n");
    let mut out = String::new();
    for piece in text.replace("<w:br/>", "⏎").replace("</w:p>", "\n").split('<') {
        out += piece.split_once('>').map_or("", |(_, text)| text);
    }
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn filled(body: &str, data: &Value) -> Result<String, TemplateError> {
    OutTemplate::own(&docx(body), OutFormat::Docx)?.render(data).map(|bytes| read(&bytes))
}

#[test]
fn every_layout_that_comes_with_the_program_can_be_filled() {
    for format in OutFormat::ALL {
        let notice = OutTemplate::built_in(Layout::Notice, format).unwrap();
        notice.must_fit(&full(), &bare()).unwrap_or_else(|error| panic!("{format:?}: {}", error.describe(EN)));
        OutTemplate::built_in(Layout::Cover, format).unwrap();
        assert!(!printed(Layout::Notice, format).unwrap().is_empty());
    }
    for layout in [Layout::Notice, Layout::Cover, Layout::Circular] {
        let page = String::from_utf8(printed(layout, OutFormat::Html).unwrap()).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"), "a file by itself: {page}");
    }
}

/// Who signs and when never stand alone on a page: each line of the closing is kept with the next, back to a line of
/// the letter itself.
#[test]
fn the_signature_is_kept_with_the_last_line_of_the_letter() {
    let bytes = OutTemplate::built_in(Layout::Notice, OutFormat::Docx).unwrap().render(&full()).unwrap();
    let styles = part(&bytes, "word/styles.xml");
    let kept = |style: &str| {
        let definition = styles.split("<w:style ").find(|one| one.contains(&format!("w:styleId=\"{style}\""))).unwrap();
        definition.contains("<w:keepNext/>")
    };
    let document = part(&bytes, "word/document.xml");
    let closing = document.rsplit_once("</w:tbl>").unwrap().1;
    let styles: Vec<&str> = closing
        .split("<w:pStyle w:val=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(style, _)| style)
        .collect();
    let signed = styles.iter().position(|&style| style == "Sign").unwrap();
    assert!(signed > 0 && kept("Sign"), "{styles:?}");
    assert!(kept(styles[signed - 1]), "{styles:?}");
    assert!(styles[signed..].iter().all(|&style| style == "Sign" || style == "Small"), "{styles:?}");
}

#[test]
fn a_placeholder_is_filled_where_it_begins_however_a_word_processor_has_cut_it() {
    let data = json!({ "name": "甲局", "year": 2024 });
    for texts in [
        &["{{ name }}：{{year}}年"][..],
        &["{", "{ na", "me }", "}：{{year", "}}年"],
        &["{{", " name ", "}}", "：", "{{", "year", "}}", "年"],
        &["{{ name}}：{{ year }", "}年"],
    ] {
        assert_eq!(filled(&runs(texts), &data).unwrap(), "甲局：2024年", "{texts:?}");
    }
    let bytes = OutTemplate::own(&docx(&runs(&["{{ na", "me }}"])), OutFormat::Docx).unwrap().render(&data).unwrap();
    assert!(part(&bytes, "word/document.xml").contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">甲局</w:t>"));
    assert_eq!(part(&bytes, "word/media/logo.png"), "{{ not.a.tag }}", "what is no text stays as it is");
}

#[test]
fn conditions_and_repetitions_take_paragraphs_and_rows_with_them() {
    let data = json!({ "on": true, "off": false, "items": [{ "no": 1, "text": "一" }, { "no": 2, "text": "二" }], "none": [] });
    let body = [
        runs(&["{% if ", "on %}"]),
        runs(&["有"]),
        runs(&["{% endif %}"]),
        runs(&["{% if off %}"]),
        runs(&["没有"]),
        runs(&["{% endif %}"]),
        runs(&["{% for item in items %}"]),
        runs(&["{{ item.no }}、{{ item.text }}"]),
        runs(&["{% endfor %}"]),
        runs(&["{% if on == true %}在段内{% endif %}"]),
    ];
    assert_eq!(filled(&body.concat(), &data).unwrap(), "有\n1、一\n2、二\n在段内");
    let own_rows = ["序号", "内容"];
    let table = |rows: &[String]| format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat());
    let by_rows = table(&[
        row(&own_rows),
        row(&["{% for item in items %}", ""]),
        row(&["{{ item.no }}", "{{ item.text }}"]),
        row(&["{% endfor %}", ""]),
    ]);
    let by_cells =
        table(&[row(&own_rows), row(&["{% for item in items %}{{ item.no }}", "{{ item.text }}{% endfor %}"])]);
    for body in [by_rows, by_cells] {
        assert_eq!(filled(&body, &data).unwrap(), "序号 | 内容 |\n1 | 一 |\n2 | 二 |");
    }
    // Nothing that a word processor would not open is left: no table without rows, no cell without a paragraph.
    let empty = table(&[row(&["{% for item in none %}{{ item.no }}", "{{ item.text }}{% endfor %}"])]);
    let inner = format!(
        "<w:tc><w:tcPr/>{}{}{}</w:tc>",
        runs(&["{% for item in none %}"]),
        runs(&["x"]),
        runs(&["{% endfor %}"])
    );
    let bytes =
        OutTemplate::own(&docx(&format!("{empty}<w:tbl><w:tr>{inner}</w:tr></w:tbl>")), OutFormat::Docx).unwrap();
    let text = part(&bytes.render(&data).unwrap(), "word/document.xml");
    assert_eq!(text.matches("<w:tbl>").count(), 1, "{text}");
    assert!(text.contains("<w:p/></w:tc>"), "{text}");
}

#[test]
fn foreign_text_is_neither_markup_nor_a_template() {
    let data = json!({ "name": "<w:p>&\"{{ year }}{% if x %}\u{1b}\n第二行", "year": 2024 });
    assert_eq!(filled(&runs(&["{{ name }}"]), &data).unwrap(), "&lt;w:p&gt;&amp;&quot;{{ year }}{% if x %}⏎第二行");
    let html = OutTemplate::own(b"<b>{{ name }}</b>{{ name|safe }}", OutFormat::Html).unwrap();
    let html = String::from_utf8(html.render(&json!({ "name": "<script>" })).unwrap()).unwrap();
    assert_eq!(html, "<b>&lt;script&gt;</b>&lt;script&gt;", "no filter makes markup of it");
    // What looks like a tag in an attribute is none.
    let body = format!("<w:p w:x=\"{{{{ no }}}}\">{}</w:p>", "<w:r><w:t>甲</w:t></w:r>");
    assert_eq!(filled(&body, &data).unwrap(), "甲");
}

#[test]
fn quotation_marks_that_a_word_processor_has_rounded_are_straight_in_a_tag() {
    let data = json!({ "kind": "return" });
    let body = runs(&["{% if kind == “return” %}退回{% endif %}“{{ kind }}”"]);
    assert_eq!(filled(&body, &data).unwrap(), "退回“return”");
}

#[test]
fn a_wrong_name_is_an_error_with_its_place_and_the_nearest_name() {
    let try_on = |bytes: &[u8], format| {
        let template = OutTemplate::own(bytes, format)?;
        template.must_fit(&full(), &bare())
    };
    let paragraph = |text: &str| Some(TemplatePlace::Paragraph(SafeText::line(text)));
    let no_name = |name: &str, near: &str| TemplateTrouble::NoName(name.into(), Some(near.into()));
    for (body, place, trouble) in [
        (runs(&["致", "{{ agen", "cyy }}："]), paragraph("致{{ agencyy }}："), no_name("agencyy", "agency")),
        // In a branch that nothing takes.
        (
            runs(&["{% if not year %}{{ yeear }}{% endif %}"]),
            paragraph("{% if not year %}{{ yeear }}{% endif %}"),
            no_name("yeear", "year"),
        ),
        (
            [runs(&["{% for item in must %}"]), runs(&["位置：{{ item.placc }}"]), runs(&["{% endfor %}"])].concat(),
            paragraph("位置：{{ item.placc }}"),
            no_name("item.placc", "item.place"),
        ),
    ] {
        assert_eq!(try_on(&docx(&body), OutFormat::Docx), Err(TemplateError { place, trouble }));
    }
    let error = try_on("{{ title }}\n\n{{ tilte }}\n".as_bytes(), OutFormat::Text).unwrap_err();
    assert_eq!(error.describe(ZH), "模板（第 3 行）：没有占位符 tilte，是不是 title？");
    let error =
        try_on("{% for item in must %}\n{{ item.askk }}\n{% endfor %}".as_bytes(), OutFormat::Markdown).unwrap_err();
    assert_eq!(error.describe(EN), "template (line 2): there is no placeholder item.askk; do you mean item.ask?");
}

#[test]
fn what_is_no_template_is_said_to_be_none_and_never_half_used() {
    let own = |bytes: &[u8]| OutTemplate::own(bytes, OutFormat::Docx).map(drop).map_err(|error| error.trouble);
    assert_eq!(own(b"no zip"), Err(TemplateTrouble::NotDocx));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    assert_eq!(own(&zip.finish().unwrap().into_inner()), Err(TemplateTrouble::NotDocx));
    let broken = docx("<w:p><w:r></w:p>");
    assert_eq!(own(&broken), Err(TemplateTrouble::BrokenXml("word/document.xml".into())));
    assert_eq!(own(&broken[..broken.len() - 30]), Err(TemplateTrouble::NotDocx));
    let deep = format!("{}{}", "<w:p>".repeat(5000), "</w:p>".repeat(5000));
    assert_eq!(own(&docx(&deep)), Err(TemplateTrouble::BrokenXml("word/document.xml".into())));
    for body in [runs(&["{{ name"]), runs(&["{% if %}"]), runs(&["{% for a in b %}"]), runs(&["{{ a|nosuch }}"])] {
        let error = OutTemplate::own(&docx(&body), OutFormat::Docx)
            .and_then(|template| template.render(&json!({ "a": 1 })).map(drop));
        let error = error.unwrap_err();
        assert_eq!(error.trouble, TemplateTrouble::Syntax, "{body}");
        assert!(error.place.is_some(), "{body}");
    }
    // A condition that begins in a paragraph and ends in the cell of a table.
    let torn = format!("{}<w:tbl><w:tr>{}</w:tr></w:tbl>", runs(&["甲{% if no %}"]), cell("乙{% endif %}"));
    let torn = OutTemplate::own(&docx(&torn), OutFormat::Docx).unwrap().render(&json!({ "no": false }));
    assert_eq!(torn.unwrap_err().trouble, TemplateTrouble::Torn);
    assert_eq!(OutTemplate::own(b"\xff\xfe", OutFormat::Text).map(drop).unwrap_err().trouble, TemplateTrouble::NotText);
}

#[test]
fn a_template_neither_runs_for_ever_nor_unpacks_without_end() {
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{{ a }}{% endfor %}{% endfor %}{% endfor %}";
    let template = OutTemplate::own(endless.as_bytes(), OutFormat::Text).unwrap();
    assert_eq!(template.render(&json!({})).unwrap_err().trouble, TemplateTrouble::Endless);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let piece = vec![b' '; 1 << 20];
    (0..140).for_each(|_| zip.write_all(&piece).unwrap());
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    let refused = OutTemplate::own(&bomb, OutFormat::Docx).map(drop).unwrap_err();
    assert_eq!(refused.trouble, TemplateTrouble::Bomb);
}

#[test]
fn a_template_that_says_the_same_to_everybody_is_refused() {
    let trouble = |bytes: &[u8], format| {
        let template = OutTemplate::own(bytes, format).unwrap();
        template.must_fit(&full(), &bare()).map_err(|error| error.trouble)
    };
    let docx = |text| docx(&runs(&[text]));
    assert_eq!(trouble(&docx("各单位："), OutFormat::Docx), Err(TemplateTrouble::Alike));
    assert_eq!(trouble(&docx("｛｛ agency ｝｝："), OutFormat::Docx), Err(TemplateTrouble::Alike), "of another width");
    assert_eq!(trouble("{{ 1 + 1 }}".as_bytes(), OutFormat::Text), Err(TemplateTrouble::Alike));
    assert_eq!(trouble(&docx("{{ agency }}"), OutFormat::Docx), Ok(()));
    assert_eq!(trouble("{% for item in must %}{{ item.place }}{% endfor %}".as_bytes(), OutFormat::Text), Ok(()));
}
