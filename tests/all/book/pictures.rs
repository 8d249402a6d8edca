//! The pictures of the book: real screens, as the desk itself writes them.
//!
//! `GOUJI_UPDATE_DOCS=1 cargo test --test all pictures` takes them anew.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::command::Place;
use crate::support::desk::{loaded, quit, start};
use crate::support::docs::is_updating;
use crate::support::pty::{PATIENCE, Pty};

use super::page::{BOOKS, folder, pages, targets};

/// What is on a screen when a picture is taken: its name, the keys that lead there from the screen before, what is waited for.
const SCREENS: [(&str, &[&str], [&str; 2]); 4] = [
    ("list", &[], ["0102-34", "0102-34"]),
    ("finding", &["n"], ["T3-01", "T3-01"]),
    ("text", &["5"], ["一、总体情况", "一、总体情况"]),
    ("overview", &["O"], ["总览", "overview"]),
];

#[test]
fn pictures_are_what_the_desk_shows() {
    let mut differ = Vec::new();
    for (number, (book, locale)) in BOOKS.into_iter().enumerate() {
        let place = Place::new();
        assert_eq!(place.run(["demo", "--out", "demo"]).code, 0);
        let journal = ["--roster", "demo/roster.csv", "--journal", "demo/journal.jsonl", "--reviewer", "王核对"];
        let desk = start(&place, &[&["demo/reports"][..], &journal].concat());
        let mut pty = desk.env("LANG", locale).env("COLORTERM", "truecolor").size(100, 28).spawn();
        loaded_in(&pty, number);
        for (name, keys, seen) in SCREENS {
            for key in keys {
                pty.send(key);
            }
            pty.wait_text(seen[number]);
            let taken = taken(&mut pty, &place);
            let told = folder(book).join(format!("pictures/{name}.svg"));
            if fs::read_to_string(&told).unwrap_or_default() != taken {
                differ.push(format!("{book}/{name}"));
                if is_updating() {
                    fs::create_dir_all(told.parent().unwrap()).unwrap();
                    fs::write(&told, taken).unwrap();
                }
            }
        }
        let [.., (.., seen)] = SCREENS;
        pty.send("\x1b").wait_for("the overview closed", |screen| !screen.contains(seen[number]));
        quit(pty);
    }
    assert!(is_updating() || differ.is_empty(), "{differ:?}: run with GOUJI_UPDATE_DOCS=1, and look at them");
}

/// Waits until everything is read and checked, in the language of the book.
fn loaded_in(pty: &Pty, book: usize) {
    match book {
        0 => loaded(pty),
        _ => {
            pty.wait_for("the list", |screen| screen.contains("returned") && !screen.contains("reading"));
        }
    }
    pty.wait_for_within("who is missing", PATIENCE, |screen| screen.contains("暄原县水利局"));
}

/// Lets the desk write its screen.
fn taken(pty: &mut Pty, place: &Place) -> String {
    let written = || -> Vec<PathBuf> {
        let files = fs::read_dir(place.path("home/data/gouji")).into_iter().flatten().flatten();
        files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|ending| ending == "svg")).collect()
    };
    for file in written() {
        fs::remove_file(file).unwrap();
    }
    pty.send("\x1b[24~");
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(file) = written().pop() {
            return fs::read_to_string(file).unwrap();
        }
        assert!(Instant::now() < until, "no picture was written");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn every_picture_is_shown_on_a_page() {
    for (book, _) in BOOKS {
        let shown: Vec<String> =
            pages(book).iter().flat_map(|page| targets(&page.text)).map(|(target, _)| target).collect();
        for (name, ..) in SCREENS {
            assert!(shown.contains(&format!("pictures/{name}.svg")), "{book}: {name}");
        }
    }
}
