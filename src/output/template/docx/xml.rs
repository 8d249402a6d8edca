//! XML as a tree that is written again as it was read, but for what is changed on purpose.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::output::template::error::{TemplateError, TemplateTrouble};
use crate::report::SafeText;

/// Deeper than any document of a word processor.
const MAX_DEPTH: usize = 200;

/// A piece of XML.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// As it stands in the file: text, references, comments, instructions.
    Raw(String),
    Element(Element),
}

/// An element with what is in it.
#[derive(Debug, Clone)]
pub(super) struct Element {
    /// With its prefix: `w:p`.
    pub(super) name: String,
    /// Name and attributes, as between the brackets.
    pub(super) head: String,
    pub(super) children: Vec<Node>,
}

impl Element {
    /// Is there such an element anywhere in it?
    pub(super) fn has(&self, names: &[&str]) -> bool {
        self.children.iter().any(|node| match node {
            Node::Element(inner) => names.contains(&inner.name.as_str()) || inner.has(names),
            Node::Raw(_) => false,
        })
    }

    /// The text in it, as it is read.
    pub(super) fn text(&self) -> String {
        let raw = self.children.iter().map(|node| if let Node::Raw(text) = node { text.as_str() } else { "" });
        let raw: String = raw.collect();
        quick_xml::escape::unescape(&raw).map(|text| text.into_owned()).unwrap_or(raw)
    }
}

/// Reads a part of this name.
pub(super) fn parse(text: &str, name: &str) -> Result<Vec<Node>, TemplateError> {
    let broken = || TemplateError::new(TemplateTrouble::BrokenXml(SafeText::line(name)));
    // What tags are made of must not be there already.
    if text.contains('\u{1}') {
        return Err(broken());
    }
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open: Vec<Element> = Vec::new();
    let mut top = Vec::new();
    loop {
        let event = reader.read_event().map_err(|_| broken())?;
        let node = match event {
            Event::Start(start) => {
                if open.len() >= MAX_DEPTH {
                    return Err(broken());
                }
                let name = start.name().as_ref().to_owned();
                open.push(Element { name, head: (*start).to_owned(), children: Vec::new() });
                continue;
            }
            Event::End(_) => Node::Element(open.pop().ok_or_else(broken)?),
            Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                Node::Element(Element { name, head: (*start).to_owned(), children: Vec::new() })
            }
            Event::Text(text) => Node::Raw((*text).to_owned()),
            Event::GeneralRef(name) => Node::Raw(format!("&{};", &*name)),
            Event::CData(text) => Node::Raw(format!("<![CDATA[{}]]>", &*text)),
            Event::Comment(text) => Node::Raw(format!("<!--{}-->", &*text)),
            Event::Decl(text) => Node::Raw(format!("<?{}?>", &*text)),
            Event::PI(text) => Node::Raw(format!("<?{}?>", &*text)),
            // No document of a word processor has one; what it would define is not looked at.
            Event::DocType(_) => return Err(broken()),
            Event::Eof => break,
        };
        match open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => top.push(node),
        }
    }
    let is_whole = open.is_empty() && top.iter().any(|node| matches!(node, Node::Element(_)));
    if is_whole { Ok(top) } else { Err(broken()) }
}
