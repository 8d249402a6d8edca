//! Why digests cannot be read.

use std::path::{Path, PathBuf};

use crate::base::file::Refused;
use crate::report::SafeText;
use crate::words::{Describe, Words};

use super::read::DigestPlace;
use super::{PROGRAM, SCHEMA};

/// Why digests cannot be read, and where.
#[derive(Debug)]
pub(crate) struct DigestError {
    path: SafeText,
    /// From 1; 0 for the file as a whole.
    line: u64,
    pub(super) what: Fault,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum Fault {
    Refused(Refused),
    /// It does not begin as digests do.
    NotDigests,
    /// Of another version of the format, or made by another version of the program.
    OtherVersion(SafeText),
    OtherProgram(SafeText),
    /// Made with another profile or roster than is given now; which.
    OtherProfile(Option<SafeText>),
    OtherRoster(Option<SafeText>),
    /// Not what stands on a line of digests; what the parser says.
    Damaged(SafeText),
    /// It ends before it says that it does, or says another number.
    Cut,
    TooLong(usize),
    /// Two different lines of one id; where the other one is.
    TwoOfOne(SafeText, SafeText),
}

impl DigestError {
    pub(super) fn at(path: &Path, line: u64, what: Fault) -> Self {
        Self { path: SafeText::path(path), line, what }
    }

    pub(super) fn refused(path: &Path, why: impl Into<Refused>) -> Self {
        Self::at(path, 0, Fault::Refused(why.into()))
    }

    pub(in crate::library) fn two_of_one(id: &SafeText, one: &DigestPlace, other: &DigestPlace) -> Self {
        let known: PathBuf = one.path().to_owned();
        let known = SafeText::line(&format!("{}:{}", known.display(), one.line()));
        Self::at(other.path(), other.line(), Fault::TwoOfOne(id.clone(), known))
    }
}

impl Describe for DigestError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.stream;
        let none = || texts.none();
        let given = |file: &Option<SafeText>| file.as_ref().map_or_else(|| none().to_owned(), ToString::to_string);
        let what = match &self.what {
            Fault::Refused(refused) => refused.describe(words),
            Fault::NotDigests => texts.not_digests().to_owned(),
            Fault::OtherVersion(found) => texts.other_version(found, SCHEMA),
            Fault::OtherProgram(found) => texts.other_program(found, PROGRAM),
            Fault::OtherProfile(found) => texts.other_profile(given(found)),
            Fault::OtherRoster(found) => texts.other_roster(given(found)),
            Fault::Damaged(detail) => texts.damaged(detail),
            Fault::Cut => texts.cut().to_owned(),
            Fault::TooLong(most) => texts.too_long_digest(most >> 20),
            Fault::TwoOfOne(id, other) => texts.two_of_one(id, other),
        };
        if self.line > 0 { texts.at_line(&self.path, self.line, what) } else { format!("{}: {what}", self.path) }
    }
}
