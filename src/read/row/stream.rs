//! A stretch of blocks as one text and the values that stand in it.
//!
//! Labels are wrapped over lines and cells in every thinkable way; joined into one text without spaces they are
//! whole again. A value remembers at which character of that text it stands: after, inside or before a label.

use crate::read::document::block::{Block, trim};
use crate::read::spelling::normalise::{
    is_closing, is_mark, is_opening, is_word_for_nothing, is_written_number, key, number,
};

/// What a token is, as far as it shows by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Kind {
    /// Words: part of a label, or anything else.
    Text,
    Number,
    /// A value that is no number: a mark for "nothing" (`/`, `—`), or a number with words or a sign (`30件`, `+5`).
    Mark,
    Blank,
}

/// A piece of a block.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    /// Position of its block in the document.
    pub(crate) block: usize,
    /// Position of its field in the block.
    pub(crate) field: usize,
    /// Where its characters begin in [`Stream::chars`]; for a value, before which character it stands.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The blocks' texts, normalised and joined, and their tokens in order.
#[derive(Default)]
pub(in crate::read) struct Stream<'a> {
    pub(crate) chars: Vec<char>,
    pub(crate) tokens: Vec<Token<'a>>,
}

impl<'a> Stream<'a> {
    /// Adds a block's tokens, with or without the number that a table's rows have before their labels.
    pub(crate) fn push(&mut self, position: usize, block: &Block<'a>, numbered: bool) {
        if block.is_row() {
            self.push_row(position, block, numbered && serial(block).is_some());
        } else {
            self.push_line(position, block);
        }
    }

    /// A table row: a field is one token, except that numbers may stand behind a label.
    fn push_row(&mut self, position: usize, block: &Block<'a>, numbered: bool) {
        let mut leading = true;
        let starts_with_value = !numbered && block.filled().next().is_some_and(is_value);
        let serial = block.fields.iter().position(|field| !field.is_empty()).filter(|_| numbered);
        for (field, &text) in block.fields.iter().enumerate() {
            let text = if serial == Some(field) { "" } else { text };
            if text.is_empty() {
                // Blank fields before a label are merged label cells of the rows above.
                if !leading || starts_with_value {
                    self.add(Kind::Blank, text, position, field);
                }
                continue;
            }
            leading = false;
            let (label, values) = split_values(text);
            self.add_piece(label, position, field);
            for value in values {
                self.add_piece(value, position, field);
            }
        }
    }

    /// A line of text, or a cell on its own line.
    fn push_line(&mut self, position: usize, block: &Block<'a>) {
        let Some(first) = block.fields.iter().position(|field| !field.is_empty()) else {
            for field in 0..block.fields.len() {
                self.add(Kind::Blank, "", position, field);
            }
            return;
        };
        let text = block.fields.get(first).copied().unwrap_or_default();
        let mut pieces = pieces(text).into_iter().peekable();
        let (mut at_start, mut after_value) = (true, false);
        while let Some(piece) = pieces.next() {
            // `无` among the values is one of them; before them it may be part of a wrapped label.
            if after_value && is_word_for_nothing(piece) {
                self.add(Kind::Mark, piece, position, first);
                continue;
            }
            after_value = is_value(piece);
            // `1 属于国家秘密`: an ordinal that has lost its point.
            let ordinal = at_start && piece.len() == 1 && pieces.peek().is_some_and(|next| !is_value(next));
            at_start = false;
            if ordinal {
                self.add(Kind::Text, piece, position, first);
                continue;
            }
            for part in cut(piece) {
                let (label, value) = peel(part);
                self.add_piece(label, position, first);
                self.add_piece(value, position, first);
            }
        }
        for field in first + 1..block.fields.len() {
            self.add(Kind::Blank, "", position, field);
        }
    }

    fn add_piece(&mut self, text: &'a str, block: usize, field: usize) {
        if text.is_empty() {
            return;
        }
        let kind = match text {
            _ if number(text).is_some() => Kind::Number,
            _ if is_mark(text) || is_written_number(text) => Kind::Mark,
            _ => Kind::Text,
        };
        self.add(kind, text, block, field);
    }

    fn add(&mut self, kind: Kind, text: &'a str, block: usize, field: usize) {
        let start = self.chars.len();
        if kind == Kind::Text {
            self.chars.extend(key(text));
        }
        self.tokens.push(Token { kind, text, block, field, start, end: self.chars.len() });
    }
}

/// The number before the label of a table row.
pub(in crate::read) fn serial(block: &Block<'_>) -> Option<u32> {
    let mut filled = block.filled();
    let number = filled.next()?.parse().ok()?;
    filled.next().is_some_and(|label| !is_value(label)).then_some(number)
}

fn is_value(text: &str) -> bool {
    number(text).is_some() || is_mark(text) || is_written_number(text)
}

/// A line's pieces between spaces; a bracket behind a number is one with it: `22（其中修订 16 件）`.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let mut end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let piece = rest.get(..end).unwrap_or(rest);
        let opens = piece.starts_with(|c: char| c.is_ascii_digit()) && piece.contains(is_opening);
        if opens && !piece.contains(is_closing) {
            let close = rest.char_indices().take(60).find(|(_, c)| is_closing(*c));
            end = close.map_or(end, |(at, c)| at + c.len_utf8());
        }
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(trim(piece));
        rest = after.trim_start();
    }
    pieces
}

/// Pieces longer than this may be whole rows without a gap between them.
const GLUED: usize = 30;
/// A row of numbers without a gap between them has at least so many digits.
const GLUED_DIGITS: usize = 7;

/// A piece in which several rows stand without a gap is cut behind the numbers of each:
/// `…数量1000001二、…数量0000000`, `…1.国家秘密00000002.其他…`.
fn cut(piece: &str) -> Vec<&str> {
    if piece.chars().take(GLUED + 1).count() <= GLUED {
        return vec![piece];
    }
    let mut parts = Vec::new();
    let (mut from, mut digits) = (0, 0);
    for (at, c) in piece.char_indices() {
        if c.is_ascii_digit() {
            digits += 1;
            continue;
        }
        // The last digit before a point is the ordinal of the next label.
        let ordinal = usize::from(matches!(c, '.' | '．' | '、'));
        if digits >= GLUED_DIGITS + ordinal
            && let Some(part) = piece.get(from..at - ordinal)
        {
            parts.push(part);
            from = at - ordinal;
        }
        digits = 0;
    }
    parts.extend(piece.get(from..).filter(|rest| !rest.is_empty()));
    parts
}

/// A field's label and the numbers behind it: `（二）部分公开 4 0 0`, `行政许可0`.
fn split_values(text: &str) -> (&str, impl Iterator<Item = &str>) {
    let mut label = text;
    if !text.split_whitespace().next().is_some_and(is_value) {
        while let Some((before, last)) = label.rsplit_once(char::is_whitespace)
            && number(last).is_some()
        {
            label = before.trim_end();
        }
    }
    let values = text.get(label.len()..).unwrap_or_default();
    let (label, glued) = peel(label);
    (label, std::iter::once(glued).chain(values.split_whitespace()))
}

/// A number glued to the end of a label: `行政许可0`. Anything else stays whole.
fn peel(text: &str) -> (&str, &str) {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let bare = text.trim_end_matches(['元', '万', '亿', '件', '笔', '条', '份']);
    let bare = if bare.ends_with(is_digit) { bare } else { text };
    let head = bare.trim_end_matches(|c: char| is_digit(c) || matches!(c, '.' | ','));
    // A point or comma before the first digit is the label's.
    let head = text.get(..text.len() - text.get(head.len()..).unwrap_or_default().trim_start_matches(['.', ',']).len());
    let head = head.unwrap_or_default();
    match head.chars().next_back() {
        Some(last) if (last.is_alphabetic() || matches!(last, ')' | '）' | '”')) && head.chars().nth(1).is_some() => {
            text.split_at_checked(head.len()).unwrap_or((text, ""))
        }
        _ => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::document::block::blocks;

    fn tokens(text: &str) -> Vec<String> {
        let blocks = blocks(text).unwrap();
        let mut stream = Stream::default();
        for (position, block) in blocks.iter().enumerate() {
            stream.push(position, block, false);
        }
        let show = |token: &Token<'_>| match token.kind {
            Kind::Blank => format!("_{}", token.field),
            Kind::Text => token.text.to_owned(),
            Kind::Number | Kind::Mark => format!("={}", token.text),
        };
        stream.tokens.iter().map(show).collect()
    }

    #[test]
    fn lines_are_split_at_spaces_and_rows_at_fields() {
        assert_eq!(tokens("1.甲 乙 0 1,2 / 3"), ["1.甲", "乙", "=0", "1,2", "=/", "=3"]);
        assert_eq!(tokens("1 甲 0 0"), ["1", "甲", "=0", "=0"]);
        assert_eq!(tokens("\t\t甲 乙\t\t5 件\t0\t"), ["甲 乙", "_3", "5 件", "=0", "_6"]);
        assert_eq!(tokens("\t5\t\t0"), ["_0", "=5", "_2", "=0"]);
    }

    #[test]
    fn rows_without_a_gap_are_cut_apart_and_brackets_stay_whole() {
        let line = "一、本年新收政府信息公开申请数量1000001二、上年结转政府信息公开申请数量00000001.甲乙0000000";
        let expected = [
            "一、本年新收政府信息公开申请数量",
            "=1000001",
            "二、上年结转政府信息公开申请数量",
            "=0000000",
            "1.甲乙",
            "=0000000",
        ];
        assert_eq!(tokens(line), expected);
        assert_eq!(
            tokens("规章 22（其中修订 16 件） 0 30件 +5"),
            ["规章", "=22（其中修订 16 件）", "=0", "=30件", "=+5"]
        );
    }

    #[test]
    fn numbers_behind_a_label_are_values() {
        assert_eq!(tokens("行政许可0"), ["行政许可", "=0"]);
        assert_eq!(tokens("（二）甲 4 0\t0"), ["（二）甲", "=4", "=0", "=0"]);
        assert_eq!(tokens("1 234\t0"), ["1 234", "=0"]);
        assert_eq!(tokens("（七）总计5 0"), ["（七）总计", "=5", "=0"]);
    }
}
