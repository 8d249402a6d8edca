//! A file that is larger than what is kept of it: read through once, and looked up again at its places.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use super::{Refused, open};

/// A regular file that stays open.
#[derive(Debug)]
pub(crate) struct LongFile(File);

impl LongFile {
    /// # Errors
    /// [`Refused`]
    pub(crate) fn at(path: &Path) -> Result<Self, Refused> {
        // Opening alone may do something to what is no file.
        if !std::fs::metadata(path)?.is_file() {
            return Err(Refused::NotAFile);
        }
        Ok(Self(open(path)?))
    }

    /// All of it, from its begin.
    pub(crate) fn reader(&self) -> impl Read + '_ {
        &self.0
    }

    /// So many bytes at a place.
    ///
    /// # Errors
    /// What the system says; `UnexpectedEof` where it has become shorter.
    pub(crate) fn read_at(&self, at: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.0.read_exact_at(&mut bytes, at)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_again_and_what_is_no_file_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        std::fs::write(&path, "0123456789").unwrap();
        let file = LongFile::at(&path).unwrap();
        let mut all = String::new();
        file.reader().read_to_string(&mut all).unwrap();
        assert_eq!((all.as_str(), file.read_at(3, 4).unwrap()), ("0123456789", b"3456".to_vec()));
        assert_eq!(file.read_at(8, 4).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        assert!(matches!(LongFile::at(dir.path()), Err(Refused::NotAFile)));
        assert!(LongFile::at(&dir.path().join("b")).unwrap_err().is_missing());
    }
}
