//! Reading reports and rosters: which texts there are.

/// Why a file is not a report.
#[derive(Debug)]
pub struct ReportErrorWords {
    /// Prefix that names the line.
    pub line: &'static str,
    /// Prefix that names the key.
    pub key: &'static str,
    /// The bytes are not UTF-8.
    pub not_utf8: &'static str,
    /// Too many bytes.
    pub too_large: &'static str,
    /// Ends too early.
    pub truncated: &'static str,
    /// Not JSON.
    pub not_json: &'static str,
    /// A required key is missing.
    pub missing_key: &'static str,
    /// A value of another type.
    pub wrong_type: &'static str,
    /// A key for the second time.
    pub key_twice: &'static str,
    /// An object.
    pub expected_object: &'static str,
    /// An object with a bound.
    pub expected_keys: &'static str,
    /// A list with a bound.
    pub expected_list: &'static str,
    /// A text with a bound.
    pub expected_text: &'static str,
    /// A year.
    pub expected_year: &'static str,
    /// A section's number.
    pub expected_section: &'static str,
    /// A whole number.
    pub expected_count: &'static str,
    /// Nesting with a bound.
    pub expected_depth: &'static str,
    /// A text was found.
    pub found_text: &'static str,
    /// A number was found.
    pub found_number: &'static str,
    /// Nothing was found.
    pub found_null: &'static str,
    /// A list was found.
    pub found_list: &'static str,
    /// An object was found.
    pub found_object: &'static str,
    /// So many were found.
    pub found_length: &'static str,
    /// Something else was found.
    pub found_other: &'static str,
    /// A cell's value that is none.
    pub not_a_cell: &'static str,
    /// Another schema or version.
    pub unknown_schema: &'static str,
    /// Another edition of the form.
    pub unknown_form: &'static str,
    /// A text that must say something is empty.
    pub empty: &'static str,
}

/// Why a file is not a roster.
#[derive(Debug)]
pub struct RosterWords {
    /// Prefix that names the line.
    pub line: &'static str,
    /// Prefix that names the column.
    pub column: &'static str,
    /// Between the place and what is wrong.
    pub after_place: &'static str,
    /// Neither UTF-8 nor GB18030.
    pub not_text: &'static str,
    /// More parts of a region than there may be. `{most}`
    pub long_region: &'static str,
    /// Not a whole workbook.
    pub no_workbook: &'static str,
    /// Too many bytes, lines or columns.
    pub too_large: &'static str,
    /// No column of names.
    pub no_header: &'static str,
    /// A column for the second time.
    pub column_twice: &'static str,
    /// A line without a name.
    pub no_name: &'static str,
    /// An agency for the second time.
    pub twice: &'static str,
}

/// Loading a directory.
#[derive(Debug)]
pub struct LoadWords {
    /// The system refuses the file.
    pub unreadable: &'static str,
    /// A directory, a pipe or a device in the place of a file.
    pub not_a_file: &'static str,
    /// A disk does not answer.
    pub stuck: &'static str,
    /// A document of a format that cannot be read.
    pub unsupported: &'static str,
    /// The path does not exist.
    pub no_such_directory: &'static str,
    /// Nothing was found.
    pub nothing_to_check: &'static str,
    /// Everything failed.
    pub nothing_readable: &'static str,
    /// Reading ended in a fault of ours.
    pub is_a_panic: &'static str,
}
