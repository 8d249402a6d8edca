//! Breaking text into lines: `textwrap` finds the places, the cells are counted here.

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;

use super::Measure;

/// See [`Measure::wrap`].
pub(super) fn wrap(measure: Measure, text: &str, room: usize) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    let mut lines = Lines { measure, room, done: Vec::new(), line: String::new(), used: 0, blanks: String::new() };
    for paragraph in text.split('\n') {
        let clean = measure.expand_tabs(paragraph, 4);
        let clean: String = clean.chars().filter(|c| !c.is_control()).collect();
        for word in WordSeparator::UnicodeBreakProperties.find_words(&clean) {
            lines.word(word.word);
            lines.blanks.push_str(word.whitespace);
        }
        lines.end();
    }
    lines.done
}

/// The lines so far, the line that is being filled, and blanks that count only if a word follows.
struct Lines {
    measure: Measure,
    room: usize,
    done: Vec<String>,
    line: String,
    used: usize,
    blanks: String,
}

impl Lines {
    fn word(&mut self, word: &str) {
        let cells = self.measure.cells(word);
        let blanks = self.measure.cells(&self.blanks);
        let fits = self.used + blanks + cells <= self.room;
        if !fits && self.used > 0 {
            self.end();
        }
        let blanks = std::mem::take(&mut self.blanks);
        self.pieces(&blanks);
        self.pieces(word);
    }

    /// Adds text grapheme by grapheme, breaking wherever the line is full.
    fn pieces(&mut self, text: &str) {
        for grapheme in text.graphemes(true) {
            let cells = self.measure.grapheme(grapheme);
            let (piece, cells) = if cells > self.room { ("?", 1) } else { (grapheme, cells) };
            if self.used + cells > self.room {
                self.end();
            }
            self.line.push_str(piece);
            self.used += cells;
        }
    }

    fn end(&mut self) {
        self.done.push(std::mem::take(&mut self.line));
        self.used = 0;
        self.blanks.clear();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::texts;
    use super::super::{Ambiguous, Measure};

    const NARROW: Measure = Measure::new(Ambiguous::Narrow);

    #[test]
    fn breaks_chinese_where_it_may_be_broken() {
        assert_eq!(NARROW.wrap("区党政办公室，2023年度报告。", 10), ["区党政办公", "室，2023年", "度报告。"]);
        assert_eq!(NARROW.wrap("区党政办公，室", 10), ["区党政办", "公，室"]);
        assert_eq!(NARROW.wrap("one two\n\nthree", 5), ["one", "two", "", "three"]);
        assert_eq!(NARROW.wrap("abcdefgh 区", 3), ["abc", "def", "gh", "区"]);
        assert_eq!(NARROW.wrap("区", 1), ["?"]);
        assert_eq!(NARROW.wrap("", 4), [""]);
        assert!(NARROW.wrap("区", 0).is_empty());
    }

    #[test]
    fn keeps_what_is_indented() {
        assert_eq!(NARROW.wrap("  区党政", 6), ["  区党", "政"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider(text in texts(), room in 1usize..20, wide: bool) {
            let measure = Measure::new(if wide { Ambiguous::Wide } else { Ambiguous::Narrow });
            for line in measure.wrap(&text, room) {
                prop_assert!(measure.cells(&line) <= room, "{line:?} in {room}");
            }
        }

        #[test]
        fn nothing_is_lost(text in texts(), room in 6usize..20) {
            let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
            prop_assert_eq!(solid(&NARROW.wrap(&text, room).concat()), solid(&text));
        }
    }
}
