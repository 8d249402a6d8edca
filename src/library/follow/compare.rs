//! All reports compared with each other again after some have changed: on a thread of its own, while files are followed.
//!
//! Of the texts only what is kept of them is looked at; those that seem alike are read again.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::check::Outcome;
use crate::report::{Head, Lean, SafeText};

use super::super::directory::Directory;
use super::super::open::open_while;
use super::super::survey::{self, Drawn, Member};
use super::books::Books;

/// After a change it is waited so long for more of them.
const QUIET: Duration = Duration::from_secs(1);
/// Comparing takes one part of the time, and rests for so many.
const REST: u32 = 4;
/// While reports are compared, it is looked this often whether that is over.
const TICK: Duration = Duration::from_millis(100);

/// What others show of a report.
pub(super) struct OneCompared {
    pub(super) path: PathBuf,
    pub(super) id: SafeText,
    /// As it was when it was compared.
    pub(super) lean: Arc<Lean>,
    pub(super) outcome: Outcome,
}

/// What all show of each other.
pub(super) struct Compared {
    pub(super) reports: Vec<OneCompared>,
    /// The agencies of the roster that have no report.
    pub(super) absent: Vec<Head>,
}

/// When reports are compared.
#[derive(Default)]
pub(super) struct Compare {
    due: Option<Instant>,
    /// Since when they are being compared, and where it is told that they were.
    running: Option<(Instant, Receiver<Compared>)>,
    /// How long that took the last time.
    took: Duration,
}

impl Compare {
    /// Reports have come, changed or gone.
    pub(super) fn plan(&mut self) {
        let at = Instant::now() + QUIET.max(self.took.saturating_mul(REST));
        self.due.get_or_insert(at);
    }

    /// Somebody waits for it.
    pub(super) fn hurry(&mut self) {
        self.due = self.due.map(|_| Instant::now());
    }

    /// Is all told that there is to tell?
    pub(super) fn is_idle(&self) -> bool {
        self.due.is_none() && self.running.is_none()
    }

    /// Until when nothing is to be done.
    pub(super) fn pause(&self) -> Option<Duration> {
        match self.running {
            Some(_) => Some(TICK),
            None => self.due.map(|at| at.saturating_duration_since(Instant::now())),
        }
    }

    /// What was found, once it was.
    pub(super) fn done(&mut self) -> Option<Compared> {
        let (begun, told) = self.running.as_ref()?;
        let compared = told.try_recv();
        if let Err(TryRecvError::Empty) = compared {
            return None;
        }
        self.took = begun.elapsed();
        self.running = None;
        compared.ok()
    }

    /// Begins, if it is time.
    pub(super) fn begin(&mut self, directory: &Directory, books: &Books) {
        let now = Instant::now();
        if self.running.is_some() || self.due.is_none_or(|at| at > now) {
            return;
        }
        self.due = None;
        let (tell, told) = channel();
        let (directory, files) = (directory.clone(), files(books));
        let work = move || {
            if let Some(compared) = compared(&directory, files) {
                // Nobody may follow any more.
                let _ = tell.send(compared);
            }
        };
        match thread::Builder::new().name("compare".into()).spawn(work) {
            Ok(_) => self.running = Some((now, told)),
            // The system has no thread just now.
            Err(_) => self.plan(),
        }
    }
}

/// The reports as they are now, in the order of their ids: what is said of several must not depend on who came first.
fn files(books: &Books) -> Vec<(PathBuf, Member, Option<Drawn>)> {
    let file = |known: &super::Known| {
        let member = Member { id: known.id.clone(), lean: Arc::clone(known.lean.as_ref()?), digest: None };
        Some((known.path.clone(), member, known.drawn.clone()))
    };
    let mut files: Vec<_> = books.there().filter_map(file).collect();
    files.sort_by(|(_, one, _), (_, other, _)| one.id.cmp(&other.id));
    files
}

/// `None` where nobody wants it any more.
fn compared(directory: &Directory, files: Vec<(PathBuf, Member, Option<Drawn>)>) -> Option<Compared> {
    let (mut paths, mut members, mut drawn) = (Vec::new(), Vec::new(), Vec::new());
    for (path, member, texts) in files {
        paths.push(path);
        members.push(member);
        drawn.push(texts);
    }
    let is_wanted = || directory.is_wanted();
    let open = |position: usize| {
        let path: &PathBuf = paths.get(position)?;
        open_while(&directory.root, path, &*directory.documents, &is_wanted).ok().map(|(report, _)| report)
    };
    let outcomes: Mutex<Vec<Outcome>> = Mutex::new(members.iter().map(|_| Outcome::default()).collect());
    let absent = survey::survey_again(&members, drawn, &open, &directory.basis, &directory.cancel, &|found| {
        // Poisoned: a thread has panicked, and the desk is about to end.
        let Ok(mut outcomes) = outcomes.lock() else { return };
        for found in found {
            if let Some(known) = outcomes.get_mut(found.member) {
                known.append(found.outcome);
            }
        }
    });
    if !is_wanted() {
        return None;
    }
    let outcomes = outcomes.into_inner().ok()?;
    let reports = paths.into_iter().zip(members).zip(outcomes);
    let reports = reports.map(|((path, Member { id, lean, .. }), outcome)| OneCompared { path, id, lean, outcome });
    Some(Compared { reports: reports.collect(), absent: absent.into_iter().map(|(head, _)| head).collect() })
}
