//! Words that an office wants to read in a section, as data.

use crate::check::rule::Rule;

#[derive(Debug)]
pub(in crate::check) struct Required {
    pub rule: &'static Rule,
    pub section: u8,
    /// One of these must stand there, if there are any.
    pub any: Vec<Box<str>>,
    /// All of these must.
    pub all: Vec<Box<str>>,
}

impl Required {
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }
}
