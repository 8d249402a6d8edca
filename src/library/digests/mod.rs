//! Digests: what the rules about many reports need of each, a line of JSON, written where a report is checked by itself and
//! read where all are held against each other.
//!
//! ```text
//! {"schema":"gouji/digests/1","program":"gouji 0.1.0","profile":…,"roster":…}
//! {"id":"…","digest":{…},"report":{…}}
//! …
//! {"schema":"gouji/digests/1","end":2}
//! ```
//!
//! What a line holds of the report is a report again: head, cells, doubts, the sections that are compared, and where the
//! text may be asked for once more all of it. A file may be several of these one after the other.

mod error;
mod read;
mod write;

use serde::{Deserialize, Serialize};

use crate::check::Basis;

pub(crate) use error::DigestError;
pub(crate) use read::{DigestPlace, ReadLine, read};
pub(crate) use write::{digest_line, end_line, header_line};

/// What the first line says.
const SCHEMA: &str = "gouji/digests/1";
/// All versions of it.
const FAMILY: &str = "gouji/digests/";
/// Other programs, and other versions of this one, keep other things.
const PROGRAM: &str = concat!("gouji ", env!("CARGO_PKG_VERSION"));

/// By which rules digests were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    schema: String,
    program: String,
    /// The begin of the SHA-256 of the profile.
    profile: Option<String>,
    roster: Option<String>,
}

/// How many lines there were.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    schema: String,
    end: u64,
}

impl Header {
    fn of(basis: &Basis<'_>) -> Self {
        let profile = basis.profile.source().map(|file| file.digest.to_string());
        let roster = basis.roster.and_then(|roster| roster.source()).map(|file| file.digest.to_string());
        Self { schema: SCHEMA.to_owned(), program: PROGRAM.to_owned(), profile, roster }
    }
}

#[cfg(test)]
mod tests;
