//! Texts and attributes of XML, within bounds.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// XML is UTF-8, or UTF-16 with a mark.
pub(in crate::read::format) fn text(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, skip) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or_default()).0
}

/// The value of an attribute, by its name without the prefix.
pub(in crate::read::format) fn attribute(start: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .take(256)
        .find(|attribute| split(attribute.key.as_ref()).1 == wanted)?;
    Some(found.value.into_owned())
}

/// The attributes of these names, prefixes aside; of one that stands twice the first.
pub(in crate::read::format) fn attributes<'s, const N: usize>(
    start: &'s BytesStart<'_>,
    wanted: [&str; N],
) -> [Option<Cow<'s, str>>; N] {
    let mut found = [const { None }; N];
    for attribute in start.attributes().with_checks(false).flatten().take(256) {
        let name = split(attribute.key.as_ref()).1;
        let slot = wanted.iter().zip(&mut found).find(|(wanted, slot)| **wanted == name && slot.is_none());
        if let Some((_, slot)) = slot {
            *slot = Some(attribute.value);
        }
    }
    found
}

/// A qualified name's prefix and local name. Byte by byte: names are too short for a search worth its preparation.
pub(in crate::read::format) fn split(qualified: &str) -> (&str, &str) {
    let colon = qualified.bytes().position(|byte| byte == b':');
    let parts = colon.and_then(|at| Some((qualified.get(..at)?, qualified.get(at + 1..)?)));
    parts.unwrap_or(("", qualified))
}

/// Calls for every element with its name without the prefix, until the XML ends or breaks.
pub(in crate::read::format) fn elements(xml: &str, mut each: impl FnMut(&str, &BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => each(start.local_name().as_ref(), &start),
            Event::Eof => return,
            _ => {}
        }
    }
}

/// What a reference stands for, `&lt;` or `&#19968;`. One that a document type would have to define is nothing: XML bombs
/// are made of these.
pub(in crate::read::format) fn reference(reference: &BytesRef<'_>) -> String {
    let entity = quick_xml::escape::resolve_xml_entity(&reference.xml10_content()).map(str::to_owned);
    let character = || reference.resolve_char_ref().ok().flatten().map(String::from);
    entity.or_else(character).unwrap_or_default()
}
