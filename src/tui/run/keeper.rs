//! The threads that write drafts: nobody who types waits for a disk.
//!
//! One writes beside the journal, where a disk may not answer: one draft after the other, so that words that hung there
//! for long never come over newer ones. The other waits for it, but not for long, and keeps the words at home meanwhile.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::time::Duration;
use std::{io, thread};

use uuid::Uuid;

use crate::journal::{Act, Drafts, HeldDraft, JournalError};

/// Nobody is kept waiting for a draft any longer.
const PATIENCE: Duration = Duration::from_millis(500);
/// A disk that has not taken a draft by then does not answer: the words go elsewhere.
const HANGS: Duration = Duration::from_millis(300);

/// Where drafts are.
trait Shelf: Send + 'static {
    fn save(&self, act: &Act) -> Option<PathBuf>;
    fn remove(&self, id: &Uuid) -> Result<(), JournalError>;
    /// Other desks do not take it for left over.
    fn hold(&self, place: &Path) -> Option<HeldDraft>;
}

impl Shelf for Drafts {
    fn save(&self, act: &Act) -> Option<PathBuf> {
        self.save(act).ok()
    }

    fn remove(&self, id: &Uuid) -> Result<(), JournalError> {
        self.remove(id)
    }

    fn hold(&self, place: &Path) -> Option<HeldDraft> {
        self.hold(place)
    }
}

/// What is to be done.
enum Job {
    Save(Box<Act>, Option<Sender<Option<PathBuf>>>),
    Remove(Uuid, Option<Sender<Result<(), JournalError>>>),
    /// All that was asked before is done.
    Done(Sender<()>),
}

/// What is to be done beside the journal.
enum Order {
    Save(Box<Act>, SyncSender<Option<PathBuf>>),
    Remove(Uuid, SyncSender<Result<(), JournalError>>),
}

impl Order {
    fn id(&self) -> Uuid {
        match self {
            Self::Save(act, _) => act.id,
            Self::Remove(id, _) => *id,
        }
    }
}

/// The threads; handles may be cloned.
#[derive(Clone)]
pub(super) struct Keeper(Sender<Job>);

impl Keeper {
    /// Starts the threads.
    pub(crate) fn spawn(drafts: &Drafts) -> io::Result<Self> {
        Self::spawn_on(drafts.beside(), drafts.at_home())
    }

    fn spawn_on(shelf: impl Shelf, home: Option<Drafts>) -> io::Result<Self> {
        let (tell, orders) = channel();
        let under_way = Arc::new(AtomicUsize::new(0));
        let theirs = Arc::clone(&under_way);
        thread::Builder::new().name("drafts-disk".into()).spawn(move || beside(&shelf, &orders, &theirs))?;
        let (jobs, wanted) = channel();
        let front = Front { tell, under_way, home, at_home: HashSet::new(), held: HashMap::new() };
        thread::Builder::new().name("drafts".into()).spawn(move || front.run(&wanted))?;
        Ok(Self(jobs))
    }

    /// Keeps an act, or its newer words under the same id.
    pub(crate) fn save(&self, act: Act) {
        let _ = self.0.send(Job::Save(Box::new(act), None));
    }

    /// The same, and waits for a moment; where it is, if that is known by then.
    pub(crate) fn save_now(&self, act: Act) -> Option<PathBuf> {
        let (tell, told) = channel();
        self.0.send(Job::Save(Box::new(act), Some(tell))).ok()?;
        told.recv_timeout(PATIENCE).ok()?
    }

    /// The journal has it, or it was thrown away.
    pub(crate) fn remove(&self, id: Uuid) {
        let _ = self.0.send(Job::Remove(id, None));
    }

    /// The same, and waits for a moment.
    ///
    /// # Errors
    /// If it is there and cannot be removed, and that is known by then.
    pub(crate) fn remove_now(&self, id: Uuid) -> Result<(), JournalError> {
        let (tell, told) = channel();
        if self.0.send(Job::Remove(id, Some(tell))).is_err() {
            return Ok(());
        }
        told.recv_timeout(PATIENCE).unwrap_or(Ok(()))
    }

    /// Waits for a moment until all is done that was asked for.
    pub(crate) fn flush(&self) {
        let (tell, told) = channel();
        if self.0.send(Job::Done(tell)).is_ok() {
            let _ = told.recv_timeout(PATIENCE);
        }
    }
}

/// Beside the journal, in order; what was overtaken while the disk did not answer is not done.
fn beside(shelf: &impl Shelf, orders: &Receiver<Order>, under_way: &AtomicUsize) {
    // Held as long as the desk lives: so that another one of the same reviewer does not take them for left over.
    let mut held: HashMap<Uuid, HeldDraft> = HashMap::new();
    while let Ok(first) = orders.recv() {
        let mut newest: HashMap<Uuid, Order> = HashMap::new();
        for order in std::iter::once(first).chain(orders.try_iter()) {
            if newest.insert(order.id(), order).is_some() {
                under_way.fetch_sub(1, Ordering::Release);
            }
        }
        for (id, order) in newest {
            match order {
                Order::Save(act, tell) => {
                    let place = shelf.save(&act);
                    if let Some(file) = place.as_deref().and_then(|place| shelf.hold(place)) {
                        held.insert(id, file);
                    }
                    under_way.fetch_sub(1, Ordering::Release);
                    let _ = tell.send(place);
                }
                Order::Remove(_, tell) => {
                    // What cannot be removed is the same act as the one in the journal, and is known by that.
                    let removed = shelf.remove(&id);
                    held.remove(&id);
                    under_way.fetch_sub(1, Ordering::Release);
                    let _ = tell.send(removed);
                }
            }
        }
    }
}

/// Has drafts written beside the journal, or, where the disk does not answer, at home.
struct Front {
    tell: Sender<Order>,
    /// How much the other thread has not done yet.
    under_way: Arc<AtomicUsize>,
    home: Option<Drafts>,
    /// Which are at home because the disk did not answer.
    at_home: HashSet<Uuid>,
    held: HashMap<Uuid, HeldDraft>,
}

impl Front {
    fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(job) = jobs.recv() {
            match job {
                Job::Save(act, tell) => {
                    let place = self.save(*act);
                    if let Some(tell) = tell {
                        let _ = tell.send(place);
                    }
                }
                Job::Remove(id, tell) => {
                    let removed = self.remove(id);
                    if let Some(tell) = tell {
                        let _ = tell.send(removed);
                    }
                }
                Job::Done(tell) => drop(tell.send(())),
            }
        }
    }

    fn save(&mut self, act: Act) -> Option<PathBuf> {
        let kept = self.ask(|tell| Order::Save(Box::new(act.clone()), tell)).flatten();
        let Some(home) = &self.home else { return kept };
        if kept.is_some() {
            if self.at_home.remove(&act.id) {
                // It would be the newer one of the two when older words are restored.
                home.remove_draft(&act.id);
                self.held.remove(&act.id);
            }
            return kept;
        }
        let place = home.save(&act).ok()?;
        self.at_home.insert(act.id);
        if let Some(file) = home.hold(&place) {
            self.held.insert(act.id, file);
        }
        Some(place)
    }

    fn remove(&mut self, id: Uuid) -> Result<(), JournalError> {
        let removed = self.ask(|tell| Order::Remove(id, tell)).unwrap_or(Ok(()));
        let at_home = self.home.as_ref().map_or(Ok(()), |home| home.remove(&id));
        self.at_home.remove(&id);
        self.held.remove(&id);
        removed.and(at_home)
    }

    /// What comes of an order, if it comes in time. What does not may still happen, but never after a later one.
    fn ask<T>(&self, order: impl FnOnce(SyncSender<T>) -> Order) -> Option<T> {
        let (tell, told) = sync_channel(1);
        let hangs = self.under_way.fetch_add(1, Ordering::Acquire) > 0;
        self.tell.send(order(tell)).ok()?;
        // Known already: nobody waits for it again and again.
        let patience = if hangs { Duration::ZERO } else { HANGS };
        told.recv_timeout(patience).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::time::Instant;

    use super::*;
    use crate::journal::{ReportRef, Target};

    /// A disk that does not answer as long as the other end of the channel is there, and what it has in the end.
    struct Hanging(Receiver<()>, Arc<Mutex<Vec<String>>>);

    impl Shelf for Hanging {
        fn save(&self, act: &Act) -> Option<PathBuf> {
            let _ = self.0.recv();
            self.1.lock().unwrap().push(act.words().to_owned());
            Some(PathBuf::from("beside"))
        }

        fn remove(&self, _: &Uuid) -> Result<(), JournalError> {
            let _ = self.0.recv();
            self.1.lock().unwrap().clear();
            Ok(())
        }

        fn hold(&self, _: &Path) -> Option<HeldDraft> {
            None
        }
    }

    fn wait(is_so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < Duration::from_secs(10));
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// The drafts in a directory, held by whomever.
    fn kept(dir: &Path) -> Vec<String> {
        let files = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
        files.filter_map(|path| std::fs::read_to_string(path).ok()).collect()
    }

    fn act(words: &str) -> Act {
        Act::note("li", ReportRef::default(), Target::Report, words, None)
    }

    #[test]
    fn a_disk_that_hangs_holds_up_no_draft_and_puts_no_older_words_over_newer_ones() {
        let dir = tempfile::tempdir().unwrap();
        let home = Drafts::of(&dir.path().join("j.jsonl")).beside();
        let (free, hanging) = channel();
        let disk = Arc::new(Mutex::new(Vec::new()));
        let keeper = Keeper::spawn_on(Hanging(hanging, Arc::clone(&disk)), Some(home)).unwrap();
        let old = act("旧");
        let begun = Instant::now();
        for words in ["旧", "新", "更新", "最新"] {
            let place = keeper.save_now(old.clone().with_words(words)).unwrap();
            assert!(place.starts_with(dir.path()));
        }
        assert!(begun.elapsed() < Duration::from_secs(5));
        assert!(matches!(&kept(dir.path())[..], [draft] if draft.contains("最新")));
        drop(free);
        wait(|| disk.lock().unwrap().last().is_some_and(|words| words == "最新"));
        assert_eq!(*disk.lock().unwrap(), ["旧", "最新"], "what was overtaken is not written");
        // Older words are restored: what is at home would be taken for the newer ones.
        wait(|| keeper.save_now(old.clone()).is_some_and(|place| place == Path::new("beside")));
        assert!(kept(dir.path()).is_empty());
    }

    #[test]
    fn what_was_thrown_away_while_a_disk_hung_does_not_come_back() {
        let dir = tempfile::tempdir().unwrap();
        let home = Drafts::of(&dir.path().join("j.jsonl")).beside();
        let (free, hanging) = channel();
        let disk = Arc::new(Mutex::new(Vec::new()));
        let keeper = Keeper::spawn_on(Hanging(hanging, Arc::clone(&disk)), Some(home)).unwrap();
        let act = act("不要的");
        keeper.save_now(act.clone());
        assert!(keeper.remove_now(act.id).is_ok());
        assert!(kept(dir.path()).is_empty());
        drop(free);
        // Something else that is done after it.
        let later = Act { id: Uuid::now_v7(), ..act.with_words("后来的") };
        wait(|| keeper.save_now(later.clone()).is_some_and(|place| place.ends_with("beside")));
        assert!(!disk.lock().unwrap().contains(&"不要的".to_owned()));
    }

    #[test]
    fn a_draft_is_kept_and_removed_and_at_home_where_there_is_no_other_place() {
        let dir = tempfile::tempdir().unwrap();
        let journal = dir.path().join("j.jsonl");
        let drafts = Drafts::of(&journal);
        let keeper = Keeper::spawn(&drafts).unwrap();
        let act = act("写到一半");
        let place = keeper.save_now(act.clone()).unwrap();
        assert!(place.starts_with(dir.path()) && place.is_file());
        keeper.remove(act.id);
        keeper.flush();
        assert!(!place.exists());
    }
}
