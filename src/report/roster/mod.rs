//! The roster: the agencies expected to report, with their official names.
//!
//! Owns: reading it from a CSV file or a workbook, and finding an agency by any of its names. Its heading, above which
//! titles may stand, names the columns, in Chinese or English: 名称/name, 别名/aliases, 地区/region, 层级/level,
//! 类型/type, 上级/parent, 前身/predecessors, 起始/from, 终止/until (the first and the last year that it reports on, a month
//! or a day in it), 报送日期/received, 公开日期/published. Only the name is required. Several aliases or predecessors are
//! separated by `；` or `、`, the parts of a region by `/`, spaces and what else joins them. What is not understood is a note
//! with its place, and the rest is used. Knows no document and no rule.

mod column;
mod entry;
mod lookup;
mod names;
mod namesakes;
mod read;
mod sound;

use std::collections::HashMap;

pub(crate) use entry::RosterEntry;
use names::{normal, without_region};
use namesakes::Namesakes;

use super::list::ListError;
use super::{GivenFile, SafeText};

pub(super) use column::Column;

/// The agencies expected to report.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    entries: Vec<RosterEntry>,
    /// Positions in `entries` by full name or alias, normalised.
    by_name: HashMap<String, Namesakes>,
    /// The same by the name without the regions before it.
    by_short: HashMap<String, Namesakes>,
    /// The same by the name of a predecessor.
    by_predecessor: HashMap<String, Vec<usize>>,
    /// What is not understood, or cannot be.
    notes: Vec<ListError>,
    /// The file that it was read from.
    source: Option<GivenFile>,
}

/// What [`Roster::settle`] found and changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Settled {
    /// The roster does not have the agency, or has several of that name.
    Unknown,
    /// It has; what was changed in the report's head.
    Known {
        /// The name before, where the roster's is another.
        name: Option<SafeText>,
        /// Was the region set or replaced?
        region: bool,
        /// Was the level set or replaced?
        level: bool,
    },
}

impl Roster {
    /// Reads a roster out of a CSV file (UTF-8 or GB18030) or a workbook (`xlsx`). What cannot be used of it is in
    /// [`Roster::notes`].
    ///
    /// # Errors
    /// [`ListError`], naming line and column, where nothing can be used.
    pub fn parse(bytes: &[u8]) -> Result<Self, ListError> {
        read::roster(bytes)
    }

    /// A roster of these agencies.
    #[must_use]
    pub(crate) fn of(entries: Vec<RosterEntry>) -> Self {
        let mut roster = Self::default();
        entries.into_iter().for_each(|entry| roster.add(entry));
        roster
    }

    fn add(&mut self, entry: RosterEntry) {
        let at = self.entries.len();
        for name in std::iter::once(&entry.name).chain(&entry.aliases) {
            let normal = normal(name);
            let short = without_region(&normal, &entry.region);
            self.by_short.entry(short).or_default().add(at, &entry, &self.entries);
            self.by_name.entry(normal).or_default().add(at, &entry, &self.entries);
        }
        for name in &entry.predecessors {
            add_to(&mut self.by_predecessor, normal(name), at);
        }
        self.entries.push(entry);
    }

    /// As read from this file.
    #[must_use]
    pub(crate) fn read_from(self, source: GivenFile) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The file that it was read from.
    #[must_use]
    pub(crate) fn source(&self) -> Option<&GivenFile> {
        self.source.as_ref()
    }

    /// Anew, after predecessors have changed.
    fn index_predecessors(&mut self) {
        self.by_predecessor.clear();
        for (at, entry) in self.entries.iter().enumerate() {
            for name in &entry.predecessors {
                add_to(&mut self.by_predecessor, normal(name), at);
            }
        }
    }

    /// What was not understood, or cannot be, with line and column; in the order of the file.
    #[must_use]
    pub(crate) fn notes(&self) -> &[ListError] {
        &self.notes
    }

    /// All agencies, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[RosterEntry] {
        &self.entries
    }
}

fn add_to(names: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    let all = names.entry(name).or_default();
    if all.last() != Some(&at) {
        all.push(at);
    }
}

#[cfg(test)]
mod tests;
