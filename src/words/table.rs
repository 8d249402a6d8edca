//! How a text is written down: once, in every language side by side, as a function of what it speaks of.
//!
//! ```text
//! texts! {
//!     LoadWords
//!     /// The system refuses the file.
//!     unreadable(detail) { zh: "不能打开：{detail}", en: "cannot open: {detail}" }
//!     stuck { zh: "不能读取：磁盘没有回应", en: "cannot read: the disk does not answer" }
//! }
//! ```
//!
//! `words.load.unreadable(&error)` is a `String`, `words.load.stuck()` a `&'static str`. A text without one of the
//! languages, one with a placeholder that is no argument, one without a placeholder for an argument, and an empty one
//! do not compile; one that nobody says is a warning. In a text that takes something, a brace that is none of a
//! placeholder is written twice.
//!
//! What a number decides in English (one report, two reports) is named behind the text, with the number that decides:
//!
//! ```text
//! kept(count) { zh: "已存 {count} 份", en: ["{count} {reports} {are} kept"; reports(count), are(count): "is" / "are"] }
//! ```
//!
//! What is no single text: texts by a key that is the same in every language, `marks ["!" { zh: "…", en: "…" } …]`;
//! anything else says what it is, `reasons -> [&'static str; 3] { zh: […], en: […] }`. The commands of the desk are a
//! table of their own, see `command.rs`.

/// Has a text a placeholder?
pub(super) const fn asks(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let [_, after @ ..] = rest {
        if matches!(rest, [b'{', b'a'..=b'z', ..]) {
            return true;
        }
        rest = after;
    }
    false
}

/// The word for so many: the first of two for one, else the second; of a word alone, that without its last letter.
pub(super) fn counted(number: impl std::fmt::Display, word: &'static str, forms: &[&'static str]) -> &'static str {
    let (one, many) = match forms {
        [one, many] => (*one, *many),
        _ => (word.strip_suffix('s').unwrap_or(word), word),
    };
    if number.to_string() == "1" { one } else { many }
}

/// The texts of a part of the program: a type that holds the language, with a function for each text.
macro_rules! texts {
    ($(#[$about:meta])* $part:ident $(
        $(#[$doc:meta])*
        $name:ident $(($($value:ident),+))? $(-> $kind:ty)? $({ zh: $zh:tt, en: $en:tt $(,)? })?
        $([$($key:literal { zh: $key_zh:literal, en: $key_en:literal $(,)? })+])?
    )*) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct $part(pub(super) $crate::words::Lang);

        #[cfg(test)]
        impl $part {
            /// Every text of this part as it is written down: its name, and in each language.
            pub(super) const TEXTS: &[(&str, &str, &str)] = &[
                $($((stringify!($name), stringify!($zh), stringify!($en)),)? $($((stringify!($key), $key_zh, $key_en),)+)?)*
            ];
        }

        impl $part {
            $(text! { [$(#[$doc])*] $name [$($($value)+)?] [$($kind)?] $($zh $en)? $($($key $key_zh $key_en)+)? })*
        }
    };
}

/// A text of a table: what it is told is put in its placeholders.
macro_rules! text {
    ([$(#[$doc:meta])*] $name:ident [] [] $zh:literal $en:literal) => {
        $(#[$doc])*
        #[must_use]
        pub(crate) const fn $name(self) -> &'static str {
            const { assert!(!$zh.is_empty() && !$en.is_empty(), "an empty text") }
            const { assert!(!$crate::words::table::asks($zh) && !$crate::words::table::asks($en), "a placeholder that is no argument") }
            match self.0 {
                $crate::words::Lang::Zh => $zh,
                $crate::words::Lang::En => $en,
            }
        }
    };
    ([$(#[$doc:meta])*] $name:ident [$($value:ident)+] [] $zh:literal $en:literal) => {
        $(#[$doc])*
        #[must_use]
        pub(crate) fn $name(self, $($value: impl std::fmt::Display),+) -> String {
            match self.0 {
                $crate::words::Lang::Zh => format!($zh, $($value = $value),+),
                $crate::words::Lang::En => format!($en, $($value = $value),+),
            }
        }
    };
    ([$(#[$doc:meta])*] $name:ident [$($value:ident)+] [] $zh:literal
     [$en:literal; $($word:ident($number:ident) $(: $one:literal / $many:literal)?),+]) => {
        $(#[$doc])*
        #[must_use]
        pub(crate) fn $name(self, $($value: impl std::fmt::Display),+) -> String {
            match self.0 {
                $crate::words::Lang::Zh => format!($zh, $($value = $value),+),
                $crate::words::Lang::En => format!(
                    $en, $($value = $value,)+
                    $($word = $crate::words::table::counted(&$number, stringify!($word), &[$($one, $many)?])),+
                ),
            }
        }
    };
    ([$(#[$doc:meta])*] $name:ident [] [] $($key:literal $zh:literal $en:literal)+) => {
        $(#[$doc])*
        #[must_use]
        pub(crate) const fn $name(self) -> &'static [(&'static str, &'static str)] {
            const { assert!($(!$zh.is_empty() && !$en.is_empty())&&+, "an empty text") }
            match self.0 {
                $crate::words::Lang::Zh => &[$(($key, $zh)),+],
                $crate::words::Lang::En => &[$(($key, $en)),+],
            }
        }
    };
    ([$(#[$doc:meta])*] $name:ident [] [$kind:ty] $zh:tt $en:tt) => {
        $(#[$doc])*
        #[must_use]
        pub(crate) const fn $name(self) -> &'static $kind {
            match self.0 {
                $crate::words::Lang::Zh => &$zh,
                $crate::words::Lang::En => &$en,
            }
        }
    };
}

/// The parts of the program that have texts, as fields of [`Words`](crate::words::Words).
macro_rules! parts {
    ($($(#[$doc:meta])* $field:ident: $part:ident,)*) => {
        /// All texts of one language.
        #[derive(Debug)]
        pub struct Words {
            /// Which language this is.
            pub(crate) lang: Lang,
            $($(#[$doc])* pub(crate) $field: $part,)*
        }

        #[cfg(test)]
        impl Words {
            /// Every text of every part.
            pub(crate) const TEXTS: &[(&str, &[(&str, &str, &str)])] = &[$((stringify!($field), $part::TEXTS)),*];
        }

        impl Words {
            const fn of(lang: Lang) -> Self {
                Self { lang, $($field: $part(lang),)* }
            }
        }
    };
}
