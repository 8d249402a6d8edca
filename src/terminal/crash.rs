//! A panic gives the terminal back first, then leaves a report of itself, then says where that is.

use std::backtrace::Backtrace;
use std::io::Write as _;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{fs, io, thread};

use super::guard;

/// How long a panic waits for a terminal that takes no bytes.
const PATIENCE: Duration = Duration::from_millis(300);

/// Makes the words on standard error, given the file if it could be written.
pub type Say = Box<dyn Fn(Option<&Path>) -> String + Send + Sync>;

/// What the last words are made of.
pub struct Crash {
    /// Where the report goes; its directory is made if needed.
    pub file: PathBuf,
    /// What the report begins with: program and version.
    pub heading: String,
    /// The words on standard error.
    pub say: Say,
}

/// Installs the hook for all threads.
pub fn install(crash: Crash) {
    panic::set_hook(Box::new(move |info| last_words(&crash, info)));
}

fn last_words(crash: &Crash, info: &PanicHookInfo<'_>) {
    guard::surrender(PATIENCE);
    let report = report(&crash.heading, info);
    let file = write(&crash.file, &report).is_ok().then_some(crash.file.as_path());
    let mut err = io::stderr();
    // Nobody may be there to read it.
    let _ = writeln!(err, "{}", (crash.say)(file));
    if file.is_none() {
        let _ = writeln!(err, "{report}");
    }
}

fn report(heading: &str, info: &PanicHookInfo<'_>) -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let thread = thread::current();
    let thread = thread.name().unwrap_or("?");
    let backtrace = Backtrace::force_capture();
    format!("{heading}\ntime {seconds} (unix)\nthread {thread}\n{info}\n\n{backtrace}\n")
}

fn write(file: &Path, report: &str) -> io::Result<()> {
    if let Some(directory) = file.parent() {
        fs::create_dir_all(directory)?;
    }
    fs::write(file, report)
}
