//! Words that an office wants to read in a section, as data.

use crate::check::rule::Rule;

#[derive(Debug)]
pub(in crate::check) struct Required {
    pub(crate) rule: &'static Rule,
    pub(crate) section: u8,
    /// One of these must stand there, if there are any.
    pub(crate) any: Vec<Box<str>>,
    /// All of these must.
    pub(crate) all: Vec<Box<str>>,
}

impl Required {
    pub(crate) fn rule(&self) -> &'static Rule {
        self.rule
    }
}
