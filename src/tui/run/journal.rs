//! The thread that has the journal: writes acts, then says so; follows the acts of others.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::base::digest::Sha256Sum;
use crate::base::{apart, file};
use crate::journal::{Act, Drafts, Here, Journal, JournalError, Kind, ReportRef};
use crate::report::{MAX_BYTES, SafeText};
use crate::tui::model::{ItemId, Model};
use crate::tui::msg::{Drafts as DraftJob, Intent, Msg, What};
use crate::words::{Words, fill};

use super::{Setup, Wake};

/// How often the file is looked at for the acts of others: one `stat` each time.
const LOOK: Duration = Duration::from_millis(400);

/// An act waits so long for what its report's file comes to.
const MOMENT: Duration = Duration::from_millis(300);

/// What the thread is asked to do.
enum Job {
    /// Write acts in one go.
    Record(Vec<Prepared>, Option<Sums>),
    /// Keep an unfinished act as a draft.
    Keep(Box<Prepared>),
    /// Do something with drafts.
    Drafts(DraftJob),
    /// Tell others which report is open.
    LookAt(Option<ReportRef>),
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
                let item =
                    model.library.get(item).filter(|item| item.sheet().is_some_and(|sheet| sheet.digest.is_none()))?;
                Some((number, item.path.clone()))
            })
            .collect();
        let place = files.first()?.1.clone();
        let (tell, sums) = sync_channel(1);
        let sum = |(number, path): (usize, PathBuf)| Some((number, Sha256Sum::of(&file::read(&path, MAX_BYTES).ok()?)));
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

/// The thread, from the loop's side.
pub(super) struct Handle {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Handle {
    /// Writes acts; the answer comes as a message.
    pub fn record(&self, model: &Model, intents: Vec<Intent>) {
        let prepared: Vec<Prepared> = intents.into_iter().map(|intent| prepare(model, intent)).collect();
        let sums = Sums::missing(model, &prepared);
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::Record(prepared, sums));
        }
    }

    /// Keeps an unfinished act as a draft.
    pub fn keep(&self, model: &Model, intent: Intent) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Job::Keep(Box::new(prepare(model, intent))));
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
            let _ = jobs.send(Job::LookAt(item.map(|item| reference(model, item))));
        }
    }

    /// Lets the thread write what it was given, and ends it.
    pub fn finish(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn prepare(model: &Model, intent: Intent) -> Prepared {
    let Intent::About { item, .. } = intent else {
        return Prepared { intent, report: ReportRef::default() };
    };
    Prepared { intent, report: reference(model, item) }
}

/// A report as acts name it.
fn reference(model: &Model, item: ItemId) -> ReportRef {
    let item = model.library.get(item);
    let sheet = item.and_then(|item| item.sheet());
    let head = sheet.map(|sheet| &sheet.lean.head);
    ReportRef {
        agency: head.map(|head| head.agency.name.clone()).unwrap_or_default(),
        region: head.map(|head| head.agency.region.to_vec()).unwrap_or_default(),
        year: head.map(|head| head.year).unwrap_or_default(),
        id: item.map(|item| item.id.clone()).unwrap_or_default(),
        sha256: sheet.and_then(|sheet| sheet.digest).map(|digest| SafeText::line(&digest.to_string())),
    }
}

/// Starts the thread.
pub(super) fn spawn(setup: &Setup, tell: Sender<Wake>) -> io::Result<Handle> {
    let (jobs, orders) = channel();
    let (path, reviewer, words) = (setup.journal.clone(), setup.reviewer.clone(), setup.lang.words());
    let work = move || {
        let keeper = Keeper { drafts: Drafts::of(&path), kept: Vec::new(), reviewer, words, tell };
        keeper.run(&path, &orders);
    };
    let thread = thread::Builder::new().name("journal".into()).spawn(work)?;
    Ok(Handle { jobs: Some(jobs), thread: Some(thread) })
}

struct Keeper {
    drafts: Drafts,
    /// Acts of this session that exist only as drafts.
    kept: Vec<Act>,
    reviewer: SafeText,
    words: &'static Words,
    tell: Sender<Wake>,
}

impl Keeper {
    fn run(mut self, path: &Path, orders: &Receiver<Job>) {
        let (mut journal, acts) = match Journal::open(path) {
            Ok(opened) => opened,
            Err(error) => return self.run_without(&error, orders),
        };
        let update = crate::journal::Update { acts, reloaded: false };
        let read_only = journal.is_read_only() || self.cannot_be_made(path);
        self.say(Msg::JournalOpened { read_only, update });
        self.report_problems(&journal);
        self.announce_drafts();
        let mut troubled = false;
        let mut here = Here::beside(path, &self.reviewer);
        self.meet(&mut here);
        loop {
            match orders.recv_timeout(LOOK) {
                Ok(Job::Record(mut prepared, sums)) => {
                    if let Some(sums) = sums {
                        sums.fill(&mut prepared);
                    }
                    self.record(&mut journal, prepared);
                }
                Ok(Job::Keep(prepared)) => self.keep(&prepared),
                Ok(Job::Drafts(DraftJob::Save)) => self.append_drafts(&mut journal),
                Ok(Job::Drafts(DraftJob::Discard)) => self.remove_drafts(&self.drafts.load(&self.reviewer)),
                Ok(Job::Drafts(DraftJob::Forget(text))) => self.forget(&text),
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
                Job::Record(prepared, _) => prepared,
                Job::Keep(prepared) => {
                    self.keep(&prepared);
                    continue;
                }
                Job::Drafts(_) | Job::LookAt(_) => continue,
            };
            let intents = prepared.into_iter().map(|prepared| prepared.intent).collect();
            self.say(Msg::NotSaved(intents, error.describe(self.words)));
        }
    }

    /// A journal that is not there yet and has no place to be: better said now than at the first note.
    fn cannot_be_made(&self, path: &Path) -> bool {
        let made = if path.exists() { Ok(()) } else { crate::journal::make_parents(path) };
        let Err(error) = made else { return false };
        let detail = SafeText::line(&error.to_string());
        let values: [(&str, &dyn std::fmt::Display); 2] = [("path", &SafeText::path(path)), ("detail", &detail)];
        self.say(Msg::JournalTrouble(fill(self.words.desk.journal_cannot_be_made, &values)));
        true
    }

    fn report_problems(&self, journal: &Journal) {
        let problems = journal.problems();
        let words = &self.words.desk;
        let mut said = Vec::new();
        if problems.newer() > 0 {
            said.push(fill(words.journal_newer, &[("count", &problems.newer())]));
        }
        let others = problems.total().saturating_sub(problems.newer());
        if others > 0 {
            said.push(fill(words.journal_problems, &[("count", &others)]));
        }
        if journal.unfinished() > 0 {
            said.push(fill(words.journal_unfinished, &[("bytes", &journal.unfinished())]));
        }
        if !said.is_empty() {
            self.say(Msg::JournalTrouble(said.join(" ")));
        }
    }

    /// Words that an earlier session could not save: the reviewer is asked what to do with them.
    fn announce_drafts(&self) {
        let drafts = self.drafts.load(&self.reviewer);
        if let Some(first) = drafts.first() {
            let text = SafeText::line(first.text.lines().next().unwrap_or_default());
            self.say(Msg::DraftsFound(drafts.len(), text.to_string()));
        }
    }

    fn keep(&self, prepared: &Prepared) {
        let act = self.act(prepared);
        // What could not be saved before is kept already.
        if !self.kept.iter().any(|kept| kept.text == act.text && kept.target == act.target) {
            // Should it fail too, there is nobody left to tell.
            let _ = self.drafts.save(&act);
        }
    }

    fn remove_drafts(&self, drafts: &[Act]) {
        for act in drafts {
            if let Err(error) = self.drafts.remove(&act.id) {
                self.say(Msg::JournalTrouble(error.describe(self.words)));
            }
        }
    }

    /// The reviewer has thrown these words away.
    fn forget(&mut self, text: &str) {
        let drafts = &self.drafts;
        self.kept.retain(|kept| {
            let words = match &kept.kind {
                Kind::Verdict(verdict) => verdict.reason.as_str(),
                _ => kept.text.as_str(),
            };
            words.trim_end() != text.trim_end() || drafts.remove(&kept.id).is_err()
        });
    }

    /// Writes the words of an earlier session to the journal.
    fn append_drafts(&self, journal: &mut Journal) {
        let drafts = self.drafts.load(&self.reviewer);
        if drafts.is_empty() {
            return;
        }
        match journal.append(&drafts) {
            Ok(update) => {
                // A draft that stays is appended again next time, which changes nothing: it is the same act.
                self.remove_drafts(&drafts);
                self.say(Msg::Journal(update));
                self.say(Msg::JournalTrouble(fill(self.words.desk.drafts_saved, &[("count", &drafts.len())])));
            }
            Err(error) => self.say(Msg::JournalTrouble(error.describe(self.words))),
        }
    }

    fn record(&mut self, journal: &mut Journal, prepared: Vec<Prepared>) {
        let mut acts: Vec<Act> = prepared.iter().map(|prepared| self.act(prepared)).collect();
        Act::unite(&mut acts);
        match journal.append(&acts) {
            Ok(update) => {
                self.forget_drafts(&acts);
                self.say(Msg::Saved(update));
            }
            Err(error) => {
                let why = self.keep_drafts(acts, &error);
                self.say(Msg::NotSaved(prepared.into_iter().map(|prepared| prepared.intent).collect(), why));
            }
        }
    }

    fn act(&self, prepared: &Prepared) -> Act {
        match &prepared.intent {
            Intent::About { target, what, seen, .. } => {
                let report = prepared.report.clone();
                let seen = seen.clone();
                match what {
                    What::Note(text) => Act::note(&self.reviewer, report, target.clone(), text, seen),
                    What::Status(status, due) => Act::status(&self.reviewer, report, *status, "", seen).with_due(*due),
                    What::Reading(reading, text) => {
                        Act::reading(&self.reviewer, report, target.clone(), *reading, text, seen)
                    }
                    What::Assign(to) => Act::assign(&self.reviewer, report, to.as_deref()),
                    What::Verdict(verdict) => {
                        let fingerprint = match target {
                            crate::journal::Target::Finding(fingerprint) => fingerprint.as_str(),
                            _ => "",
                        };
                        Act::verdict(&self.reviewer, report, fingerprint, verdict.clone(), seen)
                    }
                }
            }
            Intent::Edit { of, text, seen } => Act::edit(&self.reviewer, of, text, seen.clone()),
            Intent::Retract { of } => Act::retract(&self.reviewer, of),
        }
    }

    /// Acts with words are kept as drafts; says why they could not be saved and where they are.
    /// Of acts done as one, which all say the same, the first is enough.
    fn keep_drafts(&mut self, acts: Vec<Act>, error: &JournalError) -> String {
        let mut why = error.describe(self.words);
        let first = acts.first().map(|act| act.id);
        let kept = |act: &Act| has_words(act) && (act.batch.is_none() || Some(act.id) == first);
        for act in acts.into_iter().filter(kept) {
            if let Ok(path) = self.drafts.save(&act) {
                why += " ";
                why += &fill(self.words.desk.draft_kept, &[("path", &SafeText::path(&path))]);
                self.kept.push(act);
            }
        }
        why
    }

    /// The same words are in the journal now: their draft is not needed any more.
    fn forget_drafts(&mut self, saved: &[Act]) {
        let drafts = &self.drafts;
        self.kept.retain(|kept| {
            let done =
                saved.iter().any(|act| act.text == kept.text && act.kind == kept.kind && act.target == kept.target);
            !(done && drafts.remove(&kept.id).is_ok())
        });
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
    let reason = matches!(&act.kind, Kind::Verdict(verdict) if !verdict.reason.is_empty());
    !act.text.is_empty() || reason
}
