//! Why a helper brought no report.

use crate::report::SafeText;
use crate::words::{Describe, Words};

use super::protocol::Described;

/// Why a document could not be read by a helper.
#[derive(Debug)]
pub(in crate::cli) enum WorkerError {
    /// The reader says what is wrong with the document.
    Document(Described),
    /// Reading it ended in a panic.
    Panic,
    /// It needed more than so many MiB.
    Memory(u64),
    /// It took longer than so many seconds.
    Time(u64),
    /// The helper ended; its last words.
    Ended(String),
    /// There is no helper to be had; the system's words.
    NoHelper(String),
    /// Nobody wants it any more.
    Cancelled,
}

impl Describe for WorkerError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.worker;
        match self {
            Self::Document(said) => said.describe(words),
            Self::Panic => words.load.is_a_panic().to_owned(),
            Self::Memory(limit) => texts.memory(limit),
            Self::Time(limit) => texts.time(limit),
            Self::Ended(detail) => texts.ended(SafeText::line(detail)),
            Self::NoHelper(detail) => texts.no_helper(SafeText::line(detail)),
            Self::Cancelled => texts.cancelled().to_owned(),
        }
    }
}
