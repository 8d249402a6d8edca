//! Names and years elsewhere than in the title: in lines, prose, file names.

use crate::read::document::block::{Block, trim};
use crate::read::section::plain;
use crate::read::spelling::normalise::key;
use crate::read::spelling::years::{first_year, year_in, years};
use crate::report::mention::{MAX_NAME, is_stop, is_whole_name, last_name, leading_name, may_end_name, unquoted};
use crate::report::standing::standing;

use super::title::{HEAD, is_title, parse, subject};

pub(in crate::read) use crate::report::mention::{compact, is_name};

/// Where a year or a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum From {
    Title,
    /// `2023年1月1日至12月31日`
    Period,
    /// The head of a page, or the metadata of a file.
    Head,
    /// The preface or a letter before it.
    Preface,
    Text,
    /// The report before it in the same document.
    Above,
    Folder,
    File,
}

/// The name of an agency in what a title has beside year and subject.
pub(in crate::read) fn name(text: &str) -> Option<String> {
    let marks = [
        '：', ':', '>', '＞', '»', '›', '|', '｜', '/', '{', '}', '\\', '=', '"', '<', '[', ']', '【', '】', '#', '*',
        '`',
    ];
    let has_words = |part: &&str| part.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let text = text.rsplit(marks).find(has_words).unwrap_or_default();
    // Where a page says its title twice, what it says last is whole.
    let text = TITLE_WORDS
        .iter()
        .filter_map(|word| Some(text.rsplit_once(word)?.1))
        .min_by_key(|rest| rest.len())
        .unwrap_or(text);
    let text =
        text.trim_start_matches("关于").trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '度'));
    let text = text.trim_end_matches('的').trim_end_matches("关于");
    let text = text.trim_matches(|c: char| !c.is_alphanumeric() && !"（）()".contains(c) || c.is_ascii_digit());
    let text = last_name(text);
    let is_long = text.chars().count() > MAX_NAME || text.contains(['，', '《', '。']);
    (!is_long && text.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| text.to_owned())
}

/// What belongs to a title and to no name.
const TITLE_WORDS: [&str; 4] = ["年度报告", "工作报告", "信息公开", "年报"];

/// Is this line a region and nothing else: the region itself reports?
pub(in crate::read) fn is_place(line: &str) -> bool {
    let line = compact(line);
    let ends = ["省", "市", "县", "区", "旗", "盟", "州"].iter().any(|end| line.ends_with(end));
    ends && (2..=MAX_NAME).contains(&line.chars().count())
        && standing(&line).region.last().is_some_and(|last| line.ends_with(last.as_str()))
}

/// A title's first half: `临江县示例局2023年`.
pub(in crate::read) fn is_name_and_year(line: &str) -> bool {
    let line = compact(line);
    first_year(&line).is_some_and(|(from, to, _)| {
        line.get(..from).is_some_and(is_name) && line.get(to..).is_some_and(|rest| rest.is_empty() || rest == "度")
    })
}

/// The year of the period that the first lines give: `2023年1月1日至2023年12月31日`.
pub(in crate::read) fn period_year(blocks: &[Block<'_>]) -> Option<u16> {
    let text: String = blocks.iter().take(HEAD).flat_map(|block| block.filled()).map(compact).collect();
    years(&text).take(200).find_map(|(_, to, year)| {
        let rest = text.get(to..)?.strip_prefix("1月1日")?;
        let end = rest.split("12月31日").next().filter(|between| between.len() < rest.len())?;
        let other = first_year(end).map(|(_, _, year)| year);
        (end.chars().count() <= 12 && other.is_none_or(|other| other == year)).then_some(year)
    })
}

/// The year in a file name: four digits that are not part of a longer number or a code.
pub(in crate::read) fn year_in_file(name: &str) -> Option<u16> {
    if let Some((_, _, year)) = first_year(name) {
        return Some(year);
    }
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    let mut years = parts.filter(|part| part.len() == 4).filter_map(|part| part.parse().ok());
    years.find(|year| (2000..2100).contains(year))
}

/// An agency's name from the name of a file or a folder.
pub(in crate::read) fn agency_in_file(stem: &str) -> Option<String> {
    if is_title(stem) {
        return parse(stem).0;
    }
    let mut parts = stem.split(|c: char| !c.is_alphabetic() || c == '年').map(|part| part.trim_start_matches('度'));
    let part = parts.find(|part| is_name(part) && key(part).len() >= 3 && !is_collective(part))?;
    Some(part.to_owned())
}

/// What names many, or a state of the work, and nobody: 各县区政府, 直属单位, 待审.
const COLLECTIVES: [&str; 20] = [
    "各", "全市", "全县", "全区", "全省", "所有", "全部", "其他", "直属", "市直", "县直", "区直", "省直", "部门",
    "单位", "未报", "已报", "待", "退回", "汇总",
];

fn is_collective(part: &str) -> bool {
    COLLECTIVES.iter().any(|word| part.starts_with(word))
        || ["单位", "部门", "机关", "各局"].iter().any(|end| part.ends_with(end))
}

/// An agency's name alone on a line near the beginning.
pub(in crate::read) fn agency_in_lines(blocks: &[Block<'_>], before: usize) -> Option<String> {
    blocks.iter().take(before.min(HEAD)).find_map(name_alone)
}

/// An agency's name as a signature at the end.
pub(in crate::read) fn agency_signed(blocks: &[Block<'_>]) -> Option<String> {
    blocks.iter().rev().take(4).find_map(name_alone)
}

fn name_alone(block: &Block<'_>) -> Option<String> {
    let text = block.text();
    let text = compact(trim(plain(&text)));
    // Part of a sentence that is broken over lines ends like a name too.
    (!block.is_row() && is_whole_name(&text) && text.chars().count() > 3).then_some(text)
}

/// What stands before a name in a preface.
const BEFORE_NAMES: [&str; 16] = [
    "现将",
    "公布",
    "发布",
    "现就",
    "公开",
    "报告由",
    "编制",
    "总结",
    "由",
    "将",
    "对",
    "为",
    "和",
    "与",
    "是",
    "结合",
];
/// So much of a text is looked through for a name.
const MAX_PROSE: usize = 4000;

/// An agency's name before 政府信息公开 in a preface: `现将某县某局2023年度政府信息公开…`.
pub(in crate::read) fn agency_in_preface(blocks: &[Block<'_>], before: usize) -> Option<String> {
    let text = preface(blocks, before);
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(subject) {
        let before = text.get(from..from + at).unwrap_or_default();
        let clause = before.rsplit(is_stop).next().unwrap_or_default();
        let clause = match first_year(clause) {
            Some((start, end, _)) => clause.get(..start).filter(|part| !part.is_empty()).or_else(|| clause.get(end..)),
            None => Some(clause),
        };
        let begin = |clause: &str| BEFORE_NAMES.iter().filter_map(|word| Some(clause.rfind(word)? + word.len())).max();
        let behind = clause.and_then(|clause| {
            let begin = begin(clause);
            Some((clause.get(begin.unwrap_or(0)..)?.trim_matches('度'), begin.is_some()))
        });
        // A town need not say in which county it lies, where 现将 says that it is the name.
        let is_town = |name: &str| {
            let ends = ["镇", "乡", "街道", "苏木", "开发区"].iter().any(|end| name.ends_with(end));
            ends && (3..=12).contains(&name.chars().count()) && !name.starts_with(['我', '本', '全', '各', '该'])
        };
        let is_named = |(name, is_said): &(&str, bool)| is_whole_name(name) || *is_said && is_town(name);
        if let Some((name, _)) = behind.filter(is_named) {
            return Some(last_name(name).to_owned());
        }
        from += at + 1;
        while !text.is_char_boundary(from) {
            from += 1;
        }
    }
    None
}

/// The body that a preface names at the beginning of a clause, or as the one that compiled the report.
pub(in crate::read) fn body_in_preface(blocks: &[Block<'_>], before: usize) -> Option<String> {
    preface(blocks, before).split(is_stop).filter(|clause| clause.contains(may_end_name)).find_map(|clause| {
        let behind = BEFORE_NAMES.iter().filter_map(|word| clause.get(clause.find(word)? + word.len()..));
        behind.chain(std::iter::once(clause)).find_map(leading_name).map(str::to_owned)
    })
}

/// What stands before the first section, without what is quoted.
fn preface(blocks: &[Block<'_>], before: usize) -> String {
    let text: String =
        blocks.iter().take(before.min(HEAD)).flat_map(Block::filled).map(|field| compact(field) + "\n").collect();
    unquoted(&text.chars().take(MAX_PROSE).collect::<String>())
}

/// The agency that a text speaks of most often at the beginning of a clause; the first where two are equal.
pub(in crate::read) fn agency_in_prose(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).take(MAX_PROSE).collect();
    let text = unquoted(&text);
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for clause in text.split(is_stop).take(200) {
        let clause = first_year(clause)
            .filter(|(from, ..)| *from == 0)
            .map_or(clause, |(_, to, _)| clause.get(to..).unwrap_or_default());
        let Some(name) = leading_name(clause.trim_start_matches('度')) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(name, _)| (*name).to_owned())
}

/// The year in which a report was signed, less one: reports are signed in the January after.
pub(in crate::read) fn year_signed(blocks: &[Block<'_>]) -> Option<u16> {
    let last = blocks.iter().rev().take(6);
    last.filter(|block| !block.is_row()).find_map(|block| day_alone(&block.text()))
}

/// The year that a line tells of which is a day and nothing else, `2024年1月20日` or `发布时间：2024年1月20日`.
pub(in crate::read) fn day_alone(text: &str) -> Option<u16> {
    let text = compact(text);
    let day =
        text.rsplit_once(['：', ':']).filter(|(label, _)| label.chars().count() <= 6).map_or(&*text, |(_, day)| day);
    let (from, to, year) = first_year(day)?;
    let rest = day.get(to..)?.strip_suffix('日').filter(|rest| from == 0 && rest.chars().count() <= 7)?;
    Some(reported_in(year, rest.trim_start_matches('年').split('月').next()?.parse().ok()?))
}

/// The year that is reported on by what is put up in this month: reports are put up in the first months of the year after.
fn reported_in(year: u16, month: u8) -> u16 {
    if month < 7 { year - 1 } else { year }
}

/// The year of the cell that has the title of a report: some programs put the whole text into a table.
pub(in crate::read) fn year_in_title_cell(blocks: &[Block<'_>]) -> Option<u16> {
    let titles = cells(blocks).filter(|text| is_like_title(text));
    titles.take(50).find_map(|text| first_year(text).map(|(_, _, year)| year))
}

/// What a title says of the report.
const TITLES: [&str; 3] = ["年度报告", "工作报告", "年报"];

fn is_like_title(text: &str) -> bool {
    text.contains("信息公开") && TITLES.iter().any(|word| text.contains(word))
}

/// What a page writes before the titles of other documents.
const LINKS: [&str; 8] = ["上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "相关", "往年"];

/// Does it lead to another document?
pub(in crate::read) fn leads_on(block: &Block<'_>) -> bool {
    block.filled().any(|text| LINKS.iter().any(|word| text.starts_with(word)))
}

/// The year that the cells of tables speak of most often. Titles that stand `below` are those of other reports.
pub(in crate::read) fn year_in_cells(above: &[Block<'_>], below: &[Block<'_>]) -> Option<u16> {
    let texts = cells(above).chain(cells(below).filter(|text| !is_like_title(text)));
    year_in(&texts.map(|text| text.to_owned() + "\n").collect::<String>())
}

fn cells<'b>(blocks: &'b [Block<'_>]) -> impl Iterator<Item = &'b str> {
    blocks.iter().filter(|block| block.is_row() && !leads_on(block)).flat_map(|block| block.filled())
}

/// The year that the first date tells of: a line that is a day, else one in digits, `2024-01-20`.
pub(in crate::read) fn year_of_date(blocks: &[Block<'_>]) -> Option<u16> {
    let lines = blocks.iter().filter(|block| !block.is_row());
    lines.map(Block::text).find_map(|text| day_alone(&text)).or_else(|| year_of_digits(blocks))
}

fn year_of_digits(blocks: &[Block<'_>]) -> Option<u16> {
    let texts = blocks.iter().flat_map(|block| block.filled()).filter(|text| text.len() <= 400);
    texts.flat_map(|text| text.split(|c: char| !c.is_ascii_digit() && !"-./".contains(c))).find_map(|word| {
        let parts: Vec<&str> = word.split(['-', '.', '/']).take(4).collect();
        let [year, month, day] = *parts else { return None };
        let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
        let year = year.parse().ok().filter(|_| year.len() == 4).filter(|year| (2001..2100).contains(year))?;
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| reported_in(year, month))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::document::block::blocks;

    #[test]
    fn a_line_that_is_a_day_is_no_text_about_its_year() {
        assert_eq!(day_alone("2024年1月20日"), Some(2023));
        assert_eq!(day_alone("2023年12月28日"), Some(2023));
        assert_eq!(day_alone(" 发布时间： 2024 年 1 月 20 日 "), Some(2023));
        assert_eq!(day_alone("2024年1月20日发布公告"), None);
        assert_eq!(day_alone("2024年，本局于1月20日"), None);
        assert_eq!(day_alone("本局已公开下列各项文件：2024年1月20日"), None);
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
        assert_eq!(agency_in_file("城关区财政局"), Some("城关区财政局".to_owned()));
        for folder in [
            "2024年",
            "附件",
            "待审",
            "各县区政府",
            "市直各部门",
            "其他单位",
            "直属机构办公室",
            "年报汇总",
            "01",
            "未报街道办",
        ] {
            assert_eq!(agency_in_file(folder), None, "{folder}");
        }
        assert_eq!(agency_in_lines(&blocks("甲\t乙\n临江县示例局\n一").unwrap(), 3), Some("临江县示例局".to_owned()));
    }

    #[test]
    fn names_stand_in_prefaces_and_texts() {
        let preface = |text: &str| {
            let blocks = blocks(text).unwrap();
            agency_in_preface(&blocks, 9).or_else(|| body_in_preface(&blocks, 9)).unwrap_or_default()
        };
        for text in [
            "根据《条例》和《某县办公室关于2024年度政府信息公开工作年度报告编制工作的通知》要求，现将漪水县统计局2024年度政府信息公开工作情况报告如下：",
            "根据《条例》，现向社会公布漪水县统计局2024年政府信息公开工作年度报告。",
            "本报告由漪水县统计局编制。",
            "根据《条例》，漪水县统计局编制本报告。",
        ] {
            assert_eq!(preface(text), "漪水县统计局", "{text}");
        }
        assert_eq!(preface("根据《中华人民共和国政府信息公开条例》编制本报告。"), "");
        assert_eq!(preface("现将柳坞镇2024年度政府信息公开工作情况报告如下："), "柳坞镇");
        assert_eq!(preface("现将我镇2024年度政府信息公开工作情况报告如下："), "");
        let prose = |text: &str| agency_in_prose(text).unwrap_or_default();
        assert_eq!(prose("2023年，漪水县统计局认真落实要求。市局指导。"), "漪水县统计局");
        assert_eq!(prose("2023年漪水县人民政府办公室会同漪水县财政局开展培训。"), "漪水县人民政府办公室");
        assert_eq!(prose("我局认真落实要求，着力构建公开格局。"), "");
        assert_eq!(prose("政府信息公开年报漪水县统计局2023年度报告。"), "");
        assert_eq!(prose("<title>漪水县统计局2023年度工作。"), "漪水县统计局");
        assert_eq!(prose("年报漪水县统计局2023年工作。"), "漪水县统计局");
        assert_eq!(preface("依据〈中华人民共和国政府信息公开条例〉和《国务院办公厅政府信息与政务公开办公室"), "");
        assert_eq!(preface("根据〈规定〉的要求\n公开办公室\n编制本报告。"), "");
        assert_eq!(year_signed(&blocks("甲\n2024年1月20日").unwrap()), Some(2023));
    }
}
