//! From blocks to one report: tables, prose, who and which year, and a remark for everything that was not plain.

pub(super) mod fit;
mod partly;
pub(super) mod pictures;
pub(super) mod second;
mod zeros;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::form::Form;
use crate::read::document::Document;
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, Doubts, quote};
use crate::read::document::error::ReadError;
use crate::read::label::edition::Edition;
use crate::read::mend::astray;
use crate::read::section::{self, Sections, narrative};
use crate::read::spelling::normalise::key;
use crate::read::table::{self, Tables};
use crate::read::who::Surroundings;
use crate::report::{Agency, Cells, Head, Lean, Narrative, Report, SafeText, Section};

/// What the reports of a document have in common.
#[derive(Clone, Copy)]
pub(super) struct Whole<'a> {
    /// Path or name of the file.
    pub(crate) name: &'a str,
    pub(crate) document: &'a Document,
    /// Is there more in the document than is looked at?
    pub(crate) is_cut: bool,
    /// Which of two years side by side it is.
    pub(crate) half: Option<OfTwo>,
}

/// One of two years that stand side by side.
#[derive(Clone, Copy)]
pub(super) struct OfTwo {
    pub(crate) year: u16,
    pub(crate) beside: u16,
    /// Is it the report's own?
    pub(crate) is_first: bool,
}

/// From blocks to a report: the same for every format. `above` is the agency of the report before it in the document.
pub(super) fn recognise(
    whole: Whole<'_>,
    blocks: &[Block<'_>],
    above: Option<&str>,
    edition: Edition,
    sections: &Sections<'_>,
) -> Result<Report, ReadError> {
    let Whole { name, document, is_cut, half } = whole;
    let Edition { form, lexicon, mixed, .. } = edition;
    let gathered = astray::gather(form, lexicon, blocks, sections);
    let found = gathered.as_ref().map(|blocks| section::find(form, blocks));
    let sections = found.as_ref().unwrap_or(sections);
    let blocks = gathered.as_deref().unwrap_or(blocks);
    let first = sections.found.first().map_or(blocks.len(), |found| found.at);
    let who = Surroundings::new(name, document, blocks, first, above);
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
    if let Some((text, line)) = second::unread(blocks, sections) {
        doubts.add(Doubt::SecondReport, "", line, &[("text", &quote(&text))]);
    }
    if document.damaged > 0 {
        doubts.add(Doubt::BadBytes, "", 0, &[("count", &document.damaged)]);
    }
    if is_cut {
        let line = blocks.last().map_or(0, |block| block.line);
        doubts.add(Doubt::TooLong, "", line, &[]);
    }
    if let Some((other, labels)) = mixed {
        let text = quote(&labels.join("、"));
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
