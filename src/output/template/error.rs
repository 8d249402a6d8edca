//! What is wrong with a template, where, and what was likely meant.

use crate::report::{SafeText, parser};
use crate::words::{Describe, Words};

/// Why a template cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TemplateError {
    /// The line, or the text of the paragraph.
    pub(crate) place: Option<TemplatePlace>,
    pub(crate) trouble: TemplateTrouble,
}

/// Where in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TemplatePlace {
    Line(usize),
    Paragraph(SafeText),
}

/// What is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TemplateTrouble {
    TooLarge,
    NotText,
    NotDocx,
    /// It unpacks to far more than it is.
    Bomb,
    /// A part of it is not XML.
    BrokenXml(SafeText),
    /// A placeholder that nothing is known of; the nearest that there is.
    NoName(SafeText, Option<SafeText>),
    Syntax,
    /// What it does takes too long.
    Endless,
    /// A value is used as what it is not.
    Value,
    /// A condition or repetition ends elsewhere than it begins: what comes out is no document.
    Torn,
    /// It says the same to everybody.
    Alike,
}

impl TemplateError {
    #[must_use]
    pub(crate) fn new(trouble: TemplateTrouble) -> Self {
        Self { place: None, trouble }
    }
}

impl Describe for TemplateError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.notice;
        let what = match &self.trouble {
            TemplateTrouble::TooLarge => words.parser.too_large().to_owned(),
            TemplateTrouble::NotText => texts.template_not_text().to_owned(),
            TemplateTrouble::NotDocx => texts.template_not_docx().to_owned(),
            TemplateTrouble::Bomb => texts.template_bomb().to_owned(),
            TemplateTrouble::BrokenXml(part) => texts.template_broken(part),
            TemplateTrouble::NoName(name, near) => {
                parser::with_nearest(texts.template_no_name(name), near.as_deref(), words)
            }
            TemplateTrouble::Syntax => texts.template_syntax().to_owned(),
            TemplateTrouble::Endless => texts.template_endless().to_owned(),
            TemplateTrouble::Value => texts.template_no_value().to_owned(),
            TemplateTrouble::Alike => texts.template_alike().to_owned(),
            TemplateTrouble::Torn => texts.template_torn().to_owned(),
        };
        let place = match &self.place {
            Some(TemplatePlace::Line(line)) => texts.template_line(line),
            Some(TemplatePlace::Paragraph(text)) => texts.template_paragraph(text),
            None => return texts.template_unread(what),
        };
        texts.template_at(place, what)
    }
}
