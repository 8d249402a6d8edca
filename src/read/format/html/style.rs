//! How text looks by the styles of a page: of elements, and of the classes that its style sheets name.
//!
//! Only what changes the meaning of a number is looked for: struck out, raised, not to be seen. Of a style sheet only rules
//! for one class, one id or one element count, and none that depend on the screen.

use std::collections::HashMap;

use html5ever::tokenizer::Tag;

use crate::read::format::shared::looks::Look;

use super::tags::{NOT_SHOWN, attribute, style};

/// More of a page's style sheets is not looked at.
const MAX_SHEET: usize = 1 << 18;
/// More rules, and more classes of one element, are not looked at.
const MAX_RULES: usize = 4096;
const MAX_CLASSES: usize = 16;
/// So many styles of elements are remembered, and none that is longer: a page says few, again and again.
const MAX_SAID: usize = 32;
const MAX_SAID_LENGTH: usize = 1024;

/// What a style does to text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(crate) look: Option<Look>,
    /// Is the text white? Whether that is to be seen, its ground says.
    is_white: bool,
    /// Is there a ground of another colour than white?
    pub(crate) is_ground: bool,
    /// Is the element not shown at all?
    pub(crate) is_hidden: bool,
}

impl Style {
    /// Of declarations, without white space and in small letters.
    fn of(text: &str) -> Self {
        let mut style = Self::default();
        for (name, value) in text.split(';').filter_map(|part| part.split_once(':')) {
            let value = value.trim_end_matches("!important");
            match name {
                "text-decoration" | "text-decoration-line" | "-webkit-text-decoration"
                    if value.contains("line-through") =>
                {
                    style.look = Some(Look::Struck);
                }
                "vertical-align" if matches!(value, "super" | "sub") => style.look = Some(Look::Raised),
                "visibility" if value == "hidden" => style.look = Some(Look::Faint),
                "font-size" if is_tiny(value) => style.look = Some(Look::Faint),
                "opacity" if value.parse().is_ok_and(|value: f32| value < 0.05) => style.look = Some(Look::Faint),
                "color" => style.is_white = is_white(value) || value == "transparent",
                "background" | "background-color" | "background-image" => {
                    style.is_ground =
                        !is_white(value) && !matches!(value, "none" | "transparent" | "inherit" | "initial" | "");
                }
                "display" if value == "none" => style.is_hidden = true,
                _ => {}
            }
        }
        style
    }

    /// What another style adds to it.
    fn with(self, other: Self) -> Self {
        Self {
            look: other.look.or(self.look),
            is_white: self.is_white || other.is_white,
            is_ground: self.is_ground || other.is_ground,
            is_hidden: self.is_hidden || other.is_hidden,
        }
    }

    /// The look of text of this style, on white paper or not.
    pub(crate) fn look_on(self, has_ground: bool) -> Look {
        let white = (self.is_white && !self.is_ground && !has_ground).then_some(Look::Faint);
        self.look.or(white).unwrap_or_default()
    }
}

/// A size that nobody can read.
fn is_tiny(value: &str) -> bool {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let unit = value.get(digits.len()..).unwrap_or_default();
    digits.parse().is_ok_and(|size: f32| size <= 0.0 || matches!(unit, "px" | "pt") && size < 2.0)
}

fn is_white(value: &str) -> bool {
    matches!(value, "#fff" | "#ffffff" | "white" | "rgb(255,255,255)" | "rgba(255,255,255,1)" | "#ffffffff" | "window")
}

/// What an element says in its own `style`.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    style: Style,
    is_none: bool,
}

/// The rules of a page's style sheets.
#[derive(Debug, Default)]
pub(super) struct Styles {
    rules: HashMap<String, Style>,
    /// The sheet that is being read.
    sheet: String,
    /// What elements have said, as they wrote it, and which of these is the oldest.
    said: Vec<(Box<str>, Said)>,
    oldest: usize,
    #[cfg(test)]
    judged: usize,
}

impl Styles {
    /// A piece of a style sheet.
    pub(crate) fn push(&mut self, text: &str) {
        if self.sheet.len() + text.len() <= MAX_SHEET {
            self.sheet.push_str(text);
        }
    }

    /// The end of a style sheet.
    pub(crate) fn end(&mut self) {
        let sheet = std::mem::take(&mut self.sheet);
        let mut depth = 0_usize;
        let (mut head, mut body) = (String::new(), String::new());
        let mut is_comment = false;
        let mut chars = sheet.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '*' if is_comment && chars.peek() == Some(&'/') => {
                    is_comment = false;
                    chars.next();
                }
                _ if is_comment => {}
                '/' if chars.peek() == Some(&'*') => is_comment = true,
                '{' => depth += 1,
                '}' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        self.rule(&head, &body);
                        head.clear();
                        body.clear();
                    }
                }
                _ if depth == 0 => head.push(c),
                _ if depth == 1 && !c.is_whitespace() => body.push(c.to_ascii_lowercase()),
                _ => {}
            }
        }
    }

    fn rule(&mut self, head: &str, body: &str) {
        if head.trim_start().starts_with('@') {
            return;
        }
        let head = head.replace("<!--", "");
        let style = Style::of(body);
        if style == Style::default() {
            return;
        }
        for selector in head.split(',').map(str::trim) {
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '#');
            // `td.old` is a class of one element; `.old td` and `p:first-child` are more than is looked for.
            let is_simple = !selector.is_empty() && selector.chars().all(is_name);
            if is_simple && selector.matches(['.', '#']).count() <= 1 && self.rules.len() < MAX_RULES {
                let known = self.rules.get(selector).copied().unwrap_or_default();
                self.rules.insert(selector.to_owned(), known.with(style));
            }
        }
    }

    /// The style of an element: of its name, its classes, its id and its own.
    pub(crate) fn of(&mut self, tag: &Tag) -> Style {
        let own = self.said(tag).style;
        let color = attribute(&tag.attrs, "color").map(|value| value.trim().to_ascii_lowercase());
        let own = own.with(Style { is_white: color.is_some_and(|value| is_white(&value)), ..Style::default() });
        let ground = attribute(&tag.attrs, "bgcolor").map(|value| value.trim().to_ascii_lowercase());
        let own = own.with(Style { is_ground: ground.is_some_and(|value| !is_white(&value)), ..Style::default() });
        if self.rules.is_empty() {
            return own;
        }
        let name: &str = &tag.name;
        let classes = attribute(&tag.attrs, "class").unwrap_or_default();
        let mut names = vec![name.to_owned()];
        for class in classes.split_whitespace().take(MAX_CLASSES) {
            names.extend([format!(".{class}"), format!("{name}.{class}")]);
        }
        if let Some(id) = attribute(&tag.attrs, "id") {
            names.extend([format!("#{id}"), format!("{name}#{id}")]);
        }
        let sheet =
            names.iter().filter_map(|name| self.rules.get(name)).fold(Style::default(), |all, one| all.with(*one));
        sheet.with(own)
    }

    /// Does an element say that it is not shown?
    pub(crate) fn is_hidden(&mut self, tag: &Tag) -> bool {
        attribute(&tag.attrs, "hidden").is_some() || self.said(tag).is_none
    }

    /// The same words are judged once.
    fn said(&mut self, tag: &Tag) -> Said {
        let Some(written) = attribute(&tag.attrs, "style") else { return Said::default() };
        if let Some((_, said)) = self.said.iter().find(|(known, _)| &**known == written) {
            return *said;
        }
        #[cfg(test)]
        {
            self.judged += 1;
        }
        let text = style(written);
        let said = Said { style: Style::of(&text), is_none: text.contains(NOT_SHOWN) };
        if written.len() > MAX_SAID_LENGTH {
            return said;
        }
        let one = (written.into(), said);
        // There is none at this place until there are as many as may be.
        match self.said.get_mut(self.oldest) {
            Some(oldest) => *oldest = one,
            None => self.said.push(one),
        }
        self.oldest = (self.oldest + 1) % MAX_SAID;
        said
    }
}

#[cfg(test)]
mod tests {
    use html5ever::tokenizer::{StartTag, Tag};
    use html5ever::{Attribute, LocalName, QualName, ns};

    use super::*;

    fn cell(style: &str) -> Tag {
        let name = QualName::new(None, ns!(), LocalName::from("style"));
        let attrs = vec![Attribute { name, value: style.into() }];
        Tag { kind: StartTag, name: LocalName::from("td"), self_closing: false, attrs, had_duplicate_attributes: false }
    }

    #[test]
    fn the_same_words_are_judged_once_and_few_are_remembered() {
        let mut styles = Styles::default();
        for _ in 0..10_000 {
            assert!(styles.is_hidden(&cell("width: 1px; display: none")));
            assert!(styles.of(&cell("width: 1px; display: none")).is_hidden);
            assert!(!styles.is_hidden(&cell("width: 1px; display: block")));
        }
        assert_eq!(styles.judged, 2);
        for at in 0..10_000 {
            let gone = if at % 2 == 0 { "none" } else { "block" };
            assert_eq!(styles.is_hidden(&cell(&format!("width: {at}em; display: {gone}"))), at % 2 == 0);
        }
        assert_eq!((styles.judged, styles.said.len()), (10_002, MAX_SAID));
        let long = format!("{}display: none", "width: 1px; ".repeat(MAX_SAID_LENGTH));
        assert!(!styles.is_hidden(&cell(&long)) && !styles.said.iter().any(|(known, _)| known.len() > MAX_SAID_LENGTH));
    }
}
