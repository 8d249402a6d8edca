//! Agencies that are expected to report and have not: items without a file, so that they can be written to and assigned.

use crate::report::{Agency, Head, SafeText};

use super::super::item::{Item, ItemId};
use super::Library;

/// Before their names in the order of ids: they stand behind all files.
const BEHIND: char = '～';

impl Library {
    /// These agencies have no report now, and no others: in words, what that is called. Has anything changed?
    pub(crate) fn set_absent(&mut self, heads: Vec<Head>, why: &SafeText) -> bool {
        let heads: Vec<Head> = heads.into_iter().map(placed).collect();
        let there: Vec<ItemId> = self
            .absent
            .iter()
            .filter(|(item, head)| !self.is_gone(**item) && !heads.contains(head))
            .map(|it| *it.0)
            .collect();
        let mut changed = !there.is_empty();
        there.into_iter().for_each(|item| self.remove(item));
        for head in heads {
            let known = self.absent.iter().find(|(_, known)| **known == head).map(|(item, _)| *item);
            match known {
                Some(item) => changed |= self.gone.remove(&item),
                None => {
                    self.add_absent(head, why.clone());
                    changed = true;
                }
            }
        }
        changed
    }

    fn add_absent(&mut self, head: Head, why: SafeText) {
        let Ok(number) = ItemId::try_from(self.items.len()) else { return };
        let region: String = head.agency.region.iter().map(SafeText::as_str).collect();
        let id = SafeText::line(&format!("{BEHIND}{region}{} {}", head.agency.name, head.year));
        self.add(Item { id, path: std::path::PathBuf::new(), body: Err(why) });
        self.absent.insert(number, head);
    }

    /// The agency that an item stands for, which has not reported, and for which year.
    #[must_use]
    pub(crate) fn absent(&self, item: ItemId) -> Option<&Head> {
        self.absent.get(&item)
    }

    /// Those by this name.
    pub(super) fn absent_as(&self, region: &[SafeText], agency: &str, year: u16) -> impl Iterator<Item = ItemId> {
        let is_it = move |head: &Head| {
            head.year == year && head.agency.name.as_str() == agency && *head.agency.region == *region
        };
        self.absent.iter().filter(move |(item, head)| is_it(head) && !self.is_gone(**item)).map(|(item, _)| *item)
    }
}

/// A roster need not say where an agency is; its name says it then, as for a report.
fn placed(mut head: Head) -> Head {
    if head.agency.region.is_empty() {
        head.agency.region = Agency::of_name(&head.agency.name).region;
    }
    head
}
