//! What a desk starts with, and where it puts a text of its own: the report of a panic, what no clipboard takes.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use uuid::Uuid;

use crate::check::Basis;
use crate::journal::{replace, shared_directory};
use crate::library::{Directory, Documents};
use crate::report::SafeText;
use crate::terminal::crash;
use crate::tui::keymap::Keymap;
use crate::tui::model::{Display, OwnProgram};
use crate::tui::outgoing::Outlet;
use crate::words::Lang;

/// What a desk is opened on.
pub(crate) struct Setup {
    /// The directory, or one file.
    pub(crate) root: PathBuf,
    /// Its name on the first line.
    pub(crate) name: SafeText,
    pub(crate) journal: PathBuf,
    pub(crate) reviewer: SafeText,
    /// The language of the interface.
    pub(crate) lang: Lang,
    /// What the office has set, and who is expected to report: one for the whole desk, for its word lists are made ready
    /// once.
    pub(crate) basis: Basis<'static>,
    /// Where the reports lie as they were published.
    pub(crate) published: Option<PathBuf>,
    /// Reads documents that are not JSON.
    pub(crate) documents: Arc<dyn Documents + Send + Sync>,
    /// Writes what goes out.
    pub(crate) outlet: Arc<dyn Outlet>,
    /// Where a report goes should the program break down.
    pub(crate) crash_file: PathBuf,
    /// Where copied text goes when the terminal takes none.
    pub(crate) copy_file: PathBuf,
    /// What the terminal can show.
    pub(crate) display: Display,
    /// Programs of the reviewer's own.
    pub(crate) programs: Vec<OwnProgram>,
    /// Which keys do what.
    pub(crate) keymap: Keymap,
    /// Look for changes in the directory this often, whatever the system tells.
    pub(crate) poll: Option<Duration>,
    /// May the terminal scroll a part of the screen by itself?
    pub(crate) scroll_region: bool,
    /// One line after the other instead of a screen?
    pub(crate) plain: bool,
    /// Is the reviewer shown around?
    pub(crate) tour: bool,
    /// Does the mouse count?
    pub(crate) mouse: bool,
    /// Where filters and the place of the session are kept.
    pub(crate) kept: Kept,
}

/// Where things are kept; what has no place is not kept.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// The saved filters.
    pub(crate) filters: Option<PathBuf>,
    /// The place of the session.
    pub(crate) session: Option<PathBuf>,
    /// The directory that the session is about, as its file names it.
    pub(crate) directory: String,
    /// Begin without the last session?
    pub(crate) fresh: bool,
}

impl Setup {
    /// The directory, as it is loaded and followed until it is not wanted any more.
    pub(super) fn directory(&self, cancel: Arc<AtomicBool>) -> Directory {
        Directory {
            root: self.root.clone(),
            documents: Arc::clone(&self.documents),
            basis: self.basis.clone(),
            published: self.published.clone(),
            words: self.lang.words(),
            poll: self.poll,
            cancel,
        }
    }
}

/// Says where the report of a panic goes, and in which words.
pub(super) fn install_crash_report(setup: &Setup) {
    let words = &setup.lang.words().desk;
    crash::install(crash::Crash {
        file: setup.crash_file.clone(),
        save,
        heading: concat!("gouji ", env!("CARGO_PKG_VERSION")).to_owned(),
        say: Box::new(|file| match file {
            Some(path) => words.crashed(SafeText::path(path)),
            None => words.crashed_unwritten().to_owned(),
        }),
    });
}

/// Puts a text into a file of the reviewer's own. Where they have no directory of their own, others may have planted
/// something under any name that can be known: then its name is one that cannot.
pub(super) fn save(file: &Path, text: &str) -> io::Result<PathBuf> {
    let file = match file.parent() {
        Some(shared) if shared == shared_directory() => {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            shared.join(format!("gouji-{}-{name}", Uuid::now_v7().simple()))
        }
        _ => file.to_owned(),
    };
    replace(&file, text.as_bytes()).map(|()| file)
}
