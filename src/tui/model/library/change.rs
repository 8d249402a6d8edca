//! Files that were loaded and have changed or gone since. An item keeps its number whatever happens to its file.

use super::super::sound::Sounds;
use super::{Item, ItemId, Library, index};

impl Library {
    /// Puts another reading of its file in the place of an item; it keeps its number.
    pub fn replace(&mut self, number: ItemId, item: Item) {
        self.leave_agency(number);
        let agency = item.sheet().map(|sheet| self.agency(&sheet.lean.head.agency));
        if let Some(reports) = agency.and_then(|agency| self.agencies.get_mut(index(agency))) {
            // In the order of loading, as if it had been read so at once.
            let place = reports.partition_point(|&other| other < number);
            reports.insert(place, number);
        }
        if let Some(sheet) = item.sheet() {
            self.see(number, &sheet.lean.head.agency);
        }
        self.ranks.take();
        let (Some(known), Some(of), Some(sounds)) = (
            self.items.get_mut(index(number)),
            self.agency_of.get_mut(index(number)),
            self.sounds.get_mut(index(number)),
        ) else {
            return;
        };
        *of = agency;
        *sounds = Sounds::of(item.name());
        *known = item;
        self.gone.remove(&number);
    }

    /// The file of an item is not there any more: the item stays, for whoever looks at it, but belongs to nothing.
    pub fn remove(&mut self, number: ItemId) {
        self.leave_agency(number);
        if self.get(number).is_some() {
            self.gone.insert(number);
        }
    }

    /// Is the file of an item not there any more?
    #[must_use]
    pub fn is_gone(&self, item: ItemId) -> bool {
        self.gone.contains(&item)
    }

    /// Do two items belong to one agency? What has gone belongs to the agency it belonged to.
    #[must_use]
    pub fn is_same_agency(&self, one: ItemId, other: ItemId) -> bool {
        let agency = |item: ItemId| self.agency_of.get(index(item)).copied().flatten();
        agency(one).is_some_and(|agency_of_one| agency(other) == Some(agency_of_one))
    }

    fn leave_agency(&mut self, number: ItemId) {
        let agency = self.agency_of.get(index(number)).copied().flatten();
        if let Some(reports) = agency.and_then(|agency| self.agencies.get_mut(index(agency))) {
            reports.retain(|&other| other != number);
        }
        if let Some(Ok(sheet)) = self.items.get(index(number)).map(|item| &item.body) {
            self.peers.remove(number, &sheet.lean.head.agency);
        }
    }
}
