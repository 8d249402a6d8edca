//! `gouji export`: what a review has come to, as a workbook, or one table of it.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write as _};
use std::path::Path;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::journal::When;
use crate::output::export::{self, Export, ExportTable};
use crate::output::sheet::{Book, OutSheet, RowSink, TooMany, write_csv, write_jsonl};
use crate::output::write::{CannotWrite, must_be_writable, write_file_by};
use crate::report::SafeText;
use crate::words::Lang;

use super::args::{ExportArgs, SeasonArgs};
use super::circular::said;
use super::interrupt::Interrupt;
use super::outcome::{Done, Failure, Outcome, complain, output};
use super::season;
use super::settings::Settings;

/// What a file of tables is, by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TableFormat {
    Xlsx,
    Csv,
    JsonLines,
}

impl TableFormat {
    pub(crate) fn of_name(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            "jsonl" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

impl ValueEnum for ExportTable {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

/// Writes one file.
pub(super) fn run(args: &ExportArgs, settings: &Settings, lang: Lang) -> Outcome {
    let words = lang.words();
    super::given::must_exist(&args.dir, lang)?;
    let name = SafeText::path(&args.to);
    let format = TableFormat::of_name(&args.to).ok_or_else(|| Failure::new(words.export.ending(&name)))?;
    if format == TableFormat::Xlsx && args.what.is_some() {
        return Err(Failure::new(words.export.what_in_a_workbook()));
    }
    let date = args.date.as_deref().map(|text| season::date(text, lang)).transpose()?;
    must_be_writable(&args.to, &args.dir, args.force).map_err(|error| said(&error, lang))?;
    let opened = match season::open(&args.dir, &args.season, settings, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    let years: Vec<String> = opened.years.iter().map(u16::to_string).collect();
    let export = Export {
        season: &opened.season,
        lang,
        date: date.unwrap_or_else(|| When::now().date()),
        years: years.join(words.season.separator()),
        filter: asked(&args.season),
        for_agencies: args.for_agencies,
        names_reviewers: !args.no_reviewers,
    };
    let sheets = match format {
        TableFormat::Xlsx => export::book(&export),
        TableFormat::Csv | TableFormat::JsonLines => {
            vec![export::table(&export, args.what.unwrap_or(ExportTable::Findings))]
        }
    };
    let to =
        Destination { path: &args.to, reports: &args.dir, force: args.force, title: export.title(), date: export.date };
    let Some(rows) = to.write(format, sheets, &opened.interrupt, lang)? else {
        complain(words.season.stopped_before());
        return Ok(Done::Ended(opened.interrupt.code().unwrap_or(1)));
    };
    let text = match (format, rows.as_slice()) {
        (TableFormat::Xlsx, [_, findings, ..]) => {
            words.export.written(&name, opened.season.submissions.len(), findings)
        }
        (_, rows) => words.export.rows_written(&name, rows.iter().sum::<usize>()),
    };
    let mut out = output();
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(Done::Fine)
}

/// The filters as they were given.
pub(super) fn asked(args: &SeasonArgs) -> String {
    let kinds: [(&str, &[String]); 4] = [
        ("--region", &args.regions),
        ("--status", &args.statuses),
        ("--rule", &args.rule_names),
        ("--reviewer", &args.reviewers),
    ];
    let parts = kinds.into_iter().filter(|(_, values)| !values.is_empty());
    let parts: Vec<String> = parts.map(|(name, values)| format!("{name} {}", values.join(","))).collect();
    SafeText::line(&parts.join(" ")).to_string()
}

/// Where tables go.
pub(super) struct Destination<'a> {
    pub(crate) path: &'a Path,
    pub(crate) reports: &'a Path,
    pub(crate) force: bool,
    pub(crate) title: String,
    pub(crate) date: jiff::civil::Date,
}

impl Destination<'_> {
    /// Writes the file; how many rows each table has, or nothing where it was stopped.
    pub(crate) fn write(
        &self,
        format: TableFormat,
        sheets: Vec<OutSheet<'_>>,
        interrupt: &Interrupt,
        lang: Lang,
    ) -> Result<Option<Vec<usize>>, Failure> {
        let sheets: Vec<OutSheet<'_>> = sheets.into_iter().map(|sheet| stoppable(sheet, interrupt)).collect();
        let mut divided = Vec::new();
        let written = write_file_by(self.path, self.reports, self.force, |file| match format {
            TableFormat::Xlsx => self.book(file, &sheets, &mut divided),
            TableFormat::Csv | TableFormat::JsonLines => {
                let mut out = BufWriter::new(file);
                let write = if format == TableFormat::Csv { write_csv } else { write_jsonl };
                let counts = sheets.iter().map(|sheet| write(&mut out, sheet)).collect();
                out.flush()?;
                counts
            }
        });
        for TooMany { name, sheets } in divided {
            complain(&lang.words().export.divided(name, sheets));
        }
        match written {
            Ok(rows) => Ok(Some(rows)),
            Err(CannotWrite::Io(_, error)) if error.kind() == ErrorKind::Interrupted => Ok(None),
            Err(error) => Err(said(&error, lang)),
        }
    }

    fn book(&self, file: &mut File, sheets: &[OutSheet<'_>], divided: &mut Vec<TooMany>) -> io::Result<Vec<usize>> {
        let mut book = Book::new(self.path, &self.title, self.date)?;
        let counts = sheets.iter().map(|sheet| book.add(sheet)).collect::<io::Result<Vec<usize>>>()?;
        *divided = book.save(file)?;
        Ok(counts)
    }
}

/// The same, until somebody stops it.
fn stoppable<'a>(sheet: OutSheet<'a>, interrupt: &'a Interrupt) -> OutSheet<'a> {
    let OutSheet { name, columns, fixed, rows } = sheet;
    let rows = move |sink: &mut RowSink<'_>| {
        rows(&mut |row| match interrupt.code() {
            Some(_) => Err(ErrorKind::Interrupted.into()),
            None => sink(row),
        })
    };
    OutSheet { name, columns, fixed, rows: Box::new(rows) }
}
