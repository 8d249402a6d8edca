//! What is known of every file: how it looked from outside when it was read last, and its numbers, by agency.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check::Before;
use crate::report::roster::Roster;
use crate::report::{Head, Lean, SafeText};

use super::super::agencies::{Agencies, Shelf};
use super::super::listing::{self, Stamp};
use super::super::survey::Drawn;

pub(crate) struct Known {
    pub(crate) id: SafeText,
    pub(crate) path: PathBuf,
    /// Head and numbers; none where it cannot be read.
    pub(crate) lean: Option<Arc<Lean>>,
    /// How it looked; none where nobody has looked, or where it is not there.
    pub(crate) stamp: Option<Stamp>,
    /// Is it not there any more?
    pub(crate) gone: bool,
    /// What is kept of its texts, to compare them with others.
    pub(crate) drawn: Option<Drawn>,
}

#[derive(Default)]
pub(crate) struct Books {
    files: Vec<Known>,
    by_path: HashMap<PathBuf, u32>,
    agencies: Agencies,
    /// Where files are or were, from the innermost directory outwards.
    directories: HashSet<PathBuf>,
}

impl Books {
    pub(crate) fn of(files: Vec<Known>) -> Self {
        let mut books = Self::default();
        files.into_iter().for_each(|file| books.enter(file));
        books
    }

    /// Enters a file, new or read again.
    pub(crate) fn enter(&mut self, known: Known) {
        let next = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let place = *self.by_path.entry(known.path.clone()).or_insert(next);
        self.agencies.enter(place, known.lean.as_ref().map(|lean| &lean.head));
        let around = known.path.ancestors().skip(1).take_while(|around| !self.directories.contains(*around));
        let around: Vec<PathBuf> = around.map(Path::to_owned).collect();
        self.directories.extend(around);
        match self.files.get_mut(index(place)) {
            Some(file) => *file = known,
            None => self.files.push(known),
        }
    }

    /// Enters what was read in a file; says whose it was and is.
    pub(crate) fn reread(
        &mut self,
        root: &Path,
        path: &Path,
        lean: Option<Arc<Lean>>,
        stamp: Option<Stamp>,
    ) -> Vec<Arc<Lean>> {
        let before = self.get(path).and_then(|known| known.lean.clone());
        let heads = before.into_iter().chain(lean.clone()).collect();
        self.enter(Known { id: listing::id(root, path), path: path.to_owned(), lean, stamp, gone: false, drawn: None });
        heads
    }

    /// A file is not there any more.
    pub(crate) fn lose(&mut self, path: &Path) -> Option<SafeText> {
        let place = *self.by_path.get(path)?;
        self.agencies.leave(place);
        let file = self.files.get_mut(index(place)).filter(|file| !file.gone)?;
        (file.gone, file.stamp, file.lean, file.drawn) = (true, None, None, None);
        Some(file.id.clone())
    }

    /// What is kept of the texts of a file.
    pub(crate) fn draw(&mut self, path: &Path, drawn: Option<Drawn>) {
        let place = self.by_path.get(path).copied();
        if let Some(file) = place.and_then(|place| self.files.get_mut(index(place))) {
            file.drawn = drawn;
        }
    }

    /// How a file looks now: there is no need to read it.
    pub(crate) fn stamp(&mut self, path: &Path, stamp: Stamp) {
        let place = self.by_path.get(path).copied();
        if let Some(file) = place.and_then(|place| self.files.get_mut(index(place))) {
            file.stamp = Some(stamp);
        }
    }

    /// Are there, or were there, files below this?
    pub(crate) fn is_directory(&self, path: &Path) -> bool {
        self.directories.contains(path)
    }

    pub(crate) fn get(&self, path: &Path) -> Option<&Known> {
        self.files.get(index(*self.by_path.get(path)?))
    }

    /// All files that are there.
    pub(crate) fn there(&self) -> impl Iterator<Item = &Known> {
        self.files.iter().filter(|file| !file.gone)
    }

    /// What stands for a report for the year before.
    pub(crate) fn before(&self, head: &Head, roster: Option<&Roster>) -> Before {
        self.agencies.before(head, roster, self)
    }

    /// The reports that may be held against one with this head.
    pub(crate) fn held_against(&self, head: &Head, roster: Option<&Roster>) -> Vec<&Known> {
        let places = self.agencies.held_against(head, roster).into_iter();
        places.filter_map(|place| self.files.get(index(place))).collect()
    }
}

impl Shelf for Books {
    fn lean(&self, number: u32) -> Option<&Arc<Lean>> {
        self.files.get(index(number))?.lean.as_ref()
    }

    fn id(&self, number: u32) -> Option<&SafeText> {
        self.files.get(index(number)).map(|file| &file.id)
    }
}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::fixture::{item, paper};

    fn known(id: &str, agency: &str, year: u16) -> Known {
        let lean = item(&paper(id, agency, year)).body.map(|sheet| sheet.lean).ok();
        Known { id: id.into(), path: PathBuf::from(id), lean, stamp: None, gone: false, drawn: None }
    }

    fn ids<'a>(files: impl Iterator<Item = &'a Known>) -> Vec<&'a str> {
        files.map(|file| file.id.as_str()).collect()
    }

    #[test]
    fn a_file_is_where_it_now_says_and_nowhere_when_it_is_gone() {
        let mut books = Books::default();
        for file in [known("a", "甲", 2024), known("b", "甲", 2023), known("c", "乙", 2023)] {
            books.enter(file);
        }
        let head = |id: &str| books.get(Path::new(id)).unwrap().lean.clone().unwrap();
        let new = head("a");
        assert_eq!(books.before(&new.head, None).lean().unwrap().head.year, 2023);
        books.enter(known("b", "乙", 2023));
        assert!(books.before(&new.head, None).lean().is_none(), "it was another agency's");
        assert_eq!(books.lose(Path::new("c")).as_deref(), Some("c"));
        assert_eq!(books.lose(Path::new("c")), None, "said once");
        assert_eq!(ids(books.there()), ["a", "b"]);
        books.enter(known("c", "乙", 2023));
        assert_eq!(ids(books.there()), ["a", "b", "c"]);
        books.enter(known("x/y/d", "丁", 2024));
        assert!(books.is_directory(Path::new("x/y")) && books.is_directory(Path::new("x")));
        assert!(!books.is_directory(Path::new("x/y/d")) && !books.is_directory(Path::new("a")));
    }
}
