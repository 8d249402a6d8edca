//! Which values belong to which label.

use crate::read::document::block::Block;
use crate::read::spelling::normalise::{is_written_blank, number, spelled};
use crate::report::{Number, Value};

use super::align::{Aligned, Owner, tokens_of};
use super::stream::{Kind, Stream, Token};

/// What stands at one place of a row.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) enum Content {
    Number(Number),
    /// Something that is not a number.
    Raw,
    Blank,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct Item {
    pub(crate) content: Content,
    pub(crate) text: String,
    /// Position of its block.
    pub(crate) block: usize,
    /// Position of its field in the block.
    pub(crate) field: usize,
}

impl Item {
    /// Not blank?
    pub(crate) fn is_filled(&self) -> bool {
        self.content != Content::Blank
    }

    /// As a cell's value.
    pub(crate) fn value(&self) -> Value<'_> {
        match self.content {
            Content::Number(number) => Value::Number(number),
            Content::Raw => Value::Raw(&self.text),
            Content::Blank => Value::Blank,
        }
    }
}

/// A label with the values that follow it.
#[derive(Debug, Clone)]
pub(in crate::read) struct Slot {
    pub(crate) owner: Owner,
    pub(crate) items: Vec<Item>,
    /// Where the label ends: block and field.
    pub(crate) label: (usize, usize),
    /// Words have come after the values: what follows belongs to nothing.
    closed: bool,
    /// Values have been moved to it or from it.
    pub(crate) is_moved: bool,
    /// They stood behind another row's label.
    pub(crate) is_shifted: bool,
}

impl Slot {
    /// How many values there are.
    pub(crate) fn filled(&self) -> usize {
        self.items.iter().filter(|item| item.is_filled()).count()
    }
}

/// The slots of a table, and the texts in it that belong to nothing.
pub(in crate::read) struct Slots<'a> {
    /// Values between the header and the first row's label.
    pub(crate) lead: Slot,
    pub(crate) slots: Vec<Slot>,
    pub(crate) strays: Vec<Token<'a>>,
}

/// Words after a row's values that are longer than this are no longer part of the table.
const LONG: usize = 15;

/// Gives every value to a label: to the one it stands in, or else to the last one before it.
pub(in crate::read) fn assign<'a>(aligned: &Aligned, stream: &Stream<'a>, blocks: &[Block<'_>]) -> Slots<'a> {
    let mut slots: Vec<Slot> = aligned
        .spans
        .iter()
        .map(|span| {
            let label = tokens_of(stream, *span).last().map_or((0, 0), |token| (token.block, token.field));
            Slot { owner: span.owner, items: Vec::new(), label, closed: false, is_moved: false, is_shifted: false }
        })
        .collect();
    let mut lead = Slot {
        owner: Owner::Foreign,
        items: Vec::new(),
        label: (0, 0),
        closed: false,
        is_moved: false,
        is_shifted: false,
    };
    let mut strays = Vec::new();
    let mut reached = 0;
    // Of the block at hand: where its last label stands, before which blanks are merged label cells.
    let mut block_label: Option<(usize, usize)> = None;
    for (position, token) in stream.tokens.iter().enumerate() {
        // A value belongs to the label that began before it; words may begin a label themselves.
        let until = if token.kind == Kind::Text { token.end } else { token.start };
        while aligned.spans.get(reached).is_some_and(|span| span.start < until) {
            reached += 1;
        }
        if block_label.is_none_or(|(block, _)| block != token.block) {
            block_label = Some((token.block, last_label(aligned, stream, position)));
        }
        let Some(slot) = reached.checked_sub(1).and_then(|at| slots.get_mut(at)) else {
            match token.kind {
                Kind::Number => lead.add(token, number(token.text).map_or(Content::Raw, Content::Number)),
                Kind::Mark => lead.add(token, Content::Raw),
                Kind::Text => lead.items.clear(),
                Kind::Blank => {}
            }
            continue;
        };
        let after_labels = block_label.is_none_or(|(_, label)| position > label);
        match token.kind {
            Kind::Blank if after_labels => slot.add_blank(token, blocks),
            Kind::Blank => {}
            Kind::Number => slot.add(token, number(token.text).map_or(Content::Raw, Content::Number)),
            Kind::Mark => slot.add(token, Content::Raw),
            Kind::Text if !aligned.is_uncovered(token) => slot.go_on(token),
            Kind::Text => slot.add_words(token, blocks, &mut strays),
        }
    }
    Slots { lead, slots, strays }
}

/// The last token of a block, from `first` on, that is part of a label; 0 where there is none.
fn last_label(aligned: &Aligned, stream: &Stream<'_>, first: usize) -> usize {
    let Some(block) = stream.tokens.get(first).map(|token| token.block) else { return 0 };
    let tokens = stream.tokens.iter().enumerate().skip(first).take_while(|(_, token)| token.block == block);
    let label = tokens.filter(|(_, token)| token.kind == Kind::Text && !aligned.is_uncovered(token)).last();
    label.map_or(0, |(position, _)| position)
}

impl Slot {
    /// More of the label, or headings below it: blanks before them were merged label cells.
    fn go_on(&mut self, token: &Token<'_>) {
        if self.filled() == 0 {
            self.items.clear();
            self.label = (token.block, token.field);
        }
    }

    fn add(&mut self, token: &Token<'_>, content: Content) {
        if !self.closed {
            self.items.push(Item { content, text: token.text.to_owned(), block: token.block, field: token.field });
        }
    }

    /// A blank field counts on the line of the label or of the values; a blank line counts as a cell as long as
    /// no empty line has ended the row.
    fn add_blank(&mut self, token: &Token<'_>, blocks: &[Block<'_>]) {
        let last = self.items.last().map_or(self.label.0, |item| item.block);
        let between = blocks.get(last + 1..=token.block).unwrap_or_default();
        let is_row = |at: usize| blocks.get(at).is_some_and(Block::is_row);
        let goes_on = if is_row(last) { between.is_empty() } else { !between.iter().any(|block| block.after_gap) };
        // A row may have its values on a line of their own, below the label; so may a row of blanks, right below it.
        let blanks = between.len() == 1 && between.iter().all(|block| block.fields.len() > 1);
        if blanks && self.items.iter().all(|item| !item.is_filled() && item.block == self.label.0) {
            // What is blank behind the label is the end of its line.
            self.items.clear();
        }
        let fresh = self.items.iter().all(|item| item.block == token.block);
        if goes_on || fresh && (is_row(token.block) || blanks) {
            self.add(token, Content::Blank);
        }
    }

    /// Words among the values: a value that is not a number, or a stray text.
    fn add_words<'a>(&mut self, token: &Token<'a>, blocks: &[Block<'_>], strays: &mut Vec<Token<'a>>) {
        let in_row = blocks.get(token.block).is_some_and(Block::is_row);
        let behind = token.block == self.label.0 && token.field > self.label.1;
        if in_row && (behind || self.items.last().is_some_and(|item| item.block == token.block)) {
            let content = match spelled(token.text) {
                _ if is_written_blank(token.text) => Content::Blank,
                Some(number) => Content::Number(number),
                None => Content::Raw,
            };
            return self.add(token, content);
        }
        if let Some(last) = self.items.last_mut().filter(|item| !in_row && item.block == token.block) {
            last.content = Content::Raw;
            last.text = format!("{} {}", last.text, token.text);
            return;
        }
        if token.start == token.end {
            // A bracket that a line break has cut off.
            return;
        }
        if looks_like_value(token.text) {
            return self.add(token, Content::Raw);
        }
        strays.push(*token);
        // Another row with a label that nobody knows, or a sentence: its numbers are not this row's.
        if token.text.chars().count() >= LONG || in_row && self.filled() > 0 {
            self.closed = true;
        }
    }
}

/// `251000元`, `+1036`, `减3`, `无`, `22（其中修订16件）`: short, and about a number or the lack of one.
fn looks_like_value(text: &str) -> bool {
    let first = text.chars().find(|c| !c.is_whitespace());
    Value::Raw(text).is_blank_mark()
        || text.chars().count() < 30 && first.is_some_and(|c| c.is_numeric() && !c.is_alphabetic() || "+-.".contains(c))
        || text.chars().count() <= 8 && text.contains(char::is_numeric)
}
