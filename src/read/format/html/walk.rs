//! From tokens to blocks and tables.

use std::cell::RefCell;

use html5ever::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::Piece;
use super::table::{self, Cell, Row};
use super::text::Words;
use crate::read::block::trim;
use crate::read::document::MAX_LINES;
use crate::read::format::looks::{self, Look};

/// Tables in tables deeper than this are no longer told apart.
const MAX_DEPTH: usize = 24;
/// Of more spans in each other than this the inner ones do nothing.
const MAX_SPANS: usize = 64;
/// How many fields all tables of a page may have.
const MAX_ALL_FIELDS: usize = 1 << 21;
/// How many characters go through at once.
const CHUNK: usize = 1 << 16;

/// The lines of a page; `None` if there are too many.
pub(super) fn walk(text: &str) -> Option<Vec<Piece>> {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Walk::new())), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = text;
    while !rest.is_empty() {
        let cut = (CHUNK..rest.len()).find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
        let (chunk, after) = rest.split_at_checked(cut)?;
        rest = after;
        queue.push_back(StrTendril::from_slice(chunk));
        let _ = tokenizer.feed(&queue);
        if tokenizer.sink.0.borrow().is_full {
            return None;
        }
    }
    tokenizer.end();
    tokenizer.sink.0.take().finish()
}

struct Sink(RefCell<Walk>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut walk = self.0.borrow_mut();
        if walk.is_full {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(text) => walk.text(&text, line),
            Token::TagToken(tag) => return walk.tag(&tag, line),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Paragraphs in order, and the one that is being read.
#[derive(Default)]
struct Flow {
    pieces: Vec<Piece>,
    words: Words,
    line: u64,
    gap: bool,
}

impl Flow {
    /// Ends the paragraph, if one has begun.
    fn end(&mut self) {
        let text = self.words.take();
        if text.is_empty() {
            return;
        }
        let after_gap = std::mem::take(&mut self.gap);
        self.pieces.push(Piece { fields: vec![text], line: self.line, after_gap, marks: Vec::new() });
    }

    /// Ends the paragraph; an empty one is a gap.
    fn break_line(&mut self) {
        self.gap |= self.words.len() == 0;
        self.end();
    }
}

/// A table that is not closed yet.
#[derive(Default)]
struct Open {
    rows: Vec<Row>,
    row: Option<Row>,
    cell: Option<(Cell, Flow)>,
    /// What stands in the table and in none of its cells; it is shown before it.
    outside: Flow,
}

#[derive(Default)]
struct Walk {
    page: Flow,
    tables: Vec<Open>,
    /// Tables that are nested too deeply to be opened.
    deeper: usize,
    /// The element that is not shown, and how many of its name are open inside.
    hidden: Option<(String, usize)>,
    in_pre: bool,
    /// How many elements are open that strike their text out, and that raise it.
    struck: usize,
    raised: usize,
    /// What the open spans do.
    spans: Vec<Look>,
    budget: usize,
    is_full: bool,
}

impl Walk {
    fn new() -> Self {
        Self { budget: MAX_ALL_FIELDS, ..Self::default() }
    }

    fn flow(&mut self) -> &mut Flow {
        match self.tables.last_mut() {
            None => &mut self.page,
            Some(Open { cell: Some((_, flow)), .. }) => flow,
            Some(open) => &mut open.outside,
        }
    }

    fn text(&mut self, text: &str, line: u64) {
        if self.hidden.is_some() {
            return;
        }
        if !self.in_pre {
            return self.words(text, line);
        }
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                self.flow().end();
            }
            self.words(part, line);
        }
    }

    fn words(&mut self, text: &str, line: u64) {
        let look = self.look();
        let flow = self.flow();
        if flow.words.len() == 0 {
            flow.line = line;
        }
        if look == Look::Plain || trim(text).is_empty() {
            flow.words.push(text);
            return;
        }
        // White space stays outside of the marks: it runs together with what is around.
        let bare = text.trim();
        let at = text.len() - text.trim_start().len();
        let mut marked = String::new();
        looks::push(&mut marked, look, &bare.replace(['\n', '\r', '\t'], " "));
        flow.words.push(text.get(..at).unwrap_or_default());
        flow.words.push(&marked);
        flow.words.push(text.get(at + bare.len()..).unwrap_or_default());
    }

    /// How text looks here.
    fn look(&self) -> Look {
        let is = |look: Look| self.spans.contains(&look);
        if self.struck > 0 || is(Look::Struck) {
            Look::Struck
        } else if self.raised > 0 || is(Look::Raised) {
            Look::Raised
        } else {
            Look::Plain
        }
    }

    /// Looks do not go from one cell to the next, whether their elements were closed or not.
    fn end_looks(&mut self) {
        (self.struck, self.raised) = (0, 0);
        self.spans.clear();
    }

    fn tag(&mut self, tag: &Tag, line: u64) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match (tag.kind, name) {
            (StartTag, "script" | "style" | "title" | "textarea" | "iframe" | "noframes" | "noscript" | "xmp") => {
                return self.raw(tag);
            }
            _ if self.is_hidden(tag) => {}
            (StartTag, _) => self.start(tag, line),
            (EndTag, _) => self.end_tag(name),
        }
        self.is_full |= self.page.pieces.len() > MAX_LINES;
        TokenSinkResult::Continue
    }

    /// What is in these elements is not markup, and nothing of it is shown.
    fn raw(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        if self.hidden.is_none() {
            self.hidden = Some((tag.name.to_string(), 1));
        }
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::RawData(RawKind::Rawtext),
        }
    }

    /// Is a tag inside of what is not shown, or does it open or close that?
    fn is_hidden(&mut self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        match &mut self.hidden {
            Some((hidden, open)) => {
                // A paragraph ends where the next block begins, whether it was closed or not.
                if hidden == "p" && tag.kind == StartTag && is_block(name) {
                    self.hidden = None;
                    return self.is_hidden(tag);
                }
                if hidden == name && !tag.self_closing {
                    *open = if tag.kind == StartTag { *open + 1 } else { *open - 1 };
                }
                if *open == 0 {
                    self.hidden = None;
                }
                true
            }
            None if tag.kind == StartTag && !tag.self_closing && is_unshown(tag) => {
                self.hidden = Some((name.to_owned(), 1));
                true
            }
            None => false,
        }
    }

    fn start(&mut self, tag: &Tag, line: u64) {
        let name: &str = &tag.name;
        match name {
            "table" if self.tables.len() < MAX_DEPTH => {
                self.flow().end();
                self.tables.push(Open::default());
            }
            "table" => self.deeper += 1,
            "tr" | "thead" | "tbody" | "tfoot" if self.in_table() => {
                self.end_row();
                if let Some(table) = self.tables.last_mut().filter(|_| name == "tr") {
                    table.row = Some(Row { cells: Vec::new(), line });
                }
            }
            "td" | "th" if self.in_table() => self.start_cell(tag, line),
            "s" | "strike" | "del" => self.struck += 1,
            "sup" | "sub" => self.raised += 1,
            "span" if self.spans.len() < MAX_SPANS => self.spans.push(look_of(tag)),
            "br" => self.flow().break_line(),
            "input" => self.input(tag, line),
            "pre" => {
                self.flow().end();
                self.in_pre = true;
            }
            _ if is_block(name) => {
                self.raised = 0;
                self.flow().end();
            }
            _ => {}
        }
    }

    fn end_tag(&mut self, name: &str) {
        match name {
            "table" if self.deeper > 0 => self.deeper -= 1,
            "table" => self.end_table(),
            "tr" | "thead" | "tbody" | "tfoot" if self.in_table() => self.end_row(),
            "td" | "th" if self.in_table() => self.end_cell(),
            "s" | "strike" | "del" => self.struck = self.struck.saturating_sub(1),
            "sup" | "sub" => self.raised = self.raised.saturating_sub(1),
            "span" => drop(self.spans.pop()),
            "pre" => {
                self.in_pre = false;
                self.flow().end();
            }
            "p" => self.flow().break_line(),
            _ if is_block(name) => self.flow().end(),
            _ => {}
        }
    }

    fn in_table(&self) -> bool {
        !self.tables.is_empty() && self.deeper == 0
    }

    /// A field that was left to be filled in, with what was filled in.
    fn input(&mut self, tag: &Tag, line: u64) {
        let kind = attribute(&tag.attrs, "type").unwrap_or("text");
        if let Some(value) = attribute(&tag.attrs, "value").filter(|_| matches!(kind, "text" | "number")) {
            self.words(value, line);
        }
    }

    fn start_cell(&mut self, tag: &Tag, line: u64) {
        self.end_cell();
        self.end_looks();
        let span = |name| attribute(&tag.attrs, name).map_or(1, number);
        let cell = Cell { colspan: span("colspan").max(1), rowspan: span("rowspan").max(1), pieces: Vec::new() };
        if let Some(table) = self.tables.last_mut() {
            table.row.get_or_insert_with(|| Row { cells: Vec::new(), line });
            table.cell = Some((cell, Flow::default()));
        }
    }

    fn end_cell(&mut self) {
        self.end_looks();
        let Some(table) = self.tables.last_mut() else { return };
        let Some((mut cell, mut flow)) = table.cell.take() else { return };
        flow.end();
        cell.pieces = flow.pieces;
        table.row.get_or_insert_default().cells.push(cell);
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.last_mut() {
            table.rows.extend(table.row.take().filter(|row| !row.cells.is_empty()));
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        let Some(mut table) = self.tables.pop() else { return };
        table.outside.end();
        let lines = table::lines(table.rows, &mut self.budget);
        self.is_full |= lines.is_none();
        let flow = self.flow();
        flow.pieces.append(&mut table.outside.pieces);
        flow.pieces.append(&mut lines.unwrap_or_default());
        flow.gap = true;
    }

    fn finish(mut self) -> Option<Vec<Piece>> {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.page.end();
        (!self.is_full).then_some(self.page.pieces)
    }
}

/// The number at the beginning of an attribute; what no table can have counts as the largest number.
fn number(text: &str) -> usize {
    let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { 1 } else { digits.parse().unwrap_or(usize::MAX) }
}

fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// What the style of a span does to its text.
fn look_of(tag: &Tag) -> Look {
    let style = attribute(&tag.attrs, "style").unwrap_or_default();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).take(4096).collect();
    let style = style.to_ascii_lowercase();
    if style.contains("text-decoration") && style.contains("line-through") {
        Look::Struck
    } else if style.contains("vertical-align:super") || style.contains("vertical-align:sub") {
        Look::Raised
    } else {
        Look::Plain
    }
}

/// Elements whose content is not shown, by their nature or by their style.
fn is_unshown(tag: &Tag) -> bool {
    match &*tag.name {
        "template" | "select" | "svg" | "math" | "object" | "audio" | "video" | "canvas" | "xml" => true,
        // The cells of a hidden row must not be looked for one by one, and these have no end tag.
        "br" | "img" | "input" | "hr" | "link" | "meta" | "col" | "html" | "body" | "tr" | "td" | "th" => false,
        _ => {
            let style = attribute(&tag.attrs, "style").unwrap_or_default();
            let style: String = style.chars().filter(|c| !c.is_whitespace()).take(4096).collect();
            attribute(&tag.attrs, "hidden").is_some() || style.to_ascii_lowercase().contains("display:none")
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
