//! Which profile and which roster are in force: what was said of reports rests on them.

use crate::check::Basis;
use crate::report::GivenFile;
use crate::words::Words;

/// For people, one line for each that is given.
#[must_use]
pub(crate) fn in_force(basis: &Basis<'_>, words: &Words) -> Vec<String> {
    let texts = &words.check;
    let file =
        |source: Option<&GivenFile>| source.map(|file| texts.given_file(&file.name, &file.digest)).unwrap_or_default();
    let profile = basis.profile.source().map(|source| {
        let name = basis.profile.name().map_or("—", |name| name.as_str());
        texts.profile_in_force(name) + &file(Some(source))
    });
    let roster = basis.roster.map(|roster| {
        let doubts = match roster.notes().len() {
            0 => String::new(),
            count => texts.roster_doubts(count),
        };
        texts.roster_in_force(roster.entries().len()) + &file(roster.source()) + &doubts
    });
    profile.into_iter().chain(roster).collect()
}

/// For the journal: `profile 0123456789ab, roster 0123456789ab`; nothing where none is given.
#[must_use]
pub(crate) fn settings_in_force(basis: &Basis<'_>) -> Option<String> {
    let profile = basis.profile.source().map(|file| format!("profile {}", file.digest));
    let roster = basis.roster.and_then(|roster| roster.source()).map(|file| format!("roster {}", file.digest));
    let all: Vec<String> = profile.into_iter().chain(roster).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
