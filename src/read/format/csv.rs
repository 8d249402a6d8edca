//! Tables as text: values with commas, semicolons or tabs between them.

use crate::read::document::block::trim;
use crate::read::document::error::ReadError;
use crate::read::document::{Document, Field, Line};
use crate::read::spelling::decode;

use super::shared::lines::Lines;
use super::text;
use super::text::{dialect, placed};

/// So many lines are looked at to see what stands between values.
const SAMPLE: usize = 200;

/// Its records as rows; empty ones are gaps.
///
/// # Errors
/// If it is no text, or larger than any report.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let decoded = decode::decode(bytes).ok_or(ReadError::NotText)?;
    if placed::text(&decoded.text).is_some() {
        return text::read(bytes);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&decoded.text))
        .has_headers(false)
        .flexible(true)
        .from_reader(decoded.text.as_bytes());
    let mut lines = Lines::new("csv");
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| ReadError::Broken("csv"))? {
        // The reader passes over empty lines without a word, and places the record before them.
        let (from, line) = record.position().map_or((0, 0), |position| (position.byte(), position.line()));
        let rest = usize::try_from(from).ok().and_then(|from| decoded.text.get(from..)).unwrap_or_default();
        let empty = rest.chars().take_while(|c| matches!(c, '\n' | '\r')).filter(|&c| c == '\n').count();
        if empty > 0 {
            lines.gap();
        }
        let number = u32::try_from(line).unwrap_or(u32::MAX).saturating_add(u32::try_from(empty).unwrap_or(u32::MAX));
        let fields: Vec<Field> = record.iter().map(|field| Field::new(one_line(field))).collect();
        if fields.iter().all(|field| field.text.is_empty()) {
            lines.gap();
        } else {
            lines.push_numbered(number, fields)?;
        }
    }
    let mut document = lines.finish();
    without_index(&mut document.lines);
    dialect::unmerge(&mut document.lines);
    (document.encoding, document.damaged) = (Some(decoded.encoding), decoded.damaged);
    Ok(document)
}

/// Its records with their numbers, from 1: what another program has written, a header and data.
///
/// # Errors
/// If the text is not a table, or has more fields than any.
pub(in crate::read) fn rows(text: &str) -> Result<Vec<(usize, Vec<String>)>, ReadError> {
    const MAX_FIELDS: usize = 1 << 23;
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut rows, mut left) = (Vec::new(), MAX_FIELDS);
    for (at, record) in reader.records().enumerate() {
        let record = record.map_err(|_| ReadError::Broken("csv"))?;
        left = left.checked_sub(record.len()).ok_or(ReadError::TooLarge)?;
        rows.push((at + 1, record.iter().map(str::to_owned).collect()));
    }
    Ok(rows)
}

/// So many rows with rising numbers before them make these an index.
const INDEXED: usize = 8;

/// Takes the index away that programs write before each row, and the numbers of the columns above the first one.
fn without_index(lines: &mut [Line]) {
    let number = |field: &Field| field.text.parse::<u32>().ok();
    let index = |line: &Line| line.fields.first().and_then(number);
    let is_head = |line: &Line| {
        line.fields.first().is_some_and(|field| field.text.is_empty())
            && line.fields.iter().skip(1).zip(0..).all(|(field, at)| number(field) == Some(at))
    };
    let from = usize::from(lines.first().is_some_and(is_head));
    let rows = lines.get(from..).unwrap_or_default();
    let numbers: Option<Vec<u32>> = rows.iter().map(index).collect();
    let rises = |numbers: &Vec<u32>| numbers.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    if !numbers.is_some_and(|numbers| numbers.len() >= INDEXED && rises(&numbers)) {
        return;
    }
    for (at, line) in lines.iter_mut().enumerate() {
        if at < from {
            line.fields.iter_mut().for_each(|field| field.text.clear());
        } else if let Some(first) = line.fields.first_mut() {
            first.text.clear();
        }
    }
}

/// A value with line breaks in it is a wrapped label.
fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t']).map(trim).collect()
}

/// What stands between the values: the sign that most lines have, and most often.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let counts = text.lines().take(SAMPLE).map(|line| line.bytes().filter(|&byte| byte == delimiter).count());
        counts.fold((0, 0), |(lines, signs), count| (lines + usize::from(count > 0), signs + count))
    };
    // Of equals the last: a comma also stands in prose, a semicolon less often, a tab never.
    [b',', b';', b'\t'].into_iter().max_by_key(|&delimiter| score(delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, String, bool)> {
        let document = read(text.as_bytes()).unwrap();
        let text = |line: &Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
        document.lines.iter().map(|line| (line.number, text(line), line.after_gap)).collect()
    }

    #[test]
    fn each_delimiter_is_found_out() {
        for text in ["规章,0,5\n\"行政\n许可\",,7", "规章;0;5\n\"行政\n许可\";;7", "规章\t0\t5\n\"行政\n许可\"\t\t7"]
        {
            let expected = [(1, "规章|0|5".to_owned(), false), (2, "行政许可||7".to_owned(), false)];
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn rows_may_be_of_any_length_and_empty_ones_are_gaps() {
        let text = "\u{feff}标题\n,,,\n规章,\"1,234\",5,\n\n总计,0\n";
        let expected =
            [(1, "标题".to_owned(), false), (3, "规章|1,234|5|".to_owned(), true), (5, "总计|0".to_owned(), true)];
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn an_index_before_the_rows_is_none_of_their_values() {
        let text: String = (0..9).map(|at| format!("{},规章,{at},5\n", at * 2)).collect();
        assert_eq!(rows(&format!(",0,1,2\n{text}"))[2].1, "|规章|1|5");
        assert_eq!(rows(&text)[1].1, "|规章|1|5");
        // Labels and numbers that happen to rise are no index.
        assert_eq!(rows("5,规章\n7,总计\n")[1].1, "7|总计");
    }

    #[test]
    fn masses_of_fields_are_bounded() {
        let document = read(&b",".repeat(1 << 20)).unwrap();
        assert!(document.lines.is_empty());
        let text = format!("0{}", ",0".repeat(100_000));
        assert_eq!(read(text.as_bytes()).unwrap().lines[0].fields.len(), crate::read::document::MAX_FIELDS);
        assert_eq!(read(&[0xFF, 0, 1, 2, 3, 4, 5]), Err(ReadError::NotText));
    }
}
