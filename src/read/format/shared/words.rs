//! Words as a page shows them: white space runs together, and a line break in the source between Chinese characters
//! is no space.

/// A paragraph on its way.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Words {
    text: String,
    space: Space,
}

/// White space that has been read and not yet written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Space {
    #[default]
    None,
    /// With a line break in it.
    Break,
    Plain,
}

impl Words {
    /// Adds what stands between tags.
    pub(crate) fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' | '\r' => self.space = self.space.max(Space::Break),
                ' ' | '\t' | '\u{c}' | '\u{a0}' => self.space = self.space.max(Space::Plain),
                _ => self.add(c),
            }
        }
    }

    /// A line break that does not end the text: within a cell.
    pub(crate) fn break_line(&mut self) {
        self.space = self.space.max(Space::Break);
    }

    fn add(&mut self, c: char) {
        let wide = is_wide(c) || self.text.chars().next_back().is_none_or(is_wide);
        match std::mem::take(&mut self.space) {
            Space::Break if wide => {}
            Space::Break | Space::Plain if !self.text.is_empty() => self.text.push(' '),
            _ => {}
        }
        self.text.push(c);
    }

    /// What was collected; it is empty again afterwards.
    pub(crate) fn take(&mut self) -> String {
        self.space = Space::None;
        std::mem::take(&mut self.text)
    }

    /// How many bytes there are.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }
}

/// Several paragraphs or lines as one text: Chinese needs no space between them.
pub(in crate::read::format) fn join<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut words = Words::default();
    for text in texts {
        words.break_line();
        words.push(text);
    }
    words.take()
}

/// A Chinese character or a mark of its width.
pub(in crate::read::format) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '\u{2014}'..='\u{2026}' | '\u{2460}'..='\u{24FF}' | '\u{B7}')
}
