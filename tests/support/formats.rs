//! The same report in every format: documents built from the text of a sample one, byte by byte where need be.
//!
//! Shared by tests, benchmarks and the seeds of the fuzz targets. The files are as plain as their formats allow; what
//! real programs write is in the samples.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The text in each format, by its ending.
pub fn all(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("txt", text.as_bytes().to_vec()),
        ("html", html(text).into_bytes()),
        ("csv", csv(text).into_bytes()),
        ("docx", docx(text)),
        ("xlsx", xlsx(&rows(text))),
        ("doc", doc(text)),
        ("xls", xls(text)),
        ("pdf", pdf(text)),
        ("odt", odt(text)),
        ("ods", ods(text)),
        ("epub", epub(text)),
        ("mht", mht(text)),
        ("rtf", rtf(text)),
    ]
}

/// The fields of each line.
fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split('\t').collect()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Paragraphs, and a table wherever lines have fields.
fn tabled(text: &str, paragraph: &dyn Fn(&str) -> String, row: &dyn Fn(&[&str]) -> String, ends: [&str; 2]) -> String {
    let (mut out, mut within) = (String::new(), false);
    for fields in rows(text) {
        let is_row = fields.len() > 1;
        if is_row != within {
            out += ends[usize::from(within)];
            within = is_row;
        }
        out += &if is_row { row(&fields) } else { paragraph(fields[0]) };
    }
    if within {
        out += ends[1];
    }
    out
}

pub fn html(text: &str) -> String {
    let body = tabled(
        text,
        &|text| format!("<p>{}</p>\n", escaped(text)),
        &|fields| {
            let cells: String = fields.iter().map(|field| format!("<td>{}</td>", escaped(field))).collect();
            format!("<tr>{cells}</tr>\n")
        },
        ["<table>\n", "</table>\n"],
    );
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>t</title></head><body>\n{body}</body></html>\n")
}

pub fn csv(text: &str) -> String {
    let quoted = |field: &&str| format!("\"{}\"", field.replace('"', "\"\""));
    rows(text).iter().map(|fields| fields.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n").collect()
}

/// A zip archive.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn content_types(parts: &[(&str, &str)]) -> String {
    let mut out = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/>"
    );
    for (name, kind) in parts {
        let prefix = "application/vnd.openxmlformats-officedocument";
        write!(out, "<Override PartName=\"/{name}\" ContentType=\"{prefix}.{kind}+xml\"/>").unwrap();
    }
    out + "</Types>"
}

fn relation(kind: &str, target: &str) -> String {
    format!(
        "{XML}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" \
         Target=\"{target}\"/></Relationships>"
    )
}

pub fn docx(text: &str) -> Vec<u8> {
    let run = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(text));
    let cells = |fields: &[&str]| {
        let cells: String = fields.iter().map(|field| format!("<w:tc>{}</w:tc>", run(field))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    docx_of(&tabled(text, &run, &cells, ["<w:tbl>", "</w:tbl>"]))
}

/// A document with this body.
pub fn docx_of(body: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!("{XML}<w:document xmlns:w=\"{space}\"><w:body>{body}</w:body></w:document>");
    let types = content_types(&[("word/document.xml", "wordprocessingml.document.main")]);
    zip(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relation("officeDocument", "word/document.xml").as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

pub fn xlsx(rows: &[Vec<&str>]) -> Vec<u8> {
    let mut sheet = String::new();
    for (row, fields) in rows.iter().enumerate() {
        write!(sheet, "<row r=\"{}\">", row + 1).unwrap();
        for (column, field) in fields.iter().enumerate().filter(|(_, field)| !field.is_empty()) {
            write!(sheet, "{}", cell(&format!("{}{}", letters(column), row + 1), field)).unwrap();
        }
        sheet += "</row>";
    }
    xlsx_of(&sheet)
}

/// A cell at `A1`.
pub fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text))
}

/// A workbook with one sheet of these rows.
pub fn xlsx_of(rows: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "{XML}<workbook xmlns=\"{space}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" \
         r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!("{XML}<worksheet xmlns=\"{space}\"><sheetData>{rows}</sheetData></worksheet>");
    // The second style shows a number as a day.
    let styles = format!(
        "{XML}<styleSheet xmlns=\"{space}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let types = content_types(&[
        ("xl/workbook.xml", "spreadsheetml.sheet.main"),
        ("xl/styles.xml", "spreadsheetml.styles"),
        ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
    ]);
    zip(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn letters(column: usize) -> String {
    let letter = |index: usize| char::from(b'A' + u8::try_from(index % 26).unwrap());
    if column < 26 { letter(column).to_string() } else { format!("{}{}", letter(column / 26 - 1), letter(column)) }
}

/// A compound file (OLE) with these streams.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(format!("/{name}")).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Word 97: a header (FIB), the text as one piece, and a table of that one piece.
pub fn doc(text: &str) -> Vec<u8> {
    const TEXT_AT: u32 = 0x800;
    let cells = |fields: &[&str]| fields.iter().map(|field| format!("{field}\u{7}")).collect::<String>() + "\u{7}";
    let text = tabled(text, &|text| format!("{text}\r"), &cells, ["", ""]);
    let characters = u32::try_from(text.encode_utf16().count()).unwrap();
    let mut stream = vec![0; TEXT_AT as usize];
    let mut put = |at: usize, bytes: &[u8]| stream[at..at + bytes.len()].copy_from_slice(bytes);
    put(0x00, &0xA5EC_u16.to_le_bytes());
    put(0x02, &0x00C1_u16.to_le_bytes());
    put(0x0A, &0x0200_u16.to_le_bytes()); // the piece table is in the stream 1Table
    put(0x18, &TEXT_AT.to_le_bytes());
    put(0x20, &14_u16.to_le_bytes());
    put(0x3E, &22_u16.to_le_bytes());
    put(0x4C, &characters.to_le_bytes());
    put(0x98, &93_u16.to_le_bytes());
    let piece = [0_u16.to_le_bytes().as_slice(), &TEXT_AT.to_le_bytes(), &0_u16.to_le_bytes()].concat();
    let pieces = [0_u32.to_le_bytes().as_slice(), &characters.to_le_bytes(), &piece].concat();
    let table = [&[2_u8][..], &u32::try_from(pieces.len()).unwrap().to_le_bytes(), &pieces].concat();
    put(0x1A2, &0_u32.to_le_bytes());
    put(0x1A6, &u32::try_from(table.len()).unwrap().to_le_bytes());
    stream.extend(utf16(&text));
    compound(&[("WordDocument", &stream), ("1Table", &table)])
}

/// Excel 97: one sheet whose cells are all labels.
pub fn xls(text: &str) -> Vec<u8> {
    let record = |kind: u16, body: &[u8]| {
        [kind.to_le_bytes().as_slice(), &u16::try_from(body.len()).unwrap().to_le_bytes(), body].concat()
    };
    let begin = |kind: u16| {
        let fields = [0x0600, kind, 0x0DBB, 0x07CC, 0, 0, 0x0006, 0];
        record(0x0809, &fields.iter().flat_map(|field: &u16| field.to_le_bytes()).collect::<Vec<_>>())
    };
    let end = record(0x000A, &[]);
    let globals = begin(5).len() + record(0x0085, &[0; 14]).len() + end.len();
    let offset = u32::try_from(globals).unwrap().to_le_bytes();
    let sheet = record(0x0085, &[offset.as_slice(), &[0, 0, 6, 0], b"Sheet1"].concat());
    let mut stream = [begin(5), sheet, end.clone(), begin(0x10)].concat();
    for (row, fields) in (0_u16..).zip(rows(text)) {
        for (column, field) in (0_u16..).zip(fields).filter(|(_, field)| !field.is_empty()) {
            let field: String = field.chars().take(2000).collect();
            let place = [row, column, 0].iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>();
            let count = u16::try_from(field.encode_utf16().count()).unwrap().to_le_bytes();
            stream.extend(record(0x0204, &[place.as_slice(), &count, &[1], &utf16(&field)].concat()));
        }
    }
    stream.extend(end);
    compound(&[("Workbook", &stream)])
}

/// OpenDocument: paragraphs and tables, or one sheet.
fn open_document(kind: &str, body: &str) -> Vec<u8> {
    let spaces: String = ["office", "text", "table"]
        .iter()
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .collect();
    let content = format!(
        "{XML}<office:document-content{spaces}><office:body><office:{kind}>{body}</office:{kind}></office:body>\
         </office:document-content>"
    );
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    zip(&[("mimetype", kind.as_bytes()), ("content.xml", content.as_bytes())])
}

fn open_row(fields: &[&str]) -> String {
    let cell = |field: &&str| format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", escaped(field));
    format!("<table:table-row>{}</table:table-row>", fields.iter().map(cell).collect::<String>())
}

pub fn odt(text: &str) -> Vec<u8> {
    let paragraph = |text: &str| format!("<text:p>{}</text:p>", escaped(text));
    open_document("text", &tabled(text, &paragraph, &open_row, ["<table:table>", "</table:table>"]))
}

pub fn ods(text: &str) -> Vec<u8> {
    let rows: String = rows(text).iter().map(|fields| open_row(fields)).collect();
    open_document("spreadsheet", &format!("<table:table table:name=\"Sheet1\">{rows}</table:table>"))
}

pub fn epub(text: &str) -> Vec<u8> {
    let container = "<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles></container>";
    let list = "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
    zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("a.opf", list.as_bytes()),
        ("a.xhtml", html(text).as_bytes()),
    ])
}

pub fn mht(text: &str) -> Vec<u8> {
    let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n";
    let part = "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    format!("{head}{part}{}\r\n--x--\r\n", html(text).replace('=', "=3D")).into_bytes()
}

pub fn rtf(text: &str) -> Vec<u8> {
    let unit = |unit: u16| match u8::try_from(unit) {
        Ok(byte @ b' '..=b'~') if !b"\\{}".contains(&byte) => char::from(byte).to_string(),
        _ => format!("\\u{}?", unit.cast_signed()),
    };
    let plain = |text: &str| text.encode_utf16().map(unit).collect::<String>();
    let row = |fields: &[&str]| {
        let places: String = (1..=fields.len()).map(|at| format!("\\cellx{}", at * 1000)).collect();
        let cells: String = fields.iter().map(|field| format!("\\pard\\intbl {}\\cell", plain(field))).collect();
        format!("\\trowd{places}{cells}\\row\n")
    };
    let body = tabled(text, &|text| format!("\\pard {}\\par\n", plain(text)), &row, ["", ""]);
    format!("{{\\rtf1\\ansi\\ansicpg936 {body}}}").into_bytes()
}

/// PDF 1.4: lines of 40 to a page, in a font that is not embedded; fields stand side by side.
pub fn pdf(text: &str) -> Vec<u8> {
    pdf_of(text, 1200, |column| 40 + 130 * column)
}

/// The same on pages so wide that each label has the room that it takes.
pub fn wide_pdf(text: &str) -> Vec<u8> {
    pdf_of(text, 2700, |column| if column < 3 { 40 + 430 * column } else { 1330 + 110 * (column - 3) })
}

/// A page is so wide, and each column begins there.
fn pdf_of(text: &str, width: usize, at: fn(usize) -> usize) -> Vec<u8> {
    let rows = rows(text);
    let pages: Vec<String> = rows.chunks(40).map(|rows| page(rows, at)).collect();
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 5 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>"
            .to_owned(),
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering \
         (GB1) /Supplement 2 >> /DW 1000 >>"
            .to_owned(),
    ];
    for (page, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} 900] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> \
             >> >>",
            6 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(out.len());
        write!(out, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in &places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).unwrap();
    out.into_bytes()
}

fn page(rows: &[Vec<&str>], at: fn(usize) -> usize) -> String {
    let mut out = String::new();
    for (fields, line) in rows.iter().zip(0..) {
        for (column, field) in (0..).zip(fields).filter(|(_, field)| !field.is_empty()) {
            let hex: String = field.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            let (x, y) = (at(column), 860 - 21 * line);
            writeln!(out, "BT /F1 10 Tf {x} {y} Td <{hex}> Tj ET").unwrap();
        }
    }
    out
}
