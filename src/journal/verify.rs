//! Checks a journal line by line, without the desk.

use std::io::BufReader;
use std::path::Path;

use super::disk::{Disk, System};
use super::error::JournalError;
use super::handle::Handle;
use super::problem::{ProblemKind, Problems};
use super::scan::{Kept, Scanner};

/// What a check of a whole journal found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verification {
    /// Lines, blank ones included.
    pub lines: u64,
    /// Acts with different ids.
    pub(crate) acts: u64,
    /// What is wrong, with line numbers.
    pub problems: Problems,
}

impl Verification {
    /// Nothing points to a line altered, removed or put in by hand. A torn line, a repeated one and one of a newer
    /// version do not.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.harmful() == 0
    }
}

/// Reads every line and checks it: chain, torn lines, unknown ones, repeated ids.
///
/// # Errors
/// [`JournalError`] if the file cannot be read at all.
pub fn verify(path: &Path) -> Result<Verification, JournalError> {
    scan(&System, path, |_| {})
}

/// The same, handing on every line worth keeping.
pub(super) fn scan<D: Disk>(disk: &D, path: &Path, keep: impl FnMut(Kept<'_>)) -> Result<Verification, JournalError> {
    let handle = Handle::read(disk, path)?;
    let mut scanner = Scanner::new();
    let mut reader = BufReader::with_capacity(1 << 16, &handle.file);
    let fragment = scanner.read(&mut reader, keep).map_err(|error| JournalError::read(path, &error))?;
    let (mut lines, acts) = (scanner.lines, scanner.acts());
    let mut problems = scanner.problems;
    if fragment.length > 0 {
        lines += 1;
        problems.push(lines, ProblemKind::Unfinished);
    }
    Ok(Verification { lines, acts, problems })
}
