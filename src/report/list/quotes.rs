//! Quotes in a CSV text that are not closed where their field ends: the text from there on would be read as one field.

use std::borrow::Cow;

/// More than these are no slip: whoever made the file did not mean CSV.
const MOST: usize = 1000;
/// So often as the text is long is a character looked at, at most.
const STEPS: usize = 64;

/// Where a quote stands that is not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opened {
    at: usize,
    /// Both from 1.
    pub(super) line: u32,
    pub(super) field: u32,
}

/// Where a scan for quotes is.
#[derive(Clone, Copy)]
enum At {
    /// Before the first character of a field.
    Start,
    /// In a field without quotes: those in the middle of it are characters like others.
    Bare,
    /// Between quotes, of which this is the first.
    Quoted(Opened),
    /// Behind the quote that closes that one, or the first of two that stand for one.
    Closed(Opened),
}

/// The text without the quotes that are not closed, and where they stood; `None` where they are too many.
pub(super) fn mended(text: &str, separator: u8) -> Option<(Cow<'_, str>, Vec<Opened>)> {
    let open = open(text, separator)?;
    if open.is_empty() {
        return Some((Cow::Borrowed(text), open));
    }
    let mut mended = String::with_capacity(text.len());
    let mut from = 0;
    for Opened { at, .. } in &open {
        mended += text.get(from..*at).unwrap_or_default();
        from = at + 1;
    }
    mended += text.get(from..).unwrap_or_default();
    Some((Cow::Owned(mended), open))
}

/// What begins with a quote that is not closed is a field without quotes: from there it is looked at again.
fn open(text: &str, separator: u8) -> Option<Vec<Opened>> {
    let bytes = text.as_bytes();
    let mut open: Vec<Opened> = Vec::new();
    let mut here = Opened { at: 0, line: 1, field: 1 };
    let mut state = At::Start;
    let mut steps = bytes.len().saturating_add(1).saturating_mul(STEPS);
    loop {
        steps = steps.checked_sub(1)?;
        let byte = bytes.get(here.at).copied();
        match next(state, here, byte, separator) {
            Ok(next) => state = next,
            Err(_) if open.len() >= MOST => return None,
            Err(from) => {
                open.push(from);
                here = Opened { at: from.at + 1, ..from };
                state = At::Bare;
                continue;
            }
        }
        let Some(byte) = byte else { return Some(open) };
        if matches!(state, At::Start) {
            here.field = if byte == separator { here.field.saturating_add(1) } else { 1 };
        }
        here.line += u32::from(byte == b'\n');
        here.at += 1;
    }
}

/// Where the scan is behind this byte, or the end of the text; the quote that is not closed, if that is certain here.
fn next(state: At, here: Opened, byte: Option<u8>, separator: u8) -> Result<At, Opened> {
    let ends = byte.is_none_or(|byte| byte == separator || matches!(byte, b'\n' | b'\r'));
    Ok(match (state, byte) {
        (At::Start, Some(b'"')) => At::Quoted(here),
        (At::Start | At::Bare, _) => {
            if ends {
                At::Start
            } else {
                At::Bare
            }
        }
        (At::Quoted(from), Some(b'"')) => At::Closed(from),
        (At::Quoted(from), None) => return Err(from),
        (At::Quoted(from), Some(_)) => At::Quoted(from),
        (At::Closed(from), Some(b'"')) => At::Quoted(from),
        (At::Closed(_), _) if ends => At::Start,
        (At::Closed(from), Some(b' ' | b'\t')) => At::Closed(from),
        (At::Closed(from), _) => return Err(from),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_is_not_closed_is_named_with_its_place_and_taken_away() {
        for (text, places, mends) in [
            ("a,b\n\"c,d\n", &[(2, 1)][..], "a,b\nc,d\n"),
            ("a,b\n\"c,d\ne,f\n", &[(2, 1)], "a,b\nc,d\ne,f\n"),
            ("a,\"b\nc,\"d\"\n", &[(1, 2)], "a,b\nc,\"d\"\n"),
            ("a\n\"c\nd\",\"e\n", &[(3, 2)], "a\n\"c\nd\",e\n"),
            ("\"a\n\"b\n\"c\n", &[(1, 1), (2, 1), (3, 1)], "a\nb\nc\n"),
            ("\"", &[(1, 1)], ""),
            ("\"a\"", &[], "\"a\""),
            ("\"a\"\"b\",c\r\n\"d\ne\"\r\n", &[], "\"a\"\"b\",c\r\n\"d\ne\"\r\n"),
            ("a\"b,c\n5\" d,e\n", &[], "a\"b,c\n5\" d,e\n"),
            ("\"a\" ,b\n", &[], "\"a\" ,b\n"),
            ("\"\",\"\"\n", &[], "\"\",\"\"\n"),
            ("", &[], ""),
        ] {
            let (mended, open) = mended(text, b',').unwrap();
            let found: Vec<(u32, u32)> = open.iter().map(|one| (one.line, one.field)).collect();
            assert_eq!((&*mended, &*found), (mends, places), "{text}");
        }
    }

    #[test]
    fn what_is_nothing_but_quotes_is_given_up() {
        assert_eq!(mended(&"\"a\n".repeat(5000), b','), None);
        let _ = mended(&"\"a\"\"".repeat(50_000), b',');
    }
}
