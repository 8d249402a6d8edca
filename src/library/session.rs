//! A directory from the first file to the last change: loaded with its tables checked, then all texts checked together,
//! then followed.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::base::digest::Sha256Sum;
use crate::check::similar::Comparer;
use crate::check::{self, Basis, Digest, Facts, Listed, Outcome};
use crate::report::given::Published;
use crate::report::{Lean, Report, SafeText};
use crate::words::{Describe, Words};

use super::directory::Directory;
use super::documents::Documents;
use super::event::{Event, More, Tell};
use super::follow::{self, Begun, Books, Known, Request};
use super::item::{Item, ItemId, Sheet};
use super::load::{self, Entry};
use super::names::Names;
use super::open::open_while;
use super::published::read_published;
use super::survey::{self, Drawn, Found, Member};

/// Checking what takes all reports waits so long for the journal, which says what reviewers have named.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is known of a report once it is loaded: its findings, and if its texts are checked already, what is kept of
/// them, and what its bytes came to.
type Inspected = (Vec<Listed>, Option<(Digest, Option<Sha256Sum>)>);

/// Loads, checks and follows a directory as long as somebody may ask for something; `look` is for the directory to ask.
pub(crate) fn run(
    directory: &Directory,
    names: &Names,
    look: Sender<Request>,
    requests: &Receiver<Request>,
    tell: &(dyn Fn(Event) + Send + Sync),
) {
    thread::scope(|scope| {
        // Nobody waits for what was published: it may lie on a slow disk.
        let found = look.clone();
        scope.spawn(move || published(directory, &found, tell));
        review(directory, names, look, requests, tell);
    });
}

/// Loads, checks and follows what is reviewed.
fn review(
    directory: &Directory,
    names: &Names,
    look: Sender<Request>,
    requests: &Receiver<Request>,
    tell: &(dyn Fn(Event) + Send + Sync),
) {
    let began = SystemTime::now();
    let basis = &directory.basis;
    let Some(mut delivered) = load(directory, basis, tell) else { return };
    tell(Event::LoadingDone);
    names.wait(PATIENCE);
    let named = if names.any() { delivered.name(&*directory.documents) } else { Vec::new() };
    let mut books = Books::of(std::mem::take(&mut delivered.known));
    let without_published = !is_published_known(basis);
    for (path, drawn) in check_texts(delivered, directory, basis, tell) {
        books.draw(&path, Some(drawn));
    }
    if !named.is_empty() {
        let _ = look.send(Request::Named(named));
    }
    follow::follow(directory, Begun { began, without_published }, books, requests, look, tell);
}

/// Is all known that was published, if something was?
fn is_published_known(basis: &Basis<'_>) -> bool {
    basis.inputs.published.is_none_or(Published::is_read)
}

/// Reads what was published, if something was; whoever follows what is reviewed is told too.
fn published(directory: &Directory, found: &Sender<Request>, tell: &Tell<'_>) {
    let Directory { published, documents, basis, cancel, words, .. } = directory;
    let (Some(dir), Some(published)) = (published, basis.inputs.published) else { return };
    let unread = Mutex::new(Vec::new());
    let reports = read_published(dir, &**documents, cancel, &|path, trouble| {
        // Poisoned: a thread has panicked, and the desk is about to end.
        let Ok(mut unread) = unread.lock() else { return };
        unread.push((SafeText::path(path), SafeText::line(&trouble.describe(words))));
    });
    if !directory.is_wanted() {
        return;
    }
    let count = reports.len();
    published.fill(reports);
    let mut unread = unread.into_inner().unwrap_or_default();
    unread.sort();
    tell(Event::PublishedRead { reports: count, unread });
    // The desk may have ended.
    let _ = found.send(Request::PublishedRead);
}

/// Loads everything, each report with what its tables say, and of a document also its text; `None` where a thread has
/// panicked: the program is about to end.
fn load(directory: &Directory, basis: &Basis<'_>, tell: &Tell<'_>) -> Option<Delivered> {
    let delivered = Mutex::new(Delivered::default());
    let comparer = Comparer::new(basis);
    let inspect = |lean: &Lean, report: Option<&Report>| inspect(lean, report, &comparer, basis);
    let Directory { root, documents, words, cancel, .. } = directory;
    load::load(root, &**documents, &inspect, cancel, &|event| {
        let Ok(mut delivered) = delivered.lock() else { return };
        // Told while the lock is held: the numbers are those in the order of telling.
        match event {
            load::Event::Found(found) => tell(Event::Found(found)),
            load::Event::Loaded(entries) => tell(Event::Loaded(delivered.items(entries, words))),
        }
    });
    delivered.into_inner().ok()
}

/// A document is costly to read: while it is at hand, its texts are checked too, if all is known that they are held against.
fn inspect(lean: &Lean, report: Option<&Report>, comparer: &Comparer<'_>, basis: &Basis<'_>) -> Inspected {
    let mut outcome = check::check(lean, basis.profile);
    let texts = report.filter(|_| is_published_known(basis)).map(|report| {
        let facts = Facts::of(report, basis);
        let digest = Digest::of(&facts, &outcome, comparer);
        outcome.append(check::check_text(&facts));
        let source = report.narrative.source.as_ref().and_then(|source| source.sha256.as_deref());
        (digest, source.and_then(Sha256Sum::parse))
    });
    (Listed::all(&outcome.findings), texts)
}

/// What was told of, in the order of its numbers.
#[derive(Default)]
struct Delivered {
    members: Vec<Member>,
    files: Vec<File>,
    /// What is followed later.
    known: Vec<Known>,
    next: ItemId,
}

/// The file of a member.
struct File {
    item: ItemId,
    path: PathBuf,
}

impl Delivered {
    fn items(&mut self, entries: Vec<Entry<Inspected>>, words: &Words) -> Vec<Item> {
        entries.into_iter().map(|entry| self.item(entry, words)).collect()
    }

    fn item(&mut self, entry: Entry<Inspected>, words: &Words) -> Item {
        let number = self.next;
        self.next += 1;
        let body: Result<Sheet, SafeText> = match entry.body {
            Ok(loaded) => {
                let (findings, texts) = loaded.summary;
                let (digest, sum) = texts.unzip();
                let sheet = Sheet::new(loaded.lean, findings).with_digest(sum.flatten());
                self.members.push(Member {
                    id: entry.id.clone(),
                    lean: Arc::clone(&sheet.lean),
                    digest: digest.map(Box::new),
                });
                self.files.push(File { item: number, path: entry.path.clone() });
                Ok(sheet)
            }
            Err(trouble) => Err(SafeText::line(&trouble.describe(words))),
        };
        let lean = body.as_ref().ok().map(|sheet| Arc::clone(&sheet.lean));
        let (id, path) = (entry.id.clone(), entry.path.clone());
        self.known.push(Known { id, path, lean, stamp: None, gone: false, drawn: None });
        Item { id: entry.id, path: entry.path, body }
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
}

/// Checks what takes the texts, or other reports; what is kept of the texts of each file, to compare them again.
fn check_texts(
    delivered: Delivered,
    directory: &Directory,
    basis: &Basis<'_>,
    tell: &Tell<'_>,
) -> Vec<(PathBuf, Drawn)> {
    let Delivered { members, files, .. } = delivered;
    // What is said of several reports must not depend on which of them was read first.
    let mut in_order: Vec<(Member, File)> = members.into_iter().zip(files).collect();
    in_order.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let (members, files): (Vec<Member>, Vec<File>) = in_order.into_iter().unzip();
    // Loading does not take the time; here the bytes are at hand once more, and the work is much more than a hash.
    let sums: Vec<OnceLock<Sha256Sum>> = files.iter().map(|_| OnceLock::new()).collect();
    let is_wanted = || directory.is_wanted();
    let open = |position: usize| {
        let file: &File = files.get(position)?;
        let (report, bytes) = open_while(&directory.root, &file.path, &*directory.documents, &is_wanted).ok()?;
        sums.get(position)?.get_or_init(|| Sha256Sum::of(&bytes));
        Some(report)
    };
    let (absent, drawn) = survey::survey_first(&members, &open, basis, &directory.cancel, &|found| {
        let checked = found.into_iter().filter_map(|found| {
            let (item, sum) = (files.get(found.member)?.item, sums.get(found.member)?.get().copied());
            Some(more(item, found, sum))
        });
        tell(Event::Checked(checked.collect()));
    });
    tell(Event::CheckingDone { absent: absent.into_iter().map(|(head, _)| head).collect() });
    files.into_iter().zip(drawn).filter_map(|(file, drawn)| Some((file.path, drawn?))).collect()
}

fn more(item: ItemId, found: Found, digest: Option<Sha256Sum>) -> More {
    let findings = Listed::all(&found.outcome.findings);
    let batch = if found.of_the_batch { found.outcome } else { Outcome::default() };
    More { item, findings, batch, digest }
}

#[cfg(test)]
mod tests;
