//! The formats that are written.

use std::path::Path;

/// What kind of file comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OutFormat {
    Docx,
    Markdown,
    Html,
    Text,
}

impl OutFormat {
    pub(crate) const ALL: [Self; 4] = [Self::Docx, Self::Markdown, Self::Html, Self::Text];

    /// How its files end.
    #[must_use]
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Text => "txt",
        }
    }

    /// The format of a file with this name.
    #[must_use]
    pub(crate) fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        if ending == "htm" {
            return Some(Self::Html);
        }
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}
