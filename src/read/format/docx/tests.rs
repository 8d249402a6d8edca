//! Documents made here, part by part.

use proptest::prelude::*;

use crate::read::{Foreign, Mark};

use super::super::shared::archive::tests::archive;
use super::*;

/// A document with this body.
pub(in crate::read) fn docx(body: &str) -> Vec<u8> {
    archive(&[("word/document.xml", document(body).as_bytes())])
}

fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    )
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

fn rows(bytes: &[u8]) -> Vec<String> {
    let document = read(bytes).unwrap();
    let text = |line: &crate::read::Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
    document.lines.iter().map(text).collect()
}

fn body(body: &str) -> Vec<String> {
    rows(&docx(body))
}

#[test]
fn paragraphs_runs_breaks_and_entities() {
    let text = "<w:p><w:r><w:t>临江县</w:t></w:r><w:hyperlink><w:r><w:t>示例&amp;局&#65;&bomb;</w:t></w:r></w:hyperlink>\
                <w:r><w:br/><w:t>第 二 行</w:t><w:noBreakHyphen/></w:r></w:p><w:p/>";
    assert_eq!(body(text), ["临江县示例&局A", "第 二 行-"]);
}

#[test]
fn tracked_changes_are_taken_as_accepted_and_hidden_text_is_hidden() {
    let text = "<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:del><w:r><w:delText>乙</w:delText><w:tab/></w:r></w:del>\
                <w:moveFrom><w:r><w:t>丙</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>丁</w:t></w:r></w:moveTo>\
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>戊</w:t></w:r>\
                <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>己</w:t></w:r></w:p>";
    assert_eq!(body(text), ["甲丁己"]);
    let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>一、总体</w:t></w:r></w:p>";
    assert_eq!(body(&format!("{joined}{}", p("情况"))), ["一、总体情况"]);
    let dropped = format!("<w:tr><w:trPr><w:del/></w:trPr>{}{}</w:tr>", tc("", "甲"), tc("", "1"));
    let kept = format!("<w:tr><w:trPr><w:ins/></w:trPr>{}{}</w:tr>", tc("", "乙"), tc("", "2"));
    assert_eq!(body(&format!("<w:tbl>{dropped}{kept}</w:tbl>")), ["乙|2"]);
}

#[test]
fn an_alternative_is_taken_once_and_its_text_box_follows() {
    let text_box = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let both = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>\
         </mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>",
        text_box("框"),
        text_box("框")
    );
    assert_eq!(body(&both), ["正文", "框"]);
    let only = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        text_box("框")
    );
    assert_eq!(body(&only), ["框"]);
}

#[test]
fn merged_cells_are_blank_where_they_go_on() {
    let merge = "<w:vMerge w:val=\"restart\"/>";
    let grid = "<w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/></w:tblGrid>";
    let table = [
        &format!("<w:tr>{}{}</w:tr>", tc("<w:gridSpan w:val=\"2\"/>", "甲"), tc("<w:gridSpan w:val=\"2\"/>", "乙")),
        &format!("<w:tr>{}{}{}{}</w:tr>", tc(merge, "丙"), tc("", "丁"), tc("", "1"), tc("", "2")),
        &format!("<w:tr>{}{}{}{}</w:tr>", tc("<w:vMerge/>", "见上"), tc("", "戊"), tc("", "3"), tc("", "4")),
        &format!(
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}{}</w:tr>",
            tc("", "己"),
            tc("", ""),
            tc("", "5")
        ),
    ]
    .map(String::as_str)
    .concat();
    let expected = ["甲||乙|", "丙|丁|1|2", "|戊|3|4", "|己||5"];
    assert_eq!(body(&format!("<w:tbl>{grid}{table}</w:tbl>")), expected);
    // Without widths the columns are counted.
    assert_eq!(body(&format!("<w:tbl>{table}</w:tbl>")), expected);
}

#[test]
fn a_placeholder_is_no_text() {
    let control = |properties: &str| {
        format!(
            "<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent><w:r><w:t>0</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        )
    };
    assert_eq!(body(&control("")), ["0"]);
    assert!(body(&control("<w:showingPlcHdr/>")).is_empty());
}

#[test]
fn automatic_numbers_are_written_out() {
    let numbered = |text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                     <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
    let xml = document(&format!("{}{}", numbered("总体情况"), numbered("主动公开政府信息情况")));
    let bytes = archive(&[("word/document.xml", xml.as_bytes()), ("word/numbering.xml", numbering.as_bytes())]);
    assert_eq!(rows(&bytes), ["一、总体情况", "二、主动公开政府信息情况"]);
}

#[test]
fn pages_are_known_where_word_has_written_them_down() {
    let pages =
        |body: &str| -> Vec<Option<u32>> { read(&docx(body)).unwrap().lines.iter().map(|line| line.page).collect() };
    let break_before = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>";
    let cell = format!("<w:tc>{break_before}</w:tc>");
    assert_eq!(
        pages(&format!("{}{break_before}<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>", p("甲"))),
        [Some(1), Some(2), Some(3)]
    );
    assert_eq!(pages(&p("甲")), [None]);
}

#[test]
fn the_main_part_may_have_another_name_and_prefix() {
    let xml = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:w="urn:other"><x:p><x:r><x:t>甲</x:t>
        <w:t>乙</w:t></x:r></x:p></x:document>"#;
    let relations = r#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let bytes = archive(&[("_rels/.rels", relations.as_bytes()), ("word/document2.xml", xml.as_bytes())]);
    assert_eq!(rows(&bytes), ["甲"]);
}

#[test]
fn traps_are_refused() {
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(5000), "</w:tc></w:tr></w:tbl>".repeat(5000));
    assert_eq!(read(&docx(&deep)), Err(ReadError::Broken("docx")));
    let wide = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", tc("<w:gridSpan w:val=\"2000000000\"/>", "0").repeat(3000));
    assert!(read(&docx(&wide)).unwrap().lines[0].fields.len() <= crate::read::document::MAX_FIELDS);
    let many = "<w:p/>".repeat(crate::read::document::MAX_LINES + 1);
    assert!(matches!(read(&docx(&many)), Err(ReadError::TooLarge | ReadError::Unpacks)));
    assert_eq!(read(b"PK\x03\x04"), Err(ReadError::Broken("docx")));
    assert_eq!(read(&docx("<w:p>")), Err(ReadError::Broken("docx")));
}

#[test]
fn what_calls_itself_docx_is_read_as_what_it_is() {
    let read = |bytes: &[u8]| crate::read::document("年报.docx", bytes);
    assert_eq!(read(b"\xFF\xD8\xFF\xE0"), Err(ReadError::Foreign(Foreign::Image)));
    assert_eq!(read(b"{\\rtf1 a}").unwrap().format, "rtf");
    assert_eq!(read("规章\t5\n".as_bytes()).unwrap().format, "text");
    assert_eq!(read(b"\0\x01\x02\x03\x04\x05\x06\x07"), Err(ReadError::Broken("docx")));
    assert_eq!(crate::read::document("年报.doc", &docx(&p("甲"))).unwrap().format, "docx");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Mutated inside the archive, where a checksum does not stop it.
    #[test]
    fn no_mutation_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let table = format!("<w:tbl><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr>{}{}</w:tr></w:tbl>",
            tc("<w:gridSpan w:val=\"2\"/>", "甲"), tc("<w:vMerge/>", "1"));
        let mut xml = document(&format!("{}{table}{}", p("一、总体情况"), p("乙"))).into_bytes();
        for (at, byte) in &changes {
            let at = at.index(xml.len());
            xml[at] = *byte;
        }
        if cut.index(4) == 0 {
            xml.truncate(cut.index(xml.len()));
        }
        let _ = read(&archive(&[("word/document.xml", &xml), ("word/numbering.xml", &xml), ("word/styles.xml", &xml)]));
    }
}

/// The rows of a body under these styles.
fn styled(styles: &str, body: &str) -> Vec<String> {
    let xml = document(body);
    let styles = format!("<w:styles>{styles}</w:styles>");
    rows(&archive(&[("word/document.xml", xml.as_bytes()), ("word/styles.xml", styles.as_bytes())]))
}

/// A run with these properties.
fn r(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

/// A table of one row: a label, and a cell of these runs.
fn labelled(runs: &str) -> String {
    format!("<w:tbl><w:tr>{}<w:tc><w:p>{runs}</w:p></w:tc></w:tr></w:tbl>", tc("", "甲"))
}

#[test]
fn struck_and_raised_text_is_no_part_of_a_number() {
    for (properties, expected) in [
        ("<w:strike/>", "甲|128"),
        ("<w:dstrike/>", "甲|128"),
        ("<w:strike w:val=\"0\"/>", "甲|62128"),
        ("<w:vertAlign w:val=\"superscript\"/>", "甲|128"),
        ("<w:position w:val=\"10\"/>", "甲|128"),
        ("<w:position w:val=\"1\"/>", "甲|62128"),
        ("<w:vanish/>", "甲|128"),
        ("<w:color w:val=\"FFFFFF\"/>", "甲|128"),
        ("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"000080\"/>", "甲|62128"),
        ("<w:sz w:val=\"2\"/>", "甲|128"),
    ] {
        assert_eq!(body(&labelled(&(r(properties, "62") + &r("", "128")))), [expected], "{properties}");
    }
    let document = read(&docx(&labelled(&r("<w:strike/>", "62")))).unwrap();
    let field = &document.lines[0].fields[1];
    assert_eq!((&*field.text, field.mark), ("62", Some(Mark::Struck)), "nothing stands for it");
    let shaded = labelled(&r("<w:color w:val=\"FFFFFF\"/>", "62"))
        .replace("<w:tc><w:p>", "<w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"333333\"/></w:tcPr><w:p>");
    assert_eq!(read(&docx(&shaded)).unwrap().lines[0].fields[1].mark, None, "white on dark can be seen");
}

#[test]
fn a_struck_row_with_another_of_its_label_is_gone() {
    let row = |properties: &str, number: &str| {
        let cell = |text: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", r(properties, text));
        format!("<w:tr>{}{}</w:tr>", cell("2.重复申请"), cell(number))
    };
    let table = |rows: &str| body(&format!("<w:tbl>{rows}</w:tbl>"));
    assert_eq!(table(&(row("<w:strike/>", "62") + &row("", "128"))), ["2.重复申请|128"]);
    assert_eq!(table(&row("<w:strike/>", "62")), ["2.重复申请|62"]);
    assert!(body(&format!("<w:p>{}</w:p>", r("<w:strike/>", "收到62件。"))).is_empty());
}

#[test]
fn styles_hide_strike_and_raise() {
    let style =
        |kind: &str, id: &str, more: &str| format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\">{more}</w:style>");
    let two = |first: &str| labelled(&(r(first, "17") + &r("", "0")));
    for properties in ["<w:vanish/>", "<w:strike/>", "<w:dstrike/>", "<w:vertAlign w:val=\"subscript\"/>"] {
        let styles = style("character", "a", &format!("<w:rPr>{properties}</w:rPr>"))
            + &style("character", "b", "<w:basedOn w:val=\"a\"/>");
        assert_eq!(styled(&styles, &two("<w:rStyle w:val=\"b\"/>")), ["甲|0"], "{properties}");
    }
    // A paragraph style hides all of it; a run says that it is not hidden; two styles take it back from each other.
    let hides =
        style("paragraph", "p", "<w:rPr><w:vanish/></w:rPr>") + &style("character", "c", "<w:rPr><w:vanish/></w:rPr>");
    let hidden = |run: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr>{run}</w:p>");
    assert!(styled(&hides, &hidden(&r("", "底稿"))).is_empty());
    assert_eq!(styled(&hides, &hidden(&r("<w:vanish w:val=\"0\"/>", "底稿"))), ["底稿"]);
    assert_eq!(styled(&hides, &hidden(&r("<w:rStyle w:val=\"c\"/>", "底稿"))), ["底稿"]);
    let of_table = style("table", "t", "<w:rPr><w:strike/></w:rPr>");
    let table = two("").replace("<w:tbl>", "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/></w:tblPr>");
    let xml = document(&table);
    let styles = format!("<w:styles>{of_table}</w:styles>");
    let bytes = archive(&[("word/document.xml", xml.as_bytes()), ("word/styles.xml", styles.as_bytes())]);
    assert_eq!(read(&bytes).unwrap().lines[0].fields[1].mark, Some(Mark::Struck));
    let default = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"n\"><w:rPr><w:vanish/></w:rPr></w:style>";
    assert!(styled(default, &p("底稿")).is_empty());
    let all = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>";
    assert!(styled(all, &p("底稿")).is_empty());
}

#[test]
fn formulas_are_read_in_one_line() {
    let formula = |inner: &str| labelled(&format!("<m:oMathPara><m:oMath>{inner}</m:oMath></m:oMathPara>"));
    let t = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    assert_eq!(body(&formula(&t("43159"))), ["甲|43159"]);
    let fraction = format!("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", t("3"), t("4"));
    assert_eq!(body(&formula(&fraction)), ["甲|3/4"]);
    let power = format!("<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>", t("5"), t("1"));
    assert_eq!(body(&formula(&power)), ["甲|5"]);
}

#[test]
fn a_workbook_within_is_the_table_it_stands_for_and_a_picture_is_named() {
    let object = |link: &str| {
        format!(
            "<w:r><w:object><v:shape><v:imagedata r:id=\"p\"/></v:shape><o:OLEObject Type=\"Embed\" \
             ProgID=\"Excel.Sheet.12\" r:id=\"{link}\"/></w:object></w:r>"
        )
    };
    let book = crate::read::format::sheet::tests::book(&[&["规章", "5"], &["行政许可", "6"]]);
    let relations = "<Relationships><Relationship Id=\"b\" Target=\"embeddings/book.xlsx\"/>\
                     <Relationship Id=\"x\" Target=\"embeddings/none.xlsx\"/></Relationships>";
    let xml = document(&format!("{}<w:p>{}</w:p><w:p>{}</w:p>", p("甲"), object("b"), object("x")));
    let bytes = archive(&[
        ("word/document.xml", xml.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/embeddings/book.xlsx", &book),
    ]);
    assert_eq!(rows(&bytes), ["甲", "规章|5", "行政许可|6"]);
    let pictures = read(&bytes).unwrap().pictures;
    assert_eq!(pictures.iter().map(|picture| picture.line).collect::<Vec<_>>(), [3], "what cannot be opened is one");
    let picture = "<w:r><w:drawing><a:blip r:embed=\"p\"/></w:drawing></w:r>";
    let document = read(&docx(&labelled(picture))).unwrap();
    assert_eq!(document.lines[0].fields[1].mark, Some(Mark::Picture));
    let error = crate::read::read("甲县乙局2024年报.docx", &docx(&format!("{}<w:p>{picture}</w:p>", p("二、情况"))))
        .unwrap_err();
    assert!(error.to_string().contains("1 picture ") && error.to_string().contains("after “二、情况”"), "{error}");
}

#[test]
fn a_document_in_one_xml_file_is_read_as_one_in_an_archive() {
    let row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>\
               <w:tc><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>62</w:t></w:r><w:r><w:t>128</w:t></w:r></w:p></w:tc></w:tr>\
               <w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc>\
               <w:tc><w:p><aml:annotation w:type=\"Word.Deletion\"><aml:content><w:r><w:delText>3</w:delText></w:r></aml:content>\
               </aml:annotation><aml:annotation w:type=\"Word.Insertion\"><aml:content><w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr>\
               <w:t>7</w:t></w:r><w:r><w:t>4</w:t></w:r></aml:content></aml:annotation></w:p></w:tc></w:tr>";
    let styles =
        "<w:styles><w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
    let list = "<w:p><w:pPr><w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>";
    let lists = "<w:lists><w:listDef w:listDefId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:nfc w:val=\"39\"/>\
                 <w:lvlText w:val=\"%1、\"/></w:lvl></w:listDef><w:list w:ilfo=\"1\"><w:ilst w:val=\"0\"/></w:list></w:lists>";
    let head = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>";
    let old = format!(
        "{head}<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">{lists}{styles}<w:body><wx:sect>\
         {list}<w:tbl>{row}</w:tbl></wx:sect></w:body></w:wordDocument>"
    );
    let expected = ["一、总体情况", "甲||128", "|乙|4"];
    let texts = |bytes: &[u8]| -> Vec<String> {
        let document = crate::read::document("年报.doc", bytes).unwrap();
        let text = |line: &crate::read::Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
        document.lines.iter().map(text).collect()
    };
    assert_eq!(texts(old.as_bytes()), expected);
    let part = |name: &str, xml: &str| {
        format!("<pkg:part pkg:name=\"/word/{name}.xml\"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>")
    };
    let body = "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>乙</w:t></w:r></w:p>";
    let package = format!(
        "{head}<pkg:package>{}{}</pkg:package>",
        part("document", document(body).trim_start_matches("<?xml version=\"1.0\"?>")),
        part("styles", styles)
    );
    assert_eq!(texts(package.as_bytes()), ["甲"]);
    assert_eq!(
        crate::read::document("年报.doc", format!("{head}<w:wordDocument><w:p>").as_bytes()),
        Err(ReadError::Broken("xml"))
    );
}
