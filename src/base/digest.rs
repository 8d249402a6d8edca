//! What the bytes of a file come to.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes; shown in hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Sha256Sum([u8; 32]);

impl Sha256Sum {
    #[must_use]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The first bytes of it, so many: enough to tell a few from each other.
    #[must_use]
    pub(crate) fn short(self, bytes: usize) -> String {
        let mut hex = self.to_string();
        hex.truncate(2 * bytes);
        hex
    }

    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut sum = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, digits) in sum.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        }
        Some(Self(sum))
    }
}

impl fmt::Display for Sha256Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_shown_in_hexadecimal() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Sha256Sum::of(b"").to_string(), empty);
        assert_eq!(Sha256Sum::parse(empty), Some(Sha256Sum::of(b"")));
        assert_eq!(Sha256Sum::parse("e3"), None);
        assert_eq!(Sha256Sum::of(b"").short(4), "e3b0c442");
    }
}
