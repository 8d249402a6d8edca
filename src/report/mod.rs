//! One agency's parsed report: its model and its JSON (`gouji/report/1`).
//!
//! Owns: what a report is in memory and on disk. Two sizes of the same thing: a [`Lean`] report keeps the head and
//! the cells (about 1 KiB, held for every report of a directory), a [`Report`] also has the narrative, the
//! origins and the remarks (read again from disk when somebody looks). Knows forms; knows no rule, no journal,
//! no document format and no screen.

#![warn(missing_docs)]

mod cells;
pub mod given;
mod json;
pub mod mention;
mod model;
mod name;
mod nature;
pub mod parser;
pub mod places;
mod remark;
pub mod roster;
mod schema;
mod source;
pub mod standing;
mod value;
mod write;

pub use crate::base::text::{SafeText, is_unseen};
pub use cells::Cells;
pub use json::{Expected, FoundInstead, MAX_BYTES, ReportError, ReportErrorKind, bounds, parse, parse_lean};
pub use model::{Agency, Head, Lean, Narrative, Origin, Remark, Report, Section, Source, WordedLabel};
pub use name::is_unnamed;
pub use nature::Nature;
pub use roster::Roster;
pub use schema::json_schema;
pub use source::SourceLine;
pub use value::{Number, Value};
pub use write::to_json;

/// The `schema` key of the reports this version reads and writes.
pub const SCHEMA: &str = "gouji/report/1";
