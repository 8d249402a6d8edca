//! Listings of findings for people and programs: text, JSON Lines, JSON, CSV.
//!
//! Owns: how results look outside the desk. Computes nothing that `check` could.

mod csv;
mod json;
mod text;

use std::io::{self, Write};

use crate::words::Lang;

pub use crate::library::Checked;
pub use json::{finding_json, report_json};

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

/// Writes the findings of all reports.
///
/// # Errors
/// What the writer says; nothing else can fail.
pub fn write_findings(out: &mut dyn Write, reports: &[Checked], format: ListingFormat, lang: Lang) -> io::Result<()> {
    match format {
        ListingFormat::Text => text::write(out, reports, lang),
        ListingFormat::JsonLines => json::write_lines(out, reports, lang),
        ListingFormat::Json => json::write_array(out, reports, lang),
        ListingFormat::Csv => csv::write(out, reports, lang),
    }
}
