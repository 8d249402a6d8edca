//! What several commands are given alike: the office's profile, its roster, and paths that have to be there.

use std::path::Path;

use crate::check::Profile;
use crate::library;
use crate::report::SafeText;
use crate::report::roster::Roster;
use crate::words::{Describe as _, Lang};

use super::outcome::Failure;

/// The office's profile, for the rest of this run; what is wrong in it is said line by line.
pub(super) fn profile(path: Option<&Path>, lang: Lang) -> Result<&'static Profile, Failure> {
    let Some(path) = path else { return Ok(Profile::standard()) };
    Profile::load_static(path).map_err(|error| Failure::Message(error.lines(lang.words()).join("\n")))
}

/// The office's roster, for the rest of this run.
pub(super) fn roster(path: Option<&Path>, lang: Lang) -> Result<Option<&'static Roster>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let named = |detail: String| Failure::Message(format!("{}: {detail}", SafeText::path(path)));
    let bytes = library::read_bounded(path).map_err(|trouble| named(trouble.describe(lang.words())))?;
    let roster = Roster::parse(&bytes).map_err(|error| named(error.describe(lang.words())))?;
    Ok(Some(Box::leak(Box::new(roster))))
}

/// A path that is not there is said at once, before anything else happens.
pub(super) fn must_exist(path: &Path, lang: Lang) -> Result<(), Failure> {
    if path.exists() {
        return Ok(());
    }
    Err(Failure::Message(not_there(path, lang)))
}

pub(super) fn not_there(path: &Path, lang: Lang) -> String {
    lang.words().load.no_such_directory(SafeText::path(path))
}
