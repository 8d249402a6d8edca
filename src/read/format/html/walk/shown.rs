//! How text looks where it stands, and what stands there that is no text.

use html5ever::tokenizer::{StartTag, Tag};

use crate::read::format::shared::looks::Look;

use super::super::choice::Choice;
use super::{MAX_SPANS, Open, Walk};

impl Walk {
    /// How text looks here.
    pub(super) fn look(&self) -> Look {
        let is = |look: Look| self.spans.iter().any(|(_, known)| *known == look);
        if is(Look::Faint) {
            Look::Faint
        } else if self.struck > 0 || is(Look::Struck) {
            Look::Struck
        } else if self.raised > 0 || is(Look::Raised) {
            Look::Raised
        } else {
            Look::Plain
        }
    }

    /// Looks do not go from one cell to the next, whether their elements were closed or not.
    pub(super) fn end_looks(&mut self) {
        (self.struck, self.raised, self.more) = (0, 0, 0);
        self.spans.clear();
    }

    /// An element that may change how its text looks.
    pub(super) fn open_span(&mut self, tag: &Tag) {
        let has_ground = self.tables.last().is_some_and(Open::has_ground);
        if self.spans.len() == MAX_SPANS {
            self.more += 1;
            return;
        }
        let style = self.styles.of(tag);
        let is_gone = style.is_hidden && self.in_cell();
        let look = if is_gone { Look::Faint } else { style.look_on(has_ground) };
        self.spans.push((tag.name.to_string(), look));
    }

    pub(super) fn close_span(&mut self, name: &str) {
        if self.more > 0 {
            self.more -= 1;
        } else if let Some(at) = self.spans.iter().rposition(|(open, _)| open == name) {
            self.spans.truncate(at);
        }
    }

    pub(super) fn in_cell(&self) -> bool {
        self.tables.last().is_some_and(|table| table.cell.is_some())
    }

    /// A picture in a cell may be its number, elsewhere a row or a table.
    pub(super) fn picture(&mut self) {
        match self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            Some((cell, _)) => cell.has_picture = true,
            None => self.flow().pictures += 1,
        }
    }

    /// A list in a cell out of which one is chosen: its text is that of the chosen one. Is a tag one of its own?
    pub(super) fn choose(&mut self, tag: &Tag, line: u64) -> bool {
        let name: &str = &tag.name;
        let Some(choice) = &mut self.choice else {
            let begins = name == "select" && tag.kind == StartTag && self.hidden.is_none() && self.in_cell();
            self.choice = begins.then(Choice::default);
            return begins;
        };
        let ends = name == "select" || matches!(name, "td" | "th" | "tr" | "table" | "body");
        if !ends {
            choice.tag(tag);
            return true;
        }
        let chosen = self.choice.take().map(Choice::chosen).unwrap_or_default();
        self.words(&chosen, line);
        name == "select"
    }
}

/// Elements of a line that may have a style.
pub(super) fn is_span(name: &str) -> bool {
    matches!(
        name,
        "span" | "font" | "a" | "b" | "strong" | "i" | "em" | "u" | "ins" | "label" | "small" | "big" | "mark" | "code"
    )
}
