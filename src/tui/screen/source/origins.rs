//! Which line of a document the value of a cell stood on, and which characters of the line it is.
//!
//! Knows what the report says of its origins, and nothing of how a document was read. Where the line has the same
//! text more than once and nothing tells which one is meant, all of them are named: never the wrong one alone.

use std::ops::Range;

use crate::form::{Cell, Form};
use crate::report::{Narrative, Origin, SourceLine};
use crate::tui::model::NarrativeState;

/// Longer fields are searched no further: nobody sees their end on the screen.
const LONGEST: usize = 20_000;

/// A part of a line: the field, and the characters in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OfField {
    /// The field, from 0.
    pub(crate) field: usize,
    /// Its characters, from 0.
    pub(crate) chars: Range<usize>,
}

/// Does the report say where a cell's value stood?
#[must_use]
pub(crate) fn is_known(narrative: &Narrative, form: &Form, cell: Cell) -> bool {
    narrative.origins.get(form.id(cell)).is_some_and(|origin| origin.line.is_some() || origin.place.is_some())
}

/// The same, as long as it is not told what the narrative says: it may be known in a moment.
#[must_use]
pub(crate) fn may_be_known(narrative: &NarrativeState, form: &Form, cell: Cell) -> bool {
    match narrative {
        NarrativeState::Ready(narrative) => is_known(narrative, form, cell),
        NarrativeState::Pending => true,
        NarrativeState::Failed(_) => false,
    }
}

/// The position of the line on which a cell's value stood.
#[must_use]
pub(crate) fn line_of(lines: &[SourceLine], narrative: &Narrative, form: &Form, cell: Cell) -> Option<usize> {
    let origin = narrative.origins.get(form.id(cell))?;
    match origin.line {
        Some(number) => numbered(lines, number),
        None => lines.iter().position(|line| stands_on(origin, line)),
    }
}

/// The position of the line of this number.
#[must_use]
pub(crate) fn numbered(lines: &[SourceLine], number: u32) -> Option<usize> {
    let found = lines.binary_search_by_key(&number, |line| line.number).ok();
    // Numbers that do not go up are no reader's of ours, but cost no more than a search.
    found.or_else(|| lines.iter().position(|line| line.number == number))
}

/// The cells whose values stood on a line, in the order of the form.
#[must_use]
pub(crate) fn cells_of(line: &SourceLine, narrative: &Narrative, form: &Form) -> Vec<Cell> {
    form.cells().filter(|cell| is_on(line, narrative, form, *cell)).collect()
}

/// Did the value of a cell stand on this line?
#[must_use]
pub(crate) fn is_on(line: &SourceLine, narrative: &Narrative, form: &Form, cell: Cell) -> bool {
    narrative.origins.get(form.id(cell)).is_some_and(|origin| stands_on(origin, line))
}

/// Where on the line the value of a cell is; nothing if it stood on another line.
#[must_use]
pub(crate) fn parts(line: &SourceLine, narrative: &Narrative, form: &Form, cell: Cell) -> Vec<OfField> {
    let Some(origin) = narrative.origins.get(form.id(cell)).filter(|origin| stands_on(origin, line)) else {
        return Vec::new();
    };
    if let Some(field) = field_at(origin, line) {
        let chars = 0..line.fields.get(field).map_or(0, |text| text.chars().take(LONGEST).count());
        return vec![OfField { field, chars }];
    }
    let Some(text) = origin.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) else { return Vec::new() };
    let found = occurrences(line, text);
    // Cells of one line with the same text stand in the order of the form, if there is one place for each.
    let peers: Vec<Cell> = cells_of(line, narrative, form)
        .into_iter()
        .filter(|peer| text_of(narrative, form, *peer) == Some(text))
        .collect();
    let rank = peers.iter().position(|peer| *peer == cell).filter(|_| peers.len() == found.len());
    match rank.and_then(|rank| found.get(rank).cloned()) {
        Some(part) => vec![part],
        None => found,
    }
}

fn text_of<'a>(narrative: &'a Narrative, form: &Form, cell: Cell) -> Option<&'a str> {
    narrative.origins.get(form.id(cell))?.text.as_deref().map(str::trim)
}

fn stands_on(origin: &Origin, line: &SourceLine) -> bool {
    match origin.line {
        Some(number) => number == line.number,
        None => field_at(origin, line).is_some(),
    }
}

/// The field with the place that the origin names.
fn field_at(origin: &Origin, line: &SourceLine) -> Option<usize> {
    let place = origin.place.as_deref()?;
    line.places.iter().position(|known| known.as_deref() == Some(place))
}

/// The fields that are this text; where there is none, the places within fields where it stands by itself.
fn occurrences(line: &SourceLine, text: &str) -> Vec<OfField> {
    let fields = || line.fields.iter().enumerate();
    let whole: Vec<OfField> = fields()
        .filter(|(_, field)| field.trim() == text)
        .map(|(field, text)| OfField { field, chars: 0..text.chars().count() })
        .collect();
    if !whole.is_empty() {
        return whole;
    }
    fields()
        .flat_map(|(field, whole)| within(whole, text).into_iter().map(move |chars| OfField { field, chars }))
        .collect()
}

/// Where a text stands in another; a number not within a longer number.
fn within(whole: &str, text: &str) -> Vec<Range<usize>> {
    let whole: Vec<char> = whole.chars().take(LONGEST).collect();
    let text: Vec<char> = text.chars().collect();
    let is_number = |place: Option<usize>| {
        place.and_then(|place| whole.get(place)).is_some_and(|c| c.is_numeric() || matches!(c, '.' | ',' | '-'))
    };
    let begins_a_number = text.first().is_some_and(|c| c.is_numeric());
    let starts = whole.windows(text.len().max(1)).enumerate().filter(|(_, part)| **part == *text);
    let alone = |range: &Range<usize>| {
        !begins_a_number || !(is_number(range.start.checked_sub(1)) || is_number(Some(range.end)))
    };
    starts.map(|(start, _)| start..start + text.len()).filter(alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::newest;
    use crate::report::SafeText;

    fn line(number: u32, fields: &[&str]) -> SourceLine {
        let fields: Vec<SafeText> = fields.iter().map(|text| SafeText::line(text)).collect();
        SourceLine { number, page: None, places: vec![None; fields.len()], fields }
    }

    fn narrative(origins: &[(&str, Origin)]) -> Narrative {
        let origins = origins.iter().map(|(id, origin)| ((*id).into(), origin.clone())).collect();
        Narrative { origins, ..Narrative::default() }
    }

    fn origin(line: u32, text: &str) -> Origin {
        Origin { line: Some(line), text: Some(text.into()), ..Origin::default() }
    }

    fn part(field: usize, chars: Range<usize>) -> OfField {
        OfField { field, chars }
    }

    #[test]
    fn equal_values_of_one_line_are_told_apart_by_their_order() {
        let form = newest();
        let said = narrative(&[
            ("requests/new/natural", origin(7, "2")),
            ("requests/new/business", origin(7, "0")),
            ("requests/new/research", origin(7, "0")),
            ("requests/new/total", origin(7, "2")),
        ]);
        let line = line(7, &["一、本年新收", "2", "0", "0", "2"]);
        let at = |id: &str| parts(&line, &said, form, form.cell(id).unwrap());
        assert_eq!(at("requests/new/natural"), [part(1, 0..1)]);
        assert_eq!(at("requests/new/research"), [part(3, 0..1)]);
        assert_eq!(at("requests/new/total"), [part(4, 0..1)]);
        assert_eq!(at("requests/new/other"), [], "nothing is known of it");
        let named: Vec<&str> = cells_of(&line, &said, form).into_iter().map(|cell| form.id(cell)).collect();
        assert_eq!(named.len(), 4);
        assert_eq!(named[0], "requests/new/natural");
    }

    #[test]
    fn where_nothing_tells_which_one_is_meant_all_are_named() {
        let form = newest();
        let said = narrative(&[("requests/new/natural", origin(7, "0"))]);
        let cell = form.cell("requests/new/natural").unwrap();
        assert_eq!(parts(&line(7, &["一", "0", "0"]), &said, form, cell), [part(1, 0..1), part(2, 0..1)]);
    }

    #[test]
    fn a_number_is_not_found_within_a_longer_one() {
        let form = newest();
        let said = narrative(&[("requests/new/natural", origin(7, "5"))]);
        let cell = form.cell("requests/new/natural").unwrap();
        assert_eq!(parts(&line(7, &["共收到50件，其中5件"]), &said, form, cell), [part(0, 9..10)]);
        assert_eq!(parts(&line(7, &["15.5 和 1,5"]), &said, form, cell), []);
        assert_eq!(parts(&line(8, &["5"]), &said, form, cell), [], "another line");
    }

    #[test]
    fn a_place_that_the_format_names_is_taken_at_its_word() {
        let form = newest();
        let place = Origin { place: Some("表!C2".into()), text: Some("0".into()), ..Origin::default() };
        let said = narrative(&[("requests/new/natural", place)]);
        let cell = form.cell("requests/new/natural").unwrap();
        let mut sheet = line(2, &["一", "0", "0"]);
        sheet.places = vec![Some("表!A2".into()), Some("表!B2".into()), Some("表!C2".into())];
        assert_eq!(parts(&sheet, &said, form, cell), [part(2, 0..1)]);
        assert_eq!(line_of(&[line(1, &["x"]), sheet], &said, form, cell), Some(1));
        assert!(is_known(&said, form, cell));
    }

    #[test]
    fn lines_are_found_by_number_in_any_order() {
        let lines = [line(1, &["a"]), line(2, &["b"]), line(5, &["c"])];
        assert_eq!([1, 5, 4].map(|number| numbered(&lines, number)), [Some(0), Some(2), None]);
        assert_eq!(numbered(&[line(5, &["c"]), line(1, &["a"])], 5), Some(0));
    }
}
