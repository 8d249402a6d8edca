//! The lines of a list that is a CSV text.

use encoding_rs::{GB18030, UTF_8};

use super::error::{ListError, ListErrorKind, error};
use super::lines::{Line, MAX_COLUMNS, MAX_LINES, too_large};

pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, ListError> {
    let text = match UTF_8.decode(bytes) {
        (text, _, false) => text,
        _ => match GB18030.decode(bytes) {
            (text, _, false) => text,
            _ => return Err(error(ListErrorKind::NotText, 0, 0)),
        },
    };
    if text.trim_start().starts_with(['{', '[']) {
        // JSON: whoever hears of its quotes would mend those.
        return Err(error(ListErrorKind::NoHeader, 1, 0));
    }
    if let Some(line) = open_quote(&text) {
        return Err(error(ListErrorKind::OpenQuote, line, 0));
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut lines: Vec<Line> = Vec::new();
    // How many headings there are.
    let mut width = None;
    for record in reader.records() {
        let record = record.map_err(|broken| {
            let line = broken.position().and_then(|position| u32::try_from(position.line()).ok());
            error(ListErrorKind::NotText, line.unwrap_or(0), 0)
        })?;
        let number = record.position().and_then(|position| u32::try_from(position.line()).ok()).unwrap_or(0);
        if lines.len() >= MAX_LINES || record.len() > MAX_COLUMNS {
            return Err(too_large(number));
        }
        let filled =
            (1..).zip(&record).filter(|(_, field)| !field.trim().is_empty()).last().map_or(0, |(last, _)| last);
        if filled > 0 && filled > *width.get_or_insert(record.len()) {
            // A comma in a field without quotes: whatever stands behind it would be taken for the next column's.
            return Err(error(ListErrorKind::MoreFields, number, 0));
        }
        lines.push(Line { number, fields: record.iter().map(|field| field.trim().to_owned()).collect() });
    }
    Ok(lines)
}

/// Where a scan for quotes is.
#[derive(Clone, Copy)]
enum At {
    /// Before the first character of a field.
    Start,
    /// In a field without quotes: those in the middle of it are characters like others.
    Bare,
    /// Between quotes, of which the first stands on this line.
    Quoted(u32),
    /// Behind the quote that closes that one, or the first of two that stand for one.
    Closed(u32),
}

/// The line with the first quote that is not closed where its field ends: the text from there on would be read as one field.
fn open_quote(text: &str) -> Option<u32> {
    let mut at = At::Start;
    let mut line = 1;
    for byte in text.bytes() {
        at = match (at, byte) {
            (At::Start, b'"') => At::Quoted(line),
            (At::Start | At::Bare, b',' | b'\n' | b'\r') | (At::Closed(_), b',' | b'\n' | b'\r') => At::Start,
            (At::Start | At::Bare, _) => At::Bare,
            (At::Quoted(from), b'"') => At::Closed(from),
            (At::Closed(from), b'"') => At::Quoted(from),
            (At::Closed(from), b' ' | b'\t') => At::Closed(from),
            (At::Closed(from), _) => return Some(from),
            (At::Quoted(from), _) => At::Quoted(from),
        };
        line += u32::from(byte == b'\n');
    }
    match at {
        At::Quoted(from) => Some(from),
        At::Start | At::Bare | At::Closed(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::open_quote;

    #[test]
    fn a_quote_that_is_not_closed_is_named_with_the_line_on_which_it_stands() {
        for (text, line) in [
            ("a,b\n\"c,d\n", Some(2)),
            ("a,b\n\"c,d\ne,f\n", Some(2)),
            ("a,\"b\nc,\"d\"\n", Some(1)),
            ("a\n\"c\nd\",\"e\n", Some(3)),
            ("\"", Some(1)),
            ("\"a\"", None),
            ("\"a\"\"b\",c\r\n\"d\ne\"\r\n", None),
            ("a\"b,c\n5\" d,e\n", None),
            ("\"a\" ,b\n", None),
            ("\"\",\"\"\n", None),
            ("", None),
        ] {
            assert_eq!(open_quote(text), line, "{text}");
        }
    }
}
