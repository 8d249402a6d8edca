//! Data of other programs: the mapping file.

use crate::words::texts::*;

pub(super) const MAP: MapWords = MapWords {
    place: "line {line}, {key}: {what}",
    nearest: "{what}; do you mean {nearest}?",
    no_cell: "the form has no such cell",
    no_form: "no such edition of the form: 2021 or 2019",
    no_section: "sections are 1 to 6",
    no_shape: "shape is wide (a row a report), long (a row a cell) or json (an object a report)",
    no_name: "the file has no such column or path",
    no_sheet: "the workbook has no such sheet",
    missing: "shape = \"long\" needs [long] with cell and value",
    no_header: "header is the row of the names, such as 2 or [1, 2], at most 8 rows",
    bad_year: "the year is 2000 to 2099, or the name of the column that holds it",
    no_json: "not whole JSON: {detail}",
    unreadable: "cannot read the mapping {path}: {detail}",
    at: "{path}: {what}",
    row: "record {row}: {what}",
    row_no_agency: "no agency, passed over",
    row_no_year: "the year \"{text}\" is no year, passed over",
    row_unknown: "\"{name}\" is no cell of the form, passed over",
    row_twice: "{cell} has two different values, the first one stays",
    unused: "{count} columns or paths are not used: {names}",
    guess_head: "a mapping for gouji read --map: the form's cells on the left, the file's columns or paths on the right; lines with # do nothing; please check",
    guess_open: "fill in the column or path of the agency's name",
    guess_year: "fill in the column or path of the year, or write year = 2025",
    guess_long: "a row a cell: names that the form has need no line; others are written as \"requests/new/total\" = \"name in the file\"",
    guess_left: "{count} columns or paths that were not understood:",
    written: "written to {path}; check it, then read with --map",
    read: "{path}: {count} reports, {notes} notes",
};
