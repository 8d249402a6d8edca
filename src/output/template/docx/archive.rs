//! The parts of a docx, within bounds; and the same packed again with some of them replaced.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::Arc;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::output::template::error::{TemplateError, TemplateTrouble};
use crate::report::SafeText;

/// A document with more parts is none.
const MAX_PARTS: usize = 4096;
/// All parts together, unpacked; what an entry says of its own size is not believed.
const MAX_UNPACKED: u64 = 128 << 20;
/// A part that is text.
const MAX_TEXT: usize = 16 << 20;

/// A document as it was given.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Arc<[u8]>>>,
}

/// The parts that have text of the page: `word/document.xml`, headers, footers, notes.
fn has_text(name: &str) -> bool {
    let Some(stem) = name.strip_prefix("word/").and_then(|name| name.strip_suffix(".xml")) else { return false };
    let kinds = ["document", "header", "footer", "footnotes", "endnotes"];
    kinds.iter().any(|kind| stem.strip_prefix(kind).is_some_and(|rest| rest.bytes().all(|it| it.is_ascii_digit())))
}

fn no_docx() -> TemplateError {
    TemplateError::new(TemplateTrouble::NotDocx)
}

impl Archive {
    /// Opens it; the parts with text are given by their names.
    pub(super) fn open(bytes: &[u8]) -> Result<(Self, Vec<(String, String)>), TemplateError> {
        let mut zip = ZipArchive::new(Cursor::new(Arc::from(bytes))).map_err(|_| no_docx())?;
        if zip.len() > MAX_PARTS {
            return Err(TemplateError::new(TemplateTrouble::Bomb));
        }
        let (mut left, mut parts, mut is_typed) = (MAX_UNPACKED, Vec::new(), false);
        for index in 0..zip.len() {
            let entry = zip.by_index(index).map_err(|_| no_docx())?;
            let name = entry.name().map_err(|_| no_docx())?.into_owned();
            let mut part = Vec::new();
            entry.take(left + 1).read_to_end(&mut part).map_err(|_| no_docx())?;
            let bomb = || TemplateError::new(TemplateTrouble::Bomb);
            left = left.checked_sub(part.len() as u64).ok_or_else(bomb)?;
            is_typed |= name == "[Content_Types].xml";
            if has_text(&name) {
                if part.len() > MAX_TEXT {
                    return Err(bomb());
                }
                let broken = |_| TemplateError::new(TemplateTrouble::BrokenXml(SafeText::line(&name)));
                parts.push((name.clone(), String::from_utf8(part).map_err(broken)?));
            }
        }
        if !is_typed || !parts.iter().any(|(name, _)| name == "word/document.xml") {
            return Err(no_docx());
        }
        Ok((Self { zip }, parts))
    }

    /// Packed again, with these parts in the place of those of their names.
    pub(super) fn with(&self, parts: &[(&str, String)]) -> Result<Vec<u8>, TemplateError> {
        let mut zip = self.zip.clone();
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let mut pack = || -> zip::result::ZipResult<()> {
            for index in 0..zip.len() {
                let entry = zip.by_index_raw(index)?;
                let name = entry.name()?.into_owned();
                match parts.iter().find(|(replaced, _)| *replaced == name) {
                    Some((_, text)) => {
                        out.start_file(name, SimpleFileOptions::default())?;
                        out.write_all(text.as_bytes())?;
                    }
                    None => out.raw_copy_file(entry)?,
                }
            }
            Ok(())
        };
        pack().map_err(|_| no_docx())?;
        out.finish().map(Cursor::into_inner).map_err(|_| no_docx())
    }
}
