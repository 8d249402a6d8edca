//! The title of a report among the first lines of a document.
//!
//! A title has a year and speaks of 信息公开 … 报告, and nothing else: lines of a menu, prefaces, what stands inside
//! of 《》, metadata and covering letters speak of it too. It may be broken over lines, also within a word, with agency
//! or year on a line of their own. Names of fields (`标题：`) and bars around it are no part of it.

use super::block::Block;
use super::identity::{compact, first_year, is_name, is_name_and_year, is_place, name};
use super::sections::plain;

/// What stands where in a title of this kind.
const SUBJECT: [&str; 2] = ["政府信息公开", "信息公开"];
const REPORTS: [&str; 3] = ["报告", "年报", "报吿"];
/// All that may stand between subject and report.
const BETWEEN: [&str; 16] = [
    "工作",
    "年度",
    "情况",
    "总结",
    "制度",
    "执行",
    "落实",
    "实施",
    "贯彻",
    "依申请",
    "条例",
    "自查",
    "专项",
    "年",
    "的",
    "及",
];
/// What a title does not begin with: a preface, a remark, a crumb.
const PREFACES: [&str; 22] = [
    "根据",
    "按照",
    "依据",
    "依照",
    "遵照",
    "为",
    "现将",
    "现就",
    "本报告",
    "本年",
    "本机关",
    "我",
    "以下",
    "按",
    "当前位置",
    "您",
    "你",
    "首页",
    "上一篇",
    "下一篇",
    "关闭",
    "索引号",
];
/// What no title has in it.
const NO_TITLES: [&str; 17] = [
    "。",
    "；",
    "，",
    "如下",
    "予以公布",
    "特此",
    "的通知",
    "国办公开办",
    "点击",
    "下载",
    "解读",
    "图解",
    "首页",
    ">",
    "＞",
    "汇总",
    "栏目",
];
/// A letter or a notice that a report came with: 关于报送….
const LETTERS: [&str; 10] = ["报送", "上报", "呈报", "呈送", "报请", "印发", "公布", "发布", "报备", "提交"];
/// Fields of metadata that hold the title.
const TITLE_FIELDS: [&str; 13] = [
    "标题",
    "信息名称",
    "文件名称",
    "公文标题",
    "文章标题",
    "信息标题",
    "文件标题",
    "公开标题",
    "名称",
    "题名",
    "题目",
    "文件题名",
    "主题",
];
/// Titles stand in the first so many blocks.
pub(super) const HEAD: usize = 60;
/// A longer line is no title.
const MAX_TITLE: usize = 90;

/// The title and what it says.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// As it stands, on one line.
    pub text: String,
    pub agency: Option<String>,
    pub year: Option<u16>,
    /// The block where it begins.
    pub at: usize,
}

/// A line that a title may stand on.
struct Line {
    /// What may be (part of) a title on it.
    text: String,
    at: usize,
    /// Does it stand inside of 《》 that an earlier line opened?
    quoted: bool,
}

/// The title among the blocks before the first section; one with a year goes before one without.
pub(super) fn title(blocks: &[Block<'_>], before: usize) -> Option<Title> {
    let lines = lines(blocks, before);
    let with_year = |title: &Title| title.year.is_some();
    find(&lines, with_year).or_else(|| find(&lines, |title| title.agency.is_some())).or_else(|| find(&lines, |_| true))
}

fn find(lines: &[Line], is_wanted: impl Fn(&Title) -> bool) -> Option<Title> {
    for from in 0..lines.len() {
        for size in 1..=4 {
            let Some(window) = lines.get(from..from + size) else { break };
            let text: String = window.iter().map(|line| line.text.as_str()).collect();
            if window.iter().any(|line| line.quoted) || text.chars().count() > MAX_TITLE {
                break;
            }
            if let Some(found) = one(lines, from, size, &text).filter(&is_wanted) {
                return Some(found);
            }
        }
    }
    None
}

/// The title that these lines are, with the lines around them that belong to it.
fn one(lines: &[Line], from: usize, size: usize, text: &str) -> Option<Title> {
    if !is_title(text) {
        return None;
    }
    let (mut title, mut at) = (text.to_owned(), lines.get(from)?.at);
    let (mut agency, mut year) = parse(text);
    let above = from.checked_sub(1).and_then(|above| lines.get(above)).filter(|line| !line.quoted);
    let above = above.filter(|line| is_name(&line.text) || is_name_and_year(&line.text) || is_place(&line.text));
    if let (None, Some(line)) = (&agency, above) {
        // The agency, and perhaps the year, may stand on the line above.
        title = format!("{}{title}", line.text);
        (agency, year) = parse(&title);
        at = line.at;
    }
    if year.is_none()
        && let Some(below) = lines.get(from + size).and_then(|line| year_alone(&line.text))
    {
        title += &below.0;
        year = Some(below.1);
    }
    Some(Title { text: title, agency, year, at })
}

/// A year on a line of its own: `（2023年）`, `2023年度`.
fn year_alone(line: &str) -> Option<(String, u16)> {
    let text = compact(line);
    let (from, to, year) = first_year(&text)?;
    let around = format!("{}{}", text.get(..from)?, text.get(to..)?);
    around.chars().all(|c| "（）()〔〕[]【】-—度".contains(c)).then_some((text, year))
}

fn lines(blocks: &[Block<'_>], before: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut depth = 0_usize;
    for (at, block) in blocks.iter().enumerate().take(before.min(HEAD)) {
        let fields: Vec<&str> = block.filled().collect();
        for (position, field) in fields.iter().enumerate() {
            // A table of metadata: what stands behind the name of a field.
            let named = position.checked_sub(1).and_then(|before| fields.get(before)).map(|name| field_name(name));
            let other = named.is_some_and(|name| !TITLE_FIELDS.contains(&name.as_str())) && fields.len() > 2;
            let text = field_free(plain(field)).filter(|_| !other);
            lines.push(Line { text: text.unwrap_or_default().to_owned(), at, quoted: depth > 0 });
            for c in field.chars() {
                match c {
                    '《' => depth += 1,
                    '》' => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
        if fields.iter().any(|field| field.ends_with('。')) {
            depth = 0;
        }
    }
    lines
}

fn field_name(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A line without the field's name before the title and the fields behind it; `None` for another field.
pub(super) fn field_free(line: &str) -> Option<&str> {
    let is_colon = |c: char| matches!(c, '：' | ':');
    let marks = ['[', ']', '【', '】', '|', '·', '*', '#', ' ', '\u{3000}'];
    let line = line.trim_matches(marks);
    for field in TITLE_FIELDS {
        let found = line.match_indices(field).map(|(at, _)| at).find(|at| {
            let before = line.get(..*at).unwrap_or_default();
            before.is_empty() || before.ends_with([' ', '\u{3000}', '|', '【', '[', '\u{a0}'])
        });
        let Some(after) = found.and_then(|at| line.get(at + field.len()..)) else { continue };
        let bare = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ']' | '】'));
        let bracketed = bare.len() < after.trim_start().len();
        let Some(value) = bare.strip_prefix(is_colon).or(bracketed.then_some(bare)) else { continue };
        return Some(up_to_next_field(value.trim()).trim_matches(marks));
    }
    match line.split_once(is_colon) {
        // Another field: 索引号：…, 栏目: ….
        Some((name, _)) if name.chars().count() <= 8 && !name.contains(|c: char| c.is_ascii_digit()) => None,
        _ => Some(line),
    }
}

/// What stands before the next `发布日期：`.
fn up_to_next_field(text: &str) -> &str {
    let Some((before, _)) = text.split_once(['：', ':', '|', '【', '[']) else { return text };
    match before.rfind(char::is_whitespace) {
        Some(end) => before.get(..end).unwrap_or(before),
        None => before,
    }
}

/// Is it a title, and nothing but one?
pub(super) fn is_title(text: &str) -> bool {
    let text = compact(text);
    let text = text.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(&text);
    let text = attachment_free(text);
    if PREFACES.iter().any(|word| text.starts_with(word)) || NO_TITLES.iter().any(|word| text.contains(word)) {
        return false;
    }
    let Some((at, after)) = subject(text).and_then(|at| Some((at, behind_subject(text.get(at..)?)))) else {
        return false;
    };
    let Some((between, rest)) = REPORTS.iter().filter_map(|word| after.split_once(word)).min_by_key(|(b, _)| b.len())
    else {
        return false;
    };
    let before = text.get(..at).unwrap_or_default();
    is_filler(between) && is_end(rest) && !before.contains(['《', '》', '：', ':']) && !is_letter(before)
}

/// `附件1`, `1.` before a title.
fn attachment_free(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("附件") else { return text };
    rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '：' | ':' | '.' | '、' | '一' | '二'))
}

fn behind_subject(text: &str) -> &str {
    SUBJECT.iter().find_map(|subject| text.strip_prefix(subject)).unwrap_or(text)
}

/// Only words of titles, perhaps with a year or a typing error among them.
fn is_filler(between: &str) -> bool {
    let bare = BETWEEN.iter().fold(between.to_owned(), |bare, word| bare.replace(word, ""));
    let left = bare.chars().filter(|c| !c.is_ascii_digit() && !"（）()〔〕《》“”".contains(*c)).count();
    left <= 2 && between.chars().count() <= 24 && !between.contains("政府")
}

/// What may follow the report: a year, a bracket, `（公开版）`.
fn is_end(rest: &str) -> bool {
    let short = rest.chars().count() <= 16;
    let year = first_year(rest).is_some();
    let bracket = rest.starts_with(['（', '(', '〔', '[', '-', '—', '_', '|', '》', '”']);
    rest.is_empty() || short && (bracket || year) || rest == "文本" || rest == "全文" || rest == "表"
}

/// The first half of the name of a covering letter.
fn is_letter(before: &str) -> bool {
    before.split_once("关于").is_some_and(|(_, rest)| LETTERS.iter().any(|word| rest.starts_with(word)))
}

pub(super) fn subject(text: &str) -> Option<usize> {
    SUBJECT.iter().find_map(|subject| text.find(subject))
}

/// Agency and year out of a title.
pub(super) fn parse(title: &str) -> (Option<String>, Option<u16>) {
    let text = compact(title);
    let text = attachment_free(&text);
    let end = subject(text).unwrap_or(text.len());
    let year = first_year(text);
    let name = match year {
        Some((from, to, _)) if from < end => {
            let before = name(text.get(..from).unwrap_or_default());
            before.or_else(|| name(text.get(to..end).unwrap_or_default()))
        }
        _ => name(text.get(..end).unwrap_or_default()),
    };
    (name, year.map(|(_, _, year)| year))
}

/// The title in the head of a page, of which other pieces name site and section: `…年度报告_年报_某县人民政府`.
pub(super) fn in_head(text: &str) -> Option<Title> {
    let piece = text.split(['_', '|', '—', '-', '–', '>']).map(str::trim).find(|piece| is_title(piece))?;
    let (agency, year) = parse(piece);
    (agency.is_some() || year.is_some()).then(|| Title { text: piece.to_owned(), agency, year, at: 0 })
}

/// Who sent the letter that the report came with, or whose report it speaks of: `某局关于报送2023年度…年度报告的函`.
pub(super) fn in_letter(blocks: &[Block<'_>], before: usize) -> Option<String> {
    blocks.iter().take(before.min(HEAD)).flat_map(Block::filled).find_map(|field| {
        let text = compact(field_free(plain(field))?);
        let (sender, rest) = text.split_once("关于")?;
        let sent = LETTERS.iter().find_map(|word| rest.strip_prefix(word))?;
        subject(sent)?;
        Some(sender).filter(|sender| is_name(sender)).map(str::to_owned).or_else(|| parse(sent).0)
    })
}

#[cfg(test)]
mod tests {
    use super::super::block::blocks;
    use super::*;

    fn of(text: &str) -> (String, String, u16) {
        let title = title(&blocks(text).unwrap(), 99).unwrap_or_default();
        (title.text, title.agency.unwrap_or_default(), title.year.unwrap_or_default())
    }

    fn read(text: &str) -> (String, u16) {
        let (_, agency, year) = of(text);
        (agency, year)
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
            "索引号：01 标题：临江县示例局2023年政府信息公开工作年度报告 发布日期：2024-01-17",
            "[索引号] 01 [标题] 临江县示例局2023年政府信息公开工作年度报告 [发布机构] 县政府",
            "索引号\t01\t标题\t临江县示例局2023年政府信息公开工作年度报告\t发布机构\t临江县",
            "《临江县示例局2023年政府信息公开工作年度报告》",
            "临江县示例局政府信息公开工作年度报告\n（2023年）",
            "临江县示例局\n政府信息公开工作年度报告\n2023年度",
            "临江县示例局2023年政府信息公\n开工作年度报告",
            "临江县示例局2023年\n政府信息公开\n工作年度\n报告",
            "附件1：临江县示例局2023年政府信息公开工作年度报告",
            "临江县示例局关于2023年度政府信息公开工作情况的报告",
        ] {
            assert_eq!(read(text), ("临江县示例局".to_owned(), 2023), "{text}");
        }
        assert_eq!(read("临江县政府信息公开工作年度报告（2022年）"), ("临江县".to_owned(), 2022));
        assert_eq!(read("2023年政府信息公开工作年度报告"), (String::new(), 2023));
        assert_eq!(read("漪水市白石区\n2024年政府信息公开工作年度报告"), ("漪水市白石区".to_owned(), 2024));
    }

    #[test]
    fn what_speaks_of_a_report_is_not_always_its_title() {
        for text in [
            "本年政府信息公开工作顺利。特此报告。",
            "根据《条例》要求，现将临江县示例局2023年政府信息公开工作年度报告公布如下：",
            "根据《关于印发\n中华人民共和国政府信息公开工作年度报告\n格式的通知》的要求编制本报告。",
            "国务院\n省政府\n政府信息公开\n政府工作报告",
            "当前位置：首页 > 政府信息公开 > 政府信息公开年度报告",
            "组配分类：市政府部门机构信息公开工作年度报告汇总",
            "标题: 临江县示例局关于报送2023年度政府信息公开工作年度报告的函",
        ] {
            assert_eq!(of(text), Default::default(), "{text}");
        }
    }

    #[test]
    fn of_several_candidates_the_first_with_a_year_is_the_title() {
        let menu = "政府信息公开\n临江县示例局\n政府信息公开年报\n临江县示例局2023年政府信息公开工作年度报告\n正文";
        assert_eq!(of(menu).0, "临江县示例局2023年政府信息公开工作年度报告");
        let broken = "2024 年漪水市人民政府办公厅政府信息公开\n工作年度报告\n根据《规\n定》）和《关于印发中华人民共和国政府信息公开工作年度报告\n格式的通知》编制。";
        assert_eq!(read(broken), ("漪水市人民政府办公厅".to_owned(), 2024));
    }

    #[test]
    fn heads_and_letters_name_the_agency() {
        let title = in_head("临江县示例局2023年政府信息公开工作年度报告_政府信息公开年报_临江县人民政府").unwrap();
        assert_eq!((title.agency.as_deref(), title.year), (Some("临江县示例局"), Some(2023)));
        assert_eq!(in_head("政府信息公开年报_临江县人民政府"), None);
        let letter = |text: &str| in_letter(&blocks(text).unwrap(), 9);
        let sent = "标题: 临江县示例局关于报送2023年度政府信息公开工作年度报告的函";
        assert_eq!(letter(sent).as_deref(), Some("临江县示例局"));
        assert_eq!(letter("关于报送临江县示例局2023年政府信息公开工作年度报告的函").as_deref(), Some("临江县示例局"));
        assert_eq!(letter("临江县示例局2023年政府信息公开工作年度报告"), None);
    }
}
