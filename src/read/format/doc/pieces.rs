//! The text of an old Word document: pieces, each of one or two bytes a character, in the order of the piece table.

use encoding_rs::{UTF_16LE, WINDOWS_1252};

use crate::read::format::shared::bytes::{u16_at, u32_at};

use super::streams::{AT_LENGTH, AT_PIECES, Streams};

/// Set in a piece's place if its characters have one byte each; the place is then twice the true one.
const COMPRESSED: u32 = 0x4000_0000;

/// One character and the byte of the stream it stands at: properties are found by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Char {
    pub(crate) c: char,
    pub(crate) at: u32,
}

/// The main text; `None` if the piece table is broken.
pub(super) fn text(streams: &Streams) -> Option<Vec<Char>> {
    let mut left = usize::try_from(u32_at(&streams.main, AT_LENGTH)?).ok()?;
    // A character takes a byte at least: more cannot be there, however often the pieces name the same place.
    left = left.min(streams.main.len());
    let table = piece_table(streams.structure(AT_PIECES)?)?;
    let count = table.len().checked_sub(4)? / 12;
    let mut text = Vec::new();
    for piece in 0..count {
        let from = u32_at(table, piece * 4)?;
        let to = u32_at(table, piece * 4 + 4)?;
        let length = usize::try_from(to.checked_sub(from)?).ok()?.min(left);
        let place = u32_at(table, (count + 1) * 4 + piece * 8 + 2)?;
        decode(&streams.main, place, length, &mut text)?;
        left -= length;
    }
    Some(text)
}

/// The piece table lies behind blocks of properties.
fn piece_table(mut structure: &[u8]) -> Option<&[u8]> {
    while structure.first() == Some(&1) {
        let length = usize::from(u16_at(structure, 1)?);
        structure = structure.get(3 + length..)?;
    }
    let length = usize::try_from(u32_at(structure, 1)?).ok()?;
    (structure.first() == Some(&2)).then_some(())?;
    structure.get(5..)?.get(..length)
}

fn decode(main: &[u8], place: u32, length: usize, text: &mut Vec<Char>) -> Option<()> {
    let start = place & !COMPRESSED;
    if place & COMPRESSED != 0 {
        let start = start / 2;
        let bytes = main.get(usize::try_from(start).ok()?..)?.get(..length)?;
        let (decoded, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        // One byte is one character in this encoding, and none is invalid.
        text.extend(decoded.chars().zip(start..).map(|(c, at)| Char { c, at }));
        return Some(());
    }
    let bytes = main.get(usize::try_from(start).ok()?..)?.get(..length.checked_mul(2)?)?;
    let (decoded, _) = UTF_16LE.decode_without_bom_handling(bytes);
    let mut at = start;
    for c in decoded.chars() {
        text.push(Char { c, at });
        at = at.saturating_add(if c.len_utf16() == 2 { 4 } else { 2 });
    }
    Some(())
}
