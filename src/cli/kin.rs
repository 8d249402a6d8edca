//! A directory without a journal of its own, whose reports another journal knows: which one is to be used is asked before
//! the desk opens.

use std::io::{self, BufRead as _, Write as _};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::journal::{follow, kin};
use crate::report::SafeText;
use crate::words::Lang;

use super::outcome::output;

/// So many files of a directory are looked at.
const FILES: usize = 3000;

/// The journal that is to be used where `own` would be the first one: another one that knows these reports, if the
/// reviewer wants it. The answer holds for later starts.
pub(super) fn choose(own: PathBuf, dir: &Path, lang: Lang) -> io::Result<PathBuf> {
    if own.exists() {
        return Ok(own);
    }
    let entries = WalkDir::new(dir).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let files: Vec<PathBuf> = entries.take(FILES).map(walkdir::DirEntry::into_path).collect();
    let Some(found) = kin(&own, &files) else { return Ok(own) };
    let words = &lang.words().cli;
    let mut out = output();
    write!(out, "{} ", words.journal_of_kin(SafeText::path(&found.path), found.acts, found.same))?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    if !matches!(answer.trim(), "y" | "Y" | "yes" | "是" | "ｙ") {
        return Ok(own);
    }
    // Where it cannot be kept, it is asked again.
    let _ = follow(&own, &found.path);
    Ok(found.path)
}
