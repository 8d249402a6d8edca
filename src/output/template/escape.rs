//! Foreign text in each format: text, and never markup.

use super::format::OutFormat;

/// A text as it stands between the marks of a format.
#[must_use]
pub(in crate::output) fn escaped(text: &str, format: OutFormat) -> String {
    match format {
        OutFormat::Docx => xml(text),
        OutFormat::Html => html(text),
        OutFormat::Markdown => markdown(text),
        OutFormat::Text => text.replace('\r', ""),
    }
}

/// Within `<w:t>`: a line break is an element of its own.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' => out += "</w:t><w:br/><w:t xml:space=\"preserve\">",
            '\t' => out.push(' '),
            // XML has no other control characters, and some that are none.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\n' => out += "<br>",
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// What means something to a reader of Markdown, at the beginning of a line or within it, and in a table.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_first = true;
    let mut digits = 0;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let begins = is_first && matches!(c, '#' | '+' | '-' | '=' | '~' | ':');
        let is_list = digits > 0 && matches!(c, '.' | ')') && letters.peek().is_none_or(|next| next.is_whitespace());
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '!' | '$' | '^' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out += "&amp;",
            '\n' => out += "<br>",
            c if c.is_control() => {}
            c if begins || is_list => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        digits = if (is_first || digits > 0) && c.is_ascii_digit() { digits + 1 } else { 0 };
        is_first = c == '\n' || (is_first && c.is_whitespace());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_in_every_format() {
        let text = "<script>&\"'\n# 一 | *二* `三` {{ x }} [四](http://a)";
        for (format, expected) in [
            (
                OutFormat::Docx,
                "&lt;script&gt;&amp;&quot;'</w:t><w:br/><w:t xml:space=\"preserve\"># 一 | *二* `三` {{ x }} [四](http://a)",
            ),
            (OutFormat::Html, "&lt;script&gt;&amp;&quot;&#39;<br># 一 | *二* `三` {{ x }} [四](http://a)"),
            (OutFormat::Markdown, "\\<script\\>&amp;\"'<br>\\# 一 \\| \\*二\\* \\`三\\` {{ x }} \\[四\\](http://a)"),
            (OutFormat::Text, text),
        ] {
            assert_eq!(escaped(text, format), expected, "{format:?}");
        }
        assert_eq!(escaped("a\u{0}\u{1b}\u{ffff}b", OutFormat::Docx), "ab");
        assert_eq!(escaped("1. 一\n- 二", OutFormat::Markdown), "1\\. 一<br>\\- 二");
        assert_eq!(escaped("75.0%", OutFormat::Markdown), "75.0%");
    }
}
