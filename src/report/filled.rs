//! A ledger of problems that an office has sent out and got back: what agencies say of each problem (整改情况).
//!
//! Owns: which columns there are, in whatever order and by whatever usual heading, on every sheet that has them. Whose a line
//! is, is for the caller to say: this knows no reports.

use super::SafeText;
use super::list::{Entry, List, ListError, year};

/// A line in which something was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FilledLine {
    /// The sheet that it stands on; empty in a text.
    pub(crate) sheet: SafeText,
    pub(crate) line: u32,
    /// The mark of the problem, by which the ledger calls it.
    pub(crate) mark: Option<SafeText>,
    pub(crate) agency: Option<SafeText>,
    pub(crate) region: Vec<SafeText>,
    pub(crate) year: Option<u16>,
    pub(crate) rule: Option<SafeText>,
    pub(crate) place: Option<SafeText>,
    /// What was filled in; several lines maybe.
    pub(crate) text: SafeText,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FilledColumn {
    Text,
    Mark,
    Agency,
    Region,
    Year,
    Rule,
    Place,
}

/// How headings are written.
const HEADINGS: [(FilledColumn, &[&str]); 7] = [
    (
        FilledColumn::Text,
        &[
            "整改情况",
            "整改结果",
            "整改落实情况",
            "整改完成情况",
            "整改反馈",
            "整改说明",
            "整改措施",
            "落实情况",
            "Correction",
            "correction",
        ],
    ),
    (FilledColumn::Mark, &["标识", "问题标识", "Id", "id", "fingerprint"]),
    (FilledColumn::Agency, &["机关", "机关名称", "单位", "单位名称", "单位全称", "责任单位", "Agency", "agency"]),
    (FilledColumn::Region, &["地区", "所属地区", "Region", "region"]),
    (FilledColumn::Year, &["年度", "年份", "Year", "year"]),
    (FilledColumn::Rule, &["规则", "规则编号", "Rule", "rule"]),
    (FilledColumn::Place, &["位置", "问题位置", "Place", "place"]),
];

/// What a spreadsheet shows where a formula has failed.
const FAILED: [&str; 8] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];

/// Reads a workbook, or a CSV text. `own` is what the office calls the column that was filled in.
///
/// # Errors
/// [`ListError`], naming line and column: no such column, or more than any ledger has.
pub(crate) fn filled(bytes: &[u8], own: Option<&str>) -> Result<Vec<FilledLine>, ListError> {
    let meaning = |heading: &str| match own {
        Some(own) if own.trim() == heading => Some(FilledColumn::Text),
        // What is usually called so is then something else.
        own => headed(heading).filter(|column| own.is_none() || *column != FilledColumn::Text),
    };
    let sheets = List::read_all(bytes, &FilledColumn::Text, meaning)?;
    let of_sheet = |(sheet, list): &(SafeText, List<FilledColumn>)| {
        list.entries().filter_map(|entry| line(sheet, &entry)).collect::<Vec<_>>()
    };
    Ok(sheets.iter().flat_map(of_sheet).collect())
}

fn headed(heading: &str) -> Option<FilledColumn> {
    HEADINGS.iter().find(|(_, names)| names.contains(&heading)).map(|(column, _)| *column)
}

fn line(sheet: &SafeText, entry: &Entry<'_, FilledColumn>) -> Option<FilledLine> {
    let says = |text: &&str| text.chars().any(char::is_alphanumeric) && !FAILED.contains(text);
    let text = entry.text(&FilledColumn::Text).filter(says)?;
    let own = |column| entry.text(&column).map(SafeText::line);
    Some(FilledLine {
        sheet: sheet.clone(),
        line: entry.line(),
        mark: own(FilledColumn::Mark),
        agency: own(FilledColumn::Agency),
        region: entry.region(&FilledColumn::Region).unwrap_or_default(),
        year: entry.text(&FilledColumn::Year).and_then(|text| year(text).ok()),
        rule: own(FilledColumn::Rule),
        place: own(FilledColumn::Place),
        text: SafeText::lines(text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, own: Option<&str>) -> Vec<(u32, Option<String>, String)> {
        let lines = filled(text.as_bytes(), own).unwrap().into_iter();
        lines.map(|one| (one.line, one.mark.map(|mark| mark.to_string()), one.text.to_string())).collect()
    }

    #[test]
    fn columns_may_stand_anywhere_and_what_says_nothing_is_passed_over() {
        let text = "问题台账\n整改结果,标识,机关\n已更正,a1,甲局\n,a2,乙局\n/,a3,丙局\n#REF!,a4,丁局\n";
        assert_eq!(lines(text, None), [(3, Some("a1".to_owned()), "已更正".to_owned())]);
        let own = "整改情况,我们的话,标识\n旧话,新话,a1\n";
        assert_eq!(lines(own, Some("我们的话")), [(2, Some("a1".to_owned()), "新话".to_owned())]);
        assert!(filled("机关,标识\n甲局,a1\n".as_bytes(), None).is_err());
    }
}
