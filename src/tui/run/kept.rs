//! The files beside the journal: saved filters and the place of the session. Read before the first frame, for they are
//! small; filters are written by a thread of their own, the place at the very end.

use std::io;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use crate::base::file::{self, Refused};
use crate::check::Profile;
use crate::journal::replace;
use crate::report::SafeText;
use crate::tui::kept::{KeptTrouble, MAX_BYTES, filters, session};
use crate::tui::model::{Model, Saved};
use crate::tui::msg::{Keep, Msg};
use crate::tui::update;

use super::setup::{Kept, Setup};
use super::wake::Wake;

/// The threads and files, from the loop's side.
pub(super) struct Handle {
    kept: Kept,
    /// The file of the last session, whose other keys are written again.
    last: session::File,
    jobs: Option<Sender<Keep>>,
    thread: Option<JoinHandle<()>>,
}

impl Handle {
    /// Changes the saved filters; the answer comes as a message.
    pub(crate) fn change(&self, keep: Keep) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(keep);
        }
    }

    /// Keeps where the reviewer is, unless the last place was not restored yet; in words why it could not be kept.
    pub(crate) fn finish(&mut self, model: &Model) -> Result<(), KeptTrouble> {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        let (Some(path), Some(session)) = (&self.kept.session, update::place(model)) else { return Ok(()) };
        let text = self.last.text(&session, &self.kept.directory);
        replace(path, text.as_bytes()).map_err(|error| KeptTrouble::disk(&error))
    }
}

/// Reads what is kept into the model, and starts the thread.
pub(super) fn begin(setup: &Setup, model: &mut Model, tell: Sender<Wake>) -> io::Result<Handle> {
    let (kept, words, profile) = (setup.kept.clone(), setup.lang.words(), setup.basis.profile);
    let mut troubles = Vec::new();
    if let Some(path) = &kept.filters {
        match read_filters(path) {
            Ok(file) => model.filters.list = file.filters(profile),
            Err(trouble) => {
                troubles.push(words.find.filters_unreadable(trouble.text(words), SafeText::path(path)));
            }
        }
    }
    let mut last = session::File::default();
    if let Some(path) = &kept.session {
        match read(path).and_then(|text| text.map(|text| session::File::parse(&text, &kept.directory)).transpose()) {
            Ok(Some(file)) => {
                if !kept.fresh {
                    update::restore(model, file.session(profile));
                }
                last = file;
            }
            Err(trouble) if !kept.fresh => {
                troubles.push(words.find.session_unreadable(trouble.text(words), SafeText::path(path)));
            }
            Ok(None) | Err(_) => {}
        }
    }
    if !troubles.is_empty() {
        let _ = tell.send(Wake::Msg(Msg::NotRestored(troubles.join(" "))));
    }
    let (jobs, orders) = channel();
    let path = kept.filters.clone();
    let work = move || {
        while let Ok(keep) = orders.recv() {
            let result = path.as_deref().ok_or_else(|| words.find.no_place().to_owned());
            let result = result.and_then(|path| change(path, &keep, profile).map_err(|trouble| trouble.text(words)));
            let _ = tell.send(Wake::Msg(Msg::Filters(result)));
        }
    };
    let thread = thread::Builder::new().name("kept".into()).spawn(work)?;
    Ok(Handle { kept, last, jobs: Some(jobs), thread: Some(thread) })
}

/// The file is read anew before it is changed: another desk may have changed it too.
fn change(path: &Path, keep: &Keep, profile: &Profile) -> Result<(Vec<Saved>, Option<SafeText>), KeptTrouble> {
    let mut file = read_filters(path)?;
    let name = match keep {
        Keep::Put(saved) => {
            file.put(saved);
            Some(saved.name.clone())
        }
        Keep::Remove(name) => {
            file.remove(name);
            None
        }
    };
    let text = file.text();
    if u64::try_from(text.len()).is_ok_and(|len| len > MAX_BYTES) {
        return Err(KeptTrouble::Long);
    }
    replace(path, text.as_bytes()).map_err(|error| KeptTrouble::disk(&error))?;
    Ok((file.filters(profile), name))
}

fn read_filters(path: &Path) -> Result<filters::File, KeptTrouble> {
    read(path)?.map_or_else(|| Ok(filters::File::default()), |text| filters::File::parse(&text))
}

/// The text of a file; `None` if there is none.
fn read(path: &Path) -> Result<Option<String>, KeptTrouble> {
    match file::read_text(path, MAX_BYTES) {
        Ok(text) => Ok(Some(text)),
        Err(refused) if refused.is_missing() => Ok(None),
        Err(Refused::NotAFile) => Err(KeptTrouble::NotAFile),
        Err(Refused::TooLarge) => Err(KeptTrouble::Long),
        Err(Refused::Stuck) => Err(KeptTrouble::Stuck),
        // Not UTF-8.
        Err(Refused::Io(error)) if error.kind() == io::ErrorKind::InvalidData => Err(KeptTrouble::Foreign),
        Err(Refused::Io(error)) => Err(KeptTrouble::disk(&error)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::tui::model::Setting;

    fn saved(name: &str, filter: &str) -> Saved {
        let setting = Setting { filter: filter.to_owned(), ..Setting::default() };
        Saved { name: name.into(), setting }
    }

    #[test]
    fn filters_of_two_desks_are_all_kept_and_what_is_not_ours_is_not_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("new/filters.json");
        let put = |path: &Path, saved: Saved| change(path, &Keep::Put(saved), Profile::standard());
        put(&path, saved("甲", "教育")).unwrap();
        let (list, name) = put(&path, saved("乙", "公安")).unwrap();
        assert_eq!((list.len(), name), (2, Some("乙".into())));
        let (list, _) = change(&path, &Keep::Remove("甲".into()), Profile::standard()).unwrap();
        assert_eq!(list, [saved("乙", "公安")]);
        for text in ["", "[]", "{\"schema\":\"gouji/filters/2\"}", "\u{feff}{}"] {
            fs::write(&path, text).unwrap();
            assert!(put(&path, saved("丙", "")).is_err(), "{text}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn what_is_no_file_or_too_long_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(read(dir.path()), Err(KeptTrouble::NotAFile));
        assert_eq!(read(&dir.path().join("none")), Ok(None));
        let long = dir.path().join("long");
        fs::write(&long, " ".repeat(usize::try_from(MAX_BYTES).unwrap() + 1)).unwrap();
        assert_eq!(read(&long), Err(KeptTrouble::Long));
    }
}
