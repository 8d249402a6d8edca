//! What a review has come to, as tables: how far it is, what was found, what was reported, what was noted, who is missing.
//!
//! ```text
//! Season ──Export──▶ sheets (progress, ledger, reports, cells, notes, missing) ──▶ sheet
//! ```
//!
//! Owns: which columns there are, and what may be seen by whom. What goes to agencies has no words of the office, no names of
//! reviewers, and none of the findings that a notice would not have. Personal data that was found is hidden in all of it.

mod about;
mod absent;
mod cells;
mod ledger;
mod notes;
mod progress;
mod reports;
mod subject;

use super::sheet::OutSheet;

pub(super) use ledger::{LedgerEntry, entries};
pub(super) use notes::place as note_place;
pub(super) use progress::sheet as progress_sheet;
pub(crate) use subject::Export;

/// One of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExportTable {
    Reports,
    Cells,
    Findings,
    Notes,
    Progress,
}

impl ExportTable {
    pub(crate) const ALL: [Self; 5] = [Self::Reports, Self::Cells, Self::Findings, Self::Notes, Self::Progress];

    /// As the command line calls it.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Cells => "cells",
            Self::Findings => "findings",
            Self::Notes => "notes",
            Self::Progress => "progress",
        }
    }
}

/// One table by itself.
#[must_use]
pub(crate) fn table<'a>(export: &'a Export<'a>, which: ExportTable) -> OutSheet<'a> {
    match which {
        ExportTable::Reports => reports::sheet(export),
        ExportTable::Cells => cells::long(export),
        ExportTable::Findings => ledger::sheet(export),
        ExportTable::Notes => notes::sheet(export),
        ExportTable::Progress => progress::sheet(export),
    }
}

/// All tables of a workbook, in order.
#[must_use]
pub(crate) fn book<'a>(export: &'a Export<'a>) -> Vec<OutSheet<'a>> {
    let mut sheets = vec![progress::sheet(export), ledger::sheet(export), reports::sheet(export)];
    sheets.extend(cells::wide(export));
    sheets.extend([cells::long(export), notes::sheet(export), absent::sheet(export), about::sheet(export)]);
    sheets
}
