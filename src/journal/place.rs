//! Where the journal of a directory lies by default, and who is writing.
//!
//! `--journal`, `GOUJI_JOURNAL` and `--reviewer` come before; they are the command line's business.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::base::digest::Sha256Sum;
use crate::base::dir::{OpenGate, OwnDir};
use crate::base::file;
use crate::base::text::SafeText;

/// The user's data directory for this program; `None` where the user has no home, or one that means another directory
/// wherever the program is started: words must not lie about in the directories of others.
#[must_use]
pub(crate) fn data_directory() -> Option<PathBuf> {
    ProjectDirs::from("", "", "gouji")
        .map(|dirs| dirs.data_dir().to_owned())
        .filter(|directory| directory.is_absolute())
}

/// Where files go that have no directory of the user's own, among those of others. Never the current directory, whatever
/// `TMPDIR` says: it may be the one under review.
#[must_use]
pub(crate) fn shared_directory() -> PathBuf {
    absolute_or_tmp(env::temp_dir())
}

fn absolute_or_tmp(directory: PathBuf) -> PathBuf {
    if directory.is_absolute() { directory } else { PathBuf::from("/tmp") }
}

/// The journal of the directory under review: one file per directory, named after it. `None` where the user has no
/// home; then a journal has to be named.
#[must_use]
pub(crate) fn default_path(reviewed: &Path) -> Option<PathBuf> {
    let own = data_directory()?.join("journals").join(file_name(reviewed, "jsonl"));
    Some(followed(&own).unwrap_or(own))
}

/// The journal that is used instead, as the reviewer has decided.
fn followed(own: &Path) -> Option<PathBuf> {
    let text = file::read_text(&own.with_extension(INSTEAD), 4096).ok()?;
    Some(PathBuf::from(text.trim_end_matches('\n'))).filter(|path| path.is_absolute())
}

/// From now on another journal is used instead of this one, which is not there yet.
pub(crate) fn follow(own: &Path, other: &Path) -> io::Result<()> {
    let name = own.with_extension(INSTEAD).file_name().map(|name| name.to_string_lossy().into_owned());
    let (Some(directory), Some(name), Some(other)) = (own.parent(), name, other.to_str()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    OwnDir::open_or_make_by(OpenGate, directory)?.put(&name, format!("{other}\n").as_bytes())?;
    Ok(())
}

/// The ending of the file that says which journal is used instead.
const INSTEAD: &str = "instead";

/// Where the place of the last session on a directory is kept. `None` where the user has no home.
#[must_use]
pub(crate) fn session_path(reviewed: &Path) -> Option<PathBuf> {
    Some(data_directory()?.join("sessions").join(file_name(reviewed, "json")))
}

/// `name-hash.extension`: the name to be recognised by, the hash of the whole path to be unique by.
pub(super) fn file_name(path: &Path, extension: &str) -> String {
    let path = fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().unwrap_or(OsStr::new("root")).to_string_lossy();
    // At most 40 characters of 4 bytes: far below what file systems allow.
    let name: String = name.chars().take(40).map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    format!("{name}-{}.{extension}", short_hash(path.as_os_str().as_encoded_bytes()))
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256Sum::of(bytes).short(6)
}

/// The reviewer's name where none is given: `GOUJI_REVIEWER`, or the login name. `None` if the system tells neither.
#[must_use]
pub(crate) fn default_reviewer() -> Option<SafeText> {
    reviewer_from(|name| env::var_os(name).map(|value| value.to_string_lossy().into_owned()))
}

/// How a reviewer has said that they sign, where the system does not tell their login name.
#[must_use]
pub(crate) fn signature() -> Option<SafeText> {
    let text = file::read_text(&data_directory()?.join(SIGNATURE), 4096).ok()?;
    Some(SafeText::line(text.trim())).filter(|name| !name.is_empty())
}

/// From now on they sign so.
///
/// # Errors
/// If it cannot be kept.
pub(crate) fn sign_as(name: &SafeText) -> io::Result<()> {
    let directory = data_directory().ok_or(io::ErrorKind::NotFound)?;
    super::replace(&directory.join(SIGNATURE), format!("{name}\n").as_bytes())
}

/// The file of it, in the user's data directory.
const SIGNATURE: &str = "reviewer.txt";

fn reviewer_from(variable: impl Fn(&str) -> Option<String>) -> Option<SafeText> {
    ["GOUJI_REVIEWER", "USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .filter_map(variable)
        .map(|name| SafeText::line(name.trim()))
        .find(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_named_after_its_directory_and_unique_by_its_path() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b) = (dir.path().join("甲/2025 年报;rm"), dir.path().join("乙/2025 年报;rm"));
        for path in [&a, &b] {
            fs::create_dir_all(path).unwrap();
        }
        let (first, second) = (file_name(&a, "jsonl"), file_name(&b, "jsonl"));
        assert!(first.starts_with("2025_年报_rm-") && first.ends_with(".jsonl"), "{first}");
        assert_ne!(first, second);
        assert_eq!(first, file_name(&a.join("../2025 年报;rm"), "jsonl"), "one directory, one journal");
        assert!(file_name(Path::new("/"), "jsonl").starts_with("root-"));
        assert!(file_name(&dir.path().join("长".repeat(80)), "jsonl").len() < 255);
    }

    #[test]
    fn a_relative_directory_for_temporary_files_is_none() {
        for (named, expected) in [("", "/tmp"), (".", "/tmp"), ("a/b", "/tmp"), ("/var/tmp", "/var/tmp")] {
            assert_eq!(absolute_or_tmp(PathBuf::from(named)), Path::new(expected), "{named:?}");
        }
    }

    #[test]
    fn the_reviewer_is_who_says_so_then_who_is_logged_in() {
        let from = |set: &[(&str, &str)]| {
            let set: Vec<(String, String)> = set.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
            reviewer_from(move |name| set.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()))
                .map(|name| name.to_string())
        };
        assert_eq!(from(&[("USER", "li"), ("GOUJI_REVIEWER", "李")]).as_deref(), Some("李"));
        assert_eq!(from(&[("GOUJI_REVIEWER", " "), ("LOGNAME", "li\n")]).as_deref(), Some("li"));
        assert_eq!(from(&[]), None);
    }
}
