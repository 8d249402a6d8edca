//! A ledger of problems that an office has sent out and got back: what agencies say of each problem (整改情况).
//!
//! Owns: which columns there are, in whatever order and by whatever usual heading, on every sheet that has them. Whose a line
//! is, is for the caller to say: this knows no reports.

use super::SafeText;
use super::list::{Entry, List, ListError, ListErrorKind, year};

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
    /// Why the year or the region that it names is none.
    pub(crate) unread: Option<ListError>,
    pub(crate) rule: Option<SafeText>,
    pub(crate) place: Option<SafeText>,
    /// What was filled in; several lines maybe.
    pub(crate) text: SafeText,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FilledColumn {
    /// What was filled in, and what the heading calls it; nothing where the office has named the column.
    Text(&'static str),
    Mark,
    Agency,
    Region,
    Year,
    Rule,
    Place,
}

/// How our own ledgers head what is filled in.
const OWN_TEXTS: [&str; 3] = ["整改情况", "Correction", "correction"];
/// How others do.
const OTHER_TEXTS: [&str; 7] =
    ["整改结果", "整改落实情况", "整改完成情况", "整改反馈", "整改说明", "整改措施", "落实情况"];

/// How the other headings are written.
const HEADINGS: [(FilledColumn, &[&str]); 6] = [
    (FilledColumn::Mark, &["标识", "问题标识", "Id", "id", "fingerprint"]),
    (FilledColumn::Agency, &["机关", "机关名称", "单位", "单位名称", "单位全称", "责任单位", "Agency", "agency"]),
    (FilledColumn::Region, &["地区", "所属地区", "Region", "region"]),
    (FilledColumn::Year, &["年度", "年份", "Year", "year"]),
    (FilledColumn::Rule, &["规则", "规则编号", "Rule", "rule"]),
    (FilledColumn::Place, &["位置", "问题位置", "Place", "place"]),
];

/// What a spreadsheet shows where a formula has failed.
const FAILED: [&str; 8] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];

/// The lines of a ledger, and the sheets of it that cannot be read.
#[derive(Debug)]
pub(crate) struct FilledLedger {
    pub(crate) lines: Vec<FilledLine>,
    pub(crate) unread: Vec<ListError>,
}

/// Reads a workbook, or a CSV text. `own` is what the office calls the column that was filled in; else all that are usually
/// called so are taken.
///
/// # Errors
/// [`ListError`], naming line and column: no such column, two of one name, or more than any ledger has.
pub(crate) fn filled(bytes: &[u8], own: Option<&str>) -> Result<FilledLedger, ListError> {
    let meaning = |heading: &str| match own {
        Some(own) if own.trim() == heading => Some(FilledColumn::Text("")),
        // What is usually called so is then something else.
        own => headed(heading).filter(|column| own.is_none() || !is_text(column)),
    };
    let (sheets, unread) = List::read_all(bytes, is_text, meaning)?;
    // Which of two columns of one name is meant nobody can say, and the words of neither may be lost.
    let is_lost = |note: &&ListError| matches!(&note.kind, ListErrorKind::ColumnTwice(name) if meaning(name).as_ref().is_some_and(is_text));
    if let Some(twice) = sheets.iter().flat_map(|(_, list)| &list.notes).find(is_lost) {
        return Err(twice.clone());
    }
    let of_sheet = |(sheet, list): &(SafeText, List<FilledColumn>)| {
        list.entries().filter_map(|entry| line(sheet, &entry)).collect::<Vec<_>>()
    };
    Ok(FilledLedger { lines: sheets.iter().flat_map(of_sheet).collect(), unread })
}

fn is_text(column: &FilledColumn) -> bool {
    matches!(column, FilledColumn::Text(_))
}

fn headed(heading: &str) -> Option<FilledColumn> {
    let text = OWN_TEXTS.into_iter().chain(OTHER_TEXTS).find(|name| *name == heading);
    let other = || HEADINGS.iter().find(|(_, names)| names.contains(&heading)).map(|(column, _)| *column);
    text.map(FilledColumn::Text).or_else(other)
}

fn line(sheet: &SafeText, entry: &Entry<'_, FilledColumn>) -> Option<FilledLine> {
    let text = words(entry)?;
    let own = |column| entry.text(&column).map(SafeText::line);
    let named = entry.text(&FilledColumn::Year).map(|text| entry.value(&FilledColumn::Year, text, year)).transpose();
    let (region, year) = (entry.region(&FilledColumn::Region), named);
    let unread = year.as_ref().err().or(region.as_ref().err()).cloned();
    Some(FilledLine {
        sheet: sheet.clone(),
        line: entry.line(),
        mark: own(FilledColumn::Mark),
        agency: own(FilledColumn::Agency),
        region: region.unwrap_or_default(),
        year: year.ok().flatten(),
        // Its line is told with it.
        unread: unread.map(|unread| ListError { line: 0, ..unread }),
        rule: own(FilledColumn::Rule),
        place: own(FilledColumn::Place),
        text: SafeText::lines(&text),
    })
}

/// All that was filled into a line: as it stands where that is one column, else each with what its heading calls it.
fn words(entry: &Entry<'_, FilledColumn>) -> Option<String> {
    let says = |text: &str| text.chars().any(char::is_alphanumeric) && !FAILED.contains(&text);
    let told = entry.fields().filter_map(|(column, text)| match column {
        FilledColumn::Text(heading) if says(text) => Some((*heading, text)),
        _ => None,
    });
    let told: Vec<(&str, &str)> = told.collect();
    match told.as_slice() {
        [] => None,
        [(_, only)] => Some((*only).to_owned()),
        several => {
            Some(several.iter().map(|(heading, text)| format!("{heading}：{text}")).collect::<Vec<_>>().join("\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, own: Option<&str>) -> Vec<(u32, Option<String>, String)> {
        let lines = filled(text.as_bytes(), own).unwrap().lines.into_iter();
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

    #[test]
    fn no_words_are_lost_where_several_columns_hold_some() {
        let text = "标识,整改措施,整改情况,落实情况\na1,复核,已更正,\na2,,只此,\na3,,,已落实\n";
        let told = |own| lines(text, own).into_iter().map(|(_, _, text)| text).collect::<Vec<_>>();
        assert_eq!(told(None), ["整改措施：复核\n整改情况：已更正", "只此", "已落实"]);
        assert_eq!(told(Some("整改情况")), ["已更正", "只此"]);
        let twice = filled("标识,整改情况,整改情况\na1,,已更正\n".as_bytes(), None).unwrap_err();
        assert!(matches!(twice.kind, ListErrorKind::ColumnTwice(_)) && twice.column == 3, "{twice}");
    }
}
