//! Reports of one name and year that say no region and lie in several folders: who they are the folder tells.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use crate::journal::folder_of;
use crate::report::{Head, SafeText};

/// How many such reports are in each folder.
#[derive(Debug, Default)]
pub(super) struct SameNames {
    hasher: RandomState,
    by_name: HashMap<u64, Vec<(Box<str>, u32)>>,
    /// Names that are in several folders.
    shared: usize,
}

impl SameNames {
    /// A report has come.
    pub(super) fn add(&mut self, id: &SafeText, head: &Head) {
        let Some(name) = self.name(head) else { return };
        let folders = self.by_name.entry(name).or_default();
        let folder = folder_of(id);
        match folders.iter_mut().find(|(known, _)| **known == *folder) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => {
                folders.push((folder.into(), 1));
                self.shared += usize::from(folders.len() == 2);
            }
        }
    }

    /// A report has gone.
    pub(super) fn remove(&mut self, id: &SafeText, head: &Head) {
        let Some(folders) = self.name(head).and_then(|name| self.by_name.get_mut(&name)) else { return };
        let folder = folder_of(id);
        let Some(at) = folders.iter().position(|(known, _)| **known == *folder) else { return };
        if let Some((_, count)) = folders.get_mut(at) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                folders.remove(at);
                self.shared -= usize::from(folders.len() == 1);
            }
        }
    }

    /// Are there any?
    pub(super) fn any(&self) -> bool {
        self.shared > 0
    }

    /// Are there others of its name in another folder?
    pub(super) fn has_others(&self, head: &Head) -> bool {
        self.any() && self.name(head).and_then(|name| self.by_name.get(&name)).is_some_and(|folders| folders.len() > 1)
    }

    fn name(&self, head: &Head) -> Option<u64> {
        let agency = head.agency.key();
        agency.region.is_empty().then(|| self.hasher.hash_one((agency.name.as_str(), head.year)))
    }
}
