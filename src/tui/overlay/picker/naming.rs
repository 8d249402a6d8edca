//! Naming the agency of a report whose name nobody could read.

use std::collections::HashSet;

use crate::journal::{Act, ActKind, Target};
use crate::report::{Head, SafeText, bounds, is_unnamed, mention};
use crate::tui::act::{begun, record};
use crate::tui::model::{ItemId, Model, NarrativeState, Overlay, Subject, Tone};
use crate::tui::msg::{Effect, Intent, What};

use super::{Naming, Offer, OfferFrom, Pick, PickLine, Picker, show};

/// So many names are offered out of a text.
const MOST_OF_TEXT: usize = 8;

/// So many folders around a file are looked at.
const FOLDERS: usize = 3;

/// Opens the list of names for the report under the cursor.
pub(crate) fn open(model: &mut Model) {
    let Some(subject) = model.subject(model.current_item()) else { return };
    let naming = naming(model, subject);
    let lines = lines(model, &naming, 0);
    show(model, Pick::Name(naming), lines);
}

fn naming(model: &Model, subject: Subject) -> Naming {
    let names = offers(model, subject.item);
    let known = names.len();
    Naming { subject, names, known }
}

/// The name being written can be chosen too, after all known ones, unless it is one of them.
pub(crate) fn write_name(naming: &mut Naming, written: &str) {
    naming.names.truncate(naming.known);
    let written: String = written.trim().chars().take(bounds::NAME).collect();
    let name = SafeText::line(&written);
    if !name.is_empty() && !naming.names.iter().any(|offer| offer.name.as_ref() == Some(&name)) {
        naming.names.push(Offer { name: Some(name), from: OfferFrom::Written });
    }
}

/// Names near at hand first: of the folder, the file, the text; then who is missing, then everybody else.
fn offers(model: &Model, item: ItemId) -> Vec<Offer> {
    let Some((entry, sheet)) = model.library.get(item).and_then(|entry| Some((entry, entry.sheet()?))) else {
        return Vec::new();
    };
    let head = &sheet.lean.head;
    let mut parts = entry.id.rsplit('/');
    let stem = parts.next().map(|name| name.split(['.', '#']).next().unwrap_or(name)).unwrap_or_default();
    let mut found: Vec<(String, OfferFrom)> = Vec::new();
    found.extend(earlier(model, &entry.id, head).map(|name| (name, OfferFrom::Earlier)));
    found.extend(parts.take(FOLDERS).flat_map(names_in).map(|name| (name, OfferFrom::Folder)));
    found.extend(names_in(stem).into_iter().map(|name| (name, OfferFrom::File)));
    if let Some(NarrativeState::Ready(narrative)) =
        model.open.as_ref().filter(|open| open.item == item).map(|open| &open.narrative)
    {
        let title = narrative.title.iter().flat_map(|title| mention::mentioned(title, 1));
        let all: String = narrative.sections.iter().map(|section| section.text.as_str()).collect::<Vec<_>>().join("\n");
        found.extend(title.chain(mention::mentioned(&all, MOST_OF_TEXT)).map(|name| (name, OfferFrom::Text)));
    }
    let missing: HashSet<&str> = model.missing().map(|head| head.agency.name.as_str()).collect();
    let entries = model.given.basis.roster.map(|roster| roster.entries()).unwrap_or_default();
    let (first, rest): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| missing.contains(entry.name.as_str()));
    found.extend(first.into_iter().map(|entry| (entry.name.to_string(), OfferFrom::Missing)));
    found.extend(rest.into_iter().map(|entry| (entry.name.to_string(), OfferFrom::Roster)));
    if model.given.basis.roster.is_none() {
        found.extend(others(model, head.year).map(|name| (name, OfferFrom::OtherReport)));
    }
    let mut seen = HashSet::new();
    let is_new = |name: &str| name != head.agency.name.as_str() && !is_unnamed(name);
    found.retain(|(name, _)| is_new(name) && seen.insert(name.clone()));
    let back = head.agency.read_as.is_some().then_some(Offer { name: None, from: OfferFrom::Read });
    let offer = |(name, from): (String, OfferFrom)| Offer { name: Some(SafeText::line(&name)), from };
    found.into_iter().map(offer).chain(back).collect()
}

/// The name that was given last to what the file was before it changed.
fn earlier(model: &Model, id: &str, head: &Head) -> Option<String> {
    let is_of_file = |act: &&Act| act.report.id.as_str() == id && act.report.year == head.year;
    let acts =
        model.journal.review.names().filter(is_of_file).filter(|act| act.report.agency != head.agency.key().name);
    match &acts.max_by_key(|act| model.journal.review.position(&act.id))?.kind {
        ActKind::Name(Some(name)) => Some(name.to_string()),
        _ => None,
    }
}

/// What could be a name in the name of a folder or file.
fn names_in(part: &str) -> Vec<String> {
    let pieces = part.split(|c: char| !c.is_alphabetic() || c == '年').map(|piece| piece.trim_start_matches('度'));
    pieces.filter(|piece| mention::is_name(piece) && piece.chars().count() > 2).map(str::to_owned).collect()
}

/// The agencies of other years that have no report for this one.
fn others(model: &Model, year: u16) -> impl Iterator<Item = String> + '_ {
    let items = model.library.in_order().iter().filter(move |&&item| {
        let library = &model.library;
        let here = |other: &ItemId| library.get(*other).is_some_and(|other| other.year() == year);
        !library.is_gone(item) && !library.of_same_agency(item).iter().any(here)
    });
    items.filter_map(|&item| Some(model.library.sheet(item)?.lean.head.agency.name.to_string()))
}

/// Its lines from this one on.
pub(crate) fn lines(model: &Model, naming: &Naming, first: usize) -> Vec<PickLine> {
    let words = &model.words().naming;
    let read = model.library.sheet(naming.subject.item).map(|sheet| sheet.lean.head.agency.key().name.clone());
    let line = |offer: &Offer| {
        let from = match offer.from {
            OfferFrom::Read => "",
            OfferFrom::Earlier => words.by_earlier(),
            OfferFrom::Folder => words.by_folder(),
            OfferFrom::File => words.by_file(),
            OfferFrom::Text => words.by_text(),
            OfferFrom::Missing => words.by_missing(),
            OfferFrom::Roster => words.by_roster(),
            OfferFrom::OtherReport => words.by_other(),
            OfferFrom::Written => words.by_written(),
        };
        match &offer.name {
            // Who writes a name must not take one back by what happens to be within it.
            None => PickLine::new(words.read_again(read.clone().unwrap_or_default())).by_beginning(),
            Some(name) if offer.from == OfferFrom::Written => PickLine::new(name.as_str()).right(from).last(),
            Some(name) => PickLine::new(name.as_str()).right(from),
        }
    };
    naming.names.iter().skip(first).map(line).collect()
}

/// Is it the first line by chance, and no more than that? Says so once, before a report gets the name of an agency that
/// it may have nothing to do with.
pub(crate) fn asks_first(model: &Model, naming: &Naming, number: usize) -> Option<String> {
    let offer = naming.names.get(number)?;
    let near = [OfferFrom::Folder, OfferFrom::File, OfferFrom::Text, OfferFrom::Written];
    let read = model.library.sheet(naming.subject.item).map(|sheet| sheet.lean.head.agency.key().name.clone());
    let name = offer.name.clone().or(read).unwrap_or_default();
    let words = &model.words().naming;
    (!near.contains(&offer.from)).then(|| match offer.from {
        OfferFrom::Earlier => words.first_is_earlier(name),
        _ => words.first_by_chance(name),
    })
}

/// A line was chosen.
pub(crate) fn chosen(model: &mut Model, naming: &Naming, number: usize) -> Vec<Effect> {
    let Some(offer) = naming.names.get(number) else { return Vec::new() };
    give(model, naming, offer.name.as_deref())
}

/// Gives the agency a name.
pub(crate) fn give(model: &mut Model, naming: &Naming, name: Option<&str>) -> Vec<Effect> {
    if begun::has_moved(model, &naming.subject) {
        return Vec::new();
    }
    let Some(agency) = model.library.sheet(naming.subject.item).map(|sheet| sheet.lean.head.agency.clone()) else {
        return Vec::new();
    };
    if agency.called(name, model.given.basis.roster) == agency {
        model.say(Tone::Plain, model.words().naming.already());
        return Vec::new();
    }
    let what = What::Name(name.map(|name| SafeText::line(name.trim())));
    let Subject { item, report } = naming.subject.clone();
    record(model, vec![Intent::About { item, report, target: Target::Report, what, seen: None }])
}

/// A name could not be saved: it is where it was written.
pub(crate) fn give_back(model: &mut Model, subject: Subject, name: &str) {
    let mut naming = naming(model, subject);
    write_name(&mut naming, name);
    let lines = lines(model, &naming, 0);
    let mut picker = Picker::new(Pick::Name(naming), lines);
    picker.query = name.to_owned();
    model.overlay = Some(Overlay::Picker(Box::new(picker)));
}
