//! What leaves the desk: listings of findings for people and programs (text, JSON Lines, JSON, CSV), and what goes out to
//! agencies.
//!
//! | part | does |
//! |---|---|
//! | [`notice`] | what one agency is told of its report |
//! | [`circular`] | which problems many have in common |
//! | [`export`] | what a review has come to, as tables: progress, ledger, cells, notes |
//! | [`dossier`] | everything about a review, as one page for a browser |
//! | [`score`] | what the reports come to in points, and why |
//! | [`summary`] | what a region's agencies reported together |
//! | [`sheet`] | tables as workbooks, CSV, JSON Lines, Markdown, HTML |
//! | [`template`] | how it is laid out, in docx, Markdown, HTML or text, by the built-in layout or an office's own |
//! | [`mod@write`] | where files go: never among the reports, whole or not at all |
//! | [`names`] | what files are called |
//!
//! Owns: how results look outside the desk. Computes nothing that `check` could.

pub(crate) mod circular;
mod csv;
pub(crate) mod dossier;
pub(crate) mod export;
mod journal;
mod json;
pub(crate) mod names;
pub(crate) mod notice;
mod percent;
pub(crate) mod score;
pub(crate) mod sheet;
pub(crate) mod summary;
pub(crate) mod template;
mod text;
pub(crate) mod write;

use std::io::{self, Write};

use crate::check::{FindingCounts, Severity, Unchecked};
use crate::report::SafeText;
use crate::words::{Describe as _, Lang};

pub use crate::library::Checked;
pub(crate) use crate::library::UnreadFile;
pub(crate) use journal::{ActFormat, Asked, write_acts};
pub use json::report_json;

/// How a listing looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListingFormat {
    /// For people.
    Text,
    /// One finding per line.
    JsonLines,
    /// One array with one object per report, findings or not.
    Json,
    /// One finding per row, for a spreadsheet.
    Csv,
}

/// What is written of one report, on whatever thread, before its turn comes.
#[derive(Debug)]
pub struct Rendered {
    bytes: Vec<u8>,
    totals: Totals,
    /// What could not be checked of it nor of any other; for people, who hear of it once.
    of_all: Vec<Unchecked>,
}

/// How much was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    counts: FindingCounts,
    /// Reports; agencies without one are none.
    reports: usize,
    /// Reports with errors, and agencies without a report that should have one.
    troubled: usize,
    /// What could not be checked.
    gaps: usize,
    /// Hints that are counted only.
    aside: u32,
    /// Files that could not be read.
    unread: usize,
}

impl Rendered {
    /// Of a report.
    ///
    /// # Errors
    /// None that can come of writing to memory.
    pub fn of(report: &Checked, format: ListingFormat, lang: Lang) -> io::Result<Self> {
        let mut bytes = Vec::new();
        let is_for_people = format == ListingFormat::Text;
        match format {
            ListingFormat::Text => text::write_report(&mut bytes, report, lang)?,
            ListingFormat::JsonLines => json::write_lines(&mut bytes, report, lang)?,
            ListingFormat::Json => json::write_report(&mut bytes, report, lang)?,
            ListingFormat::Csv => csv::write_rows(&mut bytes, report, lang)?,
        }
        let of_all = report.outcome.unchecked.iter().filter(|entry| is_for_people && entry.reason.is_of_all());
        Ok(Self { bytes, totals: Totals::of(report), of_all: of_all.cloned().collect() })
    }
}

impl Rendered {
    /// The bytes, and how much was found.
    #[must_use]
    pub(crate) fn into_parts(self) -> (Vec<u8>, Totals) {
        (self.bytes, self.totals)
    }
}

impl Totals {
    /// Is there a finding that is at least so bad?
    #[must_use]
    pub(crate) fn has(&self, least: Severity) -> bool {
        Severity::ALL.into_iter().any(|severity| severity >= least && self.counts.of(severity) > 0)
    }

    fn of(report: &Checked) -> Self {
        let counts = report.counts();
        Self {
            counts,
            reports: report.is_there().into(),
            troubled: (report.is_there() && counts.error > 0).into(),
            gaps: report.outcome.unchecked.len(),
            aside: report.hints_aside,
            unread: 0,
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.counts.error += other.counts.error;
        self.counts.warning += other.counts.warning;
        self.counts.info += other.counts.info;
        self.reports += other.reports;
        self.troubled += other.troubled;
        self.gaps += other.gaps;
        self.aside += other.aside;
    }
}

/// A listing that is written report by report; whenever it ends, it is whole.
pub struct Listing<W> {
    out: W,
    format: ListingFormat,
    lang: Lang,
    first: bool,
    totals: Totals,
    /// What could not be checked of any report.
    of_all: Vec<Unchecked>,
}

impl<W: Write> Listing<W> {
    /// Begins it.
    ///
    /// # Errors
    /// What the writer says.
    pub fn begin(mut out: W, format: ListingFormat, lang: Lang) -> io::Result<Self> {
        match format {
            ListingFormat::Json => json::begin(&mut out)?,
            ListingFormat::Csv => csv::begin(&mut out)?,
            ListingFormat::Text | ListingFormat::JsonLines => {}
        }
        Ok(Self { out, format, lang, first: true, totals: Totals::default(), of_all: Vec::new() })
    }

    /// Writes what was made of the next report.
    ///
    /// # Errors
    /// What the writer says.
    pub fn add(&mut self, part: &Rendered) -> io::Result<()> {
        if self.format == ListingFormat::Json {
            json::between(&mut self.out, self.first)?;
        }
        self.first = false;
        self.totals.add(&part.totals);
        for entry in &part.of_all {
            if !self.of_all.contains(entry) {
                self.of_all.push(entry.clone());
            }
        }
        self.out.write_all(&part.bytes)
    }

    /// The files that could not be read: each is an entry too.
    ///
    /// # Errors
    /// What the writer says.
    pub(crate) fn add_unread(&mut self, files: &[UnreadFile]) -> io::Result<()> {
        self.totals.unread += files.len();
        for file in files {
            let why = SafeText::line(&file.trouble.describe(self.lang.words()));
            match self.format {
                ListingFormat::Text => text::write_unread(&mut self.out, file, &why, self.lang)?,
                ListingFormat::JsonLines => json::write_unread_line(&mut self.out, file, &why)?,
                ListingFormat::Json => {
                    json::between(&mut self.out, std::mem::take(&mut self.first))?;
                    json::write_unread(&mut self.out, file, &why)?;
                }
                ListingFormat::Csv => csv::write_unread(&mut self.out, file, &why)?,
            }
        }
        Ok(())
    }

    /// Ends it, and says how much was found.
    ///
    /// # Errors
    /// What the writer says.
    pub fn end(mut self) -> io::Result<Totals> {
        match self.format {
            ListingFormat::Text => text::write_totals(&mut self.out, &self.totals, &self.of_all, self.lang)?,
            ListingFormat::Json => json::end(&mut self.out)?,
            ListingFormat::JsonLines | ListingFormat::Csv => {}
        }
        self.out.flush()?;
        Ok(self.totals)
    }
}
