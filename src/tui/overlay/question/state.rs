//! A question, and what yes means.

use crate::tui::model::Begun;

/// A question to be answered with yes or no.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub text: String,
    /// The report it is about.
    pub about: Box<Begun>,
    pub yes: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Accept the report although findings are open.
    Accept,
    /// Return the report although nothing was found in it.
    Return,
}
