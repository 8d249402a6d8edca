//! A file that is there whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

/// Writes a file under a name that nobody knows, and gives it its own when all of it is on disk. It never takes the place of
/// another unless that was asked for; a link in its place is replaced and not followed. Who may read it, the umask says.
///
/// # Errors
/// What the system says; `AlreadyExists` where there is one already.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    write_whole_by(path, force, |file| file.write_all(bytes))
}

/// The same of what is written bit by bit.
///
/// # Errors
/// What the system says, or whoever writes it.
pub(crate) fn write_whole_by<T>(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut File) -> io::Result<T>,
) -> io::Result<T> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(dir)?;
    let mode = Permissions::from_mode(0o666);
    let mut file = tempfile::Builder::new().prefix(".gouji-").permissions(mode).tempfile_in(dir)?;
    let done = write(file.as_file_mut())?;
    file.as_file().sync_all()?;
    let placed = if force { file.persist(path) } else { file.persist_noclobber(path) };
    placed.map(|_| done).map_err(|error| error.error)
}

/// Could something be written there? The directory is made if there is none.
///
/// # Errors
/// What the system says.
pub(crate) fn can_be_written(dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    tempfile::Builder::new().prefix(".gouji-").tempfile_in(dir).map(drop)
}

/// Takes a directory away again that was made for what has not come. One that has something in it stays.
pub(crate) fn take_away(dir: &Path) {
    let _ = fs::remove_dir(dir);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_stays_unless_it_is_to_be_replaced_and_a_link_leads_nowhere() {
        let dir = tempfile::tempdir().unwrap();
        let (other, path) = (dir.path().join("other"), dir.path().join("new/a.txt"));
        write_whole(&path, b"one", false).unwrap();
        assert_eq!(write_whole(&path, b"two", false).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        fs::write(&other, "theirs").unwrap();
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink(&other, &path).unwrap();
        write_whole(&path, b"three", true).unwrap();
        assert_eq!((fs::read(&path).unwrap(), fs::read(&other).unwrap()), (b"three".to_vec(), b"theirs".to_vec()));
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing half written stays");
    }
}
