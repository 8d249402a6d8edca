//! Sample data: an invented region whose reports are right in every number, except where a slip was planted.
//!
//! Owns: the generator (same options, same bytes, for ever), the truth beside it (which rule is violated where, and
//! what should stand there), and the data embedded in the program for `gouji demo`. Tests make that data anew, with
//! reports as raw documents in the layouts that offices really send: `collection`, which is not in the program.
//! Everything about tables follows from the form: labels, cells and equations are read from it. Knows forms and
//! reports; knows no rule, no reader and no screen.

#[cfg(test)]
mod collection;
mod different;
mod disk;
mod figures;
mod hand;
mod kind;
mod phrases;
mod problems;
mod prose;
mod quiet;
mod random;
mod region;
mod slip;
mod solve;
mod truth;

use std::ops::RangeInclusive;

use crate::form::{self, Form};
use crate::report::{Agency, Cells, Head, Lean, Narrative, Report, SafeText};

use figures::Agency as Figures;
use quiet::Quiet;
use random::Random;
use region::Office;
use slip::Slip;

#[cfg(test)]
pub(crate) use disk::embedded_truth;
pub use disk::{generate_lines, generate_to};
pub(crate) use disk::{practice_to, write_to};
pub(crate) use slip::SlipKind;
#[cfg(test)]
pub(crate) use truth::to_lines;
pub(crate) use truth::{Planted, from_lines};

/// What to generate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleOptions {
    /// The same seed gives the same reports.
    pub seed: u64,
    /// How many reports, all years together.
    pub count: u64,
    /// The years each agency reports on.
    pub years: RangeInclusive<u16>,
    /// How many of a thousand reports get a slip.
    pub slips_per_thousand: u32,
    pub texts: Likeness,
}

/// How the texts of different reports are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Likeness {
    /// Put together from the same sentences.
    #[default]
    Alike,
    /// No two are alike; such texts are for measuring, not for reading.
    Different,
}

impl Default for SampleOptions {
    fn default() -> Self {
        Self { seed: 1, count: 1000, years: 2024..=2025, slips_per_thousand: 150, texts: Likeness::Alike }
    }
}

/// One report and what is known to be wrong with it.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The report's id: its path without `.json`, spread over folders of a thousand.
    pub id: String,
    pub report: Report,
    /// Every fault in it; empty for a report in order.
    pub(crate) truth: Vec<Planted>,
}

/// The reports, agency by agency, for each the years in order.
pub fn generate(options: &SampleOptions) -> impl Iterator<Item = Generated> + use<> {
    let options = options.clone();
    let count = usize::try_from(options.count).unwrap_or(usize::MAX);
    (0..agencies(&options)).flat_map(move |agency| of_agency(&options, agency)).take(count)
}

/// How many agencies are needed.
fn agencies(options: &SampleOptions) -> usize {
    let years = u64::try_from(options.years.len()).unwrap_or(1).max(1);
    usize::try_from(options.count.div_ceil(years)).unwrap_or(usize::MAX)
}

/// The reports of one agency, independent of all others.
fn of_agency(options: &SampleOptions, agency: usize) -> Vec<Generated> {
    let years = options.years.len();
    let drafts = history(options.seed, agency, options.years.clone());
    drafts
        .into_iter()
        .enumerate()
        .map(|(index, mut draft)| {
            let number = agency * years + index;
            let random = &mut Random::new(options.seed ^ 0x51_1B, u64::try_from(number).unwrap_or_default());
            if random.chance(options.slips_per_thousand.into(), 1000) {
                let slips = if random.chance(1, 6) { 2 } else { 1 };
                (0..slips).for_each(|_| draft.slip(random));
            }
            if options.texts == Likeness::Different {
                different::make(&mut draft.sections, random);
            }
            let id = format!("{}/{}-{}", folder(number / PER_FOLDER), draft.office.code, draft.year);
            draft.finish(id, None)
        })
        .collect()
}

/// How many reports a folder holds.
const PER_FOLDER: usize = 1000;

fn folder(number: usize) -> String {
    format!("{number:04}")
}

/// One report before it is written out: its numbers, the prose about them, and the slips made in it.
#[derive(Debug, Clone)]
struct Draft {
    form: &'static Form,
    office: Office,
    year: u16,
    title: String,
    cells: Cells,
    sections: Vec<crate::report::Section>,
    /// What slips must not disturb.
    quiet: Quiet,
    slips: Vec<Slip>,
    /// The rules that a fault planted by hand violates.
    marks: Vec<&'static str>,
    /// Left to the hand: nothing is planted by chance.
    #[cfg_attr(not(test), expect(dead_code, reason = "the collection is made by a test"))]
    by_hand: bool,
}

/// The reports of one agency over the years, all in order.
fn history(seed: u64, agency: usize, years: RangeInclusive<u16>) -> Vec<Draft> {
    let form = form::embedded();
    let office = region::office(agency);
    let random = &mut Random::new(seed, u64::try_from(agency).unwrap_or_default());
    let mut figures = Figures::new(form, &office, random);
    let (first, last) = (*years.start(), *years.end());
    years
        .map(|year| {
            let cells = figures.next_year(year, random);
            let prose::Prose { sections, spoken } = prose::write(form, &office, year, &cells, random);
            let is_town = matches!(office.level, "town" | "subdistrict");
            let quiet = Quiet { spoken, has_before: year > first, has_after: year < last, is_town };
            Draft {
                form,
                office: office.clone(),
                year,
                title: format!("{}{year}年政府信息公开工作年度报告", office.name),
                cells,
                sections,
                quiet,
                slips: Vec::new(),
                marks: Vec::new(),
                by_hand: false,
            }
        })
        .collect()
}

impl Draft {
    /// Makes one slip, of whatever kind.
    fn slip(&mut self, random: &mut Random) {
        let rules = slip::rules(self.form);
        if let Some((rule, _)) = random.pick(&rules) {
            self.violate(rule, None, random);
        }
    }

    /// Makes a slip that violates a rule, of a kind if one is asked for.
    fn violate(&mut self, rule: &str, kind: Option<SlipKind>, random: &mut Random) {
        let mut cells = self.cells.clone();
        let Some(slip) = slip::plant(self.form, &mut cells, rule, kind, &self.quiet, random) else { return };
        // A cell slips once, so that the truth about it is what stood there before.
        if slip.changes.iter().all(|change| self.slips.iter().all(|other| !other.touches(&change.cell))) {
            self.cells = cells;
            self.slips.push(slip);
        }
    }

    fn finish(self, id: String, version: Option<u32>) -> Generated {
        let Self { form, office, year, title, cells, sections, slips, marks, .. } = self;
        let mut truth = truth::truth(form, &cells, &slips, (&id, &office.name, year));
        truth.extend(marks.into_iter().map(|rule| truth::marked(rule, (&id, &office.name, year))));
        let agency = Agency {
            name: SafeText::line(&office.name),
            region: office.region.iter().map(|part| SafeText::line(part)).collect(),
            level: Some(office.level.into()),
            read_as: None,
        };
        let lean = Lean { head: Head { agency, year, version }, form, cells, remarks: 0 };
        let narrative = Narrative { title: Some(SafeText::line(&title)), sections, ..Narrative::default() };
        Generated { id, report: Report { lean, narrative }, truth }
    }
}

#[cfg(test)]
mod tests;
