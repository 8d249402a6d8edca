//! Files of tables: what they are by their endings, and how they are written.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use crate::output::sheet::{Book, OutSheet, RowSink, TooMany, write_csv, write_jsonl, write_markup, write_parquet};
use crate::output::template::OutFormat;
use crate::output::write::{CannotWrite, write_file_by};
use crate::words::Lang;

use super::interrupt::Interrupt;
use super::outcome::{Failure, said};
use super::progress::Progress;

/// What a file of tables is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TableFormat {
    Xlsx,
    Csv,
    JsonLines,
    Parquet,
    Markdown,
    Html,
}

impl TableFormat {
    /// By the ending of its name.
    pub(crate) fn of_name(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            "jsonl" => Some(Self::JsonLines),
            "parquet" => Some(Self::Parquet),
            "md" => Some(Self::Markdown),
            "html" => Some(Self::Html),
            _ => None,
        }
    }
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
        progress: &Progress,
        lang: Lang,
    ) -> Result<Option<Vec<usize>>, Failure> {
        let sheets: Vec<OutSheet<'_>> = sheets.into_iter().map(|sheet| stoppable(sheet, interrupt)).collect();
        let mut divided = Vec::new();
        let written = write_file_by(self.path, self.reports, self.force, |file| match format {
            TableFormat::Xlsx => self.book(file, &sheets, &mut divided),
            TableFormat::Csv => texts(file, &mut |out| sheets.iter().map(|sheet| write_csv(out, sheet)).collect()),
            TableFormat::JsonLines => {
                texts(file, &mut |out| sheets.iter().map(|sheet| write_jsonl(out, sheet)).collect())
            }
            TableFormat::Parquet => {
                let mut out = BufWriter::new(file);
                let counts = sheets.iter().map(|sheet| write_parquet(&mut out, sheet)).collect::<io::Result<_>>()?;
                out.flush()?;
                Ok(counts)
            }
            TableFormat::Markdown | TableFormat::Html => {
                let format = if format == TableFormat::Html { OutFormat::Html } else { OutFormat::Markdown };
                texts(file, &mut |out| write_markup(out, &self.title, lang.pick("zh", "en"), &sheets, format))
            }
        });
        for TooMany { name, sheets } in divided {
            progress.say(&lang.words().export.divided(name, sheets));
        }
        unless_stopped(written, lang)
    }

    /// Writes a text file by whoever knows how; nothing where that was stopped.
    pub(crate) fn write_text(
        &self,
        lang: Lang,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Option<()>, Failure> {
        let written = write_file_by(self.path, self.reports, self.force, |file| {
            let mut out = BufWriter::new(file);
            write(&mut out)?;
            out.flush()
        });
        unless_stopped(written, lang)
    }

    fn book(&self, file: &mut File, sheets: &[OutSheet<'_>], divided: &mut Vec<TooMany>) -> io::Result<Vec<usize>> {
        let mut book = Book::new(self.path, &self.title, self.date)?;
        let counts = sheets.iter().map(|sheet| book.add(sheet)).collect::<io::Result<Vec<usize>>>()?;
        *divided = book.save(file)?;
        Ok(counts)
    }
}

/// What was written, or nothing where somebody has stopped it.
fn unless_stopped<T>(written: Result<T, CannotWrite>, lang: Lang) -> Result<Option<T>, Failure> {
    match written {
        Ok(written) => Ok(Some(written)),
        Err(CannotWrite::Io(_, error)) if error.kind() == ErrorKind::Interrupted => Ok(None),
        Err(error) => Err(said(&error, lang)),
    }
}

fn texts(file: &mut File, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<Vec<usize>>) -> io::Result<Vec<usize>> {
    let mut out = BufWriter::new(file);
    let counts = write(&mut out)?;
    out.flush()?;
    Ok(counts)
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
