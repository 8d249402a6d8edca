//! Naming the agency of a report.

use crate::words::texts::*;

pub(super) const NAMING: NamingWords = NamingWords {
    title: "Name of the agency",
    hint: "type to search or write anew · Enter names · Esc closes",
    as_read: "as it was read ({name})",
    from_earlier: "before the file changed",
    from_folder: "folder",
    from_file: "file name",
    from_text: "text",
    from_missing: "roster, no report yet",
    from_roster: "roster",
    from_other: "another year",
    from_written: "new",
    saved: "named {name}",
    saved_as_read: "named as it was read",
    already: "that is its name already",
    first_by_chance: "{name} is only the first of the list: Enter again if that is it, else type to search",
    first_is_earlier: "{name} was the name before the file changed, and this may be another report: Enter again if it is the same",
    left_behind: "the file of {was} has changed and is {now} now: what was done before stays with the former: {what}",
    left_at: " ({key})",
    left_status: "status ({status})",
    left_name: "name",
    left_verdicts: "verdicts: {count}",
    left_notes: "notes: {count}",
    left_other: "other records",
    all_left_behind: "the files of {count} unnamed reports have changed: what was noted before is in {notes}, their names can be given again by {name}",
    only_unnamed: "only where no agency was read; else write a note",
    read_as: "read as {name}",
};
