//! A text without blanks and wrapped lines, in one kind of digits and brackets: what words are looked for in.

use crate::base::han::rare;

/// A line shorter than this is a line of its own, not one that was wrapped.
const SHORT_LINE: usize = 20;

/// Every character, and what stands for it in the squeezed text, before wrapped lines are joined.
fn normal(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '*' | '\u{200B}' => None,
        _ if c.is_whitespace() => None,
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        '(' => Some('（'),
        ')' => Some('）'),
        ':' => Some('：'),
        '％' => Some('%'),
        _ => Some(c),
    }
}

/// Every character of a text with what is kept of it: of a line break nothing where the line was only wrapped.
pub(super) fn kept(text: &str) -> impl Iterator<Item = (char, Option<char>)> + '_ {
    let mut line = Line::default();
    text.chars().map(move |c| (c, normal(c).and_then(|normal| line.put(normal))))
}

/// The line so far, as it is kept.
struct Line {
    length: usize,
    last: char,
}

impl Default for Line {
    fn default() -> Self {
        Self { length: 0, last: '\n' }
    }
}

impl Line {
    /// Adds a character, and says what is kept of it.
    fn put(&mut self, c: char) -> Option<char> {
        if c != '\n' {
            (self.length, self.last) = (self.length + 1, c);
            return Some(c);
        }
        let wrapped = self.length >= SHORT_LINE && !"。；：！？;\n".contains(self.last);
        let kept = (!wrapped && self.last != '\n').then_some('\n');
        if !wrapped {
            *self = Self::default();
        }
        kept
    }

    /// Adds characters of which none ends a line.
    fn put_all(&mut self, text: &str) {
        self.length += text.chars().count();
        self.last = text.chars().next_back().unwrap_or(self.last);
    }
}

/// What is kept of a text. Nearly all characters of nearly all texts are kept as they are, stretch by stretch.
pub(super) fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let mut line = Line::default();
    for (number, written) in text.split('\n').enumerate() {
        if number > 0 {
            squeezed.extend(line.put('\n'));
        }
        match rare(written).all(|(_, c)| stays(c)) {
            true => {
                line.put_all(written);
                squeezed.push_str(written);
            }
            false => squeezed.extend(written.chars().filter_map(normal).filter_map(|c| line.put(c))),
        }
    }
    squeezed
}

/// Is it certain that it stands for itself? The characters and stops of Chinese text, letters, digits.
fn stays(c: char) -> bool {
    matches!(c,
        '\u{4000}'..='\u{9FFF}' | '\u{3001}'..='\u{3029}' | '，' | '；' | '：' | '！' | '？' | '（' | '）' | '“' | '”'
        | '0'..='9' | 'A'..='Z' | 'a'..='z' | '.' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_squeezed_as_its_characters_are() {
        let long = "本机关按照要求认真做好各项公开工作和监督检查工作";
        for text in
            ["", "\n", "甲\n\n乙", &format!("{long}\n续 行\n{long}。\n\n 尾\n"), &format!("{long}\n{long}\n * \n1")]
        {
            let each: String = kept(text).filter_map(|(_, kept)| kept).collect();
            assert_eq!(squeeze(text), each, "{text}");
        }
        assert!(('\0'..=char::MAX).filter(|&c| stays(c)).all(|c| normal(c) == Some(c) && c != '\n'));
    }
}
