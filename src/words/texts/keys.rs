//! Keys, the list of commands, notices and places: which texts there are.

/// Keys, the list of commands, notices and places.
#[derive(Debug)]
pub struct KeyWords {
    /// The list of agencies.
    pub place_agencies: &'static str,
    /// A table.
    pub place_table: &'static str,
    /// One cell.
    pub place_cell: &'static str,
    /// All places.
    pub everywhere: &'static str,
    /// All places but some. `{places}`
    pub everywhere_but: &'static str,
    /// The file of keys cannot be used. `{path}` `{what}`
    pub bad_file: &'static str,
    /// A problem with its place. `{path}` `{line}` `{key}` `{what}`
    pub problem: &'static str,
    /// No such command.
    pub unknown_command: &'static str,
    /// No such place.
    pub unknown_place: &'static str,
    /// Not a key nor a list of keys.
    pub not_keys: &'static str,
    /// No such key. `{key}`
    pub unknown_key: &'static str,
    /// Terminals send another key. `{key}`
    pub never_arrives: &'static str,
    /// Terminals keep the key. `{key}`
    pub taken_key: &'static str,
    /// `esc` in the middle of a sequence.
    pub escape_within: &'static str,
    /// A letter must follow.
    pub needs_letter: &'static str,
    /// No letter can follow.
    pub no_letter: &'static str,
    /// The command does not work there.
    pub not_there: &'static str,
    /// No key is left. `{places}`
    pub essential: &'static str,
    /// Two commands of the file. `{keys}` `{other}` `{other_keys}` `{line}` `{places}`
    pub clash: &'static str,
    /// A command of the file and one of the table. `{keys}` `{other}` `{other_keys}` `{places}`
    pub clash_with_default: &'static str,
    /// The first line of a file of keys.
    pub file_heading: &'static str,
    /// Above a place's keys. `{place}`
    pub file_place: &'static str,
    /// The section of the man page.
    pub man_heading: &'static str,
    /// What the section says first.
    pub man_about: &'static str,
    /// A command without a key.
    pub unbound: &'static str,
    /// Keys were pressed that begin a command. `{keys}`
    pub pending: &'static str,
    /// There is no place to go back or forward to.
    pub no_place: &'static str,
    /// No place is marked.
    pub no_marks: &'static str,
    /// The letter marks no place. `{letter}`
    pub no_such_mark: &'static str,
    /// A place is marked. `{letter}` `{place}`
    pub mark_set: &'static str,
    /// The report of a place is not there. `{report}`
    pub place_gone: &'static str,
    /// The agency of a place is not shown on the list.
    pub not_listed: &'static str,
    /// A place on the list. `{report}`
    pub on_list: &'static str,
    /// Nothing was said yet.
    pub no_notices: &'static str,
    /// A command in the list. `{short}` `{help}`
    pub command_line: &'static str,
    /// A command that works elsewhere. `{places}`
    pub only_there: &'static str,
    /// The list of commands.
    pub commands_title: &'static str,
    /// How it is used.
    pub commands_hint: &'static str,
    /// The list of what was said.
    pub notices_title: &'static str,
    /// How it is used.
    pub notices_hint: &'static str,
    /// The list of marked places.
    pub marks_title: &'static str,
    /// How it is used.
    pub marks_hint: &'static str,
}
