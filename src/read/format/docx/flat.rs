//! Word 2003 XML, and a whole `docx` in one XML file: what web systems export under the name `doc`.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::read::document::Document;
use crate::read::document::error::ReadError;
use crate::read::format::content::Content;
use crate::read::format::shared::story;
use crate::read::format::shared::xml::attribute;
use crate::read::spelling::decode;

use super::styles::Styles;
use super::xml::{self, Steps};
use super::{lists, parse};

/// More parts than this are not looked at.
const MAX_PARTS: usize = 512;

/// Does it say that Word made it, or that it is a package?
pub(in crate::read::format) fn shows_flat(file: &Content<'_>) -> bool {
    let marks = ["office/word/2003/wordml", "office/2006/xmlpackage", "progid=\"word.document\""];
    marks.iter().any(|mark| file.xml().contains(mark))
}

/// Its lines.
///
/// # Errors
/// If the XML is broken, or larger than any report.
pub(in crate::read::format) fn read_flat(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = decode::decode(bytes).map(|decoded| decoded.text).ok_or(ReadError::NotText)?;
    let parts = parts(&text);
    let part = |ending: &str| {
        let found = parts.iter().find(|(name, _)| name.ends_with(ending)).map(|(_, xml)| *xml);
        // Word 2003 has all of it in one.
        Cow::Borrowed(found.unwrap_or(if parts.is_empty() { &text } else { "" }))
    };
    let (body, styles) = (part("/document.xml"), part("/styles.xml"));
    let numbering = lists::numbering(&part("/numbering.xml"), &styles);
    let styles = Styles::new(&styles, xml::name);
    let broken = |error| if error == ReadError::Broken("docx") { ReadError::Broken("xml") } else { error };
    let parsed = parse::story(Steps::new(&body), numbering, &styles, &mut |_| None).map_err(broken)?;
    story::lines("xml", &parsed)
}

/// The parts of a package in one file, with the XML in each; none if it is no package.
fn parts(text: &str) -> Vec<(String, &str)> {
    let mut parts = Vec::new();
    let mut reader = Reader::from_str(text);
    let mut name = None;
    let mut from = None;
    loop {
        let before = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match reader.read_event() {
            Ok(Event::Start(start)) => match start.local_name().as_ref() {
                "wordDocument" => return Vec::new(),
                "part" => name = attribute(&start, "name"),
                "xmlData" if from.is_none() => from = usize::try_from(reader.buffer_position()).ok(),
                _ => {}
            },
            Ok(Event::End(end)) if end.local_name().as_ref() == "xmlData" => {
                let xml = from.take().and_then(|from| text.get(from..before));
                if let (Some(name), Some(xml)) = (name.take(), xml)
                    && parts.len() < MAX_PARTS
                {
                    parts.push((name, xml));
                }
            }
            Ok(Event::Eof) | Err(_) => return parts,
            Ok(_) => {}
        }
    }
}
