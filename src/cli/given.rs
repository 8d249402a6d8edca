//! What several commands are given alike: the office's profile, its roster, the journal, and paths that have to be there.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::{Inputs, Profile, ledger_tables};
use crate::journal::default_path;
use crate::library::{self, Documents, Trouble};
use crate::report::given::{Given, Published};
use crate::report::roster::Roster;
use crate::report::{GivenFile, SafeText};
use crate::words::{Describe, Lang};

use super::args::{InputArgs, OfficeArgs};
use super::outcome::{Failure, complain};

/// The office's profile and roster, for the rest of this run.
pub(super) fn office(args: &OfficeArgs, lang: Lang) -> Result<(&'static Profile, Option<&'static Roster>), Failure> {
    let profile = profile(args.profile.as_deref(), lang)?;
    Ok((profile, roster(args.roster.as_deref(), lang)?))
}

/// The office's profile, for the rest of this run; what is wrong in it is said line by line.
pub(super) fn profile(path: Option<&Path>, lang: Lang) -> Result<&'static Profile, Failure> {
    let Some(path) = path else { return Ok(Profile::standard()) };
    Profile::load_static(path).map_err(|error| Failure::Message(error.lines(lang.words()).join("\n")))
}

/// The office's roster, for the rest of this run.
fn roster(path: Option<&Path>, lang: Lang) -> Result<Option<&'static Roster>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let bytes = library::read_bounded(path).map_err(|trouble| named(path, &trouble, lang))?;
    let roster = Roster::parse(&bytes).map_err(|error| named(path, &error, lang))?;
    name_doubts(path, &roster, lang);
    Ok(Some(Box::leak(Box::new(roster.read_from(GivenFile::of(path, &bytes))))))
}

/// So much of what is doubtful in a roster is said, one line each.
const SAID: usize = 20;

/// Says what of a roster is not used, or doubtful.
fn name_doubts(path: &Path, roster: &Roster, lang: Lang) {
    let (words, path) = (lang.words(), SafeText::path(path));
    for note in roster.notes().iter().take(SAID) {
        complain(&format!("{path}: {}", note.describe(words)));
    }
    let more = roster.notes().len().saturating_sub(SAID);
    if more > 0 {
        complain(&words.cli.more_doubts(path, more));
    }
}

/// What is known of the agencies from elsewhere, for the rest of this run. What was published is not read yet.
pub(super) fn inputs(args: &InputArgs, profile: &Profile, lang: Lang) -> Result<Inputs<'static>, Failure> {
    let own = profile.ledger();
    let ledger = |bytes: &[u8]| Given::ledger(bytes, own, &ledger_tables());
    let ledger = given(args.ledger.as_deref(), &ledger, lang)?;
    let received = given(args.received.as_deref(), &|bytes| Given::dates(bytes, own), lang)?;
    let files = [(args.ledger.as_deref(), ledger), (args.received.as_deref(), received)];
    name_unused(&files.into_iter().filter_map(|(path, given)| Some((path?, given?))).collect::<Vec<_>>(), lang);
    let published = args.published.as_deref().map(|dir| -> Result<&'static Published, Failure> {
        must_exist(dir, lang)?;
        library::can_be_listed(dir).map_err(|error| named(dir, &Trouble::Io(error), lang))?;
        Ok(Box::leak(Box::default()))
    });
    Ok(Inputs {
        ledger,
        received,
        frozen: given(args.frozen.as_deref(), &Given::frozen, lang)?,
        published: published.transpose()?,
    })
}

/// Reads what was published; of a command that is stopped meanwhile nothing is read.
pub(super) fn published(
    args: &InputArgs,
    inputs: &Inputs<'_>,
    documents: &dyn Documents,
    stop: &AtomicBool,
    lang: Lang,
) -> Result<(), Failure> {
    let (Some(dir), Some(published)) = (&args.published, inputs.published) else { return Ok(()) };
    let reports = library::read_published(dir, documents, stop, &|path, trouble| {
        complain(&lang.words().live.one_published_unread(SafeText::path(path), trouble.describe(lang.words())));
    });
    if reports.is_empty() && !stop.load(Ordering::Relaxed) {
        return Err(Failure::new(lang.words().load.nothing_to_check(SafeText::path(dir))));
    }
    published.fill(reports);
    Ok(())
}

/// Says which columns nothing is used of: their headings may be meant for something. One file may be given twice.
fn name_unused(files: &[(&Path, &Given)], lang: Lang) {
    let mut said: Vec<&Path> = Vec::new();
    for (path, given) in files {
        if said.contains(path) {
            continue;
        }
        said.push(path);
        let of_file = files.iter().filter(|(other, _)| other == path);
        let is_unused = |heading: &&SafeText| of_file.clone().all(|(_, given)| given.unused().contains(heading));
        let headings: Vec<&str> = given.unused().iter().filter(is_unused).map(SafeText::as_str).collect();
        if !headings.is_empty() {
            let separator = lang.words().check.separator();
            complain(&lang.words().cli.unused_columns(SafeText::path(path), headings.join(separator)));
        }
    }
}

fn named(path: &Path, what: &dyn Describe, lang: Lang) -> Failure {
    Failure::Message(format!("{}: {}", SafeText::path(path), what.describe(lang.words())))
}

/// One file of that.
fn given<E: Describe>(
    path: Option<&Path>,
    parse: &dyn Fn(&[u8]) -> Result<Given, E>,
    lang: Lang,
) -> Result<Option<&'static Given>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let bytes = library::read_bounded(path).map_err(|trouble| named(path, &trouble, lang))?;
    let given = parse(&bytes).map_err(|error| named(path, &error, lang))?;
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

/// Where the journal of a directory is: as asked for, in `GOUJI_JOURNAL`, or in the user's data directory.
pub(super) fn journal_path(asked: Option<&Path>, dir: &Path, lang: Lang) -> Result<PathBuf, Failure> {
    let from_environment = || std::env::var_os("GOUJI_JOURNAL").filter(|value| !value.is_empty()).map(PathBuf::from);
    let path = asked.map(Path::to_owned).or_else(from_environment).or_else(|| default_path(dir));
    path.ok_or_else(|| Failure::new(lang.words().cli.no_data_directory()))
}
