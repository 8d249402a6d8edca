//! Who is here: a small file for each desk in a directory beside the journal, rewritten while the desk lives.
//!
//! `<journal>.here/<reviewer>-<host>-<process>.json` says who looks at which report since when. It is no record: what
//! a desk leaves behind that was killed is passed over after a minute and cleared away after an hour. Nothing here is
//! ever an error: where the directory cannot be made or is none of ours, nobody is shown as here, and everything else
//! works.
//!
//! Others may write beside the journal: the directory is held open and never reached through a link ([`OwnDir`]), and a
//! file is read or removed only if its name is the one that its own content gives it.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use rustix::process::{Pid, test_kill_process};
use serde::{Deserialize, Serialize};

use crate::base::dir::{DirEntry, DirStep, Gate, Identity, OwnDir};
use crate::base::text::SafeText;

use super::act::ReportRef;
use super::disk::{Call, Disk, System};
use super::when::When;

/// A desk says this often that it is still there.
const TOUCH: Duration = Duration::from_secs(20);
/// One that has said nothing for so long is not there any more.
const STALE: Duration = Duration::from_secs(60);
/// What it left behind is cleared away after this.
const LITTER: Duration = Duration::from_secs(3600);
/// The files are read this often even if nothing has come or gone: some file systems tell the time by the second.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// No office has more desks on one journal; whatever else is in the directory is not read.
const MAX_DESKS: usize = 64;
const MAX_FILES: usize = 1024;
const MAX_BYTES: u64 = 4096;
/// Characters of a name.
const MAX_NAME: usize = 40;

/// Another desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Presence {
    /// Whose.
    pub(crate) by: SafeText,
    /// The report it looks at; none on the list of agencies.
    pub(crate) report: Option<ReportRef>,
    /// Since when.
    pub(crate) since: When,
}

/// The file of a desk.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Wire {
    reviewer: String,
    host: String,
    /// Within which the process has its number: on one machine there may be several.
    space: String,
    process: u32,
    agency: String,
    region: Vec<String>,
    year: u16,
    report: String,
    since: String,
}

impl Wire {
    /// The name of the file that says so.
    fn file_name(&self) -> String {
        format!("{}-{}-{}.json", tame(&self.reviewer), tame(&self.host), self.process)
    }
}

/// This desk among the others of its journal.
#[derive(Debug)]
pub(crate) struct Here<D: Disk = System> {
    disk: D,
    path: PathBuf,
    /// Once it is there and can be used.
    directory: Option<OwnDir<Through<D>>>,
    by: SafeText,
    host: String,
    space: String,
    report: Option<ReportRef>,
    since: When,
    /// Does the own file say something else than what is so?
    dirty: bool,
    /// When the own file was written last, and which it is.
    written: Option<(Instant, Option<Identity>)>,
    /// When the directory was read last, and how it looked.
    read: Option<(Instant, Option<SystemTime>)>,
    others: Vec<Presence>,
}

/// The calls of a directory of our own are those of the journal's disk.
#[derive(Debug, Clone)]
struct Through<D: Disk>(D);

impl<D: Disk> Gate for Through<D> {
    fn pass<T>(&self, step: DirStep, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let call = match step {
            DirStep::Make => Call::MakeDirectory,
            DirStep::Open => Call::Open,
            DirStep::Create => Call::Create,
            DirStep::Look => Call::Look,
            DirStep::List => Call::List,
            DirStep::Read => Call::Read,
            DirStep::Write => Call::Write,
            DirStep::Rename => Call::Rename,
            DirStep::Remove => Call::Remove,
            DirStep::RemoveDirectory => Call::RemoveDirectory,
        };
        self.0.call(call, act)
    }
}

impl Here {
    /// A desk of this reviewer on the journal at this path. Touches nothing yet.
    #[must_use]
    pub(crate) fn beside(journal: &Path, by: &SafeText) -> Self {
        Self::on(System, journal, by)
    }
}

impl<D: Disk> Here<D> {
    /// The same, on any disk.
    pub(super) fn on(disk: D, journal: &Path, by: &SafeText) -> Self {
        let mut name = journal.as_os_str().to_owned();
        name.push(".here");
        Self {
            disk,
            path: PathBuf::from(name),
            directory: None,
            by: by.clone(),
            host: host(),
            space: space(),
            report: None,
            since: When::now(),
            dirty: true,
            written: None,
            read: None,
            others: Vec::new(),
        }
    }

    /// The desk looks at another report, or at the list. It is written down at the next [`Self::poll`].
    pub(crate) fn look_at(&mut self, report: Option<ReportRef>) {
        if self.report != report {
            (self.report, self.since, self.dirty) = (report, When::now(), true);
        }
    }

    /// Says that this desk is here, when it is time to; the others, if anything about them is new.
    pub(crate) fn poll(&mut self) -> Option<Vec<Presence>> {
        if self.dirty || self.written.is_none_or(|(written, _)| written.elapsed() >= TOUCH) {
            self.write();
        }
        let stamp = self.directory.as_ref().and_then(OwnDir::modified);
        let known = |(at, seen): (Instant, _)| seen == stamp && at.elapsed() < LOOK_AGAIN;
        if self.read.is_some_and(known) {
            return None;
        }
        self.read = Some((Instant::now(), stamp));
        let others = self.read_others();
        (others != self.others).then(|| {
            self.others.clone_from(&others);
            others
        })
    }

    /// The desk has ended.
    pub(crate) fn leave(&self) {
        let Some(directory) = &self.directory else { return };
        if let Some((_, Some(own))) = self.written {
            directory.remove(&self.wire().file_name(), own);
        }
        // Only where nobody else is in it.
        directory.leave();
    }

    fn write(&mut self) {
        self.dirty = false;
        // The last one to leave takes the directory along; then it is made anew.
        self.directory = self.directory.take().filter(|directory| directory.is_in_place());
        if self.directory.is_none() {
            self.directory = OwnDir::open_or_make_by(Through(self.disk.clone()), &self.path).ok();
        }
        let wire = self.wire();
        let own = self.directory.as_ref().zip(serde_json::to_vec(&wire).ok());
        let own = own.and_then(|(directory, bytes)| directory.put(&wire.file_name(), &bytes).ok());
        self.written = Some((Instant::now(), own));
    }

    fn wire(&self) -> Wire {
        let report = self.report.clone().unwrap_or_default();
        Wire {
            reviewer: self.by.to_string(),
            host: self.host.clone(),
            space: self.space.clone(),
            process: std::process::id(),
            agency: report.agency.to_string(),
            region: report.region.iter().map(ToString::to_string).collect(),
            year: report.year,
            report: report.id.to_string(),
            since: self.since.to_string(),
        }
    }

    /// The other desks that are there, by name.
    fn read_others(&self) -> Vec<Presence> {
        let Some(directory) = &self.directory else { return Vec::new() };
        let (own, now) = (self.wire().file_name(), self.now(directory));
        let mut others = Vec::new();
        for name in directory.names(MAX_FILES).into_iter().filter(|name| *name != own) {
            let Some((entry, wire)) = read(directory, &name) else { continue };
            let age = entry.modified.and_then(|at| now.duration_since(at).ok()).unwrap_or_default();
            if age > LITTER && entry.is_own {
                directory.remove(&name, entry.identity);
            }
            if age > STALE || !self.lives(&wire) {
                continue;
            }
            others.extend(presence(wire));
            if others.len() >= MAX_DESKS {
                break;
            }
        }
        others.sort_by(|a, b| (&a.by, a.since.timestamp).cmp(&(&b.by, b.since.timestamp)));
        others
    }

    /// By the clock of the disk, which is not always ours.
    fn now(&self, directory: &OwnDir<Through<D>>) -> SystemTime {
        let own = directory.entry(&self.wire().file_name()).and_then(|own| own.modified);
        let own = own.zip(self.written).and_then(|(at, (written, _))| at.checked_add(written.elapsed()));
        own.unwrap_or_else(SystemTime::now)
    }

    /// Of a desk on this machine it can be told at once that it was killed. Asked of the system itself, for `/proc` may
    /// be hidden; what cannot be told, as of a process in another container, counts as there.
    fn lives(&self, wire: &Wire) -> bool {
        let process = i32::try_from(wire.process).ok().and_then(Pid::from_raw);
        let can_be_told = wire.host == self.host && wire.space == self.space;
        // That we may not send it a signal says that it is there.
        !can_be_told || process.is_some_and(|process| test_kill_process(process) != Err(rustix::io::Errno::SRCH))
    }
}

/// A file that a desk has written; `None` if it is anything else, or has the name of another.
fn read<G: Gate>(directory: &OwnDir<G>, name: &str) -> Option<(DirEntry, Wire)> {
    let may_be = name
        .strip_suffix(".json")
        .and_then(|stem| stem.rsplit_once('-'))
        .is_some_and(|(_, process)| !process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit()));
    let (entry, bytes) = may_be.then(|| directory.read(name, MAX_BYTES)).flatten()?;
    let wire: Wire = serde_json::from_slice(&bytes).ok()?;
    (wire.file_name() == name).then_some((entry, wire))
}

/// What others write is made safe, and short.
fn presence(wire: Wire) -> Option<Presence> {
    let short = |text: &str| SafeText::line(&text.chars().take(MAX_NAME).collect::<String>());
    let by = short(wire.reviewer.trim());
    let report = ReportRef {
        agency: SafeText::line(&wire.agency),
        region: wire.region.iter().map(|part| SafeText::line(part)).collect(),
        year: wire.year,
        id: SafeText::line(&wire.report),
        sha256: None,
    };
    let since = When::parse(&wire.since)?;
    (!by.is_empty()).then_some(Presence { by, report: Some(report).filter(|report| !report.id.is_empty()), since })
}

/// As a part of a file name.
fn tame(text: &str) -> String {
    text.chars().take(MAX_NAME).map(|c| if c.is_alphanumeric() { c } else { '_' }).collect()
}

/// The name of this machine; processes are told apart by it on a shared disk.
fn host() -> String {
    let named = rustix::system::uname().nodename().to_str().ok().map(str::to_owned).filter(|name| !name.is_empty());
    let named = named.or_else(|| std::env::var("HOSTNAME").ok()).or_else(|| std::env::var("COMPUTERNAME").ok());
    let host: String = named.unwrap_or_default().trim().chars().take(MAX_NAME).collect();
    if host.is_empty() { "host".to_owned() } else { host }
}

/// The space of process numbers that this one is in, as the system names it; nothing where it does not tell.
fn space() -> String {
    let space = rustix::fs::readlink("/proc/self/ns/pid", Vec::new()).ok();
    space
        .and_then(|space| space.into_string().ok())
        .map(|space| space.chars().take(MAX_NAME).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
