//! The lines of a list that is a CSV text, whatever stands between its fields.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8};

use super::error::{ListError, ListErrorKind, error};
use super::lines::{Headed, Line, MAX_COLUMNS, MAX_LINES, too_large};
use super::quotes;

/// What may stand between the fields, the usual first.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// The lines by the separator with which there is a heading.
pub(super) fn read(bytes: &[u8], is_heading: &dyn Fn(&[String]) -> bool) -> Result<Headed, ListError> {
    let text = decoded(bytes)?;
    if text.trim_start().starts_with(['{', '[']) {
        // JSON: whoever hears of its quotes would mend those.
        return Err(error(ListErrorKind::NoHeader([].into()), 1, 0));
    }
    // What came nearest to a list: the text has the most fields with it.
    let mut nearest: Option<Result<Vec<Line>, ListError>> = None;
    for separator in
        SEPARATORS.into_iter().filter(|separator| *separator == b',' || text.contains(char::from(*separator)))
    {
        let lines = match lines(&text, separator) {
            Ok((lines, open)) => match Headed::find(lines, is_heading) {
                Ok(headed) => return Ok(headed.checked(open)),
                Err(lines) => Ok(lines),
            },
            Err(error) => Err(error),
        };
        let width = |lines: &Result<Vec<Line>, ListError>| {
            lines.iter().flatten().map(|line| line.fields.len()).max().unwrap_or_default()
        };
        if nearest.as_ref().is_none_or(|known| width(known) < width(&lines)) {
            nearest = Some(lines);
        }
    }
    Err(match nearest.unwrap_or_else(|| Ok(Vec::new())) {
        Ok(lines) => Headed::missing(&lines),
        Err(error) => error,
    })
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, ListError> {
    match UTF_8.decode(bytes) {
        (text, _, false) => Ok(text),
        _ => match GB18030.decode(bytes) {
            (text, _, false) => Ok(text),
            _ => Err(error(ListErrorKind::NotText, 0, 0)),
        },
    }
}

/// The lines, and what is said of their quotes.
fn lines(text: &str, separator: u8) -> Result<(Vec<Line>, Vec<ListError>), ListError> {
    let Some((text, open)) = quotes::mended(text, separator) else {
        return Err(error(ListErrorKind::OpenQuote, 0, 0));
    };
    let open = open.into_iter().map(|open| error(ListErrorKind::OpenQuote, open.line, open.field)).collect();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut lines: Vec<Line> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|broken| {
            let line = broken.position().and_then(|position| u32::try_from(position.line()).ok());
            error(ListErrorKind::NotText, line.unwrap_or(0), 0)
        })?;
        let number = record.position().and_then(|position| u32::try_from(position.line()).ok()).unwrap_or(0);
        if lines.len() >= MAX_LINES || record.len() > MAX_COLUMNS {
            return Err(too_large(number));
        }
        lines.push(Line { number, fields: record.iter().map(|field| field.trim().to_owned()).collect() });
    }
    Ok((lines, open))
}
