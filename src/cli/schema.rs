//! `gouji schema`: the JSON Schema of a report, to standard output.

use std::io::Write;

use crate::report;

use super::outcome::{Done, Failure, Outcome, output};

/// Prints the schema.
pub(super) fn run() -> Outcome {
    let text = serde_json::to_string_pretty(&report::json_schema()).map_err(Failure::new)?;
    writeln!(output(), "{text}")?;
    Ok(Done::Fine)
}
