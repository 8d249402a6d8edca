//! The mapping file: what its TOML says, checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::base::lines::LineStarts;
use crate::base::nearest::nearest;
use crate::form::{self, Cell, Form};

use super::problem::{MapError, MappingProblem, MappingTrouble};

type Text = Spanned<String>;

/// Where things stand in the files of another program.
#[derive(Debug)]
pub struct Mapping {
    pub(super) shape: Shape,
    pub(super) form: &'static Form,
    /// The sheets of a workbook that are read, together; none for the fullest.
    pub(super) sheets: Vec<Named>,
    /// Names stand in the first columns and not in rows.
    pub(super) turned: bool,
    /// The rows (columns, in a turned table) with the names, from 1, first and last.
    pub(super) header: Option<(usize, usize)>,
    /// JSON: where the objects are.
    pub(super) items: Option<Named>,
    /// JSON: keys whose texts stand in a path instead of an object's number in its array.
    pub(super) labels: Vec<Named>,
    pub(super) agency: Named,
    pub(super) year: Year,
    pub(super) region: Vec<Named>,
    pub(super) level: Option<Named>,
    pub(super) title: Option<Named>,
    /// Our cells, and how they are named there.
    pub(super) cells: Vec<(Cell, Named)>,
    /// Our sections by number, and how they are named there.
    pub(super) sections: Vec<(u8, Named)>,
    /// `long`: what names the cell (joined where there are several), and what holds its value. Of several, each one's own
    /// name is the last part of the cell's.
    pub(super) long: Option<(Vec<Named>, Vec<Named>)>,
}

/// A name in the other program's file, and the line of the mapping where it stands.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(crate) name: String,
    pub(crate) line: usize,
}

/// The year of all reports, or where it stands.
#[derive(Debug)]
pub(super) enum Year {
    Always(u16),
    In(Named),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Wide,
    Long,
    /// An object a report.
    Json,
}

/// What the shapes are called in the file.
pub(super) const SHAPES: [(&str, Shape); 3] = [("wide", Shape::Wide), ("long", Shape::Long), ("json", Shape::Json)];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    shape: Text,
    form: Option<Text>,
    sheet: Option<Spanned<OneOrMore>>,
    #[serde(default)]
    turned: bool,
    header: Option<Spanned<Header>>,
    items: Option<Text>,
    label: Option<Spanned<OneOrMore>>,
    report: Spanned<ReportData>,
    #[serde(default)]
    cells: BTreeMap<Text, Spanned<OneOrMore>>,
    #[serde(default)]
    sections: BTreeMap<Text, Text>,
    long: Option<LongData>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Header {
    Row(usize),
    Rows([usize; 2]),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportData {
    agency: Text,
    year: Spanned<YearData>,
    region: Option<Spanned<OneOrMore>>,
    level: Option<Text>,
    title: Option<Text>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum YearData {
    Always(u16),
    In(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LongData {
    cell: Spanned<OneOrMore>,
    value: Spanned<OneOrMore>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// So many rows of names at most.
const MAX_HEADER: usize = 8;
/// For so many unknown cells it is said which one may be meant: whoever has more of them has another file in hand.
const WITH_NEAREST: usize = 64;

impl Mapping {
    /// The mapping that a TOML text says.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its line.
    pub fn from_toml(text: &str) -> Result<Self, MapError> {
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(0, |span| LineStarts::of(text).line(span.start));
            MapError::one(line, "TOML", MappingTrouble::Toml(error.message().into()), None)
        })?;
        let mut checker = Checker { lines: LineStarts::of(text), problems: Vec::new() };
        let mapping = checker.mapping(file);
        checker.problems.sort_by_key(|problem| problem.line);
        match mapping {
            Some(mapping) if checker.problems.is_empty() => Ok(mapping),
            _ => Err(MapError::Problems(checker.problems)),
        }
    }
}

struct Checker {
    lines: LineStarts,
    problems: Vec<MappingProblem>,
}

impl Checker {
    fn mapping(&mut self, file: File) -> Option<Mapping> {
        let shape = SHAPES.into_iter().find(|(name, _)| name == file.shape.as_ref()).map(|(_, shape)| shape);
        if shape.is_none() {
            self.problem(
                &file.shape,
                MappingTrouble::NoShape,
                nearest(file.shape.as_ref(), SHAPES.map(|(name, _)| name)),
            );
        }
        let form = self.form(file.form.as_ref())?;
        let ids: Vec<&str> = form.cells().map(|cell| form.id(cell)).collect();
        let mut cells = Vec::new();
        for (id, name) in file.cells {
            match form.cell(id.as_ref()) {
                Some(cell) => cells.extend(self.several(name).into_iter().map(|name| (cell, name))),
                None => {
                    let near = (self.problems.len() < WITH_NEAREST).then(|| nearest(id.as_ref(), ids.iter().copied()));
                    self.problem(&id, MappingTrouble::NoCell, near.flatten());
                }
            }
        }
        let mut sections = Vec::new();
        for (number, name) in file.sections {
            match number.as_ref().parse::<u8>().ok().filter(|number| form.sections.iter().any(|s| s.number == *number))
            {
                Some(number) => sections.push((number, self.named(name))),
                None => self.problem(&number, MappingTrouble::NoSection, None),
            }
        }
        let header = file.header.and_then(|header| self.header(&header));
        let shape = shape?;
        if shape == Shape::Long && file.long.is_none() {
            self.problem(&Spanned::new(file.report.span(), "[long]".to_owned()), MappingTrouble::Missing, None);
        }
        let report_line = file.report.span().start;
        let report = file.report.into_inner();
        let year_at = report.year.span();
        let year = match report.year.into_inner() {
            YearData::Always(year) if (2000..2100).contains(&year) => Year::Always(year),
            YearData::Always(year) => {
                self.problem(&Spanned::new(year_at, year.to_string()), MappingTrouble::BadYear, None);
                return None;
            }
            YearData::In(name) => Year::In(Named { name, line: self.lines.line(year_at.start.max(report_line)) }),
        };
        Some(Mapping {
            shape,
            form,
            sheets: file.sheet.map(|names| self.several(names)).unwrap_or_default(),
            turned: file.turned,
            header,
            items: file.items.map(|items| self.named(items)),
            labels: file.label.map(|names| self.several(names)).unwrap_or_default(),
            agency: self.named(report.agency),
            year,
            region: report.region.map(|region| self.several(region)).unwrap_or_default(),
            level: report.level.map(|name| self.named(name)),
            title: report.title.map(|name| self.named(name)),
            cells,
            sections,
            long: file.long.map(|long| (self.several(long.cell), self.several(long.value))),
        })
    }

    fn form(&mut self, edition: Option<&Text>) -> Option<&'static Form> {
        let Some(edition) = edition else { return Some(form::newest()) };
        let found = form::edition(edition.as_ref());
        if found.is_none() {
            let editions = form::editions().iter().map(|form| &*form.edition);
            self.problem(edition, MappingTrouble::NoForm, nearest(edition.as_ref(), editions));
        }
        found
    }

    fn header(&mut self, header: &Spanned<Header>) -> Option<(usize, usize)> {
        let rows = match header.as_ref() {
            Header::Row(row) => (*row, *row),
            Header::Rows([first, last]) => (*first, *last),
        };
        let fits = rows.0 >= 1 && rows.0 <= rows.1 && rows.1 - rows.0 < MAX_HEADER;
        if !fits {
            self.problem(&Spanned::new(header.span(), "header".to_owned()), MappingTrouble::NoHeader, None);
        }
        fits.then_some(rows)
    }

    fn named(&self, text: Text) -> Named {
        let line = self.lines.line(text.span().start);
        Named { name: text.into_inner(), line }
    }

    fn several(&self, texts: Spanned<OneOrMore>) -> Vec<Named> {
        let line = self.lines.line(texts.span().start);
        let names = match texts.into_inner() {
            OneOrMore::One(name) => vec![name],
            OneOrMore::More(names) => names,
        };
        names.into_iter().map(|name| Named { name, line }).collect()
    }

    fn problem(&mut self, at: &Text, what: MappingTrouble, nearest: Option<Box<str>>) {
        let line = self.lines.line(at.span().start);
        self.problems.push(MappingProblem { line, key: at.as_ref().as_str().into(), what, nearest });
    }
}
