//! All notes of the journal on the loaded reports: searched by typing, and gone to. Those of a report whose file has
//! become another report since come last.

use crate::journal::{Note, Target, describe_target};
use crate::tui::model::{ItemId, Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::{NoteAt, Pick, PickLine};
use crate::words::Words;

use super::{left_behind, naming, navigate, picker};

/// So much of a note is shown; all of it is searched.
const SHOWN: usize = 60;

/// Is there any note on a loaded report?
pub(crate) fn any(model: &Model) -> bool {
    all(model).next().is_some()
}

/// Every note on a loaded report; of a report in several versions the one that stands for it.
fn all(model: &Model) -> impl Iterator<Item = (ItemId, Note<'_>)> {
    model.review.reports().flat_map(move |report| {
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
            (model.review.position(&note.latest().id).unwrap_or_default(), NoteAt { item, act })
        })
        .collect();
    notes.sort_by_key(|(position, found)| (is_left(model, found), std::cmp::Reverse(*position)));
    picker::open(model, Pick::Notes(notes.into_iter().map(|(_, found)| found).collect()));
}

/// Is its file another report by now?
fn is_left(model: &Model, found: &NoteAt) -> bool {
    let now = model.reference(found.item).map(|now| now.key());
    model.review.note(&found.act).is_some_and(|note| Some(note.act().report.key()) != now)
}

/// Its lines.
pub(super) fn lines(model: &Model, found: &[NoteAt]) -> Vec<PickLine> {
    let line = |found: &NoteAt| line(model, found).unwrap_or_default();
    found.iter().map(line).collect()
}

fn line(model: &Model, found: &NoteAt) -> Option<PickLine> {
    let note = model.review.note(&found.act)?;
    let name = if is_left(model, found) {
        model.words().act.note_left(naming::shown(model, &note.act().report))
    } else {
        model.library.sheet(found.item)?.lean.head.name()
    };
    let target = target_name(model, Some(found.item), note.target(), model.words());
    let text = note.text();
    let shown: String = text.lines().next().unwrap_or_default().chars().take(SHOWN).collect();
    let latest = note.latest();
    let line = PickLine::new(format!("{name} {target}  {shown}"));
    Some(line.right(format!("{} {}", latest.by, latest.at.local())).also(text).also(&latest.by))
}

/// What a note or another act is on, by its name rather than its id.
pub(super) fn target_name(model: &Model, item: Option<ItemId>, target: &Target, words: &Words) -> String {
    let sheet = item.and_then(|item| model.library.sheet(item));
    let name = match target {
        Target::Cell(id) => sheet.and_then(|sheet| {
            let form = sheet.lean.form;
            Some(crate::check::cell_name(form, form.cell(id)?, model.lang))
        }),
        Target::Finding(name) => sheet.and_then(|sheet| {
            let finding = sheet.findings.iter().find(|finding| finding.fingerprint.to_string() == **name)?;
            Some(finding.rule.id.to_string())
        }),
        Target::Report | Target::Section(_) => None,
    };
    name.unwrap_or_else(|| describe_target(target, words))
}

/// Goes to what a note is on.
pub(super) fn go(model: &mut Model, found: Option<&NoteAt>) -> Vec<Effect> {
    let Some(found) = found else { return Vec::new() };
    let Some((target, text)) =
        model.review.note(&found.act).map(|note| (note.target().clone(), note.text().to_owned()))
    else {
        return Vec::new();
    };
    let is_left = is_left(model, found);
    let effects = navigate::open(model, found.item);
    // The words of the note, at the place that they speak of.
    model.say(Tone::Plain, text.lines().next().unwrap_or_default());
    if !is_left {
        navigate::follow(model, &target);
    }
    effects
}
