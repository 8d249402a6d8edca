//! A journal's bytes, cut into lines, with bounded memory whatever the bytes are.

use std::io::{self, BufRead, Read as _};

/// A line longer than this is not read and never written, in bytes.
pub(crate) const MAX_LINE: usize = 1 << 20;

/// One line without its line break, and without zeros at its ends: a power cut leaves them where bytes were to come.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Ended by a line break.
    Whole(&'a [u8]),
    /// Ended by a line break, longer than [`MAX_LINE`].
    TooLong,
    /// The end of the file came first; `None` if it is longer than [`MAX_LINE`].
    Unfinished(Option<&'a [u8]>),
}

/// A line and what was around it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Taken<'a> {
    pub(crate) line: Line<'a>,
    /// The bytes it takes up, line break included.
    pub(crate) length: u64,
    /// Were there zeros before or behind it?
    pub(crate) zeros: bool,
}

/// Reads the next line into `buffer`. `None` at the end.
pub(super) fn next<'a>(reader: &mut impl BufRead, buffer: &'a mut Vec<u8>) -> io::Result<Option<Taken<'a>>> {
    let limit = MAX_LINE as u64 + 1;
    let (mut length, mut too_long, mut zeros, mut gap) = (0u64, false, false, false);
    buffer.clear();
    loop {
        if too_long {
            buffer.clear();
        }
        let kept = buffer.len();
        let read = reader.by_ref().take(limit).read_until(b'\n', buffer)? as u64;
        length += read;
        let ended = read > 0 && buffer.pop_if(|byte| *byte == b'\n').is_some();
        if kept == 0 {
            let before = buffer.iter().take_while(|byte| **byte == 0).count();
            buffer.drain(..before);
            zeros |= before > 0;
        }
        let full = buffer.len();
        buffer.truncate(buffer.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1));
        // Behind zeros that go on for so long nothing belongs to what was before them.
        too_long |= buffer.len() > MAX_LINE || (gap && buffer.len() > kept);
        zeros |= buffer.len() < full;
        gap |= buffer.len() < full && !buffer.is_empty();
        if ended {
            let line = if too_long { Line::TooLong } else { Line::Whole(buffer) };
            return Ok(Some(Taken { line, length, zeros }));
        }
        if read < limit {
            let line = Line::Unfinished((!too_long).then_some(buffer.as_slice()));
            return Ok((length > 0).then_some(Taken { line, length, zeros }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(bytes: &[u8]) -> Vec<(bool, u64)> {
        let (mut reader, mut buffer, mut out) = (bytes, Vec::new(), Vec::new());
        while let Some(Taken { line, length, .. }) = next(&mut reader, &mut buffer).unwrap() {
            out.push((matches!(line, Line::TooLong | Line::Unfinished(None)), length));
        }
        out
    }

    #[test]
    fn lines_are_measured_without_their_break() {
        let max = MAX_LINE as u64;
        let line = |length: usize, end: &str| "x".repeat(length) + end;
        assert_eq!(lengths(b""), []);
        assert_eq!(lengths(b"\n\na"), [(false, 1), (false, 1), (false, 1)]);
        assert_eq!(lengths(line(MAX_LINE, "\nab").as_bytes()), [(false, max + 1), (false, 2)]);
        assert_eq!(lengths(line(MAX_LINE + 1, "\nab").as_bytes()), [(true, max + 2), (false, 2)]);
        assert_eq!(lengths(line(MAX_LINE, "").as_bytes()), [(false, max)]);
        assert_eq!(lengths(line(3 * MAX_LINE, "").as_bytes()), [(true, 3 * max)]);
        assert_eq!(lengths(line(2 * MAX_LINE + 2, "\n").as_bytes()), [(true, 2 * max + 3)]);
    }

    #[test]
    fn zeros_around_a_line_are_no_part_of_it() {
        let lines = |bytes: &[u8]| {
            let (mut reader, mut buffer, mut out) = (bytes, Vec::new(), Vec::new());
            while let Some(Taken { line, zeros, length }) = next(&mut reader, &mut buffer).unwrap() {
                let text = match line {
                    Line::Whole(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
                    Line::TooLong | Line::Unfinished(None) => "…".to_owned(),
                    Line::Unfinished(Some(bytes)) => format!("{}|", String::from_utf8(bytes.to_vec()).unwrap()),
                };
                out.push((text, zeros, length));
            }
            assert!(buffer.capacity() < 4 * MAX_LINE);
            out
        };
        let one = |text: &str, zeros, length: usize| vec![(text.to_owned(), zeros, length as u64)];
        assert_eq!(lines(b"\0\0a\0b\0\n"), one("a\0b", true, 7));
        assert_eq!(lines(b"a\0\0"), one("a|", true, 3));
        for count in [1, MAX_LINE - 1, MAX_LINE, MAX_LINE + 1, 2 * MAX_LINE + 2, 3 * MAX_LINE] {
            let zeros = "\0".repeat(count);
            assert_eq!(lines(format!("{zeros}\n").as_bytes()), one("", true, count + 1));
            assert_eq!(lines(zeros.as_bytes()), one("|", true, count));
            assert_eq!(lines(format!("ab{zeros}\n").as_bytes()), one("ab", true, count + 3));
            assert_eq!(lines(format!("{zeros}ab\n").as_bytes()), one("ab", true, count + 3));
            assert_eq!(lines(format!("{zeros}ab{zeros}\n").as_bytes()), one("ab", true, 2 * count + 3));
        }
        let hole = format!("a{}b\nc", "\0".repeat(3 * MAX_LINE));
        assert_eq!(lines(hole.as_bytes())[0].0, "…");
        assert_eq!(lines(hole.as_bytes())[1].0, "c|");
    }
}
