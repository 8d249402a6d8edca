//! The engine: names that are not there are errors, work is bounded, and what is filled in is text.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::ValueKind;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

use crate::report::SafeText;

use super::error::{TemplateError, TemplatePlace, TemplateTrouble};
use super::escape::escaped;
use super::format::OutFormat;
use super::names::Names;

/// Steps and bytes: enough for a list of a hundred thousand lines. A test does not wait for so many.
const FUEL: u64 = if cfg!(test) { 2_000_000 } else { 50_000_000 };
/// The name of the one template of an environment.
const NAME: &str = "template";
/// What the engine has by itself.
const OWN: [&str; 4] = ["range", "dict", "namespace", "loop"];

/// How tags are told from the rest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Delimiters {
    pub(super) block: (&'static str, &'static str),
    pub(super) value: (&'static str, &'static str),
    pub(super) comment: (&'static str, &'static str),
}

/// As people write them.
pub(super) const WRITTEN: Delimiters = Delimiters { block: ("{%", "%}"), value: ("{{", "}}"), comment: ("{#", "#}") };
/// Within XML, of which no text has this character: what looks like a tag elsewhere in it is none.
pub(super) const IN_XML: Delimiters =
    Delimiters { block: ("\u{1}%", "%\u{1}"), value: ("\u{1}{", "}\u{1}"), comment: ("\u{1}#", "#\u{1}") };

/// A compiled text with tags.
pub(super) struct Engine {
    environment: Environment<'static>,
    source: String,
    delimiters: Delimiters,
    /// For each line of the source the paragraph that it is of; empty where lines are what people see.
    paragraphs: Vec<SafeText>,
}

impl Engine {
    pub(super) fn of_text(text: &str, format: OutFormat) -> Result<Self, TemplateError> {
        Self::new(text.to_owned(), format, WRITTEN, Vec::new())
    }

    /// Of a part of a docx; for each line of it the text of its paragraph.
    pub(super) fn of_xml(source: String, paragraphs: Vec<SafeText>) -> Result<Self, TemplateError> {
        Self::new(source, OutFormat::Docx, IN_XML, paragraphs)
    }

    fn new(
        source: String,
        format: OutFormat,
        delimiters: Delimiters,
        paragraphs: Vec<SafeText>,
    ) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        let is_text = format != OutFormat::Docx;
        let syntax = SyntaxConfig::builder()
            .block_delimiters(delimiters.block.0, delimiters.block.1)
            .variable_delimiters(delimiters.value.0, delimiters.value.1)
            .comment_delimiters(delimiters.comment.0, delimiters.comment.1)
            .trim_blocks(is_text)
            .lstrip_blocks(is_text)
            .keep_trailing_newline(true)
            .build();
        if let Ok(syntax) = syntax {
            environment.set_syntax(syntax);
        }
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_debug(true);
        environment.remove_global("debug");
        environment.set_formatter(move |out, _, value| {
            let written = match value.kind() {
                ValueKind::Undefined => return Err(ErrorKind::UndefinedError.into()),
                ValueKind::String | ValueKind::Number | ValueKind::Bool => {
                    out.write_str(&escaped(&value.to_string(), format))
                }
                ValueKind::None => Ok(()),
                _ => return Err(ErrorKind::InvalidOperation.into()),
            };
            written.map_err(|_| ErrorKind::WriteFailure.into())
        });
        let mut engine = Self { environment, source, delimiters, paragraphs };
        let added = engine.environment.add_template_owned(NAME, engine.source.clone());
        added.map_err(|error| engine.said(&error, None))?;
        Ok(engine)
    }

    /// Every name at the top must be known, on ways that no data takes too. Says whether there is one.
    pub(super) fn must_know(&self, names: &Names) -> Result<bool, TemplateError> {
        let template = self.environment.get_template(NAME).map_err(|error| self.said(&error, None))?;
        let mut unknown: Vec<String> = template.undeclared_variables(false).into_iter().collect();
        let uses_any = unknown.iter().any(|name| names.has(name));
        unknown.retain(|name| !names.has(name) && !OWN.contains(&name.as_str()));
        unknown.sort();
        let Some(name) = unknown.into_iter().next() else { return Ok(uses_any) };
        let line = self.line_of(&name);
        Err(self.at(line, no_name(&name, Some(names))))
    }

    pub(super) fn render(&self, value: &Value, names: Option<&Names>) -> Result<String, TemplateError> {
        let template = self.environment.get_template(NAME).map_err(|error| self.said(&error, names))?;
        template.render(value.clone()).map_err(|error| self.said(&error, names))
    }

    /// The line of the first tag that has a name.
    fn line_of(&self, name: &str) -> Option<usize> {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let has = |tag: &str| tag.split(|c| !is_word(c)).any(|word| word == name);
        let Delimiters { block, value, .. } = self.delimiters;
        let in_line = |line: &str| {
            [block, value].into_iter().any(|(open, close)| {
                line.split(open).skip(1).any(|tag| has(tag.split(close).next().unwrap_or_default()))
            })
        };
        self.source.lines().position(in_line).map(|line| line + 1)
    }

    fn at(&self, line: Option<usize>, trouble: TemplateTrouble) -> TemplateError {
        let paragraph = |line: usize| self.paragraphs.get(line.saturating_sub(1)).filter(|text| !text.is_empty());
        let place = line.and_then(|line| match self.paragraphs.is_empty() {
            true => Some(TemplatePlace::Line(line)),
            false => paragraph(line).cloned().map(TemplatePlace::Paragraph),
        });
        TemplateError { place, trouble }
    }

    fn said(&self, error: &Error, names: Option<&Names>) -> TemplateError {
        let named = || {
            let source = error.range().and_then(|range| self.source.get(range)).unwrap_or_default();
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
            let start = source.trim_start_matches(|c: char| !(c.is_alphabetic() || c == '_'));
            start.split(|c| !is_name(c)).next().unwrap_or_default().trim_matches('.').to_owned()
        };
        let trouble = match error.kind() {
            ErrorKind::UndefinedError => match named() {
                name if name.is_empty() => TemplateTrouble::Value,
                name => no_name(&name, names),
            },
            ErrorKind::OutOfFuel => TemplateTrouble::Endless,
            ErrorKind::SyntaxError
            | ErrorKind::UnknownFilter
            | ErrorKind::UnknownTest
            | ErrorKind::UnknownFunction
            | ErrorKind::UnknownMethod => TemplateTrouble::Syntax,
            _ => TemplateTrouble::Value,
        };
        self.at(error.line(), trouble)
    }
}

fn no_name(name: &str, names: Option<&Names>) -> TemplateTrouble {
    let near = names.and_then(|names| names.nearest(name));
    TemplateTrouble::NoName(SafeText::line(name), near.map(|near| SafeText::line(&near)))
}
