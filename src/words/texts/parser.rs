//! What parsers say of a file that somebody wrote by hand: which texts there are.

/// What is wrong with a file of TOML or JSON.
#[derive(Debug)]
pub struct ParserWords {
    /// Between names.
    pub separator: &'static str,
    /// More bytes than such a file may have.
    pub too_large: &'static str,
    /// Not TOML.
    pub no_toml: &'static str,
    /// Not JSON.
    pub no_json: &'static str,
    /// The same, from a place on.
    pub no_json_from: &'static str,
    /// A key is missing.
    pub missing: &'static str,
    /// A key stands twice.
    pub twice: &'static str,
    /// The same of a key that is not named.
    pub a_key_twice: &'static str,
    /// No such key.
    pub unknown_key: &'static str,
    /// No such key, and those that there are.
    pub unknown_key_of: &'static str,
    /// No such value, and those that there are.
    pub unknown_value: &'static str,
    /// A value of the wrong type.
    pub wrong_type: &'static str,
    /// A value that cannot stand here.
    pub not_this: &'static str,
    /// Nothing else can stand here.
    pub only: &'static str,
    /// After what is wrong: what may be meant. `{what}` `{nearest}`
    pub nearest: &'static str,
    /// Prefix that names the line.
    pub line: &'static str,
    /// A text.
    pub text: &'static str,
    /// A whole number.
    pub number: &'static str,
    /// True or false.
    pub truth: &'static str,
    /// A list.
    pub list: &'static str,
    /// A table or an object.
    pub table: &'static str,
    /// The number 1 or 2.
    pub one_or_two: &'static str,
    /// A UUID.
    pub id: &'static str,
    /// A time with its offset.
    pub time: &'static str,
    /// A date.
    pub date: &'static str,
}
