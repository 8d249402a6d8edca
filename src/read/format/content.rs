//! What a file shows of itself: its name is only believed where the content does not say.

use crate::read::document::error::ReadError;

use super::shared::archive::Archive;
use super::shared::compound::Compound;

/// The beginning that is looked at for marks of text formats.
const HEAD: usize = 1024;

/// A file, opened as far as its kind can be seen.
pub(super) enum Content<'a> {
    /// A zip archive.
    Archive(Archive<'a>),
    /// The old container: of documents, workbooks and slides, and of every new one under a password.
    Compound(Compound<'a>),
    /// A container that cannot be opened: nothing shows.
    Closed,
    /// Anything else: its bytes, and the marks at the beginning of a text. Whatever its encoding, these are ASCII.
    Bytes(&'a [u8], String),
}

impl<'a> Content<'a> {
    /// What these bytes are.
    ///
    /// # Errors
    /// If they are an archive that cannot be opened.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Ok(match bytes {
            [b'P', b'K', 3, 4, ..] => Self::Archive(Archive::open(bytes, "zip")?),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Compound::open(bytes).map_or(Self::Closed, Self::Compound),
            _ => {
                let head = bytes.get(..HEAD).unwrap_or(bytes);
                let head = head.iter().filter(|byte| byte.is_ascii() && **byte != 0).map(|&byte| char::from(byte));
                Self::Bytes(bytes, head.collect::<String>().trim_start().to_ascii_lowercase())
            }
        })
    }

    /// Is it an archive with a part whose name begins so?
    pub(crate) fn has_part(&self, start: &str) -> bool {
        matches!(self, Self::Archive(archive) if archive.names().any(|name| name.starts_with(start)))
    }

    /// Is it an old container with this stream?
    pub(crate) fn has_stream(&self, path: &str) -> bool {
        matches!(self, Self::Compound(file) if file.has(path))
    }

    /// Does it begin with one of these, and is no container?
    pub(crate) fn begins(&self, magics: &[&[u8]]) -> bool {
        matches!(self, Self::Bytes(bytes, _) if magics.iter().any(|magic| bytes.starts_with(magic)))
    }

    /// The beginning of a text, in small letters; empty for a container.
    pub(crate) fn head(&self) -> &str {
        match self {
            Self::Bytes(_, head) => head,
            Self::Archive(_) | Self::Compound(_) | Self::Closed => "",
        }
    }

    /// The beginning of an XML text; empty for anything else.
    pub(crate) fn xml(&self) -> &str {
        if self.head().starts_with("<?xml") { self.head() } else { "" }
    }
}
