//! Back and forward along the places visited, and places marked with a letter.

use crate::check::Fingerprint;
use crate::form::Form;
use crate::report::SafeText;
use crate::tui::model::places::{Moved, PlaceInReport, Spot, Travel};
use crate::tui::model::{Model, Open, Opened, Screen, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::{Pick, PickLine, show};
use crate::tui::screen;
use crate::tui::screen::opening;

/// Where the reviewer is.
pub(crate) fn here(model: &Model) -> Spot {
    let item = model.current_item().and_then(|item| model.library.get(item));
    let report = item.map(|item| item.id.clone()).unwrap_or_default();
    Spot { report, part: model.opened().map(|opened| part(model, &opened)) }
}

fn part(model: &Model, opened: &Opened<'_>) -> PlaceInReport {
    let open = opened.open;
    let (row, column) = screen::of(open.screen).spot(model, opened);
    let finding = open.finding().map(|finding| SafeText::line(&finding.fingerprint.to_string()));
    let passage = open.text.line.as_ref().filter(|_| open.screen == Screen::Text);
    PlaceInReport {
        screen: open.screen,
        table: open.table(),
        row,
        column,
        passage: passage.map(|(section, span)| (*section, span.start)),
        finding: finding.unwrap_or_default(),
        marked: open.findings.marked,
    }
}

/// After a key: has a place been left?
pub(crate) fn settle(model: &mut Model, before: Spot) {
    let moved = std::mem::take(&mut model.places.moved);
    let after = here(model);
    let left = match moved {
        Moved::Stepped => before.is_away_from(&after),
        Moved::Jumped => before != after,
        Moved::Travelled => false,
    };
    if left {
        model.places.leave(before);
    }
}

/// Back, or forward again; what is no longer there is passed over.
pub(crate) fn travel(model: &mut Model, way: Travel) -> Vec<Effect> {
    model.places.moved = Moved::Travelled;
    let left = here(model);
    while let Some(spot) = model.places.take(way) {
        if spot == left {
            continue;
        }
        if let Some(effects) = go(model, &spot) {
            model.places.keep(way.opposite(), left);
            return effects;
        }
    }
    model.say(Tone::Plain, model.words().keys.no_place());
    Vec::new()
}

/// Marks this place.
pub(crate) fn set_mark(model: &mut Model, letter: char) {
    let spot = here(model);
    let place = name(model, &spot);
    model.places.marks.set(letter, spot);
    let text = model.words().keys.mark_set(letter, &place);
    model.say(Tone::Good, text);
}

/// Goes to a marked place.
pub(crate) fn to_mark(model: &mut Model, letter: char) -> Vec<Effect> {
    let words = &model.words().keys;
    let Some(spot) = model.places.marks.get(letter).cloned() else {
        model.say(Tone::Bad, words.no_such_mark(letter));
        return Vec::new();
    };
    model.places.moved = Moved::Jumped;
    go(model, &spot).unwrap_or_else(|| {
        model.say(Tone::Bad, words.place_gone(&spot.report));
        Vec::new()
    })
}

/// Opens the list of marks.
pub(crate) fn list_marks(model: &mut Model) {
    let mark = |(letter, spot): (char, &Spot)| {
        let line = PickLine::new(format!("{letter}  {}", name(model, spot))).right(spot.report.as_str());
        let line = match model.library.find(&spot.report) {
            Some(_) => line,
            None => line.why_not(model.words().keys.place_gone(&spot.report)),
        };
        (letter, line)
    };
    let marks: Vec<(char, PickLine)> = model.places.marks.iter().map(mark).collect();
    let lines = marks.iter().map(|(_, line)| line.clone()).collect();
    show(model, Pick::PlaceMarks(marks), lines);
}

/// A place in words: the report, the part, the cell.
#[must_use]
pub(crate) fn name(model: &Model, spot: &Spot) -> String {
    let words = model.words();
    let item = model.library.find(&spot.report).and_then(|item| model.library.get(item));
    let sheet = item.and_then(|item| item.sheet());
    let report = sheet.map_or_else(|| spot.report.to_string(), |sheet| sheet.lean.head.name());
    let Some(part) = &spot.part else { return words.keys.on_list(&report) };
    let form = sheet.map(|sheet| sheet.lean.form);
    let of_table = |table: usize| form.and_then(|form| form.tables.get(table));
    let shown = match part.table {
        Some(table) => of_table(table).map(|table| table.name(model.given.lang)).unwrap_or_default(),
        None => part.screen.name(words).to_owned(),
    };
    let cell = form
        .and_then(|form| Some((form, part.cell(form)?)))
        .map(|(form, cell)| crate::check::cell_name(form, cell, model.given.lang));
    [Some(report), Some(shown), cell].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Goes to a place; `None` if its report is not there.
fn go(model: &mut Model, spot: &Spot) -> Option<Vec<Effect>> {
    let item = model.library.find(&spot.report)?;
    let Some(part) = &spot.part else {
        model.open = None;
        if !model.list.select(item) {
            model.say(Tone::Plain, model.words().keys.not_listed());
        }
        return Some(Vec::new());
    };
    let same = model.open.as_ref().is_some_and(|open| open.item == item);
    let effects = if same { Vec::new() } else { opening::open(model, item) };
    let form = model.opened().map(|opened| opened.form)?;
    restore(model.open.as_mut()?, part, form);
    Some(effects)
}

/// Puts all cursors where they were.
fn restore(open: &mut Open, part: &PlaceInReport, form: &Form) {
    open.findings.sought = part.finding.parse::<Fingerprint>().ok().map(crate::tui::model::Sought::Named);
    open.find_sought(form);
    (open.screen, open.back, open.findings.marked) = (part.screen, None, part.marked);
    screen::of(part.screen).restore(open, part, form);
}
