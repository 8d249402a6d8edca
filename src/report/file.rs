//! A file that the office has given: a profile, a roster.

use std::path::Path;

use crate::base::digest::Sha256Sum;

use super::SafeText;

/// So many bytes of a digest are shown.
const DIGEST: usize = 6;

/// Which file it was, and what its bytes come to: another content is another file, whatever it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenFile {
    /// Its name, without where it lies.
    pub(crate) name: SafeText,
    /// The begin of its SHA-256.
    pub(crate) digest: Box<str>,
}

impl GivenFile {
    #[must_use]
    pub(crate) fn of(path: &Path, bytes: &[u8]) -> Self {
        let name = path.file_name().map_or_else(|| SafeText::path(path), |name| SafeText::path(Path::new(name)));
        Self { name, digest: Sha256Sum::of(bytes).short(DIGEST).into() }
    }
}
