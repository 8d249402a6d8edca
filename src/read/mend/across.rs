//! Rows that the end of a page has torn in two: the rest of the label stands in a row of its own, and with it the last
//! digits of the numbers that were torn.
//!
//! Programs that take tables out of a PDF page by page write both halves as rows. The first alone would be read as a whole
//! one, with numbers that lack their last digits.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::form;
use crate::read::document::{Document, Field, Line, Mark};
use crate::read::label::wordings;
use crate::read::spelling::normalise::key;

/// Of a label, each half has so many characters at least that count.
const LEAST: usize = 4;
/// A field with more characters is no half of a label.
const MAX_LABEL: usize = 120;
/// The second half stands so many lines further down at most.
const NEAR: usize = 3;

/// Labels of rows by their first characters.
type Labels = HashMap<Vec<char>, Vec<Vec<char>>>;

static LABELS: LazyLock<Labels> = LazyLock::new(labels);

/// A document without its torn rows; `None` if it has none, as nearly always.
pub(in crate::read) fn joined(document: &Document) -> Option<Document> {
    let mut own: Option<Document> = None;
    for (at, line) in document.lines.iter().enumerate().filter(|(_, line)| line.fields.len() > 2) {
        let mut heads: Vec<Head<'_>> =
            line.fields.iter().enumerate().flat_map(|(at, field)| heads(at, field)).collect();
        // A label over two columns is whole in its own row.
        heads.retain(|(_, rest)| line.fields.iter().all(|field| words(field).is_none_or(|words| words != *rest)));
        if heads.is_empty() {
            continue;
        }
        let behind = document.lines.iter().enumerate().take(at + 1 + NEAR).skip(at + 1);
        for (place, below) in behind.filter(|(_, below)| below.fields.len() > 2) {
            let Some((head, tail)) = halves(&heads, below) else { continue };
            let Some(numbers) = numbers((line, head), (below, tail)) else { continue };
            own.get_or_insert_with(|| document.clone()).join(at, place, (head, tail), &numbers);
            break;
        }
    }
    own
}

/// The field with the first half of a label, and what the second would be.
type Head<'l> = (usize, &'l [char]);

fn labels() -> Labels {
    let mut labels = Labels::new();
    for row in form::editions().iter().flat_map(|form| &form.tables).flat_map(|table| &table.rows) {
        for (_, text) in wordings(&row.label.zh, &row.aliases) {
            let label = [key(&row.ordinal), key(text)].concat();
            if let Some(first) = label.get(..LEAST).filter(|_| label.len() >= 2 * LEAST) {
                let known = labels.entry(first.to_vec()).or_default();
                if !known.contains(&label) {
                    known.push(label.clone());
                }
            }
        }
    }
    labels
}

/// What could follow on a field that is the first half of a label; what stands before that is the label of a group.
fn heads(at: usize, field: &Field) -> Vec<Head<'static>> {
    let Some(first) = words(field) else { return Vec::new() };
    let begins = (0..first.len()).filter_map(|from| first.get(from..));
    let known = begins.filter_map(|half| Some((half, LABELS.get(half.get(..LEAST)?)?)));
    let rests = known.flat_map(|(half, labels)| labels.iter().filter_map(move |label| label.strip_prefix(half)));
    rests.filter(|rest| rest.len() >= LEAST).map(|rest| (at, rest)).collect()
}

/// The fields of two rows that are the halves of one label.
fn halves(heads: &[Head<'_>], below: &Line) -> Option<(usize, usize)> {
    below.fields.iter().enumerate().find_map(|(tail, field)| {
        let words = words(field)?;
        heads.iter().find(|(_, rest)| words == *rest).map(|(head, _)| (*head, tail))
    })
}

fn words(field: &Field) -> Option<Vec<char>> {
    (field.text.len() <= MAX_LABEL * 4 && field.text.chars().any(char::is_alphabetic)).then(|| key(&field.text))
}

/// The numbers of the first row that go on in the second: field, and its digits. Both rows end alike. `None` if something
/// else stands behind the second half.
fn numbers((line, head): (&Line, usize), (below, tail): (&Line, usize)) -> Option<Vec<(usize, String)>> {
    let mut whole = Vec::new();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    for (from_end, field) in below.fields.iter().rev().enumerate().take(below.fields.len() - tail - 1) {
        if field.text.is_empty() {
            continue;
        }
        let at = line.fields.len().checked_sub(from_end + 1).filter(|at| *at > head)?;
        let first = &line.fields.get(at)?.text;
        if !is_digits(&field.text) || !is_digits(first) || first.starts_with('0') {
            return None;
        }
        whole.push((at, format!("{first}{}", field.text)));
    }
    Some(whole)
}

impl Document {
    /// Makes one row of two.
    fn join(&mut self, at: usize, below: usize, (head, tail): (usize, usize), numbers: &[(usize, String)]) {
        let Some(second) = self.lines.get_mut(below) else { return };
        let rest = second.fields.get_mut(tail).map(|field| std::mem::take(&mut field.text)).unwrap_or_default();
        second.fields.iter_mut().skip(tail).for_each(|field| field.text.clear());
        let Some(first) = self.lines.get_mut(at) else { return };
        if let Some(label) = first.fields.get_mut(head) {
            label.text.push_str(&rest);
        }
        for (at, text) in numbers {
            if let Some(field) = first.fields.get_mut(*at) {
                (field.text, field.mark) = (text.clone(), Some(Mark::Spread));
            }
        }
    }
}
