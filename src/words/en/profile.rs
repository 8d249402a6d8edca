//! The settings of an office.

use crate::words::texts::*;

pub(super) const PROFILE: ProfileWords = ProfileWords {
    place: "{path}, line {line}, {key}: {what}",
    unreadable: "cannot read the profile {path}: {detail}",
    more: "{first} (and {count} more)",
    unknown_rule: "there is no such rule",
    unknown_name: "the rule has nothing of this name",
    bad_level: "expected error, warning, info or off",
    bad_date: "expected month-day, for instance 01-31",
    bad_term: "expected table/row/column or a number, with -, 3*, last: or sum: before it",
    unknown_cell: "no form has this cell",
    bad_relation: "expected =, >= or <=",
    bad_scope: "expected report, years or region",
    bad_id: "an id has letters, digits and -, at most 24 characters",
    taken_id: "another rule has this id",
    bad_placeholder: "there is no placeholder {name} here",
    wrong_source: "last: belongs to scope = \"years\", sum: to scope = \"region\"",
    empty_side: "both sides need terms",
    no_cells: "at least one term must be a cell of the report itself",
    bad_section: "expected 1 to 6",
    no_words: "expected words under any or all",
    bad_days: "expected 1 to 365 days",
    no_text: "must not be empty",
    own_broken: "{name}: expected left {relation} right, found {left} and {right}, difference {difference}",
    own_missing: "{name}: section {section} does not mention {words}",
};
