//! The command line: which texts there are.

/// A command's name, what it does, and its arguments with their help.
pub type CommandHelp = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The command line.
#[derive(Debug)]
pub struct CliWords {
    /// What the program is.
    pub about: &'static str,
    /// Exit codes.
    pub after_help: &'static str,
    /// `--lang`.
    pub lang: &'static str,
    /// Every command.
    pub commands: &'static [CommandHelp],
    /// The commands of `gouji journal`.
    pub journal_commands: &'static [CommandHelp],
    /// No such option. `{argument}`.
    pub unknown_argument: &'static str,
    /// `{argument}`.
    pub extra_argument: &'static str,
    /// `{argument}`.
    pub missing_value: &'static str,
    /// `{argument}`, `{value}`.
    pub wrong_value: &'static str,
    /// Goes behind one of the two before. `{values}`.
    pub possible_values: &'static str,
    /// `{argument}`.
    pub wrong_count: &'static str,
    /// `{argument}`, `{other}`.
    pub conflict: &'static str,
    /// `{argument}`.
    pub repeated_argument: &'static str,
    /// `{arguments}`.
    pub missing_arguments: &'static str,
    /// Nothing was given at all.
    pub no_command: &'static str,
    /// `{command}`.
    pub unknown_command: &'static str,
    /// Bytes that are no text.
    pub not_utf8: &'static str,
    /// `{usage}`.
    pub usage: &'static str,
    /// The last line.
    pub see_help: &'static str,
    /// The name of the sample data on the first line.
    pub demo_name: &'static str,
    /// There is nowhere to put the journal.
    pub no_data_directory: &'static str,
    /// Every document failed.
    pub nothing_read: &'static str,
    /// What reading did.
    pub read_summary: &'static str,
    /// A report is not overwritten.
    pub exists: &'static str,
    /// A report cannot be written.
    pub cannot_write: &'static str,
    /// The settings file is wrong.
    pub bad_settings: &'static str,
    /// A line of the doctor.
    pub doctor_terminal: &'static str,
    /// A line of the doctor.
    pub doctor_locale: &'static str,
    /// A line of the doctor.
    pub doctor_colours: &'static str,
    /// A line of the doctor.
    pub doctor_scrolling: &'static str,
    /// Switched on.
    pub doctor_on: &'static str,
    /// Switched off.
    pub doctor_off: &'static str,
    /// A line of the doctor.
    pub doctor_clipboard: &'static str,
    /// What tmux must be set to.
    pub doctor_tmux: &'static str,
    /// A line of the doctor.
    pub doctor_settings: &'static str,
    /// The file of own keys.
    pub doctor_keys: &'static str,
    /// The file is there.
    pub doctor_there: &'static str,
    /// The file is not there.
    pub doctor_absent: &'static str,
    /// What follows the ruler.
    pub doctor_ambiguous: &'static str,
    /// How fast the line is.
    pub doctor_speed: &'static str,
}
