//! What happened to the files of the reviewed directory since it was loaded, as far as it is still to be told or done.

use super::library::{Item, ItemId};

/// So many files appeared, changed, went away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub arrived: usize,
    /// Those with another content.
    pub changed: usize,
    /// Those that are not there any more.
    pub gone: usize,
    /// Of the first two, those that cannot be read.
    pub unreadable: usize,
}

impl Tally {
    /// Did nothing happen?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    #[must_use]
    pub fn plus(self, other: Self) -> Self {
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
pub struct Live {
    /// What the last notice of this kind was about.
    pub told: Tally,
    pub text: String,
    /// What cannot be read any more while somebody looks at it: shown as it was until they leave.
    pub held: Option<(ItemId, Item)>,
}
