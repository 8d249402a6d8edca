//! The thread that has the journal: writes acts, then says so; follows the acts of others.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::base::digest::Sha256Sum;
use crate::base::{apart, file};
use crate::journal::{Act, ActKind, Drafts, Here, Journal, JournalError, ReportRef, When};
use crate::library::several;
use crate::report::{MAX_BYTES, SafeText};
use crate::tui::model::{ItemId, Model};
use crate::tui::msg::{DraftMsg as DraftJob, Intent, Msg, What};
use crate::words::Words;

use super::setup::Setup;
use super::wake::Wake;

/// How often the file is looked at for the acts of others: one `stat` each time.
const LOOK: Duration = Duration::from_millis(400);

/// The desk waits so long for the journal when it ends: longer than anybody holds the lock.
const LAST_PATIENCE: Duration = Duration::from_secs(7);

/// An act waits so long for what its report's file comes to.
const MOMENT: Duration = Duration::from_millis(300);

/// What the thread is asked to do.
enum Job {
    /// Write acts in one go.
    Record(Record),
    /// Do something with drafts.
    Drafts(DraftJob),
    /// Tell others which report is open.
    LookAt(Option<ReportRef>),
}

/// Acts to be written in one go.
struct Record {
    prepared: Vec<Prepared>,
    sums: Option<Sums>,
    /// The draft of their words.
    draft: Option<Box<Act>>,
}

/// An intent with what only the loop knows of its report.
struct Prepared {
    intent: Intent,
    report: ReportRef,
}

/// What the files of some reports come to: of those about which something is written before their texts were read. They
/// are read by another thread, and an act does not wait for a disk that does not answer.
struct Sums(Receiver<Vec<(usize, Sha256Sum)>>);

impl Sums {
    /// Has those found out that are not known yet.
    fn missing(model: &Model, prepared: &[Prepared]) -> Option<Self> {
        let files: Vec<(usize, PathBuf)> = prepared
            .iter()
            .enumerate()
            .filter_map(|(number, prepared)| {
                let Intent::About { item, .. } = prepared.intent else { return None };
                // The file of what the item is by now says nothing of the report that it was.
                let is_there = model.reference(item).is_some_and(|now| now == prepared.report);
                let item = model.library.get(item).filter(|_| is_there && prepared.report.sha256.is_none())?;
                Some((number, item.path.clone()))
            })
            .collect();
        let place = files.first()?.1.clone();
        let (tell, sums) = sync_channel(1);
        let sum = |(number, path): (usize, PathBuf)| Some((number, sum_of(&path)?));
        apart::run(&place, move || drop(tell.send(files.into_iter().filter_map(sum).collect()))).ok()?;
        Some(Self(sums))
    }

    fn fill(self, prepared: &mut [Prepared]) {
        for (number, sum) in self.0.recv_timeout(MOMENT).unwrap_or_default() {
            if let Some(prepared) = prepared.get_mut(number) {
                prepared.report.sha256 = Some(SafeText::line(&sum.to_string()));
            }
        }
    }
}

/// What the bytes of a report's file come to; of one of several reports in a document, those of the document.
fn sum_of(path: &Path) -> Option<Sha256Sum> {
    let (document, _) = several::document_and_number(path);
    Some(Sha256Sum::of(&file::read(&document, MAX_BYTES).ok()?))
}

/// The thread, from the loop's side.
pub(super) struct Handle {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Handle {
    /// Writes acts; the answer comes as a message.
    pub fn record(&self, model: &Model, intents: Vec<Intent>, draft: Option<Act>) {
        let prepared: Vec<Prepared> = intents.into_iter().map(prepare).collect();
        let sums = Sums::missing(model, &prepared);
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::Record(Record { prepared, sums, draft: draft.map(Box::new) }));
        }
    }

    /// Does something with drafts.
    pub fn drafts(&self, drafts: DraftJob) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::Drafts(drafts));
        }
    }

    /// Tells others which report is open; none: the list.
    pub fn look_at(&self, model: &Model, item: Option<ItemId>) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::LookAt(item.and_then(|item| model.reference(item))));
        }
    }

    /// Lets the thread write what it was given, and ends it. A disk that does not answer is not waited for: what was
    /// written is kept as drafts.
    pub fn finish(&mut self) {
        self.jobs = None;
        let begun = Instant::now();
        while self.thread.as_ref().is_some_and(|thread| !thread.is_finished()) && begun.elapsed() < LAST_PATIENCE {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

fn prepare(intent: Intent) -> Prepared {
    let report = match &intent {
        Intent::About { report, .. } => (**report).clone(),
        // These name an act, and with it its report.
        Intent::Edit { .. } | Intent::Draft { .. } | Intent::Retract { .. } => ReportRef::default(),
    };
    Prepared { intent, report }
}

/// Starts the thread.
pub(super) fn spawn(setup: &Setup, tell: Sender<Wake>, keeper: super::keeper::Keeper) -> io::Result<Handle> {
    let (jobs, orders) = channel();
    let (path, words, author) = (setup.journal.clone(), setup.lang.words(), Author(setup.reviewer.clone()));
    let work = move || {
        let keeper = Keeper { drafts: Drafts::of(&path), keeper, author, words, tell };
        keeper.run(&path, &orders);
    };
    let thread = thread::Builder::new().name("journal".into()).spawn(work)?;
    Ok(Handle { jobs: Some(jobs), thread: Some(thread) })
}

#[derive(Clone)]
pub(super) struct Author(pub SafeText);

impl Author {
    /// What is being written, as the draft of this id.
    pub fn draft(&self, intent: Intent, id: Uuid) -> Act {
        Act { id, ..self.act(&prepare(intent)) }
    }

    fn act(&self, prepared: &Prepared) -> Act {
        match &prepared.intent {
            Intent::About { target, what, seen, .. } => {
                let report = prepared.report.clone();
                let seen = seen.clone();
                match what {
                    What::Note(text) => Act::note(&self.0, report, target.clone(), text, seen),
                    What::Status(status, due) => Act::status(&self.0, report, *status, "", seen).with_due(*due),
                    What::Reading(reading, text) => Act::reading(&self.0, report, target.clone(), *reading, text, seen),
                    What::Assign(to) => Act::assign(&self.0, report, to.as_deref()),
                    What::Name(name) => Act::name(&self.0, report, name.as_deref()),
                    What::Verdict(verdict) => {
                        let fingerprint = match target {
                            crate::journal::Target::Finding(fingerprint) => fingerprint.as_str(),
                            _ => "",
                        };
                        Act::verdict(&self.0, report, fingerprint, verdict.clone(), seen)
                    }
                }
            }
            Intent::Edit { of, text, seen } => Act::edit(&self.0, of, text, seen.clone()),
            Intent::Draft { of, text } => Act { at: When::now(), ..(**of).clone().with_words(text) },
            Intent::Retract { of } => Act::retract(&self.0, of),
        }
    }
}

struct Keeper {
    drafts: Drafts,
    keeper: super::keeper::Keeper,
    author: Author,
    words: &'static Words,
    tell: Sender<Wake>,
}

impl Keeper {
    fn run(mut self, path: &Path, orders: &Receiver<Job>) {
        let (mut journal, acts) = match Journal::open(path) {
            Ok(opened) => opened,
            Err(error) => return self.run_without(&error, orders),
        };
        let left_over = self.left_over(&acts);
        let update = crate::journal::Update { acts, reloaded: false };
        let read_only = journal.is_read_only() || self.cannot_be_made(path);
        self.say(Msg::JournalOpened { read_only, update });
        self.report_problems(&journal);
        if !left_over.is_empty() {
            self.say(Msg::DraftsFound(left_over));
        }
        let mut troubled = false;
        let mut here = Here::beside(path, &self.author.0);
        self.meet(&mut here);
        loop {
            match orders.recv_timeout(LOOK) {
                Ok(Job::Record(record)) => self.record(&mut journal, record),
                Ok(Job::Drafts(DraftJob::Save(drafts))) => self.append_drafts(&mut journal, &drafts),
                Ok(Job::Drafts(DraftJob::Discard(ids))) => self.remove_drafts(ids),
                // That is what the words on their way are about.
                Ok(Job::Drafts(DraftJob::Forget(_) | DraftJob::Restore(_))) => {}
                Ok(Job::LookAt(report)) => here.look_at(report),
                Err(RecvTimeoutError::Timeout) => {
                    self.follow(&mut journal, &mut troubled);
                    self.meet(&mut here);
                }
                Err(RecvTimeoutError::Disconnected) => return here.leave(),
            }
        }
    }

    /// The journal cannot be read: nothing can be recorded, and everything else works.
    fn run_without(self, error: &JournalError, orders: &Receiver<Job>) {
        let update = crate::journal::Update::default();
        self.say(Msg::JournalOpened { read_only: true, update });
        self.say(Msg::JournalTrouble(error.describe(self.words)));
        while let Ok(job) = orders.recv() {
            let prepared = match job {
                Job::Record(record) => record,
                Job::Drafts(_) | Job::LookAt(_) => continue,
            };
            let acts = self.acts(&prepared);
            let why = self.keep_drafts(acts, prepared.draft, error);
            self.say(Msg::NotSaved(prepared.prepared.into_iter().map(|prepared| prepared.intent).collect(), why));
        }
    }

    /// A journal that is not there yet and has no place to be: better said now than at the first note.
    fn cannot_be_made(&self, path: &Path) -> bool {
        let made = if path.exists() { Ok(()) } else { crate::journal::make_parents(path) };
        let Err(error) = made else { return false };
        let detail = SafeText::line(&error.to_string());
        let said = self.words.desk.journal_cannot_be_made(SafeText::path(path), detail);
        self.say(Msg::JournalTrouble(said));
        true
    }

    fn report_problems(&self, journal: &Journal) {
        let problems = journal.problems();
        let words = &self.words.desk;
        let mut said = Vec::new();
        if problems.newer() > 0 {
            said.push(words.journal_newer(problems.newer()));
        }
        let others = problems.total().saturating_sub(problems.newer());
        if others > 0 {
            said.push(words.journal_problems(others));
        }
        if journal.unfinished() > 0 {
            said.push(words.journal_unfinished(journal.unfinished()));
        }
        if !said.is_empty() {
            self.say(Msg::JournalTrouble(said.join(" ")));
        }
    }

    /// Words of an earlier session that the journal does not have: the reviewer is asked what to do with them.
    fn left_over(&self, acts: &[Act]) -> Vec<Act> {
        let mut drafts = self.drafts.load(&self.author.0);
        let ids: HashSet<Uuid> = drafts.iter().map(|draft| draft.id).collect();
        let known: HashSet<Uuid> = acts.iter().map(|act| act.id).filter(|id| ids.contains(id)).collect();
        known.iter().for_each(|id| self.keeper.remove(*id));
        drafts.retain(|draft| !known.contains(&draft.id));
        drafts
    }

    fn remove_drafts(&self, ids: impl IntoIterator<Item = Uuid>) {
        for id in ids {
            if let Err(error) = self.keeper.remove_now(id) {
                self.say(Msg::JournalTrouble(error.describe(self.words)));
            }
        }
    }

    /// Writes the words of an earlier session to the journal.
    fn append_drafts(&self, journal: &mut Journal, drafts: &[Act]) {
        if drafts.is_empty() {
            return;
        }
        match journal.append(drafts) {
            Ok(update) => {
                // A draft that stays is appended again next time, which changes nothing: it is the same act.
                self.remove_drafts(drafts.iter().map(|act| act.id));
                self.say(Msg::Journal(update));
                self.say(Msg::JournalTrouble(self.words.desk.drafts_saved(drafts.len())));
            }
            Err(error) => self.say(Msg::JournalTrouble(error.describe(self.words))),
        }
    }

    fn record(&mut self, journal: &mut Journal, mut record: Record) {
        if let Some(sums) = record.sums.take() {
            sums.fill(&mut record.prepared);
        }
        let acts = self.acts(&record);
        match journal.append(&acts) {
            Ok(update) => {
                if let Some(draft) = record.draft {
                    self.keeper.remove(draft.id);
                }
                self.say(Msg::Saved(update));
            }
            Err(error) => {
                let why = self.keep_drafts(acts, record.draft, &error);
                self.say(Msg::NotSaved(record.prepared.into_iter().map(|prepared| prepared.intent).collect(), why));
            }
        }
    }

    /// What is to be written: the draft's own act among it, so that it can never count twice.
    fn acts(&self, record: &Record) -> Vec<Act> {
        let mut acts: Vec<Act> = record.prepared.iter().map(|prepared| self.author.act(prepared)).collect();
        if let (Some(draft), Some(act)) = (&record.draft, acts.iter_mut().find(|act| has_words(act))) {
            act.id = draft.id;
        }
        Act::unite(&mut acts);
        acts
    }

    /// Acts with words are kept as drafts; says why they could not be saved and where they are.
    /// Acts done as one all say the same: their draft, which says for which reports, stands for them.
    fn keep_drafts(&self, acts: Vec<Act>, draft: Option<Box<Act>>, error: &JournalError) -> String {
        let mut why = error.describe(self.words);
        let batch = draft.as_ref().is_some() && acts.iter().any(|act| act.batch.is_some());
        let own = acts.into_iter().filter(|act| has_words(act) && !batch);
        for act in own.chain(draft.map(|draft| *draft).filter(|_| batch)) {
            if let Some(path) = self.keeper.save_now(act) {
                why += " ";
                why += &self.words.desk.draft_kept(SafeText::path(&path));
            }
        }
        why
    }

    fn follow(&self, journal: &mut Journal, troubled: &mut bool) {
        match journal.poll() {
            Ok(update) => {
                *troubled = false;
                if update.reloaded || !update.acts.is_empty() {
                    self.say(Msg::Journal(update));
                }
            }
            // Said once; the next append makes a new file or fails with its own message.
            Err(error) if !*troubled => {
                *troubled = true;
                self.say(Msg::JournalTrouble(error.describe(self.words)));
            }
            Err(_) => {}
        }
    }

    /// Says who else is here, when that has changed.
    fn meet(&self, here: &mut Here) {
        if let Some(others) = here.poll() {
            self.say(Msg::Here(others));
        }
    }

    fn say(&self, msg: Msg) {
        let _ = self.tell.send(Wake::Msg(msg));
    }
}

/// Did somebody write something that would be lost?
fn has_words(act: &Act) -> bool {
    let reason = matches!(&act.kind, ActKind::Verdict(verdict) if !verdict.reason.is_empty());
    !act.text.is_empty() || reason
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_report_of_a_document_has_the_documents_sum() {
        let dir = tempfile::tempdir().unwrap();
        let document = dir.path().join("年报.txt");
        std::fs::write(&document, "两份").unwrap();
        let sum = Some(Sha256Sum::of("两份".as_bytes()));
        for number in [1, 2] {
            assert_eq!(sum_of(&several::path_of(&document, number)), sum);
        }
        assert_eq!(sum_of(&dir.path().join("没有.txt")), None);
    }
}
