//! A mapping to start from, out of the names that a file has.
//!
//! Every way to look at the file (`looks`: which rows are names, which objects are reports, which texts name rows) is tried,
//! and the one in which most cells of the form are found is written down (`write`). What could mean two things is left open.

mod fields;
mod looks;
mod view;
mod write;

use crate::form::Form;
use crate::read::ReadError;
use crate::words::Words;

use super::names::Names;
use super::problem::{MapError, MappingTrouble};
use super::source::{Content, Source};

use looks::Look;
use view::View;

/// So many records show what stands under a name, and so many are looked at for the names of cells in the end.
const LOOKED_AT: usize = 200;
const LONG: usize = 50_000;

/// By so many cells more an edition must fit if the reports are of years that have another one.
const OTHER_YEARS: usize = 6;
/// With so many cells found, the names are found, and the rows below them are data.
const ENOUGH: usize = 20;

/// What a file is thought to be.
struct Guess {
    form: &'static Form,
    look: Look,
    /// One, or one for each sheet of `look.sheets`.
    views: Vec<View>,
}

/// The text of a mapping for a file: what could be understood of its names, and the rest as comments.
///
/// # Errors
/// If it is no workbook, CSV or JSON that can be read.
pub fn guess(bytes: &[u8], words: &Words) -> Result<String, MapError> {
    let source = Source::open(bytes)?;
    let editions = Names::all();
    let mut best: Vec<(Score, usize, Look)> = Vec::new();
    for look in looks::all(&source, editions.first()) {
        if best.iter().any(|(score, _, other)| score.has_head && score.cells >= ENOUGH && look.is_below(other)) {
            continue;
        }
        let Some(records) = look.records(&source, LOOKED_AT) else { continue };
        for (edition, names) in editions.iter().enumerate() {
            let view = View::new(names, records.clone());
            let score = Score {
                has_head: view.has_head(),
                cells: view.understood().saturating_sub(if view.is_of_other_years(names.form()) {
                    OTHER_YEARS
                } else {
                    0
                }),
                has_agency: view.head.agency.is_some(),
                is_plain: look.plainness(view.is_numbered()),
                is_newest: edition == 0,
            };
            let same_sheet = best.iter_mut().find(|(_, known, other)| *known == edition && other.sheets == look.sheets);
            match same_sheet {
                Some(known) if known.0 >= score => {}
                Some(known) => *known = (score, edition, look.clone()),
                None => best.push((score, edition, look.clone())),
            }
        }
    }
    let Some((_, edition, look)) = best.iter().max_by(|a, b| a.0.cmp(&b.0)).cloned() else {
        return Err(match source.content {
            Content::Json(_) => MapError::Source(ReadError::TooLarge),
            Content::Sheets(_) => MapError::one(0, "header", MappingTrouble::NoHeader, None),
        });
    };
    let Some(names) = editions.get(edition) else { return Ok(String::new()) };
    let others = best.iter().filter(|(score, other, _)| *other == edition && score.has_agency && score.cells > 0);
    let look = looks::together(look, others.map(|(_, _, look)| look), &source, names);
    let views: Vec<View> =
        look.each().filter_map(|look| look.records(&source, LONG)).map(|records| View::new(names, records)).collect();
    Ok(Guess { form: names.form(), look, views }.write(names, words))
}

/// How much sense a look makes: the better, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    has_head: bool,
    cells: usize,
    has_agency: bool,
    is_plain: std::cmp::Reverse<usize>,
    is_newest: bool,
}
