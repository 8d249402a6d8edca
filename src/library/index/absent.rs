//! Agencies that are expected to report and have not: items without a file, so that they can be written to and assigned.

use std::collections::HashMap;

use crate::report::{Agency, Head, SafeText};

use super::super::item::{Item, ItemId};
use super::Library;

/// Before their names in the order of ids: they stand behind all files.
const BEHIND: char = '～';

impl Library {
    /// These agencies have no report now, and no others: in words, what that is called. Has anything changed?
    pub(crate) fn set_absent(&mut self, heads: Vec<Head>, why: &SafeText) -> bool {
        let heads: Vec<Head> = heads.into_iter().map(placed).collect();
        let mut wanted: HashMap<Name<'_>, Vec<&Head>> = HashMap::new();
        heads.iter().for_each(|head| wanted.entry(name_of(head)).or_default().push(head));
        let is_wanted = |head: &Head| wanted.get(&name_of(head)).is_some_and(|heads| heads.contains(&head));
        let listed = self.absent.iter().filter(|(item, head)| !self.is_gone(**item) && !is_wanted(head));
        let there: Vec<ItemId> = listed.map(|(item, _)| *item).collect();
        let mut changed = !there.is_empty();
        there.into_iter().for_each(|item| self.remove(item));
        let known = std::mem::take(&mut self.absent);
        let mut numbers: HashMap<Name<'_>, Vec<(&Head, ItemId)>> = HashMap::new();
        known.iter().for_each(|(item, head)| numbers.entry(name_of(head)).or_default().push((head, *item)));
        for head in &heads {
            let alike = numbers.entry(name_of(head)).or_default();
            match alike.iter().find(|(known, _)| *known == head) {
                Some((_, item)) => changed |= self.gone.remove(item),
                None => {
                    alike.extend(self.add_absent(head, why.clone()).map(|item| (head, item)));
                    changed = true;
                }
            }
        }
        self.absent.extend(known);
        changed
    }

    fn add_absent(&mut self, head: &Head, why: SafeText) -> Option<ItemId> {
        let number = ItemId::try_from(self.items.len()).ok()?;
        let region: String = head.agency.region.iter().map(SafeText::as_str).collect();
        let id = SafeText::line(&format!("{BEHIND}{region}{} {}", head.agency.name, head.year));
        self.add(Item { id, path: std::path::PathBuf::new(), body: Err(why) });
        self.absent.insert(number, head.clone());
        Some(number)
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

/// What tells most of them apart.
type Name<'h> = (&'h str, u16);

fn name_of(head: &Head) -> Name<'_> {
    (head.agency.name.as_str(), head.year)
}

/// A roster need not say where an agency is; its name says it then, as for a report.
fn placed(mut head: Head) -> Head {
    if head.agency.region.is_empty() {
        head.agency.region = Agency::of_name(&head.agency.name).region;
    }
    head
}
