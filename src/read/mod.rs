//! Documents to reports, by their labels.
//!
//! Owns: recognising a report in a document. Every format becomes one stream of blocks; in it the
//! headings of the sections and the labels of the form are found, and each label's values are taken. Where a row
//! has as many values as cells it is read as it stands; where it has not, all readings are made, and the
//! arithmetic of the form may choose among them. What is not settled stays missing and leaves a remark: never a
//! silent guess, never a silent zero.
//!
//! ```text
//! bytes ─format─▶ lines ─mend, several─▶ blocks of one report ─section─▶ stretches ─row, table─▶ cells
//!                                                                    └─narrative─▶ prose   who ─▶ agency, year
//! ```
//!
//! Its floors, each of which knows only those above it:
//!
//! | floor | does |
//! |---|---|
//! | `document` | what all share: lines and blocks with their places, errors, doubts, limits |
//! | `spelling` | one spelling for what is written in many: encodings, scripts, numbers, years |
//! | `format` | from bytes to lines, one file or folder per format; a new one is one row of a table there |
//! | `label` | the labels of the form, and which edition a document follows |
//! | `section` | where the six sections stand, and their prose |
//! | `row` | the rows of one table: labels, and the values of each |
//! | `mend` | rows that a page or a program took apart or put elsewhere |
//! | `table` | one table: its rows' values to cells, with a remark for everything that was not plain |
//! | `who` | who reports, and on which year |
//! | `recognise` | from blocks to one report |
//! | `several` | several reports in one document: one after the other, or two years side by side |
//! | [`map`] | reports that other programs have parsed already |
//!
//! Knows forms and reports; knows no rule, no journal and no screen.

mod document;
mod format;
mod label;
pub mod map;
mod mend;
mod recognise;
mod row;
mod section;
mod several;
mod spelling;
mod table;
mod who;

use std::path::Path;

use crate::base::digest::Sha256Sum;
use crate::report::{MAX_BYTES, Report, SafeText, Source};

use document::block::Block;
use mend::across;
use recognise::{Whole, fit, pictures};
use spelling::{radicals, script};

pub(crate) use document::Document;
#[cfg(test)]
pub(crate) use document::error::Foreign;
pub use document::error::ReadError;
#[cfg(test)]
pub(crate) use document::{Line, Mark, Picture};
pub(crate) use format::Format;

/// Reads a document; of several reports in it, the first. `name` is its file name, which also tells year and agency where
/// nothing else does.
///
/// # Errors
/// If it is too large, of an unknown format, or not recognisable as an annual report.
pub fn read(name: &str, bytes: &[u8]) -> Result<Report, ReadError> {
    // There is at least one.
    read_all(name, bytes)?.into_iter().next().ok_or(ReadError::NothingFound)
}

/// Reads all reports in a document: more than one where they stand one after the other.
///
/// # Errors
/// As for [`read`].
pub fn read_all(name: &str, bytes: &[u8]) -> Result<Vec<Report>, ReadError> {
    let document = document(name, bytes)?;
    let written = script::Written::of(name, &document);
    let (read_as, read_name) = written.as_ref().map_or((&document, name), |own| (&own.document, &own.name));
    let joined = across::joined(read_as);
    let read_as = joined.as_ref().unwrap_or(read_as);
    let (blocks, is_cut) = bounded(read_as.blocks());
    let reports = several::reports(Whole { name: read_name, document: read_as, is_cut, half: None }, blocks);
    let mut reports = reports.map_err(|error| pictures::explain(error, &document))?;
    let file = Path::new(name).file_name().and_then(|name| name.to_str()).unwrap_or(name);
    let source = Source {
        file: Some(SafeText::line(file)),
        sha256: Some(SafeText::line(&Sha256Sum::of(bytes).to_string())),
        format: Some(SafeText::line(document.format)),
        encoding: document.encoding.as_deref().map(SafeText::line),
    };
    for report in &mut reports {
        if let Some(written) = &written {
            written.restore(report);
        }
        report.narrative.source = Some(source.clone());
        fit::fit(report);
    }
    Ok(reports)
}

/// The lines of a document, read but not understood. `name` is its file name.
///
/// # Errors
/// If it is too large, broken, or of a format that cannot be read.
pub fn document(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    let mut document = format::read(name, bytes)?;
    let texts = document.lines.iter_mut().flat_map(|line| &mut line.fields).map(|field| &mut field.text);
    texts.chain(&mut document.titles).for_each(radicals::fold);
    Ok(document)
}

/// How many characters of a document are looked at: a report has some ten thousand.
const MAX_TEXT: usize = 1 << 21;

/// The blocks up to [`MAX_TEXT`], and whether there are more.
fn bounded<'a>(mut blocks: Vec<Block<'a>>) -> (Vec<Block<'a>>, bool) {
    let mut left = MAX_TEXT;
    let end = blocks.iter().position(|block| {
        let bytes: usize = block.fields.iter().map(|field| field.len()).sum();
        let fits = left.checked_sub(bytes.max(1));
        left = fits.unwrap_or(0);
        fits.is_none()
    });
    blocks.truncate(end.unwrap_or(blocks.len()));
    (blocks, end.is_some())
}

#[cfg(test)]
mod tests;
