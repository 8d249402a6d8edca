//! The agencies that the reviewer has marked, for acting on all of them at once. Not kept beyond the session.

use std::collections::BTreeSet;

use crate::tui::model::ItemId;

/// The marked items, in the order of loading. They stay marked whatever the list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Selection(BTreeSet<ItemId>);

impl Selection {
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Is this one marked?
    #[must_use]
    pub(crate) fn contains(&self, item: ItemId) -> bool {
        self.0.contains(&item)
    }

    /// All that are marked.
    pub(crate) fn iter(&self) -> impl Iterator<Item = ItemId> + '_ {
        self.0.iter().copied()
    }

    /// Marks one that is not marked, and the other way round.
    pub(crate) fn toggle(&mut self, item: ItemId) {
        if !self.0.remove(&item) {
            self.0.insert(item);
        }
    }

    pub(crate) fn extend(&mut self, items: impl IntoIterator<Item = ItemId>) {
        self.0.extend(items);
    }

    /// Marks nothing any more.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
