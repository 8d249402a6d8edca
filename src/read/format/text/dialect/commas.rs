//! Rows with a comma or a semicolon between their cells, in a text that is no table file: a label, and numbers only.

use crate::read::document::MAX_FIELDS;
use crate::read::document::block::trim;

use super::raw::is_number;

/// A longer line is prose.
const LONG: usize = 1200;

/// The fields of a line.
pub(super) fn row(text: &str) -> Option<Vec<String>> {
    if text.len() > LONG || text.contains('\t') {
        return None;
    }
    let signs = ['；', ';', ',', '，'];
    let fields = signs.into_iter().find_map(|sign| text.contains(sign).then(|| split(text, sign)).flatten())?;
    Some(fields.into_iter().map(str::to_owned).collect())
}

fn split(text: &str, sign: char) -> Option<Vec<&str>> {
    let fields: Vec<&str> = text.split(sign).take(MAX_FIELDS + 1).map(trim).collect();
    // `规章 1,000 22` has spaces between its values, and commas in them.
    let torn = |label: &&str| label.ends_with(|c: char| c.is_ascii_digit()) && sign == ',';
    // Blank fields before the first label, or between labels, are merged cells of the rows above.
    let labels = fields.iter().rposition(|field| is_label(field)).map_or(0, |last| last + 1);
    if !fields.iter().take(labels).all(|field| field.is_empty() || is_label(field) && !torn(field)) {
        return None;
    }
    let values = fields.get(labels..)?;
    let plain = |field: &&str| is_number(field) && field.chars().all(|c| c.is_numeric() || c == '.');
    let numbers = values.iter().filter(|field| plain(field)).count();
    let all = values.iter().all(|field| field.is_empty() || plain(field));
    let fits = match labels {
        // `1,234,567` is one number, and so is what stands between two commas of a sentence.
        0 => numbers > 2 && !is_grouped(values),
        _ => values.len() > 1 || numbers == 1 && sign != '，',
    };
    (fits && all && fields.len() <= MAX_FIELDS).then_some(fields)
}

/// Words that are no sentence.
fn is_label(field: &str) -> bool {
    field.contains(char::is_alphabetic) && !field.contains('。') && !is_number(field)
}

/// Groups of three digits, as thousands are written.
fn is_grouped(values: &[&str]) -> bool {
    let first = values.first().is_some_and(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'));
    first && values.iter().skip(1).all(|value| value.len() == 3)
}
