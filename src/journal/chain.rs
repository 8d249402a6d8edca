//! The checksum that ties every line to the line before it.
//!
//! `chain` is the last key of a line, written exactly `,"chain":"<16 hex digits>"}`. The bytes before it are the
//! body; the checksum is the first 16 hexadecimal digits of SHA-256 over the previous line's 16 digits and the
//! body. The first line follows a fixed seed. A line follows the nearest earlier line that ends in a checksum,
//! right or wrong, so that one altered line is one broken line and fragments do not count. It tells accidents and
//! careless edits; whoever wants to forge a journal can compute it too.

use sha2::{Digest, Sha256};

const KEY: &[u8] = b",\"chain\":\"";
const END: &[u8] = b"\"}";
const DIGITS: usize = 16;

/// The checksum of one line, which the next line starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link([u8; DIGITS]);

impl Link {
    /// What the first line of a journal follows.
    pub(crate) const SEED: Self = Self(*b"gouji/journal/01");

    /// The checksum of a body that follows this line.
    #[must_use]
    pub(crate) fn next(self, body: &[u8]) -> Self {
        let digest = Sha256::new().chain_update(self.0).chain_update(body).finalize();
        let mut digits = [b'0'; DIGITS];
        for (pair, byte) in digits.chunks_mut(2).zip(digest) {
            for (digit, value) in pair.iter_mut().zip([byte >> 4, byte & 15]) {
                *digit = if value < 10 { b'0' + value } else { b'a' + value - 10 };
            }
        }
        Self(digits)
    }
}

/// Body and checksum of a line without its line break; `None` if it does not end in a checksum.
#[must_use]
pub(crate) fn split(line: &[u8]) -> Option<(&[u8], Link)> {
    let rest = line.strip_suffix(END)?;
    let (rest, digits) = rest.split_last_chunk::<DIGITS>()?;
    if !digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    Some((rest.strip_suffix(KEY)?, Link(*digits)))
}

/// Writes a body with its checksum and a line break; returns the checksum.
pub(crate) fn close(out: &mut Vec<u8>, body: &[u8], previous: Link) -> Link {
    let link = previous.next(body);
    for part in [body, KEY, &link.0, END, b"\n"] {
        out.extend_from_slice(part);
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_defined_on_exact_bytes() {
        let mut out = Vec::new();
        let link = close(&mut out, br#"{"id":"1""#, Link::SEED);
        assert_eq!(String::from_utf8(out.clone()).unwrap(), "{\"id\":\"1\",\"chain\":\"9a561840f97361ea\"}\n");
        assert_eq!(split(out.trim_ascii_end()), Some((&br#"{"id":"1""#[..], link)));
    }

    #[test]
    fn what_does_not_end_in_a_checksum_has_none() {
        for line in [
            &b""[..],
            b"\"}",
            b"{}",
            br#"{"a":1,"chain":"0123456789abcde"}"#,
            br#"{"a":1,"chain":"0123456789ABCDEF"}"#,
            br#"{"a":1,"chain": "0123456789abcdef"}"#,
            br#"{"a":1,"chain":"0123456789abcdef"} "#,
        ] {
            assert_eq!(split(line), None, "{}", String::from_utf8_lossy(line));
        }
    }
}
