//! Who is here: a small file for each desk in a directory beside the journal, rewritten while the desk lives.
//!
//! `<journal>.here/<reviewer>-<host>-<process>.json` says who looks at which report since when. It is no record: what
//! a desk leaves behind that was killed is passed over after a minute and cleared away after an hour. Nothing here is
//! ever an error: where the directory cannot be made or written, nobody is shown as here, and everything else works.

use std::fs::{self, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use serde::{Deserialize, Serialize};

use crate::report::SafeText;

use super::act::ReportRef;
use super::handle::private;
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
pub struct Presence {
    /// Whose.
    pub by: SafeText,
    /// The report it looks at; none on the list of agencies.
    pub report: Option<ReportRef>,
    /// Since when.
    pub since: When,
}

/// The file of a desk.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Wire {
    reviewer: String,
    host: String,
    process: u32,
    agency: String,
    region: Vec<String>,
    year: u16,
    report: String,
    since: String,
}

/// This desk among the others of its journal.
#[derive(Debug)]
pub struct Here {
    directory: PathBuf,
    own: PathBuf,
    by: SafeText,
    host: String,
    report: Option<ReportRef>,
    since: When,
    /// Does the own file say something else than what is so?
    dirty: bool,
    written: Option<Instant>,
    /// When the directory was read last, and how it looked.
    read: Option<(Instant, Option<SystemTime>)>,
    others: Vec<Presence>,
}

impl Here {
    /// A desk of this reviewer on the journal at this path. Touches nothing yet.
    #[must_use]
    pub fn beside(journal: &Path, by: &SafeText) -> Self {
        let mut name = journal.as_os_str().to_owned();
        name.push(".here");
        let (directory, host) = (PathBuf::from(name), host());
        let own = directory.join(format!("{}-{}-{}.json", tame(by), tame(&host), std::process::id()));
        Self {
            directory,
            own,
            by: by.clone(),
            host,
            report: None,
            since: When::now(),
            dirty: true,
            written: None,
            read: None,
            others: Vec::new(),
        }
    }

    /// The desk looks at another report, or at the list. It is written down at the next [`Self::poll`].
    pub fn look_at(&mut self, report: Option<ReportRef>) {
        if self.report != report {
            (self.report, self.since, self.dirty) = (report, When::now(), true);
        }
    }

    /// Says that this desk is here, when it is time to; the others, if anything about them is new.
    pub fn poll(&mut self) -> Option<Vec<Presence>> {
        if self.dirty || self.written.is_none_or(|written| written.elapsed() >= TOUCH) {
            self.write();
        }
        let stamp = fs::metadata(&self.directory).and_then(|directory| directory.modified()).ok();
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
    pub fn leave(&self) {
        let _ = fs::remove_file(&self.own);
        // Only the last one can.
        let _ = fs::remove_dir(&self.directory);
    }

    /// Whole or not at all, and new: no link planted there is followed.
    fn write(&mut self) {
        (self.dirty, self.written) = (false, Some(Instant::now()));
        let Ok(bytes) = serde_json::to_vec(&self.wire()) else { return };
        let _ = fs::create_dir(&self.directory);
        let temporary = self.own.with_extension("new");
        let _ = fs::remove_file(&temporary);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        private(&mut options);
        let Ok(mut file) = options.open(&temporary) else { return };
        if file.write_all(&bytes).and_then(|()| fs::rename(&temporary, &self.own)).is_err() {
            let _ = fs::remove_file(&temporary);
        }
    }

    fn wire(&self) -> Wire {
        let report = self.report.clone().unwrap_or_default();
        Wire {
            reviewer: self.by.to_string(),
            host: self.host.clone(),
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
        let now = self.now();
        let mut others = Vec::new();
        let files = fs::read_dir(&self.directory).into_iter().flatten().flatten().take(MAX_FILES);
        for path in files.map(|file| file.path()).filter(|path| *path != self.own) {
            let Ok(found) = fs::symlink_metadata(&path) else { continue };
            let age = found.modified().ok().and_then(|at| now.duration_since(at).ok()).unwrap_or_default();
            if age > LITTER && found.is_file() {
                let _ = fs::remove_file(&path);
            }
            let is_json = path.extension().is_some_and(|ending| ending == "json");
            if age > STALE || !found.is_file() || !is_json {
                continue;
            }
            others.extend(read(&path).filter(|wire| self.lives(wire)).and_then(presence));
            if others.len() >= MAX_DESKS {
                break;
            }
        }
        others.sort_by(|a, b| (&a.by, a.since.timestamp).cmp(&(&b.by, b.since.timestamp)));
        others
    }

    /// By the clock of the disk, which is not always ours.
    fn now(&self) -> SystemTime {
        let own = fs::metadata(&self.own).and_then(|own| own.modified()).ok();
        let own = own.zip(self.written).and_then(|(at, written)| at.checked_add(written.elapsed()));
        own.unwrap_or_else(SystemTime::now)
    }

    /// Of a desk on this machine it can be told at once that it was killed.
    fn lives(&self, wire: &Wire) -> bool {
        let processes = Path::new("/proc");
        wire.host != self.host || !processes.join("self").exists() || processes.join(wire.process.to_string()).exists()
    }
}

fn read(path: &Path) -> Option<Wire> {
    let mut bytes = Vec::new();
    fs::File::open(path).ok()?.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
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
    let named = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let named = named.or_else(|| std::env::var("HOSTNAME").ok()).or_else(|| std::env::var("COMPUTERNAME").ok());
    let host: String = named.unwrap_or_default().trim().chars().take(MAX_NAME).collect();
    if host.is_empty() { "host".to_owned() } else { host }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(agency: &str) -> ReportRef {
        ReportRef {
            agency: agency.into(),
            year: 2025,
            id: format!("2025/{agency}").as_str().into(),
            ..ReportRef::default()
        }
    }

    fn foreign(directory: &Path, name: &str, text: &str) {
        fs::create_dir_all(directory).unwrap();
        fs::write(directory.join(name), text).unwrap();
    }

    fn wang(agency: &str) -> String {
        format!(
            "{{\"reviewer\":\"王\\u001b芳\",\"host\":\"elsewhere\",\"process\":1,\"agency\":\"{agency}\",\"year\":2025,\
             \"report\":\"2025/{agency}\",\"since\":\"2026-01-20T09:31:07+08:00\",\"later\":{{}}}}"
        )
    }

    #[test]
    fn a_desk_writes_itself_down_and_does_not_see_itself() {
        let dir = tempfile::tempdir().unwrap();
        let journal = dir.path().join("j.jsonl");
        let mut here = Here::beside(&journal, &"li/../x".into());
        assert_eq!(here.poll(), None, "nobody else, which is nothing new");
        here.look_at(Some(report("卢氏县")));
        here.poll();
        let files: Vec<PathBuf> =
            fs::read_dir(dir.path().join("j.jsonl.here")).unwrap().map(|file| file.unwrap().path()).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        assert!(files[0].file_name().unwrap().to_string_lossy().starts_with("li____x-"), "{files:?}");
        let wire = read(&files[0]).unwrap();
        assert_eq!((wire.reviewer.as_str(), wire.report.as_str()), ("li/../x", "2025/卢氏县"));
        here.leave();
        assert!(!dir.path().join("j.jsonl.here").exists());
    }

    #[test]
    fn others_are_seen_once_made_safe_and_only_while_they_are_there() {
        let dir = tempfile::tempdir().unwrap();
        let (journal, place) = (dir.path().join("j.jsonl"), dir.path().join("j.jsonl.here"));
        foreign(&place, "wang-elsewhere-1.json", &wang("卢氏县"));
        for (name, text) in [
            ("broken.json", "{"),
            ("nameless.json", "{\"reviewer\":\" \",\"since\":\"2026-01-20T09:31:07+08:00\"}"),
            ("timeless.json", "{\"reviewer\":\"x\"}"),
            ("long.json", &format!("{{\"reviewer\":\"{}\"}}", "x".repeat(5000))),
            ("other.txt", &wang("别处")),
        ] {
            foreign(&place, name, text);
        }
        fs::create_dir(place.join("directory.json")).unwrap();
        let mut here = Here::beside(&journal, &"li".into());
        let others = here.poll().unwrap();
        assert_eq!(others.len(), 1, "{others:?}");
        assert_eq!(others[0].by.as_str(), "王\\x1B芳");
        assert_eq!(others[0].report, Some(report("卢氏县")));
        here.read = None;
        assert_eq!(here.poll(), None, "nothing new");
        let path = place.join("wang-elsewhere-1.json");
        let old =
            |age| fs::File::options().write(true).open(&path).unwrap().set_modified(SystemTime::now() - age).unwrap();
        old(STALE * 2);
        here.read = None;
        assert_eq!(here.poll(), Some(Vec::new()), "killed a while ago");
        old(LITTER * 2);
        here.read = None;
        here.poll();
        assert!(!path.exists(), "cleared away");
    }

    #[test]
    fn a_desk_killed_on_this_machine_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        let here = Here::beside(&dir.path().join("j"), &"li".into());
        let wire = |process| Wire { host: host(), process, ..Wire::default() };
        assert!(here.lives(&wire(std::process::id())));
        if Path::new("/proc/self").exists() {
            assert!(!here.lives(&wire(u32::MAX)));
        }
        assert!(here.lives(&Wire { host: "elsewhere".into(), process: u32::MAX, ..Wire::default() }));
    }

    #[test]
    fn where_nothing_can_be_written_nobody_is_here_and_nothing_is_said() {
        let mut here = Here::beside(Path::new("/proc/nowhere/j.jsonl"), &"li".into());
        here.look_at(Some(report("卢氏县")));
        assert_eq!(here.poll(), None);
        here.leave();
    }
}
