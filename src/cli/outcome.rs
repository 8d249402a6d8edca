//! How a command ends, and how it says on the way what is wrong.

use std::fmt;
use std::io::{self, ErrorKind, StdoutLock, Write};

use crate::report::SafeText;
use crate::words::{Describe, Lang};

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
    /// Standard output cannot be written to; why.
    NoOutput(String),
}

impl Failure {
    /// A message, of whatever can be shown.
    pub(crate) fn new(message: impl fmt::Display) -> Self {
        Self::Message(message.to_string())
    }
}

/// What went wrong, in words.
pub(super) fn said(what: &dyn Describe, lang: Lang) -> Failure {
    Failure::new(what.describe(lang.words()))
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<ToOutput>()) {
            // That of a helper, or of a file that is a pipe, is an error like any other.
            Some(ToOutput(why)) if why.kind() == ErrorKind::BrokenPipe => Self::ClosedPipe,
            Some(ToOutput(why)) => Self::NoOutput(why.to_string()),
            None => Self::new(error),
        }
    }
}

/// An error that came of writing to standard output: one of reading a file may be on its way beside it.
#[derive(Debug)]
struct ToOutput(io::Error);

impl fmt::Display for ToOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for ToOutput {}

/// Standard output, whose errors say that they are its own.
pub(super) struct Output(StdoutLock<'static>);

pub(super) fn output() -> Output {
    Output(io::stdout().lock())
}

fn of_output(error: io::Error) -> io::Error {
    match error.kind() {
        ErrorKind::Interrupted => error,
        kind => io::Error::new(kind, ToOutput(error)),
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes).map_err(of_output)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush().map_err(of_output)
    }
}

/// How a command ends.
pub(super) type Outcome = Result<Done, Failure>;

/// Says on standard output what was done, and that all went well.
pub(super) fn done(what: impl fmt::Display) -> Outcome {
    let mut out = output();
    writeln!(out, "{what}")?;
    out.flush()?;
    Ok(Done::Fine)
}

/// A message on standard error, in which nothing acts upon the terminal, whatever it quotes. That standard error is
/// closed is nobody's problem.
pub(super) fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "gouji: {}", SafeText::lines(message));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_standard_output_may_be_closed_without_an_error() {
        let broken = || io::Error::from(ErrorKind::BrokenPipe);
        assert!(matches!(Failure::from(of_output(broken())), Failure::ClosedPipe));
        assert!(matches!(Failure::from(broken()), Failure::Message(_)), "something else has broken");
        let full = of_output(ErrorKind::StorageFull.into());
        assert!(matches!(Failure::from(full), Failure::NoOutput(_)));
    }
}
