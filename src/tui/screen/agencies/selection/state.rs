//! The agencies that the reviewer has marked, for acting on all of them at once. Not kept beyond the session.

use std::collections::BTreeSet;

use crate::tui::model::ItemId;

/// The marked items, in the order of loading. They stay marked whatever the list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Selection {
    items: BTreeSet<ItemId>,
    /// The one that was marked last: where a range begins.
    last: Option<ItemId>,
}

impl Selection {
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// Is this one marked?
    #[must_use]
    pub(crate) fn contains(&self, item: ItemId) -> bool {
        self.items.contains(&item)
    }

    /// All that are marked.
    pub(crate) fn iter(&self) -> impl Iterator<Item = ItemId> + '_ {
        self.items.iter().copied()
    }

    /// Marks one that is not marked, and the other way round.
    pub(crate) fn toggle(&mut self, item: ItemId) {
        self.last = None;
        if !self.items.remove(&item) {
            self.items.insert(item);
            self.last = Some(item);
        }
    }

    /// Marks one, whether or not it is marked already: a range begins here.
    pub(crate) fn begin(&mut self, item: ItemId) {
        self.items.insert(item);
        self.last = Some(item);
    }

    pub(crate) fn extend(&mut self, items: impl IntoIterator<Item = ItemId>) {
        self.items.extend(items);
    }

    /// The one that was marked last, if it still is.
    #[must_use]
    pub(crate) fn last(&self) -> Option<ItemId> {
        self.last
    }

    /// Marks nothing any more.
    pub(crate) fn clear(&mut self) {
        self.last = None;
        self.items.clear();
    }
}
