//! The threads that read: the whole directory once, and one report's narrative whenever somebody looks.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, SystemTime};
use std::{io, thread};

use crate::base::digest::Sha256Sum;
use crate::check::similar::Comparer;
use crate::check::{self, Basis, Before, Brief, Digest, Outcome};
use crate::library::Case;
use crate::library::load::{self, Entry, Event};
use crate::library::survey::{self, Found, Member};
use crate::library::{self, Documents};
use crate::report::{Lean, Report, SafeText};
use crate::tui::model::{Item, ItemId, Sheet};
use crate::tui::msg::{Checked, Msg};
use crate::words::{Describe, Words};

use super::live::{self, Books, Followed, Known, Order};
use super::names::Names;
use super::{Setup, Wake, source};

/// Checking what takes all reports waits so long for the journal, which says what reviewers have named.
const PATIENCE: Duration = Duration::from_secs(3);

/// What somebody wants to see.
pub(super) enum Wanted {
    /// A report's narrative.
    Story(Story),
    /// The document it was read from: wanted only once the narrative is there.
    Source(source::Wanted),
}

/// A narrative that somebody wants to see.
pub(super) struct Story {
    pub item: ItemId,
    pub path: PathBuf,
    /// Head and cells, which its texts are checked against.
    pub lean: Arc<Lean>,
    /// What stands for the year before.
    pub before: Before,
}

/// What is known of a report once it is loaded: its findings, and if its texts are checked already, what is kept of
/// them, and what its bytes came to.
type Inspected = (Vec<Brief>, Option<(Digest, Option<Sha256Sum>)>);

/// Starts to load and check the directory: first all tables, then all texts; then to follow what changes in it. Takes
/// orders to look.
pub(super) fn spawn_loader(
    setup: &Setup,
    names: Arc<Names>,
    tell: Sender<Wake>,
    cancel: Arc<AtomicBool>,
) -> io::Result<Sender<Order>> {
    let (root, documents, words) = (setup.root.clone(), Arc::clone(&setup.documents), setup.lang.words());
    let (profile, roster, poll) = (setup.profile, setup.roster, setup.poll);
    let (look, orders) = channel();
    let sender = look.clone();
    let work = move || {
        let began = SystemTime::now();
        let delivered = Mutex::new(Delivered::new(tell));
        let basis = Basis::new(profile).with_roster(roster);
        let comparer = Comparer::new(&basis);
        let inspect = |lean: &Lean, report: Option<&Report>| inspect(lean, report, &comparer, &basis);
        load::load(&root, &*documents, &inspect, &cancel, &|event| {
            // Poisoned: a thread has panicked, and the desk is about to end.
            let Ok(mut delivered) = delivered.lock() else { return };
            match event {
                Event::Found(found) => delivered.say(Msg::Found(found)),
                Event::Loaded(entries) => delivered.deliver(entries, words),
            }
        });
        let Ok(mut delivered) = delivered.into_inner() else { return };
        delivered.say(Msg::LoadingDone);
        names.wait(PATIENCE);
        let named = if names.any() { delivered.name(&*documents) } else { Vec::new() };
        let (known, tell) = (std::mem::take(&mut delivered.known), delivered.tell.clone());
        check_texts(delivered, &root, &*documents, &basis, &cancel);
        if !named.is_empty() {
            let _ = sender.send(Order::Named(named));
        }
        let followed = Followed { root, documents, profile, roster, words, poll, began, tell, cancel };
        live::follow(followed, Books::of(known), &orders, sender);
    };
    thread::Builder::new().name("load".into()).spawn(work)?;
    Ok(look)
}

/// A document is costly to read: while it is at hand, its texts are checked too.
fn inspect(lean: &Lean, report: Option<&Report>, comparer: &Comparer<'_>, basis: &Basis<'_>) -> Inspected {
    let outcome = match report {
        Some(report) => check::check_whole(report, basis),
        None => check::check(lean, basis.profile),
    };
    let texts = report.map(|report| {
        let source = report.narrative.source.as_ref().and_then(|source| source.sha256.as_deref());
        (Digest::of(report, comparer), source.and_then(Sha256Sum::parse))
    });
    (Brief::all(&outcome.findings), texts)
}

/// What was handed to the desk, in the order in which the desk numbers it.
struct Delivered {
    tell: Sender<Wake>,
    members: Vec<Member>,
    files: Vec<File>,
    /// What is followed later.
    known: Vec<Known>,
    next: ItemId,
}

struct File {
    item: ItemId,
    path: PathBuf,
}

impl Delivered {
    fn new(tell: Sender<Wake>) -> Self {
        Self { tell, members: Vec::new(), files: Vec::new(), known: Vec::new(), next: 0 }
    }

    /// The desk may have ended: then nobody needs to know.
    fn say(&self, msg: Msg) {
        let _ = self.tell.send(Wake::Msg(msg));
    }

    fn deliver(&mut self, entries: Vec<Entry<Inspected>>, words: &Words) {
        let items = entries.into_iter().map(|entry| self.item(entry, words)).collect();
        self.say(Msg::Loaded(items));
    }

    /// Names what was read before it was known what reviewers have named; says which files that were.
    fn name(&mut self, documents: &dyn Documents) -> Vec<PathBuf> {
        let mut named = Vec::new();
        let mut members = self.members.iter_mut();
        for known in &mut self.known {
            let Some(lean) = known.lean.as_mut() else { continue };
            // There is a member for each file that could be read, in the same order.
            let member = members.next();
            let mut head = lean.head.clone();
            documents.settle(&known.path, &mut head);
            if head == lean.head {
                continue;
            }
            Arc::make_mut(lean).head = head;
            if let Some(member) = member {
                member.lean = Arc::clone(lean);
                // What was kept of its texts is another agency's.
                member.digest = None;
            }
            named.push(known.path.clone());
        }
        named
    }

    fn item(&mut self, entry: Entry<Inspected>, words: &Words) -> Item {
        let number = self.next;
        self.next += 1;
        let body: Result<Sheet, SafeText> = match entry.body {
            Ok(loaded) => {
                let (findings, texts) = loaded.summary;
                let (digest, sum) = texts.unzip();
                let sheet = Sheet::new(loaded.lean, findings).with_digest(sum.flatten());
                self.members.push(Member { id: entry.id.clone(), lean: Arc::clone(&sheet.lean), digest });
                self.files.push(File { item: number, path: entry.path.clone() });
                Ok(sheet)
            }
            Err(trouble) => Err(SafeText::line(&trouble.describe(words))),
        };
        let lean = body.as_ref().ok().map(|sheet| Arc::clone(&sheet.lean));
        let (id, path) = (entry.id.clone(), entry.path.clone());
        self.known.push(Known { id, path, lean, stamp: None, gone: false });
        Item { id: entry.id, path: entry.path, body }
    }
}

/// Checks what takes the texts, or other reports.
fn check_texts(delivered: Delivered, root: &Path, documents: &dyn Documents, basis: &Basis<'_>, cancel: &AtomicBool) {
    let Delivered { tell, members, files, .. } = delivered;
    // Loading does not take the time; here the bytes are at hand once more, and the work is much more than a hash.
    let sums: Vec<OnceLock<Sha256Sum>> = files.iter().map(|_| OnceLock::new()).collect();
    let open = |position: usize| {
        let file: &File = files.get(position)?;
        let is_wanted = || !cancel.load(Ordering::Relaxed);
        let (report, bytes) = library::open_while(root, &file.path, documents, &is_wanted).ok()?;
        sums.get(position)?.get_or_init(|| Sha256Sum::of(&bytes));
        Some(report)
    };
    let tell = Mutex::new(tell);
    let say = |msg| {
        if let Ok(tell) = tell.lock() {
            let _ = tell.send(Wake::Msg(msg));
        }
    };
    let absent = survey::survey(&members, &open, basis, cancel, &|found| {
        let checked = found.into_iter().filter_map(|found| {
            let (item, sum) = (files.get(found.member)?.item, sums.get(found.member)?.get().copied());
            Some(checked(item, found, sum))
        });
        say(Msg::Checked(checked.collect()));
    });
    say(Msg::CheckingDone { absent: absent.findings.into_iter().map(|(head, _)| head).collect() });
}

fn checked(item: ItemId, found: Found, digest: Option<Sha256Sum>) -> Checked {
    let findings = Brief::all(&found.outcome.findings);
    let batch = if found.of_the_batch { found.outcome } else { Outcome::default() };
    Checked { item, findings, batch, digest }
}

/// Starts the thread that reads narratives and documents; only the newest wish counts, and a disk that does not answer
/// is not waited for once there is another.
pub(super) fn spawn_opener(setup: &Setup, tell: Sender<Wake>) -> io::Result<Sender<Wanted>> {
    let (want, wishes): (Sender<Wanted>, Receiver<Wanted>) = channel();
    let (root, documents, words) = (setup.root.clone(), Arc::clone(&setup.documents), setup.lang.words());
    let basis = Basis::new(setup.profile).with_roster(setup.roster);
    let work = move || {
        let next = RefCell::new(None);
        loop {
            let Some(mut wanted) = next.take().or_else(|| wishes.recv().ok()) else { return };
            while let Ok(newer) = wishes.try_recv() {
                wanted = newer;
            }
            let is_wanted = || {
                let mut next = next.borrow_mut();
                *next = next.take().or_else(|| wishes.try_recv().ok());
                next.is_none()
            };
            let msg = match wanted {
                Wanted::Story(story) => story.read(&root, &*documents, &basis, words, &is_wanted),
                Wanted::Source(source) => Msg::SourceRead(source.item, source.read(&*documents, words, &is_wanted)),
            };
            let _ = tell.send(Wake::Msg(msg));
        }
    };
    thread::Builder::new().name("open".into()).spawn(work)?;
    Ok(want)
}

impl Story {
    fn read(
        &self,
        root: &Path,
        documents: &dyn Documents,
        basis: &Basis<'_>,
        words: &Words,
        is_wanted: &dyn Fn() -> bool,
    ) -> Msg {
        let result = library::open_while(root, &self.path, documents, is_wanted);
        let result = result.map(|(report, bytes)| {
            // The numbers as they are on the screen; the file may have others by now.
            let report = Report { lean: (*self.lean).clone(), narrative: report.narrative };
            let before = self.before.clone();
            let case = Case { lean: &self.lean, before, batch: &Outcome::default(), basis: *basis };
            Box::new(case.narrated(report, Some(Sha256Sum::of(&bytes))))
        });
        Msg::Opened(self.item, result.map_err(|trouble| trouble.describe(words).into()))
    }
}
