//! A directory that was moved, renamed or copied, or of which a part is opened, has no journal of its own yet. Another
//! journal may know its reports: by the names of their files, and that their bytes are the same.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::base::digest::Sha256Sum;
use crate::base::dir::{OpenGate, OwnDir};
use crate::base::file;

use super::file::Journal;

/// Journals older than so many others are not looked at: the desk is to open at once.
const JOURNALS: usize = 20;
/// So many files tell whether a journal knows them.
const FILES: usize = 30;
/// Larger files are not read for this.
const LARGEST: u64 = 32 << 20;

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
    let directory = own.parent().filter(|directory| directory.is_dir() && !own.exists())?;
    let by_name: HashMap<String, &PathBuf> = files.iter().filter_map(|path| Some((name_of(path)?, path))).collect();
    let mut sums = HashMap::new();
    let known = journals(directory).into_iter().filter_map(|path| known(path, &by_name, &mut sums));
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

fn known(path: PathBuf, files: &HashMap<String, &PathBuf>, sums: &mut HashMap<PathBuf, Option<String>>) -> Option<Kin> {
    let (_, acts) = Journal::open(&path).ok()?;
    let mut spoken_of: HashMap<&str, HashSet<&str>> = HashMap::new();
    for report in acts.iter().map(|act| &act.report) {
        let name = report.id.rsplit('/').next().unwrap_or_default();
        let name = name.split_once('#').map_or(name, |(name, _)| name);
        spoken_of.entry(name).or_default().extend(report.sha256.as_deref());
    }
    let there = spoken_of.iter().filter_map(|(name, seen)| Some((*files.get(*name)?, seen)));
    let same = there.take(FILES).filter(|(file, seen)| {
        let sum = sums.entry((*file).clone()).or_insert_with(|| sum_of(file));
        sum.as_deref().is_some_and(|sum| seen.contains(sum))
    });
    let same = same.count();
    (same > 0).then_some(Kin { path, acts: acts.len(), same })
}

fn sum_of(file: &Path) -> Option<String> {
    Some(Sha256Sum::of(&file::read(file, LARGEST).ok()?).to_string())
}

/// The last part of the id that a file has.
fn name_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    Some(name.strip_suffix(".json").unwrap_or(&name).to_owned())
}
