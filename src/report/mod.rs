//! One agency's parsed report: its model and its JSON (`gouji/report/1`).
//!
//! Owns: what a report is in memory and on disk. Two sizes of the same thing: a [`Lean`] report keeps the head and
//! the cells (about 1 KiB, held for every report of a directory), a [`Report`] also has the narrative, the
//! origins and the remarks (read again from disk when somebody looks). Knows forms; knows no rule, no journal,
//! no document format and no screen.

#![warn(missing_docs)]

mod cells;
mod file;
pub(crate) mod filled;
pub(crate) mod given;
mod json;
pub(crate) mod list;
pub(crate) mod mention;
mod model;
mod name;
mod nature;
pub(crate) mod parser;
pub(crate) mod places;
mod remark;
pub(crate) mod roster;
mod schema;
mod source;
pub(crate) mod standing;
mod value;
mod write;

pub use crate::base::text::SafeText;
pub(crate) use crate::base::text::is_unseen;
pub use cells::Cells;
pub(crate) use file::GivenFile;
pub(crate) use json::{MAX_BYTES, ReportError, bounds};
pub use json::{parse, parse_lean};
pub use model::{Agency, Head, Lean, Narrative, Remark, Report, Section};
pub(crate) use model::{Origin, Source, WordedLabel};
pub(crate) use name::is_unnamed;
pub(crate) use nature::Nature;
pub use roster::Roster;
pub(crate) use schema::json_schema;
pub use source::SourceLine;
pub(crate) use standing::{LEVELS, stated_level};
pub use value::{Number, Value};
pub use write::to_json;

/// The `schema` key of the reports this version reads and writes.
pub(crate) const SCHEMA: &str = "gouji/report/1";

/// What a roll-up that was frozen calls itself in the same place.
pub(crate) const FROZEN: &str = "gouji/frozen/1";
