//! Rich text (`rtf`), often under the name `doc`.
//!
//! Owns: what of it a reader sees. Tracked changes are taken as accepted; hidden text, headers, footers, notes and the
//! instructions of fields are not read; the numbers of lists are read as they were written down.

mod flow;
mod tokens;
mod vocabulary;

use std::collections::HashMap;

use encoding_rs::{Encoding, GBK};

use crate::read::document::Document;
use crate::read::document::error::ReadError;

use super::shared::looks::Look;
use super::shared::story::{self, StoryPart};
use flow::{Definition, Flow};
use tokens::{Token, Tokens};
use vocabulary::{READ, SKIPPED, charset, code_page};

/// Groups nested deeper than this are no document.
const MAX_DEPTH: usize = 1024;
/// More fonts than this are not looked at.
const MAX_FONTS: usize = 4096;
/// Text that is moved by so many half-points is raised; less only makes it stand nicely.
const LIFTED: i32 = 4;

/// What holds until the end of a group.
#[derive(Debug, Clone, Copy)]
struct State {
    skipped: bool,
    /// In the table of fonts: the font that is described.
    in_fonts: bool,
    /// Does a text box end with the group?
    is_box: bool,
    hidden: bool,
    deleted: bool,
    struck: bool,
    raised: bool,
    lifted: bool,
    in_table: bool,
    depth: Option<usize>,
    /// How many characters stand for one that programs may not know.
    fallback: usize,
    font: i32,
}

impl State {
    fn look(&self) -> Look {
        match self {
            Self { struck: true, .. } => Look::Struck,
            Self { raised: true, .. } => Look::Raised,
            Self { lifted: true, .. } => Look::Lifted,
            _ => Look::Plain,
        }
    }

    fn depth(&self) -> usize {
        self.depth.unwrap_or(usize::from(self.in_table))
    }
}

/// Its lines.
///
/// # Errors
/// If it is larger than any report, or nested too deeply.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut reader = Reader::new();
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        if let Token::Word("bin", count) = token {
            tokens.pass(count.and_then(|count| usize::try_from(count).ok()).unwrap_or(0));
            continue;
        }
        reader.take(&token)?;
    }
    // Cut off in the middle.
    if !reader.groups.is_empty() {
        return Err(ReadError::Broken("rtf"));
    }
    story::lines("rtf", &reader.finish())
}

struct Reader {
    flow: Flow,
    /// The texts around the text box that is read.
    around: Vec<Flow>,
    state: State,
    groups: Vec<State>,
    /// Has a group just begun, and with a star?
    begins: bool,
    starred: bool,
    definition: Definition,
    fonts: HashMap<i32, &'static Encoding>,
    page: &'static Encoding,
    /// Bytes and UTF-16 units that are not decoded yet.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// Characters that only stand for one that has been read.
    to_skip: usize,
}

impl Reader {
    fn new() -> Self {
        let state = State {
            skipped: false,
            in_fonts: false,
            is_box: false,
            hidden: false,
            deleted: false,
            struck: false,
            raised: false,
            lifted: false,
            in_table: false,
            depth: None,
            fallback: 1,
            font: 0,
        };
        Self {
            flow: Flow::default(),
            around: Vec::new(),
            state,
            groups: Vec::new(),
            begins: false,
            starred: false,
            definition: Definition::default(),
            fonts: HashMap::new(),
            page: GBK,
            bytes: Vec::new(),
            units: Vec::new(),
            to_skip: 0,
        }
    }

    fn finish(mut self) -> Vec<StoryPart> {
        self.flush();
        while let Some(around) = self.around.pop() {
            let inner = std::mem::replace(&mut self.flow, around);
            inner.finish().into_iter().for_each(|part| self.flow.other(part));
        }
        self.flow.finish()
    }

    fn take(&mut self, token: &Token<'_>) -> Result<(), ReadError> {
        let begins = std::mem::take(&mut self.begins);
        match *token {
            Token::Open => {
                self.flush();
                if self.groups.len() >= MAX_DEPTH {
                    return Err(ReadError::Broken("rtf"));
                }
                self.groups.push(self.state);
                self.state.is_box = false;
                (self.begins, self.starred, self.to_skip) = (true, false, 0);
            }
            Token::Close => self.close(),
            Token::Sign(b'*') if begins => (self.begins, self.starred) = (true, true),
            Token::Sign(sign) => self.sign(sign)?,
            Token::Word(name, number) => {
                if begins {
                    self.begin(name);
                }
                if name == "u" {
                    self.unit(number.unwrap_or(0));
                } else {
                    self.to_skip = 0;
                    self.word(name, number)?;
                }
            }
            Token::Byte(_) if self.to_skip > 0 => self.to_skip -= 1,
            Token::Byte(byte) if self.is_read() => {
                self.flush_units();
                self.bytes.push(byte);
            }
            Token::Byte(_) => {}
        }
        Ok(())
    }

    fn is_read(&self) -> bool {
        !self.state.skipped && !self.state.in_fonts && !self.state.hidden && !self.state.deleted
    }

    /// The first word of a group says what is in it.
    fn begin(&mut self, name: &str) {
        let is_unknown = self.starred && !READ.contains(&name);
        match name {
            "fonttbl" => self.state.in_fonts = true,
            "pict" if !self.state.skipped => {
                self.flow.other(StoryPart::Picture(None));
                self.state.skipped = true;
            }
            "shptxt" if !self.state.skipped => {
                self.state.is_box = true;
                (self.state.in_table, self.state.depth) = (false, None);
                self.around.push(std::mem::take(&mut self.flow));
            }
            _ => self.state.skipped |= is_unknown || SKIPPED.contains(&name),
        }
        self.starred = false;
    }

    fn close(&mut self) {
        self.flush();
        self.to_skip = 0;
        if self.state.is_box
            && let Some(around) = self.around.pop()
        {
            let inner = std::mem::replace(&mut self.flow, around);
            inner.finish().into_iter().for_each(|part| self.flow.other(part));
        }
        if let Some(state) = self.groups.pop() {
            self.state = state;
        }
    }

    fn sign(&mut self, sign: u8) -> Result<(), ReadError> {
        match sign {
            b'~' => self.text(" "),
            b'_' => self.text("-"),
            b'{' | b'}' | b'\\' if self.is_read() => {
                self.flush_units();
                self.bytes.push(sign);
            }
            b'\r' | b'\n' => self.word("par", None)?,
            _ => {}
        }
        Ok(())
    }

    fn unit(&mut self, number: i32) {
        self.to_skip = self.state.fallback;
        if self.is_read() {
            self.flush_bytes();
            // Numbers above 32767 are written as negative ones.
            self.units.push(u16::try_from(number & 0xFFFF).unwrap_or(0));
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), ReadError> {
        if self.state.in_fonts {
            self.font(name, number);
            return Ok(());
        }
        self.flush();
        let is_on = number != Some(0);
        if self.properties(name, number, is_on) || self.state.skipped {
            return Ok(());
        }
        let is_shown = self.is_read();
        match name {
            "par" | "sect" | "page" if is_shown => self.flow.paragraph(self.state.depth())?,
            "cell" => self.flow.cell(1)?,
            "nestcell" => self.flow.cell(self.state.depth().max(2))?,
            "row" => self.flow.row(1, &self.definition),
            "nestrow" => self.flow.row(self.state.depth().max(2), &self.definition),
            "line" => self.text("\n"),
            "tab" => self.text("\t"),
            "emdash" => self.text("—"),
            "endash" => self.text("–"),
            "lquote" => self.text("‘"),
            "rquote" => self.text("’"),
            "ldblquote" => self.text("“"),
            "rdblquote" => self.text("”"),
            "bullet" => self.text("•"),
            "emspace" | "enspace" | "qmspace" => self.text(" "),
            _ => {}
        }
        Ok(())
    }

    /// Words that only change how what follows is taken.
    fn properties(&mut self, name: &str, number: Option<i32>, is_on: bool) -> bool {
        let state = &mut self.state;
        match name {
            "ansicpg" => self.page = code_page(number.unwrap_or(0)).unwrap_or(self.page),
            "uc" => state.fallback = number.and_then(|count| usize::try_from(count).ok()).unwrap_or(1).min(8),
            "f" | "af" => state.font = number.unwrap_or(0),
            "v" => state.hidden = is_on,
            "deleted" => state.deleted = is_on,
            "strike" | "striked" => state.struck = is_on,
            "super" | "sub" => state.raised = is_on,
            "nosupersub" => state.raised = false,
            "up" | "dn" => state.lifted = number.unwrap_or(6) >= LIFTED,
            "plain" => {
                (state.hidden, state.deleted, state.struck, state.raised, state.lifted) =
                    (false, false, false, false, false);
            }
            "pard" => (state.in_table, state.depth) = (false, None),
            "intbl" => state.in_table = true,
            "itap" => state.depth = number.and_then(|depth| usize::try_from(depth).ok()),
            "trowd" => self.definition = Definition::default(),
            "trleft" => self.definition.left = number.unwrap_or(0),
            "clvmrg" | "clmrg" => self.definition.next_goes_on = true,
            "cellx" => self.definition.end_cell(number.unwrap_or(0)),
            _ => return false,
        }
        true
    }

    /// A word in the table of fonts.
    fn font(&mut self, name: &str, number: Option<i32>) {
        match (name, number) {
            ("f", Some(font)) => self.state.font = font,
            ("fcharset", Some(set)) if self.fonts.len() < MAX_FONTS => {
                if let Some(encoding) = charset(set) {
                    self.fonts.insert(self.state.font, encoding);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.flush();
        if self.is_read() {
            self.flow.add(self.state.look(), text);
        }
    }

    fn flush(&mut self) {
        self.flush_bytes();
        self.flush_units();
    }

    /// Bytes are in the encoding of their font, or in that of the document.
    fn flush_bytes(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let encoding = self.fonts.get(&self.state.font).copied().unwrap_or(self.page);
        let bytes = std::mem::take(&mut self.bytes);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.flow.add(self.state.look(), &text);
    }

    fn flush_units(&mut self) {
        if self.units.is_empty() {
            return;
        }
        let text = String::from_utf16_lossy(&std::mem::take(&mut self.units));
        self.flow.add(self.state.look(), &text);
    }
}

#[cfg(test)]
pub(in crate::read) mod tests;
