//! A directory is loaded, checked and followed while something else is still being read.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::*;
use crate::library::fixture::{Texts, paper};
use crate::library::{Changes, Kind};
use crate::report::SourceLine;
use crate::words::ZH;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A published page is there only once somebody opens the gate.
struct Gated(Mutex<Receiver<()>>);

impl Documents for Gated {
    fn kind(&self, path: &Path) -> Kind {
        if path.ends_with("page.txt") {
            let _ = self.0.lock().unwrap().recv();
        }
        Texts.kind(path)
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        Texts.read(name, bytes)
    }

    fn lines(&self, _: &str, _: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>> {
        Ok(Vec::new())
    }
}

struct Trial {
    dir: tempfile::TempDir,
    gate: Sender<()>,
    look: Sender<Request>,
    said: Receiver<Event>,
}

impl Trial {
    /// On one report, and another as it was published.
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let own = paper("", "松溪县教育局", 2024);
        fs::create_dir_all(dir.path().join("in")).unwrap();
        fs::create_dir_all(dir.path().join("out")).unwrap();
        fs::write(dir.path().join("in/a.json"), own.json.to_string()).unwrap();
        let other = own.set("disclosure/normative/issued", 7.into());
        fs::write(dir.path().join("out/page.txt"), other.json.to_string()).unwrap();
        fs::write(dir.path().join("out/bad.txt"), "{").unwrap();
        let (gate, opened) = channel();
        let published: &Published = Box::leak(Box::default());
        let inputs = check::Inputs { published: Some(published), ..check::Inputs::default() };
        let directory = Directory {
            published: Some(dir.path().join("out")),
            root: dir.path().join("in"),
            documents: Arc::new(Gated(Mutex::new(opened))),
            basis: Basis::new(check::Profile::standard()).with_inputs(inputs),
            words: ZH,
            poll: None,
            cancel: Arc::default(),
        };
        let names = Names::default();
        names.set(Vec::new());
        let ((look, requests), (tell, said)) = (channel(), channel());
        let sender = look.clone();
        thread::spawn(move || run(&directory, &names, sender, &requests, &|event| drop(tell.send(event))));
        Self { dir, gate, look, said }
    }

    /// What is wanted of the first event that has it.
    #[track_caller]
    fn until<T>(&self, wanted: impl Fn(Event) -> Option<T>) -> T {
        loop {
            let event = self.said.recv_timeout(PATIENCE).expect("it is told");
            if let Some(found) = wanted(event) {
                return found;
            }
        }
    }

    fn changes(&self, wanted: impl Fn(&Changes) -> bool) -> Changes {
        self.until(|event| if let Event::Changed(changes) = event { Some(changes).filter(&wanted) } else { None })
    }
}

fn rules(item: &Item) -> Vec<&str> {
    item.sheet().unwrap().findings.iter().map(|finding| &*finding.rule.id).collect()
}

#[test]
fn nobody_waits_for_what_was_published_and_what_it_shows_is_found_when_it_is_there() {
    let trial = Trial::new();
    trial.until(|event| matches!(event, Event::CheckingDone { .. }).then_some(()));
    trial.look.send(Request::Look).unwrap();
    assert!(trial.changes(|changes| changes.asked).arrived.is_empty(), "it is followed");
    fs::write(trial.dir.path().join("in/b.json"), paper("", "松溪县公安局", 2024).json.to_string()).unwrap();
    trial.changes(|changes| changes.arrived.len() == 1);
    trial.gate.send(()).unwrap();
    let (reports, unread) = trial.until(|event| match event {
        Event::PublishedRead { reports, unread } => Some((reports, unread)),
        _ => None,
    });
    assert_eq!((reports, unread.len()), (1, 1));
    assert!(unread[0].0.ends_with("bad.txt") && !unread[0].1.is_empty(), "{unread:?}");
    let again = trial.changes(|changes| !changes.concerned.is_empty()).concerned;
    assert_eq!((again.len(), &*again[0].id), (1, "a"), "the other was not published");
    assert!(rules(&again[0]).contains(&"DOC-15"), "{:?}", rules(&again[0]));
}
