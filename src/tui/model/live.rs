//! What happened to the files of the reviewed directory since it was loaded, as far as it is still to be told or done.

use super::library::{Item, ItemId};

/// So many files appeared, changed, went away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub(crate) arrived: usize,
    /// Those with another content.
    pub(crate) changed: usize,
    /// Those that are not there any more.
    pub(crate) gone: usize,
    /// Of the first two, those that cannot be read.
    pub(crate) unreadable: usize,
}

impl Tally {
    /// Did nothing happen?
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            arrived: self.arrived + other.arrived,
            changed: self.changed + other.changed,
            gone: self.gone + other.gone,
            unreadable: self.unreadable + other.unreadable,
        }
    }
}

/// What is being told: as long as nobody has pressed a key, one notice adds up everything.
#[derive(Debug, Default)]
pub(crate) struct Live {
    /// What the last notice of this kind was about.
    pub(crate) told: Tally,
    pub(crate) text: String,
    /// What cannot be read any more while somebody looks at it: shown as it was until they leave.
    pub(crate) held: Option<(ItemId, Item)>,
}
