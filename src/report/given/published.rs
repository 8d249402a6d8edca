//! The reports as they were published, to be held against those that were submitted.

use std::sync::OnceLock;

use crate::base::digest::Sha256Sum;
use crate::report::{Head, Lean, Section};

use super::agency::ByAgency;

/// What is kept of a published report: its numbers, and what the texts of its sections come to.
#[derive(Debug, Clone)]
pub(crate) struct PublishedReport {
    /// Head and cells.
    pub lean: Lean,
    sections: Vec<(u8, Sha256Sum)>,
}

/// The published reports, by agency. They may take a while to be read: until then nothing is said of any.
#[derive(Debug, Default)]
pub(crate) struct Published(OnceLock<ByAgency<PublishedReport>>);

/// What the letters and digits of each section come to, by its number; sections without a text are none.
#[must_use]
pub(crate) fn sections_of(sections: &[Section]) -> Vec<(u8, Sha256Sum)> {
    let mut texts: Vec<(u8, String)> = Vec::new();
    for section in sections {
        let bare = section.text.chars().filter(|c| c.is_alphanumeric());
        match texts.iter_mut().find(|(number, _)| *number == section.number) {
            Some((_, text)) => text.extend(bare),
            None => texts.push((section.number, bare.collect())),
        }
    }
    let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
    texts.map(|(number, text)| (number, Sha256Sum::of(text.as_bytes()))).collect()
}

impl PublishedReport {
    /// Head and cells, and what [`sections_of`] says of its texts.
    #[must_use]
    pub(crate) fn new(lean: Lean, sections: Vec<(u8, Sha256Sum)>) -> Self {
        Self { lean, sections }
    }

    /// What the texts of its sections come to, by number.
    #[must_use]
    pub(crate) fn sections(&self) -> &[(u8, Sha256Sum)] {
        &self.sections
    }
}

impl Published {
    /// These are all: from now on they are looked up.
    pub(crate) fn fill(&self, reports: Vec<PublishedReport>) {
        // Filled once: there is one reader.
        let reports = reports.into_iter().map(|report| {
            let agency = &report.lean.head.agency;
            ((agency.name.clone(), agency.region.to_vec()), report)
        });
        let _ = self.0.set(reports.collect());
    }

    /// Have they been read?
    #[must_use]
    pub(crate) fn is_read(&self) -> bool {
        self.0.get().is_some()
    }

    /// What was published of a submission; `None` where nothing was found, or several that it could be.
    #[must_use]
    pub(crate) fn of(&self, head: &Head) -> Option<&PublishedReport> {
        self.0.get()?.only(&head.agency, |report| report.lean.head.year == head.year)
    }
}
