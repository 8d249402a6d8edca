//! The lines that a title may stand on: without metadata, without the numbers of documents.

use crate::read::document::block::Block;
use crate::read::section::plain;

use super::HEAD;

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
/// A line that a title may stand on.
pub(super) struct Line<'a> {
    /// What may be (part of) a title on it.
    pub(crate) text: &'a str,
    /// Has it the sign without which nothing speaks of what titles speak of?
    pub(crate) may_speak: bool,
    pub(crate) at: usize,
    /// Does it stand inside of 《》 that an earlier line opened?
    pub(crate) quoted: bool,
    /// Does it begin something of its own, so that no line before it belongs to it?
    pub(crate) begins: bool,
}

/// The lines before the first section, without what is no title on them.
pub(super) fn lines<'a>(blocks: &[Block<'a>], before: usize) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut depth = 0_usize;
    // The name of a field at the end of the line before: this line is its value.
    let mut named: Option<bool> = None;
    for (at, block) in blocks.iter().enumerate().take(before.min(HEAD)) {
        let fields: Vec<&str> = block.filled().collect();
        for (position, field) in fields.iter().enumerate() {
            // A table of metadata: what stands behind the name of a field.
            let beside = position.checked_sub(1).filter(|_| fields.len() > 2).and_then(|before| fields.get(before));
            let other = beside.is_some_and(|name| !TITLE_FIELDS.contains(&field_name(name).as_str()));
            let value_of = named.take();
            named = name_alone(field);
            let other = other || value_of == Some(false) && named.is_none();
            let text = field_free(plain(field)).map(number_free).filter(|_| !other && named.is_none());
            let begins = value_of == Some(true);
            let text = text.unwrap_or_default();
            lines.push(Line { text, may_speak: text.contains('信'), at, quoted: depth > 0, begins });
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

/// Is the line the name of a field and nothing else (`名  称：`), and if so, does the field hold a title?
fn name_alone(line: &str) -> Option<bool> {
    let line = line.trim().strip_suffix(['：', ':'])?;
    let name = field_name(line);
    (!name.is_empty() && name.chars().count() <= 8).then(|| TITLE_FIELDS.contains(&name.as_str()))
}

/// A line without the number of a document before or behind it: `云教〔2025〕3号`.
fn number_free(line: &str) -> &str {
    let is_bracket = |c: char| matches!(c, '〔' | '［' | '[' | '【' | '(' | '（');
    let Some((open, _)) = line.char_indices().find(|(_, c)| is_bracket(*c)) else { return line };
    let before = line.get(..open).unwrap_or_default().trim();
    let inside = line.get(open..).unwrap_or_default();
    let mut rest = inside.trim_start_matches(is_bracket).trim_start();
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let Some(rest) = rest.strip_prefix(['〕', '］', ']', '】', ')', '）']) else { return line };
    let numbered = rest.trim_start().trim_start_matches('第').trim_start();
    let number = numbered.chars().take_while(char::is_ascii_digit).count();
    let behind = numbered.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start().strip_prefix('号');
    match behind {
        Some(behind) if digits == 4 && number > 0 && before.chars().count() <= 12 => behind.trim(),
        _ => line,
    }
}

fn field_name(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A line without the field's name before the title and the fields behind it; `None` for another field.
pub(in crate::read) fn field_free(line: &str) -> Option<&str> {
    let is_colon = |c: char| matches!(c, '：' | ':');
    let marks = ['[', ']', '【', '】', '|', '·', '*', '#', ' ', '\u{3000}'];
    let line = line.trim_matches(marks);
    if !line.contains([':', '：', ']', '】']) {
        return Some(line);
    }
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
