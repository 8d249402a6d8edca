//! From tokens to blocks and tables.

mod flow;
mod shown;
mod tables;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::read::document::MAX_LINES;
use crate::read::document::block::trim;
use crate::read::document::error::ReadError;
use crate::read::format::shared::looks::{self, Look};

use super::choice::Choice;
use super::piece::Piece;
use super::style::Styles;
use super::table::Row;
use super::tags::{attribute, is_block, is_picture, is_unshown};
use flow::{Flow, Open};
use shown::is_span;

/// Tables in tables deeper than this are no longer told apart.
const MAX_DEPTH: usize = 24;
/// Of more spans in each other than this the inner ones do nothing.
const MAX_SPANS: usize = 64;
/// How many fields all tables of a page may have.
const MAX_ALL_FIELDS: usize = 1 << 21;
/// How many characters go through at once.
const CHUNK: usize = 1 << 16;

/// The lines of a page, or of a table that stands in a text of another kind.
pub(in crate::read::format) fn pieces(text: &str) -> Result<Vec<Piece>, ReadError> {
    let mut pieces = walk(text).ok_or(ReadError::TooLarge)?;
    for piece in &mut pieces {
        piece.settle_looks();
    }
    // What is struck out as a whole is gone.
    pieces.retain(|piece| piece.fields != [""]);
    Ok(pieces)
}

/// The lines of a page; `None` if there are too many.
fn walk(text: &str) -> Option<Vec<Piece>> {
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

    /// A field that was left to be filled in, with what was filled in.
    fn input(&mut self, tag: &Tag, line: u64) {
        let kind = attribute(&tag.attrs, "type").unwrap_or("text");
        if let Some(value) = attribute(&tag.attrs, "value").filter(|_| matches!(kind, "text" | "number")) {
            self.words(value, line);
        }
    }

    fn finish(mut self) -> Option<Vec<Piece>> {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.page.end();
        (!self.is_full).then_some(self.page.pieces)
    }
}
