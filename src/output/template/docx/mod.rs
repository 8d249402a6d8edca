//! A document of Word or WPS as a template: text, repeated paragraphs and table rows, conditions.
//!
//! ```text
//! bytes ──archive──▶ parts ──xml──▶ tree ──tags──▶ source with tags ──engine──▶ part ──whole──▶ packed again
//! ```
//!
//! Owns: what a tag in a document means. A paragraph, or a row of a table, that holds nothing but conditions and repetitions
//! stands for these, and is not there afterwards; a tag within a paragraph is filled in its place, in the look of its first
//! character, also where a word processor has cut it into several runs. All other parts stay as they are, byte by byte.

mod archive;
mod rows;
mod tags;
mod whole;
mod xml;

use minijinja::Value;

use crate::report::SafeText;

use super::engine::Engine;
use super::error::TemplateError;
use super::names::Names;

use archive::Archive;

/// A template, compiled.
pub(super) struct Docx {
    archive: Archive,
    /// By the names of their parts.
    engines: Vec<(String, Engine)>,
}

impl Docx {
    pub(super) fn open(bytes: &[u8]) -> Result<Self, TemplateError> {
        let (archive, parts) = Archive::open(bytes)?;
        let mut engines = Vec::new();
        for (name, part) in parts {
            let (source, paragraphs) = tags::source(&xml::parse(&part, &name)?)?;
            engines.push((name, Engine::of_xml(source, paragraphs)?));
        }
        Ok(Self { archive, engines })
    }

    pub(super) fn must_know(&self, names: &Names) -> Result<bool, TemplateError> {
        self.engines.iter().try_fold(false, |uses_any, (_, engine)| Ok(uses_any | engine.must_know(names)?))
    }

    pub(super) fn render(&self, value: &Value, names: Option<&Names>) -> Result<Vec<u8>, TemplateError> {
        let mut parts = Vec::new();
        for (name, engine) in &self.engines {
            parts.push((name.as_str(), whole::mended(&engine.render(value, names)?)?));
        }
        self.archive.with(&parts)
    }
}

/// The text of a paragraph, as an error names it.
fn shown(text: &str) -> SafeText {
    const LONGEST: usize = 60;
    SafeText::line(&text.chars().take(LONGEST).collect::<String>())
}
