//! The XML of a Word document as a flat series of steps, within bounds and without what is not to be read.
//!
//! Whole elements are skipped here: deleted and moved-away text, old properties of tracked changes, the fallback of
//! an alternative whose choice was taken. What comes out is what a reader of the accepted document would see.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::read::document::error::ReadError;
use crate::read::format::shared::xml::{attribute, elements, reference, split};

/// Elements nested deeper than this are no document.
const MAX_DEPTH: usize = 512;

/// One step through the document.
pub(super) enum Step<'x> {
    /// An element begins; its name without the prefix.
    Open(Name, BytesStart<'x>),
    Close(Name),
    /// Characters.
    Text(Cow<'x, str>),
    End,
}

/// The elements that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Text,
    Tab,
    Break,
    CarriageReturn,
    Hyphen,
    PageBreak,
    Table,
    Grid,
    GridColumn,
    Row,
    RowProperties,
    GridBefore,
    Cell,
    CellProperties,
    GridSpan,
    VerticalMerge,
    HorizontalMerge,
    TextBox,
    Style,
    Numbering,
    Level,
    NumberId,
    Vanish,
    Inserted,
    Deleted,
    Hidden,
    CellDeleted,
    Strike,
    DoubleStrike,
    VerticalAlign,
    Position,
    Color,
    Size,
    Shading,
    Highlight,
    RunStyle,
    TableStyle,
    /// An object of another program, with a picture of it.
    Object,
    /// The name and the kind of such an object.
    ObjectLink,
    Picture,
    /// A formula, and what is above and below a line or the text in it.
    Formula,
    FormulaText,
    Denominator,
    Script,
    Other,
}

const SKIPPED: [&str; 16] = [
    "binData",
    "moveFrom",
    "delText",
    "instrText",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "tblPrExChange",
    "sectPrChange",
    "numberingChange",
    "sectPr",
    "rt",
    "tabs",
];

/// An element of Word's namespace by its name without the prefix.
pub(super) fn name(local: &str) -> Name {
    match local {
        "p" => Name::Paragraph,
        "pPr" => Name::ParagraphProperties,
        "r" => Name::Run,
        "rPr" => Name::RunProperties,
        "t" => Name::Text,
        "tab" | "ptab" => Name::Tab,
        "br" => Name::Break,
        "cr" => Name::CarriageReturn,
        "noBreakHyphen" => Name::Hyphen,
        "lastRenderedPageBreak" => Name::PageBreak,
        "tbl" => Name::Table,
        "tblGrid" => Name::Grid,
        "gridCol" => Name::GridColumn,
        "tr" => Name::Row,
        "trPr" => Name::RowProperties,
        "gridBefore" => Name::GridBefore,
        "tc" => Name::Cell,
        "tcPr" => Name::CellProperties,
        "gridSpan" => Name::GridSpan,
        "vMerge" | "vmerge" => Name::VerticalMerge,
        "hMerge" | "hmerge" => Name::HorizontalMerge,
        "txbxContent" => Name::TextBox,
        "pStyle" => Name::Style,
        "numPr" | "listPr" => Name::Numbering,
        "ilvl" => Name::Level,
        "numId" | "ilfo" => Name::NumberId,
        "vanish" | "specVanish" => Name::Vanish,
        "ins" => Name::Inserted,
        "del" => Name::Deleted,
        "hidden" => Name::Hidden,
        "cellDel" => Name::CellDeleted,
        "strike" => Name::Strike,
        "dstrike" => Name::DoubleStrike,
        "vertAlign" => Name::VerticalAlign,
        "position" => Name::Position,
        "color" => Name::Color,
        "sz" => Name::Size,
        "shd" => Name::Shading,
        "highlight" => Name::Highlight,
        "rStyle" => Name::RunStyle,
        "tblStyle" => Name::TableStyle,
        "object" => Name::Object,
        _ => Name::Other,
    }
}

/// The elements of other namespaces that matter: formulas, objects and pictures.
fn foreign(local: &str) -> Name {
    match local {
        "oMath" => Name::Formula,
        "t" => Name::FormulaText,
        "den" => Name::Denominator,
        "sup" | "sub" => Name::Script,
        "OLEObject" => Name::ObjectLink,
        "blip" | "imagedata" => Name::Picture,
        _ => Name::Other,
    }
}

/// Steps through XML.
pub(super) struct Steps<'x> {
    reader: Reader<&'x [u8]>,
    /// The prefix that stands for Word's namespace.
    prefix: String,
    /// Of each open element: has an alternative in it been taken?
    open: Vec<bool>,
    /// Does the next content only ask to be filled in?
    is_placeholder: bool,
}

impl<'x> Steps<'x> {
    /// Over the XML of a part.
    pub(crate) fn new(xml: &'x str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, prefix: "w".to_owned(), open: Vec::new(), is_placeholder: false }
    }

    /// The next step.
    ///
    /// # Errors
    /// If the XML is not well-formed, or nested too deeply.
    pub(crate) fn next(&mut self) -> Result<Step<'x>, ReadError> {
        loop {
            let event = self.reader.read_event().map_err(|_| broken())?;
            match event {
                Event::Start(start) => {
                    if self.open.is_empty() {
                        self.find_prefix(&start);
                    }
                    if self.is_skipped(&start) {
                        self.reader.read_to_end(start.name()).map_err(|_| broken())?;
                        continue;
                    }
                    if self.open.len() >= MAX_DEPTH {
                        return Err(broken());
                    }
                    self.open.push(false);
                    return Ok(Step::Open(self.opened(&start), start));
                }
                Event::End(end) => {
                    self.open.pop();
                    return Ok(Step::Close(self.name(end.name().as_ref())));
                }
                Event::Text(text) => return Ok(Step::Text(text.xml10_content())),
                Event::CData(text) => return Ok(Step::Text(text.xml10_content())),
                Event::GeneralRef(name) => return Ok(Step::Text(reference(&name).into())),
                // Cut off in the middle.
                Event::Eof if !self.open.is_empty() => return Err(broken()),
                Event::Eof => return Ok(Step::End),
                _ => {}
            }
        }
    }

    /// Passes over the element that has just been opened.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            if let Step::End = self.next()? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The element that begins. In Word 2003 XML what is inserted and deleted is told by an attribute.
    fn opened(&self, start: &BytesStart<'_>) -> Name {
        match (self.name(start.name().as_ref()), split(start.name().as_ref()).1) {
            (Name::Other, "annotation") => match attribute(start, "type").as_deref() {
                Some("Word.Deletion") => Name::Deleted,
                Some("Word.Insertion") => Name::Inserted,
                _ => Name::Other,
            },
            (name, _) => name,
        }
    }

    fn name(&self, qualified: &str) -> Name {
        let (prefix, local) = split(qualified);
        if prefix == self.prefix { name(local) } else { foreign(local) }
    }

    /// Word's prefix is `w` everywhere, but nothing says that it must be.
    fn find_prefix(&mut self, root: &BytesStart<'_>) {
        for attribute in root.attributes().with_checks(false).flatten().take(256) {
            let is_word = attribute.value.ends_with("/wordprocessingml/2006/main")
                || attribute.value.ends_with("/ooxml/wordprocessingml/main")
                || attribute.value.ends_with("/office/word/2003/wordml");
            let (declaration, prefix) = split(attribute.key.as_ref());
            if is_word && declaration == "xmlns" {
                self.prefix = prefix.to_owned();
            } else if is_word && prefix == "xmlns" {
                self.prefix.clear();
            }
        }
    }

    fn is_skipped(&mut self, start: &BytesStart<'_>) -> bool {
        let qualified = start.name();
        let (prefix, local) = split(qualified.as_ref());
        match local {
            // The first choice is as good as any: all say the same.
            "Choice" | "Fallback" => {
                let taken = self.open.last_mut();
                taken.is_some_and(|taken| std::mem::replace(taken, true))
            }
            "showingPlcHdr" => {
                self.is_placeholder = is_on(start);
                false
            }
            "sdtContent" => std::mem::take(&mut self.is_placeholder),
            // Of a change of properties the old ones.
            "annotation" => matches!(
                attribute(start, "type").as_deref(),
                Some("Word.Formatting" | "Word.Numbering" | "Word.Comment")
            ),
            _ => prefix == self.prefix && SKIPPED.contains(&local),
        }
    }
}

/// The error of a part that is no XML.
pub(super) fn broken() -> ReadError {
    ReadError::Broken("docx")
}

/// The number in the attribute `val`.
pub(super) fn number(start: &BytesStart<'_>) -> Option<i64> {
    attribute(start, "val")?.trim().parse().ok()
}

/// Is a switch on? `<w:vanish/>` is, `<w:vanish w:val="0"/>` is not.
pub(super) fn is_on(start: &BytesStart<'_>) -> bool {
    !matches!(attribute(start, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// Where the relations of a package say that the document is.
pub(super) fn main_target(relations: &str) -> Option<String> {
    let mut target = None;
    elements(relations, |_, start| {
        if target.is_none() && attribute(start, "Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
            target = Some(attribute(start, "Target").map(|target| target.trim_start_matches('/').to_owned()));
        }
    });
    target.flatten()
}
