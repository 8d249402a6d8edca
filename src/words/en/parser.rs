//! What is wrong with files written by hand.

use crate::words::texts::*;

pub(super) const PARSER: ParserWords = ParserWords {
    separator: ", ",
    too_large: "the file is too large and was not read: is it the right one?",
    no_toml: "not TOML",
    no_json: "not JSON",
    no_json_from: "not JSON from line {line}, column {column} on",
    missing: "key `{key}` is missing",
    twice: "key `{key}` stands twice",
    a_key_twice: "a key stands twice",
    unknown_key: "no key `{key}`",
    unknown_key_of: "no key `{key}`; known: {known}",
    unknown_value: "not {key}; known: {known}",
    wrong_type: "a value of the wrong type",
    not_this: "cannot be {found} here",
    only: "expected {expected}",
    nearest: "{what}; do you mean {nearest}?",
    line: "line {line}: ",
    text: "a text",
    number: "a whole number",
    truth: "true or false",
    list: "a list",
    table: "a table or object",
    one_or_two: "1 or 2",
    id: "a UUID",
    time: "a time with offset (2026-01-20T09:31:07+08:00)",
    date: "a date (2026-01-31)",
};
