//! Reports whose files are as they were, checked again: under another name, or since what they are held against has
//! changed, has come, or is known only now.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::report::Lean;

use super::super::event::{Changes, Event};
use super::super::item::Item;
use super::compare::{Compared, OneCompared};
use super::read::Arrived;
use super::{Follower, GROUP, Known};

impl Follower<'_> {
    /// Keeps what was drawn of what was read.
    pub(super) fn drawn(&mut self, read: Vec<(PathBuf, Arrived)>) -> Vec<Item> {
        let keep = |(path, Arrived { item, drawn }): (PathBuf, Arrived)| {
            self.books.draw(&path, drawn);
            item
        };
        read.into_iter().map(keep).collect()
    }

    /// The agencies of a few reports have got another name: what is found in them, and in those of the year after, may be
    /// another thing by it.
    pub(super) fn name(&mut self, group: &[PathBuf]) {
        let directory = self.directory;
        let root = &directory.root;
        // One that cannot be read just now stays as it is, and is waited for by itself.
        let read: Vec<_> = group.par_iter().filter_map(|path| Some((path, directory.read(path).ok()?))).collect();
        let mut heads = Vec::new();
        let is_there = |path: &Path| self.books.get(path).is_some_and(|known| !known.gone);
        let read: Vec<_> = read.into_iter().filter(|(path, _)| is_there(path)).collect();
        for (path, (report, _)) in &read {
            let stamp = self.books.get(path).and_then(|known| known.stamp);
            heads.extend(self.books.reread(root, path, Some(Arc::new(report.lean.clone())), stamp));
        }
        let paths: Vec<&Path> = read.iter().map(|(path, _)| path.as_path()).collect();
        let concerned = self.concerned(&heads, &paths);
        let books = &self.books;
        let comparer = &self.comparer;
        let read = read.into_par_iter().map(|(path, report)| {
            let arrived = directory.arrived(path, Ok(report), books, comparer);
            (path.clone(), arrived)
        });
        let read: Vec<_> = read.collect();
        let renamed = self.drawn(read);
        self.directory.documents.rest();
        self.tell(Changes { renamed, concerned, ..Changes::default() });
    }

    /// The reports that are held against these, checked again: what they are held against has changed.
    pub(super) fn concerned(&self, heads: &[Arc<Lean>], but: &[&Path]) -> Vec<Item> {
        let held = heads.iter().flat_map(|lean| self.books.held_against(&lean.head, self.directory.basis.roster));
        let mut paths: Vec<&Path> = held.map(|known| known.path.as_path()).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.retain(|path| !but.contains(path));
        self.again(&paths)
    }

    /// Checks reports again that are as they were.
    fn again<P: AsRef<Path> + Sync>(&self, paths: &[P]) -> Vec<Item> {
        let (directory, books) = (self.directory, &self.books);
        // One that cannot be read just now stays as it is, and is waited for by itself.
        let again = |path: &Path| Some(directory.again(path, directory.read(path).ok()?, books));
        paths.par_iter().filter_map(|path| again(path.as_ref())).collect()
    }

    /// What was published is known only now: the reports that are there to be held against it are checked again.
    pub(super) fn hold_against_published(&mut self) {
        let Some(published) = self.directory.basis.inputs.published else { return };
        if !std::mem::take(&mut self.begun.without_published) {
            return;
        }
        let is_listed = |known: &&Known| known.lean.as_ref().is_some_and(|lean| published.of(&lean.head).is_some());
        self.behind = self.books.there().filter(is_listed).map(|known| known.path.clone()).collect();
    }

    /// Checks a few of those again that are behind.
    pub(super) fn catch_up(&mut self) {
        let left = self.behind.len().saturating_sub(GROUP);
        let group = self.behind.split_off(left);
        if !group.is_empty() {
            let concerned = self.again(&group);
            self.tell(Changes { concerned, ..Changes::default() });
        }
    }

    /// Compares all reports again where that is due, and tells what came of it.
    pub(super) fn compare(&mut self) {
        if let Some(compared) = self.compare.done() {
            self.compared(compared);
        }
        self.compare.begin(self.directory, &self.books);
    }

    /// What a report that has changed meanwhile was compared with others as is of no use: it will be again.
    fn compared(&self, Compared { reports, absent }: Compared) {
        let is_as_it_was = |one: &OneCompared| {
            let known = self.books.get(&one.path).and_then(|known| known.lean.as_ref());
            known.is_some_and(|lean| Arc::ptr_eq(lean, &one.lean))
        };
        let mut reports = reports.into_iter().filter(is_as_it_was).map(|one| (one.id, one.outcome));
        loop {
            let group: Vec<_> = reports.by_ref().take(GROUP).collect();
            if group.is_empty() {
                break;
            }
            (self.tell)(Event::Compared(group));
        }
        (self.tell)(Event::ComparingDone { absent });
    }
}
