//! OpenDocument, of LibreOffice and WPS: texts (`odt`) and workbooks (`ods`), in an archive or in one XML file (`fodt`,
//! `fods`).
//!
//! Owns: what of it a reader sees. Tracked changes are taken as accepted; hidden text, rows, columns and sheets, notes
//! and comments are not read.

mod parse;
mod sheets;
mod steps;
mod styles;
mod tables;

use crate::read::document::Document;
use crate::read::document::error::{Foreign, ReadError};
use crate::read::spelling::decode;

use super::shared::archive::Archive;
use super::shared::xml::text;
use super::shared::{properties, story};
use steps::Steps;
use styles::Styles;

/// The texts of a document unpack to no more than this.
const MAX_PARTS: u64 = 64 << 20;

/// Its lines.
///
/// # Errors
/// If the archive or the XML is broken, encrypted, larger than any report, or of slides or drawings.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    if !bytes.starts_with(b"PK") {
        let flat = decode::decode(bytes).map(|decoded| decoded.text).ok_or(ReadError::NotText)?;
        // In one file the properties stand before the text.
        let title = flat.find("<office:body").and_then(|body| properties::title(flat.get(..body)?));
        return Ok(Document { titles: title.into_iter().collect(), ..of_parts(&flat, &flat)? });
    }
    let mut archive = Archive::open(bytes, "odt")?;
    archive.limit(MAX_PARTS);
    if archive.part("META-INF/manifest.xml")?.is_some_and(|list| text(&list).contains(":encryption-data")) {
        return Err(ReadError::Encrypted);
    }
    let content = archive.part("content.xml")?.ok_or(ReadError::Broken("odt"))?;
    let styles = archive.part("styles.xml")?.unwrap_or_default();
    // A title is worth no error.
    let title = archive.part("meta.xml").ok().flatten().and_then(|meta| properties::title(&text(&meta)));
    Ok(Document { titles: title.into_iter().collect(), ..of_parts(&text(&content), &text(&styles))? })
}

fn of_parts(content: &str, common: &str) -> Result<Document, ReadError> {
    let mut styles = Styles::default();
    styles.add(common);
    styles.add(content);
    let mut steps = Steps::new(content);
    loop {
        match steps.next()? {
            steps::Step::Open("office:text", _) => {
                return story::lines("odt", &parse::story(steps, &styles)?);
            }
            steps::Step::Open("office:spreadsheet", _) => return sheets::read(steps, &styles),
            steps::Step::Open("office:presentation", _) => return Err(ReadError::Foreign(Foreign::Slides)),
            steps::Step::Open("office:drawing" | "office:chart" | "office:image", _) => {
                return Err(ReadError::Foreign(Foreign::OpenDocument));
            }
            steps::Step::End => return Err(ReadError::Broken("odt")),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
