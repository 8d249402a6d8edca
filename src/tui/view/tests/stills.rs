//! The pictures of the desk that the documents have, drawn by what `, p` writes: the sample data as a reviewer sees it.
//!
//! `GOUJI_UPDATE_DOCS=1 cargo test --lib stills` draws them anew.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;

use crate::check::Basis;
use crate::library::names::Names;
use crate::library::{Directory, Documents, Event, Kind, session};
use crate::report::{Report, SafeText, SourceLine};
use crate::terminal::still;
use crate::tui::fixture::Desk;
use crate::tui::model::{Colours, Order, Theme};
use crate::tui::msg::Msg;
use crate::tui::outgoing::OutPreview;
use crate::words::{Describe, Lang};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A picture is looked at in a document: larger ones are not loaded gladly.
const MOST: usize = 60_000;

/// The pictures: name, size, keys.
const STILLS: [(&str, u16, u16, &str); 6] = [
    ("list", 120, 30, ""),
    ("table", 100, 30, "n"),
    ("finding", 100, 22, "enter j"),
    ("overview", 100, 30, "O"),
    ("return", 100, 28, "n t t R"),
    ("notice", 100, 30, "j W enter LETTER"),
];

/// The reports alone: they are JSON.
struct Nothing;

impl Documents for Nothing {
    fn kind(&self, _path: &Path) -> Kind {
        Kind::Other
    }

    fn read(&self, _name: &str, _bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        unreachable!("no document is asked for")
    }

    fn lines(&self, _name: &str, _bytes: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>> {
        unreachable!("no document is asked for")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A desk on the sample data, checked.
fn desk(width: u16, height: u16) -> Desk {
    let directory = Directory {
        published: None,
        root: root().join("sample-data/reports"),
        documents: Arc::new(Nothing),
        basis: Basis::standard(),
        words: Lang::Zh.words(),
        poll: None,
        cancel: Arc::default(),
    };
    let names = Arc::new(Names::default());
    names.set(Vec::new());
    let ((look, requests), (tell, told)) = (channel(), channel());
    let of = directory.clone();
    thread::spawn(move || session::run(&of, &names, look, &requests, &|event| drop(tell.send(event))));
    let mut desk = Desk::on(directory.clone(), width, height);
    desk.model.given.root = SafeText::line(Lang::Zh.words().cli.demo_name());
    desk.model.list.order = Order::worst_first();
    (desk.model.display.colours, desk.model.display.theme) = (Colours::True, Theme::Light);
    loop {
        let event = told.recv_timeout(PATIENCE).unwrap();
        let is_last = matches!(event, Event::CheckingDone { .. });
        desk.take(Msg::from(event));
        if is_last {
            break;
        }
    }
    directory.cancel.store(true, Ordering::Relaxed);
    desk.model.notices.shown = None;
    desk
}

/// The letter that is shown: the notice of the samples, which the program has made.
fn letter() -> Msg {
    let text = fs::read_to_string(root().join("docs/samples/notice.md")).unwrap();
    Msg::OutShown(Ok(OutPreview { texts: vec![text], letters: 1, said: Vec::new() }))
}

#[test]
fn the_pictures_of_the_documents_are_stills_of_the_desk() {
    let is_updating = std::env::var_os("GOUJI_UPDATE_DOCS").is_some_and(|value| !value.is_empty());
    let mut desk = desk(120, 30);
    for (name, width, height, keys) in STILLS {
        desk.resize(width, height);
        for key in keys.split(' ') {
            match key {
                "LETTER" => drop(desk.take(letter())),
                key => drop(desk.keys(key).saved()),
            }
        }
        let svg = still::svg(&desk.buffer(), true);
        assert!(svg.len() <= MOST, "{name}: {} bytes", svg.len());
        let file = root().join(format!("docs/desk/{name}.svg"));
        if is_updating {
            fs::write(&file, &svg).unwrap();
        }
        let told = fs::read_to_string(&file).unwrap_or_default();
        assert!(told == svg, "{name}: the desk looks otherwise by now: GOUJI_UPDATE_DOCS=1 cargo test --lib stills");
        desk.keys("esc esc esc esc g");
    }
    assert_eq!(desk.model.size, Size { width: 100, height: 30 });
}
