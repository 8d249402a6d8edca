//! The text of the open report, broken into the lines of the tab.

use std::ops::Range;

use crate::terminal::width::Measure;
use crate::tui::model::{Model, NarrativeState};

/// One line of the tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProseLine {
    /// The section it belongs to; 0 before the first.
    pub(crate) section: u8,
    pub(crate) heading: bool,
    /// The line, without tabs, at most as wide as asked.
    pub(crate) text: String,
    /// For each of its characters, where it stands in the section's text; of the title, in the title.
    pub(crate) places: Vec<usize>,
}

impl ProseLine {
    /// Its pieces: each with the mark of the first range of places that it lies in.
    #[must_use]
    pub(crate) fn pieces<M: Copy + PartialEq>(&self, ranges: &[(Range<usize>, M)]) -> Vec<(String, Option<M>)> {
        let mut pieces: Vec<(String, Option<M>)> = Vec::new();
        for (index, c) in self.text.chars().enumerate() {
            let place = self.places.get(index);
            let mark = place.and_then(|place| ranges.iter().find(|(range, _)| range.contains(place)));
            let mark = mark.map(|(_, mark)| *mark);
            match pieces.last_mut().filter(|(_, known)| *known == mark) {
                Some((text, _)) => text.push(c),
                None => pieces.push((c.to_string(), mark)),
            }
        }
        pieces
    }

    /// The section and the characters of it that the line shows; `None` for a heading.
    #[must_use]
    pub(crate) fn span(&self) -> Option<(u8, Range<usize>)> {
        Some((self.section, *self.places.first()?..self.places.last()? + 1))
    }
}

/// Two cells for the cursor's marker, and two to keep the right side readable.
const MARGIN: usize = 4;

/// All lines at this width; none while the text is being read.
#[must_use]
pub(crate) fn lines(model: &Model, width: usize) -> Vec<ProseLine> {
    let Some(NarrativeState::Ready(narrative)) = model.open.as_ref().map(|open| &open.narrative) else {
        return Vec::new();
    };
    let measure = model.display.measure;
    let room = width.saturating_sub(MARGIN).max(1);
    let wrap = |text: &str| measure.wrap(&measure.expand_tabs(text, 4), room);
    let mut lines = Vec::new();
    if let Some(title) = &narrative.title {
        let mut from = Places::new(title, 0);
        lines.extend(wrap(title).into_iter().map(|text| {
            let places = from.take(&text);
            ProseLine { section: 0, heading: true, text, places }
        }));
    }
    if let Some(preface) = &narrative.preface {
        // It is shown, and no rule speaks of a place in it.
        lines.extend(
            passage(preface, 0, measure, room).into_iter().map(|line| ProseLine { places: Vec::new(), ..line }),
        );
    }
    for section in &narrative.sections {
        let heading = |text| ProseLine { section: section.number, heading: true, text, places: Vec::new() };
        lines.extend(wrap(&section.heading).into_iter().map(heading));
        lines.extend(passage(&section.text, section.number, measure, room));
    }
    lines
}

/// The lines of a text at this width; places count in it.
#[must_use]
pub(crate) fn passage(text: &str, section: u8, measure: Measure, room: usize) -> Vec<ProseLine> {
    let mut lines = Vec::new();
    let mut begin = 0;
    for line in text.split('\n') {
        let mut from = Places::new(line, begin);
        begin += line.chars().count() + 1;
        if line.is_empty() {
            continue;
        }
        for text in measure.wrap(&measure.expand_tabs(line, 4), room) {
            let places = from.take(&text);
            lines.push(ProseLine { section, heading: false, text, places });
        }
    }
    lines
}

/// The line that shows a place in a section: the last one that begins at or before it.
#[must_use]
pub(crate) fn line_of(lines: &[ProseLine], section: u8, place: usize) -> Option<usize> {
    let begins = |line: &ProseLine| line.section == section && line.places.first().is_some_and(|first| *first <= place);
    lines.iter().rposition(begins)
}

/// Finds the characters of wrapped lines again in the line they were made of: wrapping drops blanks, and a tab has
/// become several.
struct Places {
    left: std::iter::Peekable<std::vec::IntoIter<(usize, char)>>,
    last: usize,
}

impl Places {
    fn new(line: &str, begin: usize) -> Self {
        let chars: Vec<(usize, char)> = line.chars().enumerate().map(|(index, c)| (begin + index, c)).collect();
        Self { left: chars.into_iter().peekable(), last: begin }
    }

    fn take(&mut self, wrapped: &str) -> Vec<usize> {
        wrapped.chars().map(|c| self.place(c)).collect()
    }

    fn place(&mut self, c: char) -> usize {
        while let Some(&(place, next)) = self.left.peek() {
            if next == c {
                self.left.next();
                self.last = place;
                break;
            }
            if c == ' ' && next == '\t' {
                // One of the blanks of a tab: the next one may be of the same.
                self.last = place;
                break;
            }
            if !next.is_whitespace() {
                break;
            }
            self.left.next();
        }
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_characters_are_found_again_where_they_stood() {
        let line = "本年 收到\t申请 5 件";
        let mut from = Places::new(line, 10);
        assert_eq!(from.take("本年"), [10, 11]);
        assert_eq!(from.take("收到  申"), [13, 14, 15, 15, 16]);
        assert_eq!(from.take("请 5 件"), [17, 18, 19, 20, 21]);
    }

    #[test]
    fn a_range_is_cut_out_of_a_line() {
        let text = "甲乙丙丁".to_owned();
        let line = ProseLine { section: 1, heading: false, text, places: vec![4, 5, 6, 7] };
        let piece = |text: &str, mark| (text.to_owned(), mark);
        let marks = [(5..7, 'x'), (6..8, 'y')];
        assert_eq!(line.pieces(&marks), [piece("甲", None), piece("乙丙", Some('x')), piece("丁", Some('y'))]);
        assert_eq!(line.pieces::<char>(&[]), [piece("甲乙丙丁", None)]);
        assert_eq!(line.span(), Some((1, 4..8)));
        assert_eq!(line_of(&[line], 1, 6), Some(0));
    }
}
