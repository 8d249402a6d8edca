//! Agencies of the roster without a report.

use crate::words::texts::*;

pub(super) const ABSENT: AbsentWords = AbsentWords {
    notice: "{count} agencies of the roster have no report ({key} lists them)",
    title: "agencies without a report",
    hint: "type to search · Enter copy the name · Esc close",
    year: "{year}",
    no_roster: "there is no roster (--roster): nobody knows who is absent",
    not_yet: "still checking: try again in a moment",
    nobody: "all agencies of the roster have a report",
};
