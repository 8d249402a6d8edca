//! Word documents (`docx`), and those of WPS in the same container: a zip archive of XML.
//!
//! Owns: what of it is the document as a reader sees it. Tracked changes are taken as accepted; hidden text,
//! headers, footers and footnotes are not read; automatic numbers are written out, since headings live by them. A
//! workbook within the document is read as the table it stands for.

mod flat;
mod lists;
mod objects;
mod parse;
mod styles;
mod xml;

use crate::read::document::Document;
use crate::read::document::error::ReadError;

use super::shared::archive::Archive;
use super::shared::xml::text;
use super::shared::{properties, story};
use objects::Objects;
use styles::Styles;
use xml::Steps;

/// Its lines.
///
/// # Errors
/// If the archive or the XML is broken, encrypted, or larger than any report.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, "docx")?;
    let main = main_part(&mut archive)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let body = archive.part(&main)?.ok_or(ReadError::Broken("docx"))?;
    let mut side = |name: &str| -> Result<Vec<u8>, ReadError> {
        Ok(archive.part(&format!("{folder}/{name}"))?.unwrap_or_default())
    };
    // Without these the text is still there.
    let styles_xml = side("styles.xml")?;
    let styles_xml = text(&styles_xml);
    let numbering = lists::numbering(&text(&side("numbering.xml")?), &styles_xml);
    // A title is worth no error.
    let title = archive.part("docProps/core.xml").ok().flatten().and_then(|core| properties::title(&text(&core)));
    let styles = Styles::new(&styles_xml, xml::name);
    let mut objects = Objects::new(archive, &folder, &main);
    let body = text(&body);
    let parsed = parse::story(Steps::new(&body), numbering, &styles, &mut |link| objects.lines(link))?;
    Ok(Document { titles: title.into_iter().collect(), ..story::lines("docx", &parsed)? })
}

pub(super) use flat::{read_flat, shows_flat};

/// The name of the part with the text: nearly always `word/document.xml`.
fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    const USUAL: &str = "word/document.xml";
    if archive.names().any(|name| name == USUAL) {
        return Ok(USUAL.to_owned());
    }
    let relations = archive.part("_rels/.rels")?.ok_or(ReadError::Broken("docx"))?;
    xml::main_target(&text(&relations)).ok_or(ReadError::Broken("docx"))
}

#[cfg(test)]
pub(in crate::read) mod tests;
