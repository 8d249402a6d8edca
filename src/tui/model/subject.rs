//! What acts are about: a report as the journal names it, taken when the reviewer looks at it.

use crate::journal::{ReportRef, Seen, Target};
use crate::report::SafeText;

use super::Model;
use super::library::ItemId;

/// What an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The item that was looked at.
    pub item: ItemId,
    /// As acts name it.
    pub report: Box<ReportRef>,
}

/// What an act that was begun is about: as it was when the reviewer began.
#[derive(Debug, Clone, PartialEq)]
pub struct Begun {
    /// The report.
    pub subject: Subject,
    /// What in it.
    pub target: Target,
    /// What the reviewer had before their eyes.
    pub seen: Option<Seen>,
}

impl Model {
    /// A report as acts name it; `None` for what is none.
    #[must_use]
    pub fn reference(&self, item: ItemId) -> Option<ReportRef> {
        let item = self.library.get(item)?;
        let sheet = item.sheet()?;
        let agency = sheet.lean.head.agency.key();
        Some(ReportRef {
            agency: agency.name.clone(),
            region: agency.region.to_vec(),
            year: sheet.lean.head.year,
            id: item.id.clone(),
            sha256: sheet.digest.map(|digest| SafeText::line(&digest.to_string())),
        })
    }

    /// What an act on this item would be about.
    #[must_use]
    pub fn subject(&self, item: Option<ItemId>) -> Option<Subject> {
        let item = item?;
        Some(Subject { item, report: Box::new(self.reference(item)?) })
    }
}
