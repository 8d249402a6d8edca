//! The old container of Microsoft: streams in one file, read within bounds.

use std::io::{Cursor, Read as _};

use cfb::CompoundFile;

/// An open container.
pub(in crate::read::format) struct Compound<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    /// No stream is longer than the file that holds it.
    limit: u64,
}

impl<'a> Compound<'a> {
    /// Opens it; `None` if it is none, or broken.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let file = CompoundFile::open(Cursor::new(bytes)).ok()?;
        Some(Self { file, limit: u64::try_from(bytes.len()).unwrap_or(u64::MAX) })
    }

    /// Is there a stream of this name?
    pub(crate) fn has(&self, path: &str) -> bool {
        self.file.exists(path)
    }

    /// What a stream holds; `None` if there is none of this name, or it is damaged.
    pub(crate) fn stream(&mut self, path: &str) -> Option<Vec<u8>> {
        let mut read = Vec::new();
        self.file.open_stream(path).ok()?.take(self.limit).read_to_end(&mut read).ok()?;
        Some(read)
    }
}
