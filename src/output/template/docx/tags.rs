//! Tags in a document, wherever a word processor has cut them, as tags of the engine.

use crate::output::template::engine::{Delimiters, IN_XML, WRITTEN};
use crate::output::template::error::{TemplateError, TemplatePlace, TemplateTrouble};
use crate::report::SafeText;

use super::xml::{Element, Node};
use super::{rows, shown};

/// A paragraph with one of these is more than the tags in its text.
const MORE: [&str; 4] = ["w:sectPr", "w:drawing", "w:pict", "w:object"];

/// A part as a source for the engine, and for each line of that the paragraph that it is of.
pub(super) fn source(nodes: &[Node]) -> Result<(String, Vec<SafeText>), TemplateError> {
    let mut out = Out { text: String::new(), paragraphs: vec![SafeText::default()], current: SafeText::default() };
    out.nodes(nodes)?;
    Ok((out.text, out.paragraphs))
}

/// What a text comes to: what is said, and tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Where it stands in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// As the engine reads it.
    source: String,
    /// A condition, a repetition or a comment: nothing of it stands in the document.
    is_control: bool,
}

impl Tag {
    /// What a condition or repetition begins with: `for`, `endif`.
    pub(super) fn word(&self) -> &str {
        let inner = self.source.trim_start_matches(['\u{1}', '%', '-', ' ']);
        inner.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
    }
}

struct Out {
    text: String,
    /// One for each line.
    paragraphs: Vec<SafeText>,
    current: SafeText,
}

impl Out {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            self.text.push(c);
            if c == '\n' {
                self.paragraphs.push(self.current.clone());
            }
        }
    }

    fn nodes(&mut self, nodes: &[Node]) -> Result<(), TemplateError> {
        nodes.iter().try_for_each(|node| match node {
            Node::Raw(text) => {
                self.push(text);
                Ok(())
            }
            Node::Element(element) => self.element(element),
        })
    }

    fn element(&mut self, element: &Element) -> Result<(), TemplateError> {
        match element.name.as_str() {
            "w:p" => return self.paragraph(element),
            "w:tr" => {
                let text: String = all_texts(element).concat();
                let tags = tags(&text)?;
                if is_only_control(&text, &tags) {
                    self.controls(&text, &tags);
                    return Ok(());
                }
                if let Some((first, row, last)) = rows::repeated(element, &text)? {
                    self.begin(&text);
                    self.push(&first.source);
                    self.whole(&row, |out| out.nodes(&row.children))?;
                    self.push(&last.source);
                    return Ok(());
                }
            }
            _ => {}
        }
        self.whole(element, |out| out.nodes(&element.children))
    }

    fn whole(
        &mut self,
        element: &Element,
        inner: impl FnOnce(&mut Self) -> Result<(), TemplateError>,
    ) -> Result<(), TemplateError> {
        if element.children.is_empty() {
            self.push(&format!("<{}/>", element.head));
            return Ok(());
        }
        self.push(&format!("<{}>", element.head));
        inner(self)?;
        self.push(&format!("</{}>", element.name));
        Ok(())
    }

    /// Tags instead of what held them.
    fn controls(&mut self, text: &str, tags: &[Tag]) {
        self.begin(text);
        tags.iter().for_each(|tag| self.push(&tag.source));
    }

    /// A line of its own, by which errors know the paragraph.
    fn begin(&mut self, text: &str) {
        self.current = shown(text);
        self.push("\n");
    }

    fn paragraph(&mut self, paragraph: &Element) -> Result<(), TemplateError> {
        let texts = own_texts(paragraph);
        let text = texts.concat();
        let tags = tags(&text)?;
        if is_only_control(&text, &tags) && !paragraph.has(&MORE) {
            self.controls(&text, &tags);
            return Ok(());
        }
        self.begin(&text);
        let mut pieces = pieces(&texts, &tags).into_iter();
        self.whole(paragraph, |out| out.runs(&paragraph.children, &mut pieces))
    }

    /// What stands in a paragraph, its texts replaced one by one.
    fn runs(&mut self, nodes: &[Node], pieces: &mut dyn Iterator<Item = String>) -> Result<(), TemplateError> {
        for node in nodes {
            match node {
                Node::Raw(text) => self.push(text),
                Node::Element(text) if text.name == "w:t" => {
                    let piece = pieces.next().unwrap_or_default();
                    self.push(&format!("<w:t xml:space=\"preserve\">{piece}</w:t>"));
                }
                // A text box has paragraphs of its own.
                Node::Element(inner) if inner.name == "w:p" => {
                    let outer = self.current.clone();
                    self.paragraph(inner)?;
                    self.current = outer;
                }
                Node::Element(inner) => self.whole(inner, |out| out.runs(&inner.children, pieces))?,
            }
        }
        Ok(())
    }
}

/// The texts of a paragraph, without those of paragraphs within it.
fn own_texts(paragraph: &Element) -> Vec<String> {
    let mut texts = Vec::new();
    collect(paragraph, false, &mut texts);
    texts
}

pub(super) fn all_texts(element: &Element) -> Vec<String> {
    let mut texts = Vec::new();
    collect(element, true, &mut texts);
    texts
}

fn collect(element: &Element, all: bool, texts: &mut Vec<String>) {
    for node in &element.children {
        match node {
            Node::Element(text) if text.name == "w:t" => texts.push(text.text()),
            Node::Element(inner) if all || inner.name != "w:p" => collect(inner, all, texts),
            Node::Element(_) | Node::Raw(_) => {}
        }
    }
}

/// The tags of a text, in order.
pub(super) fn tags(text: &str) -> Result<Vec<Tag>, TemplateError> {
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some((start, kind)) = next(text, from) {
        let ((open, close), (as_open, as_close), is_control) = kind;
        let inner = start + open.len();
        let Some(length) = text.get(inner..).and_then(|rest| rest.find(close)) else {
            let place = Some(TemplatePlace::Paragraph(shown(text)));
            return Err(TemplateError { place, trouble: TemplateTrouble::Syntax });
        };
        let code: String = text.get(inner..inner + length).unwrap_or_default().chars().map(straight).collect();
        let end = inner + length + close.len();
        tags.push(Tag { start, end, source: format!("{as_open}{code}{as_close}"), is_control });
        from = end;
    }
    Ok(tags)
}

type Kind = ((&'static str, &'static str), (&'static str, &'static str), bool);

/// The first tag that begins there or later.
fn next(text: &str, from: usize) -> Option<(usize, Kind)> {
    let Delimiters { block, value, comment } = WRITTEN;
    let kinds = [(block, IN_XML.block, true), (value, IN_XML.value, false), (comment, IN_XML.comment, true)];
    let rest = text.get(from..)?;
    let found = kinds.into_iter().filter_map(|kind| Some((from + rest.find(kind.0.0)?, kind)));
    found.min_by_key(|(start, _)| *start)
}

/// A word processor makes quotation marks round and spaces wide.
fn straight(c: char) -> char {
    match c {
        '“' | '”' | '„' | '＂' => '"',
        '‘' | '’' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Is there nothing in a text but conditions, repetitions and comments?
fn is_only_control(text: &str, tags: &[Tag]) -> bool {
    let mut from = 0;
    let mut between = Vec::new();
    for tag in tags {
        between.push(text.get(from..tag.start).unwrap_or_default());
        from = tag.end;
    }
    between.push(text.get(from..).unwrap_or_default());
    !tags.is_empty() && tags.iter().all(|tag| tag.is_control) && between.iter().all(|text| text.trim().is_empty())
}

/// What each text of a paragraph becomes: a tag stands whole where it begins.
fn pieces(texts: &[String], tags: &[Tag]) -> Vec<String> {
    let mut start = 0;
    let mut pieces = Vec::new();
    for text in texts {
        let end = start + text.len();
        let mut piece = String::new();
        let mut at = start;
        for tag in tags.iter().filter(|tag| tag.end > start && tag.start < end) {
            piece += &escape(text.get(at - start..tag.start.clamp(at, end) - start).unwrap_or_default());
            if tag.start >= start {
                piece += &tag.source;
            }
            at = tag.end.clamp(at, end);
        }
        piece += &escape(text.get(at - start..).unwrap_or_default());
        pieces.push(piece);
        start = end;
    }
    pieces
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
