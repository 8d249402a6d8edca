//! What kind of body an agency is: one that reports upwards, one among its peers.

use crate::check::facts::agency;
use crate::check::profile::Profile;
use crate::check::rule::id;
use crate::report::Agency;
use crate::report::roster::{Roster, RosterEntry};

/// Does it report upwards, and belong to no region: by the roster's type, else by its name?
pub(super) fn is_vertical(agency: &Agency, roster: Option<&Roster>, profile: &Profile) -> bool {
    let entry = roster.and_then(|roster| roster.lookup(&agency.name, &agency.region));
    match entry.and_then(|entry| entry.kind.as_ref()) {
        Some(kind) => profile.words(id::R_04, "vertical_types").iter().any(|word| **word == **kind),
        None => has_word(&agency.name, profile.words(id::R_04, "vertical")),
    }
}

/// The same of an agency of the roster.
pub(super) fn is_vertical_entry(entry: &RosterEntry, profile: &Profile) -> bool {
    match &entry.kind {
        Some(kind) => profile.words(id::R_04, "vertical_types").iter().any(|word| **word == **kind),
        None => has_word(&entry.name, profile.words(id::R_04, "vertical")),
    }
}

fn has_word(name: &str, words: &[Box<str>]) -> bool {
    words.iter().any(|word| !word.is_empty() && name.contains(&**word))
}

/// What kind of body it is: by the roster, else by its name without places. Peers have the same depth of region too.
#[must_use]
pub(crate) fn kind(agency: &Agency, roster: Option<&Roster>) -> Option<String> {
    let entry = roster.and_then(|roster| roster.lookup(&agency.name, &agency.region));
    if let Some(kind) = entry.and_then(|entry| entry.kind.as_ref()) {
        return Some(kind.to_string());
    }
    if let Some(end) = ["镇人民政府", "乡人民政府", "街道办事处"].iter().find(|end| agency.name.ends_with(**end))
    {
        return Some((*end).to_owned());
    }
    let mut rest = agency.name.as_str();
    while let Some((_, after)) = agency::leading_place(rest) {
        rest = after;
    }
    (!rest.is_empty()).then(|| rest.to_owned())
}
