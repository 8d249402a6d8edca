//! The threads that read: the whole directory once, and one report's narrative whenever somebody looks.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::check::{self, Counts};
use crate::report::SafeText;
use crate::report::load::{self, Entry, Event};
use crate::tui::model::{Item, ItemId, Sheet};
use crate::tui::msg::Msg;
use crate::words::{Describe, Words};

use super::{Setup, Wake};

/// A narrative that somebody wants to see.
pub(super) struct Wanted {
    pub item: ItemId,
    pub path: PathBuf,
}

/// Starts to load and check the directory.
pub(super) fn spawn_loader(setup: &Setup, tell: Sender<Wake>, cancel: Arc<AtomicBool>) -> io::Result<()> {
    let (root, documents, words) = (setup.root.clone(), Arc::clone(&setup.documents), setup.lang.words());
    let profile = setup.profile;
    let work = move || {
        let counts = |lean: &crate::report::Lean| check::check(lean, profile).counts();
        let tell = std::sync::Mutex::new(tell);
        let say = |msg| {
            if let Ok(tell) = tell.lock() {
                let _ = tell.send(Wake::Msg(msg));
            }
        };
        load::load(&root, &*documents, &counts, &cancel, &|event| {
            say(match event {
                Event::Found(found) => Msg::Found(found),
                Event::Loaded(entries) => Msg::Loaded(entries.into_iter().map(|entry| item(entry, words)).collect()),
            });
        });
        say(Msg::LoadingDone);
    };
    thread::Builder::new().name("load".into()).spawn(work).map(drop)
}

fn item(entry: Entry<Counts>, words: &Words) -> Item {
    let body = match entry.body {
        Ok(loaded) => Ok(Sheet { lean: loaded.lean, counts: loaded.summary }),
        Err(trouble) => Err(SafeText::line(&trouble.describe(words))),
    };
    Item { id: entry.id, path: entry.path, body }
}

/// Starts the thread that reads narratives; only the newest wish counts.
pub(super) fn spawn_opener(setup: &Setup, tell: Sender<Wake>) -> io::Result<Sender<Wanted>> {
    let (want, wishes): (Sender<Wanted>, Receiver<Wanted>) = channel();
    let (documents, words) = (Arc::clone(&setup.documents), setup.lang.words());
    let work = move || {
        while let Ok(mut wanted) = wishes.recv() {
            while let Ok(newer) = wishes.try_recv() {
                wanted = newer;
            }
            let result = load::open(&wanted.path, &*documents);
            let result = result.map(|(report, _)| Box::new(report.narrative));
            let result = result.map_err(|trouble| trouble.describe(words).into());
            let _ = tell.send(Wake::Msg(Msg::Opened(wanted.item, result)));
        }
    };
    thread::Builder::new().name("open".into()).spawn(work)?;
    Ok(want)
}
