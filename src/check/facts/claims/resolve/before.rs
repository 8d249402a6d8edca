//! What is known of a sentence before it is read.

use crate::check::facts::claims::lexicon::Topic;
use crate::report::Number;

/// What is known when a sentence begins.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::check::facts::claims) struct Before<'a> {
    /// The topic of its paragraph so far.
    pub(crate) topic: Option<Topic>,
    /// The report's year.
    pub(crate) year: i64,
    /// Whose report it is.
    pub(crate) speaker: Speaker,
    /// By name.
    pub(crate) name: &'a str,
    /// How many requests there were, and were dealt with, by the table: a number that is one of these is of all of them.
    pub(crate) wholes: &'a [Number],
}

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::check::facts::claims) enum Speaker {
    /// A people's government, for all below it.
    Government,
    /// The office of one.
    Office,
    #[default]
    Department,
}
