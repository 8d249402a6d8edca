//! What documents of a format are like, by the name that a report gives it (`source.format`).
//!
//! For those who must know what a report was read from, and nothing of how: checks, and what is said of a document as a
//! whole. A report of another program may name a format that is not here: nothing is known of it then.

/// What the documents of a format are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nature {
    name: &'static str,
    /// Is a row a row, whatever stands in it? Elsewhere rows are made out of lines and distances.
    pub(crate) has_rows: bool,
    /// Does it hold figures alone? What stands around them in the document they came from need not be there.
    pub(crate) is_figures: bool,
    /// Is it set on paper, with blanks of any width?
    pub(crate) is_set: bool,
    /// Is it a page of a site, with its title in its head too, and pictures that every page has?
    pub(crate) is_page: bool,
}

const UNKNOWN: Nature = Nature { name: "", has_rows: false, is_figures: false, is_set: false, is_page: false };
const ROWS: Nature = Nature { has_rows: true, ..UNKNOWN };

static NATURES: &[Nature] = &[
    Nature { name: "docx", ..ROWS },
    Nature { name: "xml", ..ROWS },
    Nature { name: "doc", ..ROWS },
    Nature { name: "rtf", ..ROWS },
    Nature { name: "odt", ..ROWS },
    Nature { name: "ods", ..ROWS },
    Nature { name: "epub", ..ROWS },
    Nature { name: "mht", ..ROWS },
    Nature { name: "html", is_page: true, ..ROWS },
    Nature { name: "xlsx", is_figures: true, ..ROWS },
    Nature { name: "xls", is_figures: true, ..ROWS },
    Nature { name: "csv", is_figures: true, ..UNKNOWN },
    Nature { name: "json", is_figures: true, ..UNKNOWN },
    Nature { name: "pdf", is_set: true, ..UNKNOWN },
    Nature { name: "text", ..UNKNOWN },
];

impl Nature {
    /// Of the format of this name; where it is not known, no question is answered with yes.
    #[must_use]
    pub(crate) fn of(format: &str) -> Self {
        NATURES.iter().find(|nature| nature.name == format).copied().unwrap_or(UNKNOWN)
    }

    /// Is the format one of those known?
    #[must_use]
    pub fn is_known(self) -> bool {
        !self.name.is_empty()
    }
}
