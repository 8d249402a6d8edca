//! Reading reports and rosters.

use crate::words::texts::*;

pub(super) const REPORT_ERROR: ReportErrorWords = ReportErrorWords {
    line: "line {line}, ",
    key: "key `{key}`: ",
    not_utf8: "the text is not UTF-8",
    too_large: "the file is larger than {limit} MiB, so it was not read: make sure it is the right file",
    truncated: "the file ends too early (truncated JSON)",
    not_json: "not JSON from column {column} on",
    missing_key: "this key is required and missing",
    wrong_type: "expected {expected}, found {found}",
    key_twice: "this key stands twice",
    expected_object: "an object {…}",
    expected_keys: "an object of at most {most} keys",
    expected_list: "a list of at most {most} entries",
    expected_text: "a text of at most {most} characters",
    expected_year: "a year such as 2024",
    expected_section: "the number of a section, 1 to {most}",
    expected_count: "a whole number, 0 or more",
    expected_depth: "at most {most} lists and objects inside of each other",
    found_text: "the text \"{text}\"",
    found_number: "{number}",
    found_null: "null (nothing)",
    found_list: "a list […]",
    found_object: "an object {…}",
    found_length: "{count}",
    found_other: "something else",
    not_a_cell: "expected an integer, a decimal string, null or {\"raw\": …}, found {found}",
    unknown_schema: "schema \"{found}\" is unknown; this version reads {known}",
    unknown_form: "form edition \"{found}\" is unknown; this version knows: {known}",
    empty: "must not be empty",
};

pub(super) const LOAD: LoadWords = LoadWords {
    unreadable: "cannot open: {detail}",
    not_a_file: "cannot open: it is no regular file",
    stuck: "cannot read: the disk does not answer",
    unsupported: "{format} cannot be read yet: convert it to text first",
    no_such_directory: "{path}: no such directory or file",
    nothing_to_check: "{path}: nothing to check (reports as .json, or text documents)",
    nothing_readable: "{path}: none of the {count} files could be read",
    is_a_panic: "reading it hit a fault of this program; please report the file",
};

pub(super) const ROSTER: RosterWords = RosterWords {
    line: "line {line}",
    column: ", column {column}",
    after_place: ": ",
    not_text: "the text is neither UTF-8 nor GB18030",
    long_region: "a region has at most {most} parts",
    no_workbook: "not a whole workbook (.xlsx)",
    too_large: "too much content for a roster",
    no_header: "no column is called 名称 or name",
    column_twice: "the column “{name}” stands twice",
    no_name: "no name",
    twice: "the same agency stands in line {first}",
};
