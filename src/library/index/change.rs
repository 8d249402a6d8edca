//! Files that were loaded and have changed or gone since. An item keeps its number whatever happens to its file.

use std::sync::Arc;

use crate::report::Agency;

use super::super::item::{Item, ItemId};
use super::super::sound::Sounds;
use super::{Library, index};

impl Library {
    /// Puts another reading of its file in the place of an item; it keeps its number.
    pub(crate) fn replace(&mut self, number: ItemId, mut item: Item) {
        self.leave_agency(number);
        self.share_region(&mut item);
        let Some(known) = self.items.get_mut(index(number)) else { return };
        *known = item;
        self.gone.remove(&number);
        self.join_agency(number);
    }

    /// The agency of a report goes by another name, wherever the report is looked for.
    pub(crate) fn rename(&mut self, number: ItemId, agency: Agency) {
        if !self.is_gone(number) {
            self.leave_agency(number);
        }
        let Some(Ok(sheet)) = self.items.get_mut(index(number)).map(|item| item.body.as_mut()) else { return };
        Arc::make_mut(&mut sheet.lean).head.agency = agency;
        if !self.is_gone(number) {
            self.join_agency(number);
        }
    }

    /// An item belongs to the agency that it says, in the order of loading, as if it had been read so at once.
    fn join_agency(&mut self, number: ItemId) {
        let Some(item) = self.items.get(index(number)) else { return };
        let head = item.sheet().map(|sheet| sheet.lean.head.clone());
        let heard = Arc::new(Sounds::of(item.name()));
        self.see(number, head.as_ref());
        if let (Some(head), Some(id)) = (&head, self.items.get(index(number)).map(|item| &item.id)) {
            self.namesakes.add(id, head);
        }
        if let Some(sounds) = self.sounds.get_mut(index(number)) {
            *sounds = heard;
        }
        self.ranks.take();
    }

    /// The file of an item is not there any more: the item stays, for whoever looks at it, but belongs to nothing.
    pub(crate) fn remove(&mut self, number: ItemId) {
        self.leave_agency(number);
        if self.get(number).is_some() {
            self.gone.insert(number);
        }
    }

    /// Is the file of an item not there any more?
    #[must_use]
    pub(crate) fn is_gone(&self, item: ItemId) -> bool {
        self.gone.contains(&item)
    }

    /// Do two items belong to one agency? What has gone belongs to the agency it belonged to.
    #[must_use]
    pub(crate) fn is_same_agency(&self, one: ItemId, other: ItemId) -> bool {
        self.agencies.is_same(one, other)
    }

    fn leave_agency(&mut self, number: ItemId) {
        self.agencies.leave(number);
        self.read_as.leave(number);
        if let Some(Ok(sheet)) = self.items.get(index(number)).map(|item| &item.body) {
            self.peers.remove(number, &sheet.lean.head.agency);
            // What has gone was taken out when it went: another of its folder would be taken for it.
            if let Some(id) = self.items.get(index(number)).map(|item| &item.id).filter(|_| !self.is_gone(number)) {
                self.namesakes.remove(id, &sheet.lean.head);
            }
        }
    }
}
