//! The lists of an old Word document: how their levels are written.

use crate::read::format::shared::bytes::{u16_at, u32_at};
use crate::read::format::shared::numbering::{LEVELS, Level, List, Numbering, format};

use super::streams::{AT_LIST_USES, AT_LISTS, Streams};

/// What a list's head takes, a level's, and that of a list in use.
const LIST: usize = 28;
const LEVEL: usize = 28;
const USE: usize = 16;
/// A list of one level.
const SIMPLE: u8 = 1;
/// No document has more lists.
const MAX_LISTS: usize = 4096;

/// The lists; none where they are broken.
pub(super) fn numbering(streams: &Streams) -> Numbering {
    let mut numbering = Numbering::default();
    // What has been read before the break is good.
    let _ = definitions(streams, &mut numbering);
    let _ = uses(streams, &mut numbering);
    numbering
}

/// Heads of lists, and behind the structure, uncounted in its length, the levels of all of them.
fn definitions(streams: &Streams, numbering: &mut Numbering) -> Option<()> {
    let start = usize::try_from(u32_at(&streams.main, AT_LISTS)?).ok()?;
    let lists = streams.structure(AT_LISTS)?;
    let count = usize::from(u16_at(lists, 0)?).min(MAX_LISTS);
    let mut at = start + 2 + count * LIST;
    for list in 0..count {
        let head = lists.get(2 + list * LIST..)?;
        let id = i64::from(u32_at(head, 0)?);
        let levels = if head.get(26)? & SIMPLE == 0 { LEVELS } else { 1 };
        let mut written = vec![Level::default(); LEVELS];
        for slot in written.iter_mut().take(levels) {
            (*slot, at) = level(&streams.table, at)?;
        }
        numbering.definitions.insert(id, written);
    }
    Some(())
}

/// A level, and where the next one begins.
fn level(table: &[u8], at: usize) -> Option<(Level, usize)> {
    let head = table.get(at..)?;
    let start = u32_at(head, 0)?;
    let format = format(u32::from(*head.get(4)?));
    // Two series of operations, then the text.
    let skip = LEVEL + usize::from(*head.get(24)?) + usize::from(*head.get(25)?);
    let length = usize::from(u16_at(head, skip)?);
    let units = head.get(skip + 2..)?.get(..length * 2)?;
    // A character that is the number of a level stands for its count.
    let text = char::decode_utf16(units.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .map(|c| match u32::from(c) {
            level @ 0..9 => format!("%{}", level + 1),
            _ => c.to_string(),
        });
    let text = text.take(32).collect();
    Some((Level { start, format: format.to_owned(), text }, at + skip + 2 + length * 2))
}

/// Which list a paragraph means by its number, from 1.
fn uses(streams: &Streams, numbering: &mut Numbering) -> Option<()> {
    let uses = streams.structure(AT_LIST_USES)?;
    let count = usize::try_from(u32_at(uses, 0)?).ok()?.min(MAX_LISTS);
    for (at, number) in (0..count).zip(1..) {
        let definition = i64::from(u32_at(uses, 4 + at * USE)?);
        numbering.lists.insert(number, List { definition, starts: Vec::new() });
    }
    Some(())
}
