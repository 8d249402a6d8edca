//! Listings of findings for people and programs: text, JSON Lines, JSON, CSV.
//!
//! Owns: how results look outside the desk. Computes nothing that `check` could.

mod csv;
mod json;
mod text;

use std::io::{self, Write};

use crate::report::SafeText;
use crate::words::{Describe as _, Lang};

pub use crate::library::{Checked, UnreadFile};
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

/// What is listed.
pub struct Listing<'a> {
    pub reports: &'a [Checked],
    /// The files that could not be read: each is an entry too.
    pub unread: &'a [UnreadFile],
    pub lang: Lang,
}

impl Listing<'_> {
    /// Why a file could not be read.
    fn why(&self, unread: &UnreadFile) -> SafeText {
        SafeText::line(&unread.trouble.describe(self.lang.words()))
    }
}

/// Writes the findings of all reports.
///
/// # Errors
/// What the writer says; nothing else can fail.
pub fn write_findings(out: &mut dyn Write, listing: &Listing<'_>, format: ListingFormat) -> io::Result<()> {
    match format {
        ListingFormat::Text => text::write(out, listing),
        ListingFormat::JsonLines => json::write_lines(out, listing),
        ListingFormat::Json => json::write_array(out, listing),
        ListingFormat::Csv => csv::write(out, listing),
    }
}
