//! From tokens to blocks and tables.

mod shown;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::read::document::MAX_LINES;
use crate::read::document::block::trim;
use crate::read::format::shared::looks::{self, Look};

use super::Piece;
use super::choice::Choice;
use super::style::Styles;
use super::table::{self, Cell, Row};
use super::tags::{attribute, is_block, is_picture, is_unshown, number};
use super::text::Words;
use shown::is_span;

/// Tables in tables deeper than this are no longer told apart.
const MAX_DEPTH: usize = 24;
/// Of more spans in each other than this the inner ones do nothing.
const MAX_SPANS: usize = 64;
/// How many fields all tables of a page may have.
const MAX_ALL_FIELDS: usize = 1 << 21;
/// So many pictures of one paragraph count.
const MAX_PICTURES: usize = 2;
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
    /// Pictures among the words.
    pictures: usize,
}

impl Flow {
    /// Ends the paragraph, if one has begun.
    fn end(&mut self) {
        let text = self.words.take();
        if !text.is_empty() {
            let after_gap = std::mem::take(&mut self.gap);
            self.pieces.push(Piece { fields: vec![text], line: self.line, after_gap, marks: Vec::new() });
        }
        let pictures = std::mem::take(&mut self.pictures).min(MAX_PICTURES);
        self.pieces.extend(std::iter::repeat_n(Piece::picture(self.line), pictures));
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
    /// Is the row that is being read not shown, is the cell?
    is_hidden: (bool, bool),
    /// Have the table, the row and the cell a ground of a colour?
    grounds: (bool, bool, bool),
    /// What stands in the table and in none of its cells; it is shown before it.
    outside: Flow,
}

impl Open {
    fn has_ground(&self) -> bool {
        self.grounds.0 || self.grounds.1 || self.grounds.2
    }
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
    /// What the open elements do to their text, by their names; and how many more there are.
    spans: Vec<(String, Look)>,
    more: usize,
    styles: Styles,
    in_style: bool,
    /// The list in a cell out of which one is chosen.
    choice: Option<Choice>,
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
        if self.in_style {
            self.styles.push(text);
        }
        if let Some(choice) = &mut self.choice {
            return choice.text(text);
        }
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

    fn tag(&mut self, tag: &Tag, line: u64) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if self.choose(tag, line) {
            return TokenSinkResult::Continue;
        }
        if name == "style" {
            self.in_style = tag.kind == StartTag;
            if !self.in_style {
                self.styles.end();
            }
        }
        if tag.kind == StartTag && self.hidden.is_none() && is_picture(tag, &mut self.styles) {
            self.picture();
        }
        match (tag.kind, name) {
            (StartTag, "textarea") if self.hidden.is_none() && self.in_cell() => {
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
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
            None if tag.kind == StartTag && !tag.self_closing && is_unshown(tag, &mut self.styles) => {
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
                let grounds = (self.styles.of(tag).is_ground, false, false);
                self.tables.push(Open { grounds, ..Open::default() });
            }
            "table" => self.deeper += 1,
            "tr" | "thead" | "tbody" | "tfoot" if self.in_table() => {
                self.end_row();
                let style = self.styles.of(tag);
                let is_hidden = style.is_hidden || self.styles.is_hidden(tag);
                if let Some(table) = self.tables.last_mut().filter(|_| name == "tr") {
                    table.row = Some(Row { cells: Vec::new(), line });
                    table.is_hidden.0 = is_hidden;
                    table.grounds.1 = style.is_ground;
                }
            }
            "td" | "th" if self.in_table() => self.start_cell(tag, line),
            "s" | "strike" | "del" => self.struck += 1,
            "sup" | "sub" => self.raised += 1,
            _ if is_span(name) => self.open_span(tag),
            "br" => self.flow().break_line(),
            "input" => self.input(tag, line),
            "pre" => {
                self.flow().end();
                self.in_pre = true;
            }
            _ if is_block(name) => {
                self.raised = 0;
                self.flow().end();
                // A paragraph ends where the next block begins, whether it was closed or not.
                if let Some(at) = self.spans.iter().rposition(|(open, _)| open == "p") {
                    self.spans.truncate(at);
                }
                if matches!(name, "p" | "div") {
                    self.open_span(tag);
                }
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
            _ if is_span(name) => self.close_span(name),
            "pre" => {
                self.in_pre = false;
                self.flow().end();
            }
            "p" => {
                self.flow().break_line();
                self.close_span(name);
            }
            _ if is_block(name) => {
                self.flow().end();
                if name == "div" {
                    self.close_span(name);
                }
            }
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
        let (colspan, rowspan) = (span("colspan").max(1), span("rowspan").max(1));
        let cell = Cell { colspan, rowspan, ..Cell::default() };
        let style = self.styles.of(tag);
        let is_hidden = style.is_hidden || self.styles.is_hidden(tag);
        if let Some(table) = self.tables.last_mut() {
            table.row.get_or_insert_with(|| Row { cells: Vec::new(), line });
            table.cell = Some((cell, Flow::default()));
            table.is_hidden.1 = is_hidden;
            table.grounds.2 = style.is_ground;
            let look = style.look_on(table.has_ground());
            self.spans.push((tag.name.to_string(), look));
        }
    }

    fn end_cell(&mut self) {
        self.end_looks();
        let Some(table) = self.tables.last_mut() else { return };
        let Some((mut cell, mut flow)) = table.cell.take() else { return };
        flow.end();
        cell.pieces = flow.pieces;
        let row = table.row.get_or_insert_default();
        if !table.is_hidden.1 {
            row.cells.push(cell);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.last_mut() {
            let is_shown = !std::mem::take(&mut table.is_hidden.0);
            table.rows.extend(table.row.take().filter(|row| is_shown && !row.cells.is_empty()));
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
