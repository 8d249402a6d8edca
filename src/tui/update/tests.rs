//! Keys in, model and effects out: the desk's behaviour without a terminal.

mod absent;
mod act;
mod anything;
mod deciding;
mod find;
mod keys;
mod listing;
mod live;
mod mouse;
mod moved;
mod moving;
mod naming;
mod places;
mod readings;
mod rounds;
mod said;
mod see;
mod session;
mod severity;
mod source;
mod stale;
mod texts;
mod together;
mod writing;

use serde_json::json;

use crate::check::Profile;
use crate::form::newest;
use crate::journal::{Act, Decision, Status, Target, Verdict};
use crate::report::SafeText;
use crate::tui::fixture::{Desk, at_a_known_time, paper, papers, reference};
use crate::tui::model::{Overlay, Screen};
use crate::tui::msg::{Effect, Intent, Msg, What};
use crate::tui::overlay::editor::Purpose;
use crate::words::{Lang, ZH};

/// A note of another reviewer on the whole report with this id.
fn note_by(desk: &Desk, by: &str, id: &str, text: &str) -> Act {
    let lean = &desk.model.library.sheet(desk.item(id)).unwrap().lean;
    at_a_known_time(Act::note(by, reference(id, lean), Target::Report, text, None))
}

fn status_of(desk: &Desk, id: &str) -> Status {
    desk.model.marks.get(desk.item(id)).map(|mark| mark.status).unwrap_or_default()
}

fn said(desk: &Desk, text: &str) {
    assert!(desk.notice().contains(text), "{text:?} is not in {:?}", desk.notice());
}

fn verdict(intent: &Intent) -> (Decision, &str) {
    match intent {
        Intent::About { what: What::Verdict(Verdict { decision, reason }), .. } => (*decision, reason.as_str()),
        other => panic!("{other:?}"),
    }
}

/// An office's profile in a file of its own, kept as the program keeps it.
fn profile(text: &str) -> &'static Profile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    Profile::load_static(file.path()).unwrap()
}
