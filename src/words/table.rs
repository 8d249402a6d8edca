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
//! do not compile. What is no single text says what it is: `marks -> [&'static str; 2] { zh: […], en: […] }`.

/// The texts of a part of the program: a type that holds the language, with a function for each text.
macro_rules! texts {
    ($(#[$about:meta])* $part:ident $(
        $(#[$doc:meta])*
        $name:ident $(($($value:ident),+))? $(-> $kind:ty)? { zh: $zh:tt, en: $en:tt $(,)? }
    )*) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub struct $part(pub(super) $crate::words::Lang);

        #[allow(missing_docs, reason = "a text says what it is")]
        impl $part {
            $(text! { [$(#[$doc])*] $name [$($($value)+)?] [$($kind)?] $zh $en })*
        }
    };
}

/// A text of a table: what it is told is put in its placeholders.
macro_rules! text {
    ([$(#[$doc:meta])*] $name:ident [] [] $zh:literal $en:literal) => {
        $(#[$doc])*
        #[must_use]
        pub const fn $name(self) -> &'static str {
            const { assert!(!$zh.is_empty() && !$en.is_empty(), "an empty text") }
            match self.0 {
                $crate::words::Lang::Zh => $zh,
                $crate::words::Lang::En => $en,
            }
        }
    };
    ([$(#[$doc:meta])*] $name:ident [$($value:ident)+] [] $zh:literal $en:literal) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(self, $($value: impl std::fmt::Display),+) -> String {
            match self.0 {
                $crate::words::Lang::Zh => format!($zh, $($value = $value),+),
                $crate::words::Lang::En => format!($en, $($value = $value),+),
            }
        }
    };
    ([$(#[$doc:meta])*] $name:ident [] [$kind:ty] $zh:tt $en:tt) => {
        $(#[$doc])*
        #[must_use]
        pub const fn $name(self) -> $kind {
            match self.0 {
                $crate::words::Lang::Zh => $zh,
                $crate::words::Lang::En => $en,
            }
        }
    };
}
