//! The streams of an old Word document, and where in its head the places of structures stand.

use crate::read::document::error::{Foreign, ReadError};
use crate::read::format::shared::bytes::{u16_at, u32_at};
use crate::read::format::shared::compound::Compound;

/// The first word of the stream, since Word 97.
const MAGIC: u16 = 0xA5EC;
/// Word 97; what comes before has other structures.
const WORD_97: u16 = 0x00C1;
/// The flags in the head of the stream.
const ENCRYPTED: u16 = 0x0100;
pub(super) const SECOND_TABLE: u16 = 0x0200;
/// Where in the head the flags and the length of the main text stand, and the places of structures.
pub(super) const AT_FLAGS: usize = 0x0A;
pub(super) const AT_LENGTH: usize = 0x4C;
pub(super) const AT_STYLES: usize = 0xA2;
pub(super) const AT_CHARACTERS: usize = 0xFA;
pub(super) const AT_PARAGRAPHS: usize = 0x102;
pub(super) const AT_PIECES: usize = 0x1A2;
pub(super) const AT_LISTS: usize = 0x2E2;
pub(super) const AT_LIST_USES: usize = 0x2EA;

/// The streams of a document.
pub(super) struct Streams {
    /// `WordDocument`: the head, the text and the pages of properties.
    pub(crate) main: Vec<u8>,
    /// `0Table` or `1Table`: where everything is.
    pub(crate) table: Vec<u8>,
    /// `Data`: properties that were too large for their page.
    pub(crate) data: Vec<u8>,
}

impl Streams {
    /// The streams of a compound file.
    ///
    /// # Errors
    /// If it is encrypted, older than Word 97, or damaged.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut file = Compound::open(bytes).ok_or(ReadError::Broken("doc"))?;
        let mut stream = |name: &str| file.stream(name);
        let main = stream("/WordDocument").ok_or(ReadError::Broken("doc"))?;
        let head = |at| u16_at(&main, at).ok_or(ReadError::Broken("doc"));
        if head(0)? != MAGIC || head(2)? < WORD_97 {
            return Err(ReadError::Foreign(Foreign::Old));
        }
        let flags = head(AT_FLAGS)?;
        if flags & ENCRYPTED != 0 {
            return Err(ReadError::Encrypted);
        }
        let table = stream(if flags & SECOND_TABLE == 0 { "/0Table" } else { "/1Table" });
        let table = table.ok_or(ReadError::Broken("doc"))?;
        let data = stream("/Data").unwrap_or_default();
        Ok(Self { main, table, data })
    }

    /// A structure in the table stream, whose place and length stand in the head.
    pub(crate) fn structure(&self, at: usize) -> Option<&[u8]> {
        let from = usize::try_from(u32_at(&self.main, at)?).ok()?;
        let length = usize::try_from(u32_at(&self.main, at + 4)?).ok()?;
        self.table.get(from..from.checked_add(length)?)
    }
}
