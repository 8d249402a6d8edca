//! A question, and what yes means.

use crate::tui::model::Begun;

/// A question to be answered with yes or no.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Question {
    pub(crate) text: String,
    /// The report it is about.
    pub(crate) about: Box<Begun>,
    pub(crate) yes: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Accept the report although findings are open.
    Accept,
    /// Return the report although nothing was found in it.
    Return,
}
