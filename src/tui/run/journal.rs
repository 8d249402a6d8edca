//! The thread that has the journal: writes acts, then says so; follows the acts of others.

use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::journal::{Act, ActKind, Drafts, Here, Journal, JournalError, ReportRef};
use crate::report::SafeText;
use crate::tui::model::{ItemId, Model};
use crate::tui::msg::{DraftMsg as DraftJob, Intent, Msg};
use crate::words::Words;

use super::author::{Author, Prepared, Sums, prepare_all};
use super::setup::Setup;
use super::wake::Wake;

/// How often the file is looked at for the acts of others: one `stat` each time.
const LOOK: Duration = Duration::from_millis(400);

/// The desk waits so long for the journal when it ends: longer than anybody holds the lock.
const LAST_PATIENCE: Duration = Duration::from_secs(7);

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

/// The thread, from the loop's side.
pub(super) struct Handle {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Handle {
    /// Writes acts; the answer comes as a message.
    pub(crate) fn record(&self, model: &Model, intents: Vec<Intent>, draft: Option<Act>) {
        let prepared = prepare_all(model, intents);
        let sums = Sums::missing(model, &prepared);
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::Record(Record { prepared, sums, draft: draft.map(Box::new) }));
        }
    }

    /// Does something with drafts.
    pub(crate) fn drafts(&self, drafts: DraftJob) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::Drafts(drafts));
        }
    }

    /// Tells others which report is open; none: the list.
    pub(crate) fn look_at(&self, model: &Model, item: Option<ItemId>) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::LookAt(item.and_then(|item| model.reference(item))));
        }
    }

    /// Lets the thread write what it was given, and ends it. A disk that does not answer is not waited for: what was
    /// written is kept as drafts.
    pub(crate) fn finish(&mut self) {
        self.jobs = None;
        let begun = Instant::now();
        while self.thread.as_ref().is_some_and(|thread| !thread.is_finished()) && begun.elapsed() < LAST_PATIENCE {
            thread::sleep(Duration::from_millis(2));
        }
    }
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
