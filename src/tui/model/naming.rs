//! Naming the agency of a report: which names are offered, and where each comes from.

use crate::report::SafeText;

use super::subject::Subject;

/// The agency of a report being named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// The report.
    pub subject: Subject,
    /// The names to choose from, best first.
    pub names: Vec<Offer>,
    /// How many of them were known when the list was opened; a name after them is the one being written.
    pub known: usize,
}

/// A name to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The name; `None`: the one that was read.
    pub name: Option<SafeText>,
    /// Where it comes from.
    pub from: OfferFrom,
}

/// Where an offered name comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferFrom {
    /// It was read, and another was given since.
    Read,
    /// A reviewer gave it to what the file was before it changed.
    Earlier,
    /// A folder that the file lies in.
    Folder,
    /// The name of the file.
    File,
    /// The title or the text of the report.
    Text,
    /// The roster; nobody of this name has reported for the year.
    Missing,
    /// The roster.
    Roster,
    /// Another report, of another year.
    OtherReport,
    /// The reviewer writes it.
    Written,
}

/// Names that may have changed, to be taken over into the library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Renaming {
    /// Of these reports, as the journal knows them.
    pub of: Vec<crate::journal::ReportKey>,
    /// Of all.
    pub all: bool,
    /// The journal was opened: from now on it is known who was named.
    pub opened: bool,
}
