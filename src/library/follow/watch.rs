//! Being told by the system what changes; where it cannot tell, how often to look.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Request;

/// How often a directory is looked at that cannot tell.
const LOOK: Duration = Duration::from_secs(3);

/// What changes there is made on other machines too, of which the system here is not told.
const REMOTE: [&str; 14] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "vboxsf",
    "virtiofs",
];

/// How changes are noticed.
pub(super) struct Watch {
    /// By looking this often; none where the system tells.
    pub(crate) every: Option<Duration>,
    /// Why the system cannot tell, if it is something somebody must know.
    pub(crate) trouble: Option<String>,
    /// It tells as long as this lives.
    _told: Option<RecommendedWatcher>,
}

impl Watch {
    /// Of a directory, or of one file. `every`: somebody wants it to be looked at.
    pub(crate) fn on(root: &Path, every: Option<Duration>, tell: Sender<Request>) -> Self {
        if every.is_some() || is_remote(root) {
            return Self { every: every.or(Some(LOOK)), trouble: None, _told: None };
        }
        match told(root, tell) {
            Ok(watcher) => Self { every: None, trouble: None, _told: Some(watcher) },
            Err(error) => Self { every: Some(LOOK), trouble: Some(error.to_string()), _told: None },
        }
    }
}

fn told(root: &Path, tell: Sender<Request>) -> notify::Result<RecommendedWatcher> {
    // Events name whole paths.
    let whole = std::path::absolute(root)?;
    let (watched, mode) = match whole.parent().filter(|_| whole.is_file()) {
        Some(parent) => (parent.to_owned(), RecursiveMode::NonRecursive),
        None => (whole.clone(), RecursiveMode::Recursive),
    };
    let root = root.to_owned();
    let work = move |event: notify::Result<Event>| {
        if let Some(request) = request(event, &whole, &root) {
            // Nobody may follow any more.
            let _ = tell.send(request);
        }
    };
    let mut watcher = RecommendedWatcher::new(work, Config::default().with_follow_symlinks(false))?;
    watcher.watch(&watched, mode)?;
    Ok(watcher)
}

/// What an event asks for. That a file was opened or read is no change: we do that ourselves.
fn request(event: notify::Result<Event>, whole: &Path, root: &Path) -> Option<Request> {
    let event = match event {
        Ok(event) => event,
        Err(_) => return Some(Request::Everything),
    };
    let is_change = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    if event.need_rescan() {
        return Some(Request::Everything);
    }
    let below = |path: PathBuf| {
        let relative = path.strip_prefix(whole).ok()?;
        // Joining nothing would add a slash.
        Some(if relative.as_os_str().is_empty() { root.to_owned() } else { root.join(relative) })
    };
    let paths: Vec<PathBuf> = event.paths.into_iter().filter_map(below).collect();
    (is_change && !paths.is_empty()).then_some(Request::Touched(paths))
}

/// Does a directory lie on a disk that other machines write to?
fn is_remote(root: &Path) -> bool {
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") else { return false };
    let Ok(root) = std::fs::canonicalize(root) else { return false };
    is_remote_by(&mounts, &root)
}

/// The same by the table of mounts: the innermost that holds the directory counts, of several there the last.
fn is_remote_by(mounts: &str, root: &Path) -> bool {
    let lines = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        Some((PathBuf::from(unescaped(fields.next()?)), fields.next()?))
    });
    let around = lines.filter(|(place, _)| root.starts_with(place));
    let innermost = around.max_by_key(|(place, _)| place.components().count());
    innermost.is_some_and(|(_, kind)| REMOTE.iter().any(|remote| kind == *remote || kind.starts_with("fuse.")))
}

/// Blanks in the names of mounts are written in octal.
fn unescaped(text: &str) -> String {
    text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, ModifyKind};

    #[test]
    fn the_innermost_mount_says_whether_others_write_there() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/年\\040报 nfs4 rw 0 0\n/dev/sdb /mnt/年\\040报/local xfs rw 0 0\n\
                      user@host: /home/li/r fuse.sshfs rw 0 0\nbroken\n";
        let remote = |path: &str| is_remote_by(mounts, Path::new(path));
        assert!(remote("/mnt/年 报/2025") && remote("/home/li/r"));
        assert!(!remote("/home/li") && !remote("/mnt/年 报/local/x") && !remote("/mnt/年 报2"));
    }

    #[test]
    fn reading_is_no_change_and_paths_are_as_they_were_loaded() {
        let told = |kind, path: &str| {
            let event = Event::new(kind).add_path(PathBuf::from(path));
            match request(Ok(event), Path::new("/w/in"), Path::new("in")) {
                Some(Request::Touched(paths)) => Some(paths),
                _ => None,
            }
        };
        assert_eq!(told(EventKind::Access(AccessKind::Open(AccessMode::Any)), "/w/in/a.json"), None);
        assert_eq!(told(EventKind::Access(AccessKind::Close(AccessMode::Read)), "/w/in/a.json"), None);
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(told(written, "/w/in/a.json"), Some(vec![PathBuf::from("in/a.json")]));
        assert_eq!(told(EventKind::Create(CreateKind::Folder), "/w/in"), Some(vec![PathBuf::from("in")]));
        assert_eq!(told(EventKind::Modify(ModifyKind::Data(DataChange::Any)), "/w/other/a.json"), None);
    }
}
