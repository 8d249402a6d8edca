//! Where tables stand in a text that goes on without a break: where hardly anything stands but labels and values.

use std::ops::Range;

use crate::form::PrintLayout;
use crate::read::label::{Lexeme, Meaning, Sense};
use crate::read::spelling::normalise::{is_closing, is_opening, is_ordinal};

use super::keyed::Keyed;
use super::{Unroller, values};

/// A table in a text.
pub(super) struct Zone {
    pub(crate) range: Range<usize>,
    /// Where it is to be cut: at both ends, before labels and behind values.
    pub(crate) cuts: Vec<usize>,
    /// How many labels of rows have their values right behind them.
    pub(crate) rows: usize,
}

/// Fewer labels make no table.
const LEAST_LABELS: usize = 3;
/// Between two labels there may be so many characters that belong to none: a label that was altered.
const MAX_UNKNOWN: usize = 24;
/// Between two parts of a table there may be so many bytes of anything but sentences.
const MAX_BETWEEN: usize = 240;

/// A label at its place in the text, brackets and quotes around it included.
struct Place<'l> {
    lexeme: Lexeme<'l>,
    range: Range<usize>,
}

impl Unroller<'_> {
    /// The tables in a text, outside of headings.
    pub(super) fn zones(&self, text: &str, keyed: &Keyed, headings: &[Range<usize>]) -> Vec<Zone> {
        let lexemes = self.lexicon.find(&keyed.chars);
        if lexemes.len() < LEAST_LABELS {
            return Vec::new();
        }
        let mut places: Vec<Place<'_>> = Vec::new();
        let mut heading = 0;
        for lexeme in lexemes {
            let range = with_brackets(text, keyed.start(lexeme.start)..keyed.end(lexeme.end - 1));
            while headings.get(heading).is_some_and(|heading| heading.end <= range.start) {
                heading += 1;
            }
            if headings.get(heading).is_none_or(|heading| range.end <= heading.start) {
                places.push(Place { lexeme, range });
            }
        }
        let is_apart = |from: &Place<'_>, to: &Place<'_>| {
            let gap = text.get(from.range.end..to.range.start).unwrap_or_default();
            let at = headings.partition_point(|heading| heading.start < from.range.end);
            headings.get(at).is_some_and(|heading| heading.start < to.range.start) || !joins(gap)
        };
        let mut clusters: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        for at in 1..=places.len() {
            let goes_on = places.get(at - 1).zip(places.get(at)).is_some_and(|(from, to)| !is_apart(from, to));
            if !goes_on {
                clusters.push(from..at);
                from = at;
            }
        }
        let mut zones: Vec<(usize, Range<usize>)> = Vec::new();
        for cluster in clusters {
            let own = places.get(cluster.clone()).unwrap_or_default();
            let Some(table) = self.table_of(text, own) else { continue };
            // A label that was altered may have parted one table.
            let last = zones.last_mut().filter(|(known, last)| {
                let between = places.get(last.end - 1).zip(own.first());
                let between = between.map_or(0..0, |(from, to)| from.range.end..to.range.start);
                let inner = headings.iter().any(|heading| between.contains(&heading.start));
                let words = text.get(between.clone()).unwrap_or_default();
                *known == table && !inner && between.len() <= MAX_BETWEEN && !words.contains(['。', '；', '！'])
            });
            match last {
                Some((_, last)) => last.end = cluster.end,
                None => zones.push((table, cluster)),
            }
        }
        let zone = |(_, cluster): (usize, Range<usize>)| {
            let end = headings.iter().map(|heading| heading.start);
            let last = places.get(cluster.end - 1).map_or(0, |place| place.range.end);
            let limit = end.filter(|&start| start >= last).min().unwrap_or(text.len());
            cut(text, places.get(cluster).unwrap_or_default(), limit)
        };
        zones.into_iter().map(zone).collect()
    }

    /// The table that some labels beside each other are of, if they make one: enough of them, and values among them.
    fn table_of(&self, text: &str, places: &[Place<'_>]) -> Option<usize> {
        let count = |table: usize| {
            let of_table = places.iter().filter(|place| place.lexeme.senses(table).next().is_some());
            of_table.filter(|place| place.lexeme.end - place.lexeme.start >= 2).count()
        };
        let table = (0..self.form.tables.len()).max_by_key(|&table| (count(table), std::cmp::Reverse(table)))?;
        if count(table) < LEAST_LABELS {
            return None;
        }
        let is_row = |sense: &Sense| matches!(sense.meaning, Meaning::Row(_));
        let rows = places.iter().zip(limits(places, text.len())).filter(|(place, limit)| {
            place.lexeme.senses(table).any(is_row) && values::end(text, place.range.end, *limit).is_some()
        });
        let side = self.form.tables.get(table).is_some_and(|table| table.layout == PrintLayout::SideBySide);
        let last = places.last()?.range.end;
        let values = values::end(text, last, text.len()).and_then(|end| text.get(last..end));
        let digits = values.map_or(0, |values| values.chars().filter(|c| values::is_digit(*c)).count());
        let enough = if side { digits >= 3 && count(table) > 4 } else { rows.count() > 0 };
        let covered: usize = places.iter().map(|place| place.lexeme.end - place.lexeme.start).sum();
        let whole = text.get(places.first()?.range.start..last).unwrap_or_default();
        let letters = whole.chars().filter(|c| c.is_alphabetic()).count();
        (enough && covered * 5 >= letters * 3).then_some(table)
    }
}

/// Up to where the values behind each label may stand.
fn limits<'p>(places: &'p [Place<'_>], end: usize) -> impl Iterator<Item = usize> + 'p {
    places.iter().skip(1).map(|place| place.range.start).chain([end])
}

/// Cuts a table before its labels and behind its values.
fn cut(text: &str, places: &[Place<'_>], limit: usize) -> Zone {
    let start = places.first().map_or(0, |place| place.range.start);
    let mut zone = Zone { range: start..start, cuts: vec![start], rows: 0 };
    for (place, next) in places.iter().zip(limits(places, limit)) {
        let is_last = next == limit;
        let heads = |place: &Place<'_>| {
            let long = place.lexeme.end - place.lexeme.start >= 4;
            let head = |sense: &Sense| matches!(sense.meaning, Meaning::Row(_) | Meaning::Group(_));
            let column = place.lexeme.all().any(|sense| matches!(sense.meaning, Meaning::Column(_)));
            let alone = !column && values::end(text, place.range.end, next).is_some();
            place.lexeme.all().any(|sense| head(sense) && (long || alone || sense.with_ordinal))
        };
        if heads(place) && place.range.start > start {
            let before = text.get(zone.range.end..place.range.start).unwrap_or_default();
            if !before.contains(char::is_alphabetic) {
                zone.cuts.push(place.range.start);
            }
        }
        zone.range.end = place.range.end;
        if let Some(end) = values::end(text, place.range.end, next) {
            let is_row = place.lexeme.all().any(|sense| matches!(sense.meaning, Meaning::Row(_)));
            zone.rows += usize::from(is_row);
            zone.cuts.push(end);
            zone.range.end = end;
        }
        if !is_last {
            unknown(text, zone.range.end..next, &mut zone.cuts);
        }
    }
    zone.cuts.push(zone.range.end);
    zone
}

/// Cuts what stands between two labels behind its values: the label before them was altered, perhaps.
fn unknown(text: &str, gap: Range<usize>, cuts: &mut Vec<usize>) {
    let mut at = gap.start;
    while let Some(word) = text.get(at..gap.end).and_then(|rest| rest.find(char::is_alphabetic)) {
        let word = at + word;
        let rest = text.get(word..gap.end).unwrap_or_default();
        let Some(digit) = rest.find(values::is_digit) else { return };
        let Some(end) = values::end(text, word + digit, gap.end).filter(|end| *end > at) else { return };
        cuts.push(end);
        at = end;
    }
}

/// A label with the brackets and quotes that open before it and close behind it.
fn with_brackets(text: &str, mut range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let bare = before.trim_end_matches(|c| is_opening(c) || "“\"「".contains(c));
    let whole = text.get(bare.len()..range.end).unwrap_or_default();
    // `（七）总计`: what opens before the ordinal; in `011（二）` nothing else does.
    if before.len() - bare.len() <= 4 && whole.contains(is_closing) || before.ends_with(['“', '「']) {
        range.start = bare.len();
    }
    let behind = text.get(range.end..).unwrap_or_default();
    let rest = behind.trim_start_matches(|c| is_closing(c) || "”\"」：:".contains(c));
    range.end += (behind.len() - rest.len()).min(behind.len());
    range
}

/// May what stands between two labels be part of a table: values, or a label that was altered, and no sentence?
fn joins(gap: &str) -> bool {
    if gap.len() > 400 {
        return false;
    }
    let mut unknown = 0;
    let mut chars = gap.chars().peekable();
    let mut last = ' ';
    while let Some(c) = chars.next() {
        let number = values::is_digit(last) && chars.peek().is_some_and(|next| values::is_digit(*next));
        match c {
            '。' | '；' | ';' | '！' | '？' | '!' | '?' => return false,
            ',' | '，' if !number => return false,
            '、' if !is_ordinal(last) => return false,
            _ => unknown += usize::from(c.is_alphabetic()),
        }
        last = c;
    }
    unknown <= MAX_UNKNOWN
}
