//! Several reviewers at once.

use crate::words::texts::*;

pub(super) const TOGETHER: TogetherWords = TogetherWords {
    here_title: "Who is here",
    here_hint: "type to search · Enter goes to their report · Esc closes",
    here_since: "since {time}",
    on_list: "on the list",
    nobody_here: "nobody else is here now",
    not_loaded: "that report is not here",
    looking: "{names} also here",
    and: ", ",
    assign_title: "Assign to",
    assign_hint: "type a name, known or new · Enter assigns · Esc closes",
    nobody: "nobody",
    new_name: "new",
    myself: "myself",
    assigned_now: "now",
    saved_assignment: "assigned to {name}",
    saved_nobody: "assigned to nobody",
    already: "already assigned so",
    mine_shown: "only what is assigned to you",
    all_shown: "no longer only what is assigned to you",
    chip_assignee: "assigned {name}",
    chip_unassigned: "unassigned",
    flag_conflict: "in conflict",
    conflict: "in conflict: {views}",
    view: "{by} {decision}",
    conflicts: "{count} in conflict",
};
