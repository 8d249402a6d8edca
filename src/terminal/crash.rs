//! A panic gives the terminal back first, then leaves a report of itself, then says where that is.

use std::backtrace::Backtrace;
use std::io::Write as _;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{io, thread};

use super::guard;

/// How long a panic waits for a terminal that takes no bytes.
const PATIENCE: Duration = Duration::from_millis(300);

/// Puts a text into a file that nobody else can read or has planted; says where it is.
pub(crate) type Save = fn(&Path, &str) -> io::Result<PathBuf>;

/// Makes the words on standard error, given the file if it could be written.
pub(crate) type Say = Box<dyn Fn(Option<&Path>) -> String + Send + Sync>;

/// What the last words are made of.
pub struct Crash {
    /// Where the report goes.
    pub file: PathBuf,
    /// Puts a text there, whole, in the place of what was there; says where it is.
    pub save: Save,
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
    let file = (crash.save)(&crash.file, &report).ok();
    let file = file.as_deref();
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
