//! A zip archive whose parts are read within bounds.
//!
//! What an entry says of its own size is not believed: every byte is counted as it comes out.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::read::document::MAX_UNPACKED;
use crate::read::document::error::ReadError;

/// An archive with more entries is no document.
const MAX_ENTRIES: usize = 4096;
/// A part larger than this …
const LARGE: u64 = 8 << 20;
/// … that is so many times larger than what it is packed in is a trap.
const MAX_RATIO: u64 = 500;

/// An open archive, and how many bytes may still come out of it.
pub(in crate::read::format) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    format: &'static str,
}

impl<'a> Archive<'a> {
    /// Opens an archive that holds a document of this format.
    ///
    /// # Errors
    /// If it is no zip archive, or has more than [`MAX_ENTRIES`].
    pub(crate) fn open(bytes: &'a [u8], format: &'static str) -> Result<Self, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Broken(format))?;
        if zip.len() > MAX_ENTRIES {
            return Err(ReadError::Unpacks);
        }
        Ok(Self { zip, left: MAX_UNPACKED, format })
    }

    /// May so many bytes come out in all; less than [`MAX_UNPACKED`].
    pub(crate) fn limit(&mut self, bytes: u64) {
        self.left = self.left.min(bytes);
    }

    /// The names of its entries.
    pub(crate) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.zip.file_names().flatten()
    }

    /// One part whole; `None` if there is none of this name.
    ///
    /// # Errors
    /// If it is encrypted, damaged or too large.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(text)) if text == ZipError::PASSWORD_REQUIRED => {
                return Err(ReadError::Encrypted);
            }
            Err(_) => return Err(ReadError::Broken(self.format)),
        };
        let packed = entry.compressed_size();
        let mut bytes = Vec::new();
        entry.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| ReadError::Broken(self.format))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(size).ok_or(ReadError::Unpacks)?;
        if size > LARGE && size / MAX_RATIO > packed {
            return Err(ReadError::Unpacks);
        }
        Ok(Some(bytes))
    }
}

#[cfg(test)]
pub(in crate::read::format) mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    pub(in crate::read::format) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_come_out_within_bounds() {
        let bytes = archive(&[("a", b"text"), ("b", &[0; 9 << 20])]);
        let mut open = Archive::open(&bytes, "docx").unwrap();
        assert_eq!(open.part("a").unwrap().unwrap(), b"text");
        assert_eq!(open.part("c"), Ok(None));
        assert_eq!(open.part("b"), Err(ReadError::Unpacks), "nine megabytes of zeros are a trap");
        let mut open = Archive::open(&bytes, "docx").unwrap();
        open.limit(3);
        assert_eq!(open.part("a"), Err(ReadError::Unpacks));
    }

    #[test]
    fn masses_of_entries_are_refused() {
        let names: Vec<String> = (0..=MAX_ENTRIES).map(|at| at.to_string()).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(Archive::open(&archive(&parts), "docx").err(), Some(ReadError::Unpacks));
        assert_eq!(Archive::open(b"PK\x03\x04nothing", "xlsx").err(), Some(ReadError::Broken("xlsx")));
    }

    #[test]
    fn an_encrypted_part_is_named_as_such() {
        let mut bytes = archive(&[("a", b"text")]);
        // General purpose flag, bit 0, in the local header and in the central directory.
        bytes[6] |= 1;
        let central = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        bytes[central + 8] |= 1;
        assert_eq!(Archive::open(&bytes, "docx").unwrap().part("a"), Err(ReadError::Encrypted));
    }
}
