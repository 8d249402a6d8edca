//! Documents to reports, by their labels.
//!
//! Owns: recognising a report in a document. Every format becomes one stream of blocks (`block`); in it the
//! headings of the sections and the labels of the form are found, and each label's values are taken. Where a row
//! has as many values as cells it is read as it stands; where it has not, all readings are made, and the
//! arithmetic of the form may choose among them. What is not settled stays missing and leaves a remark: never a
//! silent guess, never a silent zero.
//!
//! ```text
//! bytes ─format─▶ lines ─block─▶ blocks ─sections─▶ stretches ─stream, labels, align─▶ labels at their places
//!                                                            ─slots, settle─▶ cells   ─narrative─▶ prose
//! ```
//!
//! Knows forms and reports; knows no rule, no journal and no screen.

mod across;
mod align;
mod astray;
mod beside;
mod block;
mod chain;
mod decode;
mod document;
mod doubt;
mod edition;
mod error;
mod fit;
mod format;
mod heading;
mod identity;
mod labels;
pub mod map;
mod narrative;
mod normalise;
mod partly;
mod pictures;
mod radicals;
mod script;
mod sections;
mod settle;
mod several;
mod slots;
mod stream;
mod table;
mod title;
mod unroll;
mod who;
mod wrapped;
mod zeros;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::form::Form;
use crate::report::{Agency, Cells, Head, Lean, MAX_BYTES, Narrative, Report, SafeText, Section, Source};

use block::Block;
use doubt::Doubts;
use edition::Edition;
use normalise::key;
use sections::Sections;
use several::Whole;
use table::Tables;
use who::Told;

pub use document::{Document, Field, Line, Mark, Partly, Picture, Why};
pub use doubt::Doubt;
pub use error::{Foreign, PicturePlace, ReadError};
pub use format::Format;

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
        sha256: Some(SafeText::line(&hex(&Sha256::digest(bytes)))),
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

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
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

/// From blocks to a report: the same for every format. `above` is the agency of the report before it in the document.
fn recognise(
    whole: Whole<'_>,
    blocks: &[Block<'_>],
    above: Option<&str>,
    edition: Edition,
    sections: &Sections<'_>,
) -> Result<Report, ReadError> {
    let Whole { name, document, is_cut, half } = whole;
    let Edition { form, lexicon, mixed, .. } = edition;
    let gathered = astray::gather(form, lexicon, blocks, sections);
    let found = gathered.as_ref().map(|blocks| sections::find(form, blocks));
    let sections = found.as_ref().unwrap_or(sections);
    let blocks = gathered.as_deref().unwrap_or(blocks);
    let first = sections.found.first().map_or(blocks.len(), |found| found.at);
    let who = Told::new(name, document, blocks, first, above);
    let mut tables = Tables {
        form,
        lexicon,
        blocks,
        pictures: &document.pictures,
        title: key(&who.title.text),
        cells: Cells::missing(form),
        origins: BTreeMap::new(),
        doubts: Doubts::default(),
        ahead: table::Ahead::default(),
        has_values: false,
    };
    let used = read_tables(&mut tables, sections);
    if !tables.has_values {
        return Err(ReadError::NothingFound);
    }
    let Tables { mut cells, origins, mut doubts, .. } = tables;
    zeros::apply(form, blocks, &mut cells, &mut doubts);
    // The text speaks of the report's own year: of two years side by side it is the first one's.
    let is_other = half.is_some_and(|half| !half.is_first);
    let mut untold = Doubts::default();
    let of_sections = if is_other { &mut untold } else { &mut doubts };
    let mut sections_read = read_sections(form, blocks, sections, &used, of_sections);
    let first_text = sections_read.first().map_or("", |section| section.text.as_str());
    let before = blocks.get(..sections.found.first().map_or(0, |found| found.body.end)).unwrap_or_default();
    let year = match half {
        Some(half) if is_other => half.year,
        _ => who.year(before, first_text, &mut doubts)?,
    };
    if half.is_some_and(|half| half.year != year) {
        return Err(ReadError::NoYear);
    }
    let agency = who.agency(first_text, &mut doubts);
    if let Some(half) = half.filter(|half| !half.is_first) {
        doubts.add(Doubt::SideBySide, "", 0, &[("year", &half.year), ("other", &half.beside)]);
        sections_read.clear();
    }
    if let Some((text, line)) = several::unread(blocks, sections) {
        doubts.add(Doubt::SecondReport, "", line, &[("text", &doubt::quote(&text))]);
    }
    if document.damaged > 0 {
        doubts.add(Doubt::BadBytes, "", 0, &[("count", &document.damaged)]);
    }
    if is_cut {
        let line = blocks.last().map_or(0, |block| block.line);
        doubts.add(Doubt::TooLong, "", line, &[]);
    }
    if let Some((other, labels)) = mixed {
        let text = doubt::quote(&labels.join("、"));
        doubts.add(Doubt::MixedForms, "", 0, &[("form", &form.edition), ("other", &other), ("text", &text)]);
    }
    partly::remark(document, &mut doubts);
    pictures::remark(document, (blocks, &sections.found), (form, &cells), &mut doubts);
    let remarks = doubts.into_remarks(blocks);
    for remark in remarks.iter().filter(|remark| remark.doubts_value()) {
        if let Some(cell) = remark.cell.as_deref().and_then(|id| form.cell(id)) {
            cells.doubt(cell);
        }
    }
    let agency = Agency::of_name(&agency);
    let head = Head { agency, year, version: None };
    let preface = sections.found.first().filter(|_| !is_other).and_then(|found| {
        let text = narrative::preface(blocks, found.at, narrative::wrap_width(blocks))?;
        Some(SafeText::lines(&text))
    });
    let narrative = Narrative {
        preface,
        title: (!is_other && !who.title.text.is_empty()).then(|| SafeText::line(&who.title.text)),
        sections: sections_read,
        origins,
        remarks,
        ..Narrative::default()
    };
    let causes = narrative.remarks.iter().filter(|remark| !remark.again).count();
    let remarks = u32::try_from(causes).unwrap_or(u32::MAX);
    Ok(Report { lean: Lean { head, form, cells, remarks }, narrative })
}

/// Reads every table from the section it belongs to, or, where its heading is missing, from between those found.
fn read_tables(tables: &mut Tables<'_>, sections: &Sections<'_>) -> Vec<Range<usize>> {
    let form = tables.form;
    let end = sections.second.unwrap_or(tables.blocks.len());
    let mut used = Vec::new();
    for (index, table) in form.tables.iter().enumerate() {
        let Some(own) = form.sections.iter().position(|section| section.number == table.section) else { continue };
        let before = sections.found.iter().rev().find(|found| found.section <= own);
        let after = sections.found.iter().find(|found| found.section > own);
        let region = before.map_or(0, |found| found.body.start)..after.map_or(end, |found| found.at);
        let sure = before.is_some_and(|found| found.section == own);
        let region = if sure { region } else { tables.without_others(index, region) };
        let next = next_section(form, sections, own, end).filter(|next| next.start >= region.end);
        match tables.read(index, region.clone(), sure, next) {
            Some(range) => used.push(range),
            None => {
                let block = tables.blocks.get(before.map_or(0, |found| found.at)).filter(|_| sure);
                let line = block.map_or(0, |block| block.line);
                // Each of its cells lacks a value.
                let ids = form.cells_of(index).map(|cell| (form.id(cell), line));
                tables.doubts.add_cells(Doubt::TableNotFound, ids, &[("table", &table.numeral)]);
            }
        }
    }
    used
}

/// The body of the section right behind one.
fn next_section(form: &Form, sections: &Sections<'_>, own: usize, end: usize) -> Option<Range<usize>> {
    let at = sections.found.iter().position(|found| found.section == own + 1)?;
    let body = sections.found.get(at)?.body.clone();
    (own + 1 < form.sections.len() && body.start < end).then_some(body)
}

fn read_sections(
    form: &Form,
    blocks: &[Block<'_>],
    sections: &Sections<'_>,
    tables: &[Range<usize>],
    doubts: &mut Doubts,
) -> Vec<Section> {
    let width = narrative::wrap_width(blocks);
    let mut read = Vec::new();
    for (index, section) in form.sections.iter().enumerate() {
        let Some(found) = sections.found.iter().find(|found| found.section == index) else {
            let name = format!("{}、{}", section.numeral, section.label.zh);
            doubts.add(Doubt::SectionNotFound, "", 0, &[("section", &name)]);
            continue;
        };
        let text = narrative::text(blocks, found.body.clone(), tables, found.rest, width);
        read.push(Section {
            number: section.number,
            heading: SafeText::line(&found.heading),
            text: SafeText::lines(&text),
        });
    }
    read
}

#[cfg(test)]
mod tests;
