//! Several reports in one document, one after the other: each is read as if it were alone.
//!
//! Where the headings begin anew another report may begin, or only a part of the same one. They are two only if a table
//! stands in both, and they are not the same twice. Two years side by side are two as well (`beside`).

mod beside;

use crate::read::document::block::Block;
use crate::read::document::doubt::Doubts;
use crate::read::document::error::ReadError;
use crate::read::label::edition::{self, Edition};
use crate::read::mend::unroll::Unroller;
use crate::read::recognise::{OfTwo, Whole, recognise, second};
use crate::read::section::{self, Sections, narrative};
use crate::read::who::Surroundings;
use crate::report::{Report, Value};

use beside::Halves;

/// A document with more reports than this is a collection that has to be taken apart first.
const MAX: usize = 16;

/// The reports in these blocks, at least one.
///
/// # Errors
/// As for [`crate::read::read`].
pub(super) fn reports(whole: Whole<'_>, blocks: Vec<Block<'_>>) -> Result<Vec<Report>, ReadError> {
    let edition = edition::choose(&blocks);
    if !edition.any_row {
        return Err(ReadError::NothingFound);
    }
    let unroller = Unroller::new(edition.form, edition.lexicon);
    if let Some(two) = side_by_side(whole, &blocks, &edition, &unroller) {
        return Ok(two);
    }
    let blocks = unroller.unroll(blocks);
    let mut chosen = Some(edition);
    let mut found: Vec<Report> = Vec::new();
    let mut rest = &*blocks;
    loop {
        let above = found.last().map(|report| report.lean.head.agency.name.to_string());
        let edition = chosen.take().unwrap_or_else(|| edition::choose(rest));
        let sections = section::find(edition.form, rest);
        let two = second::begin(rest, &sections).filter(|_| found.len() + 1 < MAX);
        let two = two.and_then(|at| rest.split_at_checked(at)).and_then(|(own, others)| {
            let own = alone(Whole { is_cut: false, ..whole }, own, above.as_deref()).ok()?;
            let next = alone(whole, others, Some(own.lean.head.agency.name.as_str())).ok()?;
            are_two(&own, &next).then_some((own, others))
        });
        match two {
            Some((own, others)) => {
                found.push(own);
                rest = others;
            }
            None => {
                found.push(recognise(whole, rest, above.as_deref(), edition, &sections)?);
                return Ok(found);
            }
        }
    }
}

/// The reports of two years side by side, if there are two.
fn side_by_side(
    whole: Whole<'_>,
    blocks: &[Block<'_>],
    edition: &Edition,
    unroller: &Unroller<'_>,
) -> Option<Vec<Report>> {
    let told = |sections: &Sections<'_>| year_of(whole, blocks, sections);
    let Halves { halves: [one, other] } = beside::halves(edition.form, edition.lexicon, blocks, told)?;
    let years = [(one.year, other.year, true), (other.year, one.year, false)];
    let mut found = Vec::new();
    for (half, (year, beside, is_first)) in [one, other].into_iter().zip(years) {
        let half_of = Whole { half: Some(OfTwo { year, beside, is_first }), ..whole };
        found.push(alone(half_of, &unroller.unroll(half.blocks), None).ok()?);
    }
    Some(found)
}

/// The year of a document that has not been cut yet.
fn year_of(whole: Whole<'_>, blocks: &[Block<'_>], sections: &Sections<'_>) -> Option<u16> {
    let first = sections.found.first();
    let who = Surroundings::new(whole.name, whole.document, blocks, first.map_or(blocks.len(), |found| found.at), None);
    let before = blocks.get(..first.map_or(0, |found| found.body.end)).unwrap_or_default();
    let own = sections.found.iter().min_by_key(|found| found.section);
    let width = narrative::wrap_width(blocks);
    let text =
        own.map_or_else(String::new, |found| narrative::text(blocks, found.body.clone(), &[], found.rest, width));
    who.year(before, &text, &mut Doubts::default()).ok()
}

/// The first report in these blocks, whatever follows it.
fn alone(whole: Whole<'_>, blocks: &[Block<'_>], above: Option<&str>) -> Result<Report, ReadError> {
    let edition = edition::choose(blocks);
    if !edition.any_row {
        return Err(ReadError::NothingFound);
    }
    let sections = section::find(edition.form, blocks);
    recognise(whole, blocks, above, edition, &sections)
}

/// Does a table stand in both, with other values or for another year or agency?
fn are_two(one: &Report, other: &Report) -> bool {
    let form = one.lean.form;
    let has = |report: &Report, id: &str| {
        let form = report.lean.form;
        form.cells().any(|cell| form.id(cell).starts_with(id) && !matches!(report.lean.cells.get(cell), Value::Missing))
    };
    let mut both = form.tables.iter().map(|table| format!("{}/", table.id)).filter(|id| has(one, id) && has(other, id));
    let others = |id: &str| {
        let mut cells = form.cells().filter(|cell| form.id(*cell).starts_with(id));
        cells.any(|cell| one.lean.cells.get(cell) != other.lean.cells.get(cell))
    };
    let is_same_form = form.edition == other.lean.form.edition;
    let is_same_head = one.lean.head == other.lean.head;
    both.any(|id| !is_same_head || !is_same_form || others(&id))
}
