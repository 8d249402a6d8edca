//! Everything that was loaded: files, and which agency they belong to.
//!
//! Grows while loading. An item never moves: its number stays valid for the session.

mod absent;
mod change;
pub(crate) mod peers;
mod ranks;
mod same_names;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, OnceLock};

use crate::base::digest::Sha256Sum;
use crate::check::{Before, Listed, Outcome};
use crate::report::roster::Roster;
use crate::report::{Agency, Head, Lean, SafeText};

use super::agencies::{Agencies, Shelf};
use super::item::{Item, ItemId, Sheet};
use super::sound::Sounds;
use peers::Peers;
use ranks::Ranks;
use same_names::SameNames;

/// All files, by agency and in order.
#[derive(Debug, Default)]
pub(crate) struct Library {
    items: Vec<Item>,
    agencies: Agencies,
    /// Reports whose agency a reviewer has named, by who they were read as.
    read_as: Agencies,
    in_order: Vec<ItemId>,
    /// Were items added since they were brought into order?
    unsettled: bool,
    /// How each item's name sounds.
    sounds: Vec<Arc<Sounds>>,
    peers: Peers,
    /// All regions that reports lie in, and those around them.
    regions: HashSet<Arc<[SafeText]>>,
    /// Where items stand among all by name and by region, once somebody asks.
    ranks: OnceLock<Ranks>,
    namesakes: SameNames,
    /// Items whose files are not there any more.
    gone: HashSet<ItemId>,
    /// Items that stand for agencies which have not reported.
    absent: BTreeMap<ItemId, Head>,
}

impl Library {
    /// Adds what was read; call [`Self::settle`] when the batch is over.
    pub(crate) fn add(&mut self, mut item: Item) {
        let Ok(number) = ItemId::try_from(self.items.len()) else { return };
        self.see(number, item.sheet().map(|sheet| &sheet.lean.head));
        self.share_region(&mut item);
        if let Some(sheet) = item.sheet() {
            self.namesakes.add(&item.id, &sheet.lean.head);
        }
        self.sounds.push(self.heard(number, &item));
        self.items.push(item);
        self.in_order.push(number);
        self.unsettled = true;
        self.ranks.take();
    }

    /// A report belongs to its agency, to those like it, and to its region.
    fn see(&mut self, number: ItemId, head: Option<&Head>) {
        self.agencies.enter(number, head);
        let Some(head) = head else { return };
        self.peers.add(number, &head.agency);
        if let Some(read) = &head.agency.read_as {
            let read = Head { agency: Agency::clone(read), ..head.clone() };
            self.read_as.enter(number, Some(&read));
        }
        see_region(&mut self.regions, &head.agency.region);
    }

    /// Its region is kept once for all reports that lie there.
    fn share_region(&self, item: &mut Item) {
        let Ok(sheet) = &mut item.body else { return };
        if let Some(lean) = Arc::get_mut(&mut sheet.lean)
            && let Some(known) = self.regions.get(&lean.head.agency.region)
        {
            lean.head.agency.region = Arc::clone(known);
        }
    }

    /// How the name of an item sounds: as of another report of its agency, if there is one.
    fn heard(&self, number: ItemId, item: &Item) -> Arc<Sounds> {
        let mut others = self.agencies.of_same(number).iter().filter(|&&other| other != number);
        let other = others.next().and_then(|&other| self.sounds.get(index(other)));
        other.map_or_else(|| Arc::new(Sounds::of(item.name())), Arc::clone)
    }

    /// More was found about a report.
    pub(crate) fn found(&mut self, item: ItemId, findings: Vec<Listed>, batch: Outcome) {
        if let Some(Ok(sheet)) = self.items.get_mut(index(item)).map(|item| item.body.as_mut()) {
            sheet.add(findings, batch);
        }
    }

    /// What others show of a report now, since all were compared again. Is it another thing than before?
    pub(crate) fn compared(&mut self, item: ItemId, batch: Outcome) -> bool {
        let sheet = self.items.get_mut(index(item)).and_then(|item| item.body.as_mut().ok());
        sheet.is_some_and(|sheet| sheet.renew(batch))
    }

    /// What the bytes of a report's file come to; what was known first, when it was loaded, stays.
    pub(crate) fn identify(&mut self, item: ItemId, digest: Option<Sha256Sum>) {
        if let Some(Ok(sheet)) = self.items.get_mut(index(item)).map(|item| item.body.as_mut()) {
            sheet.digest = sheet.digest.or(digest);
        }
    }

    /// Brings the items into the order of their ids. What is in order already costs nothing.
    pub(crate) fn settle(&mut self) {
        if !std::mem::take(&mut self.unsettled) {
            return;
        }
        let items = &self.items;
        self.in_order.sort_by(|&a, &b| id_of(items, a).cmp(&id_of(items, b)));
    }

    /// All item numbers, in the order of their ids.
    #[must_use]
    pub(crate) fn in_order(&self) -> &[ItemId] {
        &self.in_order
    }

    /// An item by its number.
    #[must_use]
    pub(crate) fn get(&self, item: ItemId) -> Option<&Item> {
        self.items.get(index(item))
    }

    #[must_use]
    pub(crate) fn find(&self, id: &str) -> Option<ItemId> {
        let by_id = |item: &ItemId| self.get(*item).map(|item| item.id.as_str()).cmp(&Some(id));
        self.in_order.get(self.in_order.binary_search_by(by_id).ok()?).copied()
    }

    /// How an item's name sounds.
    #[must_use]
    pub(crate) fn sounds(&self, item: ItemId) -> Option<&Sounds> {
        self.sounds.get(index(item)).map(Arc::as_ref)
    }

    /// Does any report lie in this region?
    #[must_use]
    pub(crate) fn has_region(&self, chain: &[SafeText]) -> bool {
        self.regions.contains(chain)
    }

    /// Where an item's name stands among all as they sound; those that sound alike stand at one place.
    #[must_use]
    pub(crate) fn sound_rank(&self, item: ItemId) -> u32 {
        self.ranks().name(item)
    }

    /// Where an item's region stands among all, from the outside in.
    #[must_use]
    pub(crate) fn region_rank(&self, item: ItemId) -> u32 {
        self.ranks().region(item)
    }

    fn ranks(&self) -> &Ranks {
        self.ranks.get_or_init(|| Ranks::of(&self.items, &self.sounds))
    }

    /// A report by its number.
    #[must_use]
    pub(crate) fn sheet(&self, item: ItemId) -> Option<&Sheet> {
        self.get(item)?.sheet()
    }

    /// All item numbers from this one on, in the order of loading.
    pub(crate) fn items_from(&self, first: ItemId) -> impl Iterator<Item = ItemId> + use<> {
        first..ItemId::try_from(self.items.len()).unwrap_or(ItemId::MAX)
    }

    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(crate) fn reports_of(
        &self,
        region: &[SafeText],
        agency: &str,
        year: u16,
    ) -> impl Iterator<Item = ItemId> + use<'_> {
        self.agencies.reports(region, agency, year)
    }

    /// What stands for a report for the year before.
    #[must_use]
    pub(crate) fn before(&self, head: &Head, roster: Option<&Roster>) -> Before {
        self.agencies.before(head, roster, self)
    }

    /// Which report of the agency stands for a year.
    #[must_use]
    pub(crate) fn standing(&self, head: &Head, year: u16) -> Option<ItemId> {
        self.agencies.latest(&head.agency.region, &head.agency.name, year, self)
    }

    /// The version before a report: of the same agency and year, with the next lower number.
    #[must_use]
    pub(crate) fn version_before(&self, head: &Head) -> Option<ItemId> {
        self.agencies.version_before(head)
    }

    /// The reports that the journal knows by this agency and year: those of the agency, without the ones that a reviewer
    /// has given its name, and with those that they have given another.
    #[must_use]
    pub(crate) fn keyed(&self, region: &[SafeText], agency: &str, year: u16) -> Vec<ItemId> {
        if year == 0 {
            // A file that cannot be read is known by its path.
            return self.find(agency).filter(|&item| self.sheet(item).is_none()).into_iter().collect();
        }
        let is_read_so =
            |item: &ItemId| self.sheet(*item).is_some_and(|sheet| sheet.lean.head.agency.read_as.is_none());
        let own = self.reports_of(region, agency, year).filter(is_read_so);
        let absent = self.absent_as(region, agency, year);
        own.chain(self.read_as.reports(region, agency, year)).chain(absent).collect()
    }

    /// The folder of a report, where it tells of which agency it is: it says no region, and there are others of its name
    /// and year in another folder. They are there at the same time, and so no versions of one.
    #[must_use]
    pub(crate) fn folder(&self, item: ItemId) -> Option<&str> {
        let found = self.get(item)?;
        let head = &found.sheet()?.lean.head;
        self.namesakes.has_others(head).then(|| crate::journal::folder_of(&found.id))
    }

    /// Is there any such report?
    #[must_use]
    pub(crate) fn has_namesakes(&self) -> bool {
        self.namesakes.any()
    }

    /// All reports of the agency that a report is of.
    #[must_use]
    pub(crate) fn of_same_agency(&self, item: ItemId) -> &[ItemId] {
        self.agencies.of_same(item)
    }

    /// How many agencies these items are of: several reports of one count once, what cannot be read not at all.
    #[must_use]
    pub(crate) fn agencies_among(&self, items: &[ItemId]) -> usize {
        self.agencies.among(items)
    }

    /// The reports, of all years, of agencies of the same kind and level in the same wider region; its own among them.
    #[must_use]
    pub(crate) fn of_same_kind(&self, item: ItemId) -> &[ItemId] {
        self.sheet(item).map_or(&[], |sheet| self.peers.of(&sheet.lean.head.agency))
    }

    /// Is it what the list shows for its agency: the latest year (or the year asked for), and not replaced by a
    /// later version? What cannot be read is always shown.
    #[must_use]
    pub(crate) fn is_shown(&self, item: ItemId, year: Option<u16>) -> bool {
        if self.is_gone(item) {
            return false;
        }
        if let Some(head) = self.absent(item) {
            return year.is_none_or(|year| year == head.year);
        }
        self.sheet(item).is_none() || self.agencies.stands(item, year)
    }

    /// The years of which there are reports, latest first.
    #[must_use]
    pub(crate) fn years(&self) -> Vec<u16> {
        let there = (0..).zip(&self.items).filter(|(number, _)| !self.is_gone(*number));
        let mut years: Vec<u16> = there.filter_map(|(_, item)| Some(item.sheet()?.lean.head.year)).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years
    }
}

impl Shelf for Library {
    fn lean(&self, number: u32) -> Option<&Arc<Lean>> {
        self.sheet(number).map(|sheet| &sheet.lean)
    }

    fn id(&self, number: u32) -> Option<&SafeText> {
        id_of(&self.items, number)
    }
}

/// Most regions are known already, with those around them.
fn see_region(regions: &mut HashSet<Arc<[SafeText]>>, chain: &[SafeText]) {
    let mut chain = chain;
    while let Some((_, around)) = chain.split_last()
        && !regions.contains(chain)
    {
        regions.insert(chain.into());
        chain = around;
    }
}

fn id_of(items: &[Item], item: ItemId) -> Option<&SafeText> {
    items.get(index(item)).map(|item| &item.id)
}

fn index(item: ItemId) -> usize {
    usize::try_from(item).unwrap_or(usize::MAX)
}
