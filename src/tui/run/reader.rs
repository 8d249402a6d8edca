//! The threads that read: one for the directory as a whole, and one for a report's narrative whenever somebody looks.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::{io, thread};

use crate::check::Before;
use crate::library::names::Names;
use crate::library::{Directory, Event, Request, session};
use crate::report::Lean;
use crate::tui::model::ItemId;
use crate::tui::msg::Msg;
use crate::words::Describe;

use super::source;
use super::wake::Wake;

/// What somebody wants to see.
pub(super) enum Wanted {
    /// A report's narrative.
    Narrative(ToNarrate),
    /// The document it was read from: wanted only once the narrative is there.
    Source(source::Wanted),
}

/// A narrative that somebody wants to see.
pub(super) struct ToNarrate {
    pub(crate) item: ItemId,
    pub(crate) path: PathBuf,
    /// Head and cells, which its texts are checked against.
    pub(crate) lean: Arc<Lean>,
    /// What stands for the year before.
    pub(crate) before: Before,
}

/// Starts to load, check and follow the directory. Takes requests to look.
pub(super) fn spawn_loader(directory: Directory, names: Arc<Names>, tell: Sender<Wake>) -> io::Result<Sender<Request>> {
    let (look, requests) = channel();
    let sender = look.clone();
    let work = move || {
        // The desk may have ended: then nobody needs to know.
        session::run(&directory, &names, sender, &requests, &|event| drop(tell.send(Wake::Msg(event.into()))));
    };
    thread::Builder::new().name("load".into()).spawn(work)?;
    Ok(look)
}

impl From<Event> for Msg {
    fn from(event: Event) -> Self {
        match event {
            Event::Found(found) => Self::Found(found),
            Event::Loaded(items) => Self::Loaded(items),
            Event::LoadingDone => Self::LoadingDone,
            Event::PublishedRead { reports, unread } => Self::PublishedRead { reports, unread },
            Event::Checked(checked) => Self::Checked(checked),
            Event::CheckingDone { absent } => Self::CheckingDone { absent },
            Event::Changed(changes) => Self::Changed(changes),
            Event::Compared(reports) => Self::Compared(reports),
            Event::ComparingDone { absent } => Self::ComparingDone { absent },
            Event::Unwatched(why, seconds) => Self::Unwatched(why.to_string(), seconds),
        }
    }
}

/// Starts the thread that reads narratives and documents; only the newest wish counts, and a disk that does not answer
/// is not waited for once there is another.
pub(super) fn spawn_opener(directory: Directory, tell: Sender<Wake>) -> io::Result<Sender<Wanted>> {
    let (want, wishes): (Sender<Wanted>, Receiver<Wanted>) = channel();
    let work = move || {
        let next = RefCell::new(None);
        loop {
            let Some(mut wanted) = next.take().or_else(|| wishes.recv().ok()) else { return };
            while let Ok(newer) = wishes.try_recv() {
                wanted = newer;
            }
            let is_wanted = || {
                let mut next = next.borrow_mut();
                *next = next.take().or_else(|| wishes.try_recv().ok());
                next.is_none()
            };
            let msg = match wanted {
                Wanted::Narrative(wanted) => wanted.read(&directory, &is_wanted),
                Wanted::Source(source) => {
                    Msg::SourceRead(source.item, source.read(&*directory.documents, directory.words, &is_wanted))
                }
            };
            let _ = tell.send(Wake::Msg(msg));
        }
    };
    thread::Builder::new().name("open".into()).spawn(work)?;
    Ok(want)
}

impl ToNarrate {
    fn read(self, directory: &Directory, is_wanted: &dyn Fn() -> bool) -> Msg {
        let result = directory.narrated(&self.path, &self.lean, self.before, is_wanted);
        Msg::Opened(self.item, result.map(Box::new).map_err(|trouble| trouble.describe(directory.words).into()))
    }
}
