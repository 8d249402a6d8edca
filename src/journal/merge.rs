//! Several journals into one new file. The sources are only read.

use std::collections::{HashMap, VecDeque};
use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::chain::{self, Link};
use super::disk::{Disk, System};
use super::error::JournalError;
use super::handle::{private, sync_directory_of};
use super::verify::{self, Verification};

/// What a merge did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Merged {
    /// Lines of the new file.
    pub(crate) written: u64,
    /// Lines that other sources had too.
    pub(crate) repeated: u64,
    /// Ids under which two sources say different things. The copy of the source named first was kept.
    pub(crate) conflicts: Vec<Box<str>>,
    /// What is wrong in each source, in the order given. Lines that could not be read are not in the new file.
    pub(crate) sources: Vec<Verification>,
}

/// A line on its way to the new file.
struct Item {
    id: Option<Box<str>>,
    at: Timestamp,
    body: Vec<u8>,
}

/// Unites journals by id, in time order, into the new file `to` with a chain of its own. Lines of one source keep
/// their order, so that an act never comes before the one it speaks of; unknown keys and lines of newer versions
/// are carried over.
///
/// # Errors
/// [`JournalError`] if a source cannot be read, or `to` exists or cannot be written; then no file is left behind.
pub(crate) fn merge(sources: &[PathBuf], to: &Path) -> Result<Merged, JournalError> {
    merge_on(&System, sources, to)
}

/// The same, on any disk.
pub(super) fn merge_on<D: Disk>(disk: &D, sources: &[PathBuf], to: &Path) -> Result<Merged, JournalError> {
    let mut merged = Merged::default();
    let mut queues = Vec::new();
    for source in sources {
        let (queue, verification) = load(disk, source)?;
        queues.push(queue);
        merged.sources.push(verification);
    }
    let items = unite(queues, &mut merged);
    merged.written = items.len() as u64;
    write(disk, &items, to).map_err(|error| JournalError::write(to, &error))?;
    Ok(merged)
}

fn load<D: Disk>(disk: &D, source: &Path) -> Result<(VecDeque<Item>, Verification), JournalError> {
    let mut items: VecDeque<Item> = VecDeque::new();
    let verification = verify::scan(disk, source, |kept| {
        // A line whose time cannot be told stays behind the line before it.
        let before = items.back().map_or(Timestamp::MIN, |item| item.at);
        let at = kept.line.at().map_or(before, |at| at.timestamp);
        items.push_back(Item { id: kept.line.id(), at, body: kept.body.to_vec() });
    })?;
    Ok((items, verification))
}

/// Takes the earliest of the first lines again and again.
fn unite(mut queues: Vec<VecDeque<Item>>, merged: &mut Merged) -> Vec<Item> {
    let firsts = first_copies(&queues, merged);
    let mut written = vec![false; firsts.len()];
    let mut items = Vec::new();
    while let Some(item) = earliest(&mut queues).and_then(VecDeque::pop_front) {
        match firsts.get(name(&item)) {
            Some(first) if written.get(first.number) == Some(&false) => {
                if let Some(done) = written.get_mut(first.number) {
                    *done = true;
                }
                items.push(Item { body: first.body.clone(), ..item });
            }
            _ => merged.repeated += 1,
        }
    }
    items
}

struct First {
    number: usize,
    body: Vec<u8>,
}

/// What every line says according to the source named first, whichever comes first in time.
fn first_copies(queues: &[VecDeque<Item>], merged: &mut Merged) -> HashMap<Vec<u8>, First> {
    let mut firsts: HashMap<Vec<u8>, First> = HashMap::new();
    for item in queues.iter().flatten() {
        let number = firsts.len();
        match firsts.get(name(item)) {
            None => _ = firsts.insert(name(item).to_vec(), First { number, body: item.body.clone() }),
            Some(first) if first.body != item.body => merged.conflicts.extend(item.id.clone()),
            Some(_) => {}
        }
    }
    firsts
}

/// What makes two lines the same: the id, or every byte where there is none.
fn name(item: &Item) -> &[u8] {
    item.id.as_deref().map_or(&item.body, str::as_bytes)
}

fn earliest(queues: &mut [VecDeque<Item>]) -> Option<&mut VecDeque<Item>> {
    queues.iter_mut().filter(|queue| !queue.is_empty()).min_by(|a, b| order(a).cmp(&order(b)))
}

fn order(queue: &VecDeque<Item>) -> Option<(Timestamp, Option<&str>)> {
    queue.front().map(|item| (item.at, item.id.as_deref()))
}

fn write<D: Disk>(disk: &D, items: &[Item], to: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true);
    private(&mut options);
    let file = disk.create(to, &mut options)?;
    let write_all = || {
        let mut writer = BufWriter::with_capacity(1 << 16, &file);
        let (mut link, mut line) = (Link::SEED, Vec::new());
        for item in items {
            line.clear();
            link = chain::close(&mut line, &item.body, link);
            writer.write_all(&line)?;
        }
        writer.flush()?;
        file.sync_all()?;
        sync_directory_of(disk, to)
    };
    write_all().inspect_err(|_| {
        // Ours, made a moment ago, and of no use to anybody.
        let _ = disk.remove(to);
    })
}

impl Merged {
    /// Are all lines of all sources in the new file, unaltered as far as chains can tell?
    #[must_use]
    pub(crate) fn is_sound(&self) -> bool {
        self.conflicts.is_empty() && self.sources.iter().all(Verification::is_sound)
    }
}
