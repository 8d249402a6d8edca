//! A text as labels are compared, each of its characters with its place in the text as it stands.

use crate::read::spelling::normalise::key;

/// The characters that count, and where they stand.
pub(super) struct Keyed {
    pub(crate) chars: Vec<char>,
    /// For each character, the bytes of the one it comes from.
    places: Vec<(usize, usize)>,
}

impl Keyed {
    pub(crate) fn new(text: &str) -> Self {
        let mut keyed = Self { chars: Vec::with_capacity(text.len() / 3), places: Vec::with_capacity(text.len() / 3) };
        for (at, c) in text.char_indices() {
            let place = (at, at + c.len_utf8());
            match c {
                '\u{4e00}'..='\u{9fff}' | '0'..='9' | 'a'..='z' => {
                    keyed.chars.push(c);
                    keyed.places.push(place);
                }
                _ if c.is_whitespace() || c.is_ascii_punctuation() => {}
                _ => {
                    for c in key(c.encode_utf8(&mut [0; 4])) {
                        keyed.chars.push(c);
                        keyed.places.push(place);
                    }
                }
            }
        }
        keyed
    }

    /// Where a character begins; for the one behind the last, where that ends.
    pub(crate) fn start(&self, at: usize) -> usize {
        let last = || self.places.last().map_or(0, |place| place.1);
        self.places.get(at).map_or_else(last, |place| place.0)
    }

    /// Where a character ends.
    pub(crate) fn end(&self, at: usize) -> usize {
        self.places.get(at).or(self.places.last()).map_or(0, |place| place.1)
    }
}
