//! What a file is by its content: its name is only believed where the content does not say.

use std::io::Cursor;

use crate::read::document::error::{Foreign, ReadError};

use super::Format;
use super::shared::archive::Archive;

/// The beginning that is looked at for marks of text formats.
const HEAD: usize = 1024;

impl Format {
    /// The format that the bytes show; `None` if they show none, as text does.
    ///
    /// # Errors
    /// If they are something that cannot be read: what it is, and what to do with it.
    pub(super) fn of_content(bytes: &[u8]) -> Result<Option<Self>, ReadError> {
        let foreign = |foreign| Err(ReadError::Foreign(foreign));
        match bytes {
            [b'P', b'K', 3, 4, ..] => return of_archive(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => return of_compound_file(bytes),
            [b'%', b'P', b'D', b'F', b'-', ..] => return Ok(Some(Self::Pdf)),
            [b'{', b'\\', b'r', b't', b'f', ..] => return Ok(Some(Self::Rtf)),
            [0xFF, 0xD8, 0xFF, ..] | [0x89, b'P', b'N', b'G', ..] | [b'G', b'I', b'F', b'8', ..] => {
                return foreign(Foreign::Image);
            }
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] | [b'R', b'I', b'F', b'F', ..] => {
                return foreign(Foreign::Image);
            }
            [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [0x1F, 0x8B, ..] => {
                return foreign(Foreign::Archive);
            }
            [0xDB, 0xA5, ..] | [0x31, 0xBE, ..] | [0x09, 0, 4 | 6, 0, ..] | [0x09, 2 | 4, ..] => {
                return foreign(Foreign::Old);
            }
            _ => {}
        }
        of_text(bytes)
    }
}

/// By the marks at the beginning of a text; whatever its encoding, these are ASCII.
fn of_text(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head: String =
        head.iter().filter(|byte| byte.is_ascii() && **byte != 0).map(|&byte| char::from(byte)).collect();
    let head = head.trim_start().to_ascii_lowercase();
    if ["mime-version:", "content-type: multipart/related", "content-type:multipart/related"]
        .iter()
        .any(|start| head.starts_with(start))
        || head.starts_with("from:") && head.contains("mime-version:")
        || head.contains("\ncontent-type: multipart/related")
    {
        return Ok(Some(Format::Mht));
    }
    let is_xml = head.starts_with("<?xml");
    if head.starts_with("<html") || head.starts_with("<!doctype html") || is_xml && head.contains("<html") {
        return Ok(Some(Format::Html));
    }
    if is_xml && head.contains("<office:document") {
        return Ok(Some(Format::OpenDocument));
    }
    if is_xml
        && ["office/word/2003/wordml", "office/2006/xmlpackage", "progid=\"word.document\""]
            .iter()
            .any(|m| head.contains(m))
    {
        return Ok(Some(Format::WordXml));
    }
    if is_xml
        && ["mso-application", "worddocument", "xmlpackage", "office:spreadsheet"].iter().any(|m| head.contains(m))
    {
        return Err(ReadError::Foreign(Foreign::FlatXml));
    }
    Ok(None)
}

fn of_archive(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
    let archive = Archive::open(bytes, "zip")?;
    let has = |start: &str| archive.names().any(|name| name.starts_with(start));
    let foreign = |foreign| Err(ReadError::Foreign(foreign));
    if has("word/") {
        Ok(Some(Format::Docx))
    } else if has("xl/") {
        Ok(Some(Format::Sheet))
    } else if has("ppt/") {
        foreign(Foreign::Slides)
    } else if has("OFD.xml") {
        foreign(Foreign::Ofd)
    } else if has("META-INF/container.xml") {
        Ok(Some(Format::Epub))
    } else if has("mimetype") && has("content.xml") {
        Ok(Some(Format::OpenDocument))
    } else {
        foreign(Foreign::Archive)
    }
}

/// The old container: of documents, workbooks and slides, and of every new one under a password.
fn of_compound_file(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
    let Ok(file) = cfb::CompoundFile::open(Cursor::new(bytes)) else { return Ok(None) };
    let foreign = |foreign| Err(ReadError::Foreign(foreign));
    if file.exists("/EncryptedPackage") {
        Err(ReadError::Encrypted)
    } else if file.exists("/WordDocument") {
        Ok(Some(Format::Doc))
    } else if file.exists("/Workbook") {
        Ok(Some(Format::Sheet))
    } else if file.exists("/PowerPoint Document") {
        foreign(Foreign::Slides)
    } else {
        // `Book` is Excel 5; other streams are WPS and Works of their time.
        foreign(Foreign::Old)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::super::shared::archive::tests::archive;
    use super::*;

    /// A compound file with these streams.
    fn compound(streams: &[&str]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for stream in streams {
            file.create_stream(stream).unwrap().write_all(b"...").unwrap();
        }
        file.into_inner().into_inner()
    }

    fn of(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
        Format::of_content(bytes)
    }

    #[test]
    fn containers_are_known_by_their_parts() {
        let zip = |name: &str| archive(&[(name, b"")]);
        assert_eq!(of(&zip("word/document.xml")), Ok(Some(Format::Docx)));
        assert_eq!(of(&zip("xl/workbook.xml")), Ok(Some(Format::Sheet)));
        assert_eq!(of(&zip("OFD.xml")), Err(ReadError::Foreign(Foreign::Ofd)));
        assert_eq!(of(&zip("甲.docx")), Err(ReadError::Foreign(Foreign::Archive)));
        assert_eq!(of(&zip("META-INF/container.xml")), Ok(Some(Format::Epub)));
        let odt = archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"")]);
        assert_eq!(of(&odt), Ok(Some(Format::OpenDocument)));
        assert_eq!(
            of(b"<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:\">"),
            Ok(Some(Format::OpenDocument))
        );
        assert_eq!(of(&compound(&["/WordDocument"])), Ok(Some(Format::Doc)));
        assert_eq!(of(&compound(&["/Workbook"])), Ok(Some(Format::Sheet)));
        assert_eq!(of(&compound(&["/EncryptedPackage", "/EncryptionInfo"])), Err(ReadError::Encrypted));
        assert_eq!(of(&compound(&["/Book"])), Err(ReadError::Foreign(Foreign::Old)));
    }

    #[test]
    fn texts_and_pictures_are_known_by_their_first_bytes() {
        assert_eq!(of(b"%PDF-1.7"), Ok(Some(Format::Pdf)));
        assert_eq!(of(b"\xEF\xBB\xBF\r\n<!DOCTYPE html><html>"), Ok(Some(Format::Html)));
        assert_eq!(of(b"\xFF\xFE<\0h\0t\0m\0l\0>\0"), Ok(Some(Format::Html)));
        assert_eq!(of(b"<HTML xmlns:o=\"urn:schemas-microsoft-com:office:office\">"), Ok(Some(Format::Html)));
        assert_eq!(of(b"{\\rtf1\\ansi"), Ok(Some(Format::Rtf)));
        assert_eq!(of(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), Err(ReadError::Foreign(Foreign::Image)));
        assert_eq!(of(b"MIME-Version: 1.0\r\n"), Ok(Some(Format::Mht)));
        assert_eq!(of(b"From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"), Ok(Some(Format::Mht)));
        let flat = b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>";
        assert_eq!(of(flat), Ok(Some(Format::WordXml)));
        let flat = b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>";
        assert_eq!(of(flat), Err(ReadError::Foreign(Foreign::FlatXml)));
        assert_eq!(of("一、总体情况".as_bytes()), Ok(None));
        assert_eq!(of(b""), Ok(None));
    }
}
