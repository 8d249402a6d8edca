//! Templates: what is to be said becomes a file, by a layout that an office can replace.
//!
//! ```text
//! template ──compile──▶ OutTemplate ──try (all there, nothing there)──▶ render(data) ──▶ bytes
//! ```
//!
//! Owns: the one engine for all formats, and how foreign text is kept from being markup in each of them. What a template
//! can name is what the data has; a name that it has not is an error with its place and the nearest name, found before the
//! first file is written. A template can neither read files nor run for ever.
//!
//! The engine is `minijinja`: undefined names are errors, work is bounded, and nothing but `serde` comes with it. (`tera`
//! brings a parser generator and twenty crates along, `handlebars` lets undefined names pass in loops, and neither bounds
//! its work.)

mod built_in;
mod docx;
mod engine;
mod error;
mod escape;
mod format;
mod names;

use minijinja::value::Serde;
use serde::Serialize;

pub(crate) use built_in::{Layout, printed};
pub(crate) use error::{TemplateError, TemplateTrouble};
pub(super) use escape::escaped;
pub(crate) use format::OutFormat;

use docx::Docx;
use engine::Engine;

/// A template of more bytes is none.
const MAX_BYTES: u64 = 16 << 20;

/// A template, ready for any data that it was tried on.
pub(crate) struct OutTemplate(Kind);

enum Kind {
    Text(Box<Engine>),
    Docx(Box<Docx>),
}

impl OutTemplate {
    /// The layout that comes with the program.
    ///
    /// # Errors
    /// None: the test `every_layout_that_comes_with_the_program_can_be_filled` proves it.
    pub(crate) fn built_in(layout: Layout, format: OutFormat) -> Result<Self, TemplateError> {
        match format {
            OutFormat::Docx => Self::of_docx(&printed(layout, format)?),
            _ => Self::of_text(built_in::text(layout, format), format),
        }
    }

    /// An office's own.
    ///
    /// # Errors
    /// If it is no template of this format.
    pub(crate) fn own(bytes: &[u8], format: OutFormat) -> Result<Self, TemplateError> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(TemplateError::new(TemplateTrouble::TooLarge));
        }
        if format == OutFormat::Docx {
            return Self::of_docx(bytes);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| TemplateError::new(TemplateTrouble::NotText))?;
        Self::of_text(text.trim_start_matches('\u{feff}'), format)
    }

    fn of_text(text: &str, format: OutFormat) -> Result<Self, TemplateError> {
        Engine::of_text(text, format).map(|engine| Self(Kind::Text(Box::new(engine))))
    }

    fn of_docx(bytes: &[u8]) -> Result<Self, TemplateError> {
        Docx::open(bytes).map(|docx| Self(Kind::Docx(Box::new(docx))))
    }

    /// Is every name that it uses there? It is tried on data that has everything and on data that has nothing.
    ///
    /// # Errors
    /// The first name that is not there, with its place; or that it has none and would say the same to everybody.
    pub(crate) fn must_fit<T: Serialize>(&self, full: &T, bare: &T) -> Result<(), TemplateError> {
        let names = names::Names::of(full);
        let uses_any = match &self.0 {
            Kind::Text(engine) => engine.must_know(&names)?,
            Kind::Docx(docx) => docx.must_know(&names)?,
        };
        if !uses_any {
            return Err(TemplateError::new(TemplateTrouble::Alike));
        }
        self.fill(full, Some(&names))?;
        self.fill(bare, Some(&names)).map(drop)
    }

    /// Fills it.
    ///
    /// # Errors
    /// If something cannot be filled in, or it does not end.
    pub(crate) fn render<T: Serialize>(&self, data: &T) -> Result<Vec<u8>, TemplateError> {
        self.fill(data, None)
    }

    fn fill<T: Serialize>(&self, data: &T, names: Option<&names::Names>) -> Result<Vec<u8>, TemplateError> {
        let value = minijinja::Value::from(Serde(data));
        match &self.0 {
            Kind::Text(engine) => engine.render(&value, names).map(String::into_bytes),
            Kind::Docx(docx) => docx.render(&value, names),
        }
    }
}

#[cfg(test)]
mod tests;
