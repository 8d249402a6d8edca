//! Filters that were saved under a name, and the name of one being asked for.

use crate::report::SafeText;

use super::setting::Setting;

/// A filter with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Saved {
    pub(crate) name: SafeText,
    /// What the list is set to.
    pub(crate) setting: Setting,
}

/// All saved filters, by name, as far as this desk knows.
#[derive(Debug, Default)]
pub(crate) struct Filters {
    pub(crate) list: Vec<Saved>,
    /// Those that were removed in this session, the last one last: they can be restored.
    pub(crate) removed: Vec<Saved>,
}

impl Filters {
    #[must_use]
    pub(crate) fn named(&self, name: &str) -> Option<&Saved> {
        self.list.iter().find(|saved| saved.name.as_str() == name)
    }

    /// Puts one in, in the place of one of the same name.
    pub(crate) fn put(&mut self, saved: Saved) {
        self.take(&saved.name);
        let place = self.list.partition_point(|known| known.name < saved.name);
        self.list.insert(place, saved);
    }

    pub(crate) fn take(&mut self, name: &SafeText) -> Option<Saved> {
        let place = self.list.iter().position(|saved| saved.name == *name)?;
        Some(self.list.remove(place))
    }
}
