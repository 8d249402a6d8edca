//! Every text that a user meets, one folder per language, Chinese first.
//!
//! Owns: wording. A text is a field of [`Words`]; a language that lacks one does not compile. Placeholders are
//! `{name}`, filled by [`fill`]; a test holds the languages' placeholders against each other. Imports nothing of ours.

#[macro_use]
mod table;

mod absent;
mod en;
mod live;
mod look;
mod naming;
mod output;
mod remark;
mod sample;
mod texts;
mod together;
mod zh;

use std::fmt::Display;

pub use en::EN;
pub use remark::remark;
pub use texts::*;
pub use zh::ZH;

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// From the values of `LC_ALL`, `LC_MESSAGES` and `LANG`: Chinese unless another language is asked for.
    /// `C` and `POSIX` name no language.
    #[must_use]
    pub fn from_locale(values: &[Option<&str>]) -> Self {
        let first = values.iter().flatten().find(|value| !value.is_empty());
        match first.map(|value| value.to_ascii_lowercase()) {
            Some(value) if !["zh", "c", "posix"].iter().any(|name| is_language(&value, name)) => Self::En,
            _ => Self::Zh,
        }
    }

    /// The texts of this language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => ZH,
            Self::En => EN,
        }
    }

    /// One of two wordings that belong to data: a form's labels, a rule's names.
    #[must_use]
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// An error that can say itself in each language, in one line.
pub trait Describe {
    /// The error in the language of `words`.
    fn describe(&self, words: &Words) -> String;
}

fn is_language(locale: &str, name: &str) -> bool {
    locale.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Puts values in the place of `{name}`. A placeholder without a value stays as it is.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out += before;
        match after.split_once('}') {
            Some((name, tail)) => {
                match values.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => out += &value.to_string(),
                    None => out += &format!("{{{name}}}"),
                }
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_once_and_never_read_as_templates() {
        assert_eq!(fill("{a}→{b}", &[("a", &"{b}"), ("b", &2)]), "{b}→2");
        assert_eq!(fill("{missing} {", &[]), "{missing} {");
    }

    #[test]
    fn the_locale_decides_only_where_it_names_a_language() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", Lang::Zh),
            ("en_US.UTF-8", Lang::En),
            ("C.UTF-8", Lang::Zh),
            ("C", Lang::Zh),
            ("POSIX", Lang::Zh),
            ("cs_CZ", Lang::En),
            ("", Lang::Zh),
        ] {
            assert_eq!(Lang::from_locale(&[None, Some(locale)]), lang, "{locale}");
        }
        assert_eq!(Lang::from_locale(&[Some("en"), Some("zh_CN")]), Lang::En);
        assert_eq!(Lang::from_locale(&[Some(""), Some("zh_CN")]), Lang::Zh);
    }

    /// The debug text of a language is its whole content, so one test covers every field, nested ones too.
    #[test]
    fn languages_agree_in_their_placeholders_and_no_text_is_empty() {
        let (zh, en) = (format!("{ZH:#?}"), format!("{EN:#?}"));
        assert_eq!(zh.lines().count(), en.lines().count());
        for (zh, en) in zh.lines().zip(en.lines()) {
            assert_eq!(placeholders(zh), placeholders(en), "\n{zh}\n{en}");
            assert!(!is_empty(zh) && !is_empty(en), "empty text: {zh} {en}");
        }
    }

    fn is_empty(line: &str) -> bool {
        line.trim_end_matches(',').ends_with(" \"\"")
    }

    fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> =
            text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect();
        names.sort_unstable();
        names
    }
}
