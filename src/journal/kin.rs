//! A directory that was moved, renamed or copied, or of which a part is opened, has no journal of its own yet. Another
//! journal may know its reports: by the names of their files, and that their bytes are the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::base::digest::Sha256Sum;
use crate::base::dir::{OpenGate, OwnDir};
use crate::base::file;

use super::file::Journal;

/// Journals older than so many others are not looked at: the desk is to open at once.
const JOURNALS: usize = 20;
/// So many files tell whether a journal knows them.
const FILES: usize = 30;
/// So many bytes are read at most before the first screen: of journals, and of the files of this directory.
const BYTES: Bytes = Bytes { journals: 64 << 20, files: 32 << 20 };

/// How many bytes may still be read.
#[derive(Debug, Clone, Copy)]
struct Bytes {
    journals: u64,
    files: u64,
}

/// A journal of another directory that knows reports of this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kin {
    pub(crate) path: PathBuf,
    /// How many acts it has.
    pub(crate) acts: usize,
    /// How many of the files looked at it knows, byte for byte.
    pub(crate) same: usize,
}

/// The journal beside `own` that knows most of these files; none where `own` is there already.
#[must_use]
pub(crate) fn kin(own: &Path, files: &[PathBuf]) -> Option<Kin> {
    kin_within(BYTES, own, files)
}

fn kin_within(left: Bytes, own: &Path, files: &[PathBuf]) -> Option<Kin> {
    let directory = own.parent().filter(|directory| directory.is_dir() && !own.exists())?;
    let by_name: BTreeMap<String, &PathBuf> = files.iter().filter_map(|path| Some((name_of(path)?, path))).collect();
    let mut looking = Looking { files: by_name, sums: HashMap::new(), left };
    let known = journals(directory).into_iter().filter_map(|path| looking.known(path));
    known.max_by_key(|kin| (kin.same, kin.acts))
}

/// The journals of a directory, the last written first.
fn journals(directory: &Path) -> Vec<PathBuf> {
    let Ok(own) = OwnDir::open_or_make_by(OpenGate, directory) else { return Vec::new() };
    let names = own.names(10 * JOURNALS).into_iter().filter(|name| name.ends_with(".jsonl"));
    let mut all: Vec<_> = names.map(|name| (own.entry(&name).and_then(|entry| entry.modified), name)).collect();
    all.sort_by_key(|(modified, _)| Reverse(*modified));
    all.into_iter().take(JOURNALS).map(|(_, name)| directory.join(name)).collect()
}

/// What is looked at, and was found out of it.
struct Looking<'f> {
    /// By their names, in order: of every journal the same ones are looked at, as far as it knows them.
    files: BTreeMap<String, &'f PathBuf>,
    sums: HashMap<PathBuf, Option<String>>,
    left: Bytes,
}

impl Looking<'_> {
    fn known(&mut self, path: PathBuf) -> Option<Kin> {
        if !spend(&mut self.left.journals, &path) {
            return None;
        }
        let (_, acts) = Journal::open(&path).ok()?;
        let mut spoken_of: HashMap<&str, HashSet<&str>> = HashMap::new();
        for report in acts.iter().map(|act| &act.report) {
            let name = report.id.rsplit('/').next().unwrap_or_default();
            let name = name.split_once('#').map_or(name, |(name, _)| name);
            spoken_of.entry(name).or_default().extend(report.sha256.as_deref());
        }
        let Self { files, sums, left } = self;
        let there = files.iter().filter_map(|(name, file)| Some((*file, spoken_of.get(name.as_str())?)));
        let same = there.take(FILES).filter(|(file, seen)| {
            let sum = sums.entry((*file).clone()).or_insert_with(|| sum_of(file, &mut left.files));
            sum.as_deref().is_some_and(|sum| seen.contains(sum))
        });
        let same = same.count();
        (same > 0).then_some(Kin { path, acts: acts.len(), same })
    }
}

/// May all of this file be read too?
fn spend(left: &mut u64, file: &Path) -> bool {
    let rest = fs::metadata(file).ok().and_then(|metadata| left.checked_sub(metadata.len()));
    *left = rest.unwrap_or(*left);
    rest.is_some()
}

fn sum_of(file: &Path, left: &mut u64) -> Option<String> {
    let most = *left;
    let bytes = spend(left, file).then(|| file::read(file, most).ok())??;
    Some(Sha256Sum::of(&bytes).to_string())
}

/// The last part of the id that a file has.
fn name_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    Some(name.strip_suffix(".json").unwrap_or(&name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::SafeText;
    use crate::journal::{Act, ReportRef, Target};

    const ENOUGH: Bytes = Bytes { journals: 1 << 20, files: 1 << 20 };

    struct Place(tempfile::TempDir);

    impl Place {
        fn journal(&self, name: &str, files: &[&PathBuf], words: &str) -> PathBuf {
            let path = self.0.path().join(name);
            let (mut journal, _) = Journal::open(&path).unwrap();
            for file in files {
                let sum = Sha256Sum::of(&fs::read(file).unwrap()).to_string();
                let id = SafeText::line(&format!("earlier/{}", name_of(file).unwrap()));
                let report = ReportRef { id, sha256: Some(SafeText::line(&sum)), ..ReportRef::default() };
                journal.append(&[Act::note("li", report, Target::Report, words, None)]).unwrap();
            }
            path
        }

        fn found(&self, left: Bytes, files: &[PathBuf]) -> Option<(PathBuf, usize)> {
            kin_within(left, &self.0.path().join("own.jsonl"), files).map(|kin| (kin.path, kin.same))
        }
    }

    fn file(dir: &Path, name: &str) -> PathBuf {
        let path = dir.join(name);
        fs::write(&path, name.repeat(20)).unwrap();
        path
    }

    #[test]
    fn before_the_first_screen_only_so_much_is_read() {
        let place = Place(tempfile::tempdir().unwrap());
        let reports = tempfile::tempdir().unwrap();
        let files = ["a.json", "b.json", "c.json"].map(|name| file(reports.path(), name));
        let [a, b, c] = files.each_ref();
        let large = place.journal("large.jsonl", &[a, b, c], &"请核对".repeat(1000));
        let small = place.journal("small.jsonl", &[a, b], "请核对");
        assert_eq!(place.found(ENOUGH, &files), Some((large.clone(), 3)));
        let journals = fs::metadata(&small).unwrap().len();
        assert_eq!(place.found(Bytes { journals, ..ENOUGH }, &files), Some((small, 2)), "the large one is passed over");
        let two = 2 * fs::metadata(a).unwrap().len();
        assert_eq!(place.found(Bytes { files: two, ..ENOUGH }, &files).map(|(_, same)| same), Some(2));
        assert_eq!(place.found(Bytes { files: 0, ..ENOUGH }, &files), None);
        assert!(!place.0.path().join("own.jsonl").exists());
    }
}
