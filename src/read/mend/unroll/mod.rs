//! A whole report on one line, cut into the lines it was: at the headings of its sections, before the labels of its
//! tables and behind their values.
//!
//! Nothing is lost and nothing added: each piece is a part of the line and knows where in it it stands. Prose stays in
//! one piece. A line is left alone unless it holds several rows of a table, or a heading that is not its beginning.

mod bars;
mod keyed;
mod values;
mod zones;

use std::ops::Range;

use crate::form::Form;
use crate::read::document::block::{Block, MAX_BLOCKS, trim};
use crate::read::label::Lexicon;
use crate::read::section::heading::{Headings, is_numeral};

use keyed::Keyed;

/// What lines are cut by.
pub(in crate::read) struct Unroller<'f> {
    form: &'f Form,
    lexicon: &'f Lexicon,
    headings: Headings,
}

/// Shorter lines hold one row at most.
const LEAST: usize = 24;
/// A heading is not longer than this, in characters.
const MAX_HEADING: usize = 48;

impl<'f> Unroller<'f> {
    pub(crate) fn new(form: &'f Form, lexicon: &'f Lexicon) -> Self {
        Self { form, lexicon, headings: Headings::new(form) }
    }

    /// The blocks, those cut that are many lines in truth.
    pub(crate) fn unroll<'a>(&self, blocks: Vec<Block<'a>>) -> Vec<Block<'a>> {
        let mut all = Vec::with_capacity(blocks.len());
        let mut left = MAX_BLOCKS;
        for block in blocks {
            let pieces = self.pieces(&block).filter(|pieces| pieces.len() <= left);
            left = left.saturating_sub(pieces.as_ref().map_or(1, Vec::len));
            match pieces {
                Some(pieces) => all.extend(pieces),
                None => all.push(block),
            }
        }
        all
    }

    /// The lines that a block is in truth; `None` if it is one.
    fn pieces<'a>(&self, block: &Block<'a>) -> Option<Vec<Block<'a>>> {
        if !block.places.is_empty() || !block.marks.is_empty() {
            return None;
        }
        if let Some(cells) = bars::cells(block) {
            return self.lines_of_cells(block, &cells);
        }
        let [text] = *block.fields else { return None };
        if text.len() < LEAST * 3 || !text.contains(values::is_digit) {
            return None;
        }
        let cuts = self.cuts(text)?;
        let mut pieces = Vec::with_capacity(cuts.len() + 1);
        let mut counted = Counted::default();
        let mut from = 0;
        for to in cuts.into_iter().chain([text.len()]) {
            let piece = text.get(from..to).unwrap_or_default();
            let bare = trim(piece);
            if !bare.is_empty() {
                let at = from + piece.find(bare).unwrap_or(0);
                pieces.push(part(block, vec![bare], counted.column(text, at), pieces.is_empty()));
            }
            from = to;
        }
        Some(pieces)
    }

    /// Where a text is to be cut; `None` if it is one line.
    fn cuts(&self, text: &str) -> Option<Vec<usize>> {
        let keyed = Keyed::new(text);
        let headings = self.headings_in(text, &keyed);
        let zones = self.zones(text, &keyed, &headings);
        let rows: usize = zones.iter().map(|zone| zone.rows).sum();
        let beside = |zone: &zones::Zone| zone.range.start > LEAST * 3 || zone.range.end + LEAST * 3 < text.len();
        let inner = headings.iter().any(|heading| heading.start > 0);
        if !inner && rows < 2 && !zones.iter().any(beside) {
            return None;
        }
        let mut cuts: Vec<usize> = headings.iter().flat_map(|heading| [heading.start, heading.end]).collect();
        cuts.extend(zones.into_iter().flat_map(|zone| zone.cuts));
        cuts.retain(|cut| *cut > 0 && *cut < text.len());
        cuts.sort_unstable();
        cuts.dedup();
        (!cuts.is_empty()).then_some(cuts)
    }

    /// Where headings stand in a text.
    fn headings_in(&self, text: &str, keyed: &Keyed) -> Vec<Range<usize>> {
        let mut found: Vec<(Range<usize>, bool)> = Vec::new();
        for at in 0..keyed.chars.len() {
            if !keyed.chars.get(at).copied().is_some_and(is_numeral) {
                continue;
            }
            let begin = keyed.start(at);
            if found.last().is_some_and(|(last, _)| begin < last.end) {
                continue;
            }
            let ahead = keyed.chars.get(at..(at + MAX_HEADING).min(keyed.chars.len())).unwrap_or_default();
            let Some(heading) = self.headings.at(ahead) else { continue };
            let mark = text.get(keyed.end(at)..keyed.start(at + 1)).unwrap_or_default();
            let marked = mark.contains(['、', '.', '．', '，', ',', '：', ':', ' ', '\u{3000}']) && mark.len() <= 8;
            let before = text.get(..begin).unwrap_or_default().trim_end();
            let spaced = begin > before.len();
            let last = before.chars().next_back();
            if !(marked || heading.own && heading.official && mark.is_empty())
                || last.is_some_and(|c| "（(《〈“\"「‘第见含及和、~".contains(c))
            {
                continue;
            }
            let sure = spaced || last.is_none_or(|c| !c.is_alphabetic());
            found.push((begin..keyed.end(at + heading.length - 1), sure && (heading.own || heading.official)));
        }
        let several = found.len() > 1;
        found.retain(|(_, sure)| *sure || several);
        let ranges: Vec<Range<usize>> = found.into_iter().map(|(range, _)| range).collect();
        // In a list of them, the sign that parts it from the next is the heading's.
        let next = |end: usize| ranges.iter().any(|other| other.start == end);
        ranges
            .iter()
            .map(|range| {
                let rest = text.get(range.end..).unwrap_or_default();
                let sign = rest.chars().next().filter(|c| "；;，,、".contains(*c)).map_or(0, char::len_utf8);
                range.start..if next(range.end + sign) { range.end + sign } else { range.end }
            })
            .collect()
    }
}

fn part<'a>(block: &Block<'a>, fields: Vec<&'a str>, column: u32, first: bool) -> Block<'a> {
    Block {
        line: block.line,
        column,
        page: block.page,
        fields,
        places: Vec::new(),
        marks: Vec::new(),
        after_gap: first && block.after_gap,
    }
}

/// Characters of a text, counted as one goes along.
#[derive(Default)]
struct Counted {
    bytes: usize,
    chars: u32,
}

impl Counted {
    /// Which character of a text, from 1, stands at a byte; asked in rising order.
    fn column(&mut self, text: &str, at: usize) -> u32 {
        let more = text.get(self.bytes..at).unwrap_or_default().chars().count();
        self.chars = self.chars.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        self.bytes = self.bytes.max(at);
        self.chars.saturating_add(1)
    }
}

#[cfg(test)]
mod tests;
