//! A list in a cell out of which one entry is chosen.

use html5ever::tokenizer::{StartTag, Tag};

use super::tags::attribute;

/// No entry is longer.
const MAX: usize = 400;

/// The entries so far: the first one, and the one that is chosen.
#[derive(Debug, Default)]
pub(super) struct Choice {
    first: Option<String>,
    chosen: Option<String>,
    /// Is the entry that is being read the first one, and is it chosen?
    open: (bool, bool),
}

impl Choice {
    /// The beginning or end of an entry.
    pub(crate) fn tag(&mut self, tag: &Tag) {
        if &*tag.name != "option" {
            return;
        }
        let begins = tag.kind == StartTag;
        let is_chosen = begins && attribute(&tag.attrs, "selected").is_some();
        self.open = (begins && self.first.is_none(), is_chosen);
        if self.open.0 {
            self.first = Some(String::new());
        }
        if is_chosen {
            self.chosen = Some(String::new());
        }
    }

    /// Text of an entry.
    pub(crate) fn text(&mut self, text: &str) {
        let add = |entry: &mut Option<String>| {
            if let Some(entry) = entry.as_mut().filter(|entry| entry.len() + text.len() <= MAX) {
                entry.push_str(text);
            }
        };
        if self.open.0 {
            add(&mut self.first);
        }
        if self.open.1 {
            add(&mut self.chosen);
        }
    }

    /// What it shows: of none that is chosen, the first.
    pub(crate) fn chosen(self) -> String {
        self.chosen.or(self.first).unwrap_or_default()
    }
}
