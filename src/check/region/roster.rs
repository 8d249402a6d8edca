//! The agencies that are expected to report.

use std::collections::HashMap;

use crate::report::SafeText;

/// One agency of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its full name.
    pub name: SafeText,
    /// Other names that its reports may carry.
    pub aliases: Vec<SafeText>,
    /// Province, city, county.
    pub region: Vec<SafeText>,
    /// For instance `county-department`.
    pub level: Option<SafeText>,
    /// What it is: 教育局, `vertical`, ….
    pub kind: Option<SafeText>,
    /// Into whose summary it is counted.
    pub parent: Option<SafeText>,
}

/// The agencies that are expected to report.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    entries: Vec<Entry>,
    by_name: HashMap<SafeText, Vec<usize>>,
}

impl Roster {
    /// A roster of these agencies.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut by_name: HashMap<SafeText, Vec<usize>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                by_name.entry(name.clone()).or_default().push(index);
            }
        }
        Self { entries, by_name }
    }

    /// All agencies, in the roster's order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The agency with this name or alias in this region; `None` where it could be several.
    #[must_use]
    pub fn lookup(&self, name: &SafeText, region: &[SafeText]) -> Option<&Entry> {
        let candidates = self.by_name.get(name)?.iter().filter_map(|&index| self.entries.get(index));
        let mut fitting = candidates.filter(|entry| is_compatible(&entry.region, region));
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

/// Can both be the region of one agency? One may be known less exactly.
pub(super) fn is_compatible(one: &[SafeText], other: &[SafeText]) -> bool {
    one.iter().zip(other).all(|(one, other)| one == other)
}
