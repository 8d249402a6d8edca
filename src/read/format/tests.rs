//! Which format a file is of, by its content and by its name.

use std::io::{Cursor, Write as _};

use super::shared::archive::tests::archive;
use super::*;

/// A compound file with these streams.
fn compound(streams: &[&str]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for stream in streams {
        file.create_stream(stream).unwrap().write_all(b"...").unwrap();
    }
    file.into_inner().into_inner()
}

/// The ending of the format that the bytes show.
fn of(bytes: &[u8]) -> Result<Option<&'static str>, ReadError> {
    let Some(format) = Format::of_content(bytes)? else { return Ok(None) };
    match format.endings.first().filter(|_| !matches!(format.named, Named::Unsupported)) {
        Some(ending) => Ok(Some(ending)),
        None => (format.read)(bytes).map(|document| Some(document.format)),
    }
}

#[test]
fn containers_are_known_by_their_parts() {
    let zip = |name: &str| archive(&[(name, b"")]);
    assert_eq!(of(&zip("word/document.xml")), Ok(Some("docx")));
    assert_eq!(of(&zip("xl/workbook.xml")), Ok(Some("xlsx")));
    assert_eq!(of(&zip("OFD.xml")), Err(ReadError::Foreign(Foreign::Ofd)));
    assert_eq!(of(&zip("甲.docx")), Err(ReadError::Foreign(Foreign::Archive)));
    assert_eq!(of(&zip("META-INF/container.xml")), Ok(Some("epub")));
    let odt = archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"")]);
    assert_eq!(of(&odt), Ok(Some("odt")));
    assert_eq!(of(b"<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:\">"), Ok(Some("fodt")));
    assert_eq!(of(&compound(&["/WordDocument"])), Ok(Some("doc")));
    assert_eq!(of(&compound(&["/Workbook"])), Ok(Some("xlsx")));
    assert_eq!(of(&compound(&["/EncryptedPackage", "/EncryptionInfo"])), Err(ReadError::Encrypted));
    assert_eq!(of(&compound(&["/Book"])), Err(ReadError::Foreign(Foreign::Old)));
}

#[test]
fn texts_and_pictures_are_known_by_their_first_bytes() {
    assert_eq!(of(b"%PDF-1.7"), Ok(Some("pdf")));
    assert_eq!(of(b"\xEF\xBB\xBF\r\n<!DOCTYPE html><html>"), Ok(Some("html")));
    assert_eq!(of(b"\xFF\xFE<\0h\0t\0m\0l\0>\0"), Ok(Some("html")));
    assert_eq!(of(b"<HTML xmlns:o=\"urn:schemas-microsoft-com:office:office\">"), Ok(Some("html")));
    assert_eq!(of(b"{\\rtf1\\ansi"), Ok(Some("rtf")));
    assert_eq!(of(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), Err(ReadError::Foreign(Foreign::Image)));
    assert_eq!(of(b"MIME-Version: 1.0\r\n"), Ok(Some("mht")));
    assert_eq!(of(b"From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"), Ok(Some("mht")));
    let flat = b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>";
    assert_eq!(of(flat), Ok(Some("xml")));
    let flat = b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>";
    assert_eq!(of(flat), Err(ReadError::Foreign(Foreign::FlatXml)));
    assert_eq!(of("一、总体情况".as_bytes()), Ok(None));
    assert_eq!(of(b""), Ok(None));
}

#[test]
fn every_ending_belongs_to_one_format() {
    let endings: Vec<&str> = FORMATS.iter().flat_map(|format| format.endings).copied().collect();
    for ending in &endings {
        assert_eq!(*ending, ending.to_ascii_lowercase());
        assert_eq!(endings.iter().filter(|other| *other == ending).count(), 1, "{ending}");
    }
}
