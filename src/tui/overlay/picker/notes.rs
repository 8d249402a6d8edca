//! All notes of the journal on the loaded reports: searched by typing, and gone to. Those of a report whose file has
//! become another report since come last.

use crate::journal::Note;
use crate::tui::about;
use crate::tui::left_behind;
use crate::tui::model::{ItemId, Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;

use super::{NoteAt, Pick, PickLine, show};

/// So much of a note is shown; all of it is searched.
const SHOWN: usize = 60;

/// Is there any note on a loaded report?
pub(crate) fn any(model: &Model) -> bool {
    all(model).next().is_some()
}

/// Every note on a loaded report; of a report in several versions the one that stands for it.
fn all(model: &Model) -> impl Iterator<Item = (ItemId, Note<'_>)> {
    model.journal.review.reports().flat_map(move |report| {
        let key = report.key();
        let items = model.library.keyed(&key.region, &key.agency, key.year).into_iter();
        let item = items.max_by_key(|item| (model.library.is_shown(*item, Some(key.year)), std::cmp::Reverse(*item)));
        report.notes().filter_map(move |note| Some((item.or_else(|| left_behind::file(model, note.act()))?, note)))
    })
}

/// Opens the list, latest notes first.
pub(crate) fn open(model: &mut Model) {
    let mut notes: Vec<(usize, NoteAt)> = all(model)
        .map(|(item, note)| {
            let act = note.act().id;
            (model.journal.review.position(&note.latest().id).unwrap_or_default(), NoteAt { item, act })
        })
        .collect();
    notes.sort_by_key(|(position, found)| (is_left(model, found), std::cmp::Reverse(*position)));
    let notes: Vec<NoteAt> = notes.into_iter().map(|(_, found)| found).collect();
    let lines = lines(model, &notes);
    show(model, Pick::Notes(notes), lines);
}

/// Is its file another report by now?
fn is_left(model: &Model, found: &NoteAt) -> bool {
    let now = model.reference(found.item).map(|now| now.key());
    model.journal.review.note(&found.act).is_some_and(|note| Some(note.act().report.key()) != now)
}

pub(crate) fn lines(model: &Model, found: &[NoteAt]) -> Vec<PickLine> {
    let line = |found: &NoteAt| line(model, found).unwrap_or_default();
    found.iter().map(line).collect()
}

fn line(model: &Model, found: &NoteAt) -> Option<PickLine> {
    let note = model.journal.review.note(&found.act)?;
    let name = if is_left(model, found) {
        model.words().act.note_left(about::report_name(model, &note.act().report))
    } else {
        model
            .library
            .get(found.item)
            .map(|item| item.sheet().map_or_else(|| item.id.to_string(), |sheet| sheet.lean.head.name()))?
    };
    let target = about::target_name(model, Some(found.item), note.target());
    let text = note.text();
    let shown: String = text.lines().next().unwrap_or_default().chars().take(SHOWN).collect();
    let latest = note.latest();
    let line = PickLine::new(format!("{name} {target}  {shown}"));
    Some(line.right(format!("{} {}", latest.by, latest.at.local())).also(text).also(&latest.by))
}

/// Goes to what a note is on.
pub(crate) fn go(model: &mut Model, found: Option<&NoteAt>) -> Vec<Effect> {
    let Some(found) = found else { return Vec::new() };
    let Some((target, text)) =
        model.journal.review.note(&found.act).map(|note| (note.target().clone(), note.text().to_owned()))
    else {
        return Vec::new();
    };
    let is_left = is_left(model, found);
    let effects = opening::open(model, found.item);
    // The words of the note, at the place that they speak of.
    model.say(Tone::Plain, text.lines().next().unwrap_or_default());
    if !is_left {
        opening::follow(model, &target);
    }
    effects
}
