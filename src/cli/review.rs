//! `gouji DIR`, `gouji review DIR` and `gouji demo`: the desk.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check::Basis;
use crate::journal::{data_directory, default_path, default_reviewer, session_path, shared_directory};
use crate::report::SafeText;
use crate::sample;
use crate::terminal::tty;
use crate::tui::run::{Kept, Setup, run as run_desk};
use crate::words::Lang;

use super::args::{DemoArgs, DeskArgs, ReviewArgs};
use super::documents::Reader;
use super::given::{inputs, journal_path, must_exist, office};
use super::outcome::{Done, Failure, Outcome, output};
use super::outlet::{DeskOutlet, usual_place};
use super::settings::Settings;
use super::{kin, sign};

/// Opens the desk on a directory.
pub(super) fn run(args: &ReviewArgs, settings: &Settings, lang: Lang) -> Outcome {
    must_exist(&args.dir, lang)?;
    let asked = args.desk.by.journal.as_deref().or(settings.journal.as_deref());
    let mut journal = journal_path(asked, &args.dir, lang)?;
    // Only where nobody has said which journal it is.
    if tty::is_terminal() && default_path(&args.dir).is_some_and(|usual| usual == journal) {
        journal = kin::choose(journal, &args.dir, lang)?;
    }
    let place = Place { root: &args.dir, name: SafeText::path(&args.dir), reviewed: &args.dir, tour: false };
    open(&place, journal, &args.desk, settings, lang)
}

/// Opens the desk on the built-in sample data, or writes them to where they can be tried with every other command.
pub(super) fn demo(args: &DemoArgs, settings: &Settings, lang: Lang) -> Outcome {
    let DemoArgs { tour, out, desk: args } = args;
    if let Some(out) = out {
        sample::practice_to(out).map_err(|error| Failure::new(error.describe(lang.words())))?;
        writeln!(output(), "{}", lang.words().sample.to_practise(SafeText::path(out)))?;
        return Ok(Done::Fine);
    }
    // Removed at the end. The journal stays, so that what was noted is found at the next start.
    let dir = tempfile::Builder::new().prefix("gouji-demo-").tempdir()?;
    let reports = dir.path().join("reports");
    sample::write_to(&reports).map_err(|error| Failure::new(error.describe(lang.words())))?;
    let reviewed = Path::new("/gouji-demo");
    let journal = journal_path(args.by.journal.as_deref(), reviewed, lang)?;
    let place = Place { root: &reports, name: SafeText::line(lang.words().cli.demo_name()), reviewed, tour: *tour };
    open(&place, journal, args, settings, lang)
}

/// What a desk is opened on.
struct Place<'a> {
    root: &'a Path,
    /// As the first line has it.
    name: SafeText,
    /// What the session is about, wherever the files lie this time.
    reviewed: &'a Path,
    /// Is the reviewer shown around?
    tour: bool,
}

/// Where filters and the session are kept.
fn kept(reviewed: &Path, args: &DeskArgs) -> Kept {
    let from_environment = std::env::var_os("GOUJI_FRESH").is_some_and(|value| !value.is_empty());
    let directory = std::fs::canonicalize(reviewed).unwrap_or_else(|_| reviewed.to_owned());
    Kept {
        filters: data_directory().map(|data| data.join("filters.json")),
        session: session_path(reviewed),
        directory: directory.to_string_lossy().into_owned(),
        fresh: args.fresh || from_environment,
    }
}

/// A terminal that moves no cursor can show lines only.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn open(place: &Place<'_>, journal: PathBuf, args: &DeskArgs, settings: &Settings, lang: Lang) -> Outcome {
    if !tty::is_terminal() {
        return Err(Failure::new(lang.words().desk.no_terminal()));
    }
    let named = args
        .by
        .reviewer
        .as_deref()
        .or(settings.reviewer.as_deref())
        .map(SafeText::line)
        .filter(|name| !name.trim().is_empty());
    let (profile, roster) = office(&args.office, lang)?;
    let data = data_directory().unwrap_or_else(shared_directory);
    let keymap = super::keys::keymap(args.keys.as_deref(), lang)?;
    let documents = Arc::new(Reader::new().with_roster(roster));
    let inputs = inputs(&args.inputs, profile, lang)?;
    // Asked when nothing stands in the way any more.
    let reviewer = match named.or_else(default_reviewer) {
        Some(name) => name,
        None => sign::name(lang)?,
    };
    let basis = Basis::new(profile).with_roster(roster).with_inputs(inputs);
    let outlet = DeskOutlet {
        reports: place.root.to_owned(),
        journal: journal.clone(),
        basis: basis.clone(),
        into: settings.output.clone().or_else(|| usual_place(place.reviewed)),
        template: settings.notice_template.clone(),
        lang,
    };
    let code = run_desk(Setup {
        root: place.root.to_owned(),
        name: place.name.clone(),
        journal,
        reviewer,
        lang,
        basis,
        published: args.inputs.published.clone(),
        documents,
        outlet: Arc::new(outlet),
        crash_file: data.join("crash.txt"),
        copy_file: data.join("copied.txt"),
        display: settings.display(args.theme),
        keymap,
        programs: settings.programs(),
        poll: settings.poll(),
        scroll_region: settings.scroll_region.unwrap_or(true) && !args.no_scroll_region,
        plain: args.plain || is_dumb(),
        tour: place.tour,
        mouse: args.mouse || settings.mouse,
        kept: kept(place.reviewed, args),
    })?;
    Ok(if code == 0 { Done::Fine } else { Done::Ended(code) })
}
