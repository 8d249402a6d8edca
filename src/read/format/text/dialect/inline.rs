//! What is written inside of a cell or a paragraph: marks of Markdown and its kin as what they stand for.

use crate::read::document::block::trim;
use crate::read::format::shared::words::join;

/// A row's fields without the marks in them; `None` for a header that was made up.
pub(super) fn row(fields: Vec<String>) -> Option<Vec<String>> {
    let filled = || fields.iter().filter(|field| !field.is_empty());
    let made_up = filled().filter(|field| is_made_up(field)).count() > 1;
    let cell = |field: &String| if made_up && is_made_up(field) { String::new() } else { cell(field) };
    let cells: Vec<String> = fields.iter().map(cell).collect();
    (!made_up || cells.iter().any(|field| !field.is_empty())).then_some(cells)
}

/// `数据1`, `列2`, `Column 3`, `Unnamed: 4`: what programs call a column that has no name.
fn is_made_up(field: &str) -> bool {
    let name = field.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = field.len() - name.len();
    let name = name.trim_end_matches([' ', '_', ':', '：']).to_ascii_lowercase();
    (1..=3).contains(&number)
        && ["数据", "列", "栏", "字段", "标题", "表头", "column", "col", "unnamed", "header", "field"].contains(&&*name)
}

/// A paragraph: spans and entities as what they stand for; other marks (`#`, `**`) are left to the recogniser.
pub(super) fn paragraph(text: &str) -> String {
    let text = heading(text);
    // A line break of Markdown; alone it stands for nothing.
    let text = text.strip_suffix('\\').filter(|text| text.ends_with(|c: char| !c.is_whitespace())).unwrap_or(text);
    if !text.contains(['<', '&', '{', '\\']) {
        return text.to_owned();
    }
    let text = tags(&spans(text));
    let text = if text.contains("&nbsp;") { text.replace("&nbsp;", " ") } else { text };
    trim(&unescaped(text)).to_owned()
}

/// Without `h2. ` and `{anchor:…}` before it (Jira, Textile).
fn heading(text: &str) -> &str {
    let level = text.strip_prefix('h').map(|rest| rest.trim_start_matches(|c: char| ('1'..='6').contains(&c)));
    let text = level
        .filter(|rest| rest.len() + 2 == text.len())
        .and_then(|rest| rest.strip_prefix(['.', '(']))
        .map_or(text, |rest| {
            trim(rest.split_once("). ").filter(|_| text.contains("(#")).map_or(rest, |(_, rest)| rest))
        });
    text.strip_prefix("{anchor:").and_then(|rest| rest.split_once('}')).map_or(text, |(_, rest)| trim(rest))
}

/// A line that only opens or closes a part of the text: `:::`, `::: {.content}`.
pub(super) fn is_fence(text: &str) -> bool {
    text.starts_with(":::")
}

/// A cell's text: its line breaks, entities, bold print and escaped characters as what they stand for; struck text is
/// gone.
pub(super) fn cell(field: &str) -> String {
    let field = attributes(field);
    if field == ":::" {
        return String::new();
    }
    if !field.contains(['<', '&', '*', '_', '\\', '`', '{', '\'', '~', '^']) {
        return field.to_owned();
    }
    let mut text = without_struck(&spans(field));
    for mark in ["<br>", "<br/>", "<br />", "<BR>"] {
        text = text.replace(mark, "\n");
    }
    text = tags(&text);
    for (mark, plain) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
        ("{nbsp}", " "),
        ("'''", ""),
        ("**", ""),
        ("__", ""),
        ("`", ""),
    ] {
        text = text.replace(mark, plain);
    }
    let text = unescaped(text);
    let text = emphasised(&text);
    join(text.split('\n').map(str::trim))
}

/// Behind what says how a cell looks: `_. `, `\3. `, `/2=. ` (Textile), `= ` (Creole).
fn attributes(field: &str) -> &str {
    let rest = field.trim_start_matches(|c: char| c.is_ascii_digit() || "_\\/<>=^~-".contains(c));
    let signs = field.get(..field.len() - rest.len()).unwrap_or_default();
    let told = signs.starts_with(['_', '\\', '/', '<', '>', '=', '^', '~']);
    match rest.strip_prefix('.').filter(|_| told) {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') => trim(rest),
        _ if field.starts_with('=') && !field.starts_with("==") => trim(field.strip_prefix('=').unwrap_or(field)),
        _ => field,
    }
}

/// `[text]{.class}` is the text; a mark behind it, as `{#id}`, is gone.
fn spans(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once("]{") {
        let Some((_, behind)) = after.split_once('}') else { break };
        // The bracket that opens the span: of brackets inside each other, the last one left open.
        match before.rfind('[') {
            Some(at) => {
                out.push_str(before.get(..at).unwrap_or_default());
                out.push_str(before.get(at + 1..).unwrap_or_default());
            }
            None => out.push_str(before),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Without `~~struck~~`, `<s>struck</s>`, `<del>struck</del>`.
fn without_struck(text: &str) -> String {
    let mut text = text.to_owned();
    for (open, close) in [("~~", "~~"), ("<s>", "</s>"), ("<del>", "</del>"), ("<strike>", "</strike>")] {
        if !text.contains(open) {
            continue;
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = &*text;
        while let Some((before, after)) = rest.split_once(open) {
            let Some((_, behind)) = after.split_once(close) else { break };
            out.push_str(before);
            rest = behind;
        }
        out.push_str(rest);
        text = out;
    }
    text
}

/// Without tags; a raised text becomes a note in brackets: it is no digit.
fn tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let Some((tag, behind)) = after.split_once('>').filter(|(tag, _)| is_inline(tag)) else {
            out.push('<');
            rest = after;
            continue;
        };
        match tag.to_ascii_lowercase().as_str() {
            "sup" => out.push('['),
            "/sup" => out.push(']'),
            "br" | "br/" | "br /" => out.push('\n'),
            _ => {}
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// A tag that stands inside of a line, or around one; anything else in angle brackets may be text.
fn is_inline(tag: &str) -> bool {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(name.len());
    let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
    let known = [
        "a", "b", "big", "br", "center", "code", "div", "em", "font", "i", "ins", "mark", "o:p", "p", "section",
        "small", "span", "strong", "sub", "sup", "u",
    ];
    tag.len() < 4096 && known.contains(&&*name)
}

/// Escaped characters as themselves.
fn unescaped(text: String) -> String {
    if !text.contains('\\') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}

/// `*text*`, `_text_`, `^2^`: one mark around all of it.
fn emphasised(text: &str) -> &str {
    let mut text = trim(text);
    for mark in ['*', '_', '^'] {
        if let Some(inner) = text.strip_prefix(mark).and_then(|text| text.strip_suffix(mark)) {
            text = if mark == '^' { text } else { trim(inner) };
        }
    }
    text
}
