//! Steps through the parts of an `xlsx`: elements, attributes, addresses of cells.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::read::format::shared::xml::{attribute, reference};
use crate::read::format::sheet::cells::Region;

/// One step through XML: names are without their prefixes.
pub(super) enum Step<'s> {
    /// An element begins.
    Open(&'s str, &'s BytesStart<'s>),
    Close(&'s str),
    Text(&'s str),
}

/// Calls for every step, until the XML ends or breaks.
pub(super) fn walk(xml: &str, mut each: impl FnMut(Step<'_>)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    // As for those who read the cells: what they still see must be seen here, too.
    reader.config_mut().check_end_names = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) => each(Step::Open(start.local_name().as_ref(), &start)),
            Event::End(end) => each(Step::Close(end.local_name().as_ref())),
            Event::Text(text) => each(Step::Text(&text.xml10_content())),
            Event::CData(text) => each(Step::Text(&text.xml10_content())),
            Event::GeneralRef(name) => each(Step::Text(&reference(&name))),
            Event::Eof => return,
            _ => {}
        }
    }
}

/// A whole number in an attribute.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(start, name)?.trim().parse().ok()
}

/// Is an attribute there, and on?
pub(super) fn is_on(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|on| matches!(&*on, "1" | "true"))
}

/// Is an attribute not there, or on?
pub(super) fn is_on_unless(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_none_or(|on| matches!(&*on, "1" | "true"))
}

/// An attribute with its entities resolved.
pub(super) fn plain(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = attribute(start, name)?;
    Some(quick_xml::escape::unescape(&value).map(|text| text.into_owned()).unwrap_or(value))
}

/// `r:id`: there may be another `id`.
pub(super) fn relation(start: &BytesStart<'_>) -> Option<String> {
    let mut attributes = start.attributes();
    let found =
        attributes.with_checks(false).flatten().take(64).find(|attribute| attribute.key.as_ref().ends_with(":id"))?;
    Some(found.value.into_owned())
}

/// Is an address beyond every sheet, and beyond what can be counted? The last one there is is `XFD1048576`.
pub(super) fn is_beyond(place: &str) -> bool {
    let longest = |of: fn(&char) -> bool| place.split(|c: char| !of(&c)).map(str::len).max().unwrap_or(0);
    longest(char::is_ascii_digit) > 9 || longest(char::is_ascii_alphabetic) > 5
}

/// The cells of `B5:C7`, or of `B5`.
pub(super) fn region(place: &str) -> Option<Region> {
    let (from, to) = place.split_once(':').unwrap_or((place, place));
    let (from, to) = (address(from)?, address(to)?);
    let rows = (from.0.checked_sub(1)?, to.0.checked_sub(1)?);
    Some(Region { rows, columns: (from.1.checked_sub(1)?, to.1.checked_sub(1)?) })
}

/// Row and column of `B5`, from 1.
pub(super) fn address(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = place.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?) + 1;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((digits.parse().ok()?, column))
}
