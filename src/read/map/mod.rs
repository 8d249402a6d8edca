//! Reports that other programs have parsed already: workbooks, CSV and JSON under other names, by a mapping.
//!
//! Owns: the mapping file (`file`: TOML, every mistake with its line and the nearest name), how a source becomes records
//! of names and texts (`source`), which cell of the form a name means (`names`, out of the words in `vocabulary`; `near` for
//! guesses), and how records become reports (`wide`,
//! `long`: JSON is read like `wide`, an object a report). `guess` writes a mapping to start from.
//!
//! ```text
//! bytes ─source─▶ records (name → text, with their places) ─mapping, names─▶ reports
//! ```
//!
//! A number is taken as it stands; what is none stays as raw text. A name that is not understood is said, never guessed.

mod build;
mod file;
mod guess;
mod json;
mod long;
mod names;
mod near;
mod problem;
mod records;
mod source;
mod vocabulary;
mod wide;

pub(crate) use build::Mapped;
pub use file::Mapping;
pub use guess::guess;
pub(crate) use problem::MapError;
#[cfg(test)]
pub(crate) use problem::RowNote;

use source::Source;

impl Mapping {
    /// Reads the reports out of a file. `name` is its file name.
    ///
    /// # Errors
    /// If it is no file of that kind, or lacks what the mapping names: each with the line of the mapping.
    pub fn read(&self, name: &str, bytes: &[u8]) -> Result<Mapped, MapError> {
        let source = Source::open(bytes)?;
        let mut mapped = match self.shape {
            file::Shape::Long => long::read(self, &source)?,
            file::Shape::Wide | file::Shape::Json => wide::read(self, &source)?,
        };
        build::sign(&mut mapped.reports, name, bytes, &source);
        mapped.reports.iter_mut().for_each(crate::read::recognise::fit::fit);
        Ok(mapped)
    }
}

#[cfg(test)]
mod tests;
