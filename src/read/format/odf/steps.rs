//! The XML of an OpenDocument file as a flat series of steps, within bounds and without what is not to be read.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::read::document::error::ReadError;
use crate::read::format::shared::xml::{attribute, reference};

/// Elements nested deeper than this are no document.
const MAX_DEPTH: usize = 512;

const SKIPPED: [&str; 14] = [
    "annotation",
    "math:annotation",
    "text:tracked-changes",
    "table:tracked-changes",
    "text:note",
    "office:annotation",
    "text:ruby-text",
    "text:hidden-text",
    "table:shapes",
    "office:forms",
    "table:named-expressions",
    "office:event-listeners",
    "svg:title",
    "svg:desc",
];

/// The elements that matter, by the prefixes that every program writes.
const KNOWN: [&str; 34] = [
    "office:text",
    "office:spreadsheet",
    "office:presentation",
    "office:drawing",
    "office:chart",
    "office:image",
    "text:p",
    "text:h",
    "text:span",
    "text:s",
    "text:tab",
    "text:line-break",
    "text:soft-page-break",
    "text:list",
    "text:list-item",
    "text:list-header",
    "text:section",
    "text:hidden-paragraph",
    "text:number",
    "table:table",
    "table:table-column",
    "table:table-row",
    "table:table-cell",
    "table:covered-table-cell",
    "table:table-row-group",
    "draw:text-box",
    "draw:image",
    "draw:object",
    "style:style",
    "style:default-style",
    "text:list-style",
    "text:list-level-style-number",
    "text:list-level-style-bullet",
    "math:math",
];

/// One step through the document.
pub(super) enum Step<'x> {
    /// An element begins; its name, empty if it does not matter.
    Open(&'static str, BytesStart<'x>),
    Close(&'static str),
    /// Characters.
    Text(String),
    End,
}

/// Steps through XML.
pub(super) struct Steps<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
}

impl<'x> Steps<'x> {
    /// Over the XML of a part.
    pub(crate) fn new(xml: &'x str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next step.
    ///
    /// # Errors
    /// If the XML is not well-formed, or nested too deeply.
    pub(crate) fn next(&mut self) -> Result<Step<'x>, ReadError> {
        loop {
            match self.reader.read_event().map_err(|_| broken())? {
                Event::Start(start) => {
                    if SKIPPED.contains(&start.name().as_ref()) {
                        self.reader.read_to_end(start.name()).map_err(|_| broken())?;
                        continue;
                    }
                    if self.depth >= MAX_DEPTH {
                        return Err(broken());
                    }
                    self.depth += 1;
                    return Ok(Step::Open(known(start.name().as_ref()), start));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Step::Close(known(end.name().as_ref())));
                }
                Event::Text(text) => return Ok(Step::Text(text.xml10_content().into_owned())),
                Event::CData(text) => return Ok(Step::Text(text.xml10_content().into_owned())),
                Event::GeneralRef(name) => return Ok(Step::Text(reference(&name))),
                // Cut off in the middle.
                Event::Eof if self.depth > 0 => return Err(broken()),
                Event::Eof => return Ok(Step::End),
                _ => {}
            }
        }
    }

    /// Passes over the element that has just been opened.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        let depth = self.depth;
        while self.depth >= depth {
            if let Step::End = self.next()? {
                return Ok(());
            }
        }
        Ok(())
    }
}

fn known(name: &str) -> &'static str {
    KNOWN.iter().find(|known| **known == name).copied().unwrap_or_default()
}

pub(super) fn broken() -> ReadError {
    ReadError::Broken("odt")
}

/// A number in an attribute, no larger than `most`.
pub(super) fn count(start: &BytesStart<'_>, name: &str, most: usize) -> usize {
    attribute(start, name).and_then(|text| text.trim().parse::<usize>().ok()).unwrap_or(1).min(most)
}
