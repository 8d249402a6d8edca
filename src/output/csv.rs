//! Findings for a spreadsheet: UTF-8 with a byte order mark, one finding per row.

use std::io::{self, Write};

use crate::check::{self, Finding};
use crate::report::{Lean, is_unseen};
use crate::words::Lang;

use super::{Checked, UnreadFile};

const COLUMNS: [&str; 14] = [
    "report",
    "agency",
    "year",
    "rule",
    "severity",
    "table",
    "cells",
    "left",
    "right",
    "difference",
    "message",
    "fingerprint",
    "basis",
    "ask",
];

/// Spreadsheets take a UTF-8 file for the local encoding unless it begins with this.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What stands in the place of a rule where a file could not be read.
const UNREADABLE: &str = "unreadable";

/// The mark and the header.
pub(super) fn begin(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS).map_err(io_error)?;
    writer.flush()
}

/// One row per finding.
pub(super) fn write_rows(out: &mut dyn Write, report: &Checked, lang: Lang) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    for finding in &report.outcome.findings {
        writer.write_record(row(&report.id, &report.lean, finding, lang)).map_err(io_error)?;
    }
    writer.flush()
}

/// The row of a file that could not be read.
pub(super) fn write_unread(out: &mut dyn Write, unread: &UnreadFile, why: &str) -> io::Result<()> {
    let field = |column: &str| match column {
        "report" => neutral(&unread.id),
        "rule" => UNREADABLE.to_owned(),
        "message" => neutral(why),
        _ => String::new(),
    };
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS.map(field)).map_err(io_error)?;
    writer.flush()
}

/// The error as it came from `out`: a closed pipe must still be known for one.
pub(super) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn row(id: &str, lean: &Lean, finding: &Finding, lang: Lang) -> [String; 14] {
    let cells: Vec<&str> = finding.cells.iter().map(|&cell| lean.form.id(cell)).collect();
    let side = |number: Option<crate::report::Number>| number.map(|number| number.to_string()).unwrap_or_default();
    let sides = finding.sides();
    [
        neutral(id),
        neutral(&lean.head.agency.name),
        lean.head.year.to_string(),
        finding.rule.id.to_string(),
        finding.severity.id().to_owned(),
        finding
            .table
            .and_then(|table| lean.form.tables.get(table))
            .map(|table| table.id.to_string())
            .unwrap_or_default(),
        cells.join(" "),
        side(sides.map(|(left, _)| left)),
        side(sides.map(|(_, right)| right)),
        side(sides.and_then(|(left, right)| left.checked_sub(right))),
        neutral(&check::message(lean.form, finding, &lean.cells, lang)),
        finding.fingerprint.to_string(),
        finding.rule.basis.text(lang).to_owned(),
        finding.ask(lang).to_owned(),
    ]
}

/// Text that a spreadsheet would take for a formula gets an apostrophe before it: whatever blanks stand before the sign,
/// and in whatever width it is written, since some programs make it narrow first.
pub(super) fn neutral(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Would a spreadsheet take it for a formula?
pub(super) fn is_formula(text: &str) -> bool {
    let sign = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || is_unseen(c)).chars().next();
    matches!(sign, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹢' | '﹣' | '﹦' | '﹫'))
        || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_neutralised() {
        assert_eq!(neutral("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(neutral("@SUM(A1)"), "'@SUM(A1)");
        for text in
            ["＝1", "＋1", "－1", "＠A", "\t1", "\r1", " =1", "\u{3000}＝1", "\u{A0}-1", "\u{200B}@A", "\u{2800}=1"]
        {
            assert_eq!(neutral(text), format!("'{text}"));
        }
        for text in ["甲县教育局", "", " 甲", "1－2"] {
            assert_eq!(neutral(text), text);
        }
    }
}
