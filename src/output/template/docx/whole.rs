//! A part that was filled in is a whole one again: every cell of a table has a paragraph, every table a row, and every
//! element ends where it should.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::output::template::error::{TemplateError, TemplateTrouble};

/// Mends what repetitions without entries have left behind.
pub(super) fn mended(xml: &str) -> Result<String, TemplateError> {
    must_be_whole(xml)?;
    Ok(with_paragraphs(&without_empty_tables(xml)))
}

/// A condition that begins in one element and ends in another leaves half of them.
fn must_be_whole(xml: &str) -> Result<(), TemplateError> {
    let torn = || TemplateError::new(TemplateTrouble::Torn);
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| torn())? {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.checked_sub(1).ok_or_else(torn)?,
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(torn()),
            _ => {}
        }
    }
}

/// No word processor opens a table without rows: of its tables the innermost are looked at first, for one may be in a cell
/// of another.
fn without_empty_tables(xml: &str) -> Cow<'_, str> {
    const OPEN: &str = "<w:tbl>";
    const CLOSE: &str = "</w:tbl>";
    let mut xml = Cow::Borrowed(xml);
    let mut from = 0;
    while let Some(end) = xml.get(from..).and_then(|rest| rest.find(CLOSE)).map(|at| from + at) {
        let Some(start) = xml.get(..end).and_then(|before| before.rfind(OPEN)) else { break };
        let has_rows = xml.get(start..end).is_some_and(|table| table.contains("<w:tr>") || table.contains("<w:tr "));
        from = end + CLOSE.len();
        if !has_rows {
            let mut left = xml.into_owned();
            left.replace_range(start..from, "");
            xml = Cow::Owned(left);
            from = start;
        }
    }
    xml
}

/// The last thing in a cell is a paragraph.
fn with_paragraphs(xml: &str) -> String {
    const CLOSE: &str = "</w:tc>";
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((cell, after)) = rest.split_once(CLOSE) {
        out += cell;
        let before = out.trim_end();
        let last = before.rfind('<').and_then(|at| before.get(at..)).unwrap_or_default();
        let is_paragraph = last == "</w:p>" || last == "</w:sdt>" || (last.starts_with("<w:p") && last.ends_with("/>"));
        if !is_paragraph {
            out += "<w:p/>";
        }
        out += CLOSE;
        rest = after;
    }
    out + rest
}
