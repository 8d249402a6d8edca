//! What goes out of the desk: what can be asked for, and who writes it.
//!
//! The desk knows what the reviewer wants and where they look; what is written, how and where to is the business of the
//! program around it, which has the commands that write the same.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::journal::ReportKey;

/// What can be written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outgoing {
    /// The notices of these reports.
    Notices(Vec<ReportKey>),
    /// Reminders for these, which have not reported; without any for all of them.
    Reminders(Vec<ReportKey>),
    /// The workbook: progress, ledger, data, notes, who is missing.
    Ledger,
    /// How far the review is, one table.
    Progress,
    /// What many reports have in common.
    Circular,
    /// Everything about the review on one page for a browser.
    Dossier,
    /// What the desk shows.
    Text(OutText),
}

/// What the desk shows, as a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutText {
    /// What the file is called by.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Outgoing {
    /// Is it a letter, shown before it is written?
    #[must_use]
    pub(crate) fn is_letter(&self) -> bool {
        matches!(self, Self::Notices(_) | Self::Reminders(_))
    }
}

/// What the reviewer asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutOrder {
    pub(crate) what: Outgoing,
    /// The year that is shown; `None`: the newest.
    pub(crate) year: Option<u16>,
}

/// Letters as they would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutPreview {
    /// The first few, as text.
    pub(crate) texts: Vec<String>,
    /// How many there are.
    pub(crate) letters: usize,
    /// What is to be known beside, a line each.
    pub(crate) said: Vec<String>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutFile {
    /// The file, or the directory of several.
    pub(crate) path: PathBuf,
    /// What was written, in words.
    pub(crate) text: String,
    /// Who was reminded; a roster need not say where they are.
    pub(crate) reminded: Vec<ReportKey>,
    /// What is to be known beside, a line each.
    pub(crate) said: Vec<String>,
}

/// Whoever waits for it: told how far it is, and who may ask for its end.
#[derive(Clone)]
pub(crate) struct OutWatch {
    pub(crate) stop: Arc<AtomicBool>,
    pub(crate) told: Arc<dyn Fn(u64, u64) + Send + Sync>,
}

/// Writes what goes out. Nothing is ever written among the reports, and nothing over what is there.
pub(crate) trait Outlet: Send + Sync {
    /// Where it goes; `None`: nowhere, and writing says so.
    fn place(&self) -> Option<&Path>;

    /// The letters that would be written.
    ///
    /// # Errors
    /// In words for the reviewer, why there is none.
    fn preview(&self, order: &OutOrder, watch: &OutWatch) -> Result<OutPreview, String>;

    /// Writes it.
    ///
    /// # Errors
    /// In words for the reviewer, why it was not written.
    fn write(&self, order: &OutOrder, watch: &OutWatch) -> Result<OutFile, String>;
}
