//! How a command ends, and how it says on the way what is wrong.

use std::fmt;
use std::io::{self, ErrorKind, Write as _};

use crate::report::SafeText;

/// What a command says when it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    /// Exit code 0.
    Fine,
    /// Exit code 1: it found what it was asked to look for.
    Found,
    /// The desk ended with this code: 0, or that of a signal.
    Ended(u8),
}

/// Why a command could not do its work: exit code 2. The text is for the user, in their language.
#[derive(Debug)]
pub(super) enum Failure {
    Message(String),
    /// Standard output is closed: nobody listens, which is not an error.
    ClosedPipe,
}

impl Failure {
    /// A message, of whatever can be shown.
    pub(crate) fn new(message: impl fmt::Display) -> Self {
        Self::Message(message.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe { Self::ClosedPipe } else { Self::new(error) }
    }
}

/// How a command ends.
pub(super) type Outcome = Result<Done, Failure>;

/// A message on standard error, in which nothing acts upon the terminal, whatever it quotes. That standard error is
/// closed is nobody's problem.
pub(super) fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "gouji: {}", SafeText::lines(message));
}
