//! A directory that changes while it is reviewed.

use crate::words::texts::*;

pub(super) const LIVE: LiveWords = LiveWords {
    arrived: "{count} new",
    changed: "{count} changed",
    gone: "{count} gone",
    unreadable: "{count} of them cannot be read",
    separator: ", ",
    told: "Reports: {what}",
    open_changed: "{report} has changed and was read anew",
    open_gone: "the file of {report} is gone",
    is_gone: "file gone",
    reloading: "looking for changes…",
    nothing: "nothing has changed",
    not_yet: "the directory is still being read and checked",
    trouble: "changes do not show by themselves ({detail}); looking every {seconds} s",
};
