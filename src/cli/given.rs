//! What several commands are given alike: the office's profile, its roster, and paths that have to be there.

use std::path::Path;

use crate::check::{Inputs, Profile};
use crate::library::{self, Documents};
use crate::report::SafeText;
use crate::report::given::{Given, Published};
use crate::report::roster::{Roster, RosterError};
use crate::words::{Describe as _, Lang};

use super::args::InputArgs;
use super::outcome::{Failure, complain};

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

/// What is known of the agencies from elsewhere, for the rest of this run.
pub(super) fn inputs(
    args: &InputArgs,
    profile: &Profile,
    documents: &dyn Documents,
    lang: Lang,
) -> Result<Inputs<'static>, Failure> {
    let own = profile.ledger();
    let table = |bytes: &[u8]| Given::parse(bytes, own);
    let published = args.published.as_deref().map(|dir| -> Result<&'static Published, Failure> {
        must_exist(dir, lang)?;
        let reports = library::read_whole(dir, documents, &|path, trouble| {
            complain(&format!("{}: {}", SafeText::path(path), trouble.describe(lang.words())));
        });
        Ok(Box::leak(Box::new(Published::of_reports(reports))))
    });
    Ok(Inputs {
        ledger: given(args.ledger.as_deref(), &table, lang)?,
        received: given(args.received.as_deref(), &table, lang)?,
        frozen: given(args.frozen.as_deref(), &Given::frozen, lang)?,
        published: published.transpose()?,
    })
}

/// One file of that.
fn given(
    path: Option<&Path>,
    parse: &dyn Fn(&[u8]) -> Result<Given, RosterError>,
    lang: Lang,
) -> Result<Option<&'static Given>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let named = |detail: String| Failure::Message(format!("{}: {detail}", SafeText::path(path)));
    let bytes = library::read_bounded(path).map_err(|trouble| named(trouble.describe(lang.words())))?;
    let given = parse(&bytes).map_err(|error| named(error.describe(lang.words())))?;
    Ok(Some(Box::leak(Box::new(given))))
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
