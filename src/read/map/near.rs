//! Parts of names that are near to one label of the form, and to no other: `补正不明确`, `事务信息`.

use crate::form::Form;
use crate::read::spelling::normalise::key;

use super::vocabulary::Vocabulary;

/// What stands between the parts of a name.
const SEPARATORS: &[char] =
    &['-', '_', '·', '/', '|', ':', '：', '—', '－', ' ', '\u{3000}', '.', '>', '→', '\t', '\n', '、', '+', '&'];

/// A level of a name in which each part that is near to one label has been replaced by that label.
pub(super) fn near(form: &Form, vocabulary: &Vocabulary, level: &str) -> String {
    let mut out = String::new();
    for piece in level.split_inclusive(SEPARATORS) {
        let part = piece.trim_end_matches(SEPARATORS);
        match nearest(form, vocabulary, part) {
            Some(label) => {
                out.push_str(&label);
                out.push_str(piece.get(part.len()..).unwrap_or_default());
            }
            None => out.push_str(piece),
        }
    }
    out
}

/// The label of a part, or of what is left of it before a column's name.
fn nearest(form: &Form, vocabulary: &Vocabulary, part: &str) -> Option<String> {
    let chars = key(part);
    if chars.len() < 3 || chars.len() > 60 || !vocabulary.senses(&chars).is_empty() {
        return None;
    }
    if let Some(label) = alone(form, &chars) {
        return Some(label.to_owned());
    }
    let columns = form.tables.iter().flat_map(|table| &table.columns);
    let column =
        columns.map(|column| key(&column.label.zh)).filter(|column| chars.ends_with(column)).max_by_key(Vec::len)?;
    let rest = chars.get(..chars.len() - column.len())?;
    let label = alone(form, rest)?;
    Some(format!("{label}{}", column.into_iter().collect::<String>()))
}

/// The one label of a row or column that has these letters: next to each other, or at least in their order.
fn alone<'f>(form: &'f Form, chars: &[char]) -> Option<&'f str> {
    if chars.len() < 3 || chars.iter().all(char::is_ascii) {
        return None;
    }
    let labels = form.tables.iter().flat_map(|table| {
        let rows = table.rows.iter().map(|row| &*row.label.zh);
        rows.chain(table.columns.iter().map(|column| &*column.label.zh))
    });
    let mut labels: Vec<(&str, Vec<char>)> = labels.map(|label| (label, key(label))).collect();
    labels.sort();
    labels.dedup();
    let one = |fits: &dyn Fn(&[char]) -> bool| {
        let mut found = labels.iter().filter(|(_, label)| fits(label)).map(|(label, _)| *label);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    // Two fifths of a label are enough of it.
    let is_much = |label: &[char]| chars.len() * 5 >= label.len() * 2;
    let within = |label: &[char]| label.windows(chars.len()).any(|window| window == chars);
    let in_order = |label: &[char]| {
        let mut left = label.iter();
        chars.iter().all(|c| left.any(|other| other == c))
    };
    // Nothing else may have all the letters, however little of it they are.
    let label = if chars.len() >= 4 { one(&within) } else { None }.or_else(|| one(&|label| in_order(label)))?;
    let whole = key(label);
    (within(&whole) && (chars.len() >= 4 || is_much(&whole)) || chars.len() >= 5 && is_much(&whole)).then_some(label)
}
