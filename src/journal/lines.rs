//! A journal's bytes, cut into lines, with bounded memory whatever the bytes are.

use std::io::{self, BufRead, Read as _};

/// A line longer than this is not read and never written, in bytes.
pub const MAX_LINE: usize = 1 << 20;

/// One line without its line break.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Ended by a line break.
    Whole(&'a [u8]),
    /// Ended by a line break, longer than [`MAX_LINE`].
    TooLong,
    /// The end of the file came first; `None` if it is longer than [`MAX_LINE`].
    Unfinished(Option<&'a [u8]>),
}

/// Reads the next line into `buffer`; with it, the bytes it takes up, line break included. `None` at the end.
pub(super) fn next<'a>(reader: &mut impl BufRead, buffer: &'a mut Vec<u8>) -> io::Result<Option<(Line<'a>, u64)>> {
    let limit = MAX_LINE as u64 + 1;
    let (mut length, mut too_long) = (0u64, false);
    loop {
        buffer.clear();
        let read = reader.by_ref().take(limit).read_until(b'\n', buffer)? as u64;
        length += read;
        if buffer.last() == Some(&b'\n') {
            buffer.pop();
            return Ok(Some((if too_long { Line::TooLong } else { Line::Whole(buffer) }, length)));
        }
        if read < limit {
            let line = (!too_long).then_some(buffer.as_slice());
            return Ok((length > 0).then_some((Line::Unfinished(line), length)));
        }
        too_long = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(bytes: &[u8]) -> Vec<(bool, u64)> {
        let (mut reader, mut buffer, mut out) = (bytes, Vec::new(), Vec::new());
        while let Some((line, length)) = next(&mut reader, &mut buffer).unwrap() {
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
}
