//! Listings of findings for people and programs: text, JSON Lines, JSON, CSV.
//!
//! Owns: how results look outside the desk. Computes nothing that `check` could.

mod csv;
mod json;
mod text;

use std::io::{self, Write};
use std::sync::Arc;

use crate::check::localise::Block;
use crate::check::{Finding, Outcome};
use crate::form;
use crate::report::{Cells, Head, Lean, Remark, SafeText};
use crate::words::Lang;

pub use json::{finding_json, report_json};

/// One checked report.
pub struct Checked {
    /// The report id.
    pub id: SafeText,
    /// Its file.
    pub path: SafeText,
    /// Head and cells.
    pub lean: Arc<Lean>,
    /// What its reader could not settle.
    pub remarks: Vec<Remark>,
    /// What checking it gave.
    pub outcome: Outcome,
    /// Which cells are behind it.
    pub localisation: Vec<Block>,
}

impl Checked {
    /// What stands for an agency that is expected to report and has not: a report without an id, and without numbers.
    #[must_use]
    pub fn absent(head: Head, finding: Finding) -> Self {
        let form = form::newest();
        let lean = Lean { head, form, cells: Cells::missing(form), remarks: 0 };
        Self {
            id: SafeText::default(),
            path: SafeText::default(),
            lean: Arc::new(lean),
            remarks: Vec::new(),
            outcome: Outcome { findings: vec![finding], unchecked: Vec::new() },
            localisation: Vec::new(),
        }
    }

    /// Is there a report at all?
    #[must_use]
    pub fn is_there(&self) -> bool {
        !self.id.is_empty()
    }
}

/// How a listing looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// One finding per line.
    JsonLines,
    /// One array with one object per report, findings or not.
    Json,
    /// One finding per row, for a spreadsheet.
    Csv,
}

/// Writes the findings of all reports.
///
/// # Errors
/// What the writer says; nothing else can fail.
pub fn write_findings(out: &mut dyn Write, reports: &[Checked], format: Format, lang: Lang) -> io::Result<()> {
    match format {
        Format::Text => text::write(out, reports, lang),
        Format::JsonLines => json::write_lines(out, reports, lang),
        Format::Json => json::write_array(out, reports, lang),
        Format::Csv => csv::write(out, reports, lang),
    }
}
