//! Programs of the reviewer's own, each with its letter.

/// A program that a letter runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnProgram {
    pub(crate) letter: char,
    /// What it is called where letters are listed.
    pub(crate) name: String,
    /// The program and its arguments; `{path}`, `{agency}`, `{region}`, `{year}`, `{cell}` and `{value}` are filled in, each
    /// as a whole: no shell reads them.
    pub(crate) run: Vec<String>,
    /// Does it need the terminal?
    pub(crate) terminal: bool,
}

/// What can be filled in.
pub(crate) const FILLED: [&str; 6] = ["path", "agency", "region", "year", "cell", "value"];
