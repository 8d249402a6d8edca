//! Who reports, and on which year: from the title, or else from the text or the file name, with a doubt.

use super::block::{Block, trim};
use super::normalise::key;
use super::sections::plain;

/// What stands where in a title of this kind.
const SUBJECT: [&str; 2] = ["政府信息公开", "信息公开"];
const REPORT: &str = "报告";
/// How the names of agencies end.
const ENDINGS: [&str; 24] = [
    "局",
    "委",
    "办",
    "办公室",
    "政府",
    "办事处",
    "委员会",
    "中心",
    "厅",
    "院",
    "部",
    "处",
    "所",
    "站",
    "队",
    "会",
    "社",
    "署",
    "行",
    "馆",
    "校",
    "学校",
    "集团",
    "公司",
];
/// Titles stand in the first so many blocks.
const HEAD: usize = 40;
const MAX_NAME: usize = 40;

/// Where a year or a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Title,
    /// `2023年1月1日至12月31日`
    Period,
    Text,
    File,
}

/// The title and what it says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// As it stands, on one line.
    pub text: String,
    pub agency: Option<String>,
    pub year: Option<u16>,
    /// The block where it begins.
    pub at: usize,
}

/// The title among the blocks before the first section.
pub(super) fn title(blocks: &[Block<'_>], before: usize) -> Option<Title> {
    let lines: Vec<String> =
        blocks.iter().take(before.min(HEAD)).map(|block| plain(&block.text()).to_owned()).collect();
    for size in 1..=3 {
        for (at, window) in lines.windows(size).enumerate() {
            let text = window.concat();
            if text.chars().count() > 120 || !is_title(&text) {
                continue;
            }
            let (mut agency, mut year) = parse(&text);
            let (mut title, mut at) = (text, at);
            let above = at.checked_sub(1).and_then(|above| lines.get(above).map(|line| (above, line)));
            let above = above.filter(|(_, above)| is_name(above) || is_name_and_year(above));
            if let (None, Some((line, above))) = (&agency, above) {
                // The agency, and perhaps the year, may stand on the line above.
                title = format!("{above}{title}");
                (agency, year) = parse(&title);
                at = line;
            }
            return Some(Title { text: title, agency, year, at });
        }
    }
    None
}

fn is_title(text: &str) -> bool {
    let text = compact(text);
    !text.contains('。') && subject(&text).is_some_and(|at| text.get(at..).is_some_and(|rest| rest.contains(REPORT)))
}

fn subject(text: &str) -> Option<usize> {
    SUBJECT.iter().find_map(|subject| text.find(subject))
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Agency and year out of a title.
fn parse(title: &str) -> (Option<String>, Option<u16>) {
    let text = compact(title);
    let end = subject(&text).unwrap_or(text.len());
    let year = first_year(&text);
    let name = match year {
        Some((from, to, _)) if from < end => {
            let before = name(text.get(..from).unwrap_or_default());
            before.or_else(|| name(text.get(to..end).unwrap_or_default()))
        }
        _ => name(text.get(..end).unwrap_or_default()),
    };
    (name, year.map(|(_, _, year)| year))
}

fn name(text: &str) -> Option<String> {
    let text = text.rsplit(['：', ':']).next().unwrap_or_default();
    let text = text.trim_start_matches("关于").trim_start_matches("度");
    let text = text.trim_matches(|c: char| "《》“”\"-—_·、，,.　".contains(c) || c.is_ascii_digit());
    (text.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| text.to_owned())
}

/// Could this line be the name of an agency?
fn is_name(line: &str) -> bool {
    let line = compact(line);
    let bare = line.trim_end_matches(['）', ')']);
    line.chars().count() <= MAX_NAME
        && !line.contains(['。', '：', ':', '，', '；', '、', '【', '/'])
        && ENDINGS.iter().any(|ending| bare.ends_with(ending))
}

/// A title's first half: `临江县示例局2023年`.
fn is_name_and_year(line: &str) -> bool {
    let line = compact(line);
    first_year(&line).is_some_and(|(from, to, _)| {
        line.get(..from).is_some_and(is_name) && line.get(to..).is_some_and(|rest| rest.is_empty() || rest == "度")
    })
}

/// The first year in a text, `2023年`, `２０２３ 年` or `二〇二三年`: where it begins and ends, and which it is.
fn first_year(text: &str) -> Option<(usize, usize, u16)> {
    years(text).next()
}

fn years(text: &str) -> impl Iterator<Item = (usize, usize, u16)> + '_ {
    let mut digits: Vec<(usize, u16)> = Vec::new();
    let mut found = text.char_indices().filter_map(move |(at, c)| {
        if let Some(digit) = digit(c) {
            if digits.len() > 4 {
                digits.remove(0);
            }
            digits.push((at, digit));
            return None;
        }
        if c.is_whitespace() {
            return None;
        }
        let year = match digits.as_slice() {
            [first, _, _, _] if c == '年' => {
                let year = digits.iter().fold(0, |sum, (_, digit)| sum * 10 + digit);
                (2000..2100).contains(&year).then_some((first.0, at + c.len_utf8(), year))
            }
            _ => None,
        };
        digits.clear();
        year
    });
    std::iter::from_fn(move || found.next())
}

fn digit(c: char) -> Option<u16> {
    let code = |from: char| u16::try_from(u32::from(c) - u32::from(from)).ok();
    match c {
        '0'..='9' => code('0'),
        '０'..='９' => code('０'),
        '〇' | '○' | 'Ｏ' | '零' => Some(0),
        _ => "一二三四五六七八九".chars().zip(1..).find(|(numeral, _)| *numeral == c).map(|(_, value)| value),
    }
}

/// The year that a text speaks of most often; the earlier one where two are equal.
pub(super) fn year_in(text: &str) -> Option<u16> {
    let mut counts = std::collections::BTreeMap::new();
    for (_, _, year) in years(text).take(1000) {
        *counts.entry(year).or_insert(0_u32) += 1;
    }
    let most = counts.values().max().copied();
    counts.into_iter().find(|(_, count)| Some(*count) == most).map(|(year, _)| year)
}

/// The year of the period that the first lines give: `2023年1月1日至2023年12月31日`.
pub(super) fn period_year(blocks: &[Block<'_>]) -> Option<u16> {
    let text: String = blocks.iter().take(HEAD).flat_map(|block| block.filled()).map(compact).collect();
    years(&text).take(200).find_map(|(_, to, year)| {
        let rest = text.get(to..)?.strip_prefix("1月1日")?;
        let end = rest.split("12月31日").next().filter(|between| between.len() < rest.len())?;
        let other = first_year(end).map(|(_, _, year)| year);
        (end.chars().count() <= 12 && other.is_none_or(|other| other == year)).then_some(year)
    })
}

/// The year in a file name: four digits that are not part of a longer number or a code.
pub(super) fn year_in_file(name: &str) -> Option<u16> {
    if let Some((_, _, year)) = first_year(name) {
        return Some(year);
    }
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    let mut years = parts.filter(|part| part.len() == 4).filter_map(|part| part.parse().ok());
    years.find(|year| (2000..2100).contains(year))
}

/// An agency's name from a file name.
pub(super) fn agency_in_file(stem: &str) -> Option<String> {
    if is_title(stem) {
        return parse(stem).0;
    }
    let mut parts = stem.split(|c: char| !c.is_alphabetic() || c == '年');
    parts.find(|part| is_name(part) && key(part).len() >= 3).map(str::to_owned)
}

/// An agency's name alone on a line, near the beginning or as a signature at the end.
pub(super) fn agency_in_lines(blocks: &[Block<'_>], before: usize) -> Option<String> {
    let ends = blocks.iter().rev().take(4).map(|block| (block, 3));
    let mut lines = blocks.iter().take(before.min(HEAD)).map(|block| (block, 3)).chain(ends);
    lines.find_map(|(block, least)| {
        let text = block.text();
        let text = compact(trim(plain(&text)));
        (!block.is_row() && is_name(&text) && text.chars().count() > least).then_some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::super::block::blocks;
    use super::*;

    fn read(text: &str) -> (String, u16) {
        let title = title(&blocks(text).unwrap(), 9).unwrap();
        (title.agency.unwrap_or_default(), title.year.unwrap_or_default())
    }

    #[test]
    fn titles_of_many_kinds() {
        for text in [
            "临江县示例局2023年政府信息公开工作年度报告",
            "# 临江县示例局 ２０２３ 年 政府信息公开 工作年度报告",
            "临江县示例局\n2023年政府信息公开工作年度报告",
            "索引号：0123\n临江县示例局二〇二三年\n政府信息公开年度报告",
            "2023年临江县示例局政府信息公开工作年度报告",
            "2023年度临江县示例局信息公开年度报告",
            "标题：临江县示例局2023年度政府信息公开工作年度报告",
        ] {
            assert_eq!(read(text), ("临江县示例局".to_owned(), 2023), "{text}");
        }
        assert_eq!(read("临江县政府信息公开工作年度报告（2022年）"), ("临江县".to_owned(), 2022));
        assert_eq!(read("2023年政府信息公开工作年度报告"), (String::new(), 2023));
        assert!(title(&blocks("本年政府信息公开工作顺利。特此报告。").unwrap(), 9).is_none());
    }

    #[test]
    fn years_and_names_elsewhere() {
        assert_eq!(year_in("2022年以来，2023 年和2023年"), Some(2023));
        assert_eq!(year_in("12023年、123年、1987年"), None);
        assert_eq!(year_in_file("000_95af89942023de1f.txt"), None);
        assert_eq!(year_in_file("示例局-2022.txt"), Some(2022));
        assert_eq!(agency_in_file("03_临江县示例局_2023"), Some("临江县示例局".to_owned()));
        assert_eq!(agency_in_file("2023年临江县示例局政府信息公开工作年度报告"), Some("临江县示例局".to_owned()));
        assert_eq!(agency_in_file("000_95af"), None);
        assert_eq!(agency_in_lines(&blocks("甲\t乙\n临江县示例局\n一").unwrap(), 3), Some("临江县示例局".to_owned()));
    }
}
