//! Every call of the journal's path failing, one at a time and from one on, in every way that disks have.
//!
//! An operation is run once to count its calls, then once for each call and each fault, in a directory of its own.
//! Whatever failed: nothing confirmed is lost, what is said to be saved is there, earlier bytes are as they were, the
//! words are in the journal, in a draft or in the caller's hand, the journal is sound, and the next append works.

mod disk;
mod operations;

use std::fs;
use std::io;
use std::path::PathBuf;

use super::*;
use crate::journal::disk::Call;
use rayon::prelude::*;

use disk::{Fault, Faulty, Reach};

/// One run of an operation: where it works, and what it says.
pub(super) struct Run {
    pub(crate) disk: Faulty,
    pub(crate) journal: PathBuf,
    /// Said to be saved.
    pub(crate) confirmed: Vec<Act>,
    /// Not said to be saved, and the caller still has them.
    pub(crate) in_hand: Vec<Act>,
    /// What a desk that follows the journal knows.
    pub(crate) known: Review,
}

impl Run {
    pub(crate) fn new(directory: &Path, disk: Faulty) -> Self {
        let journal = directory.join("共享/2025/j.jsonl");
        Self { disk, journal, confirmed: Vec::new(), in_hand: Vec::new(), known: Review::default() }
    }

    /// What somebody wrote before, on a disk in order.
    pub(crate) fn before(&self, acts: &[Act]) {
        Journal::open(&self.journal).unwrap().0.append(acts).unwrap();
    }

    /// As a desk opens it. `None` if it cannot.
    pub(crate) fn open(&mut self) -> Option<Journal<Faulty>> {
        let (journal, acts) = Journal::open_on(self.disk.clone(), &self.journal).ok()?;
        self.known.apply(acts);
        Some(journal)
    }

    /// As a desk records: told what was saved, or keeping it.
    pub(crate) fn record(&mut self, journal: &mut Journal<Faulty>, acts: &[Act]) {
        journal.set_patience(std::time::Duration::from_millis(2));
        match journal.append(acts) {
            Ok(update) => {
                self.known.update(update);
                self.confirmed.extend_from_slice(acts);
            }
            Err(_) => self.in_hand.extend_from_slice(acts),
        }
    }

    pub(crate) fn drafts(&self) -> Drafts<Faulty> {
        Drafts::on(self.disk.clone(), &self.journal, Some(self.home()))
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.journal.with_file_name("home/drafts")
    }
}

/// An operation: what there is before it, and what it does.
pub(super) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) prepare: fn(&mut Run),
    pub(crate) act: fn(&mut Run),
}

fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

fn is_known(acts: &[Act], act: &Act) -> bool {
    acts.iter().any(|known| known.id == act.id)
}

/// In memory where there is a place for that: thousands of syncs take long on a real disk.
fn directory() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// Runs an operation with one fault and looks at what is left. How many calls it made.
fn run(operation: &Operation, fault: Option<(Fault, Reach, usize)>) -> usize {
    let directory = directory();
    let disk = Faulty::default();
    let mut run = Run::new(directory.path(), disk.clone());
    (operation.prepare)(&mut run);
    let before = bytes(&run.journal);
    disk.arm(fault);
    (operation.act)(&mut run);
    let calls = disk.disarm();
    let what = format!("{}: {fault:?} of {:?}", operation.name, disk.calls());
    check(&mut run, &before, &what);
    if fault.is_none() {
        assert!(run.in_hand.is_empty(), "{what}: fails on a disk in order");
    }
    calls
}

fn check(run: &mut Run, before: &[u8], what: &str) {
    let after = bytes(&run.journal);
    assert!(after.starts_with(before), "{what}: earlier bytes have changed");
    let (mut journal, acts) = Journal::open(&run.journal).unwrap_or_else(|error| panic!("{what}: {error}"));
    for act in &run.confirmed {
        assert!(is_known(&acts, act), "{what}: {} was said to be saved", act.text);
    }
    if run.journal.exists() {
        let checked = verify(&run.journal).unwrap();
        assert!(checked.is_sound(), "{what}: {checked:?}");
    }
    let drafts = Drafts::on(disk::in_order(), &run.journal, Some(run.home()));
    for act in drafts.load("li") {
        assert!(!act.text.is_empty(), "{what}: a draft without its words");
    }
    // The same again, and something new, as a reviewer would.
    let next = note("li", "下一条");
    let again: Vec<Act> = run.in_hand.iter().chain([&next]).cloned().collect();
    journal.append(&again).unwrap_or_else(|error| panic!("{what}: {error}"));
    let (_, acts) = Journal::open(&run.journal).unwrap();
    for act in run.confirmed.iter().chain(&again) {
        assert!(is_known(&acts, act), "{what}: {} is not there after another try", act.text);
    }
    let ids: std::collections::HashSet<_> = acts.iter().map(|act| act.id).collect();
    assert_eq!(ids.len(), acts.len(), "{what}: something counts twice");
    assert!(verify(&run.journal).unwrap().is_sound(), "{what}: after another try");
    assert!(bytes(&run.journal).starts_with(&after), "{what}: bytes have changed with the next append");
}

fn every_fault(operation: &Operation) {
    let calls = run(operation, None);
    assert!(calls > 0, "{}: does not go through the disk", operation.name);
    for call in 1..=calls {
        for (fault, reach) in Fault::ALL {
            run(operation, Some((fault, reach, call)));
        }
    }
}

#[test]
fn no_call_that_fails_loses_anything() {
    operations::ALL.par_iter().for_each(every_fault);
}

/// Linux refuses to open another user's file for creating in a sticky directory that several may write, whoever asks
/// (`fs.protected_regular`): a shared journal would be read-only for all but the one who made it.
#[test]
fn a_journal_that_is_there_is_never_asked_to_be_made() {
    #[derive(Debug, Clone)]
    struct Sticky;
    impl crate::journal::disk::Disk for Sticky {
        fn call<T>(&self, call: Call, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
            if call == Call::Create { Err(io::ErrorKind::PermissionDenied.into()) } else { act() }
        }
    }
    let directory = directory();
    let path = directory.path().join("j");
    Journal::open(&path).unwrap().0.append(&[note("li", "一")]).unwrap();
    let (mut journal, _) = Journal::open_on(Sticky, &path).unwrap();
    journal.append(&[note("wang", "二")]).unwrap();
    // Another file in its place, so that it has to be opened again.
    let other = directory.path().join("other");
    fs::copy(&path, &other).unwrap();
    fs::rename(&other, &path).unwrap();
    journal.append(&[note("wang", "三")]).unwrap();
    assert_eq!(texts(&read(&path)), ["一", "二", "三"]);
}

/// The seam is the whole path: whatever is added to it later must go through it too.
#[test]
fn the_journal_touches_the_disk_in_one_place_only() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/journal");
    for name in ["file", "handle", "merge", "verify", "draft", "scan", "lines"] {
        let text = fs::read_to_string(directory.join(format!("{name}.rs"))).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for foreign in ["fs::read", "fs::write", "fs::remove", "fs::rename", "fs::create", "File::open", "File::create"]
        {
            assert!(!code.contains(foreign), "{name}.rs calls {foreign} itself");
        }
    }
}

/// Who is here: whatever fails, the desk goes on, and nothing is touched that is not its own.
#[test]
fn presence_fails_in_silence_and_touches_nothing_of_others() {
    let one = |fault: Option<(Fault, Reach, usize)>| {
        let directory = directory();
        let journal = directory.path().join("j.jsonl");
        let place = directory.path().join("j.jsonl.here");
        fs::create_dir(&place).unwrap();
        let others = [("other.txt", "kept"), ("王-elsewhere-1.json", "{}"), ("li-x-1.json", "{")];
        others.iter().for_each(|(name, text)| fs::write(place.join(name), text).unwrap());
        let disk = Faulty::default();
        let mut here = Here::on(disk.clone(), &journal, &"li".into());
        disk.arm(fault);
        here.poll();
        here.look_at(Some(report("卢氏县")));
        here.poll();
        let calls = disk.disarm();
        // The disk is in order again: the next word about it is heard.
        here.look_at(None);
        here.poll();
        let count = || fs::read_dir(&place).map_or(0, Iterator::count);
        let what = format!("{fault:?} of {:?}", disk.calls());
        assert!(count() > others.len(), "{what}: it does not say that it is here");
        here.leave();
        for (name, text) in others {
            assert_eq!(fs::read_to_string(place.join(name)).unwrap_or_default(), text, "{what}: {name}");
        }
        // A removal that failed may leave one behind, which is cleared away after an hour.
        assert!(count() <= others.len() + 1, "{what}: {} files", count());
        calls
    };
    let calls = one(None);
    assert!(calls > 8, "{calls}");
    for at in 1..=calls {
        for (fault, reach) in Fault::ALL {
            one(Some((fault, reach, at)));
        }
    }
}
