//! The title of a report among the first lines of a document.
//!
//! A title has a year and speaks of 信息公开 … 报告, and nothing else: lines of a menu, prefaces, what stands inside
//! of 《》, metadata and covering letters speak of it too. It may be broken over lines, also within a word, with agency
//! or year on a line of their own. Names of fields (`标题：`) and bars around it are no part of it.

mod lines;

use std::collections::BTreeMap;

use crate::read::document::block::Block;
use crate::read::section::plain;
use crate::read::spelling::years::first_year;
use crate::report::mention::is_whole_name;
use crate::report::places;
use crate::report::standing::standing;

use super::identity::{compact, is_name, is_name_and_year, is_place, name};

pub(in crate::read) use lines::field_free;
use lines::{Line, lines};

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
/// Titles stand in the first so many blocks.
pub(in crate::read) const HEAD: usize = 60;
/// A title is not broken over more lines.
const MAX_LINES: usize = 4;
/// A longer line is no title.
const MAX_TITLE: usize = 90;

/// The title and what it says.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::read) struct Title {
    /// As it stands, on one line.
    pub(crate) text: String,
    pub(crate) agency: Option<String>,
    pub(crate) year: Option<u16>,
    /// The block where it begins.
    pub(crate) at: usize,
}

/// The title among the blocks before the first section; one with a year goes before one without.
pub(in crate::read) fn title(blocks: &[Block<'_>], before: usize) -> Option<Title> {
    all(blocks, before).into_iter().next()
}

/// All titles there, in their order: those with a year, or if there are none those with an agency, or else any.
pub(in crate::read) fn all(blocks: &[Block<'_>], before: usize) -> Vec<Title> {
    let lines = lines(blocks, before);
    let known = known(&lines);
    let tiers: [fn(&Title) -> bool; 3] = [|title| title.year.is_some(), |title| title.agency.is_some(), |_| true];
    tiers
        .into_iter()
        .map(|is_wanted| find(&lines, &known, is_wanted))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Lines that are a title together, by the first of them and how many they are.
type Known = BTreeMap<(usize, usize), Title>;

fn known(lines: &[Line<'_>]) -> Known {
    let mut known = Known::new();
    for from in 0..lines.len() {
        for window in (1..=MAX_LINES).map_while(|size| lines.get(from..from + size)).take_while(|window| is_one(window))
        {
            if window.iter().any(|line| line.may_speak) {
                let text: String = window.iter().map(|line| line.text).collect();
                known.extend(one(lines, from, window.len(), &text).map(|title| ((from, window.len()), title)));
            }
        }
    }
    known
}

fn find(lines: &[Line<'_>], known: &Known, is_wanted: fn(&Title) -> bool) -> Vec<Title> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((&(at, size), title)) = known.range((from, 0)..).find(|(_, title)| is_wanted(title)) {
        let (title, dropped) = without_lines_above(lines, known, (at, size), title, is_wanted);
        found.push(title.clone());
        // What belongs to a title on the line below it is looked at once more, and is none.
        from = at + size.max(dropped + 1);
    }
    found
}

/// Can these lines be a title together?
fn is_one(window: &[Line<'_>]) -> bool {
    let cut = window.iter().skip(1).any(|line| line.begins);
    let length = || window.iter().map(|line| line.text.chars().take(MAX_TITLE + 1).count()).sum::<usize>();
    !cut && window.iter().all(|line| !line.quoted) && length() <= MAX_TITLE
}

/// The title without the lines at its beginning that are none of it: a logo, the name of the site, a menu. A line belongs
/// to the title if it says where an agency is that the rest names without its place, or who it belongs to.
fn without_lines_above<'k>(
    lines: &[Line<'_>],
    known: &'k Known,
    (from, size): (usize, usize),
    whole: &'k Title,
    is_wanted: fn(&Title) -> bool,
) -> (&'k Title, usize) {
    let (mut title, mut dropped) = (whole, 0);
    for skip in 1..size {
        let rest = known.get(&(from + skip, size - skip)).filter(|rest| is_wanted(rest) && rest.agency.is_some());
        let (Some(rest), Some(above)) = (rest, lines.get(from + skip - 1)) else { continue };
        let (name, above) = (rest.agency.as_deref().unwrap_or_default(), compact(above.text));
        let is_central = places::central(&above).is_some_and(|(_, rest)| rest.is_empty());
        let says_where = (is_whole_name(&above) || is_place(&above) || has_place(&above)) && !is_whole_name(name);
        if above.is_empty() || !(is_central || says_where) || name.starts_with(&above) {
            (title, dropped) = (rest, skip);
        }
    }
    (title, dropped)
}

/// Does it begin with a place?
fn has_place(text: &str) -> bool {
    !standing(text).region.is_empty()
}

/// The title that these lines are, with the lines around them that belong to it.
fn one(lines: &[Line<'_>], from: usize, size: usize, text: &str) -> Option<Title> {
    if !is_title(text) {
        return None;
    }
    let (mut title, mut at) = (text.to_owned(), lines.get(from)?.at);
    let (mut agency, mut year) = parse(text);
    if size > 1 {
        // What stands on the lines before is not always a name.
        agency = agency.filter(|name| is_name(name) || is_place(name));
    }
    let above = from.checked_sub(1).and_then(|above| lines.get(above)).filter(|line| !line.quoted);
    let above = above.filter(|line| is_name(line.text) || is_name_and_year(line.text) || is_place(line.text));
    if let (None, Some(line)) = (&agency, above) {
        // The agency, and perhaps the year, may stand on the line above.
        title = format!("{}{title}", line.text);
        (agency, year) = parse(&title);
        at = line.at;
    }
    if year.is_none()
        && let Some(below) = lines.get(from + size).and_then(|line| year_alone(line.text))
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

/// Is it a title, and nothing but one?
pub(in crate::read) fn is_title(text: &str) -> bool {
    let text = compact(text);
    let text = text.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(&text);
    let text = attachment_free(text);
    let Some((at, after)) = subject(text).and_then(|at| Some((at, behind_subject(text.get(at..)?)))) else {
        return false;
    };
    if PREFACES.iter().any(|word| text.starts_with(word)) || NO_TITLES.iter().any(|word| text.contains(word)) {
        return false;
    }
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

pub(in crate::read) fn subject(text: &str) -> Option<usize> {
    SUBJECT.iter().find_map(|subject| text.find(subject))
}

/// Agency and year out of a title.
pub(in crate::read) fn parse(title: &str) -> (Option<String>, Option<u16>) {
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

/// Programs take the name of the file for its title.
const ENDINGS: [&str; 7] = [".docx", ".doc", ".wps", ".pdf", ".xlsx", ".odt", ".html"];

/// The title in the head of a page, of which other pieces name site and section: `…年度报告_年报_某县人民政府`.
pub(in crate::read) fn in_head(text: &str) -> Option<Title> {
    let text = ENDINGS.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    let piece = text.split(['_', '|', '—', '-', '–', '>']).map(str::trim).find(|piece| is_title(piece))?;
    let (agency, year) = parse(piece);
    (agency.is_some() || year.is_some()).then(|| Title { text: piece.to_owned(), agency, year, at: 0 })
}

/// Who sent the letter that the report came with, or whose report it speaks of: `某局关于报送2023年度…年度报告的函`.
pub(in crate::read) fn in_letter(blocks: &[Block<'_>], before: usize) -> Option<String> {
    blocks.iter().take(before.min(HEAD)).flat_map(Block::filled).find_map(|field| {
        let field = Some(field).filter(|field| field.contains('关'))?;
        let text = compact(field_free(plain(field))?);
        let (sender, rest) = text.split_once("关于")?;
        let sent = LETTERS.iter().find_map(|word| rest.strip_prefix(word))?;
        subject(sent)?;
        Some(sender).filter(|sender| is_name(sender)).map(str::to_owned).or_else(|| parse(sent).0)
    })
}

#[cfg(test)]
mod tests;
